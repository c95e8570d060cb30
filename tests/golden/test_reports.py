"""What reports in files say, byte for byte. After a wanted change: `pytest tests/golden --regenerate`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compliance.cli.main import run

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GOLDEN = [
    ("vehicle-data", "markdown", "en", (), "vehicle-data.en.md"),
    ("vehicle-data", "markdown", "zh", (), "vehicle-data.zh.md"),
    ("supply-chain-finance", "markdown", "en", ("--all",), "supply-chain-finance.en.md"),
    ("supply-chain-finance", "markdown", "zh", ("--all",), "supply-chain-finance.zh.md"),
    ("vehicle-data", "csv", "both", (), "vehicle-data.csv"),
    ("incomplete", "csv", "both", (), "incomplete.csv"),
    ("vehicle-data", "junit", "en", (), "vehicle-data.xml"),
    ("supply-chain-finance", "junit", "zh", (), "supply-chain-finance.xml"),
    ("vehicle-data", "gitlab", "en", (), "vehicle-data.gitlab.json"),
    ("supply-chain-finance", "gitlab", "zh", (), "supply-chain-finance.gitlab.json"),
    ("wallet", "oscal", "both", ("--pack", "sector-virtual-currency"), "wallet.oscal-ar.json"),
    ("logistics", "oscal-poam", "both", (), "logistics.oscal-poam.json"),
    ("wallet", "cyclonedx", "both", ("--pack", "sector-virtual-currency"), "wallet.cdx.json"),
]


@pytest.mark.parametrize(("example", "form", "lang", "more", "golden"), GOLDEN, ids=lambda case: str(case))
def test_report(
    example: str,
    form: str,
    lang: str,
    more: tuple[str, ...],
    golden: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Paths are relative to the repository."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    out = tmp_path / "report"
    asked = ["--as-of", "2026-11-24", "--format", form, "--lang", lang, *more, "-o", str(out)]
    assert run(["report", f"examples/{example}", *asked]) == 0
    place = HERE / "reports" / golden
    if os.environ.get("COMPLIANCE_REGENERATE"):
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(out.read_bytes())
    assert place.read_bytes() == out.read_bytes()
