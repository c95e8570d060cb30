"""`compliance init` writes a first project that can be checked at once, and never overwrites."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sample_book import book

from compliance.cli import check, init
from compliance.cli.main import run


@pytest.fixture(autouse=True)
def _hand_made_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "load_book", lambda rules: book())
    monkeypatch.setattr(init, "load_book", lambda rules: book())


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_project(tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """All files are there, the private one is private and ignored, and a check says incomplete, not error."""
    folder = tmp_path / "new" / "svc"
    assert run(["init", str(folder), "--lang", lang]) == 0
    told = capsys.readouterr().out.splitlines()
    assert sorted(path.name for path in folder.iterdir()) == [
        ".gitignore", "compliance.private.yaml", "compliance.schema.json", "compliance.yaml",
    ]  # fmt: skip
    assert len(told) == 5 and told[-1].endswith(f"compliance check {folder.as_posix()}")
    first = (folder / "compliance.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./compliance.schema.json"
    Draft202012Validator.check_schema(
        json.loads((folder / "compliance.schema.json").read_text(encoding="utf-8"))
    )
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "compliance.private.yaml\n"
    if os.name == "posix":
        assert stat.S_IMODE((folder / "compliance.private.yaml").stat().st_mode) == 0o600
    assert run(["check", str(folder), "--as-of", "2026-11-24"]) == 3
    report = capsys.readouterr().out
    assert report.startswith("INCOMPLETE" if lang == "en" else "信息不全")


def test_an_existing_manifest_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "compliance.yaml").write_text("mine", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["compliance.yaml"]
    assert (tmp_path / "compliance.yaml").read_text(encoding="utf-8") == "mine"
    error = capsys.readouterr().err
    assert "[usage.already_initialised]" in error and f"compliance check {tmp_path.as_posix()}" in error


def test_other_files_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "compliance.private.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.pyc", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert f"left {(tmp_path / 'compliance.private.yaml').as_posix()} as it is" in told
    assert (tmp_path / "compliance.private.yaml").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*.pyc\ncompliance.private.yaml\n"


def test_a_line_in_gitignore_is_not_doubled(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/compliance.private.yaml\r\n", encoding="utf-8", newline="")
    assert run(["init", str(tmp_path)]) == 0
    assert (tmp_path / ".gitignore").read_bytes() == b"/compliance.private.yaml\r\n"


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a"
    file.write_text("", encoding="utf-8")
    assert run(["init", str(file), "--lang", "zh"]) == 2
    assert "[file.not_a_folder]" in capsys.readouterr().err
