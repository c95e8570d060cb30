"""What is said of changes beside the rules: answers, evidence, waivers, views, planned events, packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.reports.diff.entry import Entry, Section, Way, labelled, move
from compliance.reports.diff.model import AnswerChange, Comparison, ItemChange, PackChange
from compliance.reports.words import say


def answers_and_items(found: Comparison, way: Way) -> Iterable[Section]:
    """Answers, and apart those that cannot be compared; evidence, waivers, views and planned events."""
    changed = [_answer(one, way) for one in found.answers if one.comparable]
    yield from way.section("diff.section.answers", changed)
    masked = [one for one in found.answers if not one.comparable]
    yield from way.section("diff.section.masked", _masked(masked, way), number=len(masked))
    for name, items in (
        ("evidence", found.evidence), ("waivers", found.waivers), ("views", found.views),
    ):  # fmt: skip
        yield from way.section(f"diff.section.{name}", [_item(one, name, found, way.lang) for one in items])
    planned = [_planned(one, found, way.lang) for one in found.planned]
    yield from way.section("diff.section.planned", planned)


def changed_packs(found: Comparison, way: Way) -> Iterable[Section]:
    """Packs that are not as they were."""
    yield from way.section("diff.section.packs", [_pack(one, way.lang) for one in found.packs])


def _answer(one: AnswerChange, way: Way) -> Entry:
    unanswered = say("diff.unanswered", way.lang)
    old, new = (unanswered if side is None else side.get(way.lang) for side in (one.old, one.new))
    lines = (move(old, new, way.lang), *_lookers(one, way))
    return Entry(one.label.get(way.lang), (one.path,), lines)


def _masked(answers: Sequence[AnswerChange], way: Way) -> list[Entry]:
    """Those that a changed rule looks at one by one, the others by name together: nobody knows that they changed."""
    alone = [one for one in answers if one.looked_at_by or way.full]
    told = [Entry(one.label.get(way.lang), (one.path,), tuple(_lookers(one, way))) for one in alone]
    others = [one.label.get(way.lang) for one in answers if one not in alone]
    return [*told, Entry(say("list.semicolon", way.lang).join(others))] if others else told


def _lookers(one: AnswerChange, way: Way) -> Iterable[str]:
    if one.looked_at_by:
        yield labelled("diff.rules", way.capped(one.looked_at_by), way.lang)


def _item(one: ItemChange, name: str, found: Comparison, lang: str) -> Entry:
    # A waiver of one record is named `rule [record]`.
    label = found.labels.get(one.id if name == "views" else one.id.partition(" [")[0])
    title, ids = (label.get(lang), (one.id,)) if label and name != "evidence" else (one.id, ())
    return Entry(title, ids, tuple(_item_lines(one, name, found, lang)))


def _item_lines(one: ItemChange, name: str, found: Comparison, lang: str) -> Iterable[str]:
    def value(part: str, written: str) -> str:
        if part == "view" and (one.id, written) in found.options:
            return found.options[one.id, written].get(lang)
        return _value(name, part, written, lang)

    if one.old is None or one.new is None:
        parts = one.new or one.old or ()
        what = say("list.semicolon", lang).join(
            say("label", lang, label=_field(part, lang), text=value(part, written))
            for part, written in parts
            if written
        )
        yield say("diff.added" if one.old is None else "diff.removed", lang, what=what)
    for part, before, after in one.differing if one.old and one.new else ():
        text = move(value(part, before), value(part, after), lang)
        yield say("label", lang, label=_field(part, lang), text=text)


def _planned(one: ItemChange, found: Comparison, lang: str) -> Entry:
    label = found.labels.get(one.id)
    old, new = (dict(side or ()).get("date") for side in (one.old, one.new))
    if old is None:
        line = say("diff.planned.new", lang, day=new)
    elif new is None:
        line = say("diff.planned.came" if old <= found.new.as_of else "diff.planned.gone", lang, day=old)
    else:
        line = move(old, new, lang)
    return Entry(label.get(lang) if label else one.id, (one.id,) if label else (), (line,))


def _field(part: str, lang: str) -> str:
    return say("diff.found" if part == "found" else f"col.{part}", lang)


def _value(name: str, part: str, value: str, lang: str) -> str:
    if part == "state":
        return say(f"waiver.state.{value}" if name == "waivers" else f"state.{value}", lang)
    return value or "—"


def _pack(one: PackChange, lang: str) -> Entry:
    return Entry(one.id, (), tuple(_pack_lines(one, lang)))


def _pack_lines(one: PackChange, lang: str) -> Iterable[str]:
    old, new = one.old, one.new
    if old is None or new is None:
        side = new or old
        key = "diff.pack.added" if old is None else "diff.pack.removed"
        yield say(key, lang, version=side.version if side else "")
        return
    if old.version != new.version:
        yield move(old.version, new.version, lang)
    elif old.digest != new.digest:
        yield say("diff.pack.content", lang, version=new.version)
    if old.applies != new.applies:
        before, after = (say(f"diff.applies.{state.applies}", lang) for state in (old, new))
        yield labelled("diff.applies", move(before, after, lang), lang)
