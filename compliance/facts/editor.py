"""Writes answers into manifest files, and leaves everything else in them as a person wrote it.

Pure: bytes in, bytes out. Every result is read again; when that does not give exactly the answers expected, or a
comment is missing, the edit is refused and the caller keeps the file it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple, assert_never

from compliance.errors import Gravity, Location, ManifestError, Problem
from compliance.facts import yaml_text
from compliance.facts.edits import (
    AddRecord,
    Edit,
    MarkUnknown,
    RemoveAnswer,
    RemoveRecord,
    RenameRecord,
    SetAnswer,
    SetComplete,
    SetView,
    applied,
    fact_of,
    named_record,
    refused,
    target,
)
from compliance.facts.manifest import TOP_LEVEL, Manifest, read_manifest
from compliance.facts.sanitise import clean
from compliance.facts.spelling import read_value
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Special, Value
from compliance.facts.vocabulary import Fact, Kind, Vocabulary
from compliance.facts.wording import MORE, UNKNOWN
from compliance.facts.yaml_reader import (
    MANIFEST_LIMITS,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
    read_yaml,
)
from compliance.facts.yaml_text import Draft, Entries, Items, Leaf, List, Path, Text, Unsupported, Word
from compliance.frozen import EMPTY, changed

BOM: Final = b"\xef\xbb\xbf"
WIDTH: Final = 100
"""How long a record on one line may be; a longer one takes a line for each field."""
_NOTHING: Final = b"compliance: 1\n"
_VIEW: Final = ("view", "by", "on", "note")


class Contents(NamedTuple):
    """What a manifest and the private file beside it hold: no bytes, or None, where there is no file."""

    public: bytes
    private: bytes | None = None


class Names(NamedTuple):
    """What the two files are called in messages."""

    public: str
    private: str


def edited(
    data: bytes,
    file: str,
    vocabulary: Vocabulary,
    edits: Iterable[Edit],
    *,
    language: str = "zh",
    private: bool = False,
) -> bytes:
    """One file with its answers changed. A file without content gets its first lines.

    Args:
        language: what a new manifest says its language is.
        private: whether this is the private file: it takes sensitive facts only.

    Raises:
        ManifestError: the file cannot be read as it is, or codes `edit.*` and `value.*`.
    """
    start, before = _begun(data, file, vocabulary, language, private=private)
    first = page = Text(_text(start))
    answers, views = dict(before.answers), _views(before)
    touched = []
    for edit in edits:
        if not private:
            _refuse_in_public(edit, vocabulary)
        answers = applied(answers, edit, vocabulary)
        _note_view(views, edit)
        touched.append(fact_of(edit))
        try:
            page = _Editor(page, vocabulary, file).done(edit)
        except Unsupported:
            raise refused("edit.not_possible", fact=fact_of(edit), file=file) from None
    if page is first:
        return start
    result = (BOM if start.startswith(BOM) else b"") + page.text.encode()
    try:
        after = _read(result, file, vocabulary, private=private)
    except ManifestError as error:
        if all(problem.code.startswith(("value.", "manifest.not_sensitive")) for problem in error.problems):
            raise
        raise refused("edit.not_possible", fact=" ".join(touched), file=file) from None
    same = (
        after.answers == answers
        and _views(after) == views
        and _rest(after) == _rest(before)
        and _comments(page) == _comments(first)
    )
    if not same:
        raise refused("edit.not_possible", fact=" ".join(touched), file=file)
    return result


def edited_files(
    contents: Contents,
    names: Names,
    vocabulary: Vocabulary,
    edits: Iterable[Edit],
    *,
    language: str = "zh",
) -> Contents:
    """Both files with the answers changed: sensitive values in the private one only, `held` in the other.

    Raises:
        ManifestError: as `edited`, or when the two files contradict each other.
    """
    if _is_empty(contents.public, names.public):
        contents = Contents(_with_head(contents.public, language), contents.private)
    before = merged(contents, names, vocabulary).answers
    for edit in edits:
        answers = applied(before, edit, vocabulary)
        public, private = _divided(edit, contents, names, vocabulary, answers)
        secret = contents.private
        if private and (secret is not None or not isinstance(private[0], RemoveAnswer)):
            secret = edited(secret or b"", names.private, vocabulary, private, private=True)
        contents = Contents(edited(contents.public, names.public, vocabulary, public), secret)
        # Without a private file `edited` has compared all there is.
        if secret is not None and merged(contents, names, vocabulary).answers != answers:
            raise refused("edit.not_possible", fact=fact_of(edit), file=names.public)
        before = answers
    return contents


def merged(contents: Contents, names: Names, vocabulary: Vocabulary) -> Manifest:
    """Both files read together; no files at all are a manifest without answers."""
    public = contents.public
    if _is_empty(public, names.public):
        public = _with_head(public, "")
    return read_manifest(public, names.public, vocabulary, contents.private, names.private)


def _divided(
    edit: Edit, contents: Contents, names: Names, vocabulary: Vocabulary, answers: Mapping[str, Value]
) -> tuple[list[Edit], list[Edit]]:
    """What an edit does to the manifest, and what to the private file."""
    fact = vocabulary.get(fact_of(edit))
    if fact is None or not fact.sensitive:
        return [edit], []
    value = answers.get(fact.id)
    if value is None or isinstance(value, Special):
        return [edit], [RemoveAnswer(fact.id)]
    held = SetAnswer(fact.id, HELD)
    there = fact.id in merged(Contents(b"", contents.private), names, vocabulary).answers
    return [held], [edit if there else SetAnswer(fact.id, value)]


# Reading before and after ----------------------------------------------------------------------------------


def _text(data: bytes) -> str:
    return data.removeprefix(BOM).decode("utf-8")


def _begun(
    data: bytes, file: str, vocabulary: Vocabulary, language: str, *, private: bool
) -> tuple[bytes, Manifest]:
    """The file and what it says, with its first lines if there is nothing in it but comments."""
    if _is_empty(data, file):
        data = _with_head(data, "" if private else language)
    return data, _read(data, file, vocabulary, private=private)


def _is_empty(data: bytes, file: str) -> bool:
    root, problems = read_yaml(data, file, MANIFEST_LIMITS)
    return root is None and not problems


def _with_head(data: bytes, language: str) -> bytes:
    text = _text(data)
    newline = Text(text).newline
    gap = newline if text and not text.endswith(("\n", "\r")) else ""
    lines = ["compliance: 1", *([f"language: {language}"] if language else [])]
    return data + (gap + "".join(line + newline for line in lines)).encode()


def _read(data: bytes, file: str, vocabulary: Vocabulary, *, private: bool) -> Manifest:
    if private:
        return read_manifest(_NOTHING, file, vocabulary, data, file)
    return read_manifest(data, file, vocabulary)


_View = tuple[str, str, date, str]


def _views(manifest: Manifest) -> dict[str, _View]:
    return {key: (view.view, view.by, view.on, view.note) for key, view in manifest.readings.items()}


def _note_view(views: dict[str, _View], edit: Edit) -> None:
    if isinstance(edit, SetView):
        views[edit.reading] = (edit.view, edit.by, edit.on, edit.note)
    elif isinstance(edit, MarkUnknown | RemoveAnswer):
        views.pop(edit.path, None)


def _rest(manifest: Manifest) -> tuple[object, ...]:
    """What no edit may change."""
    nowhere = Location("")
    evidence = [changed(entry, location=nowhere, places=EMPTY) for entry in manifest.evidence]
    waivers = [changed(waiver, location=nowhere, places=EMPTY) for waiver in manifest.waivers]
    return manifest.language, evidence, waivers


def _comments(page: Text) -> list[str]:
    return [page.text[start:end].rstrip() for start, end in page.comments()]


# Values ------------------------------------------------------------------------------------------------------


def _refuse_in_public(edit: Edit, vocabulary: Vocabulary) -> None:
    """Refuse to write a sensitive value into the manifest."""
    match edit:
        case SetAnswer(path=path, value=value):
            fact = target(path, vocabulary).valued
        case AddRecord(fact=list_id, record=record):
            fact, value = target(list_id, vocabulary).fact, Records((record,))
        case _:
            return
    if _is_open(fact, value):
        raise refused("edit.sensitive", fact=fact.id)


def _is_open(fact: Fact, value: Value) -> bool:
    if isinstance(value, Special):
        return False
    fields = {field.id: field for field in fact.fields}
    inner = isinstance(value, Records) and any(
        _is_open(fields[name], own)
        for entry in value.entries
        for name, own in entry.fields.items()
        if name in fields
    )
    return fact.sensitive or inner


def written(value: Value, fact: Fact) -> str:
    """A value as it stands in a file, on one line."""
    return yaml_text.flowing(_unchecked(value, fact))


def _draft(value: Value, fact: Fact) -> Draft:
    """How a value is written. Raises what reading it would complain of."""
    draft = _unchecked(value, fact)
    problems: list[Problem] = []
    read = read_value(_as_read(draft), fact, fact.id, "", problems)
    if problems:
        said = [changed(problem, location=None, gravity=Gravity.ERROR) for problem in problems]
        raise ManifestError(*said)
    if read != value or isinstance(read, bool) != isinstance(value, bool):
        raise refused("edit.value", fact=fact.id, written=yaml_text.flowing(draft))
    return draft


def _unchecked(value: Value, fact: Fact) -> Draft:
    match value:
        case Special():
            none = "not yet" if fact.kind is Kind.DATE else "none"
            return Word(none if value is NONE else "held")
        case bool():
            return Word("true" if value else "false")
        case str():
            return Word(value, text=True)
        case date():
            return Word(value.isoformat())
        case Quantity(amount, unit):
            return Word(f"{_digits(amount)} {unit}")
        case int() | Decimal():
            return Word(_digits(value))
        case frozenset():
            order = [option.id for option in fact.options]
            return List(tuple(Word(item) for item in sorted(value, key=lambda item: _rank(order, item))))
        case Records(entries, complete):
            records = [_record(entry, fact) for entry in entries]
            return List((*records, *([] if complete else [Word(MORE)])), block=True)
        case _:
            assert_never(value)


def _rank(order: Sequence[str], item: str) -> tuple[int, str]:
    return (order.index(item) if item in order else len(order)), item


def _digits(amount: int | Decimal) -> str:
    return format(amount, "f") if isinstance(amount, Decimal) else str(amount)


def _record(record: Record, fact: Fact, *, block: bool | None = None) -> yaml_text.Mapping:
    """An entry of a list: on one line where it fits, unless its neighbours say otherwise."""
    values = named_record(record, fact).fields
    if set(values) - {field.id for field in fact.fields}:
        raise refused("edit.no_such_fact", fact=", ".join(set(values) - {field.id for field in fact.fields}))
    entries = tuple(
        (field.name, _unchecked(values[field.id], field)) for field in fact.fields if field.id in values
    )
    draft = yaml_text.Mapping(entries, block=False)
    if block is None:
        block = len(yaml_text.flowing(draft)) > WIDTH
    return yaml_text.Mapping(entries, block)


def _as_read(node: Draft | yaml_text.Node) -> YamlNode:
    """A node as the reader has it, without a place."""
    match node:
        case Word(written, text):
            return YamlScalar(written, not text, 1, 1)
        case Leaf(text, style):
            return YamlScalar(text, not style, 1, 1)
        case List() | Items():
            return YamlSequence(tuple(_as_read(item) for item in node.items), 1, 1)
        case yaml_text.Mapping(entries):
            return YamlMapping(
                tuple((YamlScalar(key, True, 1, 1), _as_read(value)) for key, value in entries), 1, 1
            )
        case Entries(entries):
            return YamlMapping(
                tuple((YamlScalar(key.text, True, 1, 1), _as_read(value)) for key, value in entries), 1, 1
            )
        case _:
            assert_never(node)


# One edit ----------------------------------------------------------------------------------------------------


class _Editor:
    """Does one edit to a page, in as many small steps as it takes."""

    def __init__(self, page: Text, vocabulary: Vocabulary, file: str) -> None:
        self.page = page
        self.vocabulary = vocabulary
        self.file = file

    def done(self, edit: Edit) -> Text:
        """The page after the edit."""
        match edit:
            case SetAnswer(path=path, value=value):
                self._answer(path, value)
            case MarkUnknown(path=path):
                self._unknown(path)
            case RemoveAnswer(path=path):
                self._remove(path)
            case AddRecord(fact=fact, record=record):
                self._add(self._fact(fact), record)
            case RemoveRecord(fact=fact, key=key):
                self._drop(self._fact(fact), key)
            case RenameRecord(fact=fact, key=key, name=name):
                self._set(self._place_of_record(self._fact(fact), key), self._key(self._fact(fact)), name)
            case SetComplete(fact=fact, complete=complete):
                self._complete(self._fact(fact), complete)
            case SetView():
                self._view(edit)
            case _:
                assert_never(edit)
        return self.page

    # Places ----------------------------------------------------------------------------------------------

    def _fact(self, fact_id: str) -> Fact:
        return target(fact_id, self.vocabulary).fact

    def _key(self, fact: Fact) -> Fact:
        return next(field for field in fact.fields if field.name == fact.key)

    def _place_of_record(self, fact: Fact, key: str) -> Path:
        node = self.page.at(_place(fact))
        names = self._names(node, fact) if isinstance(node, Items) else []
        if key not in names:
            raise Unsupported
        return (*_place(fact), names.index(key))

    def _names(self, node: Items, fact: Fact) -> list[str | None]:
        """The names of a list's entries; None for what is no record."""
        found: list[str | None] = []
        for item in node.items:
            name = (
                next((v for k, v in item.entries if k.text == fact.key), None)
                if isinstance(item, Entries)
                else None
            )
            found.append(clean(name.text) if isinstance(name, Leaf) else None)
        return found

    def _place_of(self, path: str) -> tuple[Path, Fact]:
        """Where the value of a fact or of a record's field stands, or would stand."""
        named = target(path, self.vocabulary)
        if named.field is None:
            return _place(named.fact), named.fact
        return (*self._place_of_record(named.fact, named.key or ""), named.field.name), named.field

    def _order(self, path: Path) -> Sequence[str]:
        """In which order the entries of a mapping belong."""
        if not path:
            return TOP_LEVEL
        if path[0] == "readings":
            return list(self.vocabulary.facts) if len(path) == 1 else _VIEW
        names = [step for step in path[1:] if isinstance(step, str)]
        prefix = "".join(f"{name}." for name in names)
        inner = [fact_id[len(prefix) :] for fact_id in self.vocabulary.facts if fact_id.startswith(prefix)]
        return list(dict.fromkeys(name.partition(".")[0] for name in inner))

    # Steps -----------------------------------------------------------------------------------------------

    def _to(self, text: str) -> None:
        self.page = Text(text)

    def _put(self, path: Path, draft: Draft) -> None:
        """Write at a path, with the groups that lead there."""
        for length in range(1, len(path) + 1):
            here, rest = path[:length], path[length:]
            node = self.page.at(here)
            if node is None:
                key = str(here[-1])
                order = self._order(here[:-1])
                self._to(yaml_text.with_entry(self.page, here[:-1], key, _under(rest, draft), order))
                return
            if isinstance(node, Leaf) or not rest:
                self._to(yaml_text.replaced(self.page, here, _under(rest, draft)))
                return

    def _answer(self, path: str, value: Value) -> None:
        place, fact = self._place_of(path)
        node = self.page.at(place)
        draft = _draft(_named(value, fact), fact)
        if node is not None and _value(node, fact) == _named(value, fact):
            return
        if isinstance(node, Items) and node.items and isinstance(value, frozenset) and value:
            self._choices(place, node, value, fact)
        elif isinstance(node, Items) and node.items and isinstance(value, Records):
            self._records(fact, node, value)
        else:
            self._put(place, draft)

    def _set(self, record: Path, field: Fact, value: Value) -> None:
        """Write one field of a record."""
        place = (*record, field.name)
        node = self.page.at(place)
        draft = _draft(value, field)
        if node is None or _value(node, field) != value:
            self._put(place, draft)

    def _unknown(self, path: str) -> None:
        place, _ = self._place_of(path)
        node = self.page.at(place)
        if not (isinstance(node, Leaf) and (node.text == UNKNOWN or node.start == node.end)):
            self._put(place, Word(UNKNOWN))

    def _remove(self, path: str) -> None:
        place, _ = self._place_of(path)
        if self.page.at(place) is not None:
            self._to(yaml_text.without_entry(self.page, place))

    def _choices(self, place: Path, node: Items, value: frozenset[str], fact: Fact) -> None:
        """Take options out of a list and put others in, each where the order of the options has it."""
        order = [option.id for option in fact.options]
        chosen = [_option(item) for item in node.items]
        if not value & set(chosen):
            self._put(place, _draft(value, fact))
            return
        for index in reversed(range(len(chosen))):
            if chosen[index] not in value:
                self._to(yaml_text.without_item(self.page, (*place, index)))
                del chosen[index]
        for option in sorted(value - set(chosen), key=order.index):
            before = [i for i, own in enumerate(chosen) if order.index(own) < order.index(option)]
            index = before[-1] + 1 if before else 0
            self._to(yaml_text.with_item(self.page, place, index, Word(option, text=True)))
            chosen.insert(index, option)

    # Lists -----------------------------------------------------------------------------------------------

    def _add(self, fact: Fact, record: Record, index: int | None = None) -> None:
        place = _place(fact)
        _draft(_named(Records((record,)), fact), fact)
        node = self.page.at(place)
        if not isinstance(node, Items) or not node.items:
            # Nobody said that a list not answered so far has no further entries.
            complete = isinstance(node, Items)
            self._put(place, _unchecked(Records((record,), complete), fact))
            return
        styles = [not item.flow for item in node.items if isinstance(item, Entries)]
        draft = _record(record, fact, block=styles[-1] if styles else None)
        if index is None:
            index = len(node.items) - (1 if self._is_open(node) else 0)
        self._to(yaml_text.with_item(self.page, place, index, draft))

    def _is_open(self, node: Items) -> bool:
        last = node.items[-1] if node.items else None
        return isinstance(last, Leaf)

    def _drop(self, fact: Fact, key: str) -> None:
        self._drop_item(self._place_of_record(fact, key))

    def _drop_item(self, place: Path) -> None:
        node = self.page.at(place[:-1])
        if isinstance(node, Items) and len(node.items) == 1:
            self._put(place[:-1], List(()))
        else:
            self._to(yaml_text.without_item(self.page, place))

    def _complete(self, fact: Fact, complete: bool) -> None:
        place = _place(fact)
        node = self.page.at(place)
        if not isinstance(node, Items) or not node.items:
            if not isinstance(node, Items) or not complete:
                self._put(place, List(() if complete else (Word(MORE),), block=True))
        elif complete and self._is_open(node):
            self._drop_item((*place, len(node.items) - 1))
        elif not complete and not self._is_open(node):
            self._to(yaml_text.with_item(self.page, place, len(node.items), Word(MORE)))

    def _records(self, fact: Fact, node: Items, value: Records) -> None:
        """Change a list entry by entry: what stays the same is not touched."""
        place = _place(fact)
        now = [name for name in self._names(node, fact) if name is not None]
        wanted = [entry.key for entry in value.entries]
        staying = [name for name in now if name in wanted]
        if not staying or staying != [name for name in wanted if name in now]:
            self._put(place, _unchecked(value, fact))
            return
        for name in now:
            if name not in wanted:
                self._drop(fact, name)
        for index, entry in enumerate(value.entries):
            if entry.key in now:
                self._fields(fact, entry)
            else:
                self._add(fact, entry, index)
        self._complete(fact, value.complete)

    def _fields(self, fact: Fact, entry: Record) -> None:
        values = named_record(entry, fact).fields
        record = self._place_of_record(fact, entry.key)
        for field in fact.fields:
            node = self.page.at((*record, field.name))
            if field.id in values:
                self._set(record, field, values[field.id])
            elif node is not None and _value(node, field) is not None:
                self._to(yaml_text.without_entry(self.page, (*record, field.name)))

    # Readings --------------------------------------------------------------------------------------------

    def _view(self, edit: SetView) -> None:
        fact = self.vocabulary.get(edit.reading)
        if fact is None or fact.kind is not Kind.READING:
            raise refused("edit.no_such_fact", fact=edit.reading)
        place: Path = ("readings", edit.reading)
        wanted = {"view": edit.view, "by": edit.by, "on": edit.on.isoformat(), "note": edit.note}
        words = {name: Word(text, text=name != "on") for name, text in wanted.items() if text}
        _draft(edit.view, fact)
        node = self.page.at(place)
        if not isinstance(node, Entries):
            self._put(place, yaml_text.Mapping(tuple(words.items()), block=self._views_in_block()))
            return
        now = {key.text: value for key, value in node.entries}
        for name in _VIEW:
            own = now.get(name)
            if name not in words:
                if own is not None:
                    self._to(yaml_text.without_entry(self.page, (*place, name)))
            elif not (isinstance(own, Leaf) and own.text == words[name].written):
                self._put((*place, name), words[name])

    def _views_in_block(self) -> bool:
        """Whether a new view takes a line for each of its parts, as the views before it do."""
        node = self.page.at(("readings",))
        views = [v for _, v in node.entries if isinstance(v, Entries)] if isinstance(node, Entries) else []
        return not (views and views[-1].flow)


def _place(fact: Fact) -> Path:
    return ("readings", fact.id) if fact.kind is Kind.READING else ("facts", *fact.id.split("."))


def _under(path: Path, draft: Draft) -> Draft:
    """A draft with the groups of a path around it."""
    for key in reversed(path):
        draft = yaml_text.Mapping(((str(key), draft),))
    return draft


def _named(value: Value, fact: Fact) -> Value:
    if not isinstance(value, Records):
        return value
    return Records(tuple(named_record(entry, fact) for entry in value.entries), value.complete)


def _value(node: yaml_text.Node, fact: Fact) -> Value | None:
    """What is answered at a node."""
    return read_value(_as_read(node), fact, fact.id, "", [])


def _option(node: yaml_text.Node) -> str:
    if not isinstance(node, Leaf):
        raise Unsupported
    return node.text.strip()
