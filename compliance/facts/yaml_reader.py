"""Strict YAML with a position for everything: libyaml's events, our own builder.

YAML 1.2: only `true` and `false` are booleans, a date is text until a fact says otherwise. Anchors, aliases, tags,
merge keys and further documents are refused; size, depth and number of nodes are bounded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from compliance.errors import Location, Problem
from compliance.facts.sanitise import ODD_BLANKS, clean, first_odd_blank, with_plain_blanks


class YamlScalar(NamedTuple):
    """A text as written. `plain` is false for a quoted one. An empty plain scalar has the text ''."""

    text: str
    plain: bool
    line: int
    column: int


class YamlSequence(NamedTuple):
    """A list."""

    items: tuple[YamlNode, ...]
    line: int
    column: int


class YamlMapping(NamedTuple):
    """A mapping, in the order of the file."""

    entries: tuple[tuple[YamlScalar, YamlNode], ...]
    line: int
    column: int

    def get(self, key: str) -> YamlNode | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


YamlNode = YamlScalar | YamlSequence | YamlMapping


class Limits(NamedTuple):
    """What a file may be at most: bytes, nesting, nodes, bytes of one scalar."""

    bytes: int
    depth: int
    nodes: int
    scalar: int


MANIFEST_LIMITS = Limits(2 << 20, 32, 100_000, 64 << 10)
PACK_LIMITS = Limits(4 << 20, 64, 500_000, 64 << 10)

# U+2028 and U+2029 end a line to YAML, but not in most editors: a key behind one would not be seen.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NULLS = frozenset(["", "~", "null", "Null", "NULL"])
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def scalar_is_null(scalar: YamlScalar) -> bool:
    """Whether the scalar is YAML's null: nothing, `~` or `null`, unquoted."""
    return scalar.plain and scalar.text in _NULLS


def scalar_bool(scalar: YamlScalar) -> bool | None:
    """The boolean an unquoted `true` or `false` stands for, else None."""
    return _BOOLEANS.get(scalar.text) if scalar.plain else None


def location_of(node: YamlNode, file: str) -> Location:
    """The place of a node."""
    return Location(file, node.line, node.column)


def read_yaml(data: bytes, file: str, limits: Limits) -> tuple[YamlNode | None, list[Problem]]:
    """Read one document. The last few are remembered: who edits a file reads the same text again and again.

    Returns:
        The tree and all problems found. The tree is None for an empty document, or when a problem made it
        impossible to go on.
    """
    tree, problems = _read(data, file, limits)
    return tree, list(problems)


@lru_cache(maxsize=4)
def _read(data: bytes, file: str, limits: Limits) -> tuple[YamlNode | None, tuple[Problem, ...]]:
    text, problem = _decode(data, file, limits)
    if problem is not None:
        return None, (problem,)
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(file, limits)
    try:
        return builder.build(loader(text)), tuple(builder.problems)
    except _Stop:
        return None, tuple(builder.problems)
    except yaml.YAMLError as error:
        return None, (*builder.problems, _syntax_problem(error, text, file))


def _decode(data: bytes, file: str, limits: Limits) -> tuple[str, Problem | None]:
    if len(data) > limits.bytes:
        details = {"limit": str(limits.bytes), "size": str(len(data))}
        return "", Problem("yaml.too_large", Location(file), details)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return "", Problem("yaml.encoding", Location(file), {"encoding": name})
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", _not_utf8(body, error.start, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = _REFUSED.search(text)
    if refused is None:
        return text, None
    start = refused.start()
    place = Location(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return "", Problem("yaml.control_character", place, {"character": f"U+{ord(refused[0]):04X}"})


def _not_utf8(body: bytes, start: int, file: str) -> Problem:
    before = body[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    place = Location(file, line, column)
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        return Problem("yaml.not_text", place)
    return Problem("yaml.not_utf8", place, {"encoding": "GB18030 / GBK"})


class _Stop(Exception):
    """Reading cannot go on; the problem is noted."""


class _Builder:
    """Builds the tree from events; notes structural problems and goes on where that makes sense."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.problems: list[Problem] = []
        self.nodes = 0
        self.skipping = 0

    def build(self, parser: Any) -> YamlNode | None:
        import yaml

        parser.get_event()
        if isinstance(parser.get_event(), yaml.StreamEndEvent):
            return None
        root = self._node(parser, parser.get_event(), 1)
        parser.get_event()
        following = parser.get_event()
        if not isinstance(following, yaml.StreamEndEvent):
            self._note("yaml.several_documents", following.start_mark)
            raise _Stop
        if isinstance(root, YamlScalar) and scalar_is_null(root):
            return None
        return root

    def _node(self, parser: Any, event: Any, depth: int) -> YamlNode:
        import yaml

        self._count(event, depth)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.AliasEvent):
            self._note("yaml.alias", event.start_mark, name=event.anchor)
            return YamlScalar("", True, line, column)
        self._refuse_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            if len(event.value) > self.limits.scalar:
                self._note("yaml.scalar_too_long", event.start_mark, limit=str(self.limits.scalar))
                return YamlScalar("", True, line, column)
            return YamlScalar(event.value, event.style in (None, ""), line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(parser, line, column, depth)
        return self._mapping(parser, line, column, depth)

    def _sequence(self, parser: Any, line: int, column: int, depth: int) -> YamlSequence:
        import yaml

        items: list[YamlNode] = []
        while not isinstance(event := parser.get_event(), yaml.SequenceEndEvent):
            items.append(self._node(parser, event, depth + 1))
        return YamlSequence(tuple(items), line, column)

    def _mapping(self, parser: Any, line: int, column: int, depth: int) -> YamlMapping:
        import yaml

        entries: list[tuple[YamlScalar, YamlNode]] = []
        seen: dict[str, YamlScalar] = {}
        while not isinstance(event := parser.get_event(), yaml.MappingEndEvent):
            mark = event.start_mark
            key = self._node(parser, event, depth + 1)
            value = self._node(parser, parser.get_event(), depth + 1)
            if not isinstance(key, YamlScalar):
                self._note("yaml.key_not_text", mark)
            elif key.plain and key.text == "<<":
                self._note("yaml.merge_key", mark)
            elif first_odd_blank(key.text) is not None:
                self.problems.append(odd_blank(key, self.file, is_key=True))
            elif key.text in seen:
                first = Location(self.file, seen[key.text].line, seen[key.text].column)
                place = Location(self.file, key.line, key.column)
                details = {"key": shown(key.text), "first": f"{first.line}:{first.column}"}
                self.problems.append(Problem("yaml.duplicate_key", place, details, related=(first,)))
            else:
                seen[key.text] = key
                entries.append((key, value))
        return YamlMapping(tuple(entries), line, column)

    def _count(self, event: Any, depth: int) -> None:
        self.nodes += 1
        if depth > self.limits.depth:
            self._note("yaml.too_deep", event.start_mark, limit=str(self.limits.depth))
            raise _Stop
        if self.nodes > self.limits.nodes:
            self._note("yaml.too_many_nodes", event.start_mark, limit=str(self.limits.nodes))
            raise _Stop

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._note("yaml.anchor", event.start_mark, name=event.anchor)
        if event.tag is not None:
            self._note("yaml.tag", event.start_mark, name=event.tag)

    def _note(self, code: str, mark: Any, **details: str | None) -> None:
        place = Location(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(
            Problem(code, place, {key: shown(value or "") for key, value in details.items()})
        )


def shown(text: str) -> str:
    """A text from a file, fit to stand in a message: cleaned, on one line, at most 80 characters."""
    text = " ".join(clean(text).split())
    return text if len(text) <= 80 else text[:79] + "…"


def _syntax_problem(error: Any, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else 1
    column = mark.column + 1 if mark is not None else 1
    lines = text.split("\n")
    said = shown(str(getattr(error, "problem", None) or "not well formed"))
    for number in (line, line - 1):
        written = lines[number - 1] if 0 < number <= len(lines) else ""
        indent = written[: len(written) - len(written.lstrip())]
        if "\t" in indent:
            return Problem("yaml.tab", Location(file, number, indent.index("\t") + 1))
        if re.search(_ODD_STRUCTURE, written):
            return odd_blank(YamlScalar(written, True, number, 1), file)
        if "：" in written:
            return fullwidth_colon(written, number, file)
    if "expected ','" in said and line <= len(lines):
        comma = _comma_before(lines[line - 1], column)
        if comma is not None:
            details = {"mark": lines[line - 1][comma]}
            return Problem("yaml.fullwidth_comma", Location(file, line, comma + 1), details)
    if "\\t" in said or "'\t'" in said:
        return Problem("yaml.tab", Location(file, line, column))
    return Problem("yaml.syntax", Location(file, line, column), {"reason": said})


# An odd blank that stands where it could have ended an indentation, a key or the dash of an entry.
_ODD_STRUCTURE: Final = rf"^\s*[{ODD_BLANKS}]|[:,-][{ODD_BLANKS}]"
_FULLWIDTH_COMMAS: Final = "，、；"


def misspelt(node: YamlScalar, file: str) -> Problem | None:
    """What kept a text from being read as a key, a list or a group, if it looks like one."""
    if "：" in node.text:
        return fullwidth_colon(node.text, node.line, file, node.column)
    if re.search(_ODD_STRUCTURE, node.text):
        return odd_blank(node, file)
    return None


def odd_blank(node: YamlScalar, file: str, *, is_key: bool = False) -> Problem:
    """A text with a no-break or full-width blank where YAML wants an ordinary one, or none at all."""
    index = first_odd_blank(node.text) or 0
    rewritten = with_plain_blanks(node.text)
    if is_key and ":" not in rewritten:
        rewritten = rewritten.replace(" ", "") + ":"  # keys of the format have no blanks
    details = {"character": f"U+{ord(node.text[index]):04X}", "rewritten": shown(rewritten)}
    return Problem("yaml.odd_blank", Location(file, node.line, node.column + index), details)


def fullwidth_comma(node: YamlScalar, file: str) -> Problem | None:
    """What is wrong with an entry of a list that holds a comma of Chinese punctuation, else None."""
    found = re.search(f"[{_FULLWIDTH_COMMAS}]", node.text)
    if found is None:
        return None
    place = Location(file, node.line, node.column + found.start() + (0 if node.plain else 1))
    return Problem("yaml.fullwidth_comma", place, {"mark": found.group()})


def _comma_before(written: str, column: int) -> int | None:
    """Where in a line, before or at a column, a full-width comma stands in the innermost open bracket."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", lambda found: "_" * len(found.group()), written)[:column]
    while (closed := re.sub(r"[\[{][^][{}]*[]}]", lambda found: "_" * len(found.group()), bare)) != bare:
        bare = closed
    start = max(bare.rfind("["), bare.rfind("{"))
    found = max(bare.rfind(comma) for comma in _FULLWIDTH_COMMAS)
    return found if found > start >= 0 else None


def fullwidth_colon(written: str, line: int, file: str, column: int = 1) -> Problem:
    """A text, beginning at `column`, where the full-width colon stands in for YAML's.

    A text of several lines, which YAML has made one, has a colon in each: then only the first is written out.
    """
    head, _, tail = written.partition("：")
    value, colon, _ = tail.partition("：")
    if colon:
        value = value.rpartition(" ")[0]  # what follows the blank is the key of the next line
    rewritten = f"{head.strip()}: {value.strip()}".strip()
    code = "yaml.fullwidth_colons" if colon else "yaml.fullwidth_colon"
    return Problem(code, Location(file, line, column + len(head)), {"rewritten": shown(rewritten)})
