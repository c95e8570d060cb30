"""The one order of what is worse: how heavily a rule, a record or a verdict weighs."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Standing, Verdict
from compliance.reports.diff.model import Direction
from compliance.reports.json_v1 import PARTIAL_READY

STANDINGS: Final = tuple(standing.value for standing in reversed(Standing))
"""The lightest first: holds, past, pending, undecided, violated."""

_VIOLATED: Final = STANDINGS.index(Standing.VIOLATED.value)

_VERDICTS: Final = {
    Verdict.BLOCKED.value: 3,
    Verdict.NOT_READY.value: 2,
    Verdict.INCOMPLETE.value: 1,
    Verdict.OUT_OF_SCOPE.value: 0,
    Verdict.READY.value: 0,
    PARTIAL_READY: 0,
}


def weight(standing: str, *, waived: bool, hard_stop: bool) -> int:
    """0 for what holds. A waived breach weighs less than one that is not, a hard stop more than any other breach.

    A waiver is a mark on a breach and no outcome: a waived breach still weighs more than anything undecided.
    """
    if standing != Standing.VIOLATED:
        return STANDINGS.index(standing)
    return _VIOLATED + (0 if waived else 2 if hard_stop else 1)


def moved(old: int, new: int) -> Direction:
    """Which way a weight moved."""
    if old == new:
        return Direction.SAME
    return Direction.WORSE if new > old else Direction.BETTER


def verdict_moved(old: str, new: str) -> Direction:
    """Which way the verdict moved. Between `ready` and `out_of_scope` there is no better or worse."""
    if old == new:
        return Direction.SAME
    direction = moved(_VERDICTS[old], _VERDICTS[new])
    return Direction.OTHER if direction is Direction.SAME else direction
