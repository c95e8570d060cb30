"""Which evidence, waivers, views of counsel, planned events and packs changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from compliance.reports.diff.model import ItemChange, PackChange, PackState

Document: TypeAlias = Mapping[str, Any]
Entry: TypeAlias = Mapping[str, Any]


def evidence_changes(old: Document, new: Document) -> tuple[ItemChange, ...]:
    """Evidence by its id."""

    def parts(entry: Entry, document: Document) -> dict[str, str]:
        expires = entry["expires"] or ""
        expired = bool(expires) and expires < document["as_of"]
        return {
            "state": "expired" if expired and entry["state"] in ("ok", "not_looked_at") else entry["state"],
            "where": entry["file"] or entry["url"] or "",
            "digest": entry["sha256"] or "",
            # Where none is noted, only the file that was found tells another one in its place.
            "found": "" if entry["sha256"] else entry["found_sha256"] or "",
            "issued": entry["issued"] or "",
            "expires": expires,
            "kind": entry["kind"] or "",
            "rules": ", ".join(entry["rules"]),
        }

    return _changes(old, new, "evidence", lambda entry: entry["id"], parts)


def waiver_changes(old: Document, new: Document) -> tuple[ItemChange, ...]:
    """Waivers by rule and record."""

    def parts(entry: Entry, document: Document) -> dict[str, str]:
        return {name: entry[name] for name in ("state", "expires", "approver", "reason")}

    def name(entry: Entry) -> str:
        return entry["rule"] if entry["record"] is None else f"{entry['rule']} [{entry['record']}]"

    return _changes(old, new, "waivers", name, parts)


def view_changes(old: Document, new: Document) -> tuple[ItemChange, ...]:
    """Counsel's views by the point of law."""

    def parts(entry: Entry, document: Document) -> dict[str, str]:
        return {name: entry[name] for name in ("view", "by", "on", "note")}

    return _changes(old, new, "readings", lambda entry: entry["reading"], parts)


def planned_changes(old: Document, new: Document) -> tuple[ItemChange, ...]:
    """Events after the as-of date by their path: on one side only when the day came, or was planned, since."""

    def parts(entry: Entry, document: Document) -> dict[str, str]:
        return {"date": entry["date"]}

    return _changes(old, new, "planned", lambda entry: entry["path"], parts)


def pack_changes(old: Document, new: Document) -> tuple[PackChange, ...]:
    """Packs with another version or digest, those that apply otherwise, and those that one side lacks."""
    before, after = _packs(old), _packs(new)
    return tuple(
        PackChange(name, before.get(name), after.get(name))
        for name in {**after, **before}
        if before.get(name) != after.get(name)
    )


def _packs(document: Document) -> dict[str, PackState]:
    return {
        pack["id"]: PackState(pack["version"], pack["digest"], pack["applies"]) for pack in document["packs"]
    }


def _changes(
    old: Document,
    new: Document,
    key: str,
    name: Callable[[Entry], str],
    parts: Callable[[Entry, Document], dict[str, str]],
) -> tuple[ItemChange, ...]:
    before, after = _numbered(old, key, name, parts), _numbered(new, key, name, parts)
    return tuple(
        ItemChange(one[0], _pairs(before.get(one)), _pairs(after.get(one)))
        for one in {**after, **before}
        if before.get(one) != after.get(one)
    )


def _numbered(
    document: Document,
    key: str,
    name: Callable[[Entry], str],
    parts: Callable[[Entry, Document], dict[str, str]],
) -> dict[tuple[str, int], dict[str, str]]:
    """Items by name and, among those of one name, by number: beside a waiver that expired there may be a new one."""
    seen: Counter[str] = Counter()
    found = {}
    for entry in document[key]:
        called = name(entry)
        seen[called] += 1
        found[called, seen[called]] = parts(entry, document)
    return found


def _pairs(parts: dict[str, str] | None) -> tuple[tuple[str, str], ...] | None:
    return None if parts is None else tuple(parts.items())
