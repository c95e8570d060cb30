"""Judges answers again and again with one rule book on one date, and finds out only what is new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from compliance.assessment.assess import assess
from compliance.assessment.findings import Examiner, Recollection
from compliance.assessment.model import Assessment
from compliance.facts.manifest import Manifest, View
from compliance.facts.values import Value
from compliance.frozen import EMPTY, changed
from compliance.interview.sequence import Sequence
from compliance.packs.rulebook import RuleBook

MOST_KEPT: Final = 64
"""How many assessments are kept whole; undo and redraws find theirs again."""


class Assessor:
    """A book, a date and what was found out with them. The memory changes no result, so equality ignores it.

    Args:
        packs: ids of the packs to run; all when empty.
        base: the manifest that the interview began with; its evidence and waivers count.
    """

    def __init__(
        self, book: RuleBook, as_of: date, packs: tuple[str, ...] = (), base: Manifest | None = None
    ) -> None:
        self.book = book
        self.as_of = as_of
        self.packs = packs
        # Without places: a finding is the same wherever its answers are written down.
        self.base = Manifest("", {}) if base is None else changed(base, locations=EMPTY)
        self.memory = Recollection()
        chosen = [pack for pack in book.packs.values() if not packs or pack.id in packs]
        ids = {pack.id for pack in chosen}
        in_force = [rule for rule in book.rules.values() if rule.pack in ids and rule.in_force.covers(as_of)]
        self.sequence = Sequence(book, chosen, in_force)
        self._kept: dict[tuple[int, int], tuple[object, object, Assessment]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Assessor) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash((self.book.digest, self.as_of, self.packs))

    def _identity(self) -> tuple[object, ...]:
        return self.book.digest, tuple(self.book.rules), self.as_of, self.packs, self.base

    def manifest(self, answers: Mapping[str, Value], readings: Mapping[str, View] = EMPTY) -> Manifest:
        """The manifest that says what has been answered."""
        return changed(self.base, answers=answers, readings=readings)

    def examiner(self, answers: Mapping[str, Value]) -> Examiner:
        """An examiner that shares the memory."""
        return Examiner(self.book, self.manifest(answers), self.as_of, self.memory)

    def assess(self, answers: Mapping[str, Value], readings: Mapping[str, View] = EMPTY) -> Assessment:
        """What an assessment of the answers says; the same as a fresh one."""
        key = (id(answers), id(readings))
        found = self._kept.get(key)
        if found is None:
            manifest = self.manifest(answers, readings)
            made = assess(self.book, manifest, self.as_of, packs=self.packs, memory=self.memory)
            if len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            # The answers are kept with it, so that their identity stays theirs.
            found = self._kept[key] = (answers, readings, made)
        return found[2]
