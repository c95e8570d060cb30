"""What OSCAL documents say of one finding: observations, a risk, the finding itself.

OSCAL has two states, `satisfied` and `not-satisfied`. What is neither for certain has the reason `other`; our own
properties say which. Nothing undecided is ever `satisfied`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from compliance.assessment.model import Finding, Part, Standing, Topic
from compliance.conditions.judgement import Outcome, Reason
from compliance.packs.rulebook import Rule
from compliance.reports.citation import penalty_text
from compliance.reports.distinctions import of_finding, of_part, of_rule, of_topic
from compliance.reports.finding_words import part_message
from compliance.reports.grc_findings import head, neither, told
from compliance.reports.json_parts import Json, moment
from compliance.reports.oscal.parts import OWN, Said, Writer, control_id, props, token
from compliance.reports.paths import path_label
from compliance.reports.text.findings import ALL, because_of, deciding, in_scope, reasons_of, why_of
from compliance.reports.text.topics import topic_lines
from compliance.reports.verdict_line import due_of, is_settled_by_waivers, waived_until
from compliance.reports.words import say
from compliance.reports.words_grc import grc

MISSING: Final = (Standing.VIOLATED, Standing.PENDING, Standing.UNDECIDED)
"""Standings in which something is left to do."""


def has_risk(finding: Finding) -> bool:
    """Whether the law can hold something against the service: by a binding rule that is not met for certain."""
    return finding.rule.severity.binding and finding.standing is not Standing.HOLDS


def status_of(finding: Finding) -> tuple[str, str]:
    """State and reason. What is violated fails, waived or not; what is satisfied passes; all else is neither."""
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return "satisfied", "other"
    match finding.standing:
        case Standing.HOLDS:
            return "satisfied", "pass"
        case Standing.VIOLATED:
            return "not-satisfied", "fail"
        case _:
            return "not-satisfied", "other"


def objective(rule: Rule, writer: Writer) -> Json:
    """The rule, as what was looked at: its text is a paraphrase."""
    instruments = writer.assessment.book.instruments

    def penalty(lang: str) -> str:
        said = penalty_text(rule, instruments, lang) if rule.penalty else ""
        return say("label", lang, label=say("penalty", lang), text=said) if said else ""

    return {
        "control-id": control_id(rule),
        "parts": [
            {
                "id": token(rule.id),
                "name": "rule",
                "ns": OWN,
                "title": writer.title(rule.title.get),
                "props": props(of_rule(rule)),
                "prose": writer.text(rule.because.get, penalty, rule.doubt.get if rule.doubt else _nothing),
            }
        ],
    }


def observations(finding: Finding, writer: Writer, evidence: Callable[[str], Json]) -> list[Json]:
    """What accounts for a finding as a whole, then for each record."""
    assessment = writer.assessment

    def why(lang: str) -> str:
        return why_of(finding, assessment, lang, most=ALL)

    whole: dict[str, Json] = {
        "uuid": _observation(finding, writer),
        "title": writer.title(lambda lang: head(finding, lang)),
        "description": writer.text(why, lambda lang: in_scope(finding, lang) or head(finding, lang)),
        **_looked_at(writer),
    }
    if finding.evidence:
        whole["relevant-evidence"] = [evidence(entry) for entry in finding.evidence]
    whole["collected"] = moment(assessment.as_of)
    return [whole, *(_record(part, number, finding, writer) for number, part in enumerate(finding.parts))]


def _record(part: Part, number: int, finding: Finding, writer: Writer) -> Json:
    def said(lang: str) -> str:
        return part_message(part, writer.assessment, lang)

    return {
        "uuid": _of_record(part, number, finding, writer),
        "title": writer.title(lambda lang: f"{finding.rule.title.get(lang)} [{_record_name(part, lang)}]"),
        "description": writer.text(said),
        "props": props(of_part(part)),
        **_looked_at(writer),
        "collected": moment(writer.assessment.as_of),
    }


def _record_name(part: Part, lang: str) -> str:
    return say("record.further", lang) if part.key is None else part.key


def topic_observation(topic: Topic, writer: Writer) -> Json:
    """What several rules on one matter come to: which governs, and what contradicts what, for counsel."""
    assessment = writer.assessment
    return {
        "uuid": writer.uuid("topic", topic.id),
        "title": writer.title(lambda lang: say("section.topics", lang)),
        "description": writer.text(lambda lang: "\n".join(topic_lines(topic, assessment, lang))),
        "props": props(of_topic(topic)),
        **_looked_at(writer),
        "collected": moment(assessment.as_of),
    }


def _looked_at(writer: Writer) -> dict[str, Json]:
    return {
        "methods": ["EXAMINE"],
        "types": ["control-objective"],
        "subjects": [{"subject-uuid": writer.uuid("component"), "type": "component"}],
    }


def finding_of(finding: Finding, writer: Writer) -> Json:
    """The finding."""
    state, reason = status_of(finding)
    status: dict[str, Json] = {"state": state, "reason": reason}
    if neither(finding, writer.languages[0]):
        status["remarks"] = writer.text(lambda lang: neither(finding, lang))
    target: dict[str, Json] = {
        "type": "objective-id",
        "target-id": token(finding.rule.id),
        "status": status,
    }
    if finding.outcome is Outcome.NOT_APPLICABLE:
        target["implementation-status"] = {"state": "not-applicable"}
    made: dict[str, Json] = {
        "uuid": writer.uuid("finding", finding.rule.id),
        "title": writer.title(finding.rule.title.get),
        "description": writer.text(lambda lang: told(finding, writer.assessment, lang)),
        "props": props([("rule", finding.rule.id), *of_rule(finding.rule), *of_finding(finding)]),
    }
    links = _instruments(finding.rule, writer)
    if links:
        made["links"] = links
    made |= {"target": target, "related-observations": related_observations(finding, writer)}
    if has_risk(finding):
        made["related-risks"] = related_risks(finding, writer)
    return made


def _instruments(rule: Rule, writer: Writer) -> list[Json]:
    """Links to the instruments that a rule rests on."""
    cited = dict.fromkeys(source.citation.instrument for source in rule.sources)
    known = [name for name in cited if name in writer.assessment.book.instruments]
    return [{"href": f"#{writer.uuid('instrument', name)}", "rel": "reference"} for name in known]


def in_short(finding: Finding) -> list[Json]:
    """The properties by which lists are sorted and filtered; the finding has all of them."""
    told = ("severity", "binding", "outcome", "standing", "waived", "due")
    pairs = [*of_rule(finding.rule), *of_finding(finding)]
    return props([("rule", finding.rule.id), *(pair for pair in pairs if pair[0] in told)])


def related_observations(finding: Finding, writer: Writer) -> list[Json]:
    """References to all observations of a finding."""
    records = [_of_record(part, number, finding, writer) for number, part in enumerate(finding.parts)]
    return [{"observation-uuid": uuid} for uuid in [_observation(finding, writer), *records]]


def related_risks(finding: Finding, writer: Writer) -> list[Json]:
    """A reference to the risk of a finding."""
    return [{"risk-uuid": writer.uuid("risk", finding.rule.id)}]


def risk(finding: Finding, writer: Writer) -> Json:
    """What can be held against the service, until when it is to be settled, and what to do.

    The status of what is waived throughout is `deviation-approved`. A past breach stays `open`: its exposure does.
    """
    rule, assessment = finding.rule, writer.assessment

    def exposure(lang: str) -> str:
        if rule.penalty is None:
            return ""
        label = say("exposure" if finding.standing is Standing.PAST else "penalty", lang)
        return say("label", lang, label=label, text=penalty_text(rule, assessment.book.instruments, lang))

    made: dict[str, Json] = {
        "uuid": writer.uuid("risk", rule.id),
        "title": writer.title(lambda lang: head(finding, lang)),
        "description": writer.text(
            lambda lang: because_of(finding.why, assessment, lang), lambda lang: neither(finding, lang)
        ),
        "statement": writer.text(rule.because.get, exposure),
        "props": in_short(finding),
        "status": "deviation-approved" if is_settled_by_waivers(finding) else "open",
    }
    day = _deadline(finding)
    if day:
        made["deadline"] = day
    if finding.standing in MISSING:
        made["remediations"] = [_remediation(finding, writer)]
    made["related-observations"] = related_observations(finding, writer)
    return made


def _deadline(finding: Finding) -> str | None:
    """The day on which a limit ends or, where all is waived, the first waiver."""
    if is_settled_by_waivers(finding):
        return moment(waived_until(finding))
    due = due_of(finding)
    return moment(due) if due and finding.standing is Standing.PENDING else None


def _remediation(finding: Finding, writer: Writer) -> Json:
    """A recommendation of the program, not a plan that somebody has accepted."""
    undecided = finding.standing is Standing.UNDECIDED
    return {
        "uuid": writer.uuid("remediation", finding.rule.id),
        "lifecycle": "recommendation",
        "title": writer.title(writer.words("settle" if undecided else "remedy")),
        "description": writer.text(writer.words("settle.how") if undecided else finding.rule.fix.get),
        "tasks": milestones(finding, writer),
    }


def milestones(finding: Finding, writer: Writer) -> list[Json]:
    """What is to be reached: the remedy, by its day if there is one; or each answer that is wanted."""
    if finding.standing is Standing.UNDECIDED:
        steps = [_answer(path, writer) for path in deciding(finding)]
        steps += [
            (reason.value, writer.words(reason.value))
            for reason in reasons_of(finding)
            if reason in (Reason.CALENDAR, Reason.BOUND)
        ]
    else:
        steps = [("remedy", finding.rule.fix.get)]
    day = _deadline(finding)
    return [_milestone(finding, name, said, day, writer) for name, said in steps]


def _answer(path: str, writer: Writer) -> tuple[str, Said]:
    vocabulary = writer.assessment.book.vocabulary
    return path, lambda lang: grc("answer", lang, label=f"{path_label(path, vocabulary, lang)} [{path}]")


def _milestone(finding: Finding, name: str, said: Said, day: str | None, writer: Writer) -> Json:
    made: dict[str, Json] = {
        "uuid": writer.uuid("milestone", finding.rule.id, name),
        "type": "milestone",
        "title": writer.title(said),
    }
    if day is not None:
        made["timing"] = {"on-date": {"date": day}}
    return made


def _observation(finding: Finding, writer: Writer) -> str:
    return writer.uuid("observation", finding.rule.id)


def _of_record(part: Part, number: int, finding: Finding, writer: Writer) -> str:
    """By the record's key; the number keeps the further records apart from one that is called like them."""
    key = ("further", str(number)) if part.key is None else ("record", part.key)
    return writer.uuid("observation", finding.rule.id, *key)


def _nothing(lang: str) -> str:
    return ""
