"""Every line of docs/semantics.md that says what happens, shown by cases."""

from __future__ import annotations

import os
import re
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from compliance.assessment.model import Assessment
from compliance.assessment.verdict import worst_exit
from compliance.cli import check, clock, main
from compliance.errors import ComplianceError
from compliance.reports.text.report import render_text
from tests.conformance.runner import (
    Case,
    all_cases,
    assessment_of,
    book_of,
    manifest_of,
    outcome_of,
    problems_of,
    write_project,
)

DOCS = Path(__file__).parent.parent.parent / "docs"
CASES = all_cases()


CLASSES = {"satisfied": "holds", "not_applicable": "holds"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The case's sentence holds."""
    if "codes" in case.parts:
        assert int(worst_exit(map(int, case.parts["codes"]["given"]))) == int(case.parts["codes"]["expect"])
        return
    if "run" in case.parts:
        _run_command_line(case, monkeypatch, tmp_path)
    if "init" in case.parts:
        _run_init(case, tmp_path)
        return
    try:
        book = book_of(case)
        manifest = manifest_of(case, book)
        problems = problems_of(case, book, manifest)
    except ComplianceError as error:
        problems = list(error.codes)
    assert problems == case.parts.get("problems", []), case.says
    if problems:
        return
    if "clock" in case.parts:
        _set_clock(case.parts["clock"], monkeypatch)
        assert clock.today_for(book) == date.fromisoformat(case.parts["expect"]["today"]), case.says
        return
    assessment = assessment_of(case, book, manifest, monkeypatch)
    expected = dict(case.parts.get("expect", {}))
    _look_at_text(assessment, case, expected)
    came = outcome_of(assessment)
    assert {key: came.get(key) for key in expected} == {
        key: _typed(value) for key, value in expected.items()
    }, case.says
    for further in case.parts.get("then", []):
        after = outcome_of(assessment_of(case, book, manifest_of(case, book, further), monkeypatch))
        assert _class(after) == _class(came), f"{case.says} {further}"


def _class(came: dict[str, Any]) -> str:
    outcome = came["outcome"]
    return CLASSES.get(outcome, outcome)


def _look_at_text(assessment: Assessment, case: Case, expected: dict[str, Any]) -> None:
    """Whether the text report has, and lacks, the words that a case names, each within one line."""
    for key, wanted in (("text_has", True), ("text_lacks", False)):
        for lang, words in expected.pop(key, {}).items():
            lines = render_text(assessment, lang, width=1000).splitlines()
            for phrase in words if isinstance(words, list) else [words]:
                assert any(phrase in line for line in lines) is wanted, f"{case.says} {key}: {phrase}"


def _run_command_line(case: Case, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Checks the case as a project on disk and compares the exit code."""
    wanted = case.parts["run"]
    arguments = write_project(case, folder)
    if "raises" in wanted:
        monkeypatch.setattr(check, "assess_input", _raiser(RAISED[wanted["raises"]]))
    assert main.run(arguments) == int(wanted["exit"]), case.says


RAISED: dict[str, type[BaseException]] = {"bug": RuntimeError, "interrupt": KeyboardInterrupt}


def _raiser(error: type[BaseException]) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def _run_init(case: Case, folder: Path) -> None:
    assert main.run(["init", str(folder / "new")]) == 0
    if os.name == "posix":
        mode = stat.S_IMODE((folder / "new" / case.parts["init"]["file"]).stat().st_mode)
        assert f"{mode:o}" == str(case.parts["init"]["mode"]), case.says


def _typed(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isdigit() else value


def _set_clock(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime.fromisoformat(written)

    class Fixed(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return moment.astimezone(tz or UTC)

    monkeypatch.setattr(clock, "datetime", Fixed)


def lines() -> list[str]:
    """The ids of all lines of docs/semantics.md."""
    return re.findall(
        r"^- \*\*([A-Z][0-9]+)\*\*", (DOCS / "semantics.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_every_line_has_a_case() -> None:
    """No line of the contract is without a case, and no case names a line that is not there."""
    assert sorted(set(lines()) - {case.line for case in CASES}) == []
    assert sorted({case.line for case in CASES} - set(lines())) == []


def table() -> str:
    """docs/conformance.md: line, case, sentence."""
    rows = [
        "# Conformance",
        "",
        "Which case shows which line of [semantics.md](semantics.md). Generated; do not edit.",
        "",
    ]
    rows += ["| line | case | sentence |", "|---|---|---|"]
    for line in lines():
        for case in CASES:
            if case.line == line:
                says = case.says.replace("|", "\\|")
                rows.append(f"| {line} | `{case.file}.yaml` {case.number + 1} | {says} |")
    return "\n".join(rows) + "\n"


def test_the_table_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """docs/conformance.md is what the cases say; `pytest --regenerate` writes it."""
    path = DOCS / "conformance.md"
    if request.config.getoption("--regenerate"):
        path.write_text(table(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == table()
