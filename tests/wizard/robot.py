"""Somebody who types into the plain face what a manifest says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compliance.cli.check import assess_input
from compliance.cli.files import read_input
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import HELD, NONE, Quantity, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.interview.answers import records_of, value_at
from compliance.interview.paths import spot_of
from compliance.interview.state import Stage
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook
from compliance.wizard.plain import run_plain
from compliance.wizard.plain_io import Console
from compliance.wizard.session import Session

ROOT = Path(__file__).parents[2]
BOOK = load_rule_book([bundled_rules()], None)


def example(name: str, book: RuleBook = BOOK) -> Manifest:
    source = read_input(ROOT / "examples" / name)
    return read_manifest(source.data, source.file, book.vocabulary, source.private, source.private_file)


class Robot:
    """The far end of a console: gives the next line from what is being asked."""

    def __init__(self, session: Session, truth: Manifest, most: int = 2000) -> None:
        self.session = session
        self.truth = truth
        self.waiting: list[str] = []
        self.asked: list[str] = []
        self.most = most

    def readline(self, limit: int = -1) -> bytes:
        if not self.waiting:
            self.waiting += self._lines()
        self.most -= 1
        assert self.most, f"no end: {self.asked[-5:]}"
        return f"{self.waiting.pop(0)}\n".encode()

    def _lines(self) -> Iterator[str]:
        state = self.session.state
        if state.stage is not Stage.ASKING:
            yield "quit"
            return
        path = str(state.current)
        self.asked.append(path)
        spot = spot_of(path, state.book.vocabulary, state.answers)
        assert spot is not None
        value = value_at(self.truth.answers, spot)
        if spot.fact.kind is Kind.RECORDS:
            yield self._list(path, value)
        elif path in self.truth.readings:
            view = self.truth.readings[path]
            yield view.view
            yield view.by
            yield view.on.isoformat()
            yield view.note
        elif value is None:
            yield ":unknown"
        else:
            yield typed(value, spot.fact)

    def _list(self, path: str, wanted: Value | None) -> str:
        if not isinstance(wanted, Records):
            return "unknown"
        there = {entry.key for entry in records_of(self.session.state.answers, path).entries}
        missing = [entry.key for entry in wanted.entries if entry.key not in there]
        if missing:
            return f"add {missing[0]}"
        if not wanted.complete:
            return "more"
        return "all" if wanted.entries else "none"


def typed(value: Value, fact: Fact) -> str:
    """An answer as a person types it."""
    if value is HELD:
        return "held"
    if value is NONE:
        return "not yet" if fact.kind is Kind.DATE else "none"
    if isinstance(value, bool):
        return "y" if value else "否"
    if isinstance(value, frozenset):
        numbers = [str(n) for n, option in enumerate(fact.options, start=1) if option.id in value]
        return "，".join(numbers) or "0"
    if isinstance(value, Quantity):
        return str(value)
    if fact.kind is Kind.CHOICE:
        return next(option.label.zh for option in fact.options if option.id == value)
    return str(value)


def play(session: Session, truth: Manifest) -> tuple[int, str, list[str]]:
    """A whole interview: exit code, transcript, the questions asked in order."""
    robot = Robot(session, truth)
    said: list[str] = []
    console = Console(robot, said.append, width=lambda: 80)  # type: ignore[arg-type]
    code = run_plain(session, console, lambda lang, width: "")
    return code, "".join(said), list(dict.fromkeys(robot.asked))


def checked(session: Session) -> object:
    """What `compliance check` says of what was written."""
    setting = session.setting
    return assess_input(
        read_input(setting.path), setting.book, setting.as_of, as_of_given=True, packs=setting.packs
    )
