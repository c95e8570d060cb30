"""An assessment that shows sensitive answers, for a reader who asked for them and may see them."""

from __future__ import annotations

from compliance.assessment.model import Assessment
from compliance.facts.vocabulary import Fact, Vocabulary
from compliance.frozen import changed


def disclosed(assessment: Assessment) -> Assessment:
    """The same assessment, in which no fact counts as sensitive: whatever says a value then shows it.

    A value that is only `held` stays hidden: it is in no file of the project.
    """
    facts = assessment.book.vocabulary.facts
    shown = Vocabulary({fact_id: _shown(fact) for fact_id, fact in facts.items()})
    return changed(assessment, book=changed(assessment.book, vocabulary=shown), disclosed=True)


def _shown(fact: Fact) -> Fact:
    return changed(fact, sensitive=False, fields=tuple(map(_shown, fact.fields)))
