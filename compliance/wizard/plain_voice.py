"""What the plain face says: words and problems in the language of the moment, what was saved, numbered pages."""

from __future__ import annotations

from datetime import date

from compliance.conditions.sentence import label_of, value_text
from compliance.errors import ComplianceError, Problem
from compliance.errors.render import sentence
from compliance.facts.values import Value
from compliance.facts.vocabulary import Fact
from compliance.interview.events import Answer, Event, NotKnown
from compliance.interview.state import State
from compliance.reports.words import say as report_say
from compliance.wizard.card import Card
from compliance.wizard.day_note import calendar_of, day_note
from compliance.wizard.plain_io import Console
from compliance.wizard.plain_pages import Listed
from compliance.wizard.plain_words import told
from compliance.wizard.session import Session
from compliance.wizard.typed import doubt
from compliance.wizard.words import say


class Voice:
    """Speaks about a session.

    Attributes:
        lang: the language of the moment.
        numbered: the paths that the numbers of the page shown last mean.
    """

    def __init__(self, session: Session, console: Console) -> None:
        self.session = session
        self.console = console
        self.lang = session.setting.lang
        self.numbered: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """Where the interview stands."""
        return self.session.state

    def say(self, key: str, **slots: object) -> None:
        """Say one of the plain face's own sentences."""
        self.console.put(told(key, self.lang, **slots))

    def tell(self, problem: Problem) -> None:
        """Say what is wrong and what to type instead."""
        said = sentence(problem, self.lang)
        place = f"{problem.location}: " if problem.location else ""
        self.console.put(f"{place}{said.message}", mark="! ")
        if said.hint:
            self.console.put(said.hint, indent=2)

    def tell_notices(self) -> None:
        """Say what the session has to tell, once."""
        notices, self.session.notices = self.session.notices, []
        for problem in notices:
            self.tell(problem)

    def put_page(self, page: Listed) -> None:
        """Show a page; its numbers can be used until the next one."""
        for mark, text in page.lines:
            self.console.put(text, indent=2 if mark else 0, mark=mark)
        if page.paths:
            self.numbered = page.paths

    def send(self, event: Event) -> bool:
        """Let something happen; what is wrong with it is told. Returns whether it stands."""
        try:
            self.session.send(event)
        except ComplianceError as error:
            for problem in error.problems:
                self.tell(problem)
            return False
        # Somebody else's answer stands then; the notice says so.
        return all(problem.code != "wizard.theirs" for problem in self.session.notices)

    def acknowledge(self, event: Answer | NotKnown, found: Card) -> None:
        """Say what was noted; of a day and a number with a form of its own also what there is to know about it."""
        if isinstance(event, NotKnown):
            self.done(found, told("done.not_known", self.lang))
            return
        said = [value_text(event.value, found.fact, self.lang)]
        said += self._day(event.value, found.fact) + self._form(event.value, found.fact)
        self.done(found, report_say("list.semicolon", self.lang).join(said))

    def done(self, found: Card, value: str) -> None:
        """Say that something was noted, and whether it is saved."""
        key = "done.kept" if self.session.unsaved else "done.saved"
        self.say(key, label=label_of(found.fact, found.record, self.lang), value=value)

    def _day(self, value: Value, fact: Fact) -> list[str]:
        if not isinstance(value, date):
            return []
        return [day_note(value, fact, self.state.as_of, calendar_of(self.state.book), self.lang)]

    def _form(self, value: Value, fact: Fact) -> list[str]:
        scheme = self.state.book.identifiers.get(fact.identifier) if fact.identifier else None
        if scheme is None or not isinstance(value, str):
            return []
        title = scheme.title.get(self.lang)
        if not doubt(value, scheme):
            return [say("identifier.right", self.lang, title=title)]
        samples = scheme.valid_examples
        if samples:
            return [say("identifier.wrong", self.lang, title=title, sample=samples[0])]
        return [say("identifier.wrong.bare", self.lang, title=title)]
