"""What filers are said to get wrong is caught by rules, or the table says why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.packs.cache import bundled_rules, read_folders
from compliance.packs.examples import Example
from compliance.packs.load import load_packs
from compliance.packs.rulebook import RuleBook

MISTAKES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text("utf-8"))
PARTLY = {10, 14, 17, 18}
"""The mistakes of which a part is seen by no rule."""


@pytest.fixture(scope="module")
def loaded() -> tuple[RuleBook, tuple[Example, ...]]:
    return load_packs(read_folders([bundled_rules()]))


def test_all_are_there() -> None:
    assert [one["mistake"] for one in MISTAKES] == list(range(1, 22))


def test_what_is_not_covered_is_said() -> None:
    assert {one["mistake"] for one in MISTAKES if "uncovered" in one} == PARTLY


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: str(one["mistake"]))
def test_a_mistake_is_caught_or_has_its_reason(
    mistake: dict[str, Any], loaded: tuple[RuleBook, tuple[Example, ...]]
) -> None:
    """Each rule exists and can be violated; the example that is named is one of theirs and shows it."""
    book, examples = loaded
    assert mistake["says"].endswith(".")
    assert ("rules" in mistake) != ("reason" in mistake)
    assert ("rules" in mistake) == ("example" in mistake)
    violated = {(one.rule, one.name) for one in examples if one.expect == "violated"}
    for rule in mistake.get("rules", ()):
        assert rule in book.rules
        assert any(name == rule for name, _ in violated), rule
    if "example" in mistake:
        assert any((rule, mistake["example"]) in violated for rule in mistake["rules"])
