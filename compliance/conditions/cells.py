"""Finite sets of values that stand for all possible ones.

Two values of an open fact that no test of the rule can tell apart need only one representative. Facts that
tests relate to each other (limits, date comparisons, `same_as`) are cut jointly: the cut points of a date
are those of every date it is related to, carried over the relation, one day either side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise, product

from compliance.conditions.evaluate import Evaluator
from compliance.conditions.known import Address, FieldOf
from compliance.conditions.leaves import Concrete, SomeText
from compliance.conditions.nodes import (
    Compare,
    Dated,
    FactRef,
    Has,
    Is,
    Leaf,
    Limit,
    SameAs,
    Valid,
    WithinLast,
)
from compliance.conditions.positions import Patterns, knots, tied
from compliance.facts import quantities
from compliance.facts.values import HELD, NONE, Quantity
from compliance.facts.vocabulary import Fact, Kind, Tense

FIRST_DAY = date(1900, 1, 1).toordinal()
LAST_DAY = date(2199, 12, 31).toordinal()

Assigned = Mapping[Address, tuple[Concrete, ...]]


class Cells:
    """Representative values of the open facts of one rule.

    Args:
        evaluator: gives the answers and the due days.
        tests: every test of the rule.
    """

    def __init__(self, evaluator: Evaluator, tests: Iterable[Leaf]) -> None:
        self.evaluator = evaluator
        self.situation = evaluator.situation
        self.tests: dict[str, list[Leaf]] = {}
        self.texts: set[str] = set()
        self.schemes: set[str] = set()
        seen: set[int] = set()
        for leaf in tests:
            if id(leaf) in seen:
                continue
            seen.add(id(leaf))
            for fact in evaluator.facts_of(leaf):
                self.tests.setdefault(fact, []).append(leaf)
            if isinstance(leaf, Is):
                self.texts.update(v for v in leaf.values if isinstance(v, str))
            if isinstance(leaf, Valid):
                self.schemes.add(leaf.identifier)
        self._fixed: dict[Address, list[Concrete]] = {}
        self._patterns: dict[tuple[Limit, ...], Patterns] = {}
        self._placed: dict[tuple[str, frozenset[int]], set[int]] = {}
        self._knots = knots([leaf for leaves in self.tests.values() for leaf in leaves])

    def domain(self, address: Address, assigned: Assigned) -> list[Concrete]:
        """Representatives of all possible values of an open fact, given those already chosen, in order."""
        if address in self._fixed:
            return self._fixed[address]
        fact_id = address if isinstance(address, str) else address.field
        fact = self.situation.vocabulary[fact_id]
        tests = self.tests.get(fact_id, [])
        depends = False
        match fact.kind:
            case Kind.BOOLEAN:
                values: list[Concrete] = [False, True]
            case Kind.CHOICE | Kind.READING:
                values = [option.id for option in fact.options]
            case Kind.CHOICES:
                values = _sets(fact, tests)
            case Kind.NUMBER:
                values = list(_numbers(fact, tests))
            case Kind.QUANTITY:
                values = list(_quantities(fact, tests))
            case Kind.DATE:
                depends = any(len(self.evaluator.facts_of(leaf)) > 1 for leaf in tests)
                values = list(self._dates(address, fact, assigned))
            case Kind.TEXT:
                depends = any(isinstance(leaf, SameAs) for leaf in tests)
                values = self._texts(address, fact, tests, assigned)
            case Kind.RECORDS:
                raise AssertionError("lists have no domain of their own")
        if fact.can_be_none and self.evaluator.known.values.get(address) is not HELD:
            values.append(NONE)
        if not depends and fact.kind is not Kind.DATE:
            values = self._told_apart(fact_id, values, tests)
        if not depends:
            self._fixed[address] = values
        return values

    def _told_apart(self, fact: str, values: list[Concrete], tests: list[Leaf]) -> list[Concrete]:
        """One value for each way the tests can come out, where every test looks at this fact alone."""
        if len(values) <= 2 or any(len(self.evaluator.facts_of(leaf)) > 1 for leaf in tests):
            return values
        found: dict[tuple[int, ...], Concrete] = {}
        for value in values:
            get = _always(value)
            signature = tuple(self.evaluator.tests.value(leaf, get, False) for leaf in tests)
            found.setdefault(signature, value)
        return list(found.values())

    # Dates ------------------------------------------------------------------------------------------

    def _dates(self, address: Address, fact: Fact, assigned: Assigned) -> Iterable[date]:
        cuts = self._cuts(address, assigned, frozenset())
        last = self.situation.as_of.toordinal() if fact.tense is Tense.EVENT else LAST_DAY
        if fact.id in self._knots and not self._knot_is_cut(address, fact.id, assigned):
            cuts |= self._positions(fact.id, frozenset(cuts))
        days = {day for cut in cuts for day in (cut - 1, cut, cut + 1)}
        return [date.fromordinal(day) for day in sorted(days) if FIRST_DAY <= day <= last]

    def _positions(self, fact: str, cuts: frozenset[int]) -> set[int]:
        found = self._placed.get((fact, cuts))
        if found is None:
            limits = self._knots[fact]
            if limits not in self._patterns:
                self._patterns[limits] = Patterns(limits, self.evaluator.tests)
            found = self._placed[fact, cuts] = set(self._patterns[limits].positions(cuts))
        return found

    def _knot_is_cut(self, address: Address, fact: str, assigned: Assigned) -> bool:
        """Whether another date of the knot has its place already: it gives this one its cut points."""
        for leaf in self.tests.get(fact, []):
            for other in tied(leaf):
                if other != fact:
                    for partner in self._partners(address, other):
                        if partner in assigned or partner in self.evaluator.known.values:
                            return True
        return False

    def _cuts(self, address: Address, assigned: Assigned, passed: frozenset[Address]) -> set[int]:
        """Days at which a test may change its mind about a date, as ordinals."""
        fact = address if isinstance(address, str) else address.field
        cuts = self._own_cuts(fact)
        passed = passed | {address}
        for leaf in self.tests.get(fact, []):
            match leaf:
                case Dated(left, _, FactRef(right)) | SameAs(left, right):
                    other = right if left == fact else left
                    cuts |= self._carried(address, other, assigned, passed, _same_day)
                case Limit():
                    cuts |= self._cuts_of_limit(address, fact, leaf, assigned, passed)
                case _:
                    pass
        return cuts

    def _own_cuts(self, fact: str) -> set[int]:
        """Days at which tests that look at no other fact may change their mind."""
        cuts = {self.situation.as_of.toordinal()}
        for leaf in self.tests.get(fact, []):
            match leaf:
                case Is(_, values):
                    cuts.update(v.toordinal() for v in values if isinstance(v, date))
                case WithinLast(_, span):
                    cuts.add(self.evaluator.tests.window_start(span).toordinal())
                case Dated(_, _, bound) if isinstance(bound, date):
                    cuts.add(bound.toordinal())
                case _:
                    pass
        return cuts

    def _cuts_of_limit(
        self, address: Address, fact: str, leaf: Limit, assigned: Assigned, passed: frozenset[Address]
    ) -> set[int]:
        cuts: set[int] = set()
        for edge in self._calendar_edges(leaf):
            cuts.add(edge)
            cuts |= set(
                self._due_days(leaf, edge) if leaf.deed == fact else self._triggers_due_by(leaf, edge)
            )
        if leaf.deed == fact:
            if isinstance(leaf.trigger, FactRef):
                cuts |= self._carried(
                    address, leaf.trigger.fact, assigned, passed, lambda day: self._due_days(leaf, day)
                )
            else:
                cuts |= set(self._due_days(leaf, leaf.trigger.toordinal()))
        if isinstance(leaf.trigger, FactRef) and leaf.trigger.fact == fact:
            cuts |= set(self._triggers_due_by(leaf, self.situation.as_of.toordinal()))
            cuts |= self._carried(
                address, leaf.deed, assigned, passed, lambda day: self._triggers_due_by(leaf, day)
            )
        return cuts

    def _calendar_edges(self, leaf: Limit) -> list[int]:
        """Days at which due days turn from exact to open, as ordinals."""
        calendar = self.situation.calendar
        if leaf.span.unit != "working_days" or calendar is None:
            return []
        days = (edge.toordinal() for edge in calendar.edges())
        return [day for day in days if FIRST_DAY < day <= LAST_DAY]

    def _carried(
        self,
        address: Address,
        other: str,
        assigned: Assigned,
        passed: frozenset[Address],
        carry: Callable[[int], Iterable[int]],
    ) -> set[int]:
        """The cut points of a related date, carried over to this one."""
        found: set[int] = set()
        for partner in self._partners(address, other):
            if partner == address:
                continue
            if partner in assigned:
                days = {v.toordinal() for v in assigned[partner] if isinstance(v, date)}
            else:
                known = self.evaluator.known.values.get(partner)
                if isinstance(known, date):
                    days = {known.toordinal()}
                elif known is NONE:
                    days = set()
                elif partner in passed:
                    # Back to where we came from: due days do not change every day, so this day's own cut
                    # points come back as the nearest days on which they do.
                    days = self._own_cuts(other)
                else:
                    cuts = self._cuts(partner, assigned, passed)
                    days = {day for cut in cuts for day in (cut - 1, cut, cut + 1)}
            for day in days:
                found.update(carry(day))
        return found

    def _partners(self, address: Address, other: str) -> list[Address]:
        """The addresses that a test on both facts pairs with this one."""
        parent = self.evaluator.parents.get(other)
        if parent is None:
            return [other]
        if isinstance(address, FieldOf):
            return [FieldOf(parent, address.key, other)]
        listed = self.evaluator.known.lists.get(parent)
        keys: list[str | None] = list(listed.keys) if listed else []
        if listed is None or not listed.complete:
            keys.append(None)
        return [FieldOf(parent, key, other) for key in keys]

    def _due_days(self, leaf: Limit, trigger: int) -> tuple[int, int]:
        due = self.evaluator.tests.due(date.fromordinal(_within(trigger)), leaf.span, leaf.direction)
        return due.earliest.toordinal(), due.latest.toordinal()

    def _triggers_due_by(self, leaf: Limit, day: int) -> tuple[int, int]:
        """The first triggers whose earliest, and whose latest, due day is `day` or later."""
        remembered = self.evaluator.tests.first_triggers
        key = (leaf.span, leaf.direction, day)
        found = remembered.get(key)
        if found is None:
            found = remembered[key] = (
                _first(lambda trigger: self._due_days(leaf, trigger)[0] >= day),
                _first(lambda trigger: self._due_days(leaf, trigger)[1] >= day),
            )
        return found

    # Texts ------------------------------------------------------------------------------------------

    def _texts(self, address: Address, fact: Fact, tests: list[Leaf], assigned: Assigned) -> list[Concrete]:
        related = any(isinstance(leaf, SameAs) for leaf in tests)
        literals = set(self.texts) if related else _literals(tests)
        values: list[Concrete] = [*sorted(literals)]
        for leaf in tests if related else ():
            if isinstance(leaf, SameAs):
                other = leaf.other if leaf.fact == fact.id else leaf.fact
                values += self._texts_of_partners(address, other, assigned)
        # Two of each kind where texts are compared: one may be the same as another fact's, and one not.
        for copy in range(2 if related else 1):
            values += [SomeText(f"{address}/{copy}", combination) for combination in self._validities()]
        taken = self._taken_keys(address)
        return [value for value in dict.fromkeys(values) if value not in taken]

    def _taken_keys(self, address: Address) -> tuple[str, ...]:
        """The keys that a further record cannot have, when the address is its key field."""
        if isinstance(address, str) or address.key is not None:
            return ()
        listed = self.evaluator.known.lists.get(address.list)
        key = self.situation.vocabulary[address.list].key
        return listed.keys if listed and address.field == f"{address.list}.{key}" else ()

    def _texts_of_partners(self, address: Address, other: str, assigned: Assigned) -> list[Concrete]:
        found: list[Concrete] = []
        for partner in self._partners(address, other):
            if partner in assigned:
                found += [v for v in assigned[partner] if isinstance(v, str | SomeText)]
            else:
                known = self.evaluator.known.values.get(partner)
                if isinstance(known, str):
                    found.append(known)
        return found

    def _validities(self) -> list[frozenset[str]]:
        """Which identifier schemes can be met together, as far as the schemes' own examples show."""
        if not self.schemes:
            return [frozenset()]
        identifiers = self.situation.identifiers
        samples = ["?"]
        for scheme in sorted(self.schemes):
            samples += [*identifiers[scheme].valid_examples, *identifiers[scheme].invalid_examples]
        combinations = {
            frozenset(scheme for scheme in self.schemes if identifiers[scheme].is_valid(sample))
            for sample in samples
        }
        return sorted(combinations, key=sorted)


def _literals(tests: list[Leaf]) -> set[str]:
    return {v for leaf in tests if isinstance(leaf, Is) for v in leaf.values if isinstance(v, str)}


def _always(value: Concrete) -> Callable[[str], Concrete]:
    return lambda _: value


def _same_day(day: int) -> tuple[int]:
    return (day,)


def _within(day: int) -> int:
    return min(max(day, FIRST_DAY), LAST_DAY)


def _first(reached: Callable[[int], bool]) -> int:
    """The first day for which a monotone test holds."""
    low, high = FIRST_DAY, LAST_DAY
    while low < high:
        middle = (low + high) // 2
        if reached(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _sets(fact: Fact, tests: list[Leaf]) -> list[Concrete]:
    """Sets that the tests can tell apart: of options that occur in the same tests none, one or all are in."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for option in fact.options:
        occurs = tuple(
            n for n, leaf in enumerate(tests) if isinstance(leaf, Has) and option.id in leaf.options
        )
        groups.setdefault(occurs, []).append(option.id)
    choices = [
        [frozenset[str](), frozenset(group[:1])] + ([frozenset(group)] if len(group) > 1 else [])
        for group in groups.values()
    ]
    found = dict.fromkeys(frozenset[str]().union(*parts) for parts in product(*choices))
    return [members for members in found if members or not fact.at_least_one]


def _numbers(fact: Fact, tests: list[Leaf]) -> Iterable[Concrete]:
    cuts: set[int | Decimal] = set() if fact.minimum is None else {fact.minimum}
    for leaf in tests:
        if isinstance(leaf, Compare) and not isinstance(leaf.bound, Quantity):
            cuts.add(leaf.bound)
        if isinstance(leaf, Is):
            cuts.update(v for v in leaf.values if isinstance(v, int | Decimal))
    return [v for v in _around(cuts, fact.whole) if fact.minimum is None or v >= fact.minimum]


def _around(cuts: set[int | Decimal], whole: bool) -> list[int | Decimal]:
    """Each cut, one value in every gap between cuts, and one beyond either end."""
    if not cuts:
        return [0]
    if whole:
        floors = {int(cut // 1) for cut in cuts}
        return sorted({value for floor in floors for value in (floor - 1, floor, floor + 1, floor + 2)})
    ordered = sorted(cuts)
    between = [(Decimal(low) + Decimal(high)) / 2 for low, high in pairwise(ordered)]
    return sorted([*ordered, *between, ordered[0] - 1, ordered[-1] + 1])


def _quantities(fact: Fact, tests: list[Leaf]) -> Iterable[Quantity]:
    bounds = [leaf.bound for leaf in tests if isinstance(leaf, Compare) and isinstance(leaf.bound, Quantity)]
    bounds += [v for leaf in tests if isinstance(leaf, Is) for v in leaf.values if isinstance(v, Quantity)]
    for unit in fact.units:
        for amount in sorted(_amounts(fact, unit, bounds)):
            if amount >= (fact.minimum or 0):
                yield Quantity(amount, unit)


def _amounts(fact: Fact, unit: str, bounds: list[Quantity]) -> set[int | Decimal]:
    smallest = fact.minimum or 0
    if unit in quantities.DAYS:
        marks = {mark for bound in bounds for mark in _marks_in_days(bound)}
        return {smallest} | _steps(marks, quantities.DAYS[unit])
    if unit in quantities.MONTHS:
        marks = {mark for bound in bounds for mark in _marks_in_months(bound)}
        return {smallest} | _steps(marks, quantities.MONTHS[unit])
    cuts: set[int | Decimal] = {bound.amount for bound in bounds if bound.unit == unit}
    return set(_around(cuts | {smallest}, whole=unit == "working_days"))


def _steps(marks: set[int], size: int) -> set[int | Decimal]:
    return {mark // size + offset for mark in marks for offset in (-1, 0, 1, 2)}


def _marks_in_days(bound: Quantity) -> list[int]:
    dimension, amount = quantities.measure(bound)
    if dimension == "days":
        return [int(amount)]
    return list(quantities.days_in_months(int(amount))) if dimension == "months" else []


def _marks_in_months(bound: Quantity) -> list[int]:
    dimension, amount = quantities.measure(bound)
    if dimension == "months":
        return [int(amount)]
    if dimension != "days":
        return []
    return list(range(int(amount) // 31 - 1, int(amount) // 28 + 2))
