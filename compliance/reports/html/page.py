"""The frame of an HTML report: head, policy, controls, editions, what the file carries."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from compliance import __version__
from compliance.reports.html.carried import in_script
from compliance.reports.html.elements import Child, Element, Source, h, written
from compliance.reports.html.parts import TAGS, anchor
from compliance.reports.seal import NO_SEAL
from compliance.reports.words_document import word

_FILES: Final = Path(__file__).parent
_DARK: Final = "screen and (prefers-color-scheme: dark)"


def page(
    title: str, editions: Sequence[Child], languages: Sequence[str], carried: Mapping[str, bytes]
) -> bytes:
    """The whole file, with the place for its seal left blank.

    Args:
        editions: the report in each of the languages.
        carried: JSON by the name of its element.
    """
    first = languages[0]
    document = h(
        "html",
        _head(title),
        h(
            "body",
            h("a", word("page.skip", first), href=f"#{anchor(first, 'top')}", class_="skip"),
            _bar(languages),
            h("main", editions),
            [
                h("script", Source(in_script(data)), type="application/json", id=name)
                for name, data in carried.items()
            ],
        ),
        lang=TAGS[first],
    )
    return f"<!DOCTYPE html>\n{written(document)}".encode()


def _head(title: str) -> Element:
    return h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=_policy()),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("meta", name="referrer", content="no-referrer"),
        h("meta", name="generator", content=f"compliance {__version__}"),
        h("meta", name="compliance-seal", content=NO_SEAL),
        h("title", title),
        h("link", rel="icon", href="data:,"),
        h("style", Source(_file("report.css"))),
        h("style", Source(_file("dark.css")), media=_DARK, id="dark"),
        h("script", Source(_file("report.js"))),
    )


def _bar(languages: Sequence[str]) -> Element:
    """Controls that a script works; hidden until it does."""
    return h(
        "header",
        h("span", "compliance", class_="brand"),
        _languages(languages) if len(languages) > 1 else None,
        [_theme(lang) for lang in languages],
        class_="bar",
        hidden=True,
    )


def _languages(languages: Sequence[str]) -> Element:
    buttons = [
        h("button", word("page.language", lang), type="button", lang=TAGS[lang], data_language=lang)
        for lang in languages
    ]
    label = " / ".join(word("page.languages", lang) for lang in languages)
    return h("div", buttons, class_="languages", role="group", aria_label=label)


def _theme(lang: str) -> Element:
    options = [
        h("option", word(f"page.theme.{name}", lang), value=name) for name in ("auto", "light", "dark")
    ]
    chosen = h("select", options, id=anchor(lang, "theme"), data_theme=True)
    label = h("label", word("page.theme", lang), for_=anchor(lang, "theme"))
    button = h("button", word("page.print", lang), type="button", data_do="print")
    return h("div", label, chosen, button, lang=TAGS[lang], class_="tools", data_edition=lang)


def _policy() -> str:
    """Nothing but this file's own styles and script; the digests let nothing else in."""
    styles = " ".join(_digest(name) for name in ("report.css", "dark.css"))
    return (
        f"default-src 'none'; script-src {_digest('report.js')}; style-src {styles}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(name: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(_file(name).encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    """A file of the program, as it stands in the page. It never has `</`, which would end its element."""
    text = (_FILES / name).read_text("utf-8")
    assert "</" not in text and "\r" not in text
    return text
