"""Findings as items of the text report: what, where in law and file, why, what to do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.conditions.explain import Explanation, culprits
from compliance.conditions.judgement import Outcome, Reason
from compliance.conditions.sentence import choice_statement, statement
from compliance.facts.manifest import Waiver
from compliance.packs.rulebook import Severity
from compliance.reports.citation import penalty_text, sources_text
from compliance.reports.paths import path_label
from compliance.reports.text.layout import Page, Style
from compliance.reports.verdict_line import due_of
from compliance.reports.words import say

INDENT = 2
ALL: Final = 1_000
"""How many tests of a condition are told where there is room for all of them."""

_STYLES: dict[Standing, Style] = {
    Standing.VIOLATED: "red",
    Standing.UNDECIDED: "yellow",
    Standing.PENDING: "blue",
    Standing.PAST: "yellow",
    Standing.HOLDS: "green",
}


def because_of(why: Explanation | None, assessment: Assessment, lang: str, most: int = 2) -> str:
    """Why a condition came out as it did: its first tests as one sentence without full stop."""
    if why is None:
        return ""
    vocabulary = assessment.book.vocabulary
    said = [statement(test, vocabulary, lang) for test in culprits(why)]
    said = list(dict.fromkeys(text for text in said if text))
    more = say("list.semicolon", lang) + say("more", lang) if len(said) > most else ""
    return say("list.semicolon", lang).join(said[:most]) + more


def observed_paths(why: Explanation) -> tuple[str, ...]:
    """The facts that the tests which settled a condition looked at, each once."""
    return tuple(dict.fromkeys(seen.path for test in culprits(why) for seen in test.observed))


def deciding(finding: Finding) -> tuple[str, ...]:
    """The open facts that decide a finding or, past breaches aside, the records of it."""
    if finding.hangs_on:
        return finding.hangs_on
    return tuple(dict.fromkeys(path for part in finding.parts for path in part.decided_by))


def put_finding(page: Page, finding: Finding, assessment: Assessment, lang: str, *, detail: bool) -> None:
    """One finding in full.

    Args:
        detail: also say why the law wants it, and list the records where all is well.
    """
    rule = finding.rule
    standing = finding.standing
    title = rule.title.get(lang) + remark(finding, assessment, lang)
    page.put(title, mark=page.symbol(standing.value), style=_STYLES[standing])
    place = str(finding.location) if finding.location else ""
    sources = sources_text(rule.sources, assessment.book.instruments, lang)
    page.put(page.symbol("dot").join(filter(None, [rule.id, sources, place])), INDENT, keep=place)
    shown = parts_shown(finding, detail=detail)
    _labelled(page, "why", why_of(finding, assessment, lang, told=bool(shown)), lang)
    for part in shown:
        _put_part(page, part, assessment, lang)
    if finding.if_in_scope is not None:
        page.put(stopped(in_scope(finding, lang), lang), INDENT)
    if standing in (Standing.VIOLATED, Standing.PAST) and rule.penalty is not None:
        cited = penalty_text(rule, assessment.book.instruments, lang)
        _labelled(page, "exposure" if standing is Standing.PAST else "penalty", cited, lang)
    if standing is not Standing.PAST:
        _labelled(page, "do", rule.fix.get(lang), lang)
    if detail:
        _labelled(page, "purpose", rule.because.get(lang), lang)
    if rule.doubt is not None:
        _labelled(page, "doubt", rule.doubt.get(lang), lang)
    if finding.waiver is not None:
        _put_waiver(page, finding.waiver, INDENT, lang)


def put_findings(
    page: Page, heading: str, findings: Sequence[Finding], assessment: Assessment, lang: str, *, detail: bool
) -> None:
    """A section of findings; nothing when there are none."""
    if not findings:
        return
    page.heading(say(heading, lang, n=len(findings)))
    for number, finding in enumerate(findings):
        if number:
            page.gap()
        put_finding(page, finding, assessment, lang, detail=detail)


def parts_shown(finding: Finding, *, detail: bool) -> list[Part]:
    """The records of a finding that are told, the worst first: all of them, or those that want a look."""
    shown = [part for part in finding.parts if detail or part.outcome not in _FINE]
    return sorted(shown, key=_part_weight)


def _part_weight(part: Part) -> tuple[bool, int]:
    """The worst record first."""
    return part.past, _WORST_FIRST.index(part.outcome)


_WORST_FIRST = (
    Outcome.VIOLATED,
    Outcome.UNDECIDED,
    Outcome.PENDING,
    Outcome.SATISFIED,
    Outcome.NOT_APPLICABLE,
)
_FINE = (Outcome.SATISFIED, Outcome.NOT_APPLICABLE)


def advised(assessment: Assessment) -> list[Finding]:
    """What recommended and practice rules have to say, but for what is undecided."""
    return [
        finding
        for standing in (Standing.VIOLATED, Standing.PENDING, Standing.PAST)
        for finding in assessment.standing(standing, binding=False)
    ]


def gravity(finding: Finding) -> tuple[bool, bool]:
    """Sorts what is violated: hard stops, then prohibitions, then the rest."""
    return (not finding.rule.hard_stop, finding.rule.severity is not Severity.PROHIBITION)


def next_day(finding: Finding) -> tuple[bool, str]:
    """Sorts what is pending: what falls due first."""
    day = due_of(finding)
    return (day is None, day.isoformat() if day else "")


def remark(finding: Finding, assessment: Assessment, lang: str) -> str:
    """What must not be missed beside the title."""
    if finding.rule.hard_stop:
        text = say("hard_stop", lang)
    elif finding.standing is Standing.PENDING:
        text = due_text(finding, assessment, lang)
    elif not finding.rule.severity.binding:
        text = say(f"severity.{finding.rule.severity.value}", lang)
    else:
        return ""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def due_text(finding: Finding, assessment: Assessment, lang: str) -> str:
    """When a pending finding falls due, and how long that is from the as-of date."""
    day = due_of(finding)
    if day is None:
        return say("outcome.pending", lang)
    left = (day - assessment.as_of).days
    key = "due.today" if left == 0 else "due.left"
    return say(key, lang, day=day.isoformat(), n=left)


def part_line(part: Part, lang: str) -> str:
    """A record and what the rule comes to for it, without the place."""
    state = say("outcome.past" if part.past else f"outcome.{part.outcome.value}", lang)
    if part.due is not None and part.outcome is Outcome.PENDING:
        state = say("due", lang, day=part.due.isoformat())
    record = part.key if part.key is not None else say("record.further", lang)
    return say("record", lang, record=record, state=state)


def part_reason(part: Part, assessment: Assessment, lang: str, most: int = 2) -> str:
    """Why a record comes out so; what an undecided one hangs on is said of the whole finding."""
    if part.outcome is Outcome.UNDECIDED:
        return say("list.semicolon", lang).join(last_days(part.why, (), assessment, lang))
    return because_of(part.why, assessment, lang, most)


def _put_part(page: Page, part: Part, assessment: Assessment, lang: str) -> None:
    place = str(part.location) if part.location else ""
    line = part_line(part, lang)
    page.put(line + (f" {place}" if place else ""), INDENT, mark=page.symbol("item"), keep=place)
    _labelled(page, "why", part_reason(part, assessment, lang), lang, INDENT * 2)
    if part.waiver is not None:
        _put_waiver(page, part.waiver, INDENT * 2, lang)


def waiver_text(waiver: Waiver, lang: str) -> str:
    """Until when, by whom and why a breach is accepted."""
    return say("waived", lang, day=waiver.expires.isoformat(), approver=waiver.approver, reason=waiver.reason)


def waiver_named(waiver: Waiver, lang: str) -> str:
    """The same, with the record in front where it covers one only: for places that do not name the record."""
    text = waiver_text(waiver, lang)
    return text if waiver.record is None else say("label", lang, label=waiver.record, text=text)


def _put_waiver(page: Page, waiver: Waiver, indent: int, lang: str) -> None:
    page.put(waiver_text(waiver, lang), indent)


def _labelled(page: Page, label: str, text: str, lang: str, indent: int = INDENT) -> None:
    if text:
        page.put(say("label", lang, label=say(label, lang), text=stopped(text, lang)), indent)


def stopped(text: str, lang: str) -> str:
    """The text with a full stop, unless it ends already."""
    return text if text.endswith((".", "。", "!", "?", "？", "…")) else text + say("full_stop", lang)


def why_of(finding: Finding, assessment: Assessment, lang: str, *, told: bool = False, most: int = 2) -> str:
    """What accounts for a finding: what an undecided one hangs on, else the tests that settled it.

    Args:
        told: the records beside it tell the tests.
        most: how many tests.
    """
    hanging = openness(finding, assessment, lang) if finding.standing is Standing.UNDECIDED else ""
    return hanging or ("" if told else because_of(finding.why, assessment, lang, most))


def openness(finding: Finding, assessment: Assessment, lang: str) -> str:
    """What an undecided finding hangs on, with labels."""
    vocabulary = assessment.book.vocabulary
    named = [f"{path_label(path, vocabulary, lang)} [{path}]" for path in deciding(finding)]
    said = [say("undecided.depends", lang, facts=say("list.and", lang).join(named))] if named else []
    if not named and Reason.BOUND not in finding.reasons:
        return ""  # the calendar's reason is told with the days it leaves open
    days = last_days(finding.why, deciding(finding), assessment, lang)
    told = [*said, *days, *reasons_beside_facts(finding, lang)]
    return say("list.semicolon", lang).join(told)


def last_days(
    why: Explanation | None, named: Collection[str], assessment: Assessment, lang: str
) -> list[str]:
    """Deed, reading and last days of limits between which a reading chooses, without what is named already."""
    if why is None:
        return []
    vocabulary = assessment.book.vocabulary
    return [choice_statement(test, vocabulary, lang, named) for test in culprits(why) if test.choices]


def reasons_beside_facts(finding: Finding, lang: str) -> list[str]:
    """Why a finding is undecided although no answer would help, or too many would be needed."""
    found = reasons_of(finding)
    return [
        say(f"reason.{reason.value}", lang) for reason in (Reason.CALENDAR, Reason.BOUND) if reason in found
    ]


def in_scope(finding: Finding, lang: str, *, record: bool = False) -> str:
    """What it would come to if its pack applied, while that is open; else nothing.

    Args:
        record: it is told of one record, of which alone this is not known.
    """
    if finding.if_in_scope is None:
        return ""
    outcome = say(f"outcome.{finding.if_in_scope.value}", lang)
    return say("undecided.if_whole" if record else "undecided.if_one", lang, outcome=outcome)


def reasons_of(finding: Finding) -> tuple[Reason, ...]:
    """Why a finding or records of it are undecided, in fixed order."""
    found = {*finding.reasons, *(reason for part in finding.parts for reason in part.reasons)}
    return tuple(reason for reason in Reason if reason in found)
