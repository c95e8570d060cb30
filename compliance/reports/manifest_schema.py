"""The JSON Schema (draft 2020-12) of `compliance.yaml`, from the packs' vocabulary: editors complete and explain.

It asks for the usual spellings; the manifest reader understands some more.
"""

from __future__ import annotations

from typing import Final, assert_never

from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option
from compliance.packs.rulebook import RuleBook
from compliance.reports.json_v1_schema import DRAFT, closed, many
from compliance.reports.manifest_words import WORDS
from compliance.reports.manifest_writing import NAME_OF_RECORD, way_of_writing
from compliance.reports.schema_explained import Schema, both

DATE_PATTERN: Final = r"^[0-9]{4}(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)$"
_TEXT: Final[Schema] = {"type": "string"}


def manifest_schema(book: RuleBook) -> Schema:
    """The schema of the project's file for the facts, readings, rules and evidence kinds of a rule book."""
    facts = [fact for fact in book.vocabulary.facts.values() if fact.parent is None]
    readings = [fact for fact in facts if fact.kind is Kind.READING]
    rules = {"enum": list(book.rules)} if book.rules else _TEXT
    return {
        "$schema": DRAFT,
        "$id": f"urn:compliance:manifest:1:{book.digest[:12]}",
        "title": "compliance.yaml",
        "description": "项目事实 / What a project says about itself",
        **_told(
            "manifest",
            {
                "compliance": {"enum": [1, "1"], "title": "格式版本 / format version"},
                "language": {"enum": ["zh", "en"], "title": "报告语言 / language of reports"},
                "facts": _group([fact for fact in facts if fact.kind is not Kind.READING], "", book),
                "readings": _nullable(
                    closed(
                        {fact.id: _reading(fact) for fact in readings}, tuple(fact.id for fact in readings)
                    )
                ),
                "evidence": _nullable(many(_evidence(book, rules))),
                "waivers": _nullable(many(_waiver(rules))),
            },
            ("language", "facts", "readings", "evidence", "waivers"),
        ),
    }


def _told(group: str, properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    """A closed object whose keys have their descriptions from the table, under the name of the group."""
    told = {key: {**part, "description": both(WORDS[f"{group}.{key}"])} for key, part in properties.items()}
    return closed(told, optional)


def _group(facts: list[Fact], prefix: str, book: RuleBook) -> Schema:
    """The facts whose ids begin with a prefix, nested by the further parts of their ids."""
    members: dict[str, list[Fact]] = {}
    for fact in facts:
        members.setdefault(fact.id[len(prefix) :].partition(".")[0], []).append(fact)
    properties: Schema = {}
    for name, inside in members.items():
        own = prefix + name
        if len(inside) == 1 and inside[0].id == own:
            properties[name] = _fact(inside[0])
        else:
            properties[name] = {**_named(inside, own, book), **_group(inside, own + ".", book)}
    return _nullable({"type": "object", "properties": properties, "additionalProperties": False})


def _named(facts: list[Fact], name: str, book: RuleBook) -> Schema:
    """Title and description of a group: the sections its questions stand in, and the facts it holds."""
    ids = {fact.id for fact in facts}
    titles = [section.title for section in book.sections if not ids.isdisjoint(section.facts)]
    title = Bilingual(" · ".join(text.en for text in titles), " · ".join(text.zh for text in titles))
    held = Bilingual(
        f"The answers under `{name}`: {'; '.join(fact.label.en for fact in facts)}.",
        f"`{name}` 之下的回答：{'；'.join(fact.label.zh for fact in facts)}。",
    )
    return {"title": both(title) if titles else name, "description": both(held)}


def _nullable(schema: Schema) -> Schema:
    """The same, or nothing: a key without a value is unanswered."""
    return {**schema, "type": [schema["type"], "null"]}


def _fact(fact: Fact) -> Schema:
    return {**_described(fact), "anyOf": [*_values(fact), *_words(fact)]}


def _described(fact: Fact) -> Schema:
    """Title and description of a fact; how it is written, where no question says what is wanted."""
    texts = [text for text in (fact.question, fact.help) if text is not None]
    if fact.question is None:
        texts.append(way_of_writing(fact))
    return {"title": both(fact.label), "description": "\n\n".join(both(text) for text in texts)}


def _words(fact: Fact) -> list[Schema]:
    """The special words that answer a fact."""
    words: list[Schema] = [
        {"const": "unknown", "title": "未知 / not answered"},
        {"type": "null", "title": "未填 / not answered"},
    ]
    if fact.kind is Kind.DATE:
        if fact.can_be_none:
            words.append({"const": "not yet", "title": "尚未 / not yet"})
    elif fact.none:
        words.append({"const": "none", "title": "无 / there is none"})
    if fact.sensitive:
        words.append(
            {
                "const": "held",
                "title": "已提供，另存于 compliance.private.yaml / exists, its value is kept elsewhere",
            }
        )
    return words


def _values(fact: Fact) -> list[Schema]:
    match fact.kind:
        case Kind.BOOLEAN:
            return [{"const": True, "title": "是 / yes"}, {"const": False, "title": "否 / no"}]
        case Kind.CHOICE | Kind.READING:
            return [_option(option) for option in fact.options]
        case Kind.CHOICES:
            chosen = many({"anyOf": [_option(option) for option in fact.options]})
            least: Schema = {"minItems": 1} if fact.at_least_one else {}
            return [{**chosen, "uniqueItems": True, **least}]
        case Kind.NUMBER:
            number: Schema = {"type": "integer" if fact.whole else "number"}
            if fact.minimum is not None:
                number["minimum"] = fact.minimum
            return [number]
        case Kind.QUANTITY:
            return [_quantity(fact.units)]
        case Kind.DATE:
            return [{"type": "string", "pattern": DATE_PATTERN, "title": "日期 / date: 2026-02-10"}]
        case Kind.TEXT:
            # An unquoted number is text to the reader but a number to an editor.
            return [{"type": ["string", "number"]}]
        case Kind.RECORDS:
            return [_records(fact)]
        case _:
            assert_never(fact.kind)


def _option(option: Option) -> Schema:
    return {"const": option.id, "title": both(option.label)}


def _quantity(units: tuple[str, ...]) -> Schema:
    spelt = [unit for unit in units for unit in dict.fromkeys((unit, unit.removesuffix("s")))]
    return {
        "type": "string",
        "pattern": rf"^[0-9]+(\.[0-9]+)? ({'|'.join(spelt)})$",
        "title": " / ".join(f"10 {unit}" for unit in units),
    }


def _records(fact: Fact) -> Schema:
    names = [field.name for field in fact.fields]
    record = closed(
        {field.name: _field(field, fact.key) for field in fact.fields},
        tuple(name for name in names if name != fact.key),
    )
    more = {"const": "and more", "title": "还有其他（清单不完整） / the list is not complete"}
    least: Schema = {"minItems": 1} if fact.at_least_one else {}
    return {**many({"anyOf": [record, more]}), **least}


def _field(field: Fact, key: str | None) -> Schema:
    """A field of a record; the one that names the record says so."""
    described = _fact(field)
    if field.name == key:
        described["description"] = f"{both(NAME_OF_RECORD)}\n\n{described['description']}"
    return described


def _reading(fact: Fact) -> Schema:
    view = _told(
        "view",
        {
            "view": {"anyOf": [_option(option) for option in fact.options], "title": "意见 / view"},
            "by": {**_TEXT, "title": "出具人 / who"},
            "on": _day("何时 / when"),
            "note": {"type": ["string", "null"], "title": "说明 / note"},
        },
        ("note",),
    )
    return {**_described(fact), "anyOf": [view, {"type": "null"}, {"const": "unknown"}]}


def _evidence(book: RuleBook, rules: Schema) -> Schema:
    kinds = [{"const": kind, "title": both(title)} for kind, title in book.evidence_kinds.items()]
    entry = _told(
        "evidence",
        {
            "id": {"type": ["string", "number"], "title": "编号 / id"},
            "kind": {"anyOf": [*kinds, {"type": "null"}], "title": "材料种类 / kind of document"},
            "rules": {**many(rules), "title": "所佐证的规则 / rules it supports"},
            "file": {**_TEXT, "title": "文件（相对路径） / file beside this one"},
            "url": {**_TEXT, "pattern": "^https?://", "title": "网址 / URL"},
            "sha256": {**_TEXT, "pattern": "^[0-9a-fA-F]{64}$", "title": "文件摘要 / SHA-256"},
            "issued": _day("出具日 / issued"),
            "expires": _day("到期日 / expires"),
        },
        ("kind", "rules", "file", "url", "sha256", "issued", "expires"),
    )
    return {**entry, "oneOf": [{"required": ["file"]}, {"required": ["url"]}]}


def _waiver(rules: Schema) -> Schema:
    return _told(
        "waiver",
        {
            "rule": {**rules, "title": "规则 / rule"},
            "record": {"type": ["string", "number"], "title": "条目 / record"},
            "reason": {**_TEXT, "title": "理由 / reason"},
            "approver": {**_TEXT, "title": "批准人 / approver"},
            "expires": _day("到期日（含） / last day"),
        },
        ("record",),
    )


def _day(title: str) -> Schema:
    return {"type": "string", "pattern": DATE_PATTERN, "title": title}
