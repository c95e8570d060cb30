"""An assessment as one HTML file: reads without scripts, is easier with them, and asks nothing of any network."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment
from compliance.assessment.reasons import reasons
from compliance.reports.carried import report_json
from compliance.reports.considered import considered
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.html.findings import findings
from compliance.reports.html.head import counts, head
from compliance.reports.html.ledger import law
from compliance.reports.html.method import digests, method
from compliance.reports.html.page import page
from compliance.reports.html.parts import TAGS, anchor
from compliance.reports.html.registers import answers_given, evidence, views, waivers, warnings
from compliance.reports.html.todo import deadlines, missing, questions, topics
from compliance.reports.json_v1 import render_json
from compliance.reports.names import title_of
from compliance.reports.render import Options
from compliance.reports.seal import seal
from compliance.reports.words import say
from compliance.reports.words_document import word

_CONTENTS = (
    "missing",
    "deadlines",
    "questions",
    "findings",
    "answers",
    "evidence",
    "law",
    "method",
    "digests",
)
"""The sections that the table of contents names."""


def render_html(assessment: Assessment, options: Options) -> bytes:
    """The report, sealed. Every rule considered is in it, whether `--all` is given or not.

    Args:
        options: with both languages the page has each as a whole, and a switch between them.
    """
    found = {rule_id: reasons(assessment, rule) for rule_id, (rule, _) in considered(assessment).items()}
    editions: list[Child] = [
        h(
            "div",
            _others(lang, options.languages),
            head(assessment, lang),
            _contents(lang),
            counts(assessment, lang),
            missing(assessment, lang),
            deadlines(assessment, lang),
            questions(assessment, lang),
            topics(assessment, lang),
            findings(assessment, found, lang),
            answers_given(assessment, lang),
            evidence(assessment, lang),
            waivers(assessment, lang),
            views(assessment, lang),
            warnings(assessment, lang),
            law(assessment, lang),
            method(assessment, lang),
            digests(assessment, lang),
            lang=TAGS[lang],
            class_="edition",
            data_edition=lang,
            data_title=_title(assessment, lang),
            data_skip=word("page.skip", lang),
        )
        for lang in options.languages
    ]
    title = _title(assessment, options.languages[0])
    carried = {"assessment": render_json(assessment).encode(), "report": report_json("html", options)}
    return seal(page(title, editions, options.languages, carried), "html")


def _others(lang: str, languages: Sequence[str]) -> Child:
    """The way to the other language, where no script switches between them."""
    return [
        h(
            "p",
            h("a", word("page.language", one), href=f"#{anchor(one, 'top')}"),
            lang=TAGS[one],
            class_="other",
        )
        for one in languages
        if one != lang
    ]


def _contents(lang: str) -> Element:
    items = [
        h("li", h("a", word(f"contents.{name}", lang), href=f"#{anchor(lang, name)}")) for name in _CONTENTS
    ]
    return h("nav", h("ol", items), aria_label=word("page.top", lang), class_="contents")


def _title(assessment: Assessment, lang: str) -> str:
    return f"{title_of(assessment)} · {say('report.title', lang)} {assessment.as_of.isoformat()}"
