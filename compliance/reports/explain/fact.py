"""The page of one fact: the question, what can be answered, who looks at it, and the answer in a project."""

from __future__ import annotations

from typing import assert_never

from compliance.assessment.model import Assessment
from compliance.conditions.explain import Observed
from compliance.conditions.sentence import label_of, number_text
from compliance.facts.values import Record, Records
from compliance.facts.vocabulary import Fact, Kind, Tense
from compliance.packs.rulebook import RuleBook
from compliance.packs.usage import Uses, uses_of
from compliance.reports.explain.conditions import rules_text
from compliance.reports.explain.why import STEP, WhyTree
from compliance.reports.text.layout import Page
from compliance.reports.words import say


def put_fact_page(
    page: Page, fact: Fact, book: RuleBook, lang: str, assessment: Assessment | None = None
) -> None:
    """Everything about a fact; first its answer in the project, if there is one."""
    uses = uses_of(book, fact.id)
    page.put(fact.label.get(lang), style="bold")
    said = [fact.id, kind_text(fact, lang)]
    if fact.pack in book.packs:
        pack = book.packs[fact.pack]
        said.append(say("pack.of", lang, id=pack.id, version=pack.version))
    if fact.parent is not None:
        said.append(say("field_of", lang, list=fact.parent))
    said += [say("asked_in", lang, section=section.title.get(lang)) for section in uses.sections]
    page.put(page.symbol("dot").join(said), keep=fact.id)
    if assessment is not None:
        _put_answer(page, fact, assessment, lang)
    _put_question(page, fact, lang)
    _put_answers(page, fact, book, lang)
    _put_uses(page, uses, book, lang)


def kind_text(fact: Fact, lang: str) -> str:
    """What sort of value a fact has, in plain words."""
    if fact.kind is Kind.DATE:
        return say(f"kind.date.{(fact.tense or Tense.PLANNED).value}", lang)
    return say(f"kind.{fact.kind.value}", lang)


# The question and its answers ------------------------------------------------------------------------


def _put_question(page: Page, fact: Fact, lang: str) -> None:
    if fact.question is None and fact.help is None:
        return
    page.heading(say("explain.question", lang))
    for text in (fact.question, fact.help):
        if text is not None:
            page.put(text.get(lang))


def _put_answers(page: Page, fact: Fact, book: RuleBook, lang: str) -> None:
    page.heading(say("explain.answers", lang))
    page.put(_possible(fact, book, lang))
    if fact.kind in (Kind.CHOICE, Kind.CHOICES):
        for option in fact.options:
            page.put(
                say("option", lang, id=option.id, label=option.label.get(lang)),
                STEP,
                mark=page.symbol("item"),
            )
    for text in _special(fact, lang):
        page.put(text)
    if fact.sensitive:
        page.put(say("sensitive", lang))
    if fact.changeable != "yes":
        page.put(say(f"changeable.{fact.changeable}", lang))
    if fact.kind is Kind.READING:
        _put_views(page, fact, lang)
    if fact.kind is Kind.RECORDS:
        _put_fields(page, fact, lang)


def _possible(fact: Fact, book: RuleBook, lang: str) -> str:
    match fact.kind:
        case Kind.BOOLEAN | Kind.CHOICE:
            return say(f"answers.{fact.kind.value}", lang)
        case Kind.CHOICES:
            return say("answers.choices.least" if fact.at_least_one else "answers.choices", lang)
        case Kind.NUMBER:
            said = say("answers.number.whole" if fact.whole else "answers.number", lang)
            return say("list.comma", lang).join([said, *_least(fact, lang)])
        case Kind.QUANTITY:
            units = say("list.and", lang).join(f"`10 {unit}`" for unit in fact.units)
            return say("list.comma", lang).join(
                [say("answers.quantity", lang, units=units), *_least(fact, lang)]
            )
        case Kind.DATE:
            return say("answers.event" if fact.tense is Tense.EVENT else "answers.planned", lang)
        case Kind.TEXT:
            return _text(fact, book, lang)
        case Kind.RECORDS:
            key = "answers.records.least" if fact.at_least_one else "answers.records"
            return say(key, lang, field=fact.key)
        case Kind.READING:
            return say("answers.reading", lang, view=fact.options[0].id)
        case _:
            assert_never(fact.kind)


def _least(fact: Fact, lang: str) -> list[str]:
    return [] if fact.minimum is None else [say("answers.least", lang, n=number_text(fact.minimum))]


def _text(fact: Fact, book: RuleBook, lang: str) -> str:
    scheme = book.identifiers.get(fact.identifier) if fact.identifier else None
    if scheme is None or not scheme.valid_examples:
        return say("answers.text", lang)
    return say("answers.identifier", lang, title=scheme.title.get(lang), sample=scheme.valid_examples[0])


def _special(fact: Fact, lang: str) -> list[str]:
    """The words that answer a fact without a value of its own."""
    said = []
    if fact.kind is Kind.DATE and fact.can_be_none:
        said.append(say("answers.not_yet", lang))
    elif fact.none:
        said.append(say("answers.none", lang))
    if fact.sensitive:
        said.append(say("answers.held", lang))
    return [*said, say("answers.unknown", lang)]


def _put_views(page: Page, fact: Fact, lang: str) -> None:
    page.heading(say("explain.views", lang))
    for option in fact.options:
        page.put(say("option", lang, id=option.id, label=option.label.get(lang)), mark=page.symbol("item"))
        if option.source is not None:
            page.put(say("option.source", lang, source=option.source.get(lang)), STEP)


def _put_fields(page: Page, fact: Fact, lang: str) -> None:
    page.heading(say("explain.fields", lang))
    for field in fact.fields:
        said = say("field", lang, name=field.name, label=field.label.get(lang), kind=kind_text(field, lang))
        if field.options:
            options = [say("id", lang, text=o.label.get(lang), id=o.id) for o in field.options]
            said = say("field.options", lang, text=said, options=say("list.and", lang).join(options))
        page.put(said, mark=page.symbol("item"))


# Who looks at it -------------------------------------------------------------------------------------


def _put_uses(page: Page, uses: Uses, book: RuleBook, lang: str) -> None:
    if uses.packs:
        page.heading(say("explain.scope", lang))
    for pack in uses.packs:
        count = sum(rule.pack == pack.id for rule in book.rules.values())
        page.put(say("scope.decides", lang, pack=pack.title.get(lang), n=count))
    if uses.definitions:
        page.heading(say("explain.definitions", lang))
    for definition in uses.definitions:
        page.put(say("id", lang, text=definition.title.get(lang), id=definition.id), mark=page.symbol("item"))
    if uses.rules:
        page.heading(say("explain.rules_looking", lang, n=len(uses.rules)))
    for rule in uses.rules:
        page.put(rules_text(rule, lang), mark=page.symbol("item"))
    if uses.fields:
        page.heading(say("explain.forms", lang))
    for form, part, field in uses.fields:
        named = {"form": form.title.get(lang), "part": part.title.get(lang), "label": field.label.get(lang)}
        page.put(say("form.field", lang, **named), mark=page.symbol("item"))
        page.put(say("option.source", lang, source=field.source.get(lang)), STEP)
        page.put(say(f"confirmed.{field.verified.value}", lang), STEP)
        if field.note is not None:
            page.put(field.note.get(lang), STEP)
    if uses.impossible:
        page.heading(say("explain.impossible", lang))
    for one in uses.impossible:
        page.put(one.message.get(lang), mark=page.symbol("item"))
    if not (uses.rules or uses.packs):
        page.gap()
        page.put(say("unused", lang))


# The answer in a project -----------------------------------------------------------------------------


def _put_answer(page: Page, fact: Fact, assessment: Assessment, lang: str) -> None:
    page.heading(say("explain.in_project", lang))
    tree = WhyTree(page, assessment, lang)
    file = assessment.manifest.file
    page.put(say("why.as_of", lang, file=file, day=assessment.as_of.isoformat()), keep=file)
    if fact.kind is Kind.RECORDS:
        tree.listed(fact.id, 0)
        for record in _records(fact.id, assessment):
            tree.entry(fact.id, record.key, STEP)
            for field in fact.fields:
                if field.name != fact.key:
                    tree.answer(_seen(fact.id, record, field), 2 * STEP, field.label.get(lang))
    elif fact.parent is not None:
        for record in _records(fact.parent, assessment):
            tree.answer(_seen(fact.parent, record, fact), 0, label_of(fact, record.key, lang))
        if not _records(fact.parent, assessment):
            tree.listed(fact.parent, 0)
    else:
        value = assessment.manifest.answers.get(fact.id)
        tree.answer(Observed(fact.id, fact.id, value), 0)


def _records(of: str, assessment: Assessment) -> tuple[Record, ...]:
    value = assessment.manifest.answers.get(of)
    return value.entries if isinstance(value, Records) else ()


def _seen(of: str, record: Record, field: Fact) -> Observed:
    return Observed(f"{of}[{record.key}].{field.name}", field.id, record.fields.get(field.id))
