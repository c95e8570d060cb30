"""The ledger in an HTML report: every provision of every law, and how it is dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment
from compliance.packs.rulebook import Citation, Handling, Instrument
from compliance.packs.usage import Entry, ledger
from compliance.reports.citation import provision_text
from compliance.reports.considered import considered
from compliance.reports.explain.law import instrument_text, put_instrument
from compliance.reports.html.elements import Child, Element, h, link
from compliance.reports.html.parts import badge, bullets, paragraph, rule_link, section, table
from compliance.reports.html.tree import Outline
from compliance.reports.rules.ledger import counts_text
from compliance.reports.states import state_of
from compliance.reports.text.notes import not_formalised_lines
from compliance.reports.words import say
from compliance.reports.words_document import word


def law(assessment: Assessment, lang: str) -> Element:
    """The laws of the run's packs; first what no rule checks."""
    packs = {status.pack.id for status in assessment.packs}
    entries = ledger(assessment.book)
    unchecked = not_formalised_lines(assessment, lang)
    return section(
        lang,
        "law",
        word("ledger.title", lang),
        paragraph(word("ledger.intro", lang)),
        [h("h3", say("section.not_formalised", lang)), bullets(unchecked)] if unchecked else None,
        [
            _instrument(one, [entry for entry in entries if entry.instrument is one], assessment, lang)
            for one in assessment.book.instruments.values()
            if one.pack in packs
        ],
    )


def _instrument(
    instrument: Instrument, entries: Sequence[Entry], assessment: Assessment, lang: str
) -> Element:
    page = Outline()
    put_instrument(page, instrument, assessment.book, lang)
    lines = [
        link(instrument.url, line.text) if line.text == instrument.url else line.text
        for line in page.outlined
    ]
    title = instrument_text(instrument, lang)
    heads = [word(f"ledger.{name}", lang) for name in ("provision", "subject", "handled", "reason")]
    rows = [_entry(entry, assessment, lang) for entry in entries]
    return h(
        "details",
        h(
            "summary",
            h("span", title, class_="title"),
            " ",
            h("span", counts_text(entries, lang), class_="cited"),
        ),
        bullets(lines),
        table(lang, title, heads, rows),
        class_="fold",
    )


def _entry(entry: Entry, assessment: Assessment, lang: str) -> list[Child]:
    article = entry.article
    cited = Citation(entry.instrument.id, article.number)
    rules = considered(assessment)
    own = [rules[rule.id] for rule in entry.rules if rule.id in rules]
    unchecked = article.handled is Handling.NOT_FORMALISED
    return [
        provision_text(cited, lang, entry.instrument),
        article.title.get(lang),
        h("span", say(f"handled.{article.handled.value}", lang), class_="tag stop" if unchecked else None),
        [
            bullets(
                [[badge(state_of(rule, found), lang), " ", rule_link(rule, lang)] for rule, found in own]
            ),
            paragraph(article.reason.get(lang), "quiet") if article.reason else None,
        ],
    ]
