"""What a terminal can show is found out from the stream and the environment, and writing never fails."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.cli.terminal import Terminal, prepare_streams, terminal_of, write, write_bytes
from tests.platforms import colours_by_variables, needs_full_device, needs_shell

READY = Path(__file__).parents[2] / "examples" / "traceability"


class Tty(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


class Pipe(Tty):
    def isatty(self) -> bool:
        return False


class Gbk(Tty):
    encoding = "gbk"  # type: ignore[assignment]


class Latin(Tty):
    encoding = "latin-1"  # type: ignore[assignment]


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
        (Latin(), {"COLUMNS": "40"}, Terminal(40, True, False, False)),
    ],
)
@colours_by_variables
def test_what_a_stream_can_show(stream: Tty, environ: dict[str, str], expected: Terminal) -> None:
    assert terminal_of(stream, environ) == expected


def test_a_poor_encoding_gets_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    prepare_streams()
    write("备案 ok\n")
    assert raw.getvalue() == b"?? ok\n"


def test_bytes_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    write_bytes("备案\n".encode())
    assert raw.getvalue() == "备案\n".encode()


def shell(command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program in a shell, `compliance` standing for this interpreter's."""
    program = f'"{sys.executable}" -m compliance'
    return subprocess.run(
        ["bash", "-c", command.replace("compliance", program, 1)],
        env={**os.environ, "READY": str(READY), **env},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@needs_shell
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("compliance check nowhere 2>&-", 2),
        ("compliance check --format xml 2>&-", 2),
        ("compliance --nothing 2>&-", 2),
        ("compliance check nowhere >&- 2>&-", 2),
        ("compliance --help | true; exit ${PIPESTATUS[0]}", 0),
        ("compliance --version | true; exit ${PIPESTATUS[0]}", 0),
        ("compliance check --help | true; exit ${PIPESTATUS[0]}", 0),
        ('compliance check "$READY" --as-of 2026-11-24 | true; exit ${PIPESTATUS[0]}', 0),
        ('compliance check "$READY" --as-of 2026-11-24 >&-', 2),
    ],
)
def test_closed_streams_never_turn_an_error_into_a_breach(command: str, code: int) -> None:
    """Whatever happens to the streams, the exit code is that of the command, and an error is never 1."""
    assert shell(command).returncode == code


@needs_full_device
@pytest.mark.parametrize("arguments", ['check "$READY"', 'check "$READY" --format json', "--help"])
def test_a_full_disk_is_said(arguments: str) -> None:
    done = shell(f"compliance {arguments} > /dev/full")
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "internal error" not in done.stderr


@needs_shell
def test_a_terminal_without_chinese_gets_english_and_is_told() -> None:
    done = shell('compliance check "$READY" --as-of 2026-11-24', PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.stdout.startswith("READY as of 2026-11-24")
    assert "[usage.no_chinese]" in done.stderr


@needs_shell
@pytest.mark.parametrize("command", ["explain file-in-time", "rules list"])
def test_what_is_said_to_be_typed_can_be_typed(command: str) -> None:
    """These commands have no `-o`."""
    closed = shell(f"compliance {command} >&-")
    poor = shell(f"compliance {command} --lang zh", PYTHONIOENCODING="ascii")
    for said in (closed.stderr, poor.stderr):
        assert "> FILE" in said and "-o" not in said


@needs_shell
def test_a_reader_that_leaves_is_no_error() -> None:
    """`compliance … | head -1` prints nothing on stderr."""
    command = f"{sys.executable} -m compliance schema assessment | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("{\n", "")
