"""JUnit XML: a parser that is not ours reads it, every rule comes back, and red is where the exit code is not 0."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import xmlschema
from defusedxml.ElementTree import fromstring
from hostile import HOSTILE, hostile
from report_samples import ALL, SITUATIONS, assessment_of
from sample_book import judged

from compliance.assessment.model import Assessment, Standing
from compliance.assessment.verdict import exit_code
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.junit import render_junit
from compliance.reports.render import Options

SCHEMA = xmlschema.XMLSchema(Path(__file__).parents[1] / "data" / "formats" / "junit.xsd")
BOTH = Options(("zh", "en"))
WORST_FIRST = list(Standing)


def document(made: Assessment, options: Options = BOTH) -> Element:
    data = render_junit(made, options)
    SCHEMA.validate(data.decode())
    root: Element = fromstring(data)
    return root


def told(element: Element) -> dict[str, str]:
    """The properties of a suite or a case."""
    return {one.attrib["name"]: one.attrib["value"] for one in element.iterfind("properties/property")}


def rule_of(case: Element) -> str:
    return case.attrib["name"].partition(" [")[0]


@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_can_be_read_back(name: str) -> None:
    made = assessment_of(name)
    cases = list(document(made).iter("testcase"))
    found = {rule_of(case): told(case) for case in cases}
    wanted = {finding.rule.id: finding for finding in made.findings}
    assert set(found) == {*wanted, *made.not_in_force}
    for rule, finding in wanted.items():
        assert found[rule]["rule.outcome"] == finding.outcome.value
        assert found[rule]["rule.standing"] == finding.standing.value
        states = [told(case)["state"] for case in cases if rule_of(case) == rule]
        order = ["violated", "waived", "undecided", "pending", "past"]
        worst = min(states, key=lambda state: order.index(state) if state in order else len(order))
        standing = {"waived": "violated"}.get(worst, worst if worst in order else "holds")
        assert standing == finding.standing.value, (rule, states)
    names = [case.attrib["name"] for case in cases]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ALL)
def test_red_exactly_where_the_exit_code_is_not_zero(name: str) -> None:
    """What is undecided does not read as a pass, and what does not count breaks no build."""
    made = assessment_of(name)
    root = document(made)
    failures, errors = int(root.attrib["failures"]), int(root.attrib["errors"])
    code = exit_code(made)
    assert (code == 1) is bool(failures) and (code == 0) is (failures + errors == 0)
    for case in root.iter("testcase"):
        state = told(case)["state"]
        ending = next((tag for tag in ("failure", "error", "skipped") if case.find(tag) is not None), "")
        assert (ending == "") is (state == "satisfied")
        if ending:
            element = case.find(ending)
            assert element is not None and element.attrib["type"] == state and element.text
            assert element.text.startswith(element.attrib["message"])
        binding = told(case)["severity"] in ("prohibition", "mandatory")
        assert (ending == "failure") is (binding and state == "violated")
        assert (ending == "error") is (binding and state == "undecided")
    for element in (root, *root.iter("testsuite")):
        counted = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
        assert all(element.attrib[key] == str(len(list(element.iter(tag)))) for key, tag in counted.items())


def test_the_situations_are_all_there() -> None:
    states = {told(case)["state"] for made in SITUATIONS.values() for case in document(made).iter("testcase")}
    wanted = {"violated", "waived", "undecided", "pending", "past", "satisfied", "not_applicable"}
    assert states == wanted


def test_a_rule_that_is_not_in_force_is_told_and_is_no_pass() -> None:
    made = judged()
    gone = made.findings[0].rule.id
    case = next(
        case
        for case in document(changed(made, findings=made.findings[1:], not_in_force=(gone,))).iter("testcase")
        if rule_of(case) == gone
    )
    assert told(case)["state"] == "not_in_force" and case.find("skipped") is not None


@pytest.mark.parametrize("name", ALL)
def test_what_the_run_was(name: str) -> None:
    made = assessment_of(name)
    for suite in document(made).iter("testsuite"):
        found = told(suite)
        assert found["verdict"].removeprefix("partial_") == made.verdict.value
        assert (found["as_of"], found["final"] == "true") == (made.as_of.isoformat(), made.final)
        assert (found["as_of_given"] == "true") is made.as_of_given
        assert found["digest.manifest"] == made.manifest.digest
    partial = document(changed(judged(), partial=("order",))).find("testsuite")
    assert partial is not None
    assert (told(partial)["verdict"], told(partial)["partial"]) == ("partial_ready", "order")


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "nul\x00esc\x1bend\ufffe\uffff\ud800", "</testcase>"])
def test_hostile_text_is_text(text: str) -> None:
    root = document(hostile(text))
    plain = clean(text).replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")
    whole = "\n".join(element.text or "" for element in root.iter() if element.tag in ("failure", "skipped"))
    assert plain in whole
    assert {case.attrib["file"] for case in root.iter("testcase")} >= {plain}
    assert not set(whole) & set("\x00\x1b\x07\u202e\u2066\u200b\ufffe")


def test_sensitive_values_never_appear() -> None:
    assert b"13800000000" not in render_junit(judged(changes={"contact.phone": "13800000000"}), BOTH)
