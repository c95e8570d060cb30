"""The commands and their options, as typer reads them. No rule logic, nothing decided here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal, Optional

import typer

from compliance.cli.options import CHECK
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
    what: Annotated[Literal["manifest", "assessment", "pack"], typer.Argument(help="Which schema.")],
    rules: _Rules = None,
) -> int:
    """Print a JSON Schema: of compliance.yaml, of the assessment's JSON, or of rule packs."""
    from compliance.cli.schema import schema

    return schema(what, tuple(rules or ()))


_COMMANDS: Final[Mapping[str, Callable[..., int]]] = {
    "check": typed(_CHECK_HELP, CHECK, _check),
    "init": _init,
    "schema": _schema,
}


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """The commands and their options. Typer reads every signature, so only the command asked for is put together."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, epilog=_EPILOG)(_compliance)
    asked = arguments[0] if arguments else ""
    for name in [asked] if asked in _COMMANDS else _COMMANDS:
        app.command(name=name, epilog=_EPILOG if name == "check" else None)(_COMMANDS[name])
    return app
