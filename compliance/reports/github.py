"""An assessment as GitHub workflow commands: the verdict, then an annotation for each finding that wants a look.

Of what is binding, violated is an `error`, or a `notice` where waivers settle it; undecided or due a `warning`; a past
breach a `notice`. Of recommendations and good practice only what is violated is told, as a `notice`. What holds is not.
What needs a look beside the findings follows them. The verdict is an `error` where the exit code is not 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from compliance.assessment.model import Assessment, ExitCode, Finding, Standing
from compliance.assessment.verdict import exit_code
from compliance.errors import Location
from compliance.facts.sanitise import clean
from compliance.reports.finding_words import headline, message
from compliance.reports.items import Item
from compliance.reports.notices import Notice, notices
from compliance.reports.render import Options
from compliance.reports.verdict_line import by_hand, is_settled_by_waivers, is_waived, verdict_line
from compliance.reports.words import say


def render_github(assessment: Assessment, options: Options) -> bytes:
    """One command a line, in the first of the languages asked for: an annotation is short."""
    return "".join(f"{line}\n" for line in _commands(assessment, options.languages[0])).encode()


def command_of(finding: Finding) -> str | None:
    """The command that tells of a finding: `error`, `warning`, `notice`, or none."""
    match finding.standing:
        case Standing.VIOLATED if is_settled_by_waivers(finding):
            return "notice"
        case Standing.VIOLATED if is_waived(finding) and finding.rule.severity.binding:
            return "warning"  # Another record is still open.
        case Standing.VIOLATED:
            return "error" if finding.rule.severity.binding else "notice"
        case Standing.UNDECIDED | Standing.PENDING if finding.rule.severity.binding:
            return "warning"
        case Standing.PAST if finding.rule.severity.binding:
            return "notice"
        case _:
            return None


def _commands(assessment: Assessment, lang: str) -> Iterator[str]:
    yield _verdict(assessment, lang)
    for finding in assessment.findings:
        command = command_of(finding)
        if command is not None:
            yield _command(command, finding, assessment, lang)
    for notice in notices(assessment, lang):
        yield _annotation("notice" if notice.calm else "warning", notice, assessment.manifest.file, lang)


def _verdict(assessment: Assessment, lang: str) -> str:
    """It comes first: GitHub shows the first ten of each kind."""
    # Where waivers settle all that is violated, the step passes: an error in it would be a riddle.
    command = "notice" if exit_code(assessment) is ExitCode.OK else "error"
    file = property_text(assessment.manifest.file)
    said = "\n".join(filter(None, [verdict_line(assessment, lang), by_hand(assessment, lang)]))
    return f"::{command} file={file},title=compliance::{data_text(said)}"


def _command(command: str, finding: Finding, assessment: Assessment, lang: str) -> str:
    title = f"{headline(finding, lang)} [{finding.rule.id}]"
    _, _, rest = message(finding, assessment, lang).partition("\n")
    lines = [rest, *_records(finding, lang)]
    return _written(command, finding.location or Location(assessment.manifest.file), title, "\n".join(lines))


def _annotation(command: str, notice: Notice, file: str, lang: str) -> str:
    title = f"{say(notice.heading, lang)} [{notice.kind}]"
    return _written(command, notice.location or Location(file), title, notice.text)


def _written(command: str, place: Location, title: str, text: str) -> str:
    properties = {"file": place.file}
    if place.line:
        properties["line"] = str(place.line)
        properties["col"] = str(place.column or 1)
    properties["title"] = title
    said = ",".join(f"{key}={property_text(value)}" for key, value in properties.items())
    return f"::{command} {said}::{data_text(text)}"


_STATES: Final = {"waived": "waived.word"}


def _records(finding: Finding, lang: str) -> Iterator[str]:
    """How each record stands, where they do not all stand alike: one annotation tells of the whole rule."""
    records = [Item(finding.rule, finding, part) for part in finding.parts]
    if len({record.state for record in records}) < 2:
        return
    for record in records:
        key = "…" if record.part is None or record.part.key is None else record.part.key
        yield say(
            "label", lang, label=key, text=say(_STATES.get(record.state, f"outcome.{record.state}"), lang)
        )


def data_text(text: str) -> str:
    """A text as the message of a command. No character of it can end the line or begin another command."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_text(text: str) -> str:
    """A text as the value of a property."""
    return data_text(text).replace(":", "%3A").replace(",", "%2C")
