"""What is left of a condition once one more fact is known: its value, or the open facts it still hangs on.

A quick reading by strong Kleene logic, which serves to choose a question, never to decide one: where a fact is
tested twice it may name too many.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from compliance.conditions.certain import Judge
from compliance.conditions.evaluate import Overlay, Place
from compliance.conditions.known import Address, FieldOf, Listed
from compliance.conditions.nodes import All, Any, Every, Named, Node, Not, Some
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN, conjunction, disjunction, negation
from compliance.facts.values import HELD

Rest: TypeAlias = "tuple[int, frozenset[Address]]"
"""A value, and for `UNKNOWN` the open facts that are left."""

_NOTHING: frozenset[Address] = frozenset()


class Residual:
    """Reads conditions, with one fact or one list assumed if `assumed` names it.

    Args:
        plain: reads without the assumption; what does not look at the assumed fact is left to it.
    """

    def __init__(
        self,
        judge: Judge,
        assumed: str = "",
        overlay: Overlay = None,
        lists: dict[str, Listed] | None = None,
        plain: Residual | None = None,
    ) -> None:
        self.judge = judge
        self.evaluator = judge.evaluator
        self.assumed = assumed
        self.overlay = overlay
        self.lists = {**judge.evaluator.known.lists, **(lists or {})}
        self.plain = plain
        self._read: dict[tuple[int, Place], Rest] = {}

    def of(self, node: Node, place: Place = None) -> Rest:
        """What is left of a condition."""
        if self.plain is not None and self.assumed not in self.judge.memory.facts(node):
            return self.plain.of(node, place)
        key = (id(node), place)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self._of(node, place)
        return found

    def _of(self, node: Node, place: Place) -> Rest:
        match node:
            case All(children):
                return self._joined((self.of(child, place) for child in children), FAILS)
            case Any(children):
                return self._joined((self.of(child, place) for child in children), HOLDS)
            case Not(child):
                value, rest = self.of(child, place)
                return negation(value), rest
            case Named(_, body):
                return self.of(body, place)
            case Every() | Some():
                return self._quantified(node)
            case _:
                value = self.evaluator.leaf(node, place, self.overlay, False)
                if value != UNKNOWN:
                    return value, _NOTHING
                addresses = (self.evaluator.address(fact, place) for fact in self.evaluator.facts_of(node))
                return value, frozenset(filter(self._is_open, addresses))

    def _joined(self, parts: Iterable[Rest], absorbing: int) -> Rest:
        """Of *and* (`absorbing` is that it fails) or *or* (that it holds)."""
        values: list[int] = []
        rests: list[frozenset[Address]] = []
        for value, rest in parts:
            if value == absorbing:
                return value, _NOTHING
            values.append(value)
            rests.append(rest)
        value = conjunction(values) if absorbing == FAILS else disjunction(values)
        return value, frozenset().union(*rests) if value == UNKNOWN else _NOTHING

    def _quantified(self, node: Every | Some) -> Rest:
        listed = self.lists.get(node.of)
        if listed is None:
            return UNKNOWN, frozenset([node.of])
        body, absorbing = self.judge.body(node), FAILS if isinstance(node, Every) else HOLDS
        parts = [self.of(body, (node.of, key or None)) for key in listed.keys]
        if not listed.complete:
            parts.append((UNKNOWN, frozenset([node.of])))
        return self._joined(parts, absorbing)

    def _is_open(self, address: Address) -> bool:
        if self.overlay and address in self.overlay:
            return False
        value = self.evaluator.known.values.get(address)
        return value is None or value is HELD


def closed(listed: Listed | None) -> Listed:
    """A list that ends where it is."""
    return Listed(listed.keys if listed else (), True)


def one_more(listed: Listed | None) -> Listed:
    """A list that ends after one further record, whose key is empty."""
    return Listed((*(listed.keys if listed else ()), ""), True)


def is_new(address: Address) -> bool:
    """Whether the address lies in a record that was only assumed."""
    return isinstance(address, FieldOf) and address.key is None
