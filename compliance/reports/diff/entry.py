"""What is said of one change, and the phrases that all of it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from compliance.reports.diff.model import Comparison, State
from compliance.reports.words import say

MOST_NAMED: Final = 5
"""How many facts or rules a line names, unless all are asked for; the JSON form has all."""
MOST_ENTRIES: Final = 20
"""How many changes are told together, unless all are asked for. What got worse is never cut."""


class Entry(NamedTuple):
    """One change.

    Args:
        ids: what machines call it and where it stands; empty where the title says it.
        lines: what is to be said of it.
        standing: how it stands now, for the mark before it.
    """

    title: str
    ids: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    standing: str = "item"


class Section(NamedTuple):
    """Changes that are told together. `more`: how many others there are, in words; empty where there are none."""

    heading: str
    entries: tuple[Entry, ...]
    more: str = ""


class Way(NamedTuple):
    """How it is told: in which language, and whether in full."""

    lang: str
    full: bool = False

    def capped(self, named: Sequence[str], most: int = MOST_NAMED) -> str:
        """A list in a line, the first few unless all are asked for."""
        shown = named if self.full else named[:most]
        said = say("list.and", self.lang).join(shown)
        if len(named) == len(shown):
            return said
        return say("diff.and_more", self.lang, said=said, n=len(named) - len(shown))

    def section(
        self, key: str, entries: Sequence[Entry], *, cut: bool = True, number: int | None = None
    ) -> Iterable[Section]:
        """A section; none where there is nothing to tell.

        Args:
            number: how many changes there are, where one entry tells of several.
        """
        if not entries:
            return
        shown = entries[:MOST_ENTRIES] if cut and not self.full else entries
        rest = len(entries) - len(shown)
        more = say("diff.more", self.lang, n=rest) if rest else ""
        yield Section(say(key, self.lang, n=len(entries) if number is None else number), tuple(shown), more)

    def facts(self, paths: Sequence[str], found: Comparison) -> str:
        """Facts by label and path."""
        labels = [found.labels.get(path) for path in paths]
        named = [
            f"{label.get(self.lang)} [{path}]" if label else path
            for label, path in zip(labels, paths, strict=True)
        ]
        return self.capped(named)


def move(old: str, new: str, lang: str) -> str:
    """From what to what; once where both are the same."""
    return new if old == new else say("diff.move", lang, old=old, new=new)


def labelled(key: str, text: str, lang: str) -> str:
    """A text with a label in front."""
    return say("label", lang, label=say(key, lang), text=text)


def state_text(state: State, lang: str) -> str:
    """How a rule or a record stands, in a few words."""
    if state.waived is not None:
        return say("diff.waived", lang, day=state.waived)
    if state.standing == "pending" and state.due:
        return say("diff.due", lang, day=state.due)
    if state.standing == "past":
        return say("outcome.past", lang)
    return say(f"outcome.{state.outcome if state.standing == 'holds' else state.standing}", lang)
