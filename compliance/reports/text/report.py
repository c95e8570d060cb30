"""An assessment as text for a terminal: the verdict first, then what to do, then what it rests on."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Standing, Verdict
from compliance.reports.text.findings import advised, gravity, next_day, put_finding, put_findings
from compliance.reports.text.layout import Page, Style
from compliance.reports.text.notes import (
    put_foot,
    put_holds,
    put_not_formalised,
    put_notes,
    scope_lines,
)
from compliance.reports.text.open import put_first_questions, put_undecided
from compliance.reports.text.topics import put_topics
from compliance.reports.verdict_line import by_hand, verdict_line
from compliance.reports.words import say

_STYLES: dict[Verdict, Style] = {
    Verdict.BLOCKED: "red",
    Verdict.NOT_READY: "red",
    Verdict.INCOMPLETE: "yellow",
    Verdict.OUT_OF_SCOPE: "blue",
    Verdict.READY: "green",
}


def render_text(
    assessment: Assessment,
    lang: str,
    *,
    width: int = 80,
    colour: bool = False,
    show_all: bool = False,
    unicode: bool = True,
) -> str:
    """The report as text.

    Args:
        lang: "en" or "zh".
        width: columns to wrap to; at least 20.
        colour: whether to use SGR colours. They never carry meaning alone.
        show_all: every finding in full instead of the short form.
        unicode: whether marks may be other than ASCII.
    """
    page = Page(width, colour, unicode)
    _put_verdict(page, assessment, lang)
    violated = sorted(assessment.standing(Standing.VIOLATED, binding=True), key=gravity)
    put_findings(page, "section.violated", violated, assessment, lang, detail=show_all)
    pending = sorted(assessment.standing(Standing.PENDING, binding=True), key=next_day)
    put_findings(page, "section.pending", pending, assessment, lang, detail=show_all)
    put_first_questions(page, assessment, lang, show_all=show_all)
    put_undecided(page, assessment, lang, show_all=show_all)
    put_topics(page, assessment, lang)
    past = assessment.standing(Standing.PAST, binding=True)
    put_findings(page, "section.past", past, assessment, lang, detail=show_all)
    _put_advice(page, assessment, lang, show_all=show_all)
    put_notes(page, assessment, lang)
    put_not_formalised(page, assessment, lang)
    put_holds(page, assessment, lang, show_all=show_all)
    put_foot(page, assessment, lang)
    return page.text()


def _put_verdict(page: Page, assessment: Assessment, lang: str) -> None:
    page.put(verdict_line(assessment, lang), style=_STYLES[assessment.verdict])
    if assessment.disclosed:
        page.put(say("sensitive.shown", lang))
    file = assessment.manifest.file
    page.put(say("file", lang, file=file), keep=file)
    if assessment.as_of_given:
        page.put(by_hand(assessment, lang))
    for line in scope_lines(assessment, lang):
        page.put(line)


def _put_advice(page: Page, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """What recommended and practice rules say. It changes neither verdict nor exit code."""
    shown = advised(assessment)
    undecided = assessment.standing(Standing.UNDECIDED, binding=False)
    if show_all:
        shown += undecided
    if not shown and not undecided:
        return
    page.heading(say("section.advice", lang))
    for number, finding in enumerate(shown):
        if number:
            page.gap()
        put_finding(page, finding, assessment, lang, detail=show_all)
    if undecided and not show_all:
        page.put(say("advice.undecided", lang, n=len(undecided)), mark=page.symbol("undecided"))
