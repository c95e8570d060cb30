"""What there is to know about a day that was typed: its weekday, whether it is worked, how far it is away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from compliance.conditions.nodes import Every, FactRef, Limit
from compliance.conditions.sentence import quantity_text
from compliance.facts.calendar import Calendar, DueRange, due_without_calendar
from compliance.facts.vocabulary import Fact, Tense
from compliance.packs.rulebook import Rule, RuleBook
from compliance.reports.words import say as report_say
from compliance.wizard.words import say

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST_LIMITS: Final = 3


def calendar_of(book: RuleBook) -> Calendar | None:
    """The calendar in which the packs that the run is about count working days."""
    for pack in sorted(book.packs.values(), key=lambda pack: not pack.subject):
        if pack.calendar is not None and pack.calendar in book.calendars:
            return book.calendars[pack.calendar]
    return None


def day_note(day: date, fact: Fact, as_of: date, calendar: Calendar | None, lang: str) -> str:
    """One line: `Tuesday, a working day, 9 days ago (6 working days)`."""
    said = [say(f"day.{_DAYS[day.weekday()]}", lang)]
    if calendar is not None:
        worked = calendar.is_working_day(day)
        key = "day.unannounced" if worked is None else "day.worked" if worked else "day.off"
        said.append(say(key, lang))
    said.append(_distance(day, as_of, lang))
    working = _working(day, as_of, calendar, lang)
    if working:
        said.append(working)
    if fact.tense is Tense.EVENT and day > as_of:
        said.append(say("day.counts_as_not_yet", lang))
    return report_say("list.comma", lang).join(said)


def limit_notes(day: date, fact: Fact, rules: Iterable[Rule], book: RuleBook, lang: str) -> tuple[str, ...]:
    """The limits that begin (or end) on a day: `Filing submitted: by 2026-03-02 (10 working days after)`.

    Args:
        rules: those that hang on the answer. Each limit is named once, at most `MOST_LIMITS`.
    """
    found: dict[str, None] = {}
    for rule in rules:
        calendar = book.calendars.get(rule.calendar) if rule.calendar else None
        # What a rule asks for in one case among others may not be owed at all.
        plain = rule.require.satisfies if isinstance(rule.require, Every) else rule.require
        if isinstance(plain, Limit) and plain.trigger == FactRef(fact.id) and plain.span.amount:
            found[_limit_note(day, plain, calendar, book, lang)] = None
    return tuple(note for note in found if note)[:MOST_LIMITS]


def _limit_note(day: date, limit: Limit, calendar: Calendar | None, book: RuleBook, lang: str) -> str:
    unit, amount = limit.span.unit, int(limit.span.amount)
    if calendar is not None:
        due = calendar.due(day, amount, unit, limit.direction)
    elif unit == "working_days":
        return ""
    else:
        exact = due_without_calendar(day, amount, unit, limit.direction)
        due = DueRange(exact, exact)
    last = due.latest.isoformat() if due.exact else f"{due.earliest.isoformat()}–{due.latest.isoformat()}"
    deed = book.vocabulary[limit.deed].label.get(lang)
    key = f"day.limit.{limit.direction}"
    return say(key, lang, deed=deed, last=last, span=quantity_text(limit.span, lang))


def _distance(day: date, as_of: date, lang: str) -> str:
    days = (as_of - day).days
    if not days:
        return say("day.today", lang)
    return say("day.ago" if days > 0 else "day.ahead", lang, n=abs(days))


def _working(day: date, as_of: date, calendar: Calendar | None, lang: str) -> str:
    if calendar is None or day == as_of:
        return ""
    past = day < as_of
    number = calendar.working_days_between(min(day, as_of), max(day, as_of))
    if number is None:
        return ""
    return say("day.ago.working" if past else "day.ahead.working", lang, n=number)
