"""HTML reports read with a parser that is not ours and forgives nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
from report_samples import assessment_of

from compliance.assessment.model import Assessment
from compliance.reports.render import Language, Options, render

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def parse(data: bytes) -> Element:
    """The tree of a page; any parse error fails."""
    found: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data.decode("utf-8"))
    return found


def page_of(made: Assessment) -> bytes:
    return render("html", made, Options(("zh", "en")))


@cache
def page(name: str, languages: tuple[Language, ...] = ("zh", "en")) -> bytes:
    """The page of a sample."""
    return render("html", assessment_of(name), Options(languages))


@cache
def tree(name: str, languages: tuple[Language, ...] = ("zh", "en")) -> Element:
    """The tree of the page of a sample."""
    return parse(page(name) if languages == ("zh", "en") else page(name, languages))


def edition(root: Element, lang: str) -> Element:
    (found,) = root.findall(f"./body/main/div[@data-edition='{lang}']")
    return found


def text(element: Element | None) -> str:
    """What a reader sees of it, blanks folded."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def with_class(root: Element, name: str, tag: str = "*") -> Iterator[Element]:
    return (one for one in root.iter() if name in one.get("class", "").split() and tag in ("*", one.tag))


def section(root: Element, name: str) -> Element:
    (found,) = (one for one in root.iter("section") if one.get("class") == name)
    return found


def pairs(element: Element) -> dict[str, str]:
    """Names and what is said of them, of all description lists."""
    return {
        text(row.find("dt")): text(row.find("dd"))
        for row in element.iter("div")
        if row.find("dt") is not None
    }


def rows(element: Element) -> list[dict[str, str]]:
    """The rows of all tables, by the heads of their columns."""
    found = []
    for table in element.iter("table"):
        heads = [text(cell) for cell in table.findall("./thead/tr/th")]
        for row in table.findall("./tbody/tr"):
            found.append(dict(zip(heads, map(text, row), strict=True)))
    return found


def folded(said: str) -> str:
    return re.sub(r"\s+", " ", said).strip()
