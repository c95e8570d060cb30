"""Where two assessments differ, place by place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from compliance.facts.sanitise import clean
from compliance.reports.read_assessment import Document

_NAMES: Final = ("rule", "path", "id", "reading", "record", "citation", "topic", "code")
"""Keys that name an item of a list, the best first."""

_ABSENT: Final = object()


class Difference(NamedTuple):
    """One place where two documents differ; what only one has is None in the other."""

    place: str
    old: str | None
    new: str | None


def differences(old: Document, new: Document) -> list[Difference]:
    """All places where two assessments differ, in the order of the first."""
    return list(_between(dict(old), dict(new), ()))


def _between(old: Any, new: Any, place: tuple[str, ...]) -> Iterator[Difference]:
    if old == new and type(old) is type(new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = [(key, old.get(key, _ABSENT), new.get(key, _ABSENT)) for key in {**old, **new}]
    elif isinstance(old, list) and isinstance(new, list):
        mine, other = _named(old), _named(new)
        pairs = [(key, mine.get(key, _ABSENT), other.get(key, _ABSENT)) for key in {**mine, **other}]
    else:
        yield Difference("/".join(map(clean, place)), _said(old), _said(new))
        return
    for key, before, after in pairs:
        yield from _between(before, after, (*place, key))


def _named(items: list[Any]) -> dict[str, Any]:
    """Items of a list by what names them; by their number where that is not unique."""
    names = [_name(item) for item in items]
    if None in names or len(set(names)) < len(names):
        return {str(number): item for number, item in enumerate(items, 1)}
    return dict(zip(map(str, names), items, strict=True))


def _name(item: Any) -> str | None:
    if not isinstance(item, dict):
        return None
    return next((str(item[key]) for key in _NAMES if item.get(key) is not None), None)


def _said(value: Any) -> str | None:
    if value is _ABSENT:
        return None
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
