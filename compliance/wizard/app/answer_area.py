"""Where a question is answered: by choosing, marking or typing, as its kind wants it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, OptionList

from compliance.conditions.sentence import value_text
from compliance.errors import Problem
from compliance.errors.render import sentence
from compliance.facts.identifiers import Identifier
from compliance.facts.manifest import View
from compliance.facts.values import HELD, NONE, Quantity, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.interview.events import Answer, Event, NotKnown, Skip
from compliance.packs.rulebook import RuleBook
from compliance.reports.text.layout import capital
from compliance.wizard.app.choices import Choices, Line
from compliance.wizard.app.field import Field
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.words import tell
from compliance.wizard.card import Card
from compliance.wizard.day_note import calendar_of, day_note, limit_notes
from compliance.wizard.proposals import Proposal
from compliance.wizard.typed import understood
from compliance.wizard.words import say

CHOSEN, NOT_CHOSEN = "(•) ", "( ) "
MARKED, NOT_MARKED = "[x] ", "[ ] "
_CONFIRM: Final = "confirm"


class Reply(Message):
    """An event for the interview."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class Trouble(Message):
    """Something that a person typed and that cannot be taken as it is."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class Asked(NamedTuple):
    """A question and what there is to know where it is answered."""

    card: Card
    book: RuleBook
    as_of: date
    lang: str
    proposal: Proposal | None = None
    recorded: View | None = None


class AnswerArea(Vertical):
    """The answers to one question. What is chosen is posted as a `Reply`.

    All questions of a kind share an area, for building another takes longer than finding the answer.
    `events` has, for the lines of the list that answer at once, what each says. `spent` from the answer until the
    next question has been drawn: what is pressed meanwhile answers neither.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """Without the second layout that Textual does after a size changed."""

    asked: Asked
    card: Card
    lang: str

    def __init__(self) -> None:
        super().__init__()
        self.events: dict[str, Event] = {}
        self.spent = True

    def take(self, asked: Asked) -> None:
        """Be about a question."""
        self.asked, self.card, self.lang = asked, asked.card, asked.lang
        self.events = {}
        self.spent = True
        self.fill()

    def fill(self) -> None:
        """Show the question that was taken."""
        raise NotImplementedError

    def drawn(self) -> None:
        """The question can be seen, so it can be answered."""
        self.spent = False

    def reply(self, event: Event) -> None:
        """Answer, once."""
        if not self.spent:
            self.spent = True
            self.post_message(Reply(event))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was chosen."""
        event.stop()
        if not self.spent:
            self.chosen(event.option.id or "")

    def chosen(self, line: str) -> None:
        """Say what a line stands for."""
        if line in self.events:
            self.reply(self.events[line])

    def trouble(self, text: str) -> bool:
        """Say what is wrong with what was typed, right under it; False where nothing is typed."""
        return False

    def take_focus(self) -> None:
        """Let the person answer at once."""
        self.screen.set_focus(self.query(Choices).first(), scroll_visible=False)

    def special_lines(self) -> Iterator[Line]:
        """The answers every question of its kind has beside its values."""
        card, lang = self.card, self.lang
        if card.fact.can_be_none:
            key = "not_yet" if card.fact.kind is Kind.DATE else "none"
            yield self.line("none", say(key, lang), Answer(card.path, NONE), card.value is NONE)
        if card.fact.sensitive:
            yield self.line("held", say("held", lang), Answer(card.path, HELD), card.value is HELD)
        yield self.line("not_known", say("not_known", lang), NotKnown(card.path), False)
        yield self.line("later", say("later", lang), Skip(card.path), False)

    def proposal_lines(self) -> Iterator[Line]:
        """What the project's files suggest, for a person to confirm."""
        proposal = self.asked.proposal
        if proposal is None:
            return
        said = value_text(proposal.value, self.card.fact, self.lang)
        event = Answer(self.card.path, proposal.value)
        yield self.line("proposal", tell("proposal.accept", self.lang, value=said), event, False)

    def line(self, id: str, text: str, event: Event, chosen: bool) -> Line:
        """A line that answers at once."""
        self.events[id] = event
        return Line(id, text, CHOSEN if chosen else NOT_CHOSEN)


class ChoiceArea(AnswerArea):
    """Yes or no, or one of several."""

    def compose(self) -> ComposeResult:
        """One line an answer."""
        yield Choices([])

    def fill(self) -> None:
        """Start at the answer that is there."""
        choices = self.query_one(Choices)
        choices.put([*self.proposal_lines(), *self._values(), *self.special_lines()])
        marked = [line.id for line in choices.lines if line.mark == CHOSEN]
        choices.choose(marked[0] if marked else choices.lines[0].id)

    def _values(self) -> Iterator[Line]:
        card = self.card
        if card.fact.kind is Kind.BOOLEAN:
            for key, value in (("yes", True), ("no", False)):
                yield self.line(key, say(key, self.lang), Answer(card.path, value), card.value is value)
        for choice in card.choices:
            event = Answer(card.path, choice.id)
            yield self.line(f"={choice.id}", choice.label, event, card.value == choice.id)


class SetArea(AnswerArea):
    """Several of several."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[str] = set()

    def compose(self) -> ComposeResult:
        """One line an option, then what ends the marking."""
        yield Choices([])
        yield Prose(classes="hint")

    def fill(self) -> None:
        """Start from what is marked, at the first option."""
        value = self.card.value
        self.marked = set(value) if isinstance(value, frozenset) else set()
        choices = self.query_one(Choices)
        choices.put(self._lines())
        choices.highlighted = 0
        self.query_one(".hint", Prose).update(tell("choices.how", self.lang))

    def _lines(self) -> list[Line]:
        lines = [
            Line(f"={one.id}", one.label, MARKED if one.id in self.marked else NOT_MARKED)
            for one in self.card.choices
        ]
        if self.marked:
            lines.append(Line(_CONFIRM, tell("choices.done", self.lang), "    "))
        elif not self.card.fact.at_least_one:
            lines.append(Line(_CONFIRM, say("none_of_these", self.lang), "    "))
        specials = [*self.proposal_lines(), *self.special_lines()]
        return lines + [line._replace(mark="    ") for line in specials]

    def chosen(self, line: str) -> None:
        """Mark, unmark, or confirm."""
        if line.startswith("="):
            self.marked ^= {line[1:]}
            self.query_one(Choices).put(self._lines())
        elif line == _CONFIRM:
            self.reply(Answer(self.card.path, frozenset(self.marked)))
        else:
            super().chosen(line)

    def key_space(self) -> None:
        """Mark or unmark the line that is highlighted."""
        choices = self.query_one(Choices)
        if self.spent:
            return
        if choices.highlighted is not None and choices.lines[choices.highlighted].id.startswith("="):
            self.chosen(choices.lines[choices.highlighted].id)


class FieldArea(AnswerArea):
    """Where something is typed: a field `answer`, a `note` under it, choices below."""

    def compose(self) -> ComposeResult:
        """A field, what there is to know about what stands in it, and the other answers."""
        yield Field(id="answer")
        yield Prose(id="note")
        yield Choices([])

    def put_field(self, value: str, placeholder: str) -> None:
        """Begin to type."""
        field = self.query_one(Field)
        field.lang, field.placeholder, field.value = self.lang, placeholder, value
        field.cursor_position = len(value)
        self.note("")

    def take_focus(self) -> None:
        """The cursor in the field."""
        self.screen.set_focus(self.query_one(Field), scroll_visible=False)

    def note(self, text: str, *, wrong: bool = False) -> None:
        """What there is to know about what stands in the field."""
        note = self.query_one("#note", Prose)
        note.set_class(wrong, "wrong")
        note.update(text)

    def trouble(self, text: str) -> bool:
        """Say what is wrong with what was typed."""
        self.note(text, wrong=True)
        return True

    def on_field_told(self, event: Field.Told) -> None:
        """Say what became of what was pasted."""
        event.stop()
        self.note(event.text, wrong=True)

    def on_key(self, event: events.Key) -> None:
        """Down leaves the field for the list, Up comes back."""
        field, choices = self.query_one(Field), self.query_one(Choices)
        if event.key == "down" and field.has_focus:
            event.stop()
            choices.focus()
            choices.highlighted = 0
        elif event.key == "up" and choices.has_focus and not choices.highlighted:
            event.stop()
            field.focus()


class TypedArea(FieldArea):
    """A text, number, amount or date."""

    def fill(self) -> None:
        """The answer that is there, to be typed over."""
        self.put_field(as_typed(self.card), self._placeholder())
        self.query_one(Choices).put([*self.proposal_lines(), *self.special_lines()])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what there is to know about what was typed so far."""
        event.stop()
        self.note(self._note(self.query_one(Field).value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, or say what is wrong with it."""
        event.stop()
        if self.spent:
            return
        found = understood(event.value, self.card.fact, self.card.path, self.lang)
        if isinstance(found, Problem):
            self.post_message(Trouble(found))
        else:
            self.reply(found)

    def _note(self, text: str) -> str:
        if not text.strip():
            return ""
        found = understood(text, self.card.fact, self.card.path, self.lang)
        if isinstance(found, Problem):
            return said_of(found, self.lang) if self._scheme() else ""
        value = getattr(found, "value", None)
        if isinstance(value, date):
            book, as_of = self.asked.book, self.asked.as_of
            note = day_note(value, self.card.fact, as_of, calendar_of(book), self.lang)
            limits = limit_notes(value, self.card.fact, self.card.rules, book, self.lang)
            return "\n".join([f"{value.isoformat()}  {note}", *limits])
        scheme = self._scheme()
        return scheme_note(value, scheme, self.lang) if scheme is not None and value is not None else ""

    def _scheme(self) -> Identifier | None:
        named = self.card.fact.identifier
        return self.asked.book.identifiers.get(named) if named else None

    def _placeholder(self) -> str:
        fact, lang = self.card.fact, self.lang
        if fact.sensitive and self.card.value is not None:
            return tell("type.sensitive", lang)
        match fact.kind:
            case Kind.DATE:
                return tell("type.date", lang, day=self.asked.as_of.isoformat())
            case Kind.NUMBER:
                return tell("type.number", lang)
            case Kind.QUANTITY:
                return tell("type.quantity", lang, sample=_sample(fact, lang))
            case _:
                return tell("type.text", lang)


def as_typed(card: Card) -> str:
    """The answer that is there as it would be typed. A sensitive one is not put back on the screen."""
    value = card.value
    if value is None or value is NONE or value is HELD or card.fact.sensitive:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def scheme_note(value: Value, scheme: Identifier, lang: str) -> str:
    """Whether a text has the form that an identifier has."""
    title = scheme.title.get(lang)
    if isinstance(value, str) and scheme.is_valid(value):
        return say("identifier.right", lang, title=title)
    if not scheme.valid_examples:
        return say("identifier.wrong.bare", lang, title=title)
    return say("identifier.wrong", lang, title=title, sample=scheme.valid_examples[0])


def said_of(problem: Problem, lang: str) -> str:
    """What is wrong and what to type instead."""
    said = sentence(problem, lang)
    message = capital(said.message)
    return f"{message}\n→ {capital(said.hint)}" if said.hint else message


def _sample(fact: Fact, lang: str) -> str:
    from compliance.conditions.sentence import quantity_text

    return quantity_text(Quantity(6, fact.units[0]), lang) if fact.units else "6"
