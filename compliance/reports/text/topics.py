"""Matters that several rules bound: which minimum governs, what else applies, and what contradicts what."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Bound, Topic
from compliance.conditions.sentence import bound_text
from compliance.reports.citation import sources_text
from compliance.reports.text.layout import Page
from compliance.reports.words import say


def put_topics(page: Page, assessment: Assessment, lang: str) -> None:
    """The topics on which more than one bound is found. One alone is told with its rule."""
    shared = shared_topics(assessment)
    if not shared:
        return
    page.heading(say("section.topics", lang))
    for topic in shared:
        _put_topic(page, topic, assessment, lang)


def shared_topics(assessment: Assessment) -> list[Topic]:
    """The topics that more than one bound is about."""
    return [topic for topic in assessment.topics if len(topic.bounds) > 1]


def topic_lines(topic: Topic, assessment: Assessment, lang: str) -> list[str]:
    """The name of a topic, then its bounds: which governs, which others apply, which contradict each other."""
    label = assessment.book.vocabulary[topic.bounds[0].test.fact].label.get(lang)
    said = [say("topic.name", lang, label=label, topic=topic.id)]
    sorts = {
        "topic.minimum": topic.minima[:1],
        "topic.maximum": topic.maxima[:1],
        "topic.others": (*topic.minima[1:], *topic.maxima[1:]),
        "topic.open": topic.open,
    }
    for key, bounds in sorts.items():
        if bounds:
            told = say("list.semicolon", lang).join(_bound(bound, assessment, lang) for bound in bounds)
            said.append(_labelled(key, told, lang))
    return [*said, *conflict_lines(topic, assessment, lang)]


def conflict_lines(topic: Topic, assessment: Assessment, lang: str) -> list[str]:
    """The bounds of a topic that no value can both meet, a line for each two."""
    said = []
    for minimum, maximum in topic.conflicts:
        two = {"minimum": _bound(minimum, assessment, lang), "maximum": _bound(maximum, assessment, lang)}
        said.append(_labelled("topic.conflict", say("topic.against", lang, **two), lang))
    return said


def _put_topic(page: Page, topic: Topic, assessment: Assessment, lang: str) -> None:
    name, *lines = topic_lines(topic, assessment, lang)
    page.put(name, mark=page.symbol("past" if topic.conflicts else "item"))
    for line in lines:
        page.put(line, 2)


def _labelled(key: str, text: str, lang: str) -> str:
    return say("label", lang, label=say(key, lang), text=text) + say("full_stop", lang)


def _bound(bound: Bound, assessment: Assessment, lang: str) -> str:
    rule = bound.rule
    cited = sources_text(rule.sources, assessment.book.instruments, lang)
    if not rule.severity.binding:
        cited += say("list.comma", lang) + say(f"severity.{rule.severity.value}", lang)
    text = bound_text(bound.test, assessment.book.vocabulary, lang)
    return say("topic.bound", lang, bound=text, cited=cited, rule=rule.id)
