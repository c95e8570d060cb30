"""`compliance verify` and `compliance replay`: whether a report is as it was made, and whether it comes out again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from compliance.assessment.model import Assessment, ExitCode
from compliance.cli.check import assess_input, load_book, refuse_day, refuse_packs
from compliance.cli.complaints import complaint_lines, language_shown
from compliance.cli.files import MANIFEST_NAME, PRIVATE_NAME, Input, look_at_evidence, read_input, read_report
from compliance.cli.progress import working
from compliance.cli.terminal import say, terminal_of, write
from compliance.errors import ComplianceError, Location, Problem, ReportError, UsageError
from compliance.errors.render import sentence
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import EvidenceEntry, Manifest
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import RuleBook
from compliance.reports.differences import Difference, differences
from compliance.reports.read_assessment import Document
from compliance.reports.read_back import Report, read_back
from compliance.reports.text_layout import Page
from compliance.reports.verification import Check, Project, State, other_rules, verify
from compliance.reports.words import say as words


class ReplayRequest(NamedTuple):
    """What was asked for on the command line."""

    report: Path
    manifest: Path | None = None
    lang: str | None = None
    rules: tuple[Path, ...] = ()
    show_all: bool = False


def verify_report(request: ReplayRequest) -> int:
    """Compare the digests a report states with what there is.

    Returns:
        0 when nothing that was looked at differs, else 1.

    Raises:
        ComplianceError: when report, rules or project cannot be read.
    """
    return _in_language(request, _verify)


def replay(request: ReplayRequest) -> int:
    """Make a report again from rules, project and date, and compare.

    Returns:
        0 when the two are the same to the byte, else 1.

    Raises:
        ComplianceError: when report, rules or project cannot be read, or the rules are others: `replay.other_rules`.
    """
    return _in_language(request, _replay)


def _in_language(
    request: ReplayRequest, work: Callable[[ReplayRequest, Report, str], tuple[Page, int]]
) -> int:
    """Do the work in the language of the report, complaints included."""
    lang = request.lang or "en"
    try:
        report = read_back(read_report(request.report), clean(request.report.as_posix()))
        lang = request.lang or report.options.languages[0]
        shown = language_shown(lang, terminal_of(sys.stdout, os.environ))
        with working(words("progress.replay", shown)):
            told = work(request, report, shown)
    except ComplianceError as error:
        say(complaint_lines(error.problems, lang))
        return ExitCode.ERROR
    page, code = told
    write(page.text())
    return code


def _verify(request: ReplayRequest, report: Report, lang: str) -> tuple[Page, int]:

    book = load_book(request.rules)
    project = None if request.manifest is None else _project(request.manifest, report.document, lang)
    checks = verify(report, book, project, rules_named=bool(request.rules))
    page = _page(request, report, checks, lang)
    page.gap()
    page.put(words("verify.note", lang))
    return page, _code(checks)


def _replay(request: ReplayRequest, report: Report, lang: str) -> tuple[Page, int]:
    from compliance.reports.json_v1 import render_json
    from compliance.reports.render import render
    from compliance.reports.replay_text import put_differences

    book = load_book(request.rules)
    _refuse_other_rules(report, book, request)
    path = request.manifest or Path()
    if request.manifest is None and not (path / MANIFEST_NAME).exists():
        raise UsageError(Problem("replay.no_project"))
    made = _assessed_again(path, report.document, book)
    checks = verify(report, book, _project(path, report.document, lang), rules_named=True)
    page = _page(request, report, checks, lang)
    page.gap()
    again = render_json(made).encode()
    if again != report.assessment:
        found = _places(report, again, request)
        if found:
            hidden = report.document["sensitive_shown"]
            put_differences(page, found, lang, show_all=request.show_all, values=not hidden)
        else:
            page.put(words("replay.written_otherwise", lang), style="red")
    elif report.form == "json" or render(report.form, made, report.options) == report.data:
        page.put(words("replay.identical", lang), style="green")
        return page, ExitCode.OK
    else:
        page.put(words("replay.same_assessment", lang), style="red")
    return page, ExitCode.NOT_COMPLIANT


def _places(report: Report, again: bytes, request: ReplayRequest) -> list[Difference]:
    from compliance.reports.read_assessment import read_assessment

    return differences(report.document, read_assessment(again, request.report.as_posix()))


def _page(request: ReplayRequest, report: Report, checks: list[Check], lang: str) -> Page:
    from compliance.reports.replay_text import put_checks, put_report

    shown = terminal_of(sys.stdout, os.environ)
    page = Page(shown.width, shown.colour, shown.unicode)
    put_report(page, report, clean(request.report.as_posix()), lang)
    put_checks(page, checks, lang)
    return page


def _code(checks: list[Check]) -> int:
    differs = any(check.state is State.DIFFERS for check in checks)
    return ExitCode.NOT_COMPLIANT if differs else ExitCode.OK


def _refuse_other_rules(report: Report, book: RuleBook, request: ReplayRequest) -> None:
    others = other_rules(report.document, book)
    if others is not None:
        needed, here = (clean(text) or "-" for text in others)
        place = Location(clean(request.report.as_posix()))
        raise ReportError(Problem("replay.other_rules", place, {"needed": needed, "here": here}))


def _assessed_again(path: Path, document: Document, book: RuleBook) -> Assessment:
    """The project assessed as the report's was: under the same name, as of the same day, with the same packs."""
    from compliance.reports.disclosed import disclosed

    source = _named(read_input(path), document["file"])
    day, packs = date.fromisoformat(document["as_of"]), document["partial"]
    refuse_packs(book, packs)
    refuse_day(book, packs, day)
    made = assess_input(source, book, day, as_of_given=document["as_of_given"], packs=packs)
    return disclosed(made) if document["sensitive_shown"] else made


def _named(source: Input, file: str) -> Input:
    """What was read, under the name that the report has for it: places are named by it."""
    private = PurePosixPath(file).parent / PRIVATE_NAME
    return source._replace(file=file, private_file=private.as_posix())


def _project(path: Path, document: Document, lang: str) -> Project:
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
