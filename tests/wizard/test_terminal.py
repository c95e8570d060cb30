"""The wizard in a real terminal: by keys alone to the verdict, killed at any moment, resized at will."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from compliance.assessment.assess import assess
from compliance.interview.machine import step
from compliance.interview.state import Stage, State
from compliance.packs.rulebook import RuleBook
from compliance.wizard.resume import read_mark, resumed
from tests.interview.play import reply
from tests.wizard.driver import AS_OF, ROOT, bundled_book
from tests.wizard.keys import Text, keys_for
from tests.wizard.terminal import TMUX, Terminal, fresh, play, shown_question, until, written

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(TMUX is None, reason="2026-11-25: needs tmux, which is not installed here"),
]

KILLS = 20


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return bundled_book()


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The terminals of a test, taken away at its end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


RUNS = [
    ("hospital-procurement", "zh", 80, 24),
    ("trade-finance", "en", 80, 24),
    ("logistics", "zh", 200, 50),
    ("hospital-procurement", "en", 200, 50),
]


@pytest.mark.parametrize(("name", "lang", "columns", "rows"), RUNS)
def test_by_keys_alone_from_an_empty_folder_to_the_verdict(
    name: str, lang: str, columns: int, rows: int, book: RuleBook, tmp_path: Path, terminals: list[Terminal]
) -> None:
    truth = written(ROOT / "examples" / name, book)
    terminal = Terminal(tmp_path, lang, columns, rows)
    terminals.append(terminal)
    terminal.wait_for("F10")
    *_, state = play(terminal, fresh(book), truth.answers)
    verdict = assess(book, written(tmp_path, book), AS_OF).verdict
    assert verdict is state.assessment.verdict is assess(book, truth, AS_OF).verdict
    terminal.wait_for({"zh": "核对", "en": "Review"}[lang])
    terminal.keys("F10")
    terminal.wait_for("compliance wizard")


def test_killed_at_any_moment_it_loses_at_most_the_answer_being_typed(
    book: RuleBook, tmp_path: Path, terminals: list[Terminal]
) -> None:
    """Twenty kills at random moments of one interview; after each the next wizard goes on with what was answered."""
    truth = written(ROOT / "examples" / "trade-finance", book).answers
    rng = random.Random(20261125)
    state = fresh(book)
    lost = 0
    for number in range(KILLS):
        terminal = Terminal(tmp_path, rng.choice(["zh", "en"]), 80, 24)
        terminals.append(terminal)
        terminal.wait_for("F10")
        steps = play(terminal, state, truth)
        for _ in range(rng.randrange(1, 5)):
            state = next(steps, state)
        if state.stage is not Stage.ASKING:
            break
        event = reply(state, truth)
        keys = keys_for(state, event)
        terminal.keys(*(keys if rng.random() < 0.7 else keys[:-1]))
        time.sleep(rng.random() * 0.15)
        terminal.kill()
        found = written(tmp_path, book) if (tmp_path / "compliance.yaml").exists() else None
        answers = {} if found is None else dict(found.answers)
        after = step(state, event)
        assert answers in (dict(state.answers), dict(after.answers)), (number, event)
        lost += answers == dict(state.answers) and answers != dict(after.answers)
        state = _as_resumed(state if answers == dict(state.answers) else after, book, tmp_path)
        terminal.close()
    print(f"\n  {number + 1} kills, the answer being typed lost in {lost}")
    assert state.answers


def _as_resumed(state: State, book: RuleBook, folder: Path) -> State:
    """The state that a new wizard begins with: what the killed one had written, and its mark if it is of that state."""
    from compliance.frozen import changed
    from compliance.interview.order import choose
    from compliance.interview.relevance import open_paths

    mark = read_mark(folder)
    opened = resumed(fresh(book, folder), mark)
    candidates = open_paths(opened)
    kept = mark.current in candidates and mark.current not in opened.skipped
    current = mark.current if kept else choose(candidates, opened)
    assert dict(opened.answers) == dict(state.answers)
    return changed(opened, current=current, stage=Stage.REVIEW if current is None else Stage.ASKING)


def test_resized_while_it_runs(book: RuleBook, tmp_path: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(tmp_path, "zh", 80, 24)
    terminals.append(terminal)
    terminal.wait_for("F10")
    for columns, rows in [(20, 5), (200, 50), (20, 5)]:
        terminal.resize(columns, rows)
        time.sleep(0.3)
    terminal.keys("1")
    until(lambda: (tmp_path / "compliance.yaml").exists(), terminal.screen)
    terminal.resize(80, 24)
    terminal.wait_for("F10")
    assert written(tmp_path, book).answers == {"service.on_blockchain": True}
    assert "Traceback" not in terminal.screen()


def test_told_to_end_it_gives_the_terminal_back(
    book: RuleBook, tmp_path: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(tmp_path, "en", 80, 24)
    terminals.append(terminal)
    terminal.wait_for("F10")
    terminal.keys("1")
    until(lambda: (tmp_path / "compliance.yaml").exists(), terminal.screen)
    os.kill(terminal.pid, signal.SIGTERM)
    terminal.wait_for("To go on")
    assert "F10" not in terminal.screen()
    assert written(tmp_path, book).answers == {"service.on_blockchain": True}


def test_a_flood_and_escape_codes_pasted(book: RuleBook, tmp_path: Path, terminals: list[Terminal]) -> None:
    """100 kB and control characters, pasted as a terminal pastes them, are refused with a message."""
    terminal = Terminal(tmp_path, "en", 80, 24)
    terminals.append(terminal)
    terminal.wait_for("F10")
    terminal.keys("F3", Text("name of the service"), "enter")
    until(lambda: shown_question(tmp_path) == "service.name", terminal.screen)
    terminal.paste("x" * 100_000)
    terminal.wait_for("100000")
    terminal.paste("a\x07b\u202ec")
    terminal.wait_for("<U+")
    terminal.keys("enter")
    terminal.wait_for("invisible")
    assert not (tmp_path / "compliance.yaml").exists()
    assert "Traceback" not in terminal.screen()
