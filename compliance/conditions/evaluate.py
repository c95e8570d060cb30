"""Strong Kleene evaluation: what a condition is worth with the answers that are there.

A definite value is right for every completion. Unknown may still be definite once all completions are
looked at (`compliance.conditions.certain`).
"""

from __future__ import annotations

from typing import Final, assert_never

from compliance.conditions.anatomy import facts_of_leaf
from compliance.conditions.judgement import Situation
from compliance.conditions.known import Address, FieldOf, lay_out
from compliance.conditions.leaves import Concrete, Tests
from compliance.conditions.nodes import (
    All,
    Any,
    Compare,
    Constant,
    Dated,
    Every,
    Has,
    Is,
    Leaf,
    Limit,
    Named,
    Node,
    Not,
    Present,
    SameAs,
    Some,
    Valid,
    WithinLast,
)
from compliance.conditions.truth import HOLDS, UNKNOWN, conjunction, disjunction, negation
from compliance.facts.values import HELD

Place = tuple[str, str | None] | None
"""The record that fields belong to: list id and key (None for a further record), or None outside of lists."""


_LEAVES: Final = (Is, Present, Has, Dated, Limit, Compare, WithinLast, SameAs, Valid, Constant)

Overlay = dict[Address, Concrete] | None
"""Values that a search puts over the answers."""


class Evaluator:
    """Evaluates conditions in one situation."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.known = lay_out(situation)
        self.tests = Tests(situation)
        self.parents = {
            fact_id: fact.parent
            for fact_id, fact in situation.vocabulary.facts.items()
            if fact.parent is not None
        }
        self._leaf_facts: dict[int, tuple[str, ...]] = {}
        self._open_lists: set[int] = set()
        self.explained: dict[int, object] = {}
        self._definitions: dict[tuple[int, bool], int] = {}

    def address(self, fact: str, place: Place) -> Address:
        """Where the value of a fact is kept, seen from a record."""
        parent = self.parents.get(fact)
        if parent is None or place is None:
            return fact
        return FieldOf(parent, place[1], fact)

    def facts_of(self, leaf: Leaf) -> tuple[str, ...]:
        """The facts of a test, remembered."""
        found = self._leaf_facts.get(id(leaf))
        if found is None:
            found = self._leaf_facts[id(leaf)] = facts_of_leaf(leaf)
        return found

    def evaluate(
        self,
        node: Node,
        place: Place = None,
        overlay: dict[Address, Concrete] | None = None,
        late: bool = False,
    ) -> int:
        """The Kleene value of a condition; `late` takes the latest due day where there is a range."""
        if isinstance(node, _LEAVES):
            return self.leaf(node, place, overlay, late)
        match node:
            case All(children):
                return conjunction(self.evaluate(child, place, overlay, late) for child in children)
            case Any(children):
                return disjunction(self.evaluate(child, place, overlay, late) for child in children)
            case Not(child):
                return negation(self.evaluate(child, place, overlay, late))
            case Named(_, body):
                return self.evaluate(body, place, overlay, late) if overlay else self._named(node, late)
            case Every(of):
                return self._every(node, of, overlay, late)
            case Some(of):
                return self._some(node, of, overlay, late)
            case _:
                assert_never(node)

    def _named(self, node: Named, late: bool) -> int:
        """A definition looks at no record, so its value is the same wherever it stands."""
        found = self._definitions.get((id(node), late))
        if found is None:
            found = self._definitions[id(node), late] = self.evaluate(node.body, None, None, late)
        return found

    def leaf(self, leaf: Leaf, place: Place, overlay: Overlay, late: bool) -> int:
        """The value of a test: unknown when one of its facts is open."""
        values: dict[str, Concrete] = {}
        for fact in self.facts_of(leaf):
            address = self.address(fact, place)
            value = overlay.get(address) if overlay else None
            if value is None:
                value = self.known.values.get(address)
            if value is None:
                return UNKNOWN
            if value is HELD:
                if isinstance(leaf, Present):
                    return HOLDS
                return UNKNOWN
            values[fact] = value
        return self.tests.value(leaf, values.__getitem__, late)

    def _every(self, node: Every, of: str, overlay: Overlay, late: bool) -> int:
        listed = self.known.lists.get(of)
        if listed is None or (overlay and id(node) in self._open_lists):
            return UNKNOWN
        values = [
            disjunction(
                [
                    negation(self.evaluate(node.where, (of, key), overlay, late)),
                    self.evaluate(node.satisfies, (of, key), overlay, late),
                ]
            )
            for key in listed.keys
        ]
        return self._note(node, conjunction(values if listed.complete else [*values, UNKNOWN]))

    def _some(self, node: Some, of: str, overlay: Overlay, late: bool) -> int:
        listed = self.known.lists.get(of)
        if listed is None or (overlay and id(node) in self._open_lists):
            return UNKNOWN
        values = [
            conjunction(
                [
                    self.evaluate(node.where, (of, key), overlay, late),
                    self.evaluate(node.satisfies, (of, key), overlay, late),
                ]
            )
            for key in listed.keys
        ]
        return self._note(node, disjunction(values if listed.complete else [*values, UNKNOWN]))

    def _note(self, node: Every | Some, value: int) -> int:
        """Remember quantifiers that are open: a search looks into them record by record, not here again."""
        if value == UNKNOWN:
            self._open_lists.add(id(node))
        return value


def evaluate(node: Node, situation: Situation) -> int:
    """The Kleene value of a condition that stands outside of any list."""
    return Evaluator(situation).evaluate(node)
