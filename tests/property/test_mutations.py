"""Damaged files: whatever is done to a manifest or a pack file, the answer is a list of problems or a result.

And it comes soon, from little memory, and from the command line as one of its exit codes.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from compliance.assessment.assess import assess
from compliance.assessment.references import reference_problems
from compliance.errors import ComplianceError
from compliance.errors.render import sentence
from compliance.facts.manifest import read_manifest
from compliance.packs.cache import bundled_rules, load_rule_book, read_folders
from compliance.packs.load import load_packs
from compliance.reports.text.report import render_text
from tests.platforms import needs_limits

ROOT = Path(__file__).parent.parent.parent
RULES = read_folders([bundled_rules()])
BOOK = load_rule_book([bundled_rules()], None)
AS_OF = date(2026, 11, 24)
SECONDS = 20
"""How long one damaged file may take. Most take some hundredths of a second; a slow machine has room."""
MEMORY = 300_000_000
"""By how many bytes the process may grow over all damaged files of a test."""
MANIFESTS = [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*/compliance.yaml"))
]
YEARS = "calendars/cn-"
"""How the names of the calendar files of single years begin. There are many, and they are slow to read."""
PIECES = [
    "：", ":", "\t", "- ", "[", "]", "{", "}", "&a", "*a", "!!", "---\n", "'", '"', "#", "\x00", "\u202e", "𠮷",
    "unknown", "none", "not yet", "and more", "true", "是", "2026-02-30", "10", "1e9", "null", "~", "every:", "not:",
    "<<: ", "\r", "definition: scope.is_provider", "9" * 40, "no_later_than: 10 working_days after service.started_on",
]  # fmt: skip


def damaged(text: str, draw: random.Random) -> str:
    """The text with one to four small things done to it."""
    for _ in range(draw.randint(1, 4)):
        lines = text.split("\n")
        at = draw.randrange(len(lines))
        match draw.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[draw.randrange(len(lines))])
            case 2:
                place = draw.randint(0, len(lines[at]))
                lines[at] = lines[at][:place] + draw.choice(PIECES) + lines[at][place:]
            case 3:
                head, colon, _ = lines[at].partition(": ")
                lines[at] = head + colon + draw.choice(PIECES)
            case 4:
                lines[at] = " " * draw.randint(0, 6) + lines[at].lstrip()
            case 5:
                place = draw.randint(0, len(lines[at]))
                lines[at] = lines[at][:place] + lines[at][place + 1 :]
            case _:
                other = draw.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
        text = "\n".join(lines)
    return text


def told(error: ComplianceError) -> None:
    """Every problem has a place and can be said in both languages."""
    assert error.problems
    for problem in error.problems:
        assert problem.location is not None and problem.location.file, problem
        for lang in ("en", "zh"):
            assert sentence(problem, lang).message


@contextmanager
def soon(what: object, seconds: float = SECONDS) -> Iterator[None]:
    """Fails when what is inside takes too long, also when it would never end."""

    def fail(*_: object) -> None:
        raise TimeoutError(f"{what} takes longer than {seconds} s")

    if not hasattr(signal, "SIGALRM"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, fail)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Lets the process grow by `MEMORY` at most: what asks for more fails with a MemoryError."""
    if sys.platform != "linux":
        yield
        return
    import resource

    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = size + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@needs_limits
@pytest.mark.usefixtures("little_memory")
def test_the_limits_bite() -> None:
    """What the tests below rely on: too long and too much do fail."""
    with pytest.raises(MemoryError):
        bytearray(2 * MEMORY)
    with pytest.raises(TimeoutError), soon("waiting", 0.05):
        time.sleep(5)


def damaged_manifest(seed: int) -> bytes:
    draw = random.Random(seed)
    return damaged(draw.choice(MANIFESTS), draw).encode("utf-8", "surrogatepass")


def damaged_packs(seed: int) -> dict[str, dict[str, bytes]]:
    """The bundled packs with one file damaged. Of the years' calendars at most one is there, the damaged one."""
    draw = random.Random(seed)
    files = [(pack, name) for pack in RULES for name in RULES[pack] if not name.startswith(YEARS)]
    if seed % 5 == 0:
        files = [(pack, name) for pack in RULES for name in RULES[pack] if name.startswith("calendars/")]
    pack, name = draw.choice(files)
    packs = {p: {n: d for n, d in RULES[p].items() if not n.startswith(YEARS)} for p in RULES}
    packs[pack][name] = damaged(RULES[pack][name].decode(), draw).encode("utf-8", "surrogatepass")
    return packs


@pytest.mark.usefixtures("little_memory")
def test_a_thousand_damaged_manifests() -> None:
    """Each is refused with problems that have places, or assessed and reported."""
    refused = 0
    for seed in range(1000):
        with soon(f"damaged file {seed}"):
            refused += refuses_manifest(seed)
    assert 300 < refused < 990


def refuses_manifest(seed: int) -> bool:
    try:
        manifest = read_manifest(damaged_manifest(seed), "c.yaml", BOOK.vocabulary)
    except ComplianceError as error:
        told(error)
        return True
    if not reference_problems(BOOK, manifest, AS_OF):
        assert render_text(assess(BOOK, manifest, AS_OF), ("en", "zh")[seed % 2], show_all=True)
    return False


@pytest.mark.usefixtures("little_memory")
def test_eighty_damaged_pack_files() -> None:
    """Each is refused with problems that have places, or loads. Calendars are among them."""
    damage_packs(80)


@pytest.mark.heavy
@pytest.mark.usefixtures("little_memory")
def test_a_thousand_damaged_pack_files() -> None:
    """The eighty and the rest of a thousand."""
    damage_packs(1000)


def damage_packs(number: int) -> None:
    """Load that many damaged packs: more than half of the calendars, and three tenths of the rest, are refused."""
    refused = {True: 0, False: 0}
    for seed in range(number):
        with soon(f"damaged file {seed}"):
            refused[seed % 5 == 0] += refuses_packs(seed)
    calendars = number // 5
    others = number - calendars
    assert calendars / 2 < refused[True] < calendars
    assert others * 0.3 < refused[False] < others


def refuses_packs(seed: int) -> bool:
    try:
        load_packs(damaged_packs(seed))
    except ComplianceError as error:
        told(error)
        return True
    return False


def test_sixty_damaged_files_from_the_command_line(tmp_path: Path) -> None:
    """The program leaves with one of its exit codes, and never with a traceback or an error of its own."""
    codes = set()
    for seed in range(60):
        folder = tmp_path / str(seed)
        folder.mkdir()
        arguments = ["check", str(folder), "--as-of", AS_OF.isoformat()]
        if seed % 2:
            (folder / "compliance.yaml").write_text(MANIFESTS[0], encoding="utf-8")
            arguments += ["--rules", str(written(damaged_packs(seed), folder / "rules"))]
        else:
            (folder / "compliance.yaml").write_bytes(damaged_manifest(seed))
        done = program(arguments, tmp_path)
        told_wrong = done.stderr.decode("utf-8")
        assert done.returncode in range(5), (seed, told_wrong)
        assert "Traceback" not in told_wrong and "internal error" not in told_wrong, (seed, told_wrong)
        assert done.returncode != 2 or told_wrong, seed
        codes.add(done.returncode)
    assert 2 in codes and codes != {2}


def written(packs: dict[str, dict[str, bytes]], folder: Path) -> Path:
    """The packs as files in a folder."""
    for pack, files in packs.items():
        for name, data in files.items():
            path = folder / pack / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return folder


def program(arguments: list[str], home: Path) -> subprocess.CompletedProcess[bytes]:
    """Runs the program itself, with a cache of its own."""
    return subprocess.run(
        [sys.executable, "-m", "compliance", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "XDG_CACHE_HOME": str(home / "cache"), "PYTHONIOENCODING": "utf-8"},
        timeout=6 * SECONDS,
    )
