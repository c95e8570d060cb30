"""The examples against outcomes reasoned from the law, `expected/<example>.yaml`, which no program writes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.cli.main import run

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JUDGEMENTS = sorted((HERE / "expected").glob("*.yaml"))
OUTCOMES = {"satisfied", "violated", "undecided", "pending", "not_applicable"}


def judgement(path: Path) -> dict[str, Any]:
    """A file of `expected`, refused if it says what the test would not look at."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert found.keys() == {"verdict", "final", "rules"}
    for rule, stated in found["rules"].items():
        assert {"outcome", "why"} <= stated.keys() <= {"outcome", "why", "past", "due"}, rule
        assert stated["outcome"] in OUTCOMES, rule
        assert isinstance(stated.get("due"), date) == (stated["outcome"] == "pending"), rule
        assert isinstance(stated.get("past", False), bool), rule
        assert isinstance(stated["why"], str), rule
    return found


def assessed(
    example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """The program's assessment of an example, as its readers get it."""
    monkeypatch.chdir(ROOT)
    run(["check", f"examples/{example}", "--as-of", "2026-11-24", "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def outcome_of(finding: dict[str, Any]) -> dict[str, Any]:
    due = finding["due"]
    return {
        "outcome": finding["outcome"],
        "past": finding["past"],
        "due": date.fromisoformat(due) if due else None,
    }


def test_there_are_judgements() -> None:
    assert JUDGEMENTS


@pytest.mark.parametrize("path", JUDGEMENTS, ids=lambda path: path.stem)
def test_the_program_judges_as_the_hand_did(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand = judgement(path)
    by_program = assessed(path.stem, monkeypatch, capsys)
    assert {key: by_program[key] for key in ("verdict", "final")} == {
        key: by_hand[key] for key in ("verdict", "final")
    }
    found = {finding["rule"]: outcome_of(finding) for finding in by_program["findings"]}
    stated = {
        rule: {"outcome": one["outcome"], "past": one.get("past", False), "due": one.get("due")}
        for rule, one in by_hand["rules"].items()
    }
    assert {rule: found.get(rule, "no such rule") for rule in stated} == stated


@pytest.mark.parametrize("path", JUDGEMENTS, ids=lambda path: path.stem)
def test_nothing_binding_is_overlooked(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every binding rule that is violated, undecided or pending is stated there."""
    matters = {
        finding["rule"]
        for finding in assessed(path.stem, monkeypatch, capsys)["findings"]
        if finding["binding"] and finding["outcome"] in {"violated", "undecided", "pending"}
    }
    assert matters - judgement(path)["rules"].keys() == set()
