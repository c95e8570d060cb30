"""Saving: the old file or the new, never half of one; nobody's change overwritten; sensitive answers kept apart."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from compliance.cli.files import read_input
from compliance.cli.save import look, save
from compliance.errors import ManifestError, UsageError
from compliance.errors.render import sentence
from compliance.facts.editor import Contents
from compliance.facts.edits import AddRecord, Edit, SetAnswer, SetComplete, SetView
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import HELD, Record
from compliance.packs.cache import bundled_rules, load_rule_book
from tests.platforms import needs_kill, needs_limits, needs_modes

ROOT = Path(__file__).parent.parent.parent
VOCABULARY = load_rule_book([bundled_rules()], None).vocabulary
TEXT = "compliance: 1\nlanguage: zh\nfacts:\n  service:\n    name: 甲  # as registered\n    online: true\n"
NAME = SetAnswer("service.name", "乙")
PHONE = SetAnswer("entity.responsible_phone", "13900000000")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    manifest = tmp_path / "compliance.yaml"
    manifest.write_bytes(TEXT.encode())
    return manifest


def read(path: Path) -> Manifest:
    found = read_input(path)
    return read_manifest(found.data, found.file, VOCABULARY, found.private, found.private_file)


def problem_of(error: UsageError) -> dict[str, str]:
    (problem,) = error.problems
    for lang in ("en", "zh"):
        assert "{" not in "".join(sentence(problem, lang))
    return dict(problem.details)


def changed_phone(number: int) -> SetAnswer:
    return SetAnswer("entity.responsible_phone", f"1390000000{number}")


def test_saved_answers_are_read_again(path: Path) -> None:
    seen = save(path, look(path), VOCABULARY, [NAME])
    assert path.read_text(encoding="utf-8") == TEXT.replace("甲", "乙")
    assert seen == look(path)
    seen = save(path, seen, VOCABULARY, [SetAnswer("service.online", False)])
    assert read(path).answers == {"service.name": "乙", "service.online": False}


def test_a_new_project_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "compliance.yaml"
    assert look(path) == Contents(b"")
    save(path, look(path), VOCABULARY, [NAME, PHONE], language="en")
    assert read(path).language == "en"
    assert read(path).answers == {"service.name": "乙", "entity.responsible_phone": "13900000000"}
    assert sorted(entry.name for entry in path.parent.iterdir()) == [
        ".gitignore", "compliance.private.yaml", "compliance.yaml",
    ]  # fmt: skip


@needs_modes
def test_who_may_read_the_files(path: Path) -> None:
    path.chmod(0o664)
    private = path.with_name("compliance.private.yaml")
    save(path, look(path), VOCABULARY, [PHONE])
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    private.chmod(0o644)
    save(path, look(path), VOCABULARY, [SetAnswer("entity.responsible_phone", "138")])
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert "13" not in path.read_text(encoding="utf-8")
    assert path.with_name(".gitignore").read_text(encoding="utf-8") == "compliance.private.yaml\n"


def test_a_private_file_made_by_hand_is_ignored_by_git_from_its_first_answer(path: Path) -> None:
    ignore = path.with_name(".gitignore")
    path.with_name("compliance.private.yaml").write_text("compliance: 1\nfacts:\n", encoding="utf-8")
    save(path, look(path), VOCABULARY, [NAME])
    assert not ignore.exists()
    save(path, look(path), VOCABULARY, [PHONE])
    assert ignore.read_text(encoding="utf-8") == "compliance.private.yaml\n"


def test_a_write_protected_file_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where another file could be put in its place, as in a folder that is not protected."""
    path.chmod(0o444)
    if os.name == "posix" and os.geteuid() == 0:  # who may write everything
        monkeypatch.setattr(os, "access", lambda file, mode: Path(file) != path)
    with pytest.raises(UsageError, match=r"file\.unwritable"):
        save(path, look(path), VOCABULARY, [NAME, PHONE])
    assert path.read_text(encoding="utf-8") == TEXT
    assert not path.with_name("compliance.private.yaml").exists()


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yaml"
    path.rename(target)
    path.symlink_to(target)
    save(path, look(path), VOCABULARY, [NAME])
    assert path.is_symlink()
    assert "乙" in target.read_text(encoding="utf-8")


# Somebody else's change ------------------------------------------------------------------------------------


def test_a_change_elsewhere_in_the_file_is_kept(path: Path) -> None:
    seen = look(path)
    path.write_text("# theirs\n" + TEXT.replace("true", "false"), encoding="utf-8")
    save(path, seen, VOCABULARY, [NAME])
    assert path.read_text(encoding="utf-8") == "# theirs\n" + TEXT.replace("true", "false").replace(
        "甲", "乙"
    )


def test_a_change_of_the_same_fact_is_not_overwritten(path: Path) -> None:
    seen = look(path)
    theirs = TEXT.replace("甲", "丙")
    path.write_text(theirs, encoding="utf-8")
    for number, mine in ((1, "乙"), (2, "丁"), (2, "丁")):  # the same version is kept once
        with pytest.raises(UsageError, match=r"file\.changed") as caught:
            save(path, seen, VOCABULARY, [SetAnswer("service.name", mine), changed_phone(number)])
        details = problem_of(caught.value)
        assert details["facts"] == "service.name"
        names = [Path(name) for name in details["mine"].split(", ")]
        assert [name.name for name in names] == [
            ["compliance.mine.yaml", "compliance.private.mine.yaml"],
            ["compliance.mine-2.yaml", "compliance.private.mine-2.yaml"],
        ][number - 1]
        assert f"name: {mine}" in names[0].read_text(encoding="utf-8")
        assert f"1390000000{number}" in names[1].read_text(encoding="utf-8")
        assert stat.S_IMODE(names[1].stat().st_mode) == 0o600 or os.name == "nt"
        assert names[1].name in path.with_name(".gitignore").read_text(encoding="utf-8").split()
    assert path.read_text(encoding="utf-8") == theirs
    assert not path.with_name("compliance.private.yaml").exists()


def test_a_change_of_the_same_list_or_reading_is_not_overwritten(path: Path) -> None:
    lists = [SetComplete("filing.changes", True), AddRecord("filing.changes", Record("a"))]
    by = {
        name: SetView("reading.counting_back", "thirtieth_day", name, date(2026, 5, 1))
        for name in ("甲", "乙")
    }
    seen = save(path, look(path), VOCABULARY, [lists[0], by["甲"]])
    save(path, seen, VOCABULARY, [lists[1], by["乙"]])
    for edit in (lists[1], by["甲"]):
        with pytest.raises(UsageError, match=r"file\.changed"):
            save(path, seen, VOCABULARY, [edit])


def test_a_file_that_is_broken_is_left(path: Path) -> None:
    seen = look(path)
    path.write_text("a: [", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        save(path, seen, VOCABULARY, [NAME])
    assert caught.value.codes == ("file.changed_unreadable",)
    assert Path(problem_of(caught.value)["mine"]).read_text(encoding="utf-8") == TEXT.replace("甲", "乙")
    assert path.read_text(encoding="utf-8") == "a: ["


def test_a_file_that_is_gone_is_written_again_whole(path: Path) -> None:
    """Not one of its answers is forgotten, nor a sensitive one, nor a comment."""
    seen = save(path, look(path), VOCABULARY, [PHONE])
    shutil.rmtree(path.parent)
    save(path, seen, VOCABULARY, [NAME])
    assert "name: 乙  # as registered\n    online: true\n" in path.read_text(encoding="utf-8")
    assert read(path).answers["entity.responsible_phone"] == "13900000000"
    assert not list(path.parent.glob("*.mine*"))


@pytest.mark.parametrize(
    "edit", [NAME, SetView("reading.counting_back", "thirtieth_day", "乙", date(2026, 5, 1))]
)
def test_the_same_answer_of_two_is_no_clash(path: Path, edit: Edit) -> None:
    seen = look(path)
    theirs = save(path, seen, VOCABULARY, [edit])
    assert save(path, seen, VOCABULARY, [edit]) == theirs
    assert not list(path.parent.glob("*.mine*"))


# Nothing is lost -------------------------------------------------------------------------------------------


def test_an_edit_that_cannot_be_made_writes_nothing(path: Path) -> None:
    with pytest.raises(ManifestError):
        save(path, look(path), VOCABULARY, [NAME, PHONE, SetAnswer("service.name", "unknown")])
    assert [entry.name for entry in path.parent.iterdir()] == ["compliance.yaml"]
    assert path.read_text(encoding="utf-8") == TEXT


def test_the_private_file_is_no_manifest(path: Path) -> None:
    with pytest.raises(UsageError, match=r"file\.private_as_manifest"):
        look(path.with_name("compliance.private.yaml"))


@needs_limits
def test_a_full_disk_leaves_the_old_file(path: Path) -> None:
    program = f"""
import resource
from pathlib import Path
from tests.unit.test_save import NAME, PHONE, VOCABULARY
from compliance.cli.save import look, save
from compliance.errors import UsageError
path = Path({str(path)!r})
seen = look(path)
for limit, edits in ((84, [NAME, PHONE]), (20, [NAME])):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        save(path, seen, VOCABULARY, edits)
    except UsageError as error:
        print(error.codes)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "('file.unwritable',)\n" * 2
    assert path.read_text(encoding="utf-8") == TEXT
    assert not [entry for entry in path.parent.iterdir() if entry.name.endswith((".part", "private.yaml"))]


OPEN = TEXT + "  entity:\n    responsible_phone: '139'\n"


@pytest.mark.parametrize("text", [TEXT, OPEN])
def test_cut_short_between_the_files_they_fit_together(
    path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(text, encoding="utf-8")
    replace, done = Path.replace, []

    def once(aside: Path, target: Path) -> Path:
        if done:
            raise KeyboardInterrupt
        done.append(target)
        return replace(aside, target)

    monkeypatch.setattr(Path, "replace", once)
    path.with_name(".gitignore").write_text("compliance.private.yaml\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        save(path, look(path), VOCABULARY, [PHONE])
    assert len(done) == 1
    assert read(path).answers["entity.responsible_phone"] in (HELD, "13900000000")


WRITER = """
import sys
from pathlib import Path
from compliance.cli.save import look, save
from compliance.facts.edits import SetAnswer
from tests.unit.test_save import VOCABULARY
path = Path(sys.argv[1])
seen = look(path)
for number in range(int(sys.argv[2]), 100_000):
    edits = [SetAnswer("service.name", f"n{number}"), SetAnswer("entity.responsible_phone", f"{number}")]
    seen = save(path, seen, VOCABULARY, edits)
    print(number, flush=True)
"""


@needs_kill
def test_killed_at_any_moment_the_files_are_whole(tmp_path: Path) -> None:
    text = (ROOT / "examples" / "baas" / "compliance.yaml").read_text(encoding="utf-8")
    path = tmp_path / "compliance.yaml"
    path.write_text(text, encoding="utf-8")
    head, name, tail = text.partition("岚序区块链服务")
    whole = re.compile(re.escape(head) + r"n(\d+)" + re.escape(tail))
    draw = random.Random(5)
    for run in range(20):
        first = run * 1000
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(first)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        # Killed while it saves, however slow the machine: after some saves it has told of.
        told = [writer.stdout.readline() for _ in range(draw.randint(1, 3))]
        time.sleep(draw.uniform(0.0, 0.1))
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
        writer.wait()
        writer.stdout.close()
        last = int(told[-1])
        found = whole.fullmatch(path.read_text(encoding="utf-8"))
        assert found, path.read_text(encoding="utf-8")
        assert int(found.group(1)) in (last, last + 1)
        assert read(path).answers["entity.responsible_phone"] in (str(last), str(last + 1))
    for left in tmp_path.glob(".*.part"):
        os.utime(left, (1, 1))
    save(path, look(path), VOCABULARY, [SetAnswer("service.name", name)])
    assert path.read_text(encoding="utf-8") == text
    assert not list(tmp_path.glob(".*.part"))
