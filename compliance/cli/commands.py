"""The commands and their options, as typer reads them. No rule logic, nothing decided here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal, Optional

import typer

from compliance.cli.options import CHECK, REPORT
from compliance.cli.quick import Values
from compliance.cli.typed import typed

EXIT_ERROR = 2

_EPILOG = """Exit codes: 0 ready or out of scope, 1 blocked or not ready, 2 could not run, 3 incomplete, 4 due or
expiring soon (with --fail-on), 130 interrupted."""


_Lang = Annotated[
    Optional[Literal["zh", "en"]],  # noqa: UP045
    typer.Option("--lang", help="Language of the output. Default: the manifest's own, else en."),
]
_Rules = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Option("--rules", metavar="DIR", help="Rule packs to use instead of the bundled ones. Repeatable."),
]
_AsOf = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--as-of", metavar="DATE", help="Judge as of a day, 2026-11-24. Default: today."),
]
_Manifest = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(
        "-m", "--manifest", metavar="PATH", help="A project to look at: its manifest, or the folder of it."
    ),
]
_Folders = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Argument(
        metavar="[DIR]...", help="Rule packs, or folders of rule packs. Default: the bundled ones."
    ),
]
_OutLang = Annotated[Literal["zh", "en"], typer.Option("--lang", help="Language of the output.")]
_Form = Annotated[Literal["text", "json"], typer.Option("--format", help="Form of the output.")]
_OnlyPacks = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--pack", metavar="ID", help="Only the rules of this pack. Repeatable."),
]


def _compliance(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> int:
    """Self-assessment for providers of blockchain information services, article by article."""
    if version:
        from compliance import __version__

        typer.echo(f"compliance {__version__}")
        raise typer.Exit(0)
    if context.invoked_subcommand is None:
        # A pipeline that forgot the command must not pass.
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(EXIT_ERROR)
    return 0


def _check(given: Values) -> int:
    from compliance.cli.check import check, request_of

    return check(request_of(given))


_CHECK_HELP = """Assess projects: what is met, missing, open and due, and why.

\b
Examples:
  compliance check                          the compliance.yaml in this folder
  compliance check services/* --lang en     several projects in turn
  compliance check --as-of 2026-12-01       judged as of another day
  compliance check --format json -o a.json  for a pipeline
"""


def _init(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="The project's folder.")] = Path(),
    lang: _Lang = None,
    rules: _Rules = None,
) -> int:
    """Write a commented compliance.yaml, its schema for editors, and a private file. Never overwrites."""
    from compliance.cli.init import init

    return init(path, lang or "en", tuple(rules or ()))


def _schema(
    what: Annotated[Literal["manifest", "assessment", "diff", "pack"], typer.Argument(help="Which schema.")],
    rules: _Rules = None,
) -> int:
    """Print a JSON Schema: of compliance.yaml, of the JSON of assessments or comparisons, or of rule packs."""
    from compliance.cli.schema import schema

    return schema(what, tuple(rules or ()))


def _explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="RULE|FACT|ARTICLE", help="An id, or the end of one; an article as cac-order-3#11."
        ),
    ],
    manifest: _Manifest = None,
    as_of: _AsOf = None,
    lang: _Lang = None,
    rules: _Rules = None,
) -> int:
    """Explain a rule, a fact, a definition or an article of the law; with -m, how it stands in a project and why.

    \b
    Examples:
      compliance explain file-in-time                a rule: its law, condition, penalty, evidence
      compliance explain file-in-time -m my-service  and how it came out there, down to the answers
      compliance explain filing.submitted_on         a fact: its question and the rules that look at it
      compliance explain cac-order-3#11              an article: how it is dealt with

    Exit codes: 0 explained, whatever the outcome; 2 could not run.
    """
    from compliance.cli.explain import ExplainRequest, explain

    return explain(ExplainRequest(name, manifest, as_of, lang, tuple(rules or ())))


def _rules(context: typer.Context) -> int:
    """List, explain, check and test rule packs."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(EXIT_ERROR)
    return 0


def _rules_list(
    lang: _OutLang = "en", rules: _Rules = None, packs: _OnlyPacks = None, form: _Form = "text"
) -> int:
    """List the rules: id, severity, title, article."""
    from compliance.cli.rules import list_rules

    return list_rules(tuple(rules or ()), tuple(packs or ()), form, lang)


def _rules_show(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule, or the end of it.")],
    manifest: _Manifest = None,
    as_of: _AsOf = None,
    lang: _Lang = None,
    rules: _Rules = None,
) -> int:
    """Explain a rule, as `compliance explain` does."""
    from compliance.cli.explain import ExplainRequest, explain

    return explain(ExplainRequest(rule, manifest, as_of, lang, tuple(rules or ()), rule_only=True))


def _rules_lint(folders: _Folders = None, lang: _OutLang = "en", form: _Form = "text") -> int:
    """Check rule packs: schema, references, both languages, limits only where allowed, sources.

    Exit codes: 0 nothing wrong, or warnings only; 1 problems found; 2 could not run.
    """
    from compliance.cli.rules import lint_rules

    return lint_rules(tuple(folders or ()), form, lang)


def _rules_test(
    folders: _Folders = None,
    packs: _OnlyPacks = None,
    rules: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--rule", metavar="ID", help="Only the examples of this rule. Repeatable."),
    ] = None,
    mutants: Annotated[
        bool,
        typer.Option(
            "--mutants", help="Also change rules one step at a time; warn of what no example notices."
        ),
    ] = False,
    lang: _OutLang = "en",
    form: _Form = "text",
) -> int:
    """Run the examples of every rule.

    Exit codes: 0 all come out as stated; 1 some do not; 2 could not run.
    """
    from compliance.cli.rules import run_rule_examples

    return run_rule_examples(
        tuple(folders or ()), tuple(packs or ()), tuple(rules or ()), form, lang, mutants=mutants
    )


def _rules_ledger(lang: _OutLang = "en", rules: _Rules = None, form: _Form = "text") -> int:
    """Show every article of the law and how it is dealt with: by which rules and questions, or why not.

    Exit codes: 0 shown; 2 could not run: also when an article has neither rule nor reason.
    """
    from compliance.cli.rules import show_ledger

    return show_ledger(tuple(rules or ()), form, lang)


def _wizard(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="[PATH]",
            help="The project's folder or its manifest; made when the first answer is given.",
        ),
    ] = Path(),
    lang: Annotated[
        Optional[Literal["zh", "en"]],  # noqa: UP045
        typer.Option("--lang", help="Language. Default: the manifest's own, else the one of this machine."),
    ] = None,
    order: Annotated[
        Optional[Literal["sections", "shortest"]],  # noqa: UP045
        typer.Option(
            "--order", help="Section by section, or what settles most first. Default: as last time."
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines of text: for screen readers, scripts, dumb terminals.")
    ] = False,
    packs: _OnlyPacks = None,
    rules: _Rules = None,
    as_of: _AsOf = None,
    answers: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--answers", metavar="FILE", help="Take answers from a manifest or a filled questionnaire (.csv)."
        ),
    ] = None,
    export_questions: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--export-questions", metavar="PATH", help="Write the questionnaire to hand round, and leave."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let --export-questions overwrite a questionnaire.")
    ] = False,
    scan: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--scan", metavar="DIR", help="Propose answers from the files of a folder."),
    ] = None,
    log: Annotated[bool, typer.Option("--log", help="Keep a log of all events beside the manifest.")] = False,
    web: Annotated[bool, typer.Option("--web", help="Show it in a browser on this machine.")] = False,
) -> int:
    """Answer questions: only those that can still matter. Every answer is saved at once.

    \b
    Examples:
      compliance wizard my-service              asks, and writes my-service/compliance.yaml
      compliance wizard my-service --plain      the same as lines of text
      compliance wizard my-service --answers old/compliance.yaml

    Exit codes: 0 left in order, whatever the verdict; 2 could not run, or answers could not be saved; 130
    interrupted (what was answered is saved).
    """
    from compliance.wizard.command import WizardRequest, wizard

    return wizard(
        WizardRequest(
            path=path,
            lang=lang,
            order=order,
            plain=plain,
            packs=tuple(packs or ()),
            rules=tuple(rules or ()),
            as_of=as_of,
            answers=answers,
            export_questions=export_questions,
            force=force,
            scan=scan,
            log=log,
            web=web,
        )
    )


_Report = Annotated[
    Path, typer.Argument(metavar="REPORT", help="A report made with --format json, html or pdf.")
]


def _verify(
    report: _Report,
    manifest: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("-m", "--manifest", metavar="PATH", help="Compare this project's files as well."),
    ] = None,
    lang: _Lang = None,
    rules: _Rules = None,
) -> int:
    """Check the digests of a report: is it as it was made, and are rules, project and evidence those it rests on?

    \b
    Examples:
      compliance verify report.pdf
      compliance verify report.html -m my-service

    Exit codes: 0 nothing differs; 1 something differs; 2 could not run.
    """
    from compliance.cli.verify import ReadBackRequest, verify_report

    return verify_report(ReadBackRequest(report, manifest, lang, tuple(rules or ())))


def _replay(
    report: _Report,
    manifest: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "-m", "--manifest", metavar="PATH", help="The project it was made from. Default: this folder."
        ),
    ] = None,
    lang: _Lang = None,
    rules: _Rules = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show every place that differs.")] = False,
) -> int:
    """Make a report again from the rules, the project and the report's own date, and compare it byte by byte.

    \b
    Examples:
      compliance replay report.pdf -m my-service
      compliance replay report.json -m my-service --rules rules-of-last-year

    Exit codes: 0 identical; 1 not identical; 2 could not run, also when the report needs other rules.
    """
    from compliance.cli.replay import replay
    from compliance.cli.verify import ReadBackRequest

    return replay(ReadBackRequest(report, manifest, lang, tuple(rules or ()), show_all))


_Compared = "A manifest, the folder of it, or a report made with --format json, html or pdf."


def _diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=f"How it was. {_Compared}")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=f"How it is now. {_Compared}")],
    form: Annotated[
        Literal["text", "markdown", "json"], typer.Option("--format", help="Form of the output.")
    ] = "text",
    lang: _Lang = None,
    as_of: _AsOf = None,
    rules: _Rules = None,
    packs: _OnlyPacks = None,
    show_all: Annotated[bool, typer.Option("--all", help="Cut no list, tell every rule by itself.")] = False,
    fail_on_regression: Annotated[
        bool,
        typer.Option(
            "--fail-on-regression",
            help="Exit 1 when the verdict or a binding rule got worse, 3 when that cannot be said.",
        ),
    ] = False,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("-o", "--output", metavar="FILE", help="Write to a new file."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let -o overwrite a file.")] = False,
) -> int:
    """Compare two assessments: what got worse, what is newly open or due, what got better, and what changed.

    \b
    Examples:
      compliance diff last-week.json my-service       a report and the project as it is today
      compliance diff old.json new.json --format markdown
      compliance diff main.json my-service --fail-on-regression

    Exit codes: 0 compared, whatever came out. With --fail-on-regression: 1 the verdict got worse, or a binding rule
    did and is now violated or undecided; 3 cannot be said, as other rule packs were assessed. 2 could not run.
    """
    from compliance.cli.diff import DiffRequest, diff

    return diff(
        DiffRequest(
            old=old,
            new=new,
            form=form,
            lang=lang,
            as_of=as_of,
            rules=tuple(rules or ()),
            packs=tuple(packs or ()),
            show_all=show_all,
            fail_on_regression=fail_on_regression,
            output=output,
            force=force,
        )
    )


def _report(given: Values) -> int:
    from compliance.cli.report import report, request_of

    return report(request_of(given))


_REPORT_HELP = """Write reports to sign, to show and to feed to other programs.

\b
Examples:
  compliance report --format json -o report.json
  compliance report --format text --format json -o reports    a folder

Exit codes: 0 written, whatever the verdict; 2 could not run. A pipeline rests on `compliance check`.
"""


_COMMANDS: Final[Mapping[str, Callable[..., int]]] = {
    "check": typed(_CHECK_HELP, CHECK, _check),
    "init": _init,
    "schema": _schema,
    "explain": _explain,
    "wizard": _wizard,
    "report": typed(_REPORT_HELP, REPORT, _report),
    "verify": _verify,
    "replay": _replay,
    "diff": _diff,
}
_RULES_COMMANDS: Final[Mapping[str, Callable[..., int]]] = {
    "list": _rules_list,
    "show": _rules_show,
    "lint": _rules_lint,
    "test": _rules_test,
    "ledger": _rules_ledger,
}


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """The commands and their options. Typer reads every signature, so only the command asked for is put together."""
    app = _group(_compliance, epilog=_EPILOG)
    asked = arguments[0] if arguments else ""
    for name in [asked] if asked in _COMMANDS else [] if asked == "rules" else _COMMANDS:
        app.command(name=name, epilog=_EPILOG if name == "check" else None)(_COMMANDS[name])
    if asked not in _COMMANDS:
        app.add_typer(_rules_app(arguments[1:]), name="rules")
    return app


def _rules_app(arguments: Sequence[str]) -> typer.Typer:
    app = _group(_rules)
    asked = arguments[0] if arguments else ""
    for name in [asked] if asked in _RULES_COMMANDS else _RULES_COMMANDS:
        app.command(name=name)(_RULES_COMMANDS[name])
    return app


def _group(callback: Callable[..., int], epilog: str | None = None) -> typer.Typer:
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, epilog=epilog)(callback)
    return app
