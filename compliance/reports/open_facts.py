"""Which open facts to answer first, and how much hangs on each."""

from __future__ import annotations

from compliance.assessment.model import Assessment
from compliance.facts.vocabulary import Kind
from compliance.reports.paths import fact_of


def hanging_on(path: str, assessment: Assessment) -> int:
    """How many binding rules a fact decides."""
    return sum(path in finding.hangs_on for finding in assessment.findings if finding.rule.severity.binding)


def in_order_of_weight(assessment: Assessment) -> tuple[str, ...]:
    """The open facts: the one that decides most first; then what needs no counsel; then as the packs ask."""
    book = assessment.book
    asked = [fact for section in book.sections for fact in section.facts]
    position = {fact: number for number, fact in enumerate(dict.fromkeys([*asked, *book.vocabulary.facts]))}

    def weight(path: str) -> tuple[int, bool, int, str]:
        fact = fact_of(path, book.vocabulary)
        return (
            -hanging_on(path, assessment),
            fact.kind is Kind.READING,
            position[fact.parent or fact.id],
            path,
        )

    return tuple(sorted(assessment.open_facts, key=weight))
