"""Pages of the plain face to find a way about: sections, the questions of one, what was searched for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compliance.conditions.sentence import label_of
from compliance.interview.paths import spot_of
from compliance.interview.questions import Question, SectionState, Status, questions
from compliance.interview.state import State
from compliance.wizard.plain_words import told
from compliance.wizard.words import say


class Listed(NamedTuple):
    """A numbered page: its lines, and the path that each number means."""

    lines: tuple[tuple[str, str], ...]
    paths: tuple[str, ...] = ()


def sections_page(state: State, lang: str) -> Listed:
    """All sections with how many of their questions are open, done and moot."""
    lines = [("", told("page.sections", lang))]
    for number, section in enumerate(questions(state), start=1):
        counts = {
            "open": section.count(Status.OPEN) + section.count(Status.PARKED),
            "done": section.count(Status.ANSWERED),
            "moot": section.count(Status.MOOT),
        }
        said = told("page.section", lang, title=_title(section, lang), **counts)
        lines.append((f"{number}. ", said))
    return Listed(tuple(lines))


def section_page(number: int, state: State, lang: str) -> Listed | None:
    """The questions of a section; None when there is no such section."""
    sections = questions(state)
    if not 0 < number <= len(sections):
        return None
    return _numbered(sections[number - 1].questions, state, lang)


def found_page(word: str, state: State, lang: str) -> Listed | None:
    """The questions that have a word in their text or name; None when there is none."""
    wanted = word.casefold()
    found = [
        question
        for section in questions(state)
        for question in section.questions
        if any(wanted in text.casefold() for text in _texts(question, lang))
    ]
    return _numbered(found, state, lang) if found else None


def record_page(list_id: str, key: str, state: State, lang: str) -> Listed:
    """The questions about one record of a list."""
    found = [
        question
        for section in questions(state)
        for question in section.questions
        if question.record == key and question.fact.parent == list_id
    ]
    return _numbered(found, state, lang)


def label_at(path: str, state: State, lang: str) -> str:
    """A question in a few words; the path itself when it is gone."""
    spot = spot_of(path, state.book.vocabulary, state.answers)
    return path if spot is None else label_of(spot.fact, spot.key, lang)


def _numbered(found: list[Question] | tuple[Question, ...], state: State, lang: str) -> Listed:
    lines = [
        (
            f"{number}. ",
            told(
                "page.question",
                lang,
                label=label_of(question.fact, question.record, lang),
                status=say(f"status.{question.status.value}", lang),
            ),
        )
        for number, question in enumerate(found, start=1)
    ]
    lines.append(("", told("page.questions", lang)))
    return Listed(tuple(lines), tuple(question.path for question in found))


def _texts(question: Question, lang: str) -> Iterator[str]:
    fact = question.fact
    yield question.path
    yield label_of(fact, question.record, lang)
    for text in (fact.question, fact.help):
        if text is not None:
            yield text.get(lang)


def _title(section: SectionState, lang: str) -> str:
    return section.title.get(lang) if section.title else told("page.other", lang)
