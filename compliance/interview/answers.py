"""Answers with one thing changed: new mappings, the old ones stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compliance.facts.values import Record, Records, Value
from compliance.frozen import changed
from compliance.interview.paths import Spot

Answers = Mapping[str, Value]


def value_at(answers: Answers, spot: Spot) -> Value | None:
    """The answer, or None."""
    if spot.key is None:
        return answers.get(spot.fact.id)
    entries = records_of(answers, str(spot.fact.parent)).entries
    return next((entry.fields.get(spot.fact.id) for entry in entries if entry.key == spot.key), None)


def with_value(answers: Answers, spot: Spot, value: Value | None) -> Answers:
    """The answers with one put in or, for None, taken out."""
    if spot.key is None:
        return _put(answers, spot.fact.id, value)
    return _with_record(
        answers, spot, lambda entry: changed(entry, fields=_put(entry.fields, spot.fact.id, value))
    )


def records_of(answers: Answers, list_id: str) -> Records:
    """The records of a list; of one that is unanswered none, and it goes on."""
    listed = answers.get(list_id)
    return listed if isinstance(listed, Records) else Records((), complete=False)


def _put(answers: Answers, fact_id: str, value: Value | None) -> Answers:
    rest = {own: answer for own, answer in answers.items() if own != fact_id or value is not None}
    return rest if value is None else {**rest, fact_id: value}


def _with_record(answers: Answers, spot: Spot, change: Callable[[Record], Record]) -> Answers:
    list_id = str(spot.fact.parent)
    listed = records_of(answers, list_id)
    entries = tuple(change(entry) if entry.key == spot.key else entry for entry in listed.entries)
    return {**answers, list_id: changed(listed, entries=entries)}


def with_added(answers: Answers, fact: Spot, key: str) -> Answers:
    """A list with a further record."""
    listed = records_of(answers, fact.fact.id)
    entry = Record(key, {f"{fact.fact.id}.{fact.fact.key}": key})
    return {**answers, fact.fact.id: changed(listed, entries=(*listed.entries, entry))}


def with_removed(answers: Answers, list_id: str, key: str) -> Answers:
    """A list without one of its records. A list that goes on and has no record left is unanswered."""
    listed = records_of(answers, list_id)
    entries = tuple(entry for entry in listed.entries if entry.key != key)
    if not entries and not listed.complete:
        return _put(answers, list_id, None)
    return {**answers, list_id: changed(listed, entries=entries)}


def with_renamed(answers: Answers, fact: Spot, key: str, new: str) -> Answers:
    """A list one record of which has another key."""
    listed = records_of(answers, fact.fact.id)
    own = f"{fact.fact.id}.{fact.fact.key}"
    entries = tuple(
        Record(new, {**entry.fields, own: new}) if entry.key == key else entry for entry in listed.entries
    )
    return {**answers, fact.fact.id: changed(listed, entries=entries)}


def with_completeness(answers: Answers, list_id: str, complete: bool) -> Answers:
    """A list that ends here, or goes on."""
    listed = changed(records_of(answers, list_id), complete=complete)
    if not listed.entries and not complete:
        return _put(answers, list_id, None)
    return {**answers, list_id: listed}
