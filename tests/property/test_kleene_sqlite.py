"""Strong Kleene evaluation equals the NULL logic of SQLite, where both have the same tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from compliance.conditions import nodes as n
from compliance.conditions.evaluate import evaluate
from compliance.conditions.judgement import Situation
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN
from compliance.facts.vocabulary import Fact, Kind, Option, Vocabulary
from tests.oracle.generate import LABEL, show

ROWS, EXPRESSIONS_A_ROW = 400, 50
OPTIONS = ("a", "b", "c")
SIGNS = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<"}
FROM_SQL = {1: HOLDS, 0: FAILS, None: UNKNOWN}
FACTS = {
    **{id: Fact(id, Kind.BOOLEAN, LABEL) for id in ("b1", "b2", "b3")},
    **{
        id: Fact(id, Kind.CHOICE, LABEL, options=tuple(Option(o, LABEL) for o in OPTIONS))
        for id in ("c1", "c2")
    },
    "n1": Fact("n1", Kind.NUMBER, LABEL, whole=True),
    "n2": Fact("n2", Kind.NUMBER, LABEL),
}


def expression(rng: Random, depth: int) -> n.Node:
    """A random condition over booleans, choices and numbers."""
    if depth == 0:
        return leaf(rng)
    roll = rng.random()
    if roll < 0.2:
        return n.Not(expression(rng, depth - 1))
    size = rng.choice((0, 1, 2, 2, 3, 3))
    children = tuple(expression(rng, rng.randrange(depth)) for _ in range(size))
    return n.All(children) if roll < 0.6 else n.Any(children)


def leaf(rng: Random) -> n.Node:
    fact = rng.choice(sorted(FACTS))
    match fact[0]:
        case "b":
            return n.Is(fact, (rng.random() < 0.5,))
        case "c":
            return n.Is(fact, tuple(rng.sample(OPTIONS, rng.choice((1, 2)))))
    if rng.random() < 0.3:
        return n.Is(fact, tuple(rng.sample(range(4), 2)))
    bound = rng.choice((0, 1, 2, 3, Decimal("1.5")))
    return n.Compare(fact, rng.choice(("at_least", "at_most", "more_than", "less_than")), bound)


def sql(node: n.Node) -> str:
    """The same condition in SQL, the facts as columns."""
    match node:
        case n.All(children):
            return "(" + " AND ".join(map(sql, children)) + ")" if children else "1"
        case n.Any(children):
            return "(" + " OR ".join(map(sql, children)) + ")" if children else "0"
        case n.Not(child):
            return f"(NOT {sql(child)})"
        case n.Is(fact, values):
            return f"({fact} IN ({', '.join(map(literal, values))}))"
        case n.Compare(fact, operator, bound):
            return f"({fact} {SIGNS[operator]} {literal(bound)})"
    raise TypeError(node)


def literal(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str) else str(int(value) if isinstance(value, bool) else value)


VALUES: dict[str, Callable[[Random], Any]] = {
    "b": lambda rng: rng.random() < 0.5,
    "c": lambda rng: rng.choice(OPTIONS),
    "n1": lambda rng: rng.randint(-1, 4),
    "n2": lambda rng: Decimal(rng.randint(-2, 8)) / 2,
}


def random_row(rng: Random) -> dict[str, Any]:
    """Answers for some of the facts; the others are NULL."""
    share = rng.choice((0.2, 0.5, 0.8, 1.0))
    known = [fact for fact in sorted(FACTS) if rng.random() < share]
    return {fact: VALUES.get(fact, VALUES.get(fact[0]))(rng) for fact in known}  # type: ignore[misc]


@pytest.fixture
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE facts ({', '.join(sorted(FACTS))})")
    return connection


def store(database: sqlite3.Connection, row: dict[str, Any]) -> None:
    database.execute("DELETE FROM facts")
    cells = [row.get(fact) for fact in sorted(FACTS)]
    cells = [float(cell) if isinstance(cell, Decimal) else cell for cell in cells]
    database.execute(f"INSERT INTO facts VALUES ({', '.join('?' * len(cells))})", cells)


def test_kleene_evaluation_equals_sqlite(database: sqlite3.Connection) -> None:
    rng = Random(2019)
    seen = set()
    for _ in range(ROWS):
        row = random_row(rng)
        store(database, row)
        situation = Situation(Vocabulary(FACTS), row, date(2026, 3, 10))
        nodes = [expression(rng, rng.choice((0, 1, 2, 3, 4))) for _ in range(EXPRESSIONS_A_ROW)]
        answers = database.execute(f"SELECT {', '.join(map(sql, nodes))} FROM facts").fetchone()
        for node, answer in zip(nodes, answers, strict=True):
            seen.add(answer)
            assert evaluate(node, situation) == FROM_SQL[answer], f"{show(node)}\n{sql(node)}\n{row}"
    assert seen == {0, 1, None}
