"""Tables for spreadsheet programs: nothing in a cell is taken for a formula, and no blank or character is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

BOM: Final = "\ufeff"
"""Without it spreadsheet programs take the text for another encoding."""

_FORMULA: Final = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""Where spreadsheet programs begin to calculate, perhaps behind apostrophes that are there already."""


def table_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8; every cell is guarded."""
    written = io.StringIO()
    written.write(BOM)
    writer = csv.writer(written, lineterminator="\r\n")
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return written.getvalue().encode("utf-8")


def guarded(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula, and whose outer blanks are not lost."""
    if _wants_quotes(text):
        text = f'"{text}"'
    return f"'{text}" if _FORMULA.match(text) else text


def bare(cell: str) -> str:
    """What was written before `guarded`; what people write loses the blanks around it."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    text = text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
    text = text.strip()
    return text[1:-1] if _is_quoted(text) and _wants_quotes(text[1:-1]) else text


def _wants_quotes(text: str) -> bool:
    """Whether a text has blanks around it, or looks like one that was quoted for that."""
    while _is_quoted(text):
        text = text[1:-1]
    return text != text.strip()


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == '"'
