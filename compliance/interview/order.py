"""In which order to ask. Scope comes first in either: who is out of scope is told so after a handful of questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.facts.values import Records
from compliance.interview.settling import best
from compliance.interview.state import Order, State

Place = tuple[int, int, int, int]


def in_order(paths: Iterable[str], state: State) -> list[str]:
    """Paths as a person thinks: scope as its definition tells it, then section by section, a list before its records.

    The records of a list come one after the other, each with its fields in the pack's order.
    """
    places = {path: _place(path, state) for path in paths}
    return sorted(places, key=lambda path: places[path])


def choose(candidates: Sequence[str], state: State) -> str | None:
    """The question to ask next, of those that can be asked.

    While it is open whether a pack applies, what decides that is asked in the order of the pack's own definition.
    """
    ordered = in_order(candidates, state)
    fresh = [path for path in ordered if path not in state.skipped]
    if not ordered:
        return None
    if not fresh:
        return min(ordered, key=state.skipped.index)
    scope = {path for status in state.assessment.packs for path in status.decided_by}
    if state.order is Order.SECTIONS or fresh[0] in scope:
        return fresh[0]
    return best(fresh, state)


def _place(path: str, state: State) -> Place:
    own = state.assessor.sequence
    if "[" not in path:
        return (path not in own.scope, own.place[path], -1, 0)
    list_id, _, rest = path.partition("[")
    key, _, name = rest.rpartition("].")
    listed = state.answers.get(list_id)
    keys = [entry.key for entry in listed.entries] if isinstance(listed, Records) else []
    return (list_id not in own.scope, own.place[list_id], keys.index(key), own.field[f"{list_id}.{name}"])
