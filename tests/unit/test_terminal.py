"""What a terminal can show is found out from the stream and the environment, and writing never fails."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from compliance.cli.terminal import Terminal, never_fail, terminal_of, write, write_bytes


class Tty(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


class Pipe(Tty):
    def isatty(self) -> bool:
        return False


class Gbk(Tty):
    encoding = "gbk"  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("stream", "environ", "expected"),
    [
        (Tty(), {"COLUMNS": "100"}, Terminal(100, True, True)),
        (Tty(), {"COLUMNS": "100", "NO_COLOR": "1"}, Terminal(100, False, True)),
        (Tty(), {"COLUMNS": "100", "NO_COLOR": ""}, Terminal(100, True, True)),
        (Tty(), {"COLUMNS": "100", "TERM": "dumb"}, Terminal(100, False, True)),
        (Tty(), {"COLUMNS": "abc"}, Terminal(80, True, True)),
        (Tty(), {"COLUMNS": "0"}, Terminal(80, True, True)),
        (Pipe(), {}, Terminal(80, False, True)),
        (Pipe(), {"FORCE_COLOR": "1"}, Terminal(80, True, True)),
        (Pipe(), {"FORCE_COLOR": "0"}, Terminal(80, False, True)),
        (Pipe(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Terminal(80, False, True)),
        (Gbk(), {"COLUMNS": "40"}, Terminal(40, True, False)),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="colours depend on the console")
def test_what_a_stream_can_show(stream: Tty, environ: dict[str, str], expected: Terminal) -> None:
    assert terminal_of(stream, environ) == expected


def test_a_poor_encoding_gets_question_marks() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    never_fail(stream)
    write("备案 ok\n", stream)
    assert raw.getvalue() == b"?? ok\n"


def test_bytes_are_written_as_they_are() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    write_bytes("备案\n".encode(), stream)
    assert raw.getvalue() == "备案\n".encode()


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_reader_that_leaves_is_no_error() -> None:
    """`compliance … | head -1` prints nothing on stderr."""
    command = f"{sys.executable} -m compliance schema assessment | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("{\n", "")
