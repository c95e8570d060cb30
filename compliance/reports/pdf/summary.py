"""The first pages of a PDF report: the cover, and one page for management."""

from __future__ import annotations

from collections import Counter
from typing import Final

from compliance import __version__
from compliance.assessment.model import Assessment, Finding, Standing
from compliance.reports.citation import citation_text, provision_text
from compliance.reports.deadlines import Deadline, deadlines
from compliance.reports.json_parts import Json
from compliance.reports.names import provider_name, title_of
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.states import STATES, state_of
from compliance.reports.text.findings import gravity
from compliance.reports.text.notes import scope_lines
from compliance.reports.text.open import question_on_paper
from compliance.reports.verdict_line import is_waived, verdict_line, verdict_words
from compliance.reports.words import say
from compliance.reports.words_document import word as shared
from compliance.reports.words_pdf import word

FIRST: Final = 6
"""What to do first: no more than so many things, and fewer where chart and time line leave no room for them."""
NEXT: Final = 5
"""Deadlines on the time line."""


def cover(assessment: Assessment, lang: str, digest: str) -> Json:
    """Whose service, as of when, what came out, and what it rests on."""
    unnamed = word("cover.unnamed", lang)
    day = assessment.as_of.isoformat()
    packs = [f"{status.pack.title.get(lang)} {status.pack.version}" for status in assessment.packs]
    if assessment.partial:
        packs = [say("packs.partial", lang, packs=say("list.and", lang).join(assessment.partial))]
    could = "" if assessment.final else say(f"could.{assessment.worst.value}", lang)
    rows: list[Json] = [
        [shared("head.operator", lang), provider_name(assessment) or unnamed],
        [say("glance.day", lang), say("as_of_given", lang, day=day) if assessment.as_of_given else day],
        [
            say("glance.final", lang),
            say("final.yes", lang) if assessment.final else say("final.no", lang, could=could),
        ],
        [say("glance.packs", lang), say("list.semicolon", lang).join(packs)],
        [say("glance.file", lang), assessment.manifest.file],
    ]
    return {
        "service": title_of(assessment),
        "verdict": verdict_words(assessment, lang),
        "tone": assessment.verdict.value,
        "line": verdict_line(assessment, lang),
        "scope": list(scope_lines(assessment, lang)),
        "sensitive": say("sensitive.shown", lang) if assessment.disclosed else None,
        "rows": rows,
        "signing": {
            "heads": [word(f"sign.{name}", lang) for name in ("role", "name", "signature", "day")],
            "roles": [word(f"sign.{role}", lang) for role in ("prepared", "reviewed", "approved")],
        },
        "digest": [word("cover.digest", lang), digest],
        "program": word("cover.program", lang, version=__version__),
        "advice": say("foot.not_advice", lang),
    }


def summary(assessment: Assessment, lang: str) -> Json:
    """Counts, chart, time line and what to do first."""
    return {
        "title": word("summary.title", lang),
        "line": verdict_line(assessment, lang),
        "counts_title": word("summary.counts", lang),
        "counts": [_count(standing, assessment, lang) for standing in Standing],
        "other": word("summary.other", lang, said=_others(assessment, lang)),
        "chart": _chart(assessment, lang),
        "timeline": _timeline(assessment, lang),
        "first": _first(assessment, lang),
    }


def _count(standing: Standing, assessment: Assessment, lang: str) -> Json:
    found = assessment.standing(standing, binding=True)
    waived = sum(map(is_waived, found)) if standing is Standing.VIOLATED else 0
    return {
        "n": len(found),
        "label": say(f"standing.{standing.value}", lang),
        "note": shared("counts.waived", lang, n=waived) if waived else "",
        "tone": standing.value,
    }


def _others(assessment: Assessment, lang: str) -> str:
    said = [
        f"{say(f'standing.{standing.value}', lang)} {len(assessment.standing(standing, binding=False))}"
        for standing in Standing
    ]
    return say("list.comma", lang).join(said)


def _chart(assessment: Assessment, lang: str) -> Json:
    groups: dict[str, Counter[str]] = {}
    for finding in assessment.findings:
        state = state_of(finding.rule, finding)
        if finding.rule.severity.binding and state != "not_applicable":
            groups.setdefault(_group(finding, assessment, lang), Counter())[state] += 1
    rows: list[Json] = []
    told: list[str] = []
    for label, counted in groups.items():
        bars: list[Json] = [{"state": state, "n": counted[state]} for state in STATES if counted[state]]
        rows.append({"label": label, "bars": bars})
        figures = [f"{say(STATES[state][1], lang)} {counted[state]}" for state in STATES if counted[state]]
        told.append(word("summary.chart.row", lang, group=label, said=say("list.comma", lang).join(figures)))
    there = {state for counted in groups.values() for state in counted}
    return {
        "title": word("summary.chart", lang),
        "rows": rows,
        "most": max((sum(counted.values()) for counted in groups.values()), default=0),
        "legend": [[state, say(key, lang)] for state, (_, key) in STATES.items() if state in there],
        "alt": word("summary.chart.alt", lang, said=say("list.semicolon", lang).join(told)),
        "note": word("summary.chart.note", lang),
        "none": word("summary.chart.none", lang),
    }


def _group(finding: Finding, assessment: Assessment, lang: str) -> str:
    """The article a rule of the run's subject rests on first; for what stands beside it, the pack."""
    rule = finding.rule
    pack = assessment.book.packs[rule.pack]
    if not pack.subject:
        return pack.title.get(lang)
    subjects = sum(status.pack.subject for status in assessment.packs)
    instruments = assessment.book.instruments
    if subjects > 1:
        return citation_text(rule.article, instruments, lang)
    return provision_text(rule.article, lang, instruments[rule.article.instrument])


def _timeline(assessment: Assessment, lang: str) -> Json:
    coming = deadlines(assessment)[:NEXT]
    items: list[Json] = [
        {
            "day": one.day.isoformat(),
            "left": (one.day - assessment.as_of).days,
            "days": word("summary.days", lang, n=(one.day - assessment.as_of).days),
            "what": deadline_text(one, lang),
        }
        for one in coming
    ]
    said = say("list.semicolon", lang).join(
        f"{one.day.isoformat()} {deadline_text(one, lang)}" for one in coming
    )
    return {
        "title": word("summary.deadlines", lang),
        "today": word("summary.today", lang, day=assessment.as_of.isoformat()),
        "items": items,
        "alt": word("summary.deadlines.alt", lang, said=said),
        "none": word("summary.deadlines.none", lang),
    }


def deadline_text(one: Deadline, lang: str) -> str:
    """What ends on a day."""
    if one.evidence is not None:
        return shared("deadlines.evidence", lang, id=one.evidence.id)
    if one.waiver is not None:
        named = say("label", lang, label=one.waiver.rule, text=shared("deadlines.waiver", lang))
        return f"{named} [{one.waiver.record}]" if one.waiver.record else named
    title = one.finding.rule.title.get(lang) if one.finding else ""
    if one.part is None:
        return title
    record = say("record.further", lang) if one.part.key is None else one.part.key
    return say("label", lang, label=record, text=title)


def _more(left: int, lang: str) -> str:
    """How many are left out; the template knows how many have room."""
    return word("summary.more", lang, n=left) if left > 0 else ""


def _first(assessment: Assessment, lang: str) -> Json:
    violated = sorted(assessment.standing(Standing.VIOLATED, binding=True), key=gravity)
    urgent: list[Json] = [
        {"state": state_of(one.rule, one), "title": one.rule.title.get(lang), "do": one.rule.fix.get(lang)}
        for one in violated
    ]
    urgent += [
        {"state": "undecided", "title": question_on_paper(path, assessment, lang), "do": ""}
        for path in in_order_of_weight(assessment)
    ]
    return {
        "title": word("summary.first", lang),
        "items": urgent[:FIRST],
        "none": word("summary.first.none", lang),
        "more": [_more(len(urgent) - shown, lang) for shown in range(1, FIRST + 1)],
    }
