"""The vocabulary: every fact that can be known about a project, as the packs declare it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from compliance.frozen import EMPTY, frozen


class Bilingual(NamedTuple):
    """A text in both languages. Both are always there."""

    en: str
    zh: str

    def get(self, lang: str) -> str:
        """The text in `lang`, "en" or "zh"."""
        return self.zh if lang == "zh" else self.en


class Kind(StrEnum):
    """What sort of value a fact has."""

    BOOLEAN = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    QUANTITY = "quantity"
    DATE = "date"
    TEXT = "text"
    RECORDS = "records"
    READING = "reading"


class Tense(StrEnum):
    """EVENT: happened on or before the as-of date, or not yet. PLANNED: may lie ahead."""

    EVENT = "event"
    PLANNED = "planned"


@frozen
class Option:
    """One value of a choice, a set or a reading. `source` says where a reading's view comes from."""

    id: str
    label: Bilingual
    source: Bilingual | None = None


@frozen
class Suggestion:
    """What in a project's files suggests an answer: words of a link on a page, or the name of a file (`*`, `?`)."""

    answer: bool | str
    links: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@frozen
class Fact:
    """One typed thing that can be known about a project.

    Args:
        id: dotted id. A field of a record type has the id of its list as prefix: `service.endpoints.kind`.
        none: whether "there is none" is a possible value. Always true for an event date ("not yet");
            never for sets and lists, which are empty instead.
        options: for choice, choices and reading, in the pack's order.
        tense: for dates.
        units: for quantities, the units an answer may use: `days weeks months years`, `working_days`,
            or any other word (`CNY`), which is a dimension of its own.
        whole: for numbers, only whole numbers.
        minimum: for numbers and quantities, the smallest possible amount (quantities of time: 0).
        identifier: for text, the identifier scheme whose normalisation applies.
        key: for records, the short name of the key field (a text field).
        fields: for records, the field facts with full ids, in order.
        at_least_one: for sets and lists, whether empty is no possible value.
        changeable: "yes", "by_authority" or "no".
        parent: for a field, the id of its list; else None.
        suggested_by: what in a project's files suggests an answer.
    """

    id: str
    kind: Kind
    label: Bilingual
    question: Bilingual | None = None
    help: Bilingual | None = None
    none: bool = False
    options: tuple[Option, ...] = ()
    tense: Tense | None = None
    units: tuple[str, ...] = ()
    whole: bool = False
    minimum: int | None = None
    identifier: str | None = None
    key: str | None = None
    fields: tuple[Fact, ...] = ()
    at_least_one: bool = False
    sensitive: bool = False
    changeable: str = "yes"
    pack: str = ""
    parent: str | None = None
    suggested_by: Suggestion | None = None

    @property
    def can_be_none(self) -> bool:
        """Whether `none` (for a date `not yet`) is among the possible values."""
        return self.none or self.tense is Tense.EVENT

    @property
    def name(self) -> str:
        """The last part of the id: a field's short name."""
        return self.id.rpartition(".")[2]


@frozen
class Vocabulary:
    """All facts of a rule book.

    `facts` maps every id, fields of record types included, to its fact.
    """

    facts: Mapping[str, Fact] = EMPTY

    def __getitem__(self, fact_id: str) -> Fact:
        return self.facts[fact_id]

    def get(self, fact_id: str) -> Fact | None:
        """The fact with that id, or None."""
        return self.facts.get(fact_id)
