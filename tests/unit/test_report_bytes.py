"""All forms of a report: the same bytes whoever makes them where, and no sensitive value in any."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from pdf_text import pages
from report_samples import EXAMPLES, ROOT, example
from sample_book import FILE, judged

from compliance.cli.main import run
from compliance.errors import Location
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import Waiver
from compliance.facts.values import NONE
from compliance.facts.vocabulary import Kind
from compliance.reports.render import FORMS, Options, render

NAMES = ["vehicle-data"]
"""The others are among the heavy proofs."""
DAY = "2026-11-24"
DATE = date(2027, 1, 1)
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
    """What was made in each of the environments is the same to the byte; how much that was is printed."""
    made = [
        _made(name, {**place, "USER": user, "HOME": str(tmp_path / user)}, tmp_path / user)
        for place, user in zip(PLACES, USERS, strict=True)
    ]
    assert made[0].keys() == {f"compliance-report{form.suffix}" for form in FORMS.values()}
    for form, data in made[0].items():
        assert all(one[form] == data for one in made), form
    print(f"{name}: {len(made[0])} forms x {len(made)} environments, identical bytes")


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
    # From the digest of the private file what is in it could be found by trial: it is so short.
    values["digest"] = sha256_hex(private.encode())
    forms = [word for form in FORMS for word in ("--format", form)]
    out = tmp_path / "out"
    command = ["report", str(tmp_path), "--as-of", DAY, "--lang", "both", "--all", *forms, "-o", str(out)]
    code = run(command)
    told = capsys.readouterr()
    assert code == 0, told.err
    assert {path.name for path in out.iterdir()} == {
        f"compliance-report{one.suffix}" for one in FORMS.values()
    }
    for text in (told.out, told.err, *map(everything_in, out.iterdir())):
        assert not any(value in text for value in values.values())


def everything_in(file: Path) -> str:
    """All that is in a file, unpacked: what a PDF shows, its streams and attachments; the parts of an archive."""
    data = file.read_bytes()
    if data.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(data)) as pdf:
            streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        return "\n".join([*pages(data), *(one.decode("utf-8", "replace") for one in streams)])
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return data.decode("utf-8")


def test_a_value_that_is_there_is_found(tmp_path: Path) -> None:
    """The search sees into every form: the reason of a waiver is found in all that show it."""
    waiver = Waiver("order.11.keep-logs", None, "Seeded 001", "b", DATE, Location(FILE))
    made = judged(changes={"service.retention": NONE}, waivers=(waiver,))
    for form in ("text", "markdown", "html", "pdf", "json", "excel"):
        file = tmp_path / form
        file.write_bytes(render(form, made, Options(("en",), True)))
        assert "Seeded 001" in everything_in(file), form
