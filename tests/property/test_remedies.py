"""How a rule with a remedy counts equals brute force: past, present or open, and what decides it.

`tests/oracle/replay.py` shows the cases of one number.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from multiprocessing import get_context
from typing import Any

import pytest

from compliance.assessment.model import Finding
from tests.oracle.remedies import RemedyCase, remedy_cases, smaller_remedy_cases
from tests.oracle.shrink import shrink
from tests.oracle.worlds import Count, TooManyWorlds

QUICK, HEAVY, HEAVY_FROM, WORKERS, SLICE = 700, 8_000, 1_000_000, 2, 200
HOLDS = ("satisfied", "not_applicable")


def said_by(finding: Finding) -> dict[str, Any]:
    """What the engine says, by the names used here."""
    return {
        "outcome": finding.outcome.value,
        "due": finding.due,
        "decided_by": finding.decided_by,
        "reasons": tuple(reason.value for reason in finding.reasons),
        "standing": finding.standing.value,
        "past": finding.past,
        "weighed_by": finding.weighed_by,
        "can_breach": finding.can_breach,
        "parts": {part.key: _part(part.outcome.value, part.past) for part in finding.parts if part.key},
    }


def said_of(count: Count) -> dict[str, Any]:
    """What the oracle says, by the same names."""
    verdict = count.verdict
    return {
        "outcome": verdict.outcome,
        "due": verdict.due,
        "decided_by": verdict.decided_by,
        "reasons": verdict.reasons,
        "standing": count.standing,
        "past": count.past,
        "weighed_by": count.weighed_by,
        "can_breach": count.can_breach,
        "parts": {key: _part(outcome, past) for key, outcome, past in count.parts},
    }


def _part(outcome: str, past: bool) -> tuple[str, bool]:
    return ("holds" if outcome in HOLDS else outcome), past


def differing(made: RemedyCase) -> list[str]:
    """In what the engine is wrong. A rule that does not apply has no parts."""
    engine, truth = said_by(made.finding()), said_of(made.counted())
    if engine["outcome"] == "not_applicable":
        truth["parts"] = {}
    return [name for name in truth if engine[name] != truth[name]]


def differs(made: RemedyCase) -> bool:
    """The same, an error counting as a difference; for shrinking."""
    try:
        return bool(differing(made))
    except TooManyWorlds:
        return False
    except Exception:
        return True


def report(made: RemedyCase) -> str:
    """A mismatch in words: the smallest case that still differs."""
    small = shrink(made, differs, smaller_remedy_cases, 600)
    try:
        engine: Any = said_by(small.finding())
    except Exception as error:
        engine = repr(error)
    return f"{small.show()}\n  engine  {engine}\n  oracle  {said_of(small.counted())}"


def tally(seeds: Iterable[int]) -> tuple[Counter[str], list[str]]:
    """What occurred how often, and the cases where the answers differ."""
    counts: Counter[str] = Counter()
    wrong = []
    for seed in seeds:
        for made in remedy_cases(seed):
            truth = made.counted()
            counts["cases"] += 1
            counts["worlds"] += truth.verdict.worlds
            counts[f"standing {truth.standing}"] += 1
            if truth.verdict.outcome == "violated":
                counts["breach that counts as " + " or ".join(sorted(truth.kinds))] += 1
                alone = any(outcome == "violated" for _, outcome, _ in truth.parts)
                counts["breach of some record"] += made.listed and not alone
            counts["weighed"] += bool(truth.weighed_by)
            counts["weighed, the calendar in doubt"] += (
                bool(truth.weighed_by) and truth.standing == "undecided"
            )
            if differing(made):
                counts["differ"] += 1
                wrong.append(report(made))
    return counts, wrong


def tally_slice(start: int) -> tuple[Counter[str], list[str]]:
    return tally(range(start, start + SLICE))


def test_how_a_breach_counts_equals_brute_force() -> None:
    counts, wrong = tally(range(QUICK))
    assert not wrong, f"{len(wrong)} of {counts['cases']} differ\n{wrong[0]}"
    for kind in ("past", "past or violated", "violated"):
        assert counts[f"breach that counts as {kind}"] > QUICK / 20, counts
    assert counts["weighed"] > QUICK / 10
    assert counts["breach of some record"] > QUICK / 100


@pytest.mark.heavy
def test_how_a_breach_counts_equals_brute_force_in_20_000_cases(capsys: pytest.CaptureFixture[str]) -> None:
    begun = time.monotonic()
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with get_context("spawn").Pool(WORKERS) as pool:
        starts = range(HEAVY_FROM, HEAVY_FROM + HEAVY, SLICE)
        for part, found in pool.imap_unordered(tally_slice, starts):
            counts.update(part)
            wrong += found
    with capsys.disabled():
        lines = [f"  {name}: {counts[name]}" for name in sorted(counts)]
        print("\n".join(["", *lines, f"  {time.monotonic() - begun:.0f} s"]))
    assert not wrong, wrong[0]
    assert counts["cases"] >= 20_000
