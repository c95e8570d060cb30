"""Compiled rule books: the same book comes back, a damaged or stale one is never used, and nothing leads outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.errors import PackError
from compliance.packs.cache import book_key, bundled_rules, load_rule_book, read_folders
from compliance.packs.compiled import from_bytes, to_bytes
from compliance.packs.digest import pack_digest
from compliance.packs.load import load_packs

ATLANTIS = Path(__file__).parent.parent / "data" / "packs" / "atlantis"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ATLANTIS, tmp_path / "rules" / "atlantis"))


def kept(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.is_dir() else []


@pytest.mark.parametrize("folder", [ATLANTIS, bundled_rules()])
def test_the_compiled_form_says_all_of_the_book(folder: Path) -> None:
    book, _ = load_packs(read_folders([folder]))
    data = to_bytes(book)
    assert from_bytes(data) == book
    assert to_bytes(from_bytes(data)) == data


def test_a_second_run_reads_no_schema(pack: Path, tmp_path: Path) -> None:
    """The point of the cache: no pydantic, no parsing of rules."""
    code = (
        "import sys; from pathlib import Path; from compliance.packs.cache import load_rule_book;"
        "load_rule_book([Path(sys.argv[1])], Path(sys.argv[2])); print('pydantic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(pack), str(tmp_path / "cache")]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert said == ["True\n", "False\n"]


def test_every_changed_byte_makes_another_book(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = load_rule_book([pack], cache)
    rules = pack / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("at_least: 3 fathoms", "at_least: 1 fathoms"), "utf-8")
    after = load_rule_book([pack], cache)
    assert after != before
    assert len(kept(cache)) == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"wrong key\n{}"])
def test_a_damaged_cache_is_passed_over(pack: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    book = load_rule_book([pack], cache)
    (file,) = kept(cache)
    file.write_bytes(damage)
    assert load_rule_book([pack], cache) == book
    assert file.read_bytes() != damage, "the damaged file is replaced"


def test_a_cut_cache_is_passed_over(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    book = load_rule_book([pack], cache)
    (file,) = kept(cache)
    file.write_bytes(file.read_bytes()[:2000])
    assert load_rule_book([pack], cache) == book


def test_a_cache_that_cannot_be_written_is_no_error(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    assert load_rule_book([pack], tmp_path / "cache").rules


def test_the_key_and_the_digest() -> None:
    """The key knows every byte; the digest only what the pack says."""
    contents = read_folders([ATLANTIS])["atlantis"]
    noted = {**contents, "rules.yaml": b"# a note\n" + contents["rules.yaml"]}
    assert book_key({"atlantis": contents}) != book_key({"atlantis": noted})
    assert pack_digest(contents) == pack_digest(noted)
    said = {**contents, "rules.yaml": contents["rules.yaml"].replace(b"3 fathoms", b"4 fathoms")}
    assert pack_digest(contents) != pack_digest(said)


def test_the_digest_does_not_know_how_rules_are_spread_over_files() -> None:
    contents = dict(read_folders([ATLANTIS])["atlantis"])
    moved = {f"more/{name}" if name == "facts.yaml" else name: data for name, data in contents.items()}
    assert pack_digest(contents) == pack_digest(moved)


def refusals(*folders: Path) -> list[str]:
    with pytest.raises(PackError) as refused:
        read_folders(folders)
    return [problem.code for problem in refused.value.problems]


def test_folders_that_cannot_be_read(pack: Path, tmp_path: Path) -> None:
    assert refusals(tmp_path / "nowhere") == ["pack.none_here"]
    twin = Path(shutil.copytree(pack, tmp_path / "other" / "atlantis"))
    assert refusals(pack, twin) == ["pack.twice"]


def test_a_link_that_leads_outside(pack: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text("rules: []\n")
    (pack / "linked.yaml").symlink_to(outside)
    assert refusals(pack) == ["pack.file_outside"]


def test_a_linked_folder_is_not_followed(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "more.yaml").write_text("rules: []\n")
    (pack / "linked").symlink_to(tmp_path / "elsewhere")
    assert "linked/more.yaml" not in read_folders([pack])["atlantis"]


def test_what_is_no_file_or_too_large(pack: Path) -> None:
    os.mkfifo(pack / "pipe.yaml")
    (pack / "large.yaml").write_bytes(b"#" * ((4 << 20) + 1))
    assert refusals(pack) == ["yaml.too_large", "pack.file_outside"]


def test_too_many_files(pack: Path) -> None:
    for number in range(2_000):
        (pack / f"z{number}.yaml").write_text("rules: []\n")
    assert refusals(pack) == ["pack.too_many_files"]


def places(*folders: Path) -> list[str]:
    """Where the problems of packs are said to be, other places included."""
    with pytest.raises(PackError) as refused:
        load_rule_book(folders, None)
    problems = refused.value.problems
    found = [place.file for problem in problems for place in (problem.location, *problem.related) if place]
    return found + [
        problem.details["first"].partition(":")[0] for problem in problems if "first" in problem.details
    ]


def test_problems_name_files_that_can_be_opened(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the working folder, whether the pack, its folder or an absolute path was given."""
    rules = pack / "rules.yaml"
    text = rules.read_text("utf-8").replace("- id: atlantis.5.depth", "- id: atlantis.4.licence")
    rules.write_text(text.replace("severity: recommended", "severity: nice"), "utf-8")
    monkeypatch.chdir(tmp_path)
    for given in (Path("rules"), Path("rules/atlantis"), Path("rules/../rules/atlantis"), pack, pack.parent):
        assert set(places(given)) == {
            (given / "rules.yaml" if given.name == "atlantis" else given / "atlantis/rules.yaml").as_posix()
        }
    rules.write_text(text, "utf-8")
    found = places(Path("rules"))
    assert len(found) > 1 and all(Path(file).is_file() for file in found)
    monkeypatch.chdir(pack)
    assert set(places(Path())) == {"rules.yaml"}


def test_files_that_cannot_be_read_are_named_likewise(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(pack / "pipe.yaml")
    monkeypatch.chdir(tmp_path)
    assert places(Path("rules")) == ["rules/atlantis/pipe.yaml"]


def test_the_place_of_a_pack_is_no_part_of_its_book(pack: Path, tmp_path: Path) -> None:
    """Neither the digest nor where a rule is said to stand knows where the folder lies."""
    elsewhere = Path(shutil.copytree(pack, tmp_path / "elsewhere" / "atlantis"))
    assert load_rule_book([pack], None) == load_rule_book([elsewhere.parent], None)
