"""Compiles the bundled rule packs when the package is built, so that a check need not read YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface[Any]):
    """Writes `compliance/_book/book.json`; a pack that does not load stops the build and says why."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the result packed into the wheel."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from compliance.errors import PackError
        from compliance.errors.render import sentence
        from compliance.packs.cache import read_folders, stamp
        from compliance.packs.compiled import to_bytes
        from compliance.packs.load import load_packs

        try:
            book, _ = load_packs(read_folders([root / "rules"]))
        except PackError as error:
            lines = [f"{problem.location}: {sentence(problem, 'en').message}" for problem in error.problems]
            raise SystemExit("the rule packs do not load:\n" + "\n".join(lines)) from None
        target = root / "compliance" / "_book" / "book.json"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(stamp(root / "rules").encode() + b"\n" + to_bytes(book))
        build_data["force_include"][str(target)] = "compliance/_book/book.json"
