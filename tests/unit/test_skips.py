"""A check that is switched off says why, and since when: `2026-11-28: ...`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
_WAYS = {"skip", "skipif", "skipIf", "xfail", "importorskip"}
_DATED = re.compile(r"20\d\d-\d\d-\d\d: \S")


def undated(source: str) -> list[int]:
    """The lines where something is skipped without a reason that begins with a day."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _WAYS:
            given = [*node.args, *(word.value for word in node.keywords if word.arg == "reason")]
            texts = [
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if not any(map(_DATED.match, texts)):
                found.append(node.lineno)
    return found


def test_every_skip_has_a_reason_and_a_day() -> None:
    wrong = {
        f"{path.relative_to(TESTS)}:{line}"
        for path in TESTS.rglob("*.py")
        for line in undated(path.read_text(encoding="utf-8"))
    }
    assert not wrong


@pytest.mark.parametrize("way", sorted(_WAYS))
def test_each_way_to_switch_off_is_noticed(way: str) -> None:
    assert undated(f"unittest.{way}('later')\n@pytest.mark.{way}(True)\ndef f(): ...\n") == [1, 2]
    assert undated(f"pytest.{way}('2026-11-28: no such modes')\n") == []
    assert undated(f"pytest.{way}(True, reason='2026-11-28: no such modes')\n") == []
