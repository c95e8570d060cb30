"""What a report tells apart, as names and plain values: for forms that have properties of one's own and few words.

The names are English words joined by hyphens and the same in every such form. A name may come several times.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from compliance import __version__
from compliance.assessment.model import Assessment, Finding, PackStatus, Part, Topic, WaiverState
from compliance.assessment.verdict import exit_code
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import Rule
from compliance.reports.digests import private_digest
from compliance.reports.json_v1 import verdict_name
from compliance.reports.notices import warning_notices
from compliance.reports.text.findings import deciding, reasons_of
from compliance.reports.verdict_line import due_of, is_waived

Pairs: TypeAlias = "list[tuple[str, str]]"


def plain(text: str) -> str:
    """A text on one line without blanks around it; odd characters are shown."""
    return " ".join(clean(text).split())


def of_run(assessment: Assessment) -> Pairs:
    """What all findings rest on."""
    manifest = assessment.manifest
    return _filled(
        [
            ("verdict", verdict_name(assessment.verdict, assessment)),
            ("final", yes(assessment.final)),
            ("worst", verdict_name(assessment.worst, assessment)),
            *(("partial", pack) for pack in assessment.partial),
            ("as-of", assessment.as_of.isoformat()),
            ("as-of-given", yes(assessment.as_of_given)),
            ("exit-code", str(int(exit_code(assessment)))),
            *(("open-fact", path) for path in assessment.open_facts),
            *(("planned", f"{path} {day.isoformat()}") for path, day in assessment.planned.items()),
            *(("not-in-force", rule) for rule in assessment.not_in_force),
            *(("not-formalised", str(citation)) for citation in assessment.not_formalised()),
            *(("view", f"{view.reading} {view.view}") for view in manifest.readings.values()),
            *(
                ("warning", f"{notice.about} {notice.location or ''}")
                for notice in warning_notices(assessment, "en")
            ),
            ("manifest", manifest.file),
            ("manifest-sha256", manifest.digest),
            ("private-sha256", private_digest(assessment) or ""),
            ("rules-sha256", assessment.book.digest),
            ("program", f"compliance {__version__}"),
        ]
    )


def of_pack(status: PackStatus) -> Pairs:
    """A pack of the run and whether it applies."""
    return _filled(
        [
            ("pack", status.pack.id),
            ("version", status.pack.version),
            ("sha256", status.pack.digest),
            ("subject", yes(status.pack.subject)),
            ("applies", status.applies.value),
            *_each("decided-by", status.decided_by),
        ]
    )


def of_rule(rule: Rule) -> Pairs:
    """What is said of a rule whatever it comes to."""
    return _filled(
        [
            ("pack", rule.pack),
            ("severity", rule.severity.value),
            ("binding", yes(rule.severity.binding)),
            ("hard-stop", yes(rule.hard_stop)),
            ("topic", rule.topic or ""),
            *(("article", str(source.citation)) for source in rule.sources),
            *_each("verified", dict.fromkeys(source.verified.value for source in rule.sources)),
            *_each("evidence-wanted", rule.evidence),
        ]
    )


def of_finding(finding: Finding) -> Pairs:
    """What a rule comes to and how that counts."""
    due = due_of(finding)
    return _filled(
        [
            ("outcome", finding.outcome.value),
            ("standing", finding.standing.value),
            ("standing-with-waivers", finding.standing_with_waivers.value),
            ("past", yes(finding.past)),
            ("waived", yes(is_waived(finding))),
            *_each("waived-until", dict.fromkeys(waiver.expires.isoformat() for waiver in finding.waivers)),
            ("due", due.isoformat() if due else ""),
            *_each("reason", (reason.value for reason in reasons_of(finding))),
            *_each("decided-by", deciding(finding)),
            *_each("weighed-by", finding.weighed_by),
            ("can-breach", yes(finding.can_breach)),
            ("if-in-scope", finding.if_in_scope.value if finding.if_in_scope else ""),
            *_each("evidence", finding.evidence),
            *_place(finding.location),
        ]
    )


def of_part(part: Part) -> Pairs:
    """What a rule comes to for one record, or for the further ones that may follow the listed ones."""
    return _filled(
        [
            ("further", yes(part.key is None)),
            ("record", part.key or ""),
            ("outcome", part.outcome.value),
            ("standing", part.standing.value),
            ("past", yes(part.past)),
            ("waived", yes(part.waiver is not None)),
            ("waived-until", part.waiver.expires.isoformat() if part.waiver else ""),
            ("due", part.due.isoformat() if part.due else ""),
            *_each("reason", (reason.value for reason in part.reasons)),
            *_each("decided-by", part.decided_by),
            *_place(part.location),
        ]
    )


def of_topic(topic: Topic) -> Pairs:
    """A matter that several rules bound: which governs, which others apply or may, and which contradict each other."""
    sorts = {
        "governing-minimum": topic.minima[:1],
        "governing-maximum": topic.maxima[:1],
        "also": (*topic.minima[1:], *topic.maxima[1:]),
        "open": topic.open,
    }
    bounds = [(name, bound.rule.id) for name, found in sorts.items() for bound in found]
    conflicts = [("conflict", f"{low.rule.id} {high.rule.id}") for low, high in topic.conflicts]
    return _filled([("topic", topic.id), *bounds, *conflicts])


def of_waiver(waiver: Waiver, state: WaiverState) -> Pairs:
    """A waiver and what became of it."""
    return _filled(
        [
            ("rule", waiver.rule),
            ("record", waiver.record or ""),
            ("state", state.value),
            ("expires", waiver.expires.isoformat()),
            *_place(waiver.location),
        ]
    )


def yes(true: bool) -> str:
    """`true` or `false`."""
    return "true" if true else "false"


def _place(location: Location | None) -> Pairs:
    if location is None:
        return []
    return [
        ("file", location.file),
        ("line", str(location.line or "")),
        ("column", str(location.column or "")),
    ]


def _each(name: str, values: Iterable[str]) -> Pairs:
    return [(name, value) for value in values]


def _filled(pairs: Pairs) -> Pairs:
    """Without those that say nothing."""
    return [(name, said) for name, value in pairs if (said := plain(value))]
