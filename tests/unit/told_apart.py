"""Everything that the semantics tell apart, taken from an assessment: what a form with properties has to give back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from report_samples import ALL, SITUATIONS, assessment_of
from sample_book import AS_OF, WELL, book, judged, manifest, rule

from compliance.assessment.assess import assess
from compliance.assessment.model import Assessment, Finding, Part
from compliance.conditions.nodes import TRUE, Compare, Node
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.facts.values import NONE, Quantity, Value
from compliance.frozen import changed
from compliance.packs.rulebook import Rule

Told = dict[str, list[str]]
"""Names with their values, in order; a name without a value is left out."""


def folded(text: str) -> str:
    return " ".join(clean(text).split())


def bounding(slug: str, require: Node) -> Rule:
    """A rule of the topic `logs`."""
    return rule(slug, require, slug, slug, topic="logs", applies=TRUE)


@cache
def _more() -> dict[str, Assessment]:
    ready = judged()
    gone = ready.findings[0].rule.id
    scope_open: dict[str, Value] = {fact: value for fact, value in WELL.items() if fact != "service.public"}
    place = SITUATIONS["parts"].waivers[0][0].location
    whole = Waiver("order.11.keep-logs", None, "moving house", "board", date(2027, 1, 31), place)
    low = bounding("low", Compare("service.retention", "at_least", Quantity(9, "months")))
    high = bounding("high", Compare("service.retention", "at_most", Quantity(1, "months")))
    return {
        "topic": assess(book((low, high)), manifest(WELL), AS_OF),
        "partial": changed(ready, partial=("order",)),
        "not in force": changed(ready, findings=ready.findings[1:], not_in_force=(gone,)),
        "scope open": judged(scope_open),
        "waived": judged({**WELL, "service.retention": NONE}, waivers=(whole,)),
        "advice": judged(changes={"service.staff": 4}),
        "planned": changed(ready, planned={"service.filed_on": date(2027, 1, 5)}, as_of_given=True),
    }


TELLING = [*ALL, "topic", "partial", "not in force", "scope open", "waived", "advice", "planned"]
"""All examples and situations, and those that only properties tell."""


def telling(name: str) -> Assessment:
    return _more()[name] if name in _more() else assessment_of(name)


def of_finding(finding: Finding) -> Told:
    """What there is to tell of a finding."""
    waivers = [finding.waiver, *(part.waiver for part in finding.parts)]
    reasons = {*finding.reasons, *(reason for part in finding.parts for reason in part.reasons)}
    waived = finding.standing == "violated" and finding.standing_with_waivers != "violated"
    return _told(
        severity=[finding.rule.severity.value],
        binding=[_yes(finding.rule.severity in ("prohibition", "mandatory"))],
        hard_stop=[_yes(finding.rule.hard_stop)],
        article=[str(source.citation) for source in finding.rule.sources],
        outcome=[finding.outcome.value],
        standing=[finding.standing.value],
        standing_with_waivers=[finding.standing_with_waivers.value],
        past=[_yes(finding.past)],
        waived=[_yes(waived)],
        waived_until=dict.fromkeys(waiver.expires.isoformat() for waiver in waivers if waiver),
        due=_due(finding),
        reason=[one for one in ("facts", "reading", "calendar", "bound") if one in reasons],
        decided_by=_deciding(finding),
        weighed_by=finding.weighed_by,
        can_breach=[_yes(finding.can_breach)],
        if_in_scope=[finding.if_in_scope.value] if finding.if_in_scope else [],
        evidence=finding.evidence,
    )


def of_part(part: Part) -> Told:
    """What there is to tell of a record."""
    return _told(
        further=[_yes(part.key is None)],
        record=[] if part.key is None else [part.key],
        outcome=[part.outcome.value],
        standing=[part.standing.value],
        past=[_yes(part.past)],
        waived=[_yes(part.waiver is not None)],
        waived_until=[part.waiver.expires.isoformat()] if part.waiver else [],
        due=[part.due.isoformat()] if part.due else [],
        reason=[reason.value for reason in part.reasons],
        decided_by=part.decided_by,
    )


def of_run(made: Assessment) -> Told:
    """What there is to tell of a run."""

    def verdict(value: str) -> str:
        return "partial_ready" if made.partial and value == "ready" else value

    return _told(
        verdict=[verdict(made.verdict.value)],
        final=[_yes(made.final)],
        worst=[verdict(made.worst.value)],
        partial=made.partial,
        as_of=[made.as_of.isoformat()],
        as_of_given=[_yes(made.as_of_given)],
        open_fact=made.open_facts,
        planned=[f"{path} {day}" for path, day in made.planned.items()],
        not_in_force=made.not_in_force,
        not_formalised=[str(citation) for citation in made.not_formalised()],
        view=[f"{view.reading} {view.view}" for view in made.manifest.readings.values()],
        manifest_sha256=[made.manifest.digest],
        rules_sha256=[made.book.digest],
    )


def read_back(pairs: Iterable[tuple[str, str]], wanted: Told) -> Told:
    """Of what a form has given back, the names that are asked for and those that should not be there."""
    found: Told = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    asked = {*wanted, *_NAMES}
    return {name: values for name, values in found.items() if name in asked}


_NAMES = {"waived-until", "due", "reason", "decided-by", "weighed-by", "if-in-scope", "evidence", "partial"}
"""Names that are there only where they say something."""


def of_topics(made: Assessment) -> list[Told]:
    """What there is to tell of each matter that several rules bound."""
    return [
        _told(
            topic=[topic.id],
            governing_minimum=[bound.rule.id for bound in topic.minima[:1]],
            governing_maximum=[bound.rule.id for bound in topic.maxima[:1]],
            also=[bound.rule.id for bound in (*topic.minima[1:], *topic.maxima[1:])],
            open=[bound.rule.id for bound in topic.open],
            conflict=[f"{low.rule.id} {high.rule.id}" for low, high in topic.conflicts],
        )
        for topic in made.topics
        if len(topic.bounds) > 1
    ]


def _told(**values: Iterable[str]) -> Told:
    made = {name.replace("_", "-"): [folded(value) for value in given] for name, given in values.items()}
    return {name: given for name, given in made.items() if given}


def _due(finding: Finding) -> list[str]:
    days = [part.due for part in finding.parts if part.outcome == "pending" and part.due]
    due = finding.due or min(days, default=None)
    return [due.isoformat()] if due else []


def _deciding(finding: Finding) -> list[str]:
    own = finding.decided_by or finding.weighed_by
    return list(own or dict.fromkeys(path for part in finding.parts for path in part.decided_by))


def _yes(true: bool) -> str:
    return "true" if true else "false"
