"""The editor on the examples and on files that are laid out in unusual ways."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from compliance.errors import ManifestError
from compliance.errors.render import sentence
from compliance.facts.editor import Contents, Names, edited, edited_files, merged
from compliance.facts.edits import (
    AddRecord,
    Edit,
    MarkUnknown,
    RemoveAnswer,
    RemoveRecord,
    RenameRecord,
    SetAnswer,
    SetComplete,
    SetView,
)
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Tense, Vocabulary
from compliance.packs.cache import bundled_rules, load_rule_book

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*/compliance.yaml"))
BOOK = load_rule_book([bundled_rules()], None)
VOCABULARY = BOOK.vocabulary
NAMES = Names("compliance.yaml", "compliance.private.yaml")


def one(text: str, *edits: Edit) -> str:
    return edited(text.encode(), "compliance.yaml", VOCABULARY, edits).decode()


def other_value(value: Value, fact: Fact) -> Value:
    """A value of the same type that is not this one."""
    match value:
        case bool():
            return not value
        case date():
            return value + timedelta(days=1)
        case Quantity(amount, unit):
            return Quantity(amount + 1, unit)
        case frozenset():
            ids = [option.id for option in fact.options]
            return value ^ {next(item for item in ids if value != {item} or not fact.at_least_one)}
        case int() | Decimal():
            return value + 1
        case Records(entries, complete):
            key = next(field for field in fact.fields if field.name == fact.key)
            return Records((*entries, Record("新条目", {key.id: "新条目"})), complete)
        case str() if fact.options:
            return next(option.id for option in fact.options if option.id != value)
        case str():
            return value + "改"
    if fact.kind is Kind.DATE:
        return date(2026, 1, 1)
    if fact.options:
        return fact.options[0].id
    if fact.kind is Kind.BOOLEAN:
        return True
    if fact.sensitive:
        return NONE if value is HELD else HELD
    return "文字"


Pair = tuple[Edit, Edit]


def there_and_back(found: Manifest) -> dict[str, list[Pair]]:
    """An edit of every answer, with the one that undoes it; in parts that can be made at once."""
    parts: dict[str, list[Pair]] = {name: [] for name in ("answers", "unknown", "fields", "names", "ends")}
    for fact_id, value in found.answers.items():
        fact = VOCABULARY[fact_id]
        if fact_id in found.readings:
            own = found.readings[fact_id]
            view = next(option.id for option in fact.options if option.id != own.view)
            there = SetView(fact_id, view, own.by + "改", date(2026, 6, 1), own.note + "改")
            parts["answers"].append((there, SetView(fact_id, own.view, own.by, own.on, own.note)))
            continue
        back = SetAnswer(fact_id, value)
        parts["answers"].append((SetAnswer(fact_id, other_value(value, fact)), back))
        if not isinstance(value, Records | frozenset):
            parts["unknown"].append((MarkUnknown(fact_id), back))
        if not isinstance(value, Records):
            continue
        parts["ends"].append((SetComplete(fact_id, not value.complete), SetComplete(fact_id, value.complete)))
        for number, entry in enumerate(value.entries):
            name = f"新名{number}"
            parts["names"].append(
                (RenameRecord(fact_id, entry.key, name), RenameRecord(fact_id, name, entry.key))
            )
            for field in fact.fields:
                if field.id in entry.fields and field.name != fact.key:
                    at = f"{fact_id}[{entry.key}].{field.name}"
                    mine = entry.fields[field.id]
                    parts["fields"].append((SetAnswer(at, other_value(mine, field)), SetAnswer(at, mine)))
    return parts


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_answer_of_an_example_there_and_back(path: Path) -> None:
    data = path.read_bytes()
    found = read_manifest(data, "compliance.yaml", VOCABULARY)
    parts = there_and_back(found)
    assert len(parts["answers"]) == len(found.answers)
    for pairs in parts.values():
        between = edited(data, "compliance.yaml", VOCABULARY, [there for there, _ in pairs])
        assert between != data or not pairs
        assert edited(between, "compliance.yaml", VOCABULARY, [back for _, back in pairs]) == data


@pytest.mark.heavy
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_each_answer_of_an_example_there_and_back(path: Path) -> None:
    data = path.read_bytes()
    found = read_manifest(data, "compliance.yaml", VOCABULARY)
    for pairs in there_and_back(found).values():
        for there, back in pairs:
            between = edited(data, "compliance.yaml", VOCABULARY, [there])
            if isinstance(there, SetAnswer) and not isinstance(there.value, Records):
                lines = zip(data.splitlines(), between.splitlines(), strict=True)
                assert sum(a != b for a, b in lines) == 1, there
            assert edited(between, "compliance.yaml", VOCABULARY, [back]) == data, there


# What a file looks like afterwards -----------------------------------------------------------------------

HEAD = "compliance: 1\nlanguage: zh\n"


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("", SetAnswer("service.online", True), HEAD + "facts:\n  service:\n    online: true\n"),
        (
            "# 说明",
            SetAnswer("service.online", True),
            "# 说明\n" + HEAD + "facts:\n  service:\n    online: true\n",
        ),
        (
            HEAD + "facts: {}  # none yet\nwaivers: []\n",
            SetAnswer("service.online", True),
            HEAD + "facts:  # none yet\n  service:\n    online: true\nwaivers: []\n",
        ),
        (
            HEAD
            + "facts:\n   entity:\n      kind: organisation  # k\n   # below\n   filing:\n      data_true: true\n",
            SetAnswer("service.online", True),
            HEAD + "facts:\n   entity:\n      kind: organisation  # k\n   service:\n      online: true\n"
            "   # below\n   filing:\n      data_true: true\n",
        ),
        (
            HEAD + "facts: {service: {name: x}}",
            SetAnswer("service.online", True),
            HEAD + "facts: {service: {name: x, online: true}}",
        ),
        (
            HEAD
            + "facts:\n  service:\n    endpoints: unknown  # list\n      # - name: …\n    audience: public\n",
            AddRecord("service.endpoints", Record("官网", {"service.endpoints.kind": "website"})),
            HEAD
            + "facts:\n  service:\n    endpoints:  # list\n      - {name: 官网, kind: website}\n      - and more\n"
            "      # - name: …\n    audience: public\n",
        ),
        (
            HEAD
            + "facts:\n  service:\n    endpoints:\n    # one\n    - name: 官网  # a\n      kind: website  # b\n"
            "    # two\n    - name: 应用\n",
            RemoveRecord("service.endpoints", "官网"),
            HEAD
            + "facts:\n  service:\n    endpoints:\n    # one\n    # a\n    # b\n    # two\n    - name: 应用\n",
        ),
        (
            HEAD + "facts:\n  service:\n    endpoints:\n    # one\n    - name: 官网  # a\n",
            MarkUnknown("service.endpoints"),
            HEAD + "facts:\n  service:\n    endpoints: unknown\n    # one\n    # a\n",
        ),
        (
            HEAD + "facts:\n  service:\n    name: |  # h\n      甲\n      乙\n    online: true\n",
            SetAnswer("service.name", "丙"),
            HEAD + "facts:\n  service:\n    name: 丙  # h\n    online: true\n",
        ),
        (
            HEAD + "facts:\n  service:\n    name: |\n      甲",
            SetAnswer("service.online", True),
            HEAD + "facts:\n  service:\n    name: |-\n      甲\n    online: true",
        ),
        (
            HEAD + "facts:\r\n  service:\r\n    name: 'it''s'\r\n".replace("\r\n", "\n"),
            SetAnswer("service.name", "she's"),
            HEAD + "facts:\n  service:\n    name: 'she''s'\n",
        ),
    ],
)
def test_laid_out_as_its_neighbours(before: str, edit: Edit, after: str) -> None:
    assert one(before, edit) == after


def test_the_ends_of_lines_and_the_mark_at_the_beginning_stay() -> None:
    text = "\ufeff" + HEAD.replace("\n", "\r\n") + "facts:\r\n  service:\r\n    online: true\r\n"
    after = one(text, SetAnswer("service.name", "甲"), AddRecord("filing.changes", Record("a")))
    assert after.startswith("\ufeffcompliance: 1\r\n")
    assert after.count("\r\n") == after.count("\n") == text.count("\n") + 5


def test_numbers_of_every_kind() -> None:
    label = Bilingual("x", "x")
    facts = [
        Fact("a.n", Kind.NUMBER, label),
        Fact("a.fee", Kind.QUANTITY, label, units=("CNY",)),
        Fact("a.on", Kind.DATE, label, tense=Tense.EVENT),
    ]
    vocabulary = Vocabulary({fact.id: fact for fact in facts})
    edits = [
        SetAnswer("a.n", Decimal("0.50")),
        SetAnswer("a.fee", Quantity(Decimal("1E+3"), "CNY")),
        SetAnswer("a.on", NONE),
    ]
    after = edited(b"", "f", vocabulary, edits, language="en").decode()
    assert after == (
        "compliance: 1\nlanguage: en\nfacts:\n  a:\n    n: 0.50\n    fee: 1000 CNY\n    on: not yet\n"
    )


# Sensitive answers ---------------------------------------------------------------------------------------


def test_a_sensitive_answer_goes_to_the_private_file_only() -> None:
    phone = "entity.responsible_phone"
    contents = edited_files(Contents(b""), NAMES, VOCABULARY, [SetAnswer(phone, "13900000000")])
    assert contents.public.decode() == HEAD + "facts:\n  entity:\n    responsible_phone: held\n"
    assert contents.private is not None
    assert b"13900000000" in contents.private
    assert merged(contents, NAMES, VOCABULARY).answers == {phone: "13900000000"}
    for edit, answer in (
        (MarkUnknown(phone), None),
        (SetAnswer(phone, HELD), HELD),
        (RemoveAnswer(phone), None),
    ):
        after = edited_files(contents, NAMES, VOCABULARY, [edit])
        assert merged(after, NAMES, VOCABULARY).answers.get(phone) == answer
        assert after.private is not None
        assert b"139" not in after.public + after.private


def test_a_sensitive_answer_in_the_manifest_moves_when_it_is_changed() -> None:
    public = HEAD + "facts:\n  entity:\n    responsible_phone: '139'  # to do\n"
    edit = SetAnswer("entity.responsible_phone", "138")
    after = edited_files(Contents(public.encode()), NAMES, VOCABULARY, [edit])
    assert after.public.decode() == public.replace("'139'", "held").replace("held", "'held'")
    assert after.private is not None
    assert merged(after, NAMES, VOCABULARY).answers == {"entity.responsible_phone": "138"}


# Refusals ------------------------------------------------------------------------------------------------

LISTED = HEAD + "facts:\n  service:\n    endpoints: [{name: 官网}]\n"


@pytest.mark.parametrize(
    ("text", "edit", "code"),
    [
        (HEAD, SetAnswer("service.nmae", "x"), "edit.no_such_fact"),
        (HEAD, SetAnswer("service.endpoints.kind", "website"), "edit.no_such_fact"),
        (HEAD, SetAnswer("service.endpoints[官网].kind", "website"), "edit.no_record"),
        (LISTED, SetAnswer("service.endpoints[官网].nmae", "website"), "edit.no_such_fact"),
        (LISTED, RemoveAnswer("service.endpoints[官网].name"), "edit.record_needs_name"),
        (LISTED, AddRecord("service.endpoints", Record("官网")), "edit.record_exists"),
        (LISTED, RemoveRecord("service.endpoints", "官网"), "value.empty"),
        (LISTED, RenameRecord("service.endpoints", "官网", "unknown"), "edit.value"),
        (LISTED, RenameRecord("service.name", "官网", "x"), "edit.no_list"),
        (HEAD, SetComplete("service.online", True), "edit.no_list"),
        (HEAD, AddRecord("service.endpoints", Record("none")), "value.key_reserved"),
        (HEAD, SetAnswer("service.name", "unknown"), "edit.value"),
        (HEAD, SetAnswer("service.name", ""), "edit.value"),
        (HEAD, SetAnswer("service.name", "a\x07"), "value.hidden_characters"),
        (HEAD, SetAnswer("service.name", "长" * 10_001), "value.text_too_long"),
        (HEAD, SetAnswer("service.audience", "everybody"), "value.option"),
        (HEAD, SetAnswer("service.online", "yes"), "value.boolean"),
        (HEAD, SetAnswer("entity.responsible_phone", "139"), "edit.sensitive"),
        (HEAD, SetView("reading.no_such", "x", "y", date(2026, 1, 1)), "edit.no_such_fact"),
        (
            HEAD + "facts:\n  ? service\n  : online: true\n",
            SetAnswer("filing.data_true", True),
            "edit.not_possible",
        ),
        ("compliance: 2\n", SetAnswer("service.online", True), "manifest.version"),
        ("compliance: [\n", SetAnswer("service.online", True), "yaml.syntax"),
    ],
)
def test_refused_with_a_reason_in_both_languages(text: str, edit: Edit, code: str) -> None:
    with pytest.raises(ManifestError) as caught:
        one(text, edit)
    assert caught.value.codes[0] == code
    for problem in caught.value.problems:
        for lang in ("en", "zh"):
            assert "{" not in "".join(sentence(problem, lang)).replace("{name", "")


def test_a_batch_is_all_or_nothing() -> None:
    with pytest.raises(ManifestError):
        one(HEAD, SetAnswer("service.online", True), SetAnswer("service.name", "unknown"))
