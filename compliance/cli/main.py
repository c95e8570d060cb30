"""The command line: declares every option once and hands over. No rule logic, nothing decided here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal, Optional

import typer

from compliance.errors import ComplianceError

EXIT_ERROR = 2
EXIT_INTERRUPTED = 130

_EPILOG = """Exit codes: 0 ready or out of scope, 1 blocked or not ready, 2 could not run, 3 incomplete, 4 due or
expiring soon (with --fail-on), 130 interrupted."""


class FailOn(StrEnum):
    """What --fail-on can name. typer takes no list of literals."""

    PENDING = "pending"
    EXPIRING = "expiring"


_Paths = Annotated[
    Optional[list[Path]],  # noqa: UP045  typer reads the annotation at run time
    typer.Argument(
        metavar="[PATH]...", help="A manifest, or a folder with compliance.yaml. Default: this folder."
    ),
]
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


def _check(
    paths: _Paths = None,
    as_of: _AsOf = None,
    lang: _Lang = None,
    rules: _Rules = None,
    packs: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--pack", metavar="ID", help="Assess this pack only (partial). Repeatable."),
    ] = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="Form of the report.")] = "text",
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("-o", "--output", metavar="FILE", help="Write the report to a new file."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let -o overwrite a file.")] = False,
    fail_on: Annotated[
        Optional[list[FailOn]],  # noqa: UP045
        typer.Option(
            "--fail-on", help="Exit 4 when a limit is running or evidence expires soon. Repeatable."
        ),
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="List everything, also what holds.")] = False,
) -> int:
    """Assess projects: what is met, missing, open and due, and why.

    \b
    Examples:
      compliance check                          the compliance.yaml in this folder
      compliance check services/* --lang en     several projects in turn
      compliance check --as-of 2026-12-01       judged as of another day
      compliance check --format json -o a.json  for a pipeline
    """
    from compliance.cli.check import CheckRequest, check

    return check(
        CheckRequest(
            paths=tuple(paths or [Path()]),
            as_of=as_of,
            lang=lang,
            rules=tuple(rules or ()),
            packs=tuple(packs or ()),
            format=form,
            output=output,
            force=force,
            fail_on=frozenset(word.value for word in fail_on or ()),
            show_all=show_all,
        )
    )


def _init(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="The project's folder.")] = Path(),
    lang: _Lang = None,
    rules: _Rules = None,
) -> int:
    """Write a commented compliance.yaml, its schema for editors, and a private file. Never overwrites."""
    from compliance.cli.init import init

    return init(path, lang or "en", tuple(rules or ()))


def _schema(
    what: Annotated[Literal["manifest", "assessment", "pack"], typer.Argument(help="Which schema.")],
    rules: _Rules = None,
) -> int:
    """Print a JSON Schema: of compliance.yaml, of the assessment's JSON, or of rule packs."""
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
    lang: _OutLang = "en",
    form: _Form = "text",
) -> int:
    """Run the examples of every rule.

    Exit codes: 0 all come out as stated; 1 some do not; 2 could not run.
    """
    from compliance.cli.rules import run_rule_examples

    return run_rule_examples(tuple(folders or ()), tuple(packs or ()), tuple(rules or ()), form, lang)


def _rules_ledger(lang: _OutLang = "en", rules: _Rules = None, form: _Form = "text") -> int:
    """Show every article of the law and how it is dealt with: by which rules and questions, or why not.

    Exit codes: 0 shown; 2 could not run: also when an article has neither rule nor reason.
    """
    from compliance.cli.rules import show_ledger

    return show_ledger(tuple(rules or ()), form, lang)


_COMMANDS: Final[Mapping[str, Callable[..., int]]] = {
    "check": _check,
    "init": _init,
    "schema": _schema,
    "explain": _explain,
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


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command; whatever goes wrong becomes a line a person can read and an exit code."""
    from compliance.cli.terminal import never_fail

    never_fail(sys.stdout, sys.stderr)
    try:
        command = typer.main.get_command(command_line(arguments))
        return int(command.main(list(arguments), "compliance", standalone_mode=False) or 0)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except ComplianceError as error:
        from compliance.cli.complaints import complaint_lines

        _say(complaint_lines(error.problems, _language_of(arguments)))
    except BrokenPipeError:
        pass
    except Exception as error:
        _say(_usage_line(error) or _internal_line(error))
    return EXIT_ERROR


def _say(text: str) -> None:
    from compliance.cli.terminal import write

    write(text, sys.stderr)


def _language_of(arguments: Sequence[str]) -> str:
    """The language asked for on the command line, for what goes wrong before a manifest is read."""
    given = list(arguments)
    chosen = [given[i + 1] for i, word in enumerate(given[:-1]) if word == "--lang"]
    return "zh" if "zh" in chosen or "--lang=zh" in given else "en"


def _usage_line(error: Exception) -> str | None:
    """One line for a mistake on the command line; None for any other error."""
    describe = getattr(error, "format_message", None)
    if describe is None:
        return None
    from compliance.reports.text_layout import one_line

    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "compliance"
    return f"compliance: error: {one_line(str(describe()))} ({command} --help)\n"


def _internal_line(error: Exception) -> str:
    """One line in both languages for an error of the program. It never shows values: they may be sensitive."""
    place = "?"
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("compliance."):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    what = f"{type(error).__name__} in {place}"
    return (
        f"compliance: internal error / 程序内部错误: {what}. "
        "Please report this line and the command. / 请将本行及所用命令报告给维护者。\n"
    )
