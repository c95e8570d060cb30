"""The verdict, the worst it can still become, and what a pipeline is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from compliance.assessment.model import Assessment, ExitCode, Finding, Standing, Verdict, WaiverState

EXPIRING_WITHIN = timedelta(days=30)
"""How long before its last day evidence or a waiver counts as expiring."""

_WORST_FIRST = list(Verdict)


def verdict_of(findings: Iterable[Finding], *, out_of_scope: bool, heed_waivers: bool = False) -> Verdict:
    """The first verdict that fits. Only binding rules count; past breaches do not."""
    undecided = False
    violated = False
    for finding in findings:
        if not finding.rule.severity.binding:
            continue
        standing = finding.standing_with_waivers if heed_waivers else finding.standing
        if standing is Standing.VIOLATED:
            if finding.rule.hard_stop:
                return Verdict.BLOCKED
            violated = True
        undecided = undecided or standing is Standing.UNDECIDED
    if violated:
        return Verdict.NOT_READY
    if undecided:
        return Verdict.INCOMPLETE
    return Verdict.OUT_OF_SCOPE if out_of_scope else Verdict.READY


def worst_verdict(findings: Iterable[Finding], verdict: Verdict) -> Verdict:
    """The worst verdict that answers to open facts can still bring about."""
    worst = verdict
    for finding in findings:
        if finding.rule.severity.binding and _can_still_breach(finding):
            brings = Verdict.BLOCKED if finding.rule.hard_stop else Verdict.NOT_READY
            worst = min(worst, brings, key=_WORST_FIRST.index)
    return worst


def _can_still_breach(finding: Finding) -> bool:
    return finding.standing is Standing.UNDECIDED and finding.can_breach


def exit_code(assessment: Assessment, *, pending: bool = False, expiring: bool = False) -> ExitCode:
    """What a pipeline is told.

    Args:
        pending: also fail (4) when a binding time limit is running.
        expiring: also fail (4) when evidence or a waiver in use expires within 30 days or has expired.
    """
    verdict = verdict_of(
        assessment.findings,
        out_of_scope=assessment.verdict is Verdict.OUT_OF_SCOPE,
        heed_waivers=True,
    )
    match verdict:
        case Verdict.BLOCKED | Verdict.NOT_READY:
            return ExitCode.NOT_COMPLIANT
        case Verdict.INCOMPLETE:
            return ExitCode.INCOMPLETE
        case _:
            pass
    if pending and assessment.standing(Standing.PENDING, binding=True):
        return ExitCode.DUE_SOON
    if expiring and _expires_soon(assessment):
        return ExitCode.DUE_SOON
    return ExitCode.OK


def _expires_soon(assessment: Assessment) -> bool:
    last = assessment.as_of + EXPIRING_WITHIN
    days: list[date | None] = [status.entry.expires for status in assessment.evidence]
    days += [waiver.expires for waiver, state in assessment.waivers if state is WaiverState.IN_USE]
    return any(day is not None and day <= last for day in days)


def worst_exit(codes: Iterable[int]) -> ExitCode:
    """The gravest of several exit codes: error, not compliant, incomplete, due soon, fine."""
    order = [
        ExitCode.INTERRUPTED,
        ExitCode.ERROR,
        ExitCode.NOT_COMPLIANT,
        ExitCode.INCOMPLETE,
        ExitCode.DUE_SOON,
        ExitCode.OK,
    ]
    return min((ExitCode(code) for code in codes), key=order.index, default=ExitCode.OK)
