"""What `compliance verify` and `compliance replay` say, as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance import __version__
from compliance.facts.sanitise import clean
from compliance.reports.differences import Difference
from compliance.reports.read_back import Report
from compliance.reports.text.layout import Page, Style, one_line
from compliance.reports.verification import Check, State
from compliance.reports.words import say

SHOWN: Final = 20
"""Places that differ, unless all are asked for."""
MOST: Final = 200
"""Characters of a value that differs."""

_SYMBOLS: Final = {State.HOLDS: "holds", State.DIFFERS: "violated", State.UNLOOKED: "undecided"}
_STYLES: Final[dict[State, Style]] = {State.HOLDS: "green", State.DIFFERS: "red", State.UNLOOKED: "yellow"}


def put_report(page: Page, report: Report, file: str, lang: str) -> None:
    """Which report it is and what it says."""
    document = report.document
    packs = document["partial"]
    joined = say("list.and", lang).join(map(clean, packs))
    which = say("verify.some_packs", lang, packs=joined) if packs else say("verify.all_packs", lang)
    page.put(
        say("verify.report", lang, file=file, form=report.form, day=document["as_of"], packs=which), keep=file
    )
    page.put(say("verify.verdict", lang, line=one_line(document["verdict_line"][lang])))
    if document["sensitive_shown"]:
        page.put(say("sensitive.shown", lang))
    made = document["program"]["version"]
    if made != __version__:
        page.put(say("verify.program", lang, made=one_line(made), here=__version__))
    page.gap()


def put_checks(page: Page, checks: Sequence[Check], lang: str) -> None:
    """All comparisons, a line each."""
    for check in checks:
        details = {key: one_line(value) or say("verify.none", lang) for key, value in check.details.items()}
        mark = page.symbol(_SYMBOLS[check.state])
        page.put(say(check.words, lang, **details), mark=mark, style=_STYLES[check.state])


def put_differences(
    page: Page, found: Sequence[Difference], lang: str, *, show_all: bool, values: bool
) -> None:
    """Where a report made again differs from the one at hand.

    Args:
        values: what stands there too. A report that shows sensitive answers may be anybody's forgery, and its word is
            no reason to print what the project's private file holds.
    """
    shown = found if show_all else found[:SHOWN]
    page.put(say("replay.differs", lang, n=len(found), s="" if len(found) == 1 else "s"), style="red")
    if not values:
        page.put(say("replay.no_values", lang), indent=2)
    for place, old, new in shown:
        if not values:
            page.put(place, indent=2)
            continue
        said = say("replay.place", lang, place=place, old=_value(old, lang), new=_value(new, lang))
        page.put(said, indent=2)
    if len(found) > len(shown):
        page.put(say("replay.more", lang, n=len(found) - len(shown)), indent=2)


def _value(value: str | None, lang: str) -> str:
    if value is None:
        return say("replay.absent", lang)
    text = one_line(value)
    return text if len(text) <= MOST else f"{text[:MOST]}…"
