"""All rules of an HTML report, by pack and article, and the filters over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from compliance.assessment.model import Applies, Assessment, Finding, PackStatus
from compliance.assessment.reasons import Reasons
from compliance.packs.rulebook import Citation, Pack, Rule, Severity
from compliance.reports.citation import citation_text
from compliance.reports.considered import considered
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.html.finding import finding_element
from compliance.reports.html.parts import anchor, paragraph, section
from compliance.reports.html.tree import scope_tree
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.states import STATES, state_of
from compliance.reports.words import say
from compliance.reports.words_document import word


def findings(assessment: Assessment, reasons: Mapping[str, Reasons], lang: str) -> Element:
    """Every rule considered, those not in force too.

    Args:
        reasons: of each of these rules.
    """
    rules = considered(assessment)
    return section(
        lang,
        "findings",
        word("findings.title", lang, n=len(rules)),
        paragraph(word("findings.intro", lang)),
        _filters(rules, assessment, lang),
        [_pack(status, rules, assessment, reasons, lang) for status in assessment.packs],
    )


def _pack(
    status: PackStatus,
    rules: Mapping[str, tuple[Rule, Finding | None]],
    assessment: Assessment,
    reasons: Mapping[str, Reasons],
    lang: str,
) -> Element | None:
    own = [rule for rule, _ in rules.values() if rule.pack == status.pack.id]
    if not own:
        return None
    numbers = {path: number for number, path in enumerate(in_order_of_weight(assessment), start=1)}
    articles: list[Child] = []
    for cited, members in _by_article(own):
        heading = citation_text(cited, assessment.book.instruments, lang)
        listed = [
            finding_element(rule, reasons[rule.id], assessment, numbers, lang, heading) for rule in members
        ]
        articles.append(h("div", h("h4", heading), listed, class_="group"))
    return h(
        "div",
        h(
            "h3",
            status.pack.title.get(lang),
            " ",
            h("span", word("findings.rules", lang, n=len(own)), class_="note"),
        ),
        _scope(status, assessment, lang),
        articles,
        class_="pack group",
    )


def _by_article(rules: Sequence[Rule]) -> Iterator[tuple[Citation, list[Rule]]]:
    """The rules by the article they cite first, in the order of the pack."""
    for article, members in groupby(rules, key=lambda rule: rule.article):
        yield article, list(members)


def _scope(status: PackStatus, assessment: Assessment, lang: str) -> Element:
    """Whether the pack applies, and why."""
    tree = scope_tree(status, assessment, lang)
    name = anchor(lang, f"scope-{status.pack.id}")
    if tree is None:
        return h("p", word("findings.scope.always", lang), id=name, class_="quiet")
    said = say(
        "label",
        lang,
        label=word("findings.scope", lang),
        text=word(f"findings.scope.{status.applies.value}", lang),
    )
    opened = status.applies is not Applies.YES
    return h("details", h("summary", said), tree, class_="tree scope", id=name, open=opened)


# Filters ---------------------------------------------------------------------------------------------


def _filters(rules: Mapping[str, tuple[Rule, Finding | None]], assessment: Assessment, lang: str) -> Element:
    """Hidden until a script works them. What they are called is the same in both languages."""
    return h(
        "div",
        h("h3", word("filter.title", lang), class_="unseen"),
        _states(rules, lang),
        h(
            "div",
            _severities(lang),
            _places(rules, assessment, lang),
            _field(
                lang,
                "text",
                word("filter.text", lang),
                h(
                    "input",
                    type="search",
                    id=anchor(lang, "filter-text"),
                    data_filter="text",
                    autocomplete="off",
                ),
            ),
            class_="fields",
        ),
        h(
            "div",
            h(
                "p",
                role="status",
                class_="shown",
                data_shown=word("filter.shown", lang, shown="{shown}", all="{all}"),
            ),
            [
                h("button", word(f"filter.{name}", lang), type="button", data_do=name)
                for name in ("open", "close", "clear")
            ],
            class_="buttons",
        ),
        paragraph(word("filter.link", lang), "quiet"),
        class_="filters",
        role="search",
        aria_label=word("filter.title", lang),
        hidden=True,
    )


def _states(rules: Mapping[str, tuple[Rule, Finding | None]], lang: str) -> Element:
    numbers = [state_of(rule, finding) for rule, finding in rules.values()]
    boxes: list[Child] = []
    for state, (sign, key) in STATES.items():
        if number := numbers.count(state):
            boxes.append(
                h(
                    "label",
                    h("input", type="checkbox", data_filter="state", value=state),
                    h(
                        "span",
                        h("span", sign, aria_hidden="true"),
                        " ",
                        say(key, lang),
                        " ",
                        h("b", str(number)),
                    ),
                    class_=f"box {state}",
                )
            )
    return h("fieldset", h("legend", word("filter.state", lang)), boxes)


def _severities(lang: str) -> Element:
    options = [h("option", word("filter.any", lang), value="")]
    options += [h("option", say(f"severity.{one.value}", lang), value=one.value) for one in Severity]
    return _select(lang, "severity", options)


def _places(rules: Mapping[str, tuple[Rule, Finding | None]], assessment: Assessment, lang: str) -> Element:
    """Packs, each with the articles that its rules cite."""
    options: list[Child] = [h("option", word("filter.any", lang), value="")]
    for status in assessment.packs:
        own = [rule for rule, _ in rules.values() if rule.pack == status.pack.id]
        if own:
            options.append(_pack_places(status.pack, own, assessment, lang))
    return _select(lang, "where", options)


def _pack_places(pack: Pack, rules: Sequence[Rule], assessment: Assessment, lang: str) -> Element:
    cited = {
        (source.citation.instrument, source.citation.article): None
        for rule in rules
        for source in rule.sources
    }
    instruments = assessment.book.instruments
    options = [
        h(
            "option",
            citation_text(Citation(*one), instruments, lang),
            value=str(Citation(*one)),
        )
        for one in cited
    ]
    whole = h("option", word("filter.whole", lang), value=pack.id)
    return h("optgroup", whole, options, label=pack.title.get(lang))


def _select(lang: str, name: str, options: Sequence[Child]) -> Element:
    chosen = h("select", list(options), id=anchor(lang, f"filter-{name}"), data_filter=name)
    return _field(lang, name, word(f"filter.{name}", lang), chosen)


def _field(lang: str, name: str, label: str, control: Element) -> Element:
    return h("div", h("label", label, for_=anchor(lang, f"filter-{name}")), control, class_="field")
