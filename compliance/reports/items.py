"""What pipelines are told one by one: rules, and the records of rules about a list.

JUnit and Code Quality share this, so that they cannot differ in substance.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.errors import Location
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.frozen import frozen
from compliance.packs.rulebook import Rule
from compliance.reports.citation import sources_text
from compliance.reports.finding_words import message, part_message
from compliance.reports.text.findings import deciding, in_scope, waiver_text
from compliance.reports.verdict_line import due_of, is_waived
from compliance.reports.words import say

_WORST_FIRST: Final = list(Standing)


@frozen
class Item:
    """A rule, or what it comes to for one record.

    Args:
        finding: None for a rule that is not in force on the day.
        part: None for the rule as a whole.
    """

    rule: Rule
    finding: Finding | None = None
    part: Part | None = None

    @property
    def standing(self) -> Standing:
        """How it counts, waived or not."""
        if self.finding is None:
            return Standing.HOLDS
        return self.part.standing if self.part else self.finding.standing

    @property
    def outcome(self) -> str:
        """The outcome; `not_in_force` where the rule was not looked at."""
        if self.finding is None:
            return "not_in_force"
        return (self.part or self.finding).outcome.value

    @property
    def waiver(self) -> Waiver | None:
        """The waiver in use that covers it."""
        if self.finding is None or self.standing is not Standing.VIOLATED:
            return None
        if self.part is not None:
            return self.part.waiver or self.finding.waiver
        return next(iter(self.finding.waivers)) if is_waived(self.finding) else None

    @property
    def state(self) -> str:
        """One word for it; what a reader must tell apart does not share one."""
        if self.waiver is not None:
            return "waived"
        return self.outcome if self.standing is Standing.HOLDS else self.standing.value

    @property
    def counts(self) -> bool:
        """Whether it alone keeps the exit code from being 0."""
        open_or_broken = self.standing in (Standing.VIOLATED, Standing.UNDECIDED)
        return self.rule.severity.binding and self.waiver is None and open_or_broken

    @property
    def due(self) -> date | None:
        """The last day, while a limit is running."""
        if self.finding is None or self.standing is not Standing.PENDING:
            return None
        return self.part.due if self.part else due_of(self.finding)

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The open facts that decide it."""
        if self.finding is None or self.standing is not Standing.UNDECIDED:
            return ()
        return (self.part.decided_by if self.part else ()) or deciding(self.finding)

    @property
    def name(self) -> str:
        """Rule and record: the same in every run."""
        if self.part is None:
            return self.rule.id
        return f"{self.rule.id} [{'…' if self.part.key is None else clean(self.part.key)}]"

    def place(self, file: str) -> Location:
        """The place that matters most; the beginning of the file for what stands nowhere in it."""
        found = self.part.location if self.part else None
        found = found or (self.finding.location if self.finding else None)
        return Location(file) if found is None else found


def items(assessment: Assessment) -> list[Item]:
    """All rules considered, in the order of the packs; at the end those not in force."""
    found = [item for finding in assessment.findings for item in _items_of(finding)]
    return found + [Item(assessment.book.rules[rule]) for rule in assessment.not_in_force]


def _items_of(finding: Finding) -> Iterator[Item]:
    """The records; the rule as a whole too where no record alone accounts for what it comes to."""
    whole = Item(finding.rule, finding)
    records = [Item(finding.rule, finding, part) for part in finding.parts]
    records = [record for record in records if _weight(record) >= _weight(whole)]
    if not records or min(map(_weight, records)) != _weight(whole):
        yield whole
    yield from records


def _weight(item: Item) -> tuple[int, bool]:
    return (_WORST_FIRST.index(item.standing), item.waiver is not None)


def fingerprint(item: Item, file: str) -> str:
    """Over rule, record and file alone: lines, words, other rules and the day do not change it."""
    record = [] if item.part is None else [item.part.key]
    return sha256_hex(json.dumps([item.rule.id, record, file]).encode())


def told(item: Item, assessment: Assessment, lang: str) -> str:
    """What to say of it on lines of their own; the first can stand alone."""
    if item.finding is None:
        title = item.rule.title.get(lang)
        return clean(say("label", lang, label=title, text=say("holds.not_in_force", lang)))
    if item.part is None:
        return message(item.finding, assessment, lang)
    record = part_message(item.part, assessment, lang)
    lines = [say("label", lang, label=item.rule.title.get(lang), text=record)]
    lines.append(in_scope(item.finding, lang, record=True))
    if item.standing in (Standing.VIOLATED, Standing.PENDING):
        lines.append(say("label", lang, label=say("do", lang), text=item.rule.fix.get(lang)))
    if item.waiver is not None:
        lines.append(waiver_text(item.waiver, lang))
    lines.append(sources_text(item.rule.sources, assessment.book.instruments, lang))
    return "\n".join(clean(line) for line in lines if line)
