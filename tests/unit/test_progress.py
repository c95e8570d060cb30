"""What the program is at is told on a terminal, after a while, and cleared away."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from time import monotonic, sleep

import pytest
from report_samples import EXAMPLES, ROOT

from compliance.cli.main import run
from compliance.cli.progress import working


class Screen(StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


TERM = {"TERM": "xterm"}


def wait_for(screen: Screen, text: str) -> None:
    until = monotonic() + 10
    while text not in screen.getvalue() and monotonic() < until:
        sleep(0.005)


def test_long_work_is_told_and_the_line_is_cleared() -> None:
    screen = Screen()
    with working("making report.pdf …", screen, TERM, patience=0.01):
        wait_for(screen, "report.pdf")
        assert screen.getvalue() == "making report.pdf …"
    assert screen.getvalue() == "making report.pdf …\r\x1b[K"


def test_it_is_cleared_when_the_work_fails() -> None:
    screen = Screen()
    with pytest.raises(KeyError), working("x", screen, TERM, patience=0.01):
        wait_for(screen, "x")
        raise KeyError
    assert screen.getvalue() == "x\r\x1b[K"


def test_short_work_says_nothing() -> None:
    screen = Screen()
    with working("x", screen, TERM, patience=5):
        pass
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "environ"), [(StringIO(), TERM), (Screen(), {"TERM": "dumb"}), (Screen(), {})]
)
def test_nothing_where_nobody_looks(stream: StringIO, environ: dict[str, str]) -> None:
    with working("x", stream, environ, patience=0.01):
        sleep(0.05)
    assert stream.getvalue() == ""


def test_a_terminal_that_has_gone_stops_nothing() -> None:
    screen = Screen()
    done = False
    with working("x", screen, TERM, patience=0.01):
        screen.close()
        sleep(0.05)
        done = True
    assert done and screen.closed


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (["check", "--lang", "en"], ["Assessing {file} …"]),
        (
            ["report", "--lang", "zh", "--format", "json", "--format", "text"],
            ["正在评估 {file} ……", "正在生成 json 报告……", "正在生成 text 报告……"],
        ),
    ],
)
def test_whatever_may_take_long_is_told(
    command: list[str], wanted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of thousands of entries assessing alone takes longer than a second."""
    told = []

    @contextmanager
    def noted(said: str) -> Iterator[None]:
        told.append(said)
        yield

    monkeypatch.setattr("compliance.cli.progress.working", noted)
    folder = ROOT / "examples" / EXAMPLES[0]
    where = ["-o", f"{tmp_path}/" if command[0] == "report" else str(tmp_path / "a.txt")]
    monkeypatch.setattr(sys, "stderr", Screen())
    assert run([*command, str(folder), "--as-of", "2026-11-24", *where]) != 2
    assert told == [one.format(file=folder / "compliance.yaml") for one in wanted]
