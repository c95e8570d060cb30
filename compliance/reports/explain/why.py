"""The tree of why: how a condition came out, down to the facts with their values and places.

Of alternatives only those are shown that account for the result; the others are counted.
"""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment
from compliance.conditions.drafting import drafted_sentence
from compliance.conditions.explain import Explanation, Observed
from compliance.conditions.nodes import All, Any, Every, Named, Not, Some
from compliance.conditions.sentence import quantity_text, value_text
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN, pending
from compliance.facts.calendar import DueRange
from compliance.facts.values import Quantity, Records
from compliance.facts.vocabulary import Kind
from compliance.reports.explain.conditions import terms_of
from compliance.reports.text.layout import Page, Style
from compliance.reports.words import say

STEP: Final = 2
"""Columns by which a part is indented below the whole."""


class WhyTree:
    """Puts trees of why on a page. A definition is told once; after that it is only named."""

    def __init__(self, page: Page, assessment: Assessment, lang: str) -> None:
        self.page = page
        self.assessment = assessment
        self.book = assessment.book
        self.manifest = assessment.manifest
        self.lang = lang
        self.terms = terms_of(assessment.book, lang)
        self.told: set[str] = set()

    def put(self, why: Explanation, indent: int = 0) -> None:
        """How a condition came out."""
        match why.node:
            case All():
                self._together(why, indent)
            case Any():
                self._alternatives(why, indent)
            case Not():
                self._negation(why, indent)
            case Named(name):
                self._definition(why, name, indent)
            case Every() | Some():
                self._quantifier(why, why.node, indent)
            case _:
                self._test(why, indent)

    def state(self, why: Explanation, indent: int) -> None:
        """Whether a condition without time limits holds, in a word."""
        self._line(say(f"why.{_state(why.value)}", self.lang), why.value, indent)

    def answer(self, seen: Observed, indent: int, label: str = "") -> None:
        """A fact: what was answered and where. Without a label it has just been named."""
        place = self.manifest.locations.get(seen.path)
        if seen.value is None:
            said = say("why.open", self.lang, path=seen.path)
        elif not label:
            said = say("why.answer", self.lang, text=self._value(seen))
        else:
            said = say("label", self.lang, label=label, text=self._value(seen))
        self._with_place(said, str(place) if place else "", indent)

    def _alternatives(self, why: Explanation, indent: int) -> None:
        shown = _that_matter(why)
        if why.value == HOLDS:
            shown = shown[:1]
        if len(shown) > 1:
            self._line(say(f"why.any.{_state(why.value)}", self.lang), why.value, indent)
            for part in shown:
                self._grouped(part, indent + STEP)
        else:
            for part in shown:
                self.put(part, indent)
        key = "why.others" if why.value == HOLDS else "why.ruled_out"
        self._left_out(key, len(why.children) - len(shown), indent)

    def _together(self, why: Explanation, indent: int) -> None:
        shown = _that_matter(why) if why.value == FAILS else why.children
        for part in shown:
            self.put(part, indent)
        self._left_out("why.rest", len(why.children) - len(shown), indent)

    def _left_out(self, key: str, count: int, indent: int) -> None:
        if count:
            self.page.put(say(key, self.lang, n=count), indent + STEP, style="dim")

    def _grouped(self, why: Explanation, indent: int) -> None:
        """One alternative: its parts below a line of their own when there are several."""
        if isinstance(why.node, All) and len(why.children) > 1:
            self._line(say("why.all", self.lang), why.value, indent)
            indent += STEP
        self.put(why, indent)

    def _negation(self, why: Explanation, indent: int) -> None:
        (inner,) = why.children
        if not inner.children and not isinstance(inner.node, Every | Some):
            self._line(drafted_sentence(self.terms, why.node), why.value, indent)
            self._facts(inner, indent + STEP)
            return
        self._line(say("why.not", self.lang), why.value, indent)
        self.put(inner, indent + STEP)

    def _definition(self, why: Explanation, name: str, indent: int) -> None:
        definition = self.book.definitions.get(name)
        (body,) = why.children
        if definition is None:
            self.put(body, indent)
            return
        title = say("id", self.lang, text=definition.title.get(self.lang), id=name)
        if name in self.told:
            self._line(say("why.above", self.lang, text=title), why.value, indent)
            return
        self.told.add(name)
        self._line(title, why.value, indent)
        self.put(body, indent + STEP)

    def _quantifier(self, why: Explanation, node: Every | Some, indent: int) -> None:
        self._line(drafted_sentence(self.terms, node), why.value, indent)
        self.listed(node.of, indent + STEP)
        for part in why.children:
            self.record(node.of, part.record or "", "", part.value, indent + STEP)
            self.put(part, indent + 2 * STEP)

    def listed(self, of: str, indent: int) -> None:
        """How many entries a list has and where it stands."""
        value = self.manifest.answers.get(of)
        place = self.manifest.locations.get(of)
        if isinstance(value, Records):
            key = "why.entries" if value.complete else "why.entries.more"
            said = say(key, self.lang, n=len(value.entries))
        else:
            said = say("why.open", self.lang, path=of)
        self._with_place(said, str(place) if place else "", indent)

    def record(self, of: str, key: str, state: str, value: int, indent: int) -> None:
        """The line of one entry of a list, with how it came out."""
        place = self.manifest.locations.get(f"{of}[{key}]")
        said = say("record", self.lang, record=key, state=state) if state else key
        mark, style = self._mark(value)
        self._with_place(said, str(place) if place else "", indent, mark, style)

    def entry(self, of: str, key: str, indent: int, text: str = "") -> None:
        """The line of one entry of a list that has no outcome; its key unless there is more to say."""
        place = self.manifest.locations.get(f"{of}[{key}]")
        self._with_place(text or key, str(place) if place else "", indent, self.page.symbol("item"))

    def _test(self, why: Explanation, indent: int) -> None:
        self._line(drafted_sentence(self.terms, why.node), why.value, indent)
        self._facts(why, indent + STEP)

    def _facts(self, test: Explanation, indent: int) -> None:
        for seen in test.observed:
            label = self.book.vocabulary[seen.fact].label.get(self.lang) if len(test.observed) > 1 else ""
            self.answer(seen, indent, label)
        if test.due is not None:
            self.page.put(self._due(test, test.due), indent)

    def _due(self, limit: Explanation, due: DueRange) -> str:
        first, day = due.earliest.isoformat(), due.latest.isoformat()
        if first != day:
            return say("why.due.range", self.lang, first=first, day=day)
        if pending(limit.value):
            return say("why.due.running", self.lang, day=day)
        if limit.value != FAILS:
            return say("why.due", self.lang, day=day)
        if limit.late_by is None:
            return say("why.due.passed", self.lang, day=day)
        late = quantity_text(Quantity(limit.late_by, limit.late_unit), self.lang)
        return say("why.due.late", self.lang, day=day, late=late)

    def _value(self, seen: Observed) -> str:
        fact = self.book.vocabulary[seen.fact]
        said = value_text(seen.value, fact, self.lang)
        planned = self.assessment.planned.get(seen.path)
        if planned is not None:
            return say("why.planned", self.lang, text=said, day=planned.isoformat())
        view = self.manifest.readings.get(seen.path)
        if fact.kind is Kind.READING and view is not None:
            return say("why.view", self.lang, text=said, by=view.by, day=view.on.isoformat())
        return said

    def _line(self, text: str, value: int, indent: int) -> None:
        mark, style = self._mark(value)
        self.page.put(text, indent, mark=mark, style=style)

    def _mark(self, value: int) -> tuple[str, Style]:
        name, style = _MARKS[_state(value)]
        return self.page.symbol(name), style

    def _with_place(self, text: str, place: str, indent: int, mark: str = "", style: Style = "") -> None:
        self.page.put(
            self.page.symbol("dot").join(filter(None, [text, place])),
            indent,
            mark=mark,
            style=style,
            keep=place,
        )


_MARKS: Final[dict[str, tuple[str, Style]]] = {
    "fails": ("violated", "red"),
    "holds": ("holds", ""),
    "unknown": ("undecided", "yellow"),
    "pending": ("pending", "blue"),
}


def _state(value: int) -> str:
    if pending(value):
        return "pending"
    return {FAILS: "fails", HOLDS: "holds", UNKNOWN: "unknown"}[value]


def _that_matter(why: Explanation) -> tuple[Explanation, ...]:
    """The parts that account for the value; all of them where no single one does."""
    return tuple(part for part in why.children if part.value == why.value) or why.children
