"""Every key of words that the code names is there, every word is said somewhere, and it has the same slots in both
languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from compliance.assessment.model import Standing
from compliance.conditions.judgement import Reason
from compliance.facts.vocabulary import Bilingual
from compliance.reports.words import WORDS
from compliance.reports.words_diff import DIFF_WORDS
from compliance.reports.words_document import DOCUMENT_WORDS
from compliance.reports.words_excel import EXCEL_WORDS
from compliance.reports.words_grc import GRC_WORDS
from compliance.reports.words_pages import PAGE_WORDS
from compliance.reports.words_pdf import PDF_WORDS
from compliance.reports.words_replay import REPLAY_WORDS
from compliance.reports.words_report import REPORT_WORDS

PACKAGE = Path(__file__).parents[2] / "compliance"
REPORTS = PACKAGE / "reports"
TOGETHER = (WORDS, DIFF_WORDS, EXCEL_WORDS, PAGE_WORDS, REPLAY_WORDS, REPORT_WORDS)
GENERAL = {key: words for catalogue in TOGETHER for key, words in catalogue.items()}
CATALOGUES = {"say": GENERAL, "shared": DOCUMENT_WORDS, "html": DOCUMENT_WORDS, "pdf": PDF_WORDS}
ALL = [(key, words) for words in (GENERAL, GRC_WORDS, DOCUMENT_WORDS, PDF_WORDS) for key in words]


def named(function: str, text: str) -> set[str]:
    """The keys that a function is called with as plain texts."""
    return set(re.findall(rf'\b{function}\(\s*"([a-z_.]+)"', text))


@pytest.mark.parametrize(
    "file", sorted(REPORTS.rglob("*.py")), ids=lambda path: path.relative_to(REPORTS).as_posix()
)
def test_words_that_are_said_are_there(file: Path) -> None:
    text = file.read_text("utf-8")
    imported = {
        "say": "from compliance.reports.words import say" in text,
        "shared": "from compliance.reports.words_document import word as shared" in text,
    }
    for function, there in imported.items():
        if there:
            missing = named(function, text) - CATALOGUES[function].keys()
            assert not missing, missing
    for module, catalogue in (("words_document", DOCUMENT_WORDS), ("words_pdf", PDF_WORDS)):
        if f"from compliance.reports.{module} import word\n" in text:
            assert not named("word", text) - catalogue.keys()


@pytest.mark.parametrize("file", sorted((PACKAGE / "cli").glob("*.py")), ids=lambda path: path.stem)
def test_words_on_what_takes_long_are_there(file: Path) -> None:
    assert named("telling", file.read_text("utf-8")) <= GENERAL.keys()


@pytest.mark.parametrize(("key", "words"), ALL, ids=[key for key, _ in ALL])
def test_both_languages_have_the_same_slots(key: str, words: dict[str, Bilingual]) -> None:
    """Plural endings are English only."""
    en, zh = (
        {name for _, name, _, _ in Formatter().parse(words[key].get(lang)) if name} - {"s", "es", "v"}
        for lang in ("en", "zh")
    )
    assert en == zh and words[key].en and words[key].zh


def test_no_key_stands_in_two_catalogues() -> None:
    """`say` looks in all of these: the second would hide the first."""
    assert sum(map(len, TOGETHER)) == len(GENERAL)


def patterns(source: str) -> Iterator[str]:
    """What the texts of a module can be: those it writes out, and those it puts together, with any word in a slot.

    What is put together of slots and points alone could be any key, and says of none that it is used.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [_part(one) for one in node.values]
            if any(part != _SLOT and re.search("[a-z]", part) for part in parts):
                yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)


_SLOT = "[a-z_.-]+"


def _part(node: ast.expr) -> str:
    return re.escape(str(node.value)) if isinstance(node, ast.Constant) else _SLOT


def unsaid(words: Mapping[str, Bilingual], sources: list[str]) -> list[str]:
    """The keys that no text in these modules can be."""
    said = {one for source in sources for one in patterns(source) if len(one) < 80}
    there = re.compile("|".join(f"(?:{one})" for one in said))
    return [key for key in words if not there.fullmatch(key)]


BY_VALUE = {one.value for kind in (Standing, Reason) for one in kind}
"""Keys that are the value of something, as in `grc(finding.standing.value)`."""


NAMING = [(REPORTS / "verification.py").read_text("utf-8")]
"""Modules that name keys for others to say."""


@pytest.mark.parametrize(
    ("words", "module"),
    [
        (GENERAL, r"reports\.words|cli\.progress"),
        (GRC_WORDS, r"reports\.(?:words_grc|grc_findings|oscal\.parts|cyclonedx\.parts)"),
        (DOCUMENT_WORDS, r"reports\.words_document"),
        (PDF_WORDS, r"reports\.words_pdf"),
    ],
    ids=["words", "grc", "html", "pdf"],
)
def test_every_word_is_said(words: Mapping[str, Bilingual], module: str) -> None:
    """By a module that takes its words from this catalogue, or from what hands it out."""
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if not path.name.startswith("words")]
    sayers = [text for text in texts if re.search(rf"from compliance\.(?:{module}) import", text)]
    assert set(unsaid(words, [*sayers, *NAMING])) <= BY_VALUE


def test_a_word_that_nobody_says_is_noticed() -> None:
    words = {key: Bilingual("x", "y") for key in ("a.one", "a.two", "b.three", "c")}
    assert unsaid(words, ['say("a.one"); say(f"b.{x}"); f"{y}.{z}"']) == ["a.two", "c"]
