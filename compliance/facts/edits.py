"""What can be done to the answers of a manifest, and what the answers are afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from compliance.errors import ManifestError, Problem
from compliance.facts.values import Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind, Vocabulary
from compliance.frozen import changed, frozen


@frozen
class SetAnswer:
    """Give a fact a value. `path`: a fact's id, or a record's field: `filing.changes[rename].filed_on`."""

    path: str
    value: Value


@frozen
class MarkUnknown:
    """Say that a fact, a record's field or a reading is not answered: the word `unknown` stands there."""

    path: str


@frozen
class RemoveAnswer:
    """Take the line of a fact, of a record's field or of a reading out."""

    path: str


@frozen
class AddRecord:
    """Add an entry at the end of a list. A list nobody answered so far is then open: there may be more."""

    fact: str
    record: Record


@frozen
class RemoveRecord:
    """Take an entry out of a list."""

    fact: str
    key: str


@frozen
class RenameRecord:
    """Give an entry of a list another name. Waivers that name the record are left as they are."""

    fact: str
    key: str
    name: str


@frozen
class SetComplete:
    """Say whether a list is complete, or ends with `and more`."""

    fact: str
    complete: bool


@frozen
class SetView:
    """Record counsel's view of a reading: which, by whom, since when."""

    reading: str
    view: str
    by: str
    on: date
    note: str = ""


Edit: TypeAlias = (
    SetAnswer | MarkUnknown | RemoveAnswer | AddRecord | RemoveRecord | RenameRecord | SetComplete | SetView
)


class Target(NamedTuple):
    """What a path names: a fact, or a field of one of a list's records."""

    fact: Fact
    key: str | None = None
    field: Fact | None = None

    @property
    def valued(self) -> Fact:
        """The fact whose value is meant."""
        return self.field or self.fact


def fact_of(edit: Edit) -> str:
    """The id of the fact, list or reading that an edit touches."""
    match edit:
        case SetView(reading=reading):
            return reading
        case SetAnswer(path=path) | MarkUnknown(path=path) | RemoveAnswer(path=path):
            return path.partition("[")[0]
        case _:
            return edit.fact


def target(path: str, vocabulary: Vocabulary) -> Target:
    """What a path names.

    Raises:
        ManifestError: `edit.no_such_fact`.
    """
    list_id, bracket, rest = path.partition("[")
    fact = vocabulary.get(list_id)
    if fact is None or fact.parent is not None:
        raise refused("edit.no_such_fact", fact=path)
    if not bracket:
        return Target(fact)
    key, _, name = rest.rpartition("].")
    field = next((field for field in fact.fields if field.name == name), None)
    if field is None:
        raise refused("edit.no_such_fact", fact=path)
    return Target(fact, key, field)


def refused(code: str, **details: str) -> ManifestError:
    """An error for an edit that cannot be made."""
    from compliance.facts.yaml_reader import shown

    return ManifestError(Problem(code, None, {key: shown(value) for key, value in details.items()}))


def applied(answers: Mapping[str, Value], edit: Edit, vocabulary: Vocabulary) -> dict[str, Value]:
    """The answers after an edit.

    Raises:
        ManifestError: codes `edit.*`, when there is nothing the edit could be done to.
    """
    after = dict(answers)
    match edit:
        case SetView():
            after[edit.reading] = edit.view
        case SetAnswer(path=path, value=value):
            _set(after, target(path, vocabulary), value)
        case MarkUnknown(path=path) | RemoveAnswer(path=path):
            _set(after, target(path, vocabulary), None)
        case AddRecord(fact=fact, record=record):
            kept = _list(after, fact, vocabulary)
            if any(entry.key == record.key for entry in kept.entries):
                raise refused("edit.record_exists", fact=fact, record=record.key)
            named = named_record(record, vocabulary[fact])
            after[fact] = Records((*kept.entries, named), kept.complete)
        case RemoveRecord(fact=fact, key=key):
            _found(after, fact, key, vocabulary)
            kept = _list(after, fact, vocabulary)
            entries = tuple(entry for entry in kept.entries if entry.key != key)
            after[fact] = Records(entries, kept.complete)
        case RenameRecord(fact=fact, key=key, name=name):
            _found(after, fact, key, vocabulary)
            own = vocabulary[fact]
            _set(after, Target(own, key, _key_field(own)), name)
        case SetComplete(fact=fact, complete=complete):
            after[fact] = Records(_list(after, fact, vocabulary).entries, complete)
    return after


def named_record(record: Record, fact: Fact) -> Record:
    """The record with its name among its fields, as a file has it."""
    return Record(record.key, {**record.fields, _key_field(fact).id: record.key})


def _key_field(fact: Fact) -> Fact:
    return next(field for field in fact.fields if field.name == fact.key)


def _list(answers: Mapping[str, Value], fact_id: str, vocabulary: Vocabulary) -> Records:
    fact = target(fact_id, vocabulary).fact
    if fact.kind is not Kind.RECORDS:
        raise refused("edit.no_list", fact=fact_id)
    value = answers.get(fact_id)
    return value if isinstance(value, Records) else Records((), False)


def _found(answers: Mapping[str, Value], fact: str, key: str, vocabulary: Vocabulary) -> Record:
    for entry in _list(answers, fact, vocabulary).entries:
        if entry.key == key:
            return entry
    raise refused("edit.no_record", fact=fact, record=key)


def _set(answers: dict[str, Value], place: Target, value: Value | None) -> None:
    if place.field is None:
        if isinstance(value, Records):
            value = Records(tuple(named_record(e, place.fact) for e in value.entries), value.complete)
        _put(answers, place.fact.id, value)
        return
    fact, key, field = place.fact, place.key or "", place.field
    vocabulary = Vocabulary({fact.id: fact})
    own = _found(answers, fact.id, key, vocabulary)
    if field.name == fact.key:
        if not isinstance(value, str):
            raise refused("edit.record_needs_name", fact=fact.id, record=key)
        if value != key and any(e.key == value for e in _list(answers, fact.id, vocabulary).entries):
            raise refused("edit.record_exists", fact=fact.id, record=value)
        own = Record(value, own.fields)
    fields = dict(own.fields)
    _put(fields, field.id, value)
    kept = _list(answers, fact.id, vocabulary)
    entries = tuple(Record(own.key, fields) if entry.key == key else entry for entry in kept.entries)
    answers[fact.id] = changed(kept, entries=entries)


def _put(values: dict[str, Value], name: str, value: Value | None) -> None:
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value
