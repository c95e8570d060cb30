"""The truth values and the only tables for and, or, not.

A condition's value says how long it holds: `FAILS` (not at all), the ordinal of a due day (until the end
of that day: a running time limit), or `HOLDS` (no end). The values are ordered, so *and* is the smallest
and *or* the largest. `UNKNOWN` is outside the order: strong Kleene logic over the chain.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

FAILS: Final = 0
HOLDS: Final = 1_000_000_000
UNKNOWN: Final = -1


def conjunction(values: Iterable[int]) -> int:
    """The smallest value; unknown unless something fails for certain."""
    least = HOLDS
    unknown = False
    for value in values:
        if value == FAILS:
            return FAILS
        if value == UNKNOWN:
            unknown = True
        elif value < least:
            least = value
    return UNKNOWN if unknown else least


def disjunction(values: Iterable[int]) -> int:
    """The largest value; unknown unless something holds for certain."""
    most = FAILS
    unknown = False
    for value in values:
        if value == HOLDS:
            return HOLDS
        if value == UNKNOWN:
            unknown = True
        elif value > most:
            most = value
    return UNKNOWN if unknown else most


def negation(value: int) -> int:
    """Holds only where the value fails; unknown stays. What a running limit demands is not broken yet."""
    if value == UNKNOWN:
        return UNKNOWN
    return HOLDS if value == FAILS else FAILS


def pending(value: int) -> bool:
    """Whether the value is a running limit."""
    return FAILS < value < HOLDS
