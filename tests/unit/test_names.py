"""What a report calls the service and its provider."""

from __future__ import annotations

import pytest
from report_samples import EXAMPLES, example
from sample_book import FILE, judged

from compliance.facts.values import HELD
from compliance.facts.vocabulary import Vocabulary
from compliance.frozen import changed
from compliance.reports.names import PROVIDER, SERVICE, provider_name, service_name, title_of


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_called_by_its_name(name: str) -> None:
    made = example(name)
    assert title_of(made) == service_name(made) == made.manifest.answers[SERVICE]
    assert provider_name(made) == made.manifest.answers.get(PROVIDER, "")


def test_a_book_that_asks_for_no_name_has_the_file_instead() -> None:
    assert (service_name(judged()), provider_name(judged()), title_of(judged())) == ("", "", FILE)


def test_a_sensitive_name_is_not_told() -> None:
    made = example("vehicle-data")
    facts = dict(made.book.vocabulary.facts)
    facts[SERVICE] = changed(facts[SERVICE], sensitive=True)
    masked = changed(made, book=changed(made.book, vocabulary=Vocabulary(facts)))
    assert title_of(masked) == made.manifest.file
    held = changed(made, manifest=changed(made.manifest, answers={**made.manifest.answers, SERVICE: HELD}))
    assert title_of(held) == made.manifest.file
