"""CycloneDX with its formats of times and addresses: their checkers load for a second, so they have an environment of
their own and slow down nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from hostile import HOSTILE, hostile
from told_apart import TELLING, telling

from compliance.reports.render import Options, render
from tests.platforms import needs_uv

VALIDATOR = "cyclonedx-python-lib[json-validation]==11.12.0"
PROGRAM = """
import json, sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
validator = JsonStrictValidator(SchemaVersion.V1_6)
found = {path.name: validator.validate_str(path.read_text("utf-8")) for path in Path(sys.argv[1]).iterdir()}
print(json.dumps({name: str(error) for name, error in found.items() if error is not None}))
"""


@pytest.mark.heavy
@needs_uv
def test_times_and_addresses_are_well_formed(tmp_path: Path) -> None:
    """All examples, situations and hostile texts; a time and an address that are none are noticed."""
    for name in TELLING:
        (tmp_path / name).write_bytes(render("cyclonedx", telling(name), Options(("zh", "en"))))
    for number, text in enumerate(HOSTILE):
        (tmp_path / f"hostile-{number}").write_bytes(render("cyclonedx", hostile(text), Options()))
    whole = json.loads((tmp_path / "past").read_bytes())
    spoilt = {
        "spoilt-time": {**whole, "metadata": {**whole["metadata"], "timestamp": "yesterday"}},
        "spoilt-address": {**whole, "externalReferences": [{"type": "other", "url": "not an address"}]},
    }
    for name, bad in spoilt.items():
        (tmp_path / name).write_text(json.dumps(bad), "utf-8")
    command = ["uv", "run", "--no-project", "--with", VALIDATOR, "python", "-c", PROGRAM, str(tmp_path)]
    env = {**os.environ, "UV_EXCLUDE_NEWER": "2026-11-20T00:00:00Z"}
    env.pop("VIRTUAL_ENV", None)
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]).keys() == spoilt.keys()
