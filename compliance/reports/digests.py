"""The digests of all that an assessment rests on, as reports state them."""

from __future__ import annotations

from typing import Final, NamedTuple

from compliance.assessment.model import Assessment
from compliance.reports.words import say

HIDDEN: Final = "hidden"
"""Stands for a digest that is not stated."""


class Stated(NamedTuple):
    """What is stated of one thing.

    Args:
        what: its name.
        digest: its SHA-256; a sentence where that is not stated.
        name_is_id: it is named by an id rather than by words.
        exact: `digest` is one.
    """

    what: str
    digest: str
    name_is_id: bool = False
    exact: bool = True


def private_digest(assessment: Assessment) -> str | None:
    """The SHA-256 of the private file, where its answers are shown anyway; else only that there is one.

    What is in it is short, a phone number or a name: from a digest it could be found by trial.
    """
    digest = assessment.manifest.private_digest
    return digest if assessment.disclosed or digest is None else HIDDEN


def stated_digests(assessment: Assessment, lang: str) -> list[Stated]:
    """Of the rules, each pack, the project file and, where there is one, the private file."""
    packs = [status.pack for status in assessment.packs]
    found = [Stated(say("digest.rules", lang), assessment.book.digest)]
    found += [Stated(f"{pack.id} {pack.version}", pack.digest, name_is_id=True) for pack in packs]
    found.append(Stated(say("digest.manifest", lang), assessment.manifest.digest))
    private = private_digest(assessment)
    if private == HIDDEN:
        found.append(Stated(say("digest.private", lang), say("digest.hidden", lang), exact=False))
    elif private is not None:
        found.append(Stated(say("digest.private", lang), private))
    return found
