"""The question being asked: its words, where it is answered, why it is asked and what stands behind it."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from compliance.facts.manifest import View
from compliance.facts.vocabulary import Kind
from compliance.interview.questions import Status
from compliance.packs.rulebook import RuleBook
from compliance.wizard.app.answer_area import AnswerArea, ChoiceArea, SetArea, TypedArea
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.reading_area import ReadingArea
from compliance.wizard.app.records_area import RecordsArea
from compliance.wizard.card import Card
from compliance.wizard.proposals import Proposal
from compliance.wizard.words import say


class QuestionPane(VerticalScroll, can_focus=False):
    """Shows one card."""

    def compose(self) -> ComposeResult:
        """The parts, in the order in which they are read."""
        yield Prose(id="heading")
        yield Prose(id="question")
        yield Prose(id="marks")
        yield Prose(id="help")
        yield Vertical(id="answers")
        yield Prose(id="trouble")
        yield Prose(id="why")
        yield Prose(id="behind")

    async def show(
        self,
        card: Card,
        book: RuleBook,
        as_of: date,
        lang: str,
        *,
        proposal: Proposal | None = None,
        recorded: View | None = None,
        proposal_note: str = "",
    ) -> None:
        """Show a card with the place where it is answered, which gets the focus."""
        self._put("heading", card.heading)
        self._put("question", card.text)
        self._put("marks", "\n".join([*_marks(card, lang), *([proposal_note] if proposal_note else [])]))
        self._put("help", card.help)
        self._put("trouble", "")
        self._put("why", "\n".join([say("question.why", lang), *(f"• {line}" for line in card.why)]))
        behind = [say("question.article", lang), *(f"• {line}" for line in card.articles)]
        self._put("behind", "\n".join(behind) if card.articles else "")
        area = _area(card, book, as_of, lang, proposal, recorded)
        answers = self.query_one("#answers", Vertical)
        async with self.batch():
            await answers.remove_children()
            await answers.mount(area)
        area.take_focus()
        self.scroll_home(animate=False)
        self.call_after_refresh(self._bring_into_view, area)

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


def _area(
    card: Card,
    book: RuleBook,
    as_of: date,
    lang: str,
    proposal: Proposal | None,
    recorded: View | None,
) -> AnswerArea:
    match card.fact.kind:
        case Kind.BOOLEAN | Kind.CHOICE:
            return ChoiceArea(card, book, as_of, lang, proposal)
        case Kind.CHOICES:
            return SetArea(card, book, as_of, lang, proposal)
        case Kind.RECORDS:
            return RecordsArea(card, book, as_of, lang, proposal)
        case Kind.READING:
            return ReadingArea(card, book, as_of, lang, recorded)
        case _:
            return TypedArea(card, book, as_of, lang, proposal)
