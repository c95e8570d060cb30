"""What the questionnaire has in each section: questions, lists with their entries, and a blank entry to fill in."""

from __future__ import annotations

from typing import Final

from compliance.conditions.anatomy import facts_in
from compliance.facts.values import Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.frozen import frozen
from compliance.interview.paths import path_to
from compliance.interview.questions import Question, Status, questions
from compliance.interview.state import State
from compliance.packs.rulebook import Citation
from compliance.packs.usage import conditions_of
from compliance.reports.citation import citation_text
from compliance.wizard.card import spoken
from compliance.wizard.questionnaire_cells import UNKNOWN_ANSWER, Unknown
from compliance.wizard.questionnaire_words import say
from compliance.wizard.words import say as wizard_say

MOST_ARTICLES: Final = 6
"""How many provisions are named; facts of scope stand behind every one."""


@frozen
class Item:
    """One question, or one field of a record; of a blank entry the record is None.

    Args:
        path: of a field of a blank entry `list[].field`.
        answer: None where nobody answered.
        rules: how many requirements look at it.
        status: None for a blank entry.
    """

    path: str
    fact: Fact
    record: str | None
    answer: Value | Unknown | None
    articles: tuple[str, ...]
    rules: int
    status: Status | None

    def asks(self, lang: str) -> str:
        """The question, in the words of the answers that are offered."""
        return spoken((self.fact.question or self.fact.label).get(lang), self.fact, lang)

    def help(self, lang: str) -> str:
        """The help to it, or nothing."""
        return spoken(self.fact.help.get(lang), self.fact, lang) if self.fact.help else ""


@frozen
class Entry:
    """A record with its fields; without a name a blank one."""

    name: str | None
    fields: tuple[Item, ...]


@frozen
class Asked:
    """A question with, for a list, its entries, the last one blank."""

    item: Item
    entries: tuple[Entry, ...] = ()


@frozen
class Part:
    """A section."""

    title: str
    asked: tuple[Asked, ...]


def parts(state: State, lang: str) -> tuple[Part, ...]:
    """All the questions there are, by section."""
    collector = _Collector(state, lang)
    found = []
    for section in questions(state):
        own = {question.path: question for question in section.questions}
        asked = tuple(
            collector.asked(question, own) for question in section.questions if question.record is None
        )
        if asked:
            title = section.title.get(lang) if section.title else say("elsewhere", lang)
            found.append(Part(title, asked))
    return tuple(found)


class _Collector:
    def __init__(self, state: State, lang: str) -> None:
        self.state = state
        self.lang = lang
        self._sources: dict[str, dict[Citation, None]] = {}
        for definition in state.book.definitions.values():
            if definition.source is not None:
                self._note(facts_in(definition.condition), [definition.source])
        for rule in state.assessor.sequence.rules:
            own = facts_in(rule.when, *conditions_of(rule))
            self._note(own, [source.citation for source in rule.sources])

    def asked(self, question: Question, section: dict[str, Question]) -> Asked:
        """A question with its entries."""
        fact = question.fact
        if fact.kind is not Kind.RECORDS:
            return Asked(self._item(question))
        listed = question.value
        names = [entry.key for entry in listed.entries] if isinstance(listed, Records) else []
        entries = [self._entry(fact, name, section) for name in names]
        return Asked(self._item(question), (*entries, self._blank(fact)))

    def _entry(self, fact: Fact, name: str, section: dict[str, Question]) -> Entry:
        fields = [
            section[path_to(fact.id, name, field.name)] for field in _fields(fact) if field.name != fact.key
        ]
        return Entry(name, tuple(self._item(field) for field in fields) or (self._key(fact, name),))

    def _blank(self, fact: Fact) -> Entry:
        return Entry(
            None,
            tuple(
                Item(f"{fact.id}[].{field.name}", field, None, None, *self._behind(field), None)
                for field in _fields(fact)
            ),
        )

    def _key(self, fact: Fact, name: str) -> Item:
        """The row of a record that has nothing but its name."""
        field = next(field for field in fact.fields if field.name == fact.key)
        return Item(f"{fact.id}[].{field.name}", field, name, name, *self._behind(field), None)

    def _item(self, question: Question) -> Item:
        answer: Value | Unknown | None = question.value
        if question.path in self.state.parked:
            answer = UNKNOWN_ANSWER
        fact = question.fact
        path = question.path if question.record is None else f"{fact.parent}[].{fact.name}"
        return Item(path, fact, question.record, answer, *self._behind(fact), question.status)

    def _behind(self, fact: Fact) -> tuple[tuple[str, ...], int]:
        """The provisions behind a fact, and how many rules look at it."""
        instruments = self.state.book.instruments
        cited = sorted(self._sources.get(fact.id, {}), key=self._place)
        said = [citation_text(one, instruments, self.lang) for one in cited]
        if len(said) > MOST_ARTICLES:
            said = [
                *said[:MOST_ARTICLES],
                wizard_say("question.more", self.lang, n=len(said) - MOST_ARTICLES),
            ]
        return tuple(said), len(self.state.assessor.sequence.rules_on(fact.id))

    def _note(self, facts: tuple[str, ...], citations: list[Citation]) -> None:
        for fact in facts:
            self._sources.setdefault(fact, {}).update(dict.fromkeys(citations))

    def _place(self, citation: Citation) -> tuple[object, ...]:
        """Where a provision stands in the ledger."""
        instruments = list(self.state.book.instruments)
        own = self.state.book.instruments.get(citation.instrument)
        articles = [article.number for article in own.articles] if own else []
        return (
            instruments.index(citation.instrument) if own else len(instruments),
            articles.index(citation.article) if citation.article in articles else len(articles),
            citation.article,
            citation.paragraph,
        )


def _fields(fact: Fact) -> tuple[Fact, ...]:
    """The fields that are asked: all but the name, unless there is nothing else."""
    rest = tuple(field for field in fact.fields if field.name != fact.key)
    return rest or fact.fields
