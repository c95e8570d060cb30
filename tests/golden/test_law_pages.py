"""The pages on the law are what the packs say now. After a change: `pytest tests/golden --regenerate`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.reports.law_page import law_page

LAW = Path(__file__).parents[2] / "docs" / "law"
BOOK = load_rule_book([bundled_rules()], None)
PACKS = sorted(pack for pack in BOOK.packs if any(rule.pack == pack for rule in BOOK.rules.values()))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("pack", PACKS)
def test_the_page_on_a_pack_is_up_to_date(pack: str, lang: str) -> None:
    page = law_page(BOOK, BOOK.packs[pack], lang)
    path = LAW / f"{pack}.{lang}.md"
    if os.environ.get("COMPLIANCE_REGENERATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="")
    assert path.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_and_article_stands_on_both_pages(pack: str) -> None:
    """Each rule once as a heading's id line, each article in the table, in both languages."""
    for lang in ("zh", "en"):
        page = law_page(BOOK, BOOK.packs[pack], lang)
        for rule in BOOK.rules.values():
            if rule.pack == pack:
                assert page.count(f"\n`{rule.id}` · ") == 1
        for instrument in BOOK.instruments.values():
            if instrument.pack == pack:
                assert all(article.title.get(lang) in page for article in instrument.articles)
