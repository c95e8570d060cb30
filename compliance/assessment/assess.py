"""Brings a rule book and a manifest together on one date: findings, then the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from compliance.assessment.evidence import evidence_states, supporting
from compliance.assessment.findings import Examiner, Recollection
from compliance.assessment.model import (
    Applies,
    Assessment,
    EvidenceFile,
    Finding,
    PackStatus,
)
from compliance.assessment.topics import topics_of
from compliance.assessment.verdict import verdict_of, worst_verdict
from compliance.assessment.waivers import apply_waivers
from compliance.facts.manifest import Manifest
from compliance.facts.values import Records, Value
from compliance.facts.vocabulary import Fact, Kind, Tense, Vocabulary
from compliance.frozen import changed
from compliance.packs.rulebook import RuleBook


def assess(
    book: RuleBook,
    manifest: Manifest,
    as_of: date,
    *,
    as_of_given: bool = True,
    packs: Sequence[str] = (),
    evidence_files: Mapping[str, EvidenceFile] | None = None,
    memory: Recollection | None = None,
) -> Assessment:
    """Assess a project.

    Args:
        as_of: the date everything is judged at.
        as_of_given: whether that date was named by hand rather than being today.
        packs: ids of the packs to run; all when empty.
        evidence_files: what was found at each evidence entry's file, by the entry's id.
        memory: what earlier assessments with this book and date found out; this one adds to it.
    """
    examiner = Examiner(book, manifest, as_of, memory)
    chosen = [pack for pack in book.packs.values() if not packs or pack.id in packs]
    statuses = tuple(examiner.pack_status(pack) for pack in chosen)
    applies = {status.pack.id: status.applies for status in statuses}
    rules = [rule for rule in book.rules.values() if rule.pack in applies]
    in_force = [rule for rule in rules if rule.in_force.covers(as_of)]
    support = supporting(book, manifest)
    plain = [
        examiner.finding(rule, applies[rule.pack] is Applies.OPEN, support.get(rule.id, ()))
        for rule in in_force
    ]
    marked, waivers = apply_waivers(plain, manifest.waivers, {rule.id for rule in rules}, as_of)
    findings = [_with_the_rest(finding, book, manifest, as_of) for finding in marked]
    subject = [status for status in statuses if status.pack.subject]
    out = bool(subject) and all(status.applies is Applies.NO for status in subject)
    verdict = verdict_of(findings, out_of_scope=out)
    worst = worst_verdict(findings, verdict)
    return Assessment(
        book=book,
        manifest=manifest,
        as_of=as_of,
        as_of_given=as_of_given,
        findings=tuple(findings),
        packs=statuses,
        verdict=verdict,
        final=worst is verdict,
        worst=worst,
        open_facts=_open_facts(book.vocabulary, findings, statuses),
        not_in_force=tuple(rule.id for rule in rules if not rule.in_force.covers(as_of)),
        waivers=waivers,
        evidence=evidence_states(manifest, evidence_files or {}),
        planned=planned_events(book.vocabulary, manifest.answers, as_of),
        topics=topics_of(in_force, examiner.applies, book.vocabulary),
        partial=() if _with_rules(book) <= applies.keys() else tuple(sorted(applies)),
    )


def _with_the_rest(finding: Finding, book: RuleBook, manifest: Manifest, as_of: date) -> Finding:
    """A finding with how its rule counts over the records that no waiver names, if a waiver names some."""
    waived = {part.key for part in finding.parts if part.waiver is not None}
    listed = manifest.answers.get(finding.rule.parts or "")
    if not waived or not isinstance(listed, Records):
        return finding
    others = tuple(entry for entry in listed.entries if entry.key not in waived)
    answers = {**manifest.answers, str(finding.rule.parts): changed(listed, entries=others)}
    rest = Examiner(book, changed(manifest, answers=answers), as_of).finding(finding.rule, False, ())
    return changed(finding, without_waived=rest.standing)


def _with_rules(book: RuleBook) -> set[str]:
    return {rule.pack for rule in book.rules.values()}


def _open_facts(
    vocabulary: Vocabulary, findings: Iterable[Finding], statuses: Iterable[PackStatus]
) -> tuple[str, ...]:
    """The facts that binding findings hang on: what decides most first, facts before readings, in the packs' order."""
    counts: dict[str, int] = {}
    for finding in findings:
        if finding.rule.severity.binding:
            for path in finding.hangs_on:
                counts[path] = counts.get(path, 0) + 1
    for status in statuses:
        for path in status.decided_by:
            counts.setdefault(path, 0)
    order = {fact_id: number for number, fact_id in enumerate(vocabulary.facts)}

    def place(path: str) -> tuple[int, bool, int, str]:
        fact_id = path.partition("[")[0]
        return -counts[path], vocabulary[fact_id].kind is Kind.READING, order[fact_id], path

    return tuple(sorted(counts, key=place))


def planned_events(vocabulary: Vocabulary, answers: Mapping[str, Value], as_of: date) -> dict[str, date]:
    """Events that the manifest dates after `as_of`: path -> date. They count as not yet happened."""
    found: dict[str, date] = {}
    for fact_id, value in answers.items():
        fact = vocabulary.get(fact_id)
        if fact is None:
            continue
        if isinstance(value, Records):
            for entry in value.entries:
                for field_id, field_value in entry.fields.items():
                    field = vocabulary.get(field_id)
                    if field is not None and _lies_ahead(field, field_value, as_of):
                        found[f"{fact_id}[{entry.key}].{field.name}"] = _day(field_value)
        elif _lies_ahead(fact, value, as_of):
            found[fact_id] = _day(value)
    return dict(sorted(found.items()))


def _lies_ahead(fact: Fact, value: Value, as_of: date) -> bool:
    return fact.tense is Tense.EVENT and isinstance(value, date) and value > as_of


def _day(value: Value) -> date:
    assert isinstance(value, date)
    return value
