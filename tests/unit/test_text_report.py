"""The text report: the verdict first, everything said that counts, in both languages and at any width."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hostile import hostile
from report_samples import ALL, SITUATIONS, assessment_of, shown
from sample_book import FILE, judged

from compliance.assessment.model import Assessment, EvidenceFile, Standing
from compliance.cli.complaints import complaint_lines
from compliance.errors import Location, Problem
from compliance.facts.manifest import EvidenceEntry, Waiver
from compliance.facts.sanitise import no_command
from compliance.facts.values import Records
from compliance.packs.rulebook import Citation
from compliance.reports.citation import chinese_numeral, provision_text
from compliance.reports.text.layout import Page, text_width, wrap
from compliance.reports.text.report import render_text
from compliance.reports.words import WORDS, say
from compliance.reports.words_pages import PAGE_WORDS


def report(name: str, lang: str = "en", width: int = 200, show_all: bool = False) -> str:
    return render_text(SITUATIONS[name], lang, width=width, show_all=show_all)


def stated(text: str, made: Assessment, lang: str) -> dict[str, str]:
    """Rule -> what the page in full says of it: the mark before its title, or among what holds its outcome in words."""
    marks = {"✗": "violated", "?": "undecided", "…": "pending", "!": "past"}
    lines = text.splitlines()
    found: dict[str, str] = {}
    for before, line in pairwise(lines):
        own = re.match(r"  (\S+) · ", line)
        if own and own[1] in made.book.rules and before[0] in marks:
            assert own[1] not in found
            found[own[1]] = marks[before[0]]
    for line in lines:
        own = re.match(r"([✓•]) .*[（(](\S+?)[）)](?:(?:: |：)(.*))?$", line)
        if own and own[2] in made.book.rules and own[2] not in found:
            found[own[2]] = say("outcome.satisfied", lang) if own[1] == "✓" else own[3]
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_can_be_read_back(name: str, lang: str) -> None:
    """From the report with `--all`: how a rule counts; of what holds, how it came out."""
    made = assessment_of(name)
    wanted = {
        finding.rule.id: say(f"outcome.{finding.outcome.value}", lang)
        if finding.standing is Standing.HOLDS
        else finding.standing.value
        for finding in made.findings
    }
    wanted |= {rule: say("holds.not_in_force", lang) for rule in made.not_in_force}
    assert stated(render_text(made, lang, width=100_000, show_all=True), made, lang) == wanted


FIRST_LINES = {
    ("ready", "en"): "READY as of 2026-11-24: no binding requirement violated or undecided.",
    ("ready", "zh"): "已具备条件（截至 2026-11-24）：强制性和禁止性要求均无违反、无待判定。",
    (
        "empty",
        "en",
    ): "INCOMPLETE as of 2026-11-24: 4 requirements undecided; 6 facts open, could still become blocked.",
    (
        "empty",
        "zh",
    ): "信息不全，尚无法判断（截至 2026-11-24）：4 项要求无法判定；6 个事项未答，仍有可能出现硬性障碍。",
    ("blocked", "en"): "BLOCKED as of 2026-11-24: 1 requirement violated.",
    ("blocked", "zh"): "存在硬性障碍（截至 2026-11-24）：违反 1 项要求。",
    ("parts", "en"): "NOT READY as of 2026-11-24: 1 requirement violated (1 of them waived; other "
    "records of 1 undecided).",
    (
        "parts",
        "zh",
    ): "尚不具备条件（截至 2026-11-24）：违反 1 项要求（其中 1 项属内部批准的偏离；1 项另有条目无法判定）。",
    ("past", "en"): "READY as of 2026-11-24: no binding requirement violated or undecided, "
    "1 past breach (remedied, not counted).",
    (
        "past",
        "zh",
    ): "已具备条件（截至 2026-11-24）：强制性和禁止性要求均无违反、无待判定，1 项既往违规（已补正，不计入）。",
    (
        "pending",
        "en",
    ): "READY as of 2026-11-24: no binding requirement violated or undecided, 1 due by 2026-11-30.",
    (
        "pending",
        "zh",
    ): "已具备条件（截至 2026-11-24）：强制性和禁止性要求均无违反、无待判定，1 项须于 2026-11-30 前（含当日）完成。",
    ("out", "en"): "OUT OF SCOPE as of 2026-11-24: Order No. 9 pack does not apply.",
    ("out", "zh"): "不在适用范围内（截至 2026-11-24）：第9号令规则包不适用。",
    ("calendar", "en"): "INCOMPLETE as of 2026-11-24: 1 requirement undecided.",
}


@pytest.mark.parametrize(("name", "lang"), FIRST_LINES)
def test_the_first_line_is_the_verdict(name: str, lang: str) -> None:
    """A manager who reads one line knows where the project stands."""
    assert report(name, lang).splitlines()[0] == FIRST_LINES[name, lang]


@pytest.mark.parametrize(
    ("name", "lang", "line"),
    [
        ("blocked", "en", "✗ No token business (hard stop)"),
        ("blocked", "en", "  order.11.no-tokens · Order No. 9 Art. 11 para. 1 "
         "· svc/compliance.yaml:11:3"),
        ("blocked", "zh", "  order.11.no-tokens · 第9号令第十一条第一款"
         " · svc/compliance.yaml:11:3"),
        ("blocked", "zh", "第9号令的条文据间接来源整理，引用前请与官方文本核对。"),
        ("blocked", "en", "  Do: Mend no-tokens."),
        ("blocked", "en", "  Doubt: What counts as a token is unsettled."),
        ("blocked", "en", "Judged as of a date given by hand (2026-11-24); the answers are those of the file today."),
        ("parts", "en", "  • 官网: violated svc/compliance.yaml:40:7"),
        ("parts", "en", "    Waived until 2026-12-01 by board: in work"),
        ("parts", "zh", "    理由：“官网”：已标明编号——否；要求：是。"),
        ("parts", "zh", "    内部批准的偏离，有效期至 2026-12-01；批准人：board；理由：in work"),
        ("parts", "zh", "内部批准的偏离"),
        ("parts", "en", "  • app: undecided svc/compliance.yaml:41:7"),
        ("past", "en", "  Exposure: Order No. 9 Art. 22."),
        ("past", "zh", "  可能的法律责任：第9号令第二十二条。"),
        ("ready", "en", "Met"),
        ("pending", "en", "… File within ten working days (due 2026-11-30, 6 days left)"),
        ("empty", "en", "1. Is the service offered to the public?"),
        ("empty", "en", "   service.public · 4 rules hang on it"),
        ("empty", "en", "   reading.abroad · for counsel · 1 rule hangs on it"),
        ("empty", "en", "? Order No. 9 pack: cannot say whether it applies; 4 rules hang on service.public"),
        ("empty", "zh", "? 第9号令规则包：尚无法判断是否适用；4 条规则取决于 service.public"),
        ("empty", "en", "? 1 undecided: --all lists them"),
        ("calendar", "en", "? File within ten working days (order.11.file-in-time): "
         "the public holidays of the year in question are not announced yet"),
        ("out", "en", "Another answer to these would change it: service.public."),
        ("ready", "en", "6 satisfied, 0 not applicable, 0 not in force"),
        ("ready", "en", "Rules aaaaaaaaaaaa (order 1.2.0); project file cccccccccccc; compliance 0.1.0"),
        ("ready", "en", "A self-assessment to prepare with, not legal advice."),
    ],
)  # fmt: skip
def test_lines(name: str, lang: str, line: str) -> None:
    """What a reader needs stands in the report word by word."""
    assert line in report(name, lang).splitlines()


def test_a_field_named_within_a_sentence() -> None:
    """In Chinese a record and its field are both quoted: labels are clauses as often as nouns."""
    made = judged(changes={"service.endpoints": Records((shown("app", None),))})
    text = render_text(made, "zh", width=200)
    assert "1. “app”的“已标明编号”" in text.splitlines()
    assert "的已标明编号" not in text


def test_words_that_would_mislead() -> None:
    """An internal deviation is no exemption from the law, our sentence not the legislator's purpose."""
    said = "\n".join(text.zh for text in WORDS.values())
    for word in ("豁免", "立法目的", "风险", "施行期", "二手来源"):
        assert word not in said
    assert say("purpose", "zh") == "说明" and say("purpose", "en") == "Why it matters"


def test_undecided_rules_show_their_outcome_in_scope_with_all() -> None:
    """While scope is open the outcome if in scope is told, labelled, with --all."""
    assert "If in scope (not counted): undecided." in report("empty", show_all=True)


def test_records_that_may_follow_are_named() -> None:
    """A list that may go on is undecided, and the report says that it is for further entries."""
    made = judged(changes={"service.endpoints": Records((shown("app", True),), complete=False)})
    assert "  • further entries: undecided" in render_text(made, "en", show_all=True).splitlines()


def test_all_lists_what_holds() -> None:
    assert "✓ Keep access logs (order.11.keep-logs)" in report("ready", show_all=True)
    assert "✓" not in report("ready")


def test_evidence_waivers_and_plans_are_told() -> None:
    """Missing, changed and expiring things that no rule judges still reach the reader."""
    place = Location(FILE, 80, 5)
    entries = tuple(
        EvidenceEntry(id, None, (), f"docs/{id}.pdf", None, "0" * 64, None, expires, place)
        for id, expires in (("gone", None), ("other", date(2026, 12, 1)), ("old", date(2026, 1, 1)))
    )
    made = judged(
        evidence=entries,
        files={"gone": EvidenceFile(None), "other": EvidenceFile("1" * 64), "old": EvidenceFile("0" * 64)},
        waivers=(Waiver("order.11.no-tokens", None, "r", "a", date(2027, 1, 1), place),),
        changes={"service.filed_on": date(2027, 3, 1)},
    )
    text = render_text(made, "en", width=200)
    for line in (
        "• gone: docs/gone.pdf is missing",
        "• other: docs/other.pdf is not the file whose SHA-256 is noted",
        "• other: expires on 2026-12-01",
        "• old: expired on 2026-01-01",
        "• order.11.no-tokens: prohibitions and hard stops cannot be waived",
        "• Filing (service.filed_on): 2027-03-01",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1, 20, 40, 80, 200])
@pytest.mark.parametrize("name", SITUATIONS)
def test_lines_keep_to_the_width(name: str, width: int, lang: str) -> None:
    """No line is wider than the terminal but one piece that is never broken (an id, a path)."""
    lines = report(name, lang, width, show_all=True).splitlines()
    for line in lines:
        whole = line.strip().lstrip("•?✗✓!… ").split(" ")
        assert text_width(line) <= max(width, 20) or len(whole) == 1
    assert all(line == line.rstrip() for line in lines)
    assert not any(one == other == "" for one, other in pairwise(lines))


@pytest.mark.parametrize("name", SITUATIONS)
def test_ids_and_places_are_never_broken(name: str) -> None:
    narrow = report(name, "zh", 20, show_all=True)
    for finding in SITUATIONS[name].findings:
        assert finding.rule.id in narrow


def test_the_words_do_not_depend_on_the_width() -> None:
    wide, narrow = report("parts", "zh", 200), report("parts", "zh", 20)
    assert "".join(wide.split()) == "".join(narrow.split())


def test_colour_adds_codes_only() -> None:
    """Colour carries nothing that the words do not say."""
    import re

    coloured = render_text(SITUATIONS["blocked"], "en", width=80, colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == render_text(SITUATIONS["blocked"], "en", width=80)


def test_without_unicode_english_is_ascii() -> None:
    made = judged(changes={"service.tokens": True, "service.staff": 2})
    text = render_text(made, "en", unicode=False, show_all=True)
    assert text.isascii()
    assert "x No token business (hard stop)" in text


def test_user_text_cannot_reach_the_terminal() -> None:
    """Escape sequences, bidirectional marks and line breaks in answers are shown, not obeyed."""
    evil = "a\x1b]0;x\x07\u202eb\nREADY as of"
    endpoints = Records((shown(evil, False),))
    waiver = Waiver("order.11.show-number", evil, evil, evil, date(2027, 12, 1), Location(evil, 1, 1))
    for lang in ("en", "zh"):
        text = render_text(judged(changes={"service.endpoints": endpoints}, waivers=(waiver,)), lang)
        assert not set(text) & {"\x1b", "\x07", "\u202e"}
        assert not any(line.startswith("READY") for line in text.splitlines())


def test_sensitive_values_never_appear() -> None:
    made = judged(changes={"contact.phone": "13800000000"})
    assert "13800000000" not in render_text(made, "en", show_all=True)


# Words and layout ---------------------------------------------------------------------------------


def test_every_word_has_both_languages() -> None:
    import re

    assert not WORDS.keys() & PAGE_WORDS.keys()
    for key, text in {**WORDS, **PAGE_WORDS}.items():
        assert text.en and text.zh, key
        slots = {lang: set(re.findall(r"{(\w+)}", text.get(lang))) for lang in ("en", "zh")}
        assert slots["en"] - {"s", "es", "v"} == slots["zh"], key


def test_plurals() -> None:
    assert say("line.open", "en", n=1) == "1 fact open"
    assert say("line.open", "en", n=2) == "2 facts open"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百零一"),
     (110, "一百一十"), (115, "一百一十五"), (1005, "一千零五"), (1050, "一千零五十"), (1260, "一千二百六十")],
)  # fmt: skip
def test_chinese_numerals(number: int, said: str) -> None:
    assert chinese_numeral(number) == said


@pytest.mark.parametrize(
    ("citation", "en", "zh"),
    [
        (Citation("o", "11", "1"), "Art. 11 para. 1", "第十一条第一款"),
        (Citation("o", "253"), "Art. 253", "第二百五十三条"),
        (Citation("o", "21", "1.3"), "Art. 21 para. 1 item 3", "第二十一条第一款第三项"),
        (Citation("o", "5-2"), "Art. 5-2", "第5-2条"),
    ],
)
def test_provisions_in_words(citation: Citation, en: str, zh: str) -> None:
    assert (provision_text(citation, "en"), provision_text(citation, "zh")) == (en, zh)


def test_wrapping_chinese() -> None:
    """A line never begins with closing punctuation, and digits stay with what they count."""
    lines = wrap("一二三四五六七八九十，开始提供服务之日起10个工作日内（含当日）备案。", 20)
    assert all(text_width(line) <= 20 for line in lines)
    assert not any(line[0] in "，。）、：；" for line in lines)
    assert not any(line[-1] in "（10" for line in lines)


def test_width_counts_columns() -> None:
    assert text_width("备案 ok") == 7
    assert text_width("e\u0301") == 1


def test_a_kept_piece_is_not_broken() -> None:
    page = Page(20)
    page.put("见 示例 公司/compliance.yaml:3:5 处", keep="示例 公司/compliance.yaml:3:5")
    assert "示例 公司/compliance.yaml:3:5" in page.lines


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("  ::error::x", "  : :error::x"),
        ("a\n\u3000::stop-commands::x", "a\n\u3000: :stop-commands::x"),
        ("see ##[group]x ##vso[task.complete]", "see # #[group]x # #vso[task.complete]"),
        ("a::b # heading ##", "a::b # heading ##"),
    ],
)
def test_what_a_runner_takes_for_a_command(written: str, shown: str) -> None:
    assert no_command(written) == shown


@pytest.mark.parametrize("width", [20, 40, 60])
def test_no_line_is_a_command_to_a_runner(width: int) -> None:
    """However the lines are broken: text of people stands in logs of pipelines."""
    made = hostile("in work until then, so ::stop-commands::x and ##[group]y")
    lines = render_text(made, "en", width=width, show_all=True).splitlines()
    assert any(": :stop-commands" in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    problem = Problem(
        "file.unreadable", Location("::add-mask::x/compliance.yaml"), {"file": "##[group]", "why": "x"}
    )
    said = complaint_lines([problem], "en")
    assert said.startswith(": :add-mask") and "##[" not in said
