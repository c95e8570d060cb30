"""The examples of one rule as its file states them, without running them: for pages about the rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from compliance.errors import Location
from compliance.facts.yaml_reader import (
    PACK_LIMITS,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
    location_of,
    read_yaml,
)
from compliance.packs.rulebook import Rule


class Stated(NamedTuple):
    """One example: its name, the outcome it states, and its place."""

    name: str
    expect: str
    past: bool
    due: str | None
    location: Location


def stated_examples(contents: Mapping[str, Mapping[str, bytes]], rule: Rule) -> tuple[Stated, ...]:
    """The examples in the file of a rule; none when the file is not at hand.

    Args:
        contents: pack folder's name -> path of a file in it -> bytes.
    """
    pack, _, relative = rule.file.partition("/")
    data = contents.get(pack, {}).get(relative)
    tree = None if data is None else read_yaml(data, rule.file, PACK_LIMITS)[0]
    own = next((one for one in _items(tree, "rules") if _text(one, "id") == rule.id), None)
    return tuple(
        Stated(
            name=_text(one, "name") or "",
            expect=_text(one, "expect") or "",
            past=_text(one, "past") == "true",
            due=_text(one, "due"),
            location=location_of(one, rule.file),
        )
        for one in _items(own, "examples")
    )


def _items(node: YamlNode | None, key: str) -> list[YamlMapping]:
    found = node.get(key) if isinstance(node, YamlMapping) else None
    return (
        [one for one in found.items if isinstance(one, YamlMapping)]
        if isinstance(found, YamlSequence)
        else []
    )


def _text(node: YamlMapping, key: str) -> str | None:
    found = node.get(key)
    return found.text if isinstance(found, YamlScalar) else None
