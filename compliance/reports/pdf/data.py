"""All that a PDF report says, as plain data for its template: texts only, none of which is ever read as source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from compliance.assessment.model import Assessment
from compliance.facts.sanitise import clean
from compliance.reports.json_parts import Json
from compliance.reports.names import provider_name, title_of
from compliance.reports.pdf.findings import every_rule, findings
from compliance.reports.pdf.list import checklist
from compliance.reports.pdf.registers import answers_given, digests, law, method, notes
from compliance.reports.pdf.summary import cover, summary
from compliance.reports.render import Options
from compliance.reports.verdict_line import verdict_words
from compliance.reports.words import say
from compliance.reports.words_pdf import word

_TAGS: Final = {"zh": ("zh", "cn"), "en": ("en", "gb")}
"""Language and region, which decide how lines are broken."""


def pdf_data(assessment: Assessment, options: Options, digest: str) -> dict[str, Json]:
    """The data of the document: what stands outside the pages, and an edition a language.

    Args:
        digest: that of the assessment the document carries.
    """
    first = options.languages[0]
    editions: list[Json] = [_edition(assessment, lang, options, digest) for lang in options.languages]
    provider = provider_name(assessment)
    made: dict[str, Json] = {
        "title": f"{title_of(assessment)} – {say('report.title', first)}",
        "author": [provider] if provider else [],
        "description": word(
            "description",
            first,
            verdict=verdict_words(assessment, first),
            day=assessment.as_of.isoformat(),
        ),
        "day": [assessment.as_of.year, assessment.as_of.month, assessment.as_of.day],
        "editions": editions,
    }
    return {key: cleaned(value) for key, value in made.items()}


def _edition(assessment: Assessment, lang: str, options: Options, digest: str) -> Json:
    language, region = _TAGS[lang]
    return {
        "lang": language,
        "region": region,
        "title": say("report.title", lang),
        "contents": word("contents", lang),
        "day": assessment.as_of.isoformat(),
        "page": word("page", lang, n="{n}", all="{all}"),
        "glyphs": word("cover.missing_glyphs", lang),
        "cover": cover(assessment, lang, digest),
        "summary": summary(assessment, lang),
        "checklist": checklist(assessment, lang),
        "findings": findings(assessment, lang, show_all=options.show_all),
        "answers": answers_given(assessment, lang),
        "notes": notes(assessment, lang),
        "law": law(assessment, lang),
        "method": method(assessment, lang),
        "rules": every_rule(assessment, lang),
        "digests": digests(assessment, lang, digest),
    }


def cleaned(value: Json, each: Callable[[str], str] = clean) -> Json:
    """The same data with every text made safe to show."""
    match value:
        case str():
            return each(value)
        case list():
            return [cleaned(one, each) for one in value]
        case dict():
            return {key: cleaned(one, each) for key, one in value.items()}
        case _:
            return value
