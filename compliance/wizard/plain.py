"""The plain face: the wizard as lines of text, for dumb terminals, screen readers and scripts.

It keeps nothing but the language, the page that was numbered last, and what was said once already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from compliance.conditions.sentence import value_text
from compliance.errors import ComplianceError, Problem
from compliance.facts.vocabulary import Kind
from compliance.interview.events import (
    Answer,
    Back,
    Finish,
    FromReview,
    Jump,
    NotKnown,
    SetOrder,
    Skip,
    ToReview,
    Undo,
    Unpark,
)
from compliance.interview.paths import spot_of
from compliance.interview.questions import progress
from compliance.interview.relevance import open_paths
from compliance.interview.state import Order, Stage
from compliance.reports.words import say as report_say
from compliance.wizard.again import again
from compliance.wizard.card import Card, card
from compliance.wizard.plain_cards import put_list, put_more, put_question
from compliance.wizard.plain_commands import Command, command_in
from compliance.wizard.plain_io import Console, Ended
from compliance.wizard.plain_lists import entry_named, list_reply, said_of_list
from compliance.wizard.plain_pages import (
    found_page,
    record_page,
    section_page,
    sections_page,
)
from compliance.wizard.plain_question import (
    not_an_option,
    picked,
    reply,
)
from compliance.wizard.plain_reading import of, view_typed
from compliance.wizard.plain_review import parked_now, review_page
from compliance.wizard.plain_voice import Voice
from compliance.wizard.plain_words import told
from compliance.wizard.session import Session

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


class _Plain(Voice):
    def __init__(self, session: Session, console: Console, report: Callable[[str, int], str]) -> None:
        super().__init__(session, console)
        self.report = report
        self.shown: tuple[object, ...] = ()
        self.warned = False
        self.told_colon = False

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
        self.say(key, file=self.session.file, n=answered)
        self.say("begin.how")

    def _farewell(self, code: int) -> int:
        if self.session.unsaved:
            self.session.retry()
        path = self.session.setting.path
        key = (
            self._unsaved_words() if self.session.unsaved else "end.saved" if path.exists() else "end.nothing"
        )
        try:
            self.console.put()
            if code == EXIT_INTERRUPTED:
                self.say("end.interrupted")
            self.tell_notices()
            self.say(key, file=self.session.file, mine=self.session.aside)
            # In one line, to be copied.
            self.console.raw(f"  {again(path, self.session.setting.options)}\n")
        except Ended:
            pass
        return EXIT_UNSAVED if self.session.unsaved else code

    def _unsaved_words(self) -> str:
        """A file that others broke has the answers beside it."""
        return "end.aside" if self.session.blocked else "end.unsaved"

    def _turn(self) -> None:
        """Show what is new, take one line, do what it says."""
        self.tell_notices()
        self._warn_unsaved()
        if self.state.stage is Stage.REVIEW:
            self._review()
        else:
            self._question()

    def _warn_unsaved(self) -> None:
        if self.session.blocked:
            self.say("warn.blocked", file=self.session.file)
        elif self.session.unsaved:
            self.say("warn.unsaved", file=self.session.file)
        else:
            self.warned = False

    # A question --------------------------------------------------------------------------------------------

    def _question(self) -> None:
        found = card(self.state, self.lang)
        assert found is not None
        same = self.shown[1:2] == (found.path,) and self.shown[0] == self.lang
        if self._is_new(found.path, found.value, self.state.answers):
            if same and found.fact.kind is Kind.RECORDS:
                put_list(found, self)
            else:
                put_question(found, self)
        if found.fact.kind is Kind.TEXT and not self.told_colon:
            self.told_colon = True
            self.say("question.colon")
        line = self.console.ask(hidden=found.fact.sensitive)
        if isinstance(line, Problem):
            self.tell(line)
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

    def _answer(self, found: Card, line: str) -> None:
        meant = reply(line, found, self.lang)
        if isinstance(meant, Problem):
            self.tell(meant)
        elif isinstance(meant, Command):
            self._do(meant, found)
        elif self.send(meant):
            self.acknowledge(meant, found)

    # Lists and readings ------------------------------------------------------------------------------------

    def _list(self, found: Card, line: str) -> None:
        command = command_in(line)
        if command is None:
            written = line.strip()[:40]
            self.tell(
                Problem(
                    "wizard.list_command" if written else "wizard.empty", None, of(found, written, self.lang)
                )
            )
            return
        event = list_reply(command, self.state, found.path)
        if event is None:
            self._do(command, found)
        elif isinstance(event, Problem):
            self.tell(event)
        elif self.send(event):
            unknown = command.name == "unknown"
            self.done(found, told("done.not_known", self.lang) if unknown else said_of_list(event, self.lang))

    def _reading(self, found: Card, line: str) -> None:
        option = picked(line, found)
        command = command_in(line)
        if option is not None:
            self._view(found, option)
        elif command is None:
            self.tell(not_an_option(line.strip()))
        elif command.name == "unknown":
            self._answer(found, line)
        else:
            self._do(command, found)

    def _view(self, found: Card, option: str) -> None:
        event = view_typed(found, option, self)
        if isinstance(event, Command):
            self.say("reading.given_up")
            self._do(event, found)
        elif self.send(event):
            self.done(found, value_text(option, found.fact, self.lang))

    # The review --------------------------------------------------------------------------------------------

    def _review(self) -> None:
        if self._is_new("review", self.state.answers, self.state.readings, self.state.parked):
            self.console.put()
            self.put_page(review_page(self.state, self.lang))
        line = self.console.ask()
        if isinstance(line, Problem):
            self.tell(line)
            return
        command = command_in(line)
        if command is None:
            written = line.strip()[:40]
            self.tell(Problem("wizard.unknown_command", None, {"written": written}))
        else:
            self._do(command, None)

    def _ask_again(self) -> None:
        """Go on with what is open; when nothing is, with what nobody knew."""
        parked = parked_now(self.state)
        if open_paths(self.state):
            self.send(FromReview())
        elif not parked:
            self.say("review.nothing_left")
        else:
            # The last one taken up is the one shown.
            for path in reversed(parked):
                self.send(Unpark(path))
            self.say("review.asking", n=len(parked))

    def _print_report(self) -> None:
        if not self._all_saved():
            return
        if not self.session.setting.path.exists():
            self.say("review.written.nothing")
            return
        try:
            self.console.raw(self.report(self.lang, self.console.width))
        except ComplianceError as error:
            for problem in error.problems:
                self.tell(problem)

    def _say_where(self) -> None:
        if not self._all_saved():
            return
        path = self.session.setting.path
        if path.exists():
            self.say("review.written", files=report_say("list.and", self.lang).join(self._files()))
        else:
            self.say("review.written.nothing")

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
        self.tell_notices()
        self.say("done.retried" if saved else "done.still_unsaved")
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
                self.send(Back())
            case "undo":
                if self.send(Undo()):
                    self.say("done.undone")
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
                self.tell(Problem("wizard.unknown_command", None, {"written": written[:40]}))

    def _do_in_question(self, command: Command, found: Card) -> bool:
        match command.name:
            case "more_help":
                put_more(found, self)
            case "accept":
                self._accept(found)
            case "unknown":
                if self.send(NotKnown(found.path)):
                    self.acknowledge(NotKnown(found.path), found)
            case "later":
                if self.send(Skip(found.path)):
                    self.say("done.later")
                    self.shown = ()
            case "review":
                self.send(ToReview())
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
                self.say("review.how")
            case _:
                return False
        return True

    def _accept(self, found: Card) -> None:
        proposal = self.session.setting.proposals.get(found.path)
        if proposal is None:
            self.tell(Problem("wizard.no_proposal"))
            return
        event = Answer(found.path, proposal.value)
        if self.send(event):
            self.acknowledge(event, found)

    def _edit_record(self, command: Command, found: Card) -> None:
        key = entry_named(command.rest, self.state, found.path)
        if isinstance(key, Problem):
            self.tell(key)
        else:
            self.put_page(record_page(found.path, key, self.state, self.lang))

    def _list_sections(self, rest: str) -> None:
        if not rest:
            self.put_page(sections_page(self.state, self.lang))
            return
        number = _number(rest)
        page = section_page(number, self.state, self.lang) if number else None
        if page is None:
            self.tell(Problem("wizard.no_such_number", None, {"written": rest[:40]}))
        else:
            self.put_page(page)

    def _find(self, word: str) -> None:
        if not word:
            self.tell(self._needs("find", "`find WORD` / `查找 关键词`"))
            return
        page = found_page(word, self.state, self.lang)
        if page is None:
            self.tell(Problem("wizard.nothing_found", None, {"written": word[:40]}))
        else:
            self.put_page(page)

    def _go(self, command: Command) -> None:
        """To a question by its number on the page shown last, or by its name."""
        if not command.rest:
            self.tell(self._needs(command.name, f"`{command.name} NUMBER` / `{command.name} 编号`"))
            return
        number = _number(command.rest)
        path = command.rest if number is None else self._at_number(number)
        if path is None:
            self.tell(Problem("wizard.no_such_number", None, {"written": command.rest[:40]}))
        elif self.send(Jump(path)):
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
            self.tell(self._needs("lang", "`lang zh` / `lang en`"))
            return
        if lang == "zh" and not self.console.chinese:
            self.tell(Problem("wizard.no_chinese"))
            return
        self.lang = lang
        self.say("done.language")

    def _order(self, command: Command) -> None:
        order = _ORDERS.get(command.rest.casefold())
        if order is None:
            self.tell(self._needs("order", "`order sections` / `order shortest`"))
        elif self.send(SetOrder(order)):
            self.say("done.order", order=told(f"order.{order.value}", self.lang))

    def _needs(self, command: str, right: str) -> Problem:
        return Problem("wizard.no_value", None, {"command": command, "right": right})

    def _quit(self) -> None:
        """Leave. Answers that are not saved are told first; whoever says it twice leaves without them."""
        if self.session.unsaved and not self.warned and not self.session.retry():
            self.tell_notices()
            self.say(self._unsaved_words(), file=self.session.file, mine=self.session.aside)
            self.say("end.unsaved.again")
            self.warned = True
            return
        if self.state.stage is Stage.REVIEW:
            self.send(Finish())
        raise _Left


def _number(typed: str) -> int | None:
    return int(typed[:9]) if typed.isascii() and typed.isdecimal() else None
