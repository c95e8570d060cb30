"""The verdict in one line that a manager understands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from compliance.assessment.model import Applies, Assessment, Finding, Standing, Verdict
from compliance.conditions.judgement import Outcome
from compliance.reports.words import say


def verdict_line(assessment: Assessment, lang: str) -> str:
    """Verdict, as-of date, what it rests on, and what open facts could still make of it."""
    verdict = verdict_words(assessment, lang)
    counts = say("list.comma", lang).join(_counts(assessment, lang))
    rest = say("list.semicolon", lang).join([counts, *_open(assessment, lang), *_unchecked(assessment, lang)])
    line = say("line.head", lang, verdict=verdict, day=assessment.as_of.isoformat(), rest=rest)
    return line + say("full_stop", lang)


def verdict_words(assessment: Assessment, lang: str) -> str:
    """The verdict alone; of a run over some of the packs never without them, for that is not plainly `ready`."""
    verdict = say(f"verdict.{assessment.verdict.value}", lang)
    if not assessment.partial:
        return verdict
    packs = say("list.and", lang).join(assessment.partial)
    return say("line.partial", lang, verdict=verdict, packs=packs)


def by_hand(assessment: Assessment, lang: str) -> str:
    """That the as-of date was named by hand; else nothing."""
    return say("as_of_given", lang, day=assessment.as_of.isoformat()) if assessment.as_of_given else ""


def is_waived(finding: Finding) -> bool:
    """Whether all that is violated in it is waived."""
    return finding.standing is Standing.VIOLATED and finding.standing_with_waivers is not Standing.VIOLATED


def waived_until(finding: Finding) -> date:
    """The first day on which a waiver of it ends; it has one."""
    return min(waiver.expires for waiver in finding.waivers)


def is_settled_by_waivers(finding: Finding) -> bool:
    """Whether waivers leave nothing of it that counts: no other record is violated or undecided."""
    left = finding.standing_with_waivers
    return is_waived(finding) and left is not Standing.UNDECIDED


def due_of(finding: Finding) -> date | None:
    """The next day on which something of the finding falls due."""
    if finding.due is not None:
        return finding.due
    days = [part.due for part in finding.parts if part.outcome is Outcome.PENDING and part.due is not None]
    return min(days, default=None)


def _unchecked(assessment: Assessment, lang: str) -> list[str]:
    """What `ready` does not speak of: articles with duties that no rule checks."""
    articles = len(assessment.not_formalised())
    if assessment.verdict is not Verdict.READY or not articles:
        return []
    return [say("line.unchecked", lang, n=articles)]


def _counts(assessment: Assessment, lang: str) -> list[str]:
    said = []
    violated = assessment.standing(Standing.VIOLATED, binding=True)
    undecided = assessment.standing(Standing.UNDECIDED, binding=True)
    if assessment.verdict is Verdict.OUT_OF_SCOPE:
        out = [s.pack.title.get(lang) for s in assessment.packs if s.pack.subject and s.applies is Applies.NO]
        said.append(say("line.out", lang, packs=say("list.and", lang).join(out)))
    if violated:
        said.append(say("line.violated", lang, n=len(violated)) + _waived(violated, lang))
    if undecided:
        key = "line.undecided" if violated else "line.undecided.first"
        said.append(say(key, lang, n=len(undecided)))
    if assessment.verdict is Verdict.READY:
        said.append(say("line.nothing", lang))
    said += _due(assessment.standing(Standing.PENDING, binding=True), lang)
    past = assessment.standing(Standing.PAST, binding=True)
    if past:
        said.append(say("line.past", lang, n=len(past)))
    return said


def _waived(violated: Sequence[Finding], lang: str) -> str:
    """How many of what is violated are waived, and whether that leaves records of them undecided."""
    waived = [finding for finding in violated if is_waived(finding)]
    half = len(waived) - sum(map(is_settled_by_waivers, waived))
    if half:
        return say("line.waived_half", lang, n=len(waived), half=half)
    return say("line.waived", lang, n=len(waived)) if waived else ""


def _due(findings: Sequence[Finding], lang: str) -> list[str]:
    if not findings:
        return []
    first = min((day for finding in findings if (day := due_of(finding)) is not None), default=None)
    key = "line.due" if len(findings) == 1 else "line.due.many"
    return [say(key, lang, n=len(findings), day=first.isoformat() if first else "?")]


def _open(assessment: Assessment, lang: str) -> list[str]:
    said = []
    if assessment.open_facts:
        said.append(say("line.open", lang, n=len(assessment.open_facts)))
    if not assessment.final:
        said.append(say(f"could.{assessment.worst.value}", lang))
    if len(said) < 2:
        return said
    return [say("list.comma", lang).join(said)]
