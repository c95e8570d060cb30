"""Paths of questions: `service.public`, `filing.changes`, `filing.changes[rename].filed_on`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from compliance.facts.values import Records, Value
from compliance.facts.vocabulary import Fact, Kind, Vocabulary


class Spot(NamedTuple):
    """What a path names: a fact, and for a field of a list the key of the record."""

    fact: Fact
    key: str | None = None


def path_to(list_id: str, key: str, name: str) -> str:
    """The path of a field of a record."""
    return f"{list_id}[{key}].{name}"


def spot_of(path: str, vocabulary: Vocabulary, answers: Mapping[str, Value]) -> Spot | None:
    """What a path names; None if there is no such fact or record."""
    if "[" not in path:
        fact = vocabulary.get(path)
        return None if fact is None or fact.parent is not None else Spot(fact)
    list_id, _, rest = path.partition("[")
    key, _, name = rest.rpartition("].")
    field = vocabulary.get(f"{list_id}.{name}")
    listed = answers.get(list_id)
    if field is None or field.parent != list_id or not isinstance(listed, Records):
        return None
    return Spot(field, key) if any(entry.key == key for entry in listed.entries) else None


def all_paths(vocabulary: Vocabulary, answers: Mapping[str, Value]) -> Iterator[str]:
    """Every question there is: facts and lists, and the fields of the records that are there, keys aside."""
    for fact in vocabulary.facts.values():
        if fact.parent is not None:
            continue
        yield fact.id
        listed = answers.get(fact.id)
        if fact.kind is Kind.RECORDS and isinstance(listed, Records):
            for entry in listed.entries:
                for field in fact.fields:
                    if field.name != fact.key:
                        yield path_to(fact.id, entry.key, field.name)
