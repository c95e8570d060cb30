"""An assessment as an Excel workbook: to read, to filter, to hand out what is missing, and to print.

The sheets of each language follow one another. There is no formula and no link in it.
"""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment
from compliance.errors import Problem, ReportError
from compliance.reports.excel.findings import findings_table
from compliance.reports.excel.ledger import ledger_table
from compliance.reports.excel.missing import missing_table, questions_table
from compliance.reports.excel.records import answers_table, deadlines_table, evidence_table, waivers_table
from compliance.reports.excel.summary import summary_lines
from compliance.reports.json_v1 import render_json
from compliance.reports.render import Options
from compliance.reports.seal import seal_of
from compliance.reports.words import say

TABLES: Final = (
    missing_table,
    questions_table,
    findings_table,
    answers_table,
    evidence_table,
    deadlines_table,
    waivers_table,
    ledger_table,
)
"""The sheets after the summary."""


def render_excel(assessment: Assessment, options: Options) -> bytes:
    """The workbook. It always holds everything.

    Raises:
        ReportError: `report.no_excel`, without the package that writes it.
    """
    try:
        from compliance.reports.excel.writing import Workbook
    except ImportError:
        raise ReportError(Problem("report.no_excel")) from None

    sealed = seal_of(render_json(assessment).encode(), "json")
    digest = sealed.written if sealed else ""
    book = Workbook(say("report.title", options.languages[0]), assessment.as_of)
    for lang in options.languages:
        notice = say("sensitive.shown", lang) if assessment.disclosed else ""
        book.add_summary(say("sheet.summary", lang), summary_lines(assessment, digest, lang), lang, notice)
        for made in TABLES:
            table = made(assessment, lang)
            book.add_table(say(table.name, lang), table, lang, notice)
    return book.data()
