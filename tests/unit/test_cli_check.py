"""`compliance check` from the command line to the exit code: options, projects, files, mistakes."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sample_book import book

from compliance.cli import check as check_module
from compliance.cli import clock
from compliance.cli.main import run
from compliance.reports.json_v1_schema import assessment_schema
from tests.platforms import needs_links

READY = """\
compliance: 1
facts:
  service:
    public: true
    started_on: 2026-02-10
    filed_on: 2026-02-12
    tokens: false
    retention: 6 months
    staff: 3
    endpoints: [{name: site, shown: true}]
readings:
  reading.abroad: {view: not_covered, by: counsel, on: 2026-05-01}
"""
DAY = ["--as-of", "2026-11-24"]


@pytest.fixture(autouse=True)
def _hand_made_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_module, "load_book", lambda rules: book())
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "svc", READY)


def make(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "compliance.yaml").write_text(text, encoding="utf-8")
    return folder


def go(*arguments: object) -> int:
    return run(["check", *map(str, arguments)])


# Verdicts and exit codes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "code", "word"),
    [
        ("", "", 0, "READY"),
        ("public: true", "public: false", 0, "OUT OF SCOPE"),
        ("tokens: false", "tokens: true", 1, "BLOCKED"),
        ("shown: true", "shown: false", 1, "NOT READY"),
        ("tokens: false", "tokens: unknown", 3, "INCOMPLETE"),
    ],
)
def test_verdict_and_exit_code(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: int, word: str
) -> None:
    (project / "compliance.yaml").write_text(READY.replace(old, new), encoding="utf-8")
    assert go(project, *DAY) == code
    assert capsys.readouterr().out.startswith(f"{word} as of 2026-11-24")


def test_a_file_a_folder_and_here(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert go(*DAY) == go(project, *DAY) == go(project / "compliance.yaml", *DAY) == 0


def test_fail_on_pending(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A running limit is told to a pipeline only when it asks."""
    text = READY.replace("2026-02-10", "2026-11-20").replace("filed_on: 2026-02-12", "filed_on: not yet")
    (project / "compliance.yaml").write_text(text, encoding="utf-8")
    assert go(project, *DAY) == 0
    assert go(project, *DAY, "--fail-on", "expiring") == 0
    assert go(project, *DAY, "--fail-on", "expiring", "--fail-on", "pending") == 4


def test_fail_on_expiring(project: Path) -> None:
    entry = "evidence:\n  - {id: e, url: https://example.org/e, expires: 2026-12-01}\n"
    (project / "compliance.yaml").write_text(READY + entry, encoding="utf-8")
    assert go(project, *DAY, "--fail-on", "expiring") == 4


# The date -----------------------------------------------------------------------------------------


def test_today_in_the_packs_time_zone(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a date it is today where the pack's calendar is, and nothing is said about a date by hand."""
    asked: list[str] = []
    monkeypatch.setattr(clock, "today", lambda zone: asked.append(zone) or date(2026, 11, 25))
    assert go(project) == 0
    out = capsys.readouterr().out
    assert asked == ["Asia/Shanghai"]
    assert out.startswith("READY as of 2026-11-25") and "by hand" not in out
    go(project, *DAY)
    assert "Judged as of a date given by hand (2026-11-24)" in capsys.readouterr().out


def test_today_is_a_day_ahead_in_shanghai(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    class Late(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime(2026, 11, 24, 20, 0, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Late)
    assert clock.today("Asia/Shanghai") == date(2026, 11, 25)
    assert clock.today("UTC") == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2026/2/3", "2026-02-03"),
        ("2026年2月3日", "2026-02-03"),
        ("20260203", "2026-02-03"),
        ("2026-2-3", "2026-02-03"),
        ("2026-02-30", "2026-11-24"),
        ("today", "2026-11-24"),
        ("２０２６-０２-０３", "2026-02-03"),
    ],
)
def test_a_wrong_date(project: Path, capsys: pytest.CaptureFixture[str], written: str, right: str) -> None:
    assert go(project, "--as-of", written) == 2
    assert capsys.readouterr().err == (
        f"compliance: error: --as-of: {written} is not a date [usage.date]\n  write it as {right}\n"
    )


def test_a_date_out_of_range(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert go(project, "--as-of", "0001-01-01") == 2
    assert "[usage.date_range]" in capsys.readouterr().err


def test_an_unknown_time_zone(capsys: pytest.CaptureFixture[str]) -> None:
    from compliance.errors import UsageError

    with pytest.raises(UsageError) as caught:
        clock.today("Mars/Olympus")
    assert caught.value.codes == ("usage.time_zone",)


# Language -----------------------------------------------------------------------------------------


def test_the_language_is_the_manifests(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "compliance.yaml").write_text("language: zh\n" + READY, encoding="utf-8")
    go(project, *DAY)
    assert capsys.readouterr().out.startswith("已具备条件")
    go(project, *DAY, "--lang", "en")
    assert capsys.readouterr().out.startswith("READY")


def test_mistakes_are_told_in_the_manifests_language(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "compliance.yaml").write_text("language: zh\n" + READY + "x: 1\n", encoding="utf-8")
    assert go(project, *DAY) == 2
    assert "compliance.yaml:14:1: error: " in (error := capsys.readouterr().err)
    assert any("一" <= char <= "鿿" for char in error)


# JSON and files -----------------------------------------------------------------------------------


def test_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert go(project, *DAY, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(assessment_schema()).validate(found)
    assert found["verdict"] == "ready"


@pytest.mark.parametrize(("form", "first"), [("github", "::"), ("markdown", "## ")])
def test_forms_for_pipelines_keep_the_exit_code(
    form: str, first: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = make(tmp_path / "other", "compliance: 1\nlanguage: zh\n")
    code = go(project)
    capsys.readouterr()
    assert go(project, "--format", form) == code
    alone = capsys.readouterr().out
    assert alone.startswith(first)
    assert go(project, other, "--format", form) == 3
    assert capsys.readouterr().out.startswith(f"{alone}\n{first}")
    assert go(project, "--format", form, "-o", tmp_path / "report") == code
    assert (tmp_path / "report").read_text(encoding="utf-8") == alone


def test_several_projects(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each in turn; the gravest exit code; one that cannot be read does not hide the others."""
    other = make(tmp_path / "other", READY.replace("tokens: false", "tokens: true"))
    assert go(project, other, *DAY) == 1
    out = capsys.readouterr().out
    assert out.index("READY as of") < out.index("BLOCKED as of")
    assert go(project, tmp_path / "none", other, *DAY) == 2
    told = capsys.readouterr()
    assert "READY as of" in told.out and "BLOCKED as of" in told.out and "[file.not_found]" in told.err
    assert go(project, tmp_path / "none", *DAY, "--format", "json") == 2
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(assessment_schema()).validate(found)
    assert [one["verdict"] for one in found["assessments"]] == ["ready"]
    assert [one["code"] for one in found["errors"]] == ["file.not_found"]


def test_writing_to_a_file(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.txt"
    assert go(project, *DAY, "-o", out) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8").startswith("READY")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_file_is_not_overwritten(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.txt"
    out.write_text("mine", encoding="utf-8")
    assert go(project, *DAY, "-o", out) == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert "[usage.output_exists]" in capsys.readouterr().err
    assert go(project, *DAY, "-o", out, "--force") == 0
    assert out.read_text(encoding="utf-8").startswith("READY")


@pytest.mark.parametrize("name", ["compliance.yaml", "compliance.private.yaml"])
def test_what_is_read_is_never_written_over(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (project / "compliance.private.yaml").write_text("compliance: 1\nfacts: {}\n", encoding="utf-8")
    before = (project / name).read_bytes()
    assert go(project, *DAY, "-o", project / name, "--force") == 2
    assert (project / name).read_bytes() == before
    assert "[usage.output_is_input]" in capsys.readouterr().err


def test_a_folder_that_is_not_there(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert go(project, *DAY, "-o", tmp_path / "no" / "r.txt") == 2
    assert "[file.unwritable]" in capsys.readouterr().err


# Private file, evidence, references ---------------------------------------------------------------


def test_the_private_file_is_merged_and_kept_quiet(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private = "compliance: 1\nfacts: {contact: {phone: '13800000000'}}\n"
    (project / "compliance.private.yaml").write_text(private, encoding="utf-8")
    assert go(project, *DAY, "--format", "json") == 0
    out = capsys.readouterr().out
    assert "13800000000" not in out
    assert json.loads(out)["digests"]["private"] == "hidden"


def test_a_warning_reaches_the_reader_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the text report where that is looked at; on stderr where it is not."""
    (project / "compliance.yaml").write_text(
        READY.replace("facts:\n", "facts:\n  contact: {phone: '13900001111'}\n"), encoding="utf-8"
    )
    go(project, *DAY)
    told = capsys.readouterr()
    assert "Warnings about the project file" in told.out and told.err == ""
    go(project, *DAY, "--format", "json")
    told = capsys.readouterr()
    assert "compliance.yaml:3:13: warning: " in told.err and "13900001111" not in told.err


EVIDENCE = "evidence:\n  - {{id: e, kind: receipt, file: {file}, sha256: {digest}}}\n"
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(("there", "digest", "state"), [(True, EMPTY, "ok"), (True, "0" * 64, "changed"),
                                                        (False, EMPTY, "missing")])  # fmt: skip
def test_evidence_is_looked_at(
    project: Path, capsys: pytest.CaptureFixture[str], there: bool, digest: str, state: str
) -> None:
    """A missing evidence file is a finding, not an error."""
    if there:
        (project / "e.pdf").touch()
    text = READY + EVIDENCE.format(file="e.pdf", digest=digest)
    (project / "compliance.yaml").write_text(text, encoding="utf-8")
    assert go(project, *DAY, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["evidence"][0]["state"] == state


@needs_links
def test_a_link_out_of_the_project_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret").touch()
    (project / "e.pdf").symlink_to(tmp_path / "secret")
    text = READY + EVIDENCE.format(file="e.pdf", digest=EMPTY)
    (project / "compliance.yaml").write_text(text, encoding="utf-8")
    assert go(project, *DAY) == 2
    assert (
        "compliance.yaml:14:34: error: " in (error := capsys.readouterr().err) and "[file.outside]" in error
    )


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("waivers:\n  - {rule: order.11.show-numbr, reason: r, approver: a, expires: 2027-01-01}\n",
         ":14:12: error: there is no rule order.11.show-numbr [manifest.unknown_rule]\n  `order.11.show-number`"),
        ("waivers:\n  - {rule: order.11.show-number, record: sit, reason: r, approver: a, expires: 2027-01-01}\n",
         ":14:42: error: the rule order.11.show-number has no record sit [manifest.unknown_record]\n  `site`\n"),
        ("evidence:\n  - {id: e, kind: reciept, url: https://example.org}\n",
         ":14:19: error: there is no kind of evidence reciept [manifest.unknown_kind]\n  `receipt`\n"),
        ("evidence:\n  - {id: e, rules: [order.12], url: https://example.org}\n",
         ":14:21: error: there is no rule order.12 [manifest.unknown_rule]\n"),
    ],
)  # fmt: skip
def test_names_that_are_not_there(
    project: Path, capsys: pytest.CaptureFixture[str], more: str, line: str
) -> None:
    (project / "compliance.yaml").write_text(READY + more, encoding="utf-8")
    assert go(project, *DAY) == 2
    assert line in capsys.readouterr().err


def test_all_errors_come_in_one_pass(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read does not hide what is read and names nothing; a list not read hides its records only."""
    text = READY.replace("tokens: false", "tokens: 否").replace("shown: true", "shown: 是") + (
        "evidence:\n  - {id: e, kind: reciept, rules: [order.11.staff, order.12], file: ../e.pdf}\n"
        "waivers:\n  - {rule: order.13, reason: r, approver: a, expires: 2027-01-01}\n"
        "  - {rule: order.11.show-number, record: sit, reason: r, approver: a, expires: 2027-01-01}\n"
        "  - {rule: order.14, reason: r, approver: a, expires: 31/12/2027}\n"
    )
    (project / "compliance.yaml").write_text(text, encoding="utf-8")
    assert go(project, *DAY) == 2
    assert told(capsys.readouterr().err) == [
        (*place(text, "否"), "value.boolean"),
        (*place(text, "是"), "value.boolean"),
        (*place(text, "reciept"), "manifest.unknown_kind"),
        (*place(text, "order.12]"), "manifest.unknown_rule"),
        (*place(text, "../e.pdf"), "manifest.file_outside"),
        (*place(text, "order.13,"), "manifest.unknown_rule"),
        (*place(text, "order.14,"), "manifest.unknown_rule"),
        (*place(text, "31/12/2027"), "value.date"),
    ]


def place(text: str, piece: str) -> tuple[int, int]:
    """Line and column of the first occurrence."""
    before, found, _ = text.partition(piece)
    assert found
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def told(error: str) -> list[tuple[int, int, str]]:
    """Line, column and code of each error and warning, in order."""
    found = re.findall(r"yaml:(\d+):(\d+): (?:error|warning): .* \[(.*)\]", error)
    return [(int(line), int(column), code) for line, column, code in found]


def test_an_unread_list_may_have_the_record(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Read again, the list has it or has it not; read, it is said that it has not."""
    waiver = "waivers:\n  - {rule: order.11.show-number, record: sit, reason: r, approver: a, expires: 2027-01-01}\n"
    for text, there in (
        (READY, True),
        (READY.replace("tokens: false", "tokens: 否"), True),
        (READY.replace("shown: true", "shown: 是"), False),
    ):
        (project / "compliance.yaml").write_text(text + waiver, encoding="utf-8")
        assert go(project, *DAY) == 2
        assert ("[manifest.unknown_record]" in capsys.readouterr().err) is there


def test_dates_that_cannot_be_right_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A view and evidence from after the day of the assessment, evidence that expires before it was issued."""
    text = READY.replace("on: 2026-05-01", "on: 2026-12-01") + (
        "evidence:\n  - {id: e, url: https://example.org/e, issued: 2027-01-01}\n"
        "  - {id: f, url: https://example.org/f, issued: 2026-02-02, expires: 2026-02-01}\n"
    )
    (project / "compliance.yaml").write_text(text, encoding="utf-8")
    assert go(project, *DAY, "--format", "json") == 0
    said = capsys.readouterr()
    assert told(said.err) == [
        (*place(text, "2026-12-01"), "manifest.view_ahead"),
        (*place(text, "2027-01-01"), "manifest.evidence_ahead"),
        (*place(text, "2026-02-01}"), "manifest.evidence_expires_before"),
    ]
    assert len(json.loads(said.out)["warnings"]) == 3
    assert go(project, "--as-of", "2027-02-01", "--format", "json") == 0
    assert "evidence_expires_before" in (err := capsys.readouterr().err) and "ahead" not in err


def test_impossible_answers_name_both_lines(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "compliance.yaml").write_text(READY.replace("staff: 3", "staff: 0"), encoding="utf-8")
    assert go(project, *DAY) == 2
    file = (project / "compliance.yaml").as_posix()
    assert capsys.readouterr().err == (
        f"{file}:9:5: error: these answers cannot all be true: nobody runs the endpoints [manifest.impossible]\n"
        "  correct one of service.staff (9:5), service.endpoints (10:5)\n"
        f"  {file}:10:5\n"
    )


# Mistakes on the command line ---------------------------------------------------------------------


def test_an_unknown_pack(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert go(project, *DAY, "--pack", "ordr") == 2
    assert capsys.readouterr().err == (
        "compliance: error: --pack: there is no pack ordr [usage.unknown_pack]\n  order? (order)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["check", "--langg"], "No such option: --langg"),
        (["check", "--lang", "fr"], "'fr' is not one of 'zh', 'en'"),
        (["check", "--fail-on", "x"], "Invalid value for '--fail-on'"),
        (["chek"], "No such command 'chek'"),
        (["schema"], "Missing argument"),
    ],
)
def test_one_line_for_a_mistyped_command(
    capsys: pytest.CaptureFixture[str], arguments: list[str], line: str
) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and error.startswith("compliance: error: ") and line in error


def test_without_a_command_it_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Usage: compliance" in capsys.readouterr().err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == "compliance 0.1.0\n"
    assert run(["check", "--help"]) == 0
    assert "Exit codes: 0 ready" in capsys.readouterr().out


def test_a_missing_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path / "svc", READY)
    assert go(tmp_path / "svcs", *DAY) == 2
    assert f"  {(tmp_path / 'svc').as_posix()}\n" in capsys.readouterr().err
    assert go(tmp_path, *DAY) == 2
    assert "[file.no_manifest]" in capsys.readouterr().err


def test_no_traceback_ever(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of the program is one line in both languages, exit 2, and shows no values."""

    def broken(rules: object) -> object:
        raise KeyError("13800000000")

    monkeypatch.setattr(check_module, "load_book", broken)
    assert go(project, *DAY) == 2
    error = capsys.readouterr().err
    assert error.startswith("compliance: internal error / 程序内部错误: KeyError in compliance.cli.check:")
    assert error.count("\n") == 1 and "13800000000" not in error


def test_an_interrupt(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(rules: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_module, "load_book", interrupted)
    assert go(project, *DAY) == 130
