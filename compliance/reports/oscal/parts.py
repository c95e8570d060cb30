"""Small pieces of OSCAL: identifiers that do not change, properties of our own, Markdown in which text stays text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias
from uuid import NAMESPACE_URL, uuid5

from compliance.assessment.model import Assessment
from compliance.facts.sanitise import clean
from compliance.frozen import frozen
from compliance.packs.rulebook import Rule
from compliance.reports.distinctions import Pairs, plain
from compliance.reports.json_parts import Json
from compliance.reports.names import service_name
from compliance.reports.words_grc import grc

OSCAL_VERSION: Final = "1.2.1"
OWN: Final = "urn:compliance:report:1"
"""The namespace of our properties."""

_NAMESPACE: Final = uuid5(NAMESPACE_URL, OWN)
_MARKS: Final = re.compile(r"[*\[\]{}]|(?<![^\W_])_|_(?![^\W_])")
_BEGINNING: Final = re.compile(r"^(#|[-+=](?=\W|$)|-+$|=+$|\d{1,9}(?=[.)]))")
_ENTITIES: Final = {ord(mark): f"&#{ord(mark)};" for mark in "\\`~^"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
}
_NO_TOKEN: Final = re.compile(r"[^\w.-]")

Said: TypeAlias = Callable[[str], str]
"""Says something in a language."""


def line(text: str) -> str:
    """A text on one line that is no mark-up: as Markdown it reads as it was.

    Angle brackets and ampersands become entities, so that not even a program that takes it for HTML runs anything;
    so do marks for which programs disagree about a backslash before them.
    """
    marked = _MARKS.sub(r"\\\g<0>", plain(text).translate(_ENTITIES))
    return _BEGINNING.sub(_escaped_beginning, marked) or "…"


def _escaped_beginning(found: re.Match[str]) -> str:
    begins = found.group(0)
    return f"{begins}\\" if begins[0].isdigit() else f"\\{begins}"


def paragraphs(texts: Iterable[str]) -> str:
    """Texts as paragraphs, each line one of its own; what was said already is not said again."""
    lines = [line(one) for text in texts for one in clean(text).split("\n") if one.strip()]
    return "\n\n".join(dict.fromkeys(lines)) or "…"


def props(pairs: Pairs) -> list[Json]:
    """Properties of ours."""
    return [{"name": name, "ns": OWN, "value": value} for name, value in pairs]


def control_id(rule: Rule) -> str:
    """The control that a rule belongs to: the article it rests on first."""
    return token(f"{rule.article.instrument}.{rule.article.article}")


def token(text: str) -> str:
    """An id as OSCAL allows it."""
    said = _NO_TOKEN.sub("_", text)
    return said if said[:1].isalpha() else f"_{said}"


@frozen
class Writer:
    """Says things of one assessment in the languages asked for.

    Args:
        name: what the project calls itself; empty if it does not say.
    """

    assessment: Assessment
    languages: tuple[str, ...]
    name: str

    def uuid(self, *names: str) -> str:
        """The identifier of a thing: the same in every report on the same service by the same path."""
        file = self.assessment.manifest.file
        return str(uuid5(_NAMESPACE, json.dumps([clean(file), self.name, *map(clean, names)])))

    def title(self, said: Said) -> str:
        """A title, in one line."""
        return line(" / ".join(dict.fromkeys(said(lang) for lang in self.languages)))

    def text(self, *said: Said) -> str:
        """Paragraphs: all in the first language, then all in the other one."""
        return paragraphs(one(lang) for lang in self.languages for one in said)

    def words(self, key: str, **slots: object) -> Said:
        """Words of the program."""
        return lambda lang: grc(key, lang, **slots)

    def subject(self, lang: str) -> str:
        """What the service is called here."""
        return self.name or grc("nameless", lang, file=plain(self.assessment.manifest.file))


def writer_of(assessment: Assessment, languages: Iterable[str]) -> Writer:
    """What writes the OSCAL forms of an assessment."""
    return Writer(assessment, tuple(languages), service_name(assessment))
