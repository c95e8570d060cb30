"""Assessments that reports are read back against: all examples, and one of every situation a report tells apart."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from sample_book import FILE, judged

from compliance.assessment.model import Assessment
from compliance.cli.check import assess_input, load_book
from compliance.cli.files import read_input
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.facts.values import NONE, Record, Records

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/compliance.yaml"))
DAY = date(2026, 11, 24)


@cache
def example(name: str) -> Assessment:
    """The assessment of an example on the day of the golden files."""
    source = read_input(ROOT / "examples" / name)
    return assess_input(source, load_book(()), DAY, as_of_given=True)


def shown(name: str, value: bool | None) -> Record:
    return Record(name, {} if value is None else {"service.endpoints.shown": value})


WAIVER = Waiver("order.11.show-number", "官网", "in work", "board", date(2026, 12, 1), Location(FILE, 90, 5))
SITUATIONS: dict[str, Assessment] = {
    "ready": judged(),
    "empty": judged({}),
    "blocked": judged(changes={"service.tokens": True}, as_of_given=True),
    "parts": judged(
        changes={"service.endpoints": Records((shown("官网", False), shown("app", None)), complete=False)},
        waivers=(WAIVER,),
    ),
    "past": judged(changes={"service.filed_on": date(2026, 6, 10)}),
    "pending": judged(changes={"service.started_on": date(2026, 11, 20), "service.filed_on": NONE}),
    "out": judged(changes={"service.public": False}),
    "calendar": judged(changes={"service.filed_on": date(2026, 3, 1)}),
}
ALL = [*EXAMPLES, *SITUATIONS]


def assessment_of(name: str) -> Assessment:
    return SITUATIONS[name] if name in SITUATIONS else example(name)
