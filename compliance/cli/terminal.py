"""What the terminal, pipe or file at the other end can show, and writing to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EBADF
from io import StringIO
from typing import Final, NoReturn, TextIO

from compliance.errors import Problem, UsageError
from compliance.frozen import frozen

DEFAULT_WIDTH: Final = 80
MOST_WIDTH: Final = 120
"""Longer lines are hard to read; a very wide terminal does not get them."""

_MARKS: Final = "✗✓…•·"


@frozen
class Terminal:
    """What can be shown: columns, colours, the marks of reports, Chinese."""

    width: int = DEFAULT_WIDTH
    colour: bool = False
    unicode: bool = True
    chinese: bool = True


def terminal_of(stream: TextIO, environ: Mapping[str, str]) -> Terminal:
    """What a stream can show.

    `COLUMNS` beats the terminal's own width; `NO_COLOR` and `TERM=dumb` switch colours off, `FORCE_COLOR` on.
    """
    tty = stream.isatty()
    return Terminal(
        _width(stream, environ, tty), _colour(environ, tty), _shows(_MARKS, stream), _shows("合规", stream)
    )


def _width(stream: TextIO, environ: Mapping[str, str], tty: bool) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal() and int(columns[:6]) > 0:
        return int(columns[:6])
    if not tty:
        return DEFAULT_WIDTH
    try:
        return min(os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH, MOST_WIDTH)
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def _colour(environ: Mapping[str, str], tty: bool) -> bool:
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    # A classic Windows console prints the codes instead of obeying them.
    windows = sys.platform == "win32" and not environ.get("WT_SESSION")
    return tty and environ.get("TERM") != "dumb" and not windows


def _shows(characters: str, stream: TextIO) -> bool:
    try:
        characters.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def prepare_streams() -> None:
    """Print `?` for characters an encoding lacks; give a closed stream a stand-in that says so when it is used."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = StringIO()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


class _Closed(StringIO):
    """Standard output that was closed before the program started."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        raise OSError(EBADF, os.strerror(EBADF))


def say(text: str) -> None:
    """Write to standard error. Nobody can be told when that fails, and the exit code must not change."""
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()


def write(text: str) -> None:
    """Write a text to standard output. A reader that has gone away (`| head`) is no error.

    Raises:
        UsageError: `usage.output` when it cannot be written.
    """
    with _failing_aloud():
        sys.stdout.write(text)
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are, whatever its encoding and line ends.

    Raises:
        UsageError: `usage.output` when it cannot be written.
    """
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        write(data.decode(errors="replace"))  # A stand-in for a closed stream; PDF is no text.
        return
    with _failing_aloud():
        sys.stdout.flush()
        binary.write(data)
        binary.flush()


@contextmanager
def _failing_aloud() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError as error:
        _let_go(sys.stdout)
        why = error.strerror or type(error).__name__
        raise UsageError(Problem("usage.output", None, {"why": why})) from None


def leave(code: int) -> NoReturn:
    """End the program with a code, which nothing that happens at its end can change."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _let_go(stream)
    sys.exit(code)


def _let_go(stream: TextIO) -> None:
    """The interpreter flushes every stream once more at its end; let that go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
