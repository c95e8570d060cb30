"""The session: after every event the files say what the state says, whatever happened to them meanwhile."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.cli import save as saving
from compliance.cli.files import PRIVATE_NAME, read_input
from compliance.cli.save import look
from compliance.errors import ComplianceError, ManifestError, Problem, UsageError
from compliance.errors.render import sentence
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import HELD, Record, Records
from compliance.interview import events as e
from compliance.interview.illegal import IllegalEvent
from compliance.interview.relevance import open_paths, unanswered
from compliance.interview.state import Order, Stage
from compliance.packs.rulebook import RuleBook
from compliance.wizard.app.wizard_app import farewell
from compliance.wizard.resume import RESUME_NAME
from compliance.wizard.session import Session, Setting
from tests.interview.test_machine import random_event
from tests.oracle.packs import random_pack
from tests.unit import sample_book
from tests.wizard.robot import BOOK

AS_OF = date(2026, 11, 24)
SAMPLE = sample_book.book()
FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def opened(folder: Path, book: RuleBook = BOOK, as_of: date = AS_OF, **more: Any) -> Session:
    return Session(Setting(folder / "compliance.yaml", book, as_of, "en", **more))


def read(session: Session) -> Manifest:
    source = read_input(session.setting.path)
    vocabulary = session.setting.book.vocabulary
    return read_manifest(source.data, source.file, vocabulary, source.private, source.private_file)


def plain(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers with records as sets by name; the name itself is no answer."""
    return {own: _plain(own, value) for own, value in answers.items()}


def _plain(own: str, value: Any) -> Any:
    if not isinstance(value, Records):
        return value
    return value.complete, {entry.key: _fields(entry) for entry in value.entries}


def _fields(entry: Record) -> dict[str, Any]:
    return {field: value for field, value in entry.fields.items() if not field.endswith(".name")}


def views(manifest: Manifest) -> dict[str, tuple[object, ...]]:
    return {own: (one.view, one.by, one.on, one.note) for own, one in manifest.readings.items()}


def assert_saved(session: Session) -> None:
    state = session.state
    assert not session.unsaved
    if not session.setting.path.exists():
        assert not state.answers
        return
    found = read(session)
    assert plain(found.answers) == plain(state.answers)
    assert views(found) == {o: (v.view, v.by, v.on, v.note) for o, v in state.readings.items()}


def assert_resumed(session: Session, folder: Path) -> None:
    """A new session goes on where this one stands."""
    before = session.state
    if not session.setting.path.exists():
        return
    setting = session.setting
    after = opened(folder, setting.book, setting.as_of).state
    assert plain(after.answers) == plain(before.answers)
    assert after.parked == {path for path in before.parked if unanswered(path, before)}
    assert after.skipped == tuple(path for path in before.skipped if unanswered(path, before))
    assert after.order == before.order
    asking = before.stage is Stage.ASKING and before.current in open_paths(before)
    if asking and before.current not in before.skipped:
        assert after.current == before.current


def walked(session: Session, rng: Random, steps: int) -> None:
    for _ in range(steps):
        event = random_event(rng, session.state)
        try:
            session.send(event)
        except ComplianceError as error:
            assert isinstance(error, IllegalEvent), (event, error)
            assert all(sentence(problem, "zh").message for problem in error.problems)
        assert not session.notices, (event, session.notices)

        assert_saved(session)


@FEW
@given(seed=st.integers(0, 10**6))
def test_the_file_says_what_the_state_says(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Random events, legal or not, on books made at random and on one made by hand."""
    folder = tmp_path_factory.mktemp("walk")
    pack = random_pack(seed) if seed % 2 else None
    session = opened(folder, pack.book, pack.as_of) if pack else opened(folder, SAMPLE)
    walked(session, Random(seed), 20)
    assert_resumed(session, folder)


@settings(FEW, max_examples=8)
@given(seed=st.integers(0, 10**6))
def test_the_same_with_the_bundled_rules(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bundled")
    session = opened(folder)
    walked(session, Random(seed), 12)
    assert_resumed(session, folder)


HAND_WRITTEN = """\
# kept by hand since spring
compliance: 1   # format
language: en
facts:
  # about the service
  service:
    public: true          # decided by the board
    kinds: [wallet]       # only one so far
    started_on: 2026-02-10   # see contract 7
    # nobody knows yet
    staff: unknown
    endpoints:
      # the shop window
      - name: site
        shown: true       # checked on Monday
      - and more          # the app is being built
readings:
  # letter of 1 March
  abroad: {view: covered, by: Li, on: 2026-03-01}  # by mail
# the end
"""


def comments(text: str) -> list[str]:
    return [line.partition("#")[2].strip() for line in text.splitlines() if "#" in line]


def without_removal(rng: Random, session: Session) -> e.Event:
    """A random event that takes no entry out: what is written about an entry goes with it."""
    while True:
        event = random_event(rng, session.state)
        if not isinstance(event, e.RemoveRecord | e.Undo) and not (
            isinstance(event, e.Answer) and event.path == "service.endpoints"
        ):
            return event


@FEW
@given(seed=st.integers(0, 10**6))
def test_comments_are_kept(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("comments")
    path = folder / "compliance.yaml"
    text = HAND_WRITTEN.replace("abroad", "reading.abroad")
    path.write_text(text, encoding="utf-8")
    session = opened(folder, SAMPLE)
    rng = Random(seed)
    for _ in range(20):
        try:
            session.send(without_removal(rng, session))
        except ComplianceError:
            continue
        assert sorted(comments(path.read_text(encoding="utf-8"))) == sorted(comments(text))
        assert_saved(session)


def test_nothing_is_written_before_the_first_answer(tmp_path: Path) -> None:
    session = opened(tmp_path / "new")
    session.send(e.Jump("service.name"))
    session.send(e.Back())
    assert not (tmp_path / "new" / "compliance.yaml").exists()
    session.send(e.Answer("service.name", "A"))
    assert read(session).answers == {"service.name": "A"}


def test_what_was_skipped_is_remembered_before_the_first_answer(tmp_path: Path) -> None:
    session = opened(tmp_path)
    first = session.state.current
    assert first is not None
    session.send(e.Skip(first))
    again = opened(tmp_path)
    assert (again.state.current, again.state.skipped) == (session.state.current, (first,))


def test_sensitive_answers_stay_out_of_the_manifest(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.send(e.Answer("entity.responsible_phone", "13800138000"))
    session.send(e.Answer("service.name", "A"))
    files = {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir() if one.is_file()}
    assert [name for name, text in files.items() if "13800138000" in text] == [PRIVATE_NAME]
    session.send(e.Answer("entity.responsible_phone", HELD))
    assert_saved(session)
    session.send(e.Undo())
    assert_saved(session)
    session.send(e.NotKnown("entity.responsible_phone"))
    assert_saved(session)
    assert "138" not in (tmp_path / RESUME_NAME).read_text(encoding="utf-8")


# The disk --------------------------------------------------------------------------------------------------


def full(*_: object) -> None:
    raise UsageError(Problem("file.unwritable", None, {"file": "x", "why": "No space left on device"}))


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(tmp_path)
    session.send(e.Answer("service.on_blockchain", True))
    before = look(session.setting.path)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "write_together", full)
        session.send(e.Answer("service.online", True))
        session.send(e.NotKnown(str(session.state.current)))
        assert session.unsaved and [one.code for one in session.notices] == ["file.unwritable"] * 2
        assert look(session.setting.path) == before
        assert not session.retry()
    assert session.state.answers["service.online"] is True
    assert session.retry() and not session.unsaved
    assert_saved(session)


def test_an_interrupted_save_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(tmp_path)
    session.send(e.Answer("service.online", True))
    before = look(session.setting.path)

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            session.send(e.Answer("entity.responsible_phone", "13800138000"))
    assert look(session.setting.path) == before
    assert not [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")]


def test_the_next_answer_takes_the_unsaved_ones_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "write_together", full)
        session.send(e.Answer("service.on_blockchain", True))
    session.send(e.Undo())
    session.send(e.Answer("service.online", True))
    assert_saved(session)


# Somebody else ---------------------------------------------------------------------------------------------


def test_a_change_of_something_else_is_taken_over(tmp_path: Path) -> None:
    session = opened(tmp_path)
    path = session.setting.path
    session.send(e.Answer("service.on_blockchain", True))
    path.write_text(path.read_text(encoding="utf-8") + "    name: Theirs  # by Li\n", encoding="utf-8")
    session.send(e.Answer("service.online", True))
    assert [one.code for one in session.notices] == ["wizard.taken_over"]
    assert session.state.answers["service.name"] == "Theirs"
    assert "# by Li" in path.read_text(encoding="utf-8")
    assert_saved(session)


def test_a_change_of_the_same_keeps_both_versions(tmp_path: Path) -> None:
    session = opened(tmp_path)
    path = session.setting.path
    session.send(e.Answer("service.name", "First"))
    path.write_text(path.read_text(encoding="utf-8").replace("First", "Theirs"), encoding="utf-8")
    session.send(e.Answer("service.name", "Mine"))
    assert [one.code for one in session.notices] == ["file.changed", "wizard.theirs"]
    assert session.state.answers["service.name"] == "Theirs"
    assert "Mine" in (tmp_path / "compliance.mine.yaml").read_text(encoding="utf-8")
    assert not session.unsaved
    session.send(e.Answer("service.name", "Agreed"))
    assert_saved(session)


def test_a_clash_does_not_take_other_answers_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that waited for room on the disk, one of which somebody else answered meanwhile."""
    session = opened(tmp_path)
    path = session.setting.path
    session.send(e.Answer("service.name", "First"))
    with monkeypatch.context() as patch:
        patch.setattr(saving, "write_together", full)
        session.send(e.Answer("service.online", True))
        session.send(e.Answer("service.name", "Mine"))
    path.write_text(path.read_text(encoding="utf-8").replace("First", "Theirs"), encoding="utf-8")
    assert session.retry()
    assert session.state.answers == {"service.name": "Theirs", "service.online": True}
    assert_saved(session)


def test_a_file_that_was_broken_is_left_alone_until_it_is_repaired(tmp_path: Path) -> None:
    session = opened(tmp_path)
    path = session.setting.path
    session.send(e.Answer("service.on_blockchain", True))
    good = path.read_bytes()
    broken = good + b"  : [\n"
    path.write_bytes(broken)
    session.send(e.Answer("service.online", True))
    assert session.blocked and session.unsaved
    session.send(e.Answer("service.is_information_service", True))
    assert not session.retry() and session.blocked
    for lang in ("zh", "en"):
        assert session.aside in farewell(session, lang)
    assert "is_information_service: true" in Path(session.aside).read_text(encoding="utf-8")
    assert path.read_bytes() == broken
    path.write_bytes(good)
    assert session.retry() and not session.blocked and not session.unsaved
    assert session.state.answers["service.is_information_service"] is True
    assert_saved(session)


WAIVED = """\
facts:
  service:
    endpoints:
      - {name: Site, kind: website}
      - {name: App, kind: app}
waivers:
  - rule: cac-order-3.13.1.number-on-each-endpoint
    record: Site
    reason: being rebuilt
    approver: A
    expires: 2027-01-31
"""


@pytest.mark.parametrize(
    "event",
    [e.RenameRecord("service.endpoints", "Site", "Portal"), e.RemoveRecord("service.endpoints", "Site")],
)
def test_an_entry_that_a_waiver_names_stays(event: e.Event, tmp_path: Path) -> None:
    """Else neither the wizard nor `compliance check` could read the file again."""
    path = tmp_path / "compliance.yaml"
    path.write_text(f"compliance: 1\n{WAIVED}", encoding="utf-8")
    session = opened(tmp_path)
    with pytest.raises(ManifestError, match=r"wizard\.waived") as caught:
        session.send(event)
    (problem,) = caught.value.problems
    assert problem.location is not None and problem.location.line == 9
    assert path.read_text(encoding="utf-8") == f"compliance: 1\n{WAIVED}"
    session.send(e.RenameRecord("service.endpoints", "App", "Client"))
    opened(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").partition("waivers:")[0], encoding="utf-8")
    session.send(e.Answer("service.online", True))
    session.send(event)
    assert_saved(session)


def test_a_file_that_is_gone_is_written_again(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.send(e.Answer("service.audience", "public"))
    session.send(e.Answer("service.name", "A"))
    session.setting.path.unlink()
    session.send(e.Answer("service.name", "B"))
    assert [problem.code for problem in session.notices] == ["wizard.written_again"]
    assert sentence(session.notices[0], "zh").message
    assert session.state.answers == {"service.audience": "public", "service.name": "B"}
    assert not session.unsaved
    session.send(e.Answer("service.online", True))
    assert_saved(session)


def test_a_manifest_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "compliance.yaml"
    path.write_text("compliance: 1\nfacts: {service: {online: perhaps}}\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ManifestError):
        opened(tmp_path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["compliance.yaml"]


def test_an_answer_for_a_whole_list_answers_its_parked_fields(tmp_path: Path) -> None:
    session = opened(tmp_path, SAMPLE)
    for event in (
        e.AddRecord("service.endpoints", "a"),
        e.NotKnown("service.endpoints[a].shown"),
        e.Answer("service.endpoints", Records((Record("a", {"service.endpoints.shown": True}),))),
        e.RenameRecord("service.endpoints", "a", "b"),
    ):
        session.send(event)
        assert_saved(session)
    assert not session.state.parked
    assert session.state.answers["service.endpoints"].entries[0].fields["service.endpoints.shown"] is True  # type: ignore[union-attr]


def test_a_list_that_always_has_an_entry_is_never_without_one(tmp_path: Path) -> None:
    """Another entry in place of the only one, and undo to before there was any."""
    session = opened(tmp_path)
    assert BOOK.vocabulary["service.endpoints"].at_least_one
    for key in ("a", "b"):
        kind = {"service.endpoints.kind": "website" if key == "a" else "app"}
        session.send(e.Answer("service.endpoints", Records((Record(key, kind),), complete=True)))
        assert_saved(session)
    for _ in range(2):
        session.send(e.Undo())
        assert_saved(session)
    assert "service.endpoints" not in session.state.answers


def test_a_damaged_mark_is_none(tmp_path: Path) -> None:
    session = opened(tmp_path, order=Order.SHORTEST)
    session.send(e.Answer("service.online", True))
    for damage in ("", "{", "[]", '{"compliance_wizard": 1, "parked": 7, "order": []}', "[" * 10_000):
        (tmp_path / RESUME_NAME).write_text(damage, encoding="utf-8")
        assert opened(tmp_path).state.answers == session.state.answers
