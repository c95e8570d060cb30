"""The only place that reads a clock, and dates typed on the command line."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

from compliance.errors import Problem, UsageError
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import RuleBook

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
_ISO: Final = r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z"
_MEANT: Final = r"\s*(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?\s*\Z"


def today(zone: str) -> date:
    """Today in a time zone.

    Raises:
        UsageError: `usage.time_zone` when the machine does not know the zone.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.now(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, ValueError):
        raise UsageError(Problem("usage.time_zone", None, {"zone": clean(zone)})) from None


def today_for(book: RuleBook) -> date:
    """Today where the packs that the run is about count their days; in UTC when they count none."""
    packs = sorted(book.packs.values(), key=lambda pack: not pack.subject)
    for pack in packs:
        calendar = book.calendars.get(pack.calendar) if pack.calendar else None
        if calendar is not None:
            return today(calendar.time_zone)
    return datetime.now(UTC).date()


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def date_typed(written: str) -> date:
    """A date as `2026-11-24`.

    Raises:
        UsageError: `usage.date` with the right spelling, `usage.date_range`.
    """
    found = re.match(_ISO, written)
    day = _day(*found.groups()) if found else None
    if day is None:
        raise UsageError(
            Problem("usage.date", None, {"written": clean(written)[:40], "right": _meant(written)})
        )
    if not FIRST <= day <= LAST:
        details = {"written": written, "first": FIRST.isoformat(), "last": LAST.isoformat()}
        raise UsageError(Problem("usage.date_range", None, details))
    return day


def _meant(written: str) -> str:
    found = re.match(_MEANT, written)
    day = _day(*found.groups()) if found else None
    return day.isoformat() if day else "2026-11-24"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
