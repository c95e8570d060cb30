"""From YAML to conditions. Every problem has its place; all problems of a condition are found in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from compliance.conditions.nodes import (
    TRUE,
    All,
    Any,
    AsOf,
    Compare,
    Comparison,
    Constant,
    DateBound,
    Dated,
    Every,
    FactRef,
    Has,
    Is,
    Limit,
    Node,
    Not,
    Present,
    SameAs,
    Some,
    Valid,
    WithinLast,
)
from compliance.errors import Problem
from compliance.facts.quantities import TIME_UNITS
from compliance.facts.spelling import MOST_NAMED, near, read_value
from compliance.facts.values import NONE, Quantity
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Tense, Vocabulary
from compliance.facts.wording import typable
from compliance.facts.yaml_reader import (
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
    location_of,
    shown,
)
from compliance.frozen import frozen

DEEPEST: Final = 32
MOST_NODES: Final = 2_000

_WORDS: Final = ("all", "any", "not", "every", "some", "definition", "present")
_COMPARISONS: Final[Mapping[str, Comparison]] = {
    "at_least": "at_least",
    "at_most": "at_most",
    "more_than": "more_than",
    "less_than": "less_than",
}
_SETS: Final[Mapping[str, Literal["any", "all", "none"]]] = {
    "has_any": "any",
    "has_all": "all",
    "has_none": "none",
}
_DATES: Final[Mapping[str, Literal["on_or_before", "on_or_after"]]] = {
    "on_or_before": "on_or_before",
    "on_or_after": "on_or_after",
}
OPERATORS: Final = (
    *_SETS, *_COMPARISONS, *_DATES, "within_last", "same_as", "valid", "no_later_than",
)  # fmt: skip
_FITTING: Final = {
    **dict.fromkeys(_SETS, (Kind.CHOICES,)),
    **dict.fromkeys(_COMPARISONS, (Kind.NUMBER, Kind.QUANTITY)),
    **dict.fromkeys(_DATES, (Kind.DATE,)),
    "within_last": (Kind.DATE,),
    "same_as": (Kind.CHOICE, Kind.BOOLEAN, Kind.TEXT, Kind.DATE),
    "valid": (Kind.TEXT,),
    "no_later_than": (Kind.DATE,),
}
_LIMIT: Final = re.compile(r"([0-9]{1,4}) (days?|weeks?|months?|years?|working_days?) (after|before) (\S+)\Z")
_SPAN: Final = re.compile(r"([0-9]{1,4}) (days?|weeks?|months?|years?)\Z")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_PLAIN_DATE: Final = Fact("date", Kind.DATE, Bilingual("", ""), tense=Tense.PLANNED)


@frozen
class Context:
    """What a condition may refer to.

    Args:
        definition: gives the condition of a definition, None when there is no such definition.
        definitions: the ids of all definitions, for hints.
        identifiers: the ids of all identifier schemes.
        limits: whether time limits may stand here.
        inside: the list whose records are looked at, inside a quantifier.
    """

    vocabulary: Vocabulary
    definition: Callable[[str, YamlNode], Node | None]
    definitions: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    limits: bool = False
    inside: str | None = None


def parse_condition(node: YamlNode, file: str, problems: list[Problem], context: Context) -> Node:
    """Parse one condition. Where a part cannot be read a problem is added and `true` stands in for it."""
    return _Parser(file, problems).parse(node, context, 1)


class _Parser:
    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.nodes = 0

    def note(self, code: str, node: YamlNode, **details: str) -> Constant:
        said = {key: value if key == "right" else shown(value) for key, value in details.items()}
        self.problems.append(Problem(code, location_of(node, self.file), said))
        return TRUE

    def parse(self, node: YamlNode, context: Context, depth: int) -> Node:
        self.nodes += 1
        if depth > DEEPEST or self.nodes > MOST_NODES:
            return self.note("condition.too_large", node, depth=str(DEEPEST), nodes=str(MOST_NODES))
        if not isinstance(node, YamlMapping) or not node.entries:
            return self.note("condition.not_a_mapping", node)
        parts = [self._entry(key, value, context, depth) for key, value in node.entries]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _entry(self, key: YamlScalar, node: YamlNode, context: Context, depth: int) -> Node:
        match key.text:
            case "all":
                return All(self._several(node, context, depth))
            case "any":
                return Any(self._several(node, context, depth))
            case "not":
                return Not(self.parse(node, _without_limits(context), depth + 1))
            case "every" | "some":
                return self._quantifier(key, node, context, depth)
            case "definition":
                return self._definition(node, context)
            case "present":
                return self._present(node, context)
            case _:
                return self._fact(key, node, context)

    def _several(self, node: YamlNode, context: Context, depth: int) -> tuple[Node, ...]:
        if not isinstance(node, YamlSequence) or not node.items:
            self.note("condition.not_a_list", node)
            return (TRUE,)
        return tuple(self.parse(item, context, depth + 1) for item in node.items)

    def _definition(self, node: YamlNode, context: Context) -> Node:
        if not isinstance(node, YamlScalar):
            return self.note("condition.not_a_name", node)
        found = context.definition(node.text, node)
        if found is None:
            right = " / ".join(near(node.text, context.definitions)) or "definitions:"
            return self.note("condition.unknown_definition", node, name=node.text, right=right)
        return found

    def _present(self, node: YamlNode, context: Context) -> Node:
        fact = self._known(node, context)
        if fact is None:
            return TRUE
        if fact.kind is Kind.RECORDS:
            if context.inside is not None:
                return self.note("condition.nested_quantifier", node)
            return Some(fact.id, TRUE, TRUE)
        return Present(fact.id)

    def _quantifier(self, key: YamlScalar, node: YamlNode, context: Context, depth: int) -> Node:
        if context.inside is not None:
            return self.note("condition.nested_quantifier", key)
        if not isinstance(node, YamlMapping):
            return self.note("condition.quantifier", node)
        for name, _ in node.entries:
            if name.text not in ("of", "where", "satisfies"):
                self.note("condition.unknown_part", name, name=name.text, right="of / where / satisfies")
        of = node.get("of")
        if of is None or (key.text == "every" and node.get("satisfies") is None):
            return self.note("condition.quantifier", node)
        fact = self._known(of, context)
        if fact is None:
            return TRUE
        if fact.kind is not Kind.RECORDS:
            return self.note("condition.not_records", of, fact=fact.id)
        inner = Context(
            context.vocabulary,
            context.definition,
            context.definitions,
            context.identifiers,
            context.limits,
            fact.id,
        )
        where, satisfies = node.get("where"), node.get("satisfies")
        condition = TRUE if where is None else self.parse(where, _without_limits(inner), depth + 1)
        body = TRUE if satisfies is None else self.parse(satisfies, inner, depth + 1)
        return Every(fact.id, condition, body) if key.text == "every" else Some(fact.id, condition, body)

    # Facts -------------------------------------------------------------------------------------------

    def _known(self, node: YamlNode, context: Context) -> Fact | None:
        """The fact a name stands for, if it may be used here."""
        if not isinstance(node, YamlScalar):
            self.note("condition.not_a_name", node)
            return None
        fact = context.vocabulary.get(node.text)
        if fact is None:
            options = near(node.text, [*context.vocabulary.facts, *_WORDS])
            self.note("condition.unknown_fact", node, fact=node.text, right=" / ".join(options) or "facts:")
            return None
        if fact.parent is not None and fact.parent != context.inside:
            self.note("condition.field_outside", node, fact=fact.id, list=fact.parent)
            return None
        return fact

    def _fact(self, key: YamlScalar, node: YamlNode, context: Context) -> Node:
        fact = self._known(key, context)
        if fact is None:
            return TRUE
        if fact.kind is Kind.RECORDS:
            return self.note("condition.list_needs_quantifier", key, fact=fact.id)
        if isinstance(node, YamlMapping):
            if not node.entries:
                return self.note("condition.not_a_mapping", node)
            tests = [self._test(fact, operator, value, context) for operator, value in node.entries]
            return tests[0] if len(tests) == 1 else All(tuple(tests))
        if fact.kind is Kind.CHOICES:
            return self.note("condition.set_needs_operator", key, fact=fact.id)
        items = node.items if isinstance(node, YamlSequence) else (node,)
        if not items:
            return self.note("condition.not_a_list", node)
        values = [self._literal(item, fact) for item in items]
        return Is(fact.id, tuple(value for value in values if value is not None))

    def _literal(self, node: YamlNode, fact: Fact) -> bool | int | Decimal | str | date | Quantity | None:
        before = len(self.problems)
        value = read_value(node, fact, fact.id, self.file, self.problems)
        if isinstance(value, bool | int | Decimal | str | date | Quantity):
            return value
        if value is NONE:
            self.note("condition.none_literal", node, fact=fact.id)
        elif len(self.problems) == before:
            self.note("condition.no_value", node, fact=fact.id)
        return None

    def _test(self, fact: Fact, operator: YamlScalar, node: YamlNode, context: Context) -> Node:
        name = operator.text
        if name not in OPERATORS:
            fitting = near(name, _fitting(fact))
            right = typable(*fitting) if fitting else _instead(fact)
            return self.note("condition.unknown_operator", operator, operator=name, right=right)
        if fact.kind not in _FITTING[name]:
            right = _instead(fact)
            return self.note("condition.operator_misfit", operator, operator=name, fact=fact.id, right=right)
        if name in _SETS:
            return self._set(fact, name, node)
        if name in _COMPARISONS:
            return self._compare(fact, _COMPARISONS[name], node)
        if name in _DATES:
            return self._dated(fact, _DATES[name], node, context)
        match name:
            case "within_last":
                return self._within_last(fact, node)
            case "same_as":
                return self._same_as(fact, node, context)
            case "valid":
                return self._valid(fact, node, context)
            case _:
                return self._limit(fact, operator, node, context)

    def _set(self, fact: Fact, name: str, node: YamlNode) -> Node:
        before = len(self.problems)
        value = read_value(node, fact, fact.id, self.file, self.problems)
        if isinstance(value, frozenset) and value and isinstance(node, YamlSequence):
            return Has(fact.id, _SETS[name], tuple(i.text for i in node.items if isinstance(i, YamlScalar)))
        if len(self.problems) == before:
            self.note("condition.not_a_list", node)
        return TRUE

    def _compare(self, fact: Fact, operator: Comparison, node: YamlNode) -> Node:
        if fact.kind is Kind.QUANTITY:
            return self._compare_quantity(fact, operator, node)
        plain = Fact(fact.id, Kind.NUMBER, fact.label)
        value = self._literal(node, plain)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return TRUE
        return Compare(fact.id, operator, value)

    def _compare_quantity(self, fact: Fact, operator: Comparison, node: YamlNode) -> Node:
        timed = [unit for unit in fact.units if unit in TIME_UNITS]
        units = (*dict.fromkeys([*fact.units, *(sorted(TIME_UNITS) if timed else ())]),)
        if isinstance(node, YamlScalar):
            unit = node.text.strip().partition(" ")[2].strip()
            if unit and unit not in units and f"{unit}s" not in units:
                return self.note("condition.unit", node, fact=fact.id, unit=unit, right=" / ".join(units))
        value = self._literal(node, Fact(fact.id, Kind.QUANTITY, fact.label, units=units))
        return Compare(fact.id, operator, value) if isinstance(value, Quantity) else TRUE

    def _dated(
        self, fact: Fact, operator: Literal["on_or_before", "on_or_after"], node: YamlNode, context: Context
    ) -> Node:
        bound = self._day(node, context)
        return TRUE if bound is None else Dated(fact.id, operator, bound)

    def _day(self, node: YamlNode, context: Context) -> DateBound | None:
        if not isinstance(node, YamlScalar):
            self.note("condition.not_a_name", node)
            return None
        if node.text == "as_of":
            return AsOf()
        if _DAY.match(node.text):
            value = self._literal(node, _PLAIN_DATE)
            return value if isinstance(value, date) else None
        fact = self._known(node, context)
        if fact is not None and fact.kind is not Kind.DATE:
            self.note("condition.not_a_date", node, fact=fact.id)
            return None
        return None if fact is None else FactRef(fact.id)

    def _within_last(self, fact: Fact, node: YamlNode) -> Node:
        found = _SPAN.match(node.text) if isinstance(node, YamlScalar) else None
        if found is None:
            return self.note("condition.span", node)
        return WithinLast(fact.id, _quantity(found.group(1), found.group(2)))

    def _same_as(self, fact: Fact, node: YamlNode, context: Context) -> Node:
        other = self._known(node, context)
        if other is None:
            return TRUE
        if other.kind is not fact.kind:
            return self.note("condition.kinds_differ", node, fact=fact.id, other=other.id)
        return SameAs(fact.id, other.id)

    def _valid(self, fact: Fact, node: YamlNode, context: Context) -> Node:
        if not isinstance(node, YamlScalar) or node.text not in context.identifiers:
            written = node.text if isinstance(node, YamlScalar) else ""
            right = " / ".join(near(written, context.identifiers) or context.identifiers) or "identifiers:"
            return self.note("condition.unknown_identifier", node, name=written, right=right)
        return Valid(fact.id, node.text)

    def _limit(self, fact: Fact, operator: YamlScalar, node: YamlNode, context: Context) -> Node:
        if not context.limits:
            return self.note("condition.limit_not_allowed", operator)
        if fact.tense is not Tense.EVENT:
            return self.note("condition.limit_deed", operator, fact=fact.id)
        if not isinstance(node, YamlScalar):
            return self.note("condition.limit", node)
        found = _LIMIT.match(node.text)
        if found is None:
            if " " in node.text:
                return self.note("condition.limit", node)
            trigger = self._day(node, context)
            if trigger is None or isinstance(trigger, AsOf):
                return TRUE if trigger is None else self.note("condition.limit", node)
            return Limit(fact.id, Quantity(0, "days"), "after", trigger)
        amount, unit, direction, name = found.groups()
        offset = node.column + node.text.index(name)
        trigger = self._day(YamlScalar(name, True, node.line, offset), context)
        if trigger is None or isinstance(trigger, AsOf):
            return TRUE if trigger is None else self.note("condition.limit", node)
        side: Literal["after", "before"] = "after" if direction == "after" else "before"
        return Limit(fact.id, _quantity(amount, unit), side, trigger)


def _quantity(amount: str, unit: str) -> Quantity:
    return Quantity(int(amount), unit if unit.endswith("s") else unit + "s")


def _instead(fact: Fact) -> str:
    """What a condition on a fact can say: the whole entry where a fact has few values, else the operators that fit."""
    match fact.kind:
        case Kind.BOOLEAN:
            return typable(f"{fact.id}: true", f"{fact.id}: false")
        case Kind.CHOICE | Kind.READING:
            return typable(*(f"{fact.id}: {option.id}" for option in fact.options[:MOST_NAMED]))
        case Kind.TEXT:
            return typable(f"{fact.id}: …", *_fitting(fact))
        case _:
            return typable(*_fitting(fact))


def _fitting(fact: Fact) -> list[str]:
    return [name for name in OPERATORS if fact.kind in _FITTING[name]]


def _without_limits(context: Context) -> Context:
    return Context(
        context.vocabulary,
        context.definition,
        context.definitions,
        context.identifiers,
        False,
        context.inside,
    )
