"""GitLab Code Quality: what is violated, undecided, due or past, as issues of a merge request; the verdict last.

Before it stands what needs a look beside the findings.
The format is a list of issues and knows no passes: what holds is never in it. Beyond how grave an issue is it has no
room for what kind of issue it is: the first word of the description says so.

GitLab compares fingerprints and nothing else. So the file as it was named takes part in them: two services of one
repository may break the same rule.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from compliance.assessment.model import Assessment, Standing
from compliance.errors import Location
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import Severity
from compliance.reports.items import Item, fingerprint, items, told
from compliance.reports.json_parts import Json
from compliance.reports.json_v1 import dump
from compliance.reports.notices import in_each
from compliance.reports.render import Options
from compliance.reports.text.layout import capital
from compliance.reports.verdict_line import by_hand, verdict_line
from compliance.reports.words import say

VERDICT = "compliance.verdict"
"""The name of the check that tells the verdict. It is no rule, nor is a notice; no pack is called `compliance`."""


def render_gitlab(assessment: Assessment, options: Options) -> bytes:
    """A JSON array."""
    shown = [item for item in items(assessment) if item.standing is not Standing.HOLDS]
    issues: list[Json] = [_issue(item, assessment, options) for item in shown]
    return dump([*issues, *_beside(assessment, options), _verdict(assessment, options)]).encode()


def severity_of(item: Item) -> str:
    """How grave: `info` for all that does not count against the project."""
    severity = item.rule.severity
    if item.standing is Standing.UNDECIDED and item.counts:
        return "major"
    if item.counts:
        return "blocker" if item.rule.hard_stop else "critical"
    advised = item.standing is Standing.VIOLATED and item.waiver is None
    return "minor" if advised and severity is Severity.RECOMMENDED else "info"


def _issue(item: Item, assessment: Assessment, options: Options) -> Json:
    file = assessment.manifest.file
    said = "\n".join(_described(item, assessment, lang) for lang in options.languages)
    place = item.place(file)
    return _entry(said, item.rule.id, fingerprint(item, file), severity_of(item), place.file, place.line)


def _described(item: Item, assessment: Assessment, lang: str) -> str:
    said = told(item, assessment, lang)
    if item.part is None and item.waiver is None:
        return said  # It begins with the state.
    word = say("waived.word", lang) if item.waiver else say(f"standing.{item.standing.value}", lang)
    return f"{capital(word)} – {said}"


def _beside(assessment: Assessment, options: Options) -> Iterator[Json]:
    """What needs a look beside the findings. Of several of one kind about one thing each is another issue."""
    file = assessment.manifest.file
    told: Counter[tuple[str, str]] = Counter()
    for notice, texts in in_each(assessment, options.languages):
        check, place = f"compliance.{notice.kind}", notice.location or Location(file)
        told[check, notice.about] += 1
        mark = sha256_hex(json.dumps([check, [notice.about, told[check, notice.about]], file]).encode())
        severity = "info" if notice.calm else "minor"
        yield _entry("\n".join(texts), check, mark, severity, place.file, place.line or 1)


def _verdict(assessment: Assessment, options: Options) -> Json:
    lines = [
        line
        for lang in options.languages
        for line in (clean(verdict_line(assessment, lang)), by_hand(assessment, lang))
        if line
    ]
    file = assessment.manifest.file
    mark = sha256_hex(json.dumps([VERDICT, [], file]).encode())
    return _entry("\n".join(lines), VERDICT, mark, "info", file, 1)


def _entry(text: str, check: str, mark: str, severity: str, path: str, line: int) -> Json:
    return {
        "description": text,
        "check_name": check,
        "fingerprint": mark,
        "severity": severity,
        "location": {"path": clean(path), "lines": {"begin": line or 1}},
    }
