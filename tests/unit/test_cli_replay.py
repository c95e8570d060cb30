"""`compliance verify` and `compliance replay`: a report that was touched, or does not come out again, is told apart."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.cli.main import run
from compliance.facts.fingerprint import sha256_hex
from compliance.reports.json_v1 import dump
from compliance.reports.seal import seal
from tests.platforms import needs_links

ROOT = Path(__file__).parents[2]
DAY = "2026-11-24"
Told = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of an example with evidence files, under a folder of its own."""
    shutil.copytree(ROOT / "examples" / "vehicle-data", tmp_path / "service")
    return tmp_path / "service"


@pytest.fixture
def report(project: Path, tmp_path: Path) -> Path:
    made = tmp_path / "report.json"
    assert run(["report", str(project), "--as-of", DAY, "--format", "json", "-o", str(made)]) == 0
    return made


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def tell(*arguments: object) -> tuple[int, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        heard = capsys.readouterr()
        return code, " ".join((heard.out + heard.err).split())

    return tell


def test_an_untouched_report_comes_out_again(report: Path, project: Path, tmp_path: Path, told: Told) -> None:
    """Also when the project has moved: its name in the report is part of what is made again."""
    assert told("verify", report)[0] == 0
    assert told("verify", report, "-m", project)[0] == 0
    moved = tmp_path / "elsewhere"
    project.rename(moved)
    code, text = told("replay", report, "-m", moved)
    assert code == 0 and "IDENTICAL: made again" in text
    assert "完全一致" in told("replay", report, "-m", moved, "--lang", "zh")[1]


def test_a_partial_run_as_of_another_day_comes_out_again(project: Path, tmp_path: Path, told: Told) -> None:
    made = tmp_path / "partial.json"
    arguments = ["--pack", "cac-order-3", "--as-of", "2026-03-01", "--format", "json", "-o", str(made)]
    assert run(["report", str(project), *arguments]) == 0
    code, text = told("replay", made, "-m", project)
    assert code == 0 and "as of 2026-03-01" in text and "only cac-order-3" in text


def test_a_careless_edit_is_found(report: Path, told: Told) -> None:
    report.write_text(
        report.read_text("utf-8").replace('"outcome": "violated"', '"outcome": "satisfied"', 1), "utf-8"
    )
    code, text = told("verify", report)
    assert code == 1 and "does not fit" in text


def test_a_forged_report_is_found_by_making_it_again(report: Path, project: Path, told: Told) -> None:
    """Whoever seals an edited report again gets past `verify`, as it says itself; not past `replay`."""
    forged: Any = json.loads(report.read_bytes())
    changed = next(one for one in forged["findings"] if one["outcome"] == "violated")
    changed["outcome"] = "satisfied"
    report.write_bytes(seal(dump(forged).encode(), "json"))
    code, text = told("verify", report)
    assert code == 0 and "no signature" in text
    code, text = told("replay", report, "-m", project)
    assert code == 1 and f"findings/{changed['rule']}/outcome: satisfied → violated" in text
    assert "2 places differ" in text  # The seal is the other.


def test_values_written_in_another_way_are_not_identical(report: Path, project: Path, told: Told) -> None:
    report.write_bytes(json.dumps(json.loads(report.read_bytes())).encode())
    code, text = told("replay", report, "-m", project)
    assert code == 1 and "written in another way" in text


def test_what_changed_in_the_project_is_named(report: Path, project: Path, told: Told) -> None:
    manifest = project / "compliance.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "\n# later\n", "utf-8")
    evidence = json.loads(report.read_bytes())["evidence"]
    named = next(one for one in evidence if one["file"])
    (project / named["file"]).write_bytes(b"other")
    gone = next(one for one in evidence if one["file"] and one is not named)
    (project / gone["file"]).unlink()
    for command in ("verify", "replay"):
        code, text = told(command, report, "-m", project)
        assert code == 1
        assert "project file: changed since" in text
        assert f"evidence {named['id']}: changed since" in text
        assert f"evidence {gone['id']}: changed since" in text and "now none" in text


def test_other_rules_are_named_with_their_version(
    report: Path, project: Path, tmp_path: Path, told: Told
) -> None:
    """A report made with older packs says which version it needs, and comes out again with those."""
    old = tmp_path / "old-rules"
    shutil.copytree(ROOT / "rules", old)
    pack = old / "cac-order-3" / "pack.yaml"
    text = pack.read_text("utf-8")
    version = next(line for line in text.splitlines() if line.startswith("version:"))
    pack.write_text(text.replace(version, "version: 0.0.7"), "utf-8")
    made = tmp_path / "old.json"
    arguments = ["--rules", str(old), "--as-of", DAY, "--format", "json", "-o", str(made)]
    assert run(["report", str(project), *arguments]) == 0
    code, said = told("replay", made, "-m", project)
    assert code == 2 and "replay.other_rules" in said and "cac-order-3 0.0.7" in said
    assert version.partition(": ")[2] in said.partition("here:")[2]
    assert told("replay", made, "-m", project, "--rules", old)[0] == 0
    code, said = told("verify", made)
    assert code == 0 and "cac-order-3 0.0.7" in said
    assert told("verify", made, "--rules", ROOT / "rules")[0] == 1


def test_sensitive_answers_are_replayed_as_they_were_asked_for(
    project: Path, tmp_path: Path, told: Told
) -> None:
    private = project / "compliance.private.yaml"
    private.write_text("compliance: 1\nfacts:\n  entity:\n    responsible_person: 某某\n", "utf-8")
    private.chmod(0o600)
    manifest = project / "compliance.yaml"
    text = "".join(
        line
        for line in manifest.read_text("utf-8").splitlines(keepends=True)
        if "responsible_person" not in line
    )
    manifest.write_text(text, "utf-8")
    made = tmp_path / "shown.json"
    arguments = ["--include-sensitive", "--as-of", DAY, "--format", "json", "-o", str(made)]
    assert run(["report", str(project), *arguments]) == 0
    assert "某某" in made.read_text("utf-8")
    code, said = told("replay", made, "-m", project)
    assert (
        code == 0
        and "Sensitive answers are not masked" in said
        and "private file: that of the report" in said
    )
    private.write_text(private.read_text("utf-8").replace("某某", "另一人"), "utf-8")
    code, said = told("verify", made, "-m", project)
    assert (
        code == 1
        and "private file: changed since" in said
        and "then" not in said.partition("private file")[2][:40]
    )


@needs_links
def test_evidence_that_leads_out_of_the_project_does_not_verify(
    report: Path, project: Path, tmp_path: Path, told: Told
) -> None:
    file = project / "evidence" / "filing-receipt.txt"
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    code, text = told("verify", report, "-m", project, "--lang", "en")
    assert code == 1 and "lies outside of the project's folder" in text
    code, text = told("verify", report, "-m", project, "--lang", "zh")
    assert code == 1 and "无法核对：" in text and "file.outside" not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_forged_to_show_sensitive_answers_makes_replay_print_none(
    lang: str, project: Path, tmp_path: Path, told: Told
) -> None:
    private = project / "compliance.private.yaml"
    private.write_text('compliance: 1\nfacts:\n  entity:\n    responsible_phone: "13900000000"\n', "utf-8")
    private.chmod(0o600)
    made = tmp_path / "report.json"
    assert run(["report", str(project), "--as-of", DAY, "--format", "json", "-o", str(made)]) == 0
    said: Any = json.loads(made.read_bytes())
    made.write_bytes(seal(dump({**said, "sensitive_shown": True}).encode(), "json"))
    code, text = told("replay", made, "-m", project, "--all", "--lang", lang)
    assert code == 1 and "answers/entity.responsible_phone/" in text
    assert "13900000000" not in text.replace(" ", "")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "report.unknown"),
        (b"plain text", "report.unknown"),
        (b"{}", "report.unknown"),
        (b'{"format": "compliance-assessment-list", "version": 1}', "report.several"),
        (b'{"format": "compliance-assessment", "version": 9}', "report.version"),
        (b'{"format": "compliance-assessment", "version": 1}', "report.shape"),
        (b'{"format": 1, "format": 2}', "report.damaged"),
        (b'{"format": NaN}', "report.damaged"),
        (b'{"a": ' + b"[" * 100_000, "report.damaged"),
        (b'{"a": "\xff"}', "report.damaged"),
        (b'{"a": 1', "report.damaged"),
        (b'{"a": ' + b"1" * 5000 + b"}", "report.damaged"),
        (b"%PDF-1.7\nnothing", "report.damaged"),
        (b"<!doctype html><p>x", "report.unknown"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_said(content: bytes, error: str, tmp_path: Path, told: Told) -> None:
    file = tmp_path / "a"
    file.write_bytes(content)
    for command in ("verify", "replay"):
        code, text = told(command, file)
        assert code == 2 and f"[{error}]" in text


def test_what_is_not_there_is_said(tmp_path: Path, report: Path, told: Told) -> None:
    code, text = told("verify", tmp_path / "none.json")
    assert code == 2 and "file.no_report" in text and "--format json -o" in text
    assert "--format pdf -o" in told("verify", tmp_path / "none.pdf")[1]
    assert "--format html -o" in told("replay", tmp_path / "none.html")[1]
    assert "file.not_regular" in told("verify", tmp_path)[1]
    assert "file.not_found" in told("replay", report, "-m", tmp_path / "none")[1]


def test_a_day_that_is_none_and_odd_names_are_no_crash(report: Path, project: Path, told: Told) -> None:
    said: Any = json.loads(report.read_bytes())
    for day in ("2026-02-30", "0001-01-01", "9999-12-31"):
        report.write_bytes(seal(dump({**said, "as_of": day}).encode(), "json"))
        assert "report.shape" in told("replay", report, "-m", project)[1]
    for file in ("", "/", ".", "a\x00b"):
        report.write_bytes(seal(dump({**said, "file": file}).encode(), "json"))
        assert told("replay", report, "-m", project)[0] in (0, 1)
    report.write_bytes(seal(dump({**said, "partial": ["none-such"]}).encode(), "json"))
    assert "usage.unknown_pack" in told("replay", report, "-m", project)[1]


def test_a_replay_without_a_project_says_how_to_name_it(
    report: Path, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, text = told("replay", report)
    assert code == 2 and "name the project: -m PATH" in text and "init" not in text


def test_a_version_that_is_no_number_is_told_from_the_number(tmp_path: Path, told: Told) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b'{"format": "compliance-assessment", "version": "1"}')
    assert 'has version "1" of its format; this program reads version 1 ' in told("verify", file)[1]


def test_a_report_on_many_records_is_not_too_large(tmp_path: Path, told: Told) -> None:
    """An HTML report on five thousand records has 83 million bytes."""
    file = tmp_path / "a.html"
    file.write_bytes(b"<!doctype html>" + b" " * 83_000_000)
    assert "report.unknown" in told("verify", file)[1]


def test_a_report_asked_for_in_one_language_twice_is_none(project: Path, tmp_path: Path, told: Told) -> None:
    """A thousand times over, it would take for ever to make it again."""
    made = tmp_path / "a.html"
    asked = ["--as-of", DAY, "--format", "html", "--lang", "en", "-o", str(made)]
    assert run(["report", str(project), *asked]) == 0
    made.write_bytes(made.read_bytes().replace(b'"languages": ["en"]', b'"languages": ["en", "en"]'))
    assert "[report.unknown]" in told("replay", made, "-m", project)[1]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10**6), by=st.integers(1, 255), cut=st.booleans())
def test_a_damaged_report_never_verifies(report: Path, told: Told, place: int, by: int, cut: bool) -> None:
    whole = report.with_name("whole")
    if not whole.exists():
        whole.write_bytes(report.read_bytes())
    data = bytearray(whole.read_bytes())
    place %= len(data)
    if cut:
        del data[place:]
    else:
        data[place] ^= by
    report.write_bytes(data)
    code, text = told("verify", report)
    assert code in (1, 2) and "internal error" not in text


def test_a_masked_report_states_no_digest_of_the_private_file(
    project: Path, tmp_path: Path, told: Told
) -> None:
    """Then `verify` says that it cannot be compared; that it has gone is a difference."""
    private = project / "compliance.private.yaml"
    private.write_text("compliance: 1\nfacts:\n  entity:\n    responsible_email: a@example.org\n", "utf-8")
    private.chmod(0o600)
    made = tmp_path / "masked.json"
    assert run(["report", str(project), "--as-of", DAY, "--format", "json", "-o", str(made)]) == 0
    assert json.loads(made.read_bytes())["digests"]["private"] == "hidden"
    code, text = told("verify", made, "-m", project)
    assert code == 0 and "private file: there is one, as then; not compared" in text
    assert told("replay", made, "-m", project)[0] == 0
    held = private.read_bytes()
    private.unlink()
    code, text = told("verify", made, "-m", project)
    assert code == 1 and "private file: there was one, now there is none" in text and "hidden" not in text
    assert run(["report", str(project), "--as-of", DAY, "--format", "json", "-o", str(made), "--force"]) == 0
    private.write_bytes(held)
    code, text = told("verify", made, "-m", project)
    assert code == 1 and "private file: there was none, now there is one" in text


def test_verify_tells_no_digest_of_the_private_file(project: Path, tmp_path: Path, told: Told) -> None:
    """Short answers could be found from it by trial; also a report may be forged to state one."""
    private = project / "compliance.private.yaml"
    private.write_text("compliance: 1\nfacts:\n  entity:\n    responsible_email: a@example.org\n", "utf-8")
    private.chmod(0o600)
    made = tmp_path / "masked.json"
    assert run(["report", str(project), "--as-of", DAY, "--format", "json", "-o", str(made)]) == 0
    digest = sha256(private.read_bytes()).hexdigest()
    for stated in (None, "0" * 64):
        said = json.loads(made.read_bytes())
        said["digests"] |= {"private": stated, "assessment": "0" * 64}
        made.write_bytes(seal(dump(said).encode(), "json"))
        for command in ("verify", "replay"):
            code, text = told(command, made, "-m", project)
            assert code == 1 and "private file: " in text and digest not in text


@needs_links
def test_evidence_behind_a_link_to_itself_cannot_be_compared(report: Path, project: Path, told: Told) -> None:
    entry = next(one for one in json.loads(report.read_bytes())["evidence"] if one["file"])
    (project / entry["file"]).unlink()
    (project / entry["file"]).symlink_to(Path(entry["file"]).name)
    code, text = told("verify", report, "-m", project)
    # What Python makes of such a link depends on its version.
    assert code == 1 and f"evidence {entry['id']}: " in text and "RuntimeError" not in text


@pytest.mark.parametrize("asked", [[], ["--include-sensitive"]])
def test_no_comparison_prints_the_digest_of_the_private_file(
    asked: list[str], project: Path, tmp_path: Path, told: Told
) -> None:
    """Logs are read by many, and what is in the file could be found from it by trial."""
    private, made = project / "compliance.private.yaml", tmp_path / "made.json"
    arguments = ["report", str(project), "--as-of", DAY, "--format", "json", "-o", str(made), "--force"]
    written = [None, "a@example.org", "b@example.org"]
    for before, after in ((one, other) for one in written for other in written if one != other):
        for address in (before, after):
            private.unlink(missing_ok=True)
            if address:
                private.write_text(
                    f"compliance: 1\nfacts:\n  entity:\n    responsible_email: {address}\n", "utf-8"
                )
                private.chmod(0o600)
            if address == before:
                assert run([*arguments, *asked]) == 0
        for command in ("verify", "replay"):
            code, text = told(command, made, "-m", project)
            assert code == 1 or (before and after and not asked)
            assert not private.exists() or sha256_hex(private.read_bytes()) not in text
