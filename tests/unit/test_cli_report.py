"""`compliance report`: which files it writes, and that it overwrites nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.cli.main import run
from compliance.reports.render import FORMS
from tests.platforms import needs_shell

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "wallet"
DAY = ["--as-of", "2026-11-24"]


def report(*arguments: str) -> int:
    """The exit code of a report on an example."""
    return run(["report", str(EXAMPLE), *DAY, *arguments])


def test_one_form_goes_into_the_file_that_is_named(tmp_path: Path) -> None:
    assert report("--format", "json", "-o", str(tmp_path / "a.json")) == 0
    assert json.loads((tmp_path / "a.json").read_bytes())["verdict"] == "blocked"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_every_form_goes_into_a_folder(tmp_path: Path) -> None:
    named = [word for form in FORMS for word in ("--format", form)]
    assert report(*named, "-o", str(tmp_path / "new" / "reports")) == 0
    names = {path.name for path in (tmp_path / "new" / "reports").iterdir()}
    assert names == {f"compliance-report{form.suffix}" for form in FORMS.values()}


def test_several_forms_do_not_go_into_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("kept")
    several = ["--format", "json", "--format", "text"]
    assert report(*several) == 2 and report(*several, "-o", str(tmp_path / "a")) == 2
    assert capsys.readouterr().err.count("usage.several_forms") == 2
    assert (tmp_path / "a").read_text() == "kept"


def test_a_name_with_a_slash_at_its_end_is_a_folder(tmp_path: Path) -> None:
    assert report("--format", "json", "-o", f"{tmp_path}/new/") == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["compliance-report.json"]


def test_no_name_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert report("--format", "json", "-o", "") == 2
    assert "usage.output_name" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_several_forms_make_no_folder_named_as_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several = ["--format", "json", "--format", "text"]
    assert report(*several, "-o", str(tmp_path / "a.json")) == 2
    assert "usage.several_forms" in capsys.readouterr().err
    assert report(*several, "-o", f"{tmp_path}/a.json/") == 0
    assert len(list((tmp_path / "a.json").iterdir())) == 2


def test_nothing_is_overwritten_without_force(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "compliance-report.json"
    file.write_text("kept")
    named = ["--format", "text", "--format", "json", "-o", str(tmp_path)]
    assert report(*named) == 2
    assert "usage.output_exists" in capsys.readouterr().err
    assert file.read_text() == "kept" and len(list(tmp_path.iterdir())) == 1
    assert report(*named, "--force") == 0
    assert json.loads(file.read_bytes())["format"] == "compliance-assessment"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "elsewhere.md", tmp_path / "report.md"
    link.symlink_to(target)
    assert report("--format", "markdown", "-o", str(link)) == 0
    made = target.read_bytes()
    target.write_bytes(b"older")
    assert report("--format", "markdown", "-o", str(link)) == 2
    assert report("--format", "markdown", "-o", str(link), "--force") == 0
    assert link.is_symlink() and target.read_bytes() == made
    assert sorted(one.name for one in tmp_path.iterdir()) == ["elsewhere.md", "report.md"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("kept")
    assert report("--format", "json", "-o", str(tmp_path / "a" / "b" / "c.json")) == 2
    assert "file.unwritable" in capsys.readouterr().err


def test_the_manifest_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = tmp_path / "compliance.yaml"
    manifest.write_text("compliance: 1\nfacts: {service: {online: true}}\n")
    assert run(["report", str(tmp_path), *DAY, "-o", str(manifest), "--force"]) == 2
    assert "usage.output_is_input" in capsys.readouterr().err
    assert manifest.read_text().startswith("compliance: 1")


@pytest.mark.parametrize(("lang", "first"), [("zh", "截至"), ("en", "as of"), ("both", "截至")])
def test_the_language(lang: str, first: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert report("--lang", lang) == 0
    said = capsys.readouterr().out
    assert first in said.splitlines()[0]
    assert ("as of" in said and "截至" in said) is (lang == "both")


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "compliance.yaml").write_text("compliance: 1\nfacts: {service: {online: perhaps}}\n")
    assert run(["report", str(tmp_path), "--lang", "both"]) == 2
    assert "compliance.yaml:2" in capsys.readouterr().err
    assert run(["report", str(tmp_path), "--format", "word"]) == 2


@pytest.mark.parametrize("form", ["sarif", "junit", "gitlab"])
def test_check_makes_one_document_of_one_manifest(
    form: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The same bytes as the report, with the exit code of a check; several manifests would make no document."""
    assert report("--format", form, "--lang", "en") == 0
    reported = capfdbinary.readouterr().out
    assert run(["check", str(EXAMPLE), *DAY, "--format", form, "--lang", "en"]) == 1
    assert capfdbinary.readouterr().out == reported
    assert run(["check", str(EXAMPLE), str(EXAMPLE), *DAY, "--format", form]) == 2
    told = capfdbinary.readouterr()
    assert b"usage.one_manifest" in told.err and told.out == b""


SECRET = "Secret 001 Value"


@pytest.fixture
def with_secret(tmp_path: Path) -> Path:
    """A project whose private file names a person."""
    text = (EXAMPLE / "compliance.yaml").read_text("utf-8")
    (tmp_path / "compliance.yaml").write_text(text, "utf-8")
    private = tmp_path / "compliance.private.yaml"
    private.write_text(f"compliance: 1\nfacts:\n  entity:\n    responsible_person: {SECRET}\n", "utf-8")
    private.chmod(0o600)
    return tmp_path


def test_sensitive_answers_are_shown_on_request_and_said_to_be(with_secret: Path) -> None:
    """Each report that shows them says so, and only its owner may read it."""
    forms = [word for form, made in FORMS.items() if made.discloses for word in ("--format", form)]
    for asked in (False, True):
        out = with_secret / f"out-{asked}"
        wanted = ["--include-sensitive"] if asked else []
        assert run(["report", str(with_secret), *DAY, *forms, "--all", "-o", str(out), *wanted]) == 0
        told = json.loads((out / "compliance-report.json").read_bytes())
        assert told["sensitive_shown"] is asked
        assert (SECRET in (out / "compliance-report.json").read_text("utf-8")) is asked
        for form in ("text", "markdown"):
            text = (out / f"compliance-report{FORMS[form].suffix}").read_text("utf-8")
            assert ("不遮蔽敏感信息，只应" in text.replace("\n", "")) is asked
        if asked:
            assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}


def test_what_other_programs_read_never_shows_them(
    with_secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, made in FORMS.items():
        if not made.discloses:
            assert run(["report", str(with_secret), "--format", form, "--include-sensitive"]) == 2
            told = capsys.readouterr()
            assert "usage.never_sensitive" in told.err and not told.out


@pytest.mark.parametrize("form", [form for form, made in FORMS.items() if made.binary])
def test_a_terminal_is_given_no_binary(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for where in ([], ["-o", "-"]):
        assert report("--format", form, *where) == 2
        told = capsys.readouterr()
        assert (
            "usage.binary" in told.err
            and f"compliance-report{FORMS[form].suffix}" in told.err
            and not told.out
        )


@needs_shell
@pytest.mark.parametrize("form", ["pdf", "excel", "json"])
def test_a_closed_standard_output_is_said(form: str) -> None:
    command = f'"{sys.executable}" -m compliance report "{EXAMPLE}" --format {form} >&-'
    done = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and "[usage.output]" in done.stderr


def test_a_run_over_other_packs_says_nothing_of_a_waiver(capsys: pytest.CaptureFixture[str]) -> None:
    """Not that it is not needed: whether the rule is violated was not looked at."""
    project = str(EXAMPLE.parent / "vehicle-data")
    asked = ["report", project, "--as-of", "2026-11-24", "--lang", "en", "--pack"]
    for pack, said in (("sector-virtual-currency", "not looked at"), ("cac-order-3", "Waived until")):
        assert run([*asked, pack]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert said in told and "not needed" not in told
