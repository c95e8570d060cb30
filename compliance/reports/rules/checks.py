"""`compliance rules lint` and `rules test`: what was found, as text and as JSON (version 1 each).

The problems themselves are printed by the command line, in the form that editors read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from compliance.errors import Gravity, Problem
from compliance.packs.examples import Example
from compliance.reports import json_parts as parts
from compliance.reports.json_parts import Json
from compliance.reports.words import say

LINT_FORMAT: Final = "compliance-rules-lint"
TEST_FORMAT: Final = "compliance-rules-test"
VERSION: Final = 1


def lint_summary(packs: Sequence[str], problems: Sequence[Problem], lang: str) -> str:
    """What lint came to, in one line."""
    named = say("lint.packs", lang, n=len(packs), names=say("list.and", lang).join(packs))
    if not problems:
        return say("lint.clean", lang, packs=named)
    errors = say("lint.errors", lang, n=_count(problems, Gravity.ERROR))
    warnings = say("lint.warnings", lang, n=_count(problems, Gravity.WARNING))
    return say("lint.found", lang, packs=named, errors=errors, warnings=warnings)


def lint_document(packs: Sequence[str], problems: Sequence[Problem]) -> Json:
    """What lint found, as plain JSON values."""
    return {
        "format": LINT_FORMAT,
        "version": VERSION,
        "program": parts.program(),
        "packs": list(packs),
        "errors": _count(problems, Gravity.ERROR),
        "warnings": _count(problems, Gravity.WARNING),
        "problems": [
            {
                **parts.problem(problem),
                "gravity": problem.gravity.value,
                "related": [parts.location(place) for place in problem.related],
            }
            for problem in problems
        ],
    }


def _count(problems: Sequence[Problem], gravity: Gravity) -> int:
    return sum(problem.gravity is gravity for problem in problems)


def examples_summary(examples: Sequence[Example], failures: Sequence[Problem], lang: str) -> str:
    """What running the examples came to, in one line."""
    ran = say("test.examples", lang, n=len(examples))
    rules = say("test.rules", lang, n=len({example.rule for example in examples}))
    failed = len({failure.location for failure in failures})
    if not failed:
        return say("test.hold", lang, examples=ran, rules=rules)
    return say("test.fail", lang, examples=ran, rules=rules, n=failed)


class Tried(NamedTuple):
    """The mutants of rules that were tried, and a problem for each that no example notices."""

    made: int
    missed: list[Problem]


def mutants_summary(tried: Tried | None, lang: str) -> str:
    """What trying mutants came to, as a line; nothing when none were tried."""
    if tried is None:
        return ""
    return say("test.mutants", lang, n=tried.made, noticed=tried.made - len(tried.missed)) + "\n"


def examples_document(
    examples: Sequence[Example], failures: Sequence[Problem], tried: Tried | None = None
) -> Json:
    """What running the examples came to, as plain JSON values; a failure for each difference."""
    failed = {failure.location for failure in failures}
    return {
        "format": TEST_FORMAT,
        "version": VERSION,
        "program": parts.program(),
        "rules": [
            {
                "rule": rule,
                "examples": sum(example.rule == rule for example in examples),
                "failed": sum(example.rule == rule and example.location in failed for example in examples),
            }
            for rule in dict.fromkeys(example.rule for example in examples)
        ],
        "examples": len(examples),
        "failed": len(failed),
        "failures": [
            {
                "rule": failure.details["rule"],
                "example": failure.details["name"],
                "stated": failure.details["stated"],
                "came": failure.details["came"],
                "location": parts.location(failure.location),
            }
            for failure in failures
        ],
        "mutants": _mutants(tried),
    }


def _mutants(tried: Tried | None) -> Json:
    if tried is None:
        return None
    return {"made": tried.made, "unnoticed": [parts.problem(problem) for problem in tried.missed]}
