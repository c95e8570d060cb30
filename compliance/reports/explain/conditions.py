"""Conditions on a page of `explain`: numbered clauses, and the terms they use explained once."""

from __future__ import annotations

from compliance.conditions.anatomy import definitions_in
from compliance.conditions.drafting import Terms, draft
from compliance.conditions.nodes import Named, Node
from compliance.packs.rulebook import Definition, Rule, RuleBook
from compliance.reports.explain.law import numbered
from compliance.reports.text.layout import Page, capital
from compliance.reports.words import say


def terms_of(book: RuleBook, lang: str) -> Terms:
    """The words that conditions of a rule book are drafted with."""
    return Terms(
        book.vocabulary,
        lang,
        {one.id: one.title.get(lang) for one in book.definitions.values()},
        {one.id: one.title.get(lang) for one in book.identifiers.values()},
    )


def put_clauses(page: Page, book: RuleBook, lang: str, *nodes: Node) -> None:
    """All of the conditions: one sentence, or a lead-in with numbered clauses."""
    drafted = draft(terms_of(book, lang), *nodes)
    match drafted.join:
        case "always":
            page.put(say("clause.always", lang))
        case "one":
            page.put(capital(drafted.clauses[0]) + say("full_stop", lang))
        case _:
            page.put(say(f"clause.{drafted.join}", lang))
            numbered(page, drafted.clauses, lang)


def put_remedy(page: Page, book: RuleBook, lang: str, remedy: Node) -> None:
    """What makes a breach a past one."""
    drafted = draft(terms_of(book, lang), remedy)
    if drafted.join in ("all", "any"):
        page.put(say(f"remedy.{drafted.join}", lang))
        numbered(page, drafted.clauses, lang)
    else:
        page.put(say("remedy.one", lang, text="".join(drafted.clauses)))


def put_terms(page: Page, book: RuleBook, lang: str, *nodes: Node) -> None:
    """The definitions that conditions name, each explained once; nothing when they name none."""
    named = [book.definitions[name] for name in definitions_in(*nodes) if name in book.definitions]
    if not named:
        return
    page.heading(say("explain.terms", lang))
    for number, definition in enumerate(named):
        if number:
            page.gap()
        _put_term(page, definition, book, lang)


def _put_term(page: Page, definition: Definition, book: RuleBook, lang: str) -> None:
    title = definition.title.get(lang)
    drafted = draft(terms_of(book, lang), body_of(definition))
    if drafted.join in ("always", "one"):
        text = drafted.clauses[0] if drafted.clauses else say("clause.always", lang)
        said = say("term", lang, title=title, id=definition.id, text=text.rstrip("。."))
        page.put(said + say("full_stop", lang))
        return
    page.put(say(f"term.{drafted.join}", lang, title=title, id=definition.id))
    numbered(page, drafted.clauses, lang, 2)


def body_of(definition: Definition) -> Node:
    """What a definition says."""
    return definition.condition.body if isinstance(definition.condition, Named) else definition.condition


def rules_text(rule: Rule, lang: str) -> str:
    """A rule as an item of a list."""
    return say("id", lang, text=rule.title.get(lang), id=rule.id)
