"""Paths of facts as findings name them: `service.public`, `service.changes[rename].filed_on`."""

from __future__ import annotations

from compliance.conditions.sentence import label_of, record_of
from compliance.facts.vocabulary import Fact, Vocabulary


def fact_of(path: str, vocabulary: Vocabulary) -> Fact:
    """The fact that a path is about."""
    if "[" not in path:
        return vocabulary[path]
    return vocabulary[path[: path.index("[")] + path[path.rindex("]") + 1 :]]


def path_label(path: str, vocabulary: Vocabulary, lang: str) -> str:
    """The label of the fact, with the record's key in front for a field of a list."""
    return label_of(fact_of(path, vocabulary), record_of(path), lang)
