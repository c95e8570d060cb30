"""The page of one rule: the law, the condition in words, penalty, evidence, and how it stands in a project."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment, Finding, Part, Standing
from compliance.assessment.reasons import Reasons, RecordReasons, reasons
from compliance.conditions.anatomy import has_working_days
from compliance.conditions.explain import Explanation
from compliance.conditions.judgement import Outcome
from compliance.conditions.truth import FAILS, HOLDS, UNKNOWN
from compliance.packs.rulebook import Rule, RuleBook
from compliance.packs.stated import Stated
from compliance.packs.usage import conditions_of
from compliance.reports.evidence_words import kind_text
from compliance.reports.explain.conditions import put_clauses, put_remedy, put_terms
from compliance.reports.explain.law import period_text, put_penalty, put_sources
from compliance.reports.explain.why import STEP, WhyTree
from compliance.reports.paths import path_label
from compliance.reports.text.findings import deciding, reasons_beside_facts
from compliance.reports.text.layout import Page, Style, capital
from compliance.reports.words import say

_STYLES: dict[Standing, Style] = {
    Standing.VIOLATED: "red",
    Standing.UNDECIDED: "yellow",
    Standing.PENDING: "blue",
    Standing.PAST: "yellow",
    Standing.HOLDS: "green",
}


def put_rule_page(
    page: Page,
    rule: Rule,
    book: RuleBook,
    lang: str,
    assessment: Assessment | None = None,
    examples: Sequence[Stated] = (),
) -> None:
    """Everything about a rule; first how it stands in the project, if there is one.

    What to do stands directly after the outcome of a violated rule, else after the law.
    """
    page.put(rule.title.get(lang), style="bold")
    severity = say(f"severity.{rule.severity.value}", lang)
    page.put(
        page.symbol("dot").join([rule.id, severity, book.packs[rule.pack].title.get(lang)]), keep=rule.id
    )
    if rule.hard_stop:
        page.put(say("hard_stop.meaning", lang))
    if not rule.severity.binding:
        page.put(say("not_binding", lang))
    if assessment is not None:
        _put_project(page, rule, assessment, lang)
    page.heading(say("explain.law", lang))
    page.put(rule.because.get(lang))
    put_sources(page, rule, book, lang)
    _put_conditions(page, rule, book, lang)
    page.heading(say("explain.penalty", lang))
    put_penalty(page, rule.penalty, book, lang)
    _put_evidence(page, rule, book, lang, assessment)
    finding = _finding(rule, assessment)
    if finding is None or finding.standing is not Standing.VIOLATED:
        page.heading(say("explain.fix", lang))
        page.put(rule.fix.get(lang))
    if rule.doubt is not None:
        page.heading(say("explain.doubt", lang))
        page.put(rule.doubt.get(lang))
    _put_place(page, rule, book, lang)
    _put_examples(page, examples, lang)


# The rule itself -------------------------------------------------------------------------------------


def _put_conditions(page: Page, rule: Rule, book: RuleBook, lang: str) -> None:
    page.heading(say("explain.when", lang))
    laws = {source.citation.instrument for source in rule.sources} & book.instruments.keys()
    bounded = rule.in_force.start or rule.in_force.end
    # What holds for the law as a whole has just been said there.
    if bounded and any(book.instruments[law].in_force != rule.in_force for law in laws):
        page.put(period_text(rule.in_force, lang) + say("full_stop", lang))
    put_clauses(page, book, lang, rule.applies, rule.when)
    page.heading(say("explain.require", lang))
    put_clauses(page, book, lang, rule.require)
    if rule.calendar is not None and has_working_days(rule.require):
        page.put(say("working_days", lang, calendar=rule.calendar))
    if rule.remedied_by is not None:
        page.heading(say("explain.remedy", lang))
        put_remedy(page, book, lang, rule.remedied_by)
        if rule.parts is not None:
            page.put(say("remedy.each", lang))
    put_terms(page, book, lang, rule.applies, *conditions_of(rule))


def _put_evidence(page: Page, rule: Rule, book: RuleBook, lang: str, assessment: Assessment | None) -> None:
    page.heading(say("explain.evidence", lang))
    for kind in rule.evidence:
        page.put(say("id", lang, text=kind_text(kind, book, lang), id=kind), mark=page.symbol("item"))
    if not rule.evidence:
        page.put(say("evidence.none", lang))
    if assessment is None:
        return
    finding = _finding(rule, assessment)
    held = {status.entry.id: status.entry for status in assessment.evidence}
    entries = [
        say("id", lang, text=name, id=held[name].file or held[name].url or "")
        for name in (finding.evidence if finding else ())
    ]
    if entries:
        page.put(say("evidence.have", lang, entries=say("list.semicolon", lang).join(entries)))
    elif rule.evidence:
        page.put(say("evidence.have_none", lang))


def _put_place(page: Page, rule: Rule, book: RuleBook, lang: str) -> None:
    pack = book.packs[rule.pack]
    place = f"{rule.file or pack.id}:{rule.line}"
    page.heading(say("explain.pack", lang))
    page.put(say("stands_at", lang, place=place, id=pack.id, version=pack.version), keep=place)
    if rule.topic is not None:
        page.put(say("topic", lang, topic=rule.topic))


def _put_examples(page: Page, examples: Sequence[Stated], lang: str) -> None:
    if not examples:
        return
    page.heading(say("explain.examples", lang, n=len(examples)))
    for example in examples:
        state = say("outcome.past" if example.past else f"outcome.{example.expect}", lang)
        if example.due is not None:
            state = say("due", lang, day=example.due)
        page.put(say("example", lang, name=example.name, state=state), mark=page.symbol("item"))


# How it stands in the project ------------------------------------------------------------------------


def _finding(rule: Rule, assessment: Assessment | None) -> Finding | None:
    findings = assessment.findings if assessment is not None else ()
    return next((one for one in findings if one.rule.id == rule.id), None)


def _put_project(page: Page, rule: Rule, assessment: Assessment, lang: str) -> None:
    page.heading(say("explain.in_project", lang))
    file, day = assessment.manifest.file, assessment.as_of.isoformat()
    page.put(say("why.as_of", lang, file=file, day=day), keep=file)
    found = reasons(assessment, rule)
    if found.finding is None:
        page.put(say("why.not_in_force", lang, day=day))
        return
    _put_outcome(page, found.finding, assessment, lang)
    if agrees_although_open(found):
        page.put(say("why.agrees", lang), STEP)
    put_reasons(page, found, assessment, lang)


def put_reasons(page: Page, found: Reasons, assessment: Assessment, lang: str, *, scope: bool = True) -> None:
    """The trees behind a finding: scope, condition, requirement, remedy, records.

    Args:
        scope: also why the pack applies.
    """
    rule = found.rule
    tree = WhyTree(page, assessment, lang)
    if scope:
        pack = assessment.book.packs[rule.pack].title.get(lang)
        _put_tree(page, tree, say("why.applies", lang, pack=pack), found.applies)
    if found.applies is None or found.applies.value != FAILS:
        _put_tree(page, tree, say("why.when", lang), found.when)
    _put_tree(page, tree, say("why.require", lang), found.require)
    _put_tree(page, tree, say("why.remedied", lang), found.remedied)
    if found.records:
        page.gap()
        page.put(say("why.records", lang))
        tree.listed(rule.parts or "", STEP)
        for record in found.records:
            _put_record(page, tree, rule, record, lang)


def _put_outcome(page: Page, finding: Finding, assessment: Assessment, lang: str) -> None:
    past = finding.past or finding.standing is Standing.PAST
    outcome = say("outcome.past" if past else f"outcome.{finding.outcome.value}", lang)
    if finding.due is not None and finding.outcome is Outcome.PENDING:
        outcome = say("label", lang, label=outcome, text=say("due", lang, day=finding.due.isoformat()))
    style = _STYLES[finding.standing]
    page.put(outcome, mark=page.symbol(finding.standing.value), style=style)
    if finding.standing is Standing.VIOLATED:
        fix = finding.rule.fix.get(lang)
        page.put(say("label", lang, label=say("explain.fix", lang), text=fix), STEP)
    said = []
    paths = deciding(finding)
    if paths:
        vocabulary = assessment.book.vocabulary
        named = [f"{path_label(path, vocabulary, lang)} [{path}]" for path in paths]
        key = "why.depends" if finding.outcome is Outcome.UNDECIDED else "why.besides"
        said.append(say(key, lang, facts=say("list.semicolon", lang).join(named)))
    said += reasons_beside_facts(finding, lang)
    if finding.if_in_scope is not None:
        in_scope = say(f"outcome.{finding.if_in_scope.value}", lang)
        said.append(say("undecided.if_one", lang, outcome=in_scope))
    if finding.waiver is not None:
        waiver = finding.waiver
        said.append(
            say(
                "waived", lang, day=waiver.expires.isoformat(), approver=waiver.approver, reason=waiver.reason
            )
        )
    for text in said:
        page.put(capital(text) + say("full_stop", lang), STEP)


def agrees_although_open(found: Reasons) -> bool:
    """Whether the outcome is settled although answers are open that would have mattered, had others been different."""
    if found.finding is None or found.finding.outcome is Outcome.UNDECIDED:
        return False
    shown = [found.applies, found.when, found.require]
    if any(why is not None and why.value == FAILS for why in shown[:2]):
        return False
    return any(why is not None and why.value == UNKNOWN for why in shown)


def _put_tree(page: Page, tree: WhyTree, title: str, why: Explanation | None) -> None:
    if why is None:
        return
    page.gap()
    page.put(title)
    tree.put(why, STEP)


def _put_record(page: Page, tree: WhyTree, rule: Rule, record: RecordReasons, lang: str) -> None:
    part = record.part
    key = part.key if part.key is not None else say("record.further", lang)
    if part.outcome is Outcome.NOT_APPLICABLE:
        said = say("record", lang, record=key, state=say("why.not_concerned", lang))
        tree.entry(rule.parts or "", key, STEP, said)
    else:
        tree.record(rule.parts or "", key, _part_state(part, lang), _part_value(part), STEP)
    if part.waiver is not None:
        waiver = part.waiver
        page.put(
            say(
                "waived", lang, day=waiver.expires.isoformat(), approver=waiver.approver, reason=waiver.reason
            ),
            2 * STEP,
        )
    for why in (record.where, record.satisfies):
        if why is not None:
            tree.put(why, 2 * STEP)
    if record.remedied is not None:
        page.put(say("why.remedied", lang), 2 * STEP)
        tree.put(record.remedied, 3 * STEP)


def _part_state(part: Part, lang: str) -> str:
    if part.due is not None and part.outcome is Outcome.PENDING:
        return say("due", lang, day=part.due.isoformat())
    return say("outcome.past" if part.past else f"outcome.{part.outcome.value}", lang)


def _part_value(part: Part) -> int:
    match part.outcome:
        case Outcome.VIOLATED:
            return FAILS
        case Outcome.UNDECIDED:
            return UNKNOWN
        case Outcome.PENDING:
            return part.due.toordinal() if part.due is not None else UNKNOWN
        case _:
            return HOLDS
