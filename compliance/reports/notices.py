"""What needs a look and is no finding, each with its place: evidence, waivers, planned events, conflicts, warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from compliance.assessment.model import Assessment, WaiverState
from compliance.assessment.verdict import EXPIRING_WITHIN
from compliance.errors import Location
from compliance.errors.render import sentence
from compliance.facts.sanitise import clean
from compliance.frozen import frozen
from compliance.reports.paths import path_label
from compliance.reports.text.topics import conflict_lines
from compliance.reports.words import say

CALM: Final = frozenset(
    ["evidence.expires", "waiver.expires", "waiver.not_needed", "waiver.not_looked_at", "planned"]
)
"""The kinds that are good to know. The others should not stay as they are."""

_HEADINGS: Final = {
    "evidence": "section.evidence",
    "waiver": "section.waivers",
    "planned": "section.planned",
    "topic": "section.topics",
    "warning": "section.warnings",
}
"""The section of a report that a kind belongs to, by its first word."""

_NAMES: Final = ("fact", "id", "reading")
"""The details of a warning that name what it is of: two of one code are told apart by them, wherever they stand."""


@frozen
class Notice:
    """Something beside the findings.

    Args:
        kind: `evidence.` with `missing`, `changed`, `expired` or `expires`; `waiver.` with `expired`, `expires`,
            `not_allowed`, `not_needed` or `not_looked_at`; `planned`; `topic.conflict`; `warning`.
        about: the evidence entry, rule (and record), fact or topic; of a warning its code and what it is of.
        text: in one language.
    """

    kind: str
    about: str
    text: str
    location: Location | None = None

    @property
    def heading(self) -> str:
        """The name of the section of a report that it belongs to."""
        return _HEADINGS[self.kind.partition(".")[0]]

    @property
    def calm(self) -> bool:
        """Whether nothing is wrong."""
        return self.kind in CALM

    def told(self, lang: str) -> str:
        """With the heading before it, where it stands alone."""
        return clean(say("label", lang, label=say(self.heading, lang), text=self.text))


def notices(assessment: Assessment, lang: str) -> list[Notice]:
    """All of them, in the order of a report; the same ones in each language."""
    return [
        *evidence_notices(assessment, lang),
        *waiver_notices(assessment, lang),
        *planned_notices(assessment, lang),
        *conflict_notices(assessment, lang),
        *warning_notices(assessment, lang),
    ]


def in_each(assessment: Assessment, languages: Sequence[str]) -> list[tuple[Notice, list[str]]]:
    """Each notice once, with what it says in each of the languages."""
    every = [[(one, one.told(lang)) for one in notices(assessment, lang)] for lang in languages]
    return [(several[0][0], [text for _, text in several]) for several in zip(*every, strict=True)]


def evidence_notices(assessment: Assessment, lang: str) -> Iterator[Notice]:
    """Evidence that is missing or changed, has expired or soon will."""
    for status in assessment.evidence:
        entry = status.entry
        found = [status.state] if status.state in ("missing", "changed") else []
        for state in [*found, *_expiry(entry.expires, assessment.as_of)]:
            kind = f"evidence.{state}"
            text = say(kind, lang, id=entry.id, file=entry.file or "", day=_day(entry.expires))
            yield Notice(kind, entry.id, text, entry.location)


def waiver_notices(assessment: Assessment, lang: str) -> Iterator[Notice]:
    """Waivers that have no effect or soon will have none."""
    for waiver, state in assessment.waivers:
        rule = waiver.rule if waiver.record is None else f"{waiver.rule} [{waiver.record}]"
        found = _expiry(waiver.expires, assessment.as_of) if state is WaiverState.IN_USE else [state.value]
        for one in found:
            text = say(f"waiver.{one}", lang, rule=rule, day=_day(waiver.expires))
            yield Notice(f"waiver.{one}", rule, text, waiver.location)


def planned_notices(assessment: Assessment, lang: str) -> Iterator[Notice]:
    """Events that lie after the as-of date."""
    vocabulary, places = assessment.book.vocabulary, assessment.manifest.locations
    for path, day in assessment.planned.items():
        text = say("planned", lang, label=path_label(path, vocabulary, lang), path=path, day=_day(day))
        yield Notice("planned", path, text, places.get(path))


def conflict_notices(assessment: Assessment, lang: str) -> Iterator[Notice]:
    """Bounds that no value can both meet, at the answer that they bound."""
    places = assessment.manifest.locations
    for topic in assessment.topics:
        lines = conflict_lines(topic, assessment, lang)
        for (bound, _), line in zip(topic.conflicts, lines, strict=True):
            yield Notice("topic.conflict", topic.id, line, places.get(bound.test.fact))


def warning_notices(assessment: Assessment, lang: str) -> Iterator[Notice]:
    """What the project file was warned about."""
    for problem in assessment.manifest.warnings:
        text = say("list.semicolon", lang).join(part for part in sentence(problem, lang) if part)
        about = [problem.code, *(problem.details[part] for part in _NAMES if part in problem.details)]
        yield Notice("warning", " ".join(about), text, problem.location)


def _expiry(day: date | None, as_of: date) -> list[str]:
    if day is None or day > as_of + EXPIRING_WITHIN:
        return []
    return ["expired" if day < as_of else "expires"]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
