"""The way in: runs a command, and turns whatever goes wrong into a line a person can read and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

EXIT_ERROR = 2
EXIT_INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    from compliance.cli.terminal import leave

    leave(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command. Never raises but for what ends the interpreter."""
    from compliance.cli.terminal import prepare_streams

    prepare_streams()
    try:
        return _run(list(arguments))
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception as error:
        _say(_lines(error, arguments))
    return EXIT_ERROR


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["check"]:
        from compliance.cli.options import CHECK
        from compliance.cli.quick import read_quickly

        given = read_quickly(arguments[1:], CHECK)
        if given is not None:
            from compliance.cli.check import check, request_of

            return check(request_of(given))
    import typer

    from compliance.cli.commands import command_line

    command = typer.main.get_command(command_line(arguments))
    try:
        return int(command.main(arguments, "compliance", standalone_mode=False) or 0)
    except SystemExit:
        # Whoever read the help has gone away (`| head`).
        return 0


def _lines(error: Exception, arguments: Sequence[str]) -> str:
    from compliance.errors import ComplianceError

    if isinstance(error, ComplianceError):
        from compliance.cli.complaints import complaint_lines

        return complaint_lines(error.problems, _language_of(arguments))
    return _usage_line(error) or _output_line(error) or _internal_line(error)


def _say(text: str) -> None:
    from compliance.cli.terminal import say

    say(text)


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
    from compliance.reports.text.layout import one_line

    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "compliance"
    return f"compliance: error: {one_line(str(describe()))} ({command} --help)\n"


def _output_line(error: Exception) -> str | None:
    """One line in both languages when the machine refused to read or write; None for any other error."""
    if not isinstance(error, OSError):
        return None
    from compliance.reports.text.layout import one_line

    where = one_line(str(error.filename)) if error.filename else "standard output / 标准输出"
    why = error.strerror or type(error).__name__
    return f"compliance: error: cannot read or write / 无法读写: {where}: {why}\n"


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
