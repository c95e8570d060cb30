"""The value of a single test once the values it looks at are there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

from compliance.conditions.judgement import Situation
from compliance.conditions.nodes import (
    AsOf,
    Compare,
    Constant,
    Dated,
    FactRef,
    Has,
    Is,
    Leaf,
    Limit,
    Present,
    SameAs,
    Valid,
    WithinLast,
)
from compliance.conditions.truth import FAILS, HOLDS
from compliance.facts import quantities
from compliance.facts.calendar import Direction, DueRange, due_without_calendar, shift_months
from compliance.facts.values import NONE, Quantity, Value
from compliance.frozen import frozen


@frozen
class SomeText:
    """A text nobody has named: differs from every literal and from every other tag's text.

    `valid` are the identifier schemes under which it is well formed.
    """

    tag: str
    valid: frozenset[str]


Concrete: TypeAlias = "Value | SomeText"
Get: TypeAlias = "Callable[[str], Concrete]"


class Tests:
    """Evaluates tests in one situation; `late` takes the latest due day where the calendar leaves a range."""

    __test__ = False

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.calendar_mattered = False
        self._due: dict[tuple[date, str, int | Decimal, str], DueRange] = {}
        self.first_triggers: dict[tuple[Quantity, str, int], tuple[int, int]] = {}

    def due(self, trigger: date, span: Quantity, direction: str) -> DueRange:
        """First and last possible due day of a limit. Working days need the situation's calendar."""
        key = (trigger, span.unit, span.amount, direction)
        found = self._due.get(key)
        if found is None:
            found = self._due[key] = self._compute_due(trigger, span, direction)
        return found

    def _compute_due(self, trigger: date, span: Quantity, direction: str) -> DueRange:
        side: Direction = "after" if direction == "after" else "before"
        calendar = self.situation.calendar
        if span.unit == "working_days":
            if calendar is None:
                raise ValueError("a limit in working days needs a calendar")
            return calendar.due(trigger, int(span.amount), span.unit, side)
        day = due_without_calendar(trigger, int(span.amount), span.unit, side)
        return DueRange(day, day)

    def window_start(self, span: Quantity) -> date:
        """The first day of `within_last: span`, counted back from the as-of date."""
        amount = int(span.amount)
        if span.unit in quantities.MONTHS:
            return shift_months(self.situation.as_of, -amount * quantities.MONTHS[span.unit])
        return due_without_calendar(self.situation.as_of, amount, span.unit, "before")

    def value(self, leaf: Leaf, get: Get, late: bool) -> int:
        """The value of a leaf: `FAILS`, a due day's ordinal, or `HOLDS`. `get` gives every fact a value."""
        if isinstance(leaf, Limit):
            return self._limit(leaf, get, late)
        return HOLDS if self._holds(leaf, get) else FAILS

    def _limit(self, leaf: Limit, get: Get, late: bool) -> int:
        trigger = get(leaf.trigger.fact) if isinstance(leaf.trigger, FactRef) else leaf.trigger
        if not isinstance(trigger, date):
            return HOLDS
        span = self.due(trigger, leaf.span, leaf.direction)
        if span.earliest != span.latest:
            self.calendar_mattered = True
        due = span.latest if late else span.earliest
        done = get(leaf.deed)
        if isinstance(done, date):
            return HOLDS if done <= due else FAILS
        return due.toordinal() if self.situation.as_of <= due else FAILS

    def _holds(self, leaf: Leaf, get: Get) -> bool:
        match leaf:
            case Constant(always):
                return always
            case Present(fact):
                value = get(fact)
                return value is not NONE and value != frozenset()
            case Is(fact, values):
                return self._is(fact, get(fact), values)
            case Has(fact, mode, options):
                return _has(get(fact), mode, options)
            case Compare(fact, operator, bound):
                return _compare(get(fact), operator, bound)
            case Dated(fact, operator, bound):
                day, limit = get(fact), self._bound(bound, get)
                if not isinstance(day, date) or not isinstance(limit, date):
                    return False
                return day <= limit if operator == "on_or_before" else day >= limit
            case WithinLast(fact, span):
                day = get(fact)
                return isinstance(day, date) and self.window_start(span) <= day <= self.situation.as_of
            case SameAs(fact, other):
                left, right = get(fact), get(other)
                if left is NONE or right is NONE:
                    return False
                return self.normal(fact, left) == self.normal(other, right)
            case Valid(fact, identifier):
                value = get(fact)
                if isinstance(value, SomeText):
                    return identifier in value.valid
                return isinstance(value, str) and self.situation.identifiers[identifier].is_valid(value)
            case Limit():
                raise AssertionError("limits have values of their own")
            case _:
                assert_never(leaf)

    def _bound(self, bound: date | AsOf | FactRef, get: Get) -> Concrete:
        if isinstance(bound, FactRef):
            return get(bound.fact)
        return self.situation.as_of if isinstance(bound, AsOf) else bound

    def _is(self, fact: str, value: Concrete, values: tuple[object, ...]) -> bool:
        if isinstance(value, Quantity):
            return any(isinstance(v, Quantity) and quantities.equal(value, v) for v in values)
        if isinstance(value, bool):
            return any(v is value for v in values)
        if isinstance(value, str):
            return self.normal(fact, value) in [self.normal(fact, v) for v in values if isinstance(v, str)]
        return any(v == value and not isinstance(v, bool) for v in values)

    def normal(self, fact: str, value: Concrete) -> Concrete:
        """A text as its identifier scheme compares it; any other value as it is."""
        if isinstance(value, str):
            scheme = self.situation.vocabulary[fact].identifier
            if scheme is not None and scheme in self.situation.identifiers:
                return self.situation.identifiers[scheme].normalised(value)
        return value


def _has(value: Concrete, mode: str, options: tuple[str, ...]) -> bool:
    if not isinstance(value, frozenset):
        return False
    match mode:
        case "any":
            return not value.isdisjoint(options)
        case "all":
            return value.issuperset(options)
        case _:
            return value.isdisjoint(options)


def _compare(value: Concrete, operator: str, bound: int | Decimal | Quantity) -> bool:
    if isinstance(bound, Quantity):
        return isinstance(value, Quantity) and quantities.meets(value, operator, bound)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    match operator:
        case "at_least":
            return value >= bound
        case "at_most":
            return value <= bound
        case "more_than":
            return value > bound
        case _:
            return value < bound
