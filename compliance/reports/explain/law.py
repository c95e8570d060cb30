"""The law on a page of `explain`: provisions with their instrument, how well confirmed, penalties by step."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.packs.lookup import Provision
from compliance.packs.rulebook import (
    Article,
    Citation,
    Instrument,
    PenaltyStep,
    Period,
    Rule,
    RuleBook,
)
from compliance.reports.citation import citation_text, provision_text
from compliance.reports.text.layout import Page
from compliance.reports.words import say

TEN_THOUSAND = 10_000


def provision_of(citation: Citation, book: RuleBook) -> Provision | None:
    """The article that a citation means; None when the ledger does not have it."""
    instrument = book.instruments.get(citation.instrument)
    articles = instrument.articles if instrument else ()
    article = next((one for one in articles if one.number == citation.article), None)
    if instrument is None or article is None:
        return None
    return Provision(instrument, article, citation.paragraph)


def put_sources(page: Page, rule: Rule, book: RuleBook, lang: str) -> None:
    """What a rule rests on: each provision and how it was confirmed, then each instrument's dates and link."""
    for source in rule.sources:
        page.put(full_citation(source.citation, book, lang), mark=page.symbol("item"))
        page.put(say(f"confirmed.{source.verified.value}", lang), 2)
    for name in dict.fromkeys(source.citation.instrument for source in rule.sources):
        if name in book.instruments:
            put_instrument(page, book.instruments[name], book, lang)


def full_citation(citation: Citation, book: RuleBook, lang: str) -> str:
    """A provision with the instrument's full title and number, and what it is about."""
    found = provision_of(citation, book)
    if found is None:
        return citation_text(citation, book.instruments, lang)
    return say(
        "provision",
        lang,
        instrument=instrument_text(found.instrument, lang),
        article=provision_text(citation, lang, found.instrument),
        title=found.article.title.get(lang),
    )


def instrument_text(instrument: Instrument, lang: str) -> str:
    """An instrument's full title and number."""
    return say("instrument", lang, title=instrument.title.get(lang), number=instrument.number.get(lang))


def put_instrument(page: Page, instrument: Instrument, book: RuleBook, lang: str) -> None:
    """Who issued an instrument and when, its dates in force, when its sources were checked, and its link."""
    issuer = instrument.issuer.get(lang)
    if instrument.promulgated is not None:
        day = instrument.promulgated.isoformat()
        page.put(say("instrument.promulgated", lang, issuer=issuer, day=day), 2)
    else:
        page.put(say("instrument.issuer", lang, issuer=issuer), 2)
    page.put(period_text(instrument.in_force, lang), 2)
    if instrument.superseded_by is not None:
        newer = book.instruments.get(instrument.superseded_by)
        named = instrument_text(newer, lang) if newer else instrument.superseded_by
        page.put(say("superseded", lang, instrument=named), 2)
    if instrument.checked is not None:
        page.put(say("checked", lang, day=instrument.checked.isoformat()), 2)
    else:
        page.put(say("unchecked", lang), 2)
    page.put(instrument.url, 2, keep=instrument.url)


def period_text(period: Period, lang: str) -> str:
    """Dates in force as a sentence without full stop."""
    start = period.start.isoformat() if period.start else ""
    end = period.end.isoformat() if period.end else ""
    key = "both" if start and end else "from" if start else "until" if end else "open"
    return say(f"in_force.{key}", lang, start=start, end=end)


def put_penalty(page: Page, citation: Citation | None, book: RuleBook, lang: str) -> None:
    """The penalty for a breach, step by step."""
    if citation is None:
        page.put(say("penalty.none", lang))
        return
    page.put(full_citation(citation, book, lang))
    found = provision_of(citation, book)
    if found is not None and found.article.penalty:
        put_steps(page, found.article, lang)
    else:
        page.put(say("penalty.no_steps", lang))


def put_steps(page: Page, article: Article, lang: str, indent: int = 0) -> None:
    """The steps of a penalty article, the mildest first."""
    numbered(page, (_step(step, lang) for step in article.penalty), lang, indent)


def numbered(page: Page, texts: Iterable[str], lang: str, indent: int = 0) -> None:
    """Numbered clauses, each with its mark of punctuation."""
    listed = list(texts)
    for number, text in enumerate(listed, start=1):
        last = number == len(listed)
        ended = text + say("full_stop", lang) if last else say("clause.semicolon", lang, text=text)
        page.put(ended, indent, mark=say("clause.number", lang, number=number))


def _step(step: PenaltyStep, lang: str) -> str:
    said = say("penalty.step", lang, when=step.when.get(lang), measures=step.measures.get(lang))
    said = said.rstrip("。.")
    return say("penalty.fine", lang, text=said, fine=fine_text(step.fine, lang)) if step.fine else said


def fine_text(fine: tuple[int, int, str], lang: str) -> str:
    """The span of a fine, both ends inclusive."""
    least, most, currency = fine
    if least == most or least == 0:
        key = "fine.exact" if least == most else "fine.up_to"
        return say(key, lang, end=_amount(most, currency, lang))
    end = _amount(most, currency, lang) if lang == "zh" else f"{most:,}"
    return say("fine.span", lang, start=_amount(least, currency, lang), end=end)


def _amount(amount: int, currency: str, lang: str) -> str:
    if lang != "zh":
        return f"{currency} {amount:,}"
    unit = "元" if currency == "CNY" else f" {currency}"
    if amount % TEN_THOUSAND == 0:
        return f"{amount // TEN_THOUSAND}万{unit}"
    return f"{amount}{unit}"
