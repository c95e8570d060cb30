"""An assessment as SARIF 2.1.0: every rule, a result for each finding, places in the person's own file.

Only what is violated has the kind `fail` and a level. What is undecided is `open`. A limit that runs and a past
breach are `informational`: neither is a problem today. The property `standing` tells all of them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from compliance import __version__
from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.conditions.judgement import Outcome
from compliance.errors import Location
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import Rule, Severity
from compliance.reports.citation import penalty_text, sources_text
from compliance.reports.finding_words import message, part_message
from compliance.reports.json_parts import Json
from compliance.reports.json_v1 import dump, verdict_name
from compliance.reports.notices import Notice, in_each
from compliance.reports.render import Options
from compliance.reports.text.findings import deciding, reasons_of, waiver_named
from compliance.reports.verdict_line import due_of, is_settled_by_waivers, is_waived, verdict_line
from compliance.reports.words import say

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "complianceFinding/v1"
"""The kind of fingerprint: of the rule and the file's name, so that it stays when lines move or other rules change."""

_LEVELS: Final = {
    Severity.PROHIBITION: "error",
    Severity.MANDATORY: "error",
    Severity.RECOMMENDED: "warning",
    Severity.PRACTICE: "note",
}
_KINDS: Final = {
    Standing.VIOLATED: "fail",
    Standing.UNDECIDED: "open",
    Standing.PENDING: "informational",
    Standing.PAST: "informational",
    Standing.HOLDS: "pass",
}


def render_sarif(assessment: Assessment, options: Options) -> bytes:
    """The log with one run. Messages in the languages asked for, one below the other."""
    return dump(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(assessment, options.languages)]}
    ).encode()


def fingerprint(rule: Rule, file: str) -> str:
    """What stays the same for a rule in a file, whatever else changes."""
    return sha256_hex(f"{rule.id}\n{file.rpartition('/')[2]}".encode())


def message_text(texts: Sequence[str]) -> str:
    """A message that says just this: braces are doubled, as the format demands, and no text becomes a link."""
    return _lines(texts).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def kind_of(finding: Finding) -> str:
    """The kind of result that a finding is."""
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return "notApplicable"
    return _KINDS[finding.standing]


def level_of(finding: Finding) -> str:
    """The level of a result: none but for what fails, as the format demands."""
    return _LEVELS[finding.rule.severity] if finding.standing is Standing.VIOLATED else "none"


def _run(assessment: Assessment, languages: Sequence[str]) -> Json:
    rules = [finding.rule for finding in assessment.findings]
    driver: dict[str, Json] = {
        "name": "compliance",
        "version": __version__,
        "rules": [_rule(rule, assessment, languages) for rule in rules],
    }
    found = in_each(assessment, languages)
    if found:
        headings = {notice.kind: notice.heading for notice, _ in found}
        driver["notifications"] = [_descriptor(kind, headings[kind], languages) for kind in sorted(headings)]
    return {
        "tool": {"driver": driver},
        "language": "zh-CN" if languages[0] == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(found, assessment.manifest.file)],
        "results": [
            _result(finding, number, assessment, languages)
            for number, finding in enumerate(assessment.findings)
        ],
        "properties": {
            "verdict": verdict_name(assessment.verdict, assessment),
            "verdictLine": _lines([verdict_line(assessment, lang) for lang in languages]),
            "final": assessment.final,
            "worst": verdict_name(assessment.worst, assessment),
            "asOf": assessment.as_of.isoformat(),
            "asOfGiven": assessment.as_of_given,
            "partial": [clean(pack) for pack in assessment.partial],
            "notInForce": list(assessment.not_in_force),
            "disclaimer": _lines([say("foot.not_advice", lang) for lang in languages]),
            "rulesSha256": assessment.book.digest,
            "manifestSha256": assessment.manifest.digest,
        },
    }


def _invocation(found: Sequence[tuple[Notice, list[str]]], file: str) -> Json:
    """That the run went well, and what needs a look beside the findings."""
    invocation: dict[str, Json] = {"executionSuccessful": True}
    told: list[Json] = [
        {
            "descriptor": {"id": notice.kind},
            "level": "note" if notice.calm else "warning",
            "message": {"text": message_text(texts)},
            "locations": [_place(notice.location, file)],
            "properties": {"about": clean(notice.about)},
        }
        for notice, texts in found
    ]
    if told:
        invocation["toolExecutionNotifications"] = told
    return invocation


def _descriptor(kind: str, heading: str, languages: Sequence[str]) -> Json:
    """A kind of notice."""
    said = [say(heading, lang) for lang in languages]
    return {"id": kind, "shortDescription": {"text": message_text(said)}}


def _rule(rule: Rule, assessment: Assessment, languages: Sequence[str]) -> Json:
    instruments = assessment.book.instruments
    said = [sources_text(rule.sources, instruments, lang) for lang in languages]
    if rule.penalty is not None:
        said += [penalty_text(rule, instruments, lang) for lang in languages]
    described: dict[str, Json] = {
        "id": rule.id,
        "shortDescription": {"text": message_text([rule.title.get(lang) for lang in languages])},
        "fullDescription": {"text": message_text([rule.because.get(lang) for lang in languages])},
        "help": {"text": message_text([*(rule.fix.get(lang) for lang in languages), *said])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "pack": rule.pack,
            "severity": rule.severity.value,
            "binding": rule.severity.binding,
            "hardStop": rule.hard_stop,
            "articles": [str(source.citation) for source in rule.sources],
            "verified": list(dict.fromkeys(source.verified.value for source in rule.sources)),
        },
    }
    cited = instruments[rule.article.instrument]
    if cited.url.startswith("https://"):
        described["helpUri"] = cited.url
    return described


def _result(finding: Finding, number: int, assessment: Assessment, languages: Sequence[str]) -> Json:
    due = due_of(finding)
    result: dict[str, Json] = {
        "ruleId": finding.rule.id,
        "ruleIndex": number,
        "kind": kind_of(finding),
        "level": level_of(finding),
        "message": {"text": message_text([message(finding, assessment, lang) for lang in languages])},
        "locations": [_place(finding.location, assessment.manifest.file)],
        "partialFingerprints": {FINGERPRINT: fingerprint(finding.rule, assessment.manifest.file)},
    }
    related: list[Json] = [
        {
            **_place(part.location, assessment.manifest.file),
            "id": number,
            "message": {"text": _part(part, assessment, languages)},
        }
        for number, part in enumerate(finding.parts)
    ]
    if related:
        result["relatedLocations"] = related
    # A suppression hides the whole result: not while another record of it is open.
    if is_settled_by_waivers(finding):
        result["suppressions"] = [_suppression(waiver, languages) for waiver in finding.waivers]
    result["properties"] = {
        "outcome": finding.outcome.value,
        "standing": finding.standing.value,
        "past": finding.past,
        "due": due.isoformat() if due else None,
        "openBecause": [reason.value for reason in reasons_of(finding)],
        "decidedBy": [clean(path) for path in deciding(finding)],
        "weighedBy": [clean(path) for path in finding.weighed_by],
        "ifInScope": finding.if_in_scope.value if finding.if_in_scope else None,
        "waived": is_waived(finding),
        "evidence": [clean(entry) for entry in finding.evidence],
        "parts": [
            {
                "record": None if part.key is None else clean(part.key),
                "outcome": part.outcome.value,
                "past": part.past,
                "waived": part.waiver is not None,
            }
            for part in finding.parts
        ],
    }
    return result


def _part(part: Part, assessment: Assessment, languages: Sequence[str]) -> str:
    return message_text([part_message(part, assessment, lang) for lang in languages])


def _suppression(waiver: Waiver, languages: Sequence[str]) -> Json:
    """A waiver in use. SARIF has no day on which one ends, so the text says it."""
    said = _lines([waiver_named(waiver, lang) for lang in languages])
    return {"kind": "external", "status": "accepted", "justification": said}


def _place(location: Location | None, file: str) -> dict[str, Json]:
    """A place in the manifest; what stands nowhere in it is told of its first line."""
    line = (location.line if location else None) or 1
    column = (location.column if location else None) or 1
    named = clean(location.file if location else file)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(named)},
            "region": {"startLine": line, "startColumn": column},
        }
    }


def _uri(file: str) -> str:
    """A path as an address: relative to wherever the reader is, or one of its own where the path begins at a root."""
    if file.startswith("/"):
        return f"file://{quote(file)}"
    if file[1:3] == ":/":
        return f"file:///{quote(file, safe=':/')}"
    return quote(file)


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(clean(text) for text in texts)
