"""A YAML text and where its nodes lie in it, to change one place and leave every other byte as it is.

Only for a text that `yaml_reader.read_yaml` accepts: no anchors, tags or further documents. Every function takes the
text before and gives the text after; a comment is never dropped. Line ends, indentation and style are the file's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T")

Path = tuple["str | int", ...]
"""Where a node is: keys of mappings and indexes of lists, from the root."""


class Leaf(NamedTuple):
    """A scalar. `style` is '', `"`, `'`, `|` or `>`; one with nothing written has start == end."""

    text: str
    style: str
    start: int
    end: int


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    flow: bool
    start: int
    end: int


class Entries(NamedTuple):
    """A mapping."""

    entries: tuple[tuple[Leaf, Node], ...]
    flow: bool
    start: int
    end: int


Node = Leaf | Items | Entries


class Word(NamedTuple):
    """A scalar to write. `text`: as text, in quotes where another reader would take it for something else."""

    written: str
    text: bool = False


class List(NamedTuple):
    """A list to write, in block style where the place allows it and `block` says so."""

    items: tuple[Draft, ...]
    block: bool = False


class Mapping(NamedTuple):
    """A mapping to write."""

    entries: tuple[tuple[str, Draft], ...]
    block: bool = True


Draft = Word | List | Mapping
NOTHING: Final = Word("")


class Indent(NamedTuple):
    """How far a file indents what stands below a key: groups, and lists."""

    group: int
    items: int


class Unsupported(Exception):
    """The text is laid out in a way that cannot be changed here without touching the rest."""


class Text:
    """A text with its tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = _tree(text)
        self.newline = next(iter(re.findall(r"\r\n|\n|\r", text)), "\n")

    def at(self, path: Path) -> Node | None:
        """The node at a path, or None."""
        node = self.root
        for step in path:
            node = _child(node, step)
        return node

    def comments(self) -> list[tuple[int, int]]:
        """Start and end of every comment."""
        return _comments(self.text, list(_leaves(self.root)) if self.root else [])

    # Places ------------------------------------------------------------------------------------------

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Where the line of a place ends, its line end not included."""
        found = re.compile(r"[\r\n]|\Z").search(self.text, at)
        return found.start() if found else len(self.text)

    def next_line(self, at: int) -> int:
        """Where the line after a place begins."""
        end = self.line_end(at)
        return end + len(self.newline_at(end))

    def newline_at(self, at: int) -> str:
        """The line end that stands at a place, or ''."""
        found = re.compile(r"\r\n|\n|\r").match(self.text, at)
        return found.group() if found else ""

    def column(self, at: int) -> int:
        """How many characters stand before a place in its line."""
        return at - self.line_start(at)

    def find(self, mark: str, start: int, end: int) -> int | None:
        """The first place of a structural mark where no node is: comments are passed over."""
        inside = False
        for at in range(start, end):
            if inside:
                inside = self.text[at] not in "\r\n"
            elif self.text[at] == "#":
                inside = True
            elif self.text[at] == mark:
                return at
        return None

    def indent(self) -> Indent:
        """How far the file indents, where it first does."""
        groups = [d for d in self._deeper(Entries) if d > 0]
        group = groups[0] if groups else 2
        return Indent(group, next(iter(self._deeper(Items)), group))

    def _deeper(self, kind: type[Entries] | type[Items]) -> list[int]:
        return [
            self.column(child.start) - self.column(parent.start)
            for parent, child in _nested(self.root)
            if isinstance(child, kind)
        ]


# The tree ------------------------------------------------------------------------------------------------


def _tree(text: str) -> Node | None:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parser = loader(text)
    try:
        while not isinstance(event := parser.get_event(), yaml.DocumentStartEvent):
            if isinstance(event, yaml.StreamEndEvent):
                return None
        root = _node(parser, parser.get_event(), text)
    except yaml.YAMLError as error:
        raise Unsupported from error
    return None if isinstance(root, Leaf) and root.start == root.end else root


def _node(parser: Any, event: Any, text: str) -> Node:
    import yaml

    start: int = event.start_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return _leaf(event, text)
    flow = bool(event.flow_style)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := parser.get_event(), yaml.SequenceEndEvent):
            items.append(_node(parser, inner, text))
        end = _end_mark(inner) if flow else max([start + 1, *(item.end for item in items)])
        return Items(tuple(items), flow, start, end)
    if not isinstance(event, yaml.MappingStartEvent):
        raise Unsupported
    entries = []
    while not isinstance(inner := parser.get_event(), yaml.MappingEndEvent):
        key = _node(parser, inner, text)
        value = _node(parser, parser.get_event(), text)
        if not isinstance(key, Leaf):
            raise Unsupported
        entries.append((key, value))
    braced = flow and text[start : start + 1] == "{"
    end = _end_mark(inner) if braced else max([start, *(value.end for _, value in entries)])
    return Entries(tuple(entries), flow, start, end)


def _end_mark(event: Any) -> int:
    end: int = event.end_mark.index
    return end


def _leaf(event: Any, text: str) -> Leaf:
    start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
    if style in ("|", ">"):
        # The parser counts the empty lines below; they stay where they are.
        end = max(start + 1, start + len(text[start:end].rstrip()))
    return Leaf(event.value, style, start, end)


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Entries) and isinstance(step, str):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _sort(found: object, kind: type[T]) -> T:
    """What was found, if it is of the kind expected."""
    if not isinstance(found, kind):
        raise Unsupported
    return found


def _found(page: Text, path: Path) -> Node:
    node = page.at(path)
    if node is None:
        raise Unsupported
    return node


def _leaves(node: Node) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _leaves(item)
    else:
        for key, value in node.entries:
            yield key
            yield from _leaves(value)


def _nested(node: Node | None) -> Iterator[tuple[Entries, Entries | Items]]:
    """Mappings in block style and the blocks below their keys."""
    if isinstance(node, Leaf | None) or node.flow:
        return
    inner = node.items if isinstance(node, Items) else [value for _, value in node.entries]
    for value in inner:
        if isinstance(node, Entries) and not isinstance(value, Leaf) and not value.flow:
            yield node, value
        yield from _nested(value)


def _comments(text: str, leaves: Sequence[Leaf]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for leaf in [*leaves, None]:
        stop = leaf.start if leaf else len(text)
        while (mark := text.find("#", at, stop)) >= 0:
            at = _end_of_line(text, mark)
            found.append((mark, at))
        if leaf is None:
            break
        if leaf.style in ("|", ">"):
            head = re.compile(r"[^\r\n#]*[ \t](#[^\r\n]*)").match(text, leaf.start)
            if head is not None:
                found.append(head.span(1))
        at = max(at, leaf.end)
    return found


def _end_of_line(text: str, at: int) -> int:
    while at < len(text) and text[at] not in "\r\n":
        at += 1
    return at


# Spelling ------------------------------------------------------------------------------------------------

# What other readers of YAML, 1.1 and 1.2, or this format take for something else than text.
_NOT_TEXT: Final = re.compile(
    r"(?i:[-+]?(\d[\d_]*(\.[\d_]*)?|\.[\d_]+)(e[-+]?\d+)?|[-+]?0[xob][\da-f_]+|[-+]?\d+(:[0-5]?\d)+(\.\d*)?|"
    r"\d{4}-\d\d?-\d\d?([t ].*)?|[-+]?\.(inf|nan)|true|false|null|~|yes|no|on|off|y|n|"
    r"unknown|none|held|not yet|and more|=|<<)\Z"
)
_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")


def spelled(word: Word, *, flow: bool, style: str = "") -> str:
    """A scalar as it stands in the file, in the style of the one it replaces where that can be."""
    text = word.written
    if style == "'" and _plain_characters(text):
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and (not word.text or _can_be_plain(text, flow=flow)):
        return text
    return _quoted(text)


def _plain_characters(text: str) -> bool:
    return text.isprintable()


def _can_be_plain(text: str, *, flow: bool) -> bool:
    return (
        bool(text)
        and _plain_characters(text)
        and text == text.strip()
        and text[0] not in _FIRST
        and not text.startswith(("---", "..."))
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not _NOT_TEXT.match(text)
        and not (flow and set(text) & set(",[]{}?"))
    )


def _quoted(text: str) -> str:
    named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(named.get(c) or (c if c.isprintable() else _escaped(c)) for c in text) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def flowing(draft: Draft) -> str:
    """A draft on one line."""
    match draft:
        case Word():
            return spelled(draft, flow=True)
        case List(items):
            return "[" + ", ".join(flowing(item) for item in items) + "]"
        case Mapping(entries):
            return "{" + ", ".join(f"{key}: {flowing(value)}" for key, value in entries) + "}"


def _entry(key: str, draft: Draft, column: int, indent: Indent) -> list[str]:
    """The lines of an entry, the first without its indentation."""
    if isinstance(draft, Word):
        return [f"{key}: {spelled(draft, flow=False)}".rstrip()]
    if not draft.block or _is_empty(draft):
        return [f"{key}: {flowing(draft)}"]
    return [f"{key}:", *_block(draft, column, indent)]


def _is_empty(draft: List | Mapping) -> bool:
    return not (draft.items if isinstance(draft, List) else draft.entries)


def _block(draft: List | Mapping, column: int, indent: Indent) -> list[str]:
    """The lines of a list or mapping in block style, below a key at a column."""
    if isinstance(draft, Mapping):
        return _mapping(draft, column + indent.group, indent)
    return [line for item in draft.items for line in _item(item, column + indent.items, indent)]


def _mapping(draft: Mapping, column: int, indent: Indent) -> list[str]:
    """The lines of a mapping whose keys stand at a column."""
    lines: list[str] = []
    for key, value in draft.entries:
        first, *rest = _entry(key, value, column, indent)
        lines += [" " * column + first, *rest]
    return lines


def _item(draft: Draft, column: int, indent: Indent) -> list[str]:
    """The lines of an item whose dash stands at a column."""
    head = " " * column + "- "
    if isinstance(draft, Mapping) and draft.block:
        first, *rest = _mapping(draft, column + 2, indent)
        return [head + first.lstrip(), *rest]
    return [head + (spelled(draft, flow=False) if isinstance(draft, Word) else flowing(draft))]


# Splicing ------------------------------------------------------------------------------------------------


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def replaced(page: Text, path: Path, draft: Draft) -> str:
    """The text with another value at a path that is there."""
    node = _found(page, path)
    flow = _in_flow(page, path)
    empty = isinstance(draft, Word) or _is_empty(draft)
    if isinstance(node, Leaf) and node.start == node.end:
        if not isinstance(draft, Word) and draft.block and not empty and not flow:
            return _put_below(page, path, draft)
        new = spelled(draft, flow=flow) if isinstance(draft, Word) else flowing(draft)
        return _filled(page, path, new)
    block = not isinstance(node, Leaf) and not node.flow
    to_block = not isinstance(draft, Word) and draft.block and not empty and not flow
    if block or (to_block and not _stays_flow(node)):
        return replaced(Text(_emptied(page, path)), path, draft)
    if isinstance(draft, Word):
        new = spelled(draft, flow=flow, style=node.style if isinstance(node, Leaf) else "")
    else:
        new = flowing(draft)
    return _in_place(page, node, new)


def _stays_flow(node: Node) -> bool:
    return (isinstance(node, Items) and bool(node.items)) or (
        isinstance(node, Entries) and bool(node.entries)
    )


def _in_flow(page: Text, path: Path) -> bool:
    return any(
        isinstance(node := page.at(path[:length]), Items | Entries) and node.flow
        for length in range(len(path))
    )


def _in_place(page: Text, node: Node, new: str) -> str:
    """Another text where a node is; comments in it come behind it, before what else is on its last line."""
    kept = [page.text[a:b] for a, b in page.comments() if node.start <= a < node.end]
    if not kept:
        return _spliced(page.text, node.start, node.end, new)
    indent = page.newline + " " * (_indent(page, node.start) + page.indent().group)
    new = f"{new}  " + indent.join(kept)
    end = page.line_end(node.end)
    rest = page.text[node.end : end].strip(" \t")
    return _spliced(page.text, node.start, end, f"{new}{indent}{rest}" if rest else new)


def _indent(page: Text, at: int) -> int:
    start = page.line_start(at)
    line = page.text[start : page.line_end(at)]
    return len(line) - len(line.lstrip(" -"))


def _mark(page: Text, path: Path) -> int | None:
    """Where the colon or dash is that a value at a path follows."""
    parent, step = page.at(path[:-1]), path[-1]
    if isinstance(parent, Entries):
        key, value = next(entry for entry in parent.entries if entry[0].text == step)
        return page.find(":", key.end, max(value.start, key.end + 1))
    if isinstance(parent, Items) and isinstance(step, int) and not parent.flow:
        before = parent.items[step - 1].end if step else parent.start
        return page.find("-", before, parent.items[step].start)
    raise Unsupported


def _filled(page: Text, path: Path, new: str) -> str:
    """A value where nothing is written."""
    mark = _mark(page, path)
    if mark is None:
        parent = _sort(page.at(path[:-1]), Entries)
        end = next(key.end for key, _ in parent.entries if key.text == path[-1])
        return _spliced(page.text, end, end, f": {new}")
    gap = "" if page.text[mark + 1 : mark + 2] in ("", " ", "\t", "\r", "\n", ",", "}", "]") else " "
    return _spliced(page.text, mark + 1, mark + 1, f" {new}{gap}" if new else "")


def _emptied(page: Text, path: Path) -> str:
    """The text with nothing written at a path outside of brackets; comments of the value stay as lines."""
    node = _found(page, path)
    mark = _mark(page, path)
    if mark is None:
        raise Unsupported
    if not isinstance(node, Leaf) and not node.flow:
        if page.line_start(node.start) == page.line_start(mark):
            raise Unsupported
        return _without_lines(page, node.start, node.end, page.column(node.start))
    between = page.text[mark + 1 : node.start]
    start = mark + 1 if not between.strip() else node.start
    return _in_place(page, node._replace(start=start), "")


def _without_lines(page: Text, start: int, end: int, column: int) -> str:
    """The text without the lines from one place to another; their comments stay, one a line."""
    first, last = page.line_start(start), page.line_end(end)
    kept = [(a, b) for a, b in page.comments() if first <= a < last]
    lines = "".join(" " * column + page.text[a:b] + page.newline for a, b in kept)
    return _spliced(page.text, first, page.next_line(end), lines)


def _newline_before(page: Text, at: int) -> str:
    return "\r\n" if page.text[max(at - 2, 0) : at] == "\r\n" else page.text[max(at - 1, 0) : at]


def _below(page: Text, at: int, column: int) -> int:
    """Where the line after a place begins, after comments that are indented deeper than a column."""
    line = page.next_line(at)
    while line < len(page.text):
        written = page.text[line : page.line_end(line)]
        bare = written.lstrip(" ")
        if not bare.startswith("#") or len(written) - len(bare) <= column:
            break
        line = page.next_line(line)
    return line


def _with_lines(page: Text, at: int, lines: Sequence[str]) -> str:
    """The text with whole lines at the start of a line, or at the end of a file."""
    if at == len(page.text) and page.text and page.text[-1] not in "\r\n":
        new = "".join(page.newline + line for line in lines)
    else:
        new = "".join(line + page.newline for line in lines)
    return _spliced(page.text, at, at, new)


def _put_below(page: Text, path: Path, draft: List | Mapping) -> str:
    """A block below a key or dash with nothing behind it."""
    mark = _mark(page, path)
    parent = page.at(path[:-1])
    if mark is None or not isinstance(parent, Entries):
        raise Unsupported
    key = next(key for key, _ in parent.entries if key.text == path[-1])
    lines = _block(draft, page.column(key.start), page.indent())
    return _with_lines(page, page.next_line(mark), lines)


def _neighbour(keys: Sequence[str], key: str, order: Sequence[str]) -> tuple[int, bool]:
    """Beside which entry a new one belongs, by an order of all keys, and whether after it."""
    rank = {name: number for number, name in enumerate(order)}
    if key not in rank:
        return len(keys) - 1, True
    before = [index for index, name in enumerate(keys) if rank.get(name, len(rank)) < rank[key]]
    if before:
        return max(before, key=lambda index: rank[keys[index]]), True
    after = [index for index, name in enumerate(keys) if rank.get(name, -1) > rank[key]]
    if after:
        return min(after, key=lambda index: rank[keys[index]]), False
    return len(keys) - 1, True


def with_entry(page: Text, path: Path, key: str, draft: Draft, order: Sequence[str]) -> str:
    """The text with a new entry in the mapping at a path, beside its neighbours in an order of keys."""
    node = _sort(page.at(path), Entries)
    if not node.entries:
        return replaced(page, path, Mapping(((key, draft),))) if path else _only_entry(page, node, key, draft)
    index, after = _neighbour([name.text for name, _ in node.entries], key, order)
    name, value = node.entries[index]
    if node.flow:
        page, node = _braced(page, path, node)
        name, value = node.entries[index]
        new = f"{key}: {flowing(draft)}"
        if after:
            end = _end(page, path, name, value)
            # A comma directly after a colon would belong to the key.
            gap = " " if page.text[end - 1] == ":" else ""
            return _spliced(page.text, end, end, f"{gap}, {new}")
        return _spliced(page.text, name.start, name.start, f"{new}, ")
    return _with_block_entry(page, node, index, after, key, draft)


def _only_entry(page: Text, node: Entries, key: str, draft: Draft) -> str:
    return _spliced(page.text, node.start + 1, node.start + 1, f"{key}: {flowing(draft)}")


def _end(page: Text, path: Path, name: Leaf, value: Node) -> int:
    """Where an entry ends: for one with nothing written, after its colon."""
    if value.start < value.end:
        return value.end
    mark = _mark(page, (*path, name.text))
    return name.end if mark is None else mark + 1


def _braced(page: Text, path: Path, node: Entries) -> tuple[Text, Entries]:
    """A single pair in a list (`[name: x]`) gets braces before it can take another."""
    if page.text[node.start] == "{":
        return page, node
    (name, value) = node.entries[0]
    end = _end(page, path, name, value)
    text = f"{page.text[: node.start]}{{{page.text[node.start : end]}}}{page.text[end:]}"
    page = Text(text)
    return page, _sort(page.at(path), Entries)


def _with_block_entry(page: Text, node: Entries, index: int, after: bool, key: str, draft: Draft) -> str:
    name, value = node.entries[index]
    column = page.column(name.start)
    first, *rest = _entry(key, draft, column, page.indent())
    lines = [" " * column + first, *rest]
    alone = not page.text[page.line_start(name.start) : name.start].strip()
    if after or not alone:
        page, end = _closed(page, value if value.start < value.end else name)
        return _with_lines(page, _below(page, end, column), lines)
    return _with_lines(page, _above(page, name.start), lines)


def _above(page: Text, at: int) -> int:
    """Where the comment lines that stand directly above a line begin."""
    line = page.line_start(at)
    while line > 0:
        previous = page.line_start(line - len(_newline_before(page, line)))
        if not page.text[previous:line].lstrip(" ").startswith("#"):
            break
        line = previous
    return line


def _closed(page: Text, node: Node) -> tuple[Text, int]:
    """The place where a node ends, so that a line after it does not become part of it."""
    leaf = next(iter(list(_leaves(node))[-1:]), None)
    if leaf is None or leaf.style not in ("|", ">") or leaf.end < node.end:
        return page, node.end
    head = page.text[leaf.start : page.line_end(leaf.start)].split(" ")[0]
    if page.line_end(leaf.end) == len(page.text):
        # A line end after it would become part of the text: `-` says that it is not.
        kept = "-" if leaf.text[-1:] != "\n" else ""
        bare = head.replace("+", "").replace("-", "") + kept
        page = Text(_spliced(page.text, leaf.start, leaf.start + len(head), bare))
        return page, node.end + len(bare) - len(head)
    if "+" not in head:
        return page, node.end
    end = page.line_end(leaf.end)
    while (following := page.next_line(end)) < len(page.text) and not page.text[
        following : page.line_end(following)
    ].strip():
        end = page.line_end(following)
    return page, end


def without_entry(page: Text, path: Path) -> str:
    """The text without the entry at a path, of a mapping."""
    parent = _sort(page.at(path[:-1]), Entries)
    index = [key.text for key, _ in parent.entries].index(str(path[-1]))
    key, value = parent.entries[index]
    end = _end(page, path[:-1], key, value)
    if parent.flow:
        return _without_flow(page, parent, index, key.start, end)
    if page.text[page.line_start(key.start) : key.start].strip():
        return _without_first(page, parent, key.start, end)
    return _without_lines(page, key.start, end, page.column(key.start))


def _without_first(page: Text, parent: Entries, start: int, end: int) -> str:
    """Without the entry that stands on the line of its dash; the dash stays."""
    if len(parent.entries) < 2:
        raise Unsupported
    following = parent.entries[1][0].start
    kept = [page.text[a:b] for a, b in page.comments() if start <= a < following]
    if not kept:
        return _spliced(page.text, start, following, "")
    line = page.newline + " " * page.column(start)
    return _spliced(page.text, start, following, line.join(kept) + line)


def _without_flow(page: Text, parent: Items | Entries, index: int, start: int, end: int) -> str:
    """Without one part of a list or mapping in brackets, and one comma."""
    parts = (
        [item.start for item in parent.items]
        if isinstance(parent, Items)
        else [key.start for key, _ in parent.entries]
    )
    following = parts[index + 1] if index + 1 < len(parts) else parent.end
    comma = page.find(",", end, following)
    spans = [(start, end)]
    if comma is not None:
        spans.append((comma, comma + 1))
    elif index:
        before = page.find(",", _part_end(page, parent, index - 1), start)
        if before is not None:
            spans.insert(0, (before, before + 1))
    kept = [page.text[a:b] for a, b in page.comments() if start <= a < end]
    text = page.text
    for first, last in reversed(spans):
        text = _spliced(text, first, last, "")
    first = spans[0][0]
    if kept:
        indent = page.newline + " " * (_indent(page, start) + page.indent().group)
        glue = "" if text[first - 1 : first].isspace() else " "
        return _spliced(text, first, first, glue + indent.join(kept) + indent)
    if first > 0 and text[first - 1] in " [{":
        # What followed the part moves up to what stood before it.
        blanks = len(text[first:]) - len(text[first:].lstrip(" "))
        if text[first + blanks : first + blanks + 1] != "#":
            text = _spliced(text, first, first + blanks, "")
    elif spans[0] != (start, end):
        gap = start - (spans[0][1] - spans[0][0])
        if text[first:gap].strip() == "" and "\n" not in text[first:gap] and "\r" not in text[first:gap]:
            following_text = text[gap : gap + 1]
            if following_text != "#":
                text = _spliced(text, first, gap, "")
    return text


def _part_end(page: Text, parent: Items | Entries, index: int) -> int:
    if isinstance(parent, Items):
        return parent.items[index].end
    key, value = parent.entries[index]
    return max(key.end, value.end) if value.start < value.end else key.end


def with_item(page: Text, path: Path, index: int, draft: Draft) -> str:
    """The text with a new item in the list at a path, before the one with that index or at the end."""
    node = _sort(page.at(path), Items)
    if not node.items:
        return replaced(page, path, List((draft,), block=True))
    if node.flow:
        new = flowing(draft)
        if index:
            end = node.items[index - 1].end
            return _spliced(page.text, end, end, f", {new}")
        start = node.items[0].start
        return _spliced(page.text, start, start, f"{new}, ")
    column = page.column(node.start)
    lines = _item(draft, column, page.indent())
    if index:
        page, end = _closed(page, node.items[index - 1])
        return _with_lines(page, _below(page, end, column), lines)
    return _with_lines(page, page.line_start(node.start), lines)


def without_item(page: Text, path: Path) -> str:
    """The text without one item of a list of several."""
    parent, index = _sort(page.at(path[:-1]), Items), _sort(path[-1], int)
    item = parent.items[index]
    if parent.flow:
        return _without_flow(page, parent, index, item.start, item.end)
    mark = _mark(page, path)
    if mark is None:
        raise Unsupported
    return _without_lines(page, mark, max(item.end, mark + 1), page.column(mark))
