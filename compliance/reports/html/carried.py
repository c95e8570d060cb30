r"""Data carried inside an HTML report, and taken out of it again byte for byte.

JSON has `<` only within texts, where `\u003c` means the same. So each `<` is written that way, and no text can end the
element it stands in; in the same way what HTML calls no character. The way back is exact: the JSON of this program
writes none of these escapes itself, and a text that has the six characters of one reads `\\u003c` in JSON, with a
backslash that is itself escaped.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_HIDDEN: Final = re.compile("[<\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""What stands in no `script` element as it is. JSON escapes none of it."""

_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-f]{4})|.)", re.DOTALL)
_CARRIED: Final = {
    name: re.compile(rb'<script type="application/json" id="' + name.encode() + rb'">\n([^<]*)</script>')
    for name in ("assessment", "report")
}


class Carried(NamedTuple):
    """What an HTML report carries: `assessment.json` and `report.json`, exactly as they were put in."""

    assessment: bytes
    report: bytes


def in_script(data: bytes) -> str:
    """JSON of this program as the content of a `script` element, from which `carried_in_html` restores the bytes.

    Raises:
        ValueError: for data that would not come back the same.
    """
    text = data.decode()
    said = _HIDDEN.sub(lambda one: f"\\u{ord(one.group()):04x}", text)
    if _restored(said) != text:
        raise ValueError("this JSON escapes what only a script element needs escaped")
    return "\n" + said


def carried_in_html(data: bytes) -> Carried | None:
    """The data that a report carries; None for a file that carries none, or more than one of a kind.

    The bytes alone are looked at: no text of a report can look like the element that is sought, as its `<` is escaped.
    """
    found = {name: pattern.findall(data) for name, pattern in _CARRIED.items()}
    if any(len(one) != 1 for one in found.values()):
        return None
    try:
        assessment, report = (
            _restored(found[name][0].decode()).encode() for name in ("assessment", "report")
        )
    except UnicodeDecodeError:
        return None
    return Carried(assessment, report)


def _restored(said: str) -> str:
    return _ESCAPE.sub(_unhidden, said)


def _unhidden(escape: re.Match[str]) -> str:
    character = chr(int(escape.group(1) or "0", 16))
    return character if _HIDDEN.fullmatch(character) else escape.group()
