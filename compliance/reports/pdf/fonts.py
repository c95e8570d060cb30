"""The font of PDF reports, which a package brings: no font of the machine is ever used."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from unicodedata import category

from compliance.errors import Problem, ReportError

PACKAGE: Final = "manimgx_fonts_cjk"
FAMILY: Final = "Noto Sans CJK SC"
"""One family in all weights for Chinese and Latin letters; its licence is OFL-1.1."""

_NUMBER: Final = 2
"""Its place in the collection."""


def font_folder() -> Path:
    """The folder with the font.

    Raises:
        ReportError: `report.no_pdf` where the package is not installed.
    """
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ReportError(Problem("report.no_pdf"))
    return Path(found.submodule_search_locations[0])


def shown_with_font(text: str) -> str:
    """The text with a visible `□(U+20BB7)` for each character that has no shape, or none that is known to all."""
    known = _characters()
    return "".join(c if c in "\n\t" or _has_shape(c, known) else f"□(U+{ord(c):04X})" for c in text)


def _has_shape(character: str, known: Container[int]) -> bool:
    """Private use has none, whatever the font: what its characters mean is agreed on by somebody somewhere."""
    return ord(character) in known and category(character) != "Co"


@cache
def _characters() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    (file,) = font_folder().glob("*.ttc")
    return frozenset(TTFont(file, fontNumber=_NUMBER, lazy=True).getBestCmap())
