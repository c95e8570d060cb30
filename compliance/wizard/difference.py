"""What has to be written into the manifest when one state of an interview follows another."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.facts.edits import (
    AddRecord,
    Edit,
    MarkUnknown,
    RemoveRecord,
    RenameRecord,
    SetAnswer,
    SetComplete,
    SetView,
)
from compliance.facts.values import Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.interview.answers import value_at
from compliance.interview.paths import path_to, spot_of
from compliance.interview.state import State


def edits_between(before: State, after: State) -> list[Edit]:
    """The edits that bring a manifest from the answers of one state to those of another.

    What is newly parked is written as `unknown`, so that a reader of the file sees that somebody was asked.
    """
    edits: list[Edit] = []
    for own in dict.fromkeys([*before.answers, *after.answers]):
        fact = after.book.vocabulary.get(own)
        if fact is not None:
            edits += _fact_edits(fact, before, after)
    for path in sorted(after.parked - before.parked):
        done = any(isinstance(edit, MarkUnknown) and edit.path == path for edit in edits)
        if not done and _has_no_answer(path, after):
            edits.append(MarkUnknown(path))
    return edits


def _has_no_answer(path: str, state: State) -> bool:
    spot = spot_of(path, state.book.vocabulary, state.answers)
    return spot is not None and value_at(state.answers, spot) is None


def _fact_edits(fact: Fact, before: State, after: State) -> Iterator[Edit]:
    old, new = before.answers.get(fact.id), after.answers.get(fact.id)
    if fact.kind is Kind.READING:
        yield from _reading_edits(fact, before, after)
    elif old == new:
        return
    elif fact.kind is Kind.RECORDS:
        yield from _list_edits(fact, old, new)
    elif new is None:
        yield MarkUnknown(fact.id)
    else:
        yield SetAnswer(fact.id, new)


def _reading_edits(fact: Fact, before: State, after: State) -> Iterator[Edit]:
    old, new = before.readings.get(fact.id), after.readings.get(fact.id)
    if new is None:
        if old is not None:
            yield MarkUnknown(fact.id)
    elif old is None or (old.view, old.by, old.on, old.note) != (new.view, new.by, new.on, new.note):
        yield SetView(fact.id, new.view, new.by, new.on, new.note)


def _list_edits(fact: Fact, old: Value | None, new: Value | None) -> Iterator[Edit]:
    if new is None:
        if old is not None:
            yield MarkUnknown(fact.id)
        return
    was = old if isinstance(old, Records) else Records((), complete=False)
    now = new if isinstance(new, Records) else Records((), complete=False)
    was_named = {entry.key: entry for entry in was.entries}
    for key, name in _renamed(was, now, fact):
        yield RenameRecord(fact.id, key, name)
        was_named[name] = Record(name, {**was_named.pop(key).fields, f"{fact.id}.{fact.key}": name})
    for entry in now.entries:
        if entry.key in was_named:
            yield from _field_edits(fact, was_named[entry.key], entry)
        else:
            yield AddRecord(fact.id, entry)
    # Last: a list that always has an entry must not be without one in between.
    for key in was_named:
        if all(entry.key != key for entry in now.entries):
            yield RemoveRecord(fact.id, key)
    if now.complete != was.complete or not isinstance(old, Records):
        yield SetComplete(fact.id, now.complete)


def _renamed(was: Records, now: Records, fact: Fact) -> list[tuple[str, str]]:
    """The one record that stands where it stood, with the answers it had, under another name."""
    if len(was.entries) != len(now.entries):
        return []
    differing = [
        (one, other) for one, other in zip(was.entries, now.entries, strict=True) if one.key != other.key
    ]
    if len(differing) != 1:
        return []
    one, other = differing[0]
    own = f"{fact.id}.{fact.key}"
    same = {**one.fields, own: ""} == {**other.fields, own: ""}
    return [(one.key, other.key)] if same else []


def _field_edits(fact: Fact, was: Record, now: Record) -> Iterator[Edit]:
    for field in fact.fields:
        if field.name == fact.key:
            continue
        old, new = was.fields.get(field.id), now.fields.get(field.id)
        if old == new:
            continue
        path = path_to(fact.id, now.key, field.name)
        yield MarkUnknown(path) if new is None else SetAnswer(path, new)
