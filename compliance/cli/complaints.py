"""Problems as lines for people and editors: `file:line:column: error: message [code]`, then a hint."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.cli.terminal import Terminal, say
from compliance.errors import Gravity, Location, Problem
from compliance.errors.render import sentence
from compliance.facts.sanitise import no_command
from compliance.reports.text.layout import one_line


def complaint_lines(problems: Iterable[Problem], lang: str) -> str:
    """All problems by file, line and column. `error` and `warning` stay English: editors look for them."""
    ordered = sorted(problems, key=lambda problem: (problem.location or Location(""), problem.code))
    return "".join(_lines(problem, lang) for problem in ordered)


def language_shown(lang: str, shown: Terminal, code: str = "usage.no_chinese") -> str:
    """The language that the terminal can show; that it is another one than wanted is told."""
    if lang != "zh" or shown.chinese:
        return lang
    say(complaint_lines([Problem(code, None, {}, Gravity.WARNING)], "en"))
    return "en"


def _lines(problem: Problem, lang: str) -> str:
    said = sentence(problem, lang)
    place = f"{one_line(str(problem.location))}: " if problem.location else "compliance: "
    lines = [f"{place}{problem.gravity.value}: {one_line(said.message)} [{problem.code}]"]
    if said.hint:
        lines.append(f"  {one_line(said.hint)}")
    lines += [f"  {one_line(str(other))}" for other in problem.related]
    return no_command("".join(f"{line}\n" for line in lines))
