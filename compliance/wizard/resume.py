"""What an interrupted interview needs besides the manifest: which questions were parked or skipped, in which order."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from compliance.cli.files import bounded, write_whole
from compliance.errors import ComplianceError
from compliance.frozen import changed, frozen
from compliance.interview.paths import spot_of
from compliance.interview.relevance import unanswered
from compliance.interview.state import Order, State

RESUME_NAME: Final = ".compliance-wizard.json"
_FORMAT: Final = 1
_MODE: Final = 0o600


@frozen
class Mark:
    """Where somebody stopped. Holds no answers.

    Args:
        parked, skipped: paths; those skipped longest ago first.
        current: the question that was shown, or None.
    """

    parked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    current: str | None = None
    order: Order | None = None


def mark_of(state: State) -> Mark:
    """Where an interview stands."""
    return Mark(tuple(sorted(state.parked)), state.skipped, state.current, state.order)


def read_mark(folder: Path) -> Mark:
    """The mark left beside a manifest. One that is missing or damaged is an empty one: no answer is lost with it."""
    try:
        said = json.loads(bounded(folder / RESUME_NAME))
    except (OSError, ValueError, RecursionError, ComplianceError):
        return Mark()
    if not isinstance(said, dict) or said.get("compliance_wizard") != _FORMAT:
        return Mark()
    current, order = said.get("current"), said.get("order")
    return Mark(
        _texts(said.get("parked")),
        _texts(said.get("skipped")),
        current if isinstance(current, str) else None,
        Order(order) if order in list(Order) else None,
    )


def write_mark(folder: Path, mark: Mark) -> None:
    """Leave a mark. When that is not possible nothing is lost but which questions to ask first."""
    said = {
        "compliance_wizard": _FORMAT,
        "parked": list(mark.parked),
        "skipped": list(mark.skipped),
        "current": mark.current,
        "order": mark.order,
    }
    data = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "replace")
    with suppress(ComplianceError, OSError):
        write_whole(folder / RESUME_NAME, data + b"\n", _MODE)


def resumed(state: State, mark: Mark) -> State:
    """The state with what is left of a mark: paths that are gone or were answered meanwhile are dropped."""

    def there(path: str) -> bool:
        return spot_of(path, state.book.vocabulary, state.answers) is not None and unanswered(path, state)

    return changed(
        state,
        parked=frozenset(filter(there, mark.parked)),
        skipped=tuple(dict.fromkeys(filter(there, mark.skipped))),
    )


def _texts(said: object) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()
