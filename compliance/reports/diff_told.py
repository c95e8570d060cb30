"""What is said of a comparison, in words, for the text and the Markdown form alike: the two cannot differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from compliance.reports.diff_model import (
    Comparison,
    Direction,
    Gate,
    Group,
    ItemChange,
    OneSided,
    PackChange,
    RuleChange,
    Side,
    State,
)
from compliance.reports.json_v1 import PARTIAL_READY
from compliance.reports.text_notes import SHORT_DIGEST
from compliance.reports.words import say

MOST_NAMED: Final = 5
"""How many facts or rules a line names; the JSON form has all."""
MOST_WHY: Final = 2


class Entry(NamedTuple):
    """One change.

    Args:
        ids: what machines call it and where it stands; empty where the title says it.
        lines: what is to be said of it.
        standing: how it stands now, for the mark before it.
    """

    title: str
    ids: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    standing: str = "item"


class Section(NamedTuple):
    """Changes that are told together."""

    heading: str
    entries: tuple[Entry, ...]


class Told(NamedTuple):
    """All that is said. `head` are pairs of label and text."""

    head: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


def told(found: Comparison, lang: str) -> Told:
    """The comparison in words."""
    rules = [*_rules(found, lang)]
    said = () if rules else (say("diff.no_rule", lang),)
    return Told(tuple(_head(found, lang)), (*_notes(found, lang), *said), (*rules, *_beside(found, lang)))


def _head(found: Comparison, lang: str) -> Iterable[tuple[str, str]]:
    old, new = found.old, found.new
    before, after = _verdict(old, lang), _verdict(new, lang)
    if found.same_packs and found.verdict is Direction.SAME:
        yield say("diff.verdict", lang), say("diff.kept", lang, new=after)
    else:
        word = say(f"diff.{found.verdict.value}" if found.same_packs else "diff.incomparable", lang)
        yield say("diff.verdict", lang), say("diff.moved", lang, old=before, new=after, direction=word)
    yield say("diff.day", lang), _move(old.as_of, new.as_of, lang)
    yield say("diff.final", lang), _move(_final(old, lang), _final(new, lang), lang)
    yield say("diff.regression", lang), _regression(found, lang)
    for key, side in (("diff.old", old), ("diff.new", new)):
        digests = {"manifest": side.manifest_digest[:SHORT_DIGEST], "rules": side.rules_digest[:SHORT_DIGEST]}
        yield say(key, lang), say("diff.side", lang, file=side.file, **digests)


def _verdict(side: Side, lang: str) -> str:
    key = "diff.partial_ready" if side.verdict == PARTIAL_READY else f"verdict.{side.verdict}"
    return say(key, lang)


def _final(side: Side, lang: str) -> str:
    if side.final:
        return say("diff.final.yes", lang)
    worst = "ready" if side.worst == PARTIAL_READY else side.worst
    return say("diff.final.no", lang, could=say(f"could.{worst}", lang))


def _regression(found: Comparison, lang: str) -> str:
    regression = found.regression
    if regression.gate is not Gate.REGRESSION:
        return say(f"diff.gate.{regression.gate.value}", lang)
    said = [say("diff.gate.verdict", lang)] if regression.verdict else []
    for key, rules in (("rules", regression.rules), ("new_rules", regression.new_rules)):
        if rules:
            ies = "ies and is" if len(rules) == 1 else "y and are"
            said.append(say(f"diff.gate.{key}", lang, n=len(rules), ies=ies))
    return say("diff.gate.regression", lang, what=say("list.semicolon", lang).join(said))


def _notes(found: Comparison, lang: str) -> Iterable[str]:
    old, new = found.old, found.new
    if old.sensitive_shown or new.sensitive_shown:
        yield say("sensitive.shown", lang)
    if old.file != new.file:
        yield say("diff.note.files", lang, old=old.file, new=new.file)
    if not found.same_packs:
        yield say("diff.note.packs", lang, old=_packs(old, lang), new=_packs(new, lang))
    if new.as_of < old.as_of:
        yield say("diff.note.earlier", lang)
    given = [(key, side) for key, side in (("diff.old", old), ("diff.new", new)) if side.as_of_given]
    if len(given) == 2 and old.as_of == new.as_of:
        given = [("diff.both", new)]
    for key, side in given:
        yield say("diff.note.given", lang, side=say(key, lang), day=side.as_of)
    if old.rules_digest != new.rules_digest and found.same_packs:
        yield say("diff.note.rules", lang)
    if old.program != new.program:
        yield say("diff.note.program", lang, old=old.program, new=new.program)


def _packs(side: Side, lang: str) -> str:
    if not side.partial:
        return say("diff.note.all", lang)
    return say("diff.note.some", lang, packs=say("list.and", lang).join(side.partial))


def _rules(found: Comparison, lang: str) -> Iterable[Section]:
    """What became of rules: binding ones by group, then those of one side, then advice."""
    for group in Group:
        yield from _section(
            f"diff.section.{group.value}", [_rule(one, found, lang) for one in found.group(group)], lang
        )
        if group is Group.DUE:
            out = [_ran_out(one, lang) for one in found.rules if one.face.binding and one.ran_out]
            yield from _section("diff.section.ran_out", out, lang)
    for name, sided in (("new", found.only_new), ("old", found.only_old)):
        entries = [_one_sided(one, name, lang) for one in sided]
        yield from _section(f"diff.section.only_{name}", entries, lang)
    advice = [_rule(one, found, lang) for group in Group for one in found.group(group, binding=False)]
    yield from _section("section.advice", advice, lang)


def _section(key: str, entries: Sequence[Entry], lang: str) -> Iterable[Section]:
    if entries:
        yield Section(say(key, lang, n=len(entries)), tuple(entries))


def _rule(one: RuleChange, found: Comparison, lang: str) -> Entry:
    title = _titled(one.face.title.get(lang), one.face.hard_stop, lang)
    place = (one.new.location,) if one.new.location and not one.records else ()
    lines = [
        *_standing(one, lang),
        *_reasons(one, found, lang),
        *_records(one, lang),
        *_accounts(one, found, lang),
    ]
    return Entry(title, (one.face.rule, *place), tuple(lines), one.new.standing)


def _standing(one: RuleChange, lang: str) -> Iterable[str]:
    """How the rule stood and stands."""
    old, new = state_text(one.old, lang), state_text(one.new, lang)
    if not one.face.binding and one.direction is not Direction.OTHER:
        yield say("diff.moved", lang, old=old, new=new, direction=say(f"diff.{one.direction.value}", lang))
    else:
        yield _move(old, new, lang)
    if one.severity_was is not None:
        was, now = say(f"severity.{one.severity_was}", lang), say(f"severity.{one.face.severity}", lang)
        yield _labelled("diff.weight", _move(was, now, lang), lang)
    if one.ran_out is not None:
        yield say("diff.ran_out", lang, day=one.ran_out)


def _reasons(one: RuleChange, found: Comparison, lang: str) -> Iterable[str]:
    """Why it is violated, or what it hangs on."""
    if one.new.standing == "violated" and one.direction is not Direction.BETTER and one.new.why:
        why = [text.get(lang) for text in one.new.why]
        more = [say("more", lang)] if len(why) > MOST_WHY else []
        yield _labelled("why", say("list.semicolon", lang).join([*why[:MOST_WHY], *more]), lang)
    if one.new.standing == "undecided":
        if one.new.decided_by:
            facts = _rarest_first(one.new.decided_by, found)
            yield _labelled("diff.depends", _facts(facts, found, lang), lang)
        for reason in ("calendar", "bound"):
            if reason in one.new.reasons:
                yield say(f"reason.{reason}", lang)


def _records(one: RuleChange, lang: str) -> Iterable[str]:
    for record in one.records:
        key = say("record.further", lang) if record.record is None else record.record
        old, new = (
            say("diff.absent", lang) if state is None else state_text(state, lang)
            for state in (record.old, record.new)
        )
        place = f" ({record.new.location})" if record.new and record.new.location else ""
        yield say("record", lang, record=key, state=_move(old, new, lang) + place)


def _titled(title: str, hard_stop: bool, lang: str) -> str:
    if not hard_stop:
        return title
    text = say("hard_stop", lang)
    return f"{title}（{text}）" if lang == "zh" else f"{title} ({text})"


def _accounts(one: RuleChange, found: Comparison, lang: str) -> Iterable[str]:
    """The changed answers that the rule looks at; where there are none, what else changed. No cause is claimed."""
    if one.looked_at:
        key = "diff.looked_at" if one.looks_known else "diff.looked_at.open"
        yield _labelled(key, _facts(one.looked_at, found, lang), lang)
    if one.perhaps:
        yield _labelled("diff.perhaps", _facts(one.perhaps, found, lang), lang)
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


def _ran_out(one: RuleChange, lang: str) -> Entry:
    return Entry(
        one.face.title.get(lang),
        (one.face.rule,),
        (say("diff.ran_out", lang, day=one.ran_out),),
        one.new.standing,
    )


def _one_sided(one: OneSided, side: str, lang: str) -> Entry:
    cause = say(f"diff.cause.{one.cause.value}.{side}", lang, pack=one.face.pack)
    line = say("label", lang, label=cause, text=state_text(one.state, lang))
    if not one.face.binding:
        line = say("list.semicolon", lang).join([line, say(f"severity.{one.face.severity}", lang)])
    return Entry(
        _titled(one.face.title.get(lang), one.face.hard_stop, lang),
        (one.face.rule,),
        (line,),
        one.state.standing,
    )


def state_text(state: State, lang: str) -> str:
    """How a rule or a record stands, in a few words."""
    if state.waived is not None:
        return say("diff.waived", lang, day=state.waived)
    if state.standing == "pending" and state.due:
        return say("diff.due", lang, day=state.due)
    if state.standing == "past":
        return say("outcome.past", lang)
    return say(f"outcome.{state.outcome if state.standing == 'holds' else state.standing}", lang)


def _facts(paths: Sequence[str], found: Comparison, lang: str) -> str:
    named = []
    for path in paths[:MOST_NAMED]:
        label = found.labels.get(path)
        named.append(f"{label.get(lang)} [{path}]" if label else path)
    return _capped(named, len(paths), lang)


def _rarest_first(paths: Sequence[str], found: Comparison) -> list[str]:
    """What few rules hang on comes first: it is what sets this rule apart."""
    number = Counter(path for one in found.rules for path in one.new.decided_by)
    return sorted(paths, key=number.__getitem__)


def _capped(named: Sequence[str], number: int, lang: str) -> str:
    said = say("list.and", lang).join(named)
    return said if number <= len(named) else say("diff.and_more", lang, said=said, n=number - len(named))


def _beside(found: Comparison, lang: str) -> Iterable[Section]:
    """What changed beside the rules."""
    plain = [one for one in found.answers if one.comparable]
    answers = []
    for one in plain:
        lines = [_change(one.old and one.old.get(lang), one.new and one.new.get(lang), lang)]
        if one.looked_at_by:
            named = _capped(one.looked_at_by[:MOST_NAMED], len(one.looked_at_by), lang)
            lines.append(_labelled("diff.rules", named, lang))
        answers.append(Entry(one.label.get(lang), (one.path,), tuple(lines)))
    masked = [
        Entry(one.label.get(lang), (one.path,), (say("diff.masked", lang),))
        for one in found.answers
        if not one.comparable
    ]
    yield from _section("diff.section.answers", [*answers, *masked], lang)
    for name, items in (
        ("evidence", found.evidence), ("waivers", found.waivers), ("views", found.views),
    ):  # fmt: skip
        yield from _section(f"diff.section.{name}", [_item(one, name, lang) for one in items], lang)
    yield from _section("diff.section.planned", [_planned(one, found, lang) for one in found.planned], lang)
    yield from _section("diff.section.packs", [_pack(one, lang) for one in found.packs], lang)


def _change(old: str | None, new: str | None, lang: str) -> str:
    unanswered = say("diff.unanswered", lang)
    return _move(unanswered if old is None else old, unanswered if new is None else new, lang)


def _item(one: ItemChange, name: str, lang: str) -> Entry:
    if one.old is None or one.new is None:
        parts = one.new or one.old or ()
        what = say("list.semicolon", lang).join(
            say("label", lang, label=_field(part, lang), text=_value(name, part, value, lang))
            for part, value in parts
            if value
        )
        return Entry(one.id, (), (say("diff.added" if one.old is None else "diff.removed", lang, what=what),))
    lines = []
    for part, before, after in one.differing:
        text = _move(_value(name, part, before, lang), _value(name, part, after, lang), lang)
        lines.append(say("label", lang, label=_field(part, lang), text=text))
    return Entry(one.id, (), tuple(lines))


def _planned(one: ItemChange, found: Comparison, lang: str) -> Entry:
    label = found.labels.get(one.id)
    old, new = (dict(side or ()).get("date") for side in (one.old, one.new))
    if old is None:
        line = say("diff.planned.new", lang, day=new)
    elif new is None:
        line = say("diff.planned.came" if old <= found.new.as_of else "diff.planned.gone", lang, day=old)
    else:
        line = _move(old, new, lang)
    return Entry(label.get(lang) if label else one.id, (one.id,) if label else (), (line,))


def _field(part: str, lang: str) -> str:
    return say(f"col.{part}", lang)


def _value(name: str, part: str, value: str, lang: str) -> str:
    if part == "state":
        return say(f"waiver.state.{value}" if name == "waivers" else f"state.{value}", lang)
    return value or "—"


def _pack(one: PackChange, lang: str) -> Entry:
    old, new = one.old_version, one.new_version
    if old is None or new is None:
        line = say("diff.pack.added" if old is None else "diff.pack.removed", lang, version=new or old)
    elif old == new:
        line = say("diff.pack.content", lang, version=new)
    else:
        line = _move(old, new, lang)
    return Entry(one.id, (), (line,))


def _move(old: str, new: str, lang: str) -> str:
    return new if old == new else say("diff.move", lang, old=old, new=new)


def _labelled(key: str, text: str, lang: str) -> str:
    return say("label", lang, label=say(key, lang), text=text)
