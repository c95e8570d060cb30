"""What changed, as JSON, version 1: keys always there and in fixed order, texts in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from compliance.reports import json_parts as parts
from compliance.reports.diff.model import (
    AnswerChange,
    Comparison,
    Direction,
    ItemChange,
    OneSided,
    PackChange,
    PackState,
    RecordChange,
    RuleChange,
    RuleFace,
    Side,
    State,
)
from compliance.reports.json_parts import Json
from compliance.reports.json_v1 import dump

FORMAT: Final = "compliance-diff"
VERSION: Final = 1


def render_diff_json(found: Comparison) -> str:
    """The comparison as one JSON document with a line feed at the end."""
    return dump(comparison_document(found))


def comparison_document(found: Comparison) -> dict[str, Json]:
    """The comparison as plain JSON values."""
    regression = found.regression
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": parts.program(),
        "old": _side(found.old),
        "new": _side(found.new),
        "nothing_changed": found.nothing,
        "verdict": found.verdict.value if found.same_packs else None,
        "same_packs": found.same_packs,
        "regression": {
            "outcome": regression.gate.value,
            "verdict": regression.verdict,
            "rules": list(regression.rules),
            "new_rules": list(regression.new_rules),
        },
        "rules": [_rule(one) for one in found.rules],
        "only_old": [_one_sided(one) for one in found.only_old],
        "only_new": [_one_sided(one) for one in found.only_new],
        "answers": [_answer(one) for one in found.answers],
        "evidence": _items(found.evidence),
        "waivers": _items(found.waivers),
        "views": _items(found.views),
        "planned": _items(found.planned),
        "packs": [_pack(one) for one in found.packs],
    }


def _side(side: Side) -> Json:
    return {
        "file": side.file,
        "as_of": side.as_of,
        "as_of_given": side.as_of_given,
        "verdict": side.verdict,
        "verdict_line": parts.both(side.line),
        "final": side.final,
        "worst": side.worst,
        "partial": list(side.partial),
        "packs": list(side.packs),
        "program": side.program,
        "sensitive_shown": side.sensitive_shown,
        "digests": {
            "rules": side.rules_digest,
            "manifest": side.manifest_digest,
            "private": side.private_digest,
        },
    }


def _face(face: RuleFace) -> dict[str, Json]:
    return {
        "rule": face.rule,
        "pack": face.pack,
        "title": parts.both(face.title),
        "severity": face.severity,
        "binding": face.binding,
        "hard_stop": face.hard_stop,
    }


def _rule(one: RuleChange) -> Json:
    return {
        **_face(one.face),
        "severity_was": one.severity_was,
        "group": one.group.value,
        "direction": one.direction.value,
        "newly_applies": one.direction is Direction.WORSE and not one.applied,
        "old": _state(one.old),
        "new": _state(one.new),
        "records": [_record(record) for record in one.records],
        "ran_out": one.ran_out,
        "looked_at": list(one.looked_at),
        "perhaps": list(one.perhaps),
        "looks_known": one.looks_known,
    }


def _record(one: RecordChange) -> Json:
    return {
        "record": one.record,
        "old": _state(one.old) if one.old else None,
        "new": _state(one.new) if one.new else None,
        "ran_out": one.ran_out,
    }


def _state(state: State) -> Json:
    return {
        "standing": state.standing,
        "outcome": state.outcome,
        "weight": state.weight,
        "waived_until": state.waived,
        "due": state.due,
        "decided_by": list(state.decided_by),
        "reasons": list(state.reasons),
        "why": [parts.both(said) for said in state.why],
        "if_in_scope": state.if_in_scope,
        "location": state.location,
    }


def _one_sided(one: OneSided) -> Json:
    return {**_face(one.face), "cause": one.cause.value, "state": _state(one.state)}


def _answer(one: AnswerChange) -> Json:
    return {
        "path": one.path,
        "label": parts.both(one.label),
        "change": one.kind,
        "old": parts.both(one.old),
        "new": parts.both(one.new),
        "looked_at_by": list(one.looked_at_by),
    }


def _items(items: Iterable[ItemChange]) -> Json:
    return [{"id": one.id, "old": _parts(one.old), "new": _parts(one.new)} for one in items]


def _parts(found: tuple[tuple[str, str], ...] | None) -> Json:
    """What is empty is null, as elsewhere."""
    return None if found is None else {name: value or None for name, value in found}


def _pack(one: PackChange) -> Json:
    return {"id": one.id, "old": _pack_state(one.old), "new": _pack_state(one.new)}


def _pack_state(state: PackState | None) -> Json:
    if state is None:
        return None
    return {"version": state.version, "digest": state.digest, "applies": state.applies}
