"""The states of a rule that a reader must tell apart, each with a sign and a word of its own."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Finding
from compliance.packs.rulebook import Rule
from compliance.reports.items import Item

STATES: Final = {
    "violated": ("✗", "standing.violated"),
    "waived": ("▲", "waived.word"),
    "undecided": ("?", "standing.undecided"),
    "pending": ("…", "standing.pending"),
    "past": ("!", "standing.past"),
    "satisfied": ("✓", "outcome.satisfied"),
    "not_applicable": ("–", "outcome.not_applicable"),
    "not_in_force": ("○", "holds.not_in_force"),
}
"""What a reader must tell apart, the weightiest first: its shape, and the key of its word."""


def state_of(rule: Rule, finding: Finding | None) -> str:
    """One of `STATES`."""
    return Item(rule, finding).state
