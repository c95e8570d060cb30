"""Judges one example of a rule the way an assessment would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from compliance.assessment.findings import Examiner
from compliance.assessment.model import Applies
from compliance.facts.manifest import Manifest
from compliance.facts.values import Value
from compliance.packs.examples import Result
from compliance.packs.rulebook import Rule, RuleBook


def judge_example(book: RuleBook, rule: Rule, answers: Mapping[str, Value], as_of: date) -> Result:
    """What a rule comes to for the answers of an example."""
    examiner = Examiner(book, Manifest("example", answers), as_of)
    scope_is_open = examiner.pack_status(book.packs[rule.pack]).applies is Applies.OPEN
    finding = examiner.finding(rule, scope_is_open, ())
    return Result(
        outcome=finding.outcome.value,
        past=finding.past,
        due=finding.due,
        decided_by=finding.decided_by,
        reasons=tuple(reason.value for reason in finding.reasons),
    )
