"""`compliance rules ledger`: every article and how it is dealt with (format `compliance-ledger`, version 1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from compliance.facts.vocabulary import Bilingual
from compliance.packs.rulebook import Citation, Handling, Instrument, PenaltyStep, Rule, RuleBook
from compliance.packs.usage import Entry, ledger
from compliance.reports import json_parts as parts
from compliance.reports.citation import provision_text
from compliance.reports.explain.law import instrument_text, put_instrument, put_steps
from compliance.reports.explain.provision import questions
from compliance.reports.json_parts import Json
from compliance.reports.text.layout import Page
from compliance.reports.words import say

FORMAT: Final = "compliance-ledger"
VERSION: Final = 1


def render_ledger(
    book: RuleBook, lang: str, *, width: int, colour: bool = False, unicode: bool = True
) -> str:
    """The ledger as text, instrument by instrument."""
    page = Page(width, colour, unicode)
    entries = ledger(book)
    for instrument in book.instruments.values():
        own = [entry for entry in entries if entry.instrument is instrument]
        page.heading(instrument_text(instrument, lang))
        put_instrument(page, instrument, book, lang)
        page.put(counts_text(own, lang))
        for entry in own:
            page.gap()
            _put_entry(page, entry, book, lang)
    return page.text()


def counts_text(entries: Sequence[Entry], lang: str) -> str:
    """How many provisions are dealt with how."""
    said = [
        say("ledger.count", lang, n=number, word=say(f"handled.{handling.value}", lang))
        for handling in Handling
        if (number := sum(entry.article.handled is handling for entry in entries))
    ]
    return say("ledger.counts", lang, n=len(entries), counts=say("list.semicolon", lang).join(said))


def _put_entry(page: Page, entry: Entry, book: RuleBook, lang: str) -> None:
    article = entry.article
    head = say(
        "ledger.article",
        lang,
        article=provision_text(_cited(entry), lang, entry.instrument),
        title=article.title.get(lang),
    )
    page.put(say("label", lang, label=head, text=say(f"handled.{article.handled.value}", lang)))
    if article.reason is not None:
        page.put(article.reason.get(lang), 2)
    _put_named(page, "ledger.rules", {rule.id: rule.title for rule in entry.rules}, lang)
    _put_named(page, "ledger.definitions", {one.id: one.title for one in entry.definitions}, lang)
    _put_named(page, "ledger.penalises", {rule.id: rule.title for rule in entry.penalises}, lang)
    if article.penalty:
        put_steps(page, article, lang, 2)
    asked = {name: book.vocabulary[name].label for name in questions(entry.facts, book)}
    _put_named(page, "ledger.questions", asked, lang)


def _put_named(page: Page, label: str, titles: Mapping[str, Bilingual], lang: str) -> None:
    if not titles:
        return
    page.put(say("label", lang, label=say(label, lang), text="").rstrip(), 2)
    for name, title in titles.items():
        page.put(say("id", lang, text=title.get(lang), id=name), 2, mark=page.symbol("item"))


def _cited(entry: Entry) -> Citation:
    return Citation(entry.instrument.id, entry.article.number)


def ledger_document(book: RuleBook) -> Json:
    """The ledger as plain JSON values."""
    entries = ledger(book)
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": parts.program(),
        "digest": book.digest,
        "instruments": [
            _instrument(one, [entry for entry in entries if entry.instrument is one], book)
            for one in book.instruments.values()
        ],
    }


def _instrument(instrument: Instrument, entries: Sequence[Entry], book: RuleBook) -> Json:
    return {
        "id": instrument.id,
        "pack": instrument.pack,
        "title": parts.both(instrument.title),
        "short": parts.both(instrument.short),
        "issuer": parts.both(instrument.issuer),
        "number": parts.both(instrument.number),
        "promulgated": parts.day(instrument.promulgated),
        "in_force": parts.period(instrument.in_force),
        "superseded_by": instrument.superseded_by,
        "checked": parts.day(instrument.checked),
        "url": instrument.url,
        "articles": [_entry(entry, book) for entry in entries],
    }


def _entry(entry: Entry, book: RuleBook) -> Json:
    return {
        "citation": str(_cited(entry)),
        "article": entry.article.number,
        "title": parts.both(entry.article.title),
        "handled": entry.article.handled.value,
        "reason": parts.both(entry.article.reason),
        "rules": _ids(entry.rules),
        "definitions": [one.id for one in entry.definitions],
        "penalises": _ids(entry.penalises),
        "penalty": [_step(step) for step in entry.article.penalty],
        "questions": [
            {
                "fact": name,
                "question": parts.both(book.vocabulary[name].question or book.vocabulary[name].label),
            }
            for name in questions(entry.facts, book)
        ],
    }


def _ids(rules: Sequence[Rule]) -> Json:
    return [rule.id for rule in rules]


def _step(step: PenaltyStep) -> Json:
    fine: Json = None
    if step.fine is not None:
        least, most, currency = step.fine
        fine = {"from": least, "to": most, "currency": currency}
    return {"when": parts.both(step.when), "measures": parts.both(step.measures), "fine": fine}
