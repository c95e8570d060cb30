"""Records counsel's view in the plain face: which, whose, since when."""

from __future__ import annotations

from datetime import date
from typing import Final

from compliance.errors import Problem
from compliance.facts.vocabulary import Fact, Kind, Tense
from compliance.interview.events import Answer, View
from compliance.wizard.card import Card
from compliance.wizard.day_note import day_note
from compliance.wizard.plain_commands import COLONS, Command, command_in
from compliance.wizard.plain_voice import Voice
from compliance.wizard.plain_words import WORDS
from compliance.wizard.typed import understood

_DAY: Final = Fact("view.on", Kind.DATE, WORDS["reading.on.label"], tense=Tense.PLANNED)


def view_typed(found: Card, option: str, voice: Voice) -> View | Command:
    """Ask whose view it is and since when; a command with a colon in front gives up and is given back."""
    voice.say("reading.by")
    by = _typed(found, voice)
    if isinstance(by, Command):
        return by
    on = _day(found, voice)
    if isinstance(on, Command):
        return on
    voice.say("reading.note")
    note = _typed(found, voice, empty=True)
    if isinstance(note, Command):
        return note
    return View(found.path, option, by.strip(), on, note.strip())


def _day(found: Card, voice: Voice) -> date | Command:
    as_of = voice.state.as_of
    while True:
        voice.say("reading.on", day=as_of.isoformat())
        line = _typed(found, voice, empty=True)
        if isinstance(line, Command):
            return line
        if not line.strip():
            return as_of
        meant = understood(line, _DAY, _DAY.id, voice.lang)
        if isinstance(meant, Answer) and isinstance(meant.value, date):
            voice.console.put(day_note(meant.value, _DAY, as_of, None, voice.lang))
            return meant.value
        if isinstance(meant, Problem):
            voice.tell(meant)


def _typed(found: Card, voice: Voice, *, empty: bool = False) -> str | Command:
    while True:
        line = voice.console.ask()
        if isinstance(line, Problem):
            voice.tell(line)
        elif line.strip().startswith(COLONS):
            return command_in(line) or Command("")
        elif line.strip() or empty:
            return line
        else:
            voice.tell(Problem("wizard.empty", None, of(found, "", voice.lang)))


def of(found: Card, written: str, lang: str) -> dict[str, str]:
    """What a problem with a question names: the question and what was typed."""
    return {"fact": found.fact.label.get(lang), "written": written}
