"""Waivers: accepted deviations. They mark findings and change the exit code, never outcome or verdict."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from compliance.assessment.model import Finding, Part, WaiverState
from compliance.conditions.judgement import Outcome
from compliance.facts.manifest import Waiver
from compliance.frozen import changed
from compliance.packs.rulebook import Severity


def apply_waivers(
    findings: Iterable[Finding], waivers: tuple[Waiver, ...], rules: Container[str], as_of: date
) -> tuple[list[Finding], tuple[tuple[Waiver, WaiverState], ...]]:
    """Mark what is waived on `as_of`, and say of every waiver what became of it.

    Args:
        rules: the ids of all rules that the run is about, in force or not.
    """
    marked = {finding.rule.id: finding for finding in findings}
    states: list[tuple[Waiver, WaiverState]] = []
    for waiver in waivers:
        finding = marked.get(waiver.rule)
        if finding is not None:
            state = _state(finding, waiver, as_of)
        else:
            state = WaiverState.NOT_NEEDED if waiver.rule in rules else WaiverState.NOT_LOOKED_AT
        states.append((waiver, state))
        if finding is not None and state is WaiverState.IN_USE:
            marked[waiver.rule] = _mark(finding, waiver)
    return list(marked.values()), tuple(states)


def _state(finding: Finding, waiver: Waiver, as_of: date) -> WaiverState:
    if finding.rule.hard_stop or finding.rule.severity is Severity.PROHIBITION:
        return WaiverState.NOT_ALLOWED
    if waiver.expires < as_of:
        return WaiverState.EXPIRED
    if waiver.record is None:
        covered = finding.outcome is Outcome.VIOLATED and not finding.past
    else:
        covered = any(_covers(waiver, part) for part in finding.parts)
    return WaiverState.IN_USE if covered else WaiverState.NOT_NEEDED


def _covers(waiver: Waiver, part: Part) -> bool:
    return part.key == waiver.record and part.outcome is Outcome.VIOLATED and not part.past


def _mark(finding: Finding, waiver: Waiver) -> Finding:
    if waiver.record is None:
        return changed(finding, waiver=waiver)
    parts = tuple(changed(part, waiver=waiver) if _covers(waiver, part) else part for part in finding.parts)
    return changed(finding, parts=parts)
