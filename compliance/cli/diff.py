"""`compliance diff`: two assessments side by side, each made now from a manifest or read from a report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from compliance.assessment.model import ExitCode
from compliance.cli.check import assess_input, language_written, load_book, refuse_day, refuse_packs
from compliance.cli.complaints import complaint_lines, language_shown
from compliance.cli.files import Input, read_input, read_report, refuse_output, write_whole
from compliance.cli.progress import telling
from compliance.cli.report import PRIVATE, PUBLIC
from compliance.cli.terminal import Terminal, say, terminal_of, write, write_bytes
from compliance.errors import ComplianceError, Gravity, Location, Problem, UsageError
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import RuleBook
from compliance.reports.diff.model import Comparison, Gate
from compliance.reports.read_assessment import Document

_MANIFEST_SUFFIXES: Final = (".yaml", ".yml")
_REPORT_SUFFIXES: Final = (".json", ".html", ".pdf")
_REPORT_STARTS: Final = (b"%PDF-", b"<!doctype html>", b"{")
_GATES: Final = {
    Gate.PASS: ExitCode.OK,
    Gate.REGRESSION: ExitCode.NOT_COMPLIANT,
    Gate.CANNOT_SAY: ExitCode.INCOMPLETE,
}


class DiffRequest(NamedTuple):
    """What was asked for on the command line."""

    old: Path
    new: Path
    form: str = "text"
    lang: str | None = None
    as_of: str | None = None
    rules: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    show_all: bool = False
    fail_on_regression: bool = False
    output: Path | None = None
    force: bool = False


class _Read(NamedTuple):
    """One of the two: the assessment, the language of a report for persons, and the files that were read."""

    document: Document
    lang: str | None
    files: tuple[Path, ...]


def diff(request: DiffRequest) -> int:
    """Compare two assessments.

    Returns:
        0; with `fail_on_regression` 1 for a regression and 3 when it cannot be said.

    Raises:
        ComplianceError: when one of the two cannot be read or assessed, or the comparison cannot be written.
    """
    from compliance.reports.diff.compare import UNKNOWN, compare, known_of

    output = None if request.output == Path("-") else request.output
    sides = (request.old, request.new)
    reports = [_is_report(path) for path in sides]
    if all(reports) and (request.as_of is not None or request.packs):
        raise UsageError(Problem("usage.nothing_to_assess"))
    if output is not None:
        refuse_output(output, sides, force=request.force)
    book = load_book(request.rules)
    lang = request.lang or "en"
    try:
        manifests = [
            None if report else read_input(path) for path, report in zip(sides, reports, strict=True)
        ]
        asked = request.lang or _language_of(manifests)
        lang = asked or "en"
        day = None if all(reports) else _day(request, book)
        old, new = (
            _of_report(path, lang) if source is None else _of_manifest(source, book, day, request, lang)
            for path, source in zip(sides, manifests, strict=True)
        )
        lang = asked or new.lang or old.lang or "en"
        if output is not None:
            refuse_output(output, (*old.files, *new.files), force=request.force)
    except ComplianceError as error:
        say(complaint_lines(error.problems, lang))
        return ExitCode.ERROR
    digests = [side.document["digests"]["rules"] for side in (old, new)]
    found = compare(old.document, new.document, known_of(book) if book.digest in digests else UNKNOWN)
    _put_out(found, lang, output, request)
    return _GATES[found.regression.gate] if request.fail_on_regression else ExitCode.OK


def _is_report(path: Path) -> bool:
    """Whether a path means a report; otherwise it means a manifest, also where nothing is there."""
    if path.is_dir() or path.suffix in _MANIFEST_SUFFIXES:
        return False
    if path.suffix in _REPORT_SUFFIXES or not path.exists():
        return path.suffix in _REPORT_SUFFIXES
    start = read_report(path)[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(tuple(mark.lower() for mark in _REPORT_STARTS))


def _day(request: DiffRequest, book: RuleBook) -> date:
    from compliance.cli.clock import date_typed, today_for

    day = date_typed(request.as_of) if request.as_of is not None else today_for(book)
    refuse_packs(book, request.packs)
    refuse_day(book, request.packs, day)
    return day


def _language_of(manifests: Sequence[Input | None]) -> str | None:
    """The language that the newer manifest asks for, else the older."""
    written = [language_written(source.data) for source in manifests if source is not None]
    return next((lang for lang in reversed(written) if lang), None)


def _of_manifest(source: Input, book: RuleBook, day: date | None, request: DiffRequest, lang: str) -> _Read:
    from compliance.reports.json_v1 import document

    assert day is not None
    say(complaint_lines(source.warnings, lang))
    given = request.as_of is not None
    with telling("progress.diff", lang, file=source.file):
        made = assess_input(source, book, day, as_of_given=given, packs=request.packs)
    say(complaint_lines(made.manifest.warnings, lang))
    said: dict[str, Any] = dict(document(made))
    # What is assessed here and now can be compared exactly; the comparison does not state this digest.
    digests = {**said["digests"], "private": made.manifest.private_digest}
    return _Read({**said, "digests": digests}, None, (source.path, Path(source.private_file)))


def _of_report(path: Path, lang: str) -> _Read:
    from compliance.reports.read_back import read_back

    name = clean(path.as_posix())
    with telling("progress.diff", lang, file=name):
        report = read_back(read_report(path), name)
    if not all(seal is not None and seal.whole for seal in (report.seal, report.inner)):
        say(complaint_lines([Problem("report.seal", Location(name), {}, Gravity.WARNING)], lang))
    written = None if report.form == "json" else report.options.languages[0]
    return _Read(report.document, written, (path,))


def _put_out(found: Comparison, lang: str, output: Path | None, request: DiffRequest) -> None:
    disclosed = found.old.sensitive_shown or found.new.sensitive_shown
    if output is None and request.form == "text":
        shown = terminal_of(sys.stdout, os.environ)
        write(_text(found, language_shown(lang, shown), shown, full=request.show_all))
        return
    text = _made(found, lang, request)
    if output is None:
        write_bytes(text.encode())
    else:
        write_whole(output, text.encode(), PRIVATE if disclosed else PUBLIC)


def _made(found: Comparison, lang: str, request: DiffRequest) -> str:
    if request.form == "json":
        from compliance.reports.diff.to_json import render_diff_json

        return render_diff_json(found)
    if request.form == "markdown":
        from compliance.reports.diff.to_markdown import render_diff_markdown

        return render_diff_markdown(found, lang, full=request.show_all)
    return _text(found, lang, Terminal(), full=request.show_all)


def _text(found: Comparison, lang: str, shown: Terminal, *, full: bool) -> str:
    from compliance.reports.diff.to_text import render_diff_text

    return render_diff_text(
        found, lang, width=shown.width, colour=shown.colour, unicode=shown.unicode, full=full
    )
