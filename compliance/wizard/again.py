"""The command line that goes on with an interview, to be copied."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from compliance.cli.files import MANIFEST_NAME
from compliance.reports.text.layout import one_line


def again(path: Path, options: Sequence[str] = ()) -> str:
    """What to type to go on with a manifest under the same options."""
    shown = str(path)
    # Else it would be read as an option.
    shown = f"./{shown}" if shown.startswith("-") else shown
    return one_line(shlex.join(["compliance", "wizard", shown, *options]))


def place_of(path: Path) -> Path:
    """The shortest name of a manifest: its folder where that means the same."""
    return path.parent if path.name == MANIFEST_NAME else path
