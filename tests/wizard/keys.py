"""Which keys a person presses to give an answer, told from the question alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from compliance.facts.values import HELD, NONE, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.interview.events import AddRecord, Answer, Event, ListComplete, NotKnown, Skip, View
from compliance.interview.paths import spot_of
from compliance.interview.state import State


class Text(str):
    """Characters that are typed one after the other."""


Keys = list[str]


def keys_for(state: State, event: Event) -> Keys:
    """The keys that give this answer to the question being asked, which has no answer yet and no proposal."""
    match event:
        case NotKnown():
            return ["f6"]
        case Skip():
            return ["f5"]
        case AddRecord():
            return [Text(event.key), "enter"]
        case ListComplete():
            return ["enter", "enter"]
        case View():
            return list(_view_keys(state, event))
        case Answer():
            spot = spot_of(event.path, state.book.vocabulary, state.answers)
            assert spot is not None
            return _value_keys(spot.fact, event.value)
    raise AssertionError(event)


def _view_keys(state: State, event: View) -> Iterator[str]:
    options = [option.id for option in state.book.vocabulary[event.reading].options]
    yield str(options.index(event.view) + 1)
    for text in (event.by, event.on.isoformat(), event.note):
        yield "ctrl+u"
        yield Text(text)
        yield "enter"


def _value_keys(fact: Fact, value: Value) -> Keys:
    values = 2 if fact.kind is Kind.BOOLEAN else len(fact.options)
    special = [value_ for value_, there in ((NONE, fact.can_be_none), (HELD, fact.sensitive)) if there]
    if value in special:
        number = special.index(value)  # type: ignore[arg-type]
        if fact.kind in (Kind.BOOLEAN, Kind.CHOICE):
            return [str(values + number + 1)]
        return ["down", *["down"] * number, "enter"]
    match fact.kind:
        case Kind.BOOLEAN:
            return ["1" if value else "2"]
        case Kind.CHOICE:
            return [str(_number(fact, str(value)))]
        case Kind.CHOICES:
            assert isinstance(value, frozenset)
            chosen = [str(_number(fact, one)) for one in sorted(value)]
            return [*chosen, str(values + 1)]
        case _:
            return [Text(value.isoformat() if isinstance(value, date) else str(value)), "enter"]


def _number(fact: Fact, option: str) -> int:
    return [one.id for one in fact.options].index(option) + 1
