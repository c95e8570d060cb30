"""The days that are coming: running limits, evidence and waivers that soon expire."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from compliance.assessment.model import Assessment, Finding, Part, WaiverState
from compliance.assessment.verdict import EXPIRING_WITHIN
from compliance.conditions.judgement import Outcome
from compliance.facts.manifest import EvidenceEntry, Waiver


class Deadline(NamedTuple):
    """A day and what ends on it: a running limit (of a record), an evidence entry's or a waiver's validity."""

    day: date
    finding: Finding | None = None
    part: Part | None = None
    evidence: EvidenceEntry | None = None
    waiver: Waiver | None = None


def deadlines(assessment: Assessment) -> list[Deadline]:
    """All of them, what falls due first first."""
    found = [*_limits(assessment), *_expiries(assessment)]
    return sorted(found, key=lambda one: one.day)


def _limits(assessment: Assessment) -> list[Deadline]:
    found: list[Deadline] = []
    for finding in assessment.findings:
        running = [part for part in finding.parts if part.outcome is Outcome.PENDING and part.due]
        if finding.due is not None and finding.outcome is Outcome.PENDING and not running:
            found.append(Deadline(finding.due, finding))
        found += [Deadline(part.due, finding, part) for part in running if part.due]
    return found


def _expiries(assessment: Assessment) -> list[Deadline]:
    """Within the time that `check --fail-on expiring` warns of."""
    last = assessment.as_of + EXPIRING_WITHIN
    found = [
        Deadline(status.entry.expires, evidence=status.entry)
        for status in assessment.evidence
        if status.entry.expires is not None and assessment.as_of <= status.entry.expires <= last
    ]
    found += [
        Deadline(waiver.expires, waiver=waiver)
        for waiver, state in assessment.waivers
        if state is WaiverState.IN_USE and waiver.expires <= last
    ]
    return found
