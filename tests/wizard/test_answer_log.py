"""The log of an interview: every event in order, each line holding the one before it, and never in the way."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

import pytest

from compliance.errors import Problem
from compliance.errors.render import sentence
from compliance.facts.sanitise import clean
from compliance.facts.spelling import read_value
from compliance.facts.values import HELD, NONE, Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.facts.yaml_reader import MANIFEST_LIMITS, read_yaml
from compliance.interview import events
from compliance.interview.illegal import IllegalEvent
from compliance.interview.machine import begin, step
from compliance.interview.paths import spot_of
from compliance.interview.state import Order, Stage, State
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook
from compliance.wizard.answer_log import LOG_NAME, MARK, AnswerLog, check_log
from compliance.wizard.session import Session, Setting
from tests.interview.play import reply
from tests.oracle.generate import random_answer
from tests.oracle.packs import random_pack

BOOK = load_rule_book([bundled_rules()], None)
AS_OF = date(2026, 11, 24)
CHINA = timezone(timedelta(hours=8))
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=CHINA)


def now() -> datetime:
    return NOON


def lines_of(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / LOG_NAME).read_bytes().splitlines()]


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.location.line if problem.location else 0) for problem in problems]


def happen(log: AnswerLog, state: State, *what: events.Event) -> State:
    for event in what:
        after = step(state, event)
        log(event, state, after)
        state = after
    return state


SOME = (
    events.Answer("service.on_blockchain", True),
    events.Answer("entity.roles", frozenset(["operator", "node"])),
    events.AddRecord("filing.changes", "新域名"),
    events.Answer("filing.changes[新域名].changed_on", date(2026, 3, 1)),
    events.NotKnown("service.audience"),
    events.View("reading.internal_only", "in_scope", "王律师", date(2026, 3, 2), "note"),
    events.Answer("entity.responsible_phone", "13000000000"),
    events.Answer("entity.investor", NONE),
    events.Answer("service.on_blockchain", False),
    events.RemoveRecord("filing.changes", "新域名"),
    events.SetOrder(Order.SHORTEST),
    events.Undo(),
)


def test_what_a_line_says(tmp_path: Path) -> None:
    happen(AnswerLog(tmp_path, now), begin(BOOK, AS_OF), *SOME)
    lines = lines_of(tmp_path)
    assert [line["n"] for line in lines] == list(range(1, len(SOME) + 1))
    assert [line["event"] for line in lines] == [type(event).__name__ for event in SOME]
    assert {line["time"] for line in lines} == {"2026-11-24T12:00:00+08:00"}
    assert lines[0]["path"] == "service.on_blockchain" and lines[0]["value"] == "true"
    assert "before" not in lines[0]
    assert lines[1]["value"] == "[operator, node]"
    assert (lines[2]["list"], lines[2]["key"]) == ("filing.changes", "新域名")
    assert lines[3]["value"] == "2026-03-01"
    assert (lines[5]["view"], lines[5]["by"], lines[5]["on"]) == ("in_scope", "王律师", "2026-03-02")
    assert lines[6]["value"] == "held" and lines[7]["value"] == "none"
    assert (lines[8]["before"], lines[8]["value"]) == ("true", "false")
    assert "新域名" in lines[9]["before"] and "2026-03-01" in lines[9]["before"]
    assert lines[10]["order"] == "shortest"
    assert all(line["verdict"] and isinstance(line["matter"], int) for line in lines)
    assert "13000000000" not in (tmp_path / LOG_NAME).read_text("utf-8")
    assert check_log((tmp_path / LOG_NAME).read_bytes()) == []
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / LOG_NAME).stat().st_mode) == 0o600


def test_sensitive_fields_of_records_are_held(tmp_path: Path) -> None:
    from compliance.facts.vocabulary import Bilingual, Vocabulary
    from compliance.frozen import changed

    label = Bilingual("x", "x")
    fields = (
        Fact("people.name", Kind.TEXT, label, parent="people"),
        Fact("people.phone", Kind.TEXT, label, parent="people", sensitive=True),
    )
    people = Fact("people", Kind.RECORDS, label, key="name", fields=fields)
    book = changed(
        BOOK, vocabulary=Vocabulary({one.id: one for one in (people, *fields)}), rules={}, sections=()
    )
    book = changed(book, packs={}, impossible=(), definitions={})
    record = Record("a", {"people.name": "a", "people.phone": "13000000000"})
    happen(
        AnswerLog(tmp_path, now),
        begin(book, AS_OF),
        events.Answer("people", Records((record,))),
        events.NotKnown("people"),
        events.Answer("people[a].phone", "13100000000"),
        events.RemoveRecord("people", "a"),
    )
    text = (tmp_path / LOG_NAME).read_text("utf-8")
    assert "13000000000" not in text and "13100000000" not in text
    assert text.count("held") == 5


# Replaying -----------------------------------------------------------------------------------------------------


def replayed(state: State, lines: list[dict[str, Any]], book: RuleBook) -> State:
    """The state after what a log says."""
    for line in lines:
        kind = getattr(events, line["event"])
        said = {name: line[name] for name in kind.__annotations__}
        if "value" in said:
            spot = spot_of(said["path"], book.vocabulary, state.answers)
            assert spot is not None
            said["value"] = value_in(said["value"], spot.fact)
        if "on" in said:
            said["on"] = date.fromisoformat(said["on"])
        if "order" in said:
            said["order"] = Order(said["order"])
        state = step(state, kind(**said))
    return state


def value_in(text: str, fact: Fact) -> Value:
    node, wrong = read_yaml(text.encode(), "", MANIFEST_LIMITS)
    problems: list[Problem] = []
    assert node is not None and not wrong
    value = read_value(node, fact, fact.id, "", problems)
    assert value is not None and not problems, (text, problems)
    return value


def random_event(rng: Random, state: State, truth: Mapping[str, Any], book: RuleBook) -> events.Event:
    if state.stage is Stage.ASKING and rng.random() < 0.6:
        return reply(state, truth)
    own = rng.choice(sorted(truth))
    fact = book.vocabulary[own]
    other: list[events.Event] = [events.Undo(), events.Back(), events.ToReview(), events.FromReview()]
    other += [events.NotKnown(own), events.Jump(own), events.Skip(own), events.Unpark(own)]
    other += [events.SetOrder(rng.choice(list(Order)))]
    value = random_answer(rng, fact, state.as_of, vague=False)
    if fact.kind is Kind.RECORDS:
        key = rng.choice(("k0", "k1", "a: b", "x, {y}", "'q'"))
        other += [
            events.AddRecord(own, key),
            events.RemoveRecord(own, key),
            events.RenameRecord(own, key, "new"),
        ]
        other += [events.ListComplete(own), events.ListOpen(own), events.Answer(own, value)]
    elif fact.kind is Kind.READING:
        other += [events.View(own, value, "王, “律师”", state.as_of, "a\nb")]
    else:
        other += [events.Answer(own, value)] * 3
    return rng.choice(other)


def test_the_log_replayed_gives_the_answers(tmp_path: Path) -> None:
    happened = 0
    for seed in range(70):
        pack = random_pack(seed)
        rng = Random(f"log {seed}")
        truth = pack.complete_answers(rng)
        if not truth:
            continue
        folder = tmp_path / str(seed)
        folder.mkdir()
        log = AnswerLog(folder, now)
        state = start = begin(pack.book, pack.as_of)
        for _ in range(25):
            try:
                state = happen(log, state, random_event(rng, state, truth, pack.book))
            except IllegalEvent:
                continue
        if not (folder / LOG_NAME).exists():
            continue
        lines = lines_of(folder)
        happened += len(lines)
        end = replayed(start, lines, pack.book)
        assert dict(end.answers) == dict(state.answers), seed
        assert end.parked == state.parked and end.current == state.current, seed
        assert check_log((folder / LOG_NAME).read_bytes()) == []
    assert happened > 600


def test_the_log_of_the_bundled_book_replayed(tmp_path: Path) -> None:
    """Sensitive answers are there again as `held`."""
    state = happen(AnswerLog(tmp_path, now), begin(BOOK, AS_OF), *SOME)
    end = replayed(begin(BOOK, AS_OF), lines_of(tmp_path), BOOK)
    assert dict(end.answers) == {**state.answers, "entity.responsible_phone": HELD}


# The chain -----------------------------------------------------------------------------------------------------


def a_log(folder: Path, *what: events.Event) -> bytes:
    happen(AnswerLog(folder, now), begin(BOOK, AS_OF), *(what or SOME))
    return (folder / LOG_NAME).read_bytes()


def test_every_change_of_a_line_shows(tmp_path: Path) -> None:
    data = a_log(tmp_path)
    lines = data.splitlines(keepends=True)
    for at, line in enumerate(lines[:-1]):
        rng = Random(at)
        place = rng.randrange(len(line) - 1)
        changed = line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]
        found = check_log(b"".join([*lines[:at], changed, *lines[at + 1 :]]))
        assert found and {line for _, line in codes(found)} <= {at + 1, at + 2, at + 3}, at
        # Who looks finds the line: it is damaged itself, or the next one says that the one before was changed.
        assert (
            any(code == "log.chain" and line == at + 2 for code, line in codes(found))
            or b"\n" in changed[:-1]
        )


def test_lines_taken_out_put_in_or_exchanged_show(tmp_path: Path) -> None:
    lines = a_log(tmp_path).splitlines(keepends=True)
    for at in range(len(lines) - 1):
        without = check_log(b"".join(lines[:at] + lines[at + 1 :]))
        assert ("log.chain", at + 1) in codes(without) and ("log.number", at + 1) in codes(without)
        twice = check_log(b"".join([*lines[: at + 1], lines[at], *lines[at + 1 :]]))
        assert ("log.chain", at + 2) in codes(twice)
    exchanged = [*lines[:3], lines[4], lines[3], *lines[5:]]
    assert check_log(b"".join(exchanged))
    assert check_log(b"junk\n" + b"".join(lines))[0].code == "log.not_a_line"
    for lang in ("zh", "en"):
        for problem in check_log(b"junk\n" + b"".join(lines) + b"half"):
            assert sentence(problem, lang).hint


def test_strange_logs_do_not_raise() -> None:
    assert check_log(b"") == []
    assert codes(check_log(b"[1]\n\xff\n{}\nnull\n")) == [
        ("log.not_a_line", 1),
        ("log.not_a_line", 2),
        ("log.number", 3),
        ("log.chain", 3),
        ("log.not_a_line", 4),
    ]
    assert codes(check_log(b'{"n": 1')) == [("log.half_line", 1)]
    assert check_log(b"[" * 100_000 + b"\n")[0].code == "log.not_a_line"


def test_the_next_interview_goes_on(tmp_path: Path) -> None:
    first = a_log(tmp_path)
    second = a_log(tmp_path, events.Answer("service.online", True))
    assert second.startswith(first)
    assert lines_of(tmp_path)[-1]["n"] == len(SOME) + 1
    assert check_log(second) == []


@pytest.mark.parametrize("cut", [1, 2, 40, 150])
def test_a_half_written_line_is_kept_and_marked(tmp_path: Path, cut: int) -> None:
    whole = a_log(tmp_path)
    (tmp_path / LOG_NAME).write_bytes(whole[:-cut])
    assert codes(check_log(whole[:-cut])) == [("log.half_line", len(SOME))]
    log = AnswerLog(tmp_path, now)
    assert log.problems == []
    healed = (tmp_path / LOG_NAME).read_bytes()
    assert healed.startswith(whole[:-cut] + b"\n")
    assert json.loads(healed.splitlines()[-1])["event"] == MARK
    assert json.loads(healed.splitlines()[-1])["n"] == len(SOME) + 1
    happen(log, begin(BOOK, AS_OF), events.Answer("service.online", True))
    data = (tmp_path / LOG_NAME).read_bytes()
    assert check_log(data) == []
    # The mark holds the hash of what is broken: changed later, it shows.
    lines = data.splitlines(keepends=True)
    lines[len(SOME) - 1] = lines[len(SOME) - 1].replace(b"n", b"m", 1)
    assert ("log.chain", len(SOME) + 1) in codes(check_log(b"".join(lines)))
    AnswerLog(tmp_path, now)
    assert (tmp_path / LOG_NAME).read_bytes() == data


def test_lines_longer_than_what_is_read_at_once(tmp_path: Path) -> None:
    long = "长" * 9_000
    state = begin(BOOK, AS_OF)
    log = AnswerLog(tmp_path, now)
    for number in range(60):
        state = happen(log, state, events.Answer("service.name", f"{long}{number}"))
    data = (tmp_path / LOG_NAME).read_bytes()
    assert len(data) > 2 << 20 and check_log(data) == []


def test_two_interviews_in_one_folder(tmp_path: Path) -> None:
    one, other = AnswerLog(tmp_path, now), AnswerLog(tmp_path, now)
    state = begin(BOOK, AS_OF)
    for number in range(6):
        happen((one, other)[number % 2], state, events.Answer("service.online", bool(number % 3)))
    assert [line["n"] for line in lines_of(tmp_path)] == [1, 2, 3, 4, 5, 6]
    assert check_log((tmp_path / LOG_NAME).read_bytes()) == []


def test_times_have_an_offset(tmp_path: Path) -> None:
    for at in (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1)):  # noqa: DTZ001
        happen(
            AnswerLog(tmp_path, lambda at=at: at), begin(BOOK, AS_OF), events.Answer("service.online", True)
        )
    for line in lines_of(tmp_path):
        assert datetime.fromisoformat(line["time"]).tzinfo is not None


# In the way of nothing -----------------------------------------------------------------------------------------


def test_a_log_that_cannot_be_written_catches_up(tmp_path: Path) -> None:
    folder = tmp_path / "not yet"
    log = AnswerLog(folder, now)
    state = happen(log, begin(BOOK, AS_OF), *SOME[:4])
    assert [problem.code for problem in log.problems] == ["log.unwritable"]
    for lang in ("zh", "en"):
        assert clean(folder.as_posix()) in sentence(log.problems[0], lang).message
    log.problems.clear()
    folder.mkdir()
    happen(log, state, SOME[4])
    assert log.problems == []
    assert [line["event"] for line in lines_of(folder)] == [type(event).__name__ for event in SOME[:5]]
    assert check_log((folder / LOG_NAME).read_bytes()) == []


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = AnswerLog(tmp_path, now)
    state = happen(log, begin(BOOK, AS_OF), *SOME[:3])
    before = (tmp_path / LOG_NAME).read_bytes()
    write = os.write

    def full(descriptor: int, data: Any) -> int:
        write(descriptor, bytes(data)[:20])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    state = happen(log, state, SOME[3])
    monkeypatch.undo()
    assert (tmp_path / LOG_NAME).read_bytes() == before
    assert [problem.code for problem in log.problems] == ["log.unwritable"]
    happen(log, state, SOME[4])
    assert len(lines_of(tmp_path)) == 5 and check_log((tmp_path / LOG_NAME).read_bytes()) == []


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:7]))
    happen(AnswerLog(tmp_path, now), begin(BOOK, AS_OF), *SOME[:3])
    monkeypatch.undo()
    assert len(lines_of(tmp_path)) == 3


@pytest.mark.parametrize("sort", ["folder", "link", "dangling", "pipe"])
def test_what_is_no_file_is_left_alone(tmp_path: Path, sort: str) -> None:
    place, other = tmp_path / LOG_NAME, tmp_path / "other"
    match sort:
        case "folder":
            place.mkdir()
        case "link":
            other.write_text("mine")
            place.symlink_to(other)
        case "dangling":
            place.symlink_to(other)
        case _:
            os.mkfifo(place)
    log = AnswerLog(tmp_path, now)
    happen(log, begin(BOOK, AS_OF), *SOME[:2])
    assert [problem.code for problem in log.problems] == ["log.not_regular"]
    assert sort != "link" or other.read_text() == "mine"
    assert sort != "dangling" or not other.exists()


def test_a_session_shows_what_the_log_complains_of(tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).mkdir()
    session = Session(Setting(tmp_path / "compliance.yaml", BOOK, AS_OF, "zh"), (AnswerLog(tmp_path, now),))
    session.send(events.Answer("service.online", True))
    assert [problem.code for problem in session.notices] == ["log.not_regular"]
    session.notices.clear()
    session.send(events.Answer("service.on_blockchain", True))
    assert session.notices == []
    assert not session.unsaved
