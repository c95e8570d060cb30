"""Damaged files: whatever is done to a manifest or a pack file, the answer is a list of problems or a result."""

from __future__ import annotations

import random
from pathlib import Path

from compliance.assessment.assess import assess
from compliance.assessment.references import reference_problems
from compliance.errors import ComplianceError
from compliance.errors.render import sentence
from compliance.facts.manifest import read_manifest
from compliance.packs.cache import bundled_rules, load_rule_book, read_folders
from compliance.packs.load import load_packs
from compliance.reports.text import render_text

ROOT = Path(__file__).parent.parent.parent
RULES = read_folders([bundled_rules()])
BOOK = load_rule_book([bundled_rules()], None)
PIECES = [
    "：", ":", "\t", "- ", "[", "]", "{", "}", "&a", "*a", "!!", "---\n", "'", '"', "#", "\x00", "\u202e", "𠮷",
    "unknown", "none", "not yet", "and more", "true", "是", "2026-02-30", "10", "1e9", "null", "~", "every:", "not:",
    "<<: ", "\r", "definition: scope.is_provider", "9" * 40, "no_later_than: 10 working_days after service.started_on",
]  # fmt: skip


def damaged(text: str, draw: random.Random) -> str:
    """The text with one to four small things done to it."""
    for _ in range(draw.randint(1, 4)):
        lines = text.split("\n")
        at = draw.randrange(len(lines))
        match draw.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[draw.randrange(len(lines))])
            case 2:
                place = draw.randint(0, len(lines[at]))
                lines[at] = lines[at][:place] + draw.choice(PIECES) + lines[at][place:]
            case 3:
                head, colon, _ = lines[at].partition(": ")
                lines[at] = head + colon + draw.choice(PIECES)
            case 4:
                lines[at] = " " * draw.randint(0, 6) + lines[at].lstrip()
            case 5:
                place = draw.randint(0, len(lines[at]))
                lines[at] = lines[at][:place] + lines[at][place + 1 :]
            case _:
                other = draw.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
        text = "\n".join(lines)
    return text


def told(error: ComplianceError) -> None:
    """Every problem can be said in both languages."""
    assert error.problems
    for problem in error.problems:
        for lang in ("en", "zh"):
            assert sentence(problem, lang).message


def test_a_thousand_damaged_manifests() -> None:
    """Each is refused with problems that have places, or assessed and reported."""
    manifests = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*/compliance.yaml"))
    ]
    refused = 0
    from datetime import date

    for seed in range(1000):
        draw = random.Random(seed)
        data = damaged(draw.choice(manifests), draw).encode("utf-8", "surrogatepass")
        try:
            manifest = read_manifest(data, "c.yaml", BOOK.vocabulary)
            if not reference_problems(BOOK, manifest, date(2026, 11, 24)):
                assessment = assess(BOOK, manifest, date(2026, 11, 24))
                assert render_text(
                    assessment, draw.choice(["en", "zh"]), width=80, colour=False, show_all=True
                )
        except ComplianceError as error:
            refused += 1
            told(error)
            assert all(problem.location is not None for problem in error.problems)
    assert 300 < refused < 990


def test_a_thousand_damaged_pack_files() -> None:
    """Each is refused with problems, or loads."""
    refused = 0
    files = [(pack, name) for pack in RULES for name in RULES[pack] if "calendars" not in name]
    for seed in range(1000):
        draw = random.Random(seed)
        pack, name = draw.choice(files)
        damage = damaged(RULES[pack][name].decode(), draw).encode("utf-8", "surrogatepass")
        packs = {p: {n: d for n, d in RULES[p].items() if "-20" not in n} for p in RULES}
        packs[pack][name] = damage
        try:
            load_packs(packs)
        except ComplianceError as error:
            refused += 1
            told(error)
    assert 300 < refused < 990
