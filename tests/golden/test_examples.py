"""What the examples come to, word by word. After a wanted change: `pytest tests/golden --regenerate`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from compliance.assessment.model import Verdict
from compliance.cli.main import run
from compliance.reports.json_v1_schema import assessment_schema

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/compliance.yaml"))
EXIT_CODES = {
    "baas": 0,
    "digital-assets": 0,
    "hospital-procurement": 0,
    "incomplete": 3,
    "logistics": 0,
    "supply-chain-finance": 3,
    "tax-invoice": 0,
    "trade-finance": 0,
    "traceability": 0,
    "vehicle-data": 1,
    "wallet": 1,
}
VERDICTS = {
    "baas": "ready",
    "digital-assets": "ready",
    "hospital-procurement": "out_of_scope",
    "incomplete": "incomplete",
    "logistics": "ready",
    "supply-chain-finance": "incomplete",
    "tax-invoice": "ready",
    "trade-finance": "ready",
    "traceability": "ready",
    "vehicle-data": "not_ready",
    "wallet": "blocked",
}
AS_OF = "2026-11-24"


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Paths in reports are relative to the repository; the environment has no say."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def same(name: str, text: str) -> None:
    """Compare with the golden file, or write it when asked to."""
    golden = HERE / name
    if os.environ.get("COMPLIANCE_REGENERATE"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert golden.read_text(encoding="utf-8") == text


def test_each_sort_of_verdict_has_an_example() -> None:
    """The verdicts that stand in the golden files are the ones meant, and every one there is occurs."""
    golden = {name: json.loads((HERE / f"{name}.json").read_text("utf-8"))["verdict"] for name in EXAMPLES}
    assert golden == VERDICTS
    assert set(golden.values()) == set(Verdict)
    assert EXIT_CODES.keys() == golden.keys()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_text(example: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", f"examples/{example}", "--as-of", AS_OF, "--lang", lang])
    told = capsys.readouterr()
    assert (code, told.err) == (EXIT_CODES[example], "")
    same(f"{example}.{lang}.txt", told.out)


@pytest.mark.parametrize("example", EXAMPLES)
def test_json(example: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", f"examples/{example}", "--as-of", AS_OF, "--format", "json"])
    out = capsys.readouterr().out
    Draft202012Validator(assessment_schema()).validate(json.loads(out))
    same(f"{example}.json", out)
