"""The missing items of a PDF report, as a list to tick off and hand out."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.reports.citation import sources_text
from compliance.reports.json_parts import Json
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.states import state_of
from compliance.reports.text.findings import due_text, gravity, next_day
from compliance.reports.text.open import question_on_paper, question_remarks
from compliance.reports.verdict_line import due_of
from compliance.reports.words_pdf import word


def checklist(assessment: Assessment, lang: str) -> Json:
    """Groups by urgency: hard stops, other breaches, what is due, what is to be answered."""
    violated = sorted(assessment.standing(Standing.VIOLATED, binding=True), key=gravity)
    stops = [one for one in violated if one.rule.hard_stop]
    others = [one for one in violated if not one.rule.hard_stop]
    pending = sorted(assessment.standing(Standing.PENDING, binding=True), key=next_day)
    groups = [
        _group("list.stops", [_breach(one, assessment, lang) for one in stops], lang),
        _group("list.violated", [_breach(one, assessment, lang) for one in others], lang),
        _group("list.pending", [_due(one, assessment, lang) for one in pending], lang),
        _group(
            "list.questions",
            [_question(path, assessment, lang) for path in in_order_of_weight(assessment)],
            lang,
        ),
    ]
    heads = [word(f"list.{name}", lang) for name in ("tick", "number", "item", "responsible", "done")]
    return {
        "title": word("list.title", lang),
        "intro": word("list.intro", lang),
        "none": word("list.none", lang),
        "heads": list(heads),
        "groups": [group for group in groups if group],
    }


def _group(key: str, items: Sequence[Json], lang: str) -> Json:
    return {"title": word(key, lang, n=len(items)), "items": list(items)} if items else None


def _breach(finding: Finding, assessment: Assessment, lang: str) -> Json:
    return {
        "state": state_of(finding.rule, finding),
        "title": finding.rule.title.get(lang),
        "do": finding.rule.fix.get(lang),
        "day": None,
        "source": _source(finding, assessment, lang),
    }


def _due(finding: Finding, assessment: Assessment, lang: str) -> Json:
    day = due_of(finding)
    return {
        "state": "pending",
        "title": f"{finding.rule.title.get(lang)} – {due_text(finding, assessment, lang)}",
        "do": finding.rule.fix.get(lang),
        "day": day.isoformat() if day else None,
        "source": _source(finding, assessment, lang),
    }


def _question(path: str, assessment: Assessment, lang: str) -> Json:
    remarks = [path, *question_remarks(path, assessment, lang)]
    return {
        "state": "undecided",
        "title": question_on_paper(path, assessment, lang),
        "do": "",
        "day": None,
        "source": " · ".join(remarks),
    }


def _source(finding: Finding, assessment: Assessment, lang: str) -> str:
    said = [sources_text(finding.rule.sources, assessment.book.instruments, lang), finding.rule.id]
    return " · ".join(one for one in said if one)
