"""The question being asked: its words, where it is answered, why it is asked and what stands behind it."""

from __future__ import annotations

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


class QuestionPane(VerticalScroll, can_focus=False):
    """Shows one card."""

    def compose(self) -> ComposeResult:
        """The parts, in the order in which they are read."""
        yield Prose(id="heading")
        yield Prose(id="question")
        yield Prose(id="marks")
        yield Prose(id="help")
        yield Prose(id="trouble")
        yield Prose(id="why")
        yield Prose(id="behind")

    async def show(self, asked: Asked, proposal_note: str = "") -> None:
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
        area = await self._area(asked)
        area.take_focus()
        self.scroll_home(animate=False)
        self.call_after_refresh(self._drawn, area)

    async def _area(self, asked: Asked) -> AnswerArea:
        """The place where it is answered: the one that is there, if it is of that kind."""
        kind = _kind_of_area(asked.card.fact.kind)
        former = list(self.query(AnswerArea))
        if former and type(former[0]) is kind:
            former[0].take(asked)
            former[0].fill()
            return former[0]
        area = kind(asked)
        async with self.batch():
            await self.mount(area, before="#trouble")
            area.take_focus()
            await self.remove_children(former)
        return area

    def _drawn(self, area: AnswerArea) -> None:
        area.drawn()
        self._bring_into_view(area)

    def _bring_into_view(self, area: AnswerArea) -> None:
        """From the top where all of the answers is to be seen so, else with the answers in view."""
        if area.is_attached and area.virtual_region.bottom > self.size.height:
            self.scroll_to_widget(area, animate=False)

    def trouble(self, text: str) -> None:
        """Say what is wrong with an answer, or nothing any more."""
        area = self.query(AnswerArea).first()
        area.spent = False
        if not area.trouble(text):
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
