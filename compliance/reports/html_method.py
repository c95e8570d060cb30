"""The end of an HTML report: how it was come by, what it does not say, and how to verify it."""

from __future__ import annotations

from compliance import __version__
from compliance.assessment.model import Assessment
from compliance.reports.citation import secondary_instruments
from compliance.reports.html_elements import Child, Element, h
from compliance.reports.html_parts import STATES, badge, bullets, paragraph, section, table
from compliance.reports.html_tree import SHAPES
from compliance.reports.private_file import private_digest_text
from compliance.reports.words import say
from compliance.reports.words_html import word


def method(assessment: Assessment, lang: str) -> Element:
    """Method and limits."""
    day = assessment.as_of.isoformat()
    said = [word(f"method.{name}", lang, day=day) for name in ("unknown", "day", "counts", "answers")]
    sources = (source for finding in assessment.findings for source in finding.rule.sources)
    secondary = secondary_instruments(sources, assessment.book.instruments, lang)
    if secondary:
        said.append(say("foot.secondary", lang, instruments=say("list.and", lang).join(secondary)))
    states = [h("li", badge(state, lang)) for state in STATES]
    marks = [
        h("li", h("span", sign, class_=f"mark {name}", aria_hidden="true"), " ", say(key, lang))
        for name, (sign, key) in SHAPES.items()
    ]
    return section(
        lang,
        "method",
        word("method.title", lang),
        bullets(said),
        h("h3", word("legend", lang)),
        h("ul", states, class_="chips"),
        paragraph(word("legend.tree", lang)),
        h("ul", marks, class_="chips"),
        h("p", h("strong", say("foot.not_advice", lang))),
    )


def digests(assessment: Assessment, lang: str) -> Element:
    """What the report rests on, its seal, and the commands that check both."""
    manifest = assessment.manifest
    rows: list[list[Child]] = [[say("digest.rules", lang), _digest(assessment.book.digest)]]
    for status in assessment.packs:
        pack = status.pack
        rows.append([h("code", f"{pack.id} {pack.version}"), _digest(pack.digest)])
    rows.append([say("digest.manifest", lang), _digest(manifest.digest)])
    private = private_digest_text(assessment, lang)
    if private is not None:
        rows.append([say("digest.private", lang), _digest(private) if assessment.disclosed else private])
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
