"""An evidence entry in words: what it is, where, what was found of it, and its dates."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from compliance.assessment.model import Assessment, EvidenceStatus
from compliance.packs.rulebook import Rule, RuleBook
from compliance.reports.words import say
from compliance.reports.words_grc import grc

_KEPT: Final = ":/?#[]@!$&'()*+,;=%~"
"""What has a meaning in an address and is not spelt in another way."""

_STRAY: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LETTERS: Final = r"[-\w.~!$&'()*+,;=%]"
_ADDRESS: Final = re.compile(
    rf"https?://(?:{_LETTERS[:-1]}:]*@)?(?:{_LETTERS}+|\[[0-9A-Fa-f:.]+\])(?::\d*)?"
    rf"(?:/{_LETTERS[:-1]}:@/]*)?(?:\?{_LETTERS[:-1]}:@/?]*)?(?:#{_LETTERS[:-1]}:@/?]*)?",
    re.ASCII,
)


def evidence_states(status: EvidenceStatus, assessment: Assessment) -> tuple[str, ...]:
    """What became of it: `ok`, `found` (no digest to compare), `missing`, `changed`, `not_looked_at`, `expired`."""
    entry = status.entry
    state = "found" if status.state == "ok" and entry.sha256 is None else status.state
    expired = entry.expires is not None and entry.expires < assessment.as_of
    return (state, "expired") if expired else (state,)


def state_words(status: EvidenceStatus, assessment: Assessment, lang: str) -> list[str]:
    """What became of it, each state in words."""
    return [say(f"state.{state}", lang) for state in evidence_states(status, assessment)]


def kind_text(kind: str, book: RuleBook, lang: str) -> str:
    """What a kind of evidence is called; the kind itself where no pack has a name for it."""
    known = book.evidence_kinds.get(kind)
    return known.get(lang) if known else kind


def wanted_text(rule: Rule, book: RuleBook, lang: str) -> str:
    """The kinds of evidence that a rule wants."""
    return say("list.semicolon", lang).join(kind_text(kind, book, lang) for kind in rule.evidence)


def evidence_lines(status: EvidenceStatus, assessment: Assessment, lang: str) -> list[str]:
    """What there is to say of it, line by line."""
    entry = status.entry
    lines = [
        grc(
            "evidence",
            lang,
            kind=kind_text(entry.kind, assessment.book, lang)
            if entry.kind
            else grc("evidence.no_kind", lang),
            state=say("list.semicolon", lang).join(state_words(status, assessment, lang)),
        ),
        entry.file or entry.url or "",
    ]
    if entry.sha256:
        lines.append(grc("evidence.sha256", lang, digest=entry.sha256))
    if status.found and status.found != entry.sha256:
        lines.append(grc("evidence.found", lang, digest=status.found))
    if entry.issued or entry.expires:
        lines.append(grc("evidence.dates", lang, issued=entry.issued or "–", expires=entry.expires or "–"))
    return [line for line in lines if line]


def evidence_place(status: EvidenceStatus) -> str | None:
    """Where it is, as a reference in the letters that all programs take: relative to the project file, or on the web.

    None for an address that is none by the standard (RFC 3986): it stands in the words alone.
    """
    if status.entry.url is None:
        return quote((status.entry.file or "").replace("\\", "/"))
    spelt = _STRAY.sub("%25", quote(status.entry.url, safe=_KEPT))
    return spelt if _ADDRESS.fullmatch(spelt) else None
