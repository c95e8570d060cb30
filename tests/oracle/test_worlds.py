"""The oracle against cases worked out by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import product
from random import Random
from typing import Any

import pytest

from compliance.conditions import nodes as n
from compliance.facts.values import HELD, NONE, Quantity, Record, Records
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Tense, Vocabulary
from tests.oracle.leaves import month_run, quantities
from tests.oracle.stubs import SCHEMES, NaiveCalendar
from tests.oracle.worlds import HOLDS, _decides, closure, judge, plain_subsets

LABEL = Bilingual("fact", "事实")
TODAY = date(2026, 3, 12)  # a Thursday


def fact(id: str, kind: Kind, **more: Any) -> Fact:
    return Fact(id, kind, LABEL, **more)


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, LABEL) for name in names)


LIST = fact("l", Kind.RECORDS, key="name")
FACTS = [
    fact("b", Kind.BOOLEAN),
    fact("c", Kind.CHOICE, options=options("x", "y"), none=True),
    fact("r", Kind.READING, options=options("narrow", "wide")),
    fact("a", Kind.DATE, tense=Tense.EVENT),
    fact("e", Kind.DATE, tense=Tense.EVENT),
    fact("p", Kind.DATE, tense=Tense.PLANNED),
    fact("t", Kind.TEXT, none=True),
    fact("u", Kind.TEXT),
    LIST,
    fact("m", Kind.RECORDS, key="name", at_least_one=True),
    fact("l.name", Kind.TEXT, parent="l"),
    fact("l.ok", Kind.BOOLEAN, parent="l"),
    fact("l.on", Kind.DATE, tense=Tense.EVENT, parent="l"),
]
B, X = n.Is("b", (True,)), n.Is("c", ("x",))


@dataclass
class Setting:
    answers: dict[str, Any] = field(default_factory=dict)
    calendar: NaiveCalendar = field(default_factory=lambda: NaiveCalendar("plain"))
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({fact.id: fact for fact in FACTS}))
    as_of: date = TODAY
    identifiers: Any = field(default_factory=lambda: SCHEMES)


def found(require: n.Node, when: n.Node = n.TRUE, **answers: Any) -> tuple[Any, ...]:
    """Outcome, due, decided_by and reasons; answers by keyword."""
    return judge(when, require, Setting(answers))[:4]


def settled(outcome: str, due: date | None = None) -> tuple[Any, ...]:
    return outcome, due, (), ()


def undecided(*paths: str, reasons: tuple[str, ...] = ("facts",)) -> tuple[Any, ...]:
    return "undecided", None, paths, reasons


def within(days: int, deed: str = "a", trigger: Any = "e", unit: str = "days") -> n.Limit:
    bound = n.FactRef(trigger) if isinstance(trigger, str) else trigger
    return n.Limit(deed, Quantity(days, unit), "after", bound)


def day(number: int) -> date:
    return date(2026, 3, number)


def test_a_fact_tested_twice_is_the_same_in_both_places() -> None:
    assert found(B) == undecided("b")
    assert found(n.Any((B, n.Not(B)))) == settled("satisfied")
    assert found(n.All((B, n.Not(B)))) == settled("violated")
    assert found(B, when=B) == settled("satisfied")


def test_not_applicable_means_that_when_is_false_in_every_world() -> None:
    assert found(n.FALSE, when=n.All((B, n.Not(B)))) == settled("not_applicable")
    assert found(n.FALSE, when=B) == undecided("b")
    assert found(X, when=B, b=False) == settled("not_applicable")


def test_none_is_none_of_the_values() -> None:
    assert found(X, c=NONE) == settled("violated")
    assert found(n.Not(X), c=NONE) == settled("satisfied")
    assert found(n.Any((X, n.Is("c", ("y",))))) == undecided("c")
    assert found(n.Any((X, n.Is("c", ("y",)))), c=HELD) == settled("satisfied")


def test_held_is_present_and_otherwise_open() -> None:
    assert found(n.Present("c"), c=HELD) == settled("satisfied")
    assert found(X, c=HELD) == undecided("c")
    assert found(n.Dated("a", "on_or_before", n.AsOf()), a=HELD) == settled("satisfied")


def test_a_limit_with_all_dates_known() -> None:
    assert found(within(2), a=day(5), e=day(3)) == settled("satisfied")
    assert found(within(2), a=day(6), e=day(3)) == settled("violated")
    assert found(within(2), a=NONE, e=day(10)) == settled("pending", day(12))
    assert found(within(2), a=NONE, e=day(9)) == settled("violated")
    assert found(within(2), a=NONE, e=NONE) == settled("satisfied")
    assert found(within(2), a=day(13), e=day(11)) == settled("pending", day(13))


def test_an_unanswered_deed_or_trigger() -> None:
    assert found(within(2), e=day(11)) == undecided("a")
    assert not judge(n.TRUE, within(2), Setting({"e": day(11)})).can_breach
    assert judge(n.TRUE, within(2), Setting({"e": day(3)})).can_breach
    assert found(within(2), a=NONE) == undecided("e")
    assert found(within(2)) == undecided("a", "e")
    assert found(n.Any((within(2), n.Not(n.Present("e")))), a=day(1), e=HELD) == undecided("e")


def test_pending_is_due_at_the_earlier_of_all_and_the_later_of_any() -> None:
    pair = (within(2), within(5))
    assert found(n.All(pair), a=NONE, e=day(11)) == settled("pending", day(13))
    assert found(n.Any(pair), a=NONE, e=day(11)) == settled("pending", day(16))


def test_pending_under_both_readings_is_due_at_the_earliest() -> None:
    narrow = n.Is("r", ("narrow",))
    require = n.All((n.Any((n.Not(narrow), within(4))), n.Any((narrow, within(9)))))
    assert found(require, a=NONE, e=day(11)) == settled("pending", day(15))
    assert found(require, a=NONE, e=day(5)) == undecided("r", reasons=("reading",))


def test_related_dates_are_cut_jointly() -> None:
    both = n.All((n.Present("a"), n.Present("e"), n.Dated("a", "on_or_before", day(10))))
    assert found(within(5), when=n.All((both, n.Dated("e", "on_or_after", day(5))))) == settled("satisfied")
    assert found(within(5), when=n.All((both, n.Dated("e", "on_or_after", day(4))))) == undecided("a", "e")
    later = n.Dated("a", "on_or_after", n.FactRef("e"))
    chain = n.All((later, n.Dated("e", "on_or_after", n.FactRef("p"))))
    assert found(n.Dated("a", "on_or_after", n.FactRef("p")), when=chain) == settled("satisfied")


def test_chains_of_limits_add_up() -> None:
    """Late twice over means p + 4 <= e and e + 3 <= a: with p on the 3rd, a on the 10th at the earliest."""
    steps = n.Any((within(2), within(3, deed="e", trigger="p")))
    start = n.All((n.Present("a"), n.Present("e"), n.Dated("p", "on_or_after", day(3))))
    assert found(steps, when=n.All((start, n.Dated("a", "on_or_before", day(9))))) == settled("satisfied")
    last = n.Dated("a", "on_or_before", day(10))
    assert found(steps, when=n.All((start, last))) == undecided("a", "e", "p")


def test_the_calendar_alone_can_leave_it_open() -> None:
    limit = within(3, unit="working_days")
    open_year = NaiveCalendar("never", first=9999, extra=4)
    for trigger, expected in (
        (day(11), settled("pending", day(14))),
        (day(6), undecided(reasons=("calendar",))),  # 9 March, or 11 March and four days
        (day(2), settled("violated")),  # 5 March, or 9 March
    ):
        setting = Setting({"a": NONE, "e": trigger}, open_year)
        assert judge(n.TRUE, limit, setting)[:4] == expected


def test_months_against_days() -> None:
    assert month_run(6) == (181, 184)
    assert month_run(1) == (28, 31)
    half = Quantity(6, "months")
    for comparison, value, bound, expected in (
        ("at_least", Quantity(184, "days"), half, True),
        ("at_least", Quantity(183, "days"), half, False),
        ("at_least", half, Quantity(181, "days"), True),
        ("at_least", half, Quantity(182, "days"), False),
        ("at_most", Quantity(181, "days"), half, True),
        ("at_most", Quantity(182, "days"), half, False),
        ("at_most", half, Quantity(184, "days"), True),
        ("at_most", half, Quantity(183, "days"), False),
        ("at_least", Quantity(1, "years"), Quantity(12, "months"), True),
        ("at_least", Quantity(2, "weeks"), Quantity(14, "days"), True),
        ("at_least", Quantity(60, "working_days"), Quantity(1, "days"), False),
    ):
        assert quantities(comparison, value, bound) is expected, (comparison, value, bound)


def test_lists_with_more_to_come() -> None:
    every, some = n.Every("l", n.TRUE, n.Is("l.ok", (True,))), n.Some("l", n.TRUE, n.Is("l.ok", (True,)))
    good, bad, blank = Record("g", {"l.ok": True}), Record("w", {"l.ok": False}), Record("z")
    assert found(every, l=Records((good,))) == settled("satisfied")
    assert found(every, l=Records((good,), complete=False)) == undecided("l")
    assert found(every, l=Records((bad,), complete=False)) == settled("violated")
    assert found(some, l=Records((good,), complete=False)) == settled("satisfied")
    assert found(some, l=Records((bad, blank))) == undecided("l[z].ok")
    assert found(some, l=Records((bad, blank), complete=False)) == undecided("l", "l[z].ok")
    assert found(n.Some("l", n.TRUE, n.TRUE)) == undecided("l")
    assert found(n.Some("m", n.TRUE, n.TRUE)) == settled("satisfied")
    assert found(every, l=Records()) == settled("satisfied")


def test_two_quantifiers_see_the_same_records() -> None:
    good, bad = n.Some("l", n.TRUE, n.Is("l.ok", (True,))), n.Some("l", n.TRUE, n.Is("l.ok", (False,)))
    all_good = n.Every("l", n.TRUE, n.Is("l.ok", (True,)))
    assert found(n.Any((all_good, bad))) == settled("satisfied")
    assert found(n.All((all_good, bad))) == settled("violated")
    assert found(n.Not(n.All((good, bad)))) == undecided("l")


def test_limits_inside_lists() -> None:
    limit = n.Every("l", n.TRUE, within(2, deed="l.on"))
    late, undone = Record("late", {"l.on": day(9)}), Record("open", {"l.on": NONE})
    assert found(limit, e=day(11), l=Records((undone,))) == settled("pending", day(13))
    assert found(limit, e=day(3), l=Records((late, undone))) == settled("violated")
    assert found(limit, e=day(11), l=Records((undone,), complete=False)) == settled("pending", day(13))
    assert found(limit, l=Records((late,))) == undecided("e")
    assert found(limit, l=Records((late,), complete=False)) == undecided("e", "l")


def test_texts() -> None:
    assert found(n.Valid("t", "four")) == undecided("t")
    assert found(n.Valid("t", "digits"), when=n.Valid("t", "four")) == settled("satisfied")
    assert found(n.Valid("t", "word"), when=n.Is("t", ("1234",))) == undecided("t")
    assert not judge(
        n.All((n.SameAs("t", "u"), n.Valid("t", "four"))), n.Valid("u", "four"), Setting()
    ).can_breach
    both = n.All((n.Valid("t", "four"), n.Valid("u", "four")))
    assert judge(both, n.SameAs("t", "u"), Setting()).can_breach


@pytest.mark.parametrize("seed", range(200))
def test_the_closure_is_all_that_sets_of_records_reach(seed: int) -> None:
    rng = Random(seed)
    width = rng.randint(1, 4)
    lows = [rng.random() < 0.5 for _ in range(width)]
    records = {tuple(rng.choice((0, 5, HOLDS)) for _ in range(width)) for _ in range(rng.randint(1, 5))}
    assert closure(records, lows) == plain_subsets(records, lows, width)


@pytest.mark.parametrize("seed", range(200))
def test_an_axis_decides_when_two_worlds_along_it_differ(seed: int) -> None:
    rng = Random(seed)
    sizes = [rng.randint(1, 4) for _ in range(3)]
    places = list(product(*map(range, sizes)))
    classes = bytes(rng.choices((0, 1, 2), (1, 1, 30), k=len(places)))
    table = dict(zip(places, classes, strict=True))
    for axis, size in enumerate(sizes):
        stride = 1
        for other in sizes[axis + 1 :]:
            stride *= other
        lines = {}
        for place, value in table.items():
            lines.setdefault((*place[:axis], *place[axis + 1 :]), set()).add(value)
        assert _decides(classes, size, stride) == any(len(line) > 1 for line in lines.values())
