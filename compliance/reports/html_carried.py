r"""Data carried inside an HTML report, and taken out of it again byte for byte.

JSON has `<` only within texts, where `\u003c` means the same. So each `<` is written that way, and no text can end the
element it stands in. The way back is exact: the JSON of this program never writes `\u003c` itself, and a text that
has these six characters reads `\\u003c` in JSON, with a backslash that is itself escaped.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LESS: Final = b"\\u003c"
_ESCAPE: Final = re.compile(rb"\\(?:u003c|.)", re.DOTALL)
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
    said = data.replace(b"<", _LESS)
    if _restored(said) != data:
        raise ValueError("this JSON escapes `<` itself")
    return "\n" + said.decode()


def carried_in_html(data: bytes) -> Carried | None:
    """The data that a report carries; None for a file that carries none, or more than one of a kind.

    The bytes alone are looked at: no text of a report can look like the element that is sought, as its `<` is escaped.
    """
    found = {name: pattern.findall(data) for name, pattern in _CARRIED.items()}
    if any(len(one) != 1 for one in found.values()):
        return None
    return Carried(*(_restored(found[name][0]) for name in ("assessment", "report")))


def _restored(said: bytes) -> bytes:
    return _ESCAPE.sub(lambda one: b"<" if one.group() == _LESS else one.group(), said)
