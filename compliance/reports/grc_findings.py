"""What the forms for GRC tools say of a finding where these tools know only met and not met."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.conditions.judgement import Outcome
from compliance.reports.citation import sources_text
from compliance.reports.finding_words import headline, message
from compliance.reports.text.findings import because_of
from compliance.reports.text.layout import capital
from compliance.reports.verdict_line import is_settled_by_waivers, is_waived
from compliance.reports.words import say
from compliance.reports.words_grc import grc


def head(finding: Finding, lang: str) -> str:
    """How it counts, and the title of the rule. What does not apply is not said to be met."""
    if finding.outcome is not Outcome.NOT_APPLICABLE:
        return headline(finding, lang)
    label = capital(say("outcome.not_applicable", lang))
    return say("label", lang, label=label, text=finding.rule.title.get(lang))


def told(finding: Finding, assessment: Assessment, lang: str) -> str:
    """All there is to say of it, in lines."""
    if finding.outcome is not Outcome.NOT_APPLICABLE:
        return message(finding, assessment, lang)
    lines = [
        head(finding, lang),
        because_of(finding.why, assessment, lang),
        sources_text(finding.rule.sources, assessment.book.instruments, lang),
    ]
    return "\n".join(line for line in lines if line)


def neither(finding: Finding, lang: str) -> str:
    """What met and not met do not say, in a sentence; empty where they say it all."""
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return grc("not_applicable", lang)
    if is_waived(finding):
        rest = not is_settled_by_waivers(finding)
        return " ".join(grc(key, lang) for key in (["waived", "waived.rest"] if rest else ["waived"]))
    if finding.standing in (Standing.PAST, Standing.PENDING, Standing.UNDECIDED):
        return grc(finding.standing.value, lang)
    return ""


def advice(finding: Finding, lang: str) -> str:
    """That it does not count, where it does not."""
    return "" if finding.rule.severity.binding else grc("advice", lang)
