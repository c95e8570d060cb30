"""The options of `compliance check`, declared once: for the command line proper and for its quick reader."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from compliance.reports.render import FORMS, ONE_DOCUMENT


class Option(NamedTuple):
    """One option, or the positional arguments when it has no flags.

    Args:
        field: the field of the request that it fills.
        flags: as typed, `--output` or `-o`.
        kind: a flag takes no value; a path is made one.
        choices: the only values allowed; any when empty.
        repeats: may be given several times; the field is then a tuple.
    """

    field: str
    flags: tuple[str, ...]
    kind: Literal["flag", "text", "path"]
    help: str
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    repeats: bool = False
    default: str | None = None


CHECK: Final = (
    Option(
        "paths", (), "path", "A manifest, or a folder with compliance.yaml. Default: this folder.",
        metavar="[PATH]...", repeats=True,
    ),
    Option("as_of", ("--as-of",), "text", "Judge as of a day, 2026-11-24. Default: today.", metavar="DATE"),
    Option(
        "lang", ("--lang",), "text", "Language of the output. Default: the manifest's own, else en.",
        choices=("zh", "en"),
    ),
    Option(
        "rules", ("--rules",), "path", "Rule packs to use instead of the bundled ones. Repeatable.",
        metavar="DIR", repeats=True,
    ),
    Option(
        "packs", ("--pack",), "text", "Assess this pack only (partial). Repeatable.", metavar="ID", repeats=True
    ),
    Option(
        "format", ("--format",), "text", "Form of the report.",
        choices=("text", "json", "markdown", "github", *ONE_DOCUMENT), default="text",
    ),
    Option("output", ("-o", "--output"), "path", "Write the report to a new file.", metavar="FILE"),
    Option("force", ("--force",), "flag", "Let -o overwrite a file."),
    Option(
        "fail_on", ("--fail-on",), "text",
        "Exit 4 when a limit is running or evidence expires soon. Repeatable.",
        choices=("pending", "expiring"), repeats=True,
    ),
    Option("show_all", ("--all",), "flag", "List everything, also what holds."),
)  # fmt: skip

REPORT: Final = (
    Option("path", (), "path", "A manifest, or its folder. Default: this folder.", metavar="[PATH]", default="."),
    Option(
        "forms", ("--format",), "text", "Form of the report, text if none is named. Repeatable.",
        choices=tuple(FORMS), repeats=True,
    ),
    # No path: a path does not keep the slash at the end of a folder's name.
    Option("output", ("-o", "--output"), "text", "A file, or for several forms a folder.", metavar="PATH"),
    Option(
        "lang", ("--lang",), "text", "Language of the report. Default: the manifest's own, else en.",
        choices=("zh", "en", "both"),
    ),
    Option("as_of", ("--as-of",), "text", "Judge as of a day, 2026-11-24. Default: today.", metavar="DATE"),
    Option(
        "packs", ("--pack",), "text", "Only the rules of this pack (partial). Repeatable.", metavar="ID", repeats=True
    ),
    Option(
        "rules", ("--rules",), "path", "Rule packs to use instead of the bundled ones. Repeatable.",
        metavar="DIR", repeats=True,
    ),
    Option("show_all", ("--all",), "flag", "List everything, also what holds."),
    Option("sensitive", ("--include-sensitive",), "flag", "Show sensitive answers; the report says that it does."),
    Option("force", ("--force",), "flag", "Let -o overwrite files."),
)  # fmt: skip
