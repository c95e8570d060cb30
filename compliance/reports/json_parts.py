"""Small pieces that every JSON form shares: texts in both languages, places, days, problems, provisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias

from compliance import __version__
from compliance.errors import Location, Problem
from compliance.errors.render import sentence
from compliance.facts.sanitise import clean
from compliance.facts.vocabulary import Bilingual
from compliance.packs.rulebook import Citation, Instrument, Period
from compliance.reports.citation import citation_text

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
LANGUAGES: Final = ("en", "zh")


def program() -> Json:
    """What made the document."""
    return {"name": "compliance", "version": __version__}


def both(text: Bilingual | None) -> Json:
    """A text in both languages."""
    return None if text is None else {"en": text.en, "zh": text.zh}


def location(place: Location | None) -> Json:
    """A place in a file."""
    if place is None:
        return None
    return {"file": clean(place.file), "line": place.line, "column": place.column}


def day(value: date | None) -> str | None:
    """A date as `2026-02-10`."""
    return value.isoformat() if value else None


def moment(value: date) -> str:
    """A day in a form that demands a time and a zone."""
    return f"{value.isoformat()}T00:00:00Z"


def period(dates: Period) -> Json:
    """Dates in force, both inclusive."""
    return {"from": day(dates.start), "until": day(dates.end)}


def problem(found: Problem) -> dict[str, Json]:
    """A problem with its sentence in both languages."""
    said = {lang: sentence(found, lang) for lang in LANGUAGES}
    return {
        "code": found.code,
        "message": {lang: clean(said[lang].message) for lang in LANGUAGES},
        "hint": {lang: clean(said[lang].hint) for lang in LANGUAGES},
        "location": location(found.location),
    }


def citation(cited: Citation, instruments: Mapping[str, Instrument]) -> dict[str, Json]:
    """A provision, by id and in words."""
    instrument = instruments.get(cited.instrument)
    return {
        "citation": str(cited),
        "instrument": cited.instrument,
        "article": cited.article,
        "paragraph": cited.paragraph or None,
        "text": {lang: citation_text(cited, instruments, lang) for lang in LANGUAGES},
        "url": instrument.url if instrument else None,
    }
