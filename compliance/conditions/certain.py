"""The certain answer: what a rule comes to in every completion of the open facts, and which facts decide it.

A condition's *attainable* values are found by dividing it into parts that share no open fact, which cannot
influence each other, and by trying the representative values (`cells`) of a fact only where parts share it.
Records of a list share nothing but facts that stand alone, so a list costs its length, not its power set.
To learn whether a fact decides, the same search runs with two values of that fact side by side.
"""

from __future__ import annotations

from datetime import date

from compliance.conditions.anatomy import Anatomy, anatomy, has_working_days
from compliance.conditions.attain import Assumed, AssumedPairs, Attain, Folded, OutOfBudget, Values
from compliance.conditions.evaluate import Evaluator, Place
from compliance.conditions.judgement import Judgement, Outcome, Reason, Situation
from compliance.conditions.known import Address, path_of
from compliance.conditions.nodes import All, Any, Every, Node, Not, Some
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN, pending
from compliance.facts.vocabulary import Kind


class Judge:
    """Judges rules in one situation. Remembers what it found about conditions that rules share.

    Conditions are remembered by identity: keep them alive as long as the judge.
    """

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.evaluator = Evaluator(situation)
        self.remembered: dict[tuple[int, Place, bool, Assumed], frozenset[int]] = {}
        self.compared: dict[tuple[int, Place, tuple[bool, ...], AssumedPairs], frozenset[Values]] = {}
        self.folded: dict[tuple[str, tuple[int, ...], bool], Folded] = {}
        self._anatomies: dict[int, Anatomy] = {}
        self._joined: dict[tuple[int, ...], Node] = {}
        self._calendared: dict[int, bool] = {}

    def judge(self, when: Node, require: Node, place: Place = None) -> Judgement:
        """The certain answer for *when, then require*; seen from a record if `place` names one."""
        whole = self.implication(when, require)
        return self._at_once(when, whole, place) or self._after_search(when, whole, place)

    def attainable(self, node: Node, place: Place = None) -> frozenset[int]:
        """Every value a condition can still take: `FAILS`, `HOLDS`, and the earliest due day of those it can.

        Raises:
            OutOfBudget: when that cannot be found out within the situation's budget.
        """
        return Attain(self, node).either_end(node, place)

    def implication(self, when: Node, require: Node) -> Node:
        """The condition *when, then require*; the same object for the same parts."""
        key = (id(when), id(require))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = Any((Not(when), require))
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

    def _after_search(self, when: Node, whole: Node, place: Place) -> Judgement:
        search = Attain(self, whole)
        try:
            values = search.either_end(whole, place)
            applies = search.either_end(when, place)
        except OutOfBudget:
            return Judgement(
                Outcome.UNDECIDED, None, _paths(search.open(whole, place)), (Reason.BOUND,), True
            )
        if values == {FAILS}:
            return Judgement(Outcome.VIOLATED, can_breach=True)
        if applies == {FAILS}:
            return Judgement(Outcome.NOT_APPLICABLE)
        if values == {HOLDS}:
            return Judgement(Outcome.SATISFIED)
        if all(pending(value) for value in values):
            return Judgement(Outcome.PENDING, _day(min(values)))
        return self._undecided(search, whole, place, FAILS in values)

    def _undecided(self, search: Attain, whole: Node, place: Place, can_breach: bool) -> Judgement:
        deciding: list[Address] = []
        bound = False
        alike: dict[object, bool] = {}
        for address in search.open(whole, place):
            kind = search.alike(address, place)
            try:
                if kind not in alike:
                    alike[kind] = search.decides(address, whole, place)
                if alike[kind]:
                    deciding.append(address)
            except OutOfBudget:
                deciding.append(address)
                bound = True
        try:
            calendar = self.counts_working_days(whole) and search.calendar_decides(whole, place)
        except OutOfBudget:
            calendar = bound = True
        reasons = self._reasons(deciding, calendar, bound)
        return Judgement(Outcome.UNDECIDED, None, _paths(deciding), reasons, can_breach)

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


def _paths(addresses: list[Address]) -> tuple[str, ...]:
    return tuple(sorted(path_of(address) for address in addresses))


def _day(value: int) -> date:

    return date.fromordinal(value)
