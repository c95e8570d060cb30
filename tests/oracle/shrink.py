"""Makes a failing case smaller while it keeps failing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from compliance.conditions import nodes as n
from compliance.facts.values import Records
from compliance.frozen import changed
from tests.oracle.generate import Case

C = TypeVar("C", bound=Case)


def shrink(
    case: C, fails: Callable[[C], bool], smaller_ones: Callable[[C], Iterator[C]], tries: int = 400
) -> C:
    """The smallest case found that still fails, by taking one smaller one after another."""
    going = True
    while going:
        going = False
        for smaller in smaller_ones(case):
            tries -= 1
            if tries < 0:
                return case
            if fails(smaller):
                case, going = smaller, True
                break
    return case


def smaller_cases(case: C) -> Iterator[C]:
    """The case with a part of the rule or of the answers less."""
    for when in smaller_nodes(case.when):
        yield replace(case, when=when)
    for require in smaller_nodes(case.require):
        yield replace(case, require=require)
    for answers in _answers(dict(case.answers)):
        yield replace(case, answers=answers)


def smaller_nodes(node: n.Node) -> Iterator[n.Node]:
    """The condition with one part less."""
    if node not in (n.TRUE, n.FALSE):
        yield n.TRUE
    match node:
        case n.All(children) | n.Any(children):
            yield from children
            for place, child in enumerate(children):
                yield changed(node, children=children[:place] + children[place + 1 :])
                for smaller in smaller_nodes(child):
                    yield changed(node, children=(*children[:place], smaller, *children[place + 1 :]))
        case n.Not(child):
            yield child
            yield from (n.Not(smaller) for smaller in smaller_nodes(child))
        case n.Named(_, body):
            yield body
        case n.Every(_, where, satisfies) | n.Some(_, where, satisfies):
            yield from (changed(node, where=smaller) for smaller in smaller_nodes(where))
            yield from (changed(node, satisfies=smaller) for smaller in smaller_nodes(satisfies))
        case n.Is(_, values) if len(values) > 1:
            yield from (changed(node, values=(value,)) for value in values)


def _answers(answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for id, answer in answers.items():
        yield {key: value for key, value in answers.items() if key != id}
        if isinstance(answer, Records):
            for place, record in enumerate(answer.entries):
                rest = answer.entries[:place] + answer.entries[place + 1 :]
                yield {**answers, id: changed(answer, entries=rest)}
                for field in record.fields:
                    fields = {key: value for key, value in record.fields.items() if key != field}
                    less = changed(record, fields=fields)
                    entries = (*answer.entries[:place], less, *answer.entries[place + 1 :])
                    yield {**answers, id: changed(answer, entries=entries)}
