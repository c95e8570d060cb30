"""The engine's certain answer equals brute force over all worlds, and no answer turns a settled outcome.

`tests/oracle/replay.py` shows one case.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from multiprocessing import get_context
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.conditions.certain import judge
from compliance.conditions.judgement import Judgement, Outcome, Reason
from compliance.frozen import changed
from tests.oracle.generate import Case, answer_one, case
from tests.oracle.shrink import shrink, smaller_cases
from tests.oracle.worlds import TooManyWorlds, Verdict

QUICK_CASES, QUICK_CHAINS = 4_000, 1_500
HEAVY_CASES, HEAVY_CHAINS, WORKERS, SLICE = 200_000, 20_000, 2, 500
HEAVY_FROM = 1_000_000  # other cases than the quick ones
MOST_BOUND = 0
"""How many of the heavy cases may reach the bound of the search, which is no answer: none."""
CLASS = {
    Outcome.VIOLATED: "violated",
    Outcome.PENDING: "pending",
    Outcome.SATISFIED: "holds",
    Outcome.NOT_APPLICABLE: "holds",
}


def found_by(case: Case) -> Judgement:
    """What the engine says."""
    return judge(case.when, case.require, case.situation())


FIELDS = ("outcome", "due", "decided_by", "reasons", "can_breach")


def differing(engine: Judgement, truth: Verdict) -> list[str]:
    """In what the engine is wrong. A search cut short may only say too little, never anything else."""
    if bound_reached(engine):
        return overstated(engine, truth)
    return [field for field in FIELDS if getattr(engine, field) != getattr(truth, field)]


def overstated(engine: Judgement, truth: Verdict) -> list[str]:
    """What a search cut short says that it cannot know: it is undecided, and leaves out no fact that decides."""
    found = []
    if engine.outcome is not Outcome.UNDECIDED:
        found.append("outcome")
    if not set(truth.decided_by) <= set(engine.decided_by):
        found.append("decided_by")
    if truth.can_breach and not engine.can_breach:
        found.append("can_breach")
    return found


def agree(engine: Judgement, truth: Verdict) -> bool:
    """Whether both say the same. A bound reached is no agreement, for the engine then says nothing."""
    return not bound_reached(engine) and not differing(engine, truth)


def bound_reached(engine: Judgement) -> bool:
    return Reason.BOUND in engine.reasons


def differs(case: Case) -> bool:
    """Whether the engine is wrong, an error counting as a difference; for shrinking."""
    try:
        return bool(differing(found_by(case), case.truth()))
    except TooManyWorlds:
        return False
    except Exception:
        return True


def report(case: Case) -> str:
    """A mismatch in words: the case as made, and the smallest that still differs."""
    small = shrink(case, differs, smaller_cases)
    try:
        engine: Any = found_by(small)
    except Exception as error:
        engine = repr(error)
    return f"{case.show()}\n shrunk:\n{small.show()}\n  engine  {engine}\n  oracle  {small.truth()}"


def tally(seeds: Iterable[int]) -> tuple[Counter[str], list[int]]:
    """Judges the cases of some numbers: what occurred how often, and the numbers where the answers differ."""
    counts: Counter[str] = Counter()
    wrong = []
    for seed in seeds:
        made = case(seed)
        engine, truth = found_by(made), made.truth()
        counts["cases"] += 1
        counts["worlds"] += truth.worlds
        counts[f"outcome {truth.outcome}"] += 1
        counts.update(f"reason {reason}" for reason in truth.reasons)
        counts["most worlds"] = max(counts["most worlds"], truth.worlds)
        counts["bound"] += bound_reached(engine)
        counts["agree"] += agree(engine, truth)
        if difference := differing(engine, truth):
            counts["differ in " + ", ".join(difference)] += 1
            wrong.append(seed)
    return counts, wrong


def tally_slice(start: int) -> tuple[Counter[str], list[int]]:
    return tally(range(start, start + SLICE))


def test_the_certain_answer_equals_brute_force() -> None:
    counts, wrong = tally(range(QUICK_CASES))
    assert not wrong, f"{len(wrong)} of {counts['cases']} differ: {wrong[:20]}\n{report(case(wrong[0]))}"
    assert counts["bound"] == 0
    assert counts["agree"] == QUICK_CASES


@pytest.mark.heavy
def test_the_certain_answer_equals_brute_force_in_200_000_cases(capsys: pytest.CaptureFixture[str]) -> None:
    begun = time.monotonic()
    counts: Counter[str] = Counter()
    wrong: list[int] = []
    most = 0
    with get_context("spawn").Pool(WORKERS) as pool:
        starts = range(HEAVY_FROM, HEAVY_FROM + HEAVY_CASES, SLICE)
        for part, found in pool.imap_unordered(tally_slice, starts):
            most = max(most, part.pop("most worlds"))
            counts.update(part)
            wrong += found
    with capsys.disabled():
        print(f"\n{summary(counts, most, time.monotonic() - begun)}\n  differ: {len(wrong)} {sorted(wrong)}")
    assert not wrong, report(case(wrong[0]))
    assert counts["bound"] <= MOST_BOUND
    assert counts["agree"] == HEAVY_CASES - counts["bound"]


def summary(counts: Counter[str], most: int, seconds: float) -> str:
    """What the long run judged, in some lines."""
    mean = counts["worlds"] / counts["cases"]
    lines = [f"  {counts['cases']} cases, {mean:.0f} worlds on average, {most} at most, {seconds:.0f} s"]
    lines += [
        f"  {name}: {counts[name]}"
        for name in sorted(counts)
        if name.startswith(("outcome", "reason", "differ"))
    ]
    return "\n".join([*lines, f"  agree: {counts['agree']}", f"  bound reached: {counts['bound']}"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_any_number_makes_a_case_where_both_agree(seed: int) -> None:
    made = case(seed)
    assert agree(found_by(made), made.truth()), report(made)


def test_a_bound_reached_is_no_agreement() -> None:
    """A judge that gives up at once agrees with nothing, and is wrong only where it claims something."""
    given_up = Judgement(Outcome.UNDECIDED, None, (), (Reason.BOUND,), True)
    for seed in range(200):
        truth = case(seed).truth()
        assert not agree(given_up, truth)
        assert differing(given_up, truth) == (["decided_by"] if truth.decided_by else [])
        claims = Judgement(Outcome.SATISFIED, None, truth.decided_by, (Reason.BOUND,), True)
        assert differing(claims, truth) == ["outcome"]


def test_with_a_small_budget_nothing_is_claimed_that_is_not_so() -> None:
    """Cut short anywhere, the search says what is so or that it does not know."""
    reached = 0
    for seed in range(600):
        made = case(seed)
        situation, truth = made.situation(), made.truth()
        for budget in (0, 3, 30):
            engine = judge(made.when, made.require, changed(situation, budget=budget))
            reached += bound_reached(engine)
            assert not differing(engine, truth), f"budget {budget}: {report(made)}"
    assert reached > 100


def chain(seed: int) -> str | None:
    """Answers one thing after another until all is answered; the complaint if a settled class changes."""
    rng = Random(-seed - 1)
    now: Case | None = case(seed)
    settled: str | None = None
    shown = ""
    for _ in range(40):
        if now is None:
            return None
        engine = found_by(now)
        shown += f"\n{now.show()}\n  engine {engine}"
        if engine.outcome is Outcome.UNDECIDED:
            if settled is not None:
                return f"{settled}, then undecided:{shown}"
            complaint = unexplained(engine)
            if complaint:
                return f"{complaint}:{shown}"
        else:
            now_class = CLASS[engine.outcome]
            if settled not in (None, now_class):
                return f"{settled}, then {now_class}:{shown}"
            settled = now_class
        now = answer_one(now, rng, vague=True)
    return None


def unexplained(engine: Judgement) -> str | None:
    """An undecided outcome names facts that decide it, unless calendar or bound alone is the reason."""
    facts = {Reason.FACTS, Reason.READING} & set(engine.reasons)
    if not engine.reasons:
        return "undecided without a reason"
    if facts and not engine.decided_by:
        return "facts are the reason, but none is named"
    if engine.decided_by and not facts and not bound_reached(engine):
        return "facts are named, but are no reason"
    return None


def chain_slice(start: int) -> list[str]:
    return [complaint for seed in range(start, start + SLICE) if (complaint := chain(seed))]


def test_answers_never_turn_a_settled_class() -> None:
    for seed in range(QUICK_CHAINS):
        complaint = chain(seed)
        assert complaint is None, complaint


@pytest.mark.heavy
def test_answers_never_turn_a_settled_class_in_20_000_chains() -> None:
    with get_context("spawn").Pool(WORKERS) as pool:
        starts = range(HEAVY_FROM, HEAVY_FROM + HEAVY_CHAINS, SLICE)
        for complaints in pool.imap_unordered(chain_slice, starts):
            assert not complaints, complaints[0]


def test_settled_answers_leave_the_calendar_as_the_only_doubt() -> None:
    """With every fact answered the outcome is settled, or only the calendar is in doubt."""
    for seed in range(QUICK_CHAINS):
        rng = Random(seed)
        made, following = case(seed), case(seed)
        while following is not None:
            made, following = following, answer_one(following, rng)
        engine = found_by(made)
        assert engine.decided_by == (), made.show()
        assert engine.reasons in ((), (Reason.CALENDAR,)), made.show()
