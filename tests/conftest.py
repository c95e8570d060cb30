"""Options that all tests share."""

import os
import signal

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write golden files and generated pages instead of comparing",
    )


def pytest_configure(config: pytest.Config) -> None:
    """One switch for all files that tests write; programs that tests start can be interrupted, as at a terminal."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so a shell starts what it puts in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--regenerate"):
        os.environ["COMPLIANCE_REGENERATE"] = "1"
