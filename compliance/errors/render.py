"""The sentence a person reads for a problem, in their language.

Each catalogue module holds `MESSAGES`: code -> language -> (what is wrong, what to type instead).
"""

from __future__ import annotations

from typing import NamedTuple

from compliance.errors.problem import Problem


class Sentence(NamedTuple):
    """What is wrong and what to do about it. The hint may be empty."""

    message: str
    hint: str


Messages = dict[str, dict[str, tuple[str, str]]]


def catalogue() -> Messages:
    """All messages: code -> language ("en", "zh") -> (message, hint) with `{slot}` places."""
    from compliance.errors import (
        messages_interview,
        messages_manifest,
        messages_pack,
        messages_report,
        messages_shape,
        messages_usage,
        messages_wizard,
    )

    return {
        **messages_interview.MESSAGES,
        **messages_manifest.MESSAGES,
        **messages_pack.MESSAGES,
        **messages_report.MESSAGES,
        **messages_shape.MESSAGES,
        **messages_usage.MESSAGES,
        **messages_wizard.MESSAGES,
    }


def sentence(problem: Problem, lang: str) -> Sentence:
    """Fill the catalogue's sentences with the problem's details.

    A code without an entry, or a detail without a slot, is a programming error and raises KeyError.
    """
    message, hint = catalogue()[problem.code][lang]
    return Sentence(message.format_map(dict(problem.details)), hint.format_map(dict(problem.details)))
