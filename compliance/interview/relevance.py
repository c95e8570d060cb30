"""Which questions still decide something, and which answers no longer do.

A question is relevant while it decides the class of some finding, of whatever severity, or whether a pack applies:
two completions of what is open that differ in it alone come out differently. That is what findings say
(`decided_by`), so relevance is exact, and with nothing relevant left every finding is as it will stay.
"""

from __future__ import annotations

from collections.abc import Mapping

from compliance.assessment.findings import Examiner
from compliance.assessment.model import Assessment
from compliance.facts.values import Records, Value
from compliance.interview.answers import value_at, with_value
from compliance.interview.assessor import Assessor
from compliance.interview.order import in_order
from compliance.interview.paths import all_paths, spot_of
from compliance.interview.state import State
from compliance.packs.rulebook import Pack, Rule


def relevant(assessment: Assessment) -> dict[str, list[Rule]]:
    """The paths that still decide something -> the rules that hang on each. None hang on pure scope."""
    found: dict[str, list[Rule]] = {}
    for status in assessment.packs:
        for path in status.decided_by:
            found.setdefault(path, [])
    for finding in assessment.findings:
        for path in finding.hangs_on:
            found.setdefault(path, []).append(finding.rule)
    return found


def deciding_scope(assessment: Assessment) -> dict[str, list[Pack]]:
    """The paths that decide whether packs apply -> those packs."""
    found: dict[str, list[Pack]] = {}
    for status in assessment.packs:
        for path in status.decided_by:
            found.setdefault(path, []).append(status.pack)
    return found


def unanswered(path: str, state: State) -> bool:
    """Whether nobody answered: a list that goes on counts as unanswered, a value held elsewhere as answered."""
    spot = spot_of(path, state.book.vocabulary, state.answers)
    if spot is None:
        return False
    value = value_at(state.answers, spot)
    return value is None or getattr(value, "complete", True) is False


def open_paths(state: State) -> list[str]:
    """What can still be asked: relevant, unanswered and not parked."""
    return [
        path for path in relevant(state.assessment) if path not in state.parked and unanswered(path, state)
    ]


def moot(state: State) -> frozenset[str]:
    """Answered paths that do not count: without all of them every finding would come out in the same class.

    Of answers that make each other superfluous the one that is asked last is moot, so that a gate stays when what
    lies behind it goes.
    """
    found = set()
    answers = state.answers
    plain = {own: _plain(value) for own, value in answers.items()}
    for path in reversed(in_order(all_paths(state.book.vocabulary, answers), state)):
        spot = spot_of(path, state.book.vocabulary, answers)
        if spot is None or value_at(answers, spot) is None:
            continue
        without = with_value(answers, spot, None)
        own = spot.fact.parent or spot.fact.id
        kept = plain.get(own)
        plain[own] = _plain(without.get(own))
        if _decides(path, spot.fact.id, without, plain, state.assessor):
            plain[own] = kept
        else:
            found.add(path)
            answers = without
    return frozenset(found)


def _plain(value: Value | None) -> object:
    """A value that can be part of a key."""
    if not isinstance(value, Records):
        return value
    return value.complete, tuple((entry.key, frozenset(entry.fields.items())) for entry in value.entries)


def _decides(
    path: str, fact: str, answers: Mapping[str, Value], plain: Mapping[str, object], assessor: Assessor
) -> bool:
    """Whether an unanswered path decides the class of some finding or whether a pack applies.

    Found out once for the answers that the rule or the pack looks at.
    """
    memory = assessor.memory.of(None)
    fresh = []
    for one in assessor.sequence.on(fact):
        key = ("decides", path, one.id, tuple(map(plain.get, assessor.sequence.beside(one))))
        found: bool | None = memory.recall(key)
        if found:
            return True
        if found is None:
            fresh.append((one, key))
    examiner = assessor.examiner(answers) if fresh else None
    for one, key in fresh:
        assert examiner is not None
        found = path in _hangs_on(one, examiner)
        memory.keep(key, found)
        if found:
            return True
    return False


def _hangs_on(one: Rule | Pack, examiner: Examiner) -> tuple[str, ...]:
    """The open facts that decide a rule's class, how its breach counts, or whether a pack applies."""
    if isinstance(one, Pack):
        return examiner.pack_status(one).decided_by
    return examiner.hangs_on(one)
