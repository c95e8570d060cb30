"""The plain face: the wizard as lines of text, for dumb terminals, screen readers and scripts.

It keeps nothing but the language, the page that was numbered last, and what was said once already.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from compliance.conditions.sentence import label_of, value_text
from compliance.errors import ComplianceError, Problem
from compliance.errors.render import sentence
from compliance.facts.values import Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Tense
from compliance.interview.events import (
    Answer,
    Back,
    Event,
    Finish,
    FromReview,
    Jump,
    NotKnown,
    SetOrder,
    Skip,
    ToReview,
    Undo,
    Unpark,
    View,
)
from compliance.interview.paths import spot_of
from compliance.interview.questions import progress
from compliance.interview.relevance import open_paths
from compliance.interview.state import Order, Stage, State
from compliance.reports.text_layout import one_line
from compliance.reports.words import say as report_say
from compliance.wizard.card import Card, card, standing_parts
from compliance.wizard.day_note import calendar_of, day_note
from compliance.wizard.plain_commands import COLONS, Command, command_in
from compliance.wizard.plain_io import Console, Ended
from compliance.wizard.plain_lists import entry_named, list_lines, list_reply, said_of_list
from compliance.wizard.plain_pages import (
    Listed,
    found_page,
    record_page,
    section_page,
    sections_page,
)
from compliance.wizard.plain_question import (
    how_to_answer,
    not_an_option,
    offers,
    picked,
    reply,
    state_lines,
)
from compliance.wizard.plain_review import parked_now, review_page
from compliance.wizard.plain_words import told
from compliance.wizard.session import Session
from compliance.wizard.typed import doubt, understood
from compliance.wizard.words import say

EXIT_LEFT: Final = 0
EXIT_UNSAVED: Final = 2
EXIT_INTERRUPTED: Final = 130
_LANGUAGES: Final = {"zh": "zh", "中文": "zh", "en": "en", "english": "en", "英文": "en"}
_ORDERS: Final = {
    "sections": Order.SECTIONS,
    "按部分": Order.SECTIONS,
    "shortest": Order.SHORTEST,
    "影响最大的优先": Order.SHORTEST,
}


def run_plain(session: Session, console: Console, report: Callable[[str, int], str]) -> int:
    """Hold an interview in lines of text until it is left.

    Args:
        report: the text report of the saved file, by language and width; a ComplianceError is told.

    Returns:
        0 when it was left in order, whatever the verdict, also by the end of input; 130 after Ctrl-C; 2 when answers
        could not be saved.
    """
    return _Plain(session, console, report).run()


class _Left(Exception):
    """The person has had enough."""


class _Plain:
    def __init__(self, session: Session, console: Console, report: Callable[[str, int], str]) -> None:
        self.session = session
        self.console = console
        self.report = report
        self.lang = session.setting.lang
        self.numbered: tuple[str, ...] = ()
        self.shown: tuple[object, ...] = ()
        self.warned = False
        self.told_colon = False

    @property
    def state(self) -> State:
        return self.session.state

    # From beginning to end ---------------------------------------------------------------------------------

    def run(self) -> int:
        code = EXIT_LEFT
        try:
            self._greet()
            while self.state.stage is not Stage.DONE:
                self._turn()
        except (_Left, Ended):
            pass
        except KeyboardInterrupt:
            code = EXIT_INTERRUPTED
        return self._farewell(code)

    def _greet(self) -> None:
        answered = progress(self.state).answered
        key = "begin.resumed" if answered else "begin.new"
        self._say(key, file=self.session.file, n=answered)
        self._say("begin.how")

    def _farewell(self, code: int) -> int:
        if self.session.unsaved:
            self.session.retry()
        path = self.session.setting.path
        key = "end.unsaved" if self.session.unsaved else "end.saved" if path.exists() else "end.nothing"
        try:
            self.console.put()
            if code == EXIT_INTERRUPTED:
                self._say("end.interrupted")
            self._tell_notices()
            self._say(key, file=self.session.file)
            # In one line, to be copied.
            self.console.raw(f"  compliance wizard {one_line(shlex.quote(str(path)))}\n")
        except Ended:
            pass
        return EXIT_UNSAVED if self.session.unsaved else code

    def _turn(self) -> None:
        """Show what is new, take one line, do what it says."""
        self._tell_notices()
        self._warn_unsaved()
        if self.state.stage is Stage.REVIEW:
            self._review()
        else:
            self._question()

    # Saying ------------------------------------------------------------------------------------------------

    def _say(self, key: str, **slots: object) -> None:
        self.console.put(told(key, self.lang, **slots))

    def _tell(self, problem: Problem) -> None:
        said = sentence(problem, self.lang)
        place = f"{problem.location}: " if problem.location else ""
        self.console.put(f"{place}{said.message}", mark="! ")
        if said.hint:
            self.console.put(said.hint, indent=2)

    def _tell_notices(self) -> None:
        notices, self.session.notices = self.session.notices, []
        for problem in notices:
            self._tell(problem)

    def _warn_unsaved(self) -> None:
        if self.session.blocked:
            self._say("warn.blocked", file=self.session.file)
        elif self.session.unsaved:
            self._say("warn.unsaved", file=self.session.file)
        else:
            self.warned = False

    def _put_page(self, page: Listed) -> None:
        for mark, text in page.lines:
            self.console.put(text, indent=2 if mark else 0, mark=mark)
        if page.paths:
            self.numbered = page.paths

    def _send(self, event: Event) -> bool:
        """Let something happen; what is wrong with it is told."""
        try:
            self.session.send(event)
        except ComplianceError as error:
            for problem in error.problems:
                self._tell(problem)
            return False
        return True

    # A question --------------------------------------------------------------------------------------------

    def _question(self) -> None:
        found = card(self.state, self.lang)
        assert found is not None
        same = self.shown[1:2] == (found.path,) and self.shown[0] == self.lang
        if self._is_new(found.path, found.value, self.state.answers):
            if same and found.fact.kind is Kind.RECORDS:
                self._put_list(found)
            else:
                self._put_question(found)
        if found.fact.kind is Kind.TEXT and not self.told_colon:
            self.told_colon = True
            self._say("question.colon")
        line = self.console.ask(hidden=found.fact.sensitive)
        if isinstance(line, Problem):
            self._tell(line)
        elif found.fact.kind is Kind.RECORDS:
            self._list(found, line)
        elif found.fact.kind is Kind.READING:
            self._reading(found, line)
        else:
            self._answer(found, line)

    def _is_new(self, *now: object) -> bool:
        """Whether what is shown differs from what was shown last."""
        now = (self.lang, *now)
        same = len(now) == len(self.shown) and all(
            one is other or one == other for one, other in zip(now, self.shown, strict=True)
        )
        self.shown = now
        return not same

    def _put_question(self, found: Card) -> None:
        self.console.put()
        self.console.put(report_say("list.semicolon", self.lang).join(standing_parts(self.state, self.lang)))
        if found.heading:
            self._say("question.section", title=found.heading)
        self._say("question.text", text=found.text)
        if found.for_counsel:
            self._say("reading.intro")
        if found.help:
            self.console.put(found.help, indent=2)
        for number, text in offers(found, self.lang):
            self.console.put(text, indent=2, mark=f"{number}. ")
        if found.fact.kind is Kind.RECORDS:
            self._put_list(found)
            self._say("list.how")
        for text in (*how_to_answer(found, self.lang), *state_lines(found, self.lang)):
            self.console.put(text)
        if found.fact.sensitive and self.console.hides:
            self._say("question.hidden")
        self._put_proposal(found)

    def _put_list(self, found: Card) -> None:
        for mark, text in list_lines(self.state, found.path, self.lang):
            self.console.put(text, indent=2 if mark else 0, mark=mark)

    def _put_proposal(self, found: Card) -> None:
        proposal = self.session.setting.proposals.get(found.path)
        if proposal is None or found.value == proposal.value:
            return
        value = value_text(proposal.value, found.fact, self.lang)
        self._say("question.proposal", value=value, where=proposal.where)
        if proposal.excerpt and not found.fact.sensitive:
            self._say("question.excerpt", excerpt=proposal.excerpt)

    def _put_more(self, found: Card) -> None:
        """Why it is asked, and the law behind it."""
        for text in found.help, say("question.why", self.lang):
            if text:
                self.console.put(text)
        for text in found.why:
            self.console.put(text, indent=2)
        if found.articles:
            self.console.put(say("question.article", self.lang))
        for text in found.articles:
            self.console.put(text, indent=2)
        self._say("question.path", path=found.path)

    def _answer(self, found: Card, line: str) -> None:
        meant = reply(line, found, self.lang)
        if isinstance(meant, Problem):
            self._tell(meant)
        elif isinstance(meant, Command):
            self._do(meant, found)
        elif self._send(meant):
            self._acknowledge(meant, found)

    def _acknowledge(self, event: Answer | NotKnown, found: Card) -> None:
        """Say what was noted; of a day and a number with a form of its own also what there is to know about it."""
        if isinstance(event, NotKnown):
            self._done(found, told("done.not_known", self.lang))
            return
        said = [value_text(event.value, found.fact, self.lang)]
        said += self._day(event.value, found.fact) + self._form(event.value, found.fact)
        self._done(found, report_say("list.semicolon", self.lang).join(said))

    def _done(self, found: Card, value: str) -> None:
        key = "done.kept" if self.session.unsaved else "done.saved"
        self._say(key, label=label_of(found.fact, found.record, self.lang), value=value)

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

    # Lists and readings ------------------------------------------------------------------------------------

    def _list(self, found: Card, line: str) -> None:
        command = command_in(line)
        if command is None:
            written = line.strip()[:40]
            self._tell(
                Problem("wizard.list_command" if written else "wizard.empty", None, self._of(found, written))
            )
            return
        event = list_reply(command, self.state, found.path)
        if event is None:
            self._do(command, found)
        elif isinstance(event, Problem):
            self._tell(event)
        elif self._send(event):
            unknown = command.name == "unknown"
            self._done(
                found, told("done.not_known", self.lang) if unknown else said_of_list(event, self.lang)
            )

    def _of(self, found: Card, written: str) -> dict[str, str]:
        return {"fact": found.fact.label.get(self.lang), "written": written}

    def _reading(self, found: Card, line: str) -> None:
        option = picked(line, found)
        command = command_in(line)
        if option is not None:
            self._view(found, option)
        elif command is None:
            self._tell(not_an_option(line.strip()))
        elif command.name == "unknown":
            self._answer(found, line)
        else:
            self._do(command, found)

    def _view(self, found: Card, option: str) -> None:
        """Whose view it is and since when. A command with a colon gives up."""
        self._say("reading.by")
        by = self._typed(found)
        if by is None:
            return
        on = self._view_day(found)
        if on is None:
            return
        self._say("reading.note")
        note = self._typed(found, empty=True)
        if note is None:
            return
        if self._send(View(found.path, option, by.strip(), on, note.strip())):
            self._done(found, value_text(option, found.fact, self.lang))

    def _view_day(self, found: Card) -> date | None:
        fact = Fact(
            "view.on",
            Kind.DATE,
            Bilingual(told("reading.on.label", "en"), told("reading.on.label", "zh")),
            tense=Tense.PLANNED,
        )
        while True:
            self._say("reading.on", day=self.state.as_of.isoformat())
            line = self._typed(found, empty=True)
            if line is None:
                return None
            if not line.strip():
                return self.state.as_of
            meant = understood(line, fact, "view.on", self.lang)
            if isinstance(meant, Answer) and isinstance(meant.value, date):
                self.console.put(day_note(meant.value, fact, self.state.as_of, None, self.lang))
                return meant.value
            if isinstance(meant, Problem):
                self._tell(meant)

    def _typed(self, found: Card, *, empty: bool = False) -> str | None:
        """A text; None when a command came instead, which is then done."""
        while True:
            line = self.console.ask()
            if isinstance(line, Problem):
                self._tell(line)
            elif line.strip().startswith(COLONS):
                self._say("reading.given_up")
                self._do(command_in(line) or Command(""), found)
                return None
            elif line.strip() or empty:
                return line
            else:
                self._tell(Problem("wizard.empty", None, self._of(found, "")))

    # The review --------------------------------------------------------------------------------------------

    def _review(self) -> None:
        if self._is_new("review", self.state.answers, self.state.readings, self.state.parked):
            self.console.put()
            self._put_page(review_page(self.state, self.lang))
        line = self.console.ask()
        if isinstance(line, Problem):
            self._tell(line)
            return
        command = command_in(line)
        if command is None:
            written = line.strip()[:40]
            self._tell(Problem("wizard.unknown_command", None, {"written": written}))
        else:
            self._do(command, None)

    def _ask_again(self) -> None:
        """Go on with what is open; when nothing is, with what nobody knew."""
        parked = parked_now(self.state)
        if open_paths(self.state):
            self._send(FromReview())
        elif not parked:
            self._say("review.nothing_left")
        else:
            # The last one taken up is the one shown.
            for path in reversed(parked):
                self._send(Unpark(path))
            self._say("review.asking", n=len(parked))

    def _print_report(self) -> None:
        if not self._all_saved():
            return
        if not self.session.setting.path.exists():
            self._say("review.written.nothing")
            return
        try:
            self.console.raw(self.report(self.lang, self.console.width))
        except ComplianceError as error:
            for problem in error.problems:
                self._tell(problem)

    def _say_where(self) -> None:
        if not self._all_saved():
            return
        path = self.session.setting.path
        if path.exists():
            self._say("review.written", files=report_say("list.and", self.lang).join(self._files()))
        else:
            self._say("review.written.nothing")

    def _files(self) -> Iterator[str]:
        from compliance.cli.files import PRIVATE_NAME
        from compliance.wizard.session import shown_path

        yield self.session.file
        private = self.session.setting.path.with_name(PRIVATE_NAME)
        if private.exists():
            yield shown_path(private)

    def _all_saved(self) -> bool:
        return not self.session.unsaved or self._retry()

    def _retry(self) -> bool:
        saved = self.session.retry()
        self._tell_notices()
        self._say("done.retried" if saved else "done.still_unsaved")
        return saved

    # Commands ----------------------------------------------------------------------------------------------

    def _do(self, command: Command, found: Card | None) -> None:
        """What a command says, in a question (`found`) or in the review."""
        if found is not None and self._do_in_question(command, found):
            return
        if found is None and self._do_in_review(command):
            return
        match command.name:
            case "help":
                for line in told("help", self.lang).splitlines():
                    self.console.put(line)
            case "back":
                self._send(Back())
            case "undo":
                if self._send(Undo()):
                    self._say("done.undone")
            case "list":
                self._list_sections(command.rest)
            case "find":
                self._find(command.rest)
            case "go":
                self._go(command)
            case "lang":
                self._language(command)
            case "order":
                self._order(command)
            case "retry":
                self._retry()
            case "quit":
                self._quit()
            case "write":
                self._say_where()
            case "report":
                self._print_report()
            case "edit":
                self._go(command)
            case name:
                written = f"{name} {command.rest}".strip()
                self._tell(Problem("wizard.unknown_command", None, {"written": written[:40]}))

    def _do_in_question(self, command: Command, found: Card) -> bool:
        match command.name:
            case "more_help":
                self._put_more(found)
            case "accept":
                self._accept(found)
            case "unknown":
                if self._send(NotKnown(found.path)):
                    self._acknowledge(NotKnown(found.path), found)
            case "later":
                if self._send(Skip(found.path)):
                    self._say("done.later")
            case "review":
                self._send(ToReview())
            case "edit" if found.fact.kind is Kind.RECORDS:
                self._edit_record(command, found)
            case "none" if found.fact.kind is Kind.TEXT:
                self._answer(found, command.name)
            case _:
                return False
        return True

    def _do_in_review(self, command: Command) -> bool:
        match command.name:
            case "ask":
                self._ask_again()
            case "review":
                self.shown = ()
            case "more_help":
                self._say("review.how")
            case _:
                return False
        return True

    def _accept(self, found: Card) -> None:
        proposal = self.session.setting.proposals.get(found.path)
        if proposal is None:
            self._tell(Problem("wizard.no_proposal"))
            return
        event = Answer(found.path, proposal.value)
        if self._send(event):
            self._acknowledge(event, found)

    def _edit_record(self, command: Command, found: Card) -> None:
        key = entry_named(command.rest, self.state, found.path)
        if isinstance(key, Problem):
            self._tell(key)
        else:
            self._put_page(record_page(found.path, key, self.state, self.lang))

    def _list_sections(self, rest: str) -> None:
        if not rest:
            self._put_page(sections_page(self.state, self.lang))
            return
        number = _number(rest)
        page = section_page(number, self.state, self.lang) if number else None
        if page is None:
            self._tell(Problem("wizard.no_such_number", None, {"written": rest[:40]}))
        else:
            self._put_page(page)

    def _find(self, word: str) -> None:
        if not word:
            self._tell(self._needs("find", "`find WORD` / `查找 关键词`"))
            return
        page = found_page(word, self.state, self.lang)
        if page is None:
            self._tell(Problem("wizard.nothing_found", None, {"written": word[:40]}))
        else:
            self._put_page(page)

    def _go(self, command: Command) -> None:
        """To a question by its number on the page shown last, or by its name."""
        if not command.rest:
            self._tell(self._needs(command.name, f"`{command.name} NUMBER` / `{command.name} 编号`"))
            return
        number = _number(command.rest)
        path = command.rest if number is None else self._at_number(number)
        if path is None:
            self._tell(Problem("wizard.no_such_number", None, {"written": command.rest[:40]}))
        elif self._send(Jump(path)):
            # Shown again, also when it was shown already.
            self.shown = ()

    def _at_number(self, number: int) -> str | None:
        """The question with a number on the page shown last, if it is still there."""
        if not 0 < number <= len(self.numbered):
            return None
        path = self.numbered[number - 1]
        return path if spot_of(path, self.state.book.vocabulary, self.state.answers) is not None else None

    def _language(self, command: Command) -> None:
        lang = _LANGUAGES.get(command.rest.casefold())
        if lang is None:
            self._tell(self._needs("lang", "`lang zh` / `lang en`"))
            return
        self.lang = lang
        self._say("done.language")

    def _order(self, command: Command) -> None:
        order = _ORDERS.get(command.rest.casefold())
        if order is None:
            self._tell(self._needs("order", "`order sections` / `order shortest`"))
        elif self._send(SetOrder(order)):
            self._say("done.order", order=told(f"order.{order.value}", self.lang))

    def _needs(self, command: str, right: str) -> Problem:
        return Problem("wizard.no_value", None, {"command": command, "right": right})

    def _quit(self) -> None:
        """Leave. Answers that are not saved are told first; whoever says it twice leaves without them."""
        if self.session.unsaved and not self.warned and not self.session.retry():
            self._tell_notices()
            self._say("end.unsaved", file=self.session.file)
            self._say("end.unsaved.again")
            self.warned = True
            return
        if self.state.stage is Stage.REVIEW:
            self._send(Finish())
        raise _Left


def _number(typed: str) -> int | None:
    return int(typed[:9]) if typed.isascii() and typed.isdecimal() else None
