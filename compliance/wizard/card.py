"""The question that is being asked, in one language, as every face shows it."""

from __future__ import annotations

from typing import Final

from compliance.conditions.sentence import label_of, record_of, value_text
from compliance.errors import Problem
from compliance.facts.values import Value
from compliance.facts.vocabulary import Fact, Kind, Vocabulary
from compliance.frozen import changed, frozen
from compliance.interview.questions import Progress, Status, asked, progress
from compliance.interview.state import State
from compliance.packs.rulebook import Rule
from compliance.reports.citation import citation_text
from compliance.reports.words import say as report_say
from compliance.wizard.words import say

MOST_RULES: Final = 3
MOST_ARTICLES: Final = 3


@frozen
class Choice:
    """One option: its id, its words and, of a reading, where the view comes from."""

    id: str
    label: str
    source: str | None = None


@frozen
class Card:
    """What a face shows of a question.

    Args:
        heading: the section; of a field of a record also the list and the record.
        why: what hangs on the answer, the weightiest first, at most `MOST_RULES` requirements.
        articles: the provisions behind it, at most `MOST_ARTICLES`.
        rules: all the rules that hang on it.
        value: the answer that is there, or None. `shown` is it in words, sensitive ones hidden.
    """

    path: str
    fact: Fact
    record: str | None
    heading: str
    text: str
    help: str
    why: tuple[str, ...]
    articles: tuple[str, ...]
    rules: tuple[Rule, ...]
    choices: tuple[Choice, ...]
    for_counsel: bool
    status: Status
    value: Value | None
    shown: str


def card(state: State, lang: str) -> Card | None:
    """The question being asked; None in the review."""
    found = asked(state)
    if found is None:
        return None
    question = found.question
    instruments = state.book.instruments
    articles = [citation_text(one, instruments, lang) for one in found.articles]
    return Card(
        path=question.path,
        fact=question.fact,
        record=question.record,
        heading=_heading(question.fact, question.record, state, lang),
        text=spoken(found.text.get(lang), question.fact, lang),
        help=spoken(found.help.get(lang), question.fact, lang) if found.help else "",
        why=tuple(_why(found.rules, [pack.title.get(lang) for pack in found.packs], lang)),
        articles=tuple(_most(articles, MOST_ARTICLES, lang)),
        rules=found.rules,
        choices=tuple(
            Choice(option.id, option.label.get(lang), option.source.get(lang) if option.source else None)
            for option in found.options
        ),
        for_counsel=found.for_counsel,
        status=question.status,
        value=question.value,
        shown=value_text(question.value, question.fact, lang),
    )


_SPOKEN: Final = {
    "none": "none",
    "not yet": "not_yet",
    "unknown": "not_known",
    "[]": "none_of_these",
    "held": "held",
}


def spoken(text: str, fact: Fact, lang: str) -> str:
    """A text of a fact with the words of the file format, `none`, `not yet`, as its answers are called for people."""
    for word, key in _SPOKEN.items():
        # An empty list is no choice among options.
        said = say("none" if word == "[]" and fact.kind is Kind.RECORDS else key, lang)
        text = text.replace(f"`{word}`", f"“{said}”")
    return text


def section_title(fact_id: str, state: State, lang: str) -> str:
    """The title of the section that a fact or list is asked in; empty for one of no section."""
    for section in state.book.sections:
        if fact_id in section.facts:
            return section.title.get(lang)
    return ""


def standing_parts(state: State, lang: str, *, room: bool = True) -> tuple[str, ...]:
    """How the interview stands: verdict, what can still become of it, how many questions can still matter.

    Args:
        room: whether there is room to say how many of them the verdict hangs on, too.
    """
    now: Progress = progress(state)
    said = [report_say(f"verdict.{now.verdict.value}", lang)]
    said.append(say("standing.final", lang) if now.final else report_say(f"could.{now.worst.value}", lang))
    if not now.matter:
        said.append(say("standing.none_matter", lang))
    elif room and now.binding != now.matter:
        said.append(say("standing.matter_binding", lang, n=now.matter, m=now.binding))
    else:
        said.append(say("standing.matter", lang, n=now.matter))
    if now.parked:
        said.append(say("standing.parked", lang, n=now.parked))
    return tuple(said)


def _heading(fact: Fact, record: str | None, state: State, lang: str) -> str:
    title = section_title(fact.parent or fact.id, state, lang)
    if record is None or fact.parent is None:
        return title
    of = state.book.vocabulary[fact.parent].label.get(lang)
    return " › ".join(part for part in (title, say("question.entry", lang, list=of, record=record)) if part)


def _why(rules: tuple[Rule, ...], packs: list[str], lang: str) -> list[str]:
    said = []
    if packs:
        said.append(say("question.scope", lang, packs=report_say("list.and", lang).join(packs)))
    titles = [rule.title.get(lang) for rule in rules]
    if titles:
        said.append(say("question.hangs", lang, n=len(titles)))
        said += _most(titles, MOST_RULES, lang)
    return said or [say("question.nothing_hangs", lang)]


def _most(said: list[str], most: int, lang: str) -> list[str]:
    if len(said) <= most:
        return said
    return [*said[:most], say("question.more", lang, n=len(said) - most)]


def takes_typing(fact: Fact) -> bool:
    """Whether the answer is typed rather than chosen."""
    return fact.kind in (Kind.TEXT, Kind.NUMBER, Kind.QUANTITY, Kind.DATE)


def named(problem: Problem, vocabulary: Vocabulary, lang: str) -> Problem:
    """A problem that calls a question by its label rather than by its path."""
    path = problem.details.get("path", "")
    fact = vocabulary.get(path if "[" not in path else path[: path.index("[")] + path[path.rindex("]") + 1 :])
    if fact is None:
        return problem
    return changed(problem, details={**problem.details, "path": label_of(fact, record_of(path), lang)})
