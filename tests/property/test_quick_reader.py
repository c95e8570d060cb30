"""Whenever the quick reader answers, typer says the same of the same command line."""

from __future__ import annotations

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.cli import check as check_module
from compliance.cli.check import CheckRequest, request_of
from compliance.cli.commands import command_line
from compliance.cli.options import CHECK, Option
from compliance.cli.quick import read_quickly

NOISE = [
    "",
    "-",
    "--",
    "-h",
    "--help",
    "--al",
    "--as-of=",
    "-oreport",
    "--format=xml",
    "a b",
    "服务",
    "./x",
    "=",
    "--force=1",
]


def words_of(option: Option) -> st.SearchStrategy[list[str]]:
    values = st.sampled_from([*option.choices, "2026-11-24", "x.yaml", "-1", "", *NOISE])
    if not option.flags:
        return st.lists(values, min_size=1, max_size=1)
    flags = st.sampled_from(option.flags)
    if option.kind == "flag":
        return st.lists(flags, min_size=1, max_size=1)
    apart = st.tuples(flags, values).map(list)
    joined = st.tuples(flags, values).map(lambda pair: [f"{pair[0]}={pair[1]}"])
    return apart | joined


LINES = st.lists(
    st.one_of(*map(words_of, CHECK), st.sampled_from(NOISE).map(lambda word: [word])), max_size=6
).map(lambda groups: [word for group in groups for word in group])


def said_by_typer(line: list[str], monkeypatch: pytest.MonkeyPatch) -> CheckRequest | None:
    """The request that typer makes of a line; None where it refuses it or shows help."""
    seen: list[CheckRequest] = []

    def note(request: CheckRequest) -> int:
        seen.append(request)
        return 0

    monkeypatch.setattr(check_module, "check", note)
    command = typer.main.get_command(command_line(["check"]))
    try:
        command.main(["check", *line], "compliance", standalone_mode=False)
    except Exception:
        return None
    return seen[0] if seen else None


@settings(max_examples=1500, deadline=None)
@given(LINES)
def test_the_quick_reader_says_what_typer_says(line: list[str]) -> None:
    given_quickly = read_quickly(line, CHECK)
    if given_quickly is None:
        return
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert request_of(given_quickly) == said_by_typer(line, monkeypatch)


@pytest.mark.parametrize(
    ("line", "request_made"),
    [
        ([], CheckRequest()),
        (["a", "--all", "b"], CheckRequest(paths=("a", "b"), show_all=True)),  # type: ignore[arg-type]
        (
            ["--as-of=2026-11-24", "--fail-on", "pending"],
            CheckRequest(as_of="2026-11-24", fail_on=frozenset({"pending"})),
        ),
    ],
)
def test_plain_lines_are_read_quickly(line: list[str], request_made: CheckRequest) -> None:
    """The usual lines do not fall back to typer."""
    found = read_quickly(line, CHECK)
    assert found is not None
    made = request_of(found)
    assert (tuple(map(str, made.paths)), *made[1:]) == (
        tuple(map(str, request_made.paths)),
        *request_made[1:],
    )


@pytest.mark.parametrize(
    "word", ["-h", "--help", "--", "--al", "-oreport", "--format=xml", "--force=1", "--as-of"]
)
def test_what_is_not_plain_is_left_to_typer(word: str) -> None:
    assert read_quickly([word], CHECK) is None
