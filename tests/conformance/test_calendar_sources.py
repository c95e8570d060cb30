"""Every day of the bundled calendar against two sources we did not write."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import holidays

from compliance.packs.cache import bundled_rules, load_rule_book

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)


def test_all_days_agree() -> None:
    """All 7,305 days of 2007 to 2026 are working days here exactly when they are in both libraries."""
    calendar = load_rule_book([bundled_rules()], None).calendars["cn"]
    country = holidays.country_holidays("CN", years=range(2007, 2027))
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    assert len(days) == 7305
    differing = [
        day
        for day in days
        if not calendar.is_working_day(day) == chinese_calendar.is_workday(day) == country.is_working_day(day)
    ]
    assert differing == []


def test_the_year_after_the_last_is_not_announced() -> None:
    """No source knows 2027 yet; one of the libraries guesses, we do not."""
    calendar = load_rule_book([bundled_rules()], None).calendars["cn"]
    assert calendar.is_working_day(date(2027, 1, 4)) is None
