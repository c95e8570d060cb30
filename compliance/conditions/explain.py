"""Why a condition came out as it did: the tree of its parts with their values and the facts they rest on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from compliance.conditions.evaluate import Evaluator, Place
from compliance.conditions.known import path_of
from compliance.conditions.nodes import All, Any, Every, FactRef, Is, Leaf, Limit, Named, Node, Not, Some
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN, disjunction
from compliance.facts.calendar import DueRange
from compliance.facts.values import HELD, Value
from compliance.facts.vocabulary import Kind, Vocabulary
from compliance.frozen import changed, frozen


@frozen
class Observed:
    """A fact that a test looked at: its path and its value, None while it is open."""

    path: str
    fact: str
    value: Value | None


@frozen
class Choice:
    """The time limit that counts under one view of a reading of the law.

    Args:
        view: the option of the reading.
        limit: how the limit comes out that is due last under it.
    """

    view: str
    limit: Explanation


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
        choices: for limits of one deed between which a reading chooses: one for each view that is still possible.
            `observed` then has the deed first and the reading last.
    """

    node: Node
    value: int
    children: tuple[Explanation, ...] = ()
    record: str | None = None
    observed: tuple[Observed, ...] = ()
    due: DueRange | None = None
    late_by: int | None = None
    late_unit: str = "days"
    choices: tuple[Choice, ...] = ()


def explain(node: Node, evaluator: Evaluator, place: Place = None, record: str | None = None) -> Explanation:
    """The explanation of a condition with the answers that are there."""
    value = evaluator.evaluate(node, place)
    match node:
        case All(children):
            return Explanation(node, value, tuple(explain(c, evaluator, place) for c in children), record)
        case Any(children):
            parts = _alternatives(children, evaluator, place)
            if len(parts) == 1 and parts[0].choices:
                return changed(parts[0], node=node, value=value, record=record)
            return Explanation(node, value, tuple(parts), record)
        case Not(child):
            return Explanation(node, value, (explain(child, evaluator, place),), record)
        case Named(_, body):
            if record is not None:
                return Explanation(node, value, (explain(body, evaluator, place),), record)
            return _named(node, value, evaluator)
        case Every() | Some():
            return Explanation(node, value, _records(node, evaluator), record)
        case Limit():
            return _limit(node, value, evaluator, place, record)
        case _:
            return Explanation(node, value, (), record, _observed(node, evaluator, place))


def _named(node: Named, value: int, evaluator: Evaluator) -> Explanation:
    """A definition looks at no record: one explanation does wherever it stands."""
    found = evaluator.explained.get(id(node))
    if not isinstance(found, Explanation):
        found = Explanation(node, value, (explain(node.body, evaluator),))
        evaluator.explained[id(node)] = found
    return found


class _Alternative(NamedTuple):
    """*Under this reading, that limit*, or a limit that counts under any, and the node that says so."""

    node: Node
    view: Is | None
    limit: Limit

    def counts_under(self, option: str) -> bool:
        return self.view is None or option in self.view.values


def _alternatives(children: tuple[Node, ...], evaluator: Evaluator, place: Place) -> list[Explanation]:
    """The parts of an *any*; limits of one deed between which a reading chooses make one part.

    Told apart they would explain badly: while the reading is open it alone would be named, without a last day.
    """
    by_deed: dict[str, list[_Alternative]] = {}
    for child in children:
        found = _alternative(child, evaluator.situation.vocabulary)
        if found is not None:
            by_deed.setdefault(found.limit.deed, []).append(found)
    parts: dict[int, Explanation | None] = {}
    for members in by_deed.values():
        choice = _choice(members, evaluator, place)
        if choice is not None:
            parts.update({id(member.node): None for member in members})
            parts[id(members[0].node)] = choice
    in_order = [parts[id(c)] if id(c) in parts else explain(c, evaluator, place) for c in children]
    return [part for part in in_order if part is not None]


def _alternative(node: Node, vocabulary: Vocabulary) -> _Alternative | None:
    match node:
        case Limit():
            return _Alternative(node, None, node)
        case All((Is() as view, Limit() as limit)) | All((Limit() as limit, Is() as view)):
            is_reading = vocabulary[view.fact].kind is Kind.READING
            return _Alternative(node, view, limit) if is_reading else None
        case _:
            return None


def _choice(members: list[_Alternative], evaluator: Evaluator, place: Place) -> Explanation | None:
    """The limits between which one reading chooses, as one part; None if they are not that or a due day is unknown."""
    views = [member.view for member in members if member.view is not None]
    if len({view.fact for view in views}) != 1:
        return None
    limits = {id(member.node): explain(member.limit, evaluator, place) for member in members}
    (reading,) = _observed(views[0], evaluator, place)
    options = evaluator.situation.vocabulary[reading.fact].options
    choices = []
    for view in [reading.value] if isinstance(reading.value, str) else [option.id for option in options]:
        counting = [limits[id(member.node)] for member in members if member.counts_under(view)]
        if counting:
            choices.append(Choice(view, max(counting, key=_last)))
    if not choices or any(limit.due is None for limit in limits.values()):
        return None
    nodes = tuple(member.node for member in members)
    value = disjunction([evaluator.evaluate(node, place) for node in nodes])
    seen = dict.fromkeys(one for choice in choices for one in choice.limit.observed)
    return Explanation(Any(nodes), value, observed=(*seen, reading), choices=tuple(choices))


def _last(limit: Explanation) -> tuple[date, date]:
    """How late a limit is due: of *any* of several the last one counts."""
    return (limit.due.latest, limit.due.earliest) if limit.due else (date.min, date.min)


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


__all__ = ["HOLDS", "UNKNOWN", "Choice", "Explanation", "Observed", "culprits", "explain", "is_open"]
