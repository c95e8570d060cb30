"""`compliance diff`: what it takes, where it writes, and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from report_samples import ROOT, SITUATIONS

from compliance.cli.main import run
from compliance.frozen import changed
from compliance.reports.json_v1 import render_json, render_json_list

WALLET = ROOT / "examples" / "wallet"
DAY = ["--as-of", "2026-11-24"]


def project(folder: Path, *swaps: tuple[str, str]) -> Path:
    """The wallet example with some lines written otherwise."""
    text = (WALLET / "compliance.yaml").read_text("utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    folder.mkdir(parents=True)
    (folder / "compliance.yaml").write_text(text, "utf-8")
    return folder


EMERGENCY = ("emergency: true", "emergency: false")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    made = tmp_path / "old.json"
    assert run(["report", str(WALLET), *DAY, "--format", "json", "-o", str(made)]) == 0
    return made


def test_two_manifests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = project(tmp_path / "new", EMERGENCY)
    assert run(["diff", str(WALLET), str(new / "compliance.yaml"), *DAY, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Worse (1)" in said and "cac-order-3.5.1.system-emergency" in said
    assert "Changed answers that this rule looks at: Emergency handling system in use" in said.replace(
        "\n  ", " "
    )


def test_a_report_and_a_manifest(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = project(tmp_path / "new", EMERGENCY)
    assert run(["diff", str(old), str(new), *DAY]) == 0
    assert capsys.readouterr().out.startswith("评估结果对比\n")  # the manifest's own language


def test_two_reports(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(old), str(old)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed: ")
    assert run(["diff", str(old), str(old), "--lang", "zh"]) == 0
    assert capsys.readouterr().out.startswith("没有变化：")
    assert run(["diff", str(old), str(old), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["nothing_changed"] is True


def test_the_rule_book_is_used_where_it_is_the_one(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.json"
    made = project(tmp_path / "new", EMERGENCY)
    assert run(["report", str(made), *DAY, "--format", "json", "-o", str(new)]) == 0
    assert run(["diff", str(old), str(new), "--format", "json"]) == 0
    (rule,) = json.loads(capsys.readouterr().out)["rules"]
    assert (rule["looked_at"], rule["looks_known"]) == (["systems.emergency"], True)
    other = tmp_path / "other.json"
    for source, target in ((old, tmp_path / "a.json"), (new, other)):
        text = source.read_text("utf-8")
        rules = json.loads(text)["digests"]["rules"]
        target.write_text(text.replace(rules, "f" * 64), "utf-8")
    assert run(["diff", str(tmp_path / "a.json"), str(other), "--format", "json"]) == 0
    told = capsys.readouterr()
    (rule,) = json.loads(told.out)["rules"]
    assert (rule["looked_at"], rule["looks_known"]) == ([], False)
    assert told.err.count("report.seal") == 2


@pytest.mark.parametrize(
    ("swaps", "code"),
    [
        ((), 0),
        ((EMERGENCY,), 1),
        ((("user_registration: false", "user_registration: true"),), 0),
        ((("emergency: true", "emergency: unknown"),), 1),
        ((("drilled_on: not yet", "drilled_on: unknown"),), 0),
    ],
)
def test_a_pipeline_is_told_of_a_regression(
    old: Path, tmp_path: Path, swaps: tuple[tuple[str, str], ...], code: int
) -> None:
    new = project(tmp_path / "new", *swaps)
    assert run(["diff", str(old), str(new), *DAY]) == 0
    assert run(["diff", str(old), str(new), *DAY, "--fail-on-regression"]) == code


def test_a_partial_run_is_never_silently_a_pass(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = [str(old), str(WALLET), *DAY, "--pack", "cac-order-3", "--lang", "en"]
    assert run(["diff", *some]) == 0
    assert run(["diff", *some, "--fail-on-regression"]) == 3
    assert "Not the same rule packs were assessed" in capsys.readouterr().out
    worse = project(tmp_path / "new", EMERGENCY)
    assert run(["diff", str(old), str(worse), *DAY, "--pack", "cac-order-3", "--fail-on-regression"]) == 1


def test_it_writes_a_file_and_overwrites_nothing(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.md"
    asked = ["diff", str(old), str(WALLET), *DAY, "--format", "markdown", "-o", str(out)]
    assert run(asked) == 0 and capsys.readouterr().out == ""
    before = out.read_bytes()
    out.write_text("kept")
    assert run(asked) == 2 and out.read_text() == "kept"
    assert run([*asked, "--force"]) == 0 and out.read_bytes() == before
    assert run(["diff", str(old), str(old), "-o", str(old), "--force"]) == 2
    assert run(["diff", str(old), str(WALLET), "-o", str(WALLET / "compliance.yaml"), "--force"]) == 2
    assert capsys.readouterr().err.count("usage.output_is_input") == 2
    assert run(["diff", str(old), str(old), "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed")


def test_a_comparison_of_disclosed_reports_is_private(tmp_path: Path) -> None:
    report = tmp_path / "a.json"
    asked = ["report", str(WALLET), *DAY, "--format", "json", "--include-sensitive", "-o", str(report)]
    assert run(asked) == 0
    out = tmp_path / "out.json"
    assert run(["diff", str(report), str(WALLET), *DAY, "--format", "json", "-o", str(out)]) == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(out.read_bytes())["old"]["sensitive_shown"] is True


MADE = json.loads(render_json(SITUATIONS["parts"]))


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("{", "report.damaged", "a.json:1:2"),
        ('{"format": "compliance-assessment", "format": 1}', "report.damaged", "'format' twice"),
        ("[" * 100_000, "report.", "a.json"),
        ("{}", "report.unknown", "a.json"),
        ('{"format": "compliance-rules", "version": 1}', "report.unknown", "a.json"),
        ('{"format": "compliance-assessment", "version": 2}', "report.version", "version 2"),
        (json.dumps({**MADE, "findings": [{}]}), "report.shape", "findings/0"),
        (json.dumps({**MADE, "verdict": "fine"}), "report.shape", "verdict"),
        (json.dumps({**MADE, "as_of": "2026-13-01"}), "report.shape", "as_of"),
        (render_json_list([SITUATIONS["ready"]]), "report.several", "a.json"),
        ("{" + '"a":' * 5, "report.damaged", "a.json"),
        ("\x00", "report.", "a.json"),
    ],
)
def test_what_is_no_assessment_is_refused_by_name(
    text: str, code: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    for arguments in ([tmp_path / "a.json", WALLET], [WALLET, tmp_path / "a.json"]):
        assert run(["diff", *map(str, arguments), *DAY, "--lang", "en"]) == 2
        said = capsys.readouterr()
        assert code in said.err and told in said.err and said.out == "" and "Traceback" not in said.err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_not_there_is_said(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, code in (("a.json", "file.no_report"), ("a", "file.not_found"), ("a.yaml", "file.not_found")):
        assert run(["diff", str(tmp_path / name), str(WALLET), "--lang", lang]) == 2
        assert code in capsys.readouterr().err
    assert run(["diff", str(tmp_path), str(WALLET), "--lang", lang]) == 2
    assert "file.no_manifest" in capsys.readouterr().err


def test_complaints_are_in_the_language_of_the_manifest(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = project(tmp_path / "new", ("emergency: true", "emergency: perhaps"))
    for arguments in ([old, new], [new, old]):
        assert run(["diff", *map(str, arguments)]) == 2
        assert "请" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_reports_for_persons_carry_what_is_compared(
    form: str, old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / f"old.{form}"
    asked = ["report", str(WALLET), *DAY, "--format", form, "--lang", "en", "-o", str(made)]
    assert run(asked) == 0
    assert run(["diff", str(made), str(old)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed: ")
    new = project(tmp_path / "new", EMERGENCY)
    assert run(["diff", str(made), str(new), *DAY, "--fail-on-regression"]) == 1


def test_lists_are_cut_unless_all_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is worse, undecided or due is never cut, and the JSON form has everything anyway."""
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "compliance.yaml").write_text("compliance: 1\nfacts: {}\n", "utf-8")
    for form in ("text", "markdown"):
        asked = ["diff", str(empty), str(WALLET), *DAY, "--lang", "en", "--format", form]
        assert run(asked) == 0
        short = capsys.readouterr().out
        assert run([*asked, "--all"]) == 0
        full = capsys.readouterr().out
        assert "more: --all lists them" in " ".join(short.replace("\\", "").split())
        assert "--all" not in full and len(full) > len(short)
    assert run([*asked[:-1], "json"]) == 0
    plain = capsys.readouterr().out
    assert run([*asked[:-1], "json", "--all"]) == 0
    assert capsys.readouterr().out == plain
    back = ["diff", str(WALLET), str(empty), *DAY, "--lang", "en"]
    assert run([*back, "--format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    undecided = [one["rule"] for one in rules if one["group"] == "newly_open" and one["binding"]]
    assert run(back) == 0
    said = capsys.readouterr().out
    assert len(undecided) > 20 and all(rule in said for rule in undecided)


def test_options_for_assessing_want_something_to_assess(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for more in (DAY, ["--pack", "cac-order-3"]):
        assert run(["diff", str(old), str(old), *more]) == 2
        assert "usage.nothing_to_assess" in capsys.readouterr().err
    assert run(["diff", str(old), str(WALLET), "--pack", "cac"]) == 2
    assert "usage.unknown_pack" in capsys.readouterr().err
    assert run(["diff", str(old)]) == 2


def test_a_manifest_with_an_error_is_said(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = project(tmp_path / "new", ("emergency: true", "emergency: perhaps"))
    assert run(["diff", str(old), str(new), "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert "compliance.yaml:84" in said.err and said.out == ""


def test_a_report_under_another_name(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it is, not what it is called, tells a report from a manifest."""
    named = tmp_path / "baseline"
    named.write_bytes(old.read_bytes())
    assert run(["diff", str(named), str(old)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed")


def test_help_says_what_a_regression_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for words in ("Examples:", "--fail-on-regression", "Exit codes: 0 compared", "3 cannot be said"):
        assert words in said


FORMS = ("text", "markdown", "json")
PROGRAM = f"""
import sys
from compliance.cli.main import run
sys.exit(max(run(["diff", "old.json", "new.json", "--format", form, "-o", sys.argv[1] + form]) for form in {FORMS}))
"""


def test_the_same_bytes_everywhere(old: Path, tmp_path: Path) -> None:
    """Hash seed, time zone, locale and width of the terminal have no say in a file."""
    new = tmp_path / "new.json"
    new.write_text(render_json(changed(SITUATIONS["parts"])), "utf-8")
    for number, place in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"},
            {"PYTHONHASHSEED": "77", "TZ": "UTC", "LC_ALL": "C", "COLUMNS": "30", "FORCE_COLOR": "1"},
        )
    ):
        env = {**place, "PYTHONPATH": str(ROOT), "PATH": "", "XDG_CACHE_HOME": str(tmp_path / "cache")}
        command = [sys.executable, "-c", PROGRAM, str(number)]
        subprocess.run(command, cwd=tmp_path, env=env, check=True, timeout=120, capture_output=True)
    for form in FORMS:
        assert (tmp_path / f"0{form}").read_bytes() == (tmp_path / f"1{form}").read_bytes()


def test_a_project_with_a_private_file_has_not_changed_from_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Assessed here and now its answers can be compared; no digest of them is stated all the same."""
    made = project(tmp_path / "one")
    private = made / "compliance.private.yaml"
    private.write_text("compliance: 1\nfacts:\n  entity:\n    responsible_email: a@example.org\n", "utf-8")
    private.chmod(0o600)
    assert run(["diff", str(made), str(made), *DAY, "--lang", "en"]) == 0
    assert "Nothing changed" in capsys.readouterr().out
    assert run(["diff", str(made), str(made), *DAY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"]["digests"]["private"] == "hidden"
    report = tmp_path / "r.json"
    assert run(["report", str(made), *DAY, "--format", "json", "-o", str(report)]) == 0
    assert run(["diff", str(report), str(report), "--lang", "en"]) == 0
    assert "Nothing changed" in capsys.readouterr().out


def test_a_report_that_was_changed_around_its_assessment_is_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "r.html"
    assert run(["report", str(project(tmp_path / "one")), *DAY, "--format", "html", "-o", str(page)]) == 0
    page.write_text(page.read_text("utf-8").replace("</h1>", "!</h1>", 1), "utf-8")
    capsys.readouterr()
    assert run(["diff", str(page), str(page)]) == 0
    assert "report.seal" in capsys.readouterr().err
