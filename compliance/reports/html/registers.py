"""What an HTML report rests on: answers, evidence, waivers, counsel's views, warnings."""

from __future__ import annotations

from compliance.assessment.model import Assessment, EvidenceStatus
from compliance.conditions.sentence import option_text
from compliance.reports.answers import Answer, answers
from compliance.reports.evidence_words import kind_text, state_words
from compliance.reports.html.elements import Child, Element, h, link
from compliance.reports.html.parts import bullets, day, paragraph, place_of, rule_link, section, table
from compliance.reports.text.notes import evidence_lines, waiver_lines, warning_lines
from compliance.reports.words import say
from compliance.reports.words_document import word


def answers_given(assessment: Assessment, lang: str) -> Element:
    """Every answer with its place in the project file."""
    given = answers(assessment)
    title = word("answers.title", lang, n=len(given))
    if not given:
        return section(lang, "answers", title, paragraph(word("answers.nothing", lang), "quiet"))
    heads = [word(f"answers.{name}", lang) for name in ("fact", "answer", "place")]
    rows = [_answer(one, assessment, lang) for one in given]
    intro = "answers.intro.shown" if assessment.disclosed else "answers.intro"
    folded = h(
        "details", h("summary", word("answers.fold", lang)), table(lang, title, heads, rows), class_="fold"
    )
    return section(lang, "answers", title, paragraph(word(intro, lang)), folded)


def _answer(answer: Answer, assessment: Assessment, lang: str) -> list[Child]:
    label = answer.fact.label.get(lang)
    of = [answer.record, " · "] if answer.record is not None else []
    named: list[Child] = [*of, label, " ", h("code", answer.path)]
    return [named, answer.text(lang), place_of(answer.location, assessment)]


def evidence(assessment: Assessment, lang: str) -> Element:
    """All evidence with what was found of it."""
    title = word("register.title", lang, n=len(assessment.evidence))
    columns = ("id", "kind", "where", "issued", "expires", "state", "rules")
    heads = [say(f"col.{name}", lang) for name in columns]
    rows = [_evidence(status, assessment, lang) for status in assessment.evidence]
    looks = evidence_lines(assessment, lang)
    return section(
        lang,
        "evidence",
        title,
        [h("h3", word("register.looks", lang)), bullets(looks)] if looks else None,
        table(lang, title, heads, rows) or paragraph(word("register.none", lang), "quiet"),
    )


def _evidence(status: EvidenceStatus, assessment: Assessment, lang: str) -> list[Child]:
    entry = status.entry
    where = h("code", entry.file) if entry.file else link(entry.url or "", entry.url or "")
    return [
        entry.id,
        kind_text(entry.kind or "", assessment.book, lang),
        [where, h("div", h("code", entry.sha256, class_="digest")) if entry.sha256 else None],
        day(entry.issued),
        day(entry.expires),
        say("list.semicolon", lang).join(state_words(status, assessment, lang)),
        bullets([_rule(rule, assessment, lang) for rule in _supported(status, assessment)]),
    ]


def _supported(status: EvidenceStatus, assessment: Assessment) -> list[str]:
    """The rules that an entry names and those that its kind supports."""
    supported = [one.rule.id for one in assessment.findings if status.entry.id in one.evidence]
    return list(dict.fromkeys([*status.entry.rules, *supported]))


def _rule(rule_id: str, assessment: Assessment, lang: str) -> Child:
    """A rule as a link to its finding, where this run has one."""
    known = {finding.rule.id for finding in assessment.findings} | set(assessment.not_in_force)
    return rule_link(assessment.book.rules[rule_id], lang) if rule_id in known else h("code", rule_id)


def waivers(assessment: Assessment, lang: str) -> Element:
    """All waivers with what became of them."""
    title = word("waivers.title", lang, n=len(assessment.waivers))
    columns = ("rule", "record", "expires", "approver", "reason", "state")
    rows: list[list[Child]] = [
        [
            _rule(waiver.rule, assessment, lang),
            waiver.record or "",
            day(waiver.expires),
            waiver.approver,
            waiver.reason,
            say(f"waiver.state.{state.value}", lang),
        ]
        for waiver, state in assessment.waivers
    ]
    return section(
        lang,
        "waivers",
        title,
        bullets(waiver_lines(assessment, lang)),
        table(lang, title, [say(f"col.{name}", lang) for name in columns], rows)
        or paragraph(word("waivers.none", lang), "quiet"),
    )


def views(assessment: Assessment, lang: str) -> Element:
    """Counsel's views on doubts of law."""
    vocabulary = assessment.book.vocabulary
    found = assessment.manifest.readings.values()
    title = word("views.title", lang, n=len(found))
    columns = ("reading", "view", "by", "on", "note")
    rows: list[list[Child]] = [
        [
            [vocabulary[view.reading].label.get(lang), " ", h("code", view.reading)],
            option_text(vocabulary[view.reading], view.view, lang),
            view.by,
            day(view.on),
            view.note,
        ]
        for view in found
    ]
    return section(
        lang,
        "views",
        title,
        table(lang, title, [say(f"col.{name}", lang) for name in columns], rows)
        or paragraph(word("views.none", lang), "quiet"),
    )


def warnings(assessment: Assessment, lang: str) -> Element | None:
    """What the project file was warned about."""
    lines = warning_lines(assessment, lang)
    if not lines:
        return None
    return section(lang, "warnings", say("section.warnings", lang), bullets(lines))
