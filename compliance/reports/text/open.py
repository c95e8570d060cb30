"""What is open, shortest way first: the few facts to answer, then what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from compliance.assessment.model import Applies, Assessment, Finding, PackStatus, Standing
from compliance.conditions.judgement import Outcome
from compliance.facts.values import HELD
from compliance.facts.vocabulary import Bilingual, Kind
from compliance.reports.open_facts import hanging_on, in_order_of_weight
from compliance.reports.paths import fact_of, path_label
from compliance.reports.text.findings import deciding, last_days, put_finding, reasons_beside_facts
from compliance.reports.text.layout import Page
from compliance.reports.words import say

FIRST: Final = 8
"""How many facts are listed unless all are wanted."""

NAMED: Final = 4
"""How many facts a folded line names."""


def put_first_questions(page: Page, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """The open facts, the one that decides most first, numbered."""
    facts = in_order_of_weight(assessment)
    if not facts:
        return
    page.heading(say("section.first", lang))
    shown = facts if show_all else facts[:FIRST]
    for number, path in enumerate(shown, start=1):
        mark = f"{number:>{len(str(len(shown)))}}. "
        page.put(question_text(path, assessment, lang), mark=mark)
        remarks = page.symbol("dot").join([path, *question_remarks(path, assessment, lang)])
        page.put(remarks, len(mark), style="dim", keep=path)
    if len(shown) < len(facts):
        page.put(say("first.rest", lang, n=len(facts) - len(shown)), len("1. "))


def question_text(path: str, assessment: Assessment, lang: str) -> str:
    """The question about an open fact; for a field of a list with the record it is about."""
    vocabulary = assessment.book.vocabulary
    fact = fact_of(path, vocabulary)
    label = path_label(path, vocabulary, lang)
    if fact.question is None:
        return label
    if fact.parent is None:
        return fact.question.get(lang)
    return say("label", lang, label=label, text=fact.question.get(lang))


_CALLED: Final = {
    "`none`": Bilingual("“none”", "“无”"),
    "`[]`": Bilingual("“none”", "“无”"),
    "`not yet`": Bilingual("“not yet”", "“尚未”"),
}


def question_on_paper(path: str, assessment: Assessment, lang: str) -> str:
    """The same where people write the answer down by hand: with answers called as they, not as files call them."""
    text = question_text(path, assessment, lang)
    for word, said in _CALLED.items():
        # Chinese has a blank beside letters and signs, and none beside quotation marks.
        written = rf" ?{re.escape(word)} ?" if lang == "zh" else re.escape(word)
        text = re.sub(written, said.get(lang), text)
    return text


def question_remarks(path: str, assessment: Assessment, lang: str) -> list[str]:
    """Who can answer, what is there already, and how much hangs on it."""
    said = []
    if fact_of(path, assessment.book.vocabulary).kind is Kind.READING:
        said.append(say("first.for_counsel", lang))
    if assessment.manifest.answers.get(path) is HELD:
        said.append(say("first.held", lang))
    count = hanging_on(path, assessment)
    if count:
        said.append(say("first.rules", lang, n=count))
    else:
        titles = [s.pack.title.get(lang) for s in assessment.packs if path in s.decided_by]
        said.append(say("first.scope", lang, packs=say("list.and", lang).join(titles)))
    return said


def put_undecided(page: Page, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """The undecided binding rules; those of a pack whose scope is open fold to one line."""
    undecided = assessment.standing(Standing.UNDECIDED, binding=True)
    if not undecided:
        return
    page.heading(say("section.undecided", lang, n=len(undecided)))
    if show_all:
        for number, finding in enumerate(undecided):
            if number:
                page.gap()
            put_finding(page, finding, assessment, lang, detail=True)
        return
    folded = {status.pack.id: status for status in assessment.packs if status.applies is Applies.OPEN}
    for pack_id, status in folded.items():
        members = [finding for finding in undecided if finding.rule.pack == pack_id]
        if members:
            _put_fold(page, status, members, assessment, lang)
    for finding in undecided:
        if finding.rule.pack not in folded:
            _put_line(page, finding, assessment, lang)


def _put_fold(
    page: Page, status: PackStatus, members: Sequence[Finding], assessment: Assessment, lang: str
) -> None:
    head, *rest = fold_lines(status, members, assessment, lang)
    page.put(head, mark=page.symbol("undecided"), style="yellow")
    for line in rest:
        page.put(line, 2)


def fold_lines(
    status: PackStatus, members: Sequence[Finding], assessment: Assessment, lang: str
) -> list[str]:
    """The rules of a pack whose scope is open: what they hang on, then what they come to if it applies."""
    pack = status.pack.title.get(lang)
    facts = _named([path for path in in_order_of_weight(assessment) if path in status.decided_by], lang)
    said = [say("undecided.fold", lang, pack=pack, n=len(members), facts=facts)]
    counts = [
        say("undecided.count", lang, n=number, outcome=say(f"outcome.{outcome.value}", lang))
        for outcome in (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.PENDING)
        if (number := sum(finding.if_in_scope is outcome for finding in members))
    ]
    if any(finding.if_in_scope in (Outcome.VIOLATED, Outcome.PENDING) for finding in members):
        said.append(say("undecided.if", lang, counts=say("list.comma", lang).join(counts)))
    breaches = [f.rule.title.get(lang) for f in members if f.if_in_scope is Outcome.VIOLATED]
    if breaches:
        titles = say("list.semicolon", lang).join(breaches[:NAMED])
        if len(breaches) > NAMED:
            titles = say("undecided.more", lang, facts=titles, n=len(breaches) - NAMED)
        said.append(say("undecided.breaches", lang, titles=titles) + say("full_stop", lang))
    return said


def _put_line(page: Page, finding: Finding, assessment: Assessment, lang: str) -> None:
    said = hanging_lines(finding, assessment, lang)
    title = finding.rule.title.get(lang)
    head = f"{title}（{finding.rule.id}）" if lang == "zh" else f"{title} ({finding.rule.id})"
    text = say("label", lang, label=head, text=say("list.semicolon", lang).join(said)) if said else head
    page.put(text, mark=page.symbol("undecided"))


def hanging_lines(finding: Finding, assessment: Assessment, lang: str) -> list[str]:
    """What an undecided finding hangs on, in short."""
    paths = deciding(finding)
    said = [say("undecided.depends", lang, facts=_named(paths, lang))] if paths else []
    return [*said, *last_days(finding.why, paths, assessment, lang), *reasons_beside_facts(finding, lang)]


def _named(paths: Sequence[str], lang: str) -> str:
    facts = say("list.and", lang).join(paths[:NAMED])
    if len(paths) <= NAMED:
        return facts
    return say("undecided.more", lang, facts=facts, n=len(paths) - NAMED)
