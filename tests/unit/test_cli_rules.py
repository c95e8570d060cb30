"""`compliance rules`: list, show, lint, test and ledger, their exit codes, both languages, both forms."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from compliance.cli.main import run
from compliance.errors import Gravity, Problem
from compliance.packs.cache import bundled_rules, read_folders
from compliance.packs.load import load_packs, load_with_warnings
from compliance.packs.usage import ledger
from compliance.reports.rules.checks import lint_summary

PACKS = Path(__file__).parent.parent / "data" / "explain-packs"
IDS = ["lagoon.2.1.licence-in-time", "lagoon.2.2.report-trips", "lagoon.3.code-well-formed"]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the packs that a test may spoil."""
    return Path(shutil.copytree(PACKS, tmp_path / "packs"))


def spoil(packs: Path, old: str, new: str, file: str = "act.yaml") -> tuple[int, int]:
    """Change one piece of a pack; the line and column at which the new piece stands."""
    path = packs / "lagoon" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    before = text[: text.index(old)]
    path.write_text(text.replace(old, new), encoding="utf-8")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def go(*arguments: object) -> int:
    return run(["rules", *map(str, arguments)])


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    code = go(*arguments, "--format", "json")
    return code, json.loads(capsys.readouterr().out)


# list ---------------------------------------------------------------------------------------------


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Id, severity, title and article of every rule, by pack."""
    assert go("list", "--rules", PACKS) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Lagoon law (lagoon 2.1.0): 3 rules",
        "• Licence within five working days",
        "  lagoon.2.1.licence-in-time · mandatory (hard stop) · Ferry Act Art. 2 para. 1",
        "• Report trips",
        "  lagoon.2.2.report-trips · mandatory · Ferry Act Art. 2 para. 2",
        "• The code is well formed",
        "  lagoon.3.code-well-formed · practice · Ferry Act Art. 3; Ferry Act Art. 2 (text not confirmed)",
        "",
        "3 rules in 1 pack",
    ]
    assert go("list", "--rules", PACKS, "--lang", "zh") == 0
    out = capsys.readouterr().out
    assert "泻湖法（lagoon 2.1.0）：3 条规则" in out
    assert "  lagoon.2.1.licence-in-time · 强制性要求（硬性障碍） · 渡船法第二条第一款" in out
    assert out.splitlines()[-1] == "1 个规则包，共 3 条规则"


def test_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = told(capsys, "list", "--rules", PACKS)
    assert code == 0
    assert (found["format"], found["version"]) == ("compliance-rules", 1)
    assert [rule["id"] for rule in found["rules"]] == IDS
    first = found["rules"][0]
    assert first["title"] == {"en": "Licence within five working days", "zh": "五个工作日内领证"}
    assert (first["severity"], first["binding"], first["hard_stop"]) == ("mandatory", True, True)
    assert first["sources"][0]["citation"] == "ferry-act#2.1"
    assert first["sources"][0]["verified"] == "secondary"
    assert first["penalty"]["citation"] == "ferry-act#9"
    assert first["in_force"] == {"from": "2021-01-01", "until": None}
    assert found["rules"][1]["penalty"] is None


def test_list_of_one_pack(capsys: pytest.CaptureFixture[str]) -> None:
    """Only its rules, and only packs that are there can be asked for."""
    code, found = told(capsys, "list", "--pack", "sector-virtual-currency")
    assert code == 0
    assert {rule["pack"] for rule in found["rules"]} == {"sector-virtual-currency"}
    assert [pack["id"] for pack in found["packs"]] == ["sector-virtual-currency"]
    assert go("list", "--pack", "sector-virtual-curency") == 2
    assert "[usage.unknown_pack]" in capsys.readouterr().err


# show ---------------------------------------------------------------------------------------------


def test_show_is_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("show", "report-trips", "--rules", PACKS, "--lang", "zh") == 0
    shown = capsys.readouterr().out
    assert run(["explain", "report-trips", "--rules", str(PACKS), "--lang", "zh"]) == 0
    assert capsys.readouterr().out == shown
    assert shown.startswith("航次申报\n")


def test_show_takes_rules_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("show", "ferry.code", "--rules", PACKS) == 2
    err = capsys.readouterr().err
    assert "[usage.not_a_rule]" in err and "compliance explain ferry.code" in err


# lint ---------------------------------------------------------------------------------------------


def test_lint_of_sound_packs(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("lint", PACKS) == 0
    assert capsys.readouterr().out == "Nothing wrong in 1 pack (lagoon).\n"
    assert go("lint", PACKS / "lagoon", "--lang", "zh") == 0
    assert capsys.readouterr().out == "1 个规则包（lagoon）：未发现问题。\n"
    assert go("lint") == 0


@pytest.mark.parametrize(
    ("old", "new", "code", "offset"),
    [
        ("severity: practice", "severity: mandatory", "pack.unconfirmed", 10),
        ("title: {en: Report trips, zh: 航次申报}", "title: {en: Report trips}", "pack.missing_key", 7),
        ("when: {not: {present: ferry.ends_on}}",
         "when: {ferry.licensed_on: {no_later_than: 5 days after ferry.started_on}}",
         "condition.limit_not_allowed", 27),
        ("penalty: ferry-act#9", "penalty: ferry-act#8", "pack.unknown_article", 9),
        ("evidence: [licence-copy]", "evidence: [license-copy]", "pack.unknown_evidence", 11),
        ("handled: addressed_to_others, reason: {en: Binds harbour masters., zh: 约束港务人员。}",
         "handled: addressed_to_others", "pack.article_without_reason", None),
    ],
)  # fmt: skip
def test_lint_of_unsound_packs(
    packs: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str, offset: int | None
) -> None:
    """Every sort of mistake has its code and its place; the exit code is 1."""
    line, column = spoil(packs, old, new)
    assert go("lint", packs) == 1
    out = capsys.readouterr().out
    assert f"[{code}]" in out
    if offset is not None:
        assert f"lagoon/act.yaml:{line}:{column + offset}: error: " in out
    assert out.splitlines()[-1] == "1 error, 0 warnings in 1 pack (lagoon)."


def test_lint_finds_everything_in_one_pass(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several problems, in the order of the file, in both forms; JSON has both languages."""
    first = spoil(packs, "penalty: ferry-act#9", "penalty: ferry-act#8")
    second = spoil(packs, "evidence: [licence-copy]", "evidence: [license-copy]")
    code, found = told(capsys, "lint", packs)
    assert code == 1
    assert (found["format"], found["version"]) == ("compliance-rules-lint", 1)
    assert (found["packs"], found["errors"], found["warnings"]) == (["lagoon"], 2, 0)
    assert [(one["code"], one["gravity"]) for one in found["problems"]] == [
        ("pack.unknown_article", "error"),
        ("pack.unknown_evidence", "error"),
    ]
    assert [one["location"]["line"] for one in found["problems"]] == [first[0], second[0]]
    assert "licence-copy" in found["problems"][1]["hint"]["en"]
    assert "证明材料" in found["problems"][1]["message"]["zh"]


def test_lint_tells_warnings_and_lets_pass(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two quantifiers over one list are doubtful but no error."""
    line, _ = spoil(packs, "when: {not: {present: ferry.ends_on}}",
                    "when: {some: {of: ferry.trips, satisfies: {ferry.trips.paid: true}}}")  # fmt: skip
    spoil(packs, "- {ferry.goods: {has_all: [eels, pearls]}}",
          "- {some: {of: ferry.trips, satisfies: {ferry.trips.paid: false}}}")  # fmt: skip
    assert go("lint", packs) == 0
    out = capsys.readouterr().out
    assert f"lagoon/act.yaml:{line - 4}:9: warning: " in out and "[condition.list_twice]" in out
    assert out.splitlines()[-1] == "0 errors, 1 warning in 1 pack (lagoon)."
    code, found = told(capsys, "lint", packs, "--lang", "zh")
    assert (code, found["errors"], found["warnings"]) == (0, 0, 1)
    _, _, warnings = load_with_warnings(read_folders([packs]))
    assert [(one.code, one.gravity) for one in warnings] == [("condition.list_twice", Gravity.WARNING)]


def test_lint_summary_in_chinese() -> None:
    problems = [Problem("pack.empty"), Problem("condition.list_twice", gravity=Gravity.WARNING)]
    assert lint_summary(["a", "b"], problems, "zh") == "2 个规则包（a、b）：1 个错误，1 个警告。"


def test_lint_of_nothing_could_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without packs is not a clean one."""
    assert go("lint", tmp_path / "nowhere") == 2
    told = capsys.readouterr()
    assert told.out == "" and "[pack.none_here]" in told.err
    assert go("lint", tmp_path / "nowhere", "--lang", "zh") == 2
    assert "中没有规则包" in capsys.readouterr().err


# test ---------------------------------------------------------------------------------------------


def test_examples_that_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("test", PACKS) == 0
    assert capsys.readouterr().out == "10 examples of 3 rules: all come out as stated.\n"
    assert go("test", PACKS, "--rule", "licence-in-time", "--lang", "zh") == 0
    assert capsys.readouterr().out == "1 条规则，4 个示例：结果均与所写一致。\n"
    assert go("test", PACKS, "--rule", "report-trips", "--rule", "code-well-formed", "--pack", "lagoon") == 0
    assert capsys.readouterr().out == "6 examples of 2 rules: all come out as stated.\n"


def test_examples_that_fail(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed number of days shows: where, what was stated, what came."""
    spoil(packs, "no_later_than: 5 working_days", "no_later_than: 4 working_days")
    assert go("test", packs) == 1
    out = capsys.readouterr().out.splitlines()
    text = (packs / "lagoon" / "act.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, one in enumerate(text, start=1) if "name: running, base" in one)
    column = text[line - 1].index("running") + 1
    assert out == [
        f"{packs.as_posix()}/lagoon/act.yaml:{line}:{column}: error: example `running` of lagoon.2.1.licence-in-time: "
        "stated due: 2026-03-10; came out due: 2026-03-09 [pack.example_fails]",
        "  correct the example or the rule",
        "10 examples of 3 rules: 1 comes out otherwise than stated.",
    ]
    assert go("test", packs, "--rule", "report-trips") == 0
    capsys.readouterr()
    assert go("test", packs, "--lang", "zh") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "3 条规则，10 个示例：其中 1 个结果与所写不一致。"


def test_examples_as_json(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several differences of one example are several failures but one failed example."""
    spoil(packs, "given: {ferry.licensed_on: 2026-03-11}", "given: {ferry.licensed_on: 2026-03-10}")
    code, found = told(capsys, "test", packs)
    assert code == 1
    assert (found["format"], found["version"]) == ("compliance-rules-test", 1)
    assert (found["examples"], found["failed"]) == (10, 1)
    assert found["rules"] == [
        {"rule": IDS[0], "examples": 4, "failed": 1},
        {"rule": IDS[1], "examples": 3, "failed": 0},
        {"rule": IDS[2], "examples": 3, "failed": 0},
    ]
    assert [(one["stated"], one["came"]) for one in found["failures"]] == [
        ("expect: violated", "expect: satisfied"),
        ("past: True", "past: False"),
    ]
    assert {one["location"]["file"] for one in found["failures"]} == {f"{packs.as_posix()}/lagoon/act.yaml"}
    code, found = told(capsys, "test", PACKS)
    assert (code, found["failed"], found["failures"]) == (0, 0, [])


def test_examples_that_could_not_run(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown names, packs that are not sound, and nothing to run are no failures of examples."""
    assert go("test", packs, "--rule", "licence") == 2
    assert "[usage.unknown_name]" in capsys.readouterr().err
    assert go("test", packs, "--rule", "ferry.code") == 2
    assert "[usage.not_a_rule]" in capsys.readouterr().err
    assert go("test", packs, "--pack", "lagune") == 2
    assert "[usage.unknown_pack]" in capsys.readouterr().err
    rules = ["--pack", "sector-virtual-currency", "--rule", "file-in-time"]
    assert go("test", bundled_rules(), *rules) == 2
    assert "[usage.no_examples]" in capsys.readouterr().err
    spoil(packs, "penalty: ferry-act#9", "penalty: ferry-act#8")
    assert go("test", packs) == 2
    assert "[pack.unknown_article]" in capsys.readouterr().err


def test_the_bundled_examples_of_one_rule(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = told(capsys, "test", "--rule", "file-in-time")
    assert code == 0
    assert [one["rule"] for one in found["rules"]] == ["cac-order-3.11.1.file-in-time"]


# ledger -------------------------------------------------------------------------------------------


def test_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    """Every article, how it is dealt with, by which rules and which questions, or for which reason not."""
    assert go("ledger", "--rules", PACKS) == 0
    out = capsys.readouterr().out
    assert "5 articles: 2 turned into rules; 1 definition; 1 addressed to others; 1 penalty, as data" in out
    assert (
        "Art. 1 Scope: definition\n  Decides the scope.\n  Definitions:\n"
        "  • It is a ferry of the lagoon (scope.is_ferry)\n"
        "  • It sails in covered waters (scope.in_waters)\n  Questions:\n"
        "  • Runs a ferry (ferry.runs)\n"
    ) in out
    assert (
        "Art. 2 Licences and reports: turned into rules\n  Rules:\n"
        "  • Licence within five working days (lagoon.2.1.licence-in-time)\n"
    ) in out
    assert "Art. 4 Harbour masters: addressed to others\n  Binds harbour masters.\n" in out
    assert (
        "  Penalises:\n  • Licence within five working days (lagoon.2.1.licence-in-time)\n"
        "  (1) A first breach: Warning;\n"
    ) in out
    assert "New Act (No. 8)\n" in out


def test_ledger_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("ledger", "--rules", PACKS, "--lang", "zh") == 0
    out = capsys.readouterr().out
    assert "《渡船法》（第7号）" in out
    assert "共 5 条：已编为规则 2 条；编为定义 1 条；面向其他主体 1 条；罚则，作为规则的数据 1 条" in out
    assert "  问题：\n  • 经营渡船（ferry.runs）\n" in out


def test_ledger_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = told(capsys, "ledger", "--rules", PACKS)
    assert code == 0
    assert (found["format"], found["version"]) == ("compliance-ledger", 1)
    act, new = found["instruments"]
    assert (act["checked"], act["superseded_by"], new["checked"]) == ("2026-11-22", "new-act", None)
    by_number = {one["article"]: one for one in act["articles"]}
    assert by_number["2"]["rules"] == IDS
    assert by_number["2"]["reason"] is None
    assert [one["fact"] for one in by_number["2"]["questions"]] == [
        "ferry.licensed_on", "ferry.started_on", "ferry.trips", "ferry.ends_on", "ferry.code", "ferry.goods",
    ]  # fmt: skip
    assert by_number["1"]["definitions"] == ["scope.is_ferry", "scope.in_waters"]
    assert by_number["1"]["questions"][0]["question"] == {
        "en": "Does it run a ferry?",
        "zh": "是否经营渡船？",
    }
    assert by_number["9"]["penalises"] == IDS[:1]
    assert by_number["9"]["penalty"][1]["fine"] == {"from": 10000, "to": 30000, "currency": "CNY"}
    assert by_number["9"]["penalty"][0]["fine"] is None


def test_the_ledger_leaves_no_article_out() -> None:
    """Of the bundled packs, every article has a rule, a definition or a reason."""
    book, _ = load_packs(read_folders([bundled_rules()]))
    entries = ledger(book)
    assert len(entries) == sum(len(one.articles) for one in book.instruments.values())
    assert all(one.rules or one.definitions or one.article.reason for one in entries)


def test_an_article_with_neither_rule_nor_reason(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is an error with its place; nothing is shown as if it were in order."""
    line, _ = spoil(packs, ", reason: {en: Decides the scope., zh: 用于判断适用范围。}", "")
    assert go("ledger", "--rules", packs, "--lang", "zh") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"lagoon/act.yaml:{line}:9: error: “ferry-act”第 1 条既无规则也无理由" in told.err


# The command itself -------------------------------------------------------------------------------


def test_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A pipeline that forgot the command must not pass; help names all five."""
    assert run(["rules"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert all(f"\n  {name} " in told.err for name in ("list", "show", "lint", "test", "ledger"))


def test_unknown_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "lnit"]) == 2
    assert "lnit" in capsys.readouterr().err
    assert go("lint", "--format", "xml") == 2
    assert "compliance rules lint --help" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["list", "show", "lint", "test", "ledger"])
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Usage: compliance rules {command}" in out
    if command in ("lint", "test", "ledger"):
        assert "Exit codes: 0" in out


def test_a_plain_check_loads_none_of_it(tmp_path: Path) -> None:
    """Neither the commands nor their words and pages are on the way of a check."""
    program = (
        "import sys; from compliance.cli.main import run; run(sys.argv[1:]);"
        "print(*[name for name in sys.modules if name.startswith('compliance.')], file=sys.stderr)"
    )
    project = tmp_path / "compliance.yaml"
    project.write_text("compliance: 1\nfacts: {}\n", encoding="utf-8")
    command = [sys.executable, "-c", program, "check", str(project), "--as-of", "2026-11-24"]
    for _ in ("cold", "warm"):
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "compliance.reports.words" in loaded
    unwanted = ("compliance.reports.explain", "compliance.reports.rules")
    assert not {name for name in loaded if name.startswith(unwanted) or "json" in name}
    assert not loaded & {
        "compliance.cli.explain", "compliance.cli.rules", "compliance.reports.words_pages",
        "compliance.packs.lookup", "compliance.packs.usage", "compliance.conditions.drafting",
    }  # fmt: skip


def test_mutants_of_one_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Each change to a well-tested rule is noticed; what no example can tell apart is a warning with its place."""
    assert run(["rules", "test", "--rule", "17.1.retention-six-months", "--mutants"]) == 0
    assert "changes to the rules are noticed by an example." in capsys.readouterr().out
    assert run(["rules", "test", "--rule", "23.legacy-filed", "--mutants", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "[pack.mutant_unnoticed]" in out and "2019-02-15 -> 2019-02-16" in out
    assert "cac-order-3/art-23.yaml:2:" in out


def test_top_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in ("check", "init", "schema", "explain", "rules"))
