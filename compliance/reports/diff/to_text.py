"""What changed, as text for a terminal or a file."""

from __future__ import annotations

from typing import Final

from compliance.reports.diff.entry import Entry
from compliance.reports.diff.model import Comparison, Direction, Gate
from compliance.reports.diff.told import told
from compliance.reports.text.layout import Page, Style
from compliance.reports.words import say

INDENT: Final = 2
_STYLES: Final[dict[str, Style]] = {
    "violated": "red",
    "undecided": "yellow",
    "pending": "blue",
    "past": "yellow",
    "holds": "green",
}
_VERDICT: Final[dict[Direction, Style]] = {Direction.WORSE: "red", Direction.BETTER: "green"}
_GATES: Final[dict[Gate, Style]] = {Gate.REGRESSION: "red", Gate.CANNOT_SAY: "yellow"}


def render_diff_text(
    found: Comparison,
    lang: str,
    *,
    width: int = 80,
    colour: bool = False,
    unicode: bool = True,
    full: bool = False,
) -> str:
    """The comparison as text; one line where nothing changed."""
    page = Page(width, colour, unicode)
    if found.nothing:
        page.put(nothing_line(found, lang))
        return page.text()
    said = told(found, lang, full=full)
    page.put(say("diff.title", lang), style="bold")
    verdict = _VERDICT.get(found.verdict, "") if found.same_packs else "yellow"
    styles: dict[str, Style] = {
        say("diff.verdict", lang): verdict,
        say("diff.regression", lang): _GATES.get(found.regression.gate, ""),
    }
    for label, text in said.head:
        page.put(say("label", lang, label=label, text=text), style=styles.get(label, ""))
    if said.notes:
        page.gap()
    for note in said.notes:
        page.put(note)
    for section in said.sections:
        page.heading(section.heading)
        for entry in section.entries:
            _put(page, entry)
        if section.more:
            page.put(section.more)
    page.gap()
    page.put(say("foot.not_advice", lang), style="dim")
    return page.text()


def nothing_line(found: Comparison, lang: str) -> str:
    """The one line where nothing changed."""
    return say("diff.nothing", lang, line=found.new.line.get(lang))


def _put(page: Page, entry: Entry) -> None:
    page.put(entry.title, mark=page.symbol(entry.standing), style=_STYLES.get(entry.standing, ""))
    if entry.ids:
        page.put(page.symbol("dot").join(entry.ids), INDENT, keep=entry.ids[-1])
    for line in entry.lines:
        page.put(line, INDENT)
