"""`compliance wizard`: opens the interview, fills in what files already say, and hands it to a face."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from compliance.cli.complaints import complaint_lines, language_shown
from compliance.cli.files import read_input
from compliance.cli.terminal import say, terminal_of, write
from compliance.errors import ComplianceError, ManifestError, Problem
from compliance.interview.state import Order
from compliance.packs.rulebook import RuleBook
from compliance.wizard.plain_words import told
from compliance.wizard.prefill import Answered, answers_of_manifest, prefill
from compliance.wizard.proposals import Proposal
from compliance.wizard.saved_report import saved_report
from compliance.wizard.session import Session, Setting, Watcher, manifest_in, shown_path

if TYPE_CHECKING:
    from compliance.wizard.plain_io import Console

EXIT_ERROR: Final = 2
WEB_DRIVER: Final = "textual.drivers.web_driver"
"""Set in the environment by what serves the screen to a browser."""


class WizardRequest(NamedTuple):
    """What was asked for on the command line.

    Args:
        path: the manifest or the folder of it; neither needs to exist.
        lang: None for the manifest's own language, else the one that the machine speaks.
        order: None for the one used last.
        answers: a manifest or a filled questionnaire to take answers from.
        export_questions: where to write the questionnaire, instead of asking.
        force: let the questionnaire take the place of one that is there.
        scan: a folder whose files propose answers.
        log: whether to keep a log of all events.
        web: whether to be shown in a browser.
    """

    path: Path = Path()
    lang: str | None = None
    order: str | None = None
    plain: bool = False
    packs: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    as_of: str | None = None
    answers: Path | None = None
    export_questions: Path | None = None
    force: bool = False
    scan: Path | None = None
    log: bool = False
    web: bool = False


def wizard(request: WizardRequest) -> int:
    """Hold an interview.

    Returns:
        0 when it was left in order, whatever the verdict; 2 when it could not be held or answers were lost; 130 after
        Ctrl-C.

    Raises:
        ComplianceError: when the rules cannot be loaded.
    """
    path = manifest_in(request.path)
    lang = _language(request.lang, path)
    wrong = _wrong_options(request)
    if wrong is not None:
        say(complaint_lines((wrong,), lang))
        return EXIT_ERROR
    if request.web:
        from compliance.wizard.web import serve

        return serve(arguments_of(request._replace(lang=lang)))
    book = _book(request)
    try:
        return _held(request, _opened(request, path, lang, book))
    except ManifestError as error:
        problems = _complaints(error, request, path, book)
    except ComplianceError as error:
        problems = error.problems
    say(complaint_lines(problems, lang))
    return EXIT_ERROR


def _wrong_options(request: WizardRequest) -> Problem | None:
    """What cannot be meant; saying nothing of it would look as if it had been done."""
    if request.web and (request.plain or request.export_questions is not None):
        other = "--plain" if request.plain else "--export-questions"
        return Problem("usage.web_alone", None, {"other": other})
    if request.scan is not None and not request.scan.is_dir():
        return Problem("usage.no_folder", None, {"option": "--scan", "written": shown_path(request.scan)})
    return None


def _held(request: WizardRequest, session: Session) -> int:
    if request.answers is not None:
        _take_answers(request.answers, session)
    if request.export_questions is not None:
        return _export(request.export_questions, session, force=request.force)
    return _face(request, session)


def arguments_of(request: WizardRequest) -> list[str]:
    """The command line of the same interview in a terminal of its own."""
    given = [str(request.path)]
    options: Mapping[str, object] = {
        "--lang": request.lang,
        "--order": request.order,
        "--as-of": request.as_of,
        "--answers": request.answers,
        "--scan": request.scan,
    }
    for name, value in options.items():
        given += [name, str(value)] if value is not None else []
    for pack in request.packs:
        given += ["--pack", pack]
    for folder in request.rules:
        given += ["--rules", str(folder)]
    return [*given, "--log"] if request.log else given


def _for_next_time(request: WizardRequest) -> tuple[str, ...]:
    """The options that hold until somebody says otherwise; the order is kept with the interview."""
    options = arguments_of(request._replace(answers=None, order=None))[1:]
    return (*options, "--plain") if request.plain else tuple(options)


# Opening -----------------------------------------------------------------------------------------------------


def _language(asked: str | None, path: Path) -> str:
    """The language asked for, else the manifest's own, else the machine's."""
    from compliance.cli.check import language_written

    written = None
    if asked is None:
        try:
            written = language_written(read_input(path).data) if path.exists() else None
        except ComplianceError:
            written = None  # whoever opens it says what is wrong
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    lang = asked or written or ("zh" if locale.startswith("zh") else "en")
    return language_shown(lang, terminal_of(sys.stdout, os.environ), "wizard.no_chinese")


def _book(request: WizardRequest) -> RuleBook:
    from compliance.cli.check import load_book

    book = load_book(request.rules)
    # It stays until the end; a collector that looks at it again and again makes people wait.
    gc.freeze()
    return book


def _opened(request: WizardRequest, path: Path, lang: str, book: RuleBook) -> Session:
    from compliance.cli.check import refuse_day, refuse_packs
    from compliance.cli.clock import date_typed, today_for

    as_of = date_typed(request.as_of) if request.as_of is not None else today_for(book)
    refuse_packs(book, request.packs)
    refuse_day(book, request.packs, as_of)
    setting = Setting(
        path=path,
        book=book,
        as_of=as_of,
        lang=lang,
        packs=request.packs,
        order=Order(request.order) if request.order is not None else None,
        as_of_given=request.as_of is not None,
        options=_for_next_time(request),
    )
    if path.exists():
        say(complaint_lines(read_input(path).warnings, lang))
    session = Session(setting, _watchers(request, path))
    if request.scan is not None:
        session.setting = setting._replace(proposals=_proposals(request.scan, session))
    return session


def _proposals(folder: Path, session: Session) -> Mapping[str, Proposal]:
    from compliance.wizard.scan import proposals_in

    return proposals_in(folder, session.setting.book, session.state.answers)


def _watchers(request: WizardRequest, path: Path) -> tuple[Watcher, ...]:
    if not request.log:
        return ()
    from compliance.cli.clock import now
    from compliance.wizard.answer_log import AnswerLog

    return (AnswerLog(path.parent, now),)


def _complaints(
    error: ManifestError, request: WizardRequest, path: Path, book: RuleBook
) -> tuple[Problem, ...]:
    """What `compliance check` says about the same file: it looks further than what stops the wizard."""
    from compliance.cli.check import assess_input
    from compliance.cli.clock import date_typed, today_for

    day = date_typed(request.as_of) if request.as_of is not None else today_for(book)
    try:
        assess_input(read_input(path), book, day, as_of_given=request.as_of is not None)
    except ManifestError as found:
        return found.problems
    except ComplianceError:
        return error.problems
    return error.problems


# Answers in, questions out -----------------------------------------------------------------------------------


def _take_answers(file: Path, session: Session) -> None:
    answered = _answered(file, session)
    done = prefill(session, answered)
    lang = session.setting.lang
    say(complaint_lines([*done.refused, *done.kept, *done.doubtful], lang))
    counts = {"taken": len(done.taken), "kept": len(done.kept), "refused": len(done.refused)}
    write(told("prefill.done", lang, file=shown_path(file), **counts) + "\n")


def _answered(file: Path, session: Session) -> Answered:
    book = session.setting.book
    if file.suffix.casefold() != ".csv":
        return answers_of_manifest(file, book)
    from compliance.wizard.questionnaire import read_answers

    return read_answers(file, book, session.setting.lang)


def _export(target: Path, session: Session, *, force: bool) -> int:
    from compliance.wizard.questionnaire import export_questions

    setting = session.setting
    for file in export_questions(setting.book, session.state, setting.lang, target, force=force):
        write(told("export.wrote", setting.lang, file=shown_path(file)) + "\n")
    return 0


# Faces -------------------------------------------------------------------------------------------------------


def _face(request: WizardRequest, session: Session) -> int:
    if request.plain or not _can_draw():
        return _plain(session)
    from compliance.wizard.app import run_app

    # The screen is drawn on standard error.
    return run_app(session, chinese=terminal_of(sys.stderr, os.environ).chinese)


def _can_draw() -> bool:
    """Whether there is a terminal, or a browser, that a screen can be drawn on. The drawing goes to standard error."""
    if os.environ.get("TEXTUAL_DRIVER", "").startswith(WEB_DRIVER):
        return True
    if not all(map(_is_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        return False
    # Windows tells no terminal's name.
    return os.name == "nt" or os.environ.get("TERM", "dumb") not in ("", "dumb")


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:
        return False


def _plain(session: Session) -> int:
    from compliance.wizard.plain import run_plain

    def report(lang: str, width: int) -> str:
        unicode = terminal_of(sys.stdout, os.environ).unicode
        return saved_report(session.setting, lang, width, unicode=unicode)

    return run_plain(session, _console(), report)


def _console() -> Console:
    from compliance.wizard.plain_io import Console

    source = getattr(sys.stdin, "buffer", None) or io.BytesIO()
    encoding = getattr(sys.stdin, "encoding", None) or "utf-8"

    def width() -> int:
        return terminal_of(sys.stdout, os.environ).width

    return Console(
        source,
        _print,
        width=width,
        encoding=encoding,
        typed=_is_terminal(sys.stdin),
        chinese=terminal_of(sys.stdout, os.environ).chinese,
    )


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
