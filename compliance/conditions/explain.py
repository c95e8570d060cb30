"""Why a condition came out as it did: the tree of its parts with their values and the facts they rest on."""

from __future__ import annotations

from datetime import date

from compliance.conditions.evaluate import Evaluator, Place
from compliance.conditions.known import path_of
from compliance.conditions.nodes import All, Any, Every, FactRef, Leaf, Limit, Named, Node, Not, Some
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN
from compliance.facts.calendar import DueRange
from compliance.facts.values import HELD, Value
from compliance.frozen import frozen


@frozen
class Observed:
    """A fact that a test looked at: its path and its value, None while it is open."""

    path: str
    fact: str
    value: Value | None


@frozen
class Explanation:
    """One part of a condition and how it came out.

    Args:
        node: the part.
        value: `FAILS`, a due day's ordinal, `HOLDS` or `UNKNOWN`.
        children: the parts of this part; for a quantifier one for each record.
        record: the key of the record, directly under a quantifier.
        observed: for a test, the facts it looked at.
        due: for a time limit whose trigger is known, when it is due.
        late_by: for a deed done after its due day, by how many days it was late, in `late_unit`.
    """

    node: Node
    value: int
    children: tuple[Explanation, ...] = ()
    record: str | None = None
    observed: tuple[Observed, ...] = ()
    due: DueRange | None = None
    late_by: int | None = None
    late_unit: str = "days"


def explain(node: Node, evaluator: Evaluator, place: Place = None, record: str | None = None) -> Explanation:
    """The explanation of a condition with the answers that are there."""
    value = evaluator.evaluate(node, place)
    match node:
        case All(children) | Any(children):
            return Explanation(node, value, tuple(explain(c, evaluator, place) for c in children), record)
        case Not(child):
            return Explanation(node, value, (explain(child, evaluator, place),), record)
        case Named(_, body):
            return Explanation(node, value, (explain(body, evaluator, place),), record)
        case Every() | Some():
            return Explanation(node, value, _records(node, evaluator), record)
        case Limit():
            return _limit(node, value, evaluator, place, record)
        case _:
            return Explanation(node, value, (), record, _observed(node, evaluator, place))


def culprits(explanation: Explanation) -> tuple[Explanation, ...]:
    """The tests that account for the value of an explained condition, in order, each once.

    For one that fails: of *all* the failing parts, of *any* every part; below *not* the roles change.
    """
    found: dict[int, Explanation] = {}
    _collect(explanation, explanation.value, found)
    return tuple(found.values())


def _collect(explanation: Explanation, value: int, found: dict[int, Explanation]) -> None:
    if not explanation.children:
        found.setdefault(id(explanation), explanation)
        return
    parts = [child for child in explanation.children if child.value == value]
    if isinstance(explanation.node, Not) or not parts:
        parts = list(explanation.children)
    for part in parts:
        _collect(part, part.value, found)


def _records(node: Every | Some, evaluator: Evaluator) -> tuple[Explanation, ...]:
    listed = evaluator.known.lists.get(node.of)
    parts = []
    for key in listed.keys if listed else ():
        where = evaluator.evaluate(node.where, (node.of, key))
        if where == FAILS:
            continue
        body = node.satisfies if where == HOLDS else All((node.where, node.satisfies))
        parts.append(explain(body, evaluator, (node.of, key), key))
    return tuple(parts)


def _observed(leaf: Leaf, evaluator: Evaluator, place: Place) -> tuple[Observed, ...]:
    found = []
    for fact in evaluator.facts_of(leaf):
        address = evaluator.address(fact, place)
        value = evaluator.known.values.get(address)
        found.append(Observed(path_of(address), fact, value))
    return tuple(found)


def _limit(node: Limit, value: int, evaluator: Evaluator, place: Place, record: str | None) -> Explanation:
    observed = _observed(node, evaluator, place)
    values = {seen.fact: seen.value for seen in observed}
    trigger = values[node.trigger.fact] if isinstance(node.trigger, FactRef) else node.trigger
    if not isinstance(trigger, date):
        return Explanation(node, value, (), record, observed)
    due = evaluator.tests.due(trigger, node.span, node.direction)
    done = values[node.deed]
    if value == FAILS and isinstance(done, date):
        late_by, unit = _lateness(node, due.latest, done, evaluator)
        return Explanation(node, value, (), record, observed, due, late_by, unit)
    return Explanation(node, value, (), record, observed, due)


def _lateness(node: Limit, due: date, done: date, evaluator: Evaluator) -> tuple[int, str]:
    calendar = evaluator.situation.calendar
    if node.span.unit == "working_days" and calendar is not None:
        count = calendar.working_days_between(due, done)
        if count:
            return count, "working_days"
    return (done - due).days, "days"


def is_open(observed: Observed) -> bool:
    """Whether an answer would still add something."""
    return observed.value is None or observed.value is HELD


__all__ = ["HOLDS", "UNKNOWN", "Explanation", "Observed", "culprits", "explain", "is_open"]
