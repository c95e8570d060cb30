"""A naive calendar and naive identifier schemes: the smallest things that answer what a judge asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
LOOK_AHEAD = 12  # triggers later than that are due later, for the short spans of the generator


class DueRange(NamedTuple):
    """The due day lies between both ends."""

    earliest: date
    latest: date


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier), clamped to the end of the month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    for number in (day.day, 30, 29, 28):
        if number <= day.day:
            try:
                return date(year, month + 1, number)
            except ValueError:
                continue
    raise AssertionError("every month has 28 days")


def shift(day: date, amount: int, unit: str) -> date:
    """`day` plus a span of calendar time; a negative amount goes back."""
    if unit in ("days", "weeks"):
        return day + timedelta(days=amount * (7 if unit == "weeks" else 1))
    return add_months(day, amount * (12 if unit == "years" else 1))


@dataclass(eq=False)
class NaiveCalendar:
    """Walks day by day. Neither end moves back when the trigger moves on.

    Args:
        id: for replays.
        first, last: the announced years, both inclusive.
        holidays: days off in announced years, besides weekends.
        working: weekend days worked in announced years.
        extra: days added to the latest end once the walk has met an unannounced day.
    """

    id: str
    first: int = 1
    last: int = 9999
    holidays: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()
    extra: int = 2
    known: dict[tuple[date, int, str, str], DueRange] = field(default_factory=dict, repr=False)

    def edges(self) -> tuple[date, ...]:
        """Where announced years begin and end, as the engine asks for it."""
        return tuple(date(year, 1, 1) for year in (self.first, self.last + 1) if 1 <= year <= 9999)

    def due(self, trigger: date, amount: int, unit: str, direction: str) -> DueRange:
        """Both ends of the due day."""
        key = (trigger, amount, unit, direction)
        if key not in self.known:
            self.known[key] = self._due(*key)
        return self.known[key]

    def _due(self, trigger: date, amount: int, unit: str, direction: str) -> DueRange:
        sign = 1 if direction == "after" else -1
        if unit != "working_days":
            day = shift(trigger, sign * amount, unit)
            return DueRange(day, day)
        near = self._walk(trigger, amount, sign, weekends_count=True)
        fars = [self._far(trigger + sign * n * DAY, amount, sign) for n in range(LOOK_AHEAD)]
        far = min(fars) if sign > 0 else max(fars)
        return DueRange(min(near, far), max(near, far))

    def _far(self, trigger: date, amount: int, sign: int) -> date:
        """The far end, before it is kept from moving back when the trigger moves on."""
        far = self._walk(trigger, amount, sign, weekends_count=False)
        if any(not self._announced(day) for day in _between(trigger, far)):
            far += sign * self.extra * DAY
        return far

    def _announced(self, day: date) -> bool:
        return self.first <= day.year <= self.last

    def _walk(self, trigger: date, amount: int, sign: int, *, weekends_count: bool) -> date:
        day = trigger
        while amount:
            day += sign * DAY
            amount -= self._counts(day, weekends_count)
        return day

    def _counts(self, day: date, weekends_count: bool) -> bool:
        if not self._announced(day):
            return weekends_count or day.weekday() < 5
        if day in self.working:
            return True
        return day.weekday() < 5 and day not in self.holidays


def _between(start: date, end: date) -> list[date]:
    """The days walked over from `start` (not counted) to `end`."""
    sign = 1 if end >= start else -1
    return [start + sign * n * DAY for n in range(1, abs((end - start).days) + 1)]


@dataclass(frozen=True, eq=False)
class NaiveScheme:
    """An identifier scheme: upper case, no spaces, then characters of one sort and perhaps a length."""

    id: str
    letters: bool
    length: int | None
    valid_examples: tuple[str, ...]
    invalid_examples: tuple[str, ...]

    def normalised(self, text: str) -> str:
        return text.replace(" ", "").upper()

    def is_valid(self, text: str) -> bool:
        body = self.normalised(text)
        right_sort = body.isalpha() if self.letters else body.isdigit()
        return body.isascii() and right_sort and self.length in (None, len(body))


SCHEMES = {
    scheme.id: scheme
    for scheme in (
        NaiveScheme("four", False, 4, ("1234", "0001"), ("12", "AB")),
        NaiveScheme("digits", False, None, ("12", "1234"), ("X1",)),
        NaiveScheme("word", True, 2, ("AB",), ("1234", "A")),
    )
}
