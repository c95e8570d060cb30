"""The top of an HTML report: whose service, as of when, the verdict, how final it is, and the counts."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment, Standing, Verdict
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.html.parts import anchor, day, pairs, paragraph
from compliance.reports.names import provider_name, title_of
from compliance.reports.text.notes import scope_lines
from compliance.reports.verdict_line import is_waived, verdict_line, verdict_words
from compliance.reports.words import say
from compliance.reports.words_document import word

_SHAPES: Final = {
    Verdict.BLOCKED: "✗",
    Verdict.NOT_READY: "✗",
    Verdict.INCOMPLETE: "?",
    Verdict.OUT_OF_SCOPE: "–",
    Verdict.READY: "✓",
}
_TILES: Final = (Standing.VIOLATED, Standing.UNDECIDED, Standing.PENDING, Standing.PAST, Standing.HOLDS)


def head(assessment: Assessment, lang: str) -> Element:
    """Everything a reader must know before reading on."""
    return h(
        "header",
        paragraph(word("head.eyebrow", lang), "eyebrow"),
        h("h1", title_of(assessment), id=anchor(lang, "top")),
        paragraph(say("sensitive.shown", lang), "notice") if assessment.disclosed else None,
        _verdict(assessment, lang),
        _glance(assessment, lang),
        class_="head",
    )


def counts(assessment: Assessment, lang: str) -> Element:
    """How many rules stand how: binding ones, and apart from them the others."""
    title = anchor(lang, "counts")
    return h(
        "section",
        h("h2", word("counts.title", lang), id=title),
        _tiles("count.binding", assessment, lang, binding=True),
        _tiles("count.other", assessment, lang, binding=False),
        aria_labelledby=title,
        class_="counts",
    )


def _verdict(assessment: Assessment, lang: str) -> Element:
    verdict = assessment.verdict
    chips: list[Child] = [
        h(
            "li",
            word("head.final.yes" if assessment.final else "head.final.no", lang),
            class_="chip final" if assessment.final else "chip open",
        )
    ]
    if assessment.partial:
        packs = say("list.and", lang).join(assessment.partial)
        chips.append(h("li", word("head.partial", lang, packs=packs), class_="chip open"))
    return h(
        "div",
        h(
            "p",
            h("span", _SHAPES[verdict], aria_hidden="true", class_="sign"),
            " ",
            h("span", word("head.verdict", lang), class_="unseen"),
            " ",
            h("strong", verdict_words(assessment, lang)),
            class_="word",
        ),
        h("ul", chips, class_="chips"),
        paragraph(verdict_line(assessment, lang), "line"),
        [paragraph(line) for line in scope_lines(assessment, lang)],
        class_=f"verdict {verdict.value}",
    )


def _glance(assessment: Assessment, lang: str) -> Element | None:
    as_of = assessment.as_of.isoformat()
    packs = say("list.and", lang).join(
        assessment.partial or [f"{status.pack.id} {status.pack.version}" for status in assessment.packs]
    )
    could = "" if assessment.final else say(f"could.{assessment.worst.value}", lang)
    return pairs(
        [
            (word("head.operator", lang), provider_name(assessment)),
            (say("glance.file", lang), h("code", assessment.manifest.file)),
            (
                say("glance.day", lang),
                say("as_of_given", lang, day=as_of) if assessment.as_of_given else day(assessment.as_of),
            ),
            (
                say("glance.final", lang),
                say("final.yes", lang) if assessment.final else say("final.no", lang, could=could),
            ),
            (
                say("glance.packs", lang),
                say("packs.partial" if assessment.partial else "packs.all", lang, packs=packs),
            ),
        ]
    )


def _tiles(title: str, assessment: Assessment, lang: str, *, binding: bool) -> list[Child]:
    tiles: list[Child] = []
    for standing in _TILES:
        found = assessment.standing(standing, binding=binding)
        waived = sum(map(is_waived, found)) if standing is Standing.VIOLATED else 0
        note = h("span", word("counts.waived", lang, n=waived), class_="note") if waived else None
        style = f"tile {standing.value}" if found else "tile nought"
        tiles.append(
            h(
                "div",
                h("dt", say(f"standing.{standing.value}", lang), note),
                h("dd", str(len(found))),
                class_=style,
            )
        )
    style = "tiles" if binding else "tiles small"
    return [h("h3", say(title, lang)), h("dl", tiles, class_=style)]
