"""Lines on a terminal: widths of East Asian text, wrapping with hanging indents, plain SGR styles."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from compliance.facts.sanitise import clean, no_command

MIN_WIDTH: Final = 20

Style = Literal["", "bold", "dim", "red", "green", "yellow", "blue"]

_SGR: Final = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34"}
_NEVER_FIRST: Final = frozenset("。，、；：？！…—）》〉」』】〕］｝”’·,.;:?!)]}%％")
_NEVER_LAST: Final = frozenset("（《〈「『【〔［｛“‘([{")


@cache
def char_width(char: str) -> int:
    """How many columns a character takes: 0 for combining marks, 2 for wide ones, else 1."""
    from unicodedata import category, combining, east_asian_width

    if combining(char) or category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def text_width(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def one_line(text: str) -> str:
    """A text from a person made safe to print: control characters visible, line breaks and tabs folded."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return " ".join(clean(text).split())


def capital(text: str) -> str:
    """The text with its first letter in upper case, the others as they are."""
    return text[:1].upper() + text[1:]


class _Atom(NamedTuple):
    """A piece that is never broken, and whether a space stands before it."""

    text: str
    width: int
    spaced: bool


def _atoms_around(text: str, keep: str) -> list[_Atom]:
    if not keep or keep not in text:
        return _atoms(text)
    before, _, after = text.partition(keep)
    spaced = before.endswith(" ")
    kept = _Atom(keep, text_width(keep), spaced)
    return [
        *(_atoms(before[:-1] if spaced else before) if before else ()),
        kept,
        *(_atoms(after) if after else ()),
    ]


def _atoms(text: str) -> list[_Atom]:
    found = []
    for index, word in enumerate(text.split(" ")):
        if word.isascii():
            pieces = [word]
        else:
            pieces = _pieces(word)
        for number, piece in enumerate(pieces):
            found.append(_Atom(piece, text_width(piece), spaced=index > 0 and number == 0))
    return found


def _pieces(word: str) -> list[str]:
    """A word cut wherever Chinese text may be broken."""
    pieces: list[str] = []
    for char in word:
        if pieces and not _may_break(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _may_break(left: str, right: str) -> bool:
    if left.isdigit() and not right.isascii():
        return False
    if right in _NEVER_FIRST or left in _NEVER_LAST or char_width(right) == 0:
        return False
    return char_width(left) == 2 or char_width(right) == 2


def wrap(text: str, width: int, keep: str = "") -> list[str]:
    """The text in lines of at most `width` columns. What has no place to break stays whole and may stick out.

    Args:
        keep: a piece of the text that is never broken, such as a path.
    """
    if text_width(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    used = 0
    for atom in _atoms_around(text, keep):
        gap = " " if atom.spaced and line else ""
        if line and used + len(gap) + atom.width > width:
            lines.append(line)
            line, used, gap = "", 0, ""
        line += gap + atom.text
        used += len(gap) + atom.width
    return [*lines, line]


class Page:
    """Collects the lines of a report.

    Args:
        width: columns; less than 20 counts as 20.
        colour: whether styles become SGR codes. They never carry meaning alone.
        unicode: whether symbols may be other than ASCII.
        depth: indents take at most one in so many columns: on narrow terminals deep ones would leave no room.
    """

    def __init__(self, width: int, colour: bool = False, unicode: bool = True, depth: int = 8) -> None:
        self.width = width
        self.colour = colour
        self.unicode = unicode
        self.most_indent = max(width, MIN_WIDTH) // depth
        self.lines: list[str] = []

    def put(self, text: str, indent: int = 0, *, mark: str = "", style: Style = "", keep: str = "") -> None:
        """A paragraph. `mark` stands before the first line and the others hang under what follows it.

        Args:
            keep: a piece of the text that is never broken, such as a path.
        """
        indent = min(indent, self.most_indent)
        if not self.unicode:
            text, keep = text.translate(_PLAIN), keep.translate(_PLAIN)
        hang = " " * (indent + text_width(mark))
        head = " " * indent + mark
        room = max(self.width, MIN_WIDTH) - len(hang)
        for number, line in enumerate(wrap(one_line(text), room, one_line(keep))):
            painted = self.paint(line, style)
            self.lines.append(self.paint(head, style) + painted if number == 0 else hang + painted)

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.gap()
        self.put(text, style="bold")

    def gap(self) -> None:
        """An empty line, never two and never at the top."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def paint(self, text: str, style: Style) -> str:
        """The text in a style, if colours are wanted."""
        if not (self.colour and style and text.strip()):
            return text
        return f"\x1b[{_SGR[style]}m{text}\x1b[0m"

    def symbol(self, name: str) -> str:
        """The mark of a standing, ASCII where need be."""
        return (_SYMBOLS if self.unicode else _ASCII)[name]

    def text(self) -> str:
        """All lines, each ended; none is a command to the pipeline in whose log they stand."""
        return no_command("".join(f"{line.rstrip()}\n" for line in self.lines))


_PLAIN: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "→": "->"})
_SYMBOLS: Final = {
    "violated": "✗ ",
    "undecided": "? ",
    "pending": "… ",
    "past": "! ",
    "holds": "✓ ",
    "item": "• ",
    "dot": " · ",
}
_ASCII: Final = {
    "violated": "x ",
    "undecided": "? ",
    "pending": "~ ",
    "past": "! ",
    "holds": "+ ",
    "item": "- ",
    "dot": " | ",
}
