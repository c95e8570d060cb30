"""Where a list is answered: its entries, further ones, and whether that is all."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from compliance.conditions.sentence import value_text
from compliance.facts.values import Record, Records
from compliance.interview.events import AddRecord, ListComplete, ListOpen, NotKnown, Skip
from compliance.wizard.app.answer_area import FieldArea
from compliance.wizard.app.choices import Choices, Line
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.words import tell
from compliance.wizard.words import say


class RecordWanted(Message):
    """An entry was chosen: show what can be done with it."""

    def __init__(self, list_id: str, key: str) -> None:
        super().__init__()
        self.list_id = list_id
        self.key = key


class RecordsArea(FieldArea):
    """A list of entries as a small table."""

    def compose(self) -> ComposeResult:
        """A field for a further entry, the entries, and what ends the list."""
        yield from super().compose()
        yield Prose(classes="hint")

    def fill(self) -> None:
        """The line that ends the list is the one that is wanted next."""
        self.put_field("", tell("records.add", self.lang))
        choices = self.query_one(Choices)
        choices.put([*self._entries(), *self._ends()])
        choices.choose("all")
        self.query_one(".hint", Prose).update(self._state())

    @property
    def listed(self) -> Records:
        """The entries so far."""
        value = self.card.value
        return value if isinstance(value, Records) else Records((), complete=False)

    def chosen(self, line: str) -> None:
        """An entry, or what ends the list."""
        if line.startswith("="):
            self.post_message(RecordWanted(self.card.path, line[1:]))
        else:
            super().chosen(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A further entry; Enter in an empty field goes to the lines below."""
        event.stop()
        if self.spent:
            return
        name = event.value.strip()
        if not name:
            self.query_one(Choices).focus()
            return
        self.reply(AddRecord(self.card.path, name))

    def _entries(self) -> Iterator[Line]:
        for entry in self.listed.entries:
            yield Line(f"={entry.key}", self._row(entry))

    def _row(self, entry: Record) -> str:
        said = [
            value_text(entry.fields[field.id], field, self.lang)
            for field in self.card.fact.fields
            if field.name != self.card.fact.key and field.id in entry.fields
        ]
        return " │ ".join([entry.key, *said])

    def _ends(self) -> Iterator[Line]:
        path, listed = self.card.path, self.listed
        if listed.entries:
            yield self.line("all", say("that_is_all", self.lang), ListComplete(path), self._is_complete())
            yield self.line("more", say("there_are_more", self.lang), ListOpen(path), not self._is_complete())
        elif not self.card.fact.at_least_one:
            yield self.line("all", tell("records.empty", self.lang), ListComplete(path), self._is_complete())
        yield self.line("not_known", say("not_known", self.lang), NotKnown(path), False)
        yield self.line("later", say("later", self.lang), Skip(path), False)

    def _is_complete(self) -> bool:
        return isinstance(self.card.value, Records) and self.card.value.complete

    def _state(self) -> str:
        if not self.listed.entries:
            return ""
        return tell("records.how", self.lang)
