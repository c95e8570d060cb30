"""Values a fact can have. A fact that nobody answered has no value at all: it is absent from the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from compliance.frozen import EMPTY, frozen


class Special(Enum):
    """Answers that are not ordinary values.

    NONE: "there is none" (for a date "not yet"): an answer, not a gap.
    HELD: a sensitive value exists and is kept elsewhere; present, but nothing else is known.
    """

    NONE = "none"
    HELD = "held"


NONE = Special.NONE
HELD = Special.HELD


@frozen
class Quantity:
    """An amount with its unit, as given: `6 months`, `30000 CNY`."""

    amount: int | Decimal
    unit: str

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"


@frozen
class Record:
    """One entry of a list of records.

    Args:
        key: the value of the record type's key field; names the record in paths, findings and waivers.
        fields: field id (full dotted id, list id included) -> value; unanswered fields are absent.
    """

    key: str
    fields: Mapping[str, Value] = EMPTY


@frozen
class Records:
    """A list of records. `complete` is False when the list ends with `and more`: there may be further entries."""

    entries: tuple[Record, ...] = ()
    complete: bool = True


Value: TypeAlias = "bool | int | Decimal | str | date | Quantity | frozenset[str] | Records | Special"
Answers: TypeAlias = "Mapping[str, Value]"
