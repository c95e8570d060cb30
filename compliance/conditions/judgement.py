"""What a search over all completions finds out about one rule: the words shared by search and assessment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from compliance.facts.calendar import Calendar
from compliance.facts.identifiers import Identifier
from compliance.facts.values import Value
from compliance.facts.vocabulary import Vocabulary
from compliance.frozen import EMPTY, frozen


class Outcome(StrEnum):
    """What a rule comes to, for one manifest on one date."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNDECIDED = "undecided"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"


class Reason(StrEnum):
    """Why an outcome is undecided."""

    FACTS = "facts"
    READING = "reading"
    CALENDAR = "calendar"
    BOUND = "bound"


BUDGET: Final = 120_000
"""Six times what any case of the quick property tests needs; the worst rule ends within seconds (docs/adr/0001)."""


@frozen
class Situation:
    """What is known when a rule is judged. Pure data; nothing in it reads a clock or a file.

    Args:
        answers: fact id -> value; an unanswered fact is absent. An event after `as_of` counts as `not yet`.
        calendar: counts working days; None when no pack names one.
        budget: how many steps the search for an outcome, and again that for what decides it, may take before the
            outcome is `bound`. A branch is one step, and one more for every eight tests it looks at.
    """

    vocabulary: Vocabulary
    answers: Mapping[str, Value]
    as_of: date
    calendar: Calendar | None = None
    identifiers: Mapping[str, Identifier] = EMPTY
    budget: int = BUDGET


@frozen
class Judgement:
    """The certain answer for one rule.

    Args:
        outcome: by SEMANTICS 3.
        due: for pending, the earliest due day over all completions.
        decided_by: sorted paths of the open facts that decide the class: `service.public`,
            `service.changes[rename].filed_on`, or the id of a list that is unanswered or ends with
            `and more`. Empty unless undecided.
        reasons: why it is undecided, in the order of `Reason`; empty otherwise.
        can_breach: some completion violates the rule.
    """

    outcome: Outcome
    due: date | None = None
    decided_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    can_breach: bool = False
