"""Everything behind one finding: how scope, conditions and requirement came out, record by record."""

from __future__ import annotations

from compliance.assessment.findings import Examiner
from compliance.assessment.model import Assessment, Finding, Part
from compliance.conditions.certain import Judge
from compliance.conditions.explain import Explanation, explain
from compliance.conditions.judgement import Outcome
from compliance.conditions.nodes import TRUE, Every, Node
from compliance.frozen import frozen
from compliance.packs.rulebook import Rule


@frozen
class RecordReasons:
    """What a rule comes to for one record and why.

    Args:
        where: how the record came to be concerned or not; None where all records are.
        satisfies: how what is required of it came out; None where the record is not concerned.
        remedied: for a breach, how the remedy came out.
    """

    part: Part
    where: Explanation | None = None
    satisfies: Explanation | None = None
    remedied: Explanation | None = None


@frozen
class Reasons:
    """What a rule comes to and why, with the answers that are there.

    Args:
        finding: None when the rule is not in force on the date.
        applies: how the scope of the pack came out; None where a pack always applies.
        when: how the rule's own condition came out; None where there is none.
        require: how the requirement came out; None where the rule does not apply or `records` say it.
        remedied: for a breach, how the remedy came out.
    """

    rule: Rule
    finding: Finding | None
    applies: Explanation | None = None
    when: Explanation | None = None
    require: Explanation | None = None
    remedied: Explanation | None = None
    records: tuple[RecordReasons, ...] = ()


def reasons(assessment: Assessment, rule: Rule) -> Reasons:
    """The reasons behind the finding of a rule."""
    finding = next((one for one in assessment.findings if one.rule.id == rule.id), None)
    if finding is None:
        return Reasons(rule, None)
    judge = Examiner(assessment.book, assessment.manifest, assessment.as_of).judge_for(rule.calendar)
    matters = finding.outcome is not Outcome.NOT_APPLICABLE
    listed = matters and rule.parts is not None
    breach = finding.outcome is Outcome.VIOLATED and not listed
    return Reasons(
        rule=rule,
        finding=finding,
        applies=_explained(rule.applies, judge),
        when=_explained(rule.when, judge),
        require=explain(rule.require, judge.evaluator) if matters and not finding.parts else None,
        remedied=explain(rule.remedied_by, judge.evaluator) if breach and rule.remedied_by else None,
        records=tuple(_record(part, rule, judge) for part in finding.parts) if matters else (),
    )


def explain_condition(assessment: Assessment, node: Node, calendar: str | None) -> Explanation:
    """How a condition came out with the answers of an assessment."""
    examiner = Examiner(assessment.book, assessment.manifest, assessment.as_of)
    return explain(node, examiner.judge_for(calendar).evaluator)


def _explained(node: Node, judge: Judge) -> Explanation | None:
    return None if node == TRUE else explain(node, judge.evaluator)


def _record(part: Part, rule: Rule, judge: Judge) -> RecordReasons:
    every = rule.require
    if part.key is None or not isinstance(every, Every):
        return RecordReasons(part)
    place = (every.of, part.key)

    def told(node: Node) -> Explanation:
        return explain(node, judge.evaluator, place, part.key)

    concerned = part.outcome is not Outcome.NOT_APPLICABLE
    breach = part.outcome is Outcome.VIOLATED and rule.remedied_by is not None
    return RecordReasons(
        part,
        where=None if every.where == TRUE else told(every.where),
        satisfies=told(every.satisfies) if concerned else None,
        remedied=told(rule.remedied_by) if breach and rule.remedied_by is not None else None,
    )
