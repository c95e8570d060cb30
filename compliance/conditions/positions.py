"""Places on the calendar that limits between open dates can tell apart, however far from today.

A limit in working days or months is longer over a weekend, a holiday or a long month. Where two tests tie the
same open dates together (a knot), whether both can be met depends on where the dates lie; one day for every
pattern of lengths around it stands for all days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from compliance.conditions.anatomy import facts_of_leaf
from compliance.conditions.leaves import Tests
from compliance.conditions.nodes import Dated, FactRef, Leaf, Limit, SameAs

YEARS_AROUND = 5
"""How far from the as-of date patterns are collected, in years: a leap year is among them."""

_FIRST, _LAST = date(1901, 1, 1).toordinal(), date(2199, 1, 1).toordinal()

_FIXED = ("days", "weeks")


def tied(leaf: Leaf) -> tuple[str, ...]:
    """The two date facts that a test ties together, or nothing."""
    if isinstance(leaf, Limit | SameAs) or (isinstance(leaf, Dated) and isinstance(leaf.bound, FactRef)):
        facts = facts_of_leaf(leaf)
        return facts if len(facts) == 2 else ()
    return ()


def _family(leaf: Leaf) -> tuple[str, ...]:
    """Tests of one family keep their order everywhere: they differ at most in the length of a limit."""
    if isinstance(leaf, Limit):
        return (leaf.deed, leaf.direction, leaf.span.unit)
    return ("same day",)


def knots(tests: Iterable[Leaf]) -> dict[str, tuple[Limit, ...]]:
    """For every date fact in a knot, the limits of its knot.

    A knot is a group of date facts with more ties than a tree has, one of them of a length that varies.
    """
    ties: dict[tuple[frozenset[str], tuple[str, ...]], list[Leaf]] = {}
    for leaf in tests:
        facts = frozenset(tied(leaf))
        if facts:
            ties.setdefault((facts, _family(leaf)), []).append(leaf)
    groups: list[set[str]] = []
    for facts, _ in ties:
        touching = [group for group in groups if not group.isdisjoint(facts)]
        groups = [group for group in groups if group.isdisjoint(facts)] + [set(facts).union(*touching)]
    found: dict[str, tuple[Limit, ...]] = {}
    for group in groups:
        own = [(facts, leaves) for (facts, _), leaves in ties.items() if facts <= group]
        limits = tuple(leaf for _, leaves in own for leaf in leaves if isinstance(leaf, Limit))
        if len(own) >= len(group) and any(limit.span.unit not in _FIXED for limit in limits):
            found.update(dict.fromkeys(group, limits))
    return found


class Patterns:
    """The patterns of due days of one knot, collected once for a situation."""

    def __init__(self, limits: Sequence[Limit], tests: Tests) -> None:
        days = _days(tests)
        lengths = {day: tuple(_length(limit, day, tests) for limit in limits) for day in days}
        longest = (
            max(abs(lengths[day][n][side]) for day in days for side in (0, 1)) for n in range(len(limits))
        )
        self.reach = 1 + 2 * sum(longest)
        self.pattern_of = {
            day: hash(tuple(lengths[day + offset] for offset in range(-self.reach, self.reach + 1)))
            for day in days
            if day - self.reach in lengths and day + self.reach in lengths
        }

    def positions(self, constants: Iterable[int]) -> list[int]:
        """One day (as an ordinal) for each pattern between any two constants, and every day close to one."""
        marks = sorted(set(constants))
        found: dict[tuple[int, int], int] = {}
        close: set[int] = set()
        for mark in marks:
            close.update(range(mark - self.reach, mark + self.reach + 1))
        for day, pattern in self.pattern_of.items():
            if day not in close:
                found.setdefault((pattern, bisect_left(marks, day)), day)
        return sorted({*found.values(), *close})


def _length(limit: Limit, day: int, tests: Tests) -> tuple[int, int]:
    due = tests.due(date.fromordinal(day), limit.span, limit.direction)
    return due.earliest.toordinal() - day, due.latest.toordinal() - day


def _days(tests: Tests) -> list[int]:
    """Every day around the as-of date, and of the announced years with one more on either side."""
    as_of = tests.situation.as_of.toordinal()
    ranges = [(as_of - 366 * YEARS_AROUND, as_of + 366 * YEARS_AROUND)]
    if tests.situation.calendar is not None:
        edges = [edge.toordinal() for edge in tests.situation.calendar.edges()]
        ranges += [(min(edges) - 366, max(edges) + 366)] if edges and _in_reach(edges) else []
    return sorted({day for first, last in ranges for day in range(max(first, _FIRST), min(last, _LAST))})


def _in_reach(edges: list[int]) -> bool:
    return min(edges) >= _FIRST and max(edges) <= _LAST
