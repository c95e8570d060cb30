"""What a condition is made of: the facts, lists and tests it looks at. Found once per node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from compliance.conditions.nodes import (
    All,
    Any,
    Compare,
    Constant,
    Dated,
    Every,
    FactRef,
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


def facts_of_leaf(leaf: Leaf) -> tuple[str, ...]:
    """The facts a single test looks at, each once, in the order in which the test names them."""
    match leaf:
        case Constant():
            return ()
        case Present(fact) | Is(fact) | Has(fact) | Compare(fact) | WithinLast(fact) | Valid(fact):
            return (fact,)
        case SameAs(fact, other):
            return (fact,) if fact == other else (fact, other)
        case Dated(fact, _, bound):
            if isinstance(bound, FactRef) and bound.fact != fact:
                return (fact, bound.fact)
            return (fact,)
        case Limit(deed, _, _, trigger):
            if isinstance(trigger, FactRef) and trigger.fact != deed:
                return (deed, trigger.fact)
            return (deed,)
        case _:
            assert_never(leaf)


def leaves(node: Node) -> Iterator[Leaf]:
    """All tests in a condition, definitions and quantifiers opened, in order; repeated ones repeatedly."""
    match node:
        case All(children) | Any(children):
            for child in children:
                yield from leaves(child)
        case Not(child):
            yield from leaves(child)
        case Named(_, body):
            yield from leaves(body)
        case Every(_, where, satisfies) | Some(_, where, satisfies):
            yield from leaves(where)
            yield from leaves(satisfies)
        case Constant():
            return
        case _:
            yield node


def quantifiers(node: Node) -> Iterator[Every | Some]:
    """All quantifiers in a condition, in order."""
    match node:
        case All(children) | Any(children):
            for child in children:
                yield from quantifiers(child)
        case Not(child):
            yield from quantifiers(child)
        case Named(_, body):
            yield from quantifiers(body)
        case Every() | Some():
            yield node
        case _:
            return


def facts_in(*nodes: Node) -> tuple[str, ...]:
    """The facts and lists that conditions look at, definitions opened, each once, in order of mention."""
    return tuple(dict.fromkeys(fact for node in nodes for fact in _facts_in(node)))


def _facts_in(node: Node) -> Iterator[str]:
    match node:
        case All(children) | Any(children):
            for child in children:
                yield from _facts_in(child)
        case Not(child):
            yield from _facts_in(child)
        case Named(_, body):
            yield from _facts_in(body)
        case Every(of, where, satisfies) | Some(of, where, satisfies):
            yield of
            yield from _facts_in(where)
            yield from _facts_in(satisfies)
        case _:
            yield from facts_of_leaf(node)


def definitions_in(*nodes: Node) -> tuple[str, ...]:
    """The definitions that conditions name, also inside of other definitions, each once, in order of mention."""
    return tuple(dict.fromkeys(name for node in nodes for name in _definitions_in(node)))


def _definitions_in(node: Node) -> Iterator[str]:
    match node:
        case All(children) | Any(children):
            for child in children:
                yield from _definitions_in(child)
        case Not(child):
            yield from _definitions_in(child)
        case Named(name, body):
            yield name
            yield from _definitions_in(body)
        case Every(_, where, satisfies) | Some(_, where, satisfies):
            yield from _definitions_in(where)
            yield from _definitions_in(satisfies)
        case _:
            return


class Anatomy(NamedTuple):
    """The facts that stand alone, the fields used outside their quantifier, and the lists, of one condition.

    Seen from inside a quantifier's body, fields of its list count as `facts`. Seen from outside, a
    quantifier shows its list and the facts that stand alone in its body.
    """

    facts: frozenset[str]
    lists: frozenset[str]


_NOTHING = Anatomy(frozenset(), frozenset())


def anatomy(node: Node) -> Anatomy:
    """The anatomy of a condition."""
    match node:
        case All(children) | Any(children):
            return _join([anatomy(child) for child in children])
        case Not(child):
            return anatomy(child)
        case Named(_, body):
            return anatomy(body)
        case Every(of, where, satisfies) | Some(of, where, satisfies):
            inner = _join([anatomy(where), anatomy(satisfies)])
            outer = frozenset(fact for fact in inner.facts if not fact.startswith(of + "."))
            return Anatomy(outer, inner.lists | {of})
        case Constant():
            return _NOTHING
        case _:
            return Anatomy(frozenset(facts_of_leaf(node)), frozenset())


def fields_used(node: Every | Some) -> frozenset[str]:
    """The fields of its own list that a quantifier looks at."""
    inner = _join([anatomy(node.where), anatomy(node.satisfies)])
    return frozenset(fact for fact in inner.facts if fact.startswith(node.of + "."))


def has_limit(node: Node) -> bool:
    """Whether a time limit stands in the condition."""
    return any(isinstance(leaf, Limit) for leaf in leaves(node))


def _join(parts: list[Anatomy]) -> Anatomy:
    return Anatomy(
        frozenset().union(*(part.facts for part in parts)),
        frozenset().union(*(part.lists for part in parts)),
    )


def has_working_days(node: Node) -> bool:
    """Whether a limit in the condition is counted in working days. Definitions have no limits."""
    match node:
        case All(children) | Any(children):
            return any(has_working_days(child) for child in children)
        case Not(child):
            return has_working_days(child)
        case Every(_, _, satisfies) | Some(_, _, satisfies):
            return has_working_days(satisfies)
        case Limit():
            return node.span.unit == "working_days"
        case _:
            return False
