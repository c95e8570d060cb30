"""What the pages of docs/ show is what the program takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from compliance.assessment.references import reference_problems
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import Manifest, read_manifest
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.models import RuleModel
from compliance.reports.render import FORMS
from compliance.reports.words_excel import EXCEL_WORDS

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "data" / "manifest-format"
BOOK = load_rule_book([bundled_rules()], None)


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def first_block(text: str) -> str:
    """The first fenced block of YAML."""
    return text.partition("```yaml\n")[2].partition("```\n")[0]


def sample() -> Manifest:
    return read_manifest((SAMPLE / "compliance.yaml").read_bytes(), "compliance.yaml", BOOK.vocabulary)


def test_the_page_shows_the_sample() -> None:
    """docs/manifest-format.md and tests/data/manifest-format/compliance.yaml are the same text."""
    shown = (SAMPLE / "compliance.yaml").read_text(encoding="utf-8")
    assert first_block(page("manifest-format.md")) == shown


def test_the_sample_reads() -> None:
    """Without a warning; all rules, records and kinds it names are there, and its evidence is what it says."""
    manifest = sample()
    assert manifest.warnings == ()
    assert reference_problems(BOOK, manifest, date(2026, 11, 24)) == []
    assert manifest.readings and manifest.evidence and manifest.waivers
    for entry in manifest.evidence:
        if entry.file is not None:
            assert sha256_hex((SAMPLE / entry.file).read_bytes()) == entry.sha256


def test_the_page_on_packs_says_how_many_examples() -> None:
    """The model's minimum and the page's word agree."""
    examples = RuleModel.model_json_schema()["properties"]["examples"]
    assert examples["minItems"] == 3
    assert "at least three examples" in page("pack-format.md")


def test_the_page_on_reports_names_every_form_and_every_sheet() -> None:
    """As the program names them."""
    text = page("reports.md")
    assert [form for form in FORMS if f"`{form}`" not in text] == []
    sheets = [said for key, said in EXCEL_WORDS.items() if key.startswith("sheet.") and key != "sheet.none"]
    assert [said.zh for said in sheets if f"| {said.zh} / {said.en} |" not in text] == []
