"""What stays the same through an interview: the order of the facts, and which rules look at which fact."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.conditions.anatomy import facts_in
from compliance.packs.rulebook import Definition, Pack, Rule, RuleBook
from compliance.packs.usage import conditions_of


class Sequence:
    """The facts of a book in the order in which a person thinks: scope as its definition tells it, then the sections.

    Args:
        packs, rules: those that are judged.
    """

    def __init__(self, book: RuleBook, packs: Iterable[Pack], rules: Iterable[Rule]) -> None:
        subject_first = sorted(packs, key=lambda pack: not pack.subject)
        scope = facts_in(*(pack.applies for pack in subject_first))
        self.scope = frozenset(scope)
        sections = [fact for section in book.sections for fact in section.facts]
        ordered = dict.fromkeys([*scope, *sections, *book.vocabulary.facts])
        self.place = {fact: number for number, fact in enumerate(ordered)}
        self.field = {
            field.id: number
            for fact in book.vocabulary.facts.values()
            for number, field in enumerate(fact.fields, start=1)
        }
        self.rules = tuple(rules)
        self.packs = tuple(subject_first)
        self._definitions_on: dict[str, list[Definition]] = {}
        for definition in book.definitions.values():
            for fact in facts_in(definition.condition):
                self._definitions_on.setdefault(fact, []).append(definition)
        self._rules_on: dict[str, list[Rule]] = {}
        self._on: dict[str, tuple[Rule | Pack, ...]] = {}
        self._packs_on: dict[str, list[Pack]] = {}
        for rule in self.rules:
            for fact in facts_in(rule.applies, *conditions_of(rule)):
                self._rules_on.setdefault(fact, []).append(rule)
        parents = {own: fact.parent or own for own, fact in book.vocabulary.facts.items()}
        self._beside: dict[str, tuple[str, ...]] = {
            rule.id: tuple(
                dict.fromkeys(parents[fact] for fact in facts_in(rule.applies, *conditions_of(rule)))
            )
            for rule in self.rules
        }
        for pack in self.packs:
            facts = facts_in(pack.applies)
            self._beside[pack.id] = tuple(dict.fromkeys(parents[fact] for fact in facts))
            for fact in facts:
                self._packs_on.setdefault(fact, []).append(pack)

    def on(self, fact: str) -> tuple[Rule | Pack, ...]:
        """The rules and packs that look at a fact, those first that look at the fewest beside it: they are quick."""
        found = self._on.get(fact)
        if found is None:
            both: list[Rule | Pack] = [*self.rules_on(fact), *self.packs_on(fact)]
            found = self._on[fact] = tuple(sorted(both, key=lambda one: len(self.beside(one))))
        return found

    def rules_on(self, fact: str) -> list[Rule]:
        """The rules that look at a fact, a list or a field, through their scope as well."""
        return self._rules_on.get(fact, [])

    def packs_on(self, fact: str) -> list[Pack]:
        """The packs whose scope looks at a fact."""
        return self._packs_on.get(fact, [])

    def definitions_on(self, fact: str) -> list[Definition]:
        """The definitions that look at a fact."""
        return self._definitions_on.get(fact, [])

    def beside(self, one: Rule | Pack) -> tuple[str, ...]:
        """The facts and lists that the outcome of a rule, or the scope of a pack, can depend on."""
        return self._beside[one.id]
