"""Which answers changed. A sensitive answer that is masked on a side cannot be compared there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from compliance.conditions.sentence import value_text
from compliance.facts.values import NONE
from compliance.facts.vocabulary import Bilingual, Fact, Kind
from compliance.reports.diff.model import AnswerChange
from compliance.reports.digests import HIDDEN
from compliance.reports.seal import NO_SEAL

Document: TypeAlias = Mapping[str, Any]
Given: TypeAlias = Mapping[str, Any]
"""One answer, as the document has it."""

_NONE: Final = tuple(
    value_text(NONE, Fact("", kind, Bilingual("", "")), "en") for kind in (Kind.TEXT, Kind.DATE)
)


def answer_changes(old: Document, new: Document) -> tuple[AnswerChange, ...]:
    """The answers that were changed, given or taken away, in the order of the newer side."""
    return tuple(_change(before, after, comparable) for before, after, comparable in _differing(old, new))


def changed_facts(old: Document, new: Document) -> dict[str, str]:
    """Path -> fact of all answers and counsel's views that changed."""
    facts = _facts(old, new, comparable=True)
    before, after = _views(old), _views(new)
    readings = [name for name in {**after, **before} if before.get(name) != after.get(name)]
    return {**facts, **{name: name for name in readings}}


def doubtful_facts(old: Document, new: Document) -> dict[str, str]:
    """Path -> fact of the sensitive answers of which nobody can say whether they changed."""
    return _facts(old, new, comparable=False)


def _facts(old: Document, new: Document, *, comparable: bool) -> dict[str, str]:
    return {
        (after or before or {})["path"]: (after or before or {})["fact"]
        for before, after, certain in _differing(old, new)
        if certain is comparable
    }


def _views(document: Document) -> dict[str, str]:
    return {view["reading"]: view["view"] for view in document["readings"]}


def _differing(old: Document, new: Document) -> list[tuple[Given | None, Given | None, bool]]:
    before = {answer["path"]: answer for answer in old["answers"]}
    after = {answer["path"]: answer for answer in new["answers"]}
    found: list[tuple[Given | None, Given | None, bool]] = []
    for path in {**after, **before}:
        one, other = before.get(path), after.get(path)
        if one is None or other is None:
            found.append((one, other, True))
        elif one["hidden"] or other["hidden"]:
            if not _same_file(one, other, old, new):
                found.append((one, other, _is_none(one) or _is_none(other)))
        elif one["text"] != other["text"]:
            found.append((one, other, True))
    return found


def _is_none(answer: Given) -> bool:
    """Whether the answer is that there is none: that is no secret, and differs from whatever is given."""
    return not answer["hidden"] and answer["text"]["en"] in _NONE


def _same_file(one: Given, other: Given, old: Document, new: Document) -> bool:
    """Whether both were read from the same bytes: then a masked answer is the same, too."""
    if old["digests"]["assessment"] == new["digests"]["assessment"] != NO_SEAL:
        return True
    same = {name: old["digests"][name] == new["digests"][name] for name in ("manifest", "private")}
    if old["digests"]["private"] == HIDDEN:
        same["private"] = False  # Nobody can say.
    if all(same.values()):
        return True
    places = [(answer["location"] or {}).get("file") for answer in (one, other)]
    files = [document["file"] for document in (old, new)]
    if places == files:
        return bool(same["manifest"])
    private = all(place and place != file for place, file in zip(places, files, strict=True))
    return private and same["private"] and old["digests"]["private"] is not None


def _change(before: Given | None, after: Given | None, comparable: bool) -> AnswerChange:
    given = after or before or {}
    return AnswerChange(
        path=given["path"],
        label=label_of(given),
        old=Bilingual(**before["text"]) if before and comparable else None,
        new=Bilingual(**after["text"]) if after and comparable else None,
        comparable=comparable,
    )


def label_of(answer: Given) -> Bilingual:
    """What an answer is called, with the key of its record in front."""
    label = Bilingual(**answer["label"])
    if answer["record"] is None:
        return label
    return Bilingual(f"{answer['record']}: {label.en}", f"{answer['record']}：{label.zh}")
