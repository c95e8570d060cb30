"""The full-screen wizard, driven by keys without a terminal: what it shows, saves, refuses and survives."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Coroutine
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual import events

from compliance.assessment.assess import assess
from compliance.cli import save as save_module
from compliance.cli.main import run as run_cli
from compliance.cli.save import look, names_of
from compliance.errors import Problem, UsageError
from compliance.facts.editor import merged
from compliance.facts.manifest import Manifest
from compliance.facts.values import HELD
from compliance.interview.events import Answer, ListComplete
from compliance.interview.state import Stage
from compliance.packs.rulebook import RuleBook
from compliance.wizard.app.dialogs import Page, Pick, ViewForm
from compliance.wizard.app.field import Field
from compliance.wizard.app.question_pane import QuestionPane
from compliance.wizard.app.wizard_app import WizardApp, farewell
from compliance.wizard.proposals import Proposal
from compliance.wizard.session import Session
from tests.wizard.driver import AS_OF, ROOT, bundled_book, go, play, press, running, setting
from tests.wizard.keys import Text
from tests.wizard.screen import screen_lines

SCREENS = Path(__file__).parent / "screens"
SIZES = {"80x24": (80, 24), "200x50": (200, 50)}


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return bundled_book()


@pytest.fixture(autouse=True)
def _in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named as a person in their folder names them."""
    monkeypatch.chdir(tmp_path)


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


def saved(folder: Path, book: RuleBook) -> Manifest:
    """What the files say now."""
    path = folder / "compliance.yaml"
    return merged(look(path), names_of(path), book.vocabulary)


def copy_of(name: str, folder: Path) -> None:
    shutil.copytree(ROOT / "examples" / name, folder, dirs_exist_ok=True)


def unwrapped(report: str) -> str:
    """A report whatever the width it was made for."""
    return "".join(report.split())


def example(name: str, book: RuleBook) -> Manifest:
    return saved(ROOT / "examples" / name, book)


def compare(name: str, app: WizardApp) -> None:
    """Compare the screen with the one on record; `--regenerate` records it."""
    found = "\n".join(screen_lines(app)) + "\n"
    path = SCREENS / f"{name}.txt"
    if os.environ.get("COMPLIANCE_REGENERATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found)
    assert found == path.read_text(), name


# From nothing to the verdict ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "lang"), [("hospital-procurement", "zh"), ("trade-finance", "en")])
def test_by_keys_alone_from_an_empty_folder_to_the_verdict(
    name: str, lang: str, book: RuleBook, tmp_path: Path
) -> None:
    """What was typed is in the file, and an assessment of the file gives the verdict that the wizard shows."""
    truth = example(name, book)

    async def test() -> None:
        async with running(setting(tmp_path, book, lang)) as (app, pilot):
            await play(app, pilot, truth.answers)
            state = app.session.state
            assert state.stage is Stage.REVIEW and not app.session.unsaved
            written = saved(tmp_path, book)
            assert written.answers == state.answers
            fresh = assess(book, written, AS_OF)
            assert fresh.verdict is state.assessment.verdict is assess(book, truth, AS_OF).verdict
            assert [one.outcome for one in fresh.findings] == [
                one.outcome for one in state.assessment.findings
            ]

    run(test())


def test_a_killed_wizard_goes_on_where_it_was(book: RuleBook, tmp_path: Path) -> None:
    """Nothing but the files is left of the first run; the second shows the same question and keeps what was parked."""

    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await press(pilot, "1", "f6", "f5", "1")
            before = app.session.state
        async with running(setting(tmp_path, book)) as (app, pilot):
            after = app.session.state
            assert after.answers == before.answers and after.parked == before.parked == {"service.online"}
            assert after.skipped == before.skipped and after.current == before.current

    run(test())


# What stands on the screen -----------------------------------------------------------------------------------

SHOWN: dict[str, list[str]] = {
    "yes-no": [],
    "help": ["f1"],
    "set": ["1", "1", "1", "1", "1", "1"],
    "find": ["f3", Text("保")],
    "section": ["f4"],
    "later-and-unsure": ["f5", "f6", "f4"],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shown", SHOWN)
def test_screens_from_the_start(shown: str, size: str, lang: str, book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, lang), SIZES[size]) as (app, pilot):
            await press(pilot, *SHOWN[shown])
            compare(f"{shown}-{size}-{lang}", app)

    run(test())


PLACES: dict[str, tuple[str, list[str]]] = {
    "date": ("service.started_on", [Text("2026-02-10")]),
    "date-wrong": ("service.started_on", [Text("明天"), "enter"]),
    "identifier-right": ("filing.number", [Text("京网信备11010825000000016X号")]),
    "identifier-wrong": ("entity.uscc", [Text("91310000MA1FL0000")]),
    "amount": ("records.retention", [Text("6月"), "enter"]),
    "sensitive": ("entity.responsible_phone", [Text("13800138000")]),
    "choice": ("entity.kind", []),
    "list-empty": ("filing.changes", []),
    "list": ("filing.changes", [Text("改名"), "enter", Text("迁移"), "enter"]),
    "list-entry": ("filing.changes", [Text("改名"), "enter", "tab", "up", "home", "enter"]),
    "reading": ("reading.business_only", []),
    "view": ("reading.business_only", ["1", "enter", "enter", "enter"]),
    "answered": ("service.online", ["1", "f7"]),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("shown", PLACES)
def test_screens_of_every_kind_of_question(shown: str, lang: str, book: RuleBook, tmp_path: Path) -> None:
    path, keys = PLACES[shown]

    async def test() -> None:
        async with running(setting(tmp_path, book, lang)) as (app, pilot):
            await go(app, pilot, path)
            await press(pilot, *keys)
            compare(f"{shown}-80x24-{lang}", app)

    run(test())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["incomplete", "wallet"])
def test_screens_of_the_review(name: str, size: str, lang: str, book: RuleBook, tmp_path: Path) -> None:
    copy_of(name, tmp_path)

    async def test() -> None:
        async with running(setting(tmp_path, book, lang), SIZES[size]) as (app, pilot):
            await press(pilot, *([] if app.session.state.stage is Stage.REVIEW else ["f9"]))
            compare(f"review-{name}-{size}-{lang}", app)
            await press(pilot, "2")
            assert isinstance(app.screen, Page)
            compare(f"report-{name}-{size}-{lang}", app)

    run(test())


def test_the_report_is_the_one_of_check(
    book: RuleBook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_of("wallet", tmp_path)
    run_cli(["check", ".", "--lang", "en", "--as-of", AS_OF.isoformat()])
    checked = unwrapped(capsys.readouterr().out)

    async def test() -> None:
        asked = setting(tmp_path, book, "en")._replace(as_of_given=True)
        async with running(asked, (120, 50)) as (app, pilot):
            await press(pilot, "f9", "2")
            page = app.screen
            assert isinstance(page, Page)
            assert unwrapped(page.text) == checked
            assert "compliance.yaml:70:9" in page.text

    run(test())


def test_a_report_that_cannot_be_had_says_why(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await press(pilot, "f9", "2")
            assert not isinstance(app.screen, Page)
            assert "no file was written" in "\n".join(screen_lines(app))
            await press(pilot, "f9", "1", "f9")
            (tmp_path / "compliance.yaml").write_bytes(b"facts: [")
            await press(pilot, "2")
            assert not isinstance(app.screen, Page)
            assert "compliance.yaml" in "\n".join(screen_lines(app))

    run(test())


# Going about -------------------------------------------------------------------------------------------------


def test_the_language_changes_at_any_time(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "zh")) as (app, pilot):
            chinese = screen_lines(app)
            await press(pilot, "f2")
            english = screen_lines(app)
            assert "Does the service itself run on a blockchain" in "\n".join(english)
            await press(pilot, "f2")
            assert screen_lines(app) == chinese

    run(test())


def test_chinese_that_the_terminal_cannot_show_is_not_switched_to(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        app = WizardApp(Session(setting(tmp_path, book, "en")), chinese=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "f2")
            assert app.lang == "en"
            assert "cannot show Chinese" in "\n".join(screen_lines(app))

    run(test())


def test_skip_is_never_a_no_and_unsure_is_not_asked_again(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await press(pilot, "f5")
            assert "service.on_blockchain" not in app.session.state.answers
            assert not (tmp_path / "compliance.yaml").exists()
            await press(pilot, "f6")
            assert app.session.state.parked == {"service.online"}
            assert "online: unknown" in (tmp_path / "compliance.yaml").read_text()

    run(test())


def test_back_undo_and_the_review_and_on_from_there(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await press(pilot, "1", "1")
            await press(pilot, "f7")
            assert app.session.state.current == "service.online"
            await press(pilot, "2")
            assert app.session.state.answers["service.online"] is False
            await press(pilot, "f8")
            assert saved(tmp_path, book).answers["service.online"] is True
            await press(pilot, "f9")
            assert app.session.state.stage is Stage.REVIEW
            await press(pilot, "f9")
            assert app.session.state.stage is Stage.ASKING
            for _ in range(3):
                await press(pilot, "f8")
            assert not app.session.state.answers
            await press(pilot, "f8")
            assert "撤销" in "\n".join(screen_lines(app)) and app.is_running

    run(test())


def test_an_earlier_answer_that_changes_makes_others_moot_and_they_stay(
    book: RuleBook, tmp_path: Path
) -> None:
    truth = example("logistics", book)
    for file in (ROOT / "examples" / "logistics").glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())

    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await go(app, pilot, "service.on_blockchain")
            await press(pilot, "2")
            state = app.session.state
            assert state.assessment.verdict == "out_of_scope"
            assert saved(tmp_path, book).answers == {**truth.answers, "service.on_blockchain": False}
            await press(pilot, *([] if state.stage is Stage.REVIEW else ["f9"]))
            assert "目前不计入" in "\n".join(screen_lines(app))

    run(test())


def test_what_is_sensitive_goes_into_the_private_file_only_and_is_not_shown(
    book: RuleBook, tmp_path: Path
) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await go(app, pilot, "entity.responsible_phone")
            await press(pilot, Text("13800138000"), "enter")
            assert "13800138000" not in (tmp_path / "compliance.yaml").read_text()
            assert "13800138000" in (tmp_path / "compliance.private.yaml").read_text()
            assert (tmp_path / "compliance.private.yaml").stat().st_mode & 0o077 == 0
            await go(app, pilot, "entity.responsible_phone")
            await press(pilot)
            assert "13800138000" not in "\n".join(screen_lines(app))
            await press(pilot, "f9")
            assert "13800138000" not in "\n".join(screen_lines(app))
            await go(app, pilot, "entity.responsible_phone")
            await press(pilot, "down", "down", "enter")
            assert app.session.state.answers["entity.responsible_phone"] is HELD

    run(test())


def test_entries_are_added_edited_renamed_and_removed(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await go(app, pilot, "filing.changes")
            await press(pilot, Text("rename"), "enter", Text("rename"), "enter")
            assert "Two entries of" in "\n".join(screen_lines(app))
            await press(pilot, "ctrl+u", Text("move"), "enter")
            await press(pilot, "tab", "home", "enter", "4", "ctrl+u", Text("new name"), "enter")
            keys = [entry.key for entry in app.session.state.answers["filing.changes"].entries]
            assert keys == ["new name", "move"]
            await press(pilot, "tab", "home", "enter", "1", "1")
            await press(pilot, "f7")
            state = app.session.state
            assert state.answers["filing.changes"].entries[0].fields["filing.changes.kind"] == "service_items"
            assert saved(tmp_path, book).answers == state.answers
            await go(app, pilot, "filing.changes")
            await press(pilot, "tab", "home", "down", "enter", "5")
            assert [entry.key for entry in app.session.state.answers["filing.changes"].entries] == [
                "new name"
            ]
            assert not app.session.state.answers["filing.changes"].complete
            await press(pilot, "enter", "enter")
            assert app.session.state.answers["filing.changes"].complete
            assert saved(tmp_path, book).answers == app.session.state.answers

    run(test())


def test_a_view_needs_somebody_who_holds_it_and_a_day(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await go(app, pilot, "reading.business_only")
            await press(pilot, "2", "enter", "enter", "enter")
            assert isinstance(app.screen, ViewForm)
            await press(pilot, Text("counsel"), "tab", "ctrl+u", Text("soon"), "enter", "enter")
            assert isinstance(app.screen, ViewForm)
            await press(pilot, "ctrl+u", Text("2026-11-20"), "enter", Text("by mail"), "enter")
            view = saved(tmp_path, book).readings["reading.business_only"]
            assert (view.view, view.by, view.on, view.note) == (
                "out_of_scope", "counsel", date(2026, 11, 20), "by mail",
            )  # fmt: skip

    run(test())


def test_a_proposal_is_shown_with_its_place_and_taken_only_when_confirmed(
    book: RuleBook, tmp_path: Path
) -> None:
    proposal = Proposal("filing.number", "京网信备11010825000000016X号", "site/footer.html:12", "<p>…</p>")
    asked = setting(tmp_path, book, "en")._replace(proposals={"filing.number": proposal})

    async def test() -> None:
        async with running(asked) as (app, pilot):
            await go(app, pilot, "filing.number")
            await press(pilot)
            assert "site/footer.html:12" in "\n".join(screen_lines(app))
            assert "filing.number" not in app.session.state.answers
            await press(pilot, "down", "enter")
            assert app.session.state.answers["filing.number"] == proposal.value

    run(test())


# Bad input ---------------------------------------------------------------------------------------------------

HOSTILE = {
    "control characters": "a\x1b[31mb\x07\x00c",
    "right to left": "abc\u202edef",
    "zero width": "名\u200b称",
    "lone surrogate": "a\ud800b",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hidden_characters_are_shown_and_refused(name: str, book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await go(app, pilot, "service.name")
            await press(pilot)
            app.query_one(QuestionPane).area.query_one(Field).put_pasted(HOSTILE[name])
            await press(pilot)
            lines = "\n".join(screen_lines(app))
            assert "<U+" in lines and "\x1b" not in lines
            assert "invisible" in lines
            await press(pilot, "enter")
            assert "service.name" not in app.session.state.answers
            assert "retype" in "\n".join(screen_lines(app)).casefold()

    run(test())


def test_emoji_and_rare_characters_are_taken_as_they_are(book: RuleBook, tmp_path: Path) -> None:
    text = "链宝😀 𠮷田 العربية"

    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await go(app, pilot, "service.name")
            await press(pilot, Text(text), "enter")
            assert saved(tmp_path, book).answers["service.name"] == text

    run(test())


@pytest.mark.parametrize("path", ["service.name", "service.started_on", "filing.changes"])
def test_a_flood_is_refused_and_said_so(path: str, book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await go(app, pilot, path)
            await press(pilot, Text("12"))
            app.query_one(QuestionPane).area.query_one(Field).put_pasted("区" * 100_000)
            await press(pilot)
            assert "100000" in "\n".join(screen_lines(app))
            assert app.query_one(QuestionPane).area.query_one(Field).value == "12"
            assert path not in app.session.state.answers

    run(test())


def test_pasted_lines_are_joined_and_said_so(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await go(app, pilot, "service.name")
            await press(pilot)
            app.query_one(QuestionPane).area.query_one(Field).put_pasted("first\r\n\n  second\nthird")
            await press(pilot)
            assert app.query_one(QuestionPane).area.query_one(Field).value == "first second third"
            assert "joined" in "\n".join(screen_lines(app))

    run(test())


@pytest.mark.parametrize("keys", [[], ["f9"], ["f3"], ["f1"], ["f4"]])
def test_a_tiny_terminal_loses_nothing(keys: list[str], book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            await press(pilot, "1", *keys)
            for size in [(20, 5), (10, 3), (1, 1), (300, 100), (80, 24)]:
                await pilot.resize_terminal(*size)
                await press(pilot)
            await press(pilot, "escape")
            await pilot.resize_terminal(20, 5)
            await press(pilot, *([] if app.session.state.stage is Stage.ASKING else ["f9"]), "1")
            assert len(app.session.state.answers) == 2
            assert saved(tmp_path, book).answers == app.session.state.answers

    run(test())


def test_no_key_makes_it_fall(book: RuleBook, tmp_path: Path) -> None:
    """Every key that means something, anywhere, one after the other."""
    windows = ["f1", "escape", "f2", "f3", "escape", "f4", "escape", "ctrl+f", "escape"]
    events = ["f5", "f6", "f7", "f8", "f9", "enter", "escape", "space", "ctrl+c", "ctrl+z", "ctrl+l"]
    keys = [*windows, *events, "tab", "up", "down", "home", "end", "pageup", "0", "9", "x"]

    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            for round_ in range(3):
                for key in keys[round_:] + keys[:round_]:
                    await press(pilot, key)
            assert app.is_running

    run(test())


# Files that fail ---------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_everything_is_written_when_there_is_room(
    book: RuleBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UsageError(
            Problem("file.unwritable", None, {"file": "compliance.yaml", "why": "No space left on device"})
        )

    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            with monkeypatch.context() as patched:
                patched.setattr(save_module, "write_together", full)
                await press(pilot, "1", "1")
                lines = "\n".join(screen_lines(app))
                assert "NOT SAVED" in lines and "No space left" in lines
                await press(pilot, "f10")
                assert app.is_running and "could not be saved" in "\n".join(screen_lines(app))
                await press(pilot, "2")
            await press(pilot, "ctrl+r")
            assert "NOT SAVED" not in "\n".join(screen_lines(app))
            assert saved(tmp_path, book).answers == app.session.state.answers != {}

    run(test())


def test_a_file_changed_meanwhile_is_taken_over(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await press(pilot, "1")
            path = tmp_path / "compliance.yaml"
            path.write_text(path.read_text() + "    name: other # by somebody else\n")
            await press(pilot, "1")
            assert "somebody else" in "\n".join(screen_lines(app))
            answers = saved(tmp_path, book).answers
            assert answers == app.session.state.answers
            assert answers["service.name"] == "other" and answers["service.online"] is True
            assert "# by somebody else" in path.read_text()

    run(test())


def test_a_file_broken_meanwhile_blocks_until_it_is_repaired(book: RuleBook, tmp_path: Path) -> None:
    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await press(pilot, "1")
            path = tmp_path / "compliance.yaml"
            good = path.read_text()
            path.write_text(good + "  : {")
            await press(pilot, "1", "1")
            assert "cannot be read any more" in "\n".join(screen_lines(app))
            assert path.read_text() == good + "  : {"
            assert len(list(tmp_path.glob("*.mine*"))) == 1
            path.write_text(good)
            await press(pilot, "ctrl+r")
            assert saved(tmp_path, book).answers == app.session.state.answers
            assert len(app.session.state.answers) == 3

    run(test())


def test_leaving_says_where_everything_is(book: RuleBook, tmp_path: Path) -> None:
    session = Session(setting(tmp_path, book, "en"))
    assert "no file was written" in farewell(session, "en")
    session.send(Answer("service.online", True))
    session.send(ListComplete("filing.changes"))
    assert "compliance.yaml" in farewell(session, "en")
    assert farewell(session, "en").endswith("To go on: compliance wizard .")


def test_a_manifest_of_another_name_is_gone_on_with(book: RuleBook, tmp_path: Path) -> None:
    again = setting(tmp_path, book, "en")._replace(path=tmp_path / "a b.yml", options=("--pack", "p"))
    session = Session(again)
    session.send(Answer("service.online", True))
    assert farewell(session, "zh").endswith(f"compliance wizard '{tmp_path / 'a b.yml'}' --pack p")


def test_keys_pressed_ahead_do_not_answer_a_question_twice(book: RuleBook, tmp_path: Path) -> None:
    """Two keys before the screen follows: the second is for a question nobody has seen, so it counts for none."""

    async def test() -> None:
        async with running(setting(tmp_path, book)) as (app, pilot):
            driver = app._driver
            assert driver is not None
            for character in "12":
                driver.send_message(events.Key(character, character))
            await press(pilot)
            assert app.session.state.answers["service.on_blockchain"] is True

    run(test())


def test_everything_can_be_clicked(book: RuleBook, tmp_path: Path) -> None:
    """An answer, a section and its questions, a key of the last line."""

    async def test() -> None:
        async with running(setting(tmp_path, book, "en")) as (app, pilot):
            await pilot.click("AnswerArea Choices", offset=(3, 1))
            await press(pilot)
            assert app.session.state.answers == {"service.on_blockchain": False}
            await pilot.click("#keys", offset=(1, 0))
            await press(pilot)
            assert isinstance(app.screen, Page)
            await press(pilot, "escape")
            await pilot.click("#sections", offset=(6, 1))
            await press(pilot)
            assert isinstance(app.screen, Pick)

    run(test())
