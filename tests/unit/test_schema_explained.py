"""All schemas explain all that can be written or read, in Chinese and in English, from tables without leftovers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from jsonschema import Draft202012Validator
from sample_book import book

from compliance.facts.vocabulary import Bilingual, Fact, Kind
from compliance.packs import models_words
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.reports import json_v1_words, manifest_words
from compliance.reports.diff import json_words as diff_json_words
from compliance.reports.diff.json_schema import comparison_schema
from compliance.reports.json_v1_schema import assessment_schema
from compliance.reports.manifest_schema import manifest_schema
from compliance.reports.manifest_writing import way_of_writing
from compliance.reports.pack_schema import pack_schema
from compliance.reports.schema_explained import Schema, both, described_parts, explained

SCHEMAS = {
    "manifest": manifest_schema(load_rule_book([bundled_rules()], None)),
    "manifest of another book": manifest_schema(book()),
    "pack": pack_schema(),
    "assessment": assessment_schema(),
    "diff": comparison_schema(),
}
TABLES = {
    "manifest": manifest_words.WORDS,
    "pack": models_words.WORDS,
    "assessment": json_v1_words.WORDS,
    "diff": diff_json_words.WORDS,
}
CJK = re.compile(r"[\u4e00-\u9fff]")
LATIN_WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
IN_BACKTICKS = re.compile(r"`[^`]*`")


def lacking(schema: Schema) -> list[str]:
    """The paths of the parts of a schema whose description lacks a language, or is not there."""
    return [path for path, part in described_parts(schema) if not bilingual(part.get("description", ""))]


def bilingual(text: str) -> bool:
    """Whether a text says something in both languages; what is quoted from the format counts for neither."""
    said = IN_BACKTICKS.sub("", text)
    return bool(CJK.search(said)) and bool(LATIN_WORDS.search(said))


@pytest.mark.parametrize("name", SCHEMAS)
def test_everything_is_explained_in_both_languages(name: str) -> None:
    assert lacking(SCHEMAS[name]) == []
    assert bilingual(SCHEMAS[name]["description"])


@pytest.mark.parametrize(
    ("name", "least"), [("manifest", 190), ("pack", 140), ("assessment", 160), ("diff", 100)]
)
def test_the_walk_reaches_everything(name: str, least: int) -> None:
    """As many properties as the text of the schema has, wherever they are nested."""
    found = [
        part for path, part in described_parts(SCHEMAS[name]) if path not in SCHEMAS[name].get("$defs", {})
    ]
    assert len(found) >= least
    assert len(found) == count(json.loads(json.dumps(SCHEMAS[name])))


def count(value: object) -> int:
    """The keys of all `properties` in a JSON value. None of the schemas has a property of that name."""
    if isinstance(value, list):
        return sum(map(count, value))
    if not isinstance(value, dict):
        return 0
    return len(value.get("properties", {})) + sum(map(count, value.values()))


def test_a_gap_is_seen() -> None:
    """Wherever a description is missing or has one language only, the walk finds it."""
    schema: Schema = {
        "$defs": {"one": {"properties": {"a": {}}, "description": "only English words"}},
        "properties": {
            "b": {"items": {"anyOf": [{"properties": {"c": {"description": "只有中文"}}}]}},
            "d": {"description": "`不算` / words are here"},
            "e": {"description": "两种语言 / both languages", "oneOf": [{"properties": {"f": {}}}]},
        },
    }
    assert lacking(schema) == ["one", "one.a", "b", "b.c", "d", "e.f"]


@pytest.mark.parametrize("name", TABLES)
def test_no_table_explains_what_is_not_there(name: str) -> None:
    used = {part.get("description") for _, part in described_parts(SCHEMAS[name])}
    assert [key for key, words in TABLES[name].items() if both(words) not in used] == []


@pytest.mark.parametrize("name", ["pack", "assessment", "diff"])
def test_tables_are_keyed_by_the_parts_there_are(name: str) -> None:
    assert set(TABLES[name]) == {path for path, _ in described_parts(SCHEMAS[name])}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_description_is_more_than_the_name(table: Mapping[str, Bilingual]) -> None:
    """Each text is a whole sentence or phrase in its language, not the key once more."""
    for key, words in table.items():
        name = key.rpartition(".")[2]
        assert words.en.endswith("."), key
        assert words.zh.endswith("。"), key
        assert words.en.rstrip(".").lower() not in (
            name,
            f"the {name}",
            f"a {name}",
            name.replace("_", " "),
        ), key
        assert len(CJK.findall(words.zh)) >= 4, key


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_stays_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_the_same_description_is_not_shared_by_accident() -> None:
    """Parts made from one object get their own text."""
    text: Schema = {"type": "string"}
    schema = explained({"properties": {"a": text, "b": text}}, {"a": Bilingual("one", "一")})
    assert schema["properties"] == {
        "a": {"type": "string", "description": "一 / one"},
        "b": {"type": "string"},
    }
    assert text == {"type": "string"}


def test_groups_are_named_by_their_sections() -> None:
    groups = SCHEMAS["manifest"]["properties"]["facts"]["properties"]
    assert groups["entity"]["title"].startswith("提供者 · ")
    for name, group in groups.items():
        assert bilingual(group["title"] + " / word word") and group["title"] != name, name


@pytest.mark.parametrize(
    ("fact", "en", "zh"),
    [
        (Fact("f", Kind.BOOLEAN, Bilingual("", "")), "`true` for yes", "是写 `true`"),
        (Fact("f", Kind.QUANTITY, Bilingual("", ""), units=("days", "months")), "units: days, months", "days、months"),
        (Fact("f", Kind.DATE, Bilingual("", ""), none=True), "`not yet`", "`not yet`"),
        (Fact("f", Kind.TEXT, Bilingual("", ""), none=True), "`none`", "没有的写 `none`"),
        (Fact("f", Kind.NUMBER, Bilingual("", "")), "number without a unit", "不带单位"),
    ],
)  # fmt: skip
def test_how_an_answer_is_written(fact: Fact, en: str, zh: str) -> None:
    said = way_of_writing(fact)
    assert en in said.en
    assert zh in said.zh


def test_no_special_word_where_it_is_not_possible() -> None:
    said = way_of_writing(Fact("f", Kind.DATE, Bilingual("", "")))
    assert "not yet" not in said.en and "not yet" not in said.zh
