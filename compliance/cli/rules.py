"""`compliance rules`: list, lint and test rule packs, and show the ledger of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compliance.assessment.model import ExitCode
from compliance.cli.check import load_book, refuse_packs
from compliance.cli.complaints import complaint_lines, language_shown
from compliance.cli.progress import telling
from compliance.cli.terminal import terminal_of, write, write_bytes
from compliance.errors import Gravity, PackError, Problem, UsageError
from compliance.packs.cache import Contents
from compliance.packs.examples import Example
from compliance.packs.rulebook import RuleBook
from compliance.reports.json_parts import Json

if TYPE_CHECKING:
    from compliance.reports.rules.checks import Tried

FOUND = ExitCode.NOT_COMPLIANT
"""What lint and test end with when they found something; that they could not run is `ERROR`."""


def list_rules(rules: Sequence[Path], packs: Sequence[str], form: str, lang: str) -> int:
    """Print every rule with its id, severity, title and articles.

    Raises:
        ComplianceError: when the packs cannot be read, or a pack that is asked for is not there.
    """
    from compliance.reports.rules.list import render_rules, rules_document

    book = load_book(rules)
    refuse_packs(book, packs)
    chosen = [rule for rule in book.rules.values() if not packs or rule.pack in packs]
    if form == "json":
        _write_json(rules_document(chosen, book))
        return ExitCode.OK
    shown = terminal_of(sys.stdout, os.environ)
    lang = language_shown(lang, shown)
    text = render_rules(chosen, book, lang, width=shown.width, colour=shown.colour, unicode=shown.unicode)
    write(text)
    return ExitCode.OK


def lint_rules(folders: Sequence[Path], form: str, lang: str) -> int:
    """Load and check packs; print every problem with its place.

    Raises:
        ComplianceError: when there is no pack to check or its files cannot be read.
    """
    from compliance.packs.load import load_with_warnings
    from compliance.reports.rules.checks import lint_document, lint_summary

    contents = _contents(folders)
    packs = sorted(contents)
    try:
        _, _, found = load_with_warnings(contents)
    except PackError as error:
        found = error.problems
    problems = _as_opened(found, folders)
    if form == "json":
        _write_json(lint_document(packs, problems))
    else:
        lang = language_shown(lang, terminal_of(sys.stdout, os.environ))
        write(complaint_lines(problems, lang) + lint_summary(packs, problems, lang) + "\n")
    return FOUND if any(problem.gravity is Gravity.ERROR for problem in problems) else ExitCode.OK


def run_rule_examples(
    folders: Sequence[Path],
    packs: Sequence[str],
    rules: Sequence[str],
    form: str,
    lang: str,
    *,
    mutants: bool = False,
) -> int:
    """Run the examples of rules; print every one that comes out otherwise than stated.

    Args:
        mutants: also change each rule in one place at a time, and warn of each change that no example notices.

    Raises:
        ComplianceError: when the packs are not sound, a name means nothing, or there is no example to run.
    """
    from compliance.assessment.examples import judge_example
    from compliance.packs.examples import run_examples
    from compliance.packs.load import load_packs
    from compliance.reports.rules.checks import examples_document, examples_summary, mutants_summary

    book, stated = load_packs(_contents(folders))
    examples = _placed(_chosen(book, stated, packs, rules), folders)
    failures = run_examples(book, examples, judge_example)
    lang = lang if form == "json" else language_shown(lang, terminal_of(sys.stdout, os.environ))
    tried = _try_mutants(book, examples, folders, lang) if mutants and not failures else None
    if form == "json":
        _write_json(examples_document(examples, failures, tried))
    else:
        summary = f"{examples_summary(examples, failures, lang)}\n{mutants_summary(tried, lang)}"
        write(complaint_lines([*failures, *(tried.missed if tried else ())], lang) + summary)
    return FOUND if failures else ExitCode.OK


def _try_mutants(book: RuleBook, examples: Sequence[Example], folders: Sequence[Path], lang: str) -> Tried:
    """Mutants of the rules that the examples are about; of definitions only when every rule is among them."""
    from compliance.assessment.examples import judge_example
    from compliance.packs.mutants import mutants, unnoticed, unnoticed_problems
    from compliance.reports.rules.checks import Tried

    judged = {example.rule for example in examples}
    made = [one for one in mutants(book) if one.id in judged or judged == book.rules.keys()]
    with telling("progress.mutants", lang):
        missed = unnoticed_problems(book, unnoticed(book, examples, judge_example, made))
    return Tried(len(made), _as_opened(missed, folders))


def _placed(examples: Sequence[Example], folders: Sequence[Path]) -> tuple[Example, ...]:
    """The examples with their files as they can be opened."""
    from compliance.frozen import changed
    from compliance.packs.cache import opening

    opened = opening(folders)
    return tuple(
        changed(one, location=one.location._replace(file=opened(one.location.file))) for one in examples
    )


def _as_opened(problems: Sequence[Problem], folders: Sequence[Path]) -> list[Problem]:
    """The problems with their files as they can be opened; those of the bundled packs keep their short names."""
    from compliance.packs.cache import as_opened

    return as_opened(problems, folders) if folders else list(problems)


def _chosen(
    book: RuleBook, stated: Sequence[Example], packs: Sequence[str], rules: Sequence[str]
) -> tuple[Example, ...]:
    """The examples of the packs and rules asked for; all of them when none is."""
    from compliance.packs.lookup import lookup_rule

    refuse_packs(book, packs)
    wanted = {lookup_rule(book, name).id for name in rules}
    chosen = tuple(
        example
        for example in stated
        if (not packs or book.rules[example.rule].pack in packs) and (not rules or example.rule in wanted)
    )
    if not chosen:
        raise UsageError(Problem("usage.no_examples"))
    return chosen


def show_ledger(rules: Sequence[Path], form: str, lang: str) -> int:
    """Print every article of every instrument and how it is dealt with.

    Raises:
        PackError: when the packs are not sound: an article with neither rule nor reason is an error.
    """
    from compliance.reports.rules.ledger import ledger_document, render_ledger

    book = load_book(rules)
    if form == "json":
        _write_json(ledger_document(book))
        return ExitCode.OK
    shown = terminal_of(sys.stdout, os.environ)
    lang = language_shown(lang, shown)
    write(render_ledger(book, lang, width=shown.width, colour=shown.colour, unicode=shown.unicode))
    return ExitCode.OK


def _contents(folders: Sequence[Path]) -> Contents:
    from compliance.packs.cache import bundled_rules, read_folders

    return read_folders(list(folders) or [bundled_rules()])


def _write_json(document: Json) -> None:
    from compliance.reports.json_v1 import dump

    write_bytes(dump(document).encode())
