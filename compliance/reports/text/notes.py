"""What a reader should also know: evidence, waivers, planned events, warnings, what holds, digests."""

from __future__ import annotations

from compliance import __version__
from compliance.assessment.model import Applies, Assessment, Standing, Verdict
from compliance.conditions.judgement import Outcome
from compliance.conditions.sentence import option_text
from compliance.facts.sanitise import clean
from compliance.reports.citation import provision_text, secondary_instruments
from compliance.reports.notices import evidence_notices, planned_notices, waiver_notices, warning_notices
from compliance.reports.text.findings import because_of, observed_paths
from compliance.reports.text.layout import Page
from compliance.reports.words import say

SHORT_DIGEST = 12


def scope_lines(assessment: Assessment, lang: str) -> list[str]:
    """Of a verdict *out of scope*: why, and which answers would change it."""
    found: list[str] = []
    if assessment.verdict is not Verdict.OUT_OF_SCOPE:
        return found
    for status in assessment.packs:
        if status.pack.subject and status.applies is Applies.NO and status.why is not None:
            why = because_of(status.why, assessment, lang, most=4)
            found.append(say("out.why", lang, pack=status.pack.title.get(lang), why=why))
            facts = say("list.and", lang).join(observed_paths(status.why))
            found.append(say("out.change", lang, facts=facts))
    return found


def put_notes(page: Page, assessment: Assessment, lang: str) -> None:
    """Evidence, waivers, planned events and warnings that need a look."""
    _put_list(page, "section.views", view_lines(assessment, lang), lang)
    _put_list(page, "section.evidence", evidence_lines(assessment, lang), lang)
    _put_list(page, "section.waivers", waiver_lines(assessment, lang), lang)
    _put_list(page, "section.planned", planned_lines(assessment, lang), lang)
    _put_list(page, "section.warnings", warning_lines(assessment, lang), lang)


def put_not_formalised(page: Page, assessment: Assessment, lang: str) -> None:
    """Articles with duties that no rule looks at, whatever the verdict says."""
    _put_list(page, "section.not_formalised", not_formalised_lines(assessment, lang), lang)


def planned_lines(assessment: Assessment, lang: str) -> list[str]:
    """Events that lie after the as-of date."""
    return [notice.text for notice in planned_notices(assessment, lang)]


def not_formalised_lines(assessment: Assessment, lang: str) -> list[str]:
    """Articles with duties that no rule looks at, a line for each instrument."""
    articles: dict[str, list[str]] = {}
    for citation in assessment.not_formalised():
        instrument = assessment.book.instruments[citation.instrument]
        articles.setdefault(citation.instrument, []).append(provision_text(citation, lang, instrument))
    return [
        say(
            "not_formalised",
            lang,
            instrument=assessment.book.instruments[name].short.get(lang),
            articles=say("list.and", lang).join(found),
        )
        for name, found in articles.items()
    ]


def put_holds(page: Page, assessment: Assessment, lang: str, *, show_all: bool) -> None:
    """What holds: counted, and listed if all is wanted."""
    page.heading(say("section.holds", lang))
    for line in holds_lines(assessment, lang):
        page.put(line)
    if not show_all:
        return
    for finding in assessment.standing(Standing.HOLDS):
        fine = finding.outcome is Outcome.SATISFIED
        outcome = "" if fine else say(f"outcome.{finding.outcome.value}", lang)
        mark = page.symbol("holds") if fine else page.symbol("item")
        _put_rule(page, finding.rule.title.get(lang), finding.rule.id, outcome, mark, lang)
    for rule_id in assessment.not_in_force:
        title = assessment.book.rules[rule_id].title.get(lang)
        _put_rule(page, title, rule_id, say("holds.not_in_force", lang), page.symbol("item"), lang)


def put_foot(page: Page, assessment: Assessment, lang: str) -> None:
    """What the report rests on, in short form, and what it is not."""
    page.gap()
    for line in foot_lines(assessment, lang):
        page.put(line, style="dim")


def holds_lines(assessment: Assessment, lang: str) -> list[str]:
    """What holds, counted, and the packs that do not apply."""
    holds = assessment.standing(Standing.HOLDS)
    satisfied = sum(finding.outcome is Outcome.SATISFIED for finding in holds)
    counts = {
        "satisfied": satisfied,
        "not_applicable": len(holds) - satisfied,
        "not_in_force": len(assessment.not_in_force),
    }
    said = [say("holds.counts", lang, **counts)]
    out = [s.pack.title.get(lang) for s in assessment.packs if s.applies is Applies.NO and not s.pack.subject]
    if out:
        said.append(say("holds.packs", lang, packs=say("list.and", lang).join(out)))
    return said


def foot_lines(assessment: Assessment, lang: str) -> list[str]:
    """Digests in short, what is not confirmed, and that it is not legal advice."""
    packs = [f"{status.pack.id} {status.pack.version}" for status in assessment.packs]
    digests = {
        "rules": assessment.book.digest[:SHORT_DIGEST],
        "packs": say("list.and", lang).join(packs),
        "manifest": assessment.manifest.digest[:SHORT_DIGEST],
    }
    said = [say("foot.digests", lang, version=__version__, **digests)]
    sources = (source for finding in assessment.findings for source in finding.rule.sources)
    secondary = secondary_instruments(sources, assessment.book.instruments, lang)
    if secondary:
        said.append(say("foot.secondary", lang, instruments=say("list.and", lang).join(secondary)))
    return [*said, say("foot.not_advice", lang)]


def _put_list(page: Page, heading: str, lines: list[str], lang: str) -> None:
    if not lines:
        return
    page.heading(say(heading, lang))
    for line in lines:
        page.put(line, mark=page.symbol("item"))


def _put_rule(page: Page, title: str, rule_id: str, outcome: str, mark: str, lang: str) -> None:
    text = f"{title}（{rule_id}）" if lang == "zh" else f"{title} ({rule_id})"
    page.put(say("label", lang, label=text, text=outcome) if outcome else text, mark=mark)


def evidence_lines(assessment: Assessment, lang: str) -> list[str]:
    """Evidence that is missing or changed, has expired or soon will."""
    return [notice.text for notice in evidence_notices(assessment, lang)]


def view_lines(assessment: Assessment, lang: str) -> list[str]:
    """Each reading that a person recorded: which view, by whom, when."""
    vocabulary = assessment.book.vocabulary
    found = []
    for view in assessment.manifest.readings.values():
        fact = vocabulary[view.reading]
        named = {"label": fact.label.get(lang), "view": option_text(fact, view.view, lang)}
        found.append(say("view", lang, by=clean(view.by), day=view.on.isoformat(), **named))
    return found


def waiver_lines(assessment: Assessment, lang: str) -> list[str]:
    """Waivers that have no effect or soon will have none."""
    return [notice.text for notice in waiver_notices(assessment, lang)]


def warning_lines(assessment: Assessment, lang: str) -> list[str]:
    """What the project file was warned about, each with its place."""
    found = warning_notices(assessment, lang)
    return [f"{notice.location}: {notice.text}" if notice.location else notice.text for notice in found]
