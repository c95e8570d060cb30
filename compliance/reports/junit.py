"""JUnit XML: a suite for each pack, a case for each rule or record of it.

JUnit knows passed, failed, error and skipped. Pipelines turn red for failures and errors and stay green for the rest,
so these two stand exactly where the exit code is not 0:

- `failure`: a prohibition or a mandatory requirement is violated and not waived.
- `error`: one is undecided. Skipped, it would leave the build green and read as a pass; an error says that the test
  came to no result, and that is what undecided means.
- `skipped`: what does not count but is no pass either. Its type says which: waived, pending, past, advice that is
  violated or undecided, not applicable, not in force.
- passed: satisfied, and nothing else.

The properties of each case have state and outcome for programs. There are no times: nothing is measured, and the clock
has no place in a report.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

from compliance.assessment.model import Assessment, Standing
from compliance.assessment.verdict import exit_code
from compliance.conditions.judgement import Outcome
from compliance.facts.sanitise import clean
from compliance.reports.distinctions import yes
from compliance.reports.items import Item, items, told
from compliance.reports.json_v1 import verdict_name
from compliance.reports.notices import Notice, in_each
from compliance.reports.render import Options
from compliance.reports.verdict_line import verdict_line

_NO_CHARACTERS = str.maketrans({"\ufffe": "<U+FFFE>", "\uffff": "<U+FFFF>"})


def render_junit(assessment: Assessment, options: Options) -> bytes:
    """The document, indented, in UTF-8."""
    root = ET.Element("testsuites", {"name": "compliance"})
    found = items(assessment)
    run = _of_the_run(assessment, options)
    for status in assessment.packs:
        cases = [item for item in found if item.rule.pack == status.pack.id]
        if not cases:
            continue
        suite = ET.SubElement(root, "testsuite", {"name": xml_text(status.pack.id)})
        more = {"pack_version": status.pack.version, "applies": status.applies.value}
        _put_properties(suite, run | more)
        for item in cases:
            _put_case(suite, item, assessment, options)
        _count(suite)
    _count(root)
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode").encode() + b"\n"


def xml_text(text: str) -> str:
    """The text with every character that XML cannot hold made visible."""
    return clean(text).translate(_NO_CHARACTERS)


def ending_of(item: Item) -> str:
    """The element that says how a case ended; none for one that passed."""
    if item.counts:
        return "failure" if item.standing is Standing.VIOLATED else "error"
    return "" if item.state == Outcome.SATISFIED.value else "skipped"


def _of_the_run(assessment: Assessment, options: Options) -> dict[str, str]:
    return {
        "verdict": verdict_name(assessment.verdict, assessment),
        **{f"verdict_line.{lang}": verdict_line(assessment, lang) for lang in options.languages},
        "final": yes(assessment.final),
        "worst": verdict_name(assessment.worst, assessment),
        "partial": " ".join(assessment.partial),
        "as_of": assessment.as_of.isoformat(),
        "as_of_given": yes(assessment.as_of_given),
        "exit_code": str(int(exit_code(assessment))),
        "digest.rules": assessment.book.digest,
        "digest.manifest": assessment.manifest.digest,
        **{
            f"notice.{number}": _told(notice, texts)
            for number, (notice, texts) in enumerate(in_each(assessment, options.languages), start=1)
        },
    }


def _told(notice: Notice, texts: Sequence[str]) -> str:
    """What it is and about what, what is said of it, and its place."""
    place = [str(notice.location)] if notice.location else []
    return "\n".join([f"{notice.kind} {notice.about}", *texts, *place])


def _put_case(suite: ET.Element, item: Item, assessment: Assessment, options: Options) -> None:
    place = item.place(assessment.manifest.file)
    given = {
        "classname": item.rule.pack,
        "name": item.name,
        "file": place.file,
        "line": str(place.line or 1),
    }
    case = ET.SubElement(suite, "testcase", {key: xml_text(value) for key, value in given.items()})
    _put_properties(case, _of_the_case(item))
    ending = ending_of(item)
    if ending:
        text = xml_text("\n".join(told(item, assessment, lang) for lang in options.languages))
        first = text.partition("\n")[0]
        ET.SubElement(case, ending, {"type": item.state, "message": first}).text = text


def _of_the_case(item: Item) -> dict[str, str]:
    """What the elements of JUnit have no room for. Empty ones are left out."""
    found = {
        "state": item.state,
        "outcome": item.outcome,
        "severity": item.rule.severity.value,
        "hard_stop": yes(item.rule.hard_stop),
        "due": item.due.isoformat() if item.due else "",
        "waived_until": item.waiver.expires.isoformat() if item.waiver else "",
        "decided_by": " ".join(item.decided_by),
    }
    if item.finding is not None:
        found["rule.outcome"] = item.finding.outcome.value
        found["rule.standing"] = item.finding.standing.value
        found["reasons"] = " ".join(reason.value for reason in (item.part or item.finding).reasons)
        found["if_in_scope"] = item.finding.if_in_scope.value if item.finding.if_in_scope else ""
    return {name: value for name, value in found.items() if value}


def _put_properties(parent: ET.Element, values: Mapping[str, str]) -> None:
    properties = ET.SubElement(parent, "properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", {"name": name, "value": xml_text(value)})


def _count(parent: ET.Element) -> None:
    for name, tag in (
        ("tests", "testcase"),
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        parent.set(name, str(len(list(parent.iter(tag)))))
