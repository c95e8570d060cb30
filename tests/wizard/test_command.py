"""`compliance wizard`: its options, what stops it, answers from other files, which face is chosen."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from compliance.cli.main import run
from compliance.errors import Location, Problem
from compliance.facts.manifest import View
from compliance.facts.values import Record, Records
from compliance.interview import events as e
from compliance.interview.state import Order
from compliance.wizard import command
from compliance.wizard.answer_log import check_log
from compliance.wizard.command import WizardRequest, wizard
from compliance.wizard.prefill import Answered, answers_of_manifest, prefill
from compliance.wizard.session import Session, Setting
from tests.wizard.robot import BOOK, ROOT, example
from tests.wizard.test_session import plain

DAY = "2026-11-24"
AS_OF = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    typed(monkeypatch)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    data = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


def module(monkeypatch: pytest.MonkeyPatch, name: str, **functions: Any) -> None:
    """A module that somebody else writes."""
    made = ModuleType(f"compliance.wizard.{name}")
    vars(made).update(functions)
    monkeypatch.setitem(sys.modules, made.__name__, made)


def opened(folder: Path) -> Session:
    return Session(Setting(folder / "compliance.yaml", BOOK, AS_OF, "en"))


# The language, the face --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "environment", "written", "said"),
    [
        ([], {}, "", "A new self-assessment"),
        ([], {"LANG": "zh_CN.UTF-8"}, "", "新的自评"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "", "A new self-assessment"),
        ([], {"LANG": "zh_CN.UTF-8"}, "compliance: 1\nlanguage: en\n", "A new self-assessment"),
        ([], {}, "compliance: 1\nlanguage: zh\n", "新的自评"),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "compliance: 1\nlanguage: zh\n", "A new self-assessment"),
    ],
)
def test_the_language(
    arguments: list[str],
    environment: dict[str, str],
    written: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    if written:
        (tmp_path / "compliance.yaml").write_text(written, encoding="utf-8")
    assert run(["wizard", str(tmp_path), "--plain", "--as-of", DAY, *arguments]) == 0
    assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    ("tty", "term", "plain_asked", "face"),
    [
        (True, "xterm", False, "app"),
        (True, "xterm", True, "plain"),
        (True, "dumb", False, "plain"),
        (True, "", False, "plain"),
        (False, "xterm", False, "plain"),
    ],
)
def test_the_face(
    tty: bool, term: str, plain_asked: bool, face: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Session] = []
    module(monkeypatch, "app", run_app=lambda session, chinese: drawn.append(session) or 0)
    monkeypatch.setattr(command, "_is_terminal", lambda stream: tty)
    monkeypatch.setenv("TERM", term)
    assert wizard(WizardRequest(tmp_path, as_of=DAY, plain=plain_asked, order="shortest")) == 0
    assert bool(drawn) == (face == "app")
    assert all(session.state.order is Order.SHORTEST for session in drawn)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_chinese_that_the_terminal_cannot_show_is_not_switched_to(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "lang zh", "y", "quit")
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding, errors="replace"))
    assert run(["wizard", str(tmp_path), "--plain", "--as-of", DAY, "--lang", "en"]) == 0
    sys.stdout.flush()
    said = shown.getvalue().decode(encoding)
    assert "cannot show Chinese" in said and "Saved. Service based on blockchain: yes" in said


def test_a_closed_standard_input_is_an_orderly_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert wizard(WizardRequest(tmp_path, as_of=DAY)) == 0
    assert "Nothing was answered" in capsys.readouterr().out


# What stops it -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        "compliance: 1\nfacts: [\n",
        "compliance: 1\nfacts: {service: {online: perhaps, nmae: x}}\n",
        "compliance: 7\n",
        "compliance: 1\nfacts: {service: {name: 无}}\n"
        "waivers: [{rule: no.such.rule, reason: r, approver: a, expires: 2027-01-01}]\n",
        "compliance: 1\nevidence: [{id: a, kind: nope, rules: [], file: ../../x}]\n",
    ],
)
def test_a_manifest_that_cannot_be_read_is_complained_of_as_check_does(
    text: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "compliance.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["check", str(path), "--as-of", DAY, "--lang", lang]) == 2
    wanted = capsys.readouterr().err
    assert run(["wizard", str(path), "--as-of", DAY, "--lang", lang, "--plain"]) == 2
    assert capsys.readouterr() == ("", wanted)
    assert [one.name for one in tmp_path.iterdir()] == ["compliance.yaml"]
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--pack", "nope"], "usage.unknown_pack"),
        (["--as-of", "tomorrow"], "usage.date"),
        (["--as-of", "1999-01-01"], "usage.nothing_in_force"),
        (["--rules", "nowhere"], "pack."),
        (["--answers", "nowhere.yaml"], "file.not_found"),
        (["--scan", "nowhere"], "usage.no_folder"),
        (["--web"], "usage.web_alone"),
        (["--web", "--export-questions", "out"], "usage.web_alone"),
    ],
)
def test_mistakes_on_the_command_line(
    arguments: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["wizard", str(tmp_path / "new"), "--plain", *arguments]) == 2
    told = capsys.readouterr()
    assert f"[{code}" in told.err and told.err.startswith(("compliance: error:", "nowhere"))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--order", "random"], ["a", "b"], ["--nope"]])
def test_what_the_command_line_refuses(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wizard", *arguments]) == 2
    assert capsys.readouterr().err.startswith("compliance: error:")


@pytest.mark.parametrize(
    ("name", "file"),
    [("example.com", "example.com/compliance.yaml"), ("v1.2/", "v1.2/compliance.yaml"), ("a.yml", "a.yml")],
)
def test_what_is_not_there_is_a_folder_unless_it_is_called_like_a_manifest(
    name: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "yes")
    assert run(["wizard", f"{tmp_path}/{name}", "--plain", "--lang", "en"]) == 0
    assert (tmp_path / file).is_file()
    assert run(["check", f"{tmp_path}/{name}"]) == 3


def test_how_to_go_on_can_be_typed_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what was asked for this time: the same rules, the same language, the same face."""
    monkeypatch.chdir(tmp_path)
    typed(monkeypatch, "yes", "q")
    options = ["--lang", "en", "--as-of", DAY, "--pack", "cac-order-3", "--log", "--plain"]
    assert run(["wizard", *options, "--", "-our service"]) == 0
    said = capsys.readouterr().out.splitlines()[-1].strip()
    assert said == f"compliance wizard './-our service/compliance.yaml' {' '.join(options)}"
    assert run(shlex.split(said)[1:]) == 0
    assert "1 question answered so far" in capsys.readouterr().out


def test_the_private_file_is_no_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wizard", str(tmp_path / "compliance.private.yaml"), "--plain", "--lang", "zh"]) == 2
    assert "[file.private_as_manifest]" in capsys.readouterr().err


def test_a_folder_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "compliance.yaml").mkdir()
    assert run(["wizard", str(tmp_path), "--plain"]) == 2
    assert capsys.readouterr().err.startswith("compliance: error:")


def test_the_report_is_the_one_of_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "y", "n", "report", "quit")
    assert run(["wizard", str(tmp_path), "--plain", "--as-of", DAY, "--lang", "en"]) == 0
    told = capsys.readouterr().out
    run(["check", str(tmp_path), "--as-of", DAY, "--lang", "en"])
    assert capsys.readouterr().out in told


# Answers from other files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["wallet", "trade-finance"])
def test_all_answers_of_an_example_are_taken(name: str, tmp_path: Path) -> None:
    session = opened(tmp_path)
    found = answers_of_manifest(ROOT / "examples" / name, BOOK)
    done = prefill(session, found)
    assert not done.kept and not done.refused and not session.unsaved and not session.notices
    truth = example(name)
    assert plain(session.state.answers) == plain(truth.answers)
    assert set(session.state.readings) == set(truth.readings)
    assert prefill(session, found) == ((), (), (), ())


def test_what_is_there_already_stands(tmp_path: Path) -> None:
    session = opened(tmp_path)
    for event in (
        e.Answer("service.name", "Mine"),
        e.Answer("entity.responsible_phone", "13800138000"),
        e.AddRecord("filing.changes", "a"),
        e.Answer("filing.changes[a].kind", "service_items"),
        e.NotKnown("service.online"),
    ):
        session.send(event)
    field = "filing.changes.kind"
    theirs = Answered(
        {
            "service.name": "Theirs",
            "entity.responsible_phone": "13900139000",
            "service.online": True,
            "filing.changes": Records(
                (Record("a", {field: "platform_address"}), Record("b", {field: "service_items"})),
                complete=True,
            ),
            "no.such": True,
            "reading.internal_only": "applies",
        },
        unknown=frozenset(["service.name", "service.on_blockchain"]),
        places={"service.name": Location("theirs.yaml", 4, 3), "no.such": Location("theirs.yaml", 9, 1)},
    )
    done = prefill(session, theirs)
    assert session.state.answers["service.name"] == "Mine"
    assert session.state.answers["service.online"] is True
    assert session.state.parked == {"service.on_blockchain"}
    assert set(done.taken) == {
        "service.online",
        "filing.changes[b]",
        "filing.changes[b].kind",
        "filing.changes",
        "service.on_blockchain",
    }
    assert [(one.code, one.details["path"]) for one in done.kept] == [
        ("wizard.kept", "service.name"),
        ("wizard.kept", "entity.responsible_phone"),
        ("wizard.kept", "filing.changes[a].kind"),
    ]
    assert done.kept[0].location == Location("theirs.yaml", 4, 3)
    assert not any(number in str(done.kept[1].details) for number in ("13800138000", "13900139000"))
    assert [one.code for one in done.refused] == [
        "interview.unknown_path",
        "interview.reading_needs_who_when",
    ]


def test_a_list_that_was_closed_is_not_opened(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.send(e.ListComplete("filing.changes"))
    done = prefill(session, Answered({"filing.changes": Records((Record("a"),), complete=True)}))
    assert not done.taken and [one.details["path"] for one in done.kept] == ["filing.changes[a]"]
    assert session.state.answers["filing.changes"] == Records((), complete=True)


def test_views_are_taken_with_their_names(tmp_path: Path) -> None:
    session = opened(tmp_path)
    option = BOOK.vocabulary["reading.internal_only"].options[0].id
    view = View("reading.internal_only", option, "Li", AS_OF, "by mail", Location("x"))
    done = prefill(session, Answered({view.reading: option}, {view.reading: view}))
    assert done.taken == (view.reading,)
    found = session.state.readings[view.reading]
    assert (found.view, found.by, found.on, found.note) == (option, "Li", AS_OF, "by mail")


def test_answers_of_a_file_with_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can be read is taken, what cannot is told with its line; answers that exclude each other too."""
    file = tmp_path / "answers.yaml"
    file.write_text(
        "compliance: 1\nfacts:\n  service:\n    online: true\n    name: 无\n    ends_on: soon\n",
        encoding="utf-8",
    )
    arguments = ["wizard", str(tmp_path / "new"), "--plain", "--as-of", DAY, "--answers", str(file), "--lang"]
    assert run([*arguments, "en"]) == 0
    told = capsys.readouterr()
    assert f"From {file.as_posix()}: 1 taken, 0 answered otherwise already and left, 2 refused." in told.out
    assert f"{file.as_posix()}:5:11: error:" in told.err and f"{file.as_posix()}:6:14: error:" in told.err
    assert run([*arguments, "zh"]) == 0
    assert "采用 0 项；0 项已有不同回答，保持不变；2 项未能采用" in capsys.readouterr().out


def test_answers_that_exclude_each_other_are_told(tmp_path: Path) -> None:
    from tests.unit.sample_book import book

    session = Session(Setting(tmp_path / "compliance.yaml", book(), AS_OF, "zh"))
    place = Location("old.yaml", 7, 3)
    done = prefill(
        session,
        Answered(
            {"service.staff": 0, "service.endpoints": Records((Record("site"),)), "service.public": True},
            places={"service.endpoints[site]": place},
        ),
    )
    first = done.refused[0]
    assert (first.code, first.location) == ("interview.impossible", place)
    assert session.state.answers["service.public"] is True and session.state.answers["service.staff"] == 0


def test_a_filled_questionnaire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[Path, str]] = []

    def read_answers(path: Path, book: object, lang: str) -> Answered:
        read.append((path, lang))
        return Answered(
            {"service.online": True}, problems=(Problem("file.unreadable", None, {"file": "x", "why": "y"}),)
        )

    module(monkeypatch, "questionnaire", read_answers=read_answers)
    file = tmp_path / "filled.CSV"
    assert wizard(WizardRequest(tmp_path, lang="en", as_of=DAY, answers=file, plain=True)) == 0
    assert read == [(file, "en")]
    assert opened(tmp_path).state.answers == {"service.online": True}


def test_what_a_spreadsheet_made_of_the_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A letter for yes is taken, a shortened number is taken and told, a day with a time is told as a day."""
    sheet = tmp_path / "a.csv"
    sheet.write_text(
        "id,answer\nentity.responsible_phone,1.39E+10\nservice.started_on,2025/7/8 0:00\n"
        "service.online,Y\nservice.on_blockchain,n\n",
        encoding="utf-8",
    )
    request = WizardRequest(tmp_path / "svc", lang="en", as_of=DAY, plain=True, answers=sheet)
    assert wizard(request) == 0
    told = capsys.readouterr().err
    assert "a.csv:2:2: warning" in told and "[wizard.form]" in told and "1.39" not in told
    assert "a.csv:3:2: error" in told and "`2025-07-08`" in told
    answers = opened(tmp_path / "svc").state.answers
    assert answers["service.online"] is True and answers["service.on_blockchain"] is False


# What others write -------------------------------------------------------------------------------------------


def test_questions_are_written_instead_of_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The filled questionnaire comes back as answers; one that is there is overwritten when forced only."""
    out = tmp_path / "out"
    request = WizardRequest(tmp_path / "svc", lang="zh", as_of=DAY, export_questions=out)
    assert wizard(request) == 0
    said = capsys.readouterr().out
    assert [line.split("/")[-1] for line in said.splitlines()] == [
        "compliance-questions.zh.md。", "compliance-questions.zh.csv。",
    ]  # fmt: skip
    assert not (tmp_path / "svc").exists()
    assert wizard(request) == 2
    assert "--force" in capsys.readouterr().err
    assert wizard(request._replace(force=True)) == 0
    sheet = out / "compliance-questions.zh.csv"
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    answer = rows[0].index("答案")
    for row in rows[1:]:
        row[answer] = {"service.on_blockchain": "否", "service.online": "不知道"}.get(row[0], "")
    with sheet.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert wizard(WizardRequest(tmp_path / "svc", lang="zh", as_of=DAY, plain=True, answers=sheet)) == 0
    text = (tmp_path / "svc" / "compliance.yaml").read_text()
    assert "on_blockchain: false" in text and "online: unknown" in text


def test_a_questionnaire_is_called_as_it_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    request = WizardRequest(
        tmp_path / "svc", lang="en", as_of=DAY, export_questions=tmp_path / "out" / "q.csv"
    )
    assert wizard(request) == 0
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["q.csv", "q.md"]
    assert wizard(request) == 2
    assert "usage.output_exists" in capsys.readouterr().err


def test_what_a_repository_says_is_proposed_and_logged_when_it_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    number = BOOK.identifiers["cn-uscc"].valid_examples[0]
    (site / "footer.html").write_text(f"<p>统一社会信用代码 {number}</p>")
    request = WizardRequest(tmp_path, lang="en", as_of=DAY, plain=True, scan=site, log=True)
    typed(monkeypatch, ":go entity.uscc", "=")
    assert wizard(request) == 0
    assert "footer.html:1" in capsys.readouterr().out
    assert number in (tmp_path / "compliance.yaml").read_text()
    logged = [json.loads(line) for line in (tmp_path / "compliance.answers.jsonl").read_bytes().splitlines()]
    assert any(line.get("path") == "entity.uscc" and line.get("value") == number for line in logged)
    assert not check_log((tmp_path / "compliance.answers.jsonl").read_bytes())


def test_a_browser_is_served_the_same_interview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    module(monkeypatch, "web", serve=lambda arguments: seen.append(arguments) or 5)
    request = WizardRequest(
        tmp_path, as_of=DAY, scan=tmp_path, log=True, packs=("cac-order-3",), order="sections", web=True
    )
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert wizard(request) == 5
    assert seen == [[
        str(tmp_path), "--lang", "zh", "--order", "sections", "--as-of", DAY, "--scan", str(tmp_path),
        "--pack", "cac-order-3", "--log",
    ]]  # fmt: skip
