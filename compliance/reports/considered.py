"""All rules of a run, those that are not in force on the day, too."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Finding
from compliance.packs.rulebook import Rule


def considered(assessment: Assessment) -> dict[str, tuple[Rule, Finding | None]]:
    """The rules of a run in the order of the packs, with their findings; none for what is not in force."""
    found = {finding.rule.id: finding for finding in assessment.findings}
    rules = {finding.rule.id: finding.rule for finding in assessment.findings}
    rules |= {rule_id: assessment.book.rules[rule_id] for rule_id in assessment.not_in_force}
    order = {rule_id: number for number, rule_id in enumerate(assessment.book.rules)}
    return {
        rule_id: (rules[rule_id], found.get(rule_id)) for rule_id in sorted(rules, key=lambda one: order[one])
    }
