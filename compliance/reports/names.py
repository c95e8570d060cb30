"""What a report calls the service and its provider."""

from __future__ import annotations

from typing import Final

from compliance.assessment.model import Assessment
from compliance.facts.sanitise import clean

SERVICE: Final = "service.name"
PROVIDER: Final = "entity.name"
"""The facts by which packs name the two. Packs that name them otherwise lose nothing but the name on the cover."""


def service_name(assessment: Assessment) -> str:
    """The name of the service; empty where no pack asks for it, nobody answered, or it is masked."""
    return _answer(SERVICE, assessment)


def provider_name(assessment: Assessment) -> str:
    """The name of the provider, on the same terms."""
    return _answer(PROVIDER, assessment)


def title_of(assessment: Assessment) -> str:
    """The name of the service; of the project file where the service has none."""
    return service_name(assessment) or clean(assessment.manifest.file)


def _answer(fact_id: str, assessment: Assessment) -> str:
    fact = assessment.book.vocabulary.get(fact_id)
    value = assessment.manifest.answers.get(fact_id)
    return clean(value) if isinstance(value, str) and fact is not None and not fact.sensitive else ""
