"""`compliance explain`: what a name means, the page in both languages, the tree of why, mistakes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.cli import clock
from compliance.cli.main import run
from compliance.conditions.anatomy import definitions_in, facts_in
from compliance.conditions.drafting import Draft, draft
from compliance.conditions.nodes import TRUE, All, Any, Present
from compliance.errors import UsageError
from compliance.facts.vocabulary import Fact
from compliance.packs.cache import bundled_rules, load_rule_book, read_folders
from compliance.packs.load import load_packs
from compliance.packs.lookup import Provision, lookup, lookup_rule
from compliance.packs.rulebook import Definition, Rule, RuleBook
from compliance.packs.stated import stated_examples
from compliance.reports.explain.conditions import put_clauses, put_remedy, terms_of
from compliance.reports.explain.law import fine_text
from compliance.reports.explain.page import render_page
from compliance.reports.text.layout import Page, text_width

PACKS = Path(__file__).parent.parent / "data" / "explain-packs"
PROJECT = """\
compliance: 1
language: zh
facts:
  ferry:
    runs: true
    area: open_sea
    started_on: 2026-03-02
    licensed_on: 2026-03-12
    code: F1
    goods: [eels]
    trips:
      - {name: Argo, paid: true, sailed_on: 2026-05-01, reported_on: not yet}
      - {name: Beagle, paid: false, sailed_on: 2026-05-02}
      - {name: Calypso, sailed_on: 2026-05-30, reported_on: not yet}
      - and more
  captain: {name: held}
readings:
  reading.open_sea: {view: covered, by: Dr. Wave, on: 2026-01-02}
evidence:
  - {id: copy, kind: licence-copy, url: https://law.example/copy}
"""
DAY = ["--as-of", "2026-06-01"]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "svc").mkdir()
    (tmp_path / "svc" / "compliance.yaml").write_text(PROJECT, encoding="utf-8")
    return tmp_path / "svc"


@pytest.fixture
def changed(project: Path, capsys: pytest.CaptureFixture[str]) -> Changed:
    return Changed(project, capsys)


class Changed:
    """A page about the project with one piece of its manifest changed."""

    def __init__(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.project = project
        self.capsys = capsys

    def page(self, name: str, old: str = "", new: str = "", lang: str = "en", *, reading: bool = True) -> str:
        assert old in PROJECT
        text = PROJECT.replace(old, new, 1)
        if not reading:
            text = text.replace("  reading.open_sea: {view: covered, by: Dr. Wave, on: 2026-01-02}\n", "")
        (self.project / "compliance.yaml").write_text(text, encoding="utf-8")
        assert go(name, "-m", self.project, *DAY, "--lang", lang) == 0
        told = self.capsys.readouterr()
        assert "error" not in told.err
        return told.out


@pytest.fixture(scope="module")
def lagoon() -> RuleBook:
    return load_packs(read_folders([PACKS]))[0]


def go(*arguments: object) -> int:
    return run(["explain", *map(str, arguments), "--rules", str(PACKS)])


def section(page: str, heading: str) -> list[str]:
    """The lines below a heading, up to the next empty one."""
    lines = page.splitlines()
    start = lines.index(heading) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return lines[start:end]


# What a name means --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "kind", "found"),
    [
        ("lagoon.2.1.licence-in-time", Rule, "lagoon.2.1.licence-in-time"),
        ("2.1.licence-in-time", Rule, "lagoon.2.1.licence-in-time"),
        (" licence-in-time ", Rule, "lagoon.2.1.licence-in-time"),
        ("ferry.code", Fact, "ferry.code"),
        ("code", Fact, "ferry.code"),
        ("ferry.trips.reported_on", Fact, "ferry.trips.reported_on"),
        ("ferry.trips[Argo].reported_on", Fact, "ferry.trips.reported_on"),
        ("ferry.trips[a.b].reported_on", Fact, "ferry.trips.reported_on"),
        ("in_waters", Definition, "scope.in_waters"),
        ("ferry-act#9", Provision, "ferry-act#9"),
        ("ferry-act#2.1", Provision, "ferry-act#2.1"),
        ("3", Provision, "ferry-act#3"),
        ("2.1", Provision, "ferry-act#2.1"),
    ],
)
def test_names(lagoon: RuleBook, written: str, kind: type, found: str) -> None:
    """The end of an id and the bare number of an article are enough where they mean one thing."""
    subject = lookup(lagoon, written)
    assert type(subject) is kind
    assert (str(subject.citation) if isinstance(subject, Provision) else subject.id) == found


@pytest.mark.parametrize(
    ("written", "code", "right"),
    [
        ("9", "usage.ambiguous_name", "ferry-act#9 / new-act#9"),
        ("name", "usage.ambiguous_name", "captain.name / ferry.trips.name"),
        ("licence-in-tme", "usage.unknown_name", "lagoon.2.1.licence-in-time"),
        ("ferry.cod", "usage.unknown_name", "ferry.code"),
        ("reported", "usage.unknown_name", "ferry.trips.reported_on"),
        ("open", "usage.unknown_name", "reading.open_sea"),
        ("ferry-act#7", "usage.unknown_name", "ferry-act#"),
        ("fery-act#9", "usage.unknown_name", "ferry-act#9"),
    ],
)
def test_names_that_mean_nothing_or_several_things(
    lagoon: RuleBook, written: str, code: str, right: str
) -> None:
    """Nothing is guessed; what is near is named in full."""
    with pytest.raises(UsageError) as caught:
        lookup(lagoon, written)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert right in problem.details["right"]


@pytest.mark.parametrize("written", ["", "  ", "zzz", "#", "[", "]["])
def test_names_far_from_everything(lagoon: RuleBook, written: str) -> None:
    with pytest.raises(UsageError) as caught:
        lookup(lagoon, written)
    assert caught.value.codes == ("usage.unknown_name_at_all",)


def test_a_bare_number_is_of_the_law_that_the_run_is_about() -> None:
    """The notice of a pack beside it has an Art. 2 too, but is never meant by the number alone."""
    book = load_rule_book([bundled_rules()], None)
    beside = book.instruments["virtual-currency-notice-2026"]
    assert "2" in [article.number for article in beside.articles]
    assert isinstance(lookup(book, f"{beside.id}#2"), Provision)
    try:
        found = lookup(book, "2")
        meant = [str(found.citation)] if isinstance(found, Provision) else []
    except UsageError as error:
        meant = error.problems[0].details["right"].split(" / ")
    instruments = [one.partition("#")[0] for one in meant]
    assert "cac-order-3" in instruments and beside.id not in instruments


def test_only_a_rule_is_a_rule(lagoon: RuleBook) -> None:
    with pytest.raises(UsageError) as caught:
        lookup_rule(lagoon, "3")
    assert caught.value.codes == ("usage.not_a_rule",)
    assert caught.value.problems[0].details["right"] == "ferry-act#3"
    assert lookup_rule(lagoon, "licence-in-time").id == "lagoon.2.1.licence-in-time"


def test_what_conditions_look_at(lagoon: RuleBook) -> None:
    """Facts and definitions in order of mention, definitions opened, lists and fields included."""
    rule = lagoon.rules["lagoon.2.2.report-trips"]
    assert facts_in(rule.require) == (
        "ferry.trips", "ferry.trips.paid", "ferry.trips.reported_on", "ferry.trips.sailed_on",
    )  # fmt: skip
    assert facts_in(rule.applies) == ("ferry.runs", "ferry.area", "reading.open_sea")
    assert definitions_in(rule.applies) == ("scope.is_ferry", "scope.in_waters")


# The page of a rule -------------------------------------------------------------------------------


def test_the_law_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Title, severity, instrument with its dates, how confirmed, link, day of the sources."""
    assert go("licence-in-time") == 0
    page = capsys.readouterr().out
    assert page.splitlines()[:3] == [
        "Licence within five working days",
        "lagoon.2.1.licence-in-time · mandatory · Lagoon law",
        "Hard stop: while it is violated the verdict is “blocked”.",
    ]
    assert section(page, "The law") == [
        "The council wants to know.",
        "• Act on Ferries (No. 7), Art. 2 para. 1 (Licences and reports)",
        "  How confirmed: read in secondary sources, not yet compared with the official text",
        "  Council, 2019-12-01",
        "  In force from 2020-01-01",
        "  Superseded by New Act (No. 8)",
        "  Sources last checked on 2026-11-22",
        "  https://law.example/ferry-act",
    ]
    assert section(page, "What to do") == ["Get the licence."]
    assert section(page, "What is unsettled") == ["Holidays are unsettled."]
    assert section(page, "Evidence") == ["• copy of the licence (licence-copy)"]
    assert "In this project" not in page


def test_the_law_of_a_rule_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("licence-in-time", "--lang", "zh") == 0
    page = capsys.readouterr().out
    assert page.splitlines()[:3] == [
        "五个工作日内领证",
        "lagoon.2.1.licence-in-time · 强制性要求 · 泻湖法",
        "硬性障碍：违反期间，结论为“存在硬性障碍”。",
    ]
    assert section(page, "法律依据") == [
        "议会需要掌握情况。",
        "• 《渡船法》（第7号）第二条第一款（许可与申报）",
        "  核实程度：据间接来源整理，尚未与官方文本核对",
        "  议会，2019-12-01 公布",
        "  自 2020-01-01 起施行",
        "  已被《新法》（第8号）取代",
        "  来源最近核查日：2026-11-22",
        "  https://law.example/ferry-act",
    ]


def test_the_condition_as_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """The pack's scope counts among the conditions; definitions are named there and explained once below."""
    assert go("licence-in-time") == 0
    page = capsys.readouterr().out
    assert section(page, "When it applies") == [
        "In force from 2021-01-01.",
        "“It is a ferry of the lagoon” holds.",
    ]
    assert section(page, "What it requires") == [
        "“Licence” lies no later than 5 working days after “First trip”.",
        "Working days are counted in the calendar “lagoon”; the day that starts the time limit does not count.",
    ]
    assert section(page, "When a breach counts as past") == [
        "A breach counts as past once there is a value for “Licence”."
    ]
    assert section(page, "Terms used above") == [
        "“It is a ferry of the lagoon” (scope.is_ferry) means that all of these hold:",
        "  (1) “Runs a ferry” is “yes”;",
        "  (2) “It sails in covered waters” holds.",
    ]
    assert page.count("(scope.in_waters) means") == 1
    assert (
        "(2) “Waters” is “open sea”, and on “Ferries on the open sea” the view is taken that “it does”."
        in page
    )


def test_the_condition_as_a_sentence_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("report-trips", "--lang", "zh") == 0
    page = capsys.readouterr().out
    assert section(page, "适用条件") == ["“属于泻湖渡船”成立。"]
    assert section(page, "要求") == [
        "“航次”中凡“载客收费”为“是”的每一项：“申报日”不迟于“开航日”后3天。",
    ]
    assert section(page, "违规何时视为已补正") == [
        "有“申报日”的，违规视为已补正，不再计入结论。",
        "就每一项分别判断。",
    ]
    assert "（2）“水域”为“外海”，且就“外海渡船”采“适用”的理解。" in page


def test_alternatives_negation_sets_and_identifiers_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that only informs says so; an unconfirmed text is told in plain words."""
    assert go("code-well-formed") == 0
    page = capsys.readouterr().out
    assert "It informs: it changes neither verdict nor exit code." in page
    assert page.count("How confirmed: not at all; this informs and fails no one") == 2
    assert page.count("https://law.example/ferry-act") == 1
    assert section(page, "When it applies")[1:] == [
        "(1) “It is a ferry of the lagoon” holds;",
        "(2) there is no value for “Last trip”.",
    ]
    assert section(page, "What it requires") == [
        "At least one of these holds:",
        "(1) “Ferry code” is well formed as “code of ferries”;",
        "(2) “Cargo” includes all of “eels”, “pearls”.",
    ]
    assert section(page, "Evidence") == ["The rule asks for no particular evidence."]
    go("code-well-formed", "--lang", "zh")
    page = capsys.readouterr().out
    assert section(page, "要求") == [
        "满足下列至少一项：",
        "（1）“渡船编号”符合“渡船编码”的编码格式；",
        "（2）“货物”包括下列各项：“鳗”、“珍珠”。",
    ]
    assert "（2）没有“末航日”。" in page


def test_the_penalty_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    go("licence-in-time")
    assert section(capsys.readouterr().out, "Penalty") == [
        "Act on Ferries (No. 7), Art. 9 (Penalty)",
        "(1) A first breach: Warning;",
        "(2) A refusal: Suspension (fine: CNY 10,000 to 30,000).",
    ]
    go("licence-in-time", "--lang", "zh")
    assert section(capsys.readouterr().out, "罚则") == [
        "《渡船法》（第7号）第九条（罚则）",
        "（1）初次违反：警告；",
        "（2）拒不改正：停航（罚款数额：1万元以上3万元以下）。",
    ]
    go("report-trips")
    assert section(capsys.readouterr().out, "Penalty") == ["The law states no penalty of its own."]
    go("report-trips", "--lang", "zh")
    assert section(capsys.readouterr().out, "罚则") == ["该规定本身未设罚则。"]


@pytest.mark.parametrize(
    ("fine", "en", "zh"),
    [
        ((10000, 30000, "CNY"), "CNY 10,000 to 30,000", "1万元以上3万元以下"),
        ((5000, 20000, "CNY"), "CNY 5,000 to 20,000", "5000元以上2万元以下"),
        ((0, 5000, "CNY"), "up to CNY 5,000", "5000元以下"),
        ((100, 100, "USD"), "USD 100", "100 USD"),
    ],
)
def test_fines(fine: tuple[int, int, str], en: str, zh: str) -> None:
    assert (fine_text(fine, "en"), fine_text(fine, "zh")) == (en, zh)


def test_where_a_rule_stands_and_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    """The place in the pack is the line of the rule's id; examples are told as its file states them."""
    go("licence-in-time")
    page = capsys.readouterr().out
    lines = (PACKS / "lagoon" / "act.yaml").read_text(encoding="utf-8").splitlines()
    line = lines.index("  - id: lagoon.2.1.licence-in-time") + 1
    assert section(page, "In the rule pack") == [
        f"lagoon/act.yaml:{line}, pack lagoon 2.1.0",
        "Topic: licences.time",
    ]
    assert section(page, "Examples (4)") == [
        "• in time: satisfied",
        "• late: past breach, remedied",
        "• running: due 2026-03-10",
        "• open: undecided",
    ]


def test_no_examples_without_the_file(lagoon: RuleBook) -> None:
    rule = lagoon.rules["lagoon.2.1.licence-in-time"]
    assert stated_examples({}, rule) == ()
    assert stated_examples({"lagoon": {"act.yaml": b"rules: []"}}, rule) == ()
    assert stated_examples({"lagoon": {"act.yaml": b"["}}, rule) == ()


# How a rule stands in a project -------------------------------------------------------------------


def test_the_tree_of_why_down_to_the_facts(project: Path, changed: Changed) -> None:
    """Scope, requirement and remedy, each answer with its value and its file:line:column."""
    page = changed.page("licence-in-time")
    file = f"{project.as_posix()}/compliance.yaml"
    assert section(page, "In this project") == [
        f"Project file {file}, as of 2026-06-01",
        "! past breach, remedied",
    ]
    assert section(page, "Does “Lagoon law” apply?") == [
        "  ✓ It is a ferry of the lagoon (scope.is_ferry)",
        "    ✓ “Runs a ferry” is “yes”",
        f"      answer: yes · {file}:5:5",
        "    ✓ It sails in covered waters (scope.in_waters)",
        "      ✓ “Waters” is “open sea”",
        f"        answer: open sea · {file}:6:5",
        "      ✓ on “Ferries on the open sea” the view is taken that “it does”",
        f"        answer: it does (view of Dr. Wave, 2026-01-02) · {file}:18:3",
        "        1 other alternative not needed",
    ]
    assert section(page, "Is what it requires done?") == [
        "  ✗ “Licence” lies no later than 5 working days after “First trip”",
        f"    Licence: 2026-03-12 · {file}:8:5",
        f"    First trip: 2026-03-02 · {file}:7:5",
        "    last day: 2026-03-10, missed by 2 working days",
    ]
    assert section(page, "Is the breach made good?") == [
        "  ✓ there is a value for “Licence”",
        f"    answer: 2026-03-12 · {file}:8:5",
    ]
    assert section(page, "Evidence")[1:] == ["On file in this project: copy (https://law.example/copy)"]


def test_the_tree_in_chinese_by_the_manifests_own_language(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert go("licence-in-time", "-m", project, *DAY) == 0
    page = capsys.readouterr().out
    file = f"{project.as_posix()}/compliance.yaml"
    assert section(page, "本项目情况") == [f"项目文件 {file}，基准日 2026-06-01", "! 既往违规，已补正"]
    assert section(page, "是否达到要求") == [
        "  ✗ “领证日”不迟于“首航日”后5个工作日",
        f"    领证日：2026-03-12 · {file}:8:5",
        f"    首航日：2026-03-02 · {file}:7:5",
        "    最后期限：2026-03-10，逾期2个工作日",
    ]
    assert "答案：适用（Dr. Wave，2026-01-02）" in page


def test_entry_by_entry(project: Path, changed: Changed) -> None:
    """Every record has its outcome, its place and its own tree; what is open among others is told beside."""
    page = changed.page("report-trips")
    file = f"{project.as_posix()}/compliance.yaml"
    assert section(page, "In this project")[1:] == [
        "✗ violated",
        "  What to do: Report them.",
        "  Open besides: Calypso: Carries paying guests [ferry.trips[Calypso].paid]; Trips [ferry.trips].",
    ]
    assert section(page, "Entry by entry") == [
        f"  3 listed and perhaps more · {file}:11:5",
        f"  ✗ Argo: violated · {file}:12:9",
        "    ✓ “Carries paying guests” is “yes”",
        f"      answer: yes · {file}:12:22",
        "    ✗ “Reported” lies no later than 3 days after “Sailed”",
        f"      Reported: not yet · {file}:12:57",
        f"      Sailed: 2026-05-01 · {file}:12:34",
        "      last day: 2026-05-04, passed",
        "    Is the breach made good?",
        "      ✗ there is a value for “Reported”",
        f"        answer: not yet · {file}:12:57",
        f"  • Beagle: not concerned · {file}:13:9",
        "    ✗ “Carries paying guests” is “yes”",
        f"      answer: no · {file}:13:24",
        f"  ? Calypso: undecided · {file}:14:9",
        "    ? “Carries paying guests” is “yes”",
        "      not answered: ferry.trips[Calypso].paid",
        "    … “Reported” lies no later than 3 days after “Sailed”",
        f"      Reported: not yet · {file}:14:48",
        f"      Sailed: 2026-05-30 · {file}:14:25",
        "      last day: 2026-06-02, still running",
        "  ? further entries: undecided",
    ]


@pytest.mark.parametrize(
    ("lang", "outcome", "beside", "heading"),
    [("en", "✗ violated", "  What to do: Report them.", "What to do"), ("zh", "✗ 违反", "  措施：", "措施")],
)
def test_what_to_do_comes_first_where_a_rule_is_violated(
    changed: Changed, lang: str, outcome: str, beside: str, heading: str
) -> None:
    """Directly after the outcome, and once only; elsewhere it keeps its place after the law."""
    lines = changed.page("report-trips", lang=lang).splitlines()
    assert lines[lines.index(outcome) + 1].startswith(beside)
    assert heading not in lines
    remedied = changed.page("licence-in-time", lang=lang).splitlines()
    assert heading in remedied
    assert not any(line.startswith(f"  {heading}") for line in remedied)


def test_further_entries(changed: Changed) -> None:
    """When only the end of the list is open, the entries that may follow stand for themselves."""
    page = changed.page(
        "report-trips", "paid: true, sailed_on: 2026-05-01, reported_on: not yet", "paid: false"
    )
    assert "  ? further entries: undecided" in page
    assert "It hangs on: " in page and "[ferry.trips]" in page


def test_not_answered(changed: Changed) -> None:
    """An open fact is named by its id; it hangs on it."""
    page = changed.page("code-well-formed")
    assert section(page, "In this project")[1:] == [
        "? undecided",
        "  It hangs on: Last trip [ferry.ends_on].",
    ]
    assert section(page, "Does the rule apply?") == [
        "  ? there is no value for “Last trip”",
        "    not answered: ferry.ends_on",
    ]
    assert section(page, "Is what it requires done?")[0] == "  ✗ none of these alternatives is met:"
    page = changed.page("code-well-formed", lang="zh")
    assert section(page, "本规则是否适用") == ["  ? 没有“末航日”", "    未回答：ferry.ends_on"]
    assert section(page, "本项目情况")[2:] == ["  取决于：末航日 [ferry.ends_on]。"]


def test_a_definition_that_holds_in_no_way_ends_the_tree(changed: Changed) -> None:
    """Out of scope: not applicable, and only the scope is told."""
    page = changed.page("licence-in-time", "runs: true", "runs: false")
    assert section(page, "In this project")[1:] == ["✓ not applicable"]
    assert section(page, "Does “Lagoon law” apply?")[1:] == [
        "    ✗ “Runs a ferry” is “yes”",
        next(line for line in page.splitlines() if "answer: no" in line),
        "      so 1 other condition need not be looked at",
    ]
    assert "Is what it requires done?" not in page


def test_open_alternatives(changed: Changed) -> None:
    page = changed.page("licence-in-time", "    area: open_sea\n", "", reading=False)
    tree = section(page, "Does “Lagoon law” apply?")
    assert "      ? one of these is enough, none is settled:" in tree
    assert "        ? “Waters” is “inner lagoon”" in tree
    assert "          not answered: ferry.area" in tree
    assert "If in scope (not counted): violated." in page


def test_open_alternatives_that_all_lead_to_scope(changed: Changed) -> None:
    """Wherever it sails, counsel's view brings it into scope: the outcome stands, and the page says why."""
    page = changed.page("licence-in-time", "    area: open_sea\n", "")
    assert section(page, "In this project")[1:] == [
        "! past breach, remedied",
        "  Answers are open, but every way of answering them leads to the same outcome.",
    ]


def test_open_answers_that_cannot_change_the_outcome(changed: Changed) -> None:
    """A settled outcome over an open answer says why that is no contradiction."""
    code = changed.page("code-well-formed", "code: F1", "code: F001")
    assert "every way of answering them leads to the same outcome" in code
    assert "✓ satisfied" in code or "✓ not applicable" in code


def test_a_planned_event_counts_as_not_yet(changed: Changed) -> None:
    page = changed.page("licence-in-time", "licensed_on: 2026-03-12", "licensed_on: 2026-12-01")
    assert "Licence: not yet, planned for 2026-12-01" in page
    assert "last day: 2026-03-10, passed" in page
    assert "✗ violated" in page


def test_a_running_limit_and_an_unannounced_year(changed: Changed) -> None:
    """A due day that the calendar leaves open is told as a range."""
    early = changed.page("licence-in-time", "started_on: 2026-03-02\n    licensed_on: 2026-03-12",
                         "started_on: 2026-05-28\n    licensed_on: not yet")  # fmt: skip
    assert "… due: due 2026-06-04" in early
    assert "last day: 2026-06-04, still running" in early
    (changed.project / "compliance.yaml").write_text(
        PROJECT.replace("2026-03-02", "2027-01-04").replace("2026-03-12", "not yet"), encoding="utf-8"
    )
    assert go("licence-in-time", "-m", changed.project, "--as-of", "2027-01-12", "--lang", "en") == 0
    page = changed.capsys.readouterr().out
    assert "last day: between 2027-01-09 and 2027-01-" in page
    assert "The public holidays of the year in question are not announced yet." in page


def test_a_rule_not_in_force(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert go("licence-in-time", "-m", project, "--as-of", "2020-05-01", "--lang", "en") == 0
    assert "Not in force on 2020-05-01: not judged." in capsys.readouterr().out


def test_a_waiver_is_told(changed: Changed) -> None:
    waiver = (
        "waivers:\n  - {rule: lagoon.2.2.report-trips, record: Argo, reason: storm, approver: board, "
        "expires: 2026-07-01}\nevidence:"
    )
    assert "Waived until 2026-07-01 by board: storm" in changed.page("report-trips", "evidence:", waiver)


# Facts, definitions, articles ---------------------------------------------------------------------


def test_the_page_of_a_fact(capsys: pytest.CaptureFixture[str]) -> None:
    """Question, type, possible answers, and everything that looks at it."""
    assert go("ferry.runs") == 0
    page = capsys.readouterr().out
    assert page.splitlines()[:2] == [
        "Runs a ferry",
        "ferry.runs · yes or no · pack lagoon 2.1.0 · asked under “The ferry”",
    ]
    assert section(page, "The question") == ["Does it run a ferry?", "Rafts count."]
    assert section(page, "Scope") == [
        "It helps to decide whether “Lagoon law” applies at all: 3 rules hang on that."
    ]
    assert section(page, "Definitions") == [
        "• It is a ferry of the lagoon (scope.is_ferry)",
        "• Nothing disturbs it (ferry.calm)",
    ]
    go("ferry.started_on", "--lang", "zh")
    page = capsys.readouterr().out
    assert section(page, "可能的答案") == [
        "事件发生之日，如 2026-02-10。晚于基准日的，视为尚未发生。",
        "`not yet`：尚未",
        "`unknown`：留待回答，不当作否",
        "事后无法改变。",
    ]
    assert section(page, "涉及该事项的规则（1）") == ["• 五个工作日内领证（lagoon.2.1.licence-in-time）"]
    assert section(page, "不能同时成立的答案") == ["• 末航早于首航。"]


@pytest.mark.parametrize(
    ("fact", "lines"),
    [
        ("ferry.area", ["One of:", "  • inner: inner lagoon", "  • open_sea: open sea"]),
        (
            "ferry.goods",
            ["A list of at least one of these:", "  • fish: fish", "  • eels: eels", "  • pearls: pearls"],
        ),
        ("ferry.rafts", ["A whole number, at least 0"]),
        ("ferry.ropes_kept", ["An amount with a unit: `10 days`, `10 months`"]),
        ("ferry.ends_on", ["A day, such as 2026-02-10", "`not yet`: it has not happened"]),
        ("ferry.code", ["A text: code of ferries, such as F001", "`none`: there is none"]),
        ("captain.name", ["Any text", "`held`: it exists and is kept elsewhere"]),
    ],
)
def test_possible_answers(capsys: pytest.CaptureFixture[str], fact: str, lines: list[str]) -> None:
    assert go(fact) == 0
    told = section(capsys.readouterr().out, "Possible answers")
    assert told[: len(lines)] == lines
    assert "`unknown`: leaves the question open, never counts as no" in told


def test_a_reading_shows_each_view_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("reading.open_sea", "--lang", "zh") == 0
    page = capsys.readouterr().out
    assert "法律理解问题，请律师判断" in page
    assert section(page, "各种理解及其出处") == [
        "• covered：适用",
        "  出处：旧判例",
        "• not_covered：不适用",
        "  出处：新判例",
    ]


def test_a_fact_of_a_form_and_a_fact_nobody_uses(capsys: pytest.CaptureFixture[str]) -> None:
    go("ferry.code")
    page = capsys.readouterr().out
    assert section(page, "Forms it fills") == [
        "• Licence form, part one: Code",
        "  Source: A guide of 2020",
        "  How confirmed: read in secondary sources, not yet compared with the official text",
        "  Optional.",
    ]
    go("ferry.rafts")
    assert "No rule looks at it." in capsys.readouterr().out


def test_the_answer_of_a_fact(project: Path, changed: Changed) -> None:
    file = f"{project.as_posix()}/compliance.yaml"
    assert section(changed.page("ferry.code"), "In this project")[1:] == [f"answer: F1 · {file}:9:5"]
    assert section(changed.page("ferry.rafts"), "In this project")[1:] == ["not answered: ferry.rafts"]
    trips = section(changed.page("ferry.trips"), "In this project")
    assert trips[1:4] == [
        f"3 listed and perhaps more · {file}:11:5",
        f"  • Argo · {file}:12:9",
        f"    Carries paying guests: yes · {file}:12:22",
    ]
    assert "    not answered: ferry.trips[Calypso].paid" in trips
    field = section(changed.page("ferry.trips.sailed_on"), "In this project")
    assert field[1] == f"Argo: Sailed: 2026-05-01 · {file}:12:34"


def test_a_sensitive_value_never_appears(project: Path, changed: Changed) -> None:
    private = "compliance: 1\nfacts: {captain: {name: Ahab}}\n"
    (project / "compliance.private.yaml").write_text(private, encoding="utf-8")
    page = changed.page("captain.name")
    assert "Ahab" not in page
    assert "answer: given (sensitive, not shown)" in page
    assert "reports never show it" in page


def test_the_page_of_a_definition(changed: Changed) -> None:
    page = changed.page("scope.in_waters")
    assert page.splitlines()[:3] == [
        "It sails in covered waters",
        "scope.in_waters · definition",
        "Act on Ferries (No. 7), Art. 1 (Scope)",
    ]
    assert "  ✓ “Waters” is “open sea”" in section(page, "In this project")
    assert section(page, "Meaning")[0] == "At least one of these holds:"
    assert section(page, "Scope") == [
        "It helps to decide whether “Lagoon law” applies at all: 3 rules hang on that."
    ]


def test_negations_and_repeated_definitions(project: Path, changed: Changed) -> None:
    """What must not be so is told below a line of its own; a definition is opened once."""
    file = f"{project.as_posix()}/compliance.yaml"
    assert section(changed.page("ferry.calm", "goods: [eels]", "goods: [fish]"), "In this project")[1:] == [
        "? Nothing disturbs it (ferry.calm)",
        "  ✓ It sails in covered waters (scope.in_waters)",
        "    ✓ “Waters” is “open sea”",
        f"      answer: open sea · {file}:6:5",
        "    ✓ on “Ferries on the open sea” the view is taken that “it does”",
        f"      answer: it does (view of Dr. Wave, 2026-01-02) · {file}:18:3",
        "      1 other alternative not needed",
        "  ? this must not be so:",
        "    ? “Rafts” is more than 3",
        "      not answered: ferry.rafts",
        "      1 other alternative ruled out",
        "  ✓ it is not so that “Runs a ferry” is “no”",
        f"    answer: yes · {file}:5:5",
        "  ✓ It sails in covered waters (scope.in_waters): as above",
        "    1 other alternative not needed",
    ]
    page = changed.page("ferry.calm", lang="zh")
    assert section(page, "本项目情况")[1:] == [
        "✗ 无扰动情形（ferry.calm）",
        "  ✗ 须不属于下列情形：",
        "    ✓ “货物”包括“鳗”",
        f"      答案：鳗 · {file}:10:5",
        "      另有 1 种情形，无须考虑",
        "    其余 3 项条件无须再看",
    ]


def test_a_definition_over_a_list(project: Path, changed: Changed) -> None:
    """Each entry that counts has its line and its tests."""
    file = f"{project.as_posix()}/compliance.yaml"
    told = section(changed.page("ferry.carries_guests"), "In this project")
    assert told[1:6] == [
        "✓ A trip carries guests (ferry.carries_guests)",
        "  ✓ for at least one entry of “Trips”: “Carries paying guests” is “yes”",
        f"    3 listed and perhaps more · {file}:11:5",
        f"    ✓ Argo · {file}:12:9",
        "      ✓ “Carries paying guests” is “yes”",
    ]
    assert f"    ✗ Beagle · {file}:13:9" in told
    unlisted = changed.page(
        "ferry.carries_guests", PROJECT[PROJECT.index("    trips:") : PROJECT.index("  captain")]
    )
    assert "    not answered: ferry.trips" in section(unlisted, "In this project")


def test_conditions_that_always_hold(lagoon: RuleBook) -> None:
    """Without any condition there is nothing to number."""
    assert draft(terms_of(lagoon, "en"), TRUE, TRUE) == Draft("always", ())
    page = Page(80)
    put_clauses(page, lagoon, "zh", TRUE)
    assert page.text() == "施行期间一律适用。\n"


@pytest.mark.parametrize(
    ("join", "lines"),
    [
        (
            All,
            [
                "同时满足下列各项的，违规视为已补正，不再计入结论：",
                "（1）有“领证日”；",
                "（2）有“渡船编号”。",
            ],
        ),
        (
            Any,
            [
                "满足下列至少一项的，违规视为已补正，不再计入结论：",
                "（1）有“领证日”；",
                "（2）有“渡船编号”。",
            ],
        ),
    ],
)
def test_a_remedy_of_several_parts(lagoon: RuleBook, join: type[All | Any], lines: list[str]) -> None:
    page = Page(80)
    put_remedy(page, lagoon, "zh", join((Present("ferry.licensed_on"), Present("ferry.code"))))
    assert page.text().splitlines() == lines


def test_the_page_of_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    """How the ledger deals with it; the rules of the paragraph only, if one is named."""
    go("ferry-act#2")
    page = capsys.readouterr().out
    assert page.startswith("Art. 2 Licences and reports\nAct on Ferries (No. 7) (ferry-act#2)\n")
    assert section(page, "How it is dealt with") == ["Turned into rules."]
    assert section(page, "Rules (3)") == [
        "• Licence within five working days (lagoon.2.1.licence-in-time)",
        "• Report trips (lagoon.2.2.report-trips)",
        "• The code is well formed (lagoon.3.code-well-formed)",
    ]
    assert "• Trips (ferry.trips)" in section(page, "Questions it leads to (6)")
    go("2.2")
    assert section(capsys.readouterr().out, "Rules (1)") == ["• Report trips (lagoon.2.2.report-trips)"]
    go("2.7")
    assert "No rule or definition cites this paragraph" in capsys.readouterr().out
    go("ferry-act#4", "--lang", "zh")
    assert section(capsys.readouterr().out, "如何处理") == ["面向其他主体。", "约束港务人员。"]


def test_a_penalty_article(capsys: pytest.CaptureFixture[str]) -> None:
    go("ferry-act#9", "--lang", "zh")
    page = capsys.readouterr().out
    assert section(page, "罚则") == [
        "（1）初次违反：警告；",
        "（2）拒不改正：停航（罚款数额：1万元以上3万元以下）。",
    ]
    assert section(page, "所处罚的规则（1）") == ["• 五个工作日内领证（lagoon.2.1.licence-in-time）"]


def test_an_article_in_a_project(changed: Changed) -> None:
    """Each rule with its outcome, each definition whether it holds."""
    rules = section(changed.page("ferry-act#2"), "Rules (3)")
    assert rules[1::2] == ["  ! past breach, remedied", "  ✗ violated", "  ? undecided"]
    definitions = section(changed.page("ferry-act#1"), "Definitions")
    assert definitions[1::2] == ["  ✓ holds", "  ✓ holds"]
    definitions = section(changed.page("ferry-act#1", "runs: true", "runs: false", "zh"), "定义")
    assert definitions[1::2] == ["  ✗ 不成立", "  ✓ 成立"]


def test_an_instrument_with_two_ends_and_no_day_of_checking(capsys: pytest.CaptureFixture[str]) -> None:
    go("new-act#9")
    page = capsys.readouterr().out
    assert "  In force from 2030-01-01 to 2040-01-01" in page
    assert "  Issued by: Council" in page
    assert "  The day on which the sources were checked is not noted" in page
    assert section(page, "How it is dealt with") == ["Not turned into rules: check by hand.", "Not yet."]


# Mistakes, and what a terminal can take -----------------------------------------------------------


def test_an_unknown_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("licence-in-tme") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "compliance: error: “licence-in-tme” names no rule, fact, definition or article [usage.unknown_name]\n"
        "  did you mean lagoon.2.1.licence-in-time?\n"
    )
    assert go("licence-in-tme", "--lang", "zh") == 2
    assert "没有名为“licence-in-tme”的规则、事实项、定义或条文" in capsys.readouterr().err


def test_a_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("a\x1b[31mb\u202ec" + "d" * 500) == 2
    err = capsys.readouterr().err
    assert "<U+001B>" in err and not set(err) & {"\x1b", "\u202e"}
    assert len(err) < 400


def test_answers_cannot_steer_the_terminal(changed: Changed) -> None:
    """Text of the project is data on every page: no control characters, no lines of its own."""
    page = changed.page("ferry.trips", "name: Argo", r'name: "Ar\u202ego\u001b[31m"')
    assert not set(page) & {"\x1b", "\u202e"}
    page = changed.page("ferry.code", "code: F1", r'code: "F1\n✓ satisfied"')
    assert not any(line.strip() == "✓ satisfied" for line in page.splitlines())


def test_a_date_without_a_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert go("licence-in-time", *DAY) == 2
    assert "[usage.as_of_alone]" in capsys.readouterr().err


def test_a_broken_manifest_in_its_own_language(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "compliance.yaml").write_text(PROJECT.replace("runs:", "rnus:"), encoding="utf-8")
    assert go("licence-in-time", "-m", project, *DAY) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{project.as_posix()}/compliance.yaml:5:5: error: " in told.err
    assert "[manifest.unknown_fact]" in told.err and "事实" in told.err


def test_no_manifest_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert go("licence-in-time", "-m", tmp_path / "nowhere") == 2
    assert "[file.not_found]" in capsys.readouterr().err


def test_no_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 2
    assert "RULE|FACT|ARTICLE" in capsys.readouterr().err


def test_a_terminal_without_chinese_gets_english_and_is_told() -> None:
    """Pages and lists change to English rather than to question marks."""
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    rules = ["--rules", str(PACKS)]
    for command in (
        ["explain", "report-trips", *rules],
        ["rules", "list", *rules],
        ["rules", "ledger", *rules],
        ["rules", "lint", str(PACKS)],
        ["rules", "test", str(PACKS)],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "compliance", *command, "--lang", "zh"],
            capture_output=True, text=True, env=environ, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0
        assert "[usage.no_chinese]" in done.stderr
        assert done.stdout.isascii()
        assert done.stdout.count("?") <= 1  # the question of a list


def test_today_when_no_date_is_given(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    monkeypatch.setattr(clock, "today", lambda zone: date(2026, 5, 3) if zone == "UTC" else date(1999, 1, 1))
    assert go("report-trips", "-m", project, "--lang", "en") == 0
    assert "as of 2026-05-03" in capsys.readouterr().out


def test_warnings_of_the_manifest_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PROJECT.replace("name: held", "name: Ahab")
    (project / "compliance.yaml").write_text(text, encoding="utf-8")
    assert go("captain.name", "-m", project, *DAY, "--lang", "en") == 0
    told = capsys.readouterr()
    assert "[manifest.sensitive_in_public]" in told.err
    assert "Ahab" not in told.out + told.err


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
def test_every_page_keeps_to_the_width(width: int, lang: str) -> None:
    """Every page of the bundled packs: only what cannot be broken, an id or a link, sticks out."""
    book = load_rule_book([bundled_rules()], None)
    names = [*book.rules, *book.vocabulary.facts, *book.definitions]
    names += [f"{one.id}#{article.number}" for one in book.instruments.values() for article in one.articles]
    for name in names:
        page = render_page(lookup(book, name), book, lang, width=width)
        wide = [line for line in page.splitlines() if text_width(line) > width]
        assert all(max(map(text_width, line.split())) > width - 14 for line in wide), (name, wide)
        assert page == render_page(lookup(book, name), book, lang, width=width)


def test_ascii_only(lagoon: RuleBook) -> None:
    page = render_page(lookup(lagoon, "licence-in-time"), lagoon, "en", unicode=False)
    assert "•" not in page and "·" not in page
