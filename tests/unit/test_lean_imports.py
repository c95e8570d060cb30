"""A plain check imports little: nothing heavy is on its way once the packs are compiled."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/compliance.yaml"))
HEAVY = {
    "typer",
    "rich",
    "pydantic",
    "jsonschema",
    "zoneinfo",
    "unittest",
    "asyncio",
    "email",
    "http",
    "textual",
}
LAYERS = {"wizard", "interview"}
"""Parts of the program that a check has no use for."""

PROGRAM = """
import sys
from compliance.cli.main import run
code = run(sys.argv[1:])
own = {name.split(".")[1] for name in sys.modules if name.startswith("compliance.")}
print(code, *sorted({name.partition(".")[0] for name in sys.modules} | own), file=sys.stderr)
"""


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_plain_check_is_lean(tmp_path: Path, example: Path, lang: str) -> None:
    """Neither typer, rich, pydantic, jsonschema nor zoneinfo is loaded by a check with a date and a warm cache."""
    command = [
        sys.executable, "-c", PROGRAM, "check", str(example), "--as-of", "2026-11-24", "--lang", lang,
    ]  # fmt: skip
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for _ in ("cold", "warm"):
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=120)
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code in "0134"
    assert not HEAVY & set(modules)
    assert not LAYERS & set(modules)
