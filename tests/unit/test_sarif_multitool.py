"""SARIF by the validator of those who wrote the standard: stricter than its published schema."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, hostile
from report_samples import ALL, assessment_of
from sample_book import judged

from compliance.reports.render import Options
from compliance.reports.sarif import render_sarif
from tests.platforms import needs_npm

BOTH = Options(("zh", "en"))
VALIDATOR = "@microsoft/sarif-multitool-linux@5.7.0"
NO_PAGE = "SARIF2005"
"""The program has no page of its own that a log could name; this is the only advice."""


@pytest.mark.heavy
@needs_npm
def test_the_multitool_finds_nothing(tmp_path: Path) -> None:
    """All samples in both languages, hostile texts too; what is wrong in a spoilt log is noticed."""
    logs = tmp_path / "logs"
    logs.mkdir()
    for name in ALL:
        (logs / f"{name}.sarif").write_bytes(render_sarif(assessment_of(name), BOTH))
    for number, text in enumerate(HOSTILE[::5]):
        (logs / f"hostile-{number:02d}.sarif").write_bytes(render_sarif(hostile(text), Options(("en",))))
    (logs / "spoilt.sarif").write_bytes(spoilt())
    found = complaints(logs, tmp_path)
    files = sorted(path.name for path in logs.iterdir())
    assert files == sorted(found)
    assert {rule for rule, level in found.pop("spoilt.sarif") if level == "error"} == {"SARIF1004"}
    assert {rule for told in found.values() for rule, _ in told} <= {NO_PAGE}
    print(f"{len(found)} logs read by {VALIDATOR}, one spoilt was noticed")


def spoilt() -> bytes:
    """A log with a place that begins with a slash."""
    log = json.loads(render_sarif(judged(), BOTH))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    place["artifactLocation"]["uri"] = "/compliance.yaml"
    return json.dumps(log).encode()


def complaints(logs: Path, folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Rule and level of whatever it says on each log."""
    install = ["npm", "install", "--silent", "--prefix", str(folder), VALIDATOR]
    subprocess.run(install, check=True, timeout=300)
    program = folder / "node_modules" / VALIDATOR.rpartition("@")[0] / "Sarif.Multitool"
    program.chmod(0o755)  # Scripts of packages may be off, and one of its own would do this.
    said = folder / "said.sarif"
    wanted = [str(program), "validate", f"{logs}/*.sarif", "--output", str(said)]
    done = subprocess.run(
        wanted,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    (run,) = json.loads(said.read_text("utf-8-sig"))["runs"]
    found: dict[str, list[tuple[str, str]]] = {path.name: [] for path in logs.iterdir()}
    for result in run["results"]:
        name = place_of(result).rpartition("/")[2]
        found[name].append((result["ruleId"], result.get("level", "warning")))
    return found


def place_of(result: Any) -> str:
    uri: str = result["locations"][0]["physicalLocation"]["artifactLocation"].get("uri", "")
    return uri
