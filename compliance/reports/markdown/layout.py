"""GitHub-flavoured Markdown in which text from anywhere stays text: no heading, link, table or mention of its own.

What is written is made of pieces: plain text is escaped, an id or a place may become a code span. No HTML is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from compliance.facts.sanitise import clean

_MARKS: Final = re.compile(
    r"[\\`*_{}\[\]<>|~&#@$]"  # marks wherever they stand
    r"|(?<=\w)\.(?=[^\W\d])|(?<=[^\W\d])\.(?=\w)"  # www.example.org, but not 1.2
    r"|:(?=//)|:(?=[A-Za-z0-9_+-]+:)"  # https://, :smile:
    r"|^[-+=:]"  # lists, lines under a heading
)
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])")
"""What begins a numbered list."""

_SOUGHT: Final = re.compile(r"\\@(?=\w)|\\:(?=[\w+-])|\\#(?=\d)|\b[Gg][Hh]-(?=\d)")
"""Where forges look for people, emoji and issues in the text that is shown: an escape does not keep them from it."""

_GAP: Final = "&#8203;"
"""A blank without width, so that a mark and what follows are not read together. Texts have none themselves."""

_CODE: Final = re.compile(r"[\w./:,()\[\]+-]+(?: [\w./:,()\[\]+-]+)*")
"""What can stand in a code span as it is, in a table too."""


class Code(NamedTuple):
    """An id, path, place or digest."""

    text: str


class Strong(NamedTuple):
    """Text that stands out."""

    text: str


class Between(NamedTuple):
    """What parts two pieces, written as it is. Never anything but a constant of the program."""

    text: str


BLANK: Final = Between(" ")
DOT: Final = Between(" · ")
COMMA: Final = Between(", ")

Piece: TypeAlias = "str | Code | Strong | Between"
Text: TypeAlias = "Piece | Sequence[Piece]"


def escaped(text: str) -> str:
    """A text on one line that no Markdown parser takes for anything else; odd characters are shown."""
    folded = " ".join(clean(text).split())
    marked = _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", folded))
    return _SOUGHT.sub(lambda found: found.group(0) + _GAP, marked)


def written(text: Text) -> str:
    """Pieces one after the other."""
    if isinstance(text, str | Code | Strong | Between):
        return _piece(text)
    return "".join(map(_piece, text))


def _piece(piece: Piece) -> str:
    match piece:
        case Code(text):
            return f"`{text}`" if text.isprintable() and _CODE.fullmatch(text) else escaped(text)
        case Strong(text):
            return f"**{said}**" if (said := escaped(text)) else ""
        case Between(text):
            return text
        case _:
            return escaped(piece)


class MarkdownPage:
    """Collects the blocks of a page. Blank lines stand between blocks, none within a list or a table."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def heading(self, level: int, text: str) -> None:
        """A heading."""
        self._block(f"{'#' * level} {escaped(text)}")

    def paragraph(self, text: Text) -> None:
        """A paragraph; nothing where there is no text."""
        if said := written(text):
            self._block(said)

    def items(self, items: Sequence[Text]) -> None:
        """A flat list; nothing where there are no items."""
        for number, item in enumerate(items):
            self.item(item, first=number == 0)

    def item(self, text: Text, depth: int = 0, *, first: bool = False) -> None:
        """An item of a list. `first`: one that begins a list and is not within another."""
        if first:
            self._gap()
        self.lines.append(f"{'  ' * depth}- {written(text)}")

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Text]]) -> None:
        """A table; nothing where there are no rows."""
        if not rows:
            return
        self._block(_row(head))
        self.lines.append(_row_of("---" for _ in head))
        for row in rows:
            assert len(row) == len(head)
            self.lines.append(_row(row))

    def text(self) -> str:
        """All lines, each ended."""
        return "".join(f"{line}\n" for line in self.lines)

    def _block(self, line: str) -> None:
        self._gap()
        self.lines.append(line)

    def _gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def _row(cells: Sequence[Text]) -> str:
    return _row_of(written(cell) for cell in cells)


def _row_of(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
