"""The real command in a real terminal (tmux), and what it has written so far."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from compliance.cli.save import look, names_of
from compliance.facts.editor import merged
from compliance.facts.manifest import Manifest
from compliance.facts.values import Records
from compliance.interview.events import View
from compliance.interview.machine import begin, step
from compliance.interview.state import Stage, State
from compliance.packs.rulebook import RuleBook
from compliance.wizard.card import card
from compliance.wizard.resume import RESUME_NAME
from tests.interview.play import reply
from tests.wizard.driver import AS_OF
from tests.wizard.keys import Text, keys_for

TMUX = shutil.which("tmux")
KEY = 0.05
"""Seconds between two keys of a quick hand; a window or a field has to be there before it is typed into."""
PATIENCE = 20.0
"""Seconds after which something that was to appear is missed."""

_NAMES = {"enter": "Enter", "down": "Down", "up": "Up", "ctrl+u": "C-u", "tab": "Tab", "escape": "Escape"}


class Terminal:
    """A terminal of its own with the wizard in it."""

    def __init__(self, folder: Path, lang: str, columns: int, rows: int, *more: str) -> None:
        self.folder = folder
        self.lang = lang
        self.name = f"wizard-{uuid4().hex[:8]}"
        command = [sys.executable, "-m", "compliance", "wizard", str(folder), "--lang", lang]
        command += ["--as-of", AS_OF.isoformat(), *more]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        size = ["-x", str(columns), "-y", str(rows)]
        self._tmux("new-session", "-d", "-s", self.name, *size, *command, env=environment)
        self._tmux("set-option", "-t", self.name, "remain-on-exit", "on")
        pid = self._tmux("list-panes", "-t", self.name, "-F", "#{pane_pid}")
        self.pid = int(pid)

    def keys(self, *keys: str) -> None:
        """Press keys, and type texts."""
        for key in keys:
            if isinstance(key, Text):
                if key:
                    self._tmux("send-keys", "-t", self.name, "-l", "--", key)
            else:
                self._tmux("send-keys", "-t", self.name, _NAMES.get(key, key.upper() if key[1:] else key))
            time.sleep(KEY)

    def paste(self, text: str) -> None:
        """Paste a text, marked as pasted where the program asked for that."""
        load = [str(TMUX), "-L", self.name, "load-buffer", "-b", self.name, "-"]
        subprocess.run(load, check=True, input=text.encode())
        self._tmux("paste-buffer", "-p", "-d", "-b", self.name, "-t", self.name)

    def screen(self) -> str:
        """What stands on it."""
        return self._tmux("capture-pane", "-p", "-t", self.name)

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        self._tmux("resize-window", "-t", self.name, "-x", str(columns), "-y", str(rows))

    def wait_for(self, text: str) -> None:
        """Until a text stands on the screen, and the moment in which a person sees it has passed."""
        until(lambda: text in self.screen(), lambda: f"{text!r} not in\n{self.screen()}")
        time.sleep(KEY)

    def wait_for_words(self, text: str) -> None:
        """As `wait_for`, wherever the lines are broken, in what is right of the sections."""
        sought = "".join(text.split())

        def there() -> bool:
            pane = [line.split("│", 1)[-1] for line in self.screen().splitlines()]
            return sought in "".join("".join(pane).split())

        until(there, lambda: f"{text!r} not in\n{self.screen()}")
        time.sleep(KEY)

    def kill(self) -> None:
        """End the wizard at once, as a crash would."""
        os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Take the terminal away, whatever runs in it."""
        subprocess.run([str(TMUX), "-L", self.name, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *arguments: str, env: Mapping[str, str] | None = None) -> str:
        done = subprocess.run(
            [str(TMUX), "-L", self.name, *arguments], check=True, capture_output=True, env=env
        )
        return done.stdout.decode()


def until(done: Any, complaint: Any) -> None:
    """Wait for something, at most `PATIENCE`."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, complaint()
        time.sleep(0.02)


def written(folder: Path, book: RuleBook) -> Manifest:
    """What the files say."""
    path = folder / "compliance.yaml"
    return merged(look(path), names_of(path), book.vocabulary)


def shown_question(folder: Path) -> str | None:
    """The question that the wizard noted to be showing."""
    try:
        current = json.loads((folder / RESUME_NAME).read_bytes())["current"]
    except FileNotFoundError:
        return None
    return None if current is None else str(current)


def play(terminal: Terminal, state: State, truth: Mapping[str, Any]) -> Iterator[State]:
    """Answer by keys; each state after the files and the wizard have followed."""
    while state.stage is Stage.ASKING:
        event = reply(state, truth)
        after = step(state, event)
        first, *rest = keys_for(state, event)
        terminal.keys(first)
        if isinstance(event, View):
            terminal.wait_for("Esc")
        terminal.keys(*rest)
        _wait_until_shown(terminal, after)
        state = after
        yield state


def _wait_until_shown(terminal: Terminal, state: State) -> None:
    """Until the files say what the state says and the wizard shows its question."""
    folder, book = terminal.folder, state.book

    def shown() -> bool:
        return shown_question(folder) == state.current and written(folder, book).answers == state.answers

    until(shown, lambda: f"waited for {state.current}:\n{terminal.screen()}")
    drawn = card(state, terminal.lang)
    if drawn is not None:
        # A key pressed before the question, or the list with its new entry, is to be seen is for no question.
        terminal.wait_for_words(drawn.text)
        terminal.wait_for_words(drawn.record or "")
        if isinstance(drawn.value, Records) and drawn.value.entries:
            terminal.wait_for_words(f"{len(drawn.value.entries)} {drawn.value.entries[-1].key}")


def fresh(book: RuleBook, folder: Path | None = None) -> State:
    """An interview from nothing, or from what is in a folder."""
    manifest = None if folder is None else written(folder, book)
    return begin(book, AS_OF, manifest)
