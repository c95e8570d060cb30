"""What the terminal, pipe or file at the other end can show, and writing to it without ever failing."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Final, TextIO

from compliance.frozen import frozen

DEFAULT_WIDTH: Final = 80
MOST_WIDTH: Final = 120
"""Longer lines are hard to read; a very wide terminal does not get them."""

_MARKS: Final = "✗✓…•·"


@frozen
class Terminal:
    """What can be shown: columns, colours, characters other than ASCII."""

    width: int = DEFAULT_WIDTH
    colour: bool = False
    unicode: bool = True


def terminal_of(stream: TextIO, environ: Mapping[str, str]) -> Terminal:
    """What a stream can show.

    `COLUMNS` beats the terminal's own width; `NO_COLOR` and `TERM=dumb` switch colours off, `FORCE_COLOR` on.
    """
    tty = stream.isatty()
    return Terminal(_width(stream, environ, tty), _colour(environ, tty), _shows_marks(stream))


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


def _shows_marks(stream: TextIO) -> bool:
    try:
        _MARKS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def never_fail(*streams: TextIO) -> None:
    """Print `?` for characters an encoding lacks instead of failing."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def write(text: str, stream: TextIO) -> None:
    """Write a text. A reader that has gone away (`| head`) is no error."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at its end; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_bytes(data: bytes, stream: TextIO) -> None:
    """Write bytes as they are, whatever the stream's encoding and line ends."""
    binary = getattr(stream, "buffer", None)
    if binary is None:
        write(data.decode(), stream)
        return
    try:
        stream.flush()
        binary.write(data)
        binary.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
