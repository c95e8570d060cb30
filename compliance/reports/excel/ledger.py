"""Every article of the rule book as a sheet, and how it is dealt with."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment
from compliance.packs.rulebook import Citation
from compliance.packs.usage import Entry, ledger
from compliance.reports.citation import provision_text
from compliance.reports.excel.table import Cell, Column, Table, Toned, listed
from compliance.reports.explain.law import period_text
from compliance.reports.explain.provision import questions
from compliance.reports.words import say

_LEDGER: Final = (
    Column("head.instrument", 18),
    Column("head.provision", 12),
    Column("head.title", 22),
    Column("head.handled", 18),
    Column("col.note", 32),
    Column("ledger.rules", 38),
    Column("ledger.definitions", 20),
    Column("ledger.penalises", 40),
    Column("head.questions", 32),
    Column("head.in_force", 22),
)


def ledger_table(assessment: Assessment, lang: str) -> Table:
    """All articles in the packs' order, whatever the assessment comes to."""
    rows = [_row(entry, assessment, lang) for entry in ledger(assessment.book)]
    return Table("sheet.ledger", _LEDGER, rows, frozen=2)


def _row(entry: Entry, assessment: Assessment, lang: str) -> list[Cell]:
    instrument, article = entry.instrument, entry.article
    handled = article.handled.value
    return [
        instrument.short.get(lang),
        provision_text(Citation(instrument.id, article.number), lang, instrument),
        article.title.get(lang),
        Toned(say(f"handled.{handled}", lang), "undecided" if handled == "not_formalised" else ""),
        article.reason.get(lang) if article.reason else None,
        "\n".join(rule.id for rule in entry.rules),
        "\n".join(one.id for one in entry.definitions),
        listed([rule.id for rule in entry.penalises], lang),
        "\n".join(questions(entry.facts, assessment.book)),
        period_text(instrument.in_force, lang),
    ]
