"""Random rules with a remedy: one number makes one case, judged as a finding of a book that has no other rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from compliance.assessment.findings import Examiner
from compliance.assessment.model import Finding
from compliance.conditions import nodes as n
from compliance.conditions.anatomy import facts_in
from compliance.facts.calendar import Calendar
from compliance.facts.manifest import Manifest
from compliance.facts.vocabulary import Bilingual, Tense
from compliance.packs.rulebook import Citation, Pack, Rule, RuleBook, Severity, Source, Verified
from tests.oracle.generate import GROUNDS, LABEL, LIST, Case, _Maker, answer_one, show
from tests.oracle.stubs import SCHEMES
from tests.oracle.worlds import Count, TooManyWorlds, count

SHIPPED = tuple(ground for ground in GROUNDS if isinstance(ground.calendar, Calendar))
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

    def finding(self) -> Finding:
        """What the engine says."""
        rule = remedied_rule(self.when, self.require, self.remedy)
        book = RuleBook(
            packs={"p": Pack("p", "1", LABEL, "0" * 64, True, n.TRUE, "c")},
            vocabulary=self.vocabulary,
            rules={rule.id: rule},
            definitions={},
            instruments={},
            identifiers=SCHEMES,  # type: ignore[arg-type]
            calendars={"c": self.calendar},  # type: ignore[dict-item]
            digest="case",
        )
        return Examiner(book, Manifest("", self.answers), self.as_of).finding(rule, False, ())

    def show(self) -> str:
        return f"{super().show()}\n  remedy  {show(self.remedy)}"


def remedied_rule(when: n.Node, require: n.Node, remedy: n.Node) -> Rule:
    """The rule itself."""
    return Rule(
        id="p.1.only",
        pack="p",
        title=LABEL,
        severity=Severity.MANDATORY,
        when=when,
        applies=n.TRUE,
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
    while True:
        maker = _Maker(rng, seed)
        maker.ground = rng.choice(SHIPPED)
        made = maker.make()
        if made is None:
            continue
        require = made.require
        if maker.fields and rng.random() < 0.75:
            where = n.TRUE if rng.random() < 0.6 else maker.node(rng.choice((0, 1)), limits=False, record=True)
            satisfies = maker.node(rng.choice((0, 0, 1, 1, 2)), limits=True, record=True)
            require = n.Every(LIST, where, satisfies)
        when = made.when if rng.random() < 0.4 else n.TRUE
        remedy = random_remedy(maker, require)
        start = RemedyCase(
            seed, made.vocabulary, when, require, made.answers, made.ground, remedy=remedy
        )
        found = False
        now: Any = start
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
        if found:
            return


def smaller_remedies(found: RemedyCase) -> Iterator[RemedyCase]:
    """The case with a simpler remedy."""
    from tests.oracle.shrink import _nodes

    for remedy in _nodes(found.remedy):
        yield replace(found, remedy=remedy)
