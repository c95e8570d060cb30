"""Text that is read: wrapped as Chinese and English are, whatever the width."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.visual import Visual
from textual.widgets import Static

from compliance.reports.text.layout import wrap

HANGING = ("• ", "→ ", "? ", "§ ", "# ", "~ ")
"""What a line may begin with whose further lines are indented."""


class Prose(Static):
    """Text without markup. Broken where a Chinese or an English reader expects it, items with a hanging indent."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """Without the second layout that Textual does after a size changed: the height follows from the width alone."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(text, id=id, classes=classes, markup=False)
        self.text = text

    def update(self, content: object = "", *, layout: bool = True) -> None:
        """Show another text; the same one costs nothing."""
        if str(content) != self.text:
            self.text = str(content)
            super().update(self.text, layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text takes at a width."""
        return len(self._wrapped(width)) if self.text else 0

    def render(self) -> Visual:
        """The lines at the width there is."""
        return Content("\n".join(self._wrapped(self.content_size.width)))

    def _wrapped(self, width: int) -> list[str]:
        width = max(width, 2)
        return [row for line in self.text.split("\n") for row in wrapped_line(line, width)]


def wrapped_line(line: str, width: int) -> list[str]:
    """One line of text in rows of at most `width` columns."""
    bare = line.lstrip(" ")
    lead = line[: len(line) - len(bare)]
    mark = next((mark for mark in HANGING if bare.startswith(mark)), "")
    indent = lead + " " * len(mark)
    rows = wrap(bare[len(mark) :], max(width - len(indent), 2))
    return [(lead + mark if number == 0 else indent) + row for number, row in enumerate(rows)]
