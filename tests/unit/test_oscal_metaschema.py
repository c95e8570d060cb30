"""OSCAL by its metaschema: another reader, in an environment of its own, as it brings along what no test here needs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from hostile import HOSTILE, hostile
from told_apart import TELLING, folded, telling

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
    if path.name.startswith("hostile"):
        told[path.name].append(read.dumps(format="xml"))
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
    for number, text in enumerate(HOSTILE):
        file = f"hostile.{number:02d}.json"
        (documents / file).write_bytes(render("oscal", hostile(text), Options(("en",))))
        wanted[file] = ""
    told = _read(documents, tmp_path)
    assert told.keys() == wanted.keys()
    for number, text in enumerate(HOSTILE):
        refuse_markup(told[f"hostile.{number:02d}.json"].pop(), text)
    for file, (valid, status, errors) in told.items():
        failed = {phase for phase in PHASES if not status[phase]}
        assert failed == ({wanted[file]} if wanted[file] else set()), (file, errors)
        assert valid is not bool(failed), (file, errors)
    spoilt = sum(map(bool, wanted.values()))
    print(f"{len(told)} OSCAL documents read by {READER}; mistakes in {spoilt} of them were noticed")


def refuse_markup(converted: str, text: str) -> None:
    """What the reader makes of our Markdown when it turns it into XML: paragraphs that say what was said."""
    read = fromstring(converted)
    marked = {element.tag.partition("}")[2] for element in read.iter()}
    assert not marked & {
        "a",
        "b",
        "code",
        "em",
        "h1",
        "i",
        "img",
        "insert",
        "li",
        "pre",
        "q",
        "strong",
        "sub",
        "sup",
    }
    paragraphs = [element.text or "" for element in read.iter() if element.tag.endswith("}p")]
    for line in filter(None, map(folded, text.split("\n"))):
        assert any(line in paragraph for paragraph in paragraphs), line


def _read(documents: Path, work: Path) -> dict[str, Any]:
    """What the reader says. It unpacks its database into the folder it is run in."""
    command = ["uv", "run", "--no-project", "--with", READER, "python", "-c", PROGRAM, str(documents)]
    env = {**os.environ, "UV_EXCLUDE_NEWER": "2026-11-20T00:00:00Z"}
    env.pop("VIRTUAL_ENV", None)
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
