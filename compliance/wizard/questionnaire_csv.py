"""The questionnaire as a table for spreadsheet programs."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.facts.identifiers import Identifier
from compliance.facts.values import NONE, Records
from compliance.facts.vocabulary import Fact, Kind
from compliance.interview.state import State
from compliance.packs.rulebook import RuleBook
from compliance.reports.spreadsheet import table_bytes
from compliance.reports.words import say as report_say
from compliance.wizard.questionnaire_cells import Unknown, cell_text, option_words
from compliance.wizard.questionnaire_rows import Asked, Item, parts
from compliance.wizard.questionnaire_words import COLUMNS, heading, say
from compliance.wizard.words import say as wizard_say


def csv_bytes(book: RuleBook, state: State, lang: str) -> bytes:
    """All questions, one a row; a list also has rows for its entries and for a blank one."""
    rows = [[heading(column, lang) for column in COLUMNS]]
    for part in parts(state, lang):
        for asked in part.asked:
            for row in _rows(asked, part.title, book, state, lang):
                rows.append([row.get(column, "") for column in COLUMNS])
    return table_bytes(rows)


def _rows(asked: Asked, section: str, book: RuleBook, state: State, lang: str) -> Iterator[dict[str, str]]:
    fact = asked.item.fact
    row = _row(asked.item, section, book, state, lang)
    if fact.kind is Kind.RECORDS:
        explained = say("list.help", lang, entry=heading("entry", lang))
        row["help"] = " ".join(part for part in (row["help"], explained) if part)
        row["answer"] = list_cell(asked.item, lang)
    yield row
    for entry in asked.entries:
        for field in entry.fields:
            row = _row(field, section, book, state, lang)
            label = fact.label.get(lang)
            row["question"] = say("list.entry", lang, list=label, field=row["question"])
            yield {**row, "entry": entry.name or ""}


def _row(item: Item, section: str, book: RuleBook, state: State, lang: str) -> dict[str, str]:
    fact = item.fact
    row = {
        "id": item.path,
        "section": section,
        "question": item.asks(lang),
        "help": item.help(lang),
        "kind": kind_text(fact, book, lang),
        "answer": "" if item.answer is None else cell_text(item.answer, fact, lang),
        "articles": report_say("list.semicolon", lang).join(item.articles),
        "rules": str(item.rules),
        "status": wizard_say(f"status.{item.status.value}", lang) if item.status else "",
    }
    view = state.readings.get(fact.id) if fact.kind is Kind.READING and item.answer is not None else None
    if view is not None:
        row |= {"by": view.by, "on": view.on.isoformat(), "note": view.note}
    return row


def list_cell(item: Item, lang: str) -> str:
    """What the row of a list says: whether these are all its entries."""
    if isinstance(item.answer, Unknown):
        return cell_text(item.answer, item.fact, lang)
    if not isinstance(item.answer, Records):
        return ""
    if item.answer.complete:
        return wizard_say("that_is_all" if item.answer.entries else "none", lang)
    return wizard_say("there_are_more", lang)


def kind_text(fact: Fact, book: RuleBook, lang: str) -> str:
    """How a question is answered, with its possible answers in words."""
    said = _plain_kind(fact, book, lang)
    if fact.can_be_none:
        said = say("kind.none", lang, kind=said, none=cell_text(NONE, fact, lang))
    return say("kind.unknown", lang, kind=said, unknown=wizard_say("not_known", lang))


def _plain_kind(fact: Fact, book: RuleBook, lang: str) -> str:
    options = say("or", lang).join(option_words(fact, lang))
    match fact.kind:
        case Kind.BOOLEAN:
            return say("yes_or_no", lang)
        case Kind.CHOICE:
            return say("kind.choice", lang, options=options)
        case Kind.READING:
            return say("kind.reading", lang, options=options)
        case Kind.CHOICES if fact.at_least_one:
            return say("kind.choices", lang, options=options)
        case Kind.CHOICES:
            none = wizard_say("none_of_these", lang)
            return say("kind.choices.none", lang, options=options, none=none)
        case Kind.NUMBER:
            return _at_least(say("kind.whole" if fact.whole else "kind.number", lang), fact.minimum, lang)
        case Kind.QUANTITY:
            samples = say("or", lang).join(_samples(fact, lang))
            return _at_least(say("kind.quantity", lang, samples=samples), fact.minimum, lang)
        case Kind.DATE:
            return say("kind.date", lang)
        case Kind.TEXT:
            return _text_kind(book.identifiers.get(fact.identifier or ""), lang)
        case Kind.RECORDS:
            words = {
                "all": wizard_say("that_is_all", lang),
                "more": wizard_say("there_are_more", lang),
                "none": wizard_say("none", lang),
            }
            return say("kind.list.one" if fact.at_least_one else "kind.list", lang, **words)


def _at_least(said: str, minimum: int | None, lang: str) -> str:
    return said if not minimum else say("kind.minimum", lang, kind=said, minimum=minimum)


def _samples(fact: Fact, lang: str) -> Iterator[str]:
    from compliance.facts.values import Quantity

    for unit in fact.units:
        yield cell_text(Quantity(max(6, fact.minimum or 0), unit), fact, lang)


def _text_kind(scheme: Identifier | None, lang: str) -> str:
    return (
        say("kind.text", lang)
        if scheme is None
        else say("kind.identifier", lang, title=scheme.title.get(lang))
    )
