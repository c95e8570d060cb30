"""A list to choose from: arrows and Enter, a click, or the digit in front of a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

MOST_DIGITS = 9


class Line(NamedTuple):
    """One line: what it stands for, and its words. `mark` shows how it stands, for it must not show by colour only."""

    id: str
    text: str
    mark: str = ""


class Choices(OptionList):
    """Lines with digits in front. Choosing one posts `OptionSelected` with its id."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """Without the second layout that Textual does after a size changed: the height follows from the lines."""

    def __init__(self, lines: Iterable[Line], *, id: str | None = None, digits: bool = True) -> None:
        self.lines = list(lines)
        self.digits = digits
        super().__init__(*self._as_options(), id=id, markup=False, compact=True)

    def put(self, lines: Iterable[Line]) -> None:
        """Show other lines; the highlight stays where it was."""
        wanted = list(lines)
        if wanted == self.lines:
            return
        at = self.highlighted
        self.lines = wanted
        self.clear_options()
        self.add_options(self._as_options())
        if self.lines:
            self.highlighted = min(at or 0, len(self.lines) - 1)
        self.refresh(layout=True)

    def choose(self, line: str) -> None:
        """Highlight a line by its id."""
        for number, one in enumerate(self.lines):
            if one.id == line:
                self.highlighted = number

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        digit = event.character or ""
        if self.digits and digit.isdecimal() and digit.isascii() and 1 <= int(digit) <= len(self.lines):
            event.stop()
            self.highlighted = int(digit) - 1
            self.action_select()

    def _as_options(self) -> list[Option]:
        return [Option(self._prompt(number, line), id=line.id) for number, line in enumerate(self.lines, 1)]

    def _prompt(self, number: int, line: Line) -> str:
        digit = f"{number} " if self.digits and number <= MOST_DIGITS else "  " if self.digits else ""
        return f"{digit}{line.mark}{line.text}"
