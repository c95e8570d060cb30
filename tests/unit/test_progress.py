"""What the program is at is told on a terminal, after a while, and cleared away."""

from __future__ import annotations

from io import StringIO
from time import monotonic, sleep

import pytest

from compliance.cli.progress import working


class Screen(StringIO):
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
