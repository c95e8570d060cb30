"""The question being asked: its words, where it is answered, why it is asked and what stands behind it."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from compliance.facts.vocabulary import Kind
from compliance.interview.questions import Status
from compliance.wizard.app.answer_area import AnswerArea, Asked, ChoiceArea, SetArea, TypedArea
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.reading_area import ReadingArea
from compliance.wizard.app.records_area import RecordsArea
from compliance.wizard.card import Card
from compliance.wizard.words import say

AREAS: Final = (ChoiceArea, SetArea, TypedArea, RecordsArea, ReadingArea)


class QuestionPane(VerticalScroll, can_focus=False):
    """Shows one card. `area` is where it is answered; those of the other kinds wait hidden."""

    area: AnswerArea

    def compose(self) -> ComposeResult:
        """The parts, in the order in which they are read."""
        yield Prose(id="heading")
        yield Prose(id="question")
        yield Prose(id="marks")
        yield Prose(id="help")
        for kind in AREAS:
            area = kind()
            area.display = False
            yield area
        yield Prose(id="trouble")
        yield Prose(id="why")
        yield Prose(id="behind")

    def show(self, asked: Asked, proposal_note: str = "") -> None:
        """Show a question with the place where it is answered, which gets the focus."""
        card, lang = asked.card, asked.lang
        self._put("heading", card.heading)
        self._put("question", card.text)
        self._put("marks", "\n".join([*_marks(card, lang), *([proposal_note] if proposal_note else [])]))
        self._put("help", card.help)
        self._put("trouble", "")
        self._put("why", "\n".join([say("question.why", lang), *(f"• {line}" for line in card.why)]))
        behind = [say("question.article", lang), *(f"• {line}" for line in card.articles)]
        self._put("behind", "\n".join(behind) if card.articles else "")
        area = self._exchange(_kind_of_area(card.fact.kind))
        area.take(asked)
        area.take_focus()
        self.scroll_home(animate=False)
        self.call_after_refresh(self._drawn, area)

    def _exchange(self, kind: type[AnswerArea]) -> AnswerArea:
        """Show the area of a kind, and that one alone."""
        for area in self.query(AnswerArea):
            area.display = type(area) is kind
        self.area = self.query_one(kind)
        return self.area

    def _drawn(self, area: AnswerArea) -> None:
        area.drawn()
        self._bring_into_view(area)

    def _bring_into_view(self, area: AnswerArea) -> None:
        """From the top where all of the answers is to be seen so, else with the answers in view."""
        if area.is_attached and area.virtual_region.bottom > self.size.height:
            self.scroll_to_widget(area, animate=False)

    def trouble(self, text: str) -> None:
        """Say what is wrong with an answer, or nothing any more."""
        self.area.spent = False
        if not self.area.trouble(text):
            self._put("trouble", text)

    def _put(self, id: str, text: str) -> None:
        part = self.query_one(f"#{id}", Prose)
        part.update(text)
        part.display = bool(text)


def _marks(card: Card, lang: str) -> list[str]:
    """What is special about the question."""
    said = []
    if card.for_counsel:
        said.append(f"§ {say('question.for_counsel', lang)}")
    if card.fact.sensitive:
        said.append(f"# {say('question.sensitive', lang)}")
    if card.value is not None and card.fact.kind is not Kind.RECORDS:
        said.append(say("question.answer", lang, value=card.shown))
    if card.status is Status.MOOT:
        said.append(f"~ {say('status.moot', lang)}")
    return said


def _kind_of_area(kind: Kind) -> type[AnswerArea]:
    match kind:
        case Kind.BOOLEAN | Kind.CHOICE:
            return ChoiceArea
        case Kind.CHOICES:
            return SetArea
        case Kind.RECORDS:
            return RecordsArea
        case Kind.READING:
            return ReadingArea
        case _:
            return TypedArea
