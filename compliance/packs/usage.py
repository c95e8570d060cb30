"""Who looks at what: the facts of a rule, and the rules, definitions, forms and packs that use a fact."""

from __future__ import annotations

from compliance.conditions.anatomy import definitions_in, facts_in
from compliance.conditions.nodes import Node
from compliance.frozen import frozen
from compliance.packs.rulebook import (
    Article,
    Citation,
    Definition,
    Form,
    FormField,
    FormPart,
    Impossible,
    Instrument,
    Pack,
    Rule,
    RuleBook,
    Section,
)


@frozen
class Uses:
    """Everything that looks at one fact.

    Args:
        rules: those whose own conditions look at it, perhaps through a definition.
        packs: those whose scope it decides, and so every rule of theirs.
        fields: the form, the part and the field that it fills.
    """

    rules: tuple[Rule, ...]
    definitions: tuple[Definition, ...]
    packs: tuple[Pack, ...]
    fields: tuple[tuple[Form, FormPart, FormField], ...]
    sections: tuple[Section, ...]
    impossible: tuple[Impossible, ...]


@frozen
class Entry:
    """An article of the ledger with all that deals with it.

    Args:
        rules: those that cite it.
        definitions: those that come from it.
        penalises: the rules whose breach it penalises.
        facts: what its rules and definitions look at: the questions it leads to.
    """

    instrument: Instrument
    article: Article
    rules: tuple[Rule, ...]
    definitions: tuple[Definition, ...]
    penalises: tuple[Rule, ...]
    facts: tuple[str, ...]


def conditions_of(rule: Rule) -> tuple[Node, ...]:
    """What a rule says itself, without the scope of its pack."""
    remedy = () if rule.remedied_by is None else (rule.remedied_by,)
    return (rule.when, rule.require, *remedy)


def uses_of(book: RuleBook, fact: str) -> Uses:
    """What uses a fact. A list is used by whatever looks at its entries."""
    return Uses(
        rules=tuple(rule for rule in book.rules.values() if fact in facts_in(*conditions_of(rule))),
        definitions=tuple(one for one in book.definitions.values() if fact in facts_in(one.condition)),
        packs=tuple(pack for pack in book.packs.values() if fact in facts_in(pack.applies)),
        fields=tuple(
            (form, part, field)
            for form in book.forms.values()
            for part in form.parts
            for field in part.fields
            if field.fact == fact
        ),
        sections=tuple(section for section in book.sections if fact in section.facts),
        impossible=tuple(one for one in book.impossible if fact in facts_in(one.condition)),
    )


def rules_with(book: RuleBook, definition: str) -> tuple[Rule, ...]:
    """The rules whose own conditions name a definition, directly or through another one."""
    return tuple(rule for rule in book.rules.values() if definition in definitions_in(*conditions_of(rule)))


def packs_with(book: RuleBook, definition: str) -> tuple[Pack, ...]:
    """The packs whose scope names a definition, directly or through another one."""
    return tuple(pack for pack in book.packs.values() if definition in definitions_in(pack.applies))


def ledger(book: RuleBook) -> tuple[Entry, ...]:
    """Every article of every instrument, in the packs' order."""
    return tuple(
        entry_of(book, instrument, article)
        for instrument in book.instruments.values()
        for article in instrument.articles
    )


def entry_of(book: RuleBook, instrument: Instrument, article: Article, paragraph: str = "") -> Entry:
    """What deals with an article, or with one paragraph of it."""
    wanted = Citation(instrument.id, article.number, paragraph)
    rules = tuple(
        rule for rule in book.rules.values() if any(_within(s.citation, wanted) for s in rule.sources)
    )
    definitions = tuple(
        one for one in book.definitions.values() if one.source is not None and _within(one.source, wanted)
    )
    looked_at = [node for rule in rules for node in conditions_of(rule)]
    return Entry(
        instrument=instrument,
        article=article,
        rules=rules,
        definitions=definitions,
        penalises=tuple(
            rule for rule in book.rules.values() if rule.penalty is not None and _within(rule.penalty, wanted)
        ),
        facts=facts_in(*looked_at, *(one.condition for one in definitions)),
    )


def _within(cited: Citation, wanted: Citation) -> bool:
    """Whether a citation lies in the article or, if one is named, in the paragraph."""
    if (cited.instrument, cited.article) != (wanted.instrument, wanted.article):
        return False
    return not wanted.paragraph or f"{cited.paragraph}.".startswith(f"{wanted.paragraph}.")
