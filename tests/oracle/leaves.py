"""What a single test means for given values, written down as plainly as SEMANTICS says it.

A test is a function of one or two values. All but time limits answer True or False; a limit answers
`HOLDS`, 0 or the ordinal of its due day.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple, Protocol

from compliance.conditions import nodes as n
from compliance.facts.values import NONE, Quantity
from compliance.facts.vocabulary import Kind, Vocabulary
from tests.oracle.stubs import shift

HOLDS = 1_000_000_000
TO_DAYS = {"days": 1, "weeks": 7}
TO_MONTHS = {"months": 1, "years": 12}
OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "at_most": operator.le,
    "less_than": operator.lt,
}
Test = Callable[..., Any]


class Setting(Protocol):
    """The part of a `Situation` that the oracle reads."""

    vocabulary: Vocabulary
    answers: Mapping[str, Any]
    as_of: date
    calendar: Any
    identifiers: Mapping[str, Any]


class Fresh(NamedTuple):
    """Some text that nobody wrote down, valid under exactly these schemes."""

    valid: frozenset[str]
    number: int


def facts_of(leaf: n.Leaf) -> tuple[str, ...]:
    """The facts whose values a test reads, in the order of the test's arguments."""
    if isinstance(leaf, n.Constant):
        return ()
    if isinstance(leaf, n.Limit):
        return (leaf.deed, leaf.trigger.fact) if isinstance(leaf.trigger, n.FactRef) else (leaf.deed,)
    if isinstance(leaf, n.SameAs):
        return (leaf.fact, leaf.other)
    if isinstance(leaf, n.Dated) and isinstance(leaf.bound, n.FactRef):
        return (leaf.fact, leaf.bound.fact)
    return (leaf.fact,)


def test_of(leaf: n.Leaf, setting: Setting) -> Test:
    """The test itself, for every leaf but a limit."""
    match leaf:
        case n.Constant(value):
            return lambda: value
        case n.Present():
            return lambda value: value is not NONE and value != frozenset()
        case n.Is():
            return _one_of(leaf, setting)
        case n.Has():
            return _has(leaf)
        case n.Compare():
            return _compared(leaf)
        case n.Dated():
            return _dated(leaf, setting.as_of)
        case n.WithinLast(_, span):
            start = shift(setting.as_of, -int(span.amount), span.unit)
            return lambda value: value is not NONE and start <= value <= setting.as_of
        case n.SameAs(fact, other):
            left, right = _normal(fact, setting), _normal(other, setting)
            return lambda a, b: a is not NONE and b is not NONE and left(a) == right(b)
        case n.Valid(_, identifier):
            return lambda value: value is not NONE and is_valid(value, identifier, setting)
    raise TypeError(leaf)


def is_valid(value: str | Fresh, identifier: str, setting: Setting) -> bool:
    """Whether a text is well formed under a scheme."""
    if isinstance(value, Fresh):
        return identifier in value.valid
    return bool(setting.identifiers[identifier].is_valid(value))


def limit_value(deed: Any, due: date | None, as_of: date) -> int:
    """A limit's value once its due day is known; `due` None: the trigger is `not yet`."""
    if due is None:
        return HOLDS
    if deed is NONE:
        return due.toordinal() if as_of <= due else 0
    return HOLDS if deed <= due else 0


def _normal(fact_id: str, setting: Setting) -> Callable[[Any], Any]:
    """How a fact's value is written for comparison."""
    fact = setting.vocabulary[fact_id]
    if fact.kind is not Kind.TEXT or fact.identifier is None:
        return lambda value: value
    scheme = setting.identifiers[fact.identifier]
    return lambda value: value if isinstance(value, Fresh) else scheme.normalised(value)


def _one_of(leaf: n.Is, setting: Setting) -> Test:
    if setting.vocabulary[leaf.fact].kind is Kind.QUANTITY:
        wanted = {dimension(value) for value in leaf.values if isinstance(value, Quantity)}
        return lambda value: value is not NONE and dimension(value) in wanted
    normal = _normal(leaf.fact, setting)
    values = [normal(value) for value in leaf.values]
    return lambda value: value is not NONE and normal(value) in values


def _has(leaf: n.Has) -> Test:
    options = frozenset(leaf.options)
    if leaf.mode == "any":
        return lambda value: bool(value & options)
    if leaf.mode == "all":
        return lambda value: options <= value
    return lambda value: not value & options


def _compared(leaf: n.Compare) -> Test:
    compare = OPERATORS[leaf.operator]
    bound = leaf.bound
    if isinstance(bound, Quantity):
        return lambda value: value is not NONE and quantities(leaf.operator, value, bound)
    return lambda value: value is not NONE and compare(value, bound)


def _dated(leaf: n.Dated, as_of: date) -> Test:
    compare: Callable[[Any, Any], bool] = operator.le if leaf.operator == "on_or_before" else operator.ge
    if isinstance(leaf.bound, n.FactRef):
        return lambda a, b: a is not NONE and b is not NONE and compare(a, b)
    bound = as_of if isinstance(leaf.bound, n.AsOf) else leaf.bound
    return lambda value: value is not NONE and compare(value, bound)


def dimension(quantity: Quantity) -> tuple[str, Any]:
    """The dimension of a quantity and its amount in the dimension's smallest unit."""
    if quantity.unit in TO_DAYS:
        return "days", quantity.amount * TO_DAYS[quantity.unit]
    if quantity.unit in TO_MONTHS:
        return "months", quantity.amount * TO_MONTHS[quantity.unit]
    return quantity.unit, quantity.amount


def quantities(comparison: str, value: Quantity, bound: Quantity) -> bool:
    """A value against a bound. Months against days: a minimum at its longest, a maximum at its shortest."""
    (left, a), (right, b) = dimension(value), dimension(bound)
    if left != right:
        if {left, right} != {"days", "months"}:
            return False
        minimum = comparison in ("at_least", "more_than")
        a = _in_days(left, a, longest=not minimum)
        b = _in_days(right, b, longest=minimum)
    return OPERATORS[comparison](a, b)


def _in_days(unit: str, amount: int, *, longest: bool) -> int:
    if unit == "days":
        return amount
    shortest_run, longest_run = month_run(int(amount))
    return longest_run if longest else shortest_run


@cache
def month_run(months: int) -> tuple[int, int]:
    """The shortest and the longest run of so many calendar months, in days, over 400 years."""
    lengths = {_first(start + months) - _first(start) for start in range(4800)}
    return min(lengths), max(lengths)


def _first(month: int) -> int:
    return date(2000 + month // 12, month % 12 + 1, 1).toordinal()
