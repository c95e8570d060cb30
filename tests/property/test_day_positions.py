"""Two open dates: where on the calendar they lie can matter, however far from today.

Working days count otherwise over a weekend, a holiday or the turn of an announced year; months have 28 to 31
days. Each rule tells two such positions apart; the places are far from the as-of date, a Thursday.
"""

from __future__ import annotations

from datetime import date

import pytest

from compliance.conditions import nodes as n
from compliance.conditions.certain import judge
from compliance.conditions.judgement import Situation
from compliance.facts.values import Quantity
from compliance.facts.vocabulary import Fact, Kind, Tense, Vocabulary
from tests.oracle.generate import LABEL, Case, Ground
from tests.oracle.stubs import NaiveCalendar

VOCABULARY = Vocabulary(
    {
        "a": Fact("a", Kind.DATE, LABEL, tense=Tense.EVENT),
        "e": Fact("e", Kind.DATE, LABEL, tense=Tense.EVENT),
        "b": Fact("b", Kind.BOOLEAN, LABEL),
    }
)
AS_OF = date(2024, 2, 29)
PLAIN = NaiveCalendar("plain")
NATIONAL_DAYS = frozenset(date(2023, 10, day) for day in range(1, 9))
HOLIDAYS = NaiveCalendar("holidays", holidays=NATIONAL_DAYS)
SINCE = NaiveCalendar("since 2024", first=2024)


def limit(amount: int, unit: str, deed: str = "a", trigger: str = "e", direction: str = "after") -> n.Limit:
    return n.Limit(deed, Quantity(amount, unit), direction, n.FactRef(trigger))  # type: ignore[arg-type]


def either(first: n.Node, second: n.Node) -> n.Node:
    """Tells whether the first can fail where the second holds: then `b` decides."""
    return n.Any((first, n.All((n.Is("b", (True,)), second))))


CASES = {
    "weekend": (
        n.Any((limit(1, "working_days", "e", "a", "before"), limit(0, "working_days"))),
        Ground(AS_OF, PLAIN),
    ),
    "holiday": (
        either(limit(6, "days"), limit(2, "working_days")),
        Ground(AS_OF, HOLIDAYS, (min(NATIONAL_DAYS), max(NATIONAL_DAYS))),
    ),
    "turn of an announced year": (
        limit(3, "working_days"),
        Ground(AS_OF, SINCE, (date(2023, 12, 31),)),
    ),
    "month of 31 days": (either(limit(30, "days"), limit(1, "months")), Ground(AS_OF, PLAIN)),
    "month of 28 days": (
        either(limit(1, "months"), limit(30, "days")),
        Ground(date(2023, 4, 20), PLAIN),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_positions_of_two_open_dates(name: str) -> None:
    require, ground = CASES[name]
    case = Case(0, VOCABULARY, n.TRUE, require, {}, ground)
    situation = Situation(VOCABULARY, {}, ground.as_of, ground.calendar)  # type: ignore[arg-type]
    engine, truth = judge(n.TRUE, require, situation), case.truth()
    found = (engine.outcome, engine.due, engine.decided_by, engine.reasons, engine.can_breach)
    assert found == truth[:5], case.show()
