"""Compares two assessments, each a JSON document of version 1: a pure function from the two to what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from compliance.assessment.model import Applies
from compliance.conditions.anatomy import facts_in
from compliance.facts.sanitise import clean
from compliance.facts.vocabulary import Bilingual, Kind
from compliance.frozen import EMPTY, changed, frozen
from compliance.packs.rulebook import RuleBook
from compliance.packs.usage import conditions_of
from compliance.reports.diff.answers import answer_changes, changed_facts, doubtful_facts, label_of
from compliance.reports.diff.items import (
    evidence_changes,
    pack_changes,
    planned_changes,
    view_changes,
    waiver_changes,
)
from compliance.reports.diff.model import (
    OPEN_OR_BROKEN,
    AnswerChange,
    Cause,
    Comparison,
    Direction,
    Gate,
    OneSided,
    OpenPack,
    Regression,
    RuleChange,
    RuleFace,
    Side,
)
from compliance.reports.diff.rules import Answers, face_of, rule_changes, state_of
from compliance.reports.diff.weight import verdict_moved
from compliance.reports.digests import HIDDEN

Document: TypeAlias = Mapping[str, Any]
"""An assessment as plain values; its shape is that of `compliance schema assessment`."""


@frozen
class Known:
    """What a rule book adds to two documents.

    Args:
        looks: rule -> the facts it looks at, the scope of its pack included.
        labels: what points of law are called.
        options: what counsel's views are called: (point of law, view) -> its words.
    """

    looks: Mapping[str, frozenset[str]] = EMPTY
    labels: Mapping[str, Bilingual] = EMPTY
    options: Mapping[tuple[str, str], Bilingual] = EMPTY


UNKNOWN: Final = Known()


def known_of(book: RuleBook) -> Known:
    """What a rule book says of its rules and points of law."""
    readings = [fact for fact in book.vocabulary.facts.values() if fact.kind is Kind.READING]
    return Known(
        {rule.id: frozenset(facts_in(*conditions_of(rule), rule.applies)) for rule in book.rules.values()},
        {fact.id: fact.label for fact in readings},
        {(fact.id, option.id): option.label for fact in readings for option in fact.options},
    )


def compare(old: Document, new: Document, known: Known = UNKNOWN) -> Comparison:
    """What changed from one assessment to another.

    Args:
        known: from the rule book of one of the two. Without it, what a rule looks at is known only as far as an open
            outcome hangs on it, and counsel's views have no words.
    """
    old, new = _cleaned(old), _cleaned(new)
    before, after = _side(old), _side(new)
    lookers = Counter(fact for facts in known.looks.values() for fact in facts)
    answers = Answers(changed_facts(old, new), doubtful_facts(old, new), known.looks, lookers)
    rules = rule_changes(old, new, answers)
    only_old = _one_sided(old, new)
    only_new = _one_sided(new, old)
    strangers = before.packs and after.packs and set(before.packs).isdisjoint(after.packs)
    same_packs = before.partial == after.partial and not strangers
    verdict = verdict_moved(before.verdict, after.verdict)
    return Comparison(
        old=before,
        new=after,
        verdict=verdict,
        same_packs=same_packs,
        rules=rules,
        only_old=only_old,
        only_new=only_new,
        answers=_with_rules(answer_changes(old, new), rules),
        evidence=evidence_changes(old, new),
        waivers=waiver_changes(old, new),
        views=view_changes(old, new),
        planned=planned_changes(old, new),
        packs=pack_changes(old, new),
        regression=_regression(before, after, verdict, rules, only_new, same_packs=same_packs),
        labels={**known.labels, **_labels(old, new)},
        options=known.options,
    )


def _regression(
    before: Side,
    after: Side,
    verdict: Direction,
    rules: Sequence[RuleChange],
    only_new: Sequence[OneSided],
    *,
    same_packs: bool,
) -> Regression:
    worse_verdict = verdict is Direction.WORSE and same_packs
    worse = [
        one for one in rules if one.face.binding and one.direction is Direction.WORSE and _counts_now(one)
    ]
    fresh = [
        one.face.rule
        for one in only_new
        if one.face.binding
        and one.state.standing in OPEN_OR_BROKEN
        # What another choice of packs brings in was perhaps no better before.
        and (same_packs or one.cause is not Cause.PACK)
    ]
    in_itself = _in_order(one.face.rule for one in worse if one.applied)
    new_rules = _in_order([*(one.face.rule for one in worse if not one.applied), *fresh])
    unseen = not same_packs or not set(before.packs) <= set(after.packs)
    if worse_verdict or in_itself or new_rules:
        gate = Gate.REGRESSION
    else:
        gate = Gate.CANNOT_SAY if unseen else Gate.PASS
    return Regression(gate, worse_verdict, in_itself, new_rules)


def _counts_now(one: RuleChange) -> bool:
    """Whether the rule, or a record that moved, is violated or undecided now: that `check` does not pass."""
    records = [change.new for change in one.records if change.new is not None]
    moved = [one.new] if one.whole else []
    return any(state.standing in OPEN_OR_BROKEN for state in (*moved, *records))


def _in_order(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _one_sided(here: Document, there: Document) -> tuple[OneSided, ...]:
    known = {finding["rule"] for finding in there["findings"]}
    waiting = set(there["not_in_force"])
    packs = {pack["id"] for pack in there["packs"]}

    def cause(face: RuleFace) -> Cause:
        if face.rule in waiting:
            return Cause.IN_FORCE
        return Cause.RULES if face.pack in packs else Cause.PACK

    faces = [(face_of(finding), finding) for finding in here["findings"] if finding["rule"] not in known]
    return tuple(OneSided(face, state_of(finding), cause(face)) for face, finding in faces)


def _with_rules(answers: Sequence[AnswerChange], rules: Sequence[RuleChange]) -> tuple[AnswerChange, ...]:
    def lookers(path: str) -> tuple[str, ...]:
        return _in_order(one.face.rule for one in rules if path in (*one.looked_at, *one.perhaps))

    return tuple(changed(one, looked_at_by=lookers(one.path)) for one in answers)


def _labels(old: Document, new: Document) -> dict[str, Bilingual]:
    """What rules are called, and facts that are open or answered; fields of a record with its key in front."""
    found: dict[str, Bilingual] = {}
    for document in (old, new):
        found |= {finding["rule"]: Bilingual(**finding["title"]) for finding in document["findings"]}
        for answer in document["answers"]:
            found[answer["path"]] = label_of(answer)
        for fact in document["open_facts"]:
            found[fact["path"]] = Bilingual(**fact["label"])
    return found


def _stated(digest: str | None, *, shown: bool) -> str | None:
    """What may be said of the private file's digest: a project that is assessed for the comparison brings its own."""
    return digest if shown or digest is None else HIDDEN


def _side(document: Document) -> Side:
    digests = document["digests"]
    return Side(
        file=document["file"],
        as_of=document["as_of"],
        as_of_given=document["as_of_given"],
        verdict=document["verdict"],
        line=Bilingual(**document["verdict_line"]),
        final=document["final"],
        worst=document["worst"],
        partial=tuple(sorted(document["partial"])),
        packs=tuple(pack["id"] for pack in document["packs"]),
        open_packs=tuple(
            OpenPack(pack["id"], Bilingual(**pack["title"]), tuple(pack["decided_by"]))
            for pack in document["packs"]
            if pack["applies"] == Applies.OPEN
        ),
        program=document["program"]["version"],
        rules_digest=digests["rules"],
        manifest_digest=digests["manifest"],
        private_digest=_stated(digests["private"], shown=document["sensitive_shown"]),
        sensitive_shown=document["sensitive_shown"],
    )


def _cleaned(value: Any) -> Any:
    """The document with every text safe to show: it may come from anywhere."""
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict() | Mapping():
            return {key: _cleaned(item) for key, item in value.items()}
        case _:
            return value
