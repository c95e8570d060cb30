"""Answers that come from elsewhere: another manifest, or a questionnaire that was handed round and came back.

They go through the session like typed ones, so they are checked, saved and logged. What is there already stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from compliance.conditions.sentence import value_text
from compliance.errors import ComplianceError, Gravity, Location, Problem
from compliance.facts.manifest import View, read_what_can_be
from compliance.facts.values import Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.frozen import EMPTY, changed, frozen
from compliance.interview import events
from compliance.interview.answers import records_of, value_at
from compliance.interview.paths import path_to, spot_of
from compliance.packs.rulebook import RuleBook
from compliance.wizard.session import Session
from compliance.wizard.typed import doubt


@frozen
class Answered:
    """What a file answers.

    Args:
        answers: fact id -> value, as in a manifest.
        readings: reading id -> counsel's view; a reading in `answers` without one here cannot be taken.
        unknown: paths that somebody was asked and did not know.
        problems: what could not be read; the rest can be taken all the same.
        places: path -> where it stands, for messages.
    """

    answers: Mapping[str, Value]
    readings: Mapping[str, View] = EMPTY
    unknown: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, Location] = EMPTY


class Prefilled(NamedTuple):
    """What became of the answers of a file.

    Args:
        taken: the paths that were answered with it.
        kept: where another answer was there, which stands; one problem for each, sensitive values hidden.
        refused: what could not be taken; one problem for each.
        doubtful: what was taken but does not have the form that it should; one problem for each.
    """

    taken: tuple[str, ...]
    kept: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    doubtful: tuple[Problem, ...] = ()


def prefill(session: Session, answered: Answered) -> Prefilled:
    """Give a session every answer of a file that it does not have. Answers that are there are never overwritten."""
    work = _Prefill(session, answered)
    for fact_id in answered.answers:
        work.fact(fact_id)
    for path in sorted(answered.unknown):
        work.unknown(path)
    refused = (*answered.problems, *work.refused)
    return Prefilled(tuple(work.taken), tuple(work.kept), refused, tuple(work.doubtful))


def answers_of_manifest(path: Path, book: RuleBook) -> Answered:
    """What a file laid out like a manifest answers. `unknown` in it is no answer: a fresh file is full of it.

    Raises:
        UsageError: codes `file.*`.
    """
    from compliance.cli.files import MANIFEST_NAME, read_input

    source = read_input(path)
    # The private file of a folder belongs to its manifest, not to any other file there.
    private = source.private if source.path.name == MANIFEST_NAME else None
    manifest, problems = read_what_can_be(
        source.data, source.file, book.vocabulary, private, source.private_file
    )
    return Answered(manifest.answers, manifest.readings, problems=tuple(problems), places=manifest.locations)


class _Prefill:
    """Sends the events and keeps account."""

    def __init__(self, session: Session, answered: Answered) -> None:
        self.session = session
        self.answered = answered
        self.taken: list[str] = []
        self.kept: list[Problem] = []
        self.refused: list[Problem] = []
        self.doubtful: list[Problem] = []

    def fact(self, fact_id: str) -> None:
        fact = self.session.setting.book.vocabulary.get(fact_id)
        value = self.answered.answers[fact_id]
        if fact is None or fact.parent is not None:
            self.refused.append(self._at(fact_id, Problem("interview.unknown_path", None, {"path": fact_id})))
        elif fact.kind is Kind.RECORDS and isinstance(value, Records):
            self._list(fact, value)
        else:
            self._answer(fact_id, value)

    def unknown(self, path: str) -> None:
        state = self.session.state
        spot = spot_of(path, state.book.vocabulary, state.answers)
        there = spot is not None and value_at(state.answers, spot) is not None
        if path not in state.parked and not there:
            self._send(path, events.NotKnown(path))

    def _list(self, fact: Fact, listed: Records) -> None:
        there = self._listed(fact.id)
        names = {entry.key for entry in there.entries}
        for entry in listed.entries:
            path = f"{fact.id}[{entry.key}]"
            if entry.key not in names and there.complete:
                self._differs(path, fact, there, listed)
            elif entry.key in names or self._send(path, events.AddRecord(fact.id, entry.key)):
                self._fields(fact, entry)
        if not listed.complete or there.complete:
            return
        if names - {entry.key for entry in listed.entries}:
            self._differs(fact.id, fact, there, listed)
        else:
            self._send(fact.id, events.ListComplete(fact.id))

    def _fields(self, fact: Fact, entry: Record) -> None:
        for field in fact.fields:
            if field.name != fact.key and field.id in entry.fields:
                self._answer(path_to(fact.id, entry.key, field.name), entry.fields[field.id])

    def _answer(self, path: str, value: Value) -> None:
        state = self.session.state
        spot = spot_of(path, state.book.vocabulary, state.answers)
        mine = None if spot is None else value_at(state.answers, spot)
        if spot is not None and mine is not None:
            if mine != value:
                self._differs(path, spot.fact, mine, value)
            return
        view = self.answered.readings.get(path)
        if view is None:
            if self._send(path, events.Answer(path, value)):
                self._look_at_form(path, value)
        else:
            self._send(path, events.View(path, view.view, view.by, view.on, view.note))

    def _send(self, path: str, event: events.Event) -> bool:
        try:
            self.session.send(event)
        except ComplianceError as error:
            self.refused += [self._at(path, problem) for problem in error.problems]
            return False
        self.taken.append(path)
        return True

    def _look_at_form(self, path: str, value: Value) -> None:
        state = self.session.state
        spot = spot_of(path, state.book.vocabulary, state.answers)
        scheme = state.book.identifiers.get(spot.fact.identifier or "") if spot is not None else None
        if scheme is not None and doubt(value, scheme):
            said = {"path": path, "title": scheme.title.get(self.session.setting.lang)}
            self.doubtful.append(self._at(path, Problem("wizard.form", None, said, Gravity.WARNING)))

    def _differs(self, path: str, fact: Fact, mine: Value, theirs: Value) -> None:
        lang = self.session.setting.lang
        said = {"mine": value_text(mine, fact, lang), "theirs": value_text(theirs, fact, lang)}
        problem = Problem("wizard.kept", None, {"path": path, **said}, Gravity.WARNING)
        self.kept.append(self._at(path, problem))

    def _at(self, path: str, problem: Problem) -> Problem:
        place = self.answered.places.get(path)
        return problem if place is None or problem.location else changed(problem, location=place)

    def _listed(self, list_id: str) -> Records:
        return records_of(self.session.state.answers, list_id)
