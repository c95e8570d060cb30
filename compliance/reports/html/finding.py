"""One rule in an HTML report: closed it says how it stands, open it says everything about it."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.assessment.reasons import Reasons
from compliance.conditions.judgement import Outcome
from compliance.packs.rulebook import Citation, Rule, Severity
from compliance.reports.citation import citation_text, penalty_text, sources_text
from compliance.reports.evidence_words import wanted_text
from compliance.reports.explain.law import full_citation
from compliance.reports.explain.rule import agrees_although_open
from compliance.reports.html.elements import Child, Element, h, link
from compliance.reports.html.parts import anchor, badge, day, fact_text, pairs, paragraph, place_of
from compliance.reports.html.tree import reasons_tree, shape
from compliance.reports.markdown.open import because_words
from compliance.reports.markdown.tables import marks_of
from compliance.reports.states import state_of
from compliance.reports.text.findings import (
    ALL,
    deciding,
    due_text,
    last_days,
    part_line,
    part_reason,
    parts_shown,
    reasons_beside_facts,
    waiver_text,
    why_of,
)
from compliance.reports.verdict_line import due_of, is_settled_by_waivers, is_waived
from compliance.reports.words import say
from compliance.reports.words_document import word


def finding_element(
    rule: Rule,
    found: Reasons,
    assessment: Assessment,
    questions: dict[str, int],
    lang: str,
    heading: str = "",
) -> Element:
    """A rule with its finding; without one it is not in force on the day.

    Args:
        questions: the numbers of the open questions.
        heading: the article that it stands under.
    """
    finding = found.finding
    state = state_of(rule, finding)
    breach = state == "violated" and rule.severity.binding
    return h(
        "details",
        _summary(rule, finding, state, assessment, lang, heading),
        h("div", _body(rule, found, assessment, questions, lang), class_="body"),
        id=anchor(lang, f"rule-{rule.id}"),
        class_=f"finding {state}",
        open=breach,
        data_rule=rule.id,
        data_state=state,
        data_severity=rule.severity.value,
        data_where=" ".join([rule.pack, *dict.fromkeys(_article(one.citation) for one in rule.sources)]),
    )


def _article(citation: Citation) -> str:
    return f"{citation.instrument}#{citation.article}"


def _summary(
    rule: Rule, finding: Finding | None, state: str, assessment: Assessment, lang: str, heading: str
) -> Element:
    tags: list[Child] = []
    for said, style in _tags(rule, finding, state, assessment, lang):
        tags += [" ", h("span", said, class_=style)]
    cited = sources_text(rule.sources, assessment.book.instruments, lang)
    return h(
        "summary",
        badge(state, lang),
        " ",
        h("span", rule.title.get(lang), class_="title"),
        tags,
        [" ", h("span", cited, class_="cited")] if cited != heading else None,
    )


def _tags(
    rule: Rule, finding: Finding | None, state: str, assessment: Assessment, lang: str
) -> Iterator[tuple[str, str]]:
    """What must not be missed while it is closed, and how it looks."""
    if rule.hard_stop:
        yield say("hard_stop", lang), "tag stop" if state == "violated" else "tag"
    if rule.severity is not Severity.MANDATORY:
        yield say(f"severity.{rule.severity.value}", lang), "tag"
    if finding is None:
        return
    if finding.standing is Standing.PENDING:
        yield due_text(finding, assessment, lang), "tag"
    if finding.waivers and not is_waived(finding):
        yield say("mark.waived_in_part", lang), "tag"
    if is_waived(finding) and not is_settled_by_waivers(finding):
        yield say("mark.rest_undecided", lang), "tag"


def _body(
    rule: Rule, found: Reasons, assessment: Assessment, questions: dict[str, int], lang: str
) -> list[Child]:
    finding = found.finding
    body: list[Child] = []
    if finding is None:
        body.append(paragraph(word("finding.not_in_force", lang, day=assessment.as_of.isoformat())))
    else:
        body += [
            _do(finding, lang),
            _why(finding, found, assessment, lang),
            _records(finding, assessment, lang),
        ]
        body.append(_deciding(finding, assessment, questions, lang))
    body.append(pairs(_facts(rule, finding, assessment, lang)))
    if finding is not None:
        tree = reasons_tree(found, assessment, lang)
        body.append(_tree(rule, tree, assessment, lang))
    body.append(_law(rule, assessment, lang))
    return body


def _do(finding: Finding, lang: str) -> Element | None:
    if finding.standing in (Standing.HOLDS, Standing.PAST):
        return None
    return _labelled(say("do", lang), finding.rule.fix.get(lang), "do")


def _why(finding: Finding, found: Reasons, assessment: Assessment, lang: str) -> list[Child]:
    paths = deciding(finding)
    if finding.standing is Standing.UNDECIDED and paths:  # which stand in a list of their own
        told = [*last_days(finding.why, paths, assessment, lang), *reasons_beside_facts(finding, lang)]
        said = say("list.semicolon", lang).join(told)
    else:
        said = why_of(finding, assessment, lang, told=bool(finding.parts), most=ALL)
    agrees = say("why.agrees", lang) if agrees_although_open(found) else ""
    return [_labelled(say("why", lang), said, "why"), paragraph(agrees)]


def _labelled(label: str, text: str, style: str) -> Element | None:
    return h("p", h("strong", label), " ", text, class_=style) if text else None


def _records(finding: Finding, assessment: Assessment, lang: str) -> list[Child]:
    """Each record: how it comes out, why, where it stands, and who waived it."""
    if not finding.parts:
        return []
    items = [_record(part, assessment, lang) for part in parts_shown(finding, detail=True)]
    return [h("p", h("strong", word("finding.records", lang))), h("ul", items, class_="records")]


def _record(part: Part, assessment: Assessment, lang: str) -> Element:
    reason = part_reason(part, assessment, lang, ALL)
    return h(
        "li",
        shape(_MARKS[part.outcome], lang),
        h("span", part_line(part, lang), class_="record"),
        [" ", place_of(part.location, assessment)],
        paragraph(reason, "quiet"),
        paragraph(waiver_text(part.waiver, lang), "quiet") if part.waiver else None,
    )


_MARKS = {
    Outcome.VIOLATED: "violated",
    Outcome.UNDECIDED: "undecided",
    Outcome.PENDING: "pending",
    Outcome.SATISFIED: "holds",
    Outcome.NOT_APPLICABLE: "",
}


def _deciding(finding: Finding, assessment: Assessment, questions: dict[str, int], lang: str) -> list[Child]:
    paths = deciding(finding)
    if not paths:
        return []
    items = []
    for path in paths:
        said = fact_text(path, assessment.book.vocabulary, lang)
        number = questions.get(path)
        items.append(h("li", h("a", said, href=f"#{anchor(lang, f'question-{number}')}") if number else said))
    return [h("p", h("strong", word("finding.deciding", lang))), h("ul", items, class_="plain")]


def _facts(rule: Rule, finding: Finding | None, assessment: Assessment, lang: str) -> list[tuple[str, Child]]:
    rows: list[tuple[str, Child]] = []
    if finding is None:
        rows.append((word("finding.outcome", lang), say("holds.not_in_force", lang)))
    else:
        rows += _standing(finding, lang)
    rows += [
        (word("finding.weight", lang), say(f"severity.{rule.severity.value}", lang)),
        (word("finding.rule", lang), h("code", rule.id)),
    ]
    if finding is not None:
        rows += [
            (word("finding.place", lang), place_of(finding.location, assessment)),
            (word("finding.waiver", lang), waiver_text(finding.waiver, lang) if finding.waiver else ""),
            (say("evidence.given", lang), say("list.semicolon", lang).join(finding.evidence)),
        ]
    rows.append((say("evidence.wanted", lang), wanted_text(rule, assessment.book, lang)))
    past = finding is not None and finding.standing is Standing.PAST
    if rule.penalty is not None:
        exposure = penalty_text(rule, assessment.book.instruments, lang)
        rows.append((say("exposure" if past else "penalty", lang), exposure))
    if finding is None or finding.standing in (Standing.HOLDS, Standing.PAST):
        rows.append((say("do", lang), rule.fix.get(lang)))
    rows += [
        (say("purpose", lang), rule.because.get(lang)),
        (say("doubt", lang), rule.doubt.get(lang) if rule.doubt else ""),
    ]
    return rows


def _standing(finding: Finding, lang: str) -> list[tuple[str, Child]]:
    rows: list[tuple[str, Child]] = [
        (word("finding.outcome", lang), say(f"outcome.{finding.outcome.value}", lang)),
        (word("finding.counts", lang), say(f"standing.{finding.standing.value}", lang)),
        (word("finding.due", lang), day(due_of(finding))),
        (word("finding.because", lang), because_words(finding, lang)),
        (word("finding.marks", lang), say("list.semicolon", lang).join(marks_of(finding, lang))),
    ]
    return rows


def _tree(rule: Rule, tree: Element | None, assessment: Assessment, lang: str) -> Element:
    pack = assessment.book.packs[rule.pack].title.get(lang)
    scope = h(
        "p",
        h("a", word("finding.scope_link", lang, pack=pack), href=f"#{anchor(lang, f'scope-{rule.pack}')}"),
        class_="quiet",
    )
    return h("details", h("summary", word("finding.tree", lang)), scope, tree, class_="tree", open=True)


def _law(rule: Rule, assessment: Assessment, lang: str) -> list[Child]:
    """The provisions with their links, and how well their text is confirmed."""
    items: list[Child] = []
    instruments = assessment.book.instruments
    for source in rule.sources:
        said = full_citation(source.citation, assessment.book, lang)
        instrument = instruments.get(source.citation.instrument)
        items.append(
            h(
                "li",
                link(instrument.url, said)
                if instrument
                else citation_text(source.citation, instruments, lang),
                paragraph(say(f"confirmed.{source.verified.value}", lang), "quiet"),
            )
        )
    return [h("p", h("strong", word("finding.law", lang))), h("ul", items, class_="plain")]
