"""The interview as a state machine: `step(state, event)` gives the next state and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from compliance.facts.manifest import Manifest
from compliance.frozen import EMPTY, changed
from compliance.interview import changes
from compliance.interview.assessor import Assessor
from compliance.interview.events import (
    AddRecord,
    Answer,
    Back,
    Event,
    Finish,
    FromReview,
    Jump,
    ListComplete,
    ListOpen,
    NotKnown,
    RemoveRecord,
    RenameRecord,
    SetOrder,
    Skip,
    ToReview,
    Undo,
    Unpark,
    View,
)
from compliance.interview.illegal import IllegalEvent, refuse
from compliance.interview.order import choose
from compliance.interview.paths import spot_of
from compliance.interview.relevance import open_paths
from compliance.interview.state import Order, Stage, State
from compliance.packs.rulebook import RuleBook

ASKING, REVIEW, DONE = Stage.ASKING, Stage.REVIEW, Stage.DONE


class Transition(NamedTuple):
    """In which stages an event is legal, what it does, and whether it is a change that `Undo` takes back."""

    stages: tuple[Stage, ...]
    do: Callable[[State, Any], State]
    recorded: bool = False


def _transitions() -> Mapping[type, Transition]:
    open_stages = (ASKING, REVIEW)
    return {
        Answer: Transition(open_stages, changes.answer, recorded=True),
        View: Transition(open_stages, changes.view, recorded=True),
        NotKnown: Transition(open_stages, changes.not_known, recorded=True),
        Skip: Transition((ASKING,), changes.skip, recorded=True),
        Unpark: Transition(open_stages, changes.unpark, recorded=True),
        AddRecord: Transition(open_stages, changes.add_record, recorded=True),
        RemoveRecord: Transition(open_stages, changes.remove_record, recorded=True),
        RenameRecord: Transition(open_stages, changes.rename_record, recorded=True),
        ListComplete: Transition(open_stages, changes.list_complete, recorded=True),
        ListOpen: Transition(open_stages, changes.list_open, recorded=True),
        Jump: Transition(open_stages, _jump),
        Back: Transition(open_stages, _back),
        Undo: Transition(open_stages, _undo),
        ToReview: Transition((ASKING, DONE), _to_review),
        FromReview: Transition((REVIEW,), _from_review),
        Finish: Transition((REVIEW,), _finish),
        SetOrder: Transition((ASKING, REVIEW), _set_order),
    }


def step(state: State, event: Event) -> State:
    """The state after an event.

    Raises:
        IllegalEvent: when the event makes no sense in this state; the state stays what it was.
    """
    transition = TRANSITIONS[type(event)]
    if state.stage not in transition.stages:
        refuse("interview.wrong_stage", event=type(event).__name__, stage=state.stage.value)
    after = transition.do(state, event)
    if not transition.recorded:
        return after
    after = changed(after, history=(*state.history, state.snapshot()))
    return after if after.stage is REVIEW else _settle(state, after, event)


def begin(
    book: RuleBook,
    as_of: date,
    manifest: Manifest | None = None,
    *,
    order: Order = Order.SECTIONS,
    packs: tuple[str, ...] = (),
) -> State:
    """An interview that goes on from a manifest, or starts from nothing.

    Args:
        packs: ids of the packs to run; all when empty.
    """
    answers = {} if manifest is None else manifest.answers
    readings = EMPTY if manifest is None else manifest.readings
    return _ask_next(State(Assessor(book, as_of, packs, manifest), answers, readings, order=order))


# What is asked next ---------------------------------------------------------------------------------


def _settle(before: State, after: State, event: Event) -> State:
    """After a change: stay with the question while it can still be asked, else go on to the next one."""
    current = after.current
    if current is not None and _stays(before, after, event, current):
        return after
    return _ask_next(after)


def _stays(before: State, after: State, event: Event, current: str) -> bool:
    if spot_of(current, after.book.vocabulary, after.answers) is None:
        return False
    if isinstance(event, Unpark):
        return True
    concerned = current in (getattr(event, "path", None), getattr(event, "reading", None))
    if concerned or (isinstance(event, ListComplete) and event.list == current):
        return current in open_paths(after) and current not in after.skipped
    # A question shown by hand, though answered or moot, stays until it is dealt with.
    return current in open_paths(after) or before.current not in open_paths(before)


def _ask_next(state: State) -> State:
    """The next question; the review when nothing relevant is open or all that is left is parked."""
    following = choose(open_paths(state), state)
    trail = state.trail
    if state.current not in (None, following):
        trail = (*trail, str(state.current))
    stage = REVIEW if following is None else ASKING
    return changed(state, current=following, trail=trail, stage=stage)


# Going about ----------------------------------------------------------------------------------------


def _jump(state: State, event: Jump) -> State:
    changes.spot(state, event.path)
    return _show(state, event.path)


def _show(state: State, path: str) -> State:
    trail = state.trail if state.current in (None, path) else (*state.trail, str(state.current))
    return changed(state, current=path, trail=trail, stage=ASKING)


def _back(state: State, _: Back) -> State:
    """To the question shown before this one; those of records that are gone are passed over."""
    trail = state.trail
    while trail:
        *rest, last = trail
        trail = tuple(rest)
        if last != state.current and spot_of(last, state.book.vocabulary, state.answers) is not None:
            return changed(state, current=last, trail=trail, stage=ASKING)
    refuse("interview.nothing_before")


def _undo(state: State, _: Undo) -> State:
    if not state.history:
        refuse("interview.nothing_to_undo")
    *rest, last = state.history
    return changed(
        state,
        answers=last.answers,
        readings=last.readings,
        parked=last.parked,
        skipped=last.skipped,
        current=last.current,
        stage=last.stage,
        trail=last.trail,
        history=tuple(rest),
    )


def _to_review(state: State, _: ToReview) -> State:
    trail = state.trail if state.current is None else (*state.trail, state.current)
    return changed(state, stage=REVIEW, current=None, trail=trail)


def _from_review(state: State, _: FromReview) -> State:
    after = _ask_next(state)
    if after.stage is REVIEW:
        refuse("interview.nothing_open")
    return after


def _finish(state: State, _: Finish) -> State:
    return changed(state, stage=DONE)


def _set_order(state: State, event: SetOrder) -> State:
    after = changed(state, order=event.order)
    return after if after.stage is REVIEW else _ask_next(after)


TRANSITIONS: Final = _transitions()

__all__ = ["TRANSITIONS", "IllegalEvent", "Transition", "begin", "step"]
