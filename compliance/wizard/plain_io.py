"""Lines in and out for the plain face: wrapped text out, one line of text in, whatever bytes come."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from typing import BinaryIO, Final

from compliance.errors import Problem
from compliance.facts.sanitise import clean
from compliance.reports.text.layout import one_line, wrap
from compliance.wizard.typed import MOST_TYPED

_MOST_BYTES: Final = 4 * MOST_TYPED + 2
"""No line of `MOST_TYPED` characters takes more in any encoding that terminals use."""
_CHUNK: Final = 1 << 16
_SHOWN: Final = 200
"""How many characters of a piped line are repeated in the transcript."""


class Ended(Exception):
    """Nothing more can be read, or nobody is there to read what is said."""


class Console:
    """The two ends of a conversation in lines.

    Args:
        source: where lines come from, as bytes.
        write: takes the text that is said.
        width: how many columns there are now.
        typed: whether a person types at a terminal, which then shows what is typed.
        chinese: whether what is said can be read there in Chinese.
    """

    def __init__(
        self,
        source: BinaryIO,
        write: Callable[[str], None],
        *,
        width: Callable[[], int],
        encoding: str = "utf-8",
        typed: bool = False,
        chinese: bool = True,
    ) -> None:
        self.chinese = chinese
        self._source = source
        self._write = write
        self._width = width
        self._encoding = encoding
        self._typed = typed
        self._begun = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self._width()

    @property
    def hides(self) -> bool:
        """Whether a hidden line really stays out of sight."""
        return not self._typed or sys.platform != "win32"

    def put(self, text: str = "", indent: int = 0, mark: str = "") -> None:
        """Say a paragraph, wrapped; further lines stand under the first word."""
        hang = " " * (indent + len(mark))
        lines = wrap(one_line(text), max(20, self.width - len(hang)))
        first, *rest = lines or [""]
        said = [" " * indent + mark + first, *(hang + line for line in rest)]
        self.raw("".join(f"{line}\n" for line in said))

    def raw(self, text: str) -> None:
        """Say a text as it is.

        Raises:
            Ended: nobody reads any more.
        """
        try:
            self._write(text)
        except BrokenPipeError:
            raise Ended from None

    def ask(self, prompt: str = "> ", *, hidden: bool = False) -> str | Problem:
        """The next line; or what is wrong with it.

        A hidden line is neither shown by the terminal nor repeated in the transcript.

        Raises:
            Ended: there is none.
        """
        # Before the prompt: whoever sees it may type.
        with _without_echo(self._source, hidden and self._typed):
            self.raw(prompt)
            data = self._line()
        line = self._decoded(data)
        self._repeat(line, hidden)
        return line

    def _line(self) -> bytes:
        """One line's bytes, at most some more than can be an answer; the rest of a longer one is dropped."""
        try:
            data = self._source.readline(_MOST_BYTES)
            if not data:
                raise Ended
            rest = data
            while rest and not rest.endswith(b"\n"):
                rest = self._source.readline(_CHUNK)
        except (OSError, ValueError):
            # The terminal has gone.
            raise Ended from None
        return data

    def _decoded(self, data: bytes) -> str | Problem:
        try:
            line = data.rstrip(b"\r\n").decode(self._encoding)
        except (UnicodeDecodeError, LookupError):
            if len(data) >= _MOST_BYTES:
                return _too_long()
            return Problem("wizard.not_text", None, {"encoding": self._encoding})
        if not self._begun:
            # What editors put at the beginning of a file.
            line = line.removeprefix("\ufeff")
        self._begun = True
        if len(line) > MOST_TYPED:
            return _too_long()
        shown = clean(line)
        if shown != line:
            odd = next(character for character in line if clean(character) != character)
            return Problem("wizard.hidden_characters", None, {"shown": clean(odd)})
        return line

    def _repeat(self, line: str | Problem, hidden: bool) -> None:
        """What a terminal would show of the line that was read."""
        if self._typed:
            if hidden:
                self.raw("\n")
            return
        if isinstance(line, Problem) or (hidden and not line.startswith((":", "：", "?", "？"))):
            self.raw("***\n")
        else:
            self.raw(f"{one_line(line)[:_SHOWN]}\n")


def _too_long() -> Problem:
    return Problem("wizard.line_too_long", None, {"limit": str(MOST_TYPED)})


@contextmanager
def _without_echo(source: BinaryIO, wanted: bool) -> Iterator[None]:
    """Have a terminal show nothing of what is typed, where the system can do that."""
    if not wanted or sys.platform == "win32":
        yield
        return
    import termios

    try:
        terminal = source.fileno()
        before = termios.tcgetattr(terminal)
    except (OSError, ValueError, termios.error):
        yield
        return
    silent = [*before]
    silent[3] &= ~termios.ECHO

    def hush(*_: object) -> None:
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSADRAIN, silent)

    hush()
    # A shell shows what is typed again after Ctrl-Z and `fg`.
    was = signal.signal(signal.SIGCONT, hush) if current_thread() is main_thread() else None
    try:
        yield
    finally:
        if was is not None:
            signal.signal(signal.SIGCONT, was)
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
