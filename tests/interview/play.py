"""A person who knows the answers: gives to each question what a complete set of answers says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from compliance.facts.values import HELD
from compliance.facts.vocabulary import Kind
from compliance.interview.answers import records_of, value_at
from compliance.interview.events import AddRecord, Answer, Event, ListComplete, NotKnown, View
from compliance.interview.machine import step
from compliance.interview.paths import spot_of
from compliance.interview.state import Stage, State

DAY = date(2026, 1, 1)


def reply(state: State, truth: Mapping[str, Any]) -> Event:
    """What a person who knows the truth does next. What the truth does not say nobody knows."""
    path = state.current
    assert path is not None
    spot = spot_of(path, state.book.vocabulary, state.answers)
    assert spot is not None
    if spot.fact.kind is Kind.RECORDS:
        return _of_list(state, path, truth)
    value = value_at(truth, spot)
    if value is None or (value is HELD and not spot.fact.sensitive):
        return NotKnown(path)
    if spot.fact.kind is Kind.READING:
        return View(path, value, "counsel", DAY)
    return Answer(path, value)


def _of_list(state: State, path: str, truth: Mapping[str, Any]) -> Event:
    if path not in truth:
        return NotKnown(path)
    there = {entry.key for entry in records_of(state.answers, path).entries}
    missing = [entry.key for entry in truth[path].entries if entry.key not in there]
    if missing:
        return AddRecord(path, missing[0])
    return ListComplete(path) if truth[path].complete else NotKnown(path)


def played(state: State, truth: Mapping[str, Any]) -> Iterator[State]:
    """Every state until the review, the first included."""
    yield state
    while state.stage is Stage.ASKING:
        state = step(state, reply(state, truth))
        yield state


def asked_in(states: list[State]) -> list[str]:
    """The questions that were asked, each once, in order."""
    return list(dict.fromkeys(state.current for state in states if state.current is not None))
