"""Trees of why as nested lists that open and close. What they say is what `compliance explain` says of a project."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment, PackStatus
from compliance.assessment.reasons import Reasons, explain_condition
from compliance.conditions.nodes import TRUE
from compliance.frozen import frozen
from compliance.reports.explain.rule import put_reasons
from compliance.reports.explain.why import WhyTree
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.html.parts import place_of
from compliance.reports.text.layout import Page, Style, one_line
from compliance.reports.words import say

SHAPES: Final = {
    "violated": ("✗", "why.fails"),
    "holds": ("✓", "why.holds"),
    "undecided": ("?", "why.unknown"),
    "pending": ("…", "outcome.pending"),
}
"""The marks of a page of text: shape and word."""


@frozen
class Line:
    """A line of a page of text, before it is wrapped.

    Args:
        place: the piece of it that is never broken, at its end.
    """

    indent: int
    text: str
    mark: str = ""
    place: str = ""


class Outline(Page):
    """A page of text that keeps its lines apart, to be nested by their indents."""

    def __init__(self) -> None:
        super().__init__(width=0)
        self.outlined: list[Line] = []

    def put(self, text: str, indent: int = 0, *, mark: str = "", style: Style = "", keep: str = "") -> None:
        """A line. Styles say nothing that marks do not say."""
        self.outlined.append(Line(indent, text, mark, keep))

    def symbol(self, name: str) -> str:
        """The name itself, but for what stands between two pieces of a line."""
        return super().symbol(name) if name == "dot" else name


def reasons_tree(found: Reasons, assessment: Assessment, lang: str) -> Element | None:
    """Everything behind a finding, but for the scope of its pack."""
    page = Outline()
    put_reasons(page, found, assessment, lang, scope=False)
    return nested(page.outlined, assessment, lang)


def scope_tree(status: PackStatus, assessment: Assessment, lang: str) -> Element | None:
    """Why a pack applies or does not; None for one that always applies."""
    if status.pack.applies == TRUE:
        return None
    page = Outline()
    why = explain_condition(assessment, status.pack.applies, status.pack.calendar)
    WhyTree(page, assessment, lang).put(why)
    return nested(page.outlined, assessment, lang)


def nested(lines: list[Line], assessment: Assessment, lang: str) -> Element | None:
    """Lines as a list, those below a line and further in as a list within it; None where there are none."""
    if not lines:
        return None
    items: list[Child] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end].indent > lines[start].indent:
            end += 1
        items.append(_item(lines[start], nested(lines[start + 1 : end], assessment, lang), assessment, lang))
        start = end
    return h("ul", items)


def _item(line: Line, below: Element | None, assessment: Assessment, lang: str) -> Element:
    said = [shape(line.mark, lang), *_text(line, assessment)]
    if below is None:
        return h("li", said)
    return h("li", h("details", h("summary", said), below, open=True))


def shape(mark: str, lang: str) -> Child:
    """A mark that is told by its shape and, to those who listen, by a word."""
    if mark not in SHAPES:
        return None
    sign, word = SHAPES[mark]
    return [h("span", sign, class_=f"mark {mark}", role="img", aria_label=say(word, lang)), " "]


def _text(line: Line, assessment: Assessment) -> list[Child]:
    text, place = one_line(line.text), one_line(line.place)
    if not place or not text.endswith(place):
        return [text]
    return [text.removesuffix(place), place_of(place, assessment)]
