"""Workflow commands, read as the runner reads them: one a line, nothing a person wrote is a command."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import pytest
from hostile import HOSTILE, hostile
from report_samples import ALL, assessment_of
from sample_book import judged

from compliance.assessment.model import Assessment, ExitCode, Standing
from compliance.assessment.verdict import exit_code
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.facts.values import NONE
from compliance.reports.github import render_github
from compliance.reports.notices import notices
from compliance.reports.render import Options
from compliance.reports.verdict_line import is_waived, verdict_line
from compliance.reports.words import say

_COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


class Command(NamedTuple):
    """What the runner makes of a line."""

    name: str
    properties: dict[str, str]
    text: str


def commands(made: Assessment, lang: str = "en") -> list[Command]:
    data = render_github(made, Options((lang,))).decode()  # type: ignore[arg-type]
    assert data.endswith("\n") and "\r" not in data
    found = []
    for line in data[:-1].split("\n"):
        match = _COMMAND.fullmatch(line)
        assert match is not None, line
        pairs = [pair.split("=", 1) for pair in match[2].split(",")]
        found.append(Command(match[1], {key: _plain(value) for key, value in pairs}, _plain(match[3])))
    return found


def _plain(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_what_wants_a_look_is_annotated_at_its_place(name: str, lang: str) -> None:
    made = assessment_of(name)
    verdict, *found = commands(made, lang)
    found = found[: len(found) - len(notices(made, lang))]
    wanted = []
    for finding in made.findings:
        binding = finding.rule.severity.binding
        match finding.standing:
            case Standing.VIOLATED:
                waived = is_waived(finding)
                still_open = waived and finding.standing_with_waivers is Standing.UNDECIDED
                sort = "notice" if waived or not binding else "error"
                wanted.append((finding, "warning" if still_open and binding else sort))
            case Standing.UNDECIDED | Standing.PENDING if binding:
                wanted.append((finding, "warning"))
            case Standing.PAST if binding:
                wanted.append((finding, "notice"))
            case _:
                pass
    assert [command.name for command in found] == [name for _, name in wanted]
    for command, (finding, _) in zip(found, wanted, strict=True):
        assert command.properties["title"].endswith(f"[{finding.rule.id}]")
        assert finding.rule.title.get(lang) in command.properties["title"]
        assert command.text
        if finding.location is not None and finding.location.line:
            place = (command.properties["file"], command.properties["line"])
            assert place == (finding.location.file, str(finding.location.line))
    first, *others = verdict.text.split("\n")
    assert first == verdict_line(made, lang)
    named = [say("as_of_given", lang, day=made.as_of.isoformat())] if made.as_of_given else []
    assert others == named
    assert (verdict.name == "notice") is (exit_code(made) is ExitCode.OK)


def test_the_verdict_is_no_error_where_waivers_let_the_check_pass() -> None:
    rule, place = "order.11.keep-logs", Location("svc/compliance.yaml", 90, 5)
    waiver = Waiver(rule, None, "in work", "board", date(2026, 12, 1), place)
    breach = {"service.retention": NONE}
    for waivers, name in (((), "error"), ((waiver,), "notice")):
        verdict, *_ = commands(judged(changes=breach, waivers=waivers))
        assert verdict.name == name and verdict.text.startswith("NOT READY")


@pytest.mark.parametrize("text", [*HOSTILE, "50 %0A::error::next %25 %3A %2C"])
def test_hostile_text_is_no_command_and_not_lost(text: str) -> None:
    found = commands(hostile(text))
    whole = "\n".join(command.text for command in found)
    assert clean(text) in whole
    assert not set(whole) & set("\x1b\x07\u202e\u2066\u200b")


def test_sensitive_values_never_appear() -> None:
    assert b"13800000000" not in render_github(judged(changes={"contact.phone": "13800000000"}), Options())
