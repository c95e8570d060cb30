"""Findings as items of a Markdown list: what, where in law and file, why, what to do, with which evidence."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.reports.citation import penalty_text, sources_text
from compliance.reports.evidence_words import wanted_text
from compliance.reports.markdown.layout import BLANK, DOT, Code, MarkdownPage, Piece, Strong
from compliance.reports.text.findings import (
    in_scope,
    part_line,
    part_reason,
    parts_shown,
    remark,
    stopped,
    waiver_text,
    why_of,
)
from compliance.reports.verdict_line import is_settled_by_waivers, is_waived, waived_until
from compliance.reports.words import say


def put_findings(
    page: MarkdownPage, findings: Sequence[Finding], assessment: Assessment, lang: str, *, detail: bool
) -> None:
    """A list of findings."""
    for number, finding in enumerate(findings):
        put_finding(page, finding, assessment, lang, detail=detail, first=number == 0)


def put_finding(
    page: MarkdownPage, finding: Finding, assessment: Assessment, lang: str, *, detail: bool, first: bool
) -> None:
    """One finding.

    Args:
        detail: also say why the law wants it, and list the records where all is well.
        first: whether a list begins with it.
    """
    rule = finding.rule
    title: list[Piece] = [Strong(rule.title.get(lang))]
    if beside := remark(finding, assessment, lang):
        title += [beside] if lang == "zh" else [BLANK, beside]
    if is_waived(finding):
        title += [DOT, say("mark.waived", lang, day=waived_until(finding).isoformat())]
        if not is_settled_by_waivers(finding):
            title += [DOT, say("mark.rest_undecided", lang)]
    page.item(title, first=first)
    cited = sources_text(rule.sources, assessment.book.instruments, lang)
    page.item([Code(rule.id), DOT, cited, *_place(finding)], 1)
    _put_why(page, finding, assessment, lang, detail=detail)
    if finding.if_in_scope is not None:
        page.item(stopped(in_scope(finding, lang), lang), 1)
    past = finding.standing is Standing.PAST
    if rule.penalty is not None and (past or finding.standing is Standing.VIOLATED):
        exposure = penalty_text(rule, assessment.book.instruments, lang)
        _labelled(page, "exposure" if past else "penalty", exposure, lang)
    if not past:
        _labelled(page, "do", rule.fix.get(lang), lang)
    _put_evidence(page, finding, assessment, lang)
    if detail:
        _labelled(page, "purpose", rule.because.get(lang), lang)
    if rule.doubt is not None:
        _labelled(page, "doubt", rule.doubt.get(lang), lang)
    if finding.waiver is not None:
        page.item(waiver_text(finding.waiver, lang), 1)


def _place(found: Finding | Part) -> list[Piece]:
    return [DOT, Code(str(found.location))] if found.location else []


def _put_why(
    page: MarkdownPage, finding: Finding, assessment: Assessment, lang: str, *, detail: bool
) -> None:
    shown = parts_shown(finding, detail=detail)
    _labelled(page, "why", why_of(finding, assessment, lang, told=bool(shown)), lang)
    for part in shown:
        _put_part(page, part, assessment, lang)


def _put_part(page: MarkdownPage, part: Part, assessment: Assessment, lang: str) -> None:
    page.item([part_line(part, lang), *_place(part)], 1)
    _labelled(page, "why", part_reason(part, assessment, lang), lang, 2)
    if part.waiver is not None:
        page.item(waiver_text(part.waiver, lang), 2)


def _put_evidence(page: MarkdownPage, finding: Finding, assessment: Assessment, lang: str) -> None:
    """What the project has, or else what it ought to keep."""
    if finding.evidence:
        _labelled(page, "evidence.given", say("list.semicolon", lang).join(finding.evidence), lang)
    elif finding.rule.evidence:
        _labelled(page, "evidence.wanted", wanted_text(finding.rule, assessment.book, lang), lang)


def _labelled(page: MarkdownPage, label: str, text: str, lang: str, depth: int = 1) -> None:
    if text:
        page.item(say("label", lang, label=say(label, lang), text=stopped(text, lang)), depth)
