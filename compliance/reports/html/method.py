"""The end of an HTML report: how it was come by, what it does not say, and how to verify it."""

from __future__ import annotations

from compliance import __version__
from compliance.assessment.model import Assessment
from compliance.reports.digests import stated_digests
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.html.parts import badge, bullets, paragraph, section, table
from compliance.reports.html.tree import SHAPES
from compliance.reports.method import method_lines
from compliance.reports.states import STATES
from compliance.reports.words import say
from compliance.reports.words_document import word


def method(assessment: Assessment, lang: str) -> Element:
    """Method and limits."""
    states = [h("li", badge(state, lang)) for state in STATES]
    marks = [
        h("li", h("span", sign, class_=f"mark {name}", aria_hidden="true"), " ", say(key, lang))
        for name, (sign, key) in SHAPES.items()
    ]
    return section(
        lang,
        "method",
        word("method.title", lang),
        bullets(method_lines(assessment, lang)),
        h("h3", word("legend", lang)),
        h("ul", states, class_="chips"),
        paragraph(word("legend.tree", lang)),
        h("ul", marks, class_="chips"),
        h("p", h("strong", say("foot.not_advice", lang))),
    )


def digests(assessment: Assessment, lang: str) -> Element:
    """What the report rests on, its seal, and the commands that check both."""
    rows: list[list[Child]] = [
        [
            h("code", one.what) if one.name_is_id else one.what,
            _digest(one.digest) if one.exact else one.digest,
        ]
        for one in stated_digests(assessment, lang)
    ]
    title = say("section.digests", lang)
    return section(
        lang,
        "digests",
        word("digests.title", lang),
        table(lang, title, [say("col.what", lang), say("col.digest", lang)], rows),
        paragraph(word("digests.seal", lang)),
        paragraph(word("digests.verify", lang)),
        h("pre", h("code", "compliance verify report.html")),
        paragraph(word("digests.replay", lang)),
        h("pre", h("code", "compliance replay report.html -m compliance.yaml")),
        paragraph(word("digests.carried", lang), "quiet"),
        paragraph(f"compliance {__version__}", "quiet"),
    )


def _digest(digest: str) -> Element:
    return h("code", digest, class_="digest")
