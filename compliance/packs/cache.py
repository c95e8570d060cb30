"""Finds pack folders, and keeps their compiled form so that a check need not read YAML again."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from compliance import __version__
from compliance.errors import Location, PackError, Problem
from compliance.facts.fingerprint import new_sha256
from compliance.frozen import changed
from compliance.packs.compiled import FORMAT, from_bytes, to_bytes
from compliance.packs.rulebook import RuleBook

HERE = Path(__file__).resolve().parent.parent
SHIPPED = HERE / "_book" / "book.json"
"""The compiled form of the bundled packs, written when the package is built: a stamp on its first line, then a book."""

MOST_FILES = 2_000

Contents = dict[str, dict[str, bytes]]
"""Pack folder's name -> path of a file in it -> bytes."""


def bundled_rules() -> Path:
    """The folder of the packs that come with the program: in the package, or beside it in a checkout."""
    shipped = HERE / "_rules"
    return shipped if shipped.is_dir() else HERE.parent / "rules"


def load_rule_book(folders: Sequence[Path], cache_dir: Path | None) -> RuleBook:
    """The rule book of pack folders, or of folders of packs.

    Args:
        cache_dir: where compiled books are kept; None to keep none. A cache that cannot be read or written is
            no error.

    Raises:
        PackError: with every problem found.
    """
    if list(folders) == [bundled_rules()]:
        shipped = _shipped(folders[0])
        if shipped is not None:
            return shipped
    contents = read_folders(folders)
    key = book_key(contents)
    kept = cache_dir / f"{key}.json" if cache_dir else None
    book = _kept(kept, key)
    if book is not None:
        return book
    from compliance.packs.load import load_packs

    try:
        book, _ = load_packs(contents)
    except PackError as error:
        raise PackError(*as_opened(error.problems, folders)) from None
    if kept is not None:
        _keep(kept, key, to_bytes(book))
    return book


def stamp(folder: Path) -> str:
    """What tells whether files changed without reading them: their names, sizes and times, as make looks at them."""
    digest = new_sha256()
    digest.update(f"{__version__} {FORMAT}\n".encode())
    for path in sorted(folder.rglob("*.yaml")):
        looked = path.stat()
        line = f"{path.relative_to(folder).as_posix()} {looked.st_size} {looked.st_mtime_ns}\n"
        digest.update(line.encode())
    text: str = digest.hexdigest()
    return text


def _shipped(folder: Path) -> RuleBook | None:
    """The book compiled when the package was built, unless the rules beside a checkout have changed since."""
    try:
        head, _, data = SHIPPED.read_bytes().partition(b"\n")
        if folder != HERE / "_rules" and head.decode() != stamp(folder):
            return None
        return from_bytes(data)
    except (OSError, ValueError, RecursionError):
        return None


def read_folders(folders: Sequence[Path]) -> Contents:
    """The YAML files of every pack in the folders.

    Raises:
        PackError: for a folder without packs, a file that cannot be read or leads out of its folder.
    """
    problems: list[Problem] = []
    found: Contents = {}
    for folder in folders:
        packs = _packs_in(folder)
        if not packs:
            problems.append(Problem("pack.none_here", Location(str(folder)), {"folder": str(folder)}))
        for pack, given in packs:
            if pack.name in found:
                problems.append(Problem("pack.twice", Location(str(given)), {"pack": pack.name}))
            found[pack.name] = _read_pack(pack, given, problems)
    if problems:
        raise PackError(*problems)
    return found


def opening(folders: Sequence[Path]) -> Callable[[str], str]:
    """How the user can open a file that a pack knows by its own name alone."""
    roots = {pack.name: given for folder in folders for pack, given in _packs_in(folder)}

    def opened(file: str) -> str:
        pack, _, inside = file.partition("/")
        return (roots[pack] / inside).as_posix() if pack in roots else file

    return opened


def as_opened(problems: Sequence[Problem], folders: Sequence[Path]) -> list[Problem]:
    """The problems with their files as the user can open them."""
    opened = opening(folders)
    return [
        changed(
            problem,
            location=problem.location and problem.location._replace(file=opened(problem.location.file)),
            related=tuple(place._replace(file=opened(place.file)) for place in problem.related),
            details={key: opened(said) if key == "first" else said for key, said in problem.details.items()},
        )
        for problem in problems
    ]


def book_key(contents: Contents) -> str:
    """What the compiled form depends on: the program, its format, and every byte of the packs' files."""
    digest = new_sha256()
    digest.update(f"{__version__} {FORMAT}\n".encode())
    for pack in sorted(contents):
        for name in sorted(contents[pack]):
            data = contents[pack][name]
            digest.update(f"{pack}/{name} {len(data)}\n".encode())
            digest.update(data)
    key: str = digest.hexdigest()
    return key


def default_cache_dir() -> Path | None:
    """The user's cache folder for compiled books; None where there is no home."""
    root = os.environ.get("XDG_CACHE_HOME")
    if root:
        return Path(root) / "compliance"
    try:
        return Path.home() / ".cache" / "compliance"
    except RuntimeError:
        return None


def with_key(key: str, data: bytes) -> bytes:
    """A compiled book as it is kept: its key and the digest of what follows on the first line."""
    return f"{key} {_digest(data)}\n".encode() + data


def _digest(data: bytes) -> str:
    digest = new_sha256()
    digest.update(data)
    text: str = digest.hexdigest()
    return text


def _kept(path: Path | None, key: str) -> RuleBook | None:
    if path is None:
        return None
    try:
        head, _, data = path.read_bytes().partition(b"\n")
        return from_bytes(data) if head.decode() == f"{key} {_digest(data)}" else None
    except (OSError, ValueError, RecursionError):
        return None


def _keep(path: Path, key: str, data: bytes) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(with_key(key, data))
        temporary.replace(path)
    except OSError:
        return


def _packs_in(folder: Path) -> list[tuple[Path, Path]]:
    """The packs in a folder: the folder that names each, and the same as the user names it."""
    if (folder / "pack.yaml").is_file():
        return [(folder.resolve(), folder)]
    try:
        return [(path, path) for path in sorted(folder.iterdir()) if (path / "pack.yaml").is_file()]
    except OSError:
        return []


def _read_pack(pack: Path, given: Path, problems: list[Problem]) -> dict[str, bytes]:
    root = pack.resolve()
    found: dict[str, bytes] = {}
    for path in sorted(root.rglob("*.yaml")):
        relative = path.relative_to(root).as_posix()
        place = Location((given / relative).as_posix())
        if len(found) >= MOST_FILES:
            problems.append(Problem("pack.too_many_files", place, {"most": str(MOST_FILES)}))
            break
        # `rglob` follows no linked folder, so only a linked file can lead out.
        if (path.is_symlink() and not path.resolve().is_relative_to(root)) or not path.is_file():
            problems.append(Problem("pack.file_outside", place))
            continue
        try:
            if path.stat().st_size > 4 << 20:
                problems.append(
                    Problem("yaml.too_large", place, {"size": str(path.stat().st_size), "limit": "4194304"})
                )
                continue
            found[relative] = path.read_bytes()
        except OSError as error:
            problems.append(Problem("pack.unreadable", place, {"reason": error.strerror or "?"}))
    return found
