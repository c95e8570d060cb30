"""A literal follower: whatever a compliance officer writes by nature, the hint's first piece is typed in its place.

Then the file is read, and the answer is the one that was meant. Follower and hint meet in both languages.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from compliance.errors import ManifestError, Problem
from compliance.errors.render import sentence
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Value
from compliance.packs.cache import bundled_rules, load_rule_book

VOCABULARY = load_rule_book([bundled_rules()], None).vocabulary
OPEN = "unanswered"
ABOUT_KEYS = ("manifest.unknown_key", "manifest.unknown_fact", "value.unknown_field")
TYPABLE = re.compile(r"`([^`]+)`")


def records(of: str, *names: str) -> Records:
    return Records(tuple(Record(name, {f"{of}.name": name}) for name in names))


def amount(number: int, unit: str) -> Quantity:
    return Quantity(number, unit)


def options(*chosen: str) -> frozenset[str]:
    return frozenset(chosen)


ON, START, ENDS, KEPT = "service.on_blockchain", "service.started_on", "service.ends_on", "records.retention"
NUMBER, NAME, PHONE = "filing.number", "entity.name", "entity.responsible_phone"
ROLES, AUDIENCE, ITEMS = "entity.roles", "service.audience", "filing.items"
ENDPOINTS, CHANGES = "service.endpoints", "filing.changes"

# What is written after the fact's colon, and what is meant by it.
MISTAKES: list[tuple[str, str, Value | str]] = [
    (ON, "是", True), (ON, "否", False), (ON, "yes", True), (ON, "No", False), (ON, "有", True), (ON, "没有", False),
    (ON, "'true'", True), (ON, "[true]", True), (ON, "待定", OPEN), (ON, "N/A", OPEN), (ON, "尚未", False),
    (ON, "不清楚", OPEN), (ON, "1", True), (ON, "True。", True),
    (START, "Feb 10 2026", date(2026, 2, 10)), (START, "10 February 2026", date(2026, 2, 10)),
    (START, "Mar 5, 2025", date(2025, 3, 5)), (START, "March 5th, 2025", date(2025, 3, 5)),
    (START, "Sept. 1, 2025", date(2025, 9, 1)), (START, "20260210", date(2026, 2, 10)),
    (START, "13/2/2026", date(2026, 2, 13)), (START, "2026-02-10 09:00", date(2026, 2, 10)),
    (START, "二〇二五年三月五日", date(2025, 3, 5)), (START, "二零二五年十二月二十五日", date(2025, 12, 25)),
    (START, "2025年三月五号", date(2025, 3, 5)), (START, "尚未", NONE), (START, "Not yet", NONE),
    (START, "not_yet", NONE), (START, "未发生", NONE), (START, "none", NONE), (START, "暂无", NONE),
    (START, "去年三月", OPEN), (START, "2025-03", OPEN), (START, "TBD", OPEN), (ENDS, "无", NONE), (ENDS, "—", NONE),
    (KEPT, "六个月", amount(6, "months")), (KEPT, "半年", amount(6, "months")),
    (KEPT, "0.5 years", amount(6, "months")), (KEPT, "1.5 years", amount(18, "months")),
    (KEPT, "1,000 days", amount(1000, "days")), (KEPT, "1e3 days", amount(1000, "days")),
    (KEPT, "26 weeks", amount(182, "days")),
    (KEPT, "six months", amount(6, "months")), (KEPT, "half a year", amount(6, "months")),
    (KEPT, "两个季度", amount(6, "months")), (KEPT, "一百八十天", amount(180, "days")),
    (KEPT, "100 working days", OPEN), (KEPT, "a long time", OPEN), (KEPT, "未定", OPEN), (KEPT, "none", OPEN),
    (KEPT, "1.5 months", OPEN),
    (NUMBER, "无", NONE), (NUMBER, "暂无", NONE), (NUMBER, "没有", NONE), (NUMBER, "N/A", NONE), (NUMBER, "None", NONE),
    (NUMBER, "未取得", NONE), (NUMBER, "申请中", NONE), (NUMBER, "not_yet", NONE), (NUMBER, "'-'", NONE),
    (NUMBER, "未知", OPEN), (NUMBER, "Unknown", OPEN), (NUMBER, "tbd", OPEN), (NUMBER, "todo", OPEN),
    (NUMBER, "'?'", OPEN), (NUMBER, "（待填写）", OPEN), (NUMBER, "[京网信备第8号]", "京网信备第8号"),
    (NAME, "无", OPEN), (NAME, "不详", OPEN), (PHONE, "有", HELD), (PHONE, "保密", HELD), (PHONE, "暂无", NONE),
    (ROLES, "运营者", options("operator")), (ROLES, "运营服务", options("operator")),
    (ROLES, "operator", options("operator")),
    (ROLES, "operator, node", options("operator", "node")), (ROLES, "operator node", options("operator", "node")),
    (ROLES, "operator、node", options("operator", "node")), (ROLES, "[operator node]", options("operator", "node")),
    (ROLES, "运营服务和仅为使用者", options("operator", "user_only")), (ROLES, "[none]", OPEN), (ROLES, "none", OPEN),
    (ROLES, "[unknown]", OPEN), (ROLES, "[]", OPEN),
    (AUDIENCE, "社会公众", "public"), (AUDIENCE, "Public", "public"), (AUDIENCE, "[internal]", "internal"),
    (AUDIENCE, "business partners", "business_partners"),
    (AUDIENCE, "不知道", OPEN),
    (ITEMS, "无", options()), (ITEMS, "[none]", options()), (ITEMS, "服务类别", options("service_category")),
    (ENDPOINTS, "官网", records(ENDPOINTS, "官网")), (ENDPOINTS, "官网、App", records(ENDPOINTS, "官网", "App")),
    (ENDPOINTS, "none", OPEN), (ENDPOINTS, "[]", OPEN), (CHANGES, "暂无", records(CHANGES)),
    (CHANGES, "none", records(CHANGES)), (CHANGES, "[none]", records(CHANGES)), (CHANGES, "待定", OPEN),
]  # fmt: skip

# What can mean several things: each of these is offered.
AMBIGUOUS: list[tuple[str, str, list[str]]] = [
    (KEPT, "10", ["10 days", "10 months", "10 years"]),
    (KEPT, "6月", ["6个月", "6 months"]),
    (KEPT, "六月", ["6个月", "6 months"]),
    (START, "10/2/2026", ["2026-10-02", "2026-02-10"]),
    (AUDIENCE, "public, internal", ["public", "internal"]),
    (AUDIENCE, "[public, internal]", ["public", "internal"]),
    (AUDIENCE, "公众", ["public", "business_partners", "internal", "unknown"]),
    (ON, "部分", ["true", "false", "unknown"]),
]


def manifest(fact: str, written: str) -> str:
    """A manifest of one answer, a line for each part of the fact's id, the value the last of its line."""
    *groups, name = fact.split(".")
    lines = [f"{'  ' * (depth + 1)}{group}:" for depth, group in enumerate(groups)]
    return (
        "\n".join(["compliance: 1", "facts:", *lines, f"{'  ' * (len(groups) + 1)}{name}: {written}"]) + "\n"
    )


def first_problem(text: str) -> Problem:
    with pytest.raises(ManifestError) as refused:
        read(text)
    return refused.value.problems[0]


def read(text: str) -> Manifest:
    return read_manifest(text.encode(), "c.yaml", VOCABULARY)


def followed(text: str, lang: str) -> str:
    """The text with the hint's first piece typed over what the problem stands at, to the end of that value."""
    problem = first_problem(text)
    place, hint = problem.location, sentence(problem, lang).hint
    assert place is not None
    suggestion = TYPABLE.search(hint)
    assert suggestion is not None, hint
    lines = text.split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = (
        line[: place.column - 1] + suggestion[1] + rest(line, place.column - 1, problem.code in ABOUT_KEYS)
    )
    return "\n".join(lines)


def rest(line: str, start: int, is_key: bool) -> str:
    """What follows a value, or a key, in its line: inside brackets, what stands behind it."""
    if is_key:
        return line[line.index(":", start) :]
    inside = line[:start].count("[") > line[:start].count("]")
    behind = re.match(r"[^,\]]*", line[start:]) if inside else None
    return "" if behind is None else line[start + behind.end() :]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("fact", "written", "meant"), MISTAKES, ids=[f"{m[0]}: {m[1]}" for m in MISTAKES])
def test_the_first_hint_is_an_answer_and_the_one_meant(
    fact: str, written: str, meant: Value | str, lang: str
) -> None:
    text = followed(manifest(fact, written), lang)
    assert read(text).answers.get(fact, OPEN) == meant


def test_there_are_enough_of_them() -> None:
    assert len(MISTAKES) >= 60


@pytest.mark.parametrize(("fact", "written", "meant"), MISTAKES, ids=[f"{m[0]}: {m[1]}" for m in MISTAKES])
def test_every_alternative_is_accepted(fact: str, written: str, meant: Value | str) -> None:
    """Not the first piece alone: none of them is refused."""
    text = manifest(fact, written)
    problem = first_problem(text)
    for lang in ("en", "zh"):
        for suggestion in TYPABLE.findall(sentence(problem, lang).hint):
            assert read(manifest(fact, suggestion)) is not None


@pytest.mark.parametrize(("fact", "written", "offered"), AMBIGUOUS)
def test_what_can_mean_several_things_is_offered_in_several_pieces(
    fact: str, written: str, offered: list[str]
) -> None:
    problem = first_problem(manifest(fact, written))
    for lang in ("en", "zh"):
        assert TYPABLE.findall(sentence(problem, lang).hint) == offered
    for suggestion in offered:
        read(manifest(fact, suggestion))


# The same for what stands around the facts: the file before, the file after.
AROUND = [
    ("compliance: v1\n", "compliance: 1\n"),
    ("compliance: 1\nlanguage: 中文\n", "compliance: 1\nlanguage: zh\n"),
    ("compliance: 1\nlanguage: English\n", "compliance: 1\nlanguage: en\n"),
    ("compliance: 1\nfact: {}\n", "compliance: 1\nfacts: {}\n"),
    (manifest("entity.主体名称", "甲"), manifest("entity.name", "甲")),
    (manifest("service.on_blokchain", "true"), manifest("service.on_blockchain", "true")),
    (
        manifest("filing.changes", "[{name: a, knd: similar}]"),
        manifest("filing.changes", "[{name: a, kind: similar}]"),
    ),
    ("compliance: 1\nevidence: receipt.pdf\n", "compliance: 1\nevidence: [{id: …, file: …}]\n"),
    (
        "compliance: 1\nwaivers: [later]\n",
        "compliance: 1\nwaivers: [{rule: …, reason: …, approver: …, expires: …}]\n",
    ),
    (
        "compliance: 1\nreadings:\n  reading.business_only: in_scope\n",
        "compliance: 1\nreadings:\n  reading.business_only: {view: in_scope, by: …, on: …}\n",
    ),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("before", "after"), AROUND)
def test_around_the_facts(before: str, after: str, lang: str) -> None:
    """The three dots stand for what only the writer knows."""
    assert followed(before, lang) == after
    filled = after.replace("rule: …", "rule: a.b").replace("expires: …", "expires: 2027-01-31")
    read(filled.replace("on: …", "on: 2026-05-01").replace("file: …", "file: e.pdf").replace("…", "Jia"))


@pytest.mark.parametrize(
    ("path", "written", "right"),
    [
        ("content.controls", "全部", "`[publish, record, store, spread]`"),
        ("terms.agreement_covers", "双方", "`[provider, user]`"),
        ("users.kinds", "个人、企业", "`unknown` / "),
        ("security.risks", "无风险", "`[]` / `unknown` / "),
        ("oversight.inspections", "未检查过", "`[]` / `unknown` / "),
        ("content.cases", "0", "`[]` / `unknown` / "),
        ("launches", "有", "`[]` / `unknown` / "),
    ],
)
def test_a_hint_drops_and_invents_nothing(path: str, written: str, right: str) -> None:
    """Where several may be meant, no single one comes first; what names nothing makes no entry."""
    group, _, name = path.rpartition(".")
    lines = [f"    {name}: {written}"] if group else []
    text = (
        "compliance: 1\nfacts:\n"
        + (f"  {group}:\n" if group else f"  {name}: {written}\n")
        + "\n".join(lines)
    )
    with pytest.raises(ManifestError) as caught:
        read_manifest(text.encode() + b"\n", "compliance.yaml", VOCABULARY)
    assert str(caught.value.problems[0].details["right"]).startswith(right)
