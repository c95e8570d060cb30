"""Every key of words that the code names is there, and every word exists in both languages with the same slots."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from compliance.facts.vocabulary import Bilingual
from compliance.reports.words import WORDS
from compliance.reports.words_diff import DIFF_WORDS
from compliance.reports.words_excel import EXCEL_WORDS
from compliance.reports.words_html import HTML_WORDS
from compliance.reports.words_pages import PAGE_WORDS
from compliance.reports.words_pdf import PDF_WORDS
from compliance.reports.words_replay import REPLAY_WORDS
from compliance.reports.words_report import REPORT_WORDS

PACKAGE = Path(__file__).parents[2] / "compliance"
TOGETHER = (WORDS, DIFF_WORDS, EXCEL_WORDS, PAGE_WORDS, REPLAY_WORDS, REPORT_WORDS)
GENERAL = {key: words for catalogue in TOGETHER for key, words in catalogue.items()}
CATALOGUES = {"say": GENERAL, "shared": HTML_WORDS, "html": HTML_WORDS, "pdf": PDF_WORDS}
ALL = [(key, words) for words in (GENERAL, HTML_WORDS, PDF_WORDS) for key in words]


def named(function: str, text: str) -> set[str]:
    """The keys that a function is called with as plain texts."""
    return set(re.findall(rf'\b{function}\(\s*"([a-z_.]+)"', text))


@pytest.mark.parametrize("file", sorted(PACKAGE.glob("reports/*.py")), ids=lambda path: path.name)
def test_words_that_are_said_are_there(file: Path) -> None:
    text = file.read_text("utf-8")
    imported = {
        "say": "from compliance.reports.words import say" in text,
        "shared": "from compliance.reports.words_html import word as shared" in text,
    }
    for function, there in imported.items():
        if there:
            missing = named(function, text) - CATALOGUES[function].keys()
            assert not missing, missing
    for module, catalogue in (("words_html", HTML_WORDS), ("words_pdf", PDF_WORDS)):
        if f"from compliance.reports.{module} import word\n" in text:
            assert not named("word", text) - catalogue.keys()


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
