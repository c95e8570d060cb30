"""Matters that several rules bound: which minimum governs, what else applies, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.assessment.model import Assessment, Bound, Topic
from compliance.conditions.sentence import bound_text
from compliance.reports.citation import sources_text
from compliance.reports.text_layout import Page
from compliance.reports.words import say


def put_topics(page: Page, assessment: Assessment, lang: str) -> None:
    """The topics on which more than one bound is found. One alone is told with its rule."""
    shared = [topic for topic in assessment.topics if len(topic.bounds) > 1]
    if not shared:
        return
    page.heading(say("section.topics", lang))
    for topic in shared:
        _put_topic(page, topic, assessment, lang)


def _put_topic(page: Page, topic: Topic, assessment: Assessment, lang: str) -> None:
    label = assessment.book.vocabulary[topic.bounds[0].test.fact].label.get(lang)
    mark = page.symbol("past" if topic.conflicts else "item")
    page.put(say("topic.name", lang, label=label, topic=topic.id), mark=mark)
    _put(page, "topic.minimum", topic.minima[:1], assessment, lang)
    _put(page, "topic.maximum", topic.maxima[:1], assessment, lang)
    _put(page, "topic.others", (*topic.minima[1:], *topic.maxima[1:]), assessment, lang)
    _put(page, "topic.open", topic.open, assessment, lang)
    for minimum, maximum in topic.conflicts:
        said = (_bound(bound, assessment, lang) for bound in (minimum, maximum))
        text = say("topic.against", lang, **dict(zip(("minimum", "maximum"), said, strict=True)))
        _put_line(page, "topic.conflict", text, lang)


def _put(page: Page, label: str, bounds: Iterable[Bound], assessment: Assessment, lang: str) -> None:
    said = [_bound(bound, assessment, lang) for bound in bounds]
    if said:
        _put_line(page, label, say("list.semicolon", lang).join(said), lang)


def _put_line(page: Page, label: str, text: str, lang: str) -> None:
    text = say("label", lang, label=say(label, lang), text=text) + say("full_stop", lang)
    page.put(text, 2)


def _bound(bound: Bound, assessment: Assessment, lang: str) -> str:
    rule = bound.rule
    cited = sources_text(rule.sources, assessment.book.instruments, lang)
    if not rule.severity.binding:
        cited += say("list.comma", lang) + say(f"severity.{rule.severity.value}", lang)
    text = bound_text(bound.test, assessment.book.vocabulary, lang)
    return say("topic.bound", lang, bound=text, cited=cited, rule=rule.id)
