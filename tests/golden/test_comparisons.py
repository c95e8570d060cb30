"""What a comparison says, byte for byte. After a wanted change: `pytest tests/golden --regenerate`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compliance.cli.main import run

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CHANGES = (
    ("language: zh\n", "language: en\n"),
    ("    emergency: true\n", "    emergency: false\n"),
    ("    user_registration: false ", "    user_registration: true "),
    ("    security_protection: true\n", ""),
)
GOLDEN = [
    ("text", "en", "en.txt"),
    ("text", "zh", "zh.txt"),
    ("markdown", "en", "en.md"),
    ("markdown", "zh", "zh.md"),
    ("json", "en", "both.json"),
    ("json", "zh", "both.json"),
]


@pytest.mark.parametrize(("form", "lang", "golden"), GOLDEN)
def test_diff(form: str, lang: str, golden: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wallet example in August, and in November with some answers changed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "examples" / "wallet" / "compliance.yaml").read_text("utf-8")
    Path("compliance.yaml").write_text(text, "utf-8")
    assert run(["report", "--as-of", "2026-08-03", "--format", "json", "-o", "old.json"]) == 0
    for old, new in CHANGES:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    Path("compliance.yaml").write_text(text, "utf-8")
    asked = ["--as-of", "2026-11-24", "--format", form, "--lang", lang, "-o", "made"]
    assert run(["diff", "old.json", "compliance.yaml", *asked]) == 0
    place = HERE / "diff" / golden
    if os.environ.get("COMPLIANCE_REGENERATE"):
        place.write_bytes(Path("made").read_bytes())
    assert place.read_bytes() == Path("made").read_bytes()
