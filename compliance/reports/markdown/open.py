"""What is open, as Markdown tables: the questions by weight, and the rules that hang on them."""

from __future__ import annotations

from compliance.assessment.model import Applies, Assessment, Finding, Standing
from compliance.reports.citation import sources_text
from compliance.reports.markdown.findings import put_findings
from compliance.reports.markdown.layout import Code, MarkdownPage, Text
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.text.findings import reasons_of
from compliance.reports.text.open import (
    FIRST,
    fold_lines,
    hanging_lines,
    question_remarks,
    question_text,
)
from compliance.reports.words import say

SECTION = 3


def put_questions(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """The open facts, the one that decides most first."""
    facts = in_order_of_weight(assessment)
    if not facts:
        return
    page.heading(SECTION, say("section.first", lang))
    shown = facts if show_all else facts[:FIRST]
    rows: list[list[Text]] = [
        [
            str(number),
            question_text(path, assessment, lang),
            Code(path),
            say("list.semicolon", lang).join(question_remarks(path, assessment, lang)),
        ]
        for number, path in enumerate(shown, start=1)
    ]
    page.table(["", *(say(f"col.{name}", lang) for name in ("question", "fact", "remarks"))], rows)
    if len(shown) < len(facts):
        page.paragraph(say("first.rest", lang, n=len(facts) - len(shown)))


def put_undecided(page: MarkdownPage, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """The undecided binding rules; in the short form those of a pack whose scope is open fold to one item."""
    undecided = assessment.standing(Standing.UNDECIDED, binding=True)
    if not undecided:
        return
    page.heading(SECTION, say("section.undecided", lang, n=len(undecided)))
    if show_all:
        put_findings(page, undecided, assessment, lang, detail=True)
        return
    folded = [status for status in assessment.packs if status.applies is Applies.OPEN]
    first = True
    for status in folded:
        members = [finding for finding in undecided if finding.rule.pack == status.pack.id]
        if members:
            head, *rest = fold_lines(status, members, assessment, lang)
            page.item(head, first=first)
            first = False
            for line in rest:
                page.item(line, 1)
    open_packs = {status.pack.id for status in folded}
    rows = [_row(one, assessment, lang) for one in undecided if one.rule.pack not in open_packs]
    names = ("requirement", "rule", "article", "because", "hangs")
    page.table([say(f"col.{name}", lang) for name in names], rows)


def _row(finding: Finding, assessment: Assessment, lang: str) -> list[Text]:
    return [
        finding.rule.title.get(lang),
        Code(finding.rule.id),
        sources_text(finding.rule.sources, assessment.book.instruments, lang),
        because_words(finding, lang),
        say("list.semicolon", lang).join(hanging_lines(finding, assessment, lang)),
    ]


def because_words(finding: Finding, lang: str) -> str:
    """Whether answers, a doubt of law, the calendar or the bound leave a finding undecided; empty if nothing does."""
    return say("list.semicolon", lang).join(
        say(f"because.{reason.value}", lang) for reason in reasons_of(finding)
    )
