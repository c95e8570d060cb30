"""Runs one conformance case: a tiny pack and a manifest made from it, through the real loader, reader and engine."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from compliance.assessment import findings as findings_module
from compliance.assessment.assess import assess
from compliance.assessment.model import Assessment, Bound, Finding, Topic
from compliance.assessment.references import reference_problems
from compliance.assessment.verdict import exit_code
from compliance.conditions.judgement import Situation
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.yaml_reader import MANIFEST_LIMITS, read_yaml
from compliance.packs.files import plain
from compliance.packs.load import load_packs
from compliance.packs.rulebook import RuleBook
from compliance.reports.json_v1 import document

HERE = Path(__file__).parent
AS_OF = date(2026, 3, 10)
BOTH = {"en": "made for a case", "zh": "测试用例"}
EXAMPLES = [{"name": f"example {n}", "as_of": "2026-03-10", "expect": "undecided"} for n in range(3)]


@dataclass(frozen=True)
class Case:
    """One case: the line of docs/semantics.md it shows, a sentence, and the parts to build from."""

    file: str
    number: int
    line: str
    says: str
    parts: dict[str, Any] = field(repr=False)

    def __str__(self) -> str:
        return f"{self.line}-{self.file}-{self.number}"


def all_cases() -> list[Case]:
    found = []
    for path in sorted((HERE / "cases").glob("*.yaml")):
        tree, problems = read_yaml(path.read_bytes(), path.name, MANIFEST_LIMITS)
        assert tree is not None and not problems, problems
        for number, parts in enumerate(plain(tree)):
            found.append(Case(path.stem, number, parts.pop("line"), parts.pop("says"), parts))
    return found


def as_of(case: Case) -> date:
    return date.fromisoformat(case.parts.get("as_of", AS_OF.isoformat()))


def _rule(name: str, parts: dict[str, Any], pack: str = "conformance") -> dict[str, Any]:
    rule = {
        "id": f"{pack}.{name}",
        "title": BOTH,
        "severity": parts.get("severity", "mandatory"),
        "source": {"article": "test-law#1", "verified": "full-text"},
        "require": parts["require"],
        "penalty": "none",
        "because": BOTH,
        "fix": BOTH,
        "examples": EXAMPLES,
    }
    for key in ("when", "remedied_by", "hard_stop", "in_force", "topic", "known_since"):
        if key in parts:
            rule[key] = parts[key]
    return rule


def _head(pack: str, parts: dict[str, Any]) -> dict[str, Any]:
    head = {
        "pack": pack,
        "version": "1.0.0",
        "title": BOTH,
        "subject": pack == "conformance",
        "calendar": "test",
    }
    if pack == "conformance" and "applies" in parts:
        head["applies"] = parts["applies"]
    if pack != "conformance":
        head["needs"] = ["conformance"]
    return head


def packs_of(case: Case) -> dict[str, dict[str, bytes]]:
    """The pack files of a case."""
    parts = case.parts
    rules = [] if parts.get("no_rules") or "codes" in parts else [_rule("case", parts)]
    for name in ("second", "third"):
        if f"{name}_rule" in parts:
            rules.append(_rule(name, parts[f"{name}_rule"]))
    article = {"article": "1", "title": BOTH, "handled": "rules" if rules else "procedure", "reason": BOTH}
    law = {
        "id": "test-law",
        "title": BOTH,
        "short": BOTH,
        "issuer": BOTH,
        "number": BOTH,
        "in_force": {},
        "url": "https://law.example/",
        "articles": [article],
    }
    content: dict[str, Any] = {"rules": rules, "instruments": [law]}
    if "facts" in parts:
        content["facts"] = parts["facts"]
    if "impossible" in parts:
        content["impossible"] = [{"id": "case", "if": parts["impossible"], "message": BOTH}]
    files = {path.name: path.read_bytes() for path in sorted((HERE / "pack").glob("*.yaml"))}
    files["pack.yaml"] = json.dumps(_head("conformance", parts)).encode()
    files["case.yaml"] = json.dumps(content).encode()
    packs = {"conformance": files}
    if "second_pack" in parts:
        rule = _rule("only", parts["second_pack"], "second")
        packs["second"] = {
            "pack.yaml": json.dumps(_head("second", parts)).encode(),
            "rules.yaml": json.dumps({"rules": [rule]}).encode(),
        }
    return packs


def book_of(case: Case) -> RuleBook:
    """The rule book of a case. Raises PackError where the case is about that."""
    book, _ = load_packs(packs_of(case))
    return book


def _nested(flat: dict[str, Any]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for path, value in flat.items():
        *groups, last = path.split(".")
        inner = nested
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[last] = value
    return nested


def manifest_bytes(case: Case, further: dict[str, Any] | None = None) -> bytes:
    """The manifest of a case, with further answers if there are any."""
    parts = case.parts
    content: dict[str, Any] = {
        "compliance": "1",
        "facts": _nested({**parts.get("given", {}), **(further or {})}),
    }
    if "readings" in parts:
        content["readings"] = parts["readings"]
    if "waivers" in parts:
        content["waivers"] = [
            {**waiver, "rule": f"conformance.{waiver['rule']}"} for waiver in parts["waivers"]
        ]
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def manifest_of(case: Case, book: RuleBook, further: dict[str, Any] | None = None) -> Manifest:
    """The manifest of a case. Raises ManifestError where the case is about that."""
    private = None
    if "private" in case.parts:
        private = json.dumps({"compliance": "1", "facts": _nested(case.parts["private"])}).encode()
    data = manifest_bytes(case, further)
    return read_manifest(data, "compliance.yaml", book.vocabulary, private, "compliance.private.yaml")


def write_project(case: Case, folder: Path) -> list[str]:
    """The case's packs and manifest as files; the words of the command line that checks it."""
    for pack, files in packs_of(case).items():
        (folder / "rules" / pack).mkdir(parents=True)
        for name, data in files.items():
            (folder / "rules" / pack / name).write_bytes(data)
    (folder / "compliance.yaml").write_bytes(manifest_bytes(case))
    day = as_of(case).isoformat()
    return [
        "check",
        str(folder),
        "--rules",
        str(folder / "rules"),
        "--as-of",
        day,
        *case.parts["run"]["with"],
    ]


def problems_of(case: Case, book: RuleBook, manifest: Manifest) -> list[str]:
    return [problem.code for problem in reference_problems(book, manifest, as_of(case))]


def assessment_of(case: Case, book: RuleBook, manifest: Manifest, monkeypatch: Any) -> Assessment:
    if "budget" in case.parts:
        budget = int(case.parts["budget"])
        monkeypatch.setattr(findings_module, "Situation", lambda **given: Situation(**given, budget=budget))
    return assess(
        book,
        manifest,
        as_of(case),
        as_of_given=case.parts.get("as_of_given", True),
        packs=tuple(case.parts.get("packs", ())),
    )


def outcome_of(assessment: Assessment) -> dict[str, Any]:
    """Everything a case can expect, by the names it uses."""
    finding = next((f for f in assessment.findings if f.rule.id == "conformance.case"), None)
    found: dict[str, Any] = {
        "verdict": assessment.verdict.value,
        "exit": int(exit_code(assessment)),
        "exit_pending": int(exit_code(assessment, pending=True)),
        "final": assessment.final,
        "worst": assessment.worst.value,
        "partial": list(assessment.partial),
        "as_of_given": assessment.as_of_given,
        "planned": {path: day.isoformat() for path, day in assessment.planned.items()},
        "warnings": [problem.code for problem in assessment.manifest.warnings],
        "open_facts": list(assessment.open_facts),
        "topics": {topic.id: _of_topic(topic) for topic in assessment.topics},
        "changeable": {
            fact.id: fact.changeable
            for fact in assessment.book.vocabulary.facts.values()
            if fact.changeable != "yes"
        },
        "json_verdict": document(assessment)["verdict"],
        "not_in_force": "conformance.case" in assessment.not_in_force,
        "applies": next(s.applies.value for s in assessment.packs if s.pack.id == "conformance"),
    }
    if assessment.waivers:
        found["waiver"] = assessment.waivers[0][1].value
    if finding is not None:
        found.update(_of_finding(finding))
    return found


def _of_topic(topic: Topic) -> dict[str, Any]:
    """The bounds of a topic by the names of their rules; what is empty is left out."""
    sorts = {"minima": topic.minima, "maxima": topic.maxima, "open": topic.open}
    found: dict[str, Any] = {sort: _names(bounds) for sort, bounds in sorts.items() if bounds}
    if topic.conflicts:
        found["conflicts"] = [_names(pair) for pair in topic.conflicts]
    return found


def _names(bounds: Iterable[Bound]) -> list[str]:
    return [bound.rule.id.removeprefix("conformance.") for bound in bounds]


def _of_finding(finding: Finding) -> dict[str, Any]:
    return {
        "outcome": finding.outcome.value,
        "due": finding.due.isoformat() if finding.due else None,
        "past": finding.past,
        "decided_by": list(finding.decided_by),
        "weighed_by": list(finding.weighed_by),
        "reasons": [reason.value for reason in finding.reasons],
        "can_breach": finding.can_breach,
        "if_in_scope": finding.if_in_scope.value if finding.if_in_scope else None,
        "parts": {part.key: part.outcome.value for part in finding.parts if part.key is not None},
    }
