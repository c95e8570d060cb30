"""Saves answers into the manifest and the private file beside it: at once, and never over somebody else's change."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from compliance.cli.files import (
    IGNORE_NAME,
    PART,
    PRIVATE_NAME,
    Output,
    bounded,
    ignored_by_git,
    write_together,
    write_whole,
)
from compliance.errors import ManifestError, Problem, UsageError
from compliance.facts.editor import Contents, Names, edited_files, merged
from compliance.facts.edits import Edit, fact_of
from compliance.facts.manifest import Manifest
from compliance.facts.sanitise import clean
from compliance.facts.vocabulary import Vocabulary

PRIVATE_MODE: Final = 0o600
STALE_SECONDS: Final = 60
"""After this long a file that is still being written belongs to a process that was killed."""


def look(path: Path) -> Contents:
    """What a manifest, which need not exist, and the private file beside it hold.

    Raises:
        UsageError: `file.unreadable`, `file.not_regular`, `file.private_as_manifest`.
    """
    if path.name == PRIVATE_NAME:
        raise UsageError(Problem("file.private_as_manifest", None, {"file": clean(path.as_posix())}))
    return Contents(_bytes(path) or b"", _bytes(_private(path)))


def names_of(path: Path) -> Names:
    """What the two files are called in messages."""
    return Names(clean(path.as_posix()), clean(_private(path).as_posix()))


def save(
    path: Path, seen: Contents, vocabulary: Vocabulary, edits: Sequence[Edit], *, language: str = "zh"
) -> Contents:
    """Make edits in the files as they are now.

    Args:
        path: the manifest; it need not exist.
        seen: what the files held when the edits were thought of, from `look` or the last `save`.

    Returns:
        What the files hold now.

    Raises:
        ManifestError: when an edit cannot be made; nothing is written.
        UsageError: `file.changed`, `file.changed_unreadable` when the files were changed meanwhile and the edits
            cannot be made without overwriting that: they stay, and this version is kept beside them. A manifest
            that was deleted is written again whole.
            `file.unwritable`: the old content stays.
    """
    names = names_of(path)
    _sweep(path)
    now = look(path)
    base = now
    if deleted(seen, now):
        base = Contents(seen.public, seen.private if now.private is None else now.private)
    elif now != seen:
        _refuse_clash(path, seen, now, vocabulary, edits, language)
    after = edited_files(base, names, vocabulary, edits, language=language)
    if look(path) != now:  # changed while this was worked out
        return save(path, seen, vocabulary, edits, language=language)
    _write(path, now, after, vocabulary)
    return after


def deleted(seen: Contents, now: Contents) -> bool:
    """Whether a manifest that was there is there no more."""
    return bool(seen.public) and not now.public


# Somebody else's change ------------------------------------------------------------------------------------


def _refuse_clash(
    path: Path, seen: Contents, now: Contents, vocabulary: Vocabulary, edits: Sequence[Edit], language: str
) -> None:
    """Raise when files that changed meanwhile leave no room for the edits; keep the edited version then."""
    names = names_of(path)
    try:
        theirs = merged(now, names, vocabulary)
    except ManifestError:
        mine = _keep(path, edited_files(seen, names, vocabulary, edits, language=language))
        raise _clash("file.changed_unreadable", names, mine) from None
    ours = merged(seen, names, vocabulary)
    touched = {fact_of(edit) for edit in edits}
    both = touched & _different(ours, theirs)
    if both & _unlike(now, theirs, names, vocabulary, edits, language):
        mine = _keep(path, edited_files(seen, names, vocabulary, edits, language=language))
        raise _clash("file.changed", names, mine, facts=", ".join(sorted(both)))


def _unlike(
    now: Contents,
    theirs: Manifest,
    names: Names,
    vocabulary: Vocabulary,
    edits: Sequence[Edit],
    language: str,
) -> set[str]:
    """The facts and readings that edits would make different from what somebody else wrote."""
    try:
        after = merged(edited_files(now, names, vocabulary, edits, language=language), names, vocabulary)
    except ManifestError:
        return set(map(fact_of, edits))
    return _different(theirs, after)


def _different(one: Manifest, other: Manifest) -> set[str]:
    """The facts and readings that two manifests answer differently."""
    facts = {*one.answers, *other.answers}
    changed = {fact for fact in facts if one.answers.get(fact) != other.answers.get(fact)}
    for reading in {*one.readings, *other.readings}:
        mine, theirs = one.readings.get(reading), other.readings.get(reading)
        if (
            mine is None
            or theirs is None
            or (mine.by, mine.on, mine.note) != (theirs.by, theirs.on, theirs.note)
        ):
            changed.add(reading)
    return changed


def _clash(code: str, names: Names, mine: Sequence[Path], **details: str) -> UsageError:
    kept = ", ".join(clean(path.as_posix()) for path in mine)
    return UsageError(Problem(code, None, {"file": names.public, "mine": kept, **details}))


def _keep(path: Path, contents: Contents) -> list[Path]:
    """Write files beside those that cannot be overwritten."""
    kept = []
    if contents.private is not None:
        aside = _free(_private(path), contents.private)
        ignored_by_git(path.with_name(IGNORE_NAME), aside.name)
        write_whole(aside, contents.private, PRIVATE_MODE)
        kept.append(aside)
    aside = _free(path, contents.public)
    write_whole(aside, contents.public)
    return [aside, *kept]


def _free(path: Path, data: bytes) -> Path:
    """A name beside a file that nothing but the same data has: `compliance.mine.yaml`, `compliance.mine-2.yaml`."""
    number = 1
    while True:
        suffix = ".mine" if number == 1 else f".mine-{number}"
        aside = path.with_name(f"{path.stem}{suffix}{path.suffix}")
        if not aside.is_symlink() and (not aside.exists() or _holds(aside, data)):
            return aside
        number += 1


def _holds(path: Path, data: bytes) -> bool:
    try:
        return bounded(path) == data
    except (OSError, UsageError):
        return False


# Files -----------------------------------------------------------------------------------------------------


def _private(path: Path) -> Path:
    return path.with_name(PRIVATE_NAME)


def _bytes(path: Path) -> bytes | None:
    try:
        return bounded(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed("file.unreadable", path, error) from None


def _failed(code: str, path: Path, error: Exception) -> UsageError:
    why = clean(getattr(error, "strerror", None) or type(error).__name__)
    return UsageError(Problem(code, None, {"file": clean(path.as_posix()), "why": why}))


def _write(path: Path, before: Contents, after: Contents, vocabulary: Vocabulary) -> None:
    """Write what changed, in an order that leaves two files that fit together also when it is cut short."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed("file.unwritable", path, error) from None
    if before.private != after.private and after.private is not None:
        # First: nothing sensitive is ever open to git.
        ignored_by_git(path.with_name(IGNORE_NAME), PRIVATE_NAME)
    parts = [_private(path), path]
    both = before.private != after.private
    if both and not _fit(Contents(before.public, after.private), path, vocabulary):
        parts.reverse()
    changes = {_private(path): (before.private, after.private), path: (before.public, after.public)}
    write_together(
        [_output(part, changes[part][1]) for part in parts if changes[part][0] != changes[part][1]]
    )


def _fit(contents: Contents, path: Path, vocabulary: Vocabulary) -> bool:
    try:
        merged(contents, names_of(path), vocabulary)
    except ManifestError:
        return False
    return True


def _output(path: Path, data: bytes | None) -> Output:
    """One file to write; who may read it stays as it was, and a link stays a link."""
    private = path.name == PRIVATE_NAME
    try:
        target = path.resolve()
        there = target.exists()
        mode = PRIVATE_MODE if private else stat.S_IMODE(target.stat().st_mode) if there else 0o644
    except (OSError, RuntimeError) as error:
        raise _failed("file.unwritable", path, error) from None
    if there and not os.access(target, os.W_OK):
        # Another file could take its place all the same; whoever protected it did not mean that.
        raise _failed("file.unwritable", path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    return Output(target, data or b"", mode, exact=there or private)


def _sweep(path: Path) -> None:
    """Remove what killed processes left half written: it may hold sensitive answers."""
    for part in (path, _private(path)):
        with suppress(OSError, RuntimeError):
            target = part.resolve()
            for left in target.parent.iterdir():
                half = left.name.startswith(f".{target.name}.") and left.name.endswith(PART)
                if half and time.time() - left.stat().st_mtime > STALE_SECONDS:
                    left.unlink()
