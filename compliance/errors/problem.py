"""What can be wrong with something a person gave us, and where.

A problem carries a stable code and the words that differ from case to case; the sentence a person
reads comes from a catalogue in their language (`compliance.errors.render`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from compliance.frozen import EMPTY, frozen


class Location(NamedTuple):
    """A place in a file. Lines and columns count from 1; columns count characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Gravity(StrEnum):
    """Whether a problem stops the run or is only told."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Problem:
    """One thing that is wrong.

    Args:
        code: stable id, `area.what_is_wrong`; tests and pipelines rely on it.
        location: where it is, or None when no file is to blame.
        details: the words that fill the slots of the catalogue's sentences.
        gravity: error or warning.
        related: other places that take part in it (the first of two duplicate keys).
    """

    code: str
    location: Location | None = None
    details: Mapping[str, str] = EMPTY
    gravity: Gravity = Gravity.ERROR
    related: tuple[Location, ...] = ()


class ComplianceError(Exception):
    """One or more problems that stop the work; all that could be found in one pass."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.code} at {p.location}" if p.location else p.code for p in problems))
        self.problems = problems

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all problems, in order."""
        return tuple(p.code for p in self.problems)


class ManifestError(ComplianceError):
    """The manifest cannot be read as written (codes `yaml.*`, `manifest.*`)."""


class PackError(ComplianceError):
    """A rule pack is not sound (codes `yaml.*`, `pack.*`, `condition.*`, `calendar.*`, `identifier.*`)."""


class UsageError(ComplianceError):
    """The command was called in a way that cannot work (codes `usage.*`)."""


class ReportError(ComplianceError):
    """A report cannot be made or read back as it is (codes `report.*`, `replay.*`)."""
