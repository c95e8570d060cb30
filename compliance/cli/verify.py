"""`compliance verify`: whether a report is as it was made, and rests on what there is now."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from compliance.assessment.model import ExitCode
from compliance.cli.check import load_book
from compliance.cli.complaints import complaint_lines, language_shown
from compliance.cli.files import look_at_evidence, read_input, read_report
from compliance.cli.progress import telling
from compliance.cli.terminal import say, terminal_of, write
from compliance.errors import ComplianceError, Location
from compliance.errors.render import sentence
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import EvidenceEntry, Manifest
from compliance.facts.sanitise import clean
from compliance.reports.read_assessment import Document
from compliance.reports.read_back import Report, read_back
from compliance.reports.text.layout import Page
from compliance.reports.verification import Check, Project, State, verify
from compliance.reports.words import say as words


class ReadBackRequest(NamedTuple):
    """Which report to read back and what to compare it with, as asked for on the command line."""

    report: Path
    manifest: Path | None = None
    lang: str | None = None
    rules: tuple[Path, ...] = ()
    show_all: bool = False


def verify_report(request: ReadBackRequest) -> int:
    """Compare the digests a report states with what there is.

    Returns:
        0 when nothing that was looked at differs, else 1.

    Raises:
        ComplianceError: when report, rules or project cannot be read.
    """
    return in_language(request, _verify, "progress.verify")


def in_language(
    request: ReadBackRequest, work: Callable[[ReadBackRequest, Report, str], tuple[Page, int]], doing: str
) -> int:
    """Do the work in the language of the report, complaints included.

    Args:
        doing: the key of the words that say what takes so long.
    """
    lang = request.lang or "en"
    try:
        report = read_back(read_report(request.report), clean(request.report.as_posix()))
        lang = request.lang or report.options.languages[0]
        shown = language_shown(lang, terminal_of(sys.stdout, os.environ))
        with telling(doing, lang):
            told = work(request, report, shown)
    except ComplianceError as error:
        say(complaint_lines(error.problems, lang))
        return ExitCode.ERROR
    page, code = told
    write(page.text())
    return code


def _verify(request: ReadBackRequest, report: Report, lang: str) -> tuple[Page, int]:
    book = load_book(request.rules)
    project = None if request.manifest is None else project_now(request.manifest, report.document, lang)
    checks = verify(report, book, project, rules_named=bool(request.rules))
    page = page_on(request, report, checks, lang)
    page.gap()
    page.put(words("verify.note", lang))
    return page, _code(checks)


def page_on(request: ReadBackRequest, report: Report, checks: list[Check], lang: str) -> Page:
    """A page that says which report it is and what came of the comparisons."""
    from compliance.reports.replay_text import put_checks, put_report

    shown = terminal_of(sys.stdout, os.environ)
    page = Page(shown.width, shown.colour, shown.unicode)
    put_report(page, report, clean(request.report.as_posix()), lang)
    put_checks(page, checks, lang)
    return page


def _code(checks: list[Check]) -> int:
    differs = any(check.state is State.DIFFERS for check in checks)
    return ExitCode.NOT_COMPLIANT if differs else ExitCode.OK


def project_now(path: Path, document: Document, lang: str) -> Project:
    """The digests of the project's files as they are now."""
    source = read_input(path)
    place = Location(source.file)
    entries = tuple(
        EvidenceEntry(one["id"], one["kind"], (), one["file"], None, None, None, None, place)
        for one in document["evidence"]
        if one["file"] is not None
    )
    unfit: dict[str, str] = {}
    found: dict[str, str | None] = {}
    for entry in entries:
        looked, problems = look_at_evidence(Manifest("", {}, evidence=(entry,)), source.path.parent)
        unfit.update((entry.id, sentence(problem, lang).message) for problem in problems)
        found |= {name: file.sha256 for name, file in looked.items()}
    private = None if source.private is None else sha256_hex(source.private)
    return Project(sha256_hex(source.data), private, found, unfit)
