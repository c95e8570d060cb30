"""`compliance init`: a first manifest, its schema for editors, a private file that git ignores. Never overwrites."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compliance.cli.check import load_book
from compliance.cli.files import (
    IGNORE_NAME,
    MANIFEST_NAME,
    PRIVATE_NAME,
    SCHEMA_NAME,
    ignored_by_git,
    write_whole,
)
from compliance.cli.terminal import write
from compliance.errors import Problem, UsageError
from compliance.facts.sanitise import clean
from compliance.reports.words import say


def init(folder: Path, lang: str, rules: Sequence[Path] = ()) -> int:
    """Write the first files of a project.

    Raises:
        UsageError: `usage.already_initialised` when there is a manifest; nothing is written then.
        PackError: when the rules cannot be read.
    """
    from compliance.reports.json_v1 import dump
    from compliance.reports.manifest_schema import manifest_schema
    from compliance.reports.starter import private_starter, starter

    manifest = folder / MANIFEST_NAME
    _refuse(folder, manifest)
    book = load_book(rules)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        details = {"file": _shown(folder), "why": clean(error.strerror or "")}
        raise UsageError(Problem("file.unwritable", None, details)) from None
    said = []
    # The private file and its place in .gitignore come first: nothing sensitive is ever open to git.
    said.append(_ignore(folder / IGNORE_NAME, PRIVATE_NAME, lang))
    said.append(_make(folder / PRIVATE_NAME, private_starter(lang), lang, mode=0o600))
    said.append(_make(folder / SCHEMA_NAME, dump(manifest_schema(book)), lang))
    said.append(_make(manifest, starter(book, lang), lang))
    said.append(say("init.next", lang, folder=_shown(folder)))
    write("".join(f"{line}\n" for line in said))
    return 0


def _refuse(folder: Path, manifest: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(Problem("file.not_a_folder", None, {"file": _shown(folder)}))
    if manifest.exists() or manifest.is_symlink():
        details = {"file": _shown(manifest), "folder": _shown(folder)}
        raise UsageError(Problem("usage.already_initialised", None, details))


def _make(path: Path, text: str, lang: str, mode: int = 0o644) -> str:
    """Write a file unless there is one; say which."""
    if path.exists() or path.is_symlink():
        return say("init.left", lang, file=_shown(path))
    write_whole(path, text.encode(), mode)
    return say("init.wrote", lang, file=_shown(path))


def _ignore(path: Path, name: str, lang: str) -> str:
    """Have git ignore a file; say what was done."""
    done = ignored_by_git(path, name)
    said = {"left": "init.left", "added": "init.ignored", "made": "init.wrote"}
    return say(said[done], lang, file=_shown(path))


def _shown(path: Path) -> str:
    return clean(path.as_posix())
