"""Laws of the state machine: undo, back, parking, records, illegal events."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest

from compliance.assessment.assess import assess
from compliance.errors.render import sentence
from compliance.facts.manifest import Manifest
from compliance.facts.values import HELD, NONE, Quantity, Record, Records
from compliance.facts.vocabulary import Kind
from compliance.interview import events as e
from compliance.interview.illegal import IllegalEvent
from compliance.interview.machine import TRANSITIONS, begin, step
from compliance.interview.paths import all_paths
from compliance.interview.relevance import open_paths
from compliance.interview.state import Order, Stage, State
from tests.interview.play import played
from tests.oracle.generate import random_answer
from tests.oracle.packs import random_pack
from tests.unit.sample_book import AS_OF, WELL, book

BOOK = book()


def start(**answers: Any) -> State:
    return begin(BOOK, AS_OF, Manifest("", answers) if answers else None)


def after(state: State, *events: e.Event) -> State:
    for event in events:
        state = step(state, event)
    return state


def refused(state: State, event: e.Event) -> str:
    with pytest.raises(IllegalEvent) as caught:
        step(state, event)
    for problem in caught.value.problems:
        for lang in ("en", "zh"):
            assert sentence(problem, lang).message
    return caught.value.code


def random_event(rng: Random, state: State) -> e.Event:
    """Any event, legal or not; likely ones more often."""
    paths = [*all_paths(state.book.vocabulary, state.answers), "no.such.path"]
    path = state.current if state.current and rng.random() < 0.6 else rng.choice(paths)
    own = path.partition("[")[0] + path.rpartition("]")[2] if "[" in path else path
    fact = state.book.vocabulary.get(own)
    lists = [fact.id for fact in state.book.vocabulary.facts.values() if fact.kind is Kind.RECORDS] or ["b1"]
    some_list, key, other = rng.choice(lists), f"k{rng.randrange(3)}", f"k{rng.randrange(4)}"
    day = state.as_of
    options: list[e.Event] = [
        e.NotKnown(path),
        e.Skip(path),
        e.Unpark(path),
        e.Jump(path),
        e.Back(),
        e.Undo(),
    ]
    options += [e.AddRecord(some_list, key), e.RemoveRecord(some_list, key)]
    options += [e.RenameRecord(some_list, key, other), e.ListComplete(some_list), e.ListOpen(some_list)]
    options += [e.SetOrder(rng.choice(list(Order))), e.ToReview(), e.FromReview()]
    if fact is not None and fact.options and fact.kind is Kind.READING:
        return e.View(path, rng.choice(fact.options).id, "counsel", day)
    if fact is not None and rng.random() < 0.5:
        return e.Answer(path, random_answer(rng, fact, day, vague=False))
    return rng.choice(options)


def walk(seed: int, length: int = 25) -> list[tuple[State, e.Event, State | None]]:
    """Random events from the start: the state, the event, and what came of it (None: refused)."""
    pack = random_pack(seed)
    rng = Random(seed)
    state = begin(pack.book, pack.as_of)
    found = []
    for _ in range(length):
        event = random_event(rng, state)
        kept = (state, repr(state.snapshot()))
        try:
            following: State | None = step(state, event)
        except IllegalEvent as error:
            following = None
            assert all(sentence(problem, "zh").message for problem in error.problems)
        assert repr(kept[0].snapshot()) == kept[1], "an event changed the state it was sent to"
        found.append((state, event, following))
        state = following or state
    return found


WALKS = [step_ for seed in range(100) for step_ in walk(seed)]


def test_undo_takes_back_every_change() -> None:
    undone = 0
    for before, event, following in WALKS:
        if following is not None and TRANSITIONS[type(event)].recorded:
            assert step(following, e.Undo()) == before, event
            undone += 1
    assert undone > 300


def test_undo_reaches_over_going_about() -> None:
    for before, event, following in WALKS:
        if following is not None and TRANSITIONS[type(event)].recorded and following.stage is Stage.ASKING:
            again = step(step(following, e.ToReview()), e.Undo())
            assert again.answers == before.answers and again.parked == before.parked


def test_back_shows_the_question_before_and_keeps_the_answers() -> None:
    seen = 0
    for before, event, following in WALKS:
        if following is None or before.current is None or isinstance(event, e.Back | e.Undo | e.RemoveRecord):
            continue
        if isinstance(event, e.RenameRecord) or following.current == before.current:
            continue
        back = step(following, e.Back())
        assert back.current == before.current, event
        assert back.answers == following.answers and back.history == following.history
        seen += 1
    assert seen > 200


def test_reused_findings_equal_fresh_ones() -> None:
    """After whatever events, the standing assessment is the one that a fresh start would make."""
    for _, _, following in WALKS:
        if following is not None:
            manifest = Manifest("", following.answers, readings=following.readings)
            assert following.assessment == assess(following.book, manifest, following.as_of)


def test_what_is_shown_can_matter_unless_it_was_called_for() -> None:
    for before, event, following in WALKS:
        if following is None or following.current is None or following.current == before.current:
            continue
        if not isinstance(event, e.Jump | e.Back | e.Undo | e.Unpark | e.RenameRecord):
            assert following.current in open_paths(following), event


def test_events_of_every_sort_were_walked_and_refused() -> None:
    done = {type(event) for _, event, following in WALKS if following is not None}
    assert done >= set(TRANSITIONS) - {e.Finish}
    assert {type(event) for _, event, following in WALKS if following is None} >= {e.Undo, e.Jump, e.Unpark}


# One by one ------------------------------------------------------------------------------------------


def test_scope_is_asked_first_and_out_of_scope_ends_it() -> None:
    state = start()
    assert state.current == "service.public"
    state = step(state, e.Answer("service.public", False))
    assert (state.stage, state.assessment.verdict) == (Stage.REVIEW, "out_of_scope")


def test_not_known_is_parked_and_not_asked_again_until_unparked() -> None:
    state = after(start(), e.Answer("service.public", True))
    path = state.current
    assert path is not None
    state = step(state, e.NotKnown(path))
    assert path in state.parked and path not in state.answers
    states = list(played(state, {}))
    assert path not in {one.current for one in states}
    assert states[-1].stage is Stage.REVIEW and states[-1].assessment.verdict == "incomplete"
    again = step(states[-1], e.Unpark(path))
    assert (again.current, again.stage) == (path, Stage.ASKING)
    assert refused(again, e.Unpark(path)) == "interview.not_parked"


def test_skipped_questions_come_again_after_the_others_and_are_no_answer() -> None:
    state = after(start(), e.Answer("service.public", True))
    path = state.current
    assert path is not None
    state = step(state, e.Skip(path))
    assert state.current != path and path not in state.answers
    order = [one.current for one in played(state, WELL)]
    assert order[-2] == path and order[-1] is None


def test_a_list_is_asked_as_a_list_and_stays_open_until_that_is_all() -> None:
    facts = {key: value for key, value in WELL.items() if key not in ("service.endpoints", "reading.abroad")}
    state = begin(BOOK, AS_OF, Manifest("", {**facts, "reading.abroad": "not_covered"}))
    path = "service.endpoints"
    assert state.current == path
    state = after(state, e.AddRecord(path, "site"), e.AddRecord(path, "app"))
    assert state.current == path and state.answers[path].complete is False  # type: ignore[union-attr]
    state = step(state, e.ListComplete(path))
    assert state.current == "service.endpoints[site].shown"
    state = after(state, e.Answer("service.endpoints[site].shown", True), e.RenameRecord(path, "app", "mini"))
    assert state.current == "service.endpoints[mini].shown"
    state = step(state, e.RemoveRecord(path, "mini"))
    assert state.stage is Stage.REVIEW


def test_a_gate_that_closes_leaves_answers_that_do_not_count_and_brings_them_back() -> None:
    from compliance.interview.relevance import moot

    state = start(**WELL)
    assert moot(state) == {"service.retention"}  # only `present` is asked of it, and it cannot be `none`
    closed = step(state, e.Answer("service.public", False))
    assert moot(closed) == {*(set(WELL) - {"service.public"}), "service.endpoints[site].shown"}
    assert closed.answers["service.tokens"] is False
    opened = step(closed, e.Answer("service.public", True))
    assert opened.assessment == state.assessment and not open_paths(opened)


def test_finish_comes_after_the_review() -> None:
    state = start()
    assert refused(state, e.Finish()) == "interview.wrong_stage"
    done = after(state, e.ToReview(), e.Finish())
    assert done.stage is Stage.DONE
    for event in (e.Answer("service.public", True), e.Undo(), e.Back(), e.FromReview()):
        assert refused(done, event) == "interview.wrong_stage"
    assert after(done, e.ToReview(), e.FromReview()).current == "service.public"


def test_from_review_needs_something_open() -> None:
    state = step(start(), e.Answer("service.public", False))
    assert refused(state, e.FromReview()) == "interview.nothing_open"


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (e.Answer("no.such", True), "unknown_path"),
        (e.Answer("service.endpoints[x].shown", True), "unknown_path"),
        (e.Answer("service.endpoints.shown", True), "unknown_path"),
        (e.Answer("service.public", "yes"), "wrong_type"),
        (e.Answer("service.public", 1), "wrong_type"),
        (e.Answer("service.public", NONE), "none_not_possible"),
        (e.Answer("service.public", HELD), "held_not_sensitive"),
        (e.Answer("service.kinds", frozenset()), "empty"),
        (e.Answer("service.kinds", frozenset(["boat"])), "wrong_type"),
        (e.Answer("service.staff", -1), "too_small"),
        (e.Answer("service.staff", True), "wrong_type"),
        (e.Answer("service.retention", Quantity(6, "years")), "wrong_type"),
        (e.Answer("service.retention", Quantity(-6, "months")), "too_small"),
        (e.Answer("service.started_on", "2026-01-01"), "wrong_type"),
        (e.Answer("contact.phone", "  "), "text_not_possible"),
        (e.Answer("contact.phone", "unknown"), "text_not_possible"),
        (e.Answer("contact.phone", "1\u202e2"), "hidden_characters"),
        (e.Answer("contact.phone", "1" * 100_000), "text_too_long"),
        (e.Answer("reading.abroad", "covered"), "reading_needs_who_when"),
        (e.View("reading.abroad", "covered", " ", date(2026, 1, 1)), "reading_needs_who_when"),
        (e.View("reading.abroad", "perhaps", "counsel", date(2026, 1, 1)), "wrong_type"),
        (e.View("service.public", "covered", "counsel", date(2026, 1, 1)), "not_a_reading"),
        (e.Answer("service.endpoints", Records((Record("a"), Record("a")))), "duplicate_key"),
        (e.Answer("service.endpoints", True), "wrong_type"),
        (e.AddRecord("service.public", "a"), "not_a_list"),
        (e.AddRecord("service.endpoints", ""), "text_not_possible"),
        (e.RemoveRecord("service.endpoints", "a"), "unknown_record"),
        (e.Jump("no.such"), "unknown_path"),
        (e.Undo(), "nothing_to_undo"),
        (e.Back(), "nothing_before"),
    ],
)
def test_what_makes_no_sense_is_refused(event: e.Event, code: str) -> None:
    state = start()
    assert refused(state, event) == f"interview.{code}"
    assert state == start()


def test_answers_that_exclude_each_other_are_refused() -> None:
    """A manifest with them would be refused, so the interview never writes one."""
    state = after(start(), e.AddRecord("service.endpoints", "site"))
    assert refused(state, e.Answer("service.staff", 0)) == "interview.impossible"
    assert step(state, e.Answer("service.staff", 3)).answers["service.staff"] == 3


def test_keys_name_records_once() -> None:
    state = after(start(), e.AddRecord("service.endpoints", "site"))
    assert refused(state, e.AddRecord("service.endpoints", "site")) == "interview.duplicate_key"
    assert refused(state, e.Answer("service.endpoints[site].name", "b")) == "interview.rename_instead"
