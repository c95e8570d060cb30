"""The findings as a sheet: a row for each rule, then one for each of its records, at the end what is not in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.packs.rulebook import Rule
from compliance.reports.citation import penalty_text, sources_text
from compliance.reports.evidence_words import wanted_text
from compliance.reports.excel.missing import question_numbers
from compliance.reports.excel.table import Cell, Column, Table, listed, standing_cell
from compliance.reports.markdown.open import because_words
from compliance.reports.paths import path_label
from compliance.reports.text.findings import (
    ALL,
    deciding,
    last_days,
    part_reason,
    reasons_beside_facts,
    waiver_text,
    why_of,
)
from compliance.reports.verdict_line import due_of, is_settled_by_waivers, is_waived
from compliance.reports.words import say

COLUMNS: Final = (
    Column("col.requirement", 20),
    Column("col.record", 10),
    Column("col.rule", 16),
    Column("col.article", 14),
    Column("col.weight", 11),
    Column("head.hard_stop", 7),
    Column("col.outcome", 10),
    Column("head.standing", 10),
    Column("head.past", 9),
    Column("head.waived", 14),
    Column("head.scope", 10),
    Column("col.due", 11),
    Column("col.because", 11),
    Column("head.deciding", 28),
    Column("head.why", 32),
    Column("head.do", 28),
    Column("head.doubt", 18),
    Column("head.penalty", 13),
    Column("evidence.given", 11),
    Column("evidence.wanted", 13),
    Column("head.place", 12),
)


def findings_table(assessment: Assessment, lang: str) -> Table:
    """Every rule considered, with all that is to be known of it."""
    numbers = question_numbers(assessment)
    rows = [row for finding in assessment.findings for row in _rows(finding, numbers, assessment, lang)]
    for rule_id in assessment.not_in_force:
        rows.append(_not_in_force(assessment.book.rules[rule_id], assessment, lang))
    return Table("sheet.findings", COLUMNS, rows, frozen=1)


def _rows(
    finding: Finding, numbers: Mapping[str, int], assessment: Assessment, lang: str
) -> Iterator[list[Cell]]:
    before, after = _rule(finding.rule, assessment, lang)
    yield [
        finding.rule.title.get(lang),
        None,
        *before,
        say(f"outcome.{finding.outcome.value}", lang),
        standing_cell(finding.standing, waived=is_waived(finding), lang=lang),
        _past(finding, lang),
        _waived(finding, lang),
        say(f"outcome.{finding.if_in_scope.value}", lang) if finding.if_in_scope else None,
        due_of(finding),
        because_words(finding, lang),
        _facts(deciding(finding), numbers, assessment, lang),
        _why(finding, assessment, lang),
        *after,
        listed(finding.evidence, lang),
        wanted_text(finding.rule, assessment.book, lang),
        str(finding.location) if finding.location else None,
    ]
    for part in finding.parts:
        facts = _facts(part.decided_by, numbers, assessment, lang)
        yield _part(part, finding, before, facts, assessment, lang)


def _part(
    part: Part, finding: Finding, before: list[Cell], facts: str, assessment: Assessment, lang: str
) -> list[Cell]:
    """One record: fix, doubt and penalty stand with the rule above it."""
    waiver = part.waiver or (finding.waiver if part.standing is Standing.VIOLATED else None)
    return [
        finding.rule.title.get(lang),
        say("record.further", lang) if part.key is None else part.key,
        *before,
        say(f"outcome.{part.outcome.value}", lang),
        standing_cell(part.standing, waived=waiver is not None, lang=lang),
        say("past.yes", lang) if part.past else None,
        waiver_text(waiver, lang) if waiver else None,
        None,
        part.due,
        listed([say(f"because.{reason.value}", lang) for reason in part.reasons], lang),
        facts,
        part_reason(part, assessment, lang, ALL),
        *[None] * 5,
        str(part.location) if part.location else None,
    ]


def _not_in_force(rule: Rule, assessment: Assessment, lang: str) -> list[Cell]:
    before, after = _rule(rule, assessment, lang)
    head: list[Cell] = [rule.title.get(lang), None, *before, say("holds.not_in_force", lang)]
    return [*head, *[None] * 8, *after, None, wanted_text(rule, assessment.book, lang), None]


def _rule(rule: Rule, assessment: Assessment, lang: str) -> tuple[list[Cell], list[Cell]]:
    """What is said of a rule whatever it comes to: before and after the outcome."""
    instruments = assessment.book.instruments
    before: list[Cell] = [
        rule.id,
        sources_text(rule.sources, instruments, lang),
        say(f"severity.{rule.severity.value}", lang),
        say("yes", lang) if rule.hard_stop else None,
    ]
    after: list[Cell] = [
        rule.fix.get(lang),
        rule.doubt.get(lang) if rule.doubt else None,
        penalty_text(rule, instruments, lang) if rule.penalty else None,
    ]
    return before, after


def _facts(paths: Sequence[str], numbers: Mapping[str, int], assessment: Assessment, lang: str) -> str:
    """Labels; with the number of the question, or the path of what is no question of the sheet before."""
    vocabulary = assessment.book.vocabulary
    named = [(path_label(path, vocabulary, lang), path) for path in paths]
    return listed(
        [f"#{numbers[path]} {label}" if path in numbers else f"{label} [{path}]" for label, path in named],
        lang,
    )


def _why(finding: Finding, assessment: Assessment, lang: str) -> str:
    """What accounts for it, beside the facts that decide it."""
    paths = deciding(finding)
    if finding.standing is not Standing.UNDECIDED or not paths:
        return why_of(finding, assessment, lang, most=ALL)
    days = last_days(finding.why, paths, assessment, lang)
    return listed([*days, *reasons_beside_facts(finding, lang)], lang)


def _past(finding: Finding, lang: str) -> str | None:
    if finding.standing is Standing.PAST:
        return say("past.yes", lang)
    return say("past.some", lang) if any(part.past for part in finding.parts) else None


def _waived(finding: Finding, lang: str) -> str | None:
    if finding.waiver is not None:
        return waiver_text(finding.waiver, lang)
    if not any(part.waiver for part in finding.parts):
        return None
    return say("waived.each" if is_settled_by_waivers(finding) else "mark.waived_in_part", lang)
