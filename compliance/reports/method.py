"""How an assessment is come by and what it does not say, in sentences."""

from __future__ import annotations

from compliance.assessment.model import Assessment
from compliance.reports.citation import secondary_instruments
from compliance.reports.words import say
from compliance.reports.words_document import word


def method_lines(assessment: Assessment, lang: str) -> list[str]:
    """What unknown answers, the date, the weight of rules and where answers come from mean; law read at second hand."""
    day = assessment.as_of.isoformat()
    said = [word(f"method.{name}", lang, day=day) for name in ("unknown", "day", "counts", "answers")]
    sources = (source for finding in assessment.findings for source in finding.rule.sources)
    secondary = secondary_instruments(sources, assessment.book.instruments, lang)
    if secondary:
        said.append(say("foot.secondary", lang, instruments=say("list.and", lang).join(secondary)))
    return said
