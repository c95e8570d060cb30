"""Every line of docs/semantics.md that says what happens, shown by cases."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from compliance.assessment.verdict import worst_exit
from compliance.cli import clock
from compliance.errors import ComplianceError
from compliance.reports.text import render_text
from tests.conformance.runner import (
    Case,
    all_cases,
    assessment_of,
    book_of,
    manifest_of,
    outcome_of,
    problems_of,
)

DOCS = Path(__file__).parent.parent.parent / "docs"
CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The case's sentence holds."""
    if "codes" in case.parts:
        assert int(worst_exit(map(int, case.parts["codes"]["given"]))) == int(case.parts["codes"]["expect"])
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
    expected = dict(case.parts["expect"])
    for lang, words in expected.pop("text_has", {}).items():
        assert words in render_text(assessment, lang, width=80, colour=False, show_all=False), case.says
    came = outcome_of(assessment)
    assert {key: came.get(key) for key in expected} == {
        key: _typed(value) for key, value in expected.items()
    }, case.says


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
