"""What an assessment says. Plain values; everything a report prints can be read from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum, StrEnum

from compliance.conditions.explain import Explanation
from compliance.conditions.judgement import Outcome, Reason
from compliance.conditions.nodes import Compare
from compliance.errors import Location
from compliance.facts.manifest import EvidenceEntry, Manifest, Waiver
from compliance.frozen import EMPTY, frozen
from compliance.packs.rulebook import Citation, Handling, Pack, Rule, RuleBook


class Verdict(StrEnum):
    """What the whole comes to; the first that fits, in this order."""

    BLOCKED = "blocked"
    NOT_READY = "not_ready"
    INCOMPLETE = "incomplete"
    OUT_OF_SCOPE = "out_of_scope"
    READY = "ready"


class ExitCode(IntEnum):
    """What a pipeline is told. An error is never 1."""

    OK = 0
    NOT_COMPLIANT = 1
    ERROR = 2
    INCOMPLETE = 3
    DUE_SOON = 4
    INTERRUPTED = 130


class Standing(StrEnum):
    """How a finding counts in the verdict, the heaviest first."""

    VIOLATED = "violated"
    UNDECIDED = "undecided"
    PENDING = "pending"
    PAST = "past"
    HOLDS = "holds"


@frozen
class Part:
    """What a rule comes to for one record of a list.

    Args:
        key: the record's key; None for records that may follow the listed ones.
        can_breach: some completion violates the rule without remedying it.
        why: how the condition came out; None where it holds.
        location: the record in the manifest.
    """

    key: str | None
    outcome: Outcome
    due: date | None = None
    past: bool = False
    decided_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    can_breach: bool = False
    waiver: Waiver | None = None
    why: Explanation | None = None
    location: Location | None = None

    @property
    def standing(self) -> Standing:
        """How the record counts, waived or not."""
        return Standing.PAST if self.past else _STANDING[self.outcome]


@frozen
class Finding:
    """The outcome of one rule.

    Args:
        outcome: over all records, if the rule is about a list.
        past: violated and certainly remedied: every violated part is.
        counts: for a violated finding, what it comes to if a remedied breach is none.
        weighed_by: where no open fact decides the class, those that decide how the finding counts: whether the breach
            is a past one and, if it is, what holds for other records.
        parts: one a record, in the order of the manifest.
        waiver: the waiver that covers the whole finding, if it is violated.
        without_waived: how the rule counts over the records that no waiver names; None where none is waived.
        if_in_scope: the outcome if the pack applied, while that is open; never counted.
        evidence: the manifest's entries that support this rule.
        why: how the condition came out; None where it holds.
        location: the place in the manifest that matters most.
    """

    rule: Rule
    outcome: Outcome
    due: date | None = None
    past: bool = False
    counts: Outcome | None = None
    decided_by: tuple[str, ...] = ()
    weighed_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    can_breach: bool = False
    parts: tuple[Part, ...] = ()
    waiver: Waiver | None = None
    without_waived: Standing | None = None
    if_in_scope: Outcome | None = None
    evidence: tuple[str, ...] = ()
    why: Explanation | None = None
    location: Location | None = None

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """The open facts that can still change how the finding counts."""
        return self.decided_by or self.weighed_by

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Those in use: of the whole finding first, then of its records."""
        found = (self.waiver, *(part.waiver for part in self.parts))
        return tuple(waiver for waiver in found if waiver is not None)

    @property
    def standing(self) -> Standing:
        """How the finding counts: past breaches of some records do not hide what is open for others."""
        return self._standing(heed_waivers=False)

    @property
    def standing_with_waivers(self) -> Standing:
        """The standing if what is waived is set aside; only the exit code looks at it."""
        return self._standing(heed_waivers=True)

    def _standing(self, *, heed_waivers: bool) -> Standing:
        if self.outcome is not Outcome.VIOLATED:
            return _STANDING[self.outcome]
        if heed_waivers and self.waivers:
            return self._standing_but_for_waivers()
        match self.counts:
            case Outcome.SATISFIED | Outcome.NOT_APPLICABLE:
                return Standing.PAST
            case Outcome.PENDING:
                return Standing.PENDING
            case Outcome.UNDECIDED if self.past:
                return Standing.UNDECIDED
            case _:
                return Standing.VIOLATED

    def _standing_but_for_waivers(self) -> Standing:
        """The worst of the records, those with a waiver set aside; if no record breaks the rule alone, of the whole."""
        if not any(part.outcome is Outcome.VIOLATED for part in self.parts):
            return Standing.HOLDS
        if self.waiver is None and self.without_waived is Standing.VIOLATED:
            return Standing.VIOLATED  # of some record, although of none alone
        return min(map(self._standing_of, self.parts), key=list(Standing).index)

    def _standing_of(self, part: Part) -> Standing:
        if part.past:
            return Standing.PAST
        if part.outcome is Outcome.VIOLATED and (part.waiver or self.waiver):
            return Standing.HOLDS
        return _STANDING[part.outcome]


_STANDING = {
    Outcome.VIOLATED: Standing.VIOLATED,
    Outcome.UNDECIDED: Standing.UNDECIDED,
    Outcome.PENDING: Standing.PENDING,
    Outcome.SATISFIED: Standing.HOLDS,
    Outcome.NOT_APPLICABLE: Standing.HOLDS,
}


class Applies(StrEnum):
    """Whether a pack applies to the project."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@frozen
class PackStatus:
    """A pack of the run, whether it applies, and what decides that while it is open."""

    pack: Pack
    applies: Applies
    decided_by: tuple[str, ...] = ()
    why: Explanation | None = None


class WaiverState(StrEnum):
    """What became of a waiver. NOT_LOOKED_AT: the run was not about the pack of its rule."""

    IN_USE = "in_use"
    EXPIRED = "expired"
    NOT_ALLOWED = "not_allowed"
    NOT_NEEDED = "not_needed"
    NOT_LOOKED_AT = "not_looked_at"


@frozen
class EvidenceFile:
    """What the face found when it looked at an evidence file. `sha256` is None when the file is missing."""

    sha256: str | None


@frozen
class EvidenceStatus:
    """An evidence entry and what was found: `ok`, `missing`, `changed` or, for a URL, `not_looked_at`.

    Args:
        found: the SHA-256 of the file that was found.
    """

    entry: EvidenceEntry
    state: str
    found: str | None = None


@frozen
class Bound:
    """What a rule demands of one amount: a test with `at_least`, `more_than`, `at_most` or `less_than`."""

    rule: Rule
    test: Compare

    @property
    def lower(self) -> bool:
        """Whether it is a minimum."""
        return self.test.operator in ("at_least", "more_than")


@frozen
class Topic:
    """The bounds that rules set to one matter. Shown; nothing in it changes a finding or the verdict.

    Args:
        minima: of the rules that certainly apply, the one that governs first: binding ones first, the greatest first.
        maxima: in the same way, the smallest first. Those of other topics on a fact of this one are among them.
        open: bounds of rules of which it is open whether they apply.
        conflicts: a minimum and a maximum that no value can both meet. For counsel: neither yields here.
    """

    id: str
    minima: tuple[Bound, ...] = ()
    maxima: tuple[Bound, ...] = ()
    open: tuple[Bound, ...] = ()
    conflicts: tuple[tuple[Bound, Bound], ...] = ()

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """All of them."""
        return (*self.minima, *self.maxima, *self.open)


@frozen
class Assessment:
    """All findings, the verdict, and the digests and date they rest on.

    Args:
        final: no open fact can make the verdict worse.
        worst: the worst verdict that open facts can still bring.
        open_facts: the facts that decide binding rules, the one that decides most first.
        partial: the packs asked for, when not all were.
        as_of_given: the date was named by hand: today's answers are judged as of another date.
        planned: facts whose event lies after the as-of date: path -> date; they count as `not yet`.
        topics: the matters that rules name as their topic, with the bounds that apply.
        disclosed: sensitive answers are shown, because a person asked for them.
    """

    book: RuleBook
    manifest: Manifest
    as_of: date
    as_of_given: bool
    findings: tuple[Finding, ...]
    packs: tuple[PackStatus, ...]
    verdict: Verdict
    final: bool
    worst: Verdict
    open_facts: tuple[str, ...] = ()
    not_in_force: tuple[str, ...] = ()
    waivers: tuple[tuple[Waiver, WaiverState], ...] = ()
    evidence: tuple[EvidenceStatus, ...] = ()
    planned: Mapping[str, date] = EMPTY
    partial: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    disclosed: bool = False

    def standing(self, standing: Standing, *, binding: bool | None = None) -> list[Finding]:
        """The findings with that standing; only binding (or only other) rules if asked."""
        return [
            finding
            for finding in self.findings
            if finding.standing is standing and (binding is None or finding.rule.severity.binding is binding)
        ]

    def not_formalised(self) -> list[Citation]:
        """Articles in force with duties that no rule checks, of the packs that apply or may apply: to check by hand."""
        looked_at = {status.pack.id for status in self.packs if status.applies is not Applies.NO}
        return [
            Citation(instrument.id, article.number)
            for instrument in self.book.instruments.values()
            if instrument.pack in looked_at and instrument.in_force.covers(self.as_of)
            for article in instrument.articles
            if article.handled is Handling.NOT_FORMALISED
        ]
