"""Mutants of rules and definitions: one threshold, unit, direction or connective changed.

Examples that notice no mutant say little about a rule. A mutant is noticed when at least one example of a rule it
touches comes out otherwise than stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from compliance.conditions.nodes import (
    TRUE,
    All,
    Any,
    Compare,
    Comparison,
    Constant,
    Dated,
    Every,
    Has,
    Is,
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
from compliance.errors import Gravity, Location, Problem
from compliance.facts.values import Quantity
from compliance.facts.vocabulary import Vocabulary
from compliance.frozen import changed
from compliance.packs.examples import Example, JudgeExample, fails
from compliance.packs.rulebook import Rule, RuleBook

Change = tuple[str, Node]
"""What was changed, in the words of a condition, and the condition that comes of it."""

_STRICT: dict[Comparison, tuple[Comparison, Comparison]] = {
    "at_least": ("more_than", "at_most"),
    "more_than": ("at_least", "less_than"),
    "at_most": ("less_than", "at_least"),
    "less_than": ("at_most", "more_than"),
}


class Mutant(NamedTuple):
    """A changed rule or definition: its id, where in it, what was changed, and the rules as they are then."""

    id: str
    where: str
    change: str
    rules: tuple[Rule, ...]


def mutants(book: RuleBook) -> Iterator[Mutant]:
    """Every mutant of every rule and definition of a rule book, in its order."""
    for rule in book.rules.values():
        yield from _of_rule(rule, book.vocabulary)
    for definition in book.definitions.values():
        body = definition.condition.body if isinstance(definition.condition, Named) else definition.condition
        touched = [rule for rule in book.rules.values() if _uses(rule, definition.id)]
        for change, mutated in changes(body, book.vocabulary):
            rules = tuple(_with_definition(rule, definition.id, mutated) for rule in touched)
            yield Mutant(definition.id, "is", change, rules)


def unnoticed(
    book: RuleBook, examples: Iterable[Example], judge: JudgeExample, among: Iterable[Mutant]
) -> list[Mutant]:
    """The mutants that no example notices."""
    by_rule: dict[str, list[Example]] = {}
    for example in examples:
        by_rule.setdefault(example.rule, []).append(example)
    return [mutant for mutant in among if not _noticed(mutant, book, by_rule, judge)]


def unnoticed_problems(book: RuleBook, missed: Iterable[Mutant]) -> list[Problem]:
    """A warning for each mutant that no example notices, at its rule; for a definition at the first rule it touches."""
    found = []
    for mutant in missed:
        rule = book.rules.get(mutant.id) or (mutant.rules[0] if mutant.rules else None)
        place = Location(rule.file, rule.line) if rule else None
        details = {"rule": mutant.id, "where": mutant.where, "change": mutant.change}
        found.append(Problem("pack.mutant_unnoticed", place, details, Gravity.WARNING))
    return found


def _noticed(mutant: Mutant, book: RuleBook, examples: dict[str, list[Example]], judge: JudgeExample) -> bool:
    return any(
        fails(example, judge(book, rule, example.answers, example.as_of))
        for rule in mutant.rules
        for example in examples.get(rule.id, ())
    )


def _of_rule(rule: Rule, vocabulary: Vocabulary) -> Iterator[Mutant]:
    for change, node in changes(rule.when, vocabulary):
        yield Mutant(rule.id, "when", change, (changed(rule, when=node),))
    for change, node in changes(rule.require, vocabulary):
        parts = node.of if isinstance(node, Every) else None
        yield Mutant(rule.id, "require", change, (changed(rule, require=node, parts=parts),))
    if rule.remedied_by is not None:
        for change, node in changes(rule.remedied_by, vocabulary):
            yield Mutant(rule.id, "remedied_by", change, (changed(rule, remedied_by=node),))


def changes(node: Node, vocabulary: Vocabulary) -> Iterator[Change]:
    """The condition with one thing changed, in every way; definitions are left as they are."""
    match node:
        case All(children):
            yield from _of_children("all", "any", All, Any, children, vocabulary)
        case Any(children):
            yield from _of_children("any", "all", Any, All, children, vocabulary)
        case Not(child):
            yield "not dropped", child
            for change, mutated in changes(child, vocabulary):
                yield change, Not(mutated)
        case Every(of, where, satisfies):
            yield f"every {of} -> some", Some(of, where, satisfies)
            yield from _of_quantifier(Every, of, where, satisfies, vocabulary)
        case Some(of, where, satisfies):
            yield f"some {of} -> every", Every(of, where, satisfies)
            yield from _of_quantifier(Some, of, where, satisfies, vocabulary)
        case Named() | Constant():
            return
        case Present(fact):
            yield f"present {fact} -> not", Not(node)
        case SameAs(fact) | Valid(fact):
            yield f"{fact} negated", Not(node)
        case Is(fact, values):
            yield from _of_is(node, fact, values)
        case Has(fact, mode, options):
            yield from _of_has(fact, mode, options)
        case Compare(fact, operator, bound):
            strict, reversed_ = _STRICT[operator]
            yield f"{fact} {operator} -> {strict}", Compare(fact, strict, bound)
            yield f"{fact} {operator} -> {reversed_}", Compare(fact, reversed_, bound)
            for other in _near_bounds(bound, vocabulary[fact].units):
                yield f"{fact} {_said(bound)} -> {_said(other)}", Compare(fact, operator, other)
        case Dated(fact, operator, day):
            other_way = "on_or_after" if operator == "on_or_before" else "on_or_before"
            yield (
                f"{fact} {operator} -> {other_way}",
                Dated(fact, "on_or_after" if operator == "on_or_before" else "on_or_before", day),
            )
            if isinstance(day, date):
                for moved in _near_days(day):
                    yield f"{fact} {day} -> {moved}", Dated(fact, operator, moved)
        case WithinLast(fact, span):
            for other in _near_spans(span):
                yield f"{fact} within {_said(span)} -> {_said(other)}", WithinLast(fact, other)
        case Limit():
            yield from _of_limit(node)


def _of_children(
    own: str,
    other: str,
    make: type[All] | type[Any],
    make_other: type[All] | type[Any],
    children: tuple[Node, ...],
    vocabulary: Vocabulary,
) -> Iterator[Change]:
    if len(children) > 1:
        yield f"{own} -> {other}", make_other(children)
        for number in range(len(children)):
            rest = children[:number] + children[number + 1 :]
            yield f"{own}: part {number + 1} dropped", rest[0] if len(rest) == 1 else make(rest)
    for number, child in enumerate(children):
        for change, mutated in changes(child, vocabulary):
            yield change, make((*children[:number], mutated, *children[number + 1 :]))


def _of_quantifier(
    make: type[Every] | type[Some], of: str, where: Node, satisfies: Node, vocabulary: Vocabulary
) -> Iterator[Change]:
    if where != TRUE:
        yield f"where of {of} dropped", make(of, TRUE, satisfies)
    for change, mutated in changes(where, vocabulary):
        yield change, make(of, mutated, satisfies)
    for change, mutated in changes(satisfies, vocabulary):
        yield change, make(of, where, mutated)


def _of_is(node: Is, fact: str, values: Sequence[object]) -> Iterator[Change]:
    yield f"{fact} is {_listed(values)} negated", Not(node)
    if len(values) > 1:
        for value in node.values:
            rest = tuple(other for other in node.values if other != value)
            yield f"{fact}: {_said(value)} dropped", Is(fact, rest)


def _of_has(fact: str, mode: str, options: tuple[str, ...]) -> Iterator[Change]:
    if mode == "none":
        yield f"{fact} has none -> any", Has(fact, "any", options)
    else:
        yield f"{fact} has {mode} -> none", Has(fact, "none", options)
        if len(options) > 1:
            yield (
                f"{fact} has {mode} -> other",
                Has(fact, "all", options) if mode == "any" else Has(fact, "any", options),
            )
    if len(options) > 1:
        for option in options:
            rest = tuple(other for other in options if other != option)
            yield (
                f"{fact}: {option} dropped",
                Has(fact, "none" if mode == "none" else "all" if mode == "all" else "any", rest),
            )


def _of_limit(node: Limit) -> Iterator[Change]:
    deed, span, direction, trigger = node.deed, node.span, node.direction, node.trigger
    for other in _near_spans(span):
        yield f"{deed} within {_said(span)} -> {_said(other)}", Limit(deed, other, direction, trigger)
    if span.amount:
        yield (
            f"{deed}: {direction} turned round",
            Limit(deed, span, "before" if direction == "after" else "after", trigger),
        )
    if isinstance(trigger, date):
        for moved in _near_days(trigger):
            yield f"{deed}: {trigger} -> {moved}", Limit(deed, span, direction, moved)


def _near_days(day: date) -> list[date]:
    return [day - timedelta(1), day + timedelta(1)]


def _near_spans(span: Quantity) -> list[Quantity]:
    near = [Quantity(span.amount + step, span.unit) for step in (-1, 1) if span.amount + step >= 0]
    units = {"working_days": "days", "days": "working_days", "months": "years", "years": "months"}
    if span.amount and span.unit in units:
        near.append(Quantity(span.amount, units[span.unit]))
    return near


def _near_bounds(bound: int | Decimal | Quantity, units: Sequence[str]) -> list[int | Decimal | Quantity]:
    if not isinstance(bound, Quantity):
        return [bound - 1, bound + 1]
    steps = [Quantity(bound.amount + step, bound.unit) for step in (-1, 1)]
    return [*steps, *(Quantity(bound.amount, unit) for unit in units if unit != bound.unit)]


def _listed(values: Iterable[object]) -> str:
    return " / ".join(map(_said, values))


def _said(value: object) -> str:
    if isinstance(value, Quantity):
        return f"{value.amount} {value.unit}"
    return str(value)


# Definitions inside rules ------------------------------------------------------------------------------


def _uses(rule: Rule, definition: str) -> bool:
    return any(_mentions(node, definition) for node in (rule.applies, rule.when, rule.require))


def _mentions(node: Node, definition: str) -> bool:
    match node:
        case Named(name, body):
            return name == definition or _mentions(body, definition)
        case All(children) | Any(children):
            return any(_mentions(child, definition) for child in children)
        case Not(child):
            return _mentions(child, definition)
        case Every(_, where, satisfies) | Some(_, where, satisfies):
            return _mentions(where, definition) or _mentions(satisfies, definition)
        case _:
            return False


def _with_definition(rule: Rule, definition: str, body: Node) -> Rule:
    require = _replaced(rule.require, definition, body)
    return changed(
        rule,
        applies=_replaced(rule.applies, definition, body),
        when=_replaced(rule.when, definition, body),
        require=require,
    )


def _replaced(node: Node, definition: str, body: Node) -> Node:
    """The condition with another body for one definition."""
    match node:
        case Named(name, old):
            return Named(name, body if name == definition else _replaced(old, definition, body))
        case All(children):
            return All(tuple(_replaced(child, definition, body) for child in children))
        case Any(children):
            return Any(tuple(_replaced(child, definition, body) for child in children))
        case Not(child):
            return Not(_replaced(child, definition, body))
        case Every(of, where, satisfies):
            return Every(of, _replaced(where, definition, body), _replaced(satisfies, definition, body))
        case Some(of, where, satisfies):
            return Some(of, _replaced(where, definition, body), _replaced(satisfies, definition, body))
        case _:
            return node
