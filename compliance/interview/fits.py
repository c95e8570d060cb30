"""Whether a value can be the answer to a fact. The code of what is wrong, or None."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from compliance.facts.sanitise import clean
from compliance.facts.spelling import LONGEST_TEXT, MOST_RECORDS
from compliance.facts.values import HELD, NONE, Quantity, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.facts.wording import RESERVED

LONGEST_KEY: Final = 200
LONGEST_SPAN: Final = 1_000_000
_OF_TIME: Final = ("days", "weeks", "months", "years", "working_days")


def misfit(fact: Fact, value: Value) -> str | None:
    """The code of what is wrong with a value as the answer to a fact; None if it is a possible one."""
    if value is NONE:
        return None if fact.can_be_none else "interview.none_not_possible"
    if value is HELD:
        return None if fact.sensitive else "interview.held_not_sensitive"
    match fact.kind:
        case Kind.BOOLEAN:
            right = isinstance(value, bool)
        case Kind.CHOICE:
            right = isinstance(value, str) and value in _options(fact)
        case Kind.CHOICES:
            right = isinstance(value, frozenset) and value <= _options(fact)
            if right and not value and fact.at_least_one:
                return "interview.empty"
        case Kind.NUMBER:
            right = _is_number(value) and not (fact.whole and value != int(value))  # type: ignore[arg-type]
            if right and fact.minimum is not None and value < fact.minimum:  # type: ignore[operator]
                return "interview.too_small"
        case Kind.QUANTITY:
            return _quantity(fact, value)
        case Kind.DATE:
            right = isinstance(value, date)
        case Kind.TEXT:
            return key_misfit(value, LONGEST_TEXT) if isinstance(value, str) else "interview.wrong_type"
        case Kind.READING:
            return "interview.reading_needs_who_when"
        case Kind.RECORDS:
            return _records(fact, value)
    return None if right else "interview.wrong_type"


def key_misfit(text: str, longest: int = LONGEST_KEY) -> str | None:
    """What is wrong with a text as a record's key or an answer."""
    if not text.strip() or text.strip() in RESERVED:
        return "interview.text_not_possible"
    if len(text) > longest:
        return "interview.text_too_long"
    return "interview.hidden_characters" if clean(text) != text else None


def _options(fact: Fact) -> frozenset[str]:
    return frozenset(option.id for option in fact.options)


def _is_number(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, int) and not isinstance(value, bool)


def _quantity(fact: Fact, value: Value) -> str | None:
    if not isinstance(value, Quantity) or value.unit not in fact.units or not _is_number(value.amount):
        return "interview.wrong_type"
    if value.unit in _OF_TIME and not (isinstance(value.amount, int) and value.amount <= LONGEST_SPAN):
        return "interview.wrong_type"
    return "interview.too_small" if value.amount < (fact.minimum or 0) else None


def _records(fact: Fact, value: Value) -> str | None:
    if not isinstance(value, Records):
        return "interview.wrong_type"
    if len(value.entries) > MOST_RECORDS:
        return "interview.too_many_records"
    if not value.entries and value.complete and fact.at_least_one:
        return "interview.empty"
    keys = [entry.key for entry in value.entries]
    if len(set(keys)) != len(keys):
        return "interview.duplicate_key"
    fields = {field.id: field for field in fact.fields}
    own = f"{fact.id}.{fact.key}"
    for entry in value.entries:
        if entry.fields.get(own, entry.key) != entry.key or not entry.fields.keys() <= fields.keys():
            return "interview.wrong_type"
        found = [misfit(fields[one], answer) for one, answer in entry.fields.items() if one != own]
        bad = [key_misfit(entry.key), *found]
        if any(bad):
            return next(code for code in bad if code)
    return None
