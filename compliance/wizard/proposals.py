"""Answers that something in a project's files suggests. A person confirms each; none is ever taken silently."""

from __future__ import annotations

from compliance.facts.values import Value
from compliance.frozen import frozen


@frozen
class Proposal:
    """One suggested answer.

    Args:
        path: the question it would answer.
        value: a value that fits the question.
        where: where it was seen, as a person can look it up: `public/index.html:40`.
        excerpt: what stands there, shortened and cleaned.
    """

    path: str
    value: Value
    where: str
    excerpt: str = ""
