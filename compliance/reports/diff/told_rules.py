"""What is said of rules that stand otherwise than before, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from compliance.facts.vocabulary import Bilingual
from compliance.reports.diff.entry import Entry, Section, Way, labelled, move, state_text
from compliance.reports.diff.model import (
    Comparison,
    Direction,
    Group,
    OneSided,
    RecordChange,
    RuleChange,
    State,
)
from compliance.reports.words import say

MOST_WHY: Final = 2
MOST_ALIKE: Final = 4
"""From so many on, rules that changed alike are told together."""
_NEVER_CUT: Final = (Group.WORSE, Group.OPEN, Group.DUE)


def changed_rules(found: Comparison, way: Way) -> Iterable[Section]:
    """The rules that both sides have: binding ones by group, then advice."""
    for group in Group:
        changes = sorted(found.group(group), key=_gravity)
        folds = [] if way.full or group is not Group.OPEN else _folds(changes, found, way)
        folded = {rule for fold in folds for rule in fold.rules}
        entries = _told_alike([one for one in changes if one.face.rule not in folded], group, found, way)
        entries += [fold.entry for fold in folds]
        yield from way.section(
            f"diff.section.{group.value}", entries, cut=group not in _NEVER_CUT, number=len(changes)
        )
        if group is Group.DUE:
            out = [
                _limit(one, way.lang) for one in found.rules if one.face.binding and _ran_out(one, way.lang)
            ]
            yield from way.section("diff.section.ran_out", out, cut=False)
    advice = [
        entry
        for group in Group
        for entry in _told_alike(sorted(found.group(group, binding=False), key=_gravity), group, found, way)
    ]
    yield from way.section("section.advice", advice)


def _gravity(one: RuleChange) -> tuple[int, str]:
    """Sorts what weighs or weighed most first, a hard stop before all, and what falls due first."""
    return -max(one.old.weight, one.new.weight), one.new.due or ""


def _told_alike(changes: Sequence[RuleChange], group: Group, found: Comparison, way: Way) -> list[Entry]:
    """An entry for each rule; of what got neither better nor worse, one for many of which the same is to be said."""
    entries = [_rule(one, found, way) for one in changes]
    if way.full or group is not Group.OTHER:
        return entries
    alike: dict[Entry, list[Entry]] = {}
    for entry in entries:
        alike.setdefault(entry._replace(title="", ids=()), []).append(entry)
    told: list[Entry] = []
    for same, ones in alike.items():
        if len(ones) < MOST_ALIKE:
            told += ones
            continue
        named = labelled("diff.they", say("list.and", way.lang).join(one.ids[0] for one in ones), way.lang)
        told.append(same._replace(title=say("diff.alike", way.lang, n=len(ones)), lines=(*same.lines, named)))
    return told


class _Fold(NamedTuple):
    """Rules that are undecided because nobody can say whether their pack applies, in one entry."""

    rules: tuple[str, ...]
    entry: Entry


def _folds(changes: Sequence[RuleChange], found: Comparison, way: Way) -> list[_Fold]:
    """As in the report: what hangs on the scope of a pack is told once. No rule is left out."""
    folds = []
    for pack in found.new.open_packs:
        rules = tuple(one.face.rule for one in changes if one.face.pack == pack.id and _only_scope(one))
        if len(rules) > 1:
            facts = way.facts(pack.decided_by, found)
            title = say("undecided.fold", way.lang, pack=pack.title.get(way.lang), n=len(rules), facts=facts)
            named = say("list.and", way.lang).join(rules)
            folds.append(
                _Fold(rules, Entry(title, (), (labelled("diff.they", named, way.lang),), "undecided"))
            )
    return folds


def _only_scope(one: RuleChange) -> bool:
    """Whether there is no more to say of it than that: no hard stop, and no breach if the pack applies."""
    broken = one.new.if_in_scope == "violated"
    return one.new.standing == "undecided" and not broken and not one.face.hard_stop


def one_sided_rules(found: Comparison, way: Way) -> Iterable[Section]:
    """The rules that only one side has."""
    for side, sided in (("new", found.only_new), ("old", found.only_old)):
        # The day on which the other side does not have them.
        day = found.old.as_of if side == "new" else found.new.as_of
        entries = [_one_sided(one, side, day, way.lang) for one in sided]
        yield from way.section(f"diff.section.only_{side}", entries)


def _rule(one: RuleChange, found: Comparison, way: Way) -> Entry:
    place = (one.new.location,) if one.new.location and not one.records else ()
    lines = [
        *_standing(one, way.lang),
        *_whole(one, way.lang),
        *_open(one, found, way),
        *(line for record in one.records for line in _record(record, one.direction, way.lang)),
        *_accounts(one, found, way),
    ]
    title = _titled(one.face.title.get(way.lang), one.face.hard_stop, way.lang)
    return Entry(title, (one.face.rule, *place), tuple(lines), one.new.standing)


def _standing(one: RuleChange, lang: str) -> Iterable[str]:
    """How the rule stood and stands."""
    old, new = state_text(one.old, lang), state_text(one.new, lang)
    if not one.face.binding and one.direction is not Direction.OTHER:
        yield say("diff.moved", lang, old=old, new=new, direction=say(f"diff.{one.direction.value}", lang))
    else:
        yield move(old, new, lang)
    if one.severity_was is not None:
        was, now = say(f"severity.{one.severity_was}", lang), say(f"severity.{one.face.severity}", lang)
        yield labelled("diff.weight", move(was, now, lang), lang)
    if one.new.if_in_scope and one.old.if_in_scope != one.new.if_in_scope:
        said = say(f"outcome.{one.new.if_in_scope}", lang)
        if one.old.if_in_scope:
            said = move(say(f"outcome.{one.old.if_in_scope}", lang), said, lang)
        yield say("undecided.if_one", lang, outcome=said)


def _whole(one: RuleChange, lang: str) -> Iterable[str]:
    """What is to be said of a rule that no records are told of."""
    if not one.records:
        yield from _why(one.new, one.direction, lang)
        if one.ran_out is not None:
            yield say("diff.ran_out", lang, day=one.ran_out)


def _why(state: State, direction: Direction, lang: str) -> Iterable[str]:
    """Why it is violated."""
    if state.standing == "violated" and direction is not Direction.BETTER and state.why:
        yield labelled("why", _first(state.why, lang), lang)


def _first(why: Sequence[Bilingual], lang: str) -> str:
    said = [text.get(lang) for text in why]
    more = [say("more", lang)] if len(said) > MOST_WHY else []
    return say("list.semicolon", lang).join([*said[:MOST_WHY], *more])


def _open(one: RuleChange, found: Comparison, way: Way) -> Iterable[str]:
    """What it hangs on where it, or a record that moved, is undecided now."""
    records = [record.new for record in one.records if record.new and record.new.standing == "undecided"]
    states = records or ([one.new] if one.new.standing == "undecided" else [])
    paths = dict.fromkeys(path for state in states for path in state.decided_by)
    if not paths and states:
        paths = dict.fromkeys(one.new.decided_by)
    if paths:
        yield labelled("diff.depends", way.facts(_rarest_first(paths, found), found), way.lang)
    reasons = {reason for state in states for reason in state.reasons}
    yield from (say(f"reason.{reason}", way.lang) for reason in ("calendar", "bound") if reason in reasons)


def _rarest_first(paths: Iterable[str], found: Comparison) -> list[str]:
    """What few rules hang on comes first: it is what sets this rule apart."""
    number = Counter(path for one in found.rules for path in one.new.decided_by)
    return sorted(paths, key=number.__getitem__)


def _record(one: RecordChange, direction: Direction, lang: str) -> Iterable[str]:
    """How a record stood and stands, where it is, and why."""
    old, new = (
        say("diff.absent", lang) if state is None else state_text(state, lang) for state in (one.old, one.new)
    )
    said = move(old, new, lang)
    if one.new and one.new.location:
        said = say("diff.at", lang, said=said, place=one.new.location)
    yield say("record", lang, record=_key(one, lang), state=said)
    if one.new:
        yield from _why(one.new, direction, lang)
    if one.ran_out is not None:
        yield _record_ran_out(one, lang)


def _key(one: RecordChange, lang: str) -> str:
    return say("record.further", lang) if one.record is None else one.record


def _titled(title: str, hard_stop: bool, lang: str) -> str:
    if not hard_stop:
        return title
    text = say("hard_stop", lang)
    return f"{title}（{text}）" if lang == "zh" else f"{title} ({text})"


def _accounts(one: RuleChange, found: Comparison, way: Way) -> Iterable[str]:
    """The changed answers that the rule looks at; where there are none, what else changed. No cause is claimed."""
    lang = way.lang
    if one.looked_at:
        key = "diff.looked_at" if one.looks_known else "diff.looked_at.open"
        yield labelled(key, way.facts(one.looked_at, found), lang)
    if one.perhaps:
        yield labelled("diff.perhaps", way.facts(one.perhaps, found), lang)
    if one.looks_known and not one.looked_at and not one.perhaps:
        other = say("list.and", lang).join(_else(one, found, lang))
        yield say("diff.looked_at.else", lang, what=other) if other else say("diff.looked_at.none", lang)


def _else(one: RuleChange, found: Comparison, lang: str) -> Iterable[str]:
    if found.old.as_of != found.new.as_of:
        yield say("diff.else.day", lang)
    if any(pack.id == one.face.pack for pack in found.packs):
        yield say("diff.else.pack", lang, pack=one.face.pack)
    if any(item.id == one.face.rule or item.id.startswith(f"{one.face.rule} [") for item in found.waivers):
        yield say("diff.else.waivers", lang)


def _limit(one: RuleChange, lang: str) -> Entry:
    title = _titled(one.face.title.get(lang), one.face.hard_stop, lang)
    return Entry(title, (one.face.rule,), tuple(_ran_out(one, lang)), one.new.standing)


def _ran_out(one: RuleChange, lang: str) -> list[str]:
    whole = [] if one.ran_out is None else [say("diff.ran_out", lang, day=one.ran_out)]
    return [*whole, *(_record_ran_out(record, lang) for record in one.records if record.ran_out is not None)]


def _record_ran_out(one: RecordChange, lang: str) -> str:
    return say("record", lang, record=_key(one, lang), state=say("diff.ran_out", lang, day=one.ran_out))


def _one_sided(one: OneSided, side: str, day: str, lang: str) -> Entry:
    cause = say(f"diff.cause.{one.cause.value}.{side}", lang, pack=one.face.pack, day=day)
    lines = [say("label", lang, label=cause, text=state_text(one.state, lang))]
    if not one.face.binding:
        lines = [say("list.semicolon", lang).join([*lines, say(f"severity.{one.face.severity}", lang)])]
    if side == "new":
        lines += _why(one.state, Direction.WORSE, lang)
    title = _titled(one.face.title.get(lang), one.face.hard_stop, lang)
    return Entry(title, (one.face.rule,), tuple(lines), one.state.standing)
