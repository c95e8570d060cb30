"""Random rule books: several random rules over the same facts, perhaps with a scope. One number, one book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from compliance.conditions import nodes as n
from compliance.conditions.anatomy import facts_in, leaves
from compliance.conditions.positions import knots
from compliance.facts.calendar import Calendar
from compliance.facts.values import Record, Records
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Vocabulary
from compliance.packs.rulebook import Pack, Rule, RuleBook, Section, Severity
from tests.oracle.generate import GROUNDS, LABEL, Ground, _make_fact, _Maker, random_answer
from tests.oracle.remedies import random_remedy, random_rule
from tests.oracle.stubs import SCHEMES

SMALL = ("b1", "b2", "b3", "b4", "c1", "c2", "r1")
SHIPPED = tuple(ground for ground in GROUNDS if isinstance(ground.calendar, Calendar))
CAUSE = Bilingual("because", "因为")


@dataclass(frozen=True)
class RandomPack:
    """A book with the ground it stands on."""

    seed: int
    book: RuleBook
    ground: Ground

    @property
    def as_of(self) -> date:
        return self.ground.as_of

    def complete_answers(self, rng: Random) -> dict[str, Any]:
        """An answer to everything that the rules look at, nothing left open."""
        return {
            fact.id: random_answer(rng, fact, self.as_of, vague=False)
            for fact in self.book.vocabulary.facts.values()
            if fact.parent is None
        }


def random_pack(seed: int, *, lists: bool = True) -> RandomPack:
    """A book with one to four rules over facts of every kind.

    Dates that several limits tie into a knot take seconds to judge; what holds for them is proven rule by rule
    (`test_certain_answer`), so books with a knot are left out here.
    """
    rng = Random(f"pack {seed}")
    while True:
        maker = _Maker(rng, seed)
        maker.ground = rng.choice(SHIPPED)
        maker._choose_facts()
        if maker.fields and not lists:
            continue
        depths = (0, 1, 1, 2) if maker.fields else (0, 1, 2, 2, 3)
        rules = [
            (
                maker.node(rng.choice((0, 1)), limits=False) if rng.random() < 0.5 else n.TRUE,
                maker.node(rng.choice(depths), limits=True),
            )
            for _ in range(rng.choice((1, 2, 2, 3, 4)))
        ]
        found = _book(seed, maker, rng, rules)
        if not knots(leaf for rule in found.book.rules.values() for leaf in leaves(_whole(rule))):
            return found


def _whole(rule: Rule) -> n.Node:
    remedy = n.TRUE if rule.remedied_by is None else rule.remedied_by
    return n.All((rule.applies, rule.when, rule.require, remedy))


def small_pack(seed: int) -> RandomPack:
    """A book over four to six facts with two or three values each: small enough to try every strategy."""
    rng = Random(f"small pack {seed}")
    maker = _Maker(rng, seed)
    maker.ground = rng.choice(SHIPPED)
    for name in sorted(rng.sample(SMALL, rng.choice((4, 5, 5, 6)))):
        maker.facts[name] = _two_or_three(rng, name)
        maker.loose.append(name)
    rules = [
        (maker.node(rng.choice((0, 1)), limits=False), maker.node(rng.choice((1, 2, 2, 3)), limits=False))
        for _ in range(rng.choice((1, 2, 3, 4)))
    ]
    return _book(seed, maker, rng, rules)


def _two_or_three(rng: Random, name: str) -> Fact:
    fact = _make_fact(rng, name)
    return Fact(fact.id, fact.kind, LABEL, options=fact.options)


def _book(seed: int, maker: _Maker, rng: Random, rules: list[tuple[n.Node, n.Node]]) -> RandomPack:
    applies = maker.node(rng.choice((0, 1, 2)), limits=False) if rng.random() < 0.4 else n.TRUE
    ground = maker.ground
    calendar = ground.calendar
    remedies = [random_remedy(maker, require) if rng.random() < 0.4 else None for _, require in rules]
    used = set(facts_in(applies, *(node for pair in rules for node in pair)))
    used |= set(facts_in(*(remedy for remedy in remedies if remedy is not None)))
    used |= {maker.facts[fact].parent for fact in used if maker.facts[fact].parent}
    facts = {
        own: fact for own, fact in maker.facts.items() if own in used or (fact.parent and fact.parent in used)
    }
    alone = [own for own, fact in facts.items() if fact.parent is None]
    rng.shuffle(alone)
    made = [
        random_rule(f"p.1.r{number}", rng.choice(list(Severity)), require, when, remedies[number], applies)
        for number, (when, require) in enumerate(rules)
    ]
    book = RuleBook(
        packs={"p": Pack("p", "1", LABEL, "0" * 64, True, applies, "c")},
        vocabulary=Vocabulary(facts),
        rules={rule.id: rule for rule in made},
        definitions={},
        instruments={},
        identifiers=SCHEMES,  # type: ignore[arg-type]
        calendars={"c": calendar},  # type: ignore[dict-item]
        sections=(Section("first", LABEL, tuple(alone[: len(alone) // 2])),),
        digest=f"{seed}",
    )
    return RandomPack(seed, book, ground)


def value_at(answers: Mapping[str, Any], path: str, vocabulary: Vocabulary) -> Any:
    """The answer at a path; None if there is none."""
    if "[" not in path:
        return answers.get(path)
    of, _, rest = path.partition("[")
    key, _, name = rest.rpartition("].")
    records = answers.get(of)
    entries: tuple[Record, ...] = records.entries if isinstance(records, Records) else ()
    return next((entry.fields.get(f"{of}.{name}") for entry in entries if entry.key == key), None)


def is_list(fact: Fact) -> bool:
    return fact.kind is Kind.RECORDS
