"""What a report states of the private file."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment
from compliance.reports.words import say

HIDDEN: Final = "hidden"
"""Stands for a digest that is not stated."""


def private_digest(assessment: Assessment) -> str | None:
    """The SHA-256 of the private file, where its answers are shown anyway; else only that there is one.

    What is in it is short, a phone number or a name: from a digest it could be found by trial.
    """
    digest = assessment.manifest.private_digest
    return digest if assessment.disclosed or digest is None else HIDDEN


def private_digest_text(assessment: Assessment, lang: str) -> str | None:
    """The same for a person; None where there is no private file."""
    digest = private_digest(assessment)
    return say("digest.hidden", lang) if digest == HIDDEN else digest
