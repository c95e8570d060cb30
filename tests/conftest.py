"""Options that all tests share."""

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write golden files and generated pages instead of comparing",
    )


def pytest_configure(config: pytest.Config) -> None:
    """One switch for all files that tests write."""
    if config.getoption("--regenerate"):
        os.environ["COMPLIANCE_REGENERATE"] = "1"
