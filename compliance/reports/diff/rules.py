"""Which rules stand otherwise than before: as a whole, and record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from compliance.facts.vocabulary import Bilingual
from compliance.frozen import frozen
from compliance.reports.diff.model import Direction, Group, RecordChange, RuleChange, RuleFace, State
from compliance.reports.diff.weight import moved, weight

Document: TypeAlias = Mapping[str, Any]
Found: TypeAlias = Mapping[str, Any]
"""A finding or a part of one, as the document has it."""

_STANDING = {
    "violated": "violated",
    "undecided": "undecided",
    "pending": "pending",
    "satisfied": "holds",
    "not_applicable": "holds",
}
_GROUPS = {"undecided": Group.OPEN, "pending": Group.DUE}


@frozen
class Answers:
    """What changed beside the rules, for telling what a rule looks at: first what few others look at.

    Args:
        changed: path of a changed answer or view -> its fact.
        doubtful: the same for sensitive answers that cannot be compared.
        looks: rule -> the facts it looks at, where that is known.
        lookers: fact -> how many rules look at it.
    """

    changed: Mapping[str, str]
    doubtful: Mapping[str, str]
    looks: Mapping[str, frozenset[str]]
    lookers: Mapping[str, int]

    def among(
        self, facts: Mapping[str, str], rule: str, open_facts: set[str], records: Sequence[RecordChange]
    ) -> tuple[str, ...]:
        """Those of some answers that a rule looks at; where that is not known, those its open outcome hangs on.

        Those about records that moved come first.
        """
        if rule in self.looks:
            moved = tuple(f"[{one.record}]" for one in records)
            found = [path for path, fact in facts.items() if fact in self.looks[rule]]
            return tuple(
                sorted(
                    found,
                    key=lambda path: (not any(key in path for key in moved), self.lookers[facts[path]]),
                )
            )
        return tuple(path for path in facts if path in open_facts)


def rule_changes(old: Document, new: Document, answers: Answers) -> tuple[RuleChange, ...]:
    """The rules that both sides have and that changed, in the order of the newer one."""
    before = {finding["rule"]: finding for finding in old["findings"]}
    return tuple(
        change
        for finding in new["findings"]
        if finding["rule"] in before
        for change in _changes(before[finding["rule"]], finding, new["as_of"], answers)
    )


def face_of(finding: Found, other: Found | None = None) -> RuleFace:
    """What the rule is; binding where it is so on either side."""
    return RuleFace(
        rule=finding["rule"],
        pack=finding["pack"],
        title=Bilingual(**finding["title"]),
        severity=finding["severity"],
        binding=finding["binding"] or (other is not None and other["binding"]),
        hard_stop=finding["hard_stop"],
    )


def state_of(finding: Found) -> State:
    """How a finding stands."""
    return _state(finding, finding, finding["standing"], _waived_until(finding), _due_of(finding))


def _part_state(part: Found, finding: Found) -> State:
    standing = "past" if part["past"] else _STANDING[part["outcome"]]
    waiver = part["waiver"] or finding["waiver"]
    waived = waiver["expires"] if waiver and standing == "violated" else None
    return _state(part, finding, standing, waived, part["due"] if standing == "pending" else None)


def _state(found: Found, finding: Found, standing: str, waived: str | None, due: str | None) -> State:
    hangs_on = found["decided_by"] or found.get("weighed_by", [])
    place = found["location"]
    return State(
        standing=standing,
        outcome=found["outcome"],
        weight=weight(standing, waived=waived is not None, hard_stop=finding["hard_stop"]),
        waived=waived,
        due=due,
        decided_by=tuple(hangs_on),
        reasons=tuple(found["reasons"]),
        why=tuple(Bilingual(**said) for said in found["why"]),
        if_in_scope=found.get("if_in_scope"),
        location=f"{place['file']}:{place['line']}:{place['column']}" if place else None,
    )


def _waived_until(finding: Found) -> str | None:
    """The first day on which a waiver ends, where all that is violated is waived."""
    if finding["standing"] != "violated" or finding["standing_with_waivers"] == "violated":
        return None
    waivers = [finding["waiver"], *(part["waiver"] for part in finding["parts"])]
    # A report that was changed by hand may say that it is waived and name no waiver.
    return min((str(waiver["expires"]) for waiver in waivers if waiver), default=None)


def _due_of(finding: Found) -> str | None:
    """The next day on which something of it falls due."""
    days = [part["due"] for part in finding["parts"] if part["outcome"] == "pending" and part["due"]]
    if finding["standing"] != "pending" and not days:
        return None
    return finding["due"] or min(days, default=None)


def _changes(before: Found, after: Found, as_of: str, answers: Answers) -> Iterator[RuleChange]:
    old, new = state_of(before), state_of(after)
    face = face_of(after, before)
    whole = moved(_counted(old, before, face), _counted(new, after, face))
    records = _records(before, after, as_of)
    ran_out = None if before["parts"] or after["parts"] else _ran_out(old, new, as_of)
    applied = before["binding"] and before["outcome"] != "not_applicable"
    open_facts = _open_facts(old, new, records)
    known = face.rule in answers.looks
    severity_was = before["severity"] if before["severity"] != after["severity"] else None

    def change(direction: Direction, told: tuple[RecordChange, ...], group: Group) -> RuleChange:
        return RuleChange(
            face=face,
            group=group,
            direction=direction,
            old=old,
            new=new,
            whole=whole is direction,
            applied=applied,
            records=told,
            ran_out=ran_out,
            looked_at=answers.among(answers.changed, face.rule, open_facts, told),
            perhaps=answers.among(answers.doubtful, face.rule, open_facts, told),
            severity_was=severity_was,
            looks_known=known,
        )

    found = False
    for direction in (Direction.WORSE, Direction.BETTER):
        told = tuple(one for one in records if _moved(one) is direction)
        if whole is direction or told:
            yield change(direction, told, _group(direction, new if whole is direction else None, told))
            found = True
    if not found and (old.told != new.told or severity_was or records):
        yield change(Direction.OTHER, tuple(records), Group.OTHER)


def _counted(state: State, finding: Found, face: RuleFace) -> int:
    """A rule that binds on one side only weighs nothing on the other: it was, or now is, advice."""
    return state.weight if finding["binding"] or not face.binding else 0


def _group(direction: Direction, whole: State | None, records: tuple[RecordChange, ...]) -> Group:
    if direction is Direction.BETTER:
        return Group.BETTER
    states = [one.new for one in records if one.new is not None] + ([whole] if whole else [])
    heaviest = max(states, key=lambda state: state.weight)
    return _GROUPS.get(heaviest.standing, Group.WORSE)


def _ran_out(old: State, new: State, as_of: str) -> str | None:
    """The last day of a limit that was running and has passed, where the deed was not done in time."""
    late = old.standing == "pending" and new.standing in ("violated", "past")
    return old.due if late and old.due and old.due < as_of else None


def _records(before: Found, after: Found, as_of: str) -> list[RecordChange]:
    """The records that stand otherwise; those that only one side has, where something is to be said of them."""
    old = {part["record"]: _part_state(part, before) for part in before["parts"]}
    new = {part["record"]: _part_state(part, after) for part in after["parts"]}
    found = [_record(key, old.get(key), new.get(key), as_of) for key in {**new, **old}]
    return [one for one in found if _differs(one)]


def _record(key: str | None, old: State | None, new: State | None, as_of: str) -> RecordChange:
    return RecordChange(key, old, new, _ran_out(old, new, as_of) if old and new else None)


def _differs(one: RecordChange) -> bool:
    if one.old is None or one.new is None:
        return _moved(one) is not Direction.SAME
    return one.old.told != one.new.told


def _moved(one: RecordChange) -> Direction:
    """A record that is not there breaks nothing."""
    return moved(one.old.weight if one.old else 0, one.new.weight if one.new else 0)


def _open_facts(old: State, new: State, records: list[RecordChange]) -> set[str]:
    states = [old, new, *(state for one in records for state in (one.old, one.new) if state is not None)]
    return {path for state in states for path in state.decided_by}
