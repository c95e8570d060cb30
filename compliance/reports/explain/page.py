"""`compliance explain`: the page of whatever a name means."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.assessment.model import Assessment
from compliance.facts.vocabulary import Fact
from compliance.packs.lookup import Subject
from compliance.packs.rulebook import Definition, Rule, RuleBook
from compliance.packs.stated import Stated
from compliance.reports.explain.fact import put_fact_page
from compliance.reports.explain.provision import put_definition_page, put_provision_page
from compliance.reports.explain.rule import put_rule_page
from compliance.reports.text.layout import Page
from compliance.reports.words import say


def render_page(
    subject: Subject,
    book: RuleBook,
    lang: str,
    *,
    assessment: Assessment | None = None,
    examples: Sequence[Stated] = (),
    width: int = 80,
    colour: bool = False,
    unicode: bool = True,
) -> str:
    """The page as text.

    Args:
        assessment: the project to look at, if there is one.
        examples: of a rule, as its file states them.
        width: columns to wrap to; at least 20.
        colour: whether to use SGR colours. They never carry meaning alone.
        unicode: whether marks may be other than ASCII.
    """
    page = Page(width, colour, unicode, depth=4)
    match subject:
        case Rule():
            put_rule_page(page, subject, book, lang, assessment, examples)
        case Fact():
            put_fact_page(page, subject, book, lang, assessment)
        case Definition():
            put_definition_page(page, subject, book, lang, assessment)
        case _:
            put_provision_page(page, subject, book, lang, assessment)
    page.gap()
    page.put(say("foot.not_advice", lang), style="dim")
    return page.text()
