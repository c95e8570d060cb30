"""`compliance schema`: the JSON Schemas of what is written by hand and of what is written out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compliance.cli.terminal import write_bytes


def schema(what: str, rules: Sequence[Path] = ()) -> int:
    """Print the schema of `manifest`, `assessment`, `diff` or `pack`."""
    from compliance.reports.json_v1 import dump

    match what:
        case "manifest":
            from compliance.cli.check import load_book
            from compliance.reports.manifest_schema import manifest_schema

            found = manifest_schema(load_book(rules))
        case "assessment":
            from compliance.reports.json_v1_schema import assessment_schema

            found = assessment_schema()
        case "diff":
            from compliance.reports.diff.json_schema import comparison_schema

            found = comparison_schema()
        case _:
            from compliance.reports.pack_schema import pack_schema

            found = pack_schema()
    write_bytes(dump(found).encode())
    return 0
