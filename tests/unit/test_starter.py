"""The starter gives only advice that the reader takes: each of its hints, followed literally, is an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from compliance.facts.manifest import read_manifest
from compliance.facts.vocabulary import Fact, Kind
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook
from compliance.reports.starter import starter

ATLANTIS = Path(__file__).parents[1] / "data" / "packs" / "atlantis"
BOOKS = {
    "bundled": load_rule_book([bundled_rules()], None),
    "atlantis": load_rule_book([ATLANTIS], None),
}
LANGUAGES = ("en", "zh")
ENTRY = re.compile(r"( *)(\w+):(?: unknown)?(?:  # (.*))?")
FIELD = re.compile(r" *# (?:- |  )(\w+): ?…?  # [^:：]*[:：] ?(.*)")


def hints(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each fact of a starter with the pieces of its hint, as a reader of the file sees them."""
    groups: list[str] = []
    above: list[str] = []
    for line in text.partition("\nfacts:\n")[2].partition("\nreadings:")[0].splitlines():
        entry = ENTRY.fullmatch(line)
        if entry is not None and ": unknown" in line:
            depth = len(entry[1]) // 2
            own = ".".join([*groups[: depth - 1], entry[2]])
            yield own, entry[3].split(" | ") if entry[3] else above
        elif entry is not None:
            groups[len(entry[1]) // 2 - 1 :] = [entry[2]]
        elif field := FIELD.fullmatch(line):
            yield f"{own}.{field[1]}", field[2].split(" | ")
        marked = re.fullmatch(r" *# (?:\| (.*)|(\[.*[:：]))", line)
        above = [*above, marked[1] or marked[2]] if marked else []


def answers(piece: str, fact: Fact) -> list[str]:
    """What a piece of a hint tells to write: its lists in brackets, else what stands before its remark."""
    if fact.kind in (Kind.CHOICES, Kind.RECORDS) and "[" in piece:
        return re.findall(r"\[.*?\]", piece)
    if fact.kind is Kind.RECORDS:
        return []  # the entry below is the advice
    word = re.split(r" ?[（(]", piece, maxsplit=1)[0].strip()
    special = word in ("none", "not yet", "held")
    return [f"[{word}]" if fact.kind is Kind.CHOICES and not special else word]


def written(path: str, answer: str, book: RuleBook) -> str:
    """A manifest with one answer; for a field, in an entry of its list."""
    fact = book.vocabulary[path]
    if fact.parent is not None:
        key = book.vocabulary[fact.parent].key
        named = f"{key}: {answer}" if fact.name == key else f"{key}: one, {fact.name}: {answer}"
        path, answer = fact.parent, f"[{{{named}}}]"
    parts = path.split(".")
    return "compliance: 1\nfacts: {" + ": {".join(parts) + f": {answer}" + "}" * len(parts) + "\n"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BOOKS)
def test_each_hint_is_an_answer(name: str, lang: str) -> None:
    """For every fact and field: what stands beside it can be written as it stands there."""
    book = BOOKS[name]
    told = dict(hints(starter(book, lang)))
    wanted = {fact.id for fact in book.vocabulary.facts.values() if fact.kind is not Kind.READING}
    assert set(told) == wanted
    for path, pieces in told.items():
        fact = book.vocabulary[path]
        advice = [answer for piece in pieces for answer in answers(piece, fact)]
        assert advice or fact.kind is Kind.RECORDS, path
        for answer in advice:
            manifest = read_manifest(written(path, answer, book).encode(), "c.yaml", book.vocabulary)
            assert manifest.answers, (path, answer)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BOOKS)
def test_each_sample_can_be_uncommented(name: str, lang: str) -> None:
    """Entries of lists, readings, evidence and waivers are read once their `#` is gone."""
    book = BOOKS[name]
    text = starter(book, lang)
    text = re.sub(
        r"^( *)# ((?:- |  )\w+:.*|- and more.*|- \{.*|reading\..*)$", r"\1\2", text, flags=re.MULTILINE
    )
    lists = [fact for fact in book.vocabulary.facts.values() if fact.kind is Kind.RECORDS]
    for fact in lists:
        text = re.sub(rf"^( *{fact.name}:) unknown", r"\1", text, flags=re.MULTILINE)
    text = text.replace("…", "filled in")  # the dots themselves are no answer
    manifest = read_manifest(text.encode(), "c.yaml", book.vocabulary)
    readings = [fact.id for fact in book.vocabulary.facts.values() if fact.kind is Kind.READING]
    assert set(manifest.answers) == {*(fact.id for fact in lists), *readings}
    assert len(manifest.evidence) == len(manifest.waivers) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_what_can_be_empty_is_said_to_be(lang: str) -> None:
    """`[]` stands beside a set or a list exactly when the reader takes it."""
    book = BOOKS["bundled"]
    for path, pieces in hints(starter(book, lang)):
        fact = book.vocabulary[path]
        if fact.kind in (Kind.CHOICES, Kind.RECORDS):
            assert any("[]" in piece for piece in pieces) is not fact.at_least_one, path
