"""Where counsel's view of doubtful law is recorded: which, whose, since when."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.message import Message

from compliance.wizard.app.answer_area import CHOSEN, NOT_CHOSEN, AnswerArea
from compliance.wizard.app.choices import Choices, Line
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.words import tell
from compliance.wizard.words import say


class ViewWanted(Message):
    """A view was chosen: ask whose it is."""

    def __init__(self, reading: str, view: str, label: str) -> None:
        super().__init__()
        self.reading = reading
        self.view = view
        self.label = label


class ReadingArea(AnswerArea):
    """The views there are, each with where it comes from."""

    def compose(self) -> ComposeResult:
        """One line a view."""
        yield Choices([])
        yield Prose(classes="hint")

    def fill(self) -> None:
        """Whose view stands, if one does."""
        choices = self.query_one(Choices)
        choices.put([*self._views(), *self.special_lines()])
        choices.highlighted = 0
        self.query_one(".hint", Prose).update(self._stands())

    def _stands(self) -> str:
        view = self.asked.recorded
        if view is None:
            return ""
        return tell("view.stands", self.lang, view=self.card.shown, by=view.by, day=view.on.isoformat())

    def chosen(self, line: str) -> None:
        """A view, or that nobody can say."""
        for choice in self.card.choices:
            if line == f"={choice.id}":
                self.post_message(ViewWanted(self.card.path, choice.id, choice.label))
                return
        super().chosen(line)

    def _views(self) -> Iterator[Line]:
        for choice in self.card.choices:
            source = (
                f"\n      {say('question.source', self.lang, source=choice.source)}" if choice.source else ""
            )
            mark = CHOSEN if self.card.value == choice.id else NOT_CHOSEN
            yield Line(f"={choice.id}", choice.label + source, mark)
