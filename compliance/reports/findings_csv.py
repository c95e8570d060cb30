"""All findings as a table for spreadsheet programs: a row for each rule, then one for each of its records.

The columns never depend on options and keep their English names; texts of packs and program stand in both languages.
Sensitive values never appear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.packs.rulebook import Rule
from compliance.reports.citation import penalty_text, sources_text
from compliance.reports.distinctions import yes
from compliance.reports.json_v1 import verdict_name
from compliance.reports.spreadsheet import table_bytes
from compliance.reports.text.findings import ALL, deciding, part_reason, reasons_of, why_of
from compliance.reports.text.layout import one_line
from compliance.reports.verdict_line import due_of, is_waived

COLUMNS: Final = (
    "row", "rule", "record", "title_en", "title_zh", "pack", "severity", "binding", "hard_stop",
    "outcome", "standing", "past", "due", "open_because", "decided_by", "if_in_scope",
    "waived", "waived_until", "waived_by", "waived_reason",
    "articles_en", "articles_zh", "citations", "verified", "file", "line", "column",
    "why_en", "why_zh", "fix_en", "fix_zh", "penalty_en", "penalty_zh", "doubt_en", "doubt_zh",
    "evidence", "evidence_wanted",
    "verdict", "final", "worst", "partial", "as_of", "as_of_given",
    "manifest", "manifest_sha256", "rules_sha256",
)  # fmt: skip
"""`row` is `finding`, `part` (of the finding above it) or `not_in_force`. The last nine say what all rows rest on."""

Row: TypeAlias = dict[str, str]


def render_csv(assessment: Assessment) -> bytes:
    """The findings as CSV: UTF-8 with a byte order mark, commas, CRLF, no cell that is taken for a formula."""
    return table_bytes([COLUMNS, *(_cells(row) for row in _rows(assessment))])


def _cells(row: Row) -> list[str]:
    return [one_line(row.get(column, "")).strip() for column in COLUMNS]


def _rows(assessment: Assessment) -> Iterator[Row]:
    run = _run(assessment)
    for finding in assessment.findings:
        rule = _rule(finding.rule, assessment)
        yield {**run, **rule, **_finding(finding, assessment)}
        for part in finding.parts:
            yield {**run, **rule, **_part(part, assessment)}
    for rule_id in assessment.not_in_force:
        rule = _rule(assessment.book.rules[rule_id], assessment)
        yield {**run, **rule, "row": "not_in_force", "outcome": "not_in_force"}


def _run(assessment: Assessment) -> Row:
    """What all rows have in common."""
    return {
        "verdict": verdict_name(assessment.verdict, assessment),
        "final": yes(assessment.final),
        "worst": verdict_name(assessment.worst, assessment),
        "partial": _list(assessment.partial),
        "as_of": assessment.as_of.isoformat(),
        "as_of_given": yes(assessment.as_of_given),
        "manifest": assessment.manifest.file,
        "manifest_sha256": assessment.manifest.digest,
        "rules_sha256": assessment.book.digest,
    }


def _rule(rule: Rule, assessment: Assessment) -> Row:
    """What is said of a rule whatever it comes to."""
    instruments = assessment.book.instruments
    row = {
        "rule": rule.id,
        "pack": rule.pack,
        "severity": rule.severity.value,
        "binding": yes(rule.severity.binding),
        "hard_stop": yes(rule.hard_stop),
        "citations": _list(str(source.citation) for source in rule.sources),
        "verified": _list(dict.fromkeys(source.verified.value for source in rule.sources)),
        "evidence_wanted": _list(rule.evidence),
    }
    for lang in ("en", "zh"):
        row[f"title_{lang}"] = rule.title.get(lang)
        row[f"articles_{lang}"] = sources_text(rule.sources, instruments, lang)
        row[f"fix_{lang}"] = rule.fix.get(lang)
        row[f"penalty_{lang}"] = penalty_text(rule, instruments, lang) if rule.penalty else ""
        row[f"doubt_{lang}"] = rule.doubt.get(lang) if rule.doubt else ""
    return row


def _finding(finding: Finding, assessment: Assessment) -> Row:
    due = due_of(finding)
    return {
        "row": "finding",
        "outcome": finding.outcome.value,
        "standing": finding.standing.value,
        "past": yes(finding.standing is Standing.PAST),
        "due": due.isoformat() if due else "",
        "open_because": _list(reason.value for reason in reasons_of(finding)),
        "decided_by": _list(deciding(finding)),
        "if_in_scope": finding.if_in_scope.value if finding.if_in_scope else "",
        "evidence": _list(finding.evidence),
        "why_en": why_of(finding, assessment, "en", most=ALL),
        "why_zh": why_of(finding, assessment, "zh", most=ALL),
        "waived": yes(is_waived(finding)),
        **_place(finding.location),
        **_waiver(finding.waiver),
    }


def _part(part: Part, assessment: Assessment) -> Row:
    """One record. Only findings have a standing; `…` is what may follow the records that are listed."""
    return {
        "row": "part",
        "record": "…" if part.key is None else part.key,
        "outcome": part.outcome.value,
        "past": yes(part.past),
        "due": part.due.isoformat() if part.due else "",
        "open_because": _list(reason.value for reason in part.reasons),
        "decided_by": _list(part.decided_by),
        "why_en": part_reason(part, assessment, "en", ALL),
        "why_zh": part_reason(part, assessment, "zh", ALL),
        "waived": yes(part.waiver is not None),
        **_place(part.location),
        **_waiver(part.waiver),
    }


def _place(location: Location | None) -> Row:
    if location is None:
        return {}
    line, column = location.line or "", location.column or ""
    return {"file": location.file, "line": str(line), "column": str(column)}


def _waiver(waiver: Waiver | None) -> Row:
    if waiver is None:
        return {}
    return {
        "waived_until": waiver.expires.isoformat(),
        "waived_by": waiver.approver,
        "waived_reason": waiver.reason,
    }


def _list(texts: Iterable[str]) -> str:
    return "; ".join(texts)
