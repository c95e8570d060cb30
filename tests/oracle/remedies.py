"""Random rules with a remedy: one number makes one case, judged as a finding of a book that has no other rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from compliance.assessment.findings import Examiner
from compliance.assessment.model import Finding
from compliance.conditions import nodes as n
from compliance.conditions.anatomy import facts_in
from compliance.facts.calendar import Calendar
from compliance.facts.manifest import Manifest
from compliance.facts.values import NONE, Quantity, Records
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Tense, Vocabulary
from compliance.frozen import changed
from compliance.packs.rulebook import Citation, Pack, Rule, RuleBook, Severity, Source, Verified
from tests.oracle.generate import (
    GROUNDS,
    LABEL,
    LEAVES,
    LIST,
    Case,
    _make_fact,
    _Maker,
    answer_one,
    random_answer,
    random_record,
    show,
)
from tests.oracle.shrink import smaller_cases, smaller_nodes
from tests.oracle.stubs import SCHEMES
from tests.oracle.worlds import Count, TooManyWorlds, count

SHIPPED = tuple(ground for ground in GROUNDS if isinstance(ground.calendar, Calendar))
RULE = "p.1.only"
CAUSE = Bilingual("because", "因为")


@dataclass(frozen=True)
class RemedyCase(Case):
    """A rule with a remedy in one situation; about the records of a list if it is an `every`."""

    remedy: n.Node = field(default=n.TRUE)

    @property
    def listed(self) -> bool:
        return isinstance(self.require, n.Every)

    def facts(self) -> list[str]:
        """The facts that the rule or its remedy mentions; for fields and quantifiers their list."""
        named = facts_in(self.when, self.require, self.remedy)
        return sorted({self._owner(fact) for fact in named})

    def counted(self, cap: int = 60_000) -> Count:
        """What the oracle says."""
        return count(self.when, self.require, self.remedy, self.listed, self, self.anchors, cap)

    def book(self) -> RuleBook:
        """The rule as the only one of a book."""
        rule = random_rule(RULE, Severity.MANDATORY, self.require, self.when, self.remedy)
        return RuleBook(
            packs={"p": Pack("p", "1", LABEL, "0" * 64, True, n.TRUE, "c")},
            vocabulary=self.vocabulary,
            rules={rule.id: rule},
            definitions={},
            instruments={},
            identifiers=SCHEMES,  # type: ignore[arg-type]
            calendars={"c": self.calendar},  # type: ignore[dict-item]
            digest=f"{self.seed}",
        )

    def finding(self) -> Finding:
        """What the engine says."""
        book = self.book()
        rule = book.rules[RULE]
        return Examiner(book, Manifest("", self.answers), self.as_of).finding(rule, False, ())

    def show(self) -> str:
        return f"{super().show()}\n  remedy  {show(self.remedy)}"


def random_rule(
    own: str,
    severity: Severity,
    require: n.Node,
    when: n.Node,
    remedy: n.Node | None,
    applies: n.Node = n.TRUE,
) -> Rule:
    """A rule of the pack `p`; about the records of a list if it requires an `every`."""
    return Rule(
        id=own,
        pack="p",
        title=LABEL,
        severity=severity,
        when=when,
        applies=applies,
        require=require,
        sources=(Source(Citation("i", "1"), Verified.SECONDARY),),
        because=CAUSE,
        fix=CAUSE,
        remedied_by=remedy,
        parts=require.of if isinstance(require, n.Every) else None,
        calendar="c",
    )


def random_remedy(maker: _Maker, require: n.Node) -> n.Node:
    """What may make a breach good: mostly that a deed which the rule wants was done, else any condition."""
    rng = maker.rng
    deeds = [one for one in facts_in(require) if maker.facts[one].tense is Tense.EVENT]
    record = isinstance(require, n.Every)
    if not record:
        deeds = [one for one in deeds if maker.facts[one].parent is None]
    if deeds and rng.random() < 0.4:
        deed: n.Node = n.Present(rng.choice(deeds))
        return deed if rng.random() < 0.6 else n.Any((deed, maker.node(0, limits=False, record=record)))
    return maker.node(rng.choice((0, 0, 1, 1, 2)), limits=False, record=record)


def remedy_cases(seed: int, cap: int = 6_000) -> Iterator[RemedyCase]:
    """A rule, more and more of it answered, as soon as it is small enough for brute force."""
    rng = Random(f"remedy {seed}")
    found = False
    while not found:
        now: Any = remedy_case(rng, seed)
        for _ in range(14):
            if now is None:
                break
            try:
                now.counted(cap)
                found = True
                yield now
            except TooManyWorlds:
                pass
            now = answer_one(now, rng, vague=True)


def remedy_case(rng: Random, seed: int) -> RemedyCase:
    """A rule with a remedy, not yet made small enough for brute force."""
    roll = rng.random()
    if roll < 0.12:
        return _with_a_turn(rng, seed)
    return _with_deeds(rng, seed) if roll < 0.3 else _with_anything(rng, seed)


def _with_a_turn(rng: Random, seed: int) -> RemedyCase:
    """Records of which one or the other breaks the rule, as an open fact turns out that they share."""
    maker = _listed(rng, seed, ("b", rng.choice("cens")), "b1")
    own, other = (maker.facts[name] for name in maker.fields)
    shared, turning = n.Is("b1", (True,)), n.Is(own.id, (True,))
    turned: n.Node = n.Any((n.All((shared, turning)), n.All((n.Not(shared), n.Not(turning)))))
    if rng.random() < 0.3:
        turned = n.All((turned, LEAVES[other.kind](maker, other, True)))
    require = n.Every(LIST, n.TRUE, turned)
    whole = maker.facts[LIST]
    entries = []
    for number in range(rng.choice((2, 2, 3))):
        record = random_record(rng, whole, f"k{number}", maker.ground.as_of, 6, vague=True)
        entries.append(changed(record, fields={**record.fields, own.id: number == 0 or rng.random() < 0.3}))
    answers = {LIST: Records(tuple(entries), rng.random() < 0.8)}
    remedy = LEAVES[other.kind](maker, other, True) if rng.random() < 0.6 else random_remedy(maker, require)
    return RemedyCase(seed, Vocabulary(maker.facts), n.TRUE, require, answers, maker.ground, remedy=remedy)


def _listed(rng: Random, seed: int, names: Sequence[str], beside: str) -> _Maker:
    """A maker with one fact beside a list of records with these fields."""
    maker = _Maker(rng, seed)
    maker.ground = rng.choice(SHIPPED)
    maker.facts[beside] = _make_fact(rng, beside)
    maker.loose.append(beside)
    fields = tuple(_make_fact(rng, f"{LIST}.{name}", LIST) for name in names)
    key = Fact(f"{LIST}.key", Kind.TEXT, LABEL, parent=LIST)
    whole = Fact(LIST, Kind.RECORDS, LABEL, key="key", fields=(key, *fields))
    maker.facts.update({one.id: one for one in (whole, key, *fields)})
    maker.fields = [one.id for one in fields]
    return maker


def _with_deeds(rng: Random, seed: int) -> RemedyCase:
    """A rule that wants a deed done in time for each record, as the laws write it: late, running and done ones."""
    maker = _listed(rng, seed, ("b", "e", "e2"), "r1")
    whole = maker.facts[LIST]
    _, deed, trigger = (maker.facts[name] for name in maker.fields)
    limits = [
        n.Limit(deed.id, Quantity(rng.randint(1, 5), rng.choice(("days", "working_days"))), "after", day)
        for day in (n.FactRef(trigger.id), maker.near_day())
    ]
    view = n.Is("r1", ("wide",))
    satisfies = rng.choice((limits[0], limits[0], limits[1], n.Any((limits[0], view)), n.All(tuple(limits))))
    where = n.TRUE if rng.random() < 0.6 else n.Is(f"{LIST}.b", (True,))
    require = n.Every(LIST, where, satisfies)
    entries = []
    for number in range(rng.choice((1, 2, 2, 3))):
        record = random_record(rng, whole, f"k{number}", maker.ground.as_of, 6, vague=rng.random() < 0.5)
        if rng.random() < 0.5:
            record = changed(record, fields={**record.fields, deed.id: NONE})
        entries.append(record)
    answers = {LIST: Records(tuple(entries), rng.random() < 0.7)}
    remedy = n.Present(deed.id) if rng.random() < 0.5 else random_remedy(maker, require)
    return RemedyCase(seed, Vocabulary(maker.facts), n.TRUE, require, answers, maker.ground, remedy=remedy)


def _with_anything(rng: Random, seed: int) -> RemedyCase:
    maker = _Maker(rng, seed)
    maker.ground = rng.choice(SHIPPED)
    maker.running = rng.random() < 0.35
    made = maker.make()
    assert made is not None
    when = made.when if rng.random() < 0.4 else n.TRUE
    require = _of_each_record(maker) if maker.fields and rng.random() < 0.75 else made.require
    remedy = random_remedy(maker, require)
    found = RemedyCase(seed, made.vocabulary, when, require, made.answers, made.ground, remedy=remedy)
    if found.listed and rng.random() < 0.5:
        records = random_answer(rng, found.vocabulary[LIST], found.as_of)
        found = replace(found, answers={**found.answers, LIST: records})
    return found


def _of_each_record(maker: _Maker) -> n.Node:
    """A rule about the records of a list; often it hangs on a fact that all of them share."""
    rng = maker.rng
    where = n.TRUE if rng.random() < 0.6 else maker.node(rng.choice((0, 1)), limits=False, record=True)
    satisfies = maker.node(rng.choice((0, 0, 1, 1, 2)), limits=True, record=True)
    if maker.loose and rng.random() < 0.3:
        shared = maker.facts[rng.choice(maker.loose)]
        test = LEAVES[shared.kind](maker, shared, False)
        own = maker.node(rng.choice((0, 1)), limits=False, record=True)
        turned = n.Any((n.All((test, own)), n.All((n.Not(test), n.Not(own)))))
        satisfies = rng.choice((turned, n.Any((satisfies, turned)), n.All((satisfies, turned))))
    return n.Every(LIST, where, satisfies)


def smaller_remedy_cases(case: RemedyCase) -> Iterator[RemedyCase]:
    """The case with a part of the remedy, of the rule or of the answers less; what is about a list stays about it."""
    yield from (replace(case, remedy=remedy) for remedy in smaller_nodes(case.remedy))
    yield from (smaller for smaller in smaller_cases(case) if smaller.listed == case.listed)
