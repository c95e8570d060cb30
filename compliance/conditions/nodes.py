"""The language of conditions: small frozen nodes, no parents, no behaviour.

A condition is true, false or (for time limits) true until the end of a day. The nodes are immutable and
compare by content, so equal conditions can be shared.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from compliance.facts.values import Quantity
from compliance.frozen import frozen


@frozen
class Constant:
    """Always true or always false."""

    value: bool


@frozen
class All:
    """True when every child is. Without children: true."""

    children: tuple[Node, ...]


@frozen
class Any:
    """True when at least one child is. Without children: false."""

    children: tuple[Node, ...]


@frozen
class Not:
    """True when the child is false. No time limit may stand below it."""

    child: Node


@frozen
class Every:
    """Every record of the list that meets `where` meets `satisfies`.

    `where` has no time limits. Facts inside may be fields of this list or facts that stand alone.
    """

    of: str
    where: Node
    satisfies: Node


@frozen
class Some:
    """At least one record of the list meets both `where` and `satisfies`."""

    of: str
    where: Node
    satisfies: Node


@frozen
class Named:
    """A definition, put in where it is used: true when `body` is. `id` is the definition's id."""

    id: str
    body: Node


@frozen
class Present:
    """The fact has a value other than `none`. For a set: it is not empty.

    `present:` of a list of records is parsed to `Some(list, true, true)`.
    """

    fact: str


@frozen
class Is:
    """The fact is one of the values. `none` is none of them."""

    fact: str
    values: tuple[bool | int | Decimal | str | date | Quantity, ...]


@frozen
class Has:
    """A set fact has any, all or none of the options."""

    fact: str
    mode: Literal["any", "all", "none"]
    options: tuple[str, ...]


Comparison: TypeAlias = Literal["at_least", "at_most", "more_than", "less_than"]


@frozen
class Compare:
    """A number or quantity fact against a literal bound."""

    fact: str
    operator: Comparison
    bound: int | Decimal | Quantity


@frozen
class AsOf:
    """Stands for the as-of date in a date comparison."""


@frozen
class FactRef:
    """Stands for the value of another fact."""

    fact: str


DateBound: TypeAlias = "date | AsOf | FactRef"


@frozen
class Dated:
    """A date fact lies on or before (or on or after) a bound. False when either side is `not yet`."""

    fact: str
    operator: Literal["on_or_before", "on_or_after"]
    bound: DateBound


@frozen
class WithinLast:
    """A date fact lies on or after the as-of date less `span`, and not after the as-of date."""

    fact: str
    span: Quantity


@frozen
class SameAs:
    """Both facts have the same value. False when either is `none`."""

    fact: str
    other: str


@frozen
class Valid:
    """A text fact is well formed under an identifier scheme."""

    fact: str
    identifier: str


@frozen
class Limit:
    """The deed is done no later than `span` after or before the trigger.

    Args:
        deed: an event date fact.
        span: amount and unit (`days weeks months years working_days`); amount 0 means on the trigger's day.
        direction: "after" or "before" the trigger.
        trigger: a date fact or a fixed date.
    """

    deed: str
    span: Quantity
    direction: Literal["after", "before"]
    trigger: date | FactRef


Leaf: TypeAlias = "Constant | Present | Is | Has | Compare | Dated | WithinLast | SameAs | Valid | Limit"
Node: TypeAlias = "All | Any | Not | Every | Some | Named | Leaf"

TRUE = Constant(True)
FALSE = Constant(False)
