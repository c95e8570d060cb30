"""Every threshold, unit, direction and connective of the bundled rules is held by an example."""

from __future__ import annotations

import pytest

from compliance.assessment.examples import judge_example
from compliance.packs.cache import bundled_rules, read_folders
from compliance.packs.load import load_packs
from compliance.packs.mutants import mutants, unnoticed

SAME_DUE_DAY = "2019-02-16 is a Saturday: working days counted from it end on the same day"
EQUIVALENT = {
    ("cac-order-3.11.1.file-in-time-gap", "filing.submitted_on: 2019-02-15 -> 2019-02-16"): SAME_DUE_DAY,
    ("cac-order-3.23.legacy-filed", "filing.submitted_on: 2019-02-15 -> 2019-02-16"): SAME_DUE_DAY,
}
"""Mutants that say the same as the original, so that no example can notice them, and why."""


def test_every_mutant_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """Changing one thing in a rule or definition makes at least one example fail."""
    book, examples = load_packs(read_folders([bundled_rules()]))
    made = list(mutants(book))
    missed = [(m.id, m.change) for m in unnoticed(book, examples, judge_example, made)]
    with capsys.disabled():
        share = 100 * (len(made) - len(missed)) / len(made)
        print(
            f"\nmutants: {len(made)}, noticed {share:.1f} %, equivalent {len(set(missed) & EQUIVALENT.keys())}"
        )
    assert len(made) > 250
    assert sorted(set(missed) - EQUIVALENT.keys()) == []
    assert EQUIVALENT.keys() <= set(missed), "an entry of EQUIVALENT is noticed after all: take it out"
