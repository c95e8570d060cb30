"""The files of one pack: read, checked for shape, every part with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compliance.errors import Location, Problem
from compliance.facts.spelling import near
from compliance.facts.yaml_reader import (
    PACK_LIMITS,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
    location_of,
    read_yaml,
    scalar_bool,
    scalar_is_null,
    shown,
)
from compliance.frozen import frozen
from compliance.packs.models import PackFile

HEAD = ("pack", "version", "title", "subject", "needs", "applies")


@frozen
class SourceFile:
    """One file of a pack: its shape, its tree and its name for messages."""

    name: str
    tree: YamlMapping
    shape: PackFile

    def at(self, *path: str | int) -> YamlNode:
        """The node under a path of keys and indexes; the nearest one around it if it is not there."""
        return node_at(self.tree, path)

    def place(self, *path: str | int) -> Location:
        """The place of the node under a path."""
        return location_of(self.at(*path), self.name)


def node_at(tree: YamlNode, path: tuple[str | int, ...]) -> YamlNode:
    """The node under a path, or the nearest one around it. Steps that lead nowhere are passed over."""
    node = tree
    for step in path:
        if isinstance(node, YamlMapping) and isinstance(step, str):
            node = node.get(step) or node
        elif isinstance(node, YamlSequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def read_files(contents: Mapping[str, bytes], folder: str, problems: list[Problem]) -> list[SourceFile]:
    """Read the YAML files of a pack, in the order of their names."""
    found = []
    for relative in sorted(contents):
        name = f"{folder}/{relative}" if folder else relative
        tree, own = read_yaml(contents[relative], name, PACK_LIMITS)
        problems += own
        if own or tree is None:
            continue
        if not isinstance(tree, YamlMapping):
            problems.append(Problem("pack.not_a_mapping", location_of(tree, name)))
            continue
        shape = _shape(tree, name, problems)
        if shape is not None:
            found.append(SourceFile(name, tree, shape))
    return found


def _shape(tree: YamlMapping, name: str, problems: list[Problem]) -> PackFile | None:
    from pydantic import ValidationError

    try:
        return PackFile.model_validate(plain(tree))
    except ValidationError as error:
        problems += [
            _problem(one, tree, name) for one in error.errors(include_url=False, include_input=False)
        ]
        return None


def plain(node: YamlNode) -> Any:
    """The tree as plain Python: texts stay texts, only `true`, `false` and null are more."""
    match node:
        case YamlScalar():
            if scalar_is_null(node):
                return None
            value = scalar_bool(node)
            return node.text if value is None else value
        case YamlSequence():
            return [plain(item) for item in node.items]
        case YamlMapping():
            return {key.text: plain(value) for key, value in node.entries}


def _problem(error: Any, tree: YamlMapping, name: str) -> Problem:
    # Between keys and indexes pydantic names the branch of a union; no key of a pack looks like that.
    inner = tuple(
        s for s in error["loc"][:-1] if isinstance(s, int) or not (s[:1].isupper() or "-" in s or "[" in s)
    )
    path = inner + tuple(error["loc"][-1:])
    node = node_at(tree, path)
    said = ".".join(str(step) for step in path)
    match error["type"]:
        case "extra_forbidden":
            key = str(path[-1])
            parent = node_at(tree, path[:-1])
            place: YamlNode = parent
            if isinstance(parent, YamlMapping):
                place = next((k for k, _ in parent.entries if k.text == key), parent)
            right = " / ".join(near(key, _known_keys())) or "docs/pack-format.md"
            return Problem("pack.unknown_key", location_of(place, name), {"key": shown(key), "right": right})
        case "missing":
            return Problem("pack.missing_key", location_of(node, name), {"key": shown(said)})
        case _:
            details = {"key": shown(said), "reason": shown(error["msg"])}
            return Problem("pack.bad_value", location_of(node, name), details)


def _known_keys() -> list[str]:
    from compliance.packs import models

    found: set[str] = set()
    for model in vars(models).values():
        if isinstance(model, type) and issubclass(model, models.Strict):
            found.update(info.alias or name for name, info in model.model_fields.items())
    return sorted(found)
