"""What needs a look beside the findings: every kind is found, has its place, and reaches the forms for pipelines."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import date
from typing import Any

import pytest
from report_samples import ALL, assessment_of
from sample_book import AS_OF, FILE, judged
from test_naughty_strings import READ, squeezed

from compliance.assessment.model import Assessment, Bound, EvidenceFile, Topic
from compliance.assessment.verdict import EXPIRING_WITHIN
from compliance.conditions.nodes import Compare
from compliance.errors import Gravity, Location, Problem
from compliance.facts.manifest import EvidenceEntry, Waiver
from compliance.facts.values import NONE, Quantity
from compliance.frozen import changed
from compliance.reports.notices import in_each, notices
from compliance.reports.render import FORMS, Options, render

LOGS, TOKENS = "order.11.keep-logs", "order.11.no-tokens"
LAST = AS_OF + EXPIRING_WITHIN


def entry(name: str, line: int, expires: date | None = None) -> EvidenceEntry:
    place = Location(FILE, line, 5)
    return EvidenceEntry(name, "receipt", (LOGS,), f"{name}.pdf", None, "1" * 64, None, expires, place)


def waiver(line: int, rule: str, expires: date) -> Waiver:
    return Waiver(rule, None, "in work", "board", expires, Location(FILE, line, 5))


def everything() -> Assessment:
    """One of each kind."""
    evidence = (
        entry("gone", 80),
        entry("other", 81),
        entry("old", 82, date(2026, 11, 23)),
        entry("ends", 83, LAST),
        entry("later", 84, date(2026, 12, 25)),
    )
    there = EvidenceFile("1" * 64)
    files = {"gone": EvidenceFile(None), "other": EvidenceFile("2" * 64)}
    made = judged(
        changes={"service.retention": NONE, "service.filed_on": date(2026, 12, 20)},
        evidence=evidence,
        files={one.id: files.get(one.id, there) for one in evidence},
        waivers=(
            waiver(90, LOGS, date(2026, 11, 20)),
            waiver(91, LOGS, date(2026, 12, 1)),
            waiver(92, TOKENS, date(2026, 12, 1)),
            waiver(93, "order.11.show-number", date(2026, 12, 1)),
        ),
    )
    rules = made.book.rules
    least = Bound(rules[LOGS], Compare("service.retention", "at_least", Quantity(6, "months")))
    most = Bound(rules[TOKENS], Compare("service.retention", "at_most", Quantity(1, "months")))
    topic = Topic("retention.logs", (least,), (most,), conflicts=((least, most),))
    odd = Problem(
        "manifest.sensitive_in_public", Location(FILE, 30, 3), {"fact": "contact.phone"}, Gravity.WARNING
    )
    return changed(made, topics=(topic,), manifest=changed(made.manifest, warnings=(odd,)))


FOUND = [
    ("evidence.missing", "gone", 80, False),
    ("evidence.changed", "other", 81, False),
    ("evidence.expired", "old", 82, False),
    ("evidence.expires", "ends", 83, True),
    ("waiver.expired", LOGS, 90, False),
    ("waiver.expires", LOGS, 91, True),
    ("waiver.not_allowed", TOKENS, 92, False),
    ("waiver.not_needed", "order.11.show-number", 93, True),
    ("planned", "service.filed_on", None, True),
    ("topic.conflict", "retention.logs", None, False),
    ("warning", "manifest.sensitive_in_public contact.phone", 30, False),
]
"""Kind, what it is about, its line, and whether nothing is wrong."""


def test_each_kind_is_found_with_its_place() -> None:
    made = everything()
    for lang in ("zh", "en"):
        told = notices(made, lang)
        assert [(one.kind, one.about) for one in told] == [(kind, about) for kind, about, _, _ in FOUND]
        answers = {"planned": "service.filed_on", "topic.conflict": "service.retention"}
        lines = [line or made.manifest.locations[answers[kind]].line for kind, _, line, _ in FOUND]
        assert [one.location.line if one.location else None for one in told] == lines
        assert [one.calm for one in told] == [calm for _, _, _, calm in FOUND]


def test_nothing_where_all_is_well() -> None:
    assert notices(judged(), "en") == []
    run = json.loads(render("sarif", judged(), Options()))["runs"][0]
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert "notifications" not in run["tool"]["driver"]


@pytest.mark.parametrize("name", [*ALL, ""])
def test_each_is_said_in_each_form_for_pipelines(name: str) -> None:
    made = assessment_of(name) if name else everything()
    both = Options(("zh", "en"))
    for (told, texts), sarif, gitlab in zip(
        in_each(made, ("zh", "en")), sarif_notices(made), gitlab_notices(made), strict=True
    ):
        level, severity = ("note", "info") if told.calm else ("warning", "minor")
        assert (sarif["descriptor"]["id"], sarif["level"]) == (told.kind, level)
        place = sarif["locations"][0]["physicalLocation"]
        line = told.location.line if told.location else None
        assert place["region"]["startLine"] == (line or 1)
        assert (gitlab["check_name"], gitlab["severity"]) == (f"compliance.{told.kind}", severity)
        assert gitlab["location"]["lines"]["begin"] == (line or 1)
        assert gitlab["description"] == "\n".join(texts)
        assert sarif["message"]["text"].replace("{{", "{").replace("}}", "}") == gitlab["description"]
    lines = render("github", made, Options(("en",))).decode().splitlines()
    beside = [f"[{one.kind}]::" for one in notices(made, "en")]
    told_last = lines[len(lines) - len(beside) :]
    assert all(mark in line for mark, line in zip(beside, told_last, strict=True))
    for suite in ET.fromstring(render("junit", made, both)).iter("testsuite"):
        told_there = [
            (one.attrib["name"], one.attrib["value"])
            for one in suite.iterfind("properties/property")
            if one.attrib["name"].startswith("notice.")
        ]
        assert told_there == [
            (
                f"notice.{number}",
                "\n".join(
                    [f"{one.kind} {one.about}", *texts, *([str(one.location)] if one.location else [])]
                ),
            )
            for number, (one, texts) in enumerate(in_each(made, ("zh", "en")), start=1)
        ]


@pytest.mark.parametrize("form", [form for form, made in FORMS.items() if made.discloses and form != "json"])
def test_each_is_said_in_each_form_for_persons(form: str) -> None:
    """In both languages, each in a section that belongs to it: the form with nothing to say has none of them."""
    made = everything()
    told = squeezed(READ[form](render(form, made, Options(("zh", "en")))))
    plain = squeezed(READ[form](render(form, judged(), Options(("zh", "en")))))
    for lang in ("zh", "en"):
        for one in notices(made, lang):
            said = squeezed(one.text)
            assert said in told and said not in plain, one.kind


def test_what_is_wrong_and_what_to_do_are_two_sentences() -> None:
    en, zh = (notices(everything(), lang)[-1].text for lang in ("en", "zh"))
    assert "stands in the public file; move it to" in en
    assert "却写在公开文件中；请移到" in zh


def sarif_notices(made: Assessment) -> list[dict[str, Any]]:
    run = json.loads(render("sarif", made, Options(("zh", "en"))))["runs"][0]
    found: list[dict[str, Any]] = run["invocations"][0].get("toolExecutionNotifications", [])
    described = [one["id"] for one in run["tool"]["driver"].get("notifications", [])]
    assert set(described) == {one["descriptor"]["id"] for one in found}
    return found


def gitlab_notices(made: Assessment) -> list[dict[str, Any]]:
    found = json.loads(render("gitlab", made, Options(("zh", "en"))))
    *beside, _ = [one for one in found if one["check_name"].startswith("compliance.")]
    return beside


def test_a_warning_is_the_same_issue_when_another_goes() -> None:
    """GitLab tells by the fingerprint which one was put right."""
    first, second = (
        Problem("manifest.sensitive_in_public", Location(FILE, 30, 3), {"fact": fact}, Gravity.WARNING)
        for fact in ("contact.phone", "contact.name")
    )
    made = judged()
    both, left = (
        gitlab_notices(changed(made, manifest=changed(made.manifest, warnings=warnings)))
        for warnings in ((first, second), (second,))
    )
    assert both[1]["fingerprint"] == left[0]["fingerprint"] != both[0]["fingerprint"]


def test_two_alike_are_two_issues() -> None:
    """GitLab takes the same fingerprint for the same issue."""
    made = judged(
        changes={"service.retention": NONE},
        waivers=(waiver(90, LOGS, date(2026, 11, 20)), waiver(91, LOGS, date(2026, 11, 21))),
    )
    marks = [one["fingerprint"] for one in gitlab_notices(made)]
    assert len(marks) == len(set(marks)) == 2
