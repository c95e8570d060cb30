"""The assessment's JSON: its schema fits, nothing is lost, the same input gives the same bytes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from report_samples import ALL, assessment_of
from sample_book import FILE, judged

from compliance.assessment.model import Assessment, EvidenceFile
from compliance.errors import Location
from compliance.facts.manifest import EvidenceEntry, Waiver
from compliance.facts.values import NONE, Record, Records
from compliance.frozen import changed
from compliance.reports.json_v1 import document, render_json, render_json_list
from compliance.reports.json_v1_schema import assessment_schema

PLACE = Location(FILE, 80, 5)
PARTS = Records((Record("官网", {"service.endpoints.shown": False}), Record("app", {})), complete=False)
MADE = [
    judged(),
    judged({}),
    judged(changes={"service.public": False}),
    judged(changes={"service.filed_on": date(2026, 6, 10)}, as_of_given=True),
    judged(changes={"service.started_on": date(2026, 11, 20), "service.filed_on": NONE}),
    judged(
        changes={"service.endpoints": PARTS, "service.filed_on": date(2027, 1, 1)},
        waivers=(Waiver("order.11.show-number", "官网", "r", "a", date(2027, 1, 1), PLACE),),
        evidence=(EvidenceEntry("e", "receipt", (), "e.pdf", None, None, None, date(2027, 1, 1), PLACE),),
        files={"e": EvidenceFile("1" * 64)},
    ),
]
VALIDATOR = Draft202012Validator(assessment_schema())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(assessment_schema())


@pytest.mark.parametrize("made", MADE)
def test_the_json_fits_its_schema(made: Assessment) -> None:
    VALIDATOR.validate(json.loads(render_json(made)))


def test_a_list_fits_too() -> None:
    VALIDATOR.validate(json.loads(render_json_list(MADE)))


def test_the_schema_is_closed() -> None:
    """An unknown key or a missing one is an error, so the schema cannot drift from what is written."""
    good = document(MADE[0])
    assert not VALIDATOR.is_valid({**good, "extra": 1})
    for key in good:
        assert not VALIDATOR.is_valid({k: v for k, v in good.items() if k != key})


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render_json(judged({})) == render_json(judged({}))


def test_every_rule_considered_appears() -> None:
    for made in MADE:
        found: Any = document(made)
        assert [one["rule"] for one in found["findings"]] == [f.rule.id for f in made.findings]


@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_and_record_can_be_read_back(name: str) -> None:
    made = assessment_of(name)
    found: Any = json.loads(render_json(made))
    assert found["verdict"].removeprefix("partial_") == made.verdict.value
    assert (found["final"], found["as_of"], found["as_of_given"]) == (
        made.final, made.as_of.isoformat(), made.as_of_given,
    )  # fmt: skip
    assert found["not_in_force"] == list(made.not_in_force)
    for told, finding in zip(found["findings"], made.findings, strict=True):
        assert (told["rule"], told["standing"]) == (finding.rule.id, finding.standing.value)
        assert told["standing_with_waivers"] == finding.standing_with_waivers.value
        for one, wanted in ((told, finding), *zip(told["parts"], finding.parts, strict=True)):
            assert (one["outcome"], one["past"]) == (wanted.outcome.value, wanted.past)
            assert one["due"] == (wanted.due.isoformat() if wanted.due else None)
            assert one["reasons"] == [reason.value for reason in wanted.reasons]
            assert one["decided_by"] == list(wanted.decided_by)
            assert bool(one["waiver"]) is bool(wanted.waiver)


def test_what_a_machine_needs() -> None:
    found: Any = document(MADE[5])
    assert (found["verdict"], found["exit_code"], found["final"]) == ("not_ready", 1, True)
    finding = next(one for one in found["findings"] if one["rule"] == "order.11.show-number")
    assert finding["outcome"] == finding["standing"] == "violated"
    assert finding["location"] == {"file": FILE, "line": 40, "column": 7}
    assert finding["parts"][0]["waiver"]["expires"] == "2027-01-01"
    assert finding["sources"][0]["text"] == {
        "en": "Order No. 9 Art. 11 para. 1",
        "zh": "第9号令第十一条第一款",
    }
    assert finding["sources"][0]["verified"] == "secondary"
    assert found["waivers"][0]["state"] == "in_use"
    assert found["evidence"][0]["state"] == "ok"
    assert found["evidence"][0]["found_sha256"] == "1" * 64
    assert found["planned"] == [
        {"path": "service.filed_on", "date": "2027-01-01", "location": found["planned"][0]["location"]}
    ]


def test_what_is_open() -> None:
    found: Any = document(MADE[1])
    assert found["worst"] == "blocked" and found["final"] is False
    first, last = found["open_facts"][0], found["open_facts"][-1]
    assert (first["path"], first["decides"], first["reading"]) == ("service.public", 4, False)
    assert (last["path"], last["reading"]) == ("reading.abroad", True)
    assert found["packs"][0]["applies"] == "open"
    assert {one["if_in_scope"] for one in found["findings"] if one["outcome"] == "undecided"} == {"undecided"}


@pytest.mark.parametrize(
    ("changes", "verdict", "worst"),
    [
        ({}, "partial_ready", "partial_ready"),
        ({"service.staff": 2}, "partial_ready", "partial_ready"),
        ({"service.tokens": True}, "blocked", "blocked"),
        ({"service.public": False}, "out_of_scope", "out_of_scope"),
    ],
)
def test_a_partial_run_is_never_plainly_ready(changes: dict[str, Any], verdict: str, worst: str) -> None:
    """Whoever looks for `ready` in a pipeline does not find it when only some packs were run."""
    whole = judged(changes=changes)
    found: Any = document(changed(whole, partial=("order",)))
    assert (found["verdict"], found["worst"]) == (verdict, worst)
    VALIDATOR.validate(found)
    plain: Any = document(whole)
    assert plain["verdict"] == verdict.removeprefix("partial_")


def test_sensitive_values_never_appear() -> None:
    assert "13800000000" not in render_json(judged(changes={"contact.phone": "13800000000"}))
