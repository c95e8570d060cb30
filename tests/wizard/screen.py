"""What stands on the screen of the app, as plain lines."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from rich.cells import cell_len

CELL = 12.2
"""How wide the drawing makes a column."""

_TEXT = "{http://www.w3.org/2000/svg}text"


def screen_lines(app: Any) -> list[str]:
    """The lines of the screen, read from the exported drawing; blanks at the ends removed."""
    root = ElementTree.fromstring(app.export_screenshot())
    found: dict[float, list[tuple[float, str]]] = {}
    for element in root.iter(_TEXT):
        if "-line-" in (element.get("clip-path") or ""):
            place = float(element.get("y", "0"))
            found.setdefault(place, []).append((float(element.get("x", "0")), element.text or ""))
    return [_line(sorted(row)) for _, row in sorted(found.items())]


def _line(row: list[tuple[float, str]]) -> str:
    line = ""
    for x, text in row:
        line += " " * (round(x / CELL) - cell_len(line)) + text.replace("\u00a0", " ")
    return line.rstrip()
