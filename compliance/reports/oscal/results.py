"""An assessment as OSCAL assessment results: provisions as controls, rules as their objectives, findings on them."""

from __future__ import annotations

from compliance.assessment.model import Assessment
from compliance.packs.rulebook import Rule
from compliance.reports.json_parts import Json, moment
from compliance.reports.oscal.findings import (
    finding_of,
    has_risk,
    objective,
    observations,
    risk,
    topic_observation,
)
from compliance.reports.oscal.matter import (
    assets,
    document,
    evidence_reference,
    method_reference,
    resources,
    service,
)
from compliance.reports.oscal.parts import Writer, control_id, token, writer_of
from compliance.reports.render import Options
from compliance.reports.text.topics import shared_topics
from compliance.reports.verdict_line import verdict_line
from compliance.reports.words import say


def render_oscal(assessment: Assessment, options: Options) -> bytes:
    """The document. Texts in the languages asked for, one after the other; properties in English."""
    writer = writer_of(assessment, options.languages)
    rules = [*(finding.rule for finding in assessment.findings), *_not_in_force(assessment)]
    content: dict[str, Json] = {
        "import-ap": method_reference(writer),
        "local-definitions": {"objectives-and-methods": [objective(rule, writer) for rule in rules]},
        "results": [_result(writer)],
        "back-matter": resources(writer, assessment.findings),
    }
    return document("assessment-results", "results.title", writer, content)


def _not_in_force(assessment: Assessment) -> list[Rule]:
    return [assessment.book.rules[rule] for rule in assessment.not_in_force]


def _result(writer: Writer) -> Json:
    assessment = writer.assessment
    made: dict[str, Json] = {
        "uuid": writer.uuid("result", assessment.as_of.isoformat()),
        "title": writer.title(lambda lang: verdict_line(assessment, lang)),
        "description": writer.text(
            lambda lang: verdict_line(assessment, lang), lambda lang: say("foot.not_advice", lang)
        ),
        "start": moment(assessment.as_of),
        "end": moment(assessment.as_of),
        "local-definitions": {"components": [service(writer)], "assessment-assets": assets(writer)},
        "reviewed-controls": _reviewed(writer),
        "observations": _observations(writer),
    }
    risks = [risk(finding, writer) for finding in assessment.findings if has_risk(finding)]
    if risks:
        made["risks"] = risks
    made["findings"] = [finding_of(finding, writer) for finding in assessment.findings]
    return made


def _observations(writer: Writer) -> list[Json]:
    """Of each finding, then of matters on which several rules bear."""
    assessment = writer.assessment
    found = [
        observation
        for finding in assessment.findings
        for observation in observations(finding, writer, lambda entry: evidence_reference(entry, writer))
    ]
    return found + [topic_observation(topic, writer) for topic in shared_topics(assessment)]


def _reviewed(writer: Writer) -> Json:
    """The provisions and rules that were looked at, and the rules that were not, as they are not in force."""
    assessment = writer.assessment
    rules = [finding.rule for finding in assessment.findings]
    objectives: dict[str, Json] = {
        "include-objectives": [{"objective-id": token(rule.id)} for rule in rules],
    }
    excluded: list[Json] = [{"objective-id": token(rule.id)} for rule in _not_in_force(assessment)]
    if excluded:
        objectives["exclude-objectives"] = excluded
        objectives["remarks"] = writer.text(writer.words("controls.excluded"))
    return {
        "description": writer.text(writer.words("controls")),
        "control-selections": [
            {"include-controls": [{"control-id": one} for one in dict.fromkeys(map(control_id, rules))]}
        ],
        "control-objective-selections": [objectives],
    }
