"""What a face draws: the questions by section with their state, the one being asked, why, and how it stands."""

from __future__ import annotations

from enum import StrEnum

from compliance.assessment.model import Assessment, Verdict
from compliance.facts.values import Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option
from compliance.frozen import frozen
from compliance.interview.answers import value_at, with_value
from compliance.interview.order import in_order
from compliance.interview.paths import all_paths, spot_of
from compliance.interview.relevance import deciding_scope, moot, open_paths, relevant, unanswered
from compliance.interview.state import State
from compliance.packs.rulebook import Citation, Pack, Rule


class Status(StrEnum):
    """OPEN: can still matter and is not answered. PARKED: so too, but nobody knows. MOOT: answered, counts no more.

    IDLE: neither answered nor able to matter with the answers that are there.
    """

    OPEN = "open"
    ANSWERED = "answered"
    PARKED = "parked"
    MOOT = "moot"
    IDLE = "idle"


@frozen
class Question:
    """A question and how it stands.

    Args:
        record: the key of the record that it is about.
        skipped: it was passed over and comes again.
    """

    path: str
    fact: Fact
    status: Status
    record: str | None = None
    value: Value | None = None
    skipped: bool = False


@frozen
class SectionState:
    """A section with its questions, in the order in which a person thinks. Idle ones are among them."""

    id: str
    title: Bilingual | None
    questions: tuple[Question, ...]

    def count(self, status: Status) -> int:
        """How many of its questions stand so."""
        return sum(question.status is status for question in self.questions)


@frozen
class Asked:
    """The question that is being asked, with all that helps to answer it.

    Args:
        rules: the rules that hang on it, the binding ones first.
        packs: the packs whose application hangs on it.
        articles: where the rules and packs' definitions come from, each once.
        for_counsel: it is a doubt of law.
    """

    question: Question
    label: Bilingual
    text: Bilingual
    help: Bilingual | None
    kind: Kind
    options: tuple[Option, ...]
    identifier: str | None
    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    articles: tuple[Citation, ...]
    for_counsel: bool


@frozen
class Progress:
    """How the interview stands. The assessment says the rest (`State.assessment`).

    Args:
        matter: how many questions can still matter and are not parked.
        binding: how many of those can still change the verdict; the rest matter to recommendations and good practice.
        parked: how many of those that still matter nobody knows the answer to.
        verdict, final, worst: of the standing assessment.
    """

    answered: int
    matter: int
    binding: int
    parked: int
    verdict: Verdict
    final: bool
    worst: Verdict


def questions(state: State) -> tuple[SectionState, ...]:
    """All questions by section; those of no section stand in a last one without a title."""
    by_section: dict[str, list[Question]] = {section.id: [] for section in state.book.sections}
    home = _homes(state)
    relevant_now, gone = relevant(state.assessment), moot(state)
    for path in in_order(all_paths(state.book.vocabulary, state.answers), state):
        question = _question(path, state, path in relevant_now, path in gone)
        by_section.setdefault(home.get(path.partition("[")[0], ""), []).append(question)
    titles = {section.id: section.title for section in state.book.sections}
    return tuple(SectionState(own, titles.get(own), tuple(found)) for own, found in by_section.items())


def asked(state: State) -> Asked | None:
    """The question that is being asked; None in the review. What hangs on an answer is what would without it."""
    if state.current is None:
        return None
    path, fact = state.current, _fact(state.current, state)
    is_relevant = path in relevant(state.assessment)
    gone = not is_relevant and path in moot(state)
    assessment = state.assessment if is_relevant or gone else _without(path, state)
    weighty = sorted(relevant(assessment).get(path, []), key=lambda rule: not rule.severity.binding)
    packs = tuple(deciding_scope(assessment).get(path, []))
    return Asked(
        question=_question(path, state, is_relevant, gone),
        label=fact.label,
        text=fact.question or fact.label,
        help=fact.help,
        kind=fact.kind,
        options=fact.options,
        identifier=fact.identifier,
        rules=tuple(weighty),
        packs=packs,
        articles=_articles(state, path, weighty),
        for_counsel=fact.kind is Kind.READING,
    )


def _without(path: str, state: State) -> Assessment:
    """The assessment if a question had no answer."""
    spot = spot_of(path, state.book.vocabulary, state.answers)
    if spot is None or value_at(state.answers, spot) is None:
        return state.assessment
    readings = {own: view for own, view in state.readings.items() if own != path}
    return state.assessor.assess(with_value(state.answers, spot, None), readings)


def progress(state: State) -> Progress:
    """How the interview stands, in numbers."""
    assessment = state.assessment
    vocabulary, answers = state.book.vocabulary, state.answers
    left = open_paths(state)
    return Progress(
        answered=sum(not unanswered(path, state) for path in all_paths(vocabulary, answers)),
        matter=len(left),
        binding=len({*left}.intersection(assessment.open_facts)),
        parked=sum(path in state.parked for path in relevant(assessment)),
        verdict=assessment.verdict,
        final=assessment.final,
        worst=assessment.worst,
    )


def _homes(state: State) -> dict[str, str]:
    """Fact id -> the first section that it is in."""
    found: dict[str, str] = {}
    for section in state.book.sections:
        for fact in section.facts:
            found.setdefault(fact, section.id)
    return found


def _fact(path: str, state: State) -> Fact:
    spot = spot_of(path, state.book.vocabulary, state.answers)
    assert spot is not None
    return spot.fact


def _question(path: str, state: State, is_relevant: bool, gone: bool) -> Question:
    spot = spot_of(path, state.book.vocabulary, state.answers)
    assert spot is not None
    value = value_at(state.answers, spot)
    return Question(
        path=path,
        fact=spot.fact,
        status=_status(path, state, is_relevant, gone),
        record=spot.key,
        value=value,
        skipped=path in state.skipped,
    )


def _status(path: str, state: State, is_relevant: bool, gone: bool) -> Status:
    if path in state.parked:
        return Status.PARKED if is_relevant else Status.IDLE
    if gone:
        return Status.MOOT
    if not unanswered(path, state):
        return Status.ANSWERED
    if is_relevant:
        return Status.OPEN
    return Status.IDLE


def _articles(state: State, path: str, rules: list[Rule]) -> tuple[Citation, ...]:
    """The provisions behind a question: of definitions in a pack's scope, then of the rules, each once."""
    fact = _fact(path, state).id
    found: dict[Citation, None] = {}
    if state.assessor.sequence.packs_on(fact):
        for definition in state.assessor.sequence.definitions_on(fact):
            if definition.source is not None:
                found[definition.source] = None
    for rule in rules:
        found.update((source.citation, None) for source in rule.sources)
    return tuple(found)
