"""Amounts with units: what can be compared, and how months meet days.

Months and days have no fixed exchange. A claim counts only when it is certain: a lower bound is met when
the shortest reading of the amount reaches the longest reading of the bound, an upper bound when the longest
reading of the amount stays within the shortest reading of the bound.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from compliance.facts.values import Quantity

DAYS: Final = {"days": 1, "weeks": 7}
MONTHS: Final = {"months": 1, "years": 12}
TIME_UNITS: Final = frozenset([*DAYS, *MONTHS])


@cache
def days_in_months(months: int) -> tuple[int, int]:
    """The fewest and the most days that `months` consecutive calendar months can have (6: 181 and 184)."""
    years, rest = divmod(months, 4800)
    base = years * 146_097
    if rest == 0:
        return base, base
    lengths = [_month_length(2000 + m // 12, m % 12) for m in range(4800)]
    window = sum(lengths[:rest])
    fewest = most = window
    for start in range(4800 - 1):
        window += lengths[(start + rest) % 4800] - lengths[start]
        fewest, most = min(fewest, window), max(most, window)
    return base + fewest, base + most


def _month_length(year: int, month: int) -> int:
    if month == 1:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (3, 5, 8, 10) else 31


def measure(quantity: Quantity) -> tuple[str, int | Decimal]:
    """The dimension ("days", "months" or the unit itself) and the amount in it."""
    if quantity.unit in DAYS:
        return "days", quantity.amount * DAYS[quantity.unit]
    if quantity.unit in MONTHS:
        return "months", quantity.amount * MONTHS[quantity.unit]
    return quantity.unit, quantity.amount


def equal(left: Quantity, right: Quantity) -> bool:
    """Whether both are the same amount in the same dimension. Months never equal days."""
    return measure(left) == measure(right)


def meets(value: Quantity, operator: str, bound: Quantity) -> bool:
    """Whether the value certainly is `at_least`, `at_most`, `more_than` or `less_than` the bound.

    Amounts of different dimensions other than months and days never meet a bound.
    """
    left_dimension, left = measure(value)
    right_dimension, right = measure(bound)
    if left_dimension != right_dimension:
        if {left_dimension, right_dimension} != {"days", "months"}:
            return False
        lower = operator in ("at_least", "more_than")
        left = _in_days(left_dimension, left, longest=not lower)
        right = _in_days(right_dimension, right, longest=lower)
    match operator:
        case "at_least":
            return left >= right
        case "at_most":
            return left <= right
        case "more_than":
            return left > right
        case "less_than":
            return left < right
        case _:
            raise ValueError(operator)


def _in_days(dimension: str, amount: int | Decimal, *, longest: bool) -> int | Decimal:
    if dimension == "days":
        return amount
    fewest, most = days_in_months(int(amount))
    return most if longest else fewest
