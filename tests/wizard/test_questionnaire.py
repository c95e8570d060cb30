"""The questionnaire goes out as Markdown and CSV and comes back: the same answers, or a problem that says where."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from compliance.cli.files import read_input
from compliance.errors import Location, UsageError
from compliance.errors.render import sentence
from compliance.facts.manifest import Manifest, View, read_manifest
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Tense, Vocabulary
from compliance.frozen import EMPTY, changed
from compliance.interview.machine import begin
from compliance.interview.paths import path_to
from compliance.interview.state import State
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook
from compliance.reports.spreadsheet import bare, guarded
from compliance.wizard.prefill import Answered
from compliance.wizard.questionnaire import (
    answers_in,
    export_questions,
    questions_csv,
    questions_markdown,
    read_answers,
)
from compliance.wizard.questionnaire_cells import cell_text, reads_as
from compliance.wizard.questionnaire_words import COLUMNS, heading
from tests.oracle.packs import random_pack

ROOT = Path(__file__).parents[2]
BOOK = load_rule_book([bundled_rules()], None)
AS_OF = date(2026, 11, 24)
LANGS = ("zh", "en")
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.is_dir())
ROLES = frozenset(["operator", "user_only"])
TOLD = frozenset(["chain_type", "consensus"])
NASTY = (
    "=1+1",
    "'=1+1",
    "''@SUM(A1)",
    "+86 10",
    "- a",
    "-3 或更多",
    "@x",
    "\t=x",
    "＝1＋1",
    'he said "no", twice',
    '"quoted"',
    '" blank inside "',
    '"" x ""',
    "one\ntwo, three; four",
    "\n=x",
    "emoji 🧾🇨🇳 与汉字𠀀",
    " outer blanks ",
    "a,b;c\td",
    "'",
    "ends with quote\"",
    "None of these",
    "01",
    "1e5",
    "2026-02-10",
)  # fmt: skip


def state_of(name: str) -> State:
    source = read_input(ROOT / "examples" / name)
    manifest = read_manifest(source.data, source.file, BOOK.vocabulary, source.private, source.private_file)
    return begin(BOOK, AS_OF, manifest)


def shareable(answers: Mapping[str, Value], book: RuleBook) -> dict[str, Value]:
    """The answers without those that are never written out: sensitive ones that say more than `none`."""
    found: dict[str, Value] = {}
    for own, value in answers.items():
        fact = book.vocabulary[own]
        if isinstance(value, Records):
            entries = tuple(
                Record(
                    entry.key, {f: v for f, v in entry.fields.items() if not _secret(book.vocabulary[f], v)}
                )
                for entry in value.entries
            )
            found[own] = Records(entries, value.complete)
        elif not _secret(fact, value):
            found[own] = value
    return found


def _secret(fact: Fact, value: Value) -> bool:
    return fact.sensitive and value is not NONE


def same(left: Mapping[str, Value], right: Mapping[str, Value]) -> bool:
    """Equal, and True is not 1."""
    return dict(left) == dict(right) and all(
        isinstance(left[own], bool) == isinstance(right[own], bool) for own in left
    )


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def rewritten(data: bytes, delimiter: str = ",", ends: str = "\r\n", encoding: str = "utf-8") -> bytes:
    """The table as another program saves it."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if ends == "\r" else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator=ends, quoting=quoting).writerows(table(data))
    return out.getvalue().encode(encoding)


def variants(data: bytes) -> list[bytes]:
    return [
        data,
        rewritten(data),
        rewritten(data, ";", "\n"),
        rewritten(data, "\t", "\r"),
        rewritten(data, ",", "\r\n", "gb18030"),
        rewritten(data, ";", "\n", "gb18030"),
        b"sep=;\r\n" + rewritten(data, ";"),
    ]


def filled(rows: Mapping[str, str], *, lang: str = "zh", book: RuleBook = BOOK, **more: str) -> Answered:
    """What a table with these answers says. Ids may have an entry: `filing.changes[].kind @ rename`."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = ["id", "entry", "answer", *more]
    writer.writerow([heading(column, lang) for column in columns])
    for own, answer in rows.items():
        own, _, entry = own.partition(" @ ")
        writer.writerow([own, entry, answer, *more.values()])
    return answers_in(out.getvalue().encode(), "q.csv", book, lang)


def codes(answered: Answered) -> list[str]:
    return [problem.code for problem in answered.problems]


# There and back ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_come_back(name: str, lang: str) -> None:
    state = state_of(name)
    for data in variants(questions_csv(BOOK, state, lang)):
        back = answers_in(data, "q.csv", BOOK, lang)
        assert back.problems == () and back.unknown == frozenset()
        assert same(back.answers, shareable(state.answers, BOOK))
        assert {own: (v.view, v.by, v.on, v.note) for own, v in back.readings.items()} == {
            own: (v.view, v.by, v.on, v.note) for own, v in state.readings.items()
        }


def nasty_answers(rng: Random, book: RuleBook, answers: Mapping[str, Value]) -> dict[str, Value]:
    """The answers with texts that are hard on tables, and with names of records that are."""
    found: dict[str, Value] = {}
    for own, value in answers.items():
        if isinstance(value, Records):
            fact = book.vocabulary[own]
            names = rng.sample(NASTY, len(value.entries))
            found[own] = Records(
                tuple(_renamed(entry, fact, name) for entry, name in zip(value.entries, names, strict=True)),
                value.complete,
            )
        elif book.vocabulary[own].kind is Kind.TEXT and isinstance(value, str) and rng.random() < 0.7:
            found[own] = rng.choice(NASTY)
        else:
            found[own] = value
    return found


def _renamed(entry: Record, fact: Fact, name: str) -> Record:
    fields = {own: value for own, value in entry.fields.items() if own != f"{fact.id}.{fact.key}"}
    return Record(name, {f"{fact.id}.{fact.key}": name, **fields})


def test_random_answers_come_back() -> None:
    """From random books, with texts and names that spreadsheet programs take for something else."""
    texts = lists = 0
    for seed in range(250):
        pack = random_pack(seed)
        rng = Random(f"sheet {seed}")
        answers = nasty_answers(rng, pack.book, pack.complete_answers(rng))
        views = {
            own: View(
                own, str(answers[own]), rng.choice(NASTY[:8]).strip(), AS_OF, rng.choice(NASTY), Location("")
            )
            for own in answers
            if pack.book.vocabulary[own].kind is Kind.READING
        }
        state = begin(pack.book, pack.as_of, Manifest("", answers, readings=views))
        lang = LANGS[seed % 2]
        # The schemes of random books are stubs that have no title.
        data = questions_csv(changed(pack.book, identifiers=EMPTY), state, lang)
        for variant in variants(data):
            back = answers_in(variant, "q.csv", pack.book, lang)
            assert back.problems == (), seed
            assert same(back.answers, shareable(answers, pack.book)), seed
            assert {own: (v.by, v.note) for own, v in back.readings.items()} == {
                own: (v.by, v.note) for own, v in views.items()
            }, seed
        texts += sum(value in NASTY for value in answers.values() if isinstance(value, str))
        lists += sum(bool(v.entries) for v in answers.values() if isinstance(v, Records))
    assert texts > 20 and lists > 20


def test_what_is_parked_comes_back_as_unknown() -> None:
    from compliance.interview.events import AddRecord, NotKnown
    from compliance.interview.machine import step

    state = begin(BOOK, AS_OF)
    for event in (
        NotKnown("service.audience"),
        AddRecord("filing.changes", "新域名"),
        NotKnown("filing.changes[新域名].kind"),
        NotKnown("filing.changes"),
        NotKnown("reading.internal_only"),
    ):
        state = step(state, event)
    for lang in LANGS:
        back = answers_in(questions_csv(BOOK, state, lang), "q.csv", BOOK, lang)
        assert back.problems == ()
        assert back.unknown == state.parked
        assert same(back.answers, state.answers)


@pytest.mark.parametrize("lang", LANGS)
def test_people_are_not_told_words_of_the_file_format(lang: str) -> None:
    """Where the boxes and cells offer “none of these”, no question asks for `[]`."""
    state = begin(BOOK, AS_OF)
    for told in (questions_markdown(BOOK, state, lang), questions_csv(BOOK, state, lang).decode()):
        for word in ("none", "not yet", "unknown", "[]", "held"):
            assert f"`{word}`" not in told
    table = questions_csv(BOOK, state, lang).decode("utf-8-sig")
    asks = {row[0]: row[3] for row in csv.reader(io.StringIO(table))}
    assert {"zh": "“没有”", "en": "“There is none”"}[lang] in asks["filing.changes"] + asks["security.risks"]
    assert {"zh": "“以上均无”", "en": "“None of these”"}[lang] in asks["marketing.claims"]


def test_every_row_there_is_can_be_filled_in() -> None:
    """A person fills in all rows of an empty questionnaire, those for entries twice."""
    rng = Random("every row")
    rows = table(questions_csv(BOOK, begin(BOOK, AS_OF), "zh"))
    names = list(COLUMNS)
    own, entry, answer = names.index("id"), names.index("entry"), names.index("answer")
    expected: dict[str, Value] = {}
    out = [rows[0]]
    for row in rows[1:]:
        fact = BOOK.vocabulary[row[own].replace("[]", "")]
        if fact.kind is Kind.RECORDS:
            row[answer] = "已全部列出"
            out.append(row)
            expected[fact.id] = Records(())
        elif fact.parent is None:
            value = some_answer(rng, fact)
            expected[fact.id] = value
            text = "有，另行保管" if value is HELD else cell_text(value, fact, "zh")
            row[answer] = guarded(text)
            if fact.kind is Kind.READING:
                row[names.index("by")], row[names.index("on")] = "王律师", "2026年3月1日"
            out.append(row)
        else:
            listed = expected[fact.parent]
            assert isinstance(listed, Records)
            there = {one.key: one for one in listed.entries}
            for name in ("甲", "乙"):
                value = some_answer(rng, fact)
                copy = list(row)
                copy[entry], copy[answer] = name, guarded(cell_text(value, fact, "zh"))
                out.append(copy)
                key = f"{fact.parent}.{BOOK.vocabulary[fact.parent].key}"
                before = there[name].fields if name in there else {key: name}
                there[name] = Record(name, {**before, fact.id: value})
            expected[fact.parent] = Records(tuple(there.values()))
    written = io.StringIO()
    csv.writer(written).writerows(out)
    back = answers_in(written.getvalue().encode("gb18030"), "q.csv", BOOK, "zh")
    assert back.problems == ()
    assert same(back.answers, expected)
    assert set(back.answers) == {fact.id for fact in BOOK.vocabulary.facts.values() if fact.parent is None}


def some_answer(rng: Random, fact: Fact) -> Value:
    if fact.sensitive:
        return HELD
    if fact.can_be_none and rng.random() < 0.3:
        return NONE
    ids = [option.id for option in fact.options]
    match fact.kind:
        case Kind.BOOLEAN:
            return rng.random() < 0.5
        case Kind.CHOICE | Kind.READING:
            return rng.choice(ids)
        case Kind.CHOICES:
            return frozenset(rng.sample(ids, rng.randint(int(fact.at_least_one), len(ids))))
        case Kind.NUMBER:
            return rng.randint(fact.minimum or 0, 9)
        case Kind.QUANTITY:
            return Quantity(rng.randint(1, 9), rng.choice(fact.units))
        case Kind.DATE:
            return date(2025, rng.randint(1, 12), rng.randint(1, 28))
        case _:
            return rng.choice(NASTY)


# Cells -------------------------------------------------------------------------------------------------------

LABEL = Bilingual("Fact", "事实")


def fact(kind: Kind, **more: Any) -> Fact:
    return Fact("x", kind, LABEL, **more)


def test_formulas_are_neutralised_and_come_back() -> None:
    for text in NASTY:
        cell = guarded(text)
        assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell), text
        assert bare(cell) == text, text
        assert bare(f"  {cell} ") == text or cell.startswith("'")


def test_no_cell_of_a_table_is_a_formula() -> None:
    answers: dict[str, Value] = {
        "service.name": "=HYPERLINK(1)",
        "filing.changes": Records((Record("@cmd", {"filing.changes.name": "@cmd"}),)),
    }
    for row in table(questions_csv(BOOK, begin(BOOK, AS_OF, Manifest("", answers)), "en")):
        assert not any(cell[:1] in "=+-@\t\r" for cell in row if cell)


@pytest.mark.parametrize(
    ("own", "text", "value"),
    [
        ("service.online", "是", True),
        ("service.online", " YES ", True),
        ("service.online", "FALSE", False),
        ("service.online", "否", False),
        ("service.audience", "社会公众", "public"),
        ("service.audience", "The Public", "public"),
        ("service.audience", "business_partners", "business_partners"),
        ("service.started_on", "2026-02-10", date(2026, 2, 10)),
        ("service.started_on", "2026/2/10", date(2026, 2, 10)),
        ("service.started_on", "2026年2月10日", date(2026, 2, 10)),
        ("service.started_on", "尚未", NONE),
        ("service.started_on", "not yet", NONE),
        ("service.name", "无", NONE),
        ("service.name", "None", NONE),
        ("entity.roles", "运营服务；仅为使用者", ROLES),
        ("entity.roles", "运营服务、仅为使用者", ROLES),
        ("entity.roles", "operates the service, only uses someone else's service", ROLES),
        ("entity.roles", "operator\nnode;", frozenset(["operator", "node"])),
        # A label with the separators of sets in it.
        ("service.description_covers", "type of chain (public, consortium, private), consensus", TOLD),
        ("service.description_covers", "链的类型（公有链、联盟链、私有链）、共识机制", TOLD),
        ("service.description_covers", "以上均无", frozenset()),
        ("service.description_covers", "[]", frozenset()),
        ("records.retention", "6个月", Quantity(6, "months")),
        ("records.retention", "6 months", Quantity(6, "months")),
        ("entity.responsible_person", "held", HELD),
        ("entity.responsible_person", "某甲", "某甲"),
    ],
)  # fmt: skip
def test_what_cells_mean(own: str, text: str, value: Value) -> None:
    back = filled({own: text})
    assert back.problems == ()
    assert same(back.answers, {own: value})


@pytest.mark.parametrize("text", ["不知道", "unknown", "Don't know", "don’t know"])
def test_unknown(text: str) -> None:
    back = filled(
        {"service.online": text, "entity.roles": text, "service.name": text, "filing.changes": text}
    )
    assert back.problems == () and not back.answers
    assert back.unknown == {"service.online", "entity.roles", "service.name", "filing.changes"}


@pytest.mark.parametrize(
    ("own", "text", "code"),
    [
        ("service.online", "1", "sheet.boolean"),
        ("service.online", "无", "sheet.boolean"),
        ("service.online", "也许", "sheet.boolean"),
        ("service.audience", "public; internal", "sheet.option"),
        ("service.audience", "公众", "sheet.option"),
        ("entity.roles", "运营服务；其他", "sheet.option"),
        ("entity.roles", "none", "value.empty"),
        ("service.started_on", "46063", "value.date_form"),
        ("service.started_on", "10/2/2026", "value.date"),
        ("service.started_on", "2026-02-30", "value.no_such_day"),
        ("service.started_on", "明年", "value.date_form"),
        ("records.retention", "6", "value.unit_missing"),
        ("records.retention", "6月", "value.month_of_year"),
        ("entity.name", "无", "value.placeholder"),
        ("entity.name", "待定", "value.placeholder"),
        ("entity.name", "a\u202eb", "value.hidden_characters"),
        ("entity.name", "x" * 10_001, "value.text_too_long"),
        ("filing.changes", "2", "sheet.list"),
        ("filing.changes", "已全部列出", "sheet.all_but_none"),
        ("service.endpoints", "没有", "value.empty"),
        ("reading.internal_only", "in_scope", "sheet.reading_needs_who_when"),
        ("filing.changes[].kind", "service_items", "sheet.entry_missing"),
        ("filing.change", "x", "sheet.unknown_id"),
        ("filing.changes.kind", "x", "sheet.unknown_id"),
        ("filing.changes[].no @ a", "x", "sheet.unknown_id"),
        ("zzzzz", "x", "sheet.no_such_id"),
        ("", "x", "sheet.id_missing"),
        ("filing.changes[].changed_on @ unknown", "2026-01-01", "interview.text_not_possible"),
        ("filing.changes[].changed_on @ a\u202eb", "2026-01-01", "interview.hidden_characters"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_a_problem_with_its_place(own: str, text: str, code: str) -> None:
    for lang in LANGS:
        back = filled(
            {"service.is_information_service": "是" if lang == "zh" else "yes", own: text}, lang=lang
        )
        assert codes(back) == [code]
        assert dict(back.answers) == {"service.is_information_service": True}
        problem = back.problems[0]
        assert problem.location is not None and problem.location.file == "q.csv"
        assert (problem.location.line, problem.location.column) in {(3, 1), (3, 2), (3, 3)}
        said = sentence(problem, lang)
        assert said.message and said.hint and "{" not in said.message + said.hint


def test_a_set_with_separators_in_its_labels_is_never_guessed() -> None:
    ambiguous = fact(
        Kind.CHOICES,
        options=(
            Option("one", Bilingual("a", "a")),
            Option("two", Bilingual("b", "b")),
            Option("both", Bilingual("a, b", "a, b")),
        ),
    )
    book = small_book(ambiguous)
    assert codes(filled({"x": "a, b"}, book=book)) == ["sheet.ambiguous"]
    assert filled({"x": "a; b"}, book=book).answers["x"] == frozenset(["one", "two"])
    for value in (
        frozenset(["both"]),
        frozenset(["one", "both"]),
        frozenset(["one", "two"]),
        frozenset(["two"]),
    ):
        assert reads_as(cell_text(value, ambiguous, "en"), ambiguous, value)


def small_book(*facts: Fact) -> RuleBook:
    return changed(BOOK, vocabulary=Vocabulary({one.id: one for one in facts}), rules={}, sections=())


def test_options_with_words_of_the_questionnaire() -> None:
    """An option called `none` beside the answer that there is none: its id, or nothing certain."""
    odd = fact(
        Kind.CHOICE,
        none=True,
        options=(
            Option("nothing", Bilingual("none", "无")),
            Option("same", Bilingual("x", "某")),
            Option("other", Bilingual("x", "某")),
        ),
    )  # fmt: skip
    book = small_book(odd)
    assert codes(filled({"x": "无"}, book=book)) == ["sheet.ambiguous"]
    assert codes(filled({"x": "x"}, book=book)) == ["sheet.ambiguous"]
    for value in ("nothing", "same", "other", NONE):
        for lang in LANGS:
            assert reads_as(cell_text(value, odd, lang), odd, value)


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (fact(Kind.NUMBER), Decimal("-0.5")),
        (fact(Kind.NUMBER), -3),
        (fact(Kind.NUMBER), 10**20),
        (fact(Kind.QUANTITY, units=("CNY",)), Quantity(1_234_567, "CNY")),
        (fact(Kind.QUANTITY, units=("CNY",)), Quantity(Decimal("0.25"), "CNY")),
        (fact(Kind.QUANTITY, units=("working_days",)), Quantity(1, "working_days")),
        (fact(Kind.QUANTITY, units=("days", "weeks", "years")), Quantity(2, "weeks")),
        (fact(Kind.BOOLEAN, none=True), NONE),
        (fact(Kind.BOOLEAN, none=True), False),
        (fact(Kind.DATE, tense=Tense.PLANNED, none=True), NONE),
        (fact(Kind.TEXT, none=True), "there is one"),
    ],
)  # fmt: skip
def test_values_read_back(one: Fact, value: Value) -> None:
    for lang in LANGS:
        assert reads_as(bare(guarded(cell_text(value, one, lang))), one, value)


# Lists -------------------------------------------------------------------------------------------------------


def test_entries_by_their_names() -> None:
    back = filled(
        {
            "filing.changes[].kind @ 新域名": "address",
            "filing.changes[].changed_on @ 新域名": "2026-01-05",
            "filing.changes[].kind @ 改名": "",
            "filing.changes[].filed_on": "",
        }
    )
    assert codes(back) == ["sheet.option"]  # the id is not the word `address`
    listed = back.answers["filing.changes"]
    assert isinstance(listed, Records)
    # Nobody said that these are all.
    assert not listed.complete
    assert [entry.key for entry in listed.entries] == ["新域名", "改名"]
    assert listed.entries[0].fields["filing.changes.changed_on"] == date(2026, 1, 5)
    assert back.places[path_to("filing.changes", "新域名", "changed_on")].line == 3
    assert back.places["filing.changes[改名]"] == Location("q.csv", 4, 2)


def test_completeness_of_lists() -> None:
    named = {"filing.changes[].changed_on @ a": "2026-01-05"}
    assert filled({"filing.changes": "已全部列出", **named}).answers["filing.changes"].complete is True  # type: ignore[union-attr]
    assert filled({"filing.changes": "还有未列出的", **named}).answers["filing.changes"].complete is False  # type: ignore[union-attr]
    assert filled({"filing.changes": "没有"}).answers == {"filing.changes": Records(())}
    assert "filing.changes" not in filled({"filing.changes": "还有未列出的"}).answers
    back = filled({"filing.changes": "没有", **named})
    assert codes(back) == ["sheet.none_but_entries"]
    assert back.answers["filing.changes"].complete is False  # type: ignore[union-attr]
    back = filled({"filing.changes": "不知道", **named})
    assert back.unknown == {"filing.changes"} and back.problems == ()


def test_two_rows_that_differ() -> None:
    out = f"{heading('id', 'zh')},{heading('entry', 'zh')},{heading('answer', 'zh')}\n"
    rows = "service.online,,是\nservice.online,,是\nservice.online,,否\nservice.online,,不知道\n"
    back = answers_in((out + rows).encode(), "q.csv", BOOK, "zh")
    assert codes(back) == ["sheet.twice", "sheet.twice"]
    assert back.answers == {"service.online": True}
    assert [problem.location.line for problem in back.problems if problem.location] == [4, 5]
    back = answers_in((out + "service.online,,不知道\nservice.online,,是\n").encode(), "q.csv", BOOK, "zh")
    assert codes(back) == ["sheet.twice"] and back.unknown == {"service.online"} and not back.answers
    back = answers_in((out + "filing.changes,,没有\nfiling.changes,,不知道\n").encode(), "q.csv", BOOK, "zh")
    assert codes(back) == ["sheet.twice"] and back.answers == {"filing.changes": Records(())}


def test_readings_with_who_and_when() -> None:
    back = filled({"reading.internal_only": "不适用"}, by="王律师", on="2026/3/1", note="=note")
    view = back.readings["reading.internal_only"]
    assert (view.view, view.by, view.on, view.note) == ("out_of_scope", "王律师", date(2026, 3, 1), "=note")
    assert back.answers == {"reading.internal_only": "out_of_scope"}
    assert codes(filled({"reading.internal_only": "不适用"}, by="王律师", on="去年")) == ["value.date_form"]
    assert codes(filled({"reading.internal_only": "不适用"}, by="王\u202e", on="2026-3-1")) == [
        "interview.hidden_characters"
    ]


# Files -------------------------------------------------------------------------------------------------------


def test_columns_in_any_order_and_either_language() -> None:
    text = "x,Answer,comment,编号\n1,是,,service.online\n2,否\n"
    back = answers_in(text.encode(), "q.csv", BOOK, "en")
    assert back.answers == {"service.online": True}
    assert codes(back) == ["sheet.id_missing"]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "sheet.no_columns", 1),
        (b"a,b\n", "sheet.no_columns", 1),
        (b"Id,Answer\nservice.online,yes\nservice.name,a\0b\n", "sheet.nul", 3),
        ("Id,Answer\nservice.online,是\n".encode("utf-16"), "sheet.utf_16", 1),
        (b"Id,Answer\r\nservice.online,yes\r\nservice.name,\xff\xff\r\n", "sheet.encoding", 3),
        (b"\xef\xbb\xbfId,Answer\nservice.online,\xca\xc7\n", "sheet.encoding", 2),
        # UTF-8 with one character cut: as GB18030 it would read as other characters.
        ("Id,Answer\nservice.name,样例科技有限公司".encode()[:-2] + b"\n", "sheet.encoding", 2),
        (b'Id,Answer\nservice.online,yes\nservice.name,"no end\n', "sheet.broken", 3),
        (b'Id,Answer\nservice.name,"' + b"x" * 200_000 + b'"\n', "sheet.broken", 2),
        (b"Id,Answer\n" + b"service.online,yes\n" * 50_001, "sheet.too_many_rows", 50_002),
        (b"x" * (9 << 20), "sheet.too_large", 1),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(data: bytes, code: str, line: int) -> None:
    for lang in LANGS:
        back = answers_in(data, "q.csv", BOOK, lang)
        assert codes(back) == [code]
        assert back.problems[0].location is not None and back.problems[0].location.line == line
        assert sentence(back.problems[0], lang).hint


def test_lines_count_through_cells_of_several_lines() -> None:
    back = answers_in(
        b'sep=,\r\nId,Answer\r\nservice.name,"a\nb\nc"\r\nservice.online,maybe\r\n', "q.csv", BOOK, "en"
    )
    assert back.answers == {"service.name": "a\nb\nc"}
    assert back.problems[0].location == Location("q.csv", 6, 2)


def test_a_flood_of_problems_is_cut() -> None:
    back = answers_in(b"Id,Answer\n" + b"service.online,maybe\n" * 5000, "q.csv", BOOK, "en")
    assert len(back.problems) == 201 and codes(back)[-1] == "sheet.too_many_problems"


def test_random_bytes_never_raise() -> None:
    good = questions_csv(BOOK, state_of("wallet"), "zh")
    for seed in range(120):
        rng = Random(seed)
        data = bytearray(good[: rng.randint(0, 6000)])
        for _ in range(rng.randint(1, 20)):
            if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
        for lang in LANGS:
            for problem in answers_in(bytes(data), "q.csv", BOOK, lang).problems:
                assert sentence(problem, lang).message


def test_reading_from_disk(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=re.escape("file.not_found")):
        read_answers(tmp_path / "none.csv", BOOK, "zh")
    with pytest.raises(UsageError, match=re.escape("file.not_regular")):
        read_answers(tmp_path, BOOK, "zh")
    state = state_of("baas")
    for path in export_questions(BOOK, state, "zh", tmp_path):
        assert path.exists()
    back = read_answers(tmp_path / "compliance-questions.zh.csv", BOOK, "zh")
    assert same(back.answers, shareable(state.answers, BOOK))


def test_nothing_is_overwritten_without_being_told(tmp_path: Path) -> None:
    state = begin(BOOK, AS_OF)
    written = export_questions(BOOK, state, "en", tmp_path)
    assert [path.name for path in written] == ["compliance-questions.en.md", "compliance-questions.en.csv"]
    before = [path.read_bytes() for path in written]
    written[0].unlink()
    with pytest.raises(UsageError, match=re.escape("usage.output_exists")):
        export_questions(BOOK, state, "en", tmp_path)
    assert not written[0].exists()
    export_questions(BOOK, state, "en", tmp_path, force=True)
    assert [path.read_bytes() for path in written] == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in written)


# What it shows -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_there_whether_open_or_not(lang: str) -> None:
    rows = table(questions_csv(BOOK, begin(BOOK, AS_OF), lang))
    assert rows[0] == [both.get(lang) for both in COLUMNS.values()]
    assert {len(row) for row in rows} == {len(COLUMNS)}
    ids = [row[0] for row in rows[1:]]
    expected = [
        one.id if one.parent is None else f"{one.parent}[].{one.name}"
        for one in BOOK.vocabulary.facts.values()
        if one.parent is None or one.name != BOOK.vocabulary[one.parent].key
    ]
    assert sorted(ids) == sorted(expected)
    page = questions_markdown(BOOK, begin(BOOK, AS_OF), lang)
    for own in BOOK.vocabulary.facts:
        if BOOK.vocabulary[own].parent is None:
            assert f"`{own}`" in page
    for own, reading in BOOK.vocabulary.facts.items():
        if reading.kind is Kind.READING:
            assert page.index(f"`{own}`") > page.index("## 请律师判断" if lang == "zh" else "## For counsel")
            for option in reading.options:
                assert option.source is not None and option.source.get(lang) in page


@pytest.mark.parametrize("lang", LANGS)
def test_sensitive_answers_are_not_written_out(lang: str) -> None:
    answers: dict[str, Value] = {
        "entity.responsible_person": "某甲某甲",
        "entity.responsible_phone": "13000000000",
        "entity.investor": NONE,
        "entity.responsible_email": HELD,
    }
    state = begin(BOOK, AS_OF, Manifest("", answers))
    for text in (questions_csv(BOOK, state, lang).decode(), questions_markdown(BOOK, state, lang)):
        assert "某甲" not in text and "13000000000" not in text
        assert ("敏感信息不在此显示" if lang == "zh" else "sensitive, not shown here") in text
    assert answers_in(questions_csv(BOOK, state, lang), "q.csv", BOOK, lang).answers == {
        "entity.investor": NONE
    }


def test_what_people_wrote_is_no_markdown() -> None:
    evil = "# head\n- [x] yes | <script>alert(1)</script> [a](https://x.example) `code` **b** &lt; \u202e 1. x\n  y"
    answers: dict[str, Value] = {
        "service.name": evil,
        "filing.changes": Records((Record("*n* <b>", {"filing.changes.name": "*n* <b>"}),), complete=False),
    }
    plain = questions_markdown(BOOK, begin(BOOK, AS_OF), "en").splitlines()
    page = questions_markdown(BOOK, begin(BOOK, AS_OF, Manifest("", answers)), "en")
    line = next(line for line in page.splitlines() if "alert" in line)
    assert line.startswith("Answer: \\# head \\- \\[x\\] yes \\| \\<script\\>")
    assert not re.search(r"(?<!\\)[<>`*\[\]#|&]", line.removeprefix("Answer: ").replace("U+202E", ""))
    assert "#### Entry: \\*n\\* \\<b\\>" in page
    added = {one for one in page.splitlines() if one.startswith("#")} - {
        one for one in plain if one.startswith("#")
    }
    assert added == {"#### Entry: \\*n\\* \\<b\\>"}


def test_the_bytes_are_the_same_each_time() -> None:
    for lang in LANGS:
        one, other = state_of("traceability"), state_of("traceability")
        assert questions_csv(BOOK, one, lang) == questions_csv(BOOK, other, lang)
        assert questions_markdown(BOOK, one, lang) == questions_markdown(BOOK, other, lang)
        data = questions_csv(BOOK, one, lang)
        assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == len(table(data))


def test_what_comes_back_can_be_taken_by_an_interview(tmp_path: Path) -> None:
    from compliance.wizard.prefill import prefill
    from compliance.wizard.session import Session, Setting

    state = state_of("logistics")
    answered = answers_in(questions_csv(BOOK, state, "zh"), "q.csv", BOOK, "zh")
    session = Session(Setting(tmp_path / "compliance.yaml", BOOK, AS_OF, "zh"))
    done = prefill(session, answered)
    assert done.refused == () and done.kept == ()
    assert same(session.state.answers, shareable(state.answers, BOOK))
