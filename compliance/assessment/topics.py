"""Rules that bound the same matter: which minimum governs, and where one rule wants more than another allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from compliance.assessment.model import Applies, Bound, Topic
from compliance.conditions.certain import judge
from compliance.conditions.judgement import Outcome, Situation
from compliance.conditions.nodes import TRUE, All, Compare, Named, Node
from compliance.facts.quantities import MONTHS, days_in_months, measure
from compliance.facts.values import Quantity
from compliance.facts.vocabulary import Vocabulary
from compliance.packs.rulebook import Rule


def topics_of(
    rules: Iterable[Rule], applies: Callable[[Rule], Applies], vocabulary: Vocabulary
) -> tuple[Topic, ...]:
    """The topics of the rules that are in force, in the order of the rules.

    A rule that sets an upper bound takes part also without naming the topic when it bounds a fact of it: a duty to
    delete rarely knows of the duty to keep. What is counted in other units is a topic of its own.

    Args:
        applies: whether a rule applies; asked only for rules that take part.
    """
    bounds = [bound for rule in rules for bound in bounds_of(rule)]
    named = {(bound.rule.topic, _dimension(bound)): None for bound in bounds if bound.rule.topic is not None}
    found = []
    for topic, dimension in named:
        assert topic is not None
        alike = [bound for bound in bounds if _dimension(bound) == dimension]
        facts = {bound.test.fact for bound in alike if bound.rule.topic == topic}
        members = [
            bound
            for bound in alike
            if bound.rule.topic == topic or (not bound.lower and bound.test.fact in facts)
        ]
        found.append(_topic(topic, members, applies, vocabulary))
    return tuple(one for one in found if one.bounds)


def bounds_of(rule: Rule) -> tuple[Bound, ...]:
    """The bounds that a rule sets whenever it applies. What it demands of the records of a list is none."""
    return tuple(Bound(rule, test) for test in _comparisons(rule.require))


def _comparisons(node: Node) -> Iterator[Compare]:
    match node:
        case Compare():
            yield node
        case All(children):
            for child in children:
                yield from _comparisons(child)
        case Named(_, body):
            yield from _comparisons(body)
        case _:
            return


def _topic(
    topic: str, members: list[Bound], applies: Callable[[Rule], Applies], vocabulary: Vocabulary
) -> Topic:
    standing = {bound.rule.id: applies(bound.rule) for bound in members}
    certain = [bound for bound in members if standing[bound.rule.id] is Applies.YES]
    minima = sorted((bound for bound in certain if bound.lower), key=_strictness)
    maxima = sorted((bound for bound in certain if not bound.lower), key=_strictness)
    return Topic(
        id=topic,
        minima=tuple(minima),
        maxima=tuple(maxima),
        open=tuple(bound for bound in members if standing[bound.rule.id] is Applies.OPEN),
        conflicts=tuple(
            (minimum, maximum)
            for minimum in minima
            for maximum in maxima
            if _exclude_each_other(minimum.test, maximum.test, vocabulary)
        ),
    )


def _strictness(bound: Bound) -> tuple[bool, int | Decimal, bool]:
    """Binding rules first, then the strictest: the greatest minimum, the smallest maximum."""
    reach = _reach(bound)
    strict = bound.test.operator in ("more_than", "less_than")
    return not bound.rule.severity.binding, -reach if bound.lower else reach, not strict


def _reach(bound: Bound) -> int | Decimal:
    """The bound as a number that compares with others: in days a minimum at its longest, a maximum at its shortest."""
    value = bound.test.bound
    if not isinstance(value, Quantity):
        return value
    unit, amount = measure(value)
    if unit != "months":
        return amount
    shortest, longest = days_in_months(int(amount))
    return longest if bound.lower else shortest


def _dimension(bound: Bound) -> str:
    """What a bound is counted in. Months and days meet; working days and days never do."""
    value = bound.test.bound
    if not isinstance(value, Quantity):
        return "number"
    unit, _ = measure(value)
    return "days" if value.unit in MONTHS else unit


def _exclude_each_other(minimum: Compare, maximum: Compare, vocabulary: Vocabulary) -> bool:
    """Whether no value can meet both, found out by the language itself. The date plays no part in it."""
    both = All((minimum, Compare(minimum.fact, maximum.operator, maximum.bound)))
    return judge(TRUE, both, Situation(vocabulary, {}, date.min)).outcome is Outcome.VIOLATED
