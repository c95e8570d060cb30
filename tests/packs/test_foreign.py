"""A pack of another country, with its own calendar, identifier and reading, works without touching Python."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from compliance.assessment.examples import judge_example
from compliance.errors.render import sentence
from compliance.packs.cache import read_folders
from compliance.packs.examples import run_examples
from compliance.packs.load import load_packs

DATA = Path(__file__).parent.parent / "data"


def run(arguments: list[str]) -> tuple[int, str]:
    command = [sys.executable, "-m", "compliance", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_its_examples_hold() -> None:
    book, examples = load_packs(read_folders([DATA / "packs" / "atlantis"]))
    assert len(book.rules) == 8 and len(book.instruments) == 2
    assert [sentence(p, "en").message for p in run_examples(book, examples, judge_example)] == []


def test_check() -> None:
    """Blocked by the hard stop; the ship's report is due in the pack's own way of counting."""
    rules = str(DATA / "packs" / "atlantis")
    project = str(DATA / "atlantis-project")
    code, out = run(["check", project, "--rules", rules, "--as-of", "2026-07-15", "--format", "json"])
    assessment = json.loads(out)
    assert code == 1
    assert assessment["verdict"] == "blocked"
    outcomes = {finding["rule"].split(".", 1)[1]: finding["outcome"] for finding in assessment["findings"]}
    assert outcomes == {
        "1.register-in-time": "satisfied",
        "2.leave-in-time": "not_applicable",
        "3.report-ships": "pending",
        "4.licence": "satisfied",
        "5.depth": "satisfied",
        "6.no-kraken": "violated",
        "7.keep-log": "satisfied",
        "8.count-rafts": "satisfied",
    }


def test_schema() -> None:
    """The manifest schema speaks of its facts."""
    code, out = run(["schema", "manifest", "--rules", str(DATA / "packs" / "atlantis")])
    assert code == 0
    assert "kraken" in out and "泊位数" in out
