"""The JSON Schema (draft 2020-12) of the assessment's JSON form, version 1."""

from __future__ import annotations

from enum import Enum
from typing import Final

from compliance.assessment.model import Applies, ExitCode, Standing, Verdict, WaiverState
from compliance.conditions.judgement import Outcome, Reason
from compliance.packs.rulebook import Severity, Verified
from compliance.reports.json_v1 import FORMAT, PARTIAL_READY, VERSION
from compliance.reports.json_v1_words import WORDS
from compliance.reports.schema_explained import Schema, explained

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

TEXT: Final[Schema] = {"type": "string"}
FLAG: Final[Schema] = {"type": "boolean"}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
DAY: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
DIGEST: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def assessment_schema() -> Schema:
    """The schema of `compliance check --format json`: one assessment, or the list of a run over several."""
    return explained(_schema(), WORDS)


def _schema() -> Schema:
    return {
        "$schema": DRAFT,
        "$id": f"urn:compliance:assessment:{VERSION}",
        "title": "评估结果 / Assessment",
        "description": "`compliance check --format json` 的输出：一份评估结果或者多份的列表。 / "
        "What `compliance check --format json` writes: one assessment, or a list of several.",
        "oneOf": [{"$ref": "#/$defs/assessment"}, {"$ref": "#/$defs/list"}],
        "$defs": {
            "assessment": _assessment(),
            "list": closed(
                {
                    "format": {"const": f"{FORMAT}-list"},
                    "version": {"const": VERSION},
                    "assessments": many(ref("assessment")),
                    "errors": many(ref("problem")),
                }
            ),
            "finding": _finding(),
            "part": _part(),
            "text": closed({"en": TEXT, "zh": TEXT}),
            "location": closed(
                {
                    "file": TEXT,
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                }
            ),
            "citation": closed(_CITATION),
            "source": closed({**_CITATION, "verified": one_of(Verified)}),
            "waiver": closed(_WAIVER),
            "bound": closed(_BOUND),
            "topic": closed(
                {
                    "topic": TEXT,
                    "minima": many(ref("bound")),
                    "maxima": many(ref("bound")),
                    "open": many(ref("bound")),
                    "conflicts": many(closed({"minimum": ref("bound"), "maximum": ref("bound")})),
                }
            ),
            "problem": closed(
                {
                    "code": TEXT,
                    "message": ref("text"),
                    "hint": ref("text"),
                    "location": maybe(ref("location")),
                }
            ),
            "counts": closed({standing.value: COUNT for standing in Standing}),
        },
    }


def closed(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    """An object with just these keys, all of them there unless optional."""
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    """A reference to one of the schema's definitions."""
    return {"$ref": f"#/$defs/{name}"}


def many(item: Schema) -> Schema:
    """A list of such items."""
    return {"type": "array", "items": item}


def maybe(value: Schema) -> Schema:
    """The value or null."""
    return {"anyOf": [value, {"type": "null"}]}


def one_of(words: type[Enum]) -> Schema:
    """One of the values of an enumeration."""
    return {"enum": [member.value for member in words]}


_CITATION: Final[Schema] = {
    "citation": TEXT,
    "instrument": TEXT,
    "article": TEXT,
    "paragraph": maybe(TEXT),
    "text": ref("text"),
    "url": maybe(TEXT),
}
_WAIVER: Final[Schema] = {
    "rule": TEXT,
    "record": maybe(TEXT),
    "reason": TEXT,
    "approver": TEXT,
    "expires": DAY,
    "location": maybe(ref("location")),
}


_VERDICT: Final[Schema] = {"enum": [*(verdict.value for verdict in Verdict), PARTIAL_READY]}
_BOUND: Final[Schema] = {
    "rule": TEXT,
    "binding": FLAG,
    "fact": TEXT,
    "operator": {"enum": ["at_least", "more_than", "at_most", "less_than"]},
    "amount": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
    "unit": maybe(TEXT),
    "text": ref("text"),
}


def _assessment() -> Schema:
    place = maybe(ref("location"))
    return closed(
        {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "program": closed({"name": {"const": "compliance"}, "version": TEXT}),
            "file": TEXT,
            "as_of": DAY,
            "as_of_given": FLAG,
            "verdict": _VERDICT,
            "verdict_line": ref("text"),
            "final": FLAG,
            "worst": _VERDICT,
            "partial": many(TEXT),
            "exit_code": {"enum": [int(code) for code in ExitCode]},
            "counts": closed({"binding": ref("counts"), "other": ref("counts")}),
            "packs": many(
                closed(
                    {
                        "id": TEXT,
                        "version": TEXT,
                        "title": ref("text"),
                        "digest": TEXT,
                        "subject": FLAG,
                        "applies": one_of(Applies),
                        "decided_by": many(TEXT),
                        "why": many(ref("text")),
                    }
                )
            ),
            "open_facts": many(
                closed(
                    {
                        "path": TEXT,
                        "fact": TEXT,
                        "label": ref("text"),
                        "question": maybe(ref("text")),
                        "decides": COUNT,
                        "reading": FLAG,
                        "location": place,
                    }
                )
            ),
            "findings": many(ref("finding")),
            "topics": many(ref("topic")),
            "not_in_force": many(TEXT),
            "not_formalised": many(ref("citation")),
            "waivers": many(closed({**_WAIVER, "state": one_of(WaiverState)})),
            "evidence": many(
                closed(
                    {
                        "id": TEXT,
                        "kind": maybe(TEXT),
                        "rules": many(TEXT),
                        "file": maybe(TEXT),
                        "url": maybe(TEXT),
                        "sha256": maybe(DIGEST),
                        "issued": maybe(DAY),
                        "expires": maybe(DAY),
                        "state": {"enum": ["ok", "missing", "changed", "not_looked_at"]},
                        "found_sha256": maybe(DIGEST),
                        "location": place,
                    }
                )
            ),
            "answers": many(
                closed(
                    {
                        "path": TEXT,
                        "fact": TEXT,
                        "label": ref("text"),
                        "record": maybe(TEXT),
                        "hidden": FLAG,
                        "text": ref("text"),
                        "location": place,
                    }
                )
            ),
            "readings": many(
                closed(
                    {"reading": TEXT, "view": TEXT, "by": TEXT, "on": DAY, "note": TEXT, "location": place}
                )
            ),
            "planned": many(closed({"path": TEXT, "date": DAY, "location": place})),
            "warnings": many(ref("problem")),
            "sensitive_shown": FLAG,
            "digests": closed(
                {"rules": TEXT, "manifest": TEXT, "private": maybe(TEXT), "assessment": DIGEST}
            ),
        }
    )


def _finding() -> Schema:
    return closed(
        {
            "rule": TEXT,
            "pack": TEXT,
            "title": ref("text"),
            "severity": one_of(Severity),
            "binding": FLAG,
            "hard_stop": FLAG,
            "topic": maybe(TEXT),
            "outcome": one_of(Outcome),
            "standing": one_of(Standing),
            "standing_with_waivers": one_of(Standing),
            "past": FLAG,
            "due": maybe(DAY),
            "decided_by": many(TEXT),
            "weighed_by": many(TEXT),
            "reasons": many(one_of(Reason)),
            "can_breach": FLAG,
            "if_in_scope": maybe(one_of(Outcome)),
            "parts": many(ref("part")),
            "waiver": maybe(ref("waiver")),
            "location": maybe(ref("location")),
            "why": many(ref("text")),
            "because": ref("text"),
            "fix": ref("text"),
            "doubt": maybe(ref("text")),
            "sources": many(ref("source")),
            "penalty": maybe(ref("citation")),
            "evidence_wanted": many(TEXT),
            "evidence": many(TEXT),
        }
    )


def _part() -> Schema:
    return closed(
        {
            "record": maybe(TEXT),
            "outcome": one_of(Outcome),
            "past": FLAG,
            "due": maybe(DAY),
            "decided_by": many(TEXT),
            "reasons": many(one_of(Reason)),
            "can_breach": FLAG,
            "waiver": maybe(ref("waiver")),
            "location": maybe(ref("location")),
            "why": many(ref("text")),
        }
    )
