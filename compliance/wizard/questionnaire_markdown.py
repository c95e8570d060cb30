"""The questionnaire as Markdown: readable as it is, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.conditions.sentence import value_text
from compliance.facts.sanitise import clean
from compliance.facts.values import NONE, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.interview.state import State
from compliance.packs.rulebook import RuleBook
from compliance.reports.words import say as report_say
from compliance.wizard.questionnaire_cells import Unknown
from compliance.wizard.questionnaire_csv import kind_text
from compliance.wizard.questionnaire_rows import Asked, Entry, Item, Part, parts
from compliance.wizard.questionnaire_words import say
from compliance.wizard.words import say as wizard_say

BLANK: Final = "______________________________"
_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:@=^$])")


def markdown(book: RuleBook, state: State, lang: str) -> str:
    """All questions by section; doubts of law in a chapter of their own."""
    found = [_split(part) for part in parts(state, lang)]
    usual = [part for part, _ in found if part.asked]
    counsel = [asked for _, doubts in found for asked in doubts]
    lines = [f"# {say('title', lang)}", "", *_intro(book, state, usual, counsel, lang)]
    numbers = iter(range(1, 1_000_000))
    for part in usual:
        lines += ["", f"## {part.title}"]
        for asked in part.asked:
            lines += _question(asked, next(numbers), book, state, lang)
    if counsel:
        lines += ["", f"## {say('counsel', lang)}", "", say("counsel.intro", lang)]
        for asked in counsel:
            lines += _question(asked, next(numbers), book, state, lang)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """What a person wrote, so that it is no Markdown: on one line, marks escaped, odd characters shown."""
    return _MARKS.sub(r"\\\1", " ".join(clean(text).split()))


def _split(part: Part) -> tuple[Part, list[Asked]]:
    doubts = [asked for asked in part.asked if asked.item.fact.kind is Kind.READING]
    rest = tuple(asked for asked in part.asked if asked.item.fact.kind is not Kind.READING)
    return Part(part.title, rest), doubts


def _intro(book: RuleBook, state: State, usual: list[Part], counsel: list[Asked], lang: str) -> list[str]:
    number = sum(len(part.asked) for part in usual) + len(counsel)
    packs = [f"{pack.title.get(lang)} {pack.version}" for pack in book.packs.values()]
    return [
        say(
            "intro",
            lang,
            n=number,
            sections=len(usual) + bool(counsel),
            unknown=wizard_say("not_known", lang),
        ),
        "",
        say("packs", lang, packs=report_say("list.and", lang).join(packs), day=state.as_of.isoformat()),
    ]


def _question(asked: Asked, number: int, book: RuleBook, state: State, lang: str) -> Iterator[str]:
    fact = asked.item.fact
    yield from ("", f"### {number}. {asked.item.asks(lang)}", "")
    yield (
        f"`{fact.id}`　{_behind(asked.item, lang)}"
        if lang == "zh"
        else f"`{fact.id}` · {_behind(asked.item, lang)}"
    )
    if fact.help:
        yield from ("", asked.item.help(lang))
    yield ""
    if fact.kind is Kind.RECORDS:
        yield from _list(asked, book, lang)
    elif fact.kind is Kind.READING:
        yield from _reading(asked.item, state, lang)
    else:
        yield from _answer(asked.item, book, lang)


def _behind(item: Item, lang: str) -> str:
    said = [say("articles", lang, articles=report_say("list.semicolon", lang).join(item.articles))]
    said = said if item.articles else []
    said.append(say("rules", lang, n=item.rules))
    if item.status is not None:
        said.append(say("status", lang, status=wizard_say(f"status.{item.status.value}", lang)))
    return ("　" if lang == "zh" else " · ").join(said)


def _answer(item: Item, book: RuleBook, lang: str) -> Iterator[str]:
    """Boxes to tick, or a line to write on with what is there already."""
    fact, answer = item.fact, item.answer
    if _hidden(fact, answer):
        yield f"> {say('sensitive', lang)}"
    elif fact.kind in (Kind.BOOLEAN, Kind.CHOICE, Kind.CHOICES):
        yield from _boxes(fact, answer, lang)
    else:
        written = BLANK if answer is None else escaped(_said(answer, fact, lang))
        yield report_say("label", lang, label=say("answer", lang), text=written)
        yield ""
        yield f"({kind_text(fact, book, lang)})" if lang == "en" else f"（{kind_text(fact, book, lang)}）"


def _hidden(fact: Fact, answer: Value | Unknown | None) -> bool:
    return fact.sensitive and answer is not None and answer is not NONE and not isinstance(answer, Unknown)


def _said(answer: Value | Unknown, fact: Fact, lang: str) -> str:
    return wizard_say("not_known", lang) if isinstance(answer, Unknown) else value_text(answer, fact, lang)


def _boxes(fact: Fact, answer: Value | Unknown | None, lang: str) -> Iterator[str]:
    if fact.kind is Kind.BOOLEAN:
        yield _box(answer is True, wizard_say("yes", lang))
        yield _box(answer is False, wizard_say("no", lang))
    for option in fact.options:
        ticked = option.id in answer if isinstance(answer, frozenset) else option.id == answer
        yield _box(ticked, option.label.get(lang))
    if fact.kind is Kind.CHOICES and not fact.at_least_one:
        yield _box(answer == frozenset(), wizard_say("none_of_these", lang))
    if fact.can_be_none:
        yield _box(answer is NONE, wizard_say("none", lang))
    yield _box(isinstance(answer, Unknown), wizard_say("not_known", lang))


def _box(ticked: bool, words: str) -> str:
    return f"- [{'x' if ticked else ' '}] {words}"


def _reading(item: Item, state: State, lang: str) -> Iterator[str]:
    """Each view with its source, and who takes it."""
    fact = item.fact
    for option in fact.options:
        words = option.label.get(lang)
        if option.source is not None:
            words = say("view", lang, view=words, source=option.source.get(lang))
        yield _box(option.id == item.answer, words)
    yield _box(isinstance(item.answer, Unknown), wizard_say("not_known", lang))
    view = state.readings.get(fact.id) if item.answer is not None else None
    there = (view.by, view.on.isoformat(), view.note) if view is not None else ("", "", "")
    for key, text in zip(("view.by", "view.on", "view.note"), there, strict=True):
        yield ""
        yield report_say("label", lang, label=say(key, lang), text=escaped(text) or BLANK)


def _list(asked: Asked, book: RuleBook, lang: str) -> Iterator[str]:
    fact, answer = asked.item.fact, asked.item.answer
    complete = answer.complete if isinstance(answer, Records) else None
    some = isinstance(answer, Records) and bool(answer.entries)
    if not fact.at_least_one:
        yield _box(complete is True and not some, wizard_say("none", lang))
    yield _box(complete is True and some, wizard_say("that_is_all", lang))
    yield _box(complete is False, wizard_say("there_are_more", lang))
    yield _box(isinstance(answer, Unknown), wizard_say("not_known", lang))
    for entry in asked.entries:
        yield from _entry(entry, book, lang)


def _entry(entry: Entry, book: RuleBook, lang: str) -> Iterator[str]:
    yield ""
    if entry.name is None:
        blank = report_say("label", lang, label=say("list.blank", lang), text=BLANK)
        yield f"#### {blank}"
    else:
        yield f"#### {say('list.entries', lang, name=escaped(entry.name))}"
    for item in entry.fields:
        yield from ("", f"**{item.asks(lang)}**", "")
        if item.fact.help:
            yield from (item.help(lang), "")
        yield from _answer(item, book, lang)
