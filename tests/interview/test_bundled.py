"""Interviews with the bundled packs: how many questions, how soon out of scope, what a face is told."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compliance.assessment.assess import assess
from compliance.facts.manifest import Manifest
from compliance.facts.vocabulary import Kind
from compliance.interview.events import Answer, NotKnown
from compliance.interview.machine import begin, step
from compliance.interview.questions import Status, asked, progress, questions
from compliance.interview.relevance import relevant
from compliance.interview.state import Order, Stage
from compliance.packs.cache import bundled_rules, load_rule_book
from tests.interview.play import asked_in, played

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from interview_questions import count, examples, table  # noqa: E402

BOOK = load_rule_book([bundled_rules()], None)
AS_OF = date(2026, 11, 24)
PAGE = ROOT / "docs" / "interview.md"
BEGIN, END = "<!-- table -->\n", "<!-- end of table -->"

IN_SCOPE: dict[str, Any] = {
    "service.on_blockchain": True,
    "service.online": True,
    "service.is_information_service": True,
    "service.audience": "public",
    "service.territory": "mainland",
    "entity.roles": frozenset(["operator"]),
}
OUT: dict[str, dict[str, Any]] = {
    "no blockchain": {"service.on_blockchain": False},
    "not online": {"service.online": False},
    "no information service": {"service.is_information_service": False},
    "internal": {"service.audience": "internal", "reading.internal_only": "out_of_scope"},
    "partners": {"service.audience": "business_partners", "reading.business_only": "out_of_scope"},
    "abroad": {"service.territory": "abroad_only"},
    "from abroad": {
        "service.territory": "abroad_serving_mainland",
        "reading.provider_abroad": "out_of_scope",
    },
    "user": {"entity.roles": frozenset(["user_only"])},
}


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("name", OUT)
def test_out_of_scope_is_told_after_at_most_six_questions(name: str, order: Order) -> None:
    truth = {**IN_SCOPE, **OUT[name]}
    states = list(played(begin(BOOK, AS_OF, order=order, packs=("cac-order-3",)), truth))
    end = states[-1]
    assert end.assessment.verdict == "out_of_scope" and not end.parked
    assert any(status.why is not None for status in end.assessment.packs)
    assert len(asked_in(states)) <= 6


@pytest.mark.parametrize("order", list(Order))
def test_the_example_that_is_out_of_scope(order: Order) -> None:
    manifest = examples(BOOK)["hospital-procurement"]
    assert count(BOOK, manifest, order, ("cac-order-3",)).asked <= 6
    assert count(BOOK, manifest, order).asked <= 7


def test_the_page_has_the_table() -> None:
    """After a change: `pytest tests/interview --regenerate`."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = f"{before}{BEGIN}\n{table()}\n\n{END}{after}"
    if os.environ.get("COMPLIANCE_REGENERATE"):
        PAGE.write_text(wanted, encoding="utf-8", newline="")
    assert PAGE.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("name", ["trade-finance", "wallet", "incomplete"])
def test_the_interview_comes_to_what_the_example_comes_to(name: str) -> None:
    """An interview that begins with an example says what `check` says of it."""
    manifest = examples(BOOK)[name]
    state = begin(BOOK, AS_OF, manifest)
    direct = assess(BOOK, manifest, AS_OF)
    assert state.assessment.verdict == direct.verdict
    assert [one.outcome for one in state.assessment.findings] == [one.outcome for one in direct.findings]
    assert state.assessment.open_facts == direct.open_facts


def test_a_face_is_told_why() -> None:
    state = begin(BOOK, AS_OF)
    shown = asked(state)
    assert shown is not None
    assert shown.question.path == "service.on_blockchain" and shown.text.zh.endswith("？")
    assert [pack.id for pack in shown.packs] == ["cac-order-3"]
    assert "cac-order-3#2" in map(str, shown.articles)
    assert len(shown.rules) > 50 and shown.rules[0].severity.binding
    now = progress(state)
    assert now.verdict == "incomplete"
    # The number that `compliance check` calls open facts, and those of recommendations and good practice beside it.
    assert now.matter > now.binding == len(state.assessment.open_facts) > 50


def test_readings_are_asked_only_where_they_decide_and_are_for_counsel() -> None:
    state = begin(BOOK, AS_OF)
    assert "reading.internal_only" in relevant(state.assessment)
    for path in ("service.on_blockchain", "service.online", "service.is_information_service"):
        state = step(state, Answer(path, True))
    public = step(state, Answer("service.audience", "public"))
    assert "reading.internal_only" not in relevant(public.assessment)
    internal = step(state, Answer("service.audience", "internal"))
    shown = asked(internal)
    assert shown is not None and shown.kind is Kind.READING and shown.for_counsel
    assert shown.question.path == "reading.internal_only"


def test_every_question_stands_in_one_section_with_its_state() -> None:
    state = begin(BOOK, AS_OF)
    state = step(state, Answer("service.on_blockchain", False))
    state = step(state, NotKnown(str(state.current))) if state.stage is Stage.ASKING else state
    sections = questions(state)
    paths = [question.path for section in sections for question in section.questions]
    assert (
        len(paths) == len(set(paths)) == sum(fact.parent is None for fact in BOOK.vocabulary.facts.values())
    )
    states = {question.path: question.status for section in sections for question in section.questions}
    assert states["service.on_blockchain"] is Status.ANSWERED
    assert states["service.online"] is Status.IDLE
    assert all(section.title is not None for section in sections)
    assert sum(section.count(Status.OPEN) for section in sections) == progress(state).matter


def test_an_empty_manifest_and_none_begin_alike() -> None:
    assert begin(BOOK, AS_OF).current == begin(BOOK, AS_OF, Manifest("", {})).current
