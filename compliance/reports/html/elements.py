"""HTML made of elements, so that text from anywhere stays text: nothing is ever pasted into source.

Attributes that could run something or lead anywhere are refused where an element is made, whatever they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from compliance.facts.sanitise import clean
from compliance.frozen import frozen


@frozen
class Element:
    """An element. What stands in it is escaped when it is written."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Content, ...]


@frozen
class Source:
    """The content of a `script` or `style` element, written as it is: files of the program, or data escaped before."""

    text: str


Content: TypeAlias = "Element | Source | str"
Child: TypeAlias = "Content | Sequence[Child] | None"

_EMPTY: Final = frozenset({"br", "hr", "input", "link", "meta"})
"""Elements without content and end."""

_OWN_LINE: Final = frozenset(
    {
        *(
            "html",
            "head",
            "meta",
            "link",
            "title",
            "style",
            "script",
            "body",
            "header",
            "main",
            "nav",
            "section",
        ),
        *("div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "details", "summary"),
        *("table", "thead", "tbody", "tr", "select", "optgroup", "option"),
    }
)
"""Elements after which a line ends: blanks between them are not shown."""

_WITH_SOURCE: Final = frozenset({"script", "style"})
_NO_CHARACTER: Final = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_ATTRIBUTE: Final = re.compile(r"(?!on)[a-z]+(-[a-z]+)*")
_SAFE_ADDRESS: Final = re.compile(r'(?:https?://|mailto:|#)[^\s"<>\\^`{|}]+', re.IGNORECASE)


def h(tag: str, *children: Child, **attributes: str | bool | None) -> Element:
    """An element: `h("a", "text", href="#top", aria_label="up")`.

    Children may be lists; None is nothing. An attribute that is None or False is not there, one that is True has no
    value; `class_` means `class`, `aria_label` means `aria-label`.
    """
    named = tuple(
        (_name(key), "" if value is True else str(value))
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Element(tag, named, tuple(_flat(children)))


def link(address: str, *children: Child, **attributes: str | bool | None) -> Child:
    """A link to a web page or a mail address; anything else is only text."""
    if not is_safe(address):
        return list(children)
    return h("a", *children, href=address, rel="noopener noreferrer", **attributes)


def is_safe(address: str) -> bool:
    """Whether an address may be linked: http, https, mailto, or a place on this page."""
    return _SAFE_ADDRESS.fullmatch(address) is not None and clean(address) == address


def written(content: Content) -> str:
    """The HTML source."""
    pieces: list[str] = []
    _write(content, pieces)
    return "".join(pieces)


def _name(key: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not _ATTRIBUTE.fullmatch(name) or name in ("style", "src", "srcset", "srcdoc", "action", "formaction"):
        raise ValueError(f"no such attribute here: {name}")
    return name


def _flat(children: Sequence[Child]) -> Iterator[Content]:
    for child in children:
        if isinstance(child, Element | Source):
            yield child
        elif isinstance(child, str):
            if child:
                yield child
        elif child is not None:
            yield from _flat(child)


def _write(content: Content, pieces: list[str]) -> None:
    match content:
        case str():
            pieces.append(_escaped(content))
        case Source(text):
            pieces.append(text)
        case Element(tag, attributes, children):
            pieces.append(f"<{tag}{''.join(_attribute(tag, *one) for one in attributes)}>")
            assert tag in _WITH_SOURCE or not any(isinstance(child, Source) for child in children)
            for child in children:
                _write(child, pieces)
            if tag not in _EMPTY:
                pieces.append(f"</{tag}>")
            if tag in _OWN_LINE:
                pieces.append("\n")


def shown(text: str) -> str:
    """The text as a page shows it: what is no character of HTML, or deceives, is made visible."""
    return _NO_CHARACTER.sub(lambda one: f"<U+{ord(one.group()):04X}>", clean(text))


def _escaped(text: str) -> str:
    return shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(tag: str, name: str, value: str) -> str:
    if name == "href" and not (is_safe(value) or (tag == "link" and value == "data:,")):
        raise ValueError(f"no address to lead to: {value}")
    return f' {name}="{_escaped(value).replace(chr(34), "&quot;")}"' if value else f" {name}"
