"""Code Quality: of the shape that GitLab documents, what is told comes back, and fingerprints stay."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hostile import HOSTILE, hostile
from jsonschema import Draft202012Validator
from report_samples import ALL, assessment_of
from sample_book import judged

from compliance.assessment.model import Assessment, Standing
from compliance.errors import Location
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.gitlab import VERDICT, render_gitlab
from compliance.reports.items import fingerprint, items
from compliance.reports.notices import notices
from compliance.reports.render import Language, Options
from compliance.reports.verdict_line import verdict_line

SHAPE = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1},
                        "lines": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)
WORDS = {
    "Violated": "violated",
    "Waived": "violated",
    "Undecided": "undecided",
    "Due": "pending",
    "Past": "past",
}
GRAVE = ["violated", "undecided", "pending", "past"]


def issues(made: Assessment, lang: Language = "en") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render_gitlab(made, Options((lang,))))
    SHAPE.validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


@pytest.mark.parametrize("name", ALL)
def test_how_every_rule_counts_can_be_read_back(name: str) -> None:
    """The first word says it; what is not there holds."""
    made = assessment_of(name)
    *found, last = issues(made)
    assert last["check_name"] == VERDICT and last["description"].splitlines()[0] == verdict_line(made, "en")
    found, beside = found[: len(found) - len(notices(made, "en"))], notices(made, "en")
    told: dict[str, list[str]] = {}
    for issue in found:
        word = issue["description"].split()[0].rstrip(":")
        told.setdefault(issue["check_name"], []).append(WORDS[word])
        if word == "Waived":
            assert issue["severity"] == "info"
    for finding in made.findings:
        standings = told.pop(finding.rule.id, [])
        worst = min(standings, key=GRAVE.index) if standings else "holds"
        assert worst == finding.standing.value, (finding.rule.id, standings)
    assert not told
    assert {issue["check_name"] for issue in issues(made)} >= {f"compliance.{one.kind}" for one in beside}


@pytest.mark.parametrize("name", ALL)
def test_only_what_counts_is_grave(name: str) -> None:
    made = assessment_of(name)
    grave = {
        issue["check_name"] for issue in issues(made) if issue["severity"] in ("critical", "blocker", "major")
    }
    assert grave == {
        finding.rule.id
        for finding in made.findings
        if finding.rule.severity.binding
        and finding.standing_with_waivers in (Standing.VIOLATED, Standing.UNDECIDED)
    }
    blockers = {issue["check_name"] for issue in issues(made) if issue["severity"] == "blocker"}
    assert bool(blockers) is (made.verdict.value == "blocked")


def moved(made: Assessment) -> Assessment:
    """The same with every line elsewhere and two rules less."""
    far = Location(made.manifest.file, 900, 3)
    findings = tuple(
        changed(finding, location=far, parts=tuple(changed(part, location=far) for part in finding.parts))
        for finding in made.findings[2:]
    )
    waivers = tuple((changed(waiver, location=far), state) for waiver, state in made.waivers)
    return changed(made, findings=findings, waivers=waivers)


@pytest.mark.parametrize("name", ["wallet", "parts", "vehicle-data"])
def test_fingerprints_stay_when_lines_move_and_rules_go(name: str) -> None:
    made = assessment_of(name)
    file = made.manifest.file
    before = {item.name: fingerprint(item, file) for item in items(made)}
    after = {item.name: fingerprint(item, file) for item in items(moved(made))}
    assert after and after.items() <= before.items()
    assert len(set(before.values())) == len(before)
    shown = {issue["fingerprint"] for issue in issues(made)}
    assert shown >= {issue["fingerprint"] for issue in issues(moved(made))}
    assert {issue["location"]["lines"]["begin"] for issue in issues(moved(made))} == {1, 900}


def test_two_services_do_not_share_fingerprints() -> None:
    """GitLab takes the same fingerprint for the same issue."""
    made = assessment_of("parts")
    other = changed(made, manifest=changed(made.manifest, file="other/compliance.yaml"))
    assert not {one["fingerprint"] for one in issues(made)} & {one["fingerprint"] for one in issues(other)}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_not_lost(text: str) -> None:
    whole = "\n".join(issue["description"] for issue in issues(hostile(text)))
    assert clean(text) in whole
    assert not set(whole) & set("\x1b\x07\u202e\u2066\u200b")


def test_sensitive_values_never_appear() -> None:
    assert b"13800000000" not in render_gitlab(judged(changes={"contact.phone": "13800000000"}), Options())
