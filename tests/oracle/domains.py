"""The possible values of an open fact: for each kind a plain list, long enough for the rule at hand.

Nothing here looks for clever cut points. Numbers and amounts: every one up to beyond the largest bound.
Dates: every single day of a window around the as-of date, and one day far away on each side.

The window suffices: let A be the farthest date that the rule, the answers or the calendar's holidays name,
counted from the as-of date; D the longest way from a trigger to its due day; k the number of open dates that
are compared with each other. Two dates farther apart than D compare in one way only. So a gap wider than D
between neighbouring dates can be narrowed, by whole weeks where weekdays matter, without changing any test,
until all k dates lie within A + D + (k - 1)(D + 7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, combinations
from typing import Any

from compliance.conditions import nodes as n
from compliance.facts.values import HELD, NONE, Quantity, Records
from compliance.facts.vocabulary import Fact, Kind, Tense
from tests.oracle.leaves import Fresh, Setting, facts_of, is_valid

FAR_PAST, FAR_FUTURE = date(1931, 3, 4), date(2177, 11, 12)
GARBAGE = "?"
DAYS_AT_MOST = {"days": 1, "weeks": 7, "months": 31, "years": 366}
DAYS_AT_LEAST = {"days": 1, "weeks": 7, "months": 28, "years": 365}


def leaves_of(node: n.Node) -> Iterator[n.Leaf]:
    """All leaves of a condition."""
    match node:
        case n.All(children) | n.Any(children):
            for child in children:
                yield from leaves_of(child)
        case n.Not(child) | n.Named(_, child):
            yield from leaves_of(child)
        case n.Every(_, where, satisfies) | n.Some(_, where, satisfies):
            yield from leaves_of(where)
            yield from leaves_of(satisfies)
        case _:
            yield node


class Domains:
    """The possible values of each fact of one rule in one situation."""

    def __init__(self, leaves: Iterable[n.Leaf], setting: Setting, anchors: Sequence[date]) -> None:
        self.leaves = tuple(leaves)
        self.setting = setting
        self.anchors = tuple(anchors)
        self.facts = sorted({fact for leaf in self.leaves for fact in facts_of(leaf)})
        self.memory: dict[str, list[Any]] = {}

    def of(self, fact_id: str, *, held: bool = False) -> list[Any]:
        """All possible values of an open fact; `held`: all but `none`."""
        if fact_id not in self.memory:
            self.memory[fact_id] = self._values(self.setting.vocabulary[fact_id])
        values = self.memory[fact_id]
        return [value for value in values if value is not NONE] if held else values

    def _values(self, fact: Fact) -> list[Any]:
        values = list(self._ordinary(fact))
        return [*values, NONE] if fact.can_be_none else values

    def _ordinary(self, fact: Fact) -> Iterable[Any]:
        match fact.kind:
            case Kind.BOOLEAN:
                return (False, True)
            case Kind.CHOICE | Kind.READING:
                return [option.id for option in fact.options]
            case Kind.CHOICES:
                return _subsets([option.id for option in fact.options], 1 if fact.at_least_one else 0)
            case Kind.NUMBER:
                return _numbers(fact, self._literals(fact.id))
            case Kind.QUANTITY:
                return _quantities(fact, self._literals(fact.id))
            case Kind.TEXT:
                return self._texts()
            case Kind.DATE:
                return self._dates(fact)
        raise ValueError(fact.kind)

    def _literals(self, fact_id: str) -> list[Any]:
        """The values that the rule compares a fact with."""
        found: list[Any] = []
        for leaf in self.leaves:
            if isinstance(leaf, n.Is) and leaf.fact == fact_id:
                found.extend(leaf.values)
            elif isinstance(leaf, n.Compare) and leaf.fact == fact_id:
                found.append(leaf.bound)
        return found

    def _answered(self, kind: Kind) -> Iterator[Any]:
        """The values known for any fact of one kind that the rule mentions."""
        for fact_id in self.facts:
            fact = self.setting.vocabulary[fact_id]
            if fact.kind is kind:
                for value in known_values(fact, self.setting):
                    if value not in (None, NONE, HELD):
                        yield value

    def _texts(self) -> list[Any]:
        """Every text that somebody wrote down, and for each way of being valid a few that nobody did."""
        schemes = self.setting.identifiers
        texts = {GARBAGE, *self._answered(Kind.TEXT)}
        for fact_id in self.facts:
            if self.setting.vocabulary[fact_id].kind is Kind.TEXT:
                texts.update(self._literals(fact_id))
        for scheme in schemes.values():
            texts.update((*scheme.valid_examples, *scheme.invalid_examples))
        ways = {frozenset(s for s in schemes if is_valid(text, s, self.setting)) for text in texts}
        texts_in_rule = sum(self.setting.vocabulary[fact].kind is Kind.TEXT for fact in self.facts)
        fresh = [Fresh(way, i) for way in sorted(ways, key=sorted) for i in range(texts_in_rule)]
        return [*sorted(texts), *fresh]

    def _dates(self, fact: Fact) -> Iterable[date]:
        as_of = self.setting.as_of
        width = self._width(fact.id)
        ahead = 0 if fact.tense is Tense.EVENT else width
        yield FAR_PAST
        for offset in range(-width, ahead + 1):
            yield as_of + timedelta(days=offset)
        if fact.tense is not Tense.EVENT:
            yield FAR_FUTURE

    def _width(self, fact_id: str) -> int:
        limits = [leaf for leaf in self.leaves if isinstance(leaf, n.Limit)]
        farthest = max(abs((day - self.setting.as_of).days) for day in self._named_dates())
        first = max((self._reach(leaf) for leaf in (*limits, *self._spans())), default=0)
        related = self._related(fact_id)
        between = [leaf for leaf in limits if related.issuperset(facts_of(leaf)) and len(facts_of(leaf)) == 2]
        weekly = any(leaf.span.unit == "working_days" for leaf in between)
        step = max((self._reach(leaf) for leaf in between), default=0) + (7 if weekly else 1)
        return farthest + first + 1 + (len(related) - 1) * step

    def _spans(self) -> list[n.WithinLast]:
        return [leaf for leaf in self.leaves if isinstance(leaf, n.WithinLast)]

    def _named_dates(self) -> Iterator[date]:
        yield self.setting.as_of
        if any(isinstance(leaf, n.Limit) and leaf.span.unit == "working_days" for leaf in self.leaves):
            yield from self.anchors
        yield from self._answered(Kind.DATE)
        for leaf in self.leaves:
            if isinstance(leaf, n.Is):
                yield from (value for value in leaf.values if isinstance(value, date))
            bound = getattr(leaf, "bound", None) or getattr(leaf, "trigger", None)
            if isinstance(bound, date):
                yield bound

    def _reach(self, leaf: n.Limit | n.WithinLast) -> int:
        """The longest way, in days, from a trigger to its due day."""
        span = leaf.span
        if isinstance(leaf, n.WithinLast) or span.unit != "working_days":
            return int(span.amount) * DAYS_AT_MOST[span.unit]
        ways = []
        for offset in range(-45, 46):
            day = self.setting.as_of + timedelta(days=offset)
            due = self.setting.calendar.due(day, span.amount, span.unit, leaf.direction)
            ways += [abs((due.earliest - day).days), abs((due.latest - day).days)]
        return max(ways)

    def _related(self, fact_id: str) -> set[str]:
        """The open dates that are compared with this one, directly or through other open dates."""
        related = {fact_id}
        pairs = [set(facts_of(leaf)) for leaf in self.leaves if len(facts_of(leaf)) == 2]
        growing = True
        while growing:
            growing = False
            for pair in pairs:
                if pair & related and not pair <= related and all(self._is_open(fact) for fact in pair):
                    related |= pair
                    growing = True
        return related

    def _is_open(self, fact_id: str) -> bool:
        return is_open(self.setting.vocabulary[fact_id], self.setting)


def known_values(fact: Fact, setting: Setting) -> list[Any]:
    """What is answered for a fact: one value, or one for each record; None where nothing is."""
    if fact.parent is None:
        return [setting.answers.get(fact.id)]
    records = setting.answers.get(fact.parent)
    entries = records.entries if isinstance(records, Records) else ()
    return [entry.fields.get(fact.id) for entry in entries]


def is_open(fact: Fact, setting: Setting) -> bool:
    """Whether some completion is free to choose a value for the fact, in some record if it is a field."""
    if fact.parent is not None:
        records = setting.answers.get(fact.parent)
        if not isinstance(records, Records) or not records.complete:
            return True
    return any(value is None or value is HELD for value in known_values(fact, setting))


def _subsets(options: Sequence[str], smallest: int) -> list[frozenset[str]]:
    sizes = range(smallest, len(options) + 1)
    return [frozenset(chosen) for chosen in chain.from_iterable(combinations(options, k) for k in sizes)]


def _numbers(fact: Fact, literals: Sequence[Any]) -> list[int | Decimal]:
    """Every whole number from below the smallest literal to above the largest; else every quarter."""
    low = int(min(literals, default=0)) - 2
    high = int(max(literals, default=0)) + 2
    if fact.minimum is not None:
        low, high = max(low, fact.minimum), max(high, fact.minimum + 1)
    if fact.whole:
        return list(range(low, high + 1))
    return [Decimal(quarter) / 4 for quarter in range(low * 4, high * 4 + 1)]


def _quantities(fact: Fact, literals: Sequence[Quantity]) -> list[Quantity]:
    """Every amount in every unit, up to beyond the largest literal. Time is whole; money need not be: every half."""
    least = max(fact.minimum or 0, 0)
    days = max((int(q.amount) * DAYS_AT_MOST.get(q.unit, 1) for q in literals), default=0)
    found = []
    for unit in fact.units:
        most = max(days // DAYS_AT_LEAST.get(unit, 1) + 2, least + 1)
        if unit in DAYS_AT_MOST or unit == "working_days":
            found += [Quantity(amount, unit) for amount in range(least, most + 1)]
        else:
            found += [Quantity(Decimal(half) / 2, unit) for half in range(2 * least, 2 * most + 1)]
    return found
