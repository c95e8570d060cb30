"""Descriptions for JSON Schemas: one text with both languages, Chinese first, from a table of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from compliance.facts.vocabulary import Bilingual

Schema = dict[str, Any]

_ALTERNATIVES: Final = ("anyOf", "oneOf", "allOf", "prefixItems")
_NESTED: Final = ("items", "additionalProperties")


def both(text: Bilingual) -> str:
    """A text in both languages, as schemas carry it."""
    return text.zh if text.zh == text.en else f"{text.zh} / {text.en}"


def explained(schema: Schema, words: Mapping[str, Bilingual]) -> Schema:
    """A copy of a schema in which each definition and each property has its description from the table.

    A definition is looked up by its name, a property by its path in the definition: `finding.rule`.
    """
    copy: Schema = _unshared(schema)
    for path, part in described_parts(copy):
        if path in words:
            part["description"] = both(words[path])
    return copy


def described_parts(schema: Schema, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Everything in a schema that a reader wants explained: definitions and properties, each with its path."""
    for name, definition in schema.get("$defs", {}).items():
        yield name, definition
        yield from described_parts(definition, name)
    for name, part in schema.get("properties", {}).items():
        own = f"{path}.{name}" if path else name
        yield own, part
        yield from described_parts(part, own)
    for key in _NESTED:
        if isinstance(schema.get(key), dict):
            yield from described_parts(schema[key], path)
    for key in _ALTERNATIVES:
        for alternative in schema.get(key, ()):
            yield from described_parts(alternative, path)


def _unshared(value: Any) -> Any:
    """A copy in which no two places are the same object."""
    if isinstance(value, dict):
        return {key: _unshared(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_unshared(inner) for inner in value]
    return value
