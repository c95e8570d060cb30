"""What is wrong with a pack is named with its code, at its place, with what to write instead.

Each case changes one piece of the invented country's pack; the problem has to stand where the last line says.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import Gravity, PackError, Problem
from compliance.errors.render import sentence
from compliance.packs.cache import Contents, read_folders
from compliance.packs.load import load_packs

ATLANTIS = Path(__file__).parent.parent / "data" / "packs" / "atlantis"
DEPTH = "require: {harbour.depth: {at_least: 3 fathoms}}"
SHIPS = (
    "require: {every: {of: harbour.ships, where: {harbour.ships.foreign: true}, satisfies: "
    "{harbour.ships.reported_on: {no_later_than: 1 days after harbour.ships.arrived_on}}}}"
)
REGISTER = "require: {registry.entered_on: {no_later_than: 2 working_days after harbour.opened_on}}"
BERTHS = "{id: harbour.berths, type: number, whole: true, minimum: 0,"
ACT_ONE = 'article: "1", title: {en: article, zh: 条}, handled: rules'

# The piece to change, what it becomes, the code, and the text at which the problem stands.
CASES: dict[str, tuple[str, str, str, str]] = {
    "misspelt fact": (DEPTH, "require: {harbour.dept: true}", "condition.unknown_fact", "harbour.dept:"),
    "no condition": (DEPTH, "require: deep", "condition.not_a_mapping", "deep"),
    "empty condition": (DEPTH, "require: {all: []}", "condition.not_a_list", "[]"),
    "all of one": (DEPTH, "require: {all: {harbour.berths: 1}}", "condition.not_a_list", "{harbour.berths: 1}"),
    "definition unknown": (DEPTH, "require: {definition: deep}", "condition.unknown_definition", "deep"),
    "definition no name": (DEPTH, "require: {definition: [deep]}", "condition.not_a_name", "[deep]"),
    "present of a mapping": (DEPTH, "require: {present: {a: b}}", "condition.not_a_name", "{a: b}"),
    "operator unknown": (
        DEPTH, "require: {harbour.depth: {atleast: 3 fathoms}}", "condition.unknown_operator", "atleast",
    ),
    "operator misfit": (
        DEPTH, "require: {harbour.depth: {has_any: [pilot]}}", "condition.operator_misfit", "has_any",
    ),
    "no operator": (DEPTH, "require: {harbour.depth: {}}", "condition.not_a_mapping", "{}"),
    "unit unknown": (
        DEPTH, "require: {harbour.depth: {at_least: 3 metres}}", "condition.unit", "3 metres",
    ),
    "unit missing": (DEPTH, "require: {harbour.depth: {at_least: 3}}", "value.unit_missing", "3}"),
    "number wanted": (
        DEPTH, "require: {harbour.berths: {at_least: many}}", "value.number_form", "many",
    ),
    "unknown as a value": (DEPTH, "require: {harbour.berths: unknown}", "condition.no_value", "unknown"),
    "none as a value": (
        DEPTH, "require: {harbour.licence: none}", "condition.none_literal", "none}",
    ),
    "list as a fact": (
        DEPTH, "require: {harbour.ships: true}", "condition.list_needs_quantifier", "harbour.ships: true",
    ),
    "set compared": (DEPTH, "require: {harbour.services: pilot}", "condition.set_needs_operator", "harbour.services"),
    "set with no list": (
        DEPTH, "require: {harbour.services: {has_any: []}}", "condition.not_a_list", "[]",
    ),
    "option unknown": (
        DEPTH, "require: {harbour.services: {has_any: [pilott]}}", "value.option", "pilott",
    ),
    "not a date": (
        DEPTH, "require: {harbour.opened_on: {on_or_after: harbour.berths}}", "condition.not_a_date", "harbour.berths",
    ),
    "impossible day": (
        DEPTH, "require: {harbour.opened_on: {on_or_after: 2026-02-30}}", "value.no_such_day", "2026-02-30",
    ),
    "span": (DEPTH, "require: {harbour.opened_on: {within_last: a year}}", "condition.span", "a year"),
    "span in working days": (
        DEPTH, "require: {harbour.opened_on: {within_last: 5 working_days}}", "condition.span", "5 working_days",
    ),
    "kinds differ": (
        DEPTH, "require: {harbour.opened_on: {same_as: harbour.licence}}", "condition.kinds_differ", "harbour.licence",
    ),
    "identifier unknown": (
        DEPTH, "require: {harbour.licence: {valid: atlantis-license}}", "condition.unknown_identifier", "atlantis-license",
    ),
    "field outside": (
        DEPTH, "require: {harbour.ships.foreign: true}", "condition.field_outside", "harbour.ships.foreign: true",
    ),
    "quantifier without list": (
        DEPTH, "require: {some: {where: {harbour.berths: 1}}}", "condition.quantifier", "{where",
    ),
    "quantifier of text": (DEPTH, "require: {every: ships}", "condition.quantifier", "ships}"),
    "every without satisfies": (
        DEPTH, "require: {every: {of: harbour.ships}}", "condition.quantifier", "{of",
    ),
    "quantifier over a number": (
        DEPTH, "require: {some: {of: harbour.berths}}", "condition.not_records", "harbour.berths",
    ),
    "part unknown": (
        DEPTH, "require: {some: {of: harbour.ships, which: {harbour.ships.foreign: true}}}",
        "condition.unknown_part", "which",
    ),
    "quantifier in a quantifier": (
        SHIPS, "require: {every: {of: harbour.ships, satisfies: {some: {of: harbour.ships}}}}",
        "condition.nested_quantifier", "some",
    ),
    "limit in where": (
        SHIPS,
        "require: {some: {of: harbour.ships, where: {harbour.ships.reported_on: "
        "{no_later_than: 1 days after harbour.opened_on}}}}",
        "condition.limit_not_allowed", "no_later_than",
    ),
    "limit under not": (
        REGISTER,
        "require: {not: {registry.entered_on: {no_later_than: 2 days after harbour.opened_on}}}",
        "condition.limit_not_allowed", "no_later_than",
    ),
    "limit on a plan": (
        REGISTER, "require: {harbour.closes_on: {no_later_than: 2 days after harbour.opened_on}}",
        "condition.limit_deed", "no_later_than",
    ),
    "limit in words": (
        REGISTER, "require: {registry.entered_on: {no_later_than: two days after harbour.opened_on}}",
        "condition.limit", "two days",
    ),
    "limit after today": (
        REGISTER, "require: {registry.entered_on: {no_later_than: 2 days after as_of}}", "condition.limit", "2 days",
    ),
    "limit after a misspelt event": (
        REGISTER, "require: {registry.entered_on: {no_later_than: 2 days after harbour.opend_on}}",
        "condition.unknown_fact", "harbour.opend_on",
    ),
    "negated none": (
        DEPTH, "require: {not: {harbour.licence: ATL-123455}}", "condition.negated_none", "{not",
    ),
    "unknown key": ("hard_stop: true", "hardstop: true", "pack.unknown_key", "hardstop"),
    "severity": ("severity: recommended", "severity: nice", "pack.not_one_of", "nice"),
    "switch": ("hard_stop: true", "hard_stop: ja", "pack.not_a_boolean", "ja"),
    "switch in yes": ("hard_stop: true", "hard_stop: yes", "pack.not_a_boolean", "yes"),
    "switch in on": ("subject: true", "subject: on", "pack.not_a_boolean", "on"),
    "switch in quotes": ("hard_stop: true", "hard_stop: 'true'", "pack.not_a_boolean", "'true'"),
    "switch of a fact": ("type: choices", "type: choices\n    at_least_one: yes", "pack.not_a_boolean", "yes"),
    "text of a list": ("because: {en: The sea wants it.,", "because: {en: [The sea],", "pack.not_a_text", "[The sea]"),
    "minimum in words": (BERTHS, BERTHS.replace("minimum: 0", "minimum: few"), "pack.not_a_whole_number", "few"),
    "minimum too large": (BERTHS, BERTHS.replace("minimum: 0", f"minimum: {'9' * 5000}"), "pack.bad_value", "999"),
    "day in words": ("holidays: [2026-06-21,", "holidays: [midsummer,", "pack.not_a_date", "midsummer"),
    "impossible day off": ("holidays: [2026-06-21,", "holidays: [2026-06-31,", "pack.not_a_date", "2026-06-31"),
    "evidence no list": (
        "severity: recommended", "severity: recommended\n    evidence: extract", "pack.not_a_list", "extract",
    ),
    "title no group": (
        "title: {en: Harbour law of Atlantis, zh: 亚特兰蒂斯港口法}", "title: Harbour law", "pack.not_a_group", "Harbour law",
    ),
    "empty text": ("because: {en: The sea wants it.,", "because: {en: '',", "pack.text_too_short", "''"),
    "endless text": (
        "because: {en: The sea wants it.,", f"because: {{en: {'sea ' * 1200},", "pack.text_too_long", "sea sea",
    ),
    "two examples": (
        "      - {name: no ship, base: open, expect: not_applicable}\n", "", "pack.list_too_short", "- {name: ship,",
    ),
    "too many extra days": ("extra_days: 5", "extra_days: 99", "pack.number_too_large", "99"),
    "too few extra days": ("extra_days: 5", "extra_days: -1", "pack.number_too_small", "-1"),
    "reference": (
        "source: {article: tide-order#5,", "source: {article: tide order 5,", "pack.pattern", "tide order 5",
    ),
    "source in a list": ("hard_stop: true\n    source: {article: tide-order#6, verified: full-text}",
        "hard_stop: true\n    source: [{article: tide-order#6, verified: maybe}]", "pack.not_one_of", "maybe",
    ),
    "missing fix": ("    fix: {en: Do it., zh: 照办。}\n", "", "pack.missing_key", "id: atlantis.1.register"),
    "one language": ("because: {en: The sea wants it., zh: 海之所需。}", "because: {en: Sea.}", "pack.missing_key", "{en: Sea.}"),
    "rule of another pack": ("- id: atlantis.5.depth", "- id: lemuria.5.depth", "pack.rule_id", "lemuria.5.depth"),
    "rule twice": ("- id: atlantis.5.depth", "- id: atlantis.4.licence", "pack.duplicate_id", "atlantis.4.licence"),
    "hard stop of practice": (
        "severity: prohibition", "severity: practice", "pack.hard_stop", "true\n    source: {article: tide-order#6",
    ),
    "unconfirmed and binding": (
        "source: {article: tide-order#5, verified: full-text}", "source: {article: tide-order#5, verified: unconfirmed}",
        "pack.unconfirmed", "mandatory\n    source: {article: tide-order#5",
    ),
    "instrument unknown": (
        "source: {article: tide-order#5,", "source: {article: tide-odor#5,", "pack.unknown_instrument",
        "{article: tide-odor#5",
    ),
    "article unknown": (
        "source: {article: tide-order#5,", "source: {article: tide-order#55,", "pack.unknown_article",
        "{article: tide-order#55",
    ),
    "article without reason": (
        ACT_ONE, 'article: "1", title: {en: article, zh: 条}, handled: definition', "pack.article_without_reason",
        '{article: "1"',
    ),
    "article without rule": (
        ACT_ONE, f'{ACT_ONE}}}\n      - {{article: "9", title: {{en: a, zh: 条}}, handled: rules',
        "pack.article_without_rule", '{article: "9"',
    ),
    "evidence unknown": (
        "severity: recommended", "severity: recommended\n    evidence: [registry-extrakt]", "pack.unknown_evidence",
        "registry-extrakt",
    ),
    "ends before it begins": (
        "severity: recommended", "severity: recommended\n    in_force: {from: 2026-02-01, until: 2026-01-01}",
        "pack.in_force", "{from: 2026-02-01",
    ),
    "calendar unknown": ("calendar: atlantis\napplies", "calendar: atlantic\napplies", "pack.unknown_calendar", "atlantic"),
    "no calendar": ("calendar: atlantis\napplies", "applies", "pack.no_calendar", "atlantis.1.register-in-time"),
    "needs an absent pack": ("subject: true", "needs: [lemuria]\nsubject: true", "pack.needs", "lemuria"),
    "another name": ("pack: atlantis", "pack: lemuria", "pack.name", "lemuria"),
    "version missing": ("version: 1.0.0\n", "", "pack.missing_key", "atlantis\ntitle"),
    "fact without units": ("units: [fathoms], ", "", "pack.fact_needs", "harbour.depth"),
    "working days beside days": ("units: [days, months]", "units: [working_days, days]", "pack.mixed_units", "harbour.log_kept_for"),
    "field in working days and weeks": (
        "- {id: foreign, type: boolean,", "- {id: stay, type: quantity, units: [weeks, working_days],",
        "pack.mixed_units", "harbour.ships",
    ),
    "two currencies": ("units: [days, months]", "units: [CNY, USD]", "pack.mixed_units", "harbour.log_kept_for"),
    "money beside time": ("units: [days, months]", "units: [CNY, days]", "pack.mixed_units", "harbour.log_kept_for"),
    "fact is a group": ("{id: harbour.berths,", "{id: harbour,", "pack.fact_prefix", "harbour, type: number"),
    "set of none": ("type: choices", "type: choices\n    none: true", "pack.none_of_list", "harbour.services"),
    "option twice": ("{id: tug, label", "{id: pilot, label", "pack.duplicate_option", "harbour.services"),
    "identifier of a number": (BERTHS, f"{BERTHS} identifier: atlantis-licence,", "pack.identifier_on", "harbour.berths"),
    "suggestion of a number": (BERTHS, f"{BERTHS} suggested_by: {{answer: '1', links: [berths]}},", "pack.suggestion", "harbour.berths"),
    "suggestion of a set": (
        "type: choices", "type: choices\n    suggested_by: {answer: tug, links: [tug]}", "pack.suggestion", "harbour.services",
    ),
    "suggestion for an entry": (
        "- {id: foreign, type: boolean,", "- {id: foreign, type: boolean, suggested_by: {answer: true, links: [foreign]},",
        "pack.suggestion", "harbour.ships",
    ),
    "sensitive date": (
        "type: date", "type: date, sensitive: true", "pack.sensitive", "harbour.opened_on",
    ),
    "sensitive name of an entry": (
        "{id: name, type: text,", "{id: name, type: text, sensitive: true,", "pack.sensitive", "harbour.ships",
    ),
    "sensitive view of counsel": (
        "type: reading", "type: reading\n    sensitive: true", "pack.sensitive", "reading.raft",
    ),
    "sensitive list": (
        "key: name", "key: name\n    sensitive: true", "pack.sensitive", "harbour.ships",
    ),
    "key is no field": ("key: name", "key: title", "pack.key_field", "harbour.ships"),
    "field twice": ("- {id: foreign, type: boolean", "- {id: name, type: boolean", "pack.duplicate_field", "harbour.ships"),
    "list in a list": (
        "- {id: foreign, type: boolean,",
        "- {id: foreign, type: records, key: a, fields: [{id: a, type: text, label: {en: a, zh: a}}],",
        "pack.field_type", "harbour.ships",
    ),
    "reading without source": (", source: {en: New judges, zh: 新判例}", "", "pack.reading", "reading.raft"),
    "sample of an identifier": ('"123455"]', "ATL-123455]", "identifier.example", "ATL-123455]"),
    "dangerous pattern": (
        'pattern: "ATL-(?P<body>[0-9]{6})"', 'pattern: "ATL-(?P<body>([0-9]+)+)"', "identifier.pattern", '"ATL-(?P',
    ),
    "base unknown": ("base: open, expect: satisfied}\n      - {name: shallow", "base: opn, expect: satisfied}\n      - {name: shallow", "pack.unknown_base", "opn"),
    "day of another year": ("holidays: [2026-06-21,", "holidays: [2027-06-21,", "calendar.other_year", "id: atlantis"),
}  # fmt: skip


def changed_pack(old: str, new: str) -> Contents:
    contents = read_folders([ATLANTIS])
    changed = 0
    for name, data in contents["atlantis"].items():
        text = data.decode()
        if old in text:
            changed += 1
            contents["atlantis"][name] = text.replace(old, new, 1).encode()
    assert changed == 1, f"{old!r} stands in {changed} files"
    return contents


def problems_of(contents: Contents) -> list[Problem]:
    with pytest.raises(PackError) as refused:
        load_packs(contents)
    return [problem for problem in refused.value.problems if problem.gravity is Gravity.ERROR]


def text_at(contents: Contents, problem: Problem) -> str:
    """The text from where a problem stands to the end of the file."""
    assert problem.location is not None
    pack, _, name = problem.location.file.partition("/")
    lines = contents[pack][name].decode().splitlines(keepends=True)[problem.location.line - 1 :]
    return "".join(lines)[problem.location.column - 1 :]


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_named_at_its_place(case: str) -> None:
    old, new, code, at = CASES[case]
    contents = changed_pack(old, new)
    problems = problems_of(contents)
    assert code in [problem.code for problem in problems]
    problem = next(problem for problem in problems if problem.code == code)
    assert text_at(contents, problem)[: len(at)] == at
    for language in ("en", "zh"):
        said = sentence(problem, language)
        assert said.message and said.hint
        assert "Input should" not in said.message + said.hint


def test_a_union_is_told_of_once() -> None:
    """A source can be one or a list, a penalty a reference or `none`: one mistake is one problem."""
    contents = changed_pack(
        "source: {article: tide-order#5, verified: full-text}\n    require: {harbour.depth: {at_least: 3 fathoms}}\n"
        "    penalty: none",
        "source: [{article: tide-order#5, verified: maybe}]\n    require: {harbour.depth: {at_least: 3 fathoms}}\n"
        "    penalty: a fine",
    )
    problems = problems_of(contents)
    assert [problem.code for problem in problems] == ["pack.not_one_of", "pack.pattern"]
    assert [problem.details["key"] for problem in problems] == [
        "rules.4.source.0.verified",
        "rules.4.penalty",
    ]
    assert sentence(problems[0], "zh").hint == "可选：full-text / secondary / unconfirmed"


def test_all_mistakes_come_in_one_pass() -> None:
    contents = changed_pack(DEPTH, "require: {harbour.dept: true}")
    text = contents["atlantis"]["rules.yaml"].decode()
    contents["atlantis"]["rules.yaml"] = text.replace(
        "{present: harbour.ships}", "{present: harbour.shipz}"
    ).encode()
    assert [problem.code for problem in problems_of(contents)] == ["condition.unknown_fact"] * 2


def test_definitions_in_a_circle() -> None:
    contents = read_folders([ATLANTIS])
    contents["atlantis"]["definitions.yaml"] = b"""definitions:
  - {id: a, title: {en: a, zh: a}, is: {definition: b}}
  - {id: b, title: {en: b, zh: b}, is: {all: [{definition: a}]}}
"""
    assert "condition.cycle" in [problem.code for problem in problems_of(contents)]


def test_four_dates_tied_together() -> None:
    """More than three related dates cannot be searched in full, so such a rule is refused."""
    tied = (
        "require: {all: [{registry.entered_on: {no_later_than: 1 days after harbour.opened_on}}, "
        "{registry.struck_off_on: {no_later_than: 1 days before harbour.closes_on}}, "
        "{harbour.opened_on: {on_or_before: harbour.closes_on}}]}"
    )
    problems = problems_of(changed_pack(REGISTER, tied))
    assert [problem.code for problem in problems] == ["condition.too_many_related_dates"]


def test_packs_that_need_each_other() -> None:
    contents = changed_pack("subject: true", "needs: [lemuria]")
    contents["lemuria"] = {
        "pack.yaml": b"pack: lemuria\nversion: 1.0.0\ntitle: {en: L, zh: L}\nneeds: [atlantis]\n"
    }
    assert "pack.needs_cycle" in [problem.code for problem in problems_of(contents)]


def test_a_pack_without_head_or_files() -> None:
    assert [p.code for p in problems_of({"empty": {}})] == ["pack.empty"]
    assert "pack.not_a_mapping" in [p.code for p in problems_of({"list": {"pack.yaml": b"- a\n"}})]


def hint_of(old: str, new: str, code: str) -> str:
    """The English hint for a change that is refused with this code."""
    return next(sentence(p, "en").hint for p in problems_of(changed_pack(old, new)) if p.code == code)


def test_a_field_is_named_with_its_list() -> None:
    dates = changed_pack("{id: arrived_on, type: date,", "{id: arrived_on, type: date, sensitive: true,")
    assert [problem.details["fact"] for problem in problems_of(dates)] == ["harbour.ships.arrived_on"]


def test_units_of_one_dimension_stand_together() -> None:
    load_packs(changed_pack("units: [days, months]", "units: [days, weeks, months, years]"))


def test_a_comparison_of_a_yes_or_no_question() -> None:
    """The hint is the whole entry: `same_as` would be another condition."""
    new = "require: {some: {of: harbour.ships, satisfies: {harbour.ships.foreign: {at_least: 3}}}}"
    hint = hint_of(DEPTH, new, "condition.operator_misfit")
    assert hint == "write `harbour.ships.foreign: true` / `harbour.ships.foreign: false`"
    load_packs(changed_pack(DEPTH, new.replace("harbour.ships.foreign: {at_least: 3}", hint.split("`")[1])))


def test_a_key_of_another_place() -> None:
    """`id` is a key of facts and rules; at the top of a file what stands there is named, not `id` again."""
    known = hint_of("pack: atlantis\n", "pack: atlantis\nid: atlantis\n", "pack.unknown_key")
    assert "`id`" not in known and "`version`" in known and "`rules`" in known
    assert hint_of("severity: prohibition", "severity: prohibition\n    severty: x", "pack.unknown_key") == (
        "known here: `severity`"
    )
    deep = hint_of("{id: registry.entered_on,", "{id: registry.entered_on, article: x,", "pack.unknown_key")
    assert "`label`" in deep and "`article`" not in deep


def test_no_calendar_at_all() -> None:
    """Nothing can be chosen from nothing: what a calendar has is said instead."""
    contents = changed_pack("calendar: atlantis\napplies", "calendar: atlantic\napplies")
    contents["atlantis"] = {
        name: data for name, data in contents["atlantis"].items() if b"weekend" not in data
    }
    problem = next(
        p for p in problems_of(contents) if p.code.endswith("calendars") or p.code.endswith("_calendar")
    )
    assert problem.code == "pack.no_calendars"
    assert "`calendar: {id: atlantic, time_zone: …" in sentence(problem, "en").hint


def test_a_calendar_with_a_near_name() -> None:
    assert hint_of("calendar: atlantis\napplies", "calendar: atlantic\napplies", "pack.unknown_calendar") == (
        "write `atlantis`"
    )
