"""Reading what a run needs, with bounds, and writing whole files or nothing."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from compliance.assessment.model import EvidenceFile
from compliance.errors import Gravity, Location, Problem, UsageError
from compliance.facts.fingerprint import new_sha256
from compliance.facts.manifest import EvidenceEntry, Manifest
from compliance.facts.sanitise import clean
from compliance.facts.yaml_reader import MANIFEST_LIMITS

MANIFEST_NAME: Final = "compliance.yaml"
PRIVATE_NAME: Final = "compliance.private.yaml"
SCHEMA_NAME: Final = "compliance.schema.json"
IGNORE_NAME: Final = ".gitignore"
PART: Final = ".part"
"""How the name of a file that is being written ends, until it takes the place of the old one."""
CHUNK: Final = 1 << 20


class Input(NamedTuple):
    """What was read for one manifest. `file` is how the user names it."""

    path: Path
    file: str
    data: bytes
    private: bytes | None
    private_file: str
    warnings: tuple[Problem, ...] = ()


def manifest_path(path: Path) -> Path:
    """The manifest that a path on the command line means: the file itself, or the one in a folder.

    Raises:
        UsageError: `file.not_found`, `file.no_manifest`.
    """
    if path.is_dir():
        inside = path / MANIFEST_NAME
        if not inside.exists():
            raise UsageError(_problem("file.no_manifest", path, right=_instead(path)))
        return inside
    if not path.exists():
        raise UsageError(_problem("file.not_found", path, right=_near_name(path)))
    return path


def read_input(path: Path) -> Input:
    """The manifest at a path and the private file beside it.

    Raises:
        UsageError: codes `file.*`.
    """
    try:
        found = manifest_path(path)
        private = found.with_name(PRIVATE_NAME)
        there = os.path.lexists(private) and private.name != found.name
        return Input(
            found,
            clean(found.as_posix()),
            bounded(found),
            bounded(private) if there else None,
            clean(private.as_posix()),
            _too_open(private) if there else (),
        )
    except (OSError, ValueError) as error:
        raise UsageError(_problem("file.unreadable", path, why=_reason(error))) from None


def _too_open(path: Path) -> tuple[Problem, ...]:
    """A warning when others than its owner can read a file. Windows keeps no such modes."""
    if os.name == "nt" or not path.stat().st_mode & 0o077:
        return ()
    details = {"file": clean(path.as_posix())}
    return (Problem("file.private_mode", Location(details["file"]), details, Gravity.WARNING),)


def bounded(path: Path, most: int = MANIFEST_LIMITS.bytes) -> bytes:
    """The bytes of an ordinary file, at most one more than the reader takes: it says where it is too large."""
    # Opening a pipe would wait for a writer.
    if not stat.S_ISREG(path.stat().st_mode):
        raise UsageError(_problem("file.not_regular", path))
    with path.open("rb") as file:
        return file.read(most + 1)


def read_report(path: Path) -> bytes:
    """The bytes of a report, at most one more than is read back: the reader says that it is too large.

    Raises:
        UsageError: codes `file.*`.
    """
    from compliance.reports.read_back import MOST_BYTES
    from compliance.reports.render import FORMS
    from compliance.reports.seal import SEALED

    if not path.exists():
        form = next((form for form in SEALED if FORMS[form].suffix == path.suffix), "json")
        raise UsageError(_problem("file.no_report", path, form=form))
    try:
        return bounded(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        raise UsageError(_problem("file.unreadable", path, why=_reason(error))) from None


def look_at_evidence(manifest: Manifest, folder: Path) -> tuple[dict[str, EvidenceFile], list[Problem]]:
    """What lies at each evidence file's place, by the entry's id, and what must not be looked at."""
    found: dict[str, EvidenceFile] = {}
    problems: list[Problem] = []
    for entry in manifest.evidence:
        if entry.file is None:
            continue
        looked = _look(entry, folder / entry.file, folder)
        if isinstance(looked, Problem):
            problems.append(looked)
        else:
            found[entry.id] = looked
    return found, problems


def _look(entry: EvidenceEntry, path: Path, folder: Path) -> EvidenceFile | Problem:
    details = {"file": clean(entry.file or "")}
    place = entry.places.get("file", entry.location)
    try:
        # Symbolic links may lead out of the project as well as `..` does.
        if not path.resolve().is_relative_to(folder.resolve()):
            return Problem("file.outside", place, details)
        if not path.exists():
            return EvidenceFile(None)
        if not path.is_file():
            return Problem("file.not_regular", place, details)
        return EvidenceFile(_sha256(path))
    except (OSError, ValueError, RuntimeError) as error:
        return Problem("file.unreadable", place, {**details, "why": _reason(error)})


def _sha256(path: Path) -> str:
    digest = new_sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    text: str = digest.hexdigest()
    return text


def refuse_output(output: Path, inputs: Iterable[Path], *, force: bool) -> None:
    """Refuse to write over what is read, and without `force` over anything.

    Raises:
        UsageError: `usage.output_is_input`, `usage.output_exists`, `file.not_regular`.
    """
    if str(output) in ("", "."):
        raise UsageError(Problem("usage.output_name"))
    if not output.exists():
        return
    if any(path.exists() and output.samefile(path) for path in inputs):
        raise UsageError(_problem("usage.output_is_input", output))
    if not output.is_file():
        raise UsageError(_problem("file.not_regular", output))
    if not force:
        raise UsageError(_problem("usage.output_exists", output))


class Output(NamedTuple):
    """A file to write.

    Args:
        mode: who may read it, as far as the process's own mask grants it.
        exact: grant it whatever the mask says, as the file had it before.
    """

    path: Path
    data: bytes
    mode: int = 0o644
    exact: bool = False


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file at once: it has the new content or the old, never half of it.

    Raises:
        UsageError: `file.unwritable`.
    """
    write_together([Output(path, data, mode)])


def make_folder(path: Path) -> None:
    """Make a folder, and those it lies in, unless it is there.

    Raises:
        UsageError: `file.unwritable`.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(_problem("file.unwritable", path, why=_reason(error))) from None


def write_together(outputs: Sequence[Output]) -> None:
    """Write files, each at once, in this order; none of them takes its place before there is room for all.

    A link stays one: the file it leads to is written.

    Raises:
        UsageError: `file.unwritable`.
    """
    outputs = [_followed(output) for output in outputs]
    asides = [output.path.with_name(f".{output.path.name}.{os.getpid()}{PART}") for output in outputs]
    output = None
    try:
        for output, aside in zip(outputs, asides, strict=True):
            _write_aside(aside, output)
        for output, aside in zip(outputs, asides, strict=True):
            aside.replace(output.path)
    except BaseException as error:
        # Also when it is interrupted: what is half written may be sensitive.
        for aside in asides:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        path = output.path if output else Path()
        raise UsageError(_problem("file.unwritable", path, why=_reason(error))) from None


def _followed(output: Output) -> Output:
    """The file that a link leads to."""
    return output._replace(path=Path(os.path.realpath(output.path))) if output.path.is_symlink() else output


def _write_aside(aside: Path, output: Output) -> None:
    # One left by a killed process with the same number, as in a container, must not be in the way for ever.
    aside.unlink(missing_ok=True)
    with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, output.mode), "wb") as file:  # noqa: PTH123
        file.write(output.data)
        file.flush()
        os.fsync(file.fileno())
    if output.exact:
        aside.chmod(output.mode)


def ignored_by_git(path: Path, name: str) -> str:
    """Have git ignore a file; what the ignore file says already stays.

    Returns:
        "left" when it is ignored already, "added" or "made" when a line or the file was written.

    Raises:
        UsageError: `file.unreadable`, `file.unwritable`.
    """
    try:
        before = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise UsageError(_problem("file.unreadable", path, why=_reason(error))) from None
    known = {line.strip() for line in before.decode("utf-8", "replace").splitlines()}
    if known & {name, f"/{name}"}:
        return "left"
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    write_whole(path, before + gap + name.encode() + b"\n")
    return "added" if before else "made"


def _near_name(path: Path) -> str:
    from difflib import get_close_matches

    fresh = f"compliance init {clean(path.as_posix())}"
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.name != path.name][:1000]
    except OSError:
        return fresh
    close = get_close_matches(path.name, names, 3, 0.6)
    return " / ".join(clean((path.parent / name).as_posix()) for name in close) or fresh


def _instead(folder: Path) -> str:
    """What to type when a folder has no manifest under its right name."""
    for name in (f"{MANIFEST_NAME[:-5]}.yml", f".{MANIFEST_NAME}"):
        if (folder / name).exists():
            return f"mv {clean((folder / name).as_posix())} {clean((folder / MANIFEST_NAME).as_posix())}"
    return f"compliance init {clean(folder.as_posix())}"


def _reason(error: Exception) -> str:
    if isinstance(error, RuntimeError):
        return clean(os.strerror(errno.ELOOP))  # What resolving a link that leads to itself raises.
    return clean(getattr(error, "strerror", None) or type(error).__name__)


def _problem(code: str, path: Path, **details: str) -> Problem:
    return Problem(code, None, {"file": clean(path.as_posix()), **details})
