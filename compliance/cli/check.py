"""`compliance check`: assess manifests, print or write the report, tell the pipeline."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from compliance.assessment.model import Assessment, ExitCode
from compliance.cli.complaints import complaint_lines
from compliance.cli.files import Input, look_at_evidence, read_input, refuse_output, write_whole
from compliance.cli.progress import telling
from compliance.cli.quick import Values
from compliance.cli.terminal import Terminal, say, terminal_of, write, write_bytes
from compliance.errors import ComplianceError, Gravity, ManifestError, Problem, UsageError
from compliance.frozen import changed
from compliance.packs.rulebook import RuleBook
from compliance.reports.render import ONE_DOCUMENT

_LANGUAGE: Final = re.compile(rb"^language:[ \t]*[\"']?(zh|en)\b", re.MULTILINE)


class CheckRequest(NamedTuple):
    """What was asked for on the command line."""

    paths: tuple[Path, ...] = (Path(),)
    as_of: str | None = None
    lang: str | None = None
    rules: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    format: str = "text"
    output: Path | None = None
    force: bool = False
    fail_on: frozenset[str] = frozenset()
    show_all: bool = False


def request_of(given: Values) -> CheckRequest:
    """The request that the options typed make."""
    one = {field: values[-1] for field, values in given.items()}
    return CheckRequest(
        paths=tuple(map(Path, given.get("paths", ["."]))),
        as_of=one.get("as_of"),
        lang=one.get("lang"),
        rules=tuple(map(Path, given.get("rules", ()))),
        packs=tuple(given.get("packs", ())),
        format=one.get("format", "text"),
        output=Path(one["output"]) if "output" in one else None,
        force="force" in one,
        fail_on=frozenset(given.get("fail_on", ())),
        show_all="show_all" in one,
    )


class _Run:
    """What came of the manifests so far."""

    def __init__(self) -> None:
        self.done: list[tuple[Assessment, str]] = []
        self.failed: list[Problem] = []
        self.codes: list[int] = []
        self.read: list[Path] = []


def check(request: CheckRequest) -> int:
    """Assess every manifest asked for and report. What is wrong with one does not stop the others.

    Raises:
        ComplianceError: when nothing can be assessed at all.
    """
    from compliance.assessment.verdict import exit_code, worst_exit
    from compliance.cli.clock import date_typed, today_for

    as_of = date_typed(request.as_of) if request.as_of is not None else None
    if request.output == Path("-"):
        request = request._replace(output=None)
    if request.format in ONE_DOCUMENT and len(request.paths) > 1:
        raise UsageError(Problem("usage.one_manifest", None, {"form": request.format}))
    if request.output is not None:
        refuse_output(request.output, request.paths, force=request.force)
    book = load_book(request.rules)
    day = as_of or today_for(book)
    refuse_packs(book, request.packs)
    refuse_day(book, request.packs, day)
    run = _Run()
    for path in request.paths:
        lang = request.lang or "en"
        try:
            source = read_input(path)
            lang = request.lang or language_written(source.data) or "en"
            run.read += [source.path, Path(source.private_file)]
            say(complaint_lines(source.warnings, lang))
            as_of_given = request.as_of is not None
            with telling("progress.assess", lang, file=source.file):
                assessment = assess_input(source, book, day, as_of_given=as_of_given, packs=request.packs)
        except ComplianceError as error:
            run.failed += error.problems
            run.codes.append(ExitCode.ERROR)
            say(complaint_lines(error.problems, lang))
            continue
        run.done.append((assessment, lang))
        pending, expiring = "pending" in request.fail_on, "expiring" in request.fail_on
        run.codes.append(exit_code(assessment, pending=pending, expiring=expiring))
    _report(run, request)
    return worst_exit(run.codes)


def language_written(data: bytes) -> str | None:
    """The language a manifest asks for, also when the rest of it cannot be read."""
    found = _LANGUAGE.search(data)
    return found.group(1).decode() if found else None


def load_book(rules: Sequence[Path]) -> RuleBook:
    """The bundled rules, or the ones in the folders given instead."""
    from compliance.packs.cache import bundled_rules, default_cache_dir, load_rule_book

    return load_rule_book(list(rules) or [bundled_rules()], default_cache_dir())


def refuse_packs(book: RuleBook, packs: Sequence[str]) -> None:
    """Refuse names of packs that are not there, and a choice that leaves no rule to check.

    Raises:
        UsageError: `usage.unknown_pack`, `usage.no_rules`.
    """
    unknown = [pack for pack in packs if pack not in book.packs]
    if unknown:
        raise UsageError(*(_unknown_pack(pack, book) for pack in unknown))
    if not any(rule.pack in packs or not packs for rule in book.rules.values()):
        raise UsageError(Problem("usage.no_rules"))


def refuse_day(book: RuleBook, packs: Sequence[str], day: date) -> None:
    """Refuse a day on which none of the rules that the run is about is in force.

    Raises:
        UsageError: `usage.nothing_in_force`.
    """
    rules = [rule for rule in book.rules.values() if rule.pack in packs or not packs]
    # What the run is about must be checked, not only what stands beside it.
    about = [rule for rule in rules if book.packs[rule.pack].subject] or rules
    if not any(rule.in_force.covers(day) for rule in about):
        first = min((rule.in_force.start for rule in about if rule.in_force.start), default=day)
        details = {"day": day.isoformat(), "first": first.isoformat()}
        raise UsageError(Problem("usage.nothing_in_force", None, details))


def _unknown_pack(written: str, book: RuleBook) -> Problem:
    from difflib import get_close_matches

    from compliance.facts.sanitise import clean

    close = get_close_matches(written, list(book.packs), 1, 0.5)
    right = (f"{close[0]}? " if close else "") + f"({', '.join(book.packs)})"
    return Problem("usage.unknown_pack", None, {"written": clean(written), "right": right})


def assess_input(
    source: Input, book: RuleBook, day: date, *, as_of_given: bool, packs: Sequence[str] = ()
) -> Assessment:
    """Assess what was read for one manifest; evidence files are looked at beside it.

    Raises:
        ManifestError: with every problem found.
    """
    from compliance.assessment.assess import assess
    from compliance.assessment.references import doubtful_dates, reference_problems
    from compliance.facts.manifest import read_what_can_be

    manifest, problems = read_what_can_be(
        source.data, source.file, book.vocabulary, source.private, source.private_file
    )
    found, unfit = look_at_evidence(manifest, source.path.parent)
    problems += [*unfit, *reference_problems(book, manifest, day)]
    warnings = (*manifest.warnings, *doubtful_dates(manifest, day))
    if problems:
        raise ManifestError(*problems, *warnings)
    manifest = changed(manifest, warnings=warnings)
    return assess(
        book,
        manifest,
        day,
        as_of_given=as_of_given,
        packs=packs,
        evidence_files=found,
    )


def _report(run: _Run, request: CheckRequest) -> None:
    several = len(request.paths) > 1
    if not run.done and not (several and request.format == "json"):
        return
    if request.format != "text" or request.output is not None:
        # The report is not what a person looks at now; they still have to see the warnings.
        for assessment, lang in run.done:
            say(complaint_lines(assessment.manifest.warnings, lang))
    text = _made(run, request, several)
    if request.output is not None:
        refuse_output(request.output, run.read, force=request.force)
        write_whole(request.output, text.encode())
    elif request.format != "text":
        write_bytes(text.encode())
    else:
        write(text)


def _made(run: _Run, request: CheckRequest, several: bool) -> str:
    match request.format:
        case "json":
            return _json(run, several)
        case "text":
            return _text(run, request)
        case form:
            return _rendered(run, request, form)


def _rendered(run: _Run, request: CheckRequest, form: str) -> str:
    """A form that can stand below another of its kind, for each project in turn."""
    from compliance.reports.render import Language, Options, render

    def one(assessment: Assessment, lang: Language) -> str:
        return render(form, assessment, Options((lang,), request.show_all)).decode()

    return "\n".join(one(assessment, "zh" if lang == "zh" else "en") for assessment, lang in run.done)


def _json(run: _Run, several: bool) -> str:
    from compliance.reports.json_v1 import render_json, render_json_list

    if several:
        return render_json_list([assessment for assessment, _ in run.done], run.failed)
    return render_json(run.done[0][0])


def _text(run: _Run, request: CheckRequest) -> str:
    from compliance.reports.text.report import render_text

    shown = Terminal() if request.output is not None else terminal_of(sys.stdout, os.environ)
    if not shown.chinese and any(lang == "zh" for _, lang in run.done):
        say(complaint_lines([Problem("usage.no_chinese", None, {}, Gravity.WARNING)], "en"))
    return "\n\n".join(
        render_text(
            assessment,
            lang if shown.chinese else "en",
            width=shown.width,
            colour=shown.colour,
            unicode=shown.unicode,
            show_all=request.show_all,
        )
        for assessment, lang in run.done
    )
