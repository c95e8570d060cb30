"""Which question is expected to settle most: every representative answer is thought through, all counted alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from compliance.assessment.findings import Examiner
from compliance.conditions.anatomy import leaves
from compliance.conditions.cells import Cells
from compliance.conditions.certain import Judge
from compliance.conditions.known import Address, FieldOf, Listed, path_of
from compliance.conditions.leaves import Concrete
from compliance.conditions.nodes import Dated, Leaf, Node
from compliance.facts.values import NONE
from compliance.facts.vocabulary import Fact, Kind, Tense
from compliance.interview.paths import Spot, spot_of
from compliance.interview.residual import Residual, closed, is_new, one_more
from compliance.interview.state import State

MOST_VALUES: Final = 12
"""How many representative answers of one question are thought through."""


class Subject(NamedTuple):
    """A rule with its scope, and what decides how it comes out."""

    calendar: str | None
    node: Node
    deciding: frozenset[str]


def best(candidates: Sequence[str], state: State) -> str:
    """The candidate expected to settle most; of equals the one that comes first."""
    assessment = state.assessment
    examiner = state.assessor.examiner(state.answers)
    subjects = [
        Subject(one.rule.calendar, examiner.whole(one.rule), frozenset(one.decided_by))
        for one in assessment.findings
        if one.decided_by
    ]
    chooser = _Chooser(state, examiner, subjects)
    return max(candidates, key=chooser.settled_by)


class _Chooser:
    """Counts what answers would settle."""

    def __init__(self, state: State, examiner: Examiner, subjects: list[Subject]) -> None:
        self.state = state
        self.examiner = examiner
        self.hangs_on: dict[str, list[Subject]] = {}
        self._plain: dict[int, Residual] = {}
        self._readers: dict[tuple[str, int], list[Residual]] = {}
        self._assumed: dict[tuple[str, int], list[Listed] | list[Concrete]] = {}
        for subject in subjects:
            for path in subject.deciding:
                self.hangs_on.setdefault(path, []).append(subject)

    def settled_by(self, path: str) -> tuple[Fraction, Fraction]:
        """How many questions an answer settles on average, for good, and counted once for each that hangs on it."""
        concerned = self.hangs_on.get(path, [])
        outcomes = [self._rest(path, subject) for subject in concerned]
        if not outcomes:
            return Fraction(0), Fraction(0)
        number = max(map(len, outcomes))
        for_good, locally = 0, 0
        for index in range(number):
            gone: Counter[str] = Counter()
            new: set[str] = set()
            for subject, rests in zip(concerned, outcomes, strict=True):
                rest = rests[index % len(rests)]
                gone.update(subject.deciding - rest - {path})
                new |= {one for one in rest if one.startswith("+")}
            for_good += sum(count == len(self.hangs_on[one]) for one, count in gone.items()) - len(new)
            locally += sum(gone.values())
        return Fraction(for_good, number), Fraction(locally, number)

    def _rest(self, path: str, subject: Subject) -> list[frozenset[str]]:
        """For each representative answer, what a subject then still hangs on; `+` marks questions that are new."""
        judge = self.examiner.judge_for(subject.calendar)
        assumptions = self._assumptions(path, judge)
        key = ("rest", id(subject.node), path, tuple(assumptions), judge.seen(subject.node))
        found: list[frozenset[str]] | None = judge.memory.recall(key)
        if found is None:
            residuals = self._residuals(path, judge, assumptions)
            found = [_named(residual.of(subject.node)[1]) for residual in residuals]
            judge.memory.keep(key, found)
        return found

    def _residuals(
        self, path: str, judge: Judge, assumptions: list[Listed] | list[Concrete]
    ) -> list[Residual]:
        found = self._readers.get((path, id(judge)))
        if found is None:
            plain = self._plain.setdefault(id(judge), Residual(judge))
            spot = _spot(path, self.state)
            found = [_assuming(spot, one, judge, plain) for one in assumptions]
            self._readers[path, id(judge)] = found
        return found

    def _assumptions(self, path: str, judge: Judge) -> list[Listed] | list[Concrete]:
        """What the answer may be: for a list that it ends here or after one more record."""
        if (path, id(judge)) not in self._assumed:
            self._assumed[path, id(judge)] = self._assume(path, judge)
        return self._assumed[path, id(judge)]

    def _assume(self, path: str, judge: Judge) -> list[Listed] | list[Concrete]:
        spot = _spot(path, self.state)
        if spot.fact.kind is not Kind.RECORDS:
            values = self._values(spot, judge)
            return values[:: max(1, -(-len(values) // MOST_VALUES))]
        listed = judge.evaluator.known.lists.get(path)
        if spot.fact.at_least_one and not (listed and listed.keys):
            return [one_more(listed)]
        return [closed(listed), one_more(listed)]

    def _values(self, spot: Spot, judge: Judge) -> list[Concrete]:
        """Representative answers: one for each way the tests of the fact can come out."""
        sequence = self.state.assessor.sequence
        nodes = [self.examiner.whole(rule) for rule in sequence.rules_on(spot.fact.id)]
        nodes += [pack.applies for pack in sequence.packs_on(spot.fact.id)]
        key = ("values", spot.fact.id, self.state.assessor.packs)
        found: list[Concrete] | None = judge.memory.recall(key)
        if found is None or spot.fact.kind is Kind.TEXT:
            tests = [leaf for node in nodes for leaf in leaves(node)]
            if spot.fact.kind is Kind.DATE:
                own = [leaf for leaf in tests if spot.fact.id in judge.evaluator.facts_of(leaf)]
                found = _days(spot.fact, own, self.state.as_of, judge)
            else:
                found = Cells(judge.evaluator, tests).domain(_address(spot), {})
            judge.memory.keep(key, found)
        return found


def _spot(path: str, state: State) -> Spot:
    spot = spot_of(path, state.book.vocabulary, state.answers)
    assert spot is not None
    return spot


def _assuming(spot: Spot, assumed: Listed | Concrete, judge: Judge, plain: Residual) -> Residual:
    if isinstance(assumed, Listed):
        return Residual(judge, spot.fact.id, None, {spot.fact.id: assumed}, plain)
    return Residual(judge, spot.fact.id, {_address(spot): assumed}, None, plain)


def _address(spot: Spot) -> Address:
    return spot.fact.id if spot.key is None else FieldOf(str(spot.fact.parent), spot.key, spot.fact.id)


def _named(addresses: Iterable[Address]) -> frozenset[str]:
    return frozenset(("+" if is_new(address) else "") + path_of(address) for address in addresses)


def _days(fact: Fact, tests: list[Leaf], as_of: date, judge: Judge) -> list[Concrete]:
    """Days around those that tests name, one for each way in which tests of this fact alone come out."""
    marks = {as_of}
    marks |= {leaf.bound for leaf in tests if isinstance(leaf, Dated) and isinstance(leaf.bound, date)}
    days = sorted({mark + timedelta(days=offset) for mark in marks for offset in (-1, 0, 1)})
    values: list[Concrete] = [day for day in days if fact.tense is not Tense.EVENT or day <= as_of]
    alone = [leaf for leaf in tests if judge.evaluator.facts_of(leaf) == (fact.id,)]
    found: dict[tuple[int, ...], Concrete] = {}
    for value in values:
        outcome = tuple(judge.evaluator.tests.value(leaf, _always(value), False) for leaf in alone)
        found.setdefault(outcome, value)
    return [*found.values(), NONE] if fact.can_be_none else list(found.values())


def _always(value: Concrete) -> Callable[[str], Concrete]:
    return lambda _: value
