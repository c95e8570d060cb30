"""What a PDF report rests on: answers, evidence, waivers, counsel's views, the law, the method and the digests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from compliance.assessment.model import Assessment, EvidenceStatus, Verdict
from compliance.conditions.sentence import label_of, option_text
from compliance.packs.rulebook import Citation, Handling
from compliance.packs.usage import Entry, ledger
from compliance.reports.answers import Answer, answers
from compliance.reports.citation import provision_text
from compliance.reports.digests import stated_digests
from compliance.reports.evidence_words import kind_text, state_words
from compliance.reports.explain.law import instrument_text
from compliance.reports.json_parts import Json
from compliance.reports.method import method_lines
from compliance.reports.text.notes import (
    evidence_lines,
    not_formalised_lines,
    planned_lines,
    waiver_lines,
    warning_lines,
)
from compliance.reports.text.topics import shared_topics, topic_lines
from compliance.reports.words import say
from compliance.reports.words_document import word as shared
from compliance.reports.words_pdf import word


def answers_given(assessment: Assessment, lang: str) -> Json:
    """Every answer, sensitive ones masked unless they were asked for."""
    given = answers(assessment)
    return {
        "title": shared("answers.title", lang, n=len(given)),
        "intro": shared("answers.intro.shown" if assessment.disclosed else "answers.intro", lang),
        "none": word("answers.none", lang),
        "heads": [word(f"answers.{name}", lang) for name in ("fact", "answer", "path")],
        "rows": [_answer(one, lang) for one in given],
    }


def _answer(answer: Answer, lang: str) -> Json:
    return [label_of(answer.fact, answer.record, lang), answer.path, answer.text(lang)]


def notes(assessment: Assessment, lang: str) -> Json:
    """Evidence, waivers, counsel's views, planned events, warnings, and matters that several rules bound."""
    topics = [line for topic in shared_topics(assessment) for line in topic_lines(topic, assessment, lang)]
    lists = [
        ("section.topics", topics),
        ("section.evidence", evidence_lines(assessment, lang)),
        ("section.waivers", waiver_lines(assessment, lang)),
        ("section.planned", planned_lines(assessment, lang)),
        ("section.warnings", warning_lines(assessment, lang)),
    ]
    return {
        "title": word("notes.title", lang),
        "tables": [
            _evidence(assessment, lang),
            _waivers(assessment, lang),
            _views(assessment, lang),
        ],
        "lists": [[say(key, lang), list(lines)] for key, lines in lists if lines],
    }


def _table(
    title: str, none: str, columns: Mapping[str, int], rows: Sequence[Sequence[str]], lang: str
) -> Json:
    """A table.

    Args:
        columns: name -> width: millimetres, or below 10 a share of the rest.
    """
    return {
        "title": title,
        "none": none,
        "heads": [say(f"col.{name}", lang) for name in columns],
        "widths": list(columns.values()),
        "rows": [list(row) for row in rows],
    }


def _evidence(assessment: Assessment, lang: str) -> Json:
    return _table(
        shared("register.title", lang, n=len(assessment.evidence)),
        shared("register.none", lang),
        {"id": 3, "rules": 4, "where": 6, "issued": 19, "expires": 19, "state": 22},
        [_entry(status, assessment, lang) for status in assessment.evidence],
        lang,
    )


def _entry(status: EvidenceStatus, assessment: Assessment, lang: str) -> list[str]:
    entry = status.entry
    named = kind_text(entry.kind or "", assessment.book, lang)
    supported = [one.rule.id for one in assessment.findings if entry.id in one.evidence]
    where = [entry.file or entry.url or "", f"SHA-256 {entry.sha256}" if entry.sha256 else ""]
    return [
        "\n".join(one for one in (entry.id, named) if one),
        "\n".join(dict.fromkeys([*entry.rules, *supported])),
        "\n".join(one for one in where if one),
        _day(entry.issued),
        _day(entry.expires),
        say("list.semicolon", lang).join(state_words(status, assessment, lang)),
    ]


def _waivers(assessment: Assessment, lang: str) -> Json:
    rows = [
        [
            "\n".join(one for one in (waiver.rule, waiver.record) if one),
            waiver.reason,
            waiver.approver,
            waiver.expires.isoformat(),
            say(f"waiver.state.{state.value}", lang),
        ]
        for waiver, state in assessment.waivers
    ]
    columns = {"rule": 4, "reason": 5, "approver": 2, "expires": 19, "state": 26}
    title = shared("waivers.title", lang, n=len(rows))
    return _table(title, shared("waivers.none", lang), columns, rows, lang)


def _views(assessment: Assessment, lang: str) -> Json:
    vocabulary = assessment.book.vocabulary
    rows = [
        [
            vocabulary[view.reading].label.get(lang),
            option_text(vocabulary[view.reading], view.view, lang),
            view.by,
            view.on.isoformat(),
            view.note,
        ]
        for view in assessment.manifest.readings.values()
    ]
    columns = {"reading": 4, "view": 4, "by": 2, "on": 19, "note": 3}
    title = shared("views.title", lang, n=len(rows))
    return _table(title, shared("views.none", lang), columns, rows, lang)


def law(assessment: Assessment, lang: str) -> Json:
    """Every provision of the instruments of the run's packs, and how it is dealt with."""
    packs = {status.pack.id for status in assessment.packs}
    entries = ledger(assessment.book)
    instruments: list[Json] = [
        {
            "title": instrument_text(one, lang),
            "rows": [_provision(entry, lang) for entry in entries if entry.instrument is one],
        }
        for one in assessment.book.instruments.values()
        if one.pack in packs and any(entry.instrument is one for entry in entries)
    ]
    return {
        "title": shared("ledger.title", lang),
        "intro": shared("ledger.intro", lang),
        "heads": [shared(f"ledger.{name}", lang) for name in ("provision", "subject", "handled", "reason")],
        "unchecked": [say("section.not_formalised", lang), list(not_formalised_lines(assessment, lang))],
        "instruments": instruments,
    }


def _provision(entry: Entry, lang: str) -> Json:
    article = entry.article
    reason = [article.reason.get(lang)] if article.reason else []
    return [
        provision_text(Citation(entry.instrument.id, article.number), lang, entry.instrument),
        article.title.get(lang),
        say(f"handled.{article.handled.value}", lang),
        "\n".join([*(rule.title.get(lang) for rule in entry.rules), *reason]),
        article.handled is Handling.NOT_FORMALISED,
    ]


def method(assessment: Assessment, lang: str) -> Json:
    """How the report was come by, and what it does not say."""
    return {
        "title": shared("method.title", lang),
        "said": list(method_lines(assessment, lang)),
        "verdicts_title": word("method.verdicts", lang),
        "verdicts": [
            [say(f"verdict.{one.value}", lang), word(f"verdict.{one.value}", lang)] for one in Verdict
        ],
        "advice": say("foot.not_advice", lang),
    }


def digests(assessment: Assessment, lang: str, digest: str) -> Json:
    """What the report rests on, and how to check it."""
    rows: list[Json] = [[one.what, one.digest] for one in stated_digests(assessment, lang)]
    rows.append(["assessment.json", digest])
    return {
        "title": shared("digests.title", lang),
        "heads": [say("col.what", lang), say("col.digest", lang)],
        "rows": rows,
        "said": [word("verify.attached", lang), word("verify.seal", lang)],
        "commands_title": word("verify.commands", lang),
        "commands": ["compliance verify report.pdf", "compliance replay report.pdf -m compliance.yaml"],
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
