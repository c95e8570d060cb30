"""A table as spreadsheet programs save it: encoding, separator and columns are found out, rows keep their lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from compliance.errors import Location, Problem
from compliance.facts.sanitise import clean
from compliance.facts.wording import folded
from compliance.wizard.questionnaire_words import COLUMNS, heading

MOST_BYTES: Final = 8 << 20
MOST_ROWS: Final = 50_000
LONGEST_CELL: Final = 100_000
_SEPARATORS: Final = (",", ";", "\t")
_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
NEEDED: Final = ("id", "answer")


class Row(NamedTuple):
    """A row: the line it begins in, and its cells by column; columns that are not there are missing."""

    line: int
    cells: Mapping[str, str]
    numbers: Mapping[str, int]

    def cell(self, column: str) -> str:
        """What stands in a column; empty where there is none."""
        return self.cells.get(column, "")

    def place(self, column: str, file: str) -> Location:
        """Line and number of the column."""
        return Location(file, self.line, self.numbers.get(column, 1))


def read_table(data: bytes, file: str, lang: str, problems: list[Problem]) -> list[Row]:
    """The rows below the headings, as far as they can be read; what is wrong is added to the problems."""
    if len(data) > MOST_BYTES:
        problems.append(Problem("sheet.too_large", Location(file), {"limit": str(MOST_BYTES >> 20)}))
        return []
    text = _decoded(data, file, problems)
    if text is None:
        return []
    first, text = _without_hint(text)
    separator = next((one for one in _SEPARATORS if _columns(text, one) is not None), None)
    if separator is None:
        needed = ", ".join(f"“{heading(column, lang)}”" for column in NEEDED)
        problems.append(Problem("sheet.no_columns", Location(file, first), {"columns": needed}))
        return []
    return list(_rows(text, separator, first, file, problems))


# Encoding --------------------------------------------------------------------------------------------------


def _decoded(data: bytes, file: str, problems: list[Problem]) -> str | None:
    if data.startswith(_UTF_16):
        problems.append(Problem("sheet.utf_16", Location(file)))
        return None
    if b"\0" in data:
        problems.append(Problem("sheet.nul", Location(file, _line_of(data, data.index(0)))))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (len(_BOM) if data.startswith(_BOM) else 0)
    if not data.startswith(_BOM) and not _mostly_utf_8(data):
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError as error:
            at = max(at, error.start)
    problems.append(Problem("sheet.encoding", Location(file, _line_of(data, at))))
    return None


def _mostly_utf_8(data: bytes) -> bool:
    """Whether it is UTF-8 with faults: read as GB18030 it would give other characters without a complaint."""
    read = data.decode("utf-8", "replace")
    broken = read.count("\ufffd")
    return sum(not character.isascii() for character in read) - broken > broken


def _line_of(data: bytes, at: int) -> int:
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


# Columns and rows ------------------------------------------------------------------------------------------


def _without_hint(text: str) -> tuple[int, str]:
    """The line of the headings and the text from there: `sep=;` in front is a hint to one program."""
    line, mark, rest = text.partition("\n")
    if mark and line.strip().casefold() in {f"sep={one.strip()}" for one in _SEPARATORS}:
        return 2, rest
    return 1, text


def _columns(text: str, separator: str) -> dict[str, int] | None:
    """Name of each column that is known -> its place; None if the headings cannot be read with this separator."""
    try:
        headings = next(_reader(text, separator), [])
    except csv.Error:
        return None
    names = {_plain(one): column for column, both in COLUMNS.items() for one in both}
    found: dict[str, int] = {}
    for number, written in enumerate(headings):
        column = names.get(_plain(written))
        if column is not None:
            found.setdefault(column, number)
    return found if all(column in found for column in NEEDED) else None


def _plain(written: str) -> str:
    return " ".join(folded(written).casefold().split())


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _rows(text: str, separator: str, first: int, file: str, problems: list[Problem]) -> Iterator[Row]:
    columns = _columns(text, separator) or {}
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 0
    try:
        for number, cells in enumerate(reader):
            line, begins = begins + first, reader.line_num
            if number > MOST_ROWS:
                problems.append(
                    Problem("sheet.too_many_rows", Location(file, line), {"limit": str(MOST_ROWS)})
                )
                return
            if number and any(cell.strip() for cell in cells):
                yield Row(
                    line,
                    {column: cells[at] for column, at in columns.items() if at < len(cells)},
                    {column: at + 1 for column, at in columns.items()},
                )
    except csv.Error as error:
        details = {"why": clean(str(error))}
        problems.append(Problem("sheet.broken", Location(file, begins + first), details))
