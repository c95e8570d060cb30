"""Compares the digests that a report states with what there is: the report itself, rules, project file, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from compliance.packs.rulebook import RuleBook
from compliance.reports.digests import HIDDEN
from compliance.reports.read_assessment import Document
from compliance.reports.read_back import Report
from compliance.reports.seal import Seal


class State(StrEnum):
    """What became of a comparison."""

    HOLDS = "holds"
    DIFFERS = "differs"
    UNLOOKED = "unlooked"


class Check(NamedTuple):
    """One comparison: `words` is the key of its sentence, `details` what fills it."""

    state: State
    words: str
    details: Mapping[str, str] = {}


class Project(NamedTuple):
    """What lies in the project now.

    Args:
        manifest, private: SHA-256 of the files; None when there is none.
        evidence: id -> SHA-256 of the file, None when it is missing.
        unfit: id -> why a file cannot be looked at, in words. No report is made of a project with such a file, so that
            it is none of the report.
    """

    manifest: str
    private: str | None
    evidence: Mapping[str, str | None]
    unfit: Mapping[str, str]


def verify(report: Report, book: RuleBook, project: Project | None, *, rules_named: bool) -> list[Check]:
    """All comparisons, the report itself first.

    Args:
        project: None to leave the project alone.
        rules_named: the rules were named by hand, so that others than the report's are a difference.
    """
    checks = [_seal(report.seal, "seal")]
    if report.form != "json":
        checks.append(_seal(report.inner, "inner"))
    checks.append(_rules(report.document, book, rules_named=rules_named))
    if project is None:
        checks.append(Check(State.UNLOOKED, "verify.project.unlooked"))
    else:
        checks += _project(report.document, project)
    return checks


def other_rules(document: Document, book: RuleBook) -> tuple[str, str] | None:
    """The packs a report needs and those there are in their place, where the rules are others; else None.

    A pack is told by its version, and by the beginning of its digest where the versions are the same.
    """
    if document["digests"]["rules"] == book.digest:
        return None
    needed: list[str] = []
    here: list[str] = []
    for pack in document["packs"]:
        own = book.packs.get(pack["id"])
        if own is None:
            needed.append(f"{pack['id']} {pack['version']}")
        elif own.digest != pack["digest"]:
            same = own.version == pack["version"]
            needed.append(_pack(pack["id"], pack["version"], pack["digest"] if same else ""))
            here.append(_pack(own.id, own.version, own.digest if same else ""))
    asked = {pack["id"] for pack in document["packs"]}
    here += [f"{pack.id} {pack.version}" for pack in book.packs.values() if pack.id not in asked]
    return ", ".join(needed), ", ".join(here)


def _pack(name: str, version: str, digest: str) -> str:
    return f"{name} {version} ({digest[:12]})" if digest else f"{name} {version}"


def _seal(seal: Seal | None, words: str) -> Check:
    if seal is None:
        return Check(State.DIFFERS, f"verify.{words}.missing")
    if seal.whole:
        return Check(State.HOLDS, f"verify.{words}.holds", {"digest": seal.found})
    return Check(State.DIFFERS, f"verify.{words}.differs", {"written": seal.written, "digest": seal.found})


def _rules(document: Document, book: RuleBook, *, rules_named: bool) -> Check:
    others = other_rules(document, book)
    if others is None:
        return Check(State.HOLDS, "verify.rules.holds", {"digest": book.digest})
    details = dict(zip(("needed", "here"), (text or "-" for text in others), strict=True))
    if rules_named:
        return Check(State.DIFFERS, "verify.rules.differs", details)
    return Check(State.UNLOOKED, "verify.rules.elsewhere", details)


def _project(document: Document, project: Project) -> list[Check]:
    written = document["digests"]
    checks = [_same("manifest", written["manifest"], project.manifest)]
    if written["private"] is not None or project.private is not None:
        checks.append(_private(written["private"], project.private))
    for entry in document["evidence"]:
        name = entry["id"]
        if name in project.unfit:
            details = {"id": name, "why": project.unfit[name]}
            checks.append(Check(State.DIFFERS, "verify.evidence.unfit", details))
        elif name in project.evidence:
            checks.append(_same("evidence", entry["found_sha256"], project.evidence[name], id=name))
    return checks


def _private(written: str | None, found: str | None) -> Check:
    """The private file. No digest of it is told: the answers in it are so short that they could be found by trial."""
    if found is None:
        return Check(State.DIFFERS, "verify.private.gone")
    if written is None:
        return Check(State.DIFFERS, "verify.private.new")
    if written == HIDDEN:
        return Check(State.UNLOOKED, "verify.private.unlooked")
    if written == found:
        return Check(State.HOLDS, "verify.private.holds")
    return Check(State.DIFFERS, "verify.private.differs")


def _same(words: str, written: str | None, found: str | None, **details: str) -> Check:
    if written == found:
        return Check(State.HOLDS, f"verify.{words}.holds", details)
    told = {**details, "written": written or "", "digest": found or ""}
    return Check(State.DIFFERS, f"verify.{words}.differs", told)
