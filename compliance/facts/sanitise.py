"""The one place where characters that could deceive a reader or a terminal are made visible."""

from __future__ import annotations

import re
from typing import Final

_BIDI = frozenset([0x061C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Invisible, so two names that look the same could differ: zero-width blank and joiners, soft hyphen.
_ZERO_WIDTH = frozenset([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])

ODD_BLANKS: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Blanks that look like the ordinary one and are none to YAML: no-break, full-width and the like."""

_PLAIN_BLANKS = str.maketrans(dict.fromkeys(ODD_BLANKS, " "))


def _harmful(code: int) -> bool:
    return (
        (code < 0x20 and code not in (0x09, 0x0A))
        or 0x7F <= code <= 0x9F
        or code in _BIDI
        or code in _ZERO_WIDTH
        or 0xD800 <= code <= 0xDFFF
    )


def clean(text: str) -> str:
    """Replace control, bidirectional, zero-width and surrogate characters by a visible `<U+XXXX>`.

    Nothing is dropped: the reader sees that something was there. Tab and line feed stay.
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if _harmful(ord(c)) else c for c in text)


_RUNNERS: Final = re.compile(r"^[^\S\n]*:(?=:)|#(?=#[A-Za-z]*\[)", re.MULTILINE)


def no_command(text: str) -> str:
    """The text with a blank in what a pipeline's runner would take out of its log as a command.

    Runners look for `::name` at the beginning of a line and for `##[name]` or `##name[` anywhere.
    """
    if "::" not in text and "##" not in text:
        return text
    return _RUNNERS.sub(lambda found: f"{found[0]} ", text)


def visible(text: str) -> str:
    """The text without the characters that `clean` shows: what a reader sees of it."""
    return text if text.isprintable() else "".join(c for c in text if not _harmful(ord(c)))


def first_odd_blank(text: str) -> int | None:
    """The index of the first blank that is not the ordinary one, or None."""
    if text.isascii():
        return None
    return next((index for index, character in enumerate(text) if character in ODD_BLANKS), None)


def with_plain_blanks(text: str) -> str:
    """The text with every odd blank as an ordinary one."""
    return text if text.isascii() else text.translate(_PLAIN_BLANKS)
