"""What a person typed for a question: an event for the interview, or what is wrong with it and what to type instead."""

from __future__ import annotations

import re
from typing import TypeAlias

from compliance.errors import Gravity, Problem
from compliance.facts.identifiers import Identifier
from compliance.facts.sanitise import clean
from compliance.facts.spelling import LONGEST_TEXT, read_value
from compliance.facts.values import Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.facts.wording import UNKNOWN
from compliance.facts.yaml_reader import YamlNode, YamlScalar, YamlSequence
from compliance.frozen import changed
from compliance.interview.events import Answer, NotKnown

Understood: TypeAlias = "Answer | NotKnown | Problem"

MOST_TYPED = LONGEST_TEXT
"""How many characters a field takes."""


def understood(text: str, fact: Fact, path: str, lang: str) -> Understood:
    """What a text typed for a question means.

    Args:
        text: as typed or pasted: a text, number, amount, date; for a choice the option's id, for a set ids with commas.
        lang: the language that problems name the fact in.

    Returns:
        The event to send, or a problem whose sentence says what to type. Nothing is guessed.
    """
    if len(text) > MOST_TYPED:
        return Problem("value.text_too_long", None, _named(fact, text, lang, limit=str(MOST_TYPED)))
    if fact.kind is Kind.TEXT and (clean(text) != text or _SHOWN.search(text)):
        return Problem("value.hidden_characters", None, _named(fact, text, lang))
    if not text.strip():
        return Problem("wizard.empty", None, _named(fact, text, lang))
    if text.strip() == UNKNOWN:
        return NotKnown(path)
    problems: list[Problem] = []
    value = read_value(_node(text.strip(), fact), fact, fact.label.get(lang), "", problems)
    wrong = [problem for problem in problems if problem.gravity is Gravity.ERROR]
    if wrong:
        # What was typed stands in no file.
        return changed(wrong[0], location=None)
    return NotKnown(path) if value is None else Answer(path, value)


def doubt(value: Value, scheme: Identifier | None) -> bool:
    """Whether a text does not have the form its identifier scheme asks for; it can be an answer all the same."""
    return scheme is not None and isinstance(value, str) and not scheme.is_valid(value)


def _node(text: str, fact: Fact) -> YamlNode:
    if fact.kind in (Kind.CHOICES, Kind.RECORDS):
        items = [item.strip() for item in text.strip("[]").replace("，", ",").replace("、", ",").split(",")]
        return YamlSequence(tuple(YamlScalar(item, True, 1, 1) for item in items if item), 1, 1)
    return YamlScalar(text, fact.kind is not Kind.TEXT or text in _WORDS, 1, 1)


_WORDS = frozenset(["none", "held"])
_SHOWN = re.compile(r"<U\+[0-9A-F]{4,6}>")
"""What `clean` makes of a character that cannot be seen; a paste leaves it in the field to be taken out."""


def _named(fact: Fact, text: str, lang: str, **more: str) -> dict[str, str]:
    return {"fact": fact.label.get(lang), "written": _SHOWN.sub("", clean(text[:40])), **more}
