"""What events do to the answers. Each checks that it can, then gives the state with the answers changed."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.conditions.evaluate import Evaluator
from compliance.conditions.judgement import Situation
from compliance.conditions.truth import HOLDS
from compliance.errors import Location
from compliance.facts import manifest
from compliance.facts.sanitise import clean
from compliance.facts.values import Value
from compliance.facts.vocabulary import Kind, Vocabulary
from compliance.frozen import changed
from compliance.interview.answers import (
    records_of,
    value_at,
    with_added,
    with_completeness,
    with_removed,
    with_renamed,
    with_value,
)
from compliance.interview.events import (
    AddRecord,
    Answer,
    ListComplete,
    ListOpen,
    NotKnown,
    RemoveRecord,
    RenameRecord,
    Skip,
    Unpark,
    View,
)
from compliance.interview.fits import key_misfit, misfit
from compliance.interview.illegal import refuse
from compliance.interview.paths import Spot, spot_of
from compliance.interview.state import Stage, State
from compliance.packs.rulebook import Impossible


def spot(state: State, path: str) -> Spot:
    """What a path names, which must be there and must not be the key of a record."""
    found = spot_of(path, state.book.vocabulary, state.answers)
    if found is None:
        refuse("interview.unknown_path", path=clean(path))
    if found.key is not None and state.book.vocabulary[str(found.fact.parent)].key == found.fact.name:
        refuse("interview.rename_instead", path=clean(path))
    return found


def answer(state: State, event: Answer) -> State:
    """A value is put in."""
    where = spot(state, event.path)
    wrong = misfit(where.fact, event.value)
    if wrong is not None:
        refuse(wrong, path=clean(event.path))
    return _answered(state, event.path, with_value(state.answers, where, event.value))


def view(state: State, event: View) -> State:
    """Counsel's view is put on record."""
    where = spot(state, event.reading)
    if where.fact.kind is not Kind.READING:
        refuse("interview.not_a_reading", path=clean(event.reading))
    if event.view not in [option.id for option in where.fact.options]:
        refuse("interview.wrong_type", path=clean(event.reading))
    if key_misfit(event.by) is not None:
        refuse("interview.reading_needs_who_when", path=clean(event.reading))
    after = _answered(state, event.reading, with_value(state.answers, where, event.view))
    recorded = manifest.View(event.reading, event.view, event.by, event.on, event.note, Location(""))
    return changed(after, readings={**state.readings, event.reading: recorded})


def not_known(state: State, event: NotKnown) -> State:
    """Unknown from now on, and parked. A list keeps its records and goes on."""
    where = spot(state, event.path)
    if where.fact.kind is Kind.RECORDS:
        answers = with_completeness(state.answers, event.path, complete=False)
    else:
        answers = with_value(state.answers, where, None)
    readings = {own: one for own, one in state.readings.items() if own != event.path}
    return changed(
        _answered(state, event.path, answers), readings=readings, parked=state.parked | {event.path}
    )


def skip(state: State, event: Skip) -> State:
    """Passed over; what has been answered is not touched."""
    spot(state, event.path)
    rest = tuple(path for path in state.skipped if path != event.path)
    return changed(state, skipped=(*rest, event.path))


def unpark(state: State, event: Unpark) -> State:
    """Asked again, now."""
    spot(state, event.path)
    if event.path not in state.parked:
        refuse("interview.not_parked", path=clean(event.path))
    trail = state.trail if state.current in (None, event.path) else (*state.trail, str(state.current))
    parked = state.parked - {event.path}
    return changed(state, parked=parked, current=event.path, trail=trail, stage=Stage.ASKING)


def add_record(state: State, event: AddRecord) -> State:
    """A further record."""
    where = _list(state, event.list)
    _free_key(state, event.list, event.key)
    return _with(state, with_added(state.answers, where, event.key))


def remove_record(state: State, event: RemoveRecord) -> State:
    """A record less."""
    where = _list(state, event.list)
    _there(state, event.list, event.key)
    listed = records_of(state.answers, event.list)
    if where.fact.at_least_one and listed.complete and len(listed.entries) == 1:
        refuse("interview.empty", path=clean(event.list))
    return _with(state, with_removed(state.answers, event.list, event.key))


def rename_record(state: State, event: RenameRecord) -> State:
    """The same record by another name, wherever it is named."""
    where = _list(state, event.list)
    _there(state, event.list, event.key)
    if event.new != event.key:
        _free_key(state, event.list, event.new)
    old, new = f"{event.list}[{event.key}].", f"{event.list}[{event.new}]."

    def renamed(path: str) -> str:
        return new + path[len(old) :] if path.startswith(old) else path

    return changed(
        _with(state, with_renamed(state.answers, where, event.key, event.new)),
        parked=frozenset(map(renamed, state.parked)),
        skipped=tuple(map(renamed, state.skipped)),
        trail=tuple(map(renamed, state.trail)),
        current=None if state.current is None else renamed(state.current),
    )


def list_complete(state: State, event: ListComplete) -> State:
    """These are all."""
    where = _list(state, event.list)
    if where.fact.at_least_one and not records_of(state.answers, event.list).entries:
        refuse("interview.empty", path=clean(event.list))
    return _answered(state, event.list, with_completeness(state.answers, event.list, complete=True))


def list_open(state: State, event: ListOpen) -> State:
    """There are more."""
    _list(state, event.list)
    return _answered(state, event.list, with_completeness(state.answers, event.list, complete=False))


def _answered(state: State, path: str, answers: Mapping[str, Value]) -> State:
    """The state with other answers, about this path; it is neither parked nor skipped any more."""
    after = _with(state, answers)
    skipped = tuple(one for one in after.skipped if one != path)
    return changed(after, parked=after.parked - {path}, skipped=skipped)


def _with(state: State, answers: Mapping[str, Value]) -> State:
    """The state with other answers; what is parked or skipped of records that are gone goes with them."""
    contradiction = _contradiction(state, answers)
    if contradiction is not None:
        facts = ", ".join(contradiction.facts)
        refuse("interview.impossible", en=contradiction.message.en, zh=contradiction.message.zh, facts=facts)
    vocabulary = state.book.vocabulary
    return changed(
        state,
        answers=answers,
        parked=frozenset(path for path in state.parked if _is_open(path, vocabulary, answers)),
        skipped=tuple(path for path in state.skipped if spot_of(path, vocabulary, answers)),
    )


def _is_open(path: str, vocabulary: Vocabulary, answers: Mapping[str, Value]) -> bool:
    """Whether a question is there and has no answer: an answer for a whole list also answers its fields."""
    where = spot_of(path, vocabulary, answers)
    if where is None:
        return False
    value = value_at(answers, where)
    return value is None or getattr(value, "complete", True) is False


def _contradiction(state: State, answers: Mapping[str, Value]) -> Impossible | None:
    """A combination that cannot be true and that the answers bring about: a manifest with it would be refused."""
    there_before = _impossible(state, state.answers)
    return next((one for one in _impossible(state, answers) if one not in there_before), None)


def _impossible(state: State, answers: Mapping[str, Value]) -> list[Impossible]:
    book = state.book
    evaluator = Evaluator(Situation(book.vocabulary, answers, state.as_of, None, book.identifiers))
    return [one for one in book.impossible if evaluator.evaluate(one.condition) == HOLDS]


def _list(state: State, list_id: str) -> Spot:
    found = spot(state, list_id)
    if found.fact.kind is not Kind.RECORDS:
        refuse("interview.not_a_list", path=clean(list_id))
    return found


def _there(state: State, list_id: str, key: str) -> None:
    if all(entry.key != key for entry in records_of(state.answers, list_id).entries):
        refuse("interview.unknown_record", path=clean(list_id), key=clean(key))


def _free_key(state: State, list_id: str, key: str) -> None:
    wrong = key_misfit(key)
    if wrong is not None:
        refuse(wrong, path=clean(list_id))
    if any(entry.key == key for entry in records_of(state.answers, list_id).entries):
        refuse("interview.duplicate_key", path=clean(list_id), key=clean(key))
