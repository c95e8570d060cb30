"""An assessment as an OSCAL plan of action and milestones: an item for each rule where something is left to do."""

from __future__ import annotations

from compliance.assessment.model import Assessment, Finding, Standing
from compliance.reports.grc_findings import advice, head, neither, told
from compliance.reports.json_parts import Json
from compliance.reports.oscal.findings import (
    MISSING,
    finding_of,
    has_risk,
    in_short,
    observations,
    related_observations,
    related_risks,
    risk,
    topic_observation,
)
from compliance.reports.oscal.matter import assets, document, evidence_reference, resources, service
from compliance.reports.oscal.parts import Writer, props, writer_of
from compliance.reports.render import Options
from compliance.reports.text.findings import gravity, next_day


def render_oscal_poam(assessment: Assessment, options: Options) -> bytes:
    """The document. Binding rules come first: what is violated, what is due, what is undecided; then advice."""
    writer = writer_of(assessment, options.languages)
    left = missing(assessment)
    content: dict[str, Json] = {
        "system-id": {"identifier-type": "http://ietf.org/rfc/rfc4122", "id": writer.uuid("system")},
        "local-definitions": {"components": [service(writer)], "assessment-assets": assets(writer)},
    }
    observed = [
        observation
        for finding in left
        for observation in observations(finding, writer, lambda entry: evidence_reference(entry, writer))
    ]
    observed += [topic_observation(topic, writer) for topic in assessment.topics if topic.conflicts]
    if observed:
        content["observations"] = observed
    if left:
        risks = [risk(finding, writer) for finding in left if has_risk(finding)]
        if risks:
            content["risks"] = risks
        content["findings"] = [finding_of(finding, writer) for finding in left]
    content["poam-items"] = [_item(finding, writer) for finding in left] or [_nothing(writer)]
    content["back-matter"] = resources(writer, left)
    return document("plan-of-action-and-milestones", "poam.title", writer, content)


def missing(assessment: Assessment) -> list[Finding]:
    """The findings that leave something to do, the most pressing first. A past breach leaves nothing."""
    return [
        finding for binding in (True, False) for standing in MISSING
        for finding in _sorted(assessment.standing(standing, binding=binding), standing)
    ]  # fmt: skip


def _sorted(findings: list[Finding], standing: Standing) -> list[Finding]:
    match standing:
        case Standing.VIOLATED:
            return sorted(findings, key=gravity)
        case Standing.PENDING:
            return sorted(findings, key=next_day)
        case _:
            return findings


def _item(finding: Finding, writer: Writer) -> Json:
    made: dict[str, Json] = {
        "uuid": writer.uuid("item", finding.rule.id),
        "title": writer.title(lambda lang: head(finding, lang)),
        "description": writer.text(
            lambda lang: told(finding, writer.assessment, lang),
            lambda lang: neither(finding, lang),
            lambda lang: advice(finding, lang),
        ),
        "props": in_short(finding),
        "related-findings": [{"finding-uuid": writer.uuid("finding", finding.rule.id)}],
        "related-observations": related_observations(finding, writer),
    }
    if has_risk(finding):
        made["related-risks"] = related_risks(finding, writer)
    return made


def _nothing(writer: Writer) -> Json:
    """OSCAL has no plan without items."""
    return {
        "uuid": writer.uuid("item", ""),
        "title": writer.title(writer.words("nothing.title")),
        "description": writer.text(writer.words("nothing")),
        "props": props([("nothing-missing", "true")]),
    }
