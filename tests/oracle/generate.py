"""Random rules in random situations: one number makes one case, and the same number the same case again.

A case is kept small enough for brute force by answering further facts until it is. Constants lie within a few
days of the as-of date and spans are short, so that the windows of `domains` stay small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from compliance.conditions import nodes as n
from compliance.facts.calendar import Calendar, YearTable
from compliance.facts.values import HELD, NONE, Quantity, Record, Records
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Tense, Vocabulary
from compliance.frozen import changed
from tests.oracle.domains import is_open, leaves_of
from tests.oracle.leaves import facts_of
from tests.oracle.stubs import SCHEMES, NaiveCalendar
from tests.oracle.worlds import TooManyWorlds, Verdict, judge, worlds

LABEL = Bilingual("fact", "事实")
WORDS = ("1234", "12", "AB", "zz", " a b", "ab")
LIST = "changes"


@dataclass(frozen=True)
class Ground:
    """An as-of date with a calendar, and the days where that calendar is out of the ordinary."""

    as_of: date
    calendar: NaiveCalendar | Calendar
    anchors: tuple[date, ...] = ()


def _grounds() -> tuple[Ground, ...]:
    """Each sort of calendar: announced with a holiday near, announced, ending, beginning, never announced."""
    june = [date(2026, 6, day) for day in (13, 19, 22)]
    rest = NaiveCalendar("june", holidays=frozenset(june[1:]), working=frozenset(june[:1]))
    plain = NaiveCalendar("plain")
    until = NaiveCalendar("until 2025", last=2025)
    since = NaiveCalendar("since 2026", first=2026)
    never = NaiveCalendar("never", first=9999)
    ending = NaiveCalendar("until 2026", last=2026)
    turn = (date(2025, 12, 31), date(2026, 1, 1))
    next_turn = (date(2026, 12, 31), date(2027, 1, 1))
    grounds = [
        Ground(date(2026, 6, 17), rest, tuple(june)),
        Ground(date(2026, 6, 24), rest, tuple(june)),
        Ground(date(2024, 2, 29), plain),
        Ground(date(2026, 3, 31), plain),
        Ground(date(2025, 12, 29), until, turn),
        Ground(date(2026, 1, 5), until, turn),
        Ground(date(2026, 1, 6), since, turn),
        Ground(date(2026, 2, 12), since, turn),
        Ground(date(2026, 11, 20), ending, next_turn),
        Ground(date(2026, 5, 8), never),
    ]
    return (*grounds, *[replace(ground, calendar=_shipped(ground.calendar)) for ground in grounds])


def _shipped(naive: NaiveCalendar) -> Calendar:
    """The same calendar as the project counts it."""
    years = range(max(naive.first, 1900), min(naive.last, 2199) + 1)
    weekend = frozenset({5, 6})
    tables = {year: YearTable(year, _in(year, naive.holidays), _in(year, naive.working)) for year in years}
    return Calendar(f"{naive.id} (shipped)", "Asia/Shanghai", weekend, naive.extra, tables)


def _in(year: int, days: frozenset[date]) -> frozenset[date]:
    return frozenset(day for day in days if day.year == year)


GROUNDS = _grounds()


@dataclass(frozen=True)
class Case:
    """One rule in one situation. Has all that the oracle reads; `situation` is what the engine reads."""

    seed: int
    vocabulary: Vocabulary
    when: n.Node
    require: n.Node
    answers: Mapping[str, Any]
    ground: Ground

    @property
    def as_of(self) -> date:
        return self.ground.as_of

    @property
    def calendar(self) -> NaiveCalendar | Calendar:
        return self.ground.calendar

    @property
    def identifiers(self) -> Mapping[str, Any]:
        return SCHEMES

    def situation(self) -> Any:
        """The situation as the engine wants it."""
        from compliance.conditions.judgement import Situation

        return Situation(
            vocabulary=self.vocabulary,
            answers=dict(self.answers),
            as_of=self.as_of,
            calendar=self.calendar,  # type: ignore[arg-type]
            identifiers=SCHEMES,  # type: ignore[arg-type]
        )

    def truth(self, cap: int = 400_000) -> Verdict:
        """The oracle's verdict."""
        return judge(self.when, self.require, self, self.anchors, cap)

    @property
    def anchors(self) -> tuple[date, ...]:
        return self.ground.anchors

    def facts(self) -> list[str]:
        """The facts that the rule mentions; for fields and quantifiers their list."""
        leaves = [*leaves_of(self.when), *leaves_of(self.require)]
        named = {self._owner(fact) for leaf in leaves for fact in facts_of(leaf)}
        return sorted(named | _lists(self.when) | _lists(self.require))

    def _owner(self, fact: str) -> str:
        return self.vocabulary[fact].parent or fact

    def show(self) -> str:
        """The case in words, for a replay."""
        facts = {id: self.vocabulary[id] for id in self.facts()}
        lines = [f"seed {self.seed}   as of {self.as_of} ({self.as_of:%a})   calendar {self.calendar.id}"]
        lines += [f"  fact {_declared(fact)}" for fact in facts.values()]
        lines += [f"    field {_declared(field)}" for fact in facts.values() for field in fact.fields]
        lines += [f"  answer {id} = {value}" for id, value in sorted(self.answers.items()) if id in facts]
        return "\n".join([*lines, f"  when    {show(self.when)}", f"  require {show(self.require)}"])


def case(seed: int) -> Case:
    """The case of a number: most have at most some thousands of worlds, a few many more."""
    rng = Random(seed)
    while True:
        least = rng.choice((0, 0, 0, 12, 40, 120))
        cap = rng.choices((4_000, 12_000, 40_000, 160_000), (60, 32, 6, 2))[0]
        found = _Maker(rng, seed).make()
        for _ in range(12):
            if found is None:
                break
            try:
                if not _loose_months(found):
                    if worlds(found.when, found.require, found, found.anchors, cap) >= least:
                        return found
                    break
            except TooManyWorlds:
                pass
            found = answer_one(found, rng)


def _loose_months(found: Case) -> bool:
    """Whether a limit in months has both dates open: then no small window would do (months differ)."""
    for leaf in leaves_of(found.require):
        if isinstance(leaf, n.Limit) and leaf.span.unit in ("months", "years"):
            ids = facts_of(leaf)
            if len(ids) == 2 and all(is_open(found.vocabulary[id], found) for id in ids):
                return True
    return False


# -- facts


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, LABEL) for name in names)


def _fact(rng: Random, id: str, kind: Kind, **more: Any) -> Fact:
    none = kind not in (Kind.CHOICES, Kind.RECORDS, Kind.READING) and rng.random() < 0.3
    return Fact(id, kind, LABEL, **{"none": none, **more})


def _make_fact(rng: Random, id: str, parent: str | None = None) -> Fact:
    """A random fact; the first letter of its short name says its sort."""
    sort = id.rpartition(".")[2][0]
    more: dict[str, Any] = {"parent": parent}
    kind = SORTS[sort]
    if sort in "co":
        more["options"] = (
            _options("a", "b", "c")[: rng.choice((2, 2, 3))] if sort == "c" else _options("b", "c")
        )
    elif sort == "r":
        more["options"] = _options("narrow", "wide")
    elif sort == "s":
        more |= {"options": _options("x", "y", "z")[: rng.choice((2, 3))], "at_least_one": rng.random() < 0.4}
    elif sort == "n":
        more |= {"whole": rng.random() < 0.6, "minimum": rng.choice((None, 0, 0, 1, 3))}
    elif sort == "q":
        units = rng.choice((("days", "months"), ("months", "days"), ("days",), ("months", "years"), *UNITS))
        more |= {"units": units, "minimum": rng.choice((None, None, 0, 1, 2))}
    elif sort == "t":
        more["identifier"] = rng.choice((None, None, "four", "digits"))
    elif sort in "ep":
        more["tense"] = Tense.EVENT if sort == "e" else Tense.PLANNED
    return _fact(rng, id, kind, **more)


UNITS = (("days", "weeks", "months"), ("CNY",), ("working_days",))
SORTS = {
    "b": Kind.BOOLEAN,
    "c": Kind.CHOICE,
    "o": Kind.CHOICE,
    "r": Kind.READING,
    "s": Kind.CHOICES,
    "n": Kind.NUMBER,
    "q": Kind.QUANTITY,
    "t": Kind.TEXT,
    "e": Kind.DATE,
    "p": Kind.DATE,
}
THEMES: Sequence[tuple[tuple[str, ...], int]] = (
    (("b1", "b2"), 12),
    (("b1", "c1", "r1"), 10),
    (("c1", "o1"), 6),
    (("s1",), 7),
    (("n1",), 6),
    (("q1",), 8),
    (("t1",), 4),
    (("t1", "t2"), 6),
    (("e1",), 14),
    (("e1", "p1"), 26),
    (("e1", "e2"), 18),
    (("e1", "e2", "p1"), 12),
    ((LIST,), 30),
)
FIELDS = ("b", "c", "e", "e", "e2", "n", "s", "t", "p", "q")


class _Maker:
    """Makes one case from one source of chance."""

    def __init__(self, rng: Random, seed: int) -> None:
        self.rng = rng
        self.seed = seed
        self.ground = rng.choice(GROUNDS)
        self.near = rng.choice((3, 8))
        self.running = rng.random() < 0.15  # mostly limits, mostly not done yet: else `pending` is rare
        self.facts: dict[str, Fact] = {}
        self.loose: list[str] = []
        self.fields: list[str] = []

    def make(self) -> Case | None:
        rng = self.rng
        self._choose_facts()
        when: n.Node = n.TRUE
        if rng.random() > (0.8 if self.running else 0.3):
            when = self.node(rng.choice((0, 1, 1, 2)), limits=False)
        require = self.node(rng.choice((0, 1, 2, 2, 3, 3)), limits=True)
        found = Case(self.seed, Vocabulary(self.facts), when, require, {}, self.ground)
        share = rng.choice((0.0, 0.0, 0.3, 0.6, 0.85))
        undone = 0.8 if self.running else rng.choice((0.0, 0.0, 0.0, 0.7))
        answers = {}
        for id in found.facts():
            if self.facts[id].tense is Tense.EVENT and rng.random() < undone:
                answers[id] = NONE
            elif rng.random() < share:
                answers[id] = self.answer(self.facts[id])
        return replace(found, answers=answers)

    def _choose_facts(self) -> None:
        rng = self.rng
        names: set[str] = set()
        for _ in range(rng.choice((1, 1, 2, 2, 3))):
            themes = [(theme, n) for theme, n in THEMES if not self.running or theme[0] in ("e1", LIST)]
            names.update(rng.choices([theme for theme, _ in themes], [weight for _, weight in themes])[0])
        for name in sorted(names - {LIST}):
            self.facts[name] = _make_fact(rng, name)
            self.loose.append(name)
        if LIST in names:
            self._make_list()

    def _make_list(self) -> None:
        rng = self.rng
        chosen = sorted(set(rng.sample(FIELDS, rng.choice((1, 1, 2, 2, 3)))))
        fields = [_make_fact(rng, f"{LIST}.{name}", LIST) for name in chosen]
        self.fields = [field.id for field in fields]
        key = Fact(f"{LIST}.key", Kind.TEXT, LABEL, parent=LIST)
        whole = Fact(
            LIST, Kind.RECORDS, LABEL, key="key", fields=(key, *fields), at_least_one=rng.random() < 0.35
        )
        self.facts.update({field.id: field for field in (whole, key, *fields)})

    # -- conditions

    def node(self, depth: int, *, limits: bool, record: bool = False) -> n.Node:
        """A random condition; inside a quantifier if `record`."""
        rng = self.rng
        if self.fields and not record and (not self.loose or rng.random() < (0.15 if depth else 0.35)):
            return self._quantifier(limits=limits)
        if depth == 0:
            return self._leaf(limits=limits, record=record)
        roll = rng.random()
        if roll < 0.15:
            return n.Not(self.node(depth - 1, limits=False, record=record))
        if roll < 0.2 and not limits:
            return n.Named("named", self.node(depth - 1, limits=False, record=record))
        size = rng.choice((1, 2, 2, 2, 3))
        children = tuple(self.node(rng.randrange(depth), limits=limits, record=record) for _ in range(size))
        return rng.choice((n.All, n.Any))(children)

    def _quantifier(self, *, limits: bool) -> n.Node:
        rng = self.rng
        where = n.TRUE if rng.random() < 0.45 else self.node(rng.choice((0, 0, 1)), limits=False, record=True)
        if rng.random() < 0.1:
            satisfies: n.Node = n.TRUE
        else:
            satisfies = self.node(rng.choice((0, 0, 1, 2)), limits=limits, record=True)
        return rng.choice((n.Every, n.Some))(LIST, where, satisfies)

    def _leaf(self, *, limits: bool, record: bool) -> n.Node:
        rng = self.rng
        if rng.random() < 0.02:
            return n.Constant(rng.random() < 0.5)
        if record and (not self.loose or rng.random() < 0.85):
            fact = self.facts[rng.choice(self.fields)]
        else:
            fact = self.facts[rng.choice(self.loose)]
        if limits and fact.tense is Tense.EVENT and rng.random() < (0.95 if self.running else 0.7):
            return self._limit(fact, record)
        if rng.random() < (0.15 if fact.can_be_none else 0.04):
            return n.Present(fact.id)
        return LEAVES[fact.kind](self, fact, record)

    def others(self, fact: Fact, record: bool) -> list[str]:
        """Facts of the same kind that this one can be compared with."""
        near = self.loose + (self.fields if record else [])
        same = [id for id in near if self.facts[id].kind is fact.kind and id != fact.id]
        return [id for id in same if self.facts[id].identifier == fact.identifier]

    def boolean(self, fact: Fact, record: bool) -> n.Node:
        return self._same(fact, record, 0.2) or n.Is(fact.id, self.rng.choice(((True,), (True,), (False,))))

    def choice(self, fact: Fact, record: bool) -> n.Node:
        ids = [option.id for option in fact.options]
        picked = tuple(self.rng.sample(ids, self.rng.randint(1, max(1, len(ids) - 1))))
        return self._same(fact, record, 0.4) or n.Is(fact.id, picked)

    def reading(self, fact: Fact, record: bool) -> n.Node:
        return n.Is(fact.id, (self.rng.choice(fact.options).id,))

    def choices(self, fact: Fact, record: bool) -> n.Node:
        ids = [option.id for option in fact.options]
        picked = tuple(self.rng.sample(ids, self.rng.randint(1, len(ids))))
        return n.Has(fact.id, self.rng.choice(("any", "all", "none")), picked)

    def number(self, fact: Fact, record: bool) -> n.Node:
        rng = self.rng
        if rng.random() < 0.3:
            return n.Is(fact.id, tuple(rng.sample(range(6), rng.choice((1, 2)))))
        bound: int | Decimal = rng.randint(-1, 6)
        if not fact.whole and rng.random() < 0.3:
            bound = Decimal(bound) + Decimal("0.5")
        return n.Compare(fact.id, _operator(rng), bound)

    def quantity(self, fact: Fact, record: bool) -> n.Node:
        rng = self.rng
        if rng.random() < 0.2:
            return n.Is(fact.id, tuple(self.amount(fact) for _ in range(rng.choice((1, 2)))))
        return n.Compare(fact.id, _operator(rng), self.amount(fact))

    def amount(self, fact: Fact) -> Quantity:
        """A quantity near the bounds where months and days meet."""
        rng = self.rng
        unit = rng.choice((*fact.units, *fact.units, "days", "months", "weeks", "CNY"))
        amounts = {
            "months": (0, 1, 2),
            "days": (0, 1, 7, 14, 28, 30, 31, 59, 62),
            "weeks": (1, 2, 4),
            "years": (1,),
        }
        return Quantity(rng.choice(amounts.get(unit, (1, 2, 5))), unit)

    def text(self, fact: Fact, record: bool) -> n.Node:
        rng = self.rng
        if rng.random() < 0.35:
            return n.Valid(fact.id, rng.choice(sorted(SCHEMES)))
        literals = n.Is(fact.id, tuple(rng.sample(WORDS, rng.choice((1, 1, 2)))))
        return self._same(fact, record, 0.5) or literals

    def day(self, fact: Fact, record: bool) -> n.Node:
        rng = self.rng
        roll = rng.random()
        if roll < 0.2:
            span = rng.choice(
                (Quantity(rng.randint(0, 6), "days"), Quantity(1, "weeks"), Quantity(1, "months"))
            )
            return n.WithinLast(fact.id, span)
        if roll < 0.3:
            return n.Is(fact.id, (self.near_day(),))
        if roll < 0.4:
            return self._same(fact, record, 1.0) or n.Is(fact.id, (self.near_day(),))
        bound: n.DateBound = rng.choice((self.near_day(), n.AsOf()))
        others = self.others(fact, record)
        if others and rng.random() < 0.6:
            bound = n.FactRef(rng.choice(others))
        return n.Dated(fact.id, rng.choice(("on_or_before", "on_or_after")), bound)

    def _same(self, fact: Fact, record: bool, chance: float) -> n.Node | None:
        others = self.others(fact, record)
        return n.SameAs(fact.id, self.rng.choice(others)) if others and self.rng.random() < chance else None

    def _limit(self, fact: Fact, record: bool) -> n.Node:
        rng = self.rng
        others = self.others(fact, record)
        trigger: date | n.FactRef = self.near_day()
        if others and rng.random() < 0.75:
            trigger = n.FactRef(rng.choice(others))
        unit = rng.choices(("days", "working_days", "weeks", "months"), (45, 45, 3, 7))[0]
        amount = rng.randint(0, min(self.near, 6)) if unit.endswith("days") else 1
        if unit == "months" and rng.random() < 0.3:
            amount = 2
        return n.Limit(fact.id, Quantity(amount, unit), rng.choice(("after", "after", "before")), trigger)

    def near_day(self) -> date:
        """A day near the as-of date."""
        back = 2 if self.running else self.near
        return self.ground.as_of + timedelta(days=self.rng.randint(-back, self.near))

    # -- answers

    def answer(self, fact: Fact) -> Any:
        return random_answer(self.rng, fact, self.ground.as_of, self.near)


LEAVES: dict[Kind, Callable[[_Maker, Fact, bool], n.Node]] = {
    Kind.BOOLEAN: _Maker.boolean,
    Kind.CHOICE: _Maker.choice,
    Kind.READING: _Maker.reading,
    Kind.CHOICES: _Maker.choices,
    Kind.NUMBER: _Maker.number,
    Kind.QUANTITY: _Maker.quantity,
    Kind.TEXT: _Maker.text,
    Kind.DATE: _Maker.day,
}


def _operator(rng: Random) -> Any:
    return rng.choice(("at_least", "at_most", "more_than", "less_than"))


# -- answers


def random_answer(rng: Random, fact: Fact, as_of: date, near: int = 8, *, vague: bool = True) -> Any:
    """Some possible answer. `vague`: also one that leaves something open (`held`, `and more`, open field)."""
    if fact.kind is Kind.RECORDS:
        return _random_records(rng, fact, as_of, near, vague)
    if vague and fact.kind not in (Kind.CHOICES, Kind.READING) and rng.random() < 0.07:
        return HELD
    if fact.can_be_none and rng.random() < (0.4 if fact.tense is Tense.EVENT else 0.25):
        return NONE
    return _random_value(rng, fact, as_of, near)


def _random_value(rng: Random, fact: Fact, as_of: date, near: int) -> Any:
    ids = [option.id for option in fact.options]
    match fact.kind:
        case Kind.BOOLEAN:
            return rng.random() < 0.5
        case Kind.CHOICE | Kind.READING:
            return rng.choice(ids)
        case Kind.CHOICES:
            return frozenset(rng.sample(ids, rng.randint(1 if fact.at_least_one else 0, len(ids))))
        case Kind.NUMBER:
            low = fact.minimum if fact.minimum is not None else -3
            whole = rng.randint(low, max(7, low))
            return whole if fact.whole else Decimal(whole) + Decimal(rng.choice(("0", "0", "0.25", "0.5")))
        case Kind.QUANTITY:
            unit = rng.choice(fact.units)
            most = {"days": 65, "weeks": 10, "months": 3}.get(unit, 6)
            return Quantity(rng.randint(fact.minimum or 0, most), unit)
        case Kind.TEXT:
            return rng.choice((*WORDS, "0001", "other"))
        case Kind.DATE:
            return as_of + timedelta(days=rng.randint(-near - 2, near + 2))
    raise ValueError(fact.kind)


def _held_value(rng: Random, fact: Fact, as_of: date) -> Any:
    """What a `held` answer may turn out to be: an event held has happened."""
    value = _random_value(rng, fact, as_of, 8)
    return min(value, as_of) if fact.tense is Tense.EVENT else value


def _random_records(rng: Random, fact: Fact, as_of: date, near: int, vague: bool) -> Records:
    complete = not vague or rng.random() < 0.6
    least = 1 if fact.at_least_one and complete else 0
    size = max(least, rng.choice((0, 1, 1, 2, 2, 3)))
    return Records(
        tuple(random_record(rng, fact, f"k{i}", as_of, near, vague) for i in range(size)), complete
    )


def random_record(rng: Random, fact: Fact, key: str, as_of: date, near: int, vague: bool) -> Record:
    """Some record of a list."""
    fields = {}
    for field in fact.fields:
        if field.name == fact.key:
            fields[field.id] = key
        elif not vague or rng.random() < 0.6:
            fields[field.id] = random_answer(rng, field, as_of, near, vague=vague)
    return Record(key, fields)


def answer_one(found: Case, rng: Random, *, vague: bool = False) -> Case | None:
    """The case with one more thing answered; None if all is."""
    steps = list(_steps(found, rng, vague))
    if not steps:
        return None
    id, value = rng.choice(steps)()
    return replace(found, answers={**found.answers, id: value})


def _steps(found: Case, rng: Random, vague: bool) -> Iterator[Callable[[], tuple[str, Any]]]:
    """Every way to answer one more thing."""
    for id in found.facts():
        fact = found.vocabulary[id]
        answer = found.answers.get(id)
        if answer is None:
            yield lambda fact=fact: (fact.id, random_answer(rng, fact, found.as_of, vague=vague))
        elif answer is HELD:
            yield lambda fact=fact: (fact.id, _held_value(rng, fact, found.as_of))
        elif isinstance(answer, Records):
            yield from _list_steps(found, rng, fact, answer, vague)


def _list_steps(
    found: Case, rng: Random, fact: Fact, records: Records, vague: bool
) -> Iterator[Callable[[], tuple[str, Any]]]:
    if not records.complete:
        yield lambda: (fact.id, _more(found, rng, fact, records, vague))
    for place, record in enumerate(records.entries):
        for field in fact.fields:
            answer = record.fields.get(field.id)
            if answer is None or answer is HELD:
                yield lambda place=place, field=field: (
                    fact.id,
                    _with_field(found, rng, records, place, field),
                )


def _more(found: Case, rng: Random, fact: Fact, records: Records, vague: bool) -> Records:
    """A list that ended with `and more`: now complete, or with one more record."""
    if rng.random() < 0.5 and (records.entries or not fact.at_least_one):
        return changed(records, complete=True)
    record = random_record(rng, fact, f"k{len(records.entries)}", found.as_of, 8, vague)
    return Records((*records.entries, record), len(records.entries) > 2 or rng.random() < 0.5)


def _with_field(found: Case, rng: Random, records: Records, place: int, field: Fact) -> Records:
    entries = list(records.entries)
    old = entries[place].fields.get(field.id)
    held = old is HELD
    value = (
        _held_value(rng, field, found.as_of) if held else random_answer(rng, field, found.as_of, vague=False)
    )
    entries[place] = changed(entries[place], fields={**entries[place].fields, field.id: value})
    return changed(records, entries=tuple(entries))


# -- words


def _lists(node: n.Node) -> set[str]:
    match node:
        case n.All(children) | n.Any(children):
            return set().union(*map(_lists, children))
        case n.Not(child) | n.Named(_, child):
            return _lists(child)
        case n.Every(of) | n.Some(of):
            return {of}
    return set()


def _declared(fact: Fact) -> str:
    """A fact's declaration in one line."""
    parts = [fact.id, str(fact.kind.value)]
    parts += [fact.tense.value] if fact.tense else []
    parts += ["none"] if fact.none else []
    parts += ["at_least_one"] if fact.at_least_one else []
    parts += ["whole"] if fact.whole else []
    parts += [f"minimum={fact.minimum}"] if fact.minimum is not None else []
    parts += [f"identifier={fact.identifier}"] if fact.identifier else []
    parts += ["|".join((*(option.id for option in fact.options), *fact.units))]
    return " ".join(parts)


def show(node: n.Node) -> str:
    """A condition in one line."""
    match node:
        case n.Constant(value):
            return str(value).lower()
        case n.All(children):
            return f"all({', '.join(map(show, children))})"
        case n.Any(children):
            return f"any({', '.join(map(show, children))})"
        case n.Not(child):
            return f"not {show(child)}"
        case n.Named(id, body):
            return f"{id}:{show(body)}"
        case n.Every(of, where, satisfies) | n.Some(of, where, satisfies):
            word = "every" if isinstance(node, n.Every) else "some"
            return f"{word}({of} where {show(where)}: {show(satisfies)})"
        case n.Limit(deed, span, direction, trigger):
            return f"[{deed} no later than {span} {direction} {_bound(trigger)}]"
        case n.Present(fact):
            return f"present({fact})"
        case n.Is(fact, values):
            return f"{fact} in ({', '.join(map(str, values))})"
        case n.Has(fact, mode, options):
            return f"{fact} has {mode} of {'/'.join(options)}"
        case n.Compare(fact, operator, bound):
            return f"{fact} {operator} {bound}"
        case n.Dated(fact, operator, bound):
            return f"{fact} {operator} {_bound(bound)}"
        case n.WithinLast(fact, span):
            return f"{fact} within last {span}"
        case n.SameAs(fact, other):
            return f"{fact} same as {other}"
        case n.Valid(fact, identifier):
            return f"{fact} valid {identifier}"
    raise TypeError(node)


def _bound(bound: Any) -> str:
    if isinstance(bound, n.FactRef):
        return bound.fact
    return "as_of" if isinstance(bound, n.AsOf) else str(bound)
