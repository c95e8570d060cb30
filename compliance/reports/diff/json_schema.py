"""The JSON Schema (draft 2020-12) of the JSON form of `compliance diff`, version 1."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Applies, Standing, Verdict, WaiverState
from compliance.conditions.judgement import Outcome, Reason
from compliance.packs.rulebook import Severity
from compliance.reports.diff.json_words import WORDS
from compliance.reports.diff.model import Cause, Direction, Gate, Group
from compliance.reports.diff.to_json import FORMAT, VERSION
from compliance.reports.json_v1 import PARTIAL_READY
from compliance.reports.json_v1_schema import (
    COUNT,
    DAY,
    DIGEST,
    DRAFT,
    FLAG,
    TEXT,
    closed,
    many,
    maybe,
    one_of,
    ref,
)
from compliance.reports.schema_explained import Schema, explained


def comparison_schema() -> Schema:
    """The schema of `compliance diff --format json`."""
    return explained(_schema(), WORDS)


def _schema() -> Schema:
    return {
        "$schema": DRAFT,
        "$id": f"urn:compliance:diff:{VERSION}",
        "title": "评估结果对比 / Comparison",
        "description": "`compliance diff --format json` 的输出：两份评估之间的变化。 / "
        "What `compliance diff --format json` writes: what changed between two assessments.",
        **closed(
            {
                "format": {"const": FORMAT},
                "version": {"const": VERSION},
                "program": closed({"name": {"const": "compliance"}, "version": TEXT}),
                "old": ref("side"),
                "new": ref("side"),
                "nothing_changed": FLAG,
                "verdict": maybe(one_of(Direction)),
                "same_packs": FLAG,
                "regression": closed(
                    {"outcome": one_of(Gate), "verdict": FLAG, "rules": many(TEXT), "new_rules": many(TEXT)}
                ),
                "rules": many(ref("rule")),
                "only_old": many(ref("one_sided")),
                "only_new": many(ref("one_sided")),
                "answers": many(ref("answer")),
                **{name: _items(name) for name in ("evidence", "waivers", "views", "planned")},
                "packs": many(
                    closed({"id": TEXT, "old": maybe(ref("pack_side")), "new": maybe(ref("pack_side"))})
                ),
            }
        ),
        "$defs": {
            "text": closed({"en": TEXT, "zh": TEXT}),
            "side": closed(_SIDE),
            "rule": closed(_RULE),
            "one_sided": closed({**_FACE, "cause": one_of(Cause), "state": ref("state")}),
            "record": closed(
                {
                    "record": maybe(TEXT),
                    "old": maybe(ref("state")),
                    "new": maybe(ref("state")),
                    "ran_out": maybe(DAY),
                }
            ),
            "state": closed(_STATE),
            "answer": closed(_ANSWER),
            "pack_side": closed({"version": TEXT, "digest": TEXT, "applies": one_of(Applies)}),
            **{f"{name}_entry": closed(parts) for name, parts in _ENTRIES.items()},
        },
    }


def _items(name: str) -> Schema:
    entry = maybe(ref(f"{name}_entry"))
    return many(closed({"id": TEXT, "old": entry, "new": entry}))


_VERDICT: Final[Schema] = {"enum": [*(verdict.value for verdict in Verdict), PARTIAL_READY]}
_SIDE: Final[Schema] = {
    "file": TEXT,
    "as_of": DAY,
    "as_of_given": FLAG,
    "verdict": _VERDICT,
    "verdict_line": ref("text"),
    "final": FLAG,
    "worst": _VERDICT,
    "partial": many(TEXT),
    "packs": many(TEXT),
    "program": TEXT,
    "sensitive_shown": FLAG,
    "digests": closed({"rules": TEXT, "manifest": TEXT, "private": maybe(TEXT)}),
}
_FACE: Final[Schema] = {
    "rule": TEXT,
    "pack": TEXT,
    "title": ref("text"),
    "severity": one_of(Severity),
    "binding": FLAG,
    "hard_stop": FLAG,
}
_RULE: Final[Schema] = {
    **_FACE,
    "severity_was": maybe(one_of(Severity)),
    "group": one_of(Group),
    "direction": one_of(Direction),
    "newly_applies": FLAG,
    "old": ref("state"),
    "new": ref("state"),
    "records": many(ref("record")),
    "ran_out": maybe(DAY),
    "looked_at": many(TEXT),
    "perhaps": many(TEXT),
    "looks_known": FLAG,
}
_STATE: Final[Schema] = {
    "standing": one_of(Standing),
    "outcome": one_of(Outcome),
    "weight": COUNT,
    "waived_until": maybe(DAY),
    "due": maybe(DAY),
    "decided_by": many(TEXT),
    "reasons": many(one_of(Reason)),
    "why": many(ref("text")),
    "if_in_scope": maybe(one_of(Outcome)),
    "location": maybe(TEXT),
}
_ANSWER: Final[Schema] = {
    "path": TEXT,
    "label": ref("text"),
    "change": {"enum": ["added", "removed", "changed", "masked"]},
    "old": maybe(ref("text")),
    "new": maybe(ref("text")),
    "looked_at_by": many(TEXT),
}
_ENTRIES: Final[dict[str, Schema]] = {
    "evidence": {
        "state": {"enum": ["ok", "missing", "changed", "not_looked_at", "expired"]},
        "where": maybe(TEXT),
        "digest": maybe(DIGEST),
        "found": maybe(DIGEST),
        "issued": maybe(DAY),
        "expires": maybe(DAY),
        "kind": maybe(TEXT),
        "rules": maybe(TEXT),
    },
    "waivers": {"state": one_of(WaiverState), "expires": DAY, "approver": maybe(TEXT), "reason": maybe(TEXT)},
    "views": {"view": maybe(TEXT), "by": maybe(TEXT), "on": DAY, "note": maybe(TEXT)},
    "planned": {"date": DAY},
}
