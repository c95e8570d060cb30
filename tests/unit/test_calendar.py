"""Working days and time limits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.facts.calendar import Calendar, DueRange, YearTable, due_without_calendar, shift_months
from compliance.packs.cache import bundled_rules, load_rule_book

CN = load_rule_book([bundled_rules()], None).calendars["cn"]


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("trigger", "amount", "due"),
    [
        ("2026-01-05", 10, "2026-01-19"),
        ("2026-01-01", 10, "2026-01-15"),
        ("2026-02-10", 10, "2026-03-02"),
        ("2026-02-14", 10, "2026-03-06"),
        ("2026-04-30", 5, "2026-05-11"),
        ("2026-05-09", 5, "2026-05-15"),
        ("2026-06-18", 10, "2026-07-03"),
        ("2026-09-30", 10, "2026-10-20"),
        ("2026-09-24", 5, "2026-10-09"),
        ("2026-10-08", 20, "2026-11-04"),
        ("2019-02-15", 20, "2019-03-15"),
        ("2025-09-26", 10, "2025-10-16"),
    ],
)
def test_counting_on(trigger: str, amount: int, due: str) -> None:
    """The vectors for limits that run after a trigger."""
    assert CN.due(day(trigger), amount, "working_days", "after") == DueRange(day(due), day(due))


@pytest.mark.parametrize(
    ("end", "due"), [("2026-06-30", "2026-05-18"), ("2026-11-20", "2026-10-10"), ("2026-12-31", "2026-11-19")]
)
def test_counting_back(end: str, due: str) -> None:
    """The vectors for thirty working days before an end."""
    assert CN.due(day(end), 30, "working_days", "before") == DueRange(day(due), day(due))


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year(year: int, days: int) -> None:
    """Known totals."""
    assert CN.working_days_between(date(year - 1, 12, 31), date(year, 12, 31)) == days


def test_the_assumption_about_unannounced_years() -> None:
    """No count of 2007 to 2026 exceeds one of weekdays by more than 10 days (45 working days) or 14 (60)."""
    years = range(2007, 2027)
    plain = Calendar(
        "plain", "UTC", CN.weekend, 0, {y: YearTable(y, frozenset(), frozenset()) for y in years}
    )
    worst = dict.fromkeys(range(1, 61), 0)
    for amount in worst:
        for ordinal in range(date(2007, 1, 1).toordinal(), date(2026, 12, 31).toordinal(), 3):
            trigger = date.fromordinal(ordinal)
            for side, sign in (("after", 1), ("before", -1)):
                real, naive = (c.due(trigger, amount, "working_days", side) for c in (CN, plain))  # type: ignore[arg-type]
                if real.exact and naive.exact:
                    worst[amount] = max(worst[amount], sign * (real.latest - naive.latest).days)
    assert max(worst[n] for n in range(1, 46)) <= 10
    assert max(worst.values()) <= CN.extra_days


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28")],
)
def test_months_end_with_the_month(start: str, months: int, expected: str) -> None:
    """A day that the month lacks becomes its last."""
    assert shift_months(day(start), months) == day(expected)


def test_nothing_overflows() -> None:
    """Limits at the ends of the supported dates stay within them."""
    assert due_without_calendar(date(2199, 12, 31), 9999, "years", "after") == date(2199, 12, 31)
    assert due_without_calendar(date(1900, 1, 1), 9999, "weeks", "before") == date(1900, 1, 1)
    assert CN.due(date(2199, 12, 31), 50, "working_days", "after").latest == date(2199, 12, 31)


ANNOUNCED = st.sets(st.integers(2020, 2028), max_size=6)
DAYS = st.dates(date(2020, 1, 1), date(2028, 12, 31))


def calendar_of(announced: set[int], off: set[date]) -> Calendar:
    years = {y: YearTable(y, frozenset(d for d in off if d.year == y), frozenset()) for y in announced}
    return Calendar("drawn", "UTC", frozenset({5, 6}), 14, years)


@settings(max_examples=300, deadline=None)
@given(ANNOUNCED, st.sets(DAYS, max_size=30), DAYS, st.integers(1, 60), st.sampled_from(["after", "before"]))
def test_due_days_are_monotone(
    announced: set[int], off: set[date], trigger: date, amount: int, side: str
) -> None:
    """Neither end moves back when the trigger moves on by a day."""
    calendar = calendar_of(announced, off)
    first = calendar.due(trigger, amount, "working_days", side)  # type: ignore[arg-type]
    second = calendar.due(trigger + timedelta(1), amount, "working_days", side)  # type: ignore[arg-type]
    assert first.earliest <= second.earliest
    assert first.latest <= second.latest
    assert first.earliest <= first.latest


@settings(max_examples=200, deadline=None)
@given(ANNOUNCED, st.sets(DAYS, max_size=9), DAYS, st.integers(1, 40), st.sampled_from(["after", "before"]))
def test_the_true_due_day_lies_in_the_range(
    announced: set[int], off: set[date], trigger: date, amount: int, side: str
) -> None:
    """With at most nine days off, the day that full knowledge gives lies between the ends."""
    every = set(range(2019, 2031))
    known = calendar_of(every, off).due(trigger, amount, "working_days", side)  # type: ignore[arg-type]
    guessed = calendar_of(announced, off).due(trigger, amount, "working_days", side)  # type: ignore[arg-type]
    if known.exact and abs((known.latest - trigger).days) < 70:
        assert guessed.earliest <= known.earliest
        assert known.latest <= guessed.latest
