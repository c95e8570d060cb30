"""The files of one pack: read, checked for shape, every part with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

from compliance.errors import Location, Problem
from compliance.facts.spelling import near
from compliance.facts.wording import typable
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
        told = error.errors(include_url=False, include_input=False)
        problems += [_problem(one, path, tree, name) for path, one in _clearest(told)]
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


_Path = tuple[str | int, ...]

_NAMES_A_KEY: Final = ("extra_forbidden", "missing")
_OTHER_SORT: Final = ("model_type", "dict_type", "list_type", "string_type")

# What pydantic calls an error -> our code, and what of its context the sentence tells.
_SHAPES: Final = {
    "bool_parsing": ("pack.not_a_boolean", ""),
    "bool_type": ("pack.not_a_boolean", ""),
    "string_type": ("pack.not_a_text", ""),
    "int_parsing": ("pack.not_a_whole_number", ""),
    "int_type": ("pack.not_a_whole_number", ""),
    "int_from_float": ("pack.not_a_whole_number", ""),
    "date_type": ("pack.not_a_date", ""),
    "date_parsing": ("pack.not_a_date", ""),
    "date_from_datetime_parsing": ("pack.not_a_date", ""),
    "date_from_datetime_inexact": ("pack.not_a_date", ""),
    "list_type": ("pack.not_a_list", ""),
    "model_type": ("pack.not_a_group", ""),
    "dict_type": ("pack.not_a_group", ""),
    "string_too_short": ("pack.text_too_short", "min_length"),
    "string_too_long": ("pack.text_too_long", "max_length"),
    "too_short": ("pack.list_too_short", "min_length"),
    "too_long": ("pack.list_too_long", "max_length"),
    "greater_than_equal": ("pack.number_too_small", "ge"),
    "less_than_equal": ("pack.number_too_large", "le"),
    "string_pattern_mismatch": ("pack.pattern", "pattern"),
    "literal_error": ("pack.not_one_of", "expected"),
}


def _clearest(errors: Iterable[Any]) -> list[tuple[_Path, Any]]:
    """One error for each place. A union tells of every branch, and of branches that were never meant."""
    found: dict[_Path, Any] = {}
    for error in errors:
        path = _path(error)
        if path not in found or found[path]["type"] in _OTHER_SORT:
            found[path] = error
    around = {path[:length] for path in found for length in range(len(path))}
    return [(path, error) for path, error in found.items() if path not in around]


def _path(error: Any) -> _Path:
    """Where an error is. Between keys and indexes pydantic names the branch of a union; no key looks like that."""
    steps = tuple(error["loc"])
    last = steps[-1:] if error["type"] in _NAMES_A_KEY else ()
    inner = steps[: len(steps) - len(last)]
    named = (s for s in inner if isinstance(s, int) or not (s[:1].isupper() or "-" in s or "[" in s))
    return (*named, *last)


def _problem(error: Any, path: _Path, tree: YamlMapping, name: str) -> Problem:
    node = node_at(tree, path)
    said = ".".join(str(step) for step in path)
    match error["type"]:
        case "extra_forbidden":
            key = str(path[-1])
            parent = node_at(tree, path[:-1])
            place: YamlNode = parent
            if isinstance(parent, YamlMapping):
                place = next((k for k, _ in parent.entries if k.text == key), parent)
            known = _keys_at(path[:-1])
            right = typable(*(near(key, known) or known))
            return Problem("pack.unknown_key", location_of(place, name), {"key": shown(key), "right": right})
        case "missing":
            return Problem("pack.missing_key", location_of(node, name), {"key": shown(said)})
        case kind:
            code, context = _SHAPES.get(kind, ("pack.bad_value", ""))
            details = {"key": shown(said), **_told(context, error.get("ctx", {}))}
            return Problem(code, location_of(node, name), details)


def _told(context: str, values: Mapping[str, Any]) -> dict[str, str]:
    """What a sentence tells of an error's context: a limit, a pattern or the words to choose from."""
    if not context:
        return {}
    value = str(values[context])
    match context:
        case "expected":
            return {"right": " / ".join(re.findall(r"'([^']*)'", value))}
        case "pattern":
            return {"pattern": shown(value)}
        case _:
            return {"limit": value}


def _keys_at(path: _Path) -> list[str]:
    """The keys that are known where a path leads, in the order of the format."""
    from compliance.packs.models import PackFile

    here: list[Any] = [PackFile]
    for step in path:
        fields = [field for model in here for field in model.model_fields.items()]
        if isinstance(step, str):
            here = [
                one
                for name, field in fields
                if (field.alias or name) == step
                for one in _models_in(field.annotation)
            ]
    return list(
        dict.fromkeys(info.alias or name for model in here for name, info in model.model_fields.items())
    )


def _models_in(annotation: Any) -> list[Any]:
    """The models that an annotation mentions: in a list, among alternatives, with constraints."""
    from compliance.packs.models import Strict

    parts = get_args(annotation)
    if not parts and isinstance(annotation, type) and issubclass(annotation, Strict):
        return [annotation]
    return [model for part in parts for model in _models_in(part)]
