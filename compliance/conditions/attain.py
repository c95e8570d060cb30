"""Which values a condition can still take, in one world or in two worlds that differ in one thing.

The search never lists all completions. Parts that share no open fact are looked at one by one and their
values combined; a fact that parts share is tried with each of its representative values; the records of a
list are folded one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, assert_never

from compliance.conditions.anatomy import fields_used, leaves, quantifiers
from compliance.conditions.cells import Cells
from compliance.conditions.evaluate import Place
from compliance.conditions.known import Address, FieldOf, path_of
from compliance.conditions.leaves import Concrete
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
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN, negation, pending
from compliance.facts.values import HELD, Value
from compliance.facts.vocabulary import Kind

if TYPE_CHECKING:
    from compliance.conditions.certain import Judge

T = TypeVar("T")

Values = tuple[int, ...]
"""The value of a condition in each of the worlds that are looked at side by side (one or two)."""

Vector = tuple[Values, ...]
"""The values of several conditions at once."""

Pick = Callable[[int, int], int]

Assumed = frozenset[tuple[Address, Concrete]]
"""Values that the search assumes for open facts."""

AssumedPairs = frozenset[tuple[Address, tuple[Concrete, ...]]]
"""The same, for each of the worlds that are looked at side by side."""

_KIND_ORDER = {Kind.TEXT: 1, Kind.DATE: 2, Kind.RECORDS: 3}
"""Kinds with many representative values are tried late."""

_RUNNING = 1
"""Stands for every running limit where only the class counts."""


SMALL: Final = 8
"""So many tests, or pairs of values, cost about as much time as a branch does beside them."""


class OutOfBudget(Exception):
    """The search needed more steps than it may take."""


class _Differ(Exception):
    """The two worlds were seen to give the whole condition different values: no need to look further."""


class Folded(NamedTuple):
    """The records of a list in one world: what the first n, and what those from the n-th on, come to."""

    position: dict[str, int]
    before: list[set[Vector]]
    after: list[set[Vector]]


class Attain:
    """A search for one rule. `late`, `overlays` have one entry for each world looked at."""

    def __init__(self, judge: Judge, whole: Node) -> None:
        self.judge = judge
        self.evaluator = judge.evaluator
        self.known = judge.evaluator.known
        self.whole = whole
        self._cells: Cells | None = None
        self.watched: Node | None = None
        self._one_world(False)

    @property
    def cells(self) -> Cells:
        """The representative values of the facts; made when first asked for, for many searches never begin."""
        if self._cells is None:
            self._cells = Cells(self.evaluator, leaves(self.whole))
        return self._cells

    def _one_world(self, late: bool) -> None:
        self.late: tuple[bool, ...] = (late,)
        self.overlays: list[dict[Address, Concrete]] = [{}]
        self.assigned: dict[Address, tuple[Concrete, ...]] = {}
        self.fixed: dict[int, Values] = {}
        self.fixed_lists: set[str] = set()
        self.twin_list: str | None = None
        self.classes_only = False

    # What is asked ----------------------------------------------------------------------------------

    def at_end(self, node: Node, place: Place, late: bool) -> frozenset[int]:
        """Attainable values at one end of the due days that the calendar leaves open.

        Once a condition is seen both to fail and to hold, running limits are no longer looked for.
        """
        self._one_world(late)
        self.watched = node
        try:
            return frozenset(values[0] for values in self._attain(node, place))
        finally:
            self.watched = None

    def decides(self, address: Address, node: Node, place: Place, ends: Iterable[bool]) -> bool:
        """Whether, at one of the ends, two completions that differ in this fact alone give different classes."""
        return any(self._decides(address, node, place, late) for late in ends)

    def independent(self, nodes: list[Node], place: Place) -> list[list[Node]]:
        """The conditions in groups that share no open fact and no list."""
        self._one_world(False)
        return self._groups(nodes, place)

    def _decides(self, address: Address, node: Node, place: Place, late: bool) -> bool:
        self._two_worlds(late, late)
        if self._is_list(address):
            self.twin_list = str(address)
            return self._differs(node, place)
        for pair in self._nearest_first(pairwise(self.cells.domain(address, {})), lambda pair: pair[1]):
            with self._assign(address, pair):
                if self._differs(node, place):
                    return True
        return False

    def calendar_decides(self, node: Node, place: Place) -> bool:
        """Whether, for some completion, the two ends of open due days give different classes."""
        self._two_worlds(False, True)
        return self._differs(node, place)

    def _two_worlds(self, first_late: bool, second_late: bool) -> None:
        self._one_world(False)
        self.late = (first_late, second_late)
        self.overlays = [{}, {}]
        self.classes_only = True

    def _differs(self, node: Node, place: Place) -> bool:
        try:
            self.watched = node
            return any(values[0] != values[1] for values in self._attain(node, place))
        except _Differ:
            return True
        finally:
            self.watched = None

    def open(self, node: Node, place: Place) -> list[Address]:
        """Every open fact of a condition: an address that can be answered, or a list that may go on."""
        found: dict[Address, None] = {}
        for fact in sorted(self.judge.anatomy(node).facts):
            address = self.evaluator.address(fact, place)
            if self._is_open(address):
                found[address] = None
        for quantifier in quantifiers(node):
            listed = self.known.lists.get(quantifier.of)
            if listed is None or not listed.complete:
                found[quantifier.of] = None
            for key in listed.keys if listed else ():
                for field in sorted(fields_used(quantifier)):
                    if self._is_open(FieldOf(quantifier.of, key, field)):
                        found[FieldOf(quantifier.of, key, field)] = None
        return list(found)

    def alike(self, address: Address, place: Place) -> object:
        """Equal for open fields of records that no test tells apart: if one decides, so does the other."""
        if isinstance(address, str) or (place is not None and place[0] == address.list):
            return address
        fields = self.judge.situation.vocabulary[address.list].fields
        values = [
            self.known.values.get(FieldOf(address.list, address.key, field.id))
            for field in fields
            if field.id in self.cells.tests
        ]
        return (address.list, address.field, tuple(values))

    # The search -------------------------------------------------------------------------------------

    def _attain(self, node: Node, place: Place) -> set[Values]:
        """Every combination of values the condition can take in the worlds looked at."""
        known = self._kleene(node, place)
        if UNKNOWN not in known:
            return {known}
        return self._attain_open(node, place)

    def _attain_open(self, node: Node, place: Place) -> set[Values]:
        """The same, for a condition that is known to be open."""
        if node is self.watched:
            return self._search(node, place)
        assumed = self._assumed(node, place)
        if assumed is None:
            return self._side_by_side(node, place)
        worlds = len(self.late)
        return {(self._cut(value),) * worlds for value in self._remember(node, place, assumed)}

    def _side_by_side(self, node: Node, place: Place) -> set[Values]:
        """The same in two worlds that differ in something the condition looks at, found once."""
        assumed = self._assumed_pairs(node, place)
        if assumed is None:
            return self._search(node, place)
        key = (id(node), place, self.late, assumed)
        found = self.judge.compared.get(key)
        if found is None:
            kept = ("compared", self.late, *self._without_key(node, place, assumed))
            found = self.judge.memory.recall(kept)
            if found is None:
                found = frozenset(self._search(node, place))
                self.judge.memory.keep(kept, found)
            self.judge.compared[key] = found
        return set(found)

    def _search(self, node: Node, place: Place) -> set[Values]:
        match node:
            case All(children):
                return self._fold(children, place, min, HOLDS, final=node is self.watched)
            case Any(children):
                return self._fold(children, place, max, FAILS, final=node is self.watched)
            case Not(child):
                return {tuple(map(negation, values)) for values in self._attain(child, place)}
            case Named(_, body):
                return self._attain(body, place)
            case Every() | Some():
                return self._quantified(node, place)
            case Constant() | Present() | Is() | Has() | Compare() | Dated():
                return self._leaf(node, place)
            case WithinLast() | SameAs() | Valid() | Limit():
                return self._leaf(node, place)
            case _:
                assert_never(node)

    def _kleene(self, node: Node, place: Place) -> Values:
        if isinstance(node, All | Any | Named | Every | Some):
            assumed = self._assumed(node, place)
            found = None if assumed is None else self._recalled(node, place, assumed)
            if found is not None:
                value = next(iter(found)) if len(found) == 1 else UNKNOWN
                return (self._cut(value),) * len(self.late)
        values = (
            self.evaluator.evaluate(node, place, overlay, late)
            for overlay, late in zip(self.overlays, self.late, strict=True)
        )
        return tuple(self._cut(value) for value in values)

    def _cut(self, value: int) -> int:
        return _RUNNING if self.classes_only and pending(value) else value

    def _leaf(self, leaf: Leaf, place: Place) -> set[Values]:
        for fact in self.evaluator.facts_of(leaf):
            address = self.evaluator.address(fact, place)
            if self._is_open(address):
                return self._branch(address, lambda: self._attain(leaf, place))
        raise AssertionError("a test without open facts has a value")

    def _branch(
        self, address: Address, then: Callable[[], set[Values]], *, final: bool = False
    ) -> set[Values]:
        found: set[Values] = set()
        for value in self._nearest_first(self.cells.domain(address, self.assigned), lambda value: value):
            self._spend()
            with self._assign(address, (value,) * len(self.late)):
                found |= then()
            if final and self._is_enough(found):
                break
        return self._compress(found)

    def _is_enough(self, found: set[Values]) -> bool:
        """Whether nothing more about the whole condition matters: its one world is undecided, its two worlds differ."""
        if any(values[0] != values[-1] for values in found):
            raise _Differ
        return len(self.late) == 1 and (FAILS,) in found and (HOLDS,) in found

    def _nearest_first(self, choices: Iterable[T], value_of: Callable[[T], Concrete]) -> list[T]:
        """Dates near the as-of date first: there tests change their mind, and a search may end early."""

        def distance(choice: T) -> int:
            value = value_of(choice)
            return abs(value.toordinal() - today) if isinstance(value, date) else 0

        today = self.judge.situation.as_of.toordinal()
        return sorted(choices, key=distance)

    def _fold(
        self, children: Sequence[Node], place: Place, pick: Pick, neutral: int, *, final: bool = False
    ) -> set[Values]:
        """Values of *and* (`pick` the smallest) or *or* (the largest), part by independent part.

        `final`: what is found is the value of the whole condition, so two worlds that differ end the search.
        """
        self._spend(sum(map(self.judge.size, children)) // SMALL)
        settled = (neutral,) * len(self.late)
        live: list[Node] = []
        for child in children:
            known = self._kleene(child, place)
            if UNKNOWN in known:
                live.append(child)
            else:
                settled = tuple(map(pick, settled, known))
        found = {settled}
        absorbing = FAILS if neutral == HOLDS else HOLDS
        if settled == (absorbing,) * len(settled):
            return found
        groups = self._groups(live, place)
        final = final and len(groups) == 1 and settled == (neutral,) * len(settled)
        for group in groups:
            if len(group) == 1:
                part = self._attain_open(group[0], place)
            else:
                part = self._shared(group, place, pick, neutral, final=final)
            found = self._compress({tuple(map(pick, left, right)) for left in found for right in part})
        return found

    def _shared(
        self, group: list[Node], place: Place, pick: Pick, neutral: int, *, final: bool
    ) -> set[Values]:
        """Values of parts that share open facts: try the shared fact, or the shared list, then go on."""
        shared = self._most_shared(group, place)
        if not self._is_list(shared):
            return self._branch(
                shared, lambda: self._fold(group, place, pick, neutral, final=final), final=final
            )
        of = str(shared)
        nodes = _distinct(q for child in group for q in quantifiers(child) if q.of == of)
        outer = self._open_outside(nodes)
        if outer is not None:
            return self._branch(
                outer, lambda: self._fold(group, place, pick, neutral, final=final), final=final
            )
        found: set[Values] = set()
        for vector in self._list_vectors(of, nodes):
            self._spend()
            with self._fix(of, nodes, vector):
                found |= self._fold(group, place, pick, neutral)
        return self._compress(found)

    def _groups(self, children: list[Node], place: Place) -> list[list[Node]]:
        """Children that share an open fact or a list, directly or through others, together."""
        groups: list[tuple[set[Address], list[Node]]] = []
        for child in children:
            links: set[Address] = set(self._links(child, place))
            members = [child]
            apart: list[tuple[set[Address], list[Node]]] = []
            for other_links, other in groups:
                if links.isdisjoint(other_links):
                    apart.append((other_links, other))
                else:
                    links |= other_links
                    members = [*other, *members]
            groups = [*apart, (links, members)]
        return [members for _, members in groups]

    def _links(self, node: Node, place: Place) -> set[Address]:
        """The open facts and the lists through which a part may depend on others."""
        parts = self.judge.anatomy(node)
        addresses = (self.evaluator.address(fact, place) for fact in parts.facts)
        found = {address for address in addresses if self._is_open(address)}
        found.update(parts.lists - self.fixed_lists)
        if place is not None and place[0] in parts.lists:
            fields = self.judge.situation.vocabulary[place[0]].fields
            inner = (FieldOf(place[0], place[1], field.id) for field in fields)
            found.update(address for address in inner if self._is_open(address))
        return found

    def _most_shared(self, group: list[Node], place: Place) -> Address:
        """The open fact to try first: one with few values before a date, a list last, else what most parts share."""
        counts = Counter(link for child in group for link in self._links(child, place))
        shared = [link for link, count in counts.items() if count > 1]
        return min(
            shared, key=lambda link: (_KIND_ORDER.get(self._kind(link), 0), -counts[link], path_of(link))
        )

    # Lists ------------------------------------------------------------------------------------------

    def _quantified(self, node: Every | Some, place: Place) -> set[Values]:
        if id(node) in self.fixed:
            return {self.fixed[id(node)]}
        outer = self._open_outside([node])
        if outer is not None:
            return self._branch(outer, lambda: self._attain(node, place))
        return self._compress({vector[0] for vector in self._list_vectors(node.of, [node])})

    def _open_outside(self, nodes: Iterable[Every | Some]) -> Address | None:
        """An open fact that stands alone in a quantifier's body: all records share it."""
        facts = sorted({fact for node in nodes for fact in self.judge.anatomy(node).facts})
        return next((fact for fact in facts if self._is_open(fact)), None)

    def _list_vectors(self, of: str, nodes: Sequence[Every | Some]) -> set[Vector]:
        """What quantifiers over one list can come to together, records folded one by one."""
        listed = self.known.lists.get(of)
        state = self._known_records(of, listed.keys, nodes) if listed else {_empty(nodes, len(self.late))}
        if listed is None or not listed.complete:
            further = self._record_vectors((of, None), nodes)
            needed = self.judge.situation.vocabulary[of].at_least_one and not (listed and listed.keys)
            state = self._merge(state, self._further(of, further, nodes, needed), nodes)
        return state

    def _known_records(self, of: str, keys: tuple[str, ...], nodes: Sequence[Every | Some]) -> set[Vector]:
        touched = {a.key for a in self.assigned if isinstance(a, FieldOf) and a.list == of}
        outside = {fact for node in nodes for fact in self.judge.anatomy(node).facts}
        alone = len(touched) <= 1 and len(set(self.late)) == 1 and outside.isdisjoint(self.assigned)
        if alone and not self._is_plain():
            return self._all_but(of, keys, nodes, next(iter(touched), None))
        state = {_empty(nodes, len(self.late))}
        for vectors in self._each_record(of, keys, nodes, touched):
            state = self._merge(state, vectors, nodes)
        return state

    def _each_record(
        self, of: str, keys: tuple[str, ...], nodes: Sequence[Every | Some], touched: set[str | None]
    ) -> Iterator[set[Vector]]:
        """What each record can come to; those that no test tells apart are looked at once."""
        fields = sorted({field for node in nodes for field in fields_used(node)})
        seen: dict[tuple[Value | None, ...], set[Vector]] = {}
        for key in keys:
            self._spend()
            if key in touched:
                yield self._record_vectors((of, key), nodes)
                continue
            answers = tuple(self.known.values.get(FieldOf(of, key, field)) for field in fields)
            if answers not in seen:
                seen[answers] = self._record_vectors((of, key), nodes)
            yield seen[answers]

    def _all_but(
        self, of: str, keys: tuple[str, ...], nodes: Sequence[Every | Some], key: str | None
    ) -> set[Vector]:
        """All records, where only that with `key` is touched: the others were folded once and for all."""
        memory = (of, tuple(id(node) for node in nodes), self.late[0])
        folded = self.judge.folded.get(memory)
        if folded is None:
            with self._one_world_aside():
                folded = self.judge.folded[memory] = self._folded(of, keys, nodes)
        if key is None or key not in folded.position:
            return self._in_all_worlds(folded.before[-1])
        position = folded.position[key]
        others = self._merge(folded.before[position], folded.after[position + 1], nodes)
        return self._merge(self._in_all_worlds(others), self._record_vectors((of, key), nodes), nodes)

    def _folded(self, of: str, keys: tuple[str, ...], nodes: Sequence[Every | Some]) -> Folded:
        each = list(self._each_record(of, keys, nodes, set()))
        before = [{_empty(nodes, 1)}]
        for vectors in each:
            before.append(self._merge(before[-1], vectors, nodes))
        after = [{_empty(nodes, 1)}]
        for vectors in reversed(each):
            after.append(self._merge(after[-1], vectors, nodes))
        return Folded({key: n for n, key in enumerate(keys)}, before, after[::-1])

    def _in_all_worlds(self, vectors: set[Vector]) -> set[Vector]:
        worlds = len(self.late)
        return {tuple((self._cut(value),) * worlds for (value,) in vector) for vector in vectors}

    def _further(
        self, of: str, each: set[Vector], nodes: Sequence[Every | Some], needed: bool
    ) -> set[Vector]:
        """What any number of further records can come to; each world has its own if the list is the twin."""
        if self.twin_list != of:
            return self._any_number(each, nodes, len(self.late), needed)
        alone: list[set[Vector]] = [
            {tuple((values[world],) for values in vector) for vector in each} for world in (0, 1)
        ]
        first, second = (self._any_number(vectors, nodes, 1, needed) for vectors in alone)
        self._spend(len(first) * len(second) * len(nodes) // SMALL)
        return {tuple((x[0], y[0]) for x, y in zip(a, b, strict=True)) for a in first for b in second}

    def _record_vectors(self, place: Place, nodes: Sequence[Every | Some]) -> set[Vector]:
        bodies = [self.judge.body(node) for node in nodes]
        if len(bodies) == 1:
            return {(values,) for values in self._attain(bodies[0], place)}
        return self._jointly(bodies, place)

    def _jointly(self, bodies: list[Node], place: Place) -> set[Vector]:
        counts = Counter(link for body in bodies for link in self._links(body, place))
        shared = sorted((link for link, count in counts.items() if count > 1), key=path_of)
        found: set[Vector] = set()
        if shared:
            for value in self.cells.domain(shared[0], self.assigned):
                self._spend()
                with self._assign(shared[0], (value,) * len(self.late)):
                    found |= self._jointly(bodies, place)
            return found
        found = {()}
        for body in bodies:
            values = self._attain(body, place)
            self._spend(len(found) * len(values) // SMALL)
            found = {(*vector, one) for vector in found for one in values}
        return found

    def _merge(self, left: set[Vector], right: set[Vector], nodes: Sequence[Every | Some]) -> set[Vector]:
        self._spend(len(left) * len(right) * len(nodes) // SMALL)
        picks: list[Pick] = [min if isinstance(node, Every) else max for node in nodes]
        return {
            tuple(tuple(map(pick, x, y)) for pick, x, y in zip(picks, a, b, strict=True))
            for a in left
            for b in right
        }

    def _any_number(
        self, each: set[Vector], nodes: Sequence[Every | Some], worlds: int, needed: bool
    ) -> set[Vector]:
        """Everything that zero (or one, if needed) or more records can come to together."""
        found = set(each) if needed else {_empty(nodes, worlds)} | each
        while True:
            more = found | self._merge(found, each, nodes)
            if len(more) == len(found):
                return found
            found = more

    # Memory and state -------------------------------------------------------------------------------

    def _is_plain(self) -> bool:
        return len(self.late) == 1 and not self.assigned and not self.fixed and not self.classes_only

    def _assumed(self, node: Node, place: Place) -> Assumed | None:
        """The values assumed for the facts of a condition, if it is the same in all worlds looked at."""
        pairs = self._assumed_pairs(node, place) if len(set(self.late)) == 1 else None
        if pairs is None or any(values[0] != values[-1] for _, values in pairs):
            return None
        return frozenset((address, values[0]) for address, values in pairs)

    def _assumed_pairs(self, node: Node, place: Place) -> AssumedPairs | None:
        """The values assumed in each world for the facts of a condition; None if it looks at a list in question."""
        parts = self.judge.anatomy(node)
        if self.twin_list in parts.lists or not self.fixed_lists.isdisjoint(parts.lists):
            return None
        found: list[tuple[Address, tuple[Concrete, ...]]] = []
        for address, values in self.assigned.items():
            if isinstance(address, str):
                touched = address in parts.facts
            else:
                inside = place == (address.list, address.key) and address.field in parts.facts
                touched = inside or address.list in parts.lists
            if touched:
                found.append((address, values))
        return frozenset(found)

    def _remember(self, node: Node, place: Place, assumed: Assumed) -> frozenset[int]:
        """What the condition can take in one world under the assumptions, found once."""
        found = self._recalled(node, place, assumed)
        if found is None:
            kept = ("remembered", self.late[0], *self._without_key(node, place, assumed))
            found = self.judge.memory.recall(kept)
            if found is None:
                with self._one_world_aside(assumed):
                    found = frozenset(values[0] for values in self._compress(self._search(node, place)))
                self.judge.memory.keep(kept, found)
            self.judge.remembered[id(node), place, self.late[0], assumed] = found
        return found

    def _without_key(
        self, node: Node, place: Place, assumed: Iterable[tuple[Address, object]]
    ) -> tuple[object, ...]:
        """What a finding about a condition rests on, said so that records with the same answers share it."""
        if place is None:
            return id(node), None, frozenset(assumed), self.judge.seen(node)
        of, key = place
        own = frozenset(
            (address.field if isinstance(address, FieldOf) and address[:2] == place else address, value)
            for address, value in assumed
        )
        return id(node), (of, key is None), own, self.judge.seen_from(node, place)

    def _recalled(self, node: Node, place: Place, assumed: Assumed) -> frozenset[int] | None:
        return self.judge.remembered.get((id(node), place, self.late[0], assumed))

    @contextmanager
    def _one_world_aside(self, assumed: Assumed = frozenset()) -> Iterator[None]:
        """One world with only the assumptions, for what is the same in all worlds looked at."""
        kept = (self.late, self.overlays, self.assigned, self.fixed, self.fixed_lists, self.twin_list)
        classes_only = self.classes_only
        self._one_world(self.late[0])
        self.overlays = [dict(assumed)]
        self.assigned = {address: (value,) for address, value in assumed}
        try:
            yield
        finally:
            self.late, self.overlays, self.assigned, self.fixed, self.fixed_lists, self.twin_list = kept
            self.classes_only = classes_only

    def _is_open(self, address: Address) -> bool:
        if address in self.assigned:
            return False
        value = self.known.values.get(address)
        return value is None or value is HELD

    def _kind(self, address: Address) -> Kind:
        return self.judge.situation.vocabulary[address if isinstance(address, str) else address.field].kind

    def _is_list(self, address: Address) -> bool:
        return isinstance(address, str) and self._kind(address) is Kind.RECORDS

    @contextmanager
    def _assign(self, address: Address, values: tuple[Concrete, ...]) -> Iterator[None]:
        self.assigned[address] = values
        for overlay, value in zip(self.overlays, values, strict=True):
            overlay[address] = value
        try:
            yield
        finally:
            del self.assigned[address]
            for overlay in self.overlays:
                del overlay[address]

    @contextmanager
    def _fix(self, of: str, nodes: Sequence[Every | Some], vector: Vector) -> Iterator[None]:
        self.fixed_lists.add(of)
        for node, values in zip(nodes, vector, strict=True):
            self.fixed[id(node)] = values
        try:
            yield
        finally:
            self.fixed_lists.discard(of)
            for node in nodes:
                del self.fixed[id(node)]

    def _spend(self, steps: int = 1) -> None:
        self.judge.left -= steps
        if self.judge.left < 0:
            raise OutOfBudget

    def _compress(self, found: set[Values]) -> set[Values]:
        """Of several running limits only the one due first counts."""
        if self.classes_only or len(found) < 3:
            return found
        running = [values for values in found if pending(values[0])]
        if len(running) > 1:
            found = found.difference(running) | {min(running)}
        return found


def _distinct(nodes: Iterable[Every | Some]) -> list[Every | Some]:
    return list({id(node): node for node in nodes}.values())


def _empty(nodes: Sequence[Every | Some], worlds: int) -> Vector:
    """What quantifiers over an empty list come to."""
    return tuple((HOLDS if isinstance(node, Every) else FAILS,) * worlds for node in nodes)
