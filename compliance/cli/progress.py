"""Says on a terminal what the program is at, when that takes longer than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock, Timer
from typing import Final, TextIO

from compliance.cli.terminal import terminal_of
from compliance.reports.words import say

PATIENCE: Final = 1.0
"""Seconds after which a person wants to know."""

_CLEAR_LINE: Final = "\r\x1b[K"


def telling(key: str, lang: str, **slots: object) -> AbstractContextManager[None]:
    """`working` in words of the program, which are looked up only where somebody looks."""
    if not sys.stderr.isatty():
        return nullcontext()
    shown = lang if terminal_of(sys.stderr, os.environ).chinese else "en"
    return working(say(key, shown, **slots))


@contextmanager
def working(
    said: str,
    stream: TextIO | None = None,
    environ: Mapping[str, str] = os.environ,
    patience: float = PATIENCE,
) -> Iterator[None]:
    """Show a line on standard error while the work goes on; it is gone when the work is done.

    Nothing is shown where nobody looks: not in a pipe, nor on a terminal that cannot clear a line.
    """
    shown_on = sys.stderr if stream is None else stream
    if not shown_on.isatty() or environ.get("TERM", "dumb") == "dumb":
        yield
        return
    line = _Line(shown_on)
    timer = Timer(patience, line.show, (said,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        line.clear()


class _Line:
    """The line, which a late timer must not show once the work is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = Lock()
        self._shown = False
        self._done = False

    def show(self, said: str) -> None:
        with self._lock:
            if not self._done:
                self._write(said)
                self._shown = True

    def clear(self) -> None:
        with self._lock:
            self._done = True
            if self._shown:
                self._write(_CLEAR_LINE)

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):  # The terminal has gone; the work goes on.
            self._done = True
