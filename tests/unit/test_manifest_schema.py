"""The schema of compliance.yaml: complete, strict, and agreeing with the reader about what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from sample_book import book

from compliance.facts.manifest import read_manifest
from compliance.facts.yaml_reader import MANIFEST_LIMITS, read_yaml
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.files import plain
from compliance.reports.manifest_schema import manifest_schema
from compliance.reports.starter import private_starter, starter

SCHEMA = manifest_schema(book())
VALIDATOR = Draft202012Validator(SCHEMA)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/compliance.yaml"))


def as_editors_read(data: bytes) -> Any:
    """YAML 1.2 as an editor reads it: dates and `yes` are text."""
    root, problems = read_yaml(data, "x", MANIFEST_LIMITS)
    assert root is not None and not problems
    return plain(root)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_explains() -> None:
    """Editors show label and question in both languages."""
    public = SCHEMA["properties"]["facts"]["properties"]["service"]["properties"]["public"]
    assert public["title"] == "面向公众提供 / Offered to the public"
    assert public["description"] == "该服务是否面向公众提供？ / Is the service offered to the public?"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_starter_fits_and_answers_nothing(lang: str) -> None:
    text = starter(book(), lang)
    VALIDATOR.validate(yaml.safe_load(text))
    manifest = read_manifest(
        text.encode(), "c.yaml", book().vocabulary, private_starter(lang).encode(), "p.yaml"
    )
    assert dict(manifest.answers) == {}
    assert manifest.warnings == ()
    assert manifest.language == lang


@pytest.mark.parametrize(
    "facts",
    [
        {"service": {"public": True, "kinds": ["wallet"], "started_on": "2026-02-10"}},
        {
            "service": {
                "public": "unknown",
                "kinds": None,
                "started_on": "not yet",
                "filed_on": "2026年2月10日",
            }
        },
        {"service": {"retention": "6 months", "staff": 3}},
        {"service": {"endpoints": [{"name": "a", "shown": True}, "and more"]}},
        {"contact": {"phone": "held"}},
        {"contact": {"phone": "none"}},
        {"service": None},
    ],
)
def test_right_answers(facts: dict[str, Any]) -> None:
    VALIDATOR.validate({"compliance": 1, "facts": facts})


@pytest.mark.parametrize(
    "facts",
    [
        {"service": {"pubic": True}},
        {"service": {"public": "是"}},
        {"service": {"public": "not yet"}},
        {"service": {"kinds": []}},
        {"service": {"kinds": "wallet"}},
        {"service": {"started_on": "10.2.2026"}},
        {"service": {"retention": 6}},
        {"service": {"retention": "6 fortnights"}},
        {"service": {"staff": -1}},
        {"service": {"staff": 1.5}},
        {"service": {"endpoints": [{"shown": True}]}},
        {"service": {"endpoints": [{"name": "a", "x": True}]}},
        {"service": {"public": "held"}},
        {"reading": {"abroad": "covered"}},
    ],
)
def test_wrong_answers(facts: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({"compliance": 1, "facts": facts})


def test_readings_evidence_and_waivers() -> None:
    good = {
        "compliance": 1,
        "readings": {"reading.abroad": {"view": "covered", "by": "x", "on": "2026-05-01"}},
        "evidence": [{"id": "e", "kind": "receipt", "file": "a.pdf", "rules": ["order.11.staff"]}],
        "waivers": [{"rule": "order.11.staff", "reason": "r", "approver": "a", "expires": "2027-01-31"}],
    }
    VALIDATOR.validate(good)
    assert not VALIDATOR.is_valid({**good, "waivers": [{"rule": "order.11.none", "reason": "r"}]})
    assert not VALIDATOR.is_valid({**good, "evidence": [{"id": "e", "file": "a", "url": "https://b"}]})
    assert not VALIDATOR.is_valid({**good, "readings": {"reading.abroad": {"view": "covered"}}})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_fit(path: Path) -> None:
    validator = Draft202012Validator(manifest_schema(load_rule_book([bundled_rules()], None)))
    validator.validate(as_editors_read(path.read_bytes()))
