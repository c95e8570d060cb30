"""The findings of a PDF report, by pack and article, and the table of every rule."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from compliance.assessment.model import Applies, Assessment, Finding, PackStatus, Part, Standing
from compliance.packs.rulebook import Rule
from compliance.reports.citation import citation_text, penalty_text, sources_text
from compliance.reports.considered import considered
from compliance.reports.evidence_words import wanted_text
from compliance.reports.json_parts import Json
from compliance.reports.markdown.open import because_words
from compliance.reports.markdown.tables import marks_of
from compliance.reports.states import state_of
from compliance.reports.text.findings import (
    deciding,
    due_text,
    part_line,
    part_reason,
    parts_shown,
    waiver_text,
    why_of,
)
from compliance.reports.text.layout import capital
from compliance.reports.text.open import fold_lines
from compliance.reports.verdict_line import due_of
from compliance.reports.words import say
from compliance.reports.words_document import word as shared
from compliance.reports.words_pdf import word

MOST: Final = 6
"""Tests that one reason tells."""

MOST_ALONE: Final = 12
"""Rules that are told one by one although all of them hang on whether their pack applies."""


def findings(assessment: Assessment, lang: str, *, show_all: bool) -> Json:
    """What calls for attention, or every rule, each with why, what to do, evidence and law."""
    groups = [_group(status, assessment, lang, show_all=show_all) for status in assessment.packs]
    return {
        "title": word("findings.title", lang),
        "intro": word("findings.intro.all" if show_all else "findings.intro", lang),
        "none": word("findings.none", lang),
        "groups": [group for group in groups if group is not None],
    }


def _group(status: PackStatus, assessment: Assessment, lang: str, *, show_all: bool) -> Json:
    """The findings of a pack by article.

    In the short form, what is open because it is open whether the pack applies is told together, if it is much: each
    rule alone would say the same again.
    """
    pack = status.pack
    chosen = [
        (rule, found)
        for rule, found in considered(assessment).values()
        if rule.pack == pack.id and (show_all or _calls(found))
    ]
    if not chosen:
        return None
    together: list[Finding] = []
    if status.applies is Applies.OPEN and not show_all:
        together = [found for _, found in chosen if found and found.standing is Standing.UNDECIDED]
    if len(together) > MOST_ALONE:
        chosen = [(rule, found) for rule, found in chosen if found not in together]
    articles: list[Json] = []
    for cited, members in groupby(chosen, key=lambda one: one[0].article):
        items: list[Json] = [
            _finding(rule, found, assessment, lang, brief=not show_all) for rule, found in members
        ]
        articles.append({"title": citation_text(cited, assessment.book.instruments, lang), "items": items})
    return {
        "title": pack.title.get(lang),
        "together": list(fold_lines(status, together, assessment, lang)) if together else [],
        "articles": articles,
    }


def _calls(finding: Finding | None) -> bool:
    """Whether somebody has to look at it: advice that is merely open has nothing to say."""
    if finding is None or finding.standing is Standing.HOLDS:
        return False
    return finding.rule.severity.binding or finding.standing is not Standing.UNDECIDED


def _finding(rule: Rule, finding: Finding | None, assessment: Assessment, lang: str, *, brief: bool) -> Json:
    state = state_of(rule, finding)
    rows = _rows(rule, finding, assessment, lang)
    if brief and finding is not None and finding.standing is Standing.UNDECIDED:
        rows = _open_rows(finding, assessment, lang)
    return {
        "state": state,
        "title": rule.title.get(lang),
        "id": rule.id,
        "source": sources_text(rule.sources, assessment.book.instruments, lang),
        "tags": list(_tags(rule, finding, assessment, lang)),
        "rows": [[capital(label), text] for label, text in rows if text],
        "records": [] if finding is None else _records(finding, assessment, lang),
    }


def _tags(rule: Rule, finding: Finding | None, assessment: Assessment, lang: str) -> list[str]:
    tags = [say(f"severity.{rule.severity.value}", lang)]
    if rule.hard_stop:
        tags.append(say("hard_stop", lang))
    if finding is None:
        return tags
    if finding.standing is Standing.PENDING:
        tags.append(due_text(finding, assessment, lang))
    return tags + [mark for mark in marks_of(finding, lang) if mark not in tags]


def _rows(rule: Rule, finding: Finding | None, assessment: Assessment, lang: str) -> list[tuple[str, str]]:
    semicolon = say("list.semicolon", lang)
    confirmed = dict.fromkeys(say(f"confirmed.{source.verified.value}", lang) for source in rule.sources)
    rows: list[tuple[str, str]] = []
    if finding is not None:
        rows += [
            (say("why", lang), why_of(finding, assessment, lang, told=bool(finding.parts), most=MOST)),
            (say("col.because", lang), because_words(finding, lang)),
        ]
        if finding.standing is not Standing.HOLDS:
            rows.append((say("do", lang), rule.fix.get(lang)))
        if finding.standing is not Standing.UNDECIDED and deciding(finding):
            rows.append((word("finding.deciding", lang), say("list.and", lang).join(deciding(finding))))
        if finding.waiver is not None:
            rows.append((shared("finding.waiver", lang), waiver_text(finding.waiver, lang)))
        rows.append((say("evidence.given", lang), semicolon.join(finding.evidence)))
    rows.append((say("evidence.wanted", lang), wanted_text(rule, assessment.book, lang)))
    past = finding is not None and finding.standing is Standing.PAST
    if rule.penalty is not None and finding is not None and finding.standing is not Standing.HOLDS:
        exposure = penalty_text(rule, assessment.book.instruments, lang)
        rows.append((say("exposure" if past else "penalty", lang), exposure))
    rows += [
        (say("purpose", lang), rule.because.get(lang)),
        (say("doubt", lang), rule.doubt.get(lang) if rule.doubt else ""),
        (word("finding.confirmed", lang), semicolon.join(confirmed)),
    ]
    if finding is not None and finding.location is not None:
        rows.append((shared("finding.place", lang), str(finding.location)))
    return rows


def _open_rows(finding: Finding, assessment: Assessment, lang: str) -> list[tuple[str, str]]:
    """Of what is merely open, a person needs what settles it; the rest would bury that."""
    return [
        (say("why", lang), why_of(finding, assessment, lang, told=bool(finding.parts), most=MOST)),
        (say("col.because", lang), because_words(finding, lang)),
        (say("purpose", lang), finding.rule.because.get(lang)),
        (say("doubt", lang), finding.rule.doubt.get(lang) if finding.rule.doubt else ""),
    ]


def _records(finding: Finding, assessment: Assessment, lang: str) -> list[Json]:
    if finding.standing is Standing.HOLDS:
        return []
    return [_record(part, assessment, lang) for part in parts_shown(finding, detail=True)]


def _record(part: Part, assessment: Assessment, lang: str) -> Json:
    said = [part_line(part, lang), part_reason(part, assessment, lang, MOST)]
    if part.waiver is not None:
        said.append(waiver_text(part.waiver, lang))
    return say("list.semicolon", lang).join(one for one in said if one)


def every_rule(assessment: Assessment, lang: str) -> Json:
    """A row for each rule considered, whatever came out: what the report says can be read back from it."""
    rules = considered(assessment)
    return {
        "title": word("rules.title", lang, n=len(rules)),
        "heads": [say(f"col.{name}", lang) for name in ("rule", "requirement", "outcome", "counts", "marks")],
        "rows": [_row(rule, found, assessment, lang) for rule, found in rules.values()],
    }


def _row(rule: Rule, finding: Finding | None, assessment: Assessment, lang: str) -> Json:
    cited = sources_text(rule.sources, assessment.book.instruments, lang)
    about: list[Json] = [rule.id, rule.title.get(lang), cited]
    if finding is None:
        return [*about, "not_in_force", say("holds.not_in_force", lang), "", ""]
    day = due_of(finding)
    marks = [say(f"severity.{rule.severity.value}", lang)] if not rule.severity.binding else []
    if finding.standing is Standing.PENDING and day is not None:
        marks.append(due_text(finding, assessment, lang))
    marks += marks_of(finding, lang)
    because = because_words(finding, lang)
    if because:
        marks.append(because)
    return [
        *about,
        state_of(rule, finding),
        say(f"outcome.{finding.outcome.value}", lang),
        say(f"standing.{finding.standing.value}", lang),
        say("list.semicolon", lang).join(dict.fromkeys(marks)),
    ]
