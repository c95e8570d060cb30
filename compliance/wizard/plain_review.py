"""The review in the plain face: every answer, what nobody knew, what is undecided, the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from compliance.assessment.model import Standing
from compliance.conditions.sentence import label_of, value_text
from compliance.facts.values import Records
from compliance.interview.order import in_order
from compliance.interview.questions import Question, Status, questions
from compliance.interview.relevance import deciding_scope, open_paths, relevant
from compliance.interview.state import State
from compliance.reports.verdict_line import verdict_line
from compliance.reports.words import say as report_say
from compliance.wizard.plain_pages import Listed, label_at
from compliance.wizard.plain_words import told
from compliance.wizard.words import say

MOST_TITLES: Final = 3
MOST_FACTS: Final = 4
MOST_OPEN: Final = 12
"""How much is listed of what is open: a review that comes early must not be read for an hour."""


def review_page(state: State, lang: str) -> Listed:
    """All lines of the review, and the paths of those that have a number."""
    page = _Review(state, lang)
    page.answers()
    page.parked()
    page.open()
    page.undecided()
    page.plain(told("review.verdict", lang, line=verdict_line(state.assessment, lang)))
    page.plain(told("review.how", lang))
    return Listed(tuple(page.lines), tuple(page.paths))


def parked_now(state: State) -> list[str]:
    """What nobody knew and still decides something, in the order of the sections."""
    still = relevant(state.assessment)
    return in_order((path for path in state.parked if path in still), state)


class _Review:
    def __init__(self, state: State, lang: str) -> None:
        self.state = state
        self.lang = lang
        self.lines: list[tuple[str, str]] = []
        self.paths: list[str] = []

    def plain(self, text: str) -> None:
        self.lines.append(("", text))

    def answers(self) -> None:
        self.plain(told("review.title", self.lang))
        before = len(self.paths)
        for section in questions(self.state):
            answered = [question for question in section.questions if question.value is not None]
            if answered:
                self.plain(section.title.get(self.lang) if section.title else told("page.other", self.lang))
            for question in answered:
                self._number(question.path, self._answer(question))
        if len(self.paths) == before:
            self.plain(told("review.nothing", self.lang))

    def parked(self) -> None:
        paths = in_order(self.state.parked, self.state)
        if paths:
            self.plain(told("review.parked", self.lang, n=len(paths)))
        for path in paths:
            self._number(path, self._decides(path))

    def open(self) -> None:
        paths = in_order(open_paths(self.state), self.state)
        if paths:
            self.plain(told("review.open", self.lang, n=len(paths)))
        for path in paths[:MOST_OPEN]:
            self._number(path, label_at(path, self.state, self.lang))
        self._more(len(paths) - MOST_OPEN)

    def undecided(self) -> None:
        found = self.state.assessment.standing(Standing.UNDECIDED, binding=True)
        if found:
            self.plain(told("review.undecided", self.lang, n=len(found)))
        for finding in found[:MOST_OPEN]:
            facts = self._deciding(finding.hangs_on)
            title = finding.rule.title.get(self.lang)
            self.lines.append(("- ", told("review.undecided.one", self.lang, title=title, facts=facts)))
        self._more(len(found) - MOST_OPEN)

    def _deciding(self, paths: tuple[str, ...]) -> str:
        """The questions that decide a rule, those first that decide little else."""
        still = relevant(self.state.assessment)
        paths = tuple(sorted(paths, key=lambda path: len(still.get(path, ()))))
        said = [label_at(path, self.state, self.lang) for path in paths[:MOST_FACTS]]
        if len(paths) > MOST_FACTS:
            said.append(say("question.more", self.lang, n=len(paths) - MOST_FACTS))
        return self._joined(said)

    def _more(self, number: int) -> None:
        if number > 0:
            self.lines.append(("  ", say("question.more", self.lang, n=number)))

    def _number(self, path: str, text: str) -> None:
        self.paths.append(path)
        self.lines.append((f"{len(self.paths)}. ", text))

    def _answer(self, question: Question) -> str:
        lang = self.lang
        value = value_text(question.value, question.fact, lang)
        if isinstance(question.value, Records):
            value = report_say("list.comma", lang).join(
                [value, told("list.all" if question.value.complete else "list.more", lang)]
            )
        label = label_of(question.fact, question.record, lang)
        said = told("review.line", lang, label=label, value=value)
        if question.status is not Status.MOOT:
            return said
        return told("page.question", lang, label=said, status=told("review.moot", lang))

    def _decides(self, path: str) -> str:
        label = label_at(path, self.state, self.lang)
        rules = relevant(self.state.assessment).get(path)
        packs = deciding_scope(self.state.assessment).get(path, [])
        if packs:
            titles = self._joined(pack.title.get(self.lang) for pack in packs)
            return told("review.parked.scope", self.lang, label=label, titles=titles)
        if not rules:
            return told("review.parked.idle", self.lang, label=label)
        shown = [rule.title.get(self.lang) for rule in rules[:MOST_TITLES]]
        more = ["…"] if len(rules) > MOST_TITLES else []
        return told(
            "review.parked.one", self.lang, label=label, n=len(rules), titles=self._joined([*shown, *more])
        )

    def _joined(self, texts: Iterable[str]) -> str:
        return report_say("list.semicolon", self.lang).join(texts)
