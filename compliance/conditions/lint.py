"""What is wrong with conditions that parse: comparisons that `none` turns into a pass, dates tied too closely."""

from __future__ import annotations

from compliance.conditions.anatomy import facts_of_leaf, leaves
from compliance.conditions.nodes import (
    TRUE,
    All,
    Any,
    Compare,
    Dated,
    Every,
    FactRef,
    Is,
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
from compliance.facts.vocabulary import Kind, Vocabulary


def negated_none(node: Node, vocabulary: Vocabulary, when: Node = TRUE) -> list[str]:
    """Facts that can be `none` and whose comparison is negated without a `present` beside it or in `when`.

    Comparing with `none` is false, so its negation would be true: having nothing would pass.
    """
    found: dict[str, None] = {}
    _walk(node, vocabulary, _present(when), False, found)
    return list(found)


def _present(node: Node) -> frozenset[str]:
    """The facts that certainly have a value where the condition holds."""
    match node:
        case Present(fact):
            return frozenset((fact,))
        case All(children):
            return frozenset[str]().union(*map(_present, children))
        case _:
            return frozenset()


def _walk(
    node: Node, vocabulary: Vocabulary, present: frozenset[str], negated: bool, found: dict[str, None]
) -> None:
    match node:
        case Not(child):
            _walk(child, vocabulary, present, not negated, found)
        case All(children):
            beside = present | {child.fact for child in children if isinstance(child, Present)}
            for child in children:
                _walk(child, vocabulary, beside, negated, found)
        case Any(children):
            for child in children:
                _walk(child, vocabulary, present, negated, found)
        case Named():
            return
        case Every(_, _, satisfies):
            _walk(satisfies, vocabulary, present, negated, found)
        case Some(_, where, satisfies):
            _walk(where, vocabulary, present, negated, found)
            _walk(satisfies, vocabulary, present, negated, found)
        case Is() | Compare() | Dated() | WithinLast() | SameAs() | Valid() if negated:
            for fact in facts_of_leaf(node):
                if vocabulary[fact].can_be_none and fact not in present:
                    found[fact] = None
        case _:
            return


def related_dates(vocabulary: Vocabulary, *nodes: Node) -> int:
    """The largest number of date facts of a rule that tests tie together, directly or through others."""
    groups: list[set[str]] = []
    for node in nodes:
        for leaf in leaves(node):
            tied = isinstance(leaf, Limit | SameAs) or (
                isinstance(leaf, Dated) and isinstance(leaf.bound, FactRef)
            )
            facts = (
                {fact for fact in facts_of_leaf(leaf) if vocabulary[fact].kind is Kind.DATE}
                if tied
                else set()
            )
            if len(facts) > 1:
                apart = [group for group in groups if group.isdisjoint(facts)]
                groups = [*apart, facts.union(*(group for group in groups if not group.isdisjoint(facts)))]
    return max((len(group) for group in groups), default=0)
