"""PDF reports: one story with the assessment, texts as given, the standards they claim, and what they carry."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hostile import HOSTILE, hostile
from page import ValidationProfile, validate_pdf_bytes
from pdf_text import pages, squeezed, whole
from pdfua import validate
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from report_samples import ALL, EXAMPLES, SITUATIONS, assessment_of, example
from sample_book import judged

from compliance.assessment.model import Assessment, EvidenceStatus, Standing
from compliance.cli.main import run
from compliance.errors import Location, ReportError
from compliance.facts.manifest import EvidenceEntry
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.considered import considered
from compliance.reports.json_v1 import render_json
from compliance.reports.pdf.list import checklist
from compliance.reports.pdf.report import render_pdf
from compliance.reports.read_back import read_back
from compliance.reports.render import Language, Options
from compliance.reports.seal import seal_of
from compliance.reports.text.open import question_on_paper
from compliance.reports.verdict_line import verdict_line
from compliance.reports.words import say
from compliance.reports.words_pdf import word

BOTH = Options(("zh", "en"))
MARGIN = 60
"""Points at the right of a page in which nothing stands."""


@cache
def made(name: str) -> bytes:
    return render_pdf(assessment_of(name), BOTH)


@pytest.mark.parametrize("name", ALL)
def test_every_outcome_can_be_read_back(name: str) -> None:
    """The table of every rule says id, title, outcome and standing of each, in both languages."""
    assessment = assessment_of(name)
    text = whole(made(name))
    for lang in ("zh", "en"):
        assert squeezed(verdict_line(assessment, lang)) in text
        for rule, finding in considered(assessment).values():
            row = text.partition(squeezed(rule.id + rule.title.get(lang)))[2]
            if finding is None:
                assert squeezed(say("holds.not_in_force", lang)) in row[:300]
                continue
            outcome = say(f"outcome.{finding.outcome.value}", lang)
            standing = say(f"standing.{finding.standing.value}", lang)
            assert squeezed(outcome + standing) in row[:300], rule.id


@pytest.mark.parametrize("name", ALL)
def test_missing_items_stand_by_urgency(name: str) -> None:
    """Hard stops, other breaches, what is due, what to answer: all of it, with what to do and where the law says so."""
    assessment = assessment_of(name)
    broken = assessment.standing(Standing.VIOLATED, binding=True)
    groups = [
        [one.rule.title.en for one in broken if one.rule.hard_stop],
        [one.rule.title.en for one in broken if not one.rule.hard_stop],
        [one.rule.title.en for one in assessment.standing(Standing.PENDING, binding=True)],
        [question_on_paper(path, assessment, "en") for path in assessment.open_facts],
    ]
    found: Any = checklist(assessment, "en")
    told = [[item["title"].partition(" – due")[0] for item in group["items"]] for group in found["groups"]]
    assert list(map(sorted, told)) == [sorted(group) for group in groups if group]
    text = whole(made(name))
    for item in (item for group in found["groups"] for item in group["items"]):
        assert squeezed(item["title"] + item["do"] + item["source"]) in text


def test_counsels_views_are_listed() -> None:
    text = whole(made("vehicle-data"))
    (view,) = assessment_of("vehicle-data").manifest.readings.values()
    assert squeezed(f"{view.by} {view.on.isoformat()} {view.note}") in text


@pytest.mark.parametrize("name", ALL)
def test_it_carries_the_assessment(name: str) -> None:
    found = read_back(made(name), "a.pdf")
    assert found.assessment == render_json(assessment_of(name)).encode()
    assert found.options == BOTH and found.form == "pdf"
    assert found.seal is not None and found.seal.whole


@pytest.mark.parametrize("name", ALL)
def test_it_is_what_it_claims_to_be(name: str) -> None:
    """PDF/A-3a and PDF/UA-1 with tags, language and title; every font embedded; sound to qpdf's own check."""
    with pikepdf.open(BytesIO(made(name))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "zh-CN"
        with pdf.open_metadata() as said:
            assert said["pdfaid:part"] == "3" and said["pdfaid:conformance"] == "A"
            assert said["pdfuaid:part"] == "1"
            assert "合规自评报告" in str(said["dc:title"])
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        ]
        inner = [one for one in fonts if "/FontDescriptor" in one]
        assert inner
        for font in inner:
            assert {"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()), font
        assert all("/ToUnicode" in one for one in fonts if one.Subtype == "/Type0")
        assert "/Outlines" in pdf.Root


@pytest.mark.parametrize("name", ["incomplete", "vehicle-data", "parts"])
def test_a_checker_of_pdf_ua_finds_nothing(name: str, tmp_path: Path) -> None:
    """It knows 16 of 106 rules, and one of its checks fails on arrays; veraPDF is run by hand (CONTRIBUTING)."""
    file = tmp_path / "a.pdf"
    file.write_bytes(made(name))
    found = validate(file)
    assert found.findings == ()
    assert len(found.skipped) <= 1


def test_pages_are_counted_and_contents_lead_to_them() -> None:
    found = pages(made("vehicle-data"))
    assert f"第 1 页，共 {len(found)} 页" in found[0]
    assert f"Page {len(found)} of {len(found)}" in found[-1]
    first, last = "管理层摘要", "摘要值与核验方法"
    assert first in found[1] and last in found[1] and "Summary for management" not in found[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    """Nothing of it is read as source, nothing is lost; what the font lacks is written by its number."""
    pdf = render_pdf(hostile(text), Options(("en",)))
    said = whole(pdf)
    wanted = squeezed(clean(text))
    lacking = "".join(c if ord(c) < 0xFFFF else f"□(U+{ord(c):04X})" for c in wanted)
    assert wanted in said or squeezed(lacking) in said
    assert said.count("illegalcontent") == 0  # no file of the machine is drawn in


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")', "$ sum x^2 $", "#image(\"/etc/passwd\")", "#read(\"report.typ\")", "@ref <label>",
        "= Heading", "*strong* _emph_ `raw`", "//comment", "/* comment */", "\\u{41}", "{n} {all}", "#let x = 1",
    ],
)  # fmt: skip
def test_source_of_the_template_language_is_text(text: str) -> None:
    assert squeezed(text) in whole(render_pdf(hostile(text), Options(("en",))))


@pytest.mark.parametrize(
    ("text", "shown"), [("甲✅乙", "甲□(U+2705)乙"), ("🏦 银行", "□(U+1F3E6)银行"), ("𠮷野", "𠮷野")]
)
def test_a_character_without_a_shape_stops_nothing(text: str, shown: str) -> None:
    pdf = render_pdf(hostile(text), Options(("zh",)))
    assert squeezed(shown) in whole(pdf)
    note = "本文件字体缺少的字符"
    assert (note in whole(pdf)) is ("□" in shown)


def test_sensitive_answers_are_announced_on_the_first_page() -> None:
    for disclosed in (False, True):
        first = pages(render_pdf(changed(judged(), disclosed=disclosed), Options(("zh",))))[0]
        assert (squeezed(say("sensitive.shown", "zh")) in squeezed(first)) is disclosed


def test_the_same_assessment_gives_the_same_bytes() -> None:
    assert render_pdf(assessment_of("past"), BOTH) == made("past")


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_changed_byte_is_noticed(name: str) -> None:
    data = bytearray(made(name))
    data[len(data) // 2] ^= 1
    found = seal_of(bytes(data), "pdf")
    assert found is None or not found.whole


def test_full_reports_name_every_rule_in_full() -> None:
    assessment = example("wallet")
    text = whole(render_pdf(assessment, Options(("en",), show_all=True)))
    for finding in assessment.findings:
        assert squeezed(finding.rule.because.en) in text


def test_without_the_extra_it_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def lacking(name: str, *others: object, **more: object) -> object:
        if name == "typst":
            raise ImportError(name)
        return real(name, *others, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", lacking)
    folder = Path(__file__).parents[2] / "examples" / EXAMPLES[0]
    assert run(["report", str(folder), "--format", "pdf", "-o", str(tmp_path / "a.pdf")]) == 2
    told = capsys.readouterr().err
    assert "report.no_pdf" in told and "--extra pdf" in told
    assert not list(tmp_path.iterdir())


def headings(data: bytes) -> list[str]:
    """The titles of the bookmarks of the first level."""
    return [str(one.title) for one in PdfReader(BytesIO(data)).outline if not isinstance(one, list)]


def test_every_section_stands_in_every_report() -> None:
    """Also where there is nothing to tell: a reader who misses a heading cannot know why."""
    found = {
        name: headings(render_pdf(SITUATIONS[name], Options(("en",))))
        for name in ("parts", "empty", "ready", "out")
    }
    told = [[title.partition(" (")[0] for title in titles] for titles in found.values()]
    assert len(told[0]) == 9
    assert all(titles == told[0] for titles in told)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\ue000", "□(U+E000)"), ("公司\ue5e5名", "公司□(U+E5E5)名"), ("\U000f0000", "□(U+F0000)")],
)
def test_a_character_of_private_use_stops_nothing(text: str, shown: str) -> None:
    """Rare letters of names are found there in old files. PDF/A allows none, whether the font has a shape or not."""
    pdf = render_pdf(hostile(text), Options(("zh",)))
    assert squeezed(shown) in whole(pdf) and "本文件字体缺少的字符" in whole(pdf)


def test_what_cannot_be_set_is_no_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    def broken(*_: object, **__: object) -> bytes:
        raise typst.TypstError("something new")

    monkeypatch.setattr(typst, "compile", broken)
    with pytest.raises(ReportError) as caught:
        render_pdf(SITUATIONS["ready"], Options())
    assert caught.value.codes == ("report.not_set",)
    assert caught.value.problems[0].details["why"] == "something new"


@pytest.mark.parametrize("text", ["x" * 400, "щ" * 300, "https://example.org/" + "a/b-c" * 60])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_runs_off_the_page(text: str, lang: Language) -> None:
    """However long a word is, what is drawn stays between the margins."""
    document = PdfDocument(render_pdf(hostile(text), Options((lang,))))
    for page in document:
        width, _ = page.get_size()
        drawn = page.get_textpage()
        boxes = [drawn.get_charbox(number) for number in range(drawn.count_chars())]
        assert all(left >= 0 and right <= width - MARGIN for left, _, right, _ in boxes if right > left)


def expiring(assessment: Assessment) -> Assessment:
    """The same with more evidence that soon expires than the time line has room for."""
    entries = [
        EvidenceEntry(f"域名变更回执-{day}", None, (), "a.pdf", None, None, None, date(2026, 12, day), Location("a"))
        for day in range(1, 8)
    ]  # fmt: skip
    found = (EvidenceStatus(entry, "ok") for entry in entries)
    return changed(assessment, evidence=(*assessment.evidence, *found))


def summary_pages(data: bytes) -> list[str]:
    """The texts of the pages from the summary to the list of missing items, in the first language."""
    read = PdfReader(BytesIO(data))
    sections = [one for one in read.outline if not isinstance(one, list)]
    first, following = (read.get_destination_page_number(one) or 0 for one in sections[:2])
    return [one.extract_text() for one in read.pages[first:following]]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_summary_for_management_is_one_page(name: str) -> None:
    assert len(summary_pages(made(name))) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["incomplete", "wallet", "vehicle-data"])
def test_it_is_one_page_with_five_deadlines_too(name: str, lang: Language) -> None:
    """Then less of what to do first has room, and how much is left out is said."""
    (text,) = summary_pages(render_pdf(expiring(assessment_of(name)), Options((lang,))))
    assert len(set(re.findall(r"2026-12-0\d", text))) == 5
    urgent = len(assessment_of(name).standing(Standing.VIOLATED, binding=True)) + len(
        assessment_of(name).open_facts
    )
    rest = int(re.search(r"其余\s*(\d+)|(\d+) more in", text)[0].strip("其余 morein"))  # type: ignore[index]
    assert 1 <= urgent - rest <= 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_note_stays_within_its_tile(lang: Language) -> None:
    """How many breaches are waived is told in the tile that counts them, above the line that follows the tiles."""
    page = PdfDocument(render_pdf(assessment_of("vehicle-data"), Options((lang,))))[2]
    drawn = page.get_textpage()
    following = word("summary.other", lang, said="").rstrip()[:8]
    first, number = drawn.search(following).get_next()
    boxes = [drawn.get_charbox(one) for one in range(first + number)]
    below = max(top for _, _, _, top in boxes[first:])
    assert min(bottom for _, bottom, _, _ in boxes[:first] if bottom > below - SIZE) - below >= ROOM


SIZE, ROOM = 8, 10
"""Points: a line of small letters, and what is free between the lowest line of a tile and the line that follows."""


@pytest.mark.parametrize("name", ALL)
def test_a_checker_of_archive_and_access_finds_nothing(name: str) -> None:
    """All rules of PDF/A-3a and PDF/UA-1 that a program of others knows: 156 and 104 of them."""
    wrong = []
    for profile in (ValidationProfile.PDF_A_3A, ValidationProfile.PDF_UA_1):
        report = validate_pdf_bytes(made(name), profile=profile)
        wrong += [one.message for one in report.failures if one.rule_id != LENGTH]
    assert wrong == []
    assert [*streams_of_another_length(made(name))] == []


LENGTH = "PDFA3A-STREAM-LENGTH-001"
"""The checker takes a stream whose last byte is a carriage return for one byte shorter. Lengths are checked here."""


def streams_of_another_length(data: bytes) -> Iterator[int]:
    """Where streams begin that do not end where their length says."""
    for found in re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", data):
        if not data.startswith(b"\nendstream\n", found.end() + int(found[1])):
            yield found.start()
