"""`compliance replay`: whether a report comes out again from the same rules, project and date."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

from compliance.assessment.model import Assessment, ExitCode
from compliance.cli.check import assess_input, load_book, refuse_day, refuse_packs
from compliance.cli.files import MANIFEST_NAME, PRIVATE_NAME, Input, read_input
from compliance.cli.verify import ReadBackRequest, in_language, page_on, project_now
from compliance.errors import Location, Problem, ReportError, UsageError
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import RuleBook
from compliance.reports.differences import Difference, differences
from compliance.reports.read_assessment import Document
from compliance.reports.read_back import Report
from compliance.reports.text.layout import Page
from compliance.reports.verification import other_rules, verify
from compliance.reports.words import say as words


def replay(request: ReadBackRequest) -> int:
    """Make a report again from rules, project and date, and compare.

    Returns:
        0 when the two are the same to the byte, else 1.

    Raises:
        ComplianceError: when report, rules or project cannot be read, or the rules are others: `replay.other_rules`.
    """
    return in_language(request, _replay, "progress.replay")


def _replay(request: ReadBackRequest, report: Report, lang: str) -> tuple[Page, int]:
    from compliance.reports.json_v1 import render_json
    from compliance.reports.render import render
    from compliance.reports.replay_text import put_differences

    book = load_book(request.rules)
    _refuse_other_rules(report, book, request)
    path = request.manifest or Path()
    if request.manifest is None and not (path / MANIFEST_NAME).exists():
        raise UsageError(Problem("replay.no_project"))
    made = _assessed_again(path, report.document, book)
    checks = verify(report, book, project_now(path, report.document, lang), rules_named=True)
    page = page_on(request, report, checks, lang)
    page.gap()
    again = render_json(made).encode()
    if again != report.assessment:
        found = _places(report, again, request)
        if found:
            # On the word of a report, which may be forged, no sensitive answer is printed.
            values = not report.document["sensitive_shown"]
            put_differences(page, found, lang, show_all=request.show_all, values=values)
        else:
            page.put(words("replay.written_otherwise", lang), style="red")
    elif report.form == "json" or render(report.form, made, report.options) == report.data:
        page.put(words("replay.identical", lang), style="green")
        return page, ExitCode.OK
    else:
        page.put(words("replay.same_assessment", lang), style="red")
    return page, ExitCode.NOT_COMPLIANT


def _places(report: Report, again: bytes, request: ReadBackRequest) -> list[Difference]:
    from compliance.reports.read_assessment import read_assessment

    return differences(report.document, read_assessment(again, request.report.as_posix()))


def _refuse_other_rules(report: Report, book: RuleBook, request: ReadBackRequest) -> None:
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
