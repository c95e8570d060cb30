"""A judge that was handed the memory of earlier ones says what a judge without any memory says."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from compliance.conditions.certain import Judge, judge
from compliance.conditions.memory import Memory
from tests.oracle.generate import Case, answer_one, case, random_answer

CASES, STEPS = 500, 6


def changed_case(found: Case, rng: Random) -> Case:
    """One answer more, less or another."""
    roll = rng.random()
    if roll < 0.4:
        return answer_one(found, rng, vague=True) or found
    own = rng.choice(found.facts() or ["none"])
    answers = {other: value for other, value in found.answers.items() if other != own}
    if roll > 0.7 and own in found.vocabulary.facts:
        answers[own] = random_answer(rng, found.vocabulary[own], found.as_of)
    return replace(found, answers=answers)


def test_memory_changes_nothing() -> None:
    compared = 0
    for seed in range(CASES):
        start = case(seed)
        rng, memory, now = Random(seed), Memory(), start
        for _ in range(STEPS):
            with_memory = Judge(now.situation(), memory).judge(now.when, now.require)
            assert with_memory == judge(now.when, now.require, now.situation()), (seed, now.show())
            compared += 1
            following = changed_case(now, rng)
            # Only what stays small: an answer taken away can open up millions of worlds.
            now = following if len(following.answers) >= len(start.answers) else start
    assert compared == CASES * STEPS


def test_a_memory_serves_one_date_and_one_vocabulary() -> None:
    first, other = case(1), case(2)
    memory = Memory()
    Judge(first.situation(), memory)
    with pytest.raises(ValueError, match="memory"):
        Judge(other.situation(), memory)
