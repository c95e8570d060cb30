"""One question as lines of text, and what a line typed for it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from compliance.errors import Problem
from compliance.facts.sanitise import clean
from compliance.facts.values import NONE, Value
from compliance.facts.vocabulary import Kind
from compliance.facts.wording import UNKNOWN, folded
from compliance.frozen import changed
from compliance.interview.events import Answer, NotKnown
from compliance.interview.questions import Status
from compliance.reports.words import say as report_say
from compliance.wizard.card import Card, takes_typing
from compliance.wizard.plain_commands import COLONS, Command, command_in
from compliance.wizard.plain_words import told
from compliance.wizard.typed import understood
from compliance.wizard.words import say

Reply: TypeAlias = "Answer | NotKnown | Command | Problem"

_YES: Final = ("y", "yes", "true", "是", "有", "对", "是的")
_NO: Final = ("n", "no", "false", "否", "不是", "不")
_ABSENT: Final = ("没有", "无")
_NONE: Final = ("none", *_ABSENT)
_NOT_YET: Final = ("not yet", "尚未", "还没有")
_NOT_KNOWN: Final = (UNKNOWN, "don't know", "dont know", "不知道", "不清楚")
_JOINTS: Final = ",，、;；"


class _Offer(NamedTuple):
    """An answer that can be chosen: its number is its place, from 1."""

    value: Value
    label: str
    words: frozenset[str]


# What is shown ------------------------------------------------------------------------------------------


def offers(card: Card, lang: str) -> list[tuple[str, str]]:
    """What can be chosen by number: number and words. `0` is none of a set."""
    shown = [(str(number), offer.label) for number, offer in enumerate(_offers(card, lang), start=1)]
    if card.fact.kind is Kind.READING:
        return [
            (str(number), _with_source(choice.label, choice.source, lang))
            for number, choice in enumerate(card.choices, start=1)
        ]
    if card.fact.kind is Kind.CHOICES and not card.fact.at_least_one:
        shown.append(("0", told("question.zero", lang)))
    return shown


def how_to_answer(card: Card, lang: str) -> Iterator[str]:
    """What may be typed where nothing can be chosen by number."""
    fact = card.fact
    match fact.kind:
        case Kind.CHOICES:
            yield told("question.several", lang)
        case Kind.DATE:
            yield told("question.date.not_yet" if fact.can_be_none else "question.date", lang)
        case Kind.NUMBER:
            yield told("question.number", lang)
        case Kind.QUANTITY:
            key = "question.quantity" if {"days", "months"} <= set(fact.units) else "question.quantity.plain"
            yield told(key, lang, units=report_say("list.comma", lang).join(fact.units))
        case Kind.TEXT:
            yield told("question.word", lang)
        case _:
            return
    if fact.none and fact.kind in (Kind.TEXT, Kind.NUMBER, Kind.QUANTITY):
        yield told("question.none", lang)
    if fact.sensitive:
        yield told("question.held", lang)
        yield say("question.sensitive", lang)


def state_lines(card: Card, lang: str) -> Iterator[str]:
    """The answer that is there, and whether it counts."""
    if card.value is not None and card.fact.kind is not Kind.RECORDS:
        yield say("question.answer", lang, value=card.shown)
    if card.status in (Status.MOOT, Status.PARKED, Status.IDLE):
        yield told("question.status", lang, status=_status(card.status, lang))


def _status(status: Status, lang: str) -> str:
    said = say(f"status.{status.value}", lang)
    return said if lang == "zh" or status is Status.MOOT else f"is: {said}"


def _with_source(label: str, source: str | None, lang: str) -> str:
    if not source:
        return label
    said = say("question.source", lang, source=source)
    return f"{label}（{said}）" if lang == "zh" else f"{label} ({said})"


# What is typed ------------------------------------------------------------------------------------------


def reply(line: str, card: Card, lang: str) -> Reply:
    """What a line means for a question that is neither a list nor a reading."""
    typed = line.strip()
    if typed.startswith(COLONS) or folded(typed) in ("?", "="):
        return command_in(typed) or Command("")
    fact = card.fact
    said = _plain(typed)
    chosen = _chosen(said, card, lang)
    if chosen is not None:
        return chosen
    if said in _NOT_KNOWN:
        return NotKnown(card.path)
    if said in _NOT_YET and fact.kind is Kind.DATE and fact.can_be_none:
        return Answer(card.path, NONE)
    if said in _NONE and fact.none and fact.kind not in (Kind.DATE, Kind.BOOLEAN):
        return Answer(card.path, NONE)
    command = command_in(typed) if fact.kind is not Kind.TEXT else None
    if command is not None and command.name != "none":
        return command
    if takes_typing(fact) or not typed or said == "held":
        return _without_echo(understood(line, fact, card.path, lang), card)
    return not_an_option(typed)


def not_an_option(typed: str) -> Problem:
    """What was typed is nothing that can be chosen."""
    return Problem("wizard.not_an_option", None, {"written": clean(typed)[:40]})


def picked(line: str, card: Card) -> str | None:
    """The option of a reading that a number, id or label names."""
    said = _plain(line)
    for number, option in enumerate(card.fact.options, start=1):
        if said in (str(number), _plain(option.id), *map(_plain, option.label)):
            return option.id
    return None


def _chosen(said: str, card: Card, lang: str) -> Answer | Problem | None:
    """The answer that numbers, ids or labels make."""
    choices = _offers(card, lang)
    if not choices or not said:
        return None
    if card.fact.kind is not Kind.CHOICES:
        found = _one(said, choices)
        return None if found is None else Answer(card.path, found.value)
    if said in ("0", *_NONE, say("none_of_these", lang).casefold()):
        return Answer(card.path, frozenset())
    return _several(said, card, choices)


def _several(said: str, card: Card, choices: list[_Offer]) -> Answer | Problem | None:
    whole = _one(said, choices)
    if whole is not None:
        return Answer(card.path, frozenset([str(whole.value)]))
    if said in _NOT_KNOWN or command_in(said) is not None:
        return None
    found: set[str] = set()
    for joint in _JOINTS:
        said = said.replace(folded(joint), ",")
    for piece in filter(None, map(str.strip, said.strip("[]").split(","))):
        one = _one(piece, choices)
        words = [piece] if one is not None else piece.split()
        for word in words:
            part = one or _one(word, choices)
            if part is None:
                return not_an_option(word)
            found.add(str(part.value))
    return Answer(card.path, frozenset(found)) if found else None


def _one(said: str, choices: list[_Offer]) -> _Offer | None:
    for number, offer in enumerate(choices, start=1):
        if said == str(number) or said in offer.words:
            return offer
    return None


def _offers(card: Card, lang: str) -> list[_Offer]:
    fact = card.fact
    found: list[_Offer] = []
    if fact.kind is Kind.BOOLEAN:
        # "没有" says no to whether there is something; where none is an answer of its own it could be either.
        no = _NO if fact.none else (*_NO, *_ABSENT)
        found += [
            _Offer(True, say("yes", lang), frozenset(_YES)),
            _Offer(False, say("no", lang), frozenset(no)),
        ]
    elif fact.kind in (Kind.CHOICE, Kind.CHOICES):
        for option in fact.options:
            words = frozenset(map(_plain, (option.id, *option.label)))
            found.append(_Offer(option.id, option.label.get(lang), words))
    if fact.none and fact.kind in (Kind.BOOLEAN, Kind.CHOICE):
        none = ("none",) if fact.kind is Kind.BOOLEAN else _NONE
        found.append(_Offer(NONE, say("none", lang), frozenset(none)))
    return found


def _plain(typed: str) -> str:
    """What was typed, whatever its width, case and blanks."""
    return " ".join(folded(typed).casefold().split())


def _without_echo(found: Reply, card: Card) -> Reply:
    """A problem with a sensitive answer does not repeat it."""
    if isinstance(found, Problem) and card.fact.sensitive and "written" in found.details:
        return changed(found, details={**found.details, "written": "…"})
    return found
