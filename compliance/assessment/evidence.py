"""Which evidence supports which rule, and what was found where it should lie. No judgement yet."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.assessment.model import EvidenceFile, EvidenceStatus
from compliance.facts.manifest import EvidenceEntry, Manifest
from compliance.packs.rulebook import RuleBook


def supporting(book: RuleBook, manifest: Manifest) -> dict[str, tuple[str, ...]]:
    """Rule id -> ids of the evidence entries that name the rule, or else are of a kind it asks for."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in book.rules.values():
        entries = tuple(
            entry.id
            for entry in manifest.evidence
            if rule.id in entry.rules or (not entry.rules and entry.kind in rule.evidence)
        )
        if entries:
            found[rule.id] = entries
    return found


def evidence_states(manifest: Manifest, files: Mapping[str, EvidenceFile]) -> tuple[EvidenceStatus, ...]:
    """What became of each evidence entry: `ok`, `missing`, `changed`, or `not_looked_at`."""
    return tuple(_status(entry, files.get(entry.id)) for entry in manifest.evidence)


def _status(entry: EvidenceEntry, found: EvidenceFile | None) -> EvidenceStatus:
    return EvidenceStatus(entry, _state(entry.sha256, found), found.sha256 if found else None)


def _state(stated: str | None, found: EvidenceFile | None) -> str:
    if found is None:
        return "not_looked_at"
    if found.sha256 is None:
        return "missing"
    if stated is not None and stated != found.sha256:
        return "changed"
    return "ok"
