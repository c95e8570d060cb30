"""The answers an assessment rests on, one by one, in words."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.assessment.model import Assessment
from compliance.conditions.sentence import value_text
from compliance.errors import Location
from compliance.facts.sanitise import clean
from compliance.facts.values import HELD, NONE, Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.frozen import frozen
from compliance.reports.words import say


@frozen
class Answer:
    """One answer: of a fact, or of a field of one record.

    Args:
        path: as findings name it: `service.public`, `service.changes[rename].filed_on`.
        record: the key of the record; None for a fact that stands alone.
        location: where it was given.
    """

    path: str
    fact: Fact
    value: Value
    record: str | None = None
    location: Location | None = None

    @property
    def hidden(self) -> bool:
        """Whether its text does not say the value: it is sensitive."""
        return self.value is HELD or (self.fact.sensitive and self.value is not NONE)

    def text(self, lang: str) -> str:
        """The answer as a person says it; what is sensitive is not shown."""
        said = clean(value_text(self.value, self.fact, lang))
        if isinstance(self.value, Records) and not self.value.complete:
            return say("answer.and_more", lang, said=said)
        return said


def answers(assessment: Assessment) -> tuple[Answer, ...]:
    """All answers, in the order of the rule book's facts and, in a list, of its records.

    Counsel's views are no answers of the project: they stand in `assessment.manifest.readings`.
    """
    given = assessment.manifest.answers
    places = assessment.manifest.locations
    found: list[Answer] = []
    for fact in assessment.book.vocabulary.facts.values():
        if fact.id not in given or fact.parent is not None or fact.kind is Kind.READING:
            continue
        value = given[fact.id]
        found.append(Answer(fact.id, fact, value, None, places.get(fact.id)))
        if isinstance(value, Records):
            for record in value.entries:
                found += (
                    Answer(path, field, said, record.key, places.get(path))
                    for path, field, said in _fields(fact, record)
                )
    return tuple(found)


def _fields(fact: Fact, record: Record) -> Iterator[tuple[str, Fact, Value]]:
    for field in fact.fields:
        if field.id in record.fields:
            yield f"{fact.id}[{record.key}]{field.id.removeprefix(fact.id)}", field, record.fields[field.id]
