"""Bad input: every kind the reader refuses, with code, place and what to type instead."""

from __future__ import annotations

import re
from datetime import date

import pytest

from compliance.errors import ManifestError, Problem
from compliance.errors.render import catalogue, sentence
from compliance.facts.manifest import Manifest, read_manifest, read_what_can_be
from compliance.facts.values import NONE, Quantity, Records
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Vocabulary
from compliance.frozen import changed
from compliance.packs.cache import bundled_rules, load_rule_book

VOCABULARY: Vocabulary = load_rule_book([bundled_rules()], None).vocabulary
HEAD = "compliance: 1\nfacts:\n"


def read(text: str | bytes) -> Manifest:
    return read_manifest(text.encode() if isinstance(text, str) else text, "c.yaml", VOCABULARY)


def problems(text: str | bytes) -> list[Problem]:
    with pytest.raises(ManifestError) as caught:
        read(text)
    return list(caught.value.problems)


BAD = [
    ("true word zh", HEAD + "  service: {on_blockchain: 是}\n", "value.boolean", (3, 28), "`true`"),
    ("true word en", HEAD + "  service: {on_blockchain: yes}\n", "value.boolean", (3, 28), "`true`"),
    ("false word", HEAD + "  service: {on_blockchain: 否}\n", "value.boolean", (3, 28), "`false`"),
    ("unknown word", HEAD + "  service: {on_blockchain: 待定}\n", "value.other_word", (3, 28), "`unknown`"),
    ("no such day", HEAD + '  service: {started_on: "2026-02-30"}\n', "value.no_such_day", (3, 25), "2026-02-28"),
    ("no such month", HEAD + "  service: {started_on: 2026-13-01}\n", "value.no_such_month", (3, 25), "01"),
    ("year last", HEAD + "  service: {started_on: 10/2/2026}\n", "value.date", (3, 25), "`2026-10-02` / `2026-02-10`"),
    ("compact date", HEAD + "  service: {started_on: 20260210}\n", "value.date", (3, 25), "`2026-02-10`"),
    ("not yet zh", HEAD + "  service: {started_on: 尚未}\n", "value.other_word", (3, 25), "`not yet`"),
    ("none of a date", HEAD + "  service: {ends_on: none}\n", "value.none_of_date", (3, 22), "`not yet`"),
    ("out of range", HEAD + "  service: {started_on: 1026-02-10}\n", "value.date_range", (3, 25), "1900"),
    ("no unit", HEAD + "  records: {retention: 10}\n", "value.unit_missing", (3, 24), "`10 days` / `10 months`"),
    ("wrong unit", HEAD + "  records: {retention: 10 kg}\n", "value.unit", (3, 24), "days / months / years"),
    ("option label", HEAD + "  service: {audience: 社会公众}\n", "value.option", (3, 23), "`public`"),
    ("near option", HEAD + "  service: {audience: publik}\n", "value.option", (3, 23), "`public`"),
    ("set as word", HEAD + "  entity: {roles: operator}\n", "value.not_a_list", (3, 19), "`[operator]`"),
    ("empty set", HEAD + "  entity: {roles: []}\n", "value.empty", (3, 19), "unknown"),
    ("none of a set", HEAD + "  entity: {roles: none}\n", "value.none_of_list", (3, 19), "`unknown` / `[operator]`"),
    ("held", HEAD + "  service: {name: held}\n", "value.held_not_sensitive", (3, 19), "unknown"),
    ("list for a value", HEAD + "  service: {on_blockchain: [true]}\n", "value.not_a_scalar", (3, 28), "one value"),
    ("more not last", HEAD + "  filing: {changes: [and more, {name: a}]}\n", "value.more_not_last", (3, 22), "end"),
    ("no key", HEAD + "  filing: {changes: [{kind: similar}]}\n", "value.key_missing", (3, 22), "`name: …`"),
    ("same key", HEAD + "  filing: {changes: [{name: a}, {name: a}]}\n", "value.duplicate_key", (3, 40), "own name"),
    ("field", HEAD + "  filing: {changes: [{name: a, knd: similar}]}\n", "value.unknown_field", (3, 32), "`kind`"),
    ("unknown fact", HEAD + "  service: {on_blokchain: true}\n", "manifest.unknown_fact", (3, 13), "`on_blockchain`"),
    ("dotted", HEAD + "  service.on_blockchain: true\n", "manifest.dotted_fact", (3, 3), "service: {on_blockchain: …}"),
    ("top level", "compliance: 1\nservice: {name: x}\n", "manifest.fact_outside_facts", (2, 1), "`facts:`"),
    ("unknown key", "compliance: 1\nfact: {}\n", "manifest.unknown_key", (2, 1), "`facts`"),
    ("no version", "facts: {}\n", "manifest.version_missing", (1, 1), "`compliance: 1`"),
    ("other version", "compliance: 2\n", "manifest.version", (1, 13), "`compliance: 1`"),
    ("empty", "", "manifest.empty", (1, 1), "compliance init"),
    ("a list", "- 1\n", "manifest.not_a_mapping", (1, 1), "`compliance: 1`"),
    ("duplicate key", HEAD + "  service: {name: a}\n  service: {name: b}\n", "yaml.duplicate_key", (4, 3), "one of the two"),
    ("anchor", HEAD + "  service: &a {name: x}\n", "yaml.anchor", (3, 12), "&a"),
    ("tag", HEAD + "  service: {name: !!str x}\n", "yaml.tag", (3, 19), "tag"),
    ("documents", "compliance: 1\n---\ncompliance: 1\n", "yaml.several_documents", (2, 1), "---"),
    ("tab", "compliance: 1\nfacts:\n\tservice: {}\n", "yaml.tab", (3, 1), "blanks"),
    ("full-width colon", "compliance: 1\nfacts：\n  service: {}\n", "yaml.fullwidth_colon", (2, 6), "`facts:`"),
    ("full-width inside", HEAD + "  service:\n    name：x\n", "yaml.fullwidth_colon", (4, 9), "`name: x`"),
    ("open bracket", HEAD + "  service: {name: x\n", "yaml.syntax", (4, 1), "brackets"),
    ("too large", "#" * (2 << 20) + "\ncompliance: 1\n", "yaml.too_large", (1, 1), "split"),
    ("too deep", HEAD + "  service: " + "[" * 100_000, "yaml.too_deep", (3, 42), "flatten"),
    ("too many", "compliance: 1\nfacts: [" + "1," * 200_000 + "1]\n", "yaml.too_many_nodes", (2, 199_999), "split"),
    ("not utf-8", "compliance: 1\nlanguage: 中".encode("gb18030"), "yaml.not_utf8", (2, 11), "UTF-8"),
    ("utf-16", "compliance: 1\n".encode("utf-16"), "yaml.encoding", (1, 1), "UTF-8"),
    ("control", b"compliance: 1\nlanguage: \x07zh\n", "yaml.control_character", (2, 11), "delete"),
    ("not text", b"compliance: 1\nlanguage: \xff\xff\n", "yaml.not_text", (2, 11), "UTF-8"),
    ("line separator", HEAD + "  service: {name: a\u2028b}\n", "yaml.control_character", (3, 20), "delete"),
    ("no such fact", HEAD + "  zzz: {qqq: 1}\n", "manifest.no_such_fact", (3, 3), "`compliance schema manifest` lists"),
    ("label as key", HEAD + "  主体名称: x\n", "manifest.unknown_fact", (3, 3), "`entity: {name: …}`?"),
    ("label in its group", HEAD + "  entity: {主体名称: x}\n", "manifest.unknown_fact", (3, 12), "`name`?"),
    ("label in English", HEAD + "  entity: {name of the Provider: x}\n", "manifest.unknown_fact", (3, 12), "`name`?"),
    ("label at the top", "compliance: 1\n主体名称: x\n", "manifest.fact_elsewhere", (2, 1), "`entity: {name: …}`, directly below `facts:`"),
    ("label of a field", HEAD + "  filing: {changes: [{name: a, 变更之日: 2026-02-10}]}\n", "value.unknown_field", (3, 32), "`changed_on`"),
    ("June or six months", HEAD + "  records: {retention: 6月}\n", "value.month_of_year", (3, 24), "`6个月` / `6 months`"),
    ("June, full-width", HEAD + "  records: {retention: ６ 月}\n", "value.month_of_year", (3, 24), "`6个月` / `6 months`"),
    ("key unknown", HEAD + "  filing: {changes: [{name: unknown}]}\n", "value.key_reserved", (3, 29), "another `name`"),
    ("key none, quoted", HEAD + "  filing: {changes: [{name: 'none'}]}\n", "value.key_reserved", (3, 29), "another"),
    ("key not yet", HEAD + "  filing: {changes: [{name: not yet}]}\n", "value.key_reserved", (3, 29), "another"),
    ("key not yet, no-break", HEAD + "  filing: {changes: [{name: not\u00a0yet}]}\n", "value.key_reserved", (3, 29), "another"),
    ("key held", HEAD + '  filing: {changes: [{name: "held"}]}\n', "value.key_reserved", (3, 29), "another"),
    ("key and more", HEAD + "  filing: {changes: [{name: ' and more '}]}\n", "value.key_reserved", (3, 29), "another"),
    ("no such day zh", HEAD + "  service: {started_on: 2026年2月30日}\n", "value.no_such_day", (3, 25), "2026-02-28"),
    ("full-width indentation", HEAD + "　　service:\n　　　　name: x\n", "yaml.odd_blank", (3, 1), "`service:`"),
    ("no-break indentation", HEAD + "  service:\n    name: x\n\u00a0\u00a0  audience: public\n", "yaml.odd_blank", (5, 1), "`audience:`"),
    ("no-break inside a key", HEAD + "  service: {started\u00a0_on: 2026-02-10}\n", "yaml.odd_blank", (3, 20), "`started_on:`"),
    ("full-width after a colon", HEAD + "  service:\n    name:　示例\n", "yaml.odd_blank", (4, 10), "`name: 示例`"),
    ("the same in brackets", HEAD + "  service: {name:　示例}\n", "yaml.odd_blank", (3, 18), "`name: 示例`"),
    ("full-width after a dash", HEAD + "  entity:\n    roles:\n      -　operator\n", "yaml.odd_blank", (5, 8), "`- operator`"),
    ("full-width before a dash", HEAD + "  entity:\n    roles:\n    　- operator\n", "yaml.odd_blank", (5, 5), "`- operator`"),
    ("full-width comma", HEAD + "  entity: {roles: [operator，node]}\n", "yaml.fullwidth_comma", (3, 28), "type `,`"),
    ("enumeration comma", HEAD + "  entity: {roles: [operator、node]}\n", "yaml.fullwidth_comma", (3, 28), "type `,`"),
    ("comma between records", HEAD + "  filing: {changes: [{name: a}，{name: b}]}\n", "yaml.fullwidth_comma", (3, 31), "type `,`"),
    ("comma between fields", HEAD + "  filing: {changes: [{name: a，kind: similar}]}\n", "yaml.fullwidth_comma", (3, 30), "type `,`"),
    ("comma between quotes", HEAD + "  entity: {roles: ['operator'，'node']}\n", "yaml.fullwidth_comma", (3, 30), "type `,`"),
    ("comma is not to blame", HEAD + "  service: {name: '你，好' kind: x}\n", "yaml.syntax", (3, 25), "brackets"),
    ("comma between rules", "compliance: 1\nevidence: [{id: a, file: b, rules: [c，d]}]\n", "yaml.fullwidth_comma", (2, 38), "type `,`"),
    ("bidi in a key", HEAD + "  service: {na\u202eme: x}\n", "manifest.unknown_fact", (3, 13), "`name`"),
    ("zero width in a key", HEAD + "  service: {na\u200bme: x}\n", "manifest.unknown_fact", (3, 13), "`name`"),
    ("zero width in an option", HEAD + "  service: {audience: pub\u2060lic}\n", "value.option", (3, 23), "`public`"),
    ("reading as fact", HEAD + "  reading: {business_only: in_scope}\n", "manifest.reading_as_fact", (3, 13), "`readings:`"),
    ("reading without who", "compliance: 1\nreadings: {reading.business_only: {view: in_scope}}\n",
     "manifest.reading_needs_who_when", (2, 12), "by"),
    ("evidence out", "compliance: 1\nevidence: [{id: a, file: ../x}]\n", "manifest.file_outside", (2, 26), "below"),
    ("evidence neither", "compliance: 1\nevidence: [{id: a}]\n", "manifest.file_or_url", (2, 12), "one of the two"),
    ("evidence url", "compliance: 1\nevidence: [{id: a, url: 'javascript:1'}]\n", "manifest.url", (2, 25), "https://"),
    ("entries and so on", HEAD + "  service: {endpoints: [{name: a}, 等]}\n", "value.more", (3, 36), "`and more`"),
    ("entries and dots", HEAD + "  service: {endpoints: [{name: a}, ……]}\n", "value.more", (3, 36), "`and more`"),
    ("an unknown entry", HEAD + "  service: {endpoints: [{name: a}, 待定]}\n", "value.more", (3, 36), "`and more`"),
    ("no entry beside one", HEAD + "  service: {endpoints: [{name: a}, none]}\n", "value.no_entry", (3, 36), "remove"),
    ("name for a record", HEAD + "  service: {endpoints: [{name: a}, 'b: c']}\n", "value.not_a_record", (3, 36), "`{name: 'b: c'}`"),
    ("an unknown option beside one", HEAD + "  entity: {roles: [operator, 待定]}\n", "value.options_joined", (3, 19), "`unknown`"),
    ("by blank", "compliance: 1\nreadings: {reading.business_only: {view: in_scope, by: '  ', on: 2026-05-01}}\n",
     "manifest.reading_needs_who_when", (2, 12), "`by: …`"),
    ("by unknown", "compliance: 1\nreadings: {reading.business_only: {view: in_scope, by: unknown, on: 2026-05-01}}\n",
     "manifest.reading_needs_who_when", (2, 12), "`by: …`"),
    ("by to be settled", "compliance: 1\nreadings: {reading.business_only: {view: in_scope, by: 待定, on: 2026-05-01}}\n",
     "manifest.placeholder_needed", (2, 56), "remove the whole entry"),
    ("view undated", "compliance: 1\nreadings: {reading.business_only: {view: in_scope, by: a, on: unknown}}\n",
     "manifest.reading_needs_who_when", (2, 12), "`on: …`"),
    ("reading as a word", "compliance: 1\nreadings: {reading.business_only: in_scope}\n",
     "manifest.reading_needs_who_when", (2, 35), "`{view: in_scope, by: …, on: …}`"),
    ("approver none", "compliance: 1\nwaivers: [{rule: a, reason: b, approver: none, expires: 2027-01-31}]\n",
     "manifest.placeholder_needed", (2, 42), "remove the whole entry"),
    ("waiver without end", "compliance: 1\nwaivers: [{rule: a, reason: b, approver: c, expires: unknown}]\n",
     "manifest.entry_incomplete", (2, 11), "`expires: …`"),
    ("kind none", "compliance: 1\nevidence: [{id: a, file: b, kind: 无}]\n", "manifest.placeholder", (2, 35), "`kind`"),
    ("rules as a word", "compliance: 1\nevidence: [{id: a, file: b, rules: c.d}]\n", "manifest.not_a_list", (2, 36), "`[c.d]`"),
    ("all colons full-width", "compliance：1\nfacts：\n  service：\n    name：甲\n", "yaml.fullwidth_colons", (1, 11),
     "`compliance: 1`"),
    ("inner colons full-width", HEAD + "  service：\n    name：甲\n    kind：乙\n", "yaml.fullwidth_colons", (3, 10), "`service:`"),
    ("fact of another group", HEAD + "  service: {主体名称: x}\n", "manifest.fact_elsewhere", (3, 13), "`entity: {name: …}`"),
    ("waiver", "compliance: 1\nwaivers: [{rule: a, reason: b}]\n", "manifest.entry_incomplete", (2, 11), "`approver: …`, `expires: …`"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place", "hint"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_bad_input(text: str | bytes, code: str, place: tuple[int, int], hint: str) -> None:
    """Code, line and column, and a hint that says what to type; the sentence exists in both languages."""
    found = problems(text)
    assert found[0].code == code
    where = found[0].location
    assert where is not None
    assert (where.line, where.column) == place
    assert hint in sentence(found[0], "en").hint
    chinese = sentence(found[0], "zh")
    assert any("\u4e00" <= c <= "\u9fff" for c in chinese.message + chinese.hint)


PLACEHOLDERS = [
    "无", "暂无", "没有", "N/A", "n/a", "None", "'none '", "尚未", "未取得", "申请中", "未知", "不详", "不知道", "Unknown", "UNKNOWN",
    "tbd", "TBD", "todo", "'?'", "'-'", "not_yet", "Not Yet", "待定", "（待填写）", "ＴＢＤ", "无。", "'null'", "/", "……", "——",
    "N.A.", "'无\u200b'", "不适用", "<unknown>", "有", "是", "yes",
]  # fmt: skip


@pytest.mark.parametrize("word", PLACEHOLDERS)
def test_a_placeholder_is_no_text(word: str) -> None:
    """Taken for a number, it would say that there is one. A key of the same name only names its record."""
    (problem,) = problems(HEAD + f"  filing: {{number: {word}}}\n")
    assert problem.code == "value.placeholder"
    for lang in ("en", "zh"):
        assert "`unknown`" in sentence(problem, lang).hint
    (problem,) = problems(HEAD + f"  service: {{endpoints: [{{name: a, icp_number: {word}}}]}}\n")
    assert problem.code == "value.placeholder"
    if word.strip("' ").casefold() not in ("none", "unknown"):
        assert read(HEAD + f"  service: {{endpoints: [{{name: {word}}}]}}\n").answers


def test_none_is_offered_only_where_it_is_an_answer() -> None:
    """The name of the provider is never `none`."""
    (number,) = problems(HEAD + "  filing: {number: 暂无}\n")
    (name,) = problems(HEAD + "  entity: {name: 暂无}\n")
    assert "`none` / `unknown`" in sentence(number, "en").hint
    assert "none" not in sentence(name, "en").hint


@pytest.mark.parametrize(
    "name", ["无锡某公司", "TBD Technologies", "有限公司", "No. 1", "Unknown Worlds", "x", "？号公司", "404"]
)
def test_names_that_only_begin_like_a_placeholder(name: str) -> None:
    assert read(HEAD + f"  entity: {{name: {name}}}\n").answers["entity.name"] == name


@pytest.mark.parametrize("blank", ["' '", '"\\t"', "'　　'", "''"])
def test_blanks_are_no_answer(blank: str) -> None:
    """Neither a text nor a problem."""
    text = (
        HEAD
        + f"  filing: {{number: {blank}}}\n  service: {{endpoints: [{{name: a, icp_number: {blank}}}]}}\n"
    )
    answers = read(text).answers
    assert "filing.number" not in answers
    endpoints = answers["service.endpoints"]
    assert isinstance(endpoints, Records)
    assert list(endpoints.entries[0].fields) == ["service.endpoints.name"]


def test_a_note_may_say_anything() -> None:
    text = "compliance: 1\nreadings: {reading.business_only: {view: in_scope, by: a, on: 2026-05-01, note: 无}}\n"
    assert read(text).readings["reading.business_only"].note == "无"


@pytest.mark.parametrize(
    "written",
    [
        "March",
        "2025-03",
        "10/02/26",
        "Feb 30 2026",
        "二〇二五年十三月五日",
        "spring 2026",
        "2026-02-10 to 2026-03-01",
    ],
)
def test_no_day_is_invented(written: str) -> None:
    """A hint for what is no day says what a day looks like, and never names one as what is to be typed."""
    (problem,) = problems(HEAD + f"  service:\n    started_on: {written}\n")
    for lang in ("en", "zh"):
        hint = sentence(problem, lang).hint
        assert re.findall("`[^`]+`", hint) == ["`unknown`"]
        assert "for example" in hint or "例如" in hint


def test_alternatives_stand_in_marks_of_their_own() -> None:
    """In no hint does one pair of marks hold two things to type."""
    for text in (
        "  service: {on_blockchain: 部分}\n", "  records: {retention: 10}\n", "  service: {audience: 公众}\n",
        "  entity: {roles: xyz}\n", "  filing: {changes: [{name: a, xyz: b}]}\n", "  service: {started_on: 10/2/2026}\n",
    ):  # fmt: skip
        (problem,) = problems(HEAD + text)
        for lang in ("en", "zh"):
            pieces = re.findall("`([^`]+)`", sentence(problem, lang).hint)
            assert len(pieces) > 1
            assert not [piece for piece in pieces if " / " in piece]


def test_the_first_of_many_full_width_colons_is_written_out_alone() -> None:
    """The file as YAML reads it is one text; the hint shows its first line, and says that all are alike."""
    (problem,) = problems("compliance：1\nfacts：\n  service：\n    name：甲\n")
    said = sentence(problem, "en")
    assert "further lines" in said.message and "every line" in said.hint
    assert "facts" not in said.message + said.hint


def test_all_errors_in_one_pass() -> None:
    """Several errors in one file are all told, in the order of the file."""
    text = HEAD + "  service: {on_blockchain: 是, started_on: 20260210}\n  records: {retention: 6}\nfoo: 1\n"
    assert [p.code for p in problems(text)] == [
        "value.boolean", "value.date", "value.unit_missing", "manifest.unknown_key",
    ]  # fmt: skip


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """Anchors are not expanded, so a bomb costs nothing."""
    lines = ["compliance: 1", "facts:", "  a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [f"  {b}: &{b} [{','.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    codes = [problem.code for problem in problems("\n".join(lines) + "\n")]
    assert codes.count("yaml.anchor") == 9
    assert codes.count("yaml.alias") == 72


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-10",
        "2026年2月10日",
        "2026年2月10号",
        "2026 年 2 月 10 日",
        "2026/2/10",
        "2026.2.10",
        "２０２６-０２-１０",
        '"2026-02-10"',
    ],
)
def test_dates_that_can_mean_one_thing_only(written: str) -> None:
    """Understood, never guessed."""
    assert read(HEAD + f"  service: {{started_on: {written}}}\n").answers["service.started_on"] == date(
        2026, 2, 10
    )


@pytest.mark.parametrize(
    "written", ["6 months", "6 month", "６ months", "6 Months", "6 MONTH", "6个月", "6 个月"]
)
def test_amounts_that_can_mean_one_thing_only(written: str) -> None:
    """Understood, never guessed."""
    assert read(HEAD + f"  records: {{retention: {written}}}\n").answers["records.retention"] == Quantity(
        6, "months"
    )


def test_byte_order_mark_and_line_ends() -> None:
    """A byte order mark, CRLF and a lone CR change neither values nor places."""
    plain = HEAD + "  service:\n    name: 示例\n"
    marked = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    assert read(marked).answers == read(plain).answers == read(plain.replace("\n", "\r")).answers
    assert read(marked).locations == read(plain).locations


def test_words_of_the_format() -> None:
    """Unanswered facts are absent; `not yet`, `none` and `[]` are answers; a list may go on."""
    text = HEAD + (
        "  service: {name: unknown, started_on: not yet, audience: }\n"
        "  filing: {number: none, changes: [{name: a}, and more], items: []}\n"
    )
    answers = read(text).answers
    assert "service.name" not in answers and "service.audience" not in answers
    assert answers["service.started_on"] is NONE and answers["filing.number"] is NONE
    changes = answers["filing.changes"]
    assert isinstance(changes, Records) and not changes.complete
    assert answers["filing.items"] == frozenset()


@pytest.mark.parametrize(
    "code", [0x202E, 0x2066, 0x200F, 0x061C, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD]
)
@pytest.mark.parametrize("escaped", [True, False], ids=["escaped", "raw"])
def test_deceptive_characters_become_visible(code: int, escaped: bool) -> None:
    """A right-to-left override or an invisible character in a name is shown, and warned of."""
    written = f"\\u{code:04X}" if escaped else chr(code)
    manifest = read(HEAD + f'  service: {{name: "abc{written}def"}}\n')
    assert manifest.answers["service.name"] == f"abc<U+{code:04X}>def"
    assert [w.code for w in manifest.warnings] == ["value.hidden_characters"]


@pytest.mark.parametrize("code", [0x202E, 0x200B, 0xFEFF])
def test_deceptive_characters_in_keys_are_named(code: int) -> None:
    """A key with a hidden character is not known, and the message shows the character."""
    (problem,) = problems(HEAD + f"  service: {{na{chr(code)}me: x}}\n")
    assert f"na<U+{code:04X}>me" in sentence(problem, "en").message


def test_the_kind_of_blank_is_named() -> None:
    """Which character it is, in both languages."""
    for character, name in (("\u00a0", "U+00A0"), ("　", "U+3000")):
        (problem,) = problems(HEAD + f"  ser{character}vice: {{name: x}}\n")
        assert name in sentence(problem, "en").message
        assert name in sentence(problem, "zh").message


@pytest.mark.parametrize("blank", ["\u00a0", "　"])
def test_odd_blanks_in_values(blank: str) -> None:
    """Around a value and inside a reserved word they can mean one thing only; inside a text they stay."""
    text = (
        f"  service: {{on_blockchain: true{blank}, started_on: not{blank}yet, audience: '{blank}public'}}\n"
        f"  entity: {{name: 甲{blank}乙, roles: [operator{blank}, node]}}\n"
        f"  filing: {{number: none{blank}, changes: [{{name: a{blank}b}}, and{blank}more]}}\n"
    )
    answers = read(HEAD + text).answers
    assert answers["service.on_blockchain"] is True
    assert answers["service.started_on"] is NONE and answers["filing.number"] is NONE
    assert answers["service.audience"] == "public"
    assert answers["entity.roles"] == frozenset(["operator", "node"])
    assert answers["entity.name"] == f"甲{blank}乙"
    changes = answers["filing.changes"]
    assert isinstance(changes, Records) and not changes.complete
    assert [entry.key for entry in changes.entries] == [f"a{blank}b"]


def test_paragraphs_may_begin_with_full_width_blanks() -> None:
    """Chinese texts of several lines do, and nothing is wrong with that."""
    text = "  service:\n    name: |\n      　　第一段，甲、乙：丙。\n      　　第二段。\n"
    assert read(HEAD + text).answers["service.name"] == "　　第一段，甲、乙：丙。\n　　第二段。\n"


def test_a_sensitive_value_warns_with_its_line() -> None:
    """It stands in the public file."""
    manifest = read(HEAD + "  entity:\n    responsible_phone: '13000000000'\n")
    assert [(w.code, w.location.line if w.location else 0) for w in manifest.warnings] == [
        ("manifest.sensitive_in_public", 4)
    ]


@pytest.mark.parametrize(
    "fact",
    [
        Fact("person.age", Kind.NUMBER, Bilingual("", ""), sensitive=True),
        Fact("person.ill", Kind.BOOLEAN, Bilingual("", ""), sensitive=True),
        Fact("person.pay", Kind.QUANTITY, Bilingual("", ""), sensitive=True, units=("CNY",)),
        Fact(
            "person.ills",
            Kind.CHOICES,
            Bilingual("", ""),
            sensitive=True,
            options=(Option("flu", Bilingual("", "")),),
        ),
    ],
    ids=lambda fact: fact.kind.value,
)
def test_a_sensitive_value_of_any_type_warns(fact: Fact) -> None:
    """Also as a field of an entry."""
    written = {Kind.NUMBER: "43", Kind.BOOLEAN: "true", Kind.QUANTITY: "43 CNY", Kind.CHOICES: "[flu]"}[
        fact.kind
    ]
    name, field = fact.id.split(".")[1], changed(fact, id=f"people.{fact.id.split('.')[1]}", parent="people")
    key = Fact("people.name", Kind.TEXT, Bilingual("", ""), parent="people")
    people = Fact("people", Kind.RECORDS, Bilingual("", ""), key="name", fields=(key, field))
    vocabulary = Vocabulary({one.id: one for one in (fact, people, key, field)})
    text = HEAD + f"  person: {{{name}: {written}}}\n  people:\n    - {{name: a, {name}: {written}}}\n"
    manifest = read_manifest(text.encode(), "c.yaml", vocabulary)
    found = [(w.code, w.location.line if w.location else 0) for w in manifest.warnings]
    assert found == [("manifest.sensitive_in_public", 3), ("manifest.sensitive_in_public", 5)]
    held = HEAD + f"  person: {{{name}: held}}\n  people:\n    - {{name: a, {name}: held}}\n"
    assert read_manifest(held.encode(), "c.yaml", vocabulary).warnings == ()


@pytest.mark.parametrize("written", ['"138\\u200b12345678"', "暂无138", "[13812345678]", "{a: 13812345678}"])
def test_problems_tell_no_sensitive_value(written: str) -> None:
    """A warning stands in every report, and an error in the log of a pipeline."""
    private = (HEAD + f"  entity: {{responsible_phone: {written}}}\n").encode()
    _, errors = read_what_can_be(b"compliance: 1\n", "c.yaml", VOCABULARY, private, "c.private.yaml")
    manifest, _ = read_what_can_be(b"compliance: 1\n", "c.yaml", VOCABULARY, private, "c.private.yaml")
    for problem in (*errors, *manifest.warnings):
        for lang in ("zh", "en"):
            assert "138" not in " ".join(sentence(problem, lang)), problem.code


def test_evidence_has_one_word_in_chinese() -> None:
    assert [code for code, entry in catalogue().items() if "证据" in "".join(entry["zh"])] == []


def test_every_code_has_both_languages() -> None:
    """No message lacks a language or is empty."""
    for code, entry in catalogue().items():
        assert set(entry) == {"en", "zh"}, code
        for message, _ in entry.values():
            assert message, code
