"""How wide columns and how high rows are: programs that open a workbook do not all find that out by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from compliance.facts.sanitise import clean
from compliance.reports.excel.table import Cell, Column, Table, Toned
from compliance.reports.text.layout import text_width
from compliance.reports.words import say

FONT_SIZE: Final = 10
_LINE: Final = {"zh": 16.0, "en": 13.5}
"""The height of a line in points, in the font of a language."""

_ROOM: Final = {"zh": 1.0, "en": 1.1}
"""How many characters a column holds for each of its width, at least. One of Chinese is two."""

_TOKEN: Final = re.compile(r"[^\s\-\u2e80-\uffff]+-?|.", re.DOTALL)
"""What is not broken in two as long as it fits into a line."""

_MARGIN: Final = 3.0
_HIGHEST: Final = 409.0
"""Higher a row cannot be."""

_MOST_LINES: Final = 24
"""What fits into the highest row."""

_NARROWEST: Final = 6
_WIDEST: Final = 100
_EXTRA: Final = 2
"""What a cell leaves blank beside its text, and the button of a filter, in characters."""


def widths(table: Table, lang: str) -> list[int]:
    """As wide as wanted; narrower where nothing needs that much, wider where a row could not be high enough.

    Columns to write in, and those of an empty table, stay as they are.
    """
    if not table.rows:
        return [column.width for column in table.columns]
    return [
        column.width if column.fill else _width(column, [text_of(cells[index]) for cells in table.rows], lang)
        for index, column in enumerate(table.columns)
    ]


def _width(column: Column, texts: Sequence[str], lang: str) -> int:
    needed = max(_NARROWEST, *_needs(texts), *_head_needs(say(column.head, lang)))
    width = min(column.width, needed)
    while width < _WIDEST and any(_lines(text, int(width * _ROOM[lang])) > _MOST_LINES for text in texts):
        width += 4
    return width


def _needs(texts: Sequence[str]) -> list[int]:
    return [0, *(max(map(text_width, text.split("\n"))) + _EXTRA for text in texts if text)]


def _head_needs(head: str) -> list[int]:
    """The longest word of a heading; one of Chinese may break anywhere."""
    return [min(text_width(word), 12 if word.isascii() else 4) + _EXTRA for word in head.split()]


def height(cells: Sequence[Cell], wide: Sequence[int], lang: str) -> float:
    """Points that a row needs for its longest cell, as far as a row can be that high."""
    lines = [
        _lines(text_of(cell), int(width * _ROOM[lang])) for cell, width in zip(cells, wide, strict=False)
    ]
    return min(max([1, *lines]) * _LINE[lang] + _MARGIN, _HIGHEST)


def _lines(text: str, room: int) -> int:
    return sum(_broken(line, room) for line in text.split("\n")) if text else 0


def _broken(line: str, room: int) -> int:
    """Into how many lines a program breaks one: at blanks, after hyphens, between Chinese characters, else anywhere."""
    if text_width(line) <= room:
        return 1
    lines, used = 1, 0
    for token in _TOKEN.findall(line):
        width = text_width(token)
        if used + width > room and used:
            lines, used = lines + 1, 0
        lines += max(width - 1, 0) // room
        used += width % room if width > room else width
    return lines


def text_of(cell: Cell) -> str:
    """What a cell shows."""
    match cell:
        case None:
            return ""
        case Toned(text, _):
            return clean(text)
        case date():
            return cell.isoformat()
        case _:
            return clean(str(cell))
