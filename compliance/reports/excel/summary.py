"""The first sheet of a workbook: the verdict, what it rests on, counts, notes and digests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compliance.assessment.model import Assessment, Standing
from compliance.reports.digests import stated_digests
from compliance.reports.excel.table import Cell, Toned
from compliance.reports.text.notes import (
    evidence_lines,
    foot_lines,
    holds_lines,
    not_formalised_lines,
    planned_lines,
    scope_lines,
    waiver_lines,
    warning_lines,
)
from compliance.reports.text.topics import shared_topics, topic_lines
from compliance.reports.verdict_line import is_waived, verdict_line, verdict_words
from compliance.reports.words import say


class Line(NamedTuple):
    """A line of the summary: its cells, and whether it is the `title`, a `head` or a plain line."""

    cells: Sequence[Cell]
    style: str = ""


def summary_lines(assessment: Assessment, sealed: str, lang: str) -> list[Line]:
    """The whole sheet.

    Args:
        sealed: the digest of the assessment as JSON.
    """
    lines = [Line([say("report.title", lang)], "title")]
    if assessment.disclosed:
        lines.append(Line([None, Toned(say("sensitive.shown", lang), "violated")]))
    return [
        *lines,
        *_glance(assessment, lang),
        *_counts(assessment, lang),
        *_notes(assessment, lang),
        *_digests(assessment, sealed, lang),
    ]


def _glance(assessment: Assessment, lang: str) -> list[Line]:
    """What was assessed, as of when, what it comes to, and whether that is final."""
    day = assessment.as_of.isoformat()
    packs = say("list.and", lang).join(
        assessment.partial or [f"{status.pack.id} {status.pack.version}" for status in assessment.packs]
    )
    could = "" if assessment.final else say(f"could.{assessment.worst.value}", lang)
    verdict = assessment.verdict.value
    said: list[tuple[str, Cell]] = [
        ("summary.verdict", Toned(verdict_words(assessment, lang), f"verdict.{verdict}")),
        ("summary.in_words", verdict_line(assessment, lang)),
        ("glance.final", say("final.yes", lang) if assessment.final else say("final.no", lang, could=could)),
        ("glance.day", assessment.as_of),
        (
            "summary.given",
            say("as_of_given", lang, day=day) if assessment.as_of_given else say("summary.given.no", lang),
        ),
        ("glance.file", assessment.manifest.file),
        ("summary.partial", say("yes" if assessment.partial else "no", lang)),
        (
            "glance.packs",
            say("packs.partial" if assessment.partial else "packs.all", lang, packs=packs),
        ),
    ]
    said += [("summary.scope", line) for line in scope_lines(assessment, lang)]
    return [Line([say(key, lang), cell]) for key, cell in said]


def _counts(assessment: Assessment, lang: str) -> list[Line]:
    """How many findings stand how: binding rules, and apart from them the others."""
    heads = ("summary.counts", "count.binding", "count.other")
    lines = [Line([say(key, lang) for key in heads], "head")]
    for standing in Standing:
        found = [assessment.standing(standing, binding=binding) for binding in (True, False)]
        label = Toned(say(f"standing.{standing.value}", lang), standing.value)
        lines.append(Line([label, *map(len, found)]))
        if standing is Standing.VIOLATED:
            waived = [sum(map(is_waived, findings)) for findings in found]
            lines.append(Line([Toned(say("count.waived", lang), "waived"), *waived]))
    return [*lines, *(Line([None, line]) for line in holds_lines(assessment, lang))]


def _notes(assessment: Assessment, lang: str) -> list[Line]:
    """What else is to be known, as in the other reports."""
    topics = [" ".join(topic_lines(topic, assessment, lang)) for topic in shared_topics(assessment)]
    said = {
        "section.warnings": warning_lines(assessment, lang),
        "section.evidence": evidence_lines(assessment, lang),
        "section.waivers": waiver_lines(assessment, lang),
        "section.planned": planned_lines(assessment, lang),
        "section.topics": topics,
        "section.not_formalised": not_formalised_lines(assessment, lang),
    }
    lines = [Line([say("summary.notes", lang)], "head")]
    for key, texts in said.items():
        lines += [Line([say(key, lang) if number == 0 else None, text]) for number, text in enumerate(texts)]
    return lines + [Line([None, line]) for line in foot_lines(assessment, lang)]


def _digests(assessment: Assessment, sealed: str, lang: str) -> list[Line]:
    """Whole digests of all that the assessment rests on, and of itself."""
    said = [(one.what, one.digest) for one in stated_digests(assessment, lang)]
    said.append((say("summary.assessment", lang), sealed))
    lines = [Line([say("summary.digests", lang)], "head"), *(Line([label, digest]) for label, digest in said)]
    return [*lines, Line([None, say("summary.seal", lang)])]
