"""Tables of a workbook as plain values: what stands in which cell, and beside which words there is a colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from compliance.assessment.model import Standing
from compliance.facts.sanitise import clean
from compliance.reports.words import say

MOST: Final = 32_767
"""What a cell holds, in UTF-16 units."""


class Toned(NamedTuple):
    """Words with a colour beside them. The words alone say it all."""

    text: str
    tone: str


Cell: TypeAlias = str | int | date | Toned | None
"""None is left empty; a blank to fill in is an empty text."""


class Column(NamedTuple):
    """A column: the key of its heading, how wide it is in characters, and whether people write in it."""

    head: str
    width: int
    fill: str = ""


class Table(NamedTuple):
    """One sheet of a workbook.

    Args:
        name: the key of its name.
        frozen: how many columns stay when one scrolls to the right.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    frozen: int = 0


def fitted(text: str, lang: str) -> str:
    """The text as a cell can hold it: without what deceives, and cut, if it must be, with a mark that says so."""
    text = clean(text)
    if _units(text) <= MOST:
        return text
    room = MOST - 100  # for the mark
    kept = text.encode("utf-16-le", "surrogatepass")[: room * 2].decode("utf-16-le", "ignore")
    return f"{kept}{say('cut', lang, n=len(text) - len(kept))}"


def _units(text: str) -> int:
    return len(text) if len(text) * 2 <= MOST else len(text.encode("utf-16-le", "surrogatepass")) // 2


def standing_cell(standing: Standing, *, waived: bool, lang: str) -> Toned:
    """How something counts."""
    return Toned(say(f"standing.{standing.value}", lang), "waived" if waived else standing.value)


def listed(texts: Sequence[str], lang: str) -> str:
    """Several texts in one cell."""
    return say("list.semicolon", lang).join(texts)
