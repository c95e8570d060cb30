"""The certain answer: what a rule comes to in every completion of the open facts, and which facts decide it.

A condition's *attainable* values are found by dividing it into parts that share no open fact, which cannot
influence each other, and by trying the representative values (`cells`) of a fact only where parts share it.
Records of a list share nothing but facts that stand alone, so a list costs its length, not its power set.
To learn whether a fact decides, the same search runs with two values of that fact side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from compliance.conditions.anatomy import Anatomy, leaves
from compliance.conditions.attain import Assumed, AssumedPairs, Attain, Folded, OutOfBudget, Values
from compliance.conditions.evaluate import Evaluator, Place
from compliance.conditions.judgement import Judgement, Outcome, Reason, Situation
from compliance.conditions.known import Address, FieldOf, path_of
from compliance.conditions.memory import Memory, Seen, seen
from compliance.conditions.nodes import All, Any, Every, Named, Node, Not, Some
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN, pending
from compliance.facts.values import Value
from compliance.facts.vocabulary import Kind
from compliance.frozen import changed

_ENDS = (False, True)
"""The two ends of due days that the calendar leaves open: all at their earliest, all at their latest."""

STEPS_A_RECORD: Final = 100
"""What the budget of a search has more for each record of a manifest."""


class Deciding(NamedTuple):
    """The open facts that decide a part of a rule, whether the calendar does, and whether the search was cut short."""

    addresses: tuple[Address, ...]
    calendar: bool
    bound: bool


class Judge:
    """Judges rules in one situation. Remembers what it found about conditions that rules share.

    Conditions are remembered by identity: keep them alive as long as the judge and the memory it is given.

    Args:
        memory: what earlier judges found out on the same date; this one adds to it.
    """

    def __init__(self, situation: Situation, memory: Memory | None = None) -> None:
        self.situation = situation
        self.evaluator = Evaluator(situation)
        self.memory = Memory() if memory is None else memory
        self.memory.rest_on(situation)
        self.remembered: dict[tuple[int, Place, bool, Assumed], frozenset[int]] = {}
        self.compared: dict[tuple[int, Place, tuple[bool, ...], AssumedPairs], frozenset[Values]] = {}
        self.folded: dict[tuple[str, tuple[int, ...], bool], Folded] = {}
        self._joined = self.memory.joined
        self._seen: dict[int, Seen] = {}
        self._seen_from: dict[tuple[int, Place], Seen] = {}
        self._searches: dict[int, Attain] = {}
        self._first_alike: dict[tuple[int, str, tuple[Value | None, ...]], Place] = {}
        self._sizes: dict[int, int] = {}
        records = sum(len(listed.keys) for listed in self.evaluator.known.lists.values())
        self.allowance = situation.budget + STEPS_A_RECORD * records
        """The steps a search may take: a list costs its length, and no rule is out of budget for that."""
        self.left = self.allowance
        """The steps that the search under way may still take."""

    def judge(self, when: Node, require: Node, place: Place = None) -> Judgement:
        """The certain answer for *when, then require*; seen from a record if `place` names one."""
        whole = self.implication(when, require)
        return self._at_once(when, whole, place) or self._as_alike(when, whole, place)

    def attainable(self, node: Node, place: Place = None) -> frozenset[int]:
        """Every value a condition can still take: `FAILS`, `HOLDS`, and the earliest due day of those it can.

        Raises:
            OutOfBudget: when that cannot be found out within the situation's budget.
        """
        self.left = self.allowance
        return self._attainable(node, place)

    def _attainable(self, node: Node, place: Place) -> frozenset[int]:
        parts = self._grouped(self._alternatives(node), node, place)
        return frozenset().union(*(self._largest(parts, place, late) for late in _ENDS))

    def search(self, node: Node) -> Attain:
        """The search over the facts of a condition, remembered."""
        found = self._searches.get(id(node))
        if found is None:
            found = self._searches[id(node)] = Attain(self, node)
        return found

    def implication(self, when: Node, require: Node) -> Node:
        """The condition *when, then require*; the same object for the same parts."""
        key = (id(when), id(require))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = Any((Not(when), require))
        return found

    def negated(self, node: Node) -> Node:
        """The negation; the same object for the same condition."""
        key = (0, id(node))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = Not(node)
        return found

    def either(self, parts: tuple[Node, ...]) -> Node:
        """The *or* of conditions; the same object for the same ones."""
        key = (1, *map(id, parts))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = Any(parts)
        return found

    def body(self, quantifier: Every | Some) -> Node:
        """What a quantifier demands of one record; the same object for the same quantifier."""
        key = (id(quantifier),)
        found = self._joined.get(key)
        if found is None:
            if isinstance(quantifier, Every):
                found = Any((Not(quantifier.where), quantifier.satisfies))
            else:
                found = All((quantifier.where, quantifier.satisfies))
            self._joined[key] = found
        return found

    def anatomy(self, node: Node) -> Anatomy:
        """The anatomy of a node, remembered."""
        return self.memory.anatomy(node)

    def size(self, node: Node) -> int:
        """How many tests a condition has, remembered."""
        found = self._sizes.get(id(node))
        if found is None:
            found = self._sizes[id(node)] = sum(1 for _ in leaves(node))
        return found

    def counts_working_days(self, node: Node) -> bool:
        """Whether a calendar may leave a due day of the condition open."""
        return self.memory.counts_working_days(node)

    def seen(self, node: Node) -> Seen:
        """The answers that a condition looks at: with other ones it may come to something else."""
        found = self._seen.get(id(node))
        if found is None:
            facts = self.memory.facts(node)
            found = self._seen[id(node)] = seen(facts, self.evaluator.known, self.evaluator.parents)
        return found

    def seen_from(self, node: Node, place: tuple[str, str | None]) -> Seen:
        """The answers that a condition looks at in one record and outside of records.

        For a record that may follow also which keys it cannot have.
        """
        found = self._seen_from.get((id(node), place))
        if found is None:
            known, parts = self.evaluator.known, self.anatomy(node)
            values = [known.values.get(self.evaluator.address(fact, place)) for fact in sorted(parts.facts)]
            listed = known.lists.get(place[0]) if place[1] is None else None
            lists = self.seen(node) if parts.lists else ()
            found = self._seen_from[id(node), place] = (listed, *values, *lists)
        return found

    def _at_once(self, when: Node, whole: Node, place: Place) -> Judgement | None:
        """The judgement when nothing that matters is open."""
        value = self.evaluator.evaluate(whole, place)
        if value == UNKNOWN:
            return None
        if self.counts_working_days(whole) and value != self.evaluator.evaluate(whole, place, late=True):
            return None
        if value == FAILS:
            return Judgement(Outcome.VIOLATED, can_breach=True)
        if pending(value):
            return Judgement(Outcome.PENDING, _day(value))
        applies = self.evaluator.evaluate(when, place)
        if applies == UNKNOWN:
            return None
        return Judgement(Outcome.NOT_APPLICABLE if applies == FAILS else Outcome.SATISFIED)

    def _as_alike(self, when: Node, whole: Node, place: Place) -> Judgement:
        """The judgement after a search; records of a list that no test tells apart are searched once."""
        first = self._alike(whole, place)
        key = ("judged", id(whole), first, self._around(whole, first))
        found: Judgement | None = self.memory.recall(key)
        if found is None:
            found = self._after_search(when, whole, first)
            self.memory.keep(key, found)
        if place is None or first is None or first == place:
            return found
        return _of_record(found, f"{first[0]}[{first[1]}].", f"{place[0]}[{place[1]}].")

    def _alike(self, node: Node, place: Place) -> Place:
        """The first record seen from which the condition looks just as from this one."""
        if place is None or place[1] is None:
            return place
        of, key = place
        fields = sorted(fact for fact in self.anatomy(node).facts if fact.startswith(of + "."))
        answers = tuple(self.evaluator.known.values.get(FieldOf(of, key, field)) for field in fields)
        return self._first_alike.setdefault((id(node), of, answers), place)

    def _after_search(self, when: Node, whole: Node, place: Place) -> Judgement:
        parts = self._independent_parts(when, whole, place)
        self.left = self.allowance
        try:
            values = frozenset().union(*(self._largest(parts, place, late) for late in _ENDS))
            if values == {HOLDS} and self._attainable(when, place) == {FAILS}:
                return Judgement(Outcome.NOT_APPLICABLE)
        except OutOfBudget:
            everything = Attain(self, whole).open(whole, place)
            return Judgement(Outcome.UNDECIDED, None, _paths(everything), (Reason.BOUND,), True)
        if values == {FAILS}:
            return Judgement(Outcome.VIOLATED, can_breach=True)
        if values == {HOLDS}:
            return Judgement(Outcome.SATISFIED)
        if all(pending(value) for value in values):
            return Judgement(Outcome.PENDING, _day(min(values)))
        return self._undecided(parts, place, FAILS in values)

    def _independent_parts(self, when: Node, whole: Node, place: Place) -> list[Node]:
        """Parts whose *or* is the implication and which share no open fact: none tells anything about another."""
        assert isinstance(whole, Any)
        conditions = [self.negated(one) for one in _conjuncts(when)]
        return self._grouped([*conditions, whole.children[1]], whole, place)

    def _alternatives(self, node: Node) -> list[Node]:
        """The conditions whose *or* a condition is."""
        match node:
            case Any(children) if children:
                return [one for child in children for one in self._alternatives(child)]
            case Not(child):
                parts = _conjuncts(child)
                return [node] if len(parts) == 1 else [self.negated(one) for one in parts]
            case _:
                return [node]

    def _grouped(self, alternatives: list[Node], whole: Node, place: Place) -> list[Node]:
        """The alternatives of a condition, those that share an open fact joined."""
        if len(alternatives) == 1:
            return alternatives
        groups = self.search(whole).independent(alternatives, place)
        return [group[0] if len(group) == 1 else self.either(tuple(group)) for group in groups]

    def _largest(self, parts: list[Node], place: Place, late: bool) -> frozenset[int]:
        """What the *or* of independent parts can come to."""
        found = {FAILS}
        for part in parts:
            values = self._attained(part, place, late)
            found = {max(one, other) for one in found for other in values}
        return frozenset(found)

    def _attained(self, part: Node, place: Place, late: bool) -> frozenset[int]:
        late = late and self.counts_working_days(part)
        place = self._alike(part, place)
        key = ("attained", id(part), place, late, self._around(part, place))
        found: frozenset[int] | None = self.memory.recall(key)
        if found is None:
            found = self.search(part).at_end(part, place, late)
            self.memory.keep(key, found)
        return found

    def _around(self, node: Node, place: Place) -> Seen:
        """What is known around a condition; seen from a record also which others there are."""
        if place is None:
            return self.seen(node)
        return (self.evaluator.known.lists.get(place[0]), *self.seen(node))

    def _undecided(self, parts: list[Node], place: Place, can_breach: bool) -> Judgement:
        # What decides is looked for with a budget of its own, which all open facts share.
        self.left = self.allowance
        deciding: list[Address] = []
        calendar = bound = False
        attained = {late: [self._attained(part, place, late) for part in parts] for late in _ENDS}
        for number, part in enumerate(parts):
            # Where another part always holds, this one cannot be seen.
            seen = [
                late
                for late, values in attained.items()
                if {HOLDS} not in (*values[:number], *values[number + 1 :])
            ]
            ends = seen if self.counts_working_days(part) else seen[:1]
            found = self._deciding(part, place, tuple(ends))
            deciding += found.addresses
            bound = bound or found.bound
            calendar = calendar or (bool(ends) and found.calendar)
        reasons = self._reasons(deciding, calendar, bound)
        return Judgement(Outcome.UNDECIDED, None, _paths(deciding), reasons, can_breach)

    def _deciding(self, part: Node, place: Place, ends: tuple[bool, ...]) -> Deciding:
        """The open facts that decide the class of one part at one of these ends of open due days, found once."""
        key = ("deciding", id(part), place, ends, self._around(part, place))
        found: Deciding | None = self.memory.recall(key)
        if found is None:
            found = self._find_deciding(part, place, ends)
            self.memory.keep(key, found)
        return found

    def _find_deciding(self, part: Node, place: Place, ends: tuple[bool, ...]) -> Deciding:
        search = self.search(part)
        deciding: list[Address] = []
        bound = False
        alike: dict[object, bool] = {}
        for address in search.open(part, place):
            kind = search.alike(address, place)
            try:
                if kind not in alike:
                    alike[kind] = search.decides(address, part, place, ends)
                if alike[kind]:
                    deciding.append(address)
            except OutOfBudget:
                deciding.append(address)
                bound = True
        try:
            calendar = self.counts_working_days(part) and search.calendar_decides(part, place)
        except OutOfBudget:
            calendar = bound = True
        return Deciding(tuple(deciding), calendar, bound)

    def _reasons(self, deciding: list[Address], calendar: bool, bound: bool) -> tuple[Reason, ...]:
        vocabulary = self.situation.vocabulary
        kinds = {vocabulary[a if isinstance(a, str) else a.field].kind for a in deciding}
        found = {
            Reason.FACTS: bool(kinds - {Kind.READING}),
            Reason.READING: Kind.READING in kinds,
            Reason.CALENDAR: calendar,
            Reason.BOUND: bound,
        }
        return tuple(reason for reason, there in found.items() if there)


def judge(when: Node, require: Node, situation: Situation) -> Judgement:
    """The certain answer for one rule that stands alone."""
    return Judge(situation).judge(when, require)


def _of_record(judgement: Judgement, first: str, other: str) -> Judgement:
    """The judgement of one record, said of another that no test tells apart from it."""
    paths = (other + path[len(first) :] if path.startswith(first) else path for path in judgement.decided_by)
    return changed(judgement, decided_by=tuple(sorted(paths)))


def _conjuncts(node: Node) -> list[Node]:
    """The conditions that a condition joins by *and*, definitions opened."""
    match node:
        case All(children):
            return [one for child in children for one in _conjuncts(child)]
        case Named(_, All() as body):
            return _conjuncts(body)
        case _:
            return [node]


def _paths(addresses: Iterable[Address]) -> tuple[str, ...]:
    return tuple(sorted(path_of(address) for address in addresses))


def _day(value: int) -> date:

    return date.fromordinal(value)
