"""What changed, as Markdown for a comment on a pull request."""

from __future__ import annotations

from typing import Final

from compliance.reports.diff.entry import Entry
from compliance.reports.diff.model import Comparison
from compliance.reports.diff.to_text import nothing_line
from compliance.reports.diff.told import told
from compliance.reports.markdown.layout import DOT, Code, MarkdownPage, Piece, Strong
from compliance.reports.words import say

TITLE: Final = 2
SECTION: Final = 3


def render_diff_markdown(found: Comparison, lang: str, *, full: bool = False) -> str:
    """The comparison as Markdown; one line where nothing changed."""
    page = MarkdownPage()
    if found.nothing:
        page.paragraph(nothing_line(found, lang))
        return page.text()
    said = told(found, lang, full=full)
    page.heading(TITLE, say("diff.title", lang))
    (label, verdict), *others = said.head
    page.paragraph(Strong(say("label", lang, label=label, text=verdict)))
    page.table((say("glance.item", lang), say("glance.value", lang)), others)
    for note in said.notes:
        page.paragraph(note)
    for section in said.sections:
        page.heading(SECTION, section.heading)
        for number, entry in enumerate(section.entries):
            _put(page, entry, first=number == 0)
        page.paragraph(section.more)
    page.paragraph(say("foot.not_advice", lang))
    return page.text()


def _put(page: MarkdownPage, entry: Entry, *, first: bool) -> None:
    title: list[Piece] = [Strong(entry.title)]
    for piece in entry.ids:
        title += [DOT, Code(piece)]
    page.item(title, first=first)
    for line in entry.lines:
        page.item(line, 1)
