"""Sheets written with XlsxWriter: texts as texts and nothing else, dates as dates, ready to filter and to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import xlsxwriter  # type: ignore[import-untyped]

from compliance.reports.excel.layout import FONT_SIZE, height, widths
from compliance.reports.excel.missing import STATES
from compliance.reports.excel.summary import Line
from compliance.reports.excel.table import Cell, Column, Table, Toned, fitted
from compliance.reports.words import say

_SAFE: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FONTS: Final = {"zh": "Microsoft YaHei", "en": "Calibri"}
_TONES: Final = {
    "violated": "#F8D7D4",
    "undecided": "#FFF2CC",
    "pending": "#DCE9F7",
    "past": "#FCE4D0",
    "holds": "#E0F0DC",
    "waived": "#E4E0EC",
    "verdict.blocked": "#F8D7D4",
    "verdict.not_ready": "#F8D7D4",
    "verdict.incomplete": "#FFF2CC",
    "verdict.ready": "#E0F0DC",
}
"""Colours that stand beside words."""

_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠']")
"""What would become a formula as soon as a person edits the cell."""

_FIRST_DAY: Final = date(1901, 1, 1)
"""Days before it are no dates to spreadsheet programs."""

_SUMMARY_WIDTHS: Final = (30, 76, 30)
_A4: Final = 9


class Workbook:
    """A workbook in the making. Neither clock nor user has a say in its bytes."""

    def __init__(self, title: str, day: date) -> None:
        self._data = BytesIO()
        self._book = xlsxwriter.Workbook(self._data, {"in_memory": True, **_SAFE})
        created = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # a day, in no time zone
        self._book.set_properties({"title": title, "created": created})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def data(self) -> bytes:
        """The finished file."""
        self._book.close()
        return _stored(self._data.getvalue())

    def add_summary(self, name: str, lines: Sequence[Line], lang: str, notice: str) -> None:
        """The first sheet of a language."""
        sheet = self._sheet(name, notice, say("sheet.summary", lang))
        for column, width in enumerate(_SUMMARY_WIDTHS):
            sheet.set_column(column, column, width)
        for row, line in enumerate(lines):
            if line.style != "title":
                sheet.set_row(
                    row, height(line.cells, _SUMMARY_WIDTHS, lang) * (1.5 if _is_verdict(line) else 1)
                )
            for column, cell in enumerate(line.cells):
                look: dict[str, Any] = {"bold": column == 0 or line.style == "head"}
                if line.style == "title":
                    look.update(font_size=16, text_wrap=False)
                    sheet.set_row(row, 28)
                self._write(sheet, row, column, cell, lang, **look)
            if line.style == "head":
                for column in range(len(_SUMMARY_WIDTHS)):
                    cell = line.cells[column] if column < len(line.cells) else ""
                    self._write(sheet, row, column, cell, lang, **_HEAD)

    def add_table(self, name: str, table: Table, lang: str, notice: str) -> None:
        """A sheet with a heading that stays, and a filter."""
        sheet = self._sheet(name, notice, name)
        last = len(table.columns) - 1
        wide = widths(table, lang)
        sheet.set_row(0, height([say(one.head, lang) for one in table.columns], wide, lang))
        for column, one in enumerate(table.columns):
            sheet.set_column(column, column, wide[column])
            self._write(sheet, 0, column, say(one.head, lang), lang, **_HEAD)
        rows = table.rows or [[say("sheet.none", lang), *[None] * last]]
        for row, cells in enumerate(rows, start=1):
            sheet.set_row(row, height(cells, wide, lang))
            for column, cell in enumerate(cells):
                self._write(sheet, row, column, cell, lang, border=1, border_color="#D0CECE")
        sheet.freeze_panes(1, table.frozen)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, len(rows), last)
        for column, one in enumerate(table.columns):
            if one.fill and table.rows:
                _validate(sheet, one, (1, column, len(rows), column), lang)

    def _sheet(self, name: str, notice: str, title: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{title}&R&P / &N")
        sheet.hide_gridlines(2)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a text of digits is meant as one
        if notice:
            sheet.set_header(f"&R{notice}")
        return sheet

    def _write(self, sheet: Any, row: int, column: int, cell: Cell, lang: str, **look: Any) -> None:
        match cell:
            case Toned(text, tone):
                if tone in _TONES:
                    look["bg_color"] = _TONES[tone]
                if tone.startswith("verdict."):
                    look.update(bold=True, font_size=14)
                self._write_text(sheet, row, column, text, lang, look)
            case date() if cell >= _FIRST_DAY:
                sheet.write_datetime(
                    row, column, cell, self._format(lang, num_format="yyyy-mm-dd", align="left", **look)
                )
            case date():
                self._write_text(sheet, row, column, cell.isoformat(), lang, look)
            case int():
                sheet.write_number(row, column, cell, self._format(lang, align="left", **look))
            case str() if cell:
                self._write_text(sheet, row, column, cell, lang, look)
            case _:
                sheet.write_blank(row, column, None, self._format(lang, **look))

    def _write_text(
        self, sheet: Any, row: int, column: int, text: str, lang: str, look: dict[str, Any]
    ) -> None:
        text = fitted(text, lang)
        if _FORMULA.match(text):
            look = {**look, "quote_prefix": True}
        made = self._format(lang, **look)
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for markup of its own and would not escape it.
            plain = self._book.add_format()
            sheet.write_rich_string(row, column, plain, text[:1], plain, text[1:], made)
        else:
            sheet.write_string(row, column, text, made)

    def _format(self, lang: str, **look: Any) -> Any:
        wanted = {
            "font_name": _FONTS[lang],
            "font_size": FONT_SIZE,
            "valign": "top",
            "text_wrap": True,
            **look,
        }
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(wanted)
        return self._formats[key]


_HEAD: Final[dict[str, Any]] = {"bold": True, "bg_color": "#E7E6E6", "bottom": 1, "valign": "vcenter"}


def _is_verdict(line: Line) -> bool:
    return any(isinstance(cell, Toned) and cell.tone.startswith("verdict.") for cell in line.cells)


def _validate(sheet: Any, column: Column, cells: tuple[int, int, int, int], lang: str) -> None:
    """What people may write into a column."""
    wrong = {"error_title": say("wrong", lang)}
    match column.fill:
        case "date":
            allowed = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
            sheet.data_validation(*cells, {**allowed, **wrong, "error_message": say("date.wrong", lang)})
        case "status":
            states = [say(f"status.{state}", lang) for state in STATES]
            allowed = {"validate": "list", "source": states}
            sheet.data_validation(*cells, {**allowed, **wrong, "error_message": say("status.wrong", lang)})


def _stored(data: bytes) -> bytes:
    """The same archive without compression, of which libraries of other machines make other bytes."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(packed, "w", ZIP_STORED) as archive:
        for name in made.namelist():
            part = ZipInfo(name)
            part.create_system = 0  # else it says on which system it was made
            archive.writestr(part, made.read(name))
    return packed.getvalue()
