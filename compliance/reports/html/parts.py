"""Small pieces that the sections of an HTML report share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from compliance.assessment.model import Assessment
from compliance.errors import Location
from compliance.facts.vocabulary import Vocabulary
from compliance.packs.rulebook import Rule
from compliance.reports.html.elements import Child, Element, h
from compliance.reports.paths import path_label
from compliance.reports.states import STATES
from compliance.reports.words import say

TAGS: Final = {"zh": "zh-CN", "en": "en"}
"""The language tags of HTML."""


def badge(state: str, lang: str) -> Element:
    """A state as shape and word. Its colour says nothing more."""
    sign, key = STATES[state]
    return h("span", h("span", sign, aria_hidden="true"), " ", say(key, lang), class_=f"badge {state}")


def anchor(lang: str, name: str) -> str:
    """The id of a place on the page; each language has its own."""
    return f"{lang}-{name}"


def rule_link(rule: Rule, lang: str) -> Element:
    """A rule's title that leads to its finding."""
    return h("a", rule.title.get(lang), href=f"#{anchor(lang, f'rule-{rule.id}')}")


def section(lang: str, name: str, title: str, *content: Child) -> Element:
    """A section with its heading."""
    heading = anchor(lang, name)
    return h("section", h("h2", title, id=heading), list(content), aria_labelledby=heading, class_=name)


def paragraph(text: str, style: str | None = None) -> Element | None:
    """A paragraph; None where there is no text."""
    return h("p", text, class_=style) if text else None


def bullets(lines: Sequence[Child]) -> Element | None:
    """A list; None where it would be empty."""
    return h("ul", [h("li", line) for line in lines], class_="plain") if lines else None


def table(lang: str, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Child]]) -> Element | None:
    """A table whose first column names the row; None where there are no rows. It scrolls where it has no room."""
    if not rows:
        return None
    head = h("thead", h("tr", [h("th", text, scope="col") for text in heads]))
    body = h(
        "tbody",
        [h("tr", h("th", first, scope="row"), [h("td", cell) for cell in rest]) for first, *rest in rows],
    )
    named = h("caption", caption, class_="unseen")
    return h(
        "div", h("table", named, head, body), class_="scroll", tabindex="0", role="group", aria_label=caption
    )


def pairs(rows: Sequence[tuple[str, Child]], style: str = "pairs") -> Element | None:
    """Names with what is said of them; those of which nothing is said are left out."""
    said = [(name, value) for name, value in rows if value not in (None, "", [])]
    if not said:
        return None
    return h("dl", [h("div", h("dt", name), h("dd", value)) for name, value in said], class_=style)


def day(value: date | None) -> Child:
    """A day that machines can read too."""
    return h("time", value.isoformat(), datetime=value.isoformat()) if value else None


def place_of(location: Location | str | None, assessment: Assessment) -> Element | None:
    """A place in a file; of a file beside the project file only the name, as its folder stands at the top."""
    if location is None:
        return None
    folder, slash, _ = assessment.manifest.file.rpartition("/")
    return h("code", str(location).removeprefix(folder + slash))


def fact_text(path: str, vocabulary: Vocabulary, lang: str) -> list[Child]:
    """A fact's label and its path."""
    return [path_label(path, vocabulary, lang), " ", h("code", path)]
