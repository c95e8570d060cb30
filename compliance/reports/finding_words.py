"""A finding in one or two lines of plain text, for forms that have a message and little else."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.conditions.judgement import Outcome
from compliance.facts.sanitise import clean
from compliance.reports.citation import sources_text
from compliance.reports.text.findings import (
    due_text,
    in_scope,
    part_line,
    part_reason,
    waiver_text,
    why_of,
)
from compliance.reports.text.layout import capital
from compliance.reports.words import say

MOST_TESTS = 3


def headline(finding: Finding, lang: str) -> str:
    """How it counts, and the title of the rule: `Violated: Set up a user registration system`.

    What fails nobody says so: `Violated (good practice): ...`.
    """
    standing = capital(say(f"standing.{finding.standing.value}", lang))
    severity = finding.rule.severity
    if not severity.binding:
        said = say(f"severity.{severity.value}", lang)
        standing += f"（{said}）" if lang == "zh" else f" ({said})"
    return clean(say("label", lang, label=standing, text=finding.rule.title.get(lang)))


def message(finding: Finding, assessment: Assessment, lang: str) -> str:
    """Headline, why, what to do and where the law says so: sentences on lines of their own."""
    lines = [headline(finding, lang), *_why(finding, assessment, lang), in_scope(finding, lang)]
    if finding.standing in (Standing.VIOLATED, Standing.PENDING):
        lines.append(say("label", lang, label=say("do", lang), text=finding.rule.fix.get(lang)))
    if finding.waiver is not None:
        lines.append(waiver_text(finding.waiver, lang))
    lines.append(sources_text(finding.rule.sources, assessment.book.instruments, lang))
    return "\n".join(clean(line) for line in lines if line)


def part_message(part: Part, assessment: Assessment, lang: str) -> str:
    """A record, what the rule comes to for it, and why."""
    said = [part_line(part, lang), part_reason(part, assessment, lang, MOST_TESTS)]
    return clean(say("list.semicolon", lang).join(one for one in said if one))


def _why(finding: Finding, assessment: Assessment, lang: str) -> list[str]:
    match finding.standing:
        case Standing.PENDING if finding.outcome is Outcome.PENDING:
            return [due_text(finding, assessment, lang)]
        case Standing.HOLDS:
            return []
        case _:
            return [why_of(finding, assessment, lang, most=MOST_TESTS)]
