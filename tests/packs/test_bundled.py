"""The packs that come with the program: they load, their examples hold, they say what the house demands."""

from __future__ import annotations

import pytest

from compliance.assessment.examples import judge_example
from compliance.conditions.anatomy import has_limit
from compliance.conditions.judgement import Reason
from compliance.errors.render import sentence
from compliance.packs.cache import bundled_rules, read_folders
from compliance.packs.examples import Example, run_examples
from compliance.packs.load import load_packs
from compliance.packs.rulebook import RuleBook, Severity, Verified

Loaded = tuple[RuleBook, tuple[Example, ...]]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_packs(read_folders([bundled_rules()]))


def test_every_example_holds(loaded: Loaded) -> None:
    """Each example comes out as its lawyer stated."""
    book, examples = loaded
    assert len(examples) > 90
    failures = run_examples(book, examples, judge_example)
    assert [f"{p.location}: {sentence(p, 'en').message}" for p in failures] == []


NEVER_PAST = {
    "cac-order-3.12.1.refusal-fixed": "whenever the filing is made again after the refusal, the rule holds",
    "cac-order-3.12.1.result-awaited": "once there is a number, nothing is left to ask, and the rule holds",
    "cac-order-3.12.1.result-awaited-again": "once there is a number, nothing is left to ask, and the rule holds",
}
"""Rules with a time limit of which no breach can be a past one, and why."""


def test_every_rule_shows_its_outcomes(loaded: Loaded) -> None:
    """Satisfied, violated and undecided; pending and past where a rule has a time limit."""
    book, examples = loaded
    for rule in book.rules.values():
        own = [example for example in examples if example.rule == rule.id]
        shown = {example.expect for example in own}
        assert {"satisfied", "violated", "undecided"} <= shown, rule.id
        limited = has_limit(rule.require)
        assert ("pending" in shown) == limited, rule.id
        assert any(example.past for example in own) == (limited and rule.id not in NEVER_PAST), rule.id


def test_what_is_never_past_has_a_limit_and_no_remedy(loaded: Loaded) -> None:
    book, _ = loaded
    for rule_id in NEVER_PAST:
        rule = book.rules[rule_id]
        assert has_limit(rule.require) and rule.remedied_by is None, rule_id


def test_the_bound_is_never_reached(loaded: Loaded) -> None:
    """No example of the bundled packs, and no rule without a single answer, comes near the search's bound."""
    book, examples = loaded
    reached = [
        example.name
        for example in examples
        if Reason.BOUND.value
        in judge_example(book, book.rules[example.rule], example.answers, example.as_of).reasons
    ]
    day = examples[0].as_of
    reached += [
        rule.id
        for rule in book.rules.values()
        if Reason.BOUND.value in judge_example(book, rule, {}, day).reasons
    ]
    assert reached == []


def test_what_is_unconfirmed_fails_no_one(loaded: Loaded) -> None:
    """A rule whose text nobody confirmed is at most practice."""
    book, _ = loaded
    unconfirmed = [
        rule for rule in book.rules.values() if all(s.verified is Verified.UNCONFIRMED for s in rule.sources)
    ]
    assert unconfirmed
    assert {rule.severity for rule in unconfirmed} == {Severity.PRACTICE}


def test_the_ledger_has_all_articles(loaded: Loaded) -> None:
    """Order No. 3 has 24 articles, each accounted for."""
    book, _ = loaded
    articles = book.instruments["cac-order-3"].articles
    assert [article.number for article in articles] == [str(number) for number in range(1, 25)]


def test_every_question_stands_in_one_section(loaded: Loaded) -> None:
    """No question is left out of the order in which a person thinks, and none is asked twice."""
    book, _ = loaded
    asked = [fact for section in book.sections for fact in section.facts]
    assert len(asked) == len(set(asked))
    assert set(asked) == {fact.id for fact in book.vocabulary.facts.values() if fact.parent is None}


def test_every_field_of_a_record_says_what_counts(loaded: Loaded) -> None:
    """A field has no question of its own, so what it wants stands in its help; only names of records need none."""
    book, _ = loaded
    lists = [fact for fact in book.vocabulary.facts.values() if fact.fields]
    assert lists
    silent = [
        field.id
        for one in lists
        for field in one.fields
        if field.name != one.key and field.question is None and field.help is None
    ]
    assert silent == []
