"""An assessment as JSON, version 1: a format of its own with a schema, not a dump of classes.

Keys are always there and in fixed order; both languages are always given. Sensitive values appear only where they were
asked for, and then the document says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Final

from compliance.assessment.model import Assessment, Bound, Finding, Part, Standing, Topic, Verdict
from compliance.assessment.verdict import exit_code
from compliance.conditions.explain import Explanation, culprits
from compliance.conditions.sentence import bound_text, number_text, statement
from compliance.errors import Problem
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.facts.values import Quantity
from compliance.facts.vocabulary import Kind
from compliance.packs.rulebook import Citation, Rule
from compliance.reports import json_parts as parts
from compliance.reports.answers import Answer, answers
from compliance.reports.digests import private_digest
from compliance.reports.json_parts import LANGUAGES, Json
from compliance.reports.open_facts import hanging_on, in_order_of_weight
from compliance.reports.paths import fact_of, path_label
from compliance.reports.seal import NO_SEAL, seal
from compliance.reports.verdict_line import verdict_line

FORMAT: Final = "compliance-assessment"
VERSION: Final = 1
PARTIAL_READY: Final = "partial_ready"
"""The verdict of a run over some of the packs where one over all would say `ready`."""


def render_json(assessment: Assessment) -> str:
    """The assessment as one JSON document with a line feed at the end."""
    return seal(dump(document(assessment)).encode(), "json").decode()


def render_json_list(assessments: Sequence[Assessment], problems: Sequence[Problem] = ()) -> str:
    """Several assessments of one run as one document, in the order given.

    Args:
        problems: why other manifests of the run could not be assessed.
    """
    return dump(
        {
            "format": f"{FORMAT}-list",
            "version": VERSION,
            "assessments": [sealed(assessment) for assessment in assessments],
            "errors": [parts.problem(problem) for problem in problems],
        }
    )


def dump(value: Json) -> str:
    """JSON text: two spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def sealed(assessment: Assessment) -> dict[str, Json]:
    """The document with the seal that it has when it stands alone."""
    made = document(assessment)
    digest = sha256_hex(dump(made).encode())
    return {**made, "digests": {**_digests(assessment), "assessment": digest}}


def document(assessment: Assessment) -> dict[str, Json]:
    """The assessment as plain JSON values, without its own digest."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": parts.program(),
        "file": clean(assessment.manifest.file),
        "as_of": assessment.as_of.isoformat(),
        "as_of_given": assessment.as_of_given,
        "verdict": verdict_name(assessment.verdict, assessment),
        "verdict_line": {lang: clean(verdict_line(assessment, lang)) for lang in LANGUAGES},
        "final": assessment.final,
        "worst": verdict_name(assessment.worst, assessment),
        "partial": list(assessment.partial),
        "exit_code": int(exit_code(assessment)),
        "counts": {
            "binding": _counts(assessment, binding=True),
            "other": _counts(assessment, binding=False),
        },
        "packs": _packs(assessment),
        "open_facts": [_open_fact(path, assessment) for path in in_order_of_weight(assessment)],
        "findings": [_finding(finding, assessment) for finding in assessment.findings],
        "topics": [_topic(topic, assessment) for topic in assessment.topics],
        "not_in_force": list(assessment.not_in_force),
        "not_formalised": [_citation(citation, assessment) for citation in assessment.not_formalised()],
        "waivers": [{**_waiver(waiver), "state": state.value} for waiver, state in assessment.waivers],
        "evidence": _evidence(assessment),
        "answers": [_answer(answer) for answer in answers(assessment)],
        "readings": _readings(assessment),
        "planned": [_planned(path, day, assessment) for path, day in assessment.planned.items()],
        "warnings": [parts.problem(problem) for problem in assessment.manifest.warnings],
        "sensitive_shown": assessment.disclosed,
        "digests": {**_digests(assessment), "assessment": NO_SEAL},
    }


def _digests(assessment: Assessment) -> dict[str, Json]:
    return {
        "rules": assessment.book.digest,
        "manifest": assessment.manifest.digest,
        "private": private_digest(assessment),
    }


def verdict_name(verdict: Verdict, assessment: Assessment) -> str:
    """A run over some of the packs is never plainly `ready`."""
    if assessment.partial and verdict is Verdict.READY:
        return PARTIAL_READY
    return verdict.value


def _counts(assessment: Assessment, *, binding: bool) -> Json:
    return {standing.value: len(assessment.standing(standing, binding=binding)) for standing in Standing}


def _packs(assessment: Assessment) -> Json:
    return [
        {
            "id": status.pack.id,
            "version": status.pack.version,
            "title": parts.both(status.pack.title),
            "digest": status.pack.digest,
            "subject": status.pack.subject,
            "applies": status.applies.value,
            "decided_by": list(status.decided_by),
            "why": _why(status.why, assessment),
        }
        for status in assessment.packs
    ]


def _open_fact(path: str, assessment: Assessment) -> Json:
    vocabulary = assessment.book.vocabulary
    fact = fact_of(path, vocabulary)
    return {
        "path": clean(path),
        "fact": fact.id,
        "label": {lang: clean(path_label(path, vocabulary, lang)) for lang in LANGUAGES},
        "question": parts.both(fact.question),
        "decides": hanging_on(path, assessment),
        "reading": fact.kind is Kind.READING,
        "location": parts.location(assessment.manifest.locations.get(path)),
    }


def _finding(finding: Finding, assessment: Assessment) -> Json:
    rule = finding.rule
    return {
        "rule": rule.id,
        "pack": rule.pack,
        "title": parts.both(rule.title),
        "severity": rule.severity.value,
        "binding": rule.severity.binding,
        "hard_stop": rule.hard_stop,
        "topic": rule.topic,
        "outcome": finding.outcome.value,
        "standing": finding.standing.value,
        "standing_with_waivers": finding.standing_with_waivers.value,
        "past": finding.past,
        "due": parts.day(finding.due),
        "decided_by": _cleaned(finding.decided_by),
        "weighed_by": _cleaned(finding.weighed_by),
        "reasons": [reason.value for reason in finding.reasons],
        "can_breach": finding.can_breach,
        "if_in_scope": finding.if_in_scope.value if finding.if_in_scope else None,
        "parts": [_part(part, assessment) for part in finding.parts],
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
        "location": parts.location(finding.location),
        "why": _why(finding.why, assessment),
        "because": parts.both(rule.because),
        "fix": parts.both(rule.fix),
        "doubt": parts.both(rule.doubt),
        "sources": _sources(rule, assessment),
        "penalty": _citation(rule.penalty, assessment) if rule.penalty else None,
        "evidence_wanted": list(rule.evidence),
        "evidence": _cleaned(finding.evidence),
    }


def _part(part: Part, assessment: Assessment) -> Json:
    return {
        "record": None if part.key is None else clean(part.key),
        "outcome": part.outcome.value,
        "past": part.past,
        "due": parts.day(part.due),
        "decided_by": _cleaned(part.decided_by),
        "reasons": [reason.value for reason in part.reasons],
        "can_breach": part.can_breach,
        "waiver": _waiver(part.waiver) if part.waiver else None,
        "location": parts.location(part.location),
        "why": _why(part.why, assessment),
    }


def _topic(topic: Topic, assessment: Assessment) -> Json:
    def told(bounds: Sequence[Bound]) -> Json:
        return [_bound(bound, assessment) for bound in bounds]

    return {
        "topic": topic.id,
        "minima": told(topic.minima),
        "maxima": told(topic.maxima),
        "open": told(topic.open),
        "conflicts": [
            {"minimum": _bound(minimum, assessment), "maximum": _bound(maximum, assessment)}
            for minimum, maximum in topic.conflicts
        ],
    }


def _bound(bound: Bound, assessment: Assessment) -> Json:
    test, amount = bound.test, bound.test.bound
    return {
        "rule": bound.rule.id,
        "binding": bound.rule.severity.binding,
        "fact": test.fact,
        "operator": test.operator,
        "amount": number_text(amount.amount if isinstance(amount, Quantity) else amount),
        "unit": amount.unit if isinstance(amount, Quantity) else None,
        "text": {lang: bound_text(test, assessment.book.vocabulary, lang) for lang in LANGUAGES},
    }


def _sources(rule: Rule, assessment: Assessment) -> Json:
    return [
        {**_citation(source.citation, assessment), "verified": source.verified.value}
        for source in rule.sources
    ]


def _citation(cited: Citation, assessment: Assessment) -> dict[str, Json]:
    return parts.citation(cited, assessment.book.instruments)


def _waiver(waiver: Waiver) -> dict[str, Json]:
    return {
        "rule": clean(waiver.rule),
        "record": None if waiver.record is None else clean(waiver.record),
        "reason": clean(waiver.reason),
        "approver": clean(waiver.approver),
        "expires": waiver.expires.isoformat(),
        "location": parts.location(waiver.location),
    }


def _evidence(assessment: Assessment) -> Json:
    return [
        {
            "id": clean(status.entry.id),
            "kind": status.entry.kind,
            "rules": _cleaned(status.entry.rules),
            "file": None if status.entry.file is None else clean(status.entry.file),
            "url": None if status.entry.url is None else clean(status.entry.url),
            "sha256": status.entry.sha256,
            "issued": parts.day(status.entry.issued),
            "expires": parts.day(status.entry.expires),
            "state": status.state,
            "found_sha256": status.found,
            "location": parts.location(status.entry.location),
        }
        for status in assessment.evidence
    ]


def _answer(answer: Answer) -> Json:
    return {
        "path": clean(answer.path),
        "fact": answer.fact.id,
        "label": parts.both(answer.fact.label),
        "record": None if answer.record is None else clean(answer.record),
        "hidden": answer.hidden,
        "text": {lang: answer.text(lang) for lang in LANGUAGES},
        "location": parts.location(answer.location),
    }


def _readings(assessment: Assessment) -> Json:
    return [
        {
            "reading": view.reading,
            "view": view.view,
            "by": clean(view.by),
            "on": view.on.isoformat(),
            "note": clean(view.note),
            "location": parts.location(view.location),
        }
        for view in assessment.manifest.readings.values()
    ]


def _planned(path: str, day: date, assessment: Assessment) -> Json:
    return {
        "path": clean(path),
        "date": day.isoformat(),
        "location": parts.location(assessment.manifest.locations.get(path)),
    }


def _why(why: Explanation | None, assessment: Assessment) -> Json:
    """The tests that account for an outcome, each as a sentence in both languages."""
    if why is None:
        return []
    vocabulary = assessment.book.vocabulary
    found: list[Json] = []
    for test in culprits(why):
        said: Json = {lang: clean(statement(test, vocabulary, lang)) for lang in LANGUAGES}
        if said not in found:
            found.append(said)
    return found


def _cleaned(texts: Sequence[str]) -> Json:
    return [clean(text) for text in texts]
