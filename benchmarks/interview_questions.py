"""How many questions an interview asks of those that exist, for each example, in both orders.

The examples are read as what a person knows: what they do not say is answered *don't know*. Prints the table that
docs/interview.md keeps. Usage: `uv run python benchmarks/interview_questions.py`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import Records
from compliance.facts.vocabulary import Kind
from compliance.interview.answers import records_of, value_at
from compliance.interview.events import AddRecord, Answer, Event, ListComplete, NotKnown, View
from compliance.interview.machine import begin, step
from compliance.interview.paths import all_paths, spot_of
from compliance.interview.state import Order, Stage, State
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 11, 24)


class Count(NamedTuple):
    """An interview in numbers: questions there are, asked, and of those parked; how it ended."""

    existing: int
    asked: int
    parked: int
    verdict: str


def reply(state: State, manifest: Manifest) -> Event:
    """What somebody who knows the manifest does next."""
    path = str(state.current)
    spot = spot_of(path, state.book.vocabulary, state.answers)
    assert spot is not None
    if spot.fact.kind is Kind.RECORDS:
        return _list_reply(state, path, manifest)
    if path in manifest.readings:
        view = manifest.readings[path]
        return View(path, view.view, view.by, view.on, view.note)
    value = value_at(manifest.answers, spot)
    return NotKnown(path) if value is None else Answer(path, value)


def _list_reply(state: State, path: str, manifest: Manifest) -> Event:
    wanted = manifest.answers.get(path)
    if not isinstance(wanted, Records):
        return NotKnown(path)
    there = {entry.key for entry in records_of(state.answers, path).entries}
    missing = [entry.key for entry in wanted.entries if entry.key not in there]
    if missing:
        return AddRecord(path, missing[0])
    return ListComplete(path) if wanted.complete else NotKnown(path)


def count(book: RuleBook, manifest: Manifest, order: Order, packs: tuple[str, ...] = ()) -> Count:
    """One interview, from nothing to the review."""
    state = begin(book, AS_OF, order=order, packs=packs)
    asked = set()
    while state.stage is Stage.ASKING:
        asked.add(state.current)
        state = step(state, reply(state, manifest))
    existing = sum(1 for _ in all_paths(book.vocabulary, {**manifest.answers, **state.answers}))
    return Count(existing, len(asked), len(state.parked), state.assessment.verdict.value)


def examples(book: RuleBook) -> dict[str, Manifest]:
    """The examples by name."""
    found = {}
    for path in sorted((ROOT / "examples").glob("*/compliance.yaml")):
        found[path.parent.name] = read_manifest(path.read_bytes(), path.name, book.vocabulary)
    return found


def table() -> str:
    """The table in Markdown."""
    book = load_rule_book([bundled_rules()], None)
    lines = [
        "| example | verdict | questions existing | asked, `sections` | of them *don't know* | asked, `shortest` |"
        " of them *don't know* |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, manifest in examples(book).items():
        sections, shortest = (count(book, manifest, order) for order in (Order.SECTIONS, Order.SHORTEST))
        cells = [name, f"`{sections.verdict}`", sections.existing, sections.asked, sections.parked]
        cells += [shortest.asked, shortest.parked]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
        assert sections.verdict == shortest.verdict, name
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
