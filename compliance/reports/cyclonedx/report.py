"""An assessment as a CycloneDX 1.6 bill of materials with declarations: claims on the provisions that rules rest on.

What is met is a claim; what is violated, undecided, due or a past breach is a counter-claim. A conformance score is
given only where the outcome is definite: 1 for satisfied, 0 for violated. All else has a rationale and no score, so
that nothing undecided reads as conformance or as the lack of it. The properties of a requirement tell all apart.

There are no confidence scores, as nobody has verified the answers, and no affirmation, as nobody has signed.
"""

from __future__ import annotations

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from compliance import __version__
from compliance.assessment.model import Assessment, EvidenceStatus, Finding, Part, Standing
from compliance.conditions.judgement import Outcome
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.reports.cyclonedx.parts import (
    ASSESSOR,
    SERVICE,
    Speaker,
    claim_ref,
    properties,
    rule_ref,
)
from compliance.reports.cyclonedx.standards import standards
from compliance.reports.distinctions import of_pack, of_run, of_topic
from compliance.reports.evidence_words import evidence_lines, evidence_place
from compliance.reports.finding_words import part_message
from compliance.reports.grc_findings import advice, head, neither, told
from compliance.reports.json_parts import Json, moment
from compliance.reports.json_v1 import dump
from compliance.reports.render import Options
from compliance.reports.text.findings import ALL, in_scope, waiver_text, why_of
from compliance.reports.text.notes import scope_lines
from compliance.reports.text.topics import shared_topics
from compliance.reports.verdict_line import by_hand, verdict_line
from compliance.reports.words import say

SCHEMA: Final = "http://cyclonedx.org/schema/bom-1.6.schema.json"
_CONFORMS: Final = (Outcome.SATISFIED, Outcome.NOT_APPLICABLE)


def render_cyclonedx(assessment: Assessment, options: Options) -> bytes:
    """The document; its serial number is taken from all that it says."""
    speaker = Speaker(assessment, tuple(options.languages))
    content: dict[str, Json] = {
        "version": 1,
        "metadata": _metadata(speaker),
        "declarations": _declarations(speaker),
        "definitions": {"standards": standards(speaker)},
    }
    serial = uuid5(NAMESPACE_URL, dump(content))
    head: dict[str, Json] = {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
    }
    return dump(head | content).encode()


def score_of(finding: Finding) -> int | None:
    """The conformance score: none unless the outcome is definite and counts."""
    if finding.standing is Standing.VIOLATED:
        return 0
    return 1 if finding.outcome is Outcome.SATISFIED else None


def _metadata(speaker: Speaker) -> Json:
    assessment = speaker.assessment
    found = properties(of_run(assessment))
    for status in assessment.packs:
        found += properties(of_pack(status), f"pack:{status.pack.id}:")
    for topic in shared_topics(assessment):
        found += properties(of_topic(topic), f"topic:{topic.id}:")
    return {
        "timestamp": moment(assessment.as_of),
        "tools": {"components": [{"type": "application", "name": "compliance", "version": __version__}]},
        "component": {"type": "application", "name": speaker.title(speaker.subject)},
        "properties": found,
    }


def _declarations(speaker: Speaker) -> Json:
    findings = speaker.assessment.findings
    made: dict[str, Json] = {
        "assessors": [{"bom-ref": ASSESSOR, "thirdParty": False}],
        "attestations": [
            {
                "summary": _summary(speaker),
                "assessor": ASSESSOR,
                "map": [_mapped(finding, speaker) for finding in findings],
            }
        ],
        "claims": [claim for finding in findings for claim in _claims(finding, speaker)],
    }
    evidence = [
        *(_evidence(status, number, speaker) for number, status in enumerate(speaker.assessment.evidence)),
        *(
            _waiver(waiver, number, state.value, speaker)
            for number, (waiver, state) in enumerate(speaker.assessment.waivers)
        ),
    ]
    if evidence:
        made["evidence"] = evidence
    made["targets"] = {"services": [{"bom-ref": SERVICE, "name": speaker.title(speaker.subject)}]}
    return made


def _summary(speaker: Speaker) -> str:
    assessment = speaker.assessment

    return speaker.text(
        lambda lang: verdict_line(assessment, lang),
        lambda lang: by_hand(assessment, lang),
        lambda lang: "\n".join(scope_lines(assessment, lang)),
        speaker.words("attestation"),
        lambda lang: say("foot.not_advice", lang),
    )


def _mapped(finding: Finding, speaker: Speaker) -> Json:
    """A rule with what is claimed of it and what that comes to."""
    sides: dict[bool, list[Json]] = {True: [], False: []}
    sides[_holds(finding)].append(claim_ref(finding))
    for number, part in enumerate(finding.parts):
        sides[part.outcome in _CONFORMS].append(claim_ref(finding, number))
    made: dict[str, Json] = {"requirement": rule_ref(finding.rule)}
    if sides[True]:
        made["claims"] = sides[True]
    if sides[False]:
        made["counterClaims"] = sides[False]
    made["conformance"] = _conformance(finding, speaker)
    if finding.standing is Standing.UNDECIDED:
        made["confidence"] = {
            "rationale": speaker.text(
                lambda lang: why_of(finding, speaker.assessment, lang, most=ALL) or head(finding, lang)
            )
        }
    return made


def _holds(finding: Finding) -> bool:
    return finding.standing is Standing.HOLDS


def _conformance(finding: Finding, speaker: Speaker) -> Json:
    score = score_of(finding)
    made: dict[str, Json] = {} if score is None else {"score": score}
    made["rationale"] = speaker.text(
        speaker.words("met" if score else "breached") if score is not None else _nothing,
        lambda lang: neither(finding, lang),
        lambda lang: advice(finding, lang),
        lambda lang: in_scope(finding, lang),
    )
    waivers = _waivers_of(finding, speaker)
    if waivers:
        made["mitigationStrategies"] = waivers
    return made


def _claims(finding: Finding, speaker: Speaker) -> list[Json]:
    """The rule as a whole, then each record of it."""
    made: dict[str, Json] = {
        "bom-ref": claim_ref(finding),
        "target": SERVICE,
        "predicate": speaker.text(lambda lang: head(finding, lang)),
        "reasoning": speaker.text(lambda lang: told(finding, speaker.assessment, lang)),
    }
    entries = {status.entry.id: number for number, status in enumerate(speaker.assessment.evidence)}
    given: list[Json] = [_evidence_ref(entries[entry]) for entry in finding.evidence if entry in entries]
    if given:
        made["evidence"] = given
    return [made, *(_record(part, number, finding, speaker) for number, part in enumerate(finding.parts))]


def _record(part: Part, number: int, finding: Finding, speaker: Speaker) -> Json:
    def said(lang: str) -> str:
        record = part_message(part, speaker.assessment, lang)
        return say("label", lang, label=finding.rule.title.get(lang), text=record)

    return {"bom-ref": claim_ref(finding, number), "target": SERVICE, "predicate": speaker.text(said)}


def _evidence(status: EvidenceStatus, number: int, speaker: Speaker) -> Json:
    entry = status.entry
    made: dict[str, Json] = {
        "bom-ref": _evidence_ref(number),
        "description": speaker.text(
            lambda lang: entry.id,
            lambda lang: "\n".join(evidence_lines(status, speaker.assessment, lang)),
        ),
    }
    place = evidence_place(status)
    if place:
        made["data"] = [{"name": clean(entry.id), "contents": {"url": place}}]
    if entry.issued:
        made["created"] = moment(entry.issued)
    if entry.expires:
        made["expires"] = moment(entry.expires)
    return made


def _waiver(waiver: Waiver, number: int, state: str, speaker: Speaker) -> Json:
    """An accepted deviation. It mitigates nothing in law: the words say what it is."""
    return {
        "bom-ref": _waiver_ref(number),
        "description": speaker.text(
            speaker.words("waiver", rule=waiver.rule),
            lambda lang: waiver.record or "",
            lambda lang: waiver_text(waiver, lang),
            lambda lang: say(f"waiver.state.{state}", lang),
        ),
        "expires": moment(waiver.expires),
    }


def _waivers_of(finding: Finding, speaker: Speaker) -> list[Json]:
    given = enumerate(speaker.assessment.waivers)
    return [_waiver_ref(number) for number, (waiver, _) in given if waiver in finding.waivers]


def _evidence_ref(number: int) -> str:
    return f"evidence:{number}"


def _waiver_ref(number: int) -> str:
    return f"waiver:{number}"


def _nothing(lang: str) -> str:
    return ""
