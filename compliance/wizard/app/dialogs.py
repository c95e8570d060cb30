"""Small windows over the question: pages to read, lines to choose from, something to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList

from compliance.errors import Problem
from compliance.facts.vocabulary import Fact, Kind, Tense
from compliance.interview.events import Answer, View
from compliance.interview.fits import key_misfit
from compliance.wizard.app.answer_area import said_of
from compliance.wizard.app.choices import Choices, Line
from compliance.wizard.app.field import Field
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.words import tell
from compliance.wizard.typed import understood

MOST_FOUND = 50


class Page(ModalScreen[None]):
    """A text to read."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,enter,f1", "dismiss", "")]

    def __init__(self, title: str, text: str, lang: str) -> None:
        super().__init__()
        self.heading = title
        self.text = text
        self.lang = lang

    def compose(self) -> ComposeResult:
        """Title, text, how to close it."""
        with Vertical(classes="window"):
            yield Prose(self.heading, classes="title")
            with VerticalScroll(id="page"):
                yield Prose(self.text)
            yield Prose(tell("close", self.lang), classes="hint")

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#page").focus()


class Pick(ModalScreen[str | None]):
    """Lines to choose from. Gives the id of the one chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "")]

    def __init__(self, title: str, lines: Iterable[Line], lang: str, *, digits: bool = False) -> None:
        super().__init__()
        self.heading = title
        self.lines = list(lines)
        self.lang = lang
        self.digits = digits

    def compose(self) -> ComposeResult:
        """Title, lines, how to close it."""
        with Vertical(classes="window"):
            yield Prose(self.heading, classes="title")
            yield Choices(self.lines, digits=self.digits)
            yield Prose(tell("close", self.lang), classes="hint")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one(Choices).focus()
        self.query_one(Choices).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Chosen."""
        event.stop()
        self.dismiss(event.option.id)


class Find(ModalScreen[str | None]):
    """Searches lines by their words. Gives the id of the one chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "")]

    def __init__(self, title: str, lines: Sequence[tuple[str, Line]], lang: str) -> None:
        """`lines`: what is searched, in lower case, and the line that is shown for it."""
        super().__init__()
        self.heading = title
        self.lines = lines
        self.lang = lang

    def compose(self) -> ComposeResult:
        """A field and what was found."""
        with Vertical(classes="window"):
            yield Prose(self.heading, classes="title")
            yield Field(self.lang, "", tell("find.type", self.lang))
            yield Choices([], digits=False)
            yield Prose("", id="found", classes="hint")

    def on_mount(self) -> None:
        """Show everything until something is typed."""
        self.query_one(Field).focus()
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as it is typed."""
        event.stop()
        self._find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is highlighted."""
        event.stop()
        self.query_one(Choices).action_select()

    def on_key(self, event: events.Key) -> None:
        """Down and up move the highlight while the field keeps the cursor."""
        choices = self.query_one(Choices)
        if event.key in ("down", "up") and self.query_one(Field).has_focus:
            event.stop()
            choices.action_cursor_down() if event.key == "down" else choices.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Chosen."""
        event.stop()
        self.dismiss(event.option.id)

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [line for text, line in self.lines if all(word in text for word in words)]
        choices = self.query_one(Choices)
        choices.put(found[:MOST_FOUND])
        if found:
            choices.highlighted = 0
        rest = len(found) - MOST_FOUND
        said = tell("find.many", self.lang, n=rest) if rest > 0 else ""
        self.query_one("#found", Prose).update(said if found else tell("find.none", self.lang))


class Write(ModalScreen[str | None]):
    """One line to write. Gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "")]

    def __init__(self, title: str, value: str, lang: str, wrong: Callable[[str], str]) -> None:
        """`wrong`: what is wrong with a text; empty if nothing is."""
        super().__init__()
        self.heading = title
        self.value = value
        self.lang = lang
        self.wrong = wrong

    def compose(self) -> ComposeResult:
        """Title, field, what is wrong."""
        with Vertical(classes="window"):
            yield Prose(self.heading, classes="title")
            yield Field(self.lang, self.value)
            yield Prose("", id="wrong")
            yield Prose(tell("close", self.lang), classes="hint")

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Field).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it if nothing is wrong with it."""
        event.stop()
        text = event.value.strip()
        wrong = self.wrong(text)
        if wrong:
            self.query_one("#wrong", Prose).update(wrong)
        else:
            self.dismiss(text)

    def on_field_told(self, event: Field.Told) -> None:
        """Say what became of what was pasted."""
        self.query_one("#wrong", Prose).update(event.text)


class Held(NamedTuple):
    """Whose view it was last time, so that it need not be typed for each reading."""

    by: str
    on: date


class ViewForm(ModalScreen[View | None]):
    """Whose view of doubtful law it is, since when, with what note."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "")]

    def __init__(self, reading: Fact, view: str, label: str, last: Held, lang: str, note: str = "") -> None:
        super().__init__()
        self.reading = reading
        self.view = view
        self.label = label
        self.last = last
        self.lang = lang
        self.note = note

    def compose(self) -> ComposeResult:
        """Three fields and a button."""
        lang = self.lang
        with VerticalScroll(classes="window", can_focus=False):
            yield Prose(self.label, classes="title")
            yield Prose(tell("view.by", lang))
            yield Field(lang, self.last.by, id="by", leads_on=True)
            yield Prose(tell("view.on", lang))
            yield Field(lang, self.last.on.isoformat(), id="on", leads_on=True)
            yield Prose(tell("view.note", lang))
            yield Field(lang, self.note, id="note")
            yield Prose("", id="wrong")
            yield Button(tell("view.record", lang), compact=True)
            yield Prose(tell("close", lang), classes="hint")

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#by", Field).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the last field."""
        event.stop()
        self._finish()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Done."""
        event.stop()
        self._finish()

    def _finish(self) -> None:
        by = self.query_one("#by", Field).value.strip()
        note = self.query_one("#note", Field).value.strip()
        day = understood(self.query_one("#on", Field).value, _DAY, "", self.lang)
        if key_misfit(by) is not None:
            self._wrong(
                said_of(Problem("interview.reading_needs_who_when", None, self._named()), self.lang), "by"
            )
        elif not isinstance(day, Answer) or not isinstance(day.value, date):
            problem = day if isinstance(day, Problem) else None
            said = said_of(problem, self.lang) if problem else tell("view.on", self.lang)
            self._wrong(said, "on")
        elif note and key_misfit(note, 1000) is not None:
            self._wrong(
                said_of(Problem("interview.text_not_possible", None, self._named()), self.lang), "note"
            )
        else:
            self.dismiss(View(self.reading.id, self.view, by, day.value, note))

    def _named(self) -> dict[str, str]:
        return {"path": self.reading.label.get(self.lang)}

    def _wrong(self, text: str, field: str) -> None:
        self.query_one("#wrong", Prose).update(text)
        self.query_one(f"#{field}", Field).focus()


def _day_fact() -> Fact:
    from compliance.facts.vocabulary import Bilingual

    return Fact("on", Kind.DATE, Bilingual("day", "日期"), tense=Tense.PLANNED)


_DAY = _day_fact()
