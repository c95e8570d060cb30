"""What judges find out about conditions, handed from one judge to the next.

Answers change one at a time while a person is being asked, and most conditions do not look at what changed. What
was found out about a condition is kept under the answers that it looks at, so it can never be taken for what other
answers would give. Conditions are told apart by identity: those of the rule book live as long as the book, joined
ones live here.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_not
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from compliance.conditions.anatomy import Anatomy, anatomy, facts_in, has_working_days
from compliance.conditions.known import FieldOf, Known
from compliance.conditions.nodes import Node

if TYPE_CHECKING:
    from compliance.conditions.judgement import Situation

Seen: TypeAlias = "tuple[object, ...]"
"""The answers that a condition looks at."""

MOST_KEPT: Final = 200_000
"""How many findings a memory keeps before it starts anew."""


class Memory:
    """What was found out on one date, in one calendar, over one vocabulary, for whatever answers."""

    def __init__(self) -> None:
        self.joined: dict[tuple[int, ...], Node] = {}
        self._found: dict[tuple[object, ...], Any] = {}
        self._anatomies: dict[int, Anatomy] = {}
        self._calendared: dict[int, bool] = {}
        self._facts: dict[int, tuple[str, ...]] = {}
        self._basis: tuple[object, ...] | None = None

    def rest_on(self, situation: Situation) -> None:
        """Make sure that everything but the answers stays the same."""
        basis = (situation.as_of, situation.calendar, situation.vocabulary, situation.identifiers)
        if self._basis is None:
            self._basis = basis
        elif self._basis[0] != basis[0] or any(map(is_not, self._basis[1:], basis[1:])):
            raise ValueError("a memory serves one vocabulary and one calendar on one date")

    def recall(self, key: tuple[object, ...]) -> Any:
        """What was kept under a key, or None."""
        return self._found.get(key)

    def keep(self, key: tuple[object, ...], found: Any) -> None:
        """Keep what was found out. `key` names the question and everything that the answer rests on."""
        if len(self._found) >= MOST_KEPT:
            self._found.clear()
        self._found[key] = found

    def anatomy(self, node: Node) -> Anatomy:
        """The anatomy of a condition."""
        found = self._anatomies.get(id(node))
        if found is None:
            found = self._anatomies[id(node)] = anatomy(node)
        return found

    def counts_working_days(self, node: Node) -> bool:
        """Whether a calendar may leave a due day of the condition open."""
        found = self._calendared.get(id(node))
        if found is None:
            found = self._calendared[id(node)] = has_working_days(node)
        return found

    def facts(self, node: Node) -> tuple[str, ...]:
        """The facts and lists that a condition looks at."""
        found = self._facts.get(id(node))
        if found is None:
            found = self._facts[id(node)] = facts_in(node)
        return found


def seen(facts: Iterable[str], known: Known, parents: dict[str, str]) -> Seen:
    """The answers to these facts, for a list its keys, for a field those of all records."""
    found: list[object] = []
    for fact in facts:
        parent = parents.get(fact)
        if parent is None:
            found.append(known.lists.get(fact) or known.values.get(fact))
        else:
            listed = known.lists.get(parent)
            found.append(listed)
            if listed is not None:
                found += [known.values.get(FieldOf(parent, key, fact)) for key in listed.keys]
    return tuple(found)
