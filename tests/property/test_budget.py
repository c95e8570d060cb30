"""The budget of a search: three times what any case needs, and small enough that the worst rule ends soon."""

from __future__ import annotations

import time
from random import Random

import pytest

from compliance.assessment import findings
from compliance.assessment.examples import judge_example
from compliance.conditions import nodes as n
from compliance.conditions.certain import Judge, judge
from compliance.conditions.judgement import BUDGET, Judgement, Reason, Situation
from compliance.facts.values import Record, Records
from compliance.facts.vocabulary import Fact, Kind, Vocabulary
from compliance.frozen import changed
from compliance.packs.cache import bundled_rules, read_folders
from compliance.packs.load import load_packs
from tests.oracle.generate import LABEL, case
from tests.property.test_certain_answer import bound_reached, differing
from tests.property.test_day_positions import AS_OF, CASES, VOCABULARY

THIRD = BUDGET // 3
# Of the 4,000 quick cases, those that need most.
DEAREST = (196, 3746, 1216, 619, 247, 2721, 2807, 494, 2887, 2664, 3097, 133, 2060, 2892, 3470)
SECONDS = 20  # about 3 on an idle machine


@pytest.mark.parametrize("seed", DEAREST)
def test_a_third_is_enough_for_the_dearest_cases(seed: int) -> None:
    made = case(seed)
    found = judge(made.when, made.require, changed(made.situation(), budget=THIRD))
    assert not bound_reached(found)
    assert not differing(found, made.truth())


@pytest.mark.parametrize("name", CASES)
def test_a_third_is_enough_for_two_open_dates(name: str) -> None:
    require, ground = CASES[name]
    situation = Situation(VOCABULARY, {}, ground.as_of, ground.calendar, budget=THIRD)  # type: ignore[arg-type]
    assert not bound_reached(judge(n.TRUE, require, situation))


def test_a_tenth_is_enough_for_the_bundled_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example, and every rule without a single answer."""
    book, examples = load_packs(read_folders([bundled_rules()]))
    monkeypatch.setattr(findings, "Situation", lambda **given: Situation(**given, budget=BUDGET // 10))
    cases = [(book.rules[example.rule], example.answers, example.as_of) for example in examples]
    cases += [(rule, {}, examples[0].as_of) for rule in book.rules.values()]
    reached = [
        rule.id for rule, answers, day in cases if "bound" in judge_example(book, rule, answers, day).reasons
    ]
    assert reached == []


def in_seconds(facts: list[Fact], require: n.Node, answers: dict[str, Records] | None = None) -> Judgement:
    """The judgement, found in time."""
    situation = Situation(Vocabulary({fact.id: fact for fact in facts}), answers or {}, AS_OF)
    begun = time.process_time()
    found = judge(n.TRUE, require, situation)
    assert time.process_time() - begun < SECONDS
    return found


def clauses(facts: list[Fact], count: int, rng: Random) -> n.Node:
    """Many clauses of three facts each, as in 3-SAT: nearly all share facts with nearly all others."""
    names = [fact.id for fact in facts]
    return n.All(
        tuple(
            n.Any(tuple(n.Is(name, (rng.random() < 0.5,)) for name in rng.sample(names, 3)))
            for _ in range(count)
        )
    )


@pytest.mark.parametrize("count", [40, 120, 170, 500])
def test_forty_entangled_facts_end_in_time(count: int) -> None:
    """Whether such a condition can hold is hard to find out: past the bound every open fact is named, and soon."""
    facts = [Fact(f"b{number}", Kind.BOOLEAN, LABEL) for number in range(40)]
    found = in_seconds(facts, clauses(facts, count, Random(1)))
    # The outcome may be found in time and only the search for what decides it be cut short.
    assert found.reasons in ((Reason.BOUND,), (Reason.FACTS, Reason.BOUND))
    assert len(found.decided_by) == 40


def test_many_quantifiers_over_one_list_end_in_time() -> None:
    """What 24 of them can come to together are more combinations than can be gone through."""
    fields = [Fact("l.k", Kind.TEXT, LABEL, parent="l")]
    fields += [Fact(f"l.b{number}", Kind.BOOLEAN, LABEL, parent="l") for number in range(24)]
    listed = Fact("l", Kind.RECORDS, LABEL, key="k", fields=tuple(fields))
    some = tuple(n.Some("l", n.TRUE, n.Is(field.id, (True,))) for field in fields[1:])
    found = in_seconds([listed, *fields], n.Any((n.All(some), n.Not(n.Any(some)))))
    assert Reason.BOUND in found.reasons


def test_a_long_list_is_within_bounds() -> None:
    """A list costs its length: the budget grows with it, and five thousand open records are no bound."""
    fields = [Fact("l.k", Kind.TEXT, LABEL, parent="l"), Fact("l.b", Kind.BOOLEAN, LABEL, parent="l")]
    fields.append(Fact("l.c", Kind.BOOLEAN, LABEL, parent="l"))
    listed = Fact("l", Kind.RECORDS, LABEL, key="k", fields=tuple(fields))
    entries = tuple(Record(f"r{number}", {"l.b": bool(number % 2)}) for number in range(5_000))
    body = n.Any((n.Is("l.b", (True,)), n.Is("l.c", (True,))))
    found = in_seconds([listed, *fields], n.Every("l", n.TRUE, body), {"l": Records(entries, complete=False)})
    assert Reason.BOUND not in found.reasons
    assert len(found.decided_by) == 2_501


def test_the_judge_says_what_it_may_spend() -> None:
    """Each record is worth a hundred steps more."""
    fields = (Fact("l.k", Kind.TEXT, LABEL, parent="l"),)
    listed = Fact("l", Kind.RECORDS, LABEL, key="k", fields=fields)
    vocabulary = Vocabulary({"l": listed, "l.k": fields[0]})
    two = Records((Record("a"), Record("b")))
    assert Judge(Situation(vocabulary, {}, AS_OF)).allowance == BUDGET
    assert Judge(Situation(vocabulary, {"l": two}, AS_OF)).allowance == BUDGET + 200
