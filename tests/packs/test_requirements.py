"""Every point that Order No. 3 asks of a provider is a rule, a definition, a penalty, or has its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook

PACK = "cac-order-3"
POINTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "requirements.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return load_rule_book([bundled_rules()], None)


def provision(point: dict[str, Any]) -> tuple[str, str, str]:
    """The instrument and the article a point comes from, and how the ids of its rules begin."""
    head = point["point"].partition(".")[0]
    if head.startswith("notice"):
        return "filing-notices", head.removeprefix("notice"), "practice."
    article = head.removeprefix("art").lstrip("0")
    return PACK, article, f"{article}."


def test_the_number_of_points() -> None:
    """68 points of the Order and one of the announcements; a point that is lost is missed."""
    assert len(POINTS) == len({point["point"] for point in POINTS}) == 69
    assert sum(provision(point)[0] == PACK for point in POINTS) == 68


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point["point"])
def test_every_point_is_accounted_for(point: dict[str, Any], book: RuleBook) -> None:
    """What a point names is in the pack, under the article that the point belongs to."""
    instrument, article, prefix = provision(point)
    assert len({"rules", "definition", "penalty", "reason"} & point.keys()) == 1
    for rule in point.get("rules", ()):
        assert rule.startswith(prefix)
        cited = {
            (one.citation.instrument, one.citation.article) for one in book.rules[f"{PACK}.{rule}"].sources
        }
        assert (instrument, article) in cited
    if "definition" in point:
        source = book.definitions[point["definition"]].source
        assert source is not None and source.article == article
    if "penalty" in point:
        articles = {one.number: one for one in book.instruments[PACK].articles}
        assert len(articles[point["penalty"]].penalty) >= 1


def test_every_rule_of_an_article_answers_a_point(book: RuleBook) -> None:
    """No rule of the Order asks for something that no point says, but for one about numbers not yet issued."""
    named = {f"{PACK}.{rule}" for point in POINTS for rule in point.get("rules", ())}
    extra = {rule for rule in book.rules if rule.startswith(f"{PACK}.") and ".practice." not in rule} - named
    assert extra == {f"{PACK}.13.1.no-number-before-issue"}


def test_penalties_follow_the_map(book: RuleBook) -> None:
    """Binding rules cite the penalty article of the duty; where the Order has none they say so."""
    none = {"11.3", "14"}
    others = {"8": "20", "11.1": "22", "12": "22", "16": "20", "23": "22"}
    for rule in book.rules.values():
        if rule.pack != PACK or not rule.severity.binding:
            continue
        article, paragraph = rule.id.split(".")[1:3]
        if article == "10":
            wanted = "21" if "content" in rule.id else None
        else:
            keys = (f"{article}.{paragraph}", article)
            wanted = None if none & set(keys) else next((others[key] for key in keys if key in others), "19")
        assert (rule.penalty.article if rule.penalty else None) == wanted, rule.id


def test_fines_of_the_order(book: RuleBook) -> None:
    """CNY 5,000 to 30,000 (Art. 19), 20,000 to 30,000 (Art. 21), 10,000 to 30,000 (Art. 22)."""
    articles = {one.number: one for one in book.instruments[PACK].articles}
    fines = {number: [s.fine for s in articles[number].penalty if s.fine] for number in ("19", "21", "22")}
    assert fines == {
        "19": [(5000, 30000, "CNY")],
        "21": [(20000, 30000, "CNY")],
        "22": [(10000, 30000, "CNY")],
    }
