"""`compliance report`: one assessment in as many forms as are asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from compliance.assessment.model import Assessment, ExitCode
from compliance.cli.check import assess_input, language_written, load_book, refuse_day, refuse_packs
from compliance.cli.complaints import complaint_lines
from compliance.cli.files import Output, make_folder, read_input, refuse_output, write_together
from compliance.cli.progress import telling
from compliance.cli.quick import Values
from compliance.cli.terminal import say, write_bytes
from compliance.errors import ComplianceError, Problem, ReportError, UsageError
from compliance.reports.disclosed import disclosed
from compliance.reports.render import FORMS, Language, Options, render

STEM: Final = "compliance-report"
"""The name of a report in a folder, before the suffix of its form."""


PRIVATE: Final = 0o600
"""Who may read a report that shows sensitive answers: its owner only."""
PUBLIC: Final = 0o644


class ReportRequest(NamedTuple):
    """What was asked for on the command line.

    Args:
        folder: the output was written as a folder, with a slash at its end.
    """

    path: Path = Path()
    forms: tuple[str, ...] = ("text",)
    output: Path | None = None
    lang: str | None = None
    as_of: str | None = None
    packs: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    show_all: bool = False
    sensitive: bool = False
    force: bool = False
    folder: bool = False


def request_of(given: Values) -> ReportRequest:
    """The request that the options typed make.

    Raises:
        UsageError: `usage.output_name`, for `-o "$UNSET"`: a path would make this folder of it.
    """
    one = {field: values[-1] for field, values in given.items()}
    if one.get("output") == "":
        raise UsageError(Problem("usage.output_name"))
    return ReportRequest(
        path=Path(one.get("path", ".")),
        forms=tuple(given.get("forms", ("text",))),
        output=Path(one["output"]) if "output" in one else None,
        lang=one.get("lang"),
        as_of=one.get("as_of"),
        packs=tuple(given.get("packs", ())),
        rules=tuple(map(Path, given.get("rules", ()))),
        show_all="show_all" in one,
        sensitive="sensitive" in one,
        force="force" in one,
        folder=one.get("output", "").endswith(("/", os.sep)),
    )


def report(request: ReportRequest) -> int:
    """Assess a project and write the reports; what the verdict is makes no difference to the exit code.

    Raises:
        ComplianceError: when the project cannot be assessed, or a report cannot be written.
    """
    from compliance.cli.clock import date_typed, today_for

    forms = tuple(dict.fromkeys(request.forms))
    places = _places(request, forms)
    if request.sensitive:
        _refuse_disclosure(forms)
    _refuse_missing(forms)
    book = load_book(request.rules)
    as_of = date_typed(request.as_of) if request.as_of is not None else None
    day = as_of or today_for(book)
    refuse_packs(book, request.packs)
    refuse_day(book, request.packs, day)
    lang = request.lang or "en"
    try:
        source = read_input(request.path)
        lang = request.lang or language_written(source.data) or "en"
        inputs = (source.path, Path(source.private_file))
        for place in places:
            refuse_output(place, inputs, force=request.force)
        with telling("progress.assess", _spoken(lang), file=source.file):
            assessment = assess_input(source, book, day, as_of_given=as_of is not None, packs=request.packs)
    except ComplianceError as error:
        say(complaint_lines(error.problems, _spoken(lang)))
        return ExitCode.ERROR
    say(complaint_lines((*source.warnings, *assessment.manifest.warnings), _spoken(lang)))
    if request.sensitive:
        assessment = disclosed(assessment)
    _put_out(assessment, forms, Options(_languages(lang), request.show_all), places)
    return ExitCode.OK


def _put_out(assessment: Assessment, forms: Sequence[str], options: Options, places: Sequence[Path]) -> None:
    mode = PRIVATE if assessment.disclosed else PUBLIC
    made = []
    for form in forms:
        with telling("progress.report", options.languages[0], form=form):
            made.append(render(form, assessment, options))
    if not places:
        write_bytes(made[0])
        return
    for place in places:
        make_folder(place.parent)
    write_together([Output(place, data, mode) for place, data in zip(places, made, strict=True)])


def _refuse_disclosure(forms: Sequence[str]) -> None:
    """Refuse to put sensitive answers into what other programs read and hand on.

    Raises:
        UsageError: `usage.never_sensitive`.
    """
    never = [form for form in forms if not FORMS[form].discloses]
    if never:
        may = ", ".join(form for form in FORMS if FORMS[form].discloses)
        raise UsageError(
            *(Problem("usage.never_sensitive", None, {"form": form, "right": may}) for form in never)
        )


def _refuse_missing(forms: Sequence[str]) -> None:
    """Refuse a form whose extra package is not installed, before anything is assessed.

    Raises:
        ReportError: `report.no_excel` and the like.
    """
    missing = [form for form in forms if FORMS[form].needs and find_spec(FORMS[form].needs) is None]
    if missing:
        raise ReportError(*(Problem(f"report.no_{form}") for form in missing))


def _places(request: ReportRequest, forms: Sequence[str]) -> list[Path]:
    """Where each form goes: a file, files of a folder, or, with none, standard output.

    Raises:
        UsageError: `usage.several_forms`, when several forms would go into one; `usage.binary`, when a terminal would
            be given what is no text.
    """
    output = request.output
    if output is None or str(output) == "-":
        if len(forms) > 1:
            raise UsageError(Problem("usage.several_forms"))
        if FORMS[forms[0]].binary and sys.stdout.isatty():
            name = f"{STEM}{FORMS[forms[0]].suffix}"
            raise UsageError(Problem("usage.binary", None, {"form": forms[0], "right": name}))
        return []
    folder = request.folder or output.is_dir()
    if len(forms) == 1 and not folder:
        return [output]
    named_as_file = not folder and output.suffix in {form.suffix for form in FORMS.values()}
    if named_as_file or (output.exists() and not output.is_dir()):
        raise UsageError(Problem("usage.several_forms"))
    return [output / f"{STEM}{FORMS[form].suffix}" for form in forms]


def _languages(lang: str) -> tuple[Language, ...]:
    match lang:
        case "both":
            return ("zh", "en")
        case "zh":
            return ("zh",)
        case _:
            return ("en",)


def _spoken(lang: str) -> str:
    """The language in which to complain."""
    return _languages(lang)[0]
