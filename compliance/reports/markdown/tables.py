"""The tables of a Markdown report: at a glance, counts, every rule, evidence register, waivers, views, digests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from compliance.assessment.model import Assessment, EvidenceStatus, Finding, Standing
from compliance.conditions.sentence import option_text
from compliance.packs.rulebook import Rule
from compliance.reports.citation import sources_text
from compliance.reports.digests import stated_digests
from compliance.reports.evidence_words import kind_text, state_words
from compliance.reports.markdown.layout import COMMA, Code, MarkdownPage, Piece, Strong, Text
from compliance.reports.markdown.open import because_words
from compliance.reports.text.findings import in_scope
from compliance.reports.verdict_line import due_of, is_waived, waived_until
from compliance.reports.words import say

SECTION = 3


def put_glance(page: MarkdownPage, assessment: Assessment, lang: str) -> None:
    """What was assessed, as of when, and whether the verdict is final."""
    day = assessment.as_of.isoformat()
    packs = say("list.and", lang).join(
        assessment.partial or [f"{status.pack.id} {status.pack.version}" for status in assessment.packs]
    )
    could = "" if assessment.final else say(f"could.{assessment.worst.value}", lang)
    _table(
        page,
        ("glance.item", "glance.value"),
        [
            [say("glance.file", lang), Code(assessment.manifest.file)],
            [
                say("glance.day", lang),
                say("as_of_given", lang, day=day) if assessment.as_of_given else day,
            ],
            [
                say("glance.packs", lang),
                say("packs.partial" if assessment.partial else "packs.all", lang, packs=packs),
            ],
            [
                say("glance.final", lang),
                say("final.yes", lang) if assessment.final else say("final.no", lang, could=could),
            ],
        ],
        lang,
    )


def put_counts(page: MarkdownPage, assessment: Assessment, lang: str) -> None:
    """How many findings stand how: binding rules, and apart from them the others."""
    heads = [say("count.weight", lang)]
    for standing in Standing:
        heads.append(say(f"standing.{standing.value}", lang))
        if standing is Standing.VIOLATED:
            heads.append(say("count.waived", lang))
    rows: list[list[Text]] = []
    for weight, binding in (("count.binding", True), ("count.other", False)):
        row: list[Text] = [say(weight, lang)]
        for standing in Standing:
            found = assessment.standing(standing, binding=binding)
            row.append(Strong(str(len(found))) if found and binding else str(len(found)))
            if standing is Standing.VIOLATED:
                row.append(str(sum(map(is_waived, found))))
        rows.append(row)
    page.table(heads, rows)


def put_every_rule(page: MarkdownPage, assessment: Assessment, lang: str) -> None:
    """Each rule considered: how it came out, how that counts, and what else is to be known of it."""
    rows = [_rule_row(finding, assessment, lang) for finding in assessment.findings]
    for rule_id in assessment.not_in_force:
        rule = assessment.book.rules[rule_id]
        outcome = say("holds.not_in_force", lang)
        rows.append([*_rule_cells(rule, assessment, lang), outcome, "", "", "", ""])
    columns = ("rule", "requirement", "article", "weight", "outcome", "counts", "due", "because", "marks")
    _table(page, [f"col.{name}" for name in columns], rows, lang)


def _rule_cells(rule: Rule, assessment: Assessment, lang: str) -> list[Text]:
    return [
        Code(rule.id),
        rule.title.get(lang),
        sources_text(rule.sources, assessment.book.instruments, lang),
        say(f"severity.{rule.severity.value}", lang),
    ]


def _rule_row(finding: Finding, assessment: Assessment, lang: str) -> list[Text]:
    return [
        *_rule_cells(finding.rule, assessment, lang),
        say(f"outcome.{finding.outcome.value}", lang),
        say(f"standing.{finding.standing.value}", lang),
        _day(due_of(finding)),
        because_words(finding, lang),
        say("list.semicolon", lang).join(marks_of(finding, lang)),
    ]


def marks_of(finding: Finding, lang: str) -> list[str]:
    """What else is to be known of a finding: hard stop, waivers, past breaches of some records, outcome in scope."""
    blocks = finding.rule.hard_stop and finding.standing is Standing.VIOLATED
    said = [say("hard_stop", lang)] if blocks else []
    if is_waived(finding):
        said.append(say("mark.waived", lang, day=waived_until(finding).isoformat()))
    elif finding.waivers:
        said.append(say("mark.waived_in_part", lang))
    if finding.standing is not Standing.PAST and any(part.past for part in finding.parts):
        said.append(say("mark.past_in_part", lang))
    if finding.if_in_scope is not None:
        said.append(in_scope(finding, lang))
    return said


def put_views(page: MarkdownPage, assessment: Assessment, lang: str, *, detail: bool) -> None:
    """Counsel's views that the assessment rests on; in the full form with the note."""
    vocabulary = assessment.book.vocabulary
    rows: list[list[Text]] = []
    for view in assessment.manifest.readings.values():
        fact = vocabulary[view.reading]
        row: list[Text] = [
            fact.label.get(lang),
            option_text(fact, view.view, lang),
            view.by,
            view.on.isoformat(),
        ]
        rows.append([*row, view.note] if detail else row)
    if rows:
        page.heading(SECTION, say("section.views", lang))
    columns = ["col.reading", "col.view", "col.by", "col.on", *(["col.note"] if detail else [])]
    _table(page, columns, rows, lang)


def put_register(page: MarkdownPage, assessment: Assessment, lang: str) -> None:
    """All evidence of the project file, with what was found of it."""
    rows = [_evidence_row(status, assessment, lang) for status in assessment.evidence]
    if rows:
        page.heading(SECTION, say("section.register", lang))
    columns = ("id", "kind", "rules", "where", "digest", "issued", "expires", "state")
    _table(page, [f"col.{name}" for name in columns], rows, lang)


def _evidence_row(status: EvidenceStatus, assessment: Assessment, lang: str) -> list[Text]:
    entry = status.entry
    return [
        entry.id,
        kind_text(entry.kind or "", assessment.book, lang),
        _codes(entry.rules),
        Code(entry.file) if entry.file else entry.url or "",
        Code(entry.sha256) if entry.sha256 else "",
        _day(entry.issued),
        _day(entry.expires),
        say("list.semicolon", lang).join(state_words(status, assessment, lang)),
    ]


def put_waivers(page: MarkdownPage, assessment: Assessment, lang: str) -> None:
    """All waivers of the project file, with what became of them."""
    rows: list[list[Text]] = [
        [
            Code(waiver.rule),
            waiver.record or "",
            waiver.expires.isoformat(),
            waiver.approver,
            waiver.reason,
            say(f"waiver.state.{state.value}", lang),
        ]
        for waiver, state in assessment.waivers
    ]
    if rows:
        page.heading(SECTION, say("section.waivers.all", lang))
    columns = ("rule", "record", "expires", "approver", "reason", "state")
    _table(page, [f"col.{name}" for name in columns], rows, lang)


def put_digests(page: MarkdownPage, assessment: Assessment, lang: str) -> None:
    """Whole digests of all that the assessment rests on."""
    rows: list[list[Text]] = [
        [Code(one.what) if one.name_is_id else one.what, Code(one.digest) if one.exact else one.digest]
        for one in stated_digests(assessment, lang)
    ]
    _table(page, ("col.what", "col.digest"), rows, lang)


def _table(page: MarkdownPage, columns: Sequence[str], rows: Sequence[Sequence[Text]], lang: str) -> None:
    page.table([say(column, lang) for column in columns], rows)


def _codes(texts: Sequence[str]) -> list[Piece]:
    found: list[Piece] = []
    for text in texts:
        found += [COMMA, Code(text)] if found else [Code(text)]
    return found


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
