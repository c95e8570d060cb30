"""Everything that can happen in an interview. A face sends these; nothing else changes a state."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from compliance.facts.values import Value
from compliance.frozen import frozen
from compliance.interview.state import Order


@frozen
class Answer:
    """A value for a fact, for a field of a record or for a whole list. Readings take a `View`."""

    path: str
    value: Value


@frozen
class NotKnown:
    """*Don't know*: the fact stays unknown and is parked until the review. A list keeps its records."""

    path: str


@frozen
class Skip:
    """Go on without answering: the question comes again after the others. An answer that is there stays."""

    path: str


@frozen
class Unpark:
    """Ask a parked question again, now."""

    path: str


@frozen
class View:
    """Counsel's view of doubtful law: which reading, by whom, when."""

    reading: str
    view: str
    by: str
    on: date
    note: str = ""


@frozen
class AddRecord:
    """A further record of a list. The list goes on until `ListComplete`."""

    list: str
    key: str


@frozen
class RemoveRecord:
    """A record is taken out with all its answers."""

    list: str
    key: str


@frozen
class RenameRecord:
    """A record gets another key and keeps its answers."""

    list: str
    key: str
    new: str


@frozen
class ListComplete:
    """These are all the records. Without any: the list is empty."""

    list: str


@frozen
class ListOpen:
    """There are further records (`and more`)."""

    list: str


@frozen
class Jump:
    """Show a question, whether it is open, answered or moot."""

    path: str


@frozen
class Back:
    """Show the question that was shown before. Answers stay."""


@frozen
class Undo:
    """Take back the last change of an answer; its question is shown again."""


@frozen
class ToReview:
    """Go to the review, whatever is open."""


@frozen
class FromReview:
    """Go on asking what is open."""


@frozen
class Finish:
    """End the interview. Only from the review."""


@frozen
class SetOrder:
    """Ask in another order from now on."""

    order: Order


Event: TypeAlias = (
    "Answer | NotKnown | Skip | Unpark | View | AddRecord | RemoveRecord | RenameRecord | ListComplete | ListOpen"
    " | Jump | Back | Undo | ToReview | FromReview | Finish | SetOrder"
)
