"""The answers that reports show: all of them, in words, sensitive ones only on request."""

from __future__ import annotations

from datetime import date

import pytest
from report_samples import EXAMPLES, example
from sample_book import judged

from compliance.facts.values import HELD, NONE, Record, Records
from compliance.facts.vocabulary import Kind
from compliance.frozen import changed
from compliance.reports.answers import answers
from compliance.reports.disclosed import disclosed


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_answer_is_there_once(name: str) -> None:
    assessment = example(name)
    facts = assessment.book.vocabulary
    wanted: set[str] = set()
    for fact, value in assessment.manifest.answers.items():
        if facts[fact].kind is Kind.READING:
            continue
        wanted.add(fact)
        if isinstance(value, Records):
            wanted |= {
                f"{fact}[{record.key}].{field.removeprefix(fact + '.')}"
                for record in value.entries
                for field in record.fields
            }
    found = [answer.path for answer in answers(assessment)]
    assert sorted(found) == sorted(wanted)
    assert all(answer.text(lang) for answer in answers(assessment) for lang in ("zh", "en"))
    assert all(answer.location is not None for answer in answers(assessment))


def test_words_of_answers() -> None:
    endpoints = Records((Record("官网", {"service.endpoints.shown": False}),), complete=False)
    made = judged(changes={"service.endpoints": endpoints, "service.filed_on": date(2026, 6, 10)})
    said = {answer.path: (answer.text("en"), answer.text("zh")) for answer in answers(made)}
    assert said["service.filed_on"] == ("2026-06-10", "2026-06-10")
    assert said["service.endpoints"] == ("1 entry, and there may be more", "1 项，此外可能还有")
    assert said["service.endpoints[官网].shown"] == ("no", "否")


def test_sensitive_answers_are_shown_only_on_request() -> None:
    assessment = example("vehicle-data")
    fact = next(
        fact for fact in assessment.book.vocabulary.facts.values()
        if fact.sensitive and fact.kind is Kind.TEXT and fact.parent is None
    )  # fmt: skip
    for value, masked, open_ in (
        ("Secret 001", "given (sensitive, not shown)", "Secret 001"),
        (HELD, "given (sensitive, not shown)", "given (sensitive, not shown)"),
        (NONE, "none", "none"),
    ):
        manifest = changed(assessment.manifest, answers={fact.id: value})
        made = changed(assessment, manifest=manifest)
        (answer,) = answers(made)
        (shown,) = answers(disclosed(made))
        assert (answer.text("en"), shown.text("en")) == (masked, open_)
        assert answer.hidden is (value is not NONE) and shown.hidden is (value is HELD)
