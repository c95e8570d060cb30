"""The full-screen wizard: draws the session, sends it what the person does. Decides nothing and keeps no answers."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import ContentSwitcher, OptionList, Static

from compliance.conditions.sentence import value_text
from compliance.errors import ComplianceError, Problem
from compliance.facts.values import Records
from compliance.facts.vocabulary import Fact
from compliance.interview.events import (
    Back,
    Event,
    FromReview,
    Jump,
    NotKnown,
    RemoveRecord,
    RenameRecord,
    Skip,
    ToReview,
    Undo,
    Unpark,
    View,
)
from compliance.interview.fits import key_misfit
from compliance.interview.paths import path_to
from compliance.interview.questions import SectionState, questions
from compliance.interview.relevance import open_paths
from compliance.interview.state import Stage, State
from compliance.wizard.again import again, place_of
from compliance.wizard.app.answer_area import Asked, Reply, Trouble, said_of
from compliance.wizard.app.choices import Choices, Line
from compliance.wizard.app.dialogs import Find, Held, Page, Pick, ViewForm, Write
from compliance.wizard.app.idle import IDLE_SECONDS, IdleCollector
from compliance.wizard.app.lines import question_line, section_line
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.question_pane import QuestionPane
from compliance.wizard.app.reading_area import ViewWanted
from compliance.wizard.app.records_area import RecordWanted
from compliance.wizard.app.review_pane import ReviewPane, ReviewWanted
from compliance.wizard.app.style import STYLE
from compliance.wizard.app.words import tell
from compliance.wizard.card import card, named, standing_parts
from compliance.wizard.saved_report import saved_report
from compliance.wizard.session import Session

NARROW: Final = 70
"""Columns below which there is no room for the sections beside the question."""
EXIT_LOST: Final = 2
EXIT_TERMINATED: Final = 130
WIDE: Final = 110
LOW: Final = 12

_KEYS: Final = (
    ("f1", "help"), ("f2", "language"), ("f3", "find"), ("f4", "list"), ("f5", "later"),
    ("f6", "not_known"), ("f7", "back"), ("f8", "undo"), ("f9", "review"), ("f10", "quit"),
)  # fmt: skip


class WizardApp(App[int]):
    """The wizard. `run` gives an exit code."""

    CSS = STYLE
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help_page", priority=True, show=False),
        Binding("f2,ctrl+l", "language", priority=True, show=False),
        Binding("f3,ctrl+f", "find", priority=True, show=False),
        Binding("f4", "list", priority=True, show=False),
        Binding("f5", "later", priority=True, show=False),
        Binding("f6", "not_known", priority=True, show=False),
        Binding("f7", "back", priority=True, show=False),
        Binding("f8,ctrl+z", "undo", priority=True, show=False),
        Binding("f9", "review", priority=True, show=False),
        Binding("f10,ctrl+q", "leave", priority=True, show=False),
        Binding("ctrl+r", "retry", priority=True, show=False),
    ]

    def __init__(self, session: Session, *, chinese: bool = True) -> None:
        super().__init__()
        self.session = session
        self.chinese = chinese
        self.lang = session.setting.lang
        self._listed: tuple[State, tuple[SectionState, ...]] | None = None
        self.held = Held("", session.state.as_of)
        self.idle = IdleCollector()

    def compose(self) -> ComposeResult:
        """How it stands above, the sections beside, the question or the review, the keys below."""
        yield Prose(id="standing")
        yield Prose(id="notice")
        with Horizontal(id="middle"):
            yield Choices([], id="sections", digits=False)
            with ContentSwitcher(id="panes", initial="ask"):
                yield QuestionPane(id="ask")
                yield ReviewPane(id="review")
        yield Static(id="keys")

    async def on_mount(self) -> None:
        """Show where the interview stands."""
        self.query_one("#notice").display = False
        self._leave_when_told()
        self.draw()
        self._tell_notices()
        self.idle.start()
        self.set_interval(IDLE_SECONDS, self.idle.rest)

    def _leave_when_told(self) -> None:
        """Give the terminal back in order when the process is told to end; in a browser the driver does."""
        if sys.platform != "win32" and not self.is_web and not self.is_headless:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._told_to_leave)

    def _told_to_leave(self) -> None:
        if self.session.unsaved:
            self.session.retry()
        self.exit(EXIT_TERMINATED)

    def on_unmount(self) -> None:
        """Leave the process as it was."""
        self.idle.stop()

    def on_resize(self) -> None:
        """Give the question the room there is."""
        self.set_class(self.size.width < NARROW, "narrow")
        self.set_class(self.size.height < LOW, "low")
        self._draw_frame()

    # Drawing -----------------------------------------------------------------------------------------------

    @property
    def sections(self) -> tuple[SectionState, ...]:
        """All questions as they stand, found out once for a state: to see which answers count takes a while."""
        state = self.session.state
        if self._listed is None or self._listed[0] is not state:
            self._listed = (state, questions(state))
        return self._listed[1]

    def draw(self) -> None:
        """Show the session's state: how it stands and the question at once, the sections right after."""
        state = self.session.state
        self._draw_frame()
        self.call_after_refresh(self._draw_sections)
        shown = card(state, self.lang)
        panes = self.query_one("#panes", ContentSwitcher)
        if shown is None:
            panes.current = "review"
            self._draw_review()
            return
        panes.current = "ask"
        proposal = self.session.setting.proposals.get(shown.path)
        note = ""
        if proposal is not None and shown.value is None:
            said = value_text(proposal.value, shown.fact, self.lang)
            note = tell("proposal", self.lang, value=said, where=proposal.where)
            note += f"\n  {proposal.excerpt}" if proposal.excerpt else ""
        else:
            proposal = None
        recorded = state.readings.get(shown.path)
        asked = Asked(shown, state.book, state.as_of, self.lang, proposal, recorded)
        self.query_one(QuestionPane).show(asked, note)

    def _draw_frame(self) -> None:
        if not self.query("#keys"):
            return
        parts = list(standing_parts(self.session.state, self.lang, room=self.size.width >= WIDE))
        if self.session.unsaved:
            parts.insert(0, tell("unsaved", self.lang))
        elif self.size.width >= WIDE:
            parts.append(tell("saved", self.lang))
        self.query_one("#standing", Prose).update(" · ".join(parts))
        self.query_one("#keys", Static).update(self._keys())

    def _keys(self) -> Content:
        review = self.session.state.stage is Stage.REVIEW
        said = []
        for key, action in _KEYS:
            name = "ask" if action == "review" and review else action
            method = {"help": "help_page", "quit": "leave"}.get(action, action)
            text = Content.assemble((key.upper(), "bold"), tell(f"key.{name}", self.lang))
            said.append(text.stylize(f"@click=app.{method}()"))
        return Content(" ").join(said)

    def _draw_sections(self) -> None:
        current = self.session.state.current
        lines, at = [], None
        for number, section in enumerate(self.sections):
            here = current is not None and any(one.path == current for one in section.questions)
            at = number if here else at
            lines.append(section_line(section, here, self.lang))
        choices = self.query_one("#sections", Choices)
        choices.put(lines)
        if at is not None:
            choices.highlighted = at

    def _draw_review(self) -> None:
        state = self.session.state
        self.query_one(ReviewPane).show(
            self.sections,
            state.assessment,
            len(open_paths(state)),
            self.lang,
            file=self.session.file,
            unsaved=self.session.unsaved,
        )

    def tell_all(self, text: str) -> None:
        """Show a line above the question until the next event."""
        notice = self.query_one("#notice", Prose)
        notice.update(text)
        notice.display = bool(text)

    def _tell_notices(self) -> bool:
        notices, self.session.notices = self.session.notices, []
        text = "\n".join(said_of(problem, self.lang) for problem in notices)
        if self.session.blocked:
            text += "\n" + tell("blocked", self.lang)
        self.tell_all(text.strip())
        return bool(text)

    def trouble(self, problems: tuple[Problem, ...]) -> None:
        """Say why something could not be done, where the person is looking."""
        vocabulary = self.session.state.book.vocabulary
        said = "\n".join(said_of(named(problem, vocabulary, self.lang), self.lang) for problem in problems)
        if self.session.state.stage is Stage.REVIEW:
            self.tell_all(said)
        else:
            self.query_one(QuestionPane).trouble(said)

    # What the person does ----------------------------------------------------------------------------------

    async def send(self, event: Event) -> None:
        """Let something happen and show what came of it."""
        self.idle.busy()
        try:
            self.session.send(event)
        except ComplianceError as error:
            self.trouble(error.problems)
            return
        with self.batch_update():
            self.draw()
            self._tell_notices()

    async def on_reply(self, message: Reply) -> None:
        """A question was answered."""
        await self.send(message.event)

    def on_trouble(self, message: Trouble) -> None:
        """What was typed is no answer."""
        self.trouble((message.problem,))

    def on_view_wanted(self, message: ViewWanted) -> None:
        """A view was chosen: ask whose it is."""
        state = self.session.state
        recorded = state.readings.get(message.reading)
        last = Held(recorded.by, recorded.on) if recorded else self.held
        note = recorded.note if recorded else ""
        fact = state.book.vocabulary[message.reading]
        form = ViewForm(fact, message.view, message.label, last, self.lang, note)
        self.push_screen(form, self._view_recorded)

    async def _view_recorded(self, view: View | None) -> None:
        if view is not None:
            self.held = Held(view.by, view.on)
            await self.send(view)

    def on_record_wanted(self, message: RecordWanted) -> None:
        """An entry was chosen: show its answers, rename it, remove it."""
        fact = self.session.state.book.vocabulary[message.list_id]
        lines = [*self._field_lines(fact, message.key)]
        lines.append(Line("rename", tell("records.rename", self.lang)))
        lines.append(Line("remove", tell("records.remove", self.lang)))

        async def done(line: str | None) -> None:
            if line == "remove":
                await self.send(RemoveRecord(fact.id, message.key))
            elif line == "rename":
                self._rename(fact, message.key)
            elif line is not None:
                await self.send(Jump(line))

        self.push_screen(Pick(message.key, lines, self.lang, digits=True), done)

    def _field_lines(self, fact: Fact, key: str) -> list[Line]:
        by_path = {one.path: one for section in self.sections for one in section.questions}
        paths = [path_to(fact.id, key, field.name) for field in fact.fields if field.name != fact.key]
        lines = [question_line(by_path[path], self.lang) for path in paths if path in by_path]
        return [line._replace(text=line.text.removeprefix(f"{key} › ")) for line in lines]

    def _rename(self, fact: Fact, key: str) -> None:
        value = self.session.state.answers.get(fact.id)
        taken = {entry.key for entry in value.entries} if isinstance(value, Records) else set()

        def wrong(text: str) -> str:
            code = key_misfit(text)
            if code is None and text != key and text in taken:
                code = "interview.duplicate_key"
            details = {"path": fact.label.get(self.lang), "key": text}
            return said_of(Problem(code, None, details), self.lang) if code else ""

        async def done(text: str | None) -> None:
            if text and text != key:
                await self.send(RenameRecord(fact.id, key, text))

        self.push_screen(Write(tell("records.new_name", self.lang), key, self.lang, wrong), done)

    async def on_review_wanted(self, message: ReviewWanted) -> None:
        """What to do after the review."""
        match message.what:
            case "ask":
                await self.send(FromReview())
            case "report":
                await self._show_report()
            case "quit":
                await self.action_leave()
            case path:
                await self._go(path.removeprefix("="))

    async def _go(self, path: str) -> None:
        """Show a question; one that is parked is taken up again."""
        await self.send(Unpark(path) if path in self.session.state.parked else Jump(path))

    async def _show_report(self) -> None:
        """The report of what is saved, or why there is none."""
        if self.session.unsaved:
            saved = self.session.retry()
            self.draw()
            self._tell_notices()
            if not saved:
                return
        if not self.session.setting.path.exists():
            self.tell_all(tell("quit.nothing", self.lang))
            return
        width = max(40, min(self.size.width * 9 // 10, 100) - 6)
        try:
            text = saved_report(self.session.setting, self.lang, width)
        except ComplianceError as error:
            self.trouble(error.problems)
            return
        self.push_screen(Page(tell("review.report", self.lang), text, self.lang))

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A section was chosen: show its questions."""
        if event.option_list.id == "sections":
            event.stop()
            self._list_section(event.option.id or "")

    def _list_section(self, section_id: str) -> None:
        section = next((one for one in self.sections if one.id == section_id), None)
        if section is None:
            return
        title = section.title.get(self.lang) if section.title else tell("section.none", self.lang)
        lines = [question_line(one, self.lang) for one in section.questions]
        self.push_screen(Pick(title, lines, self.lang), self._jumped)

    async def _jumped(self, path: str | None) -> None:
        if path is not None:
            await self._go(path)

    # Keys --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a window is open the keys are its own; leaving is always possible."""
        if len(self.screen_stack) > 1 and action in _BEHIND_WINDOWS:
            return False
        return super().check_action(action, parameters)

    def action_help_page(self) -> None:
        """What the keys do."""
        self.push_screen(Page(tell("key.help", self.lang), tell("help.text", self.lang), self.lang))

    async def action_language(self) -> None:
        """The other language, where the terminal can show it."""
        if self.lang == "en" and not self.chinese:
            self.trouble((Problem("wizard.no_chinese"),))
            return
        self.lang = "en" if self.lang == "zh" else "zh"
        self.draw()

    def action_find(self) -> None:
        """Search all questions."""
        found = []
        for section in self.sections:
            for one in section.questions:
                line = question_line(one, self.lang)
                asked = one.fact.question
                both = [line.text, one.path, one.fact.label.en, one.fact.label.zh, *(asked or ())]
                found.append((" ".join(both).casefold(), line))
        self.push_screen(Find(tell("key.find", self.lang), found, self.lang), self._jumped)

    def action_list(self) -> None:
        """The questions of the section at hand; in the review and on narrow screens the sections first."""
        current = self.session.state.current
        here = [one for one in self.sections if any(own.path == current for own in one.questions)]
        if here and not self.has_class("narrow"):
            self._list_section(here[0].id)
            return
        lines = [section_line(one, one in here, self.lang) for one in self.sections]

        def done(section: str | None) -> None:
            if section is not None:
                self._list_section(section)

        self.push_screen(Pick(tell("sections", self.lang), lines, self.lang), done)

    async def action_later(self) -> None:
        """Pass the question over."""
        if self.session.state.current is not None:
            await self.send(Skip(self.session.state.current))

    async def action_not_known(self) -> None:
        """Nobody knows."""
        if self.session.state.current is not None:
            await self.send(NotKnown(self.session.state.current))

    async def action_back(self) -> None:
        """The question before."""
        await self.send(Back())

    async def action_undo(self) -> None:
        """Take the last change back."""
        await self.send(Undo())

    async def action_review(self) -> None:
        """To the review, or on from it."""
        await self.send(FromReview() if self.session.state.stage is Stage.REVIEW else ToReview())

    async def action_retry(self) -> None:
        """Save what could not be saved."""
        done = self.session.retry()
        self.draw()
        if not self._tell_notices() and done:
            self.tell_all(tell("retry.done", self.lang))

    def action_help_quit(self) -> None:
        """Ctrl+C neither quits nor is ignored: it says how to quit."""
        self.tell_all(tell("quit.how", self.lang))

    async def action_leave(self) -> None:
        """Quit; while something is not saved, ask first."""
        if not self.session.unsaved or self.session.retry():
            self.exit(0)
            return
        lines = [
            Line("retry", tell("quit.retry", self.lang)),
            Line("stay", tell("quit.stay", self.lang)),
            Line("lose", tell("quit.lose", self.lang)),
        ]

        async def done(line: str | None) -> None:
            if line == "lose":
                self.exit(0)
            elif line == "retry":
                await self.action_leave()

        self._tell_notices()
        self.push_screen(Pick(tell("quit.unsaved", self.lang), lines, self.lang, digits=True), done)


_BEHIND_WINDOWS: Final = frozenset(
    ["help_page", "language", "find", "list", "later", "not_known", "back", "undo", "review", "leave"]
)


def run_app(session: Session, *, chinese: bool = True) -> int:
    """Hold the interview full screen.

    Args:
        chinese: whether the terminal can show Chinese.

    Returns:
        0 when it was left in order, 2 when answers were given up. Prints where everything is.
    """
    app = WizardApp(session, chinese=chinese)
    code = app.run()
    print(farewell(session, app.lang))
    return EXIT_LOST if session.unsaved else code or 0


def farewell(session: Session, lang: str) -> str:
    """Where everything is, and how to go on."""
    path = session.setting.path
    if session.blocked and session.unsaved:
        return tell("quit.aside", lang, file=session.file, mine=session.aside)
    if session.unsaved:
        return tell("quit.lost", lang, file=session.file)
    if not path.exists():
        return tell("quit.nothing", lang)
    how = again(place_of(path), session.setting.options)
    return tell("quit.saved", lang, file=session.file, again=how)
