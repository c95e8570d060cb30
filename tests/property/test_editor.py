"""The editor of manifests: the answers are the ones meant, and nothing else in the file has moved."""

from __future__ import annotations

import random
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compliance.errors import ManifestError
from compliance.facts.editor import Contents, Names, edited, edited_files, merged
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
    target,
)
from compliance.facts.manifest import Manifest, read_manifest
from compliance.facts.values import HELD, NONE, Records
from compliance.facts.yaml_text import Leaf, Node, Path, Text
from compliance.packs.cache import bundled_rules, load_rule_book
from tests.property.manifest_texts import any_edit, any_manifest

VOCABULARY = load_rule_book([bundled_rules()], None).vocabulary
SEEDS = st.integers(0, 2**40).map(random.Random)
BOM = b"\xef\xbb\xbf"


def read(data: bytes) -> Manifest:
    return read_manifest(data, "compliance.yaml", VOCABULARY)


def one(data: bytes, edit: Edit) -> bytes:
    return edited(data, "compliance.yaml", VOCABULARY, [edit])


def manifest(draw: random.Random) -> bytes:
    """A manifest that can be read."""
    data = any_manifest(VOCABULARY, draw)
    try:
        read(data)
    except ManifestError as error:
        assert not [code for code in error.codes if code.startswith("yaml.")], (error, data.decode())
        assume(False)
    return data


def remarks(data: bytes) -> list[str]:
    return re.findall(r"# c\d+ [^\r\n]*", data.decode())


def lines(data: bytes) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z", data.removeprefix(BOM).decode())


def allowed(data: bytes, edit: Edit) -> range:
    """The lines of a file, from 0, that an edit may change."""
    page = Text(data.removeprefix(BOM).decode())
    path = _path(edit)
    node: Node | None = None
    for length in range(len(path), -1, -1):
        node = page.at(path[:length])
        if node is not None:
            path = path[:length]
            break
    if node is None:
        return range(0)
    whole = length == len(_path(edit)) or isinstance(node, Leaf) or node.flow
    if not whole:
        return range(0)
    start = node.start
    if path:
        parent = page.at(path[:-1])
        start = next((k.start for k, _ in getattr(parent, "entries", ()) if k.text == path[-1]), start)
    # A part in brackets and the comma before it can be on different lines: all of the outermost brackets may change.
    for length in range(len(path)):
        outer = page.at(path[:length])
        if outer is not None and not isinstance(outer, Leaf) and outer.flow:
            start, node = outer.start, outer
            break
    newlines = [m.end() for m in re.finditer(r"\r\n|\n|\r", page.text)]

    def number(at: int) -> int:
        return sum(end <= at for end in newlines)

    return range(number(start), number(max(node.end - 1, start)) + 1)


def _path(edit: Edit) -> Path:
    if isinstance(edit, SetView):
        return ("readings", edit.reading)
    name = edit.path if isinstance(edit, SetAnswer | MarkUnknown | RemoveAnswer) else edit.fact
    fact = target(name, VOCABULARY).fact
    return ("readings", fact.id) if fact.id.startswith("reading.") else ("facts", *fact.id.split("."))


def assert_kept(before: bytes, after: bytes, edit: Edit) -> None:
    """Comments, line ends, the mark at the beginning, and every line the edit has no business with."""
    assert remarks(after) == remarks(before), (edit, before.decode(), after.decode())
    assert before.startswith(BOM) == after.startswith(BOM)
    old, new = lines(before), lines(after)
    ends = {re.sub(r"[^\r\n]", "", line) for line in old} - {""}
    assert {re.sub(r"[^\r\n]", "", line) for line in new} - {""} <= (ends or {"\n"})
    touched = allowed(before, edit)
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    changed = range(front, len(old) - back)
    if list(changed) == [len(old) - 1] and "".join(new[len(old) - 1 :]).startswith(old[-1]):
        return  # the last line had no line end
    assert all(number in touched for number in changed), (
        edit,
        changed,
        touched,
        before.decode(),
        after.decode(),
    )


@settings(max_examples=250, deadline=None)
@given(SEEDS)
def test_answers_are_the_ones_meant_and_the_rest_stays(draw: random.Random) -> None:
    data = manifest(draw)
    for _ in range(draw.randint(1, 5)):
        answers = dict(read(data).answers)
        edit = any_edit(VOCABULARY, answers, draw)
        try:
            after = one(data, edit)
        except ManifestError as error:
            assert set(error.codes) <= {
                "edit.value",
                "value.empty",
                "value.key_reserved",
                "value.placeholder",
            }, (
                error,
                edit,
                data.decode(),
            )
            continue
        found = read(after).answers
        assert found == applied(answers, edit, VOCABULARY)
        own = _path(edit)[-1] if isinstance(edit, SetView) else ".".join(str(p) for p in _path(edit)[1:])
        assert {k: v for k, v in found.items() if k != own and not k.startswith("reading.")} == {
            k: v for k, v in answers.items() if k != own and not k.startswith("reading.")
        }
        _as_meant(edit, found)
        assert_kept(data, after, edit)
        data = after


def _as_meant(edit: Edit, found: object) -> None:
    """What each edit says, looked up in the answers without the editor's help."""
    assert hasattr(found, "get")
    match edit:
        case SetAnswer(path=path, value=value) if "[" not in path:
            assert found.get(path) == value
        case MarkUnknown(path=path) | RemoveAnswer(path=path) if "[" not in path:
            assert path not in found
        case AddRecord(fact=fact, record=record):
            assert found.get(fact).entries[-1] == record
        case RemoveRecord(fact=fact, key=key):
            assert all(entry.key != key for entry in found.get(fact).entries)
        case RenameRecord(fact=fact, name=name):
            assert any(entry.key == name for entry in found.get(fact).entries)
        case SetComplete(fact=fact, complete=complete):
            assert isinstance(found.get(fact), Records)
            assert found.get(fact).complete is complete
        case SetView(reading=reading, view=view):
            assert found.get(reading) == view


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_the_same_answer_changes_nothing(draw: random.Random) -> None:
    data = manifest(draw)
    found = read(data)
    for fact_id, value in found.answers.items():
        if fact_id in found.readings:
            view = found.readings[fact_id]
            edit: Edit = SetView(fact_id, view.view, view.by, view.on, view.note)
        else:
            edit = SetAnswer(fact_id, value)
        assert one(data, edit) == data, (edit, data.decode())
        if isinstance(value, Records):
            assert one(data, SetComplete(fact_id, value.complete)) == data
            for entry in value.entries:
                for field, own in entry.fields.items():
                    path = f"{fact_id}[{entry.key}].{field.rpartition('.')[2]}"
                    assert one(data, SetAnswer(path, own)) == data, (path, data.decode())


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_many_edits_at_once_are_the_edits_one_by_one(draw: random.Random) -> None:
    data = manifest(draw)
    step, answers, edits = data, dict(read(data).answers), []
    for _ in range(4):
        edit = any_edit(VOCABULARY, answers, draw)
        try:
            step = one(step, edit)
        except ManifestError:
            continue
        edits.append(edit)
        answers = dict(read(step).answers)
    assert edited(data, "compliance.yaml", VOCABULARY, edits) == step


STYLES = [
    "facts:\n  service:\n    name: 甲  # c1 x\n    online: true\n",
    "facts:\n  service:\n    name: '甲'  # c1 x\n    online: true\n",
    'facts:\n  service:\n    name: "甲"  # c1 x\n    online: true\n',
    "facts: {service: {name: 甲, online: true}}  # c1 x\n",
    "facts:\n  service: {  # c1 x\n    name: '甲'\n    }\n",
    "facts:\n  service:\n    name: >-\n      甲\n\n    # c1 x\n    online: true\n",
    "facts:\n  service:\n    name:\n    # c1 x\n    online: true\n",
]


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(STYLES), st.text(max_size=30) | st.text("'\"#:,[]{}?-|>&*!%@` \\\n\tan甲", max_size=12)
)
def test_any_text_is_read_back_or_refused(style: str, text: str) -> None:
    data = ("compliance: 1\n" + style).encode()
    try:
        after = one(data, SetAnswer("service.name", text))
    except ManifestError as error:
        assert set(error.codes) <= {"edit.value", "value.hidden_characters", "value.placeholder"}
        return
    assert read(after).answers == {**read(data).answers, "service.name": text}
    assert_kept(data, after, SetAnswer("service.name", text))


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_what_is_sensitive_is_in_the_private_file_only(draw: random.Random) -> None:
    names = Names("compliance.yaml", "compliance.private.yaml")
    secret = [fact.id for fact in VOCABULARY.facts.values() if fact.sensitive]
    contents = Contents(manifest(draw))
    expected = dict(read(contents.public).answers)
    for number in range(6):
        fact = draw.choice(secret)
        value = draw.choice([f"秘密{number}", f"秘密{number}", HELD, NONE, None])
        if value is NONE and not VOCABULARY[fact].none:
            continue
        gone = draw.choice([MarkUnknown, RemoveAnswer])
        edits: list[Edit] = [gone(fact) if value is None else SetAnswer(fact, value)]
        contents = edited_files(contents, names, VOCABULARY, edits)
        expected = applied(expected, edits[0], VOCABULARY)
        assert merged(contents, names, VOCABULARY).answers == expected
        assert "秘密" not in contents.public.decode()
        kept = {v for k, v in expected.items() if k in secret and isinstance(v, str)}
        assert set(re.findall(r"秘密\d", (contents.private or b"").decode())) == {
            v for v in kept if "秘密" in v
        }
