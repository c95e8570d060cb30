"""The pages of an article of the law and of a definition: what deals with it and how it stands in a project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.assessment.model import Assessment
from compliance.assessment.reasons import explain_condition
from compliance.conditions.anatomy import facts_in
from compliance.packs.lookup import Provision
from compliance.packs.rulebook import Definition, Rule, RuleBook
from compliance.packs.usage import entry_of, packs_with, rules_with
from compliance.reports.citation import provision_text
from compliance.reports.explain.conditions import body_of, put_clauses, put_terms, rules_text
from compliance.reports.explain.law import full_citation, instrument_text, put_instrument, put_steps
from compliance.reports.explain.why import STEP, WhyTree
from compliance.reports.text.layout import Page, capital
from compliance.reports.words import say


def put_provision_page(
    page: Page, provision: Provision, book: RuleBook, lang: str, assessment: Assessment | None = None
) -> None:
    """The ledger's entry of an article, with rules, definitions, penalty steps and questions."""
    instrument, article = provision.instrument, provision.article
    entry = entry_of(book, instrument, article, provision.paragraph)
    title = article.title.get(lang)
    head = say(
        "ledger.article", lang, article=provision_text(provision.citation, lang, instrument), title=title
    )
    page.put(head, style="bold")
    page.put(say("id", lang, text=instrument_text(instrument, lang), id=str(provision.citation)))
    put_instrument(page, instrument, book, lang)
    if assessment is not None:
        file, day = assessment.manifest.file, assessment.as_of.isoformat()
        page.put(say("why.as_of", lang, file=file, day=day), keep=file)
    page.heading(say("explain.ledger", lang))
    page.put(capital(say(f"handled.{article.handled.value}", lang)) + say("full_stop", lang))
    if article.reason is not None:
        page.put(article.reason.get(lang))
    if provision.paragraph and not (entry.rules or entry.definitions or entry.penalises):
        page.put(say("paragraph.no_rule", lang, article=f"{instrument.id}#{article.number}"))
    if article.penalty:
        page.heading(say("explain.penalty", lang))
        put_steps(page, article, lang)
    _put_definitions(page, entry.definitions, lang, assessment)
    _put_rules(page, "explain.rules", entry.rules, lang, assessment)
    _put_rules(page, "explain.penalises", entry.penalises, lang, assessment)
    put_questions(page, entry.facts, book, lang)


def put_definition_page(
    page: Page, definition: Definition, book: RuleBook, lang: str, assessment: Assessment | None = None
) -> None:
    """What a definition says, where it comes from, which rules and packs use it, and how it comes out."""
    page.put(definition.title.get(lang), style="bold")
    said = [definition.id, say("explain.definition", lang)]
    page.put(page.symbol("dot").join(said), keep=definition.id)
    if definition.source is not None:
        page.put(full_citation(definition.source, book, lang))
    if assessment is not None:
        page.heading(say("explain.in_project", lang))
        file = assessment.manifest.file
        page.put(say("why.as_of", lang, file=file, day=assessment.as_of.isoformat()), keep=file)
        WhyTree(page, assessment, lang).put(explain_condition(assessment, definition.condition, None))
    page.heading(say("explain.meaning", lang))
    body = body_of(definition)
    put_clauses(page, book, lang, body)
    put_terms(page, book, lang, body)
    packs = packs_with(book, definition.id)
    if packs:
        page.heading(say("explain.scope", lang))
    for pack in packs:
        count = sum(rule.pack == pack.id for rule in book.rules.values())
        page.put(say("scope.decides", lang, pack=pack.title.get(lang), n=count))
    _put_rules(page, "explain.rules", rules_with(book, definition.id), lang, assessment)
    put_questions(page, facts_in(body), book, lang)


def put_questions(page: Page, facts: Iterable[str], book: RuleBook, lang: str) -> None:
    """The questions that facts ask: those of the lists for their fields."""
    asked = questions(facts, book)
    if not asked:
        return
    page.heading(say("explain.questions", lang, n=len(asked)))
    for name in asked:
        fact = book.vocabulary[name]
        text = fact.question or fact.label
        page.put(say("id", lang, text=text.get(lang), id=name), mark=page.symbol("item"))


def questions(facts: Iterable[str], book: RuleBook) -> tuple[str, ...]:
    """The facts to ask about: a field of a list is asked with its list."""
    return tuple(dict.fromkeys(book.vocabulary[name].parent or name for name in facts))


def _put_definitions(
    page: Page, definitions: Sequence[Definition], lang: str, assessment: Assessment | None
) -> None:
    """Definitions as a list; with a project, whether each holds there."""
    if definitions:
        page.heading(say("explain.definitions", lang))
    for one in definitions:
        page.put(say("id", lang, text=one.title.get(lang), id=one.id), mark=page.symbol("item"))
        if assessment is not None:
            WhyTree(page, assessment, lang).state(explain_condition(assessment, one.condition, None), STEP)


def _put_rules(
    page: Page, heading: str, rules: Sequence[Rule], lang: str, assessment: Assessment | None
) -> None:
    """Rules as a list; with a project, each with its outcome."""
    if not rules:
        return
    page.heading(say(heading, lang, n=len(rules)))
    findings = {one.rule.id: one for one in assessment.findings} if assessment else {}
    for rule in rules:
        page.put(rules_text(rule, lang), mark=page.symbol("item"))
        finding = findings.get(rule.id)
        if finding is None:
            if assessment is not None:
                page.put(say("holds.not_in_force", lang), STEP)
            continue
        outcome = say("outcome.past" if finding.past else f"outcome.{finding.outcome.value}", lang)
        page.put(page.symbol(finding.standing.value) + outcome, STEP)
