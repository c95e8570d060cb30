"""A seal: the digest of a whole report, written into the report itself.

It finds damage and careless edits. It is no signature: whoever changes a report on purpose can seal it again. What
proves a report is to make it again from the same files (`compliance replay`).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from compliance.facts.fingerprint import sha256_hex

NO_SEAL: Final = "0" * 64
"""What stands in the place of the seal while the digest is taken."""

_MARKS: Final = {
    "json": rb'(?<=\n    "assessment": ")[0-9a-f]{64}(?="\n)',
    "html": rb'(?<=<meta name="compliance-seal" content=")[0-9a-f]{64}(?=">)',
    "pdf": rb"(?<=compliance-seal-)[0-9a-f]{64}",
}
"""Where the seal stands in a form: what a person's text can never look like there, as it would be escaped."""

SEALED: Final = tuple(_MARKS)
"""The forms that have a seal."""


class Seal(NamedTuple):
    """What a report says its digest is, and what it is."""

    written: str
    found: str

    @property
    def whole(self) -> bool:
        """Whether no byte of the report was changed since it was sealed."""
        return self.written == self.found


def seal(data: bytes, form: str) -> bytes:
    """The report with its digest in the place left for it."""
    blank = re.sub(_MARKS[form], NO_SEAL.encode(), data)
    return re.sub(_MARKS[form], sha256_hex(blank).encode(), blank)


def seal_of(data: bytes, form: str) -> Seal | None:
    """The seal of a report and the digest it ought to be; None where it has none or several that differ."""
    written = {found.group().decode() for found in re.finditer(_MARKS[form], data)}
    if len(written) != 1:
        return None
    blank = re.sub(_MARKS[form], NO_SEAL.encode(), data)
    return Seal(written.pop(), sha256_hex(blank))
