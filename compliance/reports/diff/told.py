"""What is said of a comparison, in words, for the text and the Markdown form alike: the two cannot differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from compliance.reports.diff.entry import Section, Way, move
from compliance.reports.diff.model import Comparison, Direction, Gate, Side
from compliance.reports.diff.told_beside import answers_and_items, changed_packs
from compliance.reports.diff.told_rules import changed_rules, one_sided_rules
from compliance.reports.json_v1 import PARTIAL_READY
from compliance.reports.text.notes import SHORT_DIGEST
from compliance.reports.words import say


class Told(NamedTuple):
    """All that is said. `head` are pairs of label and text: verdict, regression, then the rest."""

    head: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


def told(found: Comparison, lang: str, *, full: bool = False) -> Told:
    """The comparison in words.

    Args:
        full: cut no list.
    """
    way = Way(lang, full)
    rules = [*changed_rules(found, way)]
    sided = [*one_sided_rules(found, way)]
    said = () if rules or sided else (say("diff.no_rule", lang),)
    sections = (*rules, *answers_and_items(found, way), *sided, *changed_packs(found, way))
    return Told(tuple(_head(found, lang)), (*_notes(found, lang), *said), sections)


def _head(found: Comparison, lang: str) -> Iterable[tuple[str, str]]:
    old, new = found.old, found.new
    before, after = _verdict(old, lang), _verdict(new, lang)
    if found.same_packs and found.verdict is Direction.SAME:
        yield say("diff.verdict", lang), say("diff.kept", lang, new=after)
    else:
        word = say(f"diff.{found.verdict.value}" if found.same_packs else "diff.incomparable", lang)
        yield say("diff.verdict", lang), say("diff.moved", lang, old=before, new=after, direction=word)
    yield say("diff.day", lang), move(old.as_of, new.as_of, lang)
    yield say("diff.final", lang), move(_final(old, lang), _final(new, lang), lang)
    if old.partial or new.partial:
        yield say("glance.packs", lang), move(_packs(old, lang), _packs(new, lang), lang)
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
            said.append(say(f"diff.gate.{key}", lang, n=len(rules)))
    return say("diff.gate.regression", lang, what=say("list.semicolon", lang).join(said))


def _notes(found: Comparison, lang: str) -> Iterable[str]:
    old, new = found.old, found.new
    if old.sensitive_shown or new.sensitive_shown:
        yield say("sensitive.shown", lang)
    if old.file != new.file:
        yield say("diff.note.files", lang, old=old.file, new=new.file)
    if not found.same_packs:
        # All of one set of rules are other packs than all of another.
        named = _packs if old.partial or new.partial else _packs_by_name
        yield say("diff.note.packs", lang, old=named(old, lang), new=named(new, lang))
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


def _packs_by_name(side: Side, lang: str) -> str:
    return say("list.and", lang).join(side.packs)
