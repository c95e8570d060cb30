"""Interviews over random rule books: only what can matter is asked, and when it ends nothing is left to matter."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from compliance.assessment.assess import assess
from compliance.conditions import nodes as n
from compliance.conditions.judgement import Outcome
from compliance.facts.manifest import Manifest
from compliance.facts.values import Records
from compliance.frozen import changed
from compliance.interview.events import Answer, View
from compliance.interview.machine import begin, step
from compliance.interview.order import choose
from compliance.interview.relevance import moot, open_paths, unanswered
from compliance.interview.state import Order, Stage
from tests.interview.play import played
from tests.oracle.generate import Case, random_answer
from tests.oracle.packs import RandomPack, random_pack, small_pack
from tests.oracle.remedies import remedy_case
from tests.oracle.worlds import TooManyWorlds, count, judge

PACKS = 250
SMALL_PACKS = 60
BRUTE_PACKS = 100
REMEDIES = 500
CLASS = {Outcome.SATISFIED: "holds", Outcome.NOT_APPLICABLE: "holds"}


def classes(pack: RandomPack, answers: object) -> dict[str, object]:
    """The class of each finding and how it counts, by a fresh assessment."""
    assessment = assess(pack.book, Manifest("", answers), pack.as_of)  # type: ignore[arg-type]
    return {one.rule.id: (CLASS.get(one.outcome, one.outcome), one.standing) for one in assessment.findings}


def deciding(pack: RandomPack, answers: object) -> set[str]:
    """The facts that decide something, by a fresh assessment."""
    assessment = assess(pack.book, Manifest("", answers), pack.as_of)  # type: ignore[arg-type]
    found = {path for status in assessment.packs for path in status.decided_by}
    return found.union(*(one.hangs_on for one in assessment.findings))


@pytest.mark.parametrize("order", list(Order))
def test_only_what_matters_is_asked_and_all_of_it(order: Order) -> None:
    for seed in range(PACKS):
        pack = random_pack(seed)
        rng = Random(seed)
        truth = pack.complete_answers(rng)
        states = list(played(begin(pack.book, pack.as_of, order=order), truth))
        for state in states[:-1]:
            assert state.current in deciding(pack, state.answers), (seed, state.current)
        end = states[-1]
        assert end.stage is Stage.REVIEW and not end.parked, seed
        assert not deciding(pack, end.answers), seed
        assert classes(pack, end.answers) == classes(pack, truth), seed
        # However what was not asked is answered, nothing changes.
        other = {**pack.complete_answers(rng), **end.answers}
        assert classes(pack, other) == classes(pack, end.answers), seed


def test_what_is_moot_can_go_altogether() -> None:
    """No class changes without the moot answers, and no other answer could go beside them."""
    seen = 0
    for seed in range(PACKS):
        pack = random_pack(seed)
        truth = pack.complete_answers(Random(seed))
        state = begin(pack.book, pack.as_of, Manifest("", truth))
        gone = moot(state)
        rest = {own: value for own, value in truth.items() if own not in gone}
        seen += len(truth) - len(rest)
        if not any("[" in path for path in gone):
            assert classes(pack, rest) == classes(pack, truth), seed
            needed = deciding_without_each(pack, rest)
            assert needed == {own for own in rest if pack.book.vocabulary[own].parent is None}, seed
    assert seen > PACKS / 4


def deciding_without_each(pack: RandomPack, answers: dict[str, object]) -> set[str]:
    return {
        own
        for own in answers
        if own in deciding(pack, {other: value for other, value in answers.items() if other != own})
    }


def test_a_changed_answer_reopens_exactly_what_depends_on_it() -> None:
    """After any change what is open is what a fresh assessment says and nobody answered."""
    for seed in range(PACKS):
        pack = random_pack(seed, lists=False)
        rng = Random(seed)
        end = list(played(begin(pack.book, pack.as_of), pack.complete_answers(rng)))[-1]
        if not end.answers:
            continue
        own = rng.choice(sorted(end.answers))
        fact = pack.book.vocabulary[own]
        value = random_answer(rng, fact, pack.as_of, vague=False)
        event = View(own, value, "counsel", pack.as_of) if fact.kind == "reading" else Answer(own, value)
        after = step(end, event)
        expected = {path for path in deciding(pack, after.answers) if unanswered(path, after)}
        assert set(open_paths(after)) == expected, seed
        assert after.stage is Stage.REVIEW  # the review stays until one goes on asking


def counted(pack: RandomPack, answers: dict[str, object]) -> tuple[object, ...]:
    """How each rule counts with everything answered, and whether the pack applies: by the oracle."""
    book, ground = pack.book, pack.ground
    setting = Case(pack.seed, book.vocabulary, n.TRUE, n.TRUE, answers, ground)
    applies = judge(n.TRUE, book.packs["p"].applies, setting).outcome
    found: list[object] = [applies]
    for rule in book.rules.values():
        when = n.All((rule.applies, rule.when))
        remedy = n.FALSE if rule.remedied_by is None else rule.remedied_by
        found.append(count(when, rule.require, remedy, rule.parts is not None, setting).kinds)
    return tuple(found)


def test_what_is_asked_is_what_brute_force_finds_to_matter() -> None:
    """Two completions that differ in what is asked alone come out differently; at the end all come out alike."""
    remedied = 0
    for seed in range(BRUTE_PACKS):
        pack = small_pack(seed)
        facts = sorted(fact.id for fact in pack.book.vocabulary.facts.values())
        worlds = [dict(zip(facts, one, strict=True)) for one in product(*(values_of(pack, f) for f in facts))]
        outcome = {tuple(world.values()): counted(pack, world) for world in worlds}
        remedied += any(rule.remedied_by is not None for rule in pack.book.rules.values())
        for truth in Random(seed).sample(worlds, min(6, len(worlds))):
            states = list(played(begin(pack.book, pack.as_of), truth))
            for state in states:
                left = [world for world in worlds if world.items() >= state.answers.items()]
                if state.stage is Stage.ASKING:
                    asked = str(state.current)
                    others = [
                        {outcome[tuple({**world, asked: value}.values())] for value in values_of(pack, asked)}
                        for world in left
                    ]
                    assert any(len(one) > 1 for one in others), (seed, asked)
                else:
                    assert len({outcome[tuple(world.values())] for world in left}) == 1, seed
    assert remedied > BRUTE_PACKS / 4


def best_strategy(pack: RandomPack) -> float:
    """The fewest questions that any strategy asks on average, every completion counted alike."""
    known: dict[frozenset[tuple[str, object]], float] = {}

    def cost(answers: dict[str, object]) -> float:
        key = frozenset(answers.items())
        if key not in known:
            open_now = deciding_cached(pack, key)
            known[key] = min((cost_of(path, answers) for path in sorted(open_now)), default=0.0)
        return known[key]

    def cost_of(path: str, answers: dict[str, object]) -> float:
        values = values_of(pack, path)
        return 1 + sum(cost({**answers, path: value}) for value in values) / len(values)

    return cost({})


def values_of(pack: RandomPack, path: str) -> list[object]:
    fact = pack.book.vocabulary[path]
    return [option.id for option in fact.options] if fact.options else [False, True]


_DECIDING: dict[tuple[int, frozenset[tuple[str, object]]], set[str]] = {}


def deciding_cached(pack: RandomPack, key: frozenset[tuple[str, object]]) -> set[str]:
    if (pack.seed, key) not in _DECIDING:
        _DECIDING[pack.seed, key] = deciding(pack, dict(key))
    return _DECIDING[pack.seed, key]


def mean_asked(pack: RandomPack, order: Order) -> float:
    """How many questions are asked on average, every completion counted alike."""
    start = begin(pack.book, pack.as_of, order=order)

    def cost(answers: dict[str, object]) -> float:
        state = changed(start, answers=answers)
        path = choose(sorted(deciding_cached(pack, frozenset(answers.items()))), state)
        if path is None:
            return 0.0
        values = values_of(pack, path)
        return 1 + sum(cost({**answers, path: value}) for value in values) / len(values)

    return cost({})


def test_shortest_is_near_the_best_strategy(capsys: pytest.CaptureFixture[str]) -> None:
    excess, against_sections = [], []
    for seed in range(SMALL_PACKS):
        pack = small_pack(seed)
        best = best_strategy(pack)
        if best == 0:
            continue
        shortest, sections = mean_asked(pack, Order.SHORTEST), mean_asked(pack, Order.SECTIONS)
        assert shortest >= best - 1e-9 and sections >= best - 1e-9, seed
        excess.append(shortest / best - 1)
        against_sections.append(shortest / sections - 1)
    mean, worst = sum(excess) / len(excess), max(excess)
    difference = sum(against_sections) / len(against_sections)
    with capsys.disabled():
        print(
            f"\n  shortest against the best strategy: {mean:+.1%} on average, {worst:+.1%} at worst; against sections: "
            f"{difference:+.1%} on average, {max(against_sections):+.1%} at worst ({len(excess)} books)"
        )
    assert mean <= 0.2
    assert difference <= 0


def partly(rng: Random, truth: dict[str, object]) -> dict[str, object]:
    """Some of the answers; of a list some of the fields, and perhaps not its end."""
    found: dict[str, object] = {}
    for own, value in truth.items():
        if rng.random() < 0.3:
            continue
        if isinstance(value, Records):
            entries = tuple(
                changed(
                    entry, fields={name: one for name, one in entry.fields.items() if rng.random() < 0.75}
                )
                for entry in value.entries[: rng.randint(0, 3)]
            )
            complete = len(entries) == len(value.entries) and rng.random() < 0.6
            value = Records(entries, complete)
        found[own] = value
    return found


def test_of_rules_with_remedies_what_matters_is_asked_record_by_record() -> None:
    """The oracle says of each question that it decides the class, or else how the breach counts; at the end of none."""
    asked_of_breaches = 0
    for seed in range(REMEDIES):
        rng = Random(seed)
        made = remedy_case(rng, seed)
        book, vocabulary = made.book(), made.vocabulary
        own = [vocabulary[name] for name in made.facts()]
        truth = {fact.id: random_answer(rng, fact, made.as_of, 5, vague=False) for fact in own}
        for state in played(begin(book, made.as_of, Manifest("", partly(rng, truth))), truth):
            try:
                said = replace(made, answers=state.answers).counted(20_000)
            except TooManyWorlds:
                continue
            matters = said.verdict.decided_by or said.weighed_by
            if state.stage is Stage.ASKING:
                assert state.current in matters, (seed, state.current)
                asked_of_breaches += not said.verdict.decided_by
            else:
                assert matters == (), seed
                full = replace(made, answers={**truth, **state.answers}).counted()
                assert said.kinds == full.kinds, seed
    assert asked_of_breaches > REMEDIES / 20
