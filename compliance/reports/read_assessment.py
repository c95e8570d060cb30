"""Reads an assessment back from its JSON, version 1. What a file says is believed only after it fits the schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from compliance.errors import Location, Problem, ReportError
from compliance.facts.sanitise import clean
from compliance.facts.spelling import FIRST_YEAR, LAST_YEAR
from compliance.reports.json_v1 import FORMAT, VERSION

Document = Mapping[str, Any]
"""An assessment as plain values; its shape is that of `compliance schema assessment`."""

SHOWN: Final = 120
"""Characters of what is wrong that a message shows."""


def read_assessment(data: bytes, file: str) -> Document:
    """The assessment that some bytes say.

    Raises:
        ReportError: `report.unknown`, `report.damaged`, `report.several`, `report.version`, `report.shape`.
    """
    found = parse_json(data, file)
    if not isinstance(found, dict) or not str(found.get("format", "")).startswith(FORMAT):
        raise ReportError(Problem("report.unknown", Location(file)))
    if found["format"] != FORMAT:
        raise ReportError(Problem("report.several", Location(file)))
    if found.get("version") != VERSION:
        written = clean(json.dumps(found.get("version"), ensure_ascii=False))[:SHOWN]
        raise ReportError(
            Problem("report.version", Location(file), {"written": written, "right": str(VERSION)})
        )
    _refuse_other_shape(found, file)
    _refuse_no_day(found["as_of"], file)
    return found


def parse_json(data: bytes, file: str) -> Any:
    """JSON as it must be: UTF-8, no key twice, no number that is none.

    Raises:
        ReportError: `report.damaged`, at the line and column.
    """
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place, why = Location(file, error.lineno, error.colno), error.msg
    except (ValueError, RecursionError) as error:
        place, why = Location(file), str(error)
    raise ReportError(Problem("report.damaged", place, {"why": clean(why)[:SHOWN]}))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"key {twice!r} twice")
    return found


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _refuse_no_day(written: str, file: str) -> None:
    try:
        day = date.fromisoformat(written)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            # No assessment is made as of such a day, and some days near it cannot be counted.
            raise ValueError(f"year {day.year} is out of range")
    except ValueError as error:
        details = {"place": "as_of", "why": clean(str(error))[:SHOWN]}
        raise ReportError(Problem("report.shape", Location(file), details)) from None


def _refuse_other_shape(found: dict[str, Any], file: str) -> None:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    from compliance.reports.json_v1_schema import assessment_schema

    schema = {**assessment_schema(), "$ref": "#/$defs/assessment"}
    del schema["oneOf"]
    error = best_match(Draft202012Validator(schema).iter_errors(found))
    if error is not None:
        place = clean("/".join(str(step) for step in error.absolute_path) or "/")[:SHOWN]
        details = {"place": place, "why": clean(error.message)[:SHOWN]}
        raise ReportError(Problem("report.shape", Location(file), details))
