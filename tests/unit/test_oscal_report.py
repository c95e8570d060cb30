"""OSCAL: models that are not ours read it, every distinction comes back, and nothing undecided is satisfied."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from hostile import HOSTILE, hostile
from markdown_it import MarkdownIt
from report_samples import SITUATIONS, assessment_of
from sample_book import judged
from told_apart import TELLING, folded, of_finding, of_part, of_run, of_topics, read_back, telling
from trestle.core.validator_factory import validator_factory
from trestle.oscal.assessment_results import Model as Results
from trestle.oscal.poam import Model as Plan

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.frozen import changed
from compliance.reports.oscal.parts import OWN, line
from compliance.reports.oscal.poam import missing, render_oscal_poam
from compliance.reports.oscal.results import render_oscal
from compliance.reports.render import Options
from compliance.reports.verdict_line import is_settled_by_waivers

BOTH = Options(("zh", "en"))
COMMON = MarkdownIt("commonmark")


def well_knit(read: Any) -> bool:
    """Whether all checks that go beyond the model's own find nothing."""
    return all(check.model_is_valid(read, quiet=True) for check in validator_factory.get_all())


def results(made: Assessment, options: Options = BOTH) -> Any:
    """The assessment results, after the model and all its validators have read them."""
    read = Results.model_validate_json(render_oscal(made, options)).assessment_results
    assert well_knit(read)
    return read


def plan(made: Assessment, options: Options = BOTH) -> Any:
    """The plan of action, in the same way."""
    read = Plan.model_validate_json(render_oscal_poam(made, options)).plan_of_action_and_milestones
    assert well_knit(read)
    return read


@cache
def results_of(name: str) -> Any:
    return results(telling(name))


@cache
def plan_of(name: str) -> Any:
    return plan(telling(name))


def own(thing: Any) -> list[tuple[str, str]]:
    """Our properties of a thing."""
    return [(one.name, one.value) for one in thing.props or [] if str(one.ns).endswith(OWN)]


def one(thing: Any, name: str) -> str | None:
    return next((value for key, value in own(thing) if key == name), None)


def dict_of(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: [value for key, value in pairs if key == name] for name, _ in pairs}


def text(token: Any) -> str:
    """The string in a model's own type of strings or in an enumeration."""
    while hasattr(token, "root"):
        token = token.root
    return str(getattr(token, "value", token))


@pytest.mark.parametrize("name", TELLING)
def test_every_distinction_can_be_read_back(name: str) -> None:
    made, read = telling(name), results_of(name)
    (result,) = read.results
    wanted_run = of_run(made)
    assert read_back(own(read.metadata), wanted_run) == wanted_run
    observed = {str(found.uuid): found for found in result.observations}
    for found, finding in zip(result.findings, made.findings, strict=True):
        wanted = of_finding(finding)
        assert one(found, "rule") == finding.rule.id == found.target.target_id
        assert read_back(own(found), wanted) == wanted
        _, *records = [observed[str(ref.observation_uuid)] for ref in found.related_observations]
        assert [
            read_back(own(record), of_part(part)) for record, part in zip(records, finding.parts, strict=True)
        ] == [of_part(part) for part in finding.parts]
    topics = [dict_of(own(found)) for found in result.observations if one(found, "topic")]
    assert topics == of_topics(made)
    packs = [resource for resource in read.back_matter.resources if one(resource, "applies")]
    assert [(one(pack, "pack"), one(pack, "applies")) for pack in packs] == [
        (status.pack.id, status.applies.value) for status in made.packs
    ]
    (chosen,) = result.reviewed_controls.control_objective_selections
    assert [found.objective_id for found in chosen.include_objectives] == [f.rule.id for f in made.findings]
    assert tuple(found.objective_id for found in chosen.exclude_objectives or []) == made.not_in_force
    assert text(read.metadata.oscal_version) == "1.2.1"


@pytest.mark.parametrize("name", TELLING)
def test_nothing_undecided_is_satisfied(name: str) -> None:
    made = telling(name)
    (result,) = results_of(name).results
    for found, finding in zip(result.findings, made.findings, strict=True):
        status = found.target.status
        told = (text(status.state), text(status.reason))
        assert told == expected_status(finding)
        assert bool(found.target.implementation_status) is (finding.outcome == "not_applicable")
        said_it_all = told in (("satisfied", "pass"), ("not-satisfied", "fail"))
        assert status.remarks or said_it_all


def expected_status(finding: Finding) -> tuple[str, str]:
    if finding.outcome == "satisfied":
        return "satisfied", "pass"
    if finding.outcome == "not_applicable":
        return "satisfied", "other"
    return "not-satisfied", "fail" if finding.standing is Standing.VIOLATED else "other"


@pytest.mark.parametrize("name", TELLING)
def test_risks_are_what_binding_rules_leave_open(name: str) -> None:
    made = telling(name)
    (result,) = results_of(name).results
    risks = {one(risk, "rule"): risk for risk in result.risks or []}
    left = [f for f in made.findings if f.rule.severity.binding and f.standing is not Standing.HOLDS]
    assert list(risks) == [finding.rule.id for finding in left]
    for finding in left:
        risk = risks[finding.rule.id]
        settled = is_settled_by_waivers(finding)
        assert text(risk.status) == ("deviation-approved" if settled else "open")
        pending = finding.standing is Standing.PENDING
        assert (risk.deadline is not None) is (settled or pending)
        if pending and finding.due:
            assert risk.deadline.date() == finding.due
        assert bool(risk.remediations) is (finding.standing is not Standing.PAST)


@pytest.mark.parametrize("name", TELLING)
def test_the_plan_has_an_item_for_all_that_is_left_to_do(name: str) -> None:
    made, read = telling(name), plan_of(name)
    left = [f for f in made.findings if f.standing in ("violated", "undecided", "pending")]
    items = {one(item, "rule"): item for item in read.poam_items}
    if not left:
        assert [one(item, "nothing-missing") for item in read.poam_items] == ["true"]
        assert not read.risks and not read.findings
        return
    assert set(items) == {finding.rule.id for finding in left}
    assert [one(item, "rule") for item in read.poam_items] == [f.rule.id for f in missing(made)]
    binding = [one(item, "binding") for item in read.poam_items]
    assert binding == sorted(binding, reverse=True)  # "true" first
    risks = {str(risk.uuid): risk for risk in read.risks or []}
    for finding in left:
        item = items[finding.rule.id]
        assert (one(item, "outcome"), one(item, "standing")) == (
            finding.outcome.value,
            finding.standing.value,
        )
        assert bool(item.related_risks) is finding.rule.severity.binding
        for ref in item.related_risks or []:
            (remedy,) = risks[str(ref.risk_uuid)].remediations
            assert text(remedy.lifecycle) == "recommendation" and remedy.tasks
            assert all(text(task.type) == "milestone" for task in remedy.tasks)
            if finding.standing is Standing.UNDECIDED:
                wanted = of_finding(finding).get("decided-by", [])
                titles = "\n".join(shown(task.title) for task in remedy.tasks)
                assert all(f"[{path}]" in titles for path in wanted)
    by_rule = {one(found, "rule"): found for found in read.findings}
    for finding in left:
        assert read_back(own(by_rule[finding.rule.id]), of_finding(finding)) == of_finding(finding)


def walked(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key of a document with its value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from walked(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walked(inner)


@pytest.mark.parametrize("render", [render_oscal, render_oscal_poam])
@pytest.mark.parametrize("name", ["vehicle-data", "parts", "empty", "ready"])
def test_identifiers_are_unique_and_all_references_lead_somewhere(name: str, render: Any) -> None:
    pairs = list(walked(json.loads(render(assessment_of(name), BOTH))))
    made = [value for key, value in pairs if key == "uuid"]
    assert len(set(made)) == len(made) and all(UUID(one).version == 5 for one in made)
    referred = [value for key, value in pairs if key.endswith("-uuid")]
    referred += [value[1:] for key, value in pairs if key == "href" and value.startswith("#")]
    assert referred and set(referred) <= set(made)
    (resources,) = [value for key, value in pairs if key == "resources"]
    idle = [one["title"] for one in resources if one["uuid"] not in referred]
    evidence = {entry.entry.id for entry in assessment_of(name).evidence}
    assert set(idle) <= evidence  # It may support rules that the plan is not about, or none.


def uuids(made: Assessment) -> dict[str | None, str]:
    return {one(item, "rule"): str(item.uuid) for item in plan(made).poam_items}


def test_identifiers_stay_with_the_service_and_tell_services_apart() -> None:
    """Another day, other answers and other rules beside it change no item's identifier; another file does."""
    made = SITUATIONS["parts"]
    later = changed(made, as_of=made.as_of.replace(year=2027), findings=made.findings[2:])
    elsewhere = changed(made, manifest=changed(made.manifest, file="other/compliance.yaml"))
    assert uuids(later) == uuids(made)
    assert not set(uuids(elsewhere).values()) & set(uuids(made).values())
    assert plan(later).metadata.version != plan(made).metadata.version


def shown(markdown: str) -> str:
    """Mark-up as a person reads it. Nothing but paragraphs of plain text may be in it."""
    blocks = COMMON.parse(markdown)
    assert {block.type for block in blocks} <= {"paragraph_open", "inline", "paragraph_close"}
    said = []
    for block in blocks:
        if block.type == "inline":
            assert {child.type for child in block.children or []} <= {"text"}, (markdown, block.children)
            said.append("".join(child.content for child in block.children or []))
    return "\n".join(said)


MARKUP = {"title", "description", "remarks", "statement", "prose"}


@pytest.mark.parametrize("render", [render_oscal, render_oscal_poam])
@pytest.mark.parametrize("text", [*HOSTILE, "{{ insert: param, x }}", "a^b^ c~d~", "__init__ a_b _x_", "<q>"])
def test_hostile_text_is_text(text: str, render: Any) -> None:
    made = hostile(text)
    (results if render is render_oscal else plan)(made)
    data = render(made, BOTH)
    read = list(walked(json.loads(data)))
    said = [shown(value) for key, value in read if key in MARKUP and isinstance(value, str)]
    wanted = folded(text)
    assert any(wanted in one for one in said)
    assert {value for key, value in read if key == "value"} >= {wanted}
    assert not set(data.decode()) & set("\x1b\x07\u202e\u2066\u200b")
    raw = "\n".join(value for key, value in read if key in MARKUP and isinstance(value, str))
    assert "<" not in raw and "{{ insert" not in raw


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_no_text_is_a_line_too(text: str) -> None:
    assert line(text) == "…"


def test_the_model_notices() -> None:
    """What the checks above rest on: a state that OSCAL does not know, a key too many, a date without a zone."""
    whole = json.loads(render_oscal(judged(), BOTH))
    for spoil in (
        lambda r: r["findings"][0]["target"]["status"].update(state="undecided"),
        lambda r: r["findings"][0].update(verdict="ready"),
        lambda r: r.update(start="2026-11-24"),
        lambda r: r["findings"][0].update(props=[]),
    ):
        bad = json.loads(json.dumps(whole))
        spoil(bad["assessment-results"]["results"][0])
        with pytest.raises(ValueError):
            Results.model_validate_json(json.dumps(bad))


def test_one_language_or_both() -> None:
    made = assessment_of("past")
    title = made.findings[0].rule.title
    told = [
        results(made, Options(languages)).results[0].findings[0].title for languages in (("zh",), ("en",))
    ]
    assert told == [title.zh, title.en]
    assert results(made).results[0].findings[0].title == f"{title.zh} / {title.en}"


def test_a_past_breach_is_no_task_and_no_failure() -> None:
    made = SITUATIONS["past"]
    (result,) = results(made).results
    (risk,) = result.risks
    assert one(risk, "standing") == "past" and risk.remediations is None and risk.deadline is None
    assert [one(item, "nothing-missing") for item in plan(made).poam_items] == ["true"]


def test_the_name_is_the_answer_to_the_first_text_asked() -> None:
    assert results_of("wallet").metadata.title.startswith("岑舟钱包")
    assert "svc/compliance.yaml" in results(judged()).metadata.title


def test_sensitive_values_never_appear() -> None:
    made = judged(changes={"contact.phone": "13800000000"})
    assert b"13800000000" not in render_oscal(made, BOTH) + render_oscal_poam(made, BOTH)
