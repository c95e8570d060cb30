"""A refused filing never passes in silence, and no view of the law makes a service ready that leaves it at that."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.cli.main import run
from compliance.facts.yaml_reader import MANIFEST_LIMITS, read_yaml
from compliance.packs.files import plain

EXAMPLE = Path(__file__).parents[2] / "examples" / "traceability"
DUTY = "cac-order-3.12.1.refusal-fixed"
AS_OF = "2026-11-24"
LATELY = "2026-11-20"
"""Nine working days before the last day of ten that would run anew, 2026-12-04."""
LONG_AGO = "2025-12-01"


def assessed(
    folder: Path, filing: dict[str, str], view: str | None, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """A ready service of the examples as it would be had it no number and such a filing."""
    shutil.copytree(EXAMPLE, folder)
    path = folder / "compliance.yaml"
    root, problems = read_yaml(path.read_bytes(), path.name, MANIFEST_LIMITS)
    assert root is not None and not problems
    manifest: Any = plain(root)
    none_yet = {"number": "none", "number_issued_on": "not yet"}
    manifest["facts"]["filing"] |= none_yet | filing
    for endpoint in manifest["facts"]["service"]["endpoints"]:
        endpoint |= {"number_shown": False, "number_displayed": "none", "number_links_to": "no_link"}
    if view is not None:
        manifest["readings"]["reading.refused_filing"] = {"view": view, "by": "x", "on": "2026-05-01"}
    path.write_text(yaml.safe_dump(manifest, allow_unicode=True), "utf-8")
    run(["check", str(folder), "--as-of", AS_OF, "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def the_duty(found: dict[str, Any]) -> dict[str, Any]:
    finding: dict[str, Any] = next(one for one in found["findings"] if one["rule"] == DUTY)
    return finding


@pytest.mark.parametrize("view", [None, "no_new_time", "ten_days_anew"])
def test_refused_long_ago_and_left_at_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], view: str | None
) -> None:
    """Whatever counsel says on the time for filing again, it is over: nothing is asked, nothing is ready."""
    found = assessed(tmp_path / "service", {"refused_on": LONG_AGO}, view, capsys)
    assert (found["verdict"], found["final"], the_duty(found)["outcome"]) == ("not_ready", True, "violated")
    assert found["open_facts"] == []


@pytest.mark.parametrize(
    ("view", "verdict", "outcome", "due"),
    [
        (None, "incomplete", "undecided", None),
        ("no_new_time", "not_ready", "violated", None),
        ("ten_days_anew", "ready", "pending", "2026-12-04"),
    ],
)
def test_refused_lately_and_not_filed_again_yet(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    view: str | None,
    verdict: str,
    outcome: str,
    due: str | None,
) -> None:
    """Ready is for counsel to say, and then only up to a day that the verdict names."""
    found = assessed(tmp_path / "service", {"refused_on": LATELY}, view, capsys)
    duty = the_duty(found)
    assert (found["verdict"], duty["outcome"], duty["due"]) == (verdict, outcome, due)
    assert (due or "") in found["verdict_line"]["en"]
    asked = [one["path"] for one in found["open_facts"]]
    assert asked == (["reading.refused_filing"] if view is None else [])


def test_filed_again_the_law_need_not_be_settled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filing = {"refused_on": LONG_AGO, "resubmitted_on": "2025-12-08"}
    found = assessed(tmp_path / "service", filing, None, capsys)
    outcomes = {one["rule"]: one["outcome"] for one in found["findings"]}
    assert (found["verdict"], outcomes[DUTY]) == ("ready", "satisfied")
    assert outcomes["cac-order-3.12.1.result-awaited-again"] == "violated"


def test_an_overdue_result_is_a_reminder_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = assessed(tmp_path / "service", {}, None, capsys)
    reminder = next(one for one in found["findings"] if one["rule"] == "cac-order-3.12.1.result-awaited")
    assert (reminder["outcome"], reminder["severity"], reminder["penalty"]) == ("violated", "practice", None)
    assert (found["verdict"], found["exit_code"]) == ("ready", 0)
