"""Rules on one matter: the strictest that applies governs, the others are listed, contradictions stay open."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sample_book import AS_OF, book, manifest, rule

from compliance.assessment.assess import assess
from compliance.assessment.model import Assessment, Topic
from compliance.conditions.nodes import TRUE, All, Compare, Every, Is, Named, Node, Present
from compliance.conditions.nodes import Any as Or
from compliance.facts.values import Quantity, Value
from compliance.packs.rulebook import Rule, Severity
from compliance.reports.json_v1 import document, render_json
from compliance.reports.json_v1_schema import assessment_schema
from compliance.reports.text.report import render_text

ABROAD = Is("reading.abroad", ("covered",))


def span(operator: str, amount: int, unit: str) -> Compare:
    return Compare("service.retention", operator, Quantity(amount, unit))  # type: ignore[arg-type]


def staff(operator: str, amount: int | Decimal) -> Compare:
    return Compare("service.staff", operator, amount)  # type: ignore[arg-type]


def bounding(slug: str, require: Node, **more: object) -> Rule:
    """A rule of the topic `logs`."""
    return rule(slug, require, slug, slug, **{"topic": "logs", "applies": TRUE, **more})


def assessed(*rules: Rule, **answers: Value) -> Assessment:
    given: dict[str, Value] = {"service.public": True}
    given |= {name.replace("__", "."): value for name, value in answers.items()}
    return assess(book(rules), manifest(given), AS_OF)


def topic_of(*rules: Rule, **answers: Value) -> Topic:
    (found,) = assessed(*rules, **answers).topics
    return found


def names(bounds: Any) -> list[str]:
    return [bound.rule.id.removeprefix("order.11.") for bound in bounds]


def conflicts(*rules: Rule) -> list[list[str]]:
    return [names(pair) for pair in topic_of(*rules).conflicts]


def test_the_strictest_minimum_governs() -> None:
    """Days and months compare as the language compares them: six months are 184 days."""
    made = topic_of(
        bounding("days", span("at_least", 183, "days")),
        bounding("months", span("at_least", 6, "months")),
        bounding("weeks", span("at_least", 4, "weeks")),
    )
    assert names(made.minima) == ["months", "days", "weeks"]
    assert (
        topic_of(
            bounding("months", span("at_least", 6, "months")),
            bounding("days", span("at_least", 185, "days")),
        )
        .minima[0]
        .rule.id.endswith("days")
    )


def test_more_than_is_stricter_than_at_least() -> None:
    made = topic_of(bounding("least", staff("at_least", 3)), bounding("more", staff("more_than", 3)))
    assert names(made.minima) == ["more", "least"]


def test_a_recommendation_governs_only_where_nothing_binds() -> None:
    advice = bounding("advice", span("at_least", 3, "years"), severity=Severity.RECOMMENDED)
    assert names(topic_of(advice, bounding("law", span("at_least", 6, "months"))).minima) == ["law", "advice"]


def test_the_smallest_maximum_comes_first() -> None:
    made = topic_of(
        bounding("wide", span("at_most", 3, "years")), bounding("narrow", span("at_most", 360, "days"))
    )
    assert names(made.maxima) == ["narrow", "wide"]


def test_only_what_certainly_applies_counts() -> None:
    """What does not apply is left out; what may apply is listed as open."""
    made = topic_of(
        bounding("yes", span("at_least", 1, "months"), when=Is("service.public", (True,))),
        bounding("no", span("at_least", 2, "months"), when=Is("service.public", (False,))),
        bounding("open", span("at_least", 3, "months"), when=ABROAD),
        bounding("open-pack", span("at_least", 4, "months"), applies=ABROAD),
    )
    assert (names(made.minima), names(made.open)) == (["yes"], ["open", "open-pack"])


def test_a_rule_that_is_met_whether_it_applies_or_not_is_open_all_the_same() -> None:
    """A satisfied finding says nothing on whether the rule applies."""
    made = topic_of(
        bounding("open", span("at_least", 3, "months"), when=ABROAD),
        service__retention=Quantity(4, "months"),
    )
    assert names(made.open) == ["open"]


def test_a_reading_decides_whether_it_applies() -> None:
    rules = (bounding("open", span("at_least", 3, "months"), when=ABROAD),)
    assert names(topic_of(*rules, reading__abroad="covered").minima) == ["open"]
    assert assessed(*rules, reading__abroad="not_covered").topics == ()


@pytest.mark.parametrize(
    ("minimum", "maximum", "conflict"),
    [
        (span("at_least", 6, "months"), span("at_most", 30, "days"), True),
        (span("at_least", 6, "months"), span("at_most", 183, "days"), True),
        (span("at_least", 6, "months"), span("at_most", 184, "days"), False),
        (span("at_least", 6, "months"), span("at_most", 6, "months"), False),
        (span("at_least", 6, "months"), span("less_than", 6, "months"), True),
        (span("more_than", 6, "months"), span("less_than", 7, "months"), False),
        (staff("more_than", 5), staff("less_than", 6), True),
        (staff("more_than", 5), staff("less_than", 7), False),
        (staff("at_least", Decimal("5.5")), staff("at_most", 5), True),
    ],
)
def test_a_minimum_above_a_maximum_is_a_conflict(minimum: Compare, maximum: Compare, conflict: bool) -> None:
    """A conflict is that no value can meet both, as the language reads months and whole numbers."""
    found = conflicts(bounding("keep", minimum), bounding("delete", maximum))
    assert found == ([["keep", "delete"]] if conflict else [])


def test_a_duty_to_delete_need_not_name_the_topic() -> None:
    """An upper bound on the same fact takes part; one on another fact does not."""
    keep = bounding("keep", span("at_least", 6, "months"))
    delete = bounding("delete", span("at_most", 30, "days"), topic=None)
    other = bounding("other", staff("at_most", 3), topic=None)
    assert conflicts(keep, delete, other) == [["keep", "delete"]]
    assert names(topic_of(keep, delete, other).bounds) == ["keep", "delete"]


def test_a_rule_that_may_apply_makes_no_conflict_yet() -> None:
    keep = bounding("keep", span("at_least", 6, "months"))
    made = topic_of(keep, bounding("delete", span("at_most", 30, "days"), when=ABROAD))
    assert (made.conflicts, names(made.open)) == ((), ["delete"])


def test_bounds_are_found_in_all_and_definitions_and_nowhere_else() -> None:
    """What may be met in another way, and what is demanded of records, bounds nothing."""
    made = topic_of(
        bounding("all", All((Present("service.tokens"), span("at_least", 1, "days")))),
        bounding("named", Named("kept", span("at_least", 2, "days"))),
        bounding("either", Or((Present("service.tokens"), span("at_least", 3, "days")))),
        bounding("records", Every("service.endpoints", TRUE, span("at_least", 4, "days"))),
    )
    assert names(made.minima) == ["named", "all"]


def test_one_rule_can_set_both_bounds() -> None:
    made = topic_of(
        bounding("both", All((span("at_least", 1, "months"), span("at_most", 1, "years")))),
    )
    assert (names(made.minima), names(made.maxima), made.conflicts) == (["both"], ["both"], ())


def test_other_units_are_never_compared() -> None:
    made = assessed(bounding("span", span("at_least", 6, "months")), bounding("staff", staff("at_most", 3)))
    assert [names(topic.bounds) for topic in made.topics] == [["span"], ["staff"]]


def test_topics_change_neither_verdict_nor_outcome() -> None:
    rules = (
        bounding("keep", span("at_least", 6, "months")),
        bounding("delete", span("at_most", 30, "days"), severity=Severity.PRACTICE),
    )
    made = assessed(*rules, service__retention=Quantity(6, "months"))
    assert made.topics[0].conflicts and made.verdict == "ready"


REPORTED = (
    bounding("keep", span("at_least", 6, "months")),
    bounding("short", span("at_least", 60, "days"), severity=Severity.RECOMMENDED),
    bounding("delete", span("at_most", 30, "days"), topic=None),
    bounding("maybe", span("at_least", 3, "years"), when=ABROAD),
)


def test_the_text_report() -> None:
    lines = render_text(assessed(*REPORTED), "en", width=1000).splitlines()
    start = lines.index("Several rules on one matter")
    cited = "Order No. 9 Art. 11 para. 1"
    assert lines[start + 1 : start + 7] == [
        "! Log retention (logs)",
        f"  Governing minimum: at least 6 months ({cited}; order.11.keep).",
        f"  Governing maximum: at most 30 days ({cited}; order.11.delete).",
        f"  Also: at least 60 days ({cited}, recommended; order.11.short).",
        f"  Open whether they apply: at least 3 years ({cited}; order.11.maybe).",
        f"  Conflict, for counsel: at least 6 months ({cited}; order.11.keep) "
        f"against at most 30 days ({cited}; order.11.delete).",
    ]


def test_the_text_report_in_chinese() -> None:
    lines = render_text(assessed(*REPORTED), "zh", width=1000).splitlines()
    start = lines.index("多项规定涉及同一事项")
    cited = "第9号令第十一条第一款"
    assert lines[start + 1 : start + 3] == [
        "! 日志留存期（logs）",
        f"  最低要求（以最严者为准）：不少于6个月（{cited}；order.11.keep）。",
    ]
    assert lines[start + 6] == (
        f"  规定相互冲突，请律师判断：一项要求不少于6个月（{cited}；order.11.keep），"
        f"另一项要求不超过30天（{cited}；order.11.delete）。"
    )


def test_a_bound_that_stands_alone_makes_no_section() -> None:
    text = render_text(assessed(REPORTED[0]), "en", width=1000)
    assert "Several rules" not in text and "Governing" not in text


def test_the_json() -> None:
    made = assessed(*REPORTED)
    Draft202012Validator(assessment_schema()).validate(json.loads(render_json(made)))
    found: Any = document(made)
    (topic,) = found["topics"]
    assert topic["topic"] == "logs"
    assert topic["minima"][0] == {
        "rule": "order.11.keep",
        "binding": True,
        "fact": "service.retention",
        "operator": "at_least",
        "amount": "6",
        "unit": "months",
        "text": {"en": "at least 6 months", "zh": "不少于6个月"},
    }
    assert [bound["rule"] for bound in topic["open"]] == ["order.11.maybe"]
    assert [(one["minimum"]["rule"], one["maximum"]["rule"]) for one in topic["conflicts"]] == [
        ("order.11.keep", "order.11.delete"),
        ("order.11.short", "order.11.delete"),
    ]
