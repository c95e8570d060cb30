"""What the assessment rests on as sheets: answers, evidence, deadlines, waivers and counsel's views."""

from __future__ import annotations

from datetime import date
from typing import Final

from compliance.assessment.model import Assessment, EvidenceStatus, Standing
from compliance.conditions.sentence import option_text
from compliance.reports.answers import Answer, answers
from compliance.reports.evidence_words import evidence_states, kind_text, state_words
from compliance.reports.excel.table import Cell, Column, Table, Toned, listed
from compliance.reports.items import items
from compliance.reports.paths import path_label
from compliance.reports.words import say

_ANSWERS: Final = (
    Column("col.fact", 40),
    Column("col.record", 20),
    Column("head.answer", 50),
    Column("col.id", 36),
    Column("head.place", 26),
)


def answers_table(assessment: Assessment, lang: str) -> Table:
    """All answers; those about a record under the list that has it."""
    rows: list[list[Cell]] = [
        [
            one.fact.label.get(lang),
            one.record,
            _said(one, lang),
            one.path,
            str(one.location) if one.location else None,
        ]
        for one in answers(assessment)
    ]
    return Table("sheet.answers", _ANSWERS, rows)


def _said(answer: Answer, lang: str) -> Cell:
    if isinstance(answer.value, date) and not answer.hidden:
        return answer.value
    return answer.text(lang)


_EVIDENCE: Final = (
    Column("col.id", 18),
    Column("col.kind", 22),
    Column("col.rules", 34),
    Column("col.where", 34),
    Column("col.issued", 11),
    Column("col.expires", 11),
    Column("col.state", 20),
    Column("col.digest", 34),
)


def evidence_table(assessment: Assessment, lang: str) -> Table:
    """All evidence of the project file, with what was found of it."""
    rows = [_evidence(status, assessment, lang) for status in assessment.evidence]
    return Table("sheet.evidence", _EVIDENCE, rows)


def _evidence(status: EvidenceStatus, assessment: Assessment, lang: str) -> list[Cell]:
    entry = status.entry
    states = evidence_states(status, assessment)
    bad = not {"missing", "changed", "expired"}.isdisjoint(states)
    return [
        entry.id,
        kind_text(entry.kind or "", assessment.book, lang),
        listed(entry.rules, lang),
        entry.file or entry.url,
        entry.issued,
        entry.expires,
        Toned(listed(state_words(status, assessment, lang), lang), "undecided" if bad else ""),
        entry.sha256,
    ]


_DEADLINES: Final = (
    Column("col.due", 12),
    Column("head.left", 12),
    Column("col.kind", 24),
    Column("head.about", 50),
    Column("col.record", 20),
    Column("col.id", 36),
)


def deadlines_table(assessment: Assessment, lang: str) -> Table:
    """Every day to keep in mind, the next first: limits, planned events, evidence and waivers that expire."""
    found = [*_limits(assessment, lang), *_planned(assessment, lang), *_expiring(assessment, lang)]
    found.sort(key=lambda one: (one[0], one[1:]))
    rows = [
        [day, _left(day, assessment.as_of, lang), say(f"deadline.{kind}", lang), about, record, name]
        for day, kind, about, record, name in found
    ]
    return Table("sheet.deadlines", _DEADLINES, rows)


def _limits(assessment: Assessment, lang: str) -> list[tuple[date, str, str, str, str]]:
    found = []
    for item in items(assessment):
        if item.standing is Standing.PENDING and item.due is not None:
            record = "" if item.part is None else item.part.key or say("record.further", lang)
            found.append((item.due, "rule", item.rule.title.get(lang), record, item.rule.id))
    return found


def _planned(assessment: Assessment, lang: str) -> list[tuple[date, str, str, str, str]]:
    vocabulary = assessment.book.vocabulary
    return [
        (day, "planned", path_label(path, vocabulary, lang), "", path)
        for path, day in assessment.planned.items()
    ]


def _expiring(assessment: Assessment, lang: str) -> list[tuple[date, str, str, str, str]]:
    found = [
        (entry.expires, "evidence", entry.file or entry.url or "", "", entry.id)
        for entry in (status.entry for status in assessment.evidence)
        if entry.expires is not None
    ]
    for waiver, _ in assessment.waivers:
        about = _title(waiver.rule, assessment, lang)
        found.append((waiver.expires, "waiver", about, waiver.record or "", waiver.rule))
    return found


def _left(day: date, as_of: date, lang: str) -> Cell:
    left = (day - as_of).days
    return left if left >= 0 else say("deadline.past", lang)


_WAIVERS: Final = (
    Column("col.kind", 16),
    Column("head.about", 38),
    Column("col.record", 16),
    Column("col.state", 26),
    Column("col.by", 18),
    Column("col.on", 11),
    Column("head.until", 11),
    Column("col.reason", 40),
    Column("col.id", 30),
)


def waivers_table(assessment: Assessment, lang: str) -> Table:
    """All waivers with what became of them, then counsel's views that the assessment rests on."""
    rows: list[list[Cell]] = [
        [
            say("said.waiver", lang),
            _title(waiver.rule, assessment, lang),
            waiver.record,
            say(f"waiver.state.{state.value}", lang),
            waiver.approver,
            None,
            waiver.expires,
            waiver.reason,
            waiver.rule,
        ]
        for waiver, state in assessment.waivers
    ]
    for view in assessment.manifest.readings.values():
        fact = assessment.book.vocabulary[view.reading]
        said = option_text(fact, view.view, lang)
        row = [say("said.view", lang), fact.label.get(lang), None, said, view.by, view.on]
        rows.append([*row, None, view.note, view.reading])
    return Table("sheet.waivers", _WAIVERS, rows)


def _title(rule: str, assessment: Assessment, lang: str) -> str:
    found = assessment.book.rules.get(rule)
    return found.title.get(lang) if found else rule
