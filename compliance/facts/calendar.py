"""Working days and time limits. The days off of a country are pack data; an unannounced year gives an interval."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal

from compliance.frozen import frozen

Direction = Literal["after", "before"]

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)


@frozen
class YearTable:
    """The announced days of one year: weekday (and weekend) days off, and weekend days that are worked."""

    year: int
    holidays: frozenset[date]
    working: frozenset[date]


@frozen
class DueRange:
    """The first and the last day on which a limit can fall due. Equal when it is exact."""

    earliest: date
    latest: date

    @property
    def exact(self) -> bool:
        """Whether the due day is one day."""
        return self.earliest == self.latest


class Calendar:
    """The working days of one country, as far as they are announced.

    In an unannounced year a due day is a range: at one end every day counts as a working day, at the other only
    weekdays count and `extra_days` are added. Both ends never move back when the trigger moves on: where a count
    leaves the announced years the raw range would jump by the added days, so it is kept within what the nearest
    exact count allows. (The true due day is monotone in the trigger, so this loses nothing.)

    Args:
        weekend: days of the week that are not worked, Monday is 0.
        extra_days: calendar days that holidays of an unannounced year may add to one count.
        years: the announced years.
    """

    def __init__(
        self,
        id: str,
        time_zone: str,
        weekend: frozenset[int],
        extra_days: int,
        years: Mapping[int, YearTable],
    ) -> None:
        self.id = id
        self.time_zone = time_zone
        self.weekend = weekend
        self.extra_days = extra_days
        self.years = years
        self._days: dict[tuple[int, bool], list[int]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Calendar) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said()[:4])

    def _said(self) -> tuple[object, ...]:
        return self.id, self.time_zone, self.weekend, self.extra_days, dict(self.years)

    def announced(self, year: int) -> bool:
        """Whether the days off of a year are known."""
        return year in self.years

    def edges(self) -> tuple[date, ...]:
        """The first day of every run of announced years, and the first day after it."""
        starts = [year for year in sorted(self.years) if year - 1 not in self.years]
        ends = [year + 1 for year in sorted(self.years) if year + 1 not in self.years]
        return tuple(date(year, 1, 1) for year in sorted([*starts, *ends]))

    def is_working_day(self, day: date) -> bool | None:
        """Whether a day is worked; None in a year that is not announced."""
        table = self.years.get(day.year)
        if table is None:
            return None
        if day in table.working:
            return True
        return day.weekday() not in self.weekend and day not in table.holidays

    def due(self, trigger: date, amount: int, unit: str, direction: Direction) -> DueRange:
        """The due day of a limit; the trigger's day does not count, amount 0 is the trigger's day itself."""
        if unit != "working_days":
            day = due_without_calendar(trigger, amount, unit, direction)
            return DueRange(day, day)
        trigger = _within(trigger)
        if amount == 0:
            return DueRange(trigger, trigger)
        if direction == "after":
            return self._after(trigger, amount)
        return self._before(trigger, amount)

    def working_days_between(self, start: date, end: date) -> int | None:
        """Working days after `start` up to and including `end`; None if one of them is in an unannounced year."""
        if end <= start:
            return 0
        years = range((start + timedelta(1)).year, end.year + 1)
        if not all(self.announced(year) for year in years):
            return None
        low, high = start.toordinal(), end.toordinal()
        return sum(
            bisect_right(days, high) - bisect_right(days, low)
            for days in (self._working_days(year, every_day=False) for year in years)
        )

    def _after(self, trigger: date, amount: int) -> DueRange:
        earliest, touched = self._walk(trigger, amount, 1, every_day=True)
        if not touched:
            return DueRange(earliest, earliest)
        latest, _ = self._walk(trigger, amount, 1, every_day=False)
        latest = _within(latest + timedelta(self.extra_days))
        edge = self._last_day_before_announced(max(trigger, date(touched, 1, 1)).year)
        if edge is not None and edge > trigger:
            latest = min(latest, self._after(edge, amount).latest)
        return DueRange(earliest, max(earliest, latest))

    def _before(self, trigger: date, amount: int) -> DueRange:
        latest, touched = self._walk(trigger, amount, -1, every_day=True)
        if not touched:
            return DueRange(latest, latest)
        earliest, _ = self._walk(trigger, amount, -1, every_day=False)
        earliest = _within(earliest - timedelta(self.extra_days))
        edge = self._first_day_after_announced(min(trigger, date(touched, 12, 31)).year)
        if edge is not None and edge < trigger:
            earliest = max(earliest, self._before(edge, amount).earliest)
        return DueRange(min(earliest, latest), latest)

    def _walk(self, start: date, amount: int, step: int, *, every_day: bool) -> tuple[date, int]:
        """The `amount`-th working day from `start`, and the first unannounced year passed on the way (0: none)."""
        position = start.toordinal()
        year = start.year
        touched = 0
        while FIRST_DAY.year <= year <= LAST_DAY.year:
            days = self._working_days(year, every_day=every_day)
            if step > 0:
                index = bisect_right(days, position) + amount - 1
                left = index - len(days) + 1
            else:
                index = bisect_left(days, position) - amount
                left = -index
            end = date(year, 12, 31) if step > 0 else date(year, 1, 1)
            if year not in self.years and not touched and end.toordinal() != position:
                touched = year
            if left <= 0:
                return date.fromordinal(days[index]), touched
            amount = left
            year += step
        return (LAST_DAY if step > 0 else FIRST_DAY), touched

    def _working_days(self, year: int, *, every_day: bool) -> list[int]:
        """Ordinals of the days of a year that count; of an unannounced year every day, or every weekday."""
        key = (year, every_day)
        found = self._days.get(key)
        if found is None:
            first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            table = self.years.get(year)
            if table is None:
                # The ordinal of a Monday leaves 1 when divided by 7.
                found = [n for n in range(first, last + 1) if every_day or (n - 1) % 7 not in self.weekend]
            else:
                off = {day.toordinal() for day in table.holidays}
                on = {day.toordinal() for day in table.working}
                found = [
                    n
                    for n in range(first, last + 1)
                    if n in on or ((n - 1) % 7 not in self.weekend and n not in off)
                ]
            self._days[key] = found
        return found

    def _last_day_before_announced(self, year: int) -> date | None:
        """The last day of the run of unannounced years around `year`, if an announced year follows it."""
        later = [announced for announced in self.years if announced > year]
        return date(min(later) - 1, 12, 31) if later else None

    def _first_day_after_announced(self, year: int) -> date | None:
        """The first day of the run of unannounced years around `year`, if an announced year precedes it."""
        earlier = [announced for announced in self.years if announced < year]
        return date(max(earlier) + 1, 1, 1) if earlier else None


def due_without_calendar(trigger: date, amount: int, unit: str, direction: Direction) -> date:
    """The due day of a limit in days, weeks, months or years."""
    signed = amount if direction == "after" else -amount
    match unit:
        case "days":
            return _shift_days(trigger, signed)
        case "weeks":
            return _shift_days(trigger, 7 * signed)
        case "months":
            return shift_months(trigger, signed)
        case "years":
            return shift_months(trigger, 12 * signed)
        case _:
            raise ValueError(unit)


def shift_months(day: date, months: int) -> date:
    """The same day of the month, so many months on; the month's last day where that day is missing."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < FIRST_DAY.year:
        return FIRST_DAY
    if year > LAST_DAY.year:
        return LAST_DAY
    return date(year, month + 1, min(day.day, _last_of_month(year, month + 1)))


def _last_of_month(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(1)).day


def _shift_days(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))


def _within(day: date) -> date:
    return min(max(day, FIRST_DAY), LAST_DAY)
