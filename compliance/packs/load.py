"""From the files of packs to a rule book. Every problem of every pack is found in one pass."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.errors import Gravity, Location, PackError, Problem
from compliance.packs.build import Builder
from compliance.packs.digest import pack_digest
from compliance.packs.examples import Example, read_examples
from compliance.packs.files import SourceFile, read_files
from compliance.packs.references import check_references
from compliance.packs.rulebook import RuleBook


def load_packs(packs: Mapping[str, Mapping[str, bytes]]) -> tuple[RuleBook, tuple[Example, ...]]:
    """Load packs.

    Args:
        packs: name of the pack's folder -> path of a file in it -> bytes.

    Returns:
        The rule book, and the examples of its rules (which an assessment does not need).

    Raises:
        PackError: with every problem found, in the order of the files.
    """
    book, examples, _ = load_with_warnings(packs)
    return book, examples


def load_with_warnings(
    packs: Mapping[str, Mapping[str, bytes]],
) -> tuple[RuleBook, tuple[Example, ...], tuple[Problem, ...]]:
    """Load packs as `load_packs` does, and say also what is doubtful about them though it stops nothing.

    Raises:
        PackError: with every problem found, in the order of the files.
    """
    problems: list[Problem] = []
    sources: dict[str, list[SourceFile]] = {}
    for folder in sorted(packs):
        if not packs[folder]:
            problems.append(Problem("pack.empty", Location(folder), {"pack": folder}))
        sources[folder] = read_files(packs[folder], folder, problems)
    _stop_on(problems)
    ordered = _in_order(sources, problems)
    _stop_on(problems)
    digests = {folder: pack_digest(packs[folder]) for folder in ordered}
    builder = Builder(ordered, digests, problems)
    book = builder.book()
    examples = read_examples(ordered, book, problems)
    check_references(ordered, book, problems)
    _stop_on(problems)
    return book, examples, tuple(sorted(problems, key=_place))


def _stop_on(problems: list[Problem]) -> None:
    if any(problem.gravity is Gravity.ERROR for problem in problems):
        raise PackError(*sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[str, int, int, str]:
    where = problem.location or Location("")
    return where.file, where.line, where.column, problem.code


def _in_order(sources: dict[str, list[SourceFile]], problems: list[Problem]) -> dict[str, list[SourceFile]]:
    """The packs, each after those it needs, otherwise by name."""
    needs: dict[str, list[str]] = {}
    for folder, files in sources.items():
        heads = [file for file in files if file.shape.pack is not None]
        if len(heads) != 1:
            problems.append(Problem("pack.no_head", Location(f"{folder}/pack.yaml"), {"pack": folder}))
            continue
        head = heads[0]
        for key in ("version", "title"):
            if getattr(head.shape, key) is None:
                problems.append(Problem("pack.missing_key", head.place("pack"), {"key": key}))
        if head.shape.pack != folder:
            details = {"pack": str(head.shape.pack), "folder": folder}
            problems.append(Problem("pack.name", head.place("pack"), details))
        needs[folder] = list(head.shape.needs)
        for number, needed in enumerate(head.shape.needs):
            if needed not in sources:
                problems.append(Problem("pack.needs", head.place("needs", number), {"pack": needed}))
    ordered: list[str] = []
    waiting = sorted(needs)
    while waiting:
        ready = [folder for folder in waiting if all(n in ordered or n not in needs for n in needs[folder])]
        if not ready:
            details = {"packs": ", ".join(waiting)}
            problems.append(Problem("pack.needs_cycle", Location(f"{waiting[0]}/pack.yaml"), details))
            break
        ordered.append(ready[0])
        waiting.remove(ready[0])
    return {folder: sources[folder] for folder in ordered}
