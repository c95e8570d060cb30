"""An assessment as GitHub-flavoured Markdown: short enough for a comment on a pull request, or in full."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.reports.markdown.findings import put_finding, put_findings
from compliance.reports.markdown.layout import MarkdownPage, Strong
from compliance.reports.markdown.open import put_questions, put_undecided
from compliance.reports.markdown.tables import (
    put_counts,
    put_digests,
    put_every_rule,
    put_glance,
    put_register,
    put_views,
    put_waivers,
)
from compliance.reports.text.findings import advised, gravity, next_day
from compliance.reports.text.notes import (
    evidence_lines,
    foot_lines,
    holds_lines,
    not_formalised_lines,
    planned_lines,
    scope_lines,
    waiver_lines,
    warning_lines,
)
from compliance.reports.text.topics import shared_topics, topic_lines
from compliance.reports.verdict_line import verdict_line
from compliance.reports.words import say

TITLE = 2
SECTION = 3


def render_markdown(assessment: Assessment, lang: str, *, show_all: bool = False) -> str:
    """The report as Markdown. No HTML is used; what the project file says is escaped.

    Args:
        lang: "en" or "zh".
        show_all: every finding in full, every rule considered, the evidence register and whole digests.
    """
    page = MarkdownPage()
    page.heading(TITLE, say("report.title", lang))
    page.paragraph(Strong(verdict_line(assessment, lang)))
    put_glance(page, assessment, lang)
    if assessment.disclosed:
        page.paragraph(say("sensitive.shown", lang))
    for line in scope_lines(assessment, lang):
        page.paragraph(line)
    put_counts(page, assessment, lang)
    _put_findings(page, assessment, lang, show_all=show_all)
    _put_notes(page, assessment, lang, show_all=show_all)
    _put_holds(page, assessment, lang, show_all=show_all)
    _put_foot(page, assessment, lang, show_all=show_all)
    return page.text()


def _put_findings(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    violated = sorted(assessment.standing(Standing.VIOLATED, binding=True), key=gravity)
    _put_section(page, "section.violated", violated, assessment, lang, detail=show_all)
    pending = sorted(assessment.standing(Standing.PENDING, binding=True), key=next_day)
    _put_section(page, "section.pending", pending, assessment, lang, detail=show_all)
    put_questions(page, assessment, lang, show_all=show_all)
    put_undecided(page, assessment, lang, show_all=show_all)
    topics = shared_topics(assessment)
    if topics:
        page.heading(SECTION, say("section.topics", lang))
    for number, topic in enumerate(topics):
        name, *lines = topic_lines(topic, assessment, lang)
        page.item(name, first=number == 0)
        for line in lines:
            page.item(line, 1)
    past = assessment.standing(Standing.PAST, binding=True)
    _put_section(page, "section.past", past, assessment, lang, detail=show_all)
    _put_advice(page, assessment, lang, show_all=show_all)


def _put_section(
    page: MarkdownPage,
    heading: str,
    findings: Sequence[Finding],
    assessment: Assessment,
    lang: str,
    *,
    detail: bool,
) -> None:
    if findings:
        page.heading(SECTION, say(heading, lang, n=len(findings)))
        put_findings(page, findings, assessment, lang, detail=detail)


def _put_advice(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """What recommended and practice rules say, apart: it changes neither verdict nor exit code."""
    shown = advised(assessment)
    undecided = assessment.standing(Standing.UNDECIDED, binding=False)
    if not shown and not undecided:
        return
    page.heading(SECTION, say("section.advice", lang))
    put_findings(page, shown, assessment, lang, detail=show_all)
    if undecided and not show_all:
        page.item(say("advice.undecided", lang, n=len(undecided)), first=not shown)
    elif undecided:
        for number, finding in enumerate(undecided):
            put_finding(page, finding, assessment, lang, detail=True, first=not shown and number == 0)


def _put_notes(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    put_views(page, assessment, lang, detail=show_all)
    if show_all:
        put_register(page, assessment, lang)
        put_waivers(page, assessment, lang)
    _put_list(page, "section.evidence", evidence_lines(assessment, lang), lang)
    _put_list(page, "section.waivers", waiver_lines(assessment, lang), lang)
    _put_list(page, "section.planned", planned_lines(assessment, lang), lang)
    _put_list(page, "section.warnings", warning_lines(assessment, lang), lang)
    _put_list(page, "section.not_formalised", not_formalised_lines(assessment, lang), lang)


def _put_list(page: MarkdownPage, heading: str, lines: Sequence[str], lang: str) -> None:
    if lines:
        page.heading(SECTION, say(heading, lang))
        page.items(lines)


def _put_holds(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    page.heading(SECTION, say("section.holds", lang))
    for line in holds_lines(assessment, lang):
        page.paragraph(line)
    if show_all:
        number = len(assessment.findings) + len(assessment.not_in_force)
        page.heading(SECTION, say("section.rules", lang, n=number))
        put_every_rule(page, assessment, lang)


def _put_foot(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    if show_all:
        page.heading(SECTION, say("section.digests", lang))
        put_digests(page, assessment, lang)
    for line in foot_lines(assessment, lang):
        page.paragraph(line)
