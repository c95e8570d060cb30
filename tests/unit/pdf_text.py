"""What a reader sees of a PDF, by a program that is not ours."""

from __future__ import annotations

import re
from functools import cache

from pypdfium2 import PdfDocument


@cache
def pages(data: bytes) -> tuple[str, ...]:
    """The text of each page."""
    document = PdfDocument(data)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
    document.close()
    return tuple(found)


def squeezed(text: str) -> str:
    """The text without blanks, breaks and the hyphens at which lines end: a page sets them as it has room."""
    return re.sub(r"[-\s\ufffe]+", "", text)


def whole(data: bytes) -> str:
    """All text, squeezed, without the lines above and below that every page has."""
    return "".join(squeezed("\n".join(page.splitlines())) for page in pages(data))
