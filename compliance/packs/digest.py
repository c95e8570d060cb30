"""A digest over what a pack says: the order of files, comments, quoting and formatting do not change it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from compliance.facts.yaml_reader import PACK_LIMITS, read_yaml

_UNORDERED = (
    "facts",
    "definitions",
    "instruments",
    "identifiers",
    "evidence_kinds",
    "impossible",
    "bases",
    "rules",
    "forms",
)


def pack_digest(contents: Mapping[str, bytes]) -> str:
    """SHA-256 in hex over the content of a pack's files, whichever file says what."""
    from compliance.packs.files import plain

    parts: list[str] = []
    for name in contents:
        tree, _ = read_yaml(contents[name], name, PACK_LIMITS)
        content = plain(tree) if tree is not None else None
        if isinstance(content, dict):
            parts += _statements(content)
    return sha256("\n".join(sorted(parts)).encode()).hexdigest()


def book_digest(digests: Mapping[str, str]) -> str:
    """SHA-256 in hex over the digests of all packs."""
    return sha256("\n".join(f"{pack} {digests[pack]}" for pack in sorted(digests)).encode()).hexdigest()


def _statements(content: dict[str, Any]) -> list[str]:
    """One text for each thing a file says; things with ids count each for itself."""
    found: list[str] = []
    for key, value in content.items():
        if key in _UNORDERED and isinstance(value, list):
            found += [_canonical([key, item]) for item in value]
        else:
            found.append(_canonical([key, value]))
    return found


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
