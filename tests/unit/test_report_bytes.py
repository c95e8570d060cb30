"""All forms of a report: the same bytes whoever makes them where, and no sensitive value in any."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from report_samples import EXAMPLES, ROOT, example

from compliance.cli.main import run
from compliance.facts.vocabulary import Kind
from compliance.reports.render import FORMS

NAMES = ["vehicle-data", "incomplete"]
DAY = "2026-11-24"
PROGRAM = """
import os, sys, time_machine
from compliance.cli.main import run
with time_machine.travel(os.environ["CLOCK"], tick=True):
    sys.exit(run(sys.argv[1:]))
"""
PLACES = [
    {
        "CLOCK": "2026-11-24",
        "PYTHONHASHSEED": "1",
        "TZ": "Asia/Shanghai",
        "LC_ALL": "zh_CN.UTF-8",
        "LANG": "zh_CN.UTF-8",
    },
    {
        "CLOCK": "2031-02-03",
        "PYTHONHASHSEED": "4242",
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C",
        "COLUMNS": "30",
    },
    {"CLOCK": "2024-02-29", "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "de_DE.UTF-8", "FORCE_COLOR": "1"},
]
USERS = ["root", "somebody", "某人"]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_everywhere(name: str, tmp_path: Path) -> None:
    """Clock, hash seed, time zone, locale, width of the terminal, user and folder have no say."""
    refuse_differences(name, tmp_path)


@pytest.mark.heavy
@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in NAMES])
def test_the_same_bytes_of_every_example(name: str, tmp_path: Path) -> None:
    refuse_differences(name, tmp_path)


def refuse_differences(name: str, tmp_path: Path) -> None:
    made = [
        _made(name, {**place, "USER": user, "HOME": str(tmp_path / user)}, tmp_path / user)
        for place, user in zip(PLACES, USERS, strict=True)
    ]
    assert made[0].keys() == {f"compliance-report{form.suffix}" for form in FORMS.values()}
    for form, data in made[0].items():
        assert all(one[form] == data for one in made), form


def _made(name: str, place: dict[str, str], folder: Path) -> dict[str, bytes]:
    """All forms of a report on an example, made by a program of its own."""
    forms = [word for form in FORMS for word in ("--format", form)]
    command = [
        sys.executable, "-c", PROGRAM, "report", f"examples/{name}", "--as-of", DAY,
        "--lang", "both", "--all", *forms, "-o", str(folder / "out"),
    ]  # fmt: skip
    shutil.copytree(ROOT / "examples" / name, folder / "examples" / name)
    env = {**os.environ, **place, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=env, check=True, timeout=120, capture_output=True)
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def test_no_sensitive_value_in_any_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every sensitive text of the bundled packs is given a value of its own and looked for in all bytes."""
    vocabulary = example("vehicle-data").book.vocabulary
    found = [
        fact.id
        for fact in vocabulary.facts.values()
        if fact.sensitive
        and fact.kind is Kind.TEXT
        and fact.parent is None
        and not fact.id.startswith("reading")
    ]
    assert len(found) >= 3
    values = {fact: f"Secret {number:03d} Value" for number, fact in enumerate(found)}
    private = "compliance: 1\nfacts:\n" + "".join(
        f"  {section}:\n" + "".join(
            f"    {fact.partition('.')[2]}: {value}\n"
            for fact, value in values.items() if fact.partition(".")[0] == section
        )
        for section in dict.fromkeys(fact.partition(".")[0] for fact in values)
    )  # fmt: skip
    manifest = (ROOT / "examples" / "incomplete" / "compliance.yaml").read_text("utf-8")
    (tmp_path / "compliance.yaml").write_text(manifest, "utf-8")
    (tmp_path / "compliance.private.yaml").write_text(private, "utf-8")
    (tmp_path / "compliance.private.yaml").chmod(0o600)
    forms = [word for form in FORMS for word in ("--format", form)]
    out = tmp_path / "out"
    command = ["report", str(tmp_path), "--as-of", DAY, "--lang", "both", "--all", *forms, "-o", str(out)]
    code = run(command)
    told = capsys.readouterr()
    assert code == 0, told.err
    assert {path.name for path in out.iterdir()} == {
        f"compliance-report{one.suffix}" for one in FORMS.values()
    }
    for text in (told.out, told.err, *(unpacked(path) for path in out.iterdir())):
        assert not any(value in text for value in values.values())


def unpacked(path: Path) -> str:
    """All texts in a file; of a workbook, those of its parts."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8")
    with zipfile.ZipFile(path) as packed:
        return "\n".join(packed.read(name).decode("utf-8") for name in packed.namelist())
