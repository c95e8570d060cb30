"""CycloneDX: a strict validator that is not ours takes it, and nothing undecided has a score."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hostile import HOSTILE, hostile
from report_samples import SITUATIONS, assessment_of
from sample_book import judged
from told_apart import TELLING, of_finding, of_part, of_run, of_topics, read_back, telling

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.cyclonedx.report import render_cyclonedx
from compliance.reports.render import Options

BOTH = Options(("zh", "en"))
VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)


def document(made: Assessment, options: Options = BOTH) -> dict[str, Any]:
    """The bill of materials, after the validator has taken it."""
    data = render_cyclonedx(made, options)
    assert VALIDATOR.validate_str(data.decode()) is None
    whole: dict[str, Any] = json.loads(data)
    return whole


@cache
def document_of(name: str) -> dict[str, Any]:
    return document(telling(name))


def own(properties: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(one["name"].removeprefix("compliance:"), one["value"]) for one in properties]


def requirements(whole: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """By their reference."""
    found = [one for standard in whole["definitions"]["standards"] for one in standard["requirements"]]
    assert len({one["bom-ref"] for one in found}) == len(found)
    return {one["bom-ref"]: one for one in found}


@pytest.mark.parametrize("name", TELLING)
def test_every_distinction_can_be_read_back(name: str) -> None:
    made, whole = telling(name), document_of(name)
    run = own(whole["metadata"]["properties"])
    assert read_back(run, of_run(made)) == of_run(made)
    for status in made.packs:
        assert (f"pack:{status.pack.id}:applies", status.applies.value) in run
    for topic in of_topics(made):
        start = f"topic:{topic['topic'][0]}:"
        told = [(key.removeprefix(start), value) for key, value in run if key.startswith(start)]
        assert sorted(told) == sorted((name, value) for name, values in topic.items() for value in values)
    found = requirements(whole)
    (attestation,) = whole["declarations"]["attestations"]
    for mapped, finding in zip(attestation["map"], made.findings, strict=True):
        requirement = found[mapped["requirement"]]
        assert requirement["identifier"] == finding.rule.id
        told = own(requirement["properties"])
        assert read_back(told, of_finding(finding)) == of_finding(finding)
        for number, part in enumerate(finding.parts):
            start = f"record:{number}:"
            record = [(key.removeprefix(start), value) for key, value in told if key.startswith(start)]
            assert read_back(record, of_part(part)) == of_part(part)
        assert not any(key.startswith(f"record:{len(finding.parts)}:") for key, _ in told)
    for rule in made.not_in_force:
        assert ("outcome", "not_in_force") in own(found[f"rule:{rule}"]["properties"])
        assert not any(mapped["requirement"] == f"rule:{rule}" for mapped in attestation["map"])
    unchecked = {
        citation
        for one in found.values()
        for key, citation in own(one["properties"])
        if key == "citation" and ("handled", "not_formalised") in own(one["properties"])
    }
    assert unchecked <= {str(citation) for citation in made.not_formalised()}


@pytest.mark.parametrize("name", TELLING)
def test_a_score_is_given_only_where_the_outcome_is_definite(name: str) -> None:
    made = telling(name)
    declared = document_of(name)["declarations"]
    for mapped, finding in zip(declared["attestations"][0]["map"], made.findings, strict=True):
        conformance = mapped["conformance"]
        assert conformance.get("score") == expected_score(finding)
        assert conformance["rationale"]
        assert "score" not in mapped.get("confidence", {})
        assert ("confidence" in mapped) is (finding.standing is Standing.UNDECIDED)
        whole = f"claim:{finding.rule.id}"
        assert (whole in mapped.get("claims", [])) is (finding.standing is Standing.HOLDS)
        assert (whole in mapped.get("counterClaims", [])) is (finding.standing is not Standing.HOLDS)
        waived = bool(finding.waiver or any(part.waiver for part in finding.parts))
        assert ("mitigationStrategies" in conformance) is waived
    assert declared["assessors"] == [{"bom-ref": "assessor", "thirdParty": False}]
    assert "affirmation" not in declared


def expected_score(finding: Finding) -> int | None:
    if finding.standing is Standing.VIOLATED:
        return 0
    return 1 if finding.outcome == "satisfied" else None


@pytest.mark.parametrize("name", ["vehicle-data", "parts", "empty", "wallet"])
def test_all_references_lead_somewhere(name: str) -> None:
    whole = document_of(name)
    declared = whole["declarations"]
    found = requirements(whole)
    claims = {claim["bom-ref"]: claim for claim in declared["claims"]}
    evidence = [one["bom-ref"] for one in declared.get("evidence", [])]
    (target,) = declared["targets"]["services"]
    every = [*found, *claims, *evidence, target["bom-ref"], "assessor"]
    every += [standard["bom-ref"] for standard in whole["definitions"]["standards"]]
    assert len(set(every)) == len(every)
    used: list[str] = []
    for mapped in declared["attestations"][0]["map"]:
        assert mapped["requirement"] in found
        used += [*mapped.get("claims", []), *mapped.get("counterClaims", [])]
        assert set(mapped["conformance"].get("mitigationStrategies", [])) <= set(evidence)
    assert sorted(used) == sorted(claims)
    for claim in claims.values():
        assert claim["target"] == target["bom-ref"] and set(claim.get("evidence", [])) <= set(evidence)
    for one in found.values():
        assert "parent" not in one or one["parent"] in found


@pytest.mark.parametrize("name", ["vehicle-data", "incomplete", "parts"])
def test_the_library_reads_standards_requirements_and_properties(name: str) -> None:
    made = assessment_of(name)
    bom = Bom.from_json(json.loads(render_cyclonedx(made, BOTH)))  # type: ignore[attr-defined]
    read = {
        requirement.identifier: {(one.name, one.value) for one in requirement.properties}
        for standard in bom.definitions.standards
        for requirement in standard.requirements
    }
    for finding in made.findings:
        assert ("compliance:outcome", finding.outcome.value) in read[finding.rule.id]
        assert ("compliance:standing", finding.standing.value) in read[finding.rule.id]


def test_what_replaces_an_instrument_is_said() -> None:
    whole = document_of("wallet")
    found = [own(one["properties"]) for one in requirements(whole).values()]
    made = assessment_of("wallet")
    replaced = {
        source.citation.instrument
        for finding in made.findings
        for source in finding.rule.sources[:1]
        if made.book.instruments[source.citation.instrument].superseded_by
    }
    assert bool(replaced) is any(name == "superseded-by" for pairs in found for name, _ in pairs)
    old = changed(judged().book.instruments["order"], superseded_by="later")
    later = changed(old, id="later", superseded_by=None)
    book = changed(judged().book, instruments={"order": old, "later": later})
    told = document(changed(judged(), book=book))
    pairs = [pair for one in requirements(told).values() for pair in own(one["properties"])]
    assert ("superseded-by", "later") in pairs
    assert "Superseded by Order No. 9." in told["definitions"]["standards"][0]["description"]


def test_the_serial_number_is_that_of_the_content() -> None:
    made = judged()
    serial = document(made)["serialNumber"]
    assert UUID(serial.removeprefix("urn:uuid:")).version == 5
    assert document(judged())["serialNumber"] == serial
    others = [document(made, Options(("en",))), document(changed(made, as_of_given=True))]
    assert len({serial, *(other["serialNumber"] for other in others)}) == 3
    assert document(made)["metadata"]["timestamp"] == "2026-11-24T00:00:00Z"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    whole = document(hostile(text))
    data = json.dumps(whole, ensure_ascii=False)
    assert not set(data) & set("\x1b\x07\u202e\u2066\u200b")
    plain = clean(text)
    declared = whole["declarations"]
    assert plain in declared["evidence"][0]["description"]
    assert any(plain in one.get("predicate", "") for one in declared["claims"])
    assert any(plain in said for one in requirements(whole).values() for said in one.get("descriptions", []))
    (url,) = [one["contents"]["url"] for one in declared["evidence"][0]["data"]]
    assert url.isascii() and not set(url) & set(' <>"\\^`{|}\n\r')


def test_the_validator_notices() -> None:
    """What the checks above rest on: a score above 1, a key too many. Times and addresses: test_cyclonedx_formats."""
    whole = json.loads(render_cyclonedx(judged(), BOTH))
    for spoil in (
        lambda w: w["declarations"]["attestations"][0]["map"][0]["conformance"].update(score=2),
        lambda w: w["declarations"]["claims"][0].update(outcome="violated"),
    ):
        bad = json.loads(json.dumps(whole))
        spoil(bad)
        assert VALIDATOR.validate_str(json.dumps(bad)) is not None


def test_one_language_or_both() -> None:
    made = SITUATIONS["past"]
    title = made.findings[0].rule.title

    def titled(*languages: Any) -> str:
        found = requirements(document(made, Options(languages)))
        return str(found[f"rule:{made.findings[0].rule.id}"]["title"])

    assert (titled("zh"), titled("en"), titled("zh", "en")) == (
        title.zh,
        title.en,
        f"{title.zh} / {title.en}",
    )


def test_sensitive_values_never_appear() -> None:
    assert b"13800000000" not in render_cyclonedx(judged(changes={"contact.phone": "13800000000"}), BOTH)
