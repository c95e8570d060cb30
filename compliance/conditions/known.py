"""What is known, laid out so that every answer has one address, also inside lists of records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from compliance.conditions.judgement import Situation
from compliance.facts.values import NONE, Records, Value
from compliance.facts.vocabulary import Fact, Kind, Tense
from compliance.frozen import frozen


class FieldOf(NamedTuple):
    """The address of a field of one record. `key` is None for a record that may follow the listed ones."""

    list: str
    key: str | None
    field: str


Address: TypeAlias = "str | FieldOf"


class Listed(NamedTuple):
    """The records of a list: their keys, and whether there can be further ones."""

    keys: tuple[str, ...]
    complete: bool


@frozen
class Known:
    """All answers by address. What is not in `values` or `lists` is open."""

    values: Mapping[Address, Value]
    lists: Mapping[str, Listed]


def path_of(address: Address) -> str:
    """The address as a person reads it: `service.public`, `service.changes[rename].filed_on`."""
    if isinstance(address, str):
        return address
    return f"{address.list}[{address.key}].{address.field[len(address.list) + 1 :]}"


def as_answered(fact: Fact, value: Value, as_of: date) -> Value:
    """The value as it counts on `as_of`: an event that lies ahead has not happened yet."""
    if fact.tense is Tense.EVENT and isinstance(value, date) and value > as_of:
        return NONE
    return value


def lay_out(situation: Situation) -> Known:
    """Spread the answers of a situation over their addresses."""
    values: dict[Address, Value] = {}
    lists: dict[str, Listed] = {}
    facts = situation.vocabulary.facts
    for fact_id, value in situation.answers.items():
        fact = facts.get(fact_id)
        if fact is None:
            continue
        if fact.kind is Kind.RECORDS:
            if isinstance(value, Records):
                lists[fact_id] = Listed(tuple(entry.key for entry in value.entries), value.complete)
                for entry in value.entries:
                    for field_id, field_value in entry.fields.items():
                        address = FieldOf(fact_id, entry.key, field_id)
                        values[address] = as_answered(facts[field_id], field_value, situation.as_of)
        else:
            values[fact_id] = as_answered(fact, value, situation.as_of)
    return Known(values, lists)
