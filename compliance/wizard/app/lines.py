"""Questions as lines of a list: what was asked, how it stands, what was answered."""

from __future__ import annotations

from typing import Final

from compliance.conditions.sentence import value_text
from compliance.facts.values import Records
from compliance.interview.questions import Question, SectionState, Status
from compliance.wizard.app.choices import Line
from compliance.wizard.app.words import tell
from compliance.wizard.words import say

MARKS: Final = {
    Status.OPEN: "· ",
    Status.ANSWERED: "✓ ",
    Status.PARKED: "? ",
    Status.MOOT: "~ ",
    Status.IDLE: "  ",
}


def question_line(question: Question, lang: str) -> Line:
    """`✓ Name of the service: example`."""
    label = question.fact.label.get(lang)
    if question.record is not None:
        label = f"{question.record} › {label}"
    return Line(question.path, f"{label}{_answer(question, lang)}", MARKS[question.status])


def section_line(section: SectionState, current: bool, lang: str) -> Line:
    """`▸  3 The service` with the number of open questions; `✓` when all is answered, `~` when none of it counts."""
    title = section.title.get(lang) if section.title else tell("section.none", lang)
    left = section.count(Status.OPEN)
    parked = section.count(Status.PARKED)
    done = section.count(Status.ANSWERED)
    moot = section.count(Status.MOOT)
    mark = "▸ " if current else "· " if left else "? " if parked else "✓ " if done else "~ " if moot else "  "
    return Line(section.id, f"{left or '':>2} {title}", mark)


def _answer(question: Question, lang: str) -> str:
    colon = "：" if lang == "zh" else ": "
    if question.value is not None:
        said = value_text(question.value, question.fact, lang)
        if isinstance(question.value, Records) and not question.value.complete:
            said += f" ({tell('records.open', lang)})"
        if question.status is Status.MOOT:
            said += f" [{say('status.moot', lang)}]"
        return f"{colon}{said}"
    if question.status is Status.PARKED:
        return f"{colon}{say('status.parked', lang)}"
    return f"{colon}{say('status.open', lang)}" if question.status is Status.OPEN else ""
