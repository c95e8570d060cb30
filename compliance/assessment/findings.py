"""The finding of one rule: the certain answer, its parts, past breaches, and what would hold in scope."""

from __future__ import annotations

from datetime import date

from compliance.assessment.locate import locate
from compliance.assessment.model import Applies, Finding, PackStatus, Part
from compliance.conditions.attain import OutOfBudget
from compliance.conditions.certain import Judge
from compliance.conditions.evaluate import Place
from compliance.conditions.explain import Explanation, explain
from compliance.conditions.judgement import Judgement, Outcome, Reason, Situation
from compliance.conditions.memory import Memory, Seen
from compliance.conditions.nodes import TRUE, All, Any, Every, Node
from compliance.conditions.truth import FAILS, HOLDS
from compliance.facts.manifest import Manifest
from compliance.packs.rulebook import Pack, Rule, RuleBook


class Recollection:
    """What was found out about the conditions of one rule book on one date, for one manifest after another."""

    def __init__(self) -> None:
        self.joined: dict[tuple[int, ...], Node] = {}
        self._memories: dict[str | None, Memory] = {}

    def of(self, calendar: str | None) -> Memory:
        """The memory of the judges that count in a calendar."""
        return self._memories.setdefault(calendar, Memory())


class Examiner:
    """Makes the findings of one manifest on one date. One judge for each calendar the rules count in.

    Args:
        memory: what was found out for earlier manifests, to be used again.
    """

    def __init__(
        self, book: RuleBook, manifest: Manifest, as_of: date, memory: Recollection | None = None
    ) -> None:
        self.book = book
        self.manifest = manifest
        self.as_of = as_of
        self.memory = Recollection() if memory is None else memory
        self._judges: dict[str | None, Judge] = {}
        self._joined = self.memory.joined

    def judge_for(self, calendar: str | None) -> Judge:
        """The judge that counts in a calendar."""
        found = self._judges.get(calendar)
        if found is None:
            situation = Situation(
                vocabulary=self.book.vocabulary,
                answers=self.manifest.answers,
                as_of=self.as_of,
                calendar=self.book.calendars.get(calendar) if calendar else None,
                identifiers=self.book.identifiers,
            )
            found = self._judges[calendar] = Judge(situation, self.memory.of(calendar))
        return found

    def pack_status(self, pack: Pack) -> PackStatus:
        """Whether a pack applies, and what decides it while that is open."""
        judge = self.judge_for(pack.calendar)
        judgement = judge.judge(TRUE, pack.applies)
        match judgement.outcome:
            case Outcome.SATISFIED:
                return PackStatus(pack, Applies.YES)
            case Outcome.VIOLATED:
                return PackStatus(pack, Applies.NO, why=explain(pack.applies, judge.evaluator))
            case _:
                return PackStatus(pack, Applies.OPEN, judgement.decided_by)

    def applies(self, rule: Rule) -> Applies:
        """Whether a rule certainly applies, certainly does not, or may."""
        judge = self.judge_for(rule.calendar)
        match judge.judge(TRUE, self._both(rule.applies, rule.when)).outcome:
            case Outcome.SATISFIED:
                return Applies.YES
            case Outcome.VIOLATED:
                return Applies.NO
            case _:
                return Applies.OPEN

    def judgement(self, rule: Rule) -> Judgement:
        """The certain answer for one rule, without its parts and reasons."""
        return self.judge_for(rule.calendar).judge(self._both(rule.applies, rule.when), rule.require)

    def whole(self, rule: Rule) -> Node:
        """What a rule says as one condition: that it does not apply, or that its requirement is met."""
        judge = self.judge_for(rule.calendar)
        return judge.implication(self._both(rule.applies, rule.when), rule.require)

    def finding(self, rule: Rule, scope_is_open: bool, evidence: tuple[str, ...]) -> Finding:
        """The finding of one rule."""
        if self.manifest.locations:
            return self._find(rule, scope_is_open, evidence)
        memory = self.memory.of(rule.calendar)
        key = ("finding", rule.id, scope_is_open, evidence, self.manifest.file, self._seen(rule))
        found: Finding | None = memory.recall(key)
        if found is None:
            found = self._find(rule, scope_is_open, evidence)
            memory.keep(key, found)
        return found

    def _seen(self, rule: Rule) -> tuple[Seen, ...]:
        """The answers that a rule looks at, in whatever part of it."""
        judge = self.judge_for(rule.calendar)
        remedy = TRUE if rule.remedied_by is None else rule.remedied_by
        return tuple(map(judge.seen, (rule.applies, rule.when, rule.require, remedy)))

    def _find(self, rule: Rule, scope_is_open: bool, evidence: tuple[str, ...]) -> Finding:
        judge = self.judge_for(rule.calendar)
        when = self._both(rule.applies, rule.when)
        judgement = self.judgement(rule)
        if judgement.outcome in (Outcome.SATISFIED, Outcome.NOT_APPLICABLE) and rule.parts is None:
            return Finding(rule, judgement.outcome, evidence=evidence)
        parts = self._parts(rule, judge, when, judgement)
        counted = self._counted(rule, judge, judgement)
        why = self._why(rule, judge, when, judgement.outcome)
        in_scope = judge.judge(rule.when, rule.require).outcome if scope_is_open else None
        undecided = judgement.outcome is Outcome.UNDECIDED
        return Finding(
            rule=rule,
            outcome=judgement.outcome,
            due=judgement.due,
            past=self._is_past(counted, judgement, parts),
            counts=judgement.outcome if counted is None else counted.outcome,
            decided_by=judgement.decided_by,
            weighed_by=() if counted is None else counted.decided_by,
            reasons=judgement.reasons,
            can_breach=self._can_breach(rule, judge, when, judgement, parts),
            parts=parts,
            if_in_scope=in_scope if undecided else None,
            evidence=evidence,
            why=why,
            location=locate(self.manifest, why, judgement.decided_by, parts),
        )

    def _both(self, left: Node, right: Node) -> Node:
        """Both conditions, the same object for the same parts."""
        if left == TRUE:
            return right
        if right == TRUE:
            return left
        key = (id(left), id(right))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = All((left, right))
        return found

    # Past breaches ----------------------------------------------------------------------------------

    def hangs_on(self, rule: Rule) -> tuple[str, ...]:
        """The open facts that decide a rule's class or, if none does, how it counts."""
        judgement = self.judgement(rule)
        if judgement.decided_by:
            return judgement.decided_by
        counted = self._counted(rule, self.judge_for(rule.calendar), judgement)
        return () if counted is None else counted.decided_by

    def _counted(self, rule: Rule, judge: Judge, judgement: Judgement) -> Judgement | None:
        """The certain answer where a remedied breach is none: how the rule counts. None if its outcome says it all.

        It is looked for where every completion is a breach, or where the calendar alone decides whether it is one.
        """
        if rule.remedied_by is None or judgement.decided_by:
            return None
        if judgement.outcome not in (Outcome.VIOLATED, Outcome.UNDECIDED):
            return None
        when = self._both(rule.applies, rule.when)
        return judge.judge(when, self._unless_remedied(judge, rule.require, rule.remedied_by))

    def _unless_remedied(self, judge: Judge, require: Node, remedy: Node) -> Node:
        """The requirement, or broken and remedied, record by record; the same object for the same parts.

        A running limit stays one, remedied or not: there is no breach yet.
        """
        key = (id(require), id(remedy), 1)
        found = self._joined.get(key)
        if found is None:
            if isinstance(require, Every):
                each = self._unless_remedied(judge, require.satisfies, remedy)
                found = Every(require.of, require.where, each)
            else:
                found = Any((require, All((remedy, judge.negated(require)))))
            self._joined[key] = found
        return found

    def _is_past(self, counted: Judgement | None, judgement: Judgement, parts: tuple[Part, ...]) -> bool:
        """Violated and certainly remedied: every violated record is, or whichever it may be."""
        if judgement.outcome is not Outcome.VIOLATED or counted is None:
            return False
        if counted.outcome is not Outcome.UNDECIDED:
            return counted.outcome is not Outcome.VIOLATED
        violated = [part for part in parts if part.outcome is Outcome.VIOLATED]
        return all(part.past for part in violated) if violated else not counted.can_breach

    def _remedied(self, remedy: Node, judge: Judge, place: Place) -> bool:
        try:
            return judge.attainable(remedy, place) == {HOLDS}
        except OutOfBudget:
            return False

    def _can_breach(
        self, rule: Rule, judge: Judge, when: Node, judgement: Judgement, parts: tuple[Part, ...]
    ) -> bool:
        """Whether some completion breaks the rule and leaves the breach unremedied."""
        if not judgement.can_breach or rule.remedied_by is None:
            return judgement.can_breach
        if rule.parts is None:
            return self._open_breach(rule.remedied_by, judge, when, rule.require, None)
        if any(part.can_breach for part in parts):
            return True
        listed = judge.evaluator.known.lists.get(rule.parts)
        looked_at = any(part.key is None for part in parts)
        if looked_at or (listed is not None and listed.complete):
            return False
        assert isinstance(rule.require, Every)
        return self._further(rule, rule.require, judge, when).can_breach

    def _open_breach(self, remedy: Node, judge: Judge, when: Node, require: Node, place: Place) -> bool:
        whole = judge.implication(when, require)
        key = (id(whole), id(remedy), 0)
        either = self._joined.setdefault(key, Any((whole, remedy)))
        return self._can_fail(judge, either, place)

    def _can_fail(self, judge: Judge, node: Node, place: Place) -> bool:
        try:
            return FAILS in judge.attainable(node, place)
        except OutOfBudget:
            return True

    # Parts ------------------------------------------------------------------------------------------

    def _parts(self, rule: Rule, judge: Judge, when: Node, judgement: Judgement) -> tuple[Part, ...]:
        if rule.parts is None or judgement.outcome is Outcome.NOT_APPLICABLE:
            return ()
        assert isinstance(rule.require, Every)
        listed = judge.evaluator.known.lists.get(rule.parts)
        keys: list[str | None] = list(listed.keys) if listed else []
        parts = [self._part(rule, rule.require, judge, when, key) for key in keys]
        if rule.parts in judgement.decided_by or self._further_matter(
            rule, rule.require, judge, when, judgement
        ):
            parts.append(self._further(rule, rule.require, judge, when))
        return tuple(parts)

    def _further_matter(
        self, rule: Rule, every: Every, judge: Judge, when: Node, judgement: Judgement
    ) -> bool:
        """Whether, beside a record that breaks the rule, records which may follow the listed ones are open."""
        assert rule.parts is not None
        listed = judge.evaluator.known.lists.get(rule.parts)
        if judgement.outcome is not Outcome.VIOLATED or (listed is not None and listed.complete):
            return False
        applies = self._both(when, every.where)
        if self._looks_at_others(rule, judge, applies):
            return True
        whole = judge.implication(applies, every.satisfies)
        try:
            return judge.attainable(whole, (rule.parts, None)) != {HOLDS}
        except OutOfBudget:
            return True

    def _part(self, rule: Rule, every: Every, judge: Judge, when: Node, key: str | None) -> Part:
        assert rule.parts is not None
        place = (rule.parts, key)
        applies = self._both(when, every.where)
        judgement = judge.judge(applies, every.satisfies, place)
        violated = judgement.outcome is Outcome.VIOLATED
        remedy = rule.remedied_by
        past = violated and remedy is not None and self._remedied(remedy, judge, place)
        can_breach = judgement.can_breach
        if can_breach and remedy is not None:
            can_breach = self._open_breach(remedy, judge, applies, every.satisfies, place)
        why = None
        if judgement.outcome in (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.PENDING):
            why = explain(every.satisfies, judge.evaluator, place, key)
        return Part(
            key=key,
            outcome=judgement.outcome,
            due=judgement.due,
            past=past,
            decided_by=judgement.decided_by,
            reasons=judgement.reasons,
            can_breach=can_breach,
            why=why,
            location=self.manifest.locations.get(f"{rule.parts}[{key}]"),
        )

    def _further(self, rule: Rule, every: Every, judge: Judge, when: Node) -> Part:
        """The part that stands for records which may follow the listed ones: the list decides about them."""
        assert rule.parts is not None
        applies, place = self._both(when, every.where), (rule.parts, None)
        if self._looks_at_others(rule, judge, applies):
            remedied = (
                every if rule.remedied_by is None else self._unless_remedied(judge, every, rule.remedied_by)
            )
            can_breach = self._can_fail(judge, judge.implication(when, remedied), None)
        elif rule.remedied_by is not None:
            can_breach = self._open_breach(rule.remedied_by, judge, applies, every.satisfies, place)
        else:
            can_breach = self._can_fail(judge, judge.implication(applies, every.satisfies), place)
        return Part(
            key=None,
            outcome=Outcome.UNDECIDED,
            decided_by=(rule.parts,),
            reasons=(Reason.FACTS,),
            can_breach=can_breach,
        )

    def _looks_at_others(self, rule: Rule, judge: Judge, applies: Node) -> bool:
        """Whether what is said of one record of the list depends on the others: then none can be looked at alone."""
        assert isinstance(rule.require, Every)
        remedy = TRUE if rule.remedied_by is None else rule.remedied_by
        return any(
            rule.parts in judge.anatomy(node).lists for node in (applies, rule.require.satisfies, remedy)
        )

    def _why(self, rule: Rule, judge: Judge, when: Node, outcome: Outcome) -> Explanation | None:
        match outcome:
            case Outcome.VIOLATED | Outcome.PENDING:
                return explain(rule.require, judge.evaluator)
            case Outcome.UNDECIDED:
                return explain(All((when, rule.require)), judge.evaluator)
            case _:
                return None
