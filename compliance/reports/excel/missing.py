"""What is missing as sheets to work with: what to do, by urgency, and the questions to answer, each with blanks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance.assessment.model import Assessment, Standing
from compliance.reports.citation import sources_text
from compliance.reports.excel.table import Cell, Column, Table, Toned, listed
from compliance.reports.items import Item, items
from compliance.reports.markdown.open import because_words
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.paths import path_label
from compliance.reports.text.findings import (
    ALL,
    last_days,
    part_reason,
    reasons_beside_facts,
    waiver_text,
    why_of,
)
from compliance.reports.text.open import question_on_paper, question_remarks
from compliance.reports.words import say

BLANKS: Final = (
    Column("head.responsible", 12, "text"),
    Column("head.date", 11, "date"),
    Column("head.status", 11, "status"),
)
"""What people fill in."""

URGENCIES: Final = ("blocking", "violated", "undecided", "pending", "waived", "advice")
STATES: Final = ("open", "in_work", "waiting", "done", "dropped")

_MISSING: Final = (
    Column("head.number", 6),
    Column("head.urgency", 13),
    Column("col.requirement", 24),
    Column("col.record", 12),
    Column("head.do", 36),
    Column("head.why", 36),
    Column("col.due", 11),
    Column("col.rule", 17),
    Column("col.article", 16),
    *BLANKS,
)
_QUESTIONS: Final = (
    Column("head.number", 6),
    Column("col.question", 60),
    Column("col.fact", 30),
    Column("col.remarks", 30),
    *BLANKS,
)


def missing_table(assessment: Assessment, lang: str) -> Table:
    """Rules and records that want doing, the most urgent first."""
    numbers = question_numbers(assessment)
    wanted = [item for item in items(assessment) if item.standing in _WANTED]
    wanted.sort(key=lambda item: (URGENCIES.index(urgency(item)), _day(item)))
    rows = [
        [number, *_row(item, numbers, assessment, lang), *[""] * len(BLANKS)]
        for number, item in enumerate(wanted, start=1)
    ]
    return Table("sheet.missing", _MISSING, rows, frozen=3)


_WANTED: Final = (Standing.VIOLATED, Standing.UNDECIDED, Standing.PENDING)


def urgency(item: Item) -> str:
    """One of `URGENCIES`."""
    if not item.rule.severity.binding:
        return "advice"
    if item.waiver is not None:
        return "waived"
    if item.standing is Standing.VIOLATED:
        return "blocking" if item.rule.hard_stop else "violated"
    return item.standing.value


def _day(item: Item) -> str:
    return item.due.isoformat() if item.due else "9999"


def _row(item: Item, numbers: dict[str, int], assessment: Assessment, lang: str) -> list[Cell]:
    key = urgency(item)
    record: str | None = None
    if item.part is not None:
        record = say("record.further", lang) if item.part.key is None else item.part.key
    why = _why(item, assessment, lang)
    if item.waiver is not None:
        why = listed([text for text in (why, waiver_text(item.waiver, lang)) if text], lang)
    return [
        Toned(say(f"urgency.{key}", lang), "violated" if key == "blocking" else key),
        item.rule.title.get(lang),
        record,
        _do(item, numbers, assessment, lang),
        why,
        item.due,
        item.rule.id,
        sources_text(item.rule.sources, assessment.book.instruments, lang),
    ]


def _do(item: Item, numbers: dict[str, int], assessment: Assessment, lang: str) -> str:
    """What to do: the fix, or which questions of the next sheet to answer."""
    if item.standing is not Standing.UNDECIDED:
        return item.rule.fix.get(lang)
    asked = [str(number) for number in sorted(numbers[path] for path in item.decided_by if path in numbers)]
    vocabulary = assessment.book.vocabulary
    beside = [path_label(path, vocabulary, lang) for path in item.decided_by if path not in numbers]
    keys = {"do.answer": asked, "do.answer.facts": beside}
    said = [say(key, lang, named=say("list.and", lang).join(named)) for key, named in keys.items() if named]
    if item.finding is not None:
        said += reasons_beside_facts(item.finding, lang)
    return listed(said, lang)


def _why(item: Item, assessment: Assessment, lang: str) -> str:
    """Why it stands so. What an undecided one hangs on is told in full among the findings."""
    if item.finding is None:
        return ""
    if item.standing is Standing.UNDECIDED:
        why = item.part.why if item.part else item.finding.why
        days = last_days(why, item.decided_by, assessment, lang)
        return listed([because_words(item.finding, lang), *days], lang)
    own = part_reason(item.part, assessment, lang, ALL) if item.part else ""
    return own or why_of(item.finding, assessment, lang, most=ALL)


def question_numbers(assessment: Assessment) -> dict[str, int]:
    """The number that each open fact has on the sheet of questions."""
    return {path: number for number, path in enumerate(in_order_of_weight(assessment), start=1)}


def questions_table(assessment: Assessment, lang: str) -> Table:
    """The open facts, the one that decides most first."""
    rows: list[Sequence[Cell]] = [
        [
            number,
            question_on_paper(path, assessment, lang),
            path,
            listed(question_remarks(path, assessment, lang), lang),
            *[""] * len(BLANKS),
        ]
        for path, number in question_numbers(assessment).items()
    ]
    return Table("sheet.questions", _QUESTIONS, rows)
