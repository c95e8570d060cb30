"""Where an interview stands: answers, what is parked or skipped, what is being asked. Frozen; no clock, no file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from compliance.assessment.model import Assessment
from compliance.facts.manifest import View
from compliance.facts.values import Value
from compliance.frozen import frozen
from compliance.interview.assessor import Assessor
from compliance.packs.rulebook import RuleBook


class Stage(StrEnum):
    """What the interview does: ask, show all answers, or nothing more."""

    ASKING = "asking"
    REVIEW = "review"
    DONE = "done"


class Order(StrEnum):
    """SECTIONS: as a person thinks, by the packs' sections. SHORTEST: what is expected to settle most."""

    SECTIONS = "sections"
    SHORTEST = "shortest"


@frozen
class Snapshot:
    """What `Undo` brings back."""

    answers: Mapping[str, Value]
    readings: Mapping[str, View]
    parked: frozenset[str]
    skipped: tuple[str, ...]
    current: str | None
    stage: Stage
    trail: tuple[str, ...]


@frozen
class State:
    """Where an interview stands.

    Args:
        assessor: judges answers by the book on the as-of date.
        answers: fact id -> value, as in a manifest; a reading on record is an answer too.
        readings: reading id -> who recorded which view, when.
        parked: paths that nobody knows the answer to; not asked again until the review.
        skipped: paths passed over, the one skipped longest ago first; asked after the others.
        current: the path that is being asked, in stage `asking`.
        trail: the paths shown before, the latest last; `Back` goes there.
        history: what was before each change, the latest last; `Undo` goes there.
    """

    assessor: Assessor
    answers: Mapping[str, Value]
    readings: Mapping[str, View]
    parked: frozenset[str] = frozenset()
    skipped: tuple[str, ...] = ()
    order: Order = Order.SECTIONS
    current: str | None = None
    stage: Stage = Stage.ASKING
    trail: tuple[str, ...] = ()
    history: tuple[Snapshot, ...] = ()

    @property
    def book(self) -> RuleBook:
        """The rule book that the answers are judged by."""
        return self.assessor.book

    @property
    def as_of(self) -> date:
        """The date everything is judged at."""
        return self.assessor.as_of

    @property
    def assessment(self) -> Assessment:
        """The standing assessment of the answers that are there."""
        return self.assessor.assess(self.answers, self.readings)

    def snapshot(self) -> Snapshot:
        """What `Undo` needs to come back here."""
        return Snapshot(
            self.answers, self.readings, self.parked, self.skipped, self.current, self.stage, self.trail
        )
