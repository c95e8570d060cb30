"""The workbook, read back as a spreadsheet program would: one story, texts only, and blanks to fill in."""

from __future__ import annotations

import re
import sys
import zipfile
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hostile import HOSTILE, hostile
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from report_samples import ALL, DAY, EXAMPLES, SITUATIONS, assessment_of
from sample_book import judged

from compliance.assessment.model import Assessment, Standing
from compliance.cli.main import run
from compliance.conditions.judgement import Outcome
from compliance.facts.sanitise import clean
from compliance.facts.values import Records
from compliance.frozen import changed
from compliance.packs.usage import ledger
from compliance.reports.answers import answers
from compliance.reports.disclosed import disclosed
from compliance.reports.excel.layout import height, widths
from compliance.reports.excel.missing import STATES
from compliance.reports.excel.report import TABLES
from compliance.reports.excel.table import MOST, fitted
from compliance.reports.items import items
from compliance.reports.json_v1 import sealed
from compliance.reports.render import Language, Options, render
from compliance.reports.verdict_line import due_of
from compliance.reports.words import say

LANGUAGES: tuple[Language, ...] = ("zh", "en")
SHEETS = (
    "summary",
    "missing",
    "questions",
    "findings",
    "answers",
    "evidence",
    "deadlines",
    "waivers",
    "ledger",
)
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "incomplete"


def made_of(made: Assessment, *languages: Language) -> bytes:
    return render("excel", made, Options(languages or LANGUAGES))


@cache
def sample(name: str) -> bytes:
    return made_of(assessment_of(name))


def book_of(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


@cache
def sample_book(name: str) -> Workbook:
    return book_of(sample(name))


def rows_of(book: Workbook, sheet: str, lang: str) -> list[dict[str, Any]]:
    """The rows of a table by the texts of its headings."""
    head, *rows = book[say(f"sheet.{sheet}", lang)].iter_rows(values_only=True)
    assert len(set(head)) == len(head)
    found = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    first = str(head[0])
    return [] if [row[first] for row in found] == [say("sheet.none", lang)] else found


def day_of(value: datetime | None) -> date | None:
    return value.date() if value is not None else None


@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_and_record_can_be_read_back(name: str) -> None:
    made = assessment_of(name)
    book = sample_book(name)
    for lang in LANGUAGES:
        outcomes = {say(f"outcome.{one.value}", lang): one.value for one in Outcome}
        outcomes[say("holds.not_in_force", lang)] = "not_in_force"
        standings = {say(f"standing.{one.value}", lang): one.value for one in Standing} | {None: None}
        assert len(outcomes) == len(Outcome) + 1 and len(standings) == len(Standing) + 1
        wanted: list[tuple[object, ...]] = []
        for one in made.findings:
            wanted.append((one.rule.id, None, one.outcome.value, one.standing.value, due_of(one)))
            for part in one.parts:
                key = say("record.further", lang) if part.key is None else part.key
                wanted.append((one.rule.id, key, part.outcome.value, part.standing.value, part.due))
        wanted += [(rule, None, "not_in_force", None, None) for rule in made.not_in_force]
        names = [
            say(key, lang) for key in ("col.rule", "col.record", "col.outcome", "head.standing", "col.due")
        ]
        found = [
            (row[names[0]], row[names[1]], outcomes[row[names[2]]], standings[row[names[3]]], day_of(row[names[4]]))
            for row in rows_of(book, "findings", lang)
        ]  # fmt: skip
        assert found == wanted


@pytest.mark.parametrize("name", ALL)
def test_past_breaches_have_a_column_of_their_own(name: str) -> None:
    """Of rules, of some records of a rule, and of the records themselves."""
    wanted = []
    for one in assessment_of(name).findings:
        some = "some records" if any(part.past for part in one.parts) else None
        wanted.append((one.rule.id, "yes, remedied" if one.standing is Standing.PAST else some))
        wanted += [(one.rule.id, "yes, remedied" if part.past else None) for part in one.parts]
    found = rows_of(sample_book(name), "findings", "en")
    assert [(row["Rule"], row["Past breach"]) for row in found][: len(wanted)] == wanted


@pytest.mark.parametrize("name", ALL)
def test_the_summary_says_verdict_day_and_digests(name: str) -> None:
    made = assessment_of(name)
    book = sample_book(name)
    for lang in LANGUAGES:
        rows = list(book[say("sheet.summary", lang)].iter_rows(values_only=True))
        said = {row[0]: row[1] for row in rows if row[0]}
        assert said[say("summary.verdict", lang)] == say(f"verdict.{made.verdict.value}", lang)
        assert day_of(said[say("glance.day", lang)]) == made.as_of
        assert said[say("summary.assessment", lang)] == sealed(made)["digests"]["assessment"]  # type: ignore[index, call-overload]
        assert said[say("digest.rules", lang)] == made.book.digest
        counts = {row[0]: row[1:] for row in rows}
        for standing in Standing:
            numbers = tuple(len(made.standing(standing, binding=binding)) for binding in (True, False))
            assert counts[say(f"standing.{standing.value}", lang)] == numbers


@pytest.mark.parametrize("name", ALL)
def test_missing_items_stand_by_urgency_with_blanks_to_fill_in(name: str) -> None:
    made = assessment_of(name)
    book = sample_book(name)
    open_standings = (Standing.VIOLATED, Standing.UNDECIDED, Standing.PENDING)
    wanted = sorted(
        (one.rule.id, one.part.key or "" if one.part else "")
        for one in items(made)
        if one.standing in open_standings
    )
    for lang in LANGUAGES:
        rows = rows_of(book, "missing", lang)
        urgencies = [row[say("head.urgency", lang)] for row in rows]
        assert urgencies == sorted(urgencies)
        further = say("record.further", lang)
        found = [(row[say("col.rule", lang)], row[say("col.record", lang)]) for row in rows]
        assert sorted((rule, "" if key in (None, further) else key) for rule, key in found) == wanted
        for row in rows:
            assert all(row[say(f"head.{blank}", lang)] is None for blank in ("responsible", "date", "status"))
            assert row[say("head.do", lang)]
        rules = book[say("sheet.missing", lang)].data_validations.dataValidation
        assert len(rules) == (2 if rows else 0)
        if rows:
            states = ",".join(say(f"status.{state}", lang) for state in STATES)
            assert {rule.type for rule in rules} == {"date", "list"}
            assert next(rule for rule in rules if rule.type == "list").formula1 == f'"{states}"'


def test_every_answer_and_every_article_has_a_row() -> None:
    made = assessment_of("supply-chain-finance")
    book = sample_book("supply-chain-finance")
    for lang in LANGUAGES:
        given = [(one.path, one.text(lang)) for one in answers(made)]
        rows = rows_of(book, "answers", lang)
        told = [(row[say("col.id", lang)], _text(row[say("head.answer", lang)])) for row in rows]
        assert told == given
        dealt = [say(f"handled.{entry.article.handled.value}", lang) for entry in ledger(made.book)]
        assert [row[say("head.handled", lang)] for row in rows_of(book, "ledger", lang)] == dealt


def _text(value: object) -> object:
    return value.date().isoformat() if isinstance(value, datetime) else value


@pytest.mark.parametrize("name", ["incomplete", "parts", "pending"])
def test_sheets_are_ready_to_filter_and_to_print(name: str) -> None:
    book = sample_book(name)
    assert book.sheetnames == [say(f"sheet.{sheet}", lang) for lang in LANGUAGES for sheet in SHEETS]
    assert len(SHEETS) == len(TABLES) + 1
    for sheet in book.worksheets:
        assert len(sheet.title) <= 31 and not set(sheet.title) & set("[]:*?/\\'")
        assert sheet.page_setup.orientation == "landscape" and str(sheet.page_setup.paperSize) == "9"
        assert sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.oddFooter.right.text == "&P / &N"
        if sheet.title not in [say("sheet.summary", lang) for lang in LANGUAGES]:
            assert sheet.auto_filter.ref and str(sheet.freeze_panes).endswith("2")
            assert sheet.print_title_rows in ("1:1", "$1:$1")
    one = book_of(made_of(assessment_of(name), "en"))
    assert one.sheetnames == [say(f"sheet.{sheet}", "en") for sheet in SHEETS]


def plain(data: bytes) -> dict[str, str]:
    """The parts of a workbook; each is sound XML, without formulas, links, macros or names of users."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert packed.testzip() is None
        parts = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
    for name, text in parts.items():
        ElementTree.fromstring(text)
        assert not re.search(r"<f[ >/]|<hyperlink|TargetMode|externalLink|vbaProject|<is>", text), name
    assert not any("externalLink" in name or "vba" in name or "drawing" in name for name in parts)
    assert "<dc:creator></dc:creator>" in parts["docProps/core.xml"]
    return parts


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_formula_and_no_link_in_any_example(name: str) -> None:
    parts = plain(sample(name))
    assert parts["docProps/core.xml"].count(f"{DAY.isoformat()}T00:00:00Z") == 2


def texts_of(book: Workbook) -> set[str]:
    found = set()
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d") and cell.hyperlink is None
                if cell.data_type == "s":
                    found.add(str(cell.value))
    return found


@pytest.mark.parametrize(
    "text", [*HOSTILE, "<r><t>rich</t></r>", "<r>&amp;</r>", "'quoted", "a\ufffeb\uffff"]
)
def test_hostile_text_is_literal_text_and_not_lost(text: str) -> None:
    data = made_of(hostile(text), "en")
    plain(data)
    book = book_of(data)
    found = texts_of(book)
    wanted = clean(text).replace("\ufffe", "_xFFFE_").replace("\uffff", "_xFFFF_")
    assert wanted in found
    assert {row["Do"] for row in rows_of(book, "findings", "en")} == {wanted, None}
    waiver = rows_of(book, "waivers", "en")[0]
    assert {waiver[head] for head in ("Record", "By", "Reason")} == {wanted}
    entry = rows_of(book, "evidence", "en")[0]
    assert {entry[head] for head in ("Id", "Kind", "Supports", "File or address")} == {wanted}


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1"])
def test_a_text_stays_one_when_a_person_edits_its_cell(text: str) -> None:
    sheet = book_of(made_of(hostile(text), "en"))[say("sheet.waivers", "en")]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == clean(text)]
    assert cells and all(cell.quotePrefix for cell in cells)


def test_what_looks_like_an_escape_of_the_format_stays_as_it_is() -> None:
    """`_x0041_` would be read as `A`."""
    parts = plain(made_of(hostile("_x0041_"), "en"))
    assert "_x005F_x0041_" in parts["xl/sharedStrings.xml"]
    assert not re.search(r"(?<!_x005F)_x0041_", parts["xl/sharedStrings.xml"])


@pytest.mark.parametrize("unit", ["a", "好", "😀", "a😀"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_no_cell_can_hold_is_cut_visibly(unit: str, lang: str) -> None:
    whole = unit * (MOST // (len(unit.encode("utf-16-le")) // 2))
    assert fitted(whole, lang) == whole
    longer = whole + unit * 1_000
    cut = fitted(longer, lang)
    assert len(cut.encode("utf-16-le")) // 2 <= MOST
    number = int(re.search(r"(\d+)", cut[-60:]).group())  # type: ignore[union-attr]
    mark = say("cut", lang, n=number)
    assert cut.endswith(mark) and longer.startswith(cut.removesuffix(mark))
    assert len(cut) - len(mark) + number == len(longer)


def test_a_cut_text_is_in_the_workbook_with_its_mark() -> None:
    made = hostile("x" * 40_000)
    assert any(text.endswith("a cell holds no more]") for text in texts_of(book_of(made_of(made, "en"))))


def test_days_before_spreadsheets_can_count_are_texts() -> None:
    made = judged(changes={"service.filed_on": date(1899, 5, 6)})
    rows = rows_of(book_of(made_of(made, "en")), "answers", "en")
    assert next(row["Answer"] for row in rows if row["Id"] == "service.filed_on") == "1899-05-06"


def test_sensitive_answers_are_hidden_or_announced() -> None:
    secret = "13800000000"
    made = judged(changes={"contact.phone": secret})
    assert not any(secret in part for part in plain(made_of(made)).values())
    shown = plain(made_of(disclosed(made)))
    assert any(secret in part for part in shown.values())
    for lang in LANGUAGES:
        notice = say("sensitive.shown", lang)
        assert notice in shown["xl/sharedStrings.xml"]
        pages = [text for name, text in shown.items() if name.startswith("xl/worksheets/sheet")]
        assert sum(notice in text for text in pages) == len(SHEETS)


def test_partial_and_disclosed_are_said_on_the_first_sheet() -> None:
    made = changed(SITUATIONS["parts"], partial=("order",))
    rows = list(book_of(made_of(made, "en"))["Summary"].iter_rows(values_only=True))
    assert ("Partial", "yes", None) in rows


def test_an_empty_list_is_still_a_workbook() -> None:
    made = judged({"service.endpoints": Records((), True)})
    plain(made_of(made))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_is_high_enough_for_its_texts(name: str) -> None:
    """A row cannot be higher than 409 points: more would be hidden on paper."""
    for lang in LANGUAGES:
        for made in TABLES:
            table = made(assessment_of(name), lang)
            wide = widths(table, lang)
            assert all(height(row, wide, lang) < 409 for row in table.rows)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 7, 2),
        ("one-two-three", 8, 2),
        ("区块链信息服务", 6, 3),
        ("abcdefgh", 3, 3),
        ("a\nb\n\nc", 9, 4),
    ],
)
def test_lines_are_counted_as_programs_break_them(text: str, room: int, lines: int) -> None:
    assert height([text], [room], "zh") == lines * 16 + 3


def test_what_is_shown_makes_no_difference() -> None:
    made = SITUATIONS["parts"]
    assert render("excel", made, Options(LANGUAGES, True)) == render("excel", made, Options(LANGUAGES, False))


@pytest.mark.parametrize(("lang", "said"), [("zh", "附加组件尚未安装"), ("en", "is not installed")])
def test_without_the_extra_it_is_said_what_to_type(
    lang: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Before the project is read: the file named here does not exist."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    arguments = ["report", str(tmp_path / "none.yaml"), "--format", "excel", "--lang", lang]
    assert run([*arguments, "-o", str(tmp_path / "a.xlsx")]) == 2
    told = capsys.readouterr().err
    assert "report.no_excel" in told and said in told and "uv run --extra excel" in told
    assert not list(tmp_path.iterdir())


def test_a_check_does_not_offer_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(EXAMPLE), "--format", "excel"]) == 2
    assert "excel" in capsys.readouterr().err


def test_nothing_in_it_hangs_on_how_a_machine_compresses() -> None:
    """No part is compressed or dated, and none says on which system it was made."""
    data = render("excel", judged(), Options(("zh",)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            assert part.compress_type == zipfile.ZIP_STORED and part.date_time == (1980, 1, 1, 0, 0, 0)
            assert part.create_system == 0
