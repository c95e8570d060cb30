"""OSCAL by its metaschema: another reader, in an environment of its own, as it brings along what no test here needs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from told_apart import TELLING, telling

from compliance.reports.render import Options, render
from tests.platforms import needs_uv

READER = "oscal==3.2.2"
PROGRAM = """
import json, sys
from pathlib import Path
from oscal import OSCAL
told = {}
for path in sorted(Path(sys.argv[1]).glob("*.json")):
    read = OSCAL.loads(path.read_text("utf-8"))
    told[path.name] = [read.is_valid, read.validation_status, read.validation_errors[:3]]
print(json.dumps(told))
"""
PHASES = {"well-formed", "structure", "data-types", "allowed-values", "cardinality", "choice"}


def spoil(data: bytes, what: str) -> bytes:
    """The document with one mistake."""
    whole = json.loads(data)
    result = whole["assessment-results"]["results"][0]
    match what:
        case "allowed-values":
            result["findings"][0]["target"]["status"]["state"] = "undecided"
        case "data-types":
            result["start"] = "2026-11-24"
        case "structure":
            del result["findings"][0]["target"]["status"]
    return json.dumps(whole).encode()


@pytest.mark.heavy
@needs_uv
def test_the_metaschema_takes_all_examples_and_situations(tmp_path: Path) -> None:
    """Structure, types of data, allowed values, cardinalities and choices."""
    documents = tmp_path / "documents"
    documents.mkdir()
    wanted: dict[str, str] = {}
    for name in TELLING:
        for form in ("oscal", "oscal-poam"):
            file = f"{name}.{form}.json"
            (documents / file).write_bytes(render(form, telling(name), Options(("zh", "en"))))
            wanted[file] = ""
    for phase in ("allowed-values", "data-types", "structure"):
        file = f"spoilt.{phase}.json"
        (documents / file).write_bytes(spoil(render("oscal", telling("past"), Options()), phase))
        wanted[file] = phase
    told = _read(documents, tmp_path)
    assert told.keys() == wanted.keys()
    for file, (valid, status, errors) in told.items():
        failed = {phase for phase in PHASES if not status[phase]}
        assert failed == ({wanted[file]} if wanted[file] else set()), (file, errors)
        assert valid is not bool(failed), (file, errors)
    print(
        f"{len(told)} OSCAL documents read by {READER}, {len(told) - len(TELLING) * 2} of them spoilt and noticed"
    )


def _read(documents: Path, work: Path) -> dict[str, Any]:
    """What the reader says. It unpacks its database into the folder it is run in."""
    command = ["uv", "run", "--no-project", "--with", READER, "python", "-c", PROGRAM, str(documents)]
    env = {**os.environ, "UV_EXCLUDE_NEWER": "2026-11-20T00:00:00Z"}
    env.pop("VIRTUAL_ENV", None)
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
