"""`compliance explain`: the page of a rule, a fact, a definition or an article, perhaps for a project."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from compliance.assessment.model import Assessment, ExitCode
from compliance.cli.check import assess_input, language_written, load_book
from compliance.cli.complaints import complaint_lines, language_shown
from compliance.cli.files import read_input
from compliance.cli.terminal import say, terminal_of, write
from compliance.errors import ComplianceError, Problem, UsageError
from compliance.packs.lookup import Subject
from compliance.packs.rulebook import Rule, RuleBook
from compliance.packs.stated import Stated


class ExplainRequest(NamedTuple):
    """What was asked for on the command line. `rule_only` refuses names of anything but rules."""

    name: str
    manifest: Path | None = None
    as_of: str | None = None
    lang: str | None = None
    rules: tuple[Path, ...] = ()
    rule_only: bool = False


def explain(request: ExplainRequest) -> int:
    """Print the page of what the name means.

    Raises:
        ComplianceError: when the name means nothing, or rules or manifest cannot be read.
    """
    from compliance.packs.lookup import lookup, lookup_rule

    if request.as_of is not None and request.manifest is None:
        raise UsageError(Problem("usage.as_of_alone"))
    book = load_book(request.rules)
    subject: Subject = (lookup_rule if request.rule_only else lookup)(book, request.name)
    if request.manifest is None:
        _print(subject, book, request.lang or "en", None, request)
        return ExitCode.OK
    lang = request.lang or "en"
    try:
        source = read_input(request.manifest)
        lang = request.lang or language_written(source.data) or "en"
        day = _day(request, book)
        assessment = assess_input(source, book, day, as_of_given=request.as_of is not None)
    except ComplianceError as error:
        say(complaint_lines(error.problems, lang))
        return ExitCode.ERROR
    say(complaint_lines((*source.warnings, *assessment.manifest.warnings), lang))
    _print(subject, book, lang, assessment, request)
    return ExitCode.OK


def _day(request: ExplainRequest, book: RuleBook) -> date:
    from compliance.cli.clock import date_typed, today_for

    return date_typed(request.as_of) if request.as_of is not None else today_for(book)


def _print(
    subject: Subject, book: RuleBook, lang: str, assessment: Assessment | None, request: ExplainRequest
) -> None:
    from compliance.reports.explain.page import render_page

    shown = terminal_of(sys.stdout, os.environ)
    text = render_page(
        subject,
        book,
        language_shown(lang, shown),
        assessment=assessment,
        examples=_examples(subject, request),
        width=shown.width,
        colour=shown.colour,
        unicode=shown.unicode,
    )
    write(text)


def _examples(subject: Subject, request: ExplainRequest) -> tuple[Stated, ...]:
    from compliance.packs.cache import bundled_rules, read_folders
    from compliance.packs.stated import stated_examples

    if not isinstance(subject, Rule):
        return ()
    return stated_examples(read_folders(list(request.rules) or [bundled_rules()]), subject)
