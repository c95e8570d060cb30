"""A reading that chooses between two time limits is explained with the deed, the last days and the reading, once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any as Anything

import pytest
from sample_book import AS_OF, FILE, book, manifest, rule

from compliance.assessment.assess import assess
from compliance.assessment.model import Assessment, Finding
from compliance.conditions.explain import culprits
from compliance.conditions.judgement import Outcome
from compliance.conditions.nodes import TRUE, All, Any, FactRef, Is, Limit, Node
from compliance.facts.values import NONE, Quantity, Value
from compliance.reports.json_v1 import document
from compliance.reports.text.report import render_text

STARTED = date(2026, 11, 10)
READING = "reading.abroad"


def within(days: int, unit: str = "days") -> Limit:
    return Limit("service.filed_on", Quantity(days, unit), "after", FactRef("service.started_on"))


def choice(first: Node, second: Node) -> Node:
    """The pack's way to say that a reading chooses between two limits."""
    return Any((All((Is(READING, ("covered",)), first)), All((Is(READING, ("not_covered",)), second))))


def judged(
    require: Node, answers: Mapping[str, Value], as_of: date = AS_OF, started: date | None = STARTED
) -> tuple[Assessment, Finding]:
    given = {"service.started_on": started, **answers} if started else answers
    made = assess(
        book((rule("choice", require, "Choice", "选择", applies=TRUE),)),
        manifest({"service.public": True, **given}),
        as_of,
    )
    return made, made.findings[0]


def line(made: Assessment, lang: str, label: str, show_all: bool = True) -> str:
    text = render_text(made, lang, width=1000, show_all=show_all)
    return next(line.strip() for line in text.splitlines() if label in line)


TWO = choice(within(10), within(20))
LATER_UNDER_ONE = Any((within(10), All((Is(READING, ("not_covered",)), within(20)))))
ONE_VIEW_ONLY = Any((All((Is(READING, ("covered",)), within(10))), Is("service.tokens", (True,))))
OPEN = 'last day: 2026-11-20, now past ("covered") or 2026-11-30 ("not covered")'
CASES: dict[str, tuple[Node, dict[str, Value], date, Outcome, str]] = {
    "pending under both": (
        TWO, {"service.filed_on": NONE}, date(2026, 11, 20), Outcome.PENDING,
        'Why: Filing: not yet; Provider abroad: not answered; last day: 2026-11-20 ("covered") '
        'or 2026-11-30 ("not covered").',
    ),
    "undecided by the reading": (
        TWO, {"service.filed_on": NONE}, AS_OF, Outcome.UNDECIDED,
        f"Why: depends on Provider abroad [reading.abroad]; Filing: not yet; {OPEN}.",
    ),
    "undecided by both": (
        TWO, {}, AS_OF, Outcome.UNDECIDED,
        "Why: depends on Provider abroad [reading.abroad], Filing [service.filed_on]; "
        'last day: 2026-11-20 ("covered") or 2026-11-30 ("not covered").',
    ),
    "violated under both": (
        TWO, {"service.filed_on": date(2026, 12, 2)}, date(2026, 12, 5), Outcome.VIOLATED,
        "Why: Filing: 2026-12-02; Provider abroad: not answered; "
        'last day: 2026-11-20, 12 days late ("covered") or 2026-11-30, 2 days late ("not covered").',
    ),
    "the same last day": (
        choice(within(7), within(1, "weeks")), {"service.filed_on": NONE}, AS_OF, Outcome.VIOLATED,
        "Why: Filing: not yet; Provider abroad: not answered; "
        'last day: 2026-11-17, now past ("covered", "not covered").',
    ),
    "an interval": (
        choice(within(1, "working_days"), within(2, "working_days")), {"service.filed_on": NONE},
        date(2026, 11, 10), Outcome.PENDING,
        "Why: Filing: not yet; Provider abroad: not answered; "
        'last day: between 2026-11-11 and 2026-11-25 ("covered") or '
        'between 2026-11-12 and 2026-11-26 ("not covered"); '
        "the public holidays of that year are not announced.",
    ),
    "a later day under one view": (
        LATER_UNDER_ONE, {"service.filed_on": NONE}, date(2026, 11, 20), Outcome.PENDING,
        'Why: Filing: not yet; Provider abroad: not answered; last day: 2026-11-20 ("covered") '
        'or 2026-11-30 ("not covered").',
    ),
    "a later day under one view, recorded": (
        LATER_UNDER_ONE, {"service.filed_on": NONE, READING: "not_covered"}, date(2026, 11, 20), Outcome.PENDING,
        "Why: Filing: not yet; the last day is 2026-11-30; Provider abroad: not covered.",
    ),
    "a later day under another view than the one recorded": (
        LATER_UNDER_ONE, {"service.filed_on": NONE, READING: "covered"}, AS_OF, Outcome.VIOLATED,
        "Why: Filing: not yet; the last day was 2026-11-20; Provider abroad: covered.",
    ),
    "a limit under one view only": (
        ONE_VIEW_ONLY, {"service.filed_on": NONE, "service.tokens": False}, AS_OF, Outcome.VIOLATED,
        "Why: Filing: not yet; Provider abroad: not answered; "
        'last day: 2026-11-20, now past ("covered"); Deals in tokens: no; required: yes.',
    ),
    "a reading under which no limit counts": (
        ONE_VIEW_ONLY, {"service.filed_on": NONE, "service.tokens": False, READING: "not_covered"},
        date(2026, 11, 20), Outcome.VIOLATED,
        "Why: Provider abroad: not covered; required: covered; Deals in tokens: no; required: yes.",
    ),
    "the reading recorded": (
        TWO, {"service.filed_on": NONE, READING: "covered"}, AS_OF, Outcome.VIOLATED,
        "Why: Filing: not yet; the last day was 2026-11-20; Provider abroad: covered.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_deed_last_day_and_reading(name: str) -> None:
    """Whatever the outcome, all three are told, and no day twice."""
    require, answers, as_of, outcome, why = CASES[name]
    made, finding = judged(require, answers, as_of)
    assert finding.outcome is outcome
    assert line(made, "en", "Why: ") == why


def test_in_chinese() -> None:
    made, _ = judged(TWO, {"service.filed_on": NONE})
    assert line(made, "zh", "理由：") == (
        "理由：取决于 境外提供者 [reading.abroad]；备案提交日：尚未；"
        "最后期限：2026-11-20，已过（“适用”）或 2026-11-30（“不适用”）。"
    )


def test_the_short_line_of_an_undecided_rule_has_the_days_too() -> None:
    made, _ = judged(TWO, {"service.filed_on": NONE})
    assert line(made, "en", "? Choice", show_all=False) == (
        f"? Choice (order.11.choice): depends on reading.abroad; Filing: not yet; {OPEN}"
    )


def test_the_json_has_one_sentence_for_the_choice() -> None:
    made, _ = judged(TWO, {"service.filed_on": NONE})
    found: Anything = document(made)
    assert [why["en"] for why in found["findings"][0]["why"]] == [
        f"Filing: not yet; Provider abroad: not answered; {OPEN}"
    ]


def test_beside_another_way_out_the_choice_stays_one() -> None:
    """The other part of the *any* is told on its own."""
    made, _ = judged(
        Any((*TWO.children, Is("service.tokens", (True,)))),  # type: ignore[union-attr]
        {"service.filed_on": date(2026, 12, 2), "service.tokens": False},
        date(2026, 12, 5),
    )
    assert line(made, "en", "Why: ").endswith("; Deals in tokens: no; required: yes.")
    assert line(made, "en", "Why: ").count("2026-11-20") == 1


def test_while_the_trigger_is_open_no_last_day_is_told() -> None:
    made, finding = judged(TWO, {"service.filed_on": NONE}, started=None)
    assert finding.why is not None and not any(test.choices for test in culprits(finding.why))
    assert line(made, "en", "Why: ") == (
        "Why: depends on Provider abroad [reading.abroad], Start of service [service.started_on]."
    )


@pytest.mark.parametrize(
    ("answers", "named"),
    [({"service.filed_on": NONE}, "service.filed_on"), ({}, "service.started_on")],
)
def test_the_place_is_the_deed_else_the_trigger(answers: dict[str, Value], named: str) -> None:
    """A finding points at the line of the deed; where the file has none, at that of the trigger."""
    made, finding = judged(TWO, answers)
    assert finding.location is not None and finding.location.file == FILE
    assert finding.location == made.manifest.locations[named]
