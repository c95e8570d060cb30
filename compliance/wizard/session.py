"""An interview with its files: what an event changes is in the manifest before the event is over.

The one mutable thing of the wizard. Every face holds one and sends it events; faces keep no answers of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from compliance.assessment.references import doubtful_dates, reference_problems
from compliance.cli.files import MANIFEST_NAME
from compliance.cli.save import deleted, look, names_of, save
from compliance.errors import ComplianceError, Gravity, ManifestError, Problem, UsageError
from compliance.facts.editor import Contents, merged
from compliance.facts.edits import Edit, fact_of
from compliance.facts.manifest import Manifest, Waiver
from compliance.facts.sanitise import clean
from compliance.frozen import EMPTY, changed
from compliance.interview.answers import records_of
from compliance.interview.events import Event
from compliance.interview.machine import begin, step
from compliance.interview.order import choose
from compliance.interview.paths import spot_of
from compliance.interview.relevance import open_paths
from compliance.interview.state import Order, Stage, State
from compliance.packs.rulebook import RuleBook
from compliance.wizard.difference import edits_between
from compliance.wizard.proposals import Proposal
from compliance.wizard.resume import mark_of, read_mark, resumed, write_mark

Watcher = Callable[[Event, State, State], None]
"""Told of every event that happened, with the state before it and after.

What a watcher puts into a list `problems` of its own becomes a notice.
"""

_MANIFEST_ENDS: Final = (".yaml", ".yml")
_CLASHES: Final = ("file.changed", "file.changed_unreadable")


class Setting(NamedTuple):
    """What an interview is about.

    Args:
        path: the manifest, which need not exist.
        lang: language of the face, and of a manifest that is made.
        packs: ids of the packs to run; all when empty.
        order: as asked for; None for the one used last, or by sections.
        proposals: path -> what the project's files suggest.
        as_of_given: whether the date was named by hand rather than being today.
        options: those of the command line that hold for the next time as well.
    """

    path: Path
    book: RuleBook
    as_of: date
    lang: str
    packs: tuple[str, ...] = ()
    order: Order | None = None
    proposals: Mapping[str, Proposal] = EMPTY
    as_of_given: bool = False
    options: tuple[str, ...] = ()


class Session:
    """An interview that is being held.

    Attributes:
        state: where it stands.
        unsaved: whether answers could not be written yet; every later event and `retry` try again.
        blocked: the file cannot be read any more, so nothing is written until `retry` finds it readable.
        aside: the files in which all answers were kept when it was found to be blocked.
        notices: what the person has to be told, oldest first; faces show them and clear the list.
    """

    def __init__(self, setting: Setting, watchers: tuple[Watcher, ...] = ()) -> None:
        """Open a manifest, or begin with none.

        Raises:
            ComplianceError: when the manifest cannot be read as it is; nothing is touched.
        """
        self.setting = setting
        self.notices: list[Problem] = []
        self.blocked = False
        self.aside = ""
        self._watchers = watchers
        self._pending: list[Edit] = []
        self._waivers: tuple[Waiver, ...] = ()
        self._contents = look(setting.path)
        mark = read_mark(setting.path.parent)
        self.state = self._opened(mark.order)
        self.state = self._shown(resumed(self.state, mark), mark.current)
        self._mark = mark_of(self.state)
        self._hear_watchers()

    @property
    def unsaved(self) -> bool:
        """Whether there are answers that the file does not have."""
        return bool(self._pending)

    @property
    def file(self) -> str:
        """The manifest as messages name it."""
        return names_of(self.setting.path).public

    def send(self, event: Event) -> None:
        """Let something happen: the state changes, the files follow.

        Raises:
            IllegalEvent: the event makes no sense now; nothing changes.
            ManifestError: the answer cannot be written into the file as it is laid out, or a waiver there would name
                an entry that is gone; nothing changes.
        """
        before = self.state
        after = step(before, event)
        edits = edits_between(before, after)
        if edits:
            self._save(edits, after)
        else:
            self.state = after
        for watcher in self._watchers:
            watcher(event, before, after)
        self._hear_watchers()
        self._leave_mark()

    def retry(self) -> bool:
        """Write what could not be written. Returns whether everything is in the file now."""
        self.blocked = False
        if self._pending:
            self._save([], self.state)
        return not self._pending

    def _hear_watchers(self) -> None:
        for watcher in self._watchers:
            told: list[Problem] = getattr(watcher, "problems", [])
            self.notices += told
            told.clear()

    # Files -------------------------------------------------------------------------------------------------

    def _save(self, edits: list[Edit], after: State) -> None:
        pending = [*self._pending, *edits]
        if self.blocked:
            self.state, self._pending = after, pending
            return
        vocabulary = after.book.vocabulary
        self._refuse_orphans(after)
        try:
            now = look(self.setting.path)
            foreign, gone = now != self._contents, deleted(self._contents, now)
            contents = save(
                self.setting.path, self._contents, vocabulary, pending, language=self.setting.lang
            )
        except UsageError as error:
            self.state, self._pending = after, pending
            self.notices += error.problems
            self._settle_clash(error)
            return
        self.state, self._pending, self._contents = after, [], contents
        if gone:
            self.notices.append(Problem("wizard.written_again", None, {"file": self.file}, Gravity.WARNING))
        elif foreign:
            self._take_over("wizard.taken_over")

    def _refuse_orphans(self, after: State) -> None:
        """Refuse to take away or rename an entry that a waiver names: nothing would read the file any more."""
        for waiver in self._waivers:
            rule = after.book.rules.get(waiver.rule)
            parts = rule.parts if rule is not None else None
            if waiver.record is None or parts is None:
                continue
            was, will = (
                {one.key for one in records_of(s.answers, parts).entries} for s in (self.state, after)
            )
            if waiver.record in was - will:
                said = {"record": clean(waiver.record)}
                raise ManifestError(
                    Problem("wizard.waived", waiver.places.get("record", waiver.location), said)
                )

    def _settle_clash(self, error: UsageError) -> None:
        """Both versions are kept: ours beside the file. Go on from the file, if it can be read."""
        if not any(code in _CLASHES for code in error.codes):
            return
        try:
            contents = look(self.setting.path)
            merged(contents, names_of(self.setting.path), self.setting.book.vocabulary)
        except (ManifestError, UsageError):
            self.blocked = True
            self.aside = ", ".join(problem.details.get("mine", "") for problem in error.problems)
            return
        facts = {fact for problem in error.problems for fact in problem.details.get("facts", "").split(", ")}
        others = [edit for edit in self._pending if fact_of(edit) not in facts]
        self._contents, self._pending = contents, []
        with suppress(ComplianceError):  # what cannot be written is in the version kept beside
            self._contents = save(
                self.setting.path, contents, self.setting.book.vocabulary, others, language=self.setting.lang
            )
        self._take_over("wizard.theirs")

    def _take_over(self, code: str) -> None:
        """Go on from what the files say now."""
        before = self.state
        opened = self._opened(before.order)
        there = {*before.parked, *before.skipped, *before.trail}
        there = {path for path in there if spot_of(path, before.book.vocabulary, opened.answers) is not None}
        self.state = changed(
            opened,
            parked=before.parked & there,
            skipped=tuple(path for path in before.skipped if path in there),
            trail=tuple(path for path in before.trail if path in there),
        )
        self.state = self._shown(self.state, before.current)
        if before.stage is not Stage.ASKING:
            self.state = changed(self.state, stage=before.stage, current=None)
        differing = [
            own
            for own in dict.fromkeys([*before.answers, *self.state.answers])
            if before.answers.get(own) != self.state.answers.get(own)
        ]
        facts = ", ".join(differing) or "—"
        self.notices.append(Problem(code, None, {"file": self.file, "facts": facts}, Gravity.WARNING))

    def _opened(self, order: Order | None) -> State:
        """A state that goes on from the files.

        Raises:
            ManifestError: they cannot be read, or name what the packs do not have.
        """
        setting = self.setting
        manifest = None
        if self._contents != Contents(b""):
            manifest = self._manifest()
        wanted = setting.order or order or Order.SECTIONS
        return begin(setting.book, setting.as_of, manifest, order=wanted, packs=setting.packs)

    def _manifest(self) -> Manifest:
        setting = self.setting
        manifest = merged(self._contents, names_of(setting.path), setting.book.vocabulary)
        problems = reference_problems(setting.book, manifest, setting.as_of)
        if problems:
            raise ManifestError(*problems)
        self._waivers = manifest.waivers
        self.notices += (*manifest.warnings, *doubtful_dates(manifest, setting.as_of))
        return changed(manifest, warnings=(), locations=EMPTY)

    def _shown(self, state: State, path: str | None) -> State:
        """The state at a question that can be asked: the one named if it still can, else the next."""
        candidates = open_paths(state)
        current = path if path in candidates and path not in state.skipped else choose(candidates, state)
        return changed(state, current=current, stage=Stage.REVIEW if current is None else Stage.ASKING)

    def _leave_mark(self) -> None:
        mark = mark_of(self.state)
        if mark != self._mark:
            self._mark = mark
            write_mark(self.setting.path.parent, mark)


def manifest_in(path: Path) -> Path:
    """The manifest that a path means, whether it is there or not: the file itself or the one in a folder.

    What is not there is a folder unless it is called like a manifest: `example.com` is a name for a service.
    """
    named_like_one = path.suffix.casefold() in _MANIFEST_ENDS
    if path.is_dir() or not (named_like_one or path.exists()):
        return path / MANIFEST_NAME
    return path


def shown_path(path: Path) -> str:
    """A path as messages name it."""
    return clean(path.as_posix())
