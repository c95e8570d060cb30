"""What to act on, in an HTML report: breaches to mend, questions to answer, days to keep."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.reports.citation import sources_text
from compliance.reports.deadlines import Deadline
from compliance.reports.deadlines import deadlines as coming
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.html.parts import anchor, badge, bullets, day, paragraph, rule_link, section, table
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.states import state_of
from compliance.reports.text.findings import gravity, remark, waiver_named
from compliance.reports.text.notes import planned_lines
from compliance.reports.text.open import question_on_paper, question_remarks
from compliance.reports.text.topics import shared_topics, topic_lines
from compliance.reports.words import say
from compliance.reports.words_document import word


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
            [paragraph(said, "quiet") for said in _waivers(one, lang)],
        )
        for one in found
    ]
    body = h("ol", items, class_="cards") if items else paragraph(word("todo.none", lang), "quiet")
    return section(lang, "missing", word("todo.title", lang), body)


def _waivers(finding: Finding, lang: str) -> list[str]:
    return list(dict.fromkeys(waiver_named(waiver, lang) for waiver in finding.waivers))


def questions(assessment: Assessment, lang: str) -> Element:
    """The open facts, the one that decides most first."""
    facts = in_order_of_weight(assessment)
    title = word("questions.title", lang)
    if not facts:
        return section(lang, "questions", title, paragraph(word("questions.none", lang), "quiet"))
    items = [
        h(
            "li",
            h("p", question_on_paper(path, assessment, lang)),
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


def deadlines(assessment: Assessment, lang: str) -> Element:
    """Running limits record by record, evidence and waivers that soon expire; what falls due first stands first."""
    title = word("deadlines.title", lang)
    heads = [word("deadlines.day", lang), word("deadlines.left", lang), word("deadlines.what", lang)]
    rows: list[list[Child]] = [
        [day(one.day), str((one.day - assessment.as_of).days), _ending(one, assessment, lang)]
        for one in coming(assessment)
    ]
    planned = planned_lines(assessment, lang)
    return section(
        lang,
        "deadlines",
        title,
        table(lang, title, heads, rows) or paragraph(word("deadlines.none", lang), "quiet"),
        [h("h3", say("section.planned", lang)), bullets(planned)] if planned else None,
    )


def _ending(one: Deadline, assessment: Assessment, lang: str) -> list[Child]:
    """What ends on a day, and what sort of thing that is."""
    if one.evidence is not None:
        return [word("deadlines.evidence", lang, id=one.evidence.id)]
    if one.waiver is not None:
        rule = assessment.book.rules.get(one.waiver.rule)
        named = rule_link(rule, lang) if rule else h("code", one.waiver.rule)
        record = [" · ", one.waiver.record] if one.waiver.record else None
        return [named, record, " ", h("span", word("deadlines.waiver", lang), class_="tag")]
    assert one.finding is not None
    rule = one.finding.rule
    said: list[Child] = [rule_link(rule, lang)]
    if one.part is not None:
        said += [" · ", one.part.key if one.part.key is not None else say("record.further", lang)]
    return [*said, " ", h("span", say(f"severity.{rule.severity.value}", lang), class_="tag")]


def topics(assessment: Assessment, lang: str) -> Element | None:
    """Matters that several rules bound."""
    items: list[Child] = []
    for topic in shared_topics(assessment):
        name, *lines = topic_lines(topic, assessment, lang)
        items.append(h("li", h("p", name), bullets(lines), class_="conflict" if topic.conflicts else None))
    if not items:
        return None
    return section(lang, "topics", say("section.topics", lang), h("ul", items, class_="cards"))
