"""The findings as CSV: read back as a spreadsheet program would, all there, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hostile import HOSTILE, hostile
from report_samples import ALL, SITUATIONS, assessment_of
from sample_book import judged

from compliance.assessment.model import Assessment, Standing
from compliance.conditions.judgement import Outcome, Reason
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.findings_csv import COLUMNS, render_csv
from compliance.reports.json_v1 import document
from compliance.reports.render import FORMS, Options
from compliance.reports.spreadsheet import bare
from compliance.reports.verdict_line import due_of, is_waived


def rows(made: Assessment) -> list[dict[str, str]]:
    data = render_csv(made)
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    text = data.decode("utf-8-sig")
    assert "\n" not in text.replace("\r\n", "")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    head, *found = list(reader)
    assert tuple(head) == COLUMNS and len(set(head)) == len(head)
    return [dict(zip(head, map(bare, row), strict=True)) for row in found]


@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_and_record_can_be_read_back(name: str) -> None:
    made = assessment_of(name)
    wanted = []
    for one in made.findings:
        due = due_of(one)
        wanted.append(
            (
                "finding",
                one.rule.id,
                "",
                one.outcome.value,
                one.standing.value,
                due.isoformat() if due else "",
            )
        )
        for part in one.parts:
            day = part.due.isoformat() if part.due else ""
            wanted.append(("part", one.rule.id, part.key or "…", part.outcome.value, "", day))
    wanted += [("not_in_force", rule_id, "", "not_in_force", "", "") for rule_id in made.not_in_force]
    found = rows(made)
    columns = ("row", "rule", "record", "outcome", "standing", "due")
    assert [tuple(row[column] for column in columns) for row in found] == wanted


@pytest.mark.parametrize("name", ALL)
def test_it_tells_what_the_json_tells(name: str) -> None:
    """Two forms, one story: verdict, finality, titles, waivers and what is open."""
    made = assessment_of(name)
    told = document(made)
    by_rule = {row["rule"]: row for row in rows(made) if row["row"] == "finding"}
    for finding in told["findings"]:  # type: ignore[union-attr]
        row = by_rule[finding["rule"]]  # type: ignore[call-overload, index]
        assert row["verdict"] == told["verdict"] and row["worst"] == told["worst"]
        assert row["final"] == str(told["final"]).lower()
        assert (row["as_of"], row["as_of_given"]) == (told["as_of"], str(told["as_of_given"]).lower())
        assert row["title_en"] == finding["title"]["en"] and row["title_zh"] == finding["title"]["zh"]
        assert row["if_in_scope"] == (finding["if_in_scope"] or "")
        assert row["evidence"] == "; ".join(finding["evidence"])
        place = finding["location"] or {"file": "", "line": "", "column": ""}
        assert (row["file"], row["line"], row["column"]) == tuple(str(part) for part in place.values())


@pytest.mark.parametrize("name", ALL)
def test_past_waived_and_open_are_told_apart(name: str) -> None:
    made = assessment_of(name)
    by_rule = {row["rule"]: row for row in rows(made) if row["row"] == "finding"}
    for finding in made.findings:
        row = by_rule[finding.rule.id]
        assert row["past"] == ("true" if finding.standing is Standing.PAST else "false")
        assert row["waived"] == ("true" if is_waived(finding) else "false")
        assert row["binding"] == ("true" if finding.rule.severity.binding else "false")
        if finding.standing in (Standing.VIOLATED, Standing.UNDECIDED, Standing.PENDING, Standing.PAST):
            assert row["why_en"] and row["why_zh"]


@pytest.mark.parametrize("reason", list(Reason))
def test_why_something_is_undecided(reason: Reason) -> None:
    made = SITUATIONS["calendar"]
    findings = tuple(
        changed(finding, reasons=(reason,)) if finding.outcome is Outcome.UNDECIDED else finding
        for finding in made.findings
    )
    found = [row["open_because"] for row in rows(changed(made, findings=findings)) if row["open_because"]]
    assert found == [reason.value]


def test_waived_records_and_partial_runs() -> None:
    made = changed(SITUATIONS["parts"], partial=("order", "other"))
    part = next(row for row in rows(made) if row["record"] == "官网")
    assert (part["waived_until"], part["waived_by"], part["waived_reason"]) == (
        "2026-12-01",
        "board",
        "in work",
    )
    assert {row["partial"] for row in rows(made)} == {"order; other"}
    ready = changed(SITUATIONS["ready"], partial=("order",))
    assert {row["verdict"] for row in rows(ready)} == {"partial_ready"}


def test_options_make_no_difference() -> None:
    """Programs that read it get the same columns and rows, whatever a person wanted to see."""
    made = SITUATIONS["parts"]
    for options in (Options(("zh",)), Options(("zh", "en"), show_all=True)):
        assert FORMS["csv"].render(made, options) == render_csv(made)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_formula_and_not_lost(text: str) -> None:
    made = hostile(text)
    data = render_csv(made)
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True):
        assert len(row) == len(COLUMNS)
        for cell in row:
            assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell)
            assert not set(cell) & set("\x1b\x07\u202e\u2066\u200b\u2028\x85\t\n\r")
    folded = " ".join(clean(text).split())
    part = next(row for row in rows(made) if row["row"] == "part" and row["record"] != "…")
    for column in ("record", "waived_by", "waived_reason"):
        assert part[column] == folded, column
    finding = next(row for row in rows(made) if row["row"] == "finding")
    for column in ("file", "fix_en", "fix_zh", "doubt_en", "doubt_zh", "evidence", "manifest", "partial"):
        assert finding[column] == folded, column


def test_sensitive_values_never_appear() -> None:
    assert b"13800000000" not in render_csv(judged(changes={"contact.phone": "13800000000"}))
