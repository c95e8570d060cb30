"""What to act on, in an HTML report: breaches to mend, questions to answer, days to keep."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from compliance.assessment.model import Assessment, Standing, WaiverState
from compliance.assessment.verdict import EXPIRING_WITHIN
from compliance.conditions.judgement import Outcome
from compliance.reports.citation import sources_text
from compliance.reports.html_elements import Child, Element, h
from compliance.reports.html_parts import (
    anchor,
    badge,
    bullets,
    day,
    paragraph,
    rule_link,
    section,
    state_of,
    table,
)
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.text_findings import gravity, remark
from compliance.reports.text_notes import planned_lines
from compliance.reports.text_open import question_remarks, question_text
from compliance.reports.text_topics import shared_topics, topic_lines
from compliance.reports.words import say
from compliance.reports.words_html import word


def missing(assessment: Assessment, lang: str) -> Element:
    """What is violated and binding, hard stops first: each with what to do."""
    found = sorted(assessment.standing(Standing.VIOLATED, binding=True), key=gravity)
    items: list[Child] = [
        h(
            "li",
            h(
                "p",
                badge(state_of(one.rule, one), lang),
                " ",
                rule_link(one.rule, lang),
                remark(one, assessment, lang),
            ),
            paragraph(one.rule.fix.get(lang)),
            paragraph(sources_text(one.rule.sources, assessment.book.instruments, lang), "quiet"),
        )
        for one in found
    ]
    body = h("ol", items, class_="cards") if items else paragraph(word("todo.none", lang), "quiet")
    return section(lang, "missing", word("todo.title", lang), body)


def questions(assessment: Assessment, lang: str) -> Element:
    """The open facts, the one that decides most first."""
    facts = in_order_of_weight(assessment)
    title = word("questions.title", lang)
    if not facts:
        return section(lang, "questions", title, paragraph(word("questions.none", lang), "quiet"))
    items = [
        h(
            "li",
            h("p", question_text(path, assessment, lang)),
            h(
                "p",
                h("code", path),
                [[" · ", one] for one in question_remarks(path, assessment, lang)],
                class_="quiet",
            ),
            id=anchor(lang, f"question-{number}"),
        )
        for number, path in enumerate(facts, start=1)
    ]
    intro = paragraph(word("questions.intro", lang, n=len(facts)))
    return section(lang, "questions", title, intro, h("ol", items, class_="cards"))


class _Deadline(NamedTuple):
    day: date
    what: Child
    badge: Child


def deadlines(assessment: Assessment, lang: str) -> Element:
    """Running limits record by record, evidence and waivers that soon expire; what falls due first stands first."""
    found = sorted(_deadlines(assessment, lang), key=lambda one: one.day)
    title = word("deadlines.title", lang)
    heads = [word("deadlines.day", lang), word("deadlines.left", lang), word("deadlines.what", lang)]
    rows: list[list[Child]] = [
        [day(one.day), str((one.day - assessment.as_of).days), [one.what, " ", one.badge]] for one in found
    ]
    planned = planned_lines(assessment, lang)
    return section(
        lang,
        "deadlines",
        title,
        table(lang, title, heads, rows) or paragraph(word("deadlines.none", lang), "quiet"),
        [h("h3", say("section.planned", lang)), bullets(planned)] if planned else None,
    )


def _deadlines(assessment: Assessment, lang: str) -> list[_Deadline]:
    found = []
    for finding in assessment.findings:
        running = [part for part in finding.parts if part.outcome is Outcome.PENDING and part.due]
        weight = say(f"severity.{finding.rule.severity.value}", lang)
        mark = h("span", weight, class_="tag")
        if finding.due is not None and finding.outcome is Outcome.PENDING and not running:
            found.append(_Deadline(finding.due, rule_link(finding.rule, lang), mark))
        for part in running:
            record = part.key if part.key is not None else say("record.further", lang)
            what: list[Child] = [rule_link(finding.rule, lang), " · ", record]
            found.append(_Deadline(part.due or assessment.as_of, what, mark))
    last = assessment.as_of + EXPIRING_WITHIN
    for status in assessment.evidence:
        expires = status.entry.expires
        if expires is not None and assessment.as_of <= expires <= last:
            found.append(_Deadline(expires, word("deadlines.evidence", lang, id=status.entry.id), None))
    for waiver, state in assessment.waivers:
        if state is WaiverState.IN_USE and waiver.expires <= last:
            found.append(_Deadline(waiver.expires, word("deadlines.waiver", lang, rule=waiver.rule), None))
    return found


def topics(assessment: Assessment, lang: str) -> Element | None:
    """Matters that several rules bound."""
    items: list[Child] = []
    for topic in shared_topics(assessment):
        name, *lines = topic_lines(topic, assessment, lang)
        items.append(h("li", h("p", name), bullets(lines), class_="conflict" if topic.conflicts else None))
    if not items:
        return None
    return section(lang, "topics", say("section.topics", lang), h("ul", items, class_="cards"))
