"""What changed between two assessments, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from compliance.facts.vocabulary import Bilingual
from compliance.frozen import EMPTY, frozen


class Direction(StrEnum):
    """Which way something moved. `other`: neither, or it cannot be told."""

    SAME = "same"
    WORSE = "worse"
    BETTER = "better"
    OTHER = "other"


class Group(StrEnum):
    """Where a change of a rule is told.

    WORSE: violated now, or the breach weighs more; OPEN: undecided now; DUE: a limit runs now.
    """

    WORSE = "worse"
    OPEN = "newly_open"
    DUE = "newly_due"
    BETTER = "better"
    OTHER = "other"


class Cause(StrEnum):
    """Why a rule stands on one side only.

    IN_FORCE: it came into or went out of force; RULES: its pack has it in one version only; PACK: its pack was
    assessed on one side only.
    """

    IN_FORCE = "in_force"
    RULES = "rules"
    PACK = "pack"


class Gate(StrEnum):
    """What `--fail-on-regression` makes of it."""

    PASS = "pass"
    REGRESSION = "regression"
    CANNOT_SAY = "cannot_say"


@frozen
class State:
    """How a rule, or one record of it, stands on one side.

    Args:
        weight: how heavily it weighs, 0 for what holds; `diff.weight` says how it is found.
        waived: the last day of the waiver; None unless all that is violated is waived.
        due: the last day, while a limit is running.
        decided_by: the open facts that decide it.
        if_in_scope: the outcome if the pack applied, while that is open; never counted.
        location: the place in the manifest, `file:line:column`.
    """

    standing: str
    outcome: str
    weight: int
    waived: str | None = None
    due: str | None = None
    decided_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    why: tuple[Bilingual, ...] = ()
    if_in_scope: str | None = None
    location: str | None = None

    @property
    def told(self) -> tuple[object, ...]:
        """What a reader is told of it; where that is the same nothing has changed."""
        return (
            self.standing,
            self.outcome,
            self.weight,
            self.waived,
            self.due,
            self.decided_by,
            self.reasons,
            self.if_in_scope,
        )


@frozen
class RecordChange:
    """One record of a rule about a list. A record that one side lacks breaks nothing there.

    Args:
        record: its key; None for records that may follow the listed ones.
        ran_out: the last day of a limit that was running for it and has passed since without the deed.
    """

    record: str | None
    old: State | None
    new: State | None
    ran_out: str | None = None


@frozen
class RuleFace:
    """What a rule is, as the newer side has it."""

    rule: str
    pack: str
    title: Bilingual
    severity: str
    binding: bool
    hard_stop: bool


@frozen
class RuleChange:
    """A rule that stands otherwise than before. One whose records moved both ways is told twice, under each.

    Args:
        face: binding where it was or is binding.
        whole: the rule itself moved, not only records of it.
        applied: it bound and applied before; otherwise it newly applies, or newly binds.
        records: those that moved in the same direction.
        ran_out: the last day of a limit that was running and has passed since without the deed; of a rule about a list
            its records have theirs.
        looked_at: the changed answers and views that the rule looks at. They can account for the change; that they do
            is not said.
        perhaps: sensitive answers that it looks at and that may have changed: they cannot be compared.
        severity_was: the severity before, where the rule has another now.
        looks_known: all that the rule looks at is known; otherwise `looked_at` has only what an open outcome hangs on.
    """

    face: RuleFace
    group: Group
    direction: Direction
    old: State
    new: State
    whole: bool
    applied: bool
    records: tuple[RecordChange, ...] = ()
    ran_out: str | None = None
    looked_at: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    severity_was: str | None = None
    looks_known: bool = False


@frozen
class OneSided:
    """A rule that only one side has."""

    face: RuleFace
    state: State
    cause: Cause


@frozen
class AnswerChange:
    """An answer that was changed, given or taken away.

    Args:
        comparable: False where it is sensitive and given on both sides, so that nobody can say whether it changed.
        looked_at_by: the changed rules that look at it.
    """

    path: str
    label: Bilingual
    old: Bilingual | None
    new: Bilingual | None
    comparable: bool = True
    looked_at_by: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """`added`, `removed`, `changed`, or `masked` where it cannot be compared."""
        if not self.comparable:
            return "masked"
        return "added" if self.old is None else "removed" if self.new is None else "changed"


@frozen
class ItemChange:
    """An evidence entry, a waiver, counsel's view or a planned event that changed.

    Args:
        old, new: its parts as (name, value); None on the side that lacks it.
    """

    id: str
    old: tuple[tuple[str, str], ...] | None
    new: tuple[tuple[str, str], ...] | None

    @property
    def differing(self) -> tuple[tuple[str, str, str], ...]:
        """The parts that both sides have and that differ: name, old, new."""
        before = dict(self.old or ())
        return tuple(
            (name, before[name], value) for name, value in self.new or () if before.get(name, value) != value
        )


@frozen
class PackState:
    """A pack as one side has it, and whether it applies: `yes`, `no` or `open`."""

    version: str
    digest: str
    applies: str


@frozen
class PackChange:
    """A pack that has another version or other content, that applies otherwise, or that one side lacks."""

    id: str
    old: PackState | None
    new: PackState | None


@frozen
class OpenPack:
    """A pack of which it is open whether it applies, and what decides that."""

    id: str
    title: Bilingual
    decided_by: tuple[str, ...]


@frozen
class Side:
    """What one of the two assessments is."""

    file: str
    as_of: str
    as_of_given: bool
    verdict: str
    line: Bilingual
    final: bool
    worst: str
    partial: tuple[str, ...]
    packs: tuple[str, ...]
    open_packs: tuple[OpenPack, ...]
    program: str
    rules_digest: str
    manifest_digest: str
    private_digest: str | None
    sensitive_shown: bool


@frozen
class Regression:
    """What counts as a regression: each alone is enough.

    Args:
        verdict: the verdict got worse, and both runs looked at the same packs.
        rules: binding rules that got worse and are violated or undecided now.
        new_rules: the same for rules that only now apply, bind, are in force or are in the packs.
    """

    gate: Gate
    verdict: bool
    rules: tuple[str, ...]
    new_rules: tuple[str, ...]


@frozen
class Comparison:
    """All that changed between two assessments.

    Args:
        same_packs: both runs looked at the same packs, so that verdicts can be compared.
        labels: what paths of facts, points of law and rules are called.
        options: what a view of counsel is called: (point of law, view) -> its words.
    """

    old: Side
    new: Side
    verdict: Direction
    same_packs: bool
    rules: tuple[RuleChange, ...]
    only_old: tuple[OneSided, ...]
    only_new: tuple[OneSided, ...]
    answers: tuple[AnswerChange, ...]
    evidence: tuple[ItemChange, ...]
    waivers: tuple[ItemChange, ...]
    views: tuple[ItemChange, ...]
    planned: tuple[ItemChange, ...]
    packs: tuple[PackChange, ...]
    regression: Regression
    labels: Mapping[str, Bilingual] = EMPTY
    options: Mapping[tuple[str, str], Bilingual] = EMPTY

    def group(self, group: Group, *, binding: bool = True) -> Iterator[RuleChange]:
        """The changes of binding rules, or of the others, that are told together."""
        return (one for one in self.rules if one.group is group and one.face.binding is binding)

    @property
    def nothing(self) -> bool:
        """Whether nothing changed at all."""
        changes = (
            self.rules, self.only_old, self.only_new, self.answers, self.evidence, self.waivers, self.views,
            self.planned, self.packs,
        )  # fmt: skip
        return not any(changes) and _comparable_face(self.old) == _comparable_face(self.new)


def _comparable_face(side: Side) -> tuple[object, ...]:
    return (
        side.file, side.as_of, side.as_of_given, side.verdict, side.final, side.worst, side.partial,
        side.rules_digest, side.program,
    )  # fmt: skip


OPEN_OR_BROKEN: Final = ("violated", "undecided")
"""Standings that keep `check` from leaving with 0."""
