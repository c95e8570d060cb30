"""The certain answer by brute force: every completion of the open facts, in both calendar scenarios.

The oracle shares nothing with the engine but the nodes, the values and the vocabulary. A rule is turned into
one Python expression over the positions of the open facts' values; each leaf becomes a table of its answers
for all values of the facts it reads. The expression is then evaluated in every world.

The records of a list that are not known (of an unanswered list, or after `and more`) are one open fact. Any
number of them is possible, and a rule sees them through its quantifiers only. So the domain of that fact is
the set of all tables "what each quantifier comes to, for all values of the other facts it reads", which a
finite set of records can reach: the closure of the single records' tables under the smaller (every) and the
larger (some). No bound on the number of records is needed; `subsets_agree` in the tests checks the closure
against plain subsets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import prod
from typing import Any, NamedTuple

from compliance.conditions import nodes as n
from compliance.facts.values import HELD, NONE, Record, Records
from compliance.facts.vocabulary import Kind, Tense
from tests.oracle.domains import Domains, leaves_of
from tests.oracle.leaves import HOLDS, Setting, facts_of, limit_value, test_of
from tests.oracle.stubs import NaiveCalendar

SKIPPED = HOLDS + 1
PAST = HOLDS - 1
"""A breach that is remedied: no breach any more, but nothing that holds either."""
VIOLATED, PENDING, HOLDING = 0, 1, 2


@dataclass(frozen=True)
class Remedied:
    """The `every` of a rule, where a record that breaks it counts as past if this remedy holds for it."""

    of: str
    where: n.Node
    satisfies: n.Node
    remedy: n.Node


Quantifier = n.Every | n.Some | Remedied


class TooManyWorlds(Exception):
    """The case is too large for brute force."""


class Verdict(NamedTuple):
    """What the oracle found; the first five fields are those of a `Judgement`."""

    outcome: str
    due: date | None
    decided_by: tuple[str, ...]
    reasons: tuple[str, ...]
    can_breach: bool
    worlds: int


class Count(NamedTuple):
    """What the oracle found out about how a rule counts, its remedy looked at.

    Args:
        standing: by O15 and O16.
        past: whether it is a past breach.
        weighed_by: for a rule that no open fact decides, the open facts that decide how it counts.
        can_breach: some world has a breach that is not remedied.
        kinds: how it counts in the worlds, for the tally.
        parts: the outcome of each known record, and whether it is a past breach.
    """

    verdict: Verdict
    standing: str
    past: bool
    weighed_by: tuple[str, ...]
    can_breach: bool
    kinds: frozenset[str] = frozenset()
    parts: tuple[tuple[str, str, bool], ...] = ()


class Open(NamedTuple):
    """One open fact: its path, the fact's id, how many values it has, and its variable in the expression."""

    path: str
    fact: str
    size: int
    variable: str


class Operand(NamedTuple):
    """The values a fact can have at one place in the rule, and the position among them, as Python source."""

    values: Sequence[Any]
    position: str


def judge(
    when: n.Node,
    require: n.Node,
    setting: Setting,
    anchors: Sequence[date] = (),
    cap: int = 400_000,
) -> Verdict:
    """The certain answer for one rule. `anchors`: days where the calendar is out of the ordinary.

    Raises:
        TooManyWorlds: there are more than `cap` worlds.
    """
    rule = _Rule(when, require, setting, anchors, cap)
    return _verdict(rule.values(), rule)


def count(
    when: n.Node,
    require: n.Node,
    remedy: n.Node,
    listed: bool,
    setting: Setting,
    anchors: Sequence[date] = (),
    cap: int = 400_000,
) -> Count:
    """How a rule with a remedy counts. `listed`: it is about each record of a list, and so is its remedy.

    Raises:
        TooManyWorlds: there are more than `cap` worlds.
    """
    rule = _Rule(when, require, setting, anchors, cap, remedy, listed)
    verdict = _verdict(rule.values(), rule)
    counted = rule.counted()
    kinds = bytes(map(_kind, counted))
    parts = [_part(key, *rule.of_record(key)) for key in rule.parts]
    mixed = verdict.outcome == "violated" or (verdict.outcome == "undecided" and not verdict.decided_by)
    deciding = [fact.path for fact, axis in rule.axes() if _decides(kinds, *axis)] if mixed else []
    standing, past = _standing(verdict.outcome, set(kinds), parts)
    found = frozenset(KINDS[kind] for kind in kinds)
    breach = VIOLATED in set(kinds)
    return Count(verdict, standing, past, tuple(sorted(deciding)), breach, found, tuple(parts))


KINDS = ("violated", "pending", "past", "holds")


def _kind(value: int) -> int:
    """How one world counts."""
    return 3 if value >= HOLDS else (2 if value == PAST else (1 if value else 0))


def _part(key: str, values: list[int], counted: list[int]) -> tuple[str, str, bool]:
    """A record's outcome, and whether it is a past breach in every world."""
    classes = {_class(value) for value in values}
    outcome = "undecided" if len(classes) > 1 else ("violated", "pending", "holds")[classes.pop()]
    return key, outcome, outcome == "violated" and set(counted) == {PAST}


def _standing(outcome: str, kinds: set[int], parts: Sequence[tuple[str, str, bool]]) -> tuple[str, bool]:
    """How a rule counts (O15, O16) that has this outcome and counts in these ways in the worlds.

    A breach is a past one where it is certainly remedied: every record that certainly breaks the rule is, or, if of
    no record alone it is certain, no world has an unremedied breach. What is open or pending beside it still counts.
    """
    if outcome != "violated":
        return ("holds" if outcome in ("satisfied", "not_applicable") else outcome), False
    broken = [past for _, found, past in parts if found == "violated"]
    past = kinds != {0} and (all(broken) if broken else 0 not in kinds)
    if len(kinds) == 1:
        return KINDS[kinds.pop()], past
    return ("undecided" if past else "violated"), past


def worlds(when: n.Node, require: n.Node, setting: Setting, anchors: Sequence[date], cap: int) -> int:
    """How many worlds there are.

    Raises:
        TooManyWorlds: more than `cap`.
    """
    return _Rule(when, require, setting, anchors, cap).worlds()


def has_limit(node: n.Node) -> bool:
    """Whether a time limit stands anywhere in a condition."""
    return any(isinstance(leaf, n.Limit) for leaf in leaves_of(node))


def _verdict(values: list[int], rule: _Rule) -> Verdict:
    classes = bytes(map(_class, values))
    found = set(classes)
    worlds, breach = len(values), VIOLATED in found
    if len(found) > 1:
        deciding = [fact for fact, axis in rule.axes() if _decides(classes, *axis)]
        reasons = _reasons(deciding, rule, rule.scenarios == 2 and _decides(classes, *rule.scenario_axis()))
        paths = tuple(sorted(fact.path for fact in deciding))
        return Verdict("undecided", None, paths, reasons, breach, worlds)
    if found == {PENDING}:
        return Verdict("pending", date.fromordinal(min(values)), (), (), False, worlds)
    if breach:
        return Verdict("violated", None, (), (), True, worlds)
    outcome = "not_applicable" if set(values) == {SKIPPED} else "satisfied"
    return Verdict(outcome, None, (), (), False, worlds)


def _class(value: int) -> int:
    return HOLDING if value >= HOLDS else (PENDING if value else VIOLATED)


def _reasons(deciding: Sequence[Open], rule: _Rule, calendar: bool) -> tuple[str, ...]:
    readings = [rule.setting.vocabulary[fact.fact].kind is Kind.READING for fact in deciding]
    named = {"facts": not all(readings), "reading": any(readings), "calendar": calendar}
    return tuple(reason for reason, given in named.items() if given)


def _decides(classes: bytes, size: int, stride: int) -> bool:
    """Whether two worlds that differ on one axis alone have different classes."""
    block = size * stride
    if stride * block <= len(classes):
        for inner in range(stride):
            line = classes[inner::stride]
            first = line[0::size]
            if any(line[k::size] != first for k in range(1, size)):
                return True
        return False
    for start in range(0, len(classes), block):
        first = classes[start : start + stride]
        for other in range(start + stride, start + block, stride):
            if classes[other : other + stride] != first:
                return True
    return False


class _Rule:
    """One rule in one situation, written as a Python expression over its open facts."""

    def __init__(
        self,
        when: n.Node,
        require: n.Node,
        setting: Setting,
        anchors: Sequence[date],
        cap: int,
        remedy: n.Node | None = None,
        listed: bool = False,
    ) -> None:
        self.setting = setting
        self.cap = cap
        nodes = [when, require] if remedy is None else [when, require, remedy]
        self.leaves = [leaf for node in nodes for leaf in leaves_of(node)]
        self.quantifiers: list[Quantifier] = list(
            dict.fromkeys(q for node in nodes for q in _quantifiers(node))
        )
        self.remedied: Remedied | None = None
        if listed and remedy is not None:
            assert isinstance(require, n.Every)
            self.remedied = Remedied(require.of, require.where, require.satisfies, remedy)
            self.quantifiers.append(self.remedied)
        self.domains = Domains(self.leaves, setting, anchors)
        self.names: dict[str, Any] = {}
        self.opens: list[Open] = []
        self.operands: dict[tuple[str, str], Operand] = {}
        self.further: dict[str, dict[Quantifier, str]] = {}
        self.scenarios = 1
        self.source = self._rule_source(when, require)
        self.counted_source = "" if remedy is None else self._counted_source(when, require, remedy)
        self.parts = self._parts_sources(when) if self.remedied else {}

    def values(self) -> list[int]:
        """The value of the rule in every world: `SKIPPED` where `when` is false."""
        return self._in_every_world(self.source)

    def counted(self) -> list[int]:
        """The same, a remedied breach being `PAST`: of several records what is worst."""
        return self._in_every_world(self.counted_source)

    def of_record(self, key: str) -> tuple[list[int], list[int]]:
        """What one record comes to in every world, and how it counts."""
        plain, counted = self.parts[key]
        return self._in_every_world(plain), self._in_every_world(counted)

    def _in_every_world(self, source: str) -> list[int]:
        self.worlds()
        loops = "".join(f" for {fact.variable} in range({fact.size})" for fact in self.opens)
        found: list[int] = self._run(f"[{source} for s in range({self.scenarios}){loops}]")
        return found

    def worlds(self) -> int:
        """How many worlds there are."""
        found = prod(fact.size for fact in self.opens) * self.scenarios
        if found > self.cap:
            raise TooManyWorlds
        return found

    def axes(self) -> Iterator[tuple[Open, tuple[int, int]]]:
        """Each open fact with the size and the stride of its axis in `values`."""
        stride = 1
        for fact in reversed(self.opens):
            yield fact, (fact.size, stride)
            stride *= fact.size

    def scenario_axis(self) -> tuple[int, int]:
        """The axis of the two scenarios."""
        return 2, prod(fact.size for fact in self.opens)

    def _run(self, source: str) -> Any:
        return eval(source, self.names)

    def _rule_source(self, when: n.Node, require: n.Node) -> str:
        condition = self._source(when, None)
        return f"({self._value(require, None)} if {condition} else {SKIPPED})"

    def _counted_source(self, when: n.Node, require: n.Node, remedy: n.Node) -> str:
        condition = self._source(when, None)
        if self.remedied is None:
            value = _or_past(self._value(require, None), self._source(remedy, None))
        else:
            records = self._records(self.remedied.of)
            parts = [self.record_value(self.remedied, here) for here in records]
            value = _extreme("min", HOLDS, parts + self._further_source(self.remedied))
        return f"({value} if {condition} else {SKIPPED})"

    def _parts_sources(self, when: n.Node) -> dict[str, tuple[str, str]]:
        """For each known record the sources of its value and of how it counts."""
        assert self.remedied is not None
        condition, rule = self._source(when, None), self.remedied
        every = n.Every(rule.of, rule.where, rule.satisfies)
        found = {}
        for here in self._records(rule.of):
            plain = self._record_value(every, rule.where, rule.satisfies, here)
            counted = self.record_value(rule, here)
            found[here.record.key] = (
                f"({plain} if {condition} else {SKIPPED})",
                f"({counted} if {condition} else {SKIPPED})",
            )
        return found

    # -- conditions. `place` is None outside lists, else what stands for the record at hand.

    def _value(self, node: n.Node, place: _Place | None) -> str:
        """The source of a condition's value as a number."""
        if not has_limit(node):
            return f"({HOLDS} if {self._source(node, place)} else 0)"
        match node:
            case n.All(children):
                return _extreme("min", HOLDS, [self._value(child, place) for child in children])
            case n.Any(children):
                return _extreme("max", 0, [self._value(child, place) for child in children])
            case n.Every(of, where, satisfies):
                parts = [self._record_value(node, where, satisfies, here) for here in self._records(of)]
                return _extreme("min", HOLDS, parts + self._further_source(node))
            case n.Some(of, where, satisfies):
                parts = [self._record_value(node, where, satisfies, here) for here in self._records(of)]
                return _extreme("max", 0, parts + self._further_source(node))
            case n.Limit():
                return self._limit(node, place)
        raise TypeError(node)

    def _source(self, node: n.Node, place: _Place | None) -> str:
        """The source of the truth of a condition without limits."""
        match node:
            case n.All(children):
                return _joined(" and ", "True", [self._source(child, place) for child in children])
            case n.Any(children):
                return _joined(" or ", "False", [self._source(child, place) for child in children])
            case n.Not(child):
                return f"(not {self._source(child, place)})"
            case n.Named(_, body):
                return self._source(body, place)
            case n.Every(of, where, satisfies):
                parts = [self._record_source(node, where, satisfies, here) for here in self._records(of)]
                return _joined(" and ", "True", parts + self._further_source(node))
            case n.Some(of, where, satisfies):
                parts = [self._record_source(node, where, satisfies, here) for here in self._records(of)]
                return _joined(" or ", "False", parts + self._further_source(node))
        return self._leaf(node, place)

    def _record_value(self, node: n.Node, where: n.Node, satisfies: n.Node, here: _Place) -> str:
        unmet = HOLDS if isinstance(node, n.Every) else 0
        return f"({self._value(satisfies, here)} if {self._source(where, here)} else {unmet})"

    def _record_source(self, node: n.Node, where: n.Node, satisfies: n.Node, here: _Place) -> str:
        unmet = isinstance(node, n.Every)
        return f"({self._source(satisfies, here)} if {self._source(where, here)} else {unmet})"

    # -- leaves

    def _leaf(self, leaf: n.Leaf, place: _Place | None) -> str:
        test = test_of(leaf, self.setting)
        operands = [self._operand(fact, place) for fact in facts_of(leaf)]
        if not operands:
            return str(test())
        if len(operands) == 1:
            return self._table([test(value) for value in operands[0].values], operands)
        left, right = operands
        return self._table([[test(a, b) for b in right.values] for a in left.values], operands)

    def _limit(self, limit: n.Limit, place: _Place | None) -> str:
        operands = [self._operand(fact, place) for fact in facts_of(limit)]
        triggers = operands[1].values if len(operands) == 2 else [limit.trigger]
        dues = [self._due(limit, trigger) for trigger in triggers]
        tables = []
        for end in (0, 1):
            rows = [
                [limit_value(deed, due and due[end], self.setting.as_of) for due in dues]
                for deed in operands[0].values
            ]
            tables.append(rows if len(operands) == 2 else [row[0] for row in rows])
        if tables[0] == tables[1]:
            return self._table(tables[0], operands)
        self.scenarios = 2
        if place is not None:
            place.scenarios = 2
        return self._table(tables, [Operand((0, 1), "s"), *operands])

    def _due(self, limit: n.Limit, trigger: Any) -> tuple[date, date] | None:
        if trigger is NONE:
            return None
        span = limit.span
        calendar = self.setting.calendar or NaiveCalendar("none")
        due = calendar.due(trigger, span.amount, span.unit, limit.direction)
        return due.earliest, due.latest

    def _table(self, table: Any, operands: Sequence[Operand]) -> str:
        """The source of a look-up, or of the value itself if only one is possible."""
        while operands and len(operands[0].values) == 1:
            table, operands = table[0], operands[1:]
        if not operands:
            return repr(table)
        return self._name(table) + "".join(f"[{operand.position}]" for operand in operands)

    def _name(self, value: Any) -> str:
        name = f"t{len(self.names)}"
        self.names[name] = value
        return name

    # -- facts

    def _operand(self, fact_id: str, place: _Place | None) -> Operand:
        fact = self.setting.vocabulary[fact_id]
        if place is not None and fact.parent == place.list:
            return place.operand(fact_id, self)
        key = ("", fact_id)
        if key not in self.operands:
            self.operands[key] = self.operand(fact_id, fact_id, self.setting.answers.get(fact_id))
        operand = self.operands[key]
        if place is not None and len(operand.values) > 1:
            place.used[operand.position] = len(operand.values)
        return operand

    def operand(self, path: str, fact_id: str, answer: Any) -> Operand:
        """The possible values of a fact that has this answer (None: unanswered)."""
        if answer is not None and answer is not HELD:
            return Operand([self._read(fact_id, answer)], "0")
        values = self.domains.of(fact_id, held=answer is HELD)
        return Operand(values, self._open(path, fact_id, len(values)))

    def _read(self, fact_id: str, answer: Any) -> Any:
        """An event after the as-of date is `not yet`."""
        event = self.setting.vocabulary[fact_id].tense is Tense.EVENT
        return NONE if event and answer is not NONE and answer > self.setting.as_of else answer

    def _open(self, path: str, fact_id: str, size: int) -> str:
        variable = f"i{len(self.opens)}"
        self.opens.append(Open(path, fact_id, size, variable))
        return variable

    # -- lists

    def _records(self, list_id: str) -> list[_Known]:
        answer = self.setting.answers.get(list_id)
        entries = answer.entries if isinstance(answer, Records) else ()
        return [_Known(list_id, entry) for entry in entries]

    def _further_source(self, quantifier: Quantifier) -> list[str]:
        """The source of what a quantifier comes to over the records nobody knows; empty if there are none."""
        list_id = quantifier.of
        answer = self.setting.answers.get(list_id)
        if isinstance(answer, Records) and answer.complete:
            return []
        if list_id not in self.further:
            known = isinstance(answer, Records) and bool(answer.entries)
            needed = self.setting.vocabulary[list_id].at_least_one and not known
            self.further[list_id] = self._further(list_id, needed)
        return [self.further[list_id][quantifier]]

    def _further(self, list_id: str, needed: bool) -> dict[Quantifier, str]:
        """Look-ups for all quantifiers over one list; adds the list as an open fact."""
        quantifiers = [q for q in self.quantifiers if q.of == list_id]
        sheets = [_Sheet(self, quantifier) for quantifier in quantifiers]
        fields = {name: size for sheet in sheets for name, size in sheet.place.fields.items()}
        loops = "".join(f" for {name} in range({size})" for name, size in fields.items())
        cells = "+".join(sheet.source for sheet in sheets)
        if prod(fields.values()) * sum(sheet.size for sheet in sheets) > self.cap:
            raise TooManyWorlds
        records = {tuple(row) for row in self._run(f"[{cells} {loops}]" if loops else f"[{cells}]")}
        lows = [sheet.low for sheet in sheets for _ in range(sheet.size)]
        reached = closure(records, lows)
        if not needed:
            reached.add(tuple(sheet.empty for sheet in sheets for _ in range(sheet.size)))
        rows = sorted(reached)
        variable = self._open(list_id, list_id, len(rows))
        return self._look_ups(sheets, rows, variable)

    def _look_ups(
        self, sheets: Sequence[_Sheet], rows: Sequence[Any], variable: str
    ) -> dict[Quantifier, str]:
        found, start = {}, 0
        for sheet in sheets:
            table = [row[start : start + sheet.size] for row in rows]
            found[sheet.quantifier] = f"{self._name(table)}[{variable}][{sheet.offset}]"
            start += sheet.size
        return found

    def record_value(self, quantifier: Quantifier, place: _Place) -> str:
        """What one record adds to a quantifier."""
        where, satisfies = quantifier.where, quantifier.satisfies
        if isinstance(quantifier, Remedied):
            value = _or_past(self._value(satisfies, place), self._source(quantifier.remedy, place))
            return f"({value} if {self._source(where, place)} else {HOLDS})"
        if has_limit(satisfies):
            return self._record_value(quantifier, where, satisfies, place)
        return self._record_source(quantifier, where, satisfies, place)


class _Place:
    """What stands for the record at hand inside a quantifier."""

    def __init__(self, list_id: str) -> None:
        self.list = list_id
        self.used: dict[str, int] = {}
        self.scenarios = 1

    def operand(self, fact_id: str, rule: _Rule) -> Operand:
        raise NotImplementedError


class _Known(_Place):
    """A known record: its fields are facts of their own."""

    def __init__(self, list_id: str, record: Record) -> None:
        super().__init__(list_id)
        self.record = record

    def operand(self, fact_id: str, rule: _Rule) -> Operand:
        key = (self.record.key, fact_id)
        if key not in rule.operands:
            name = rule.setting.vocabulary[fact_id].name
            path = f"{self.list}[{self.record.key}].{name}"
            answer = self.record.fields.get(fact_id)
            if answer is None and rule.setting.vocabulary[self.list].key == name:
                answer = self.record.key
            rule.operands[key] = rule.operand(path, fact_id, answer)
        return rule.operands[key]


class _Unknown(_Place):
    """A further record: its fields run over all their values, in variables that are no facts."""

    def __init__(self, list_id: str) -> None:
        super().__init__(list_id)
        self.fields: dict[str, int] = {}

    def operand(self, fact_id: str, rule: _Rule) -> Operand:
        values = rule.domains.of(fact_id)
        name = "f_" + rule.setting.vocabulary[fact_id].name
        self.fields[name] = len(values)
        return Operand(values, name)


class _Sheet:
    """What one further record adds to one quantifier, for all values of the other facts it reads."""

    def __init__(self, rule: _Rule, quantifier: Quantifier) -> None:
        self.quantifier = quantifier
        self.low = not isinstance(quantifier, n.Some)
        numbers = isinstance(quantifier, Remedied) or has_limit(quantifier.satisfies)
        self.empty = (HOLDS if numbers else 1) if self.low else 0
        self.place = _Unknown(quantifier.of)
        body = rule.record_value(quantifier, self.place)
        axes = {"s": self.place.scenarios, **self.place.used}
        axes = {name: size for name, size in axes.items() if size > 1}
        self.size = prod(axes.values())
        self.source = f"[{body}" + "".join(f" for {k} in range({v})" for k, v in axes.items()) + "]"
        self.offset = "0"
        for name, size in axes.items():
            self.offset = f"({self.offset}*{size}+{name})"


def closure(
    records: set[tuple[int, ...]], lows: Sequence[bool], work: int = 3_000_000
) -> set[tuple[int, ...]]:
    """All tables that one or more records reach together: the smaller where `lows`, else the larger."""
    reached = set(records)
    waiting = list(records)
    while waiting:
        table = waiting.pop()
        work -= len(records) * len(lows)
        if work < 0:
            raise TooManyWorlds
        for other in records:
            joined = tuple(
                [min(a, b) if low else max(a, b) for a, b, low in zip(table, other, lows, strict=True)]
            )
            if joined not in reached:
                reached.add(joined)
                waiting.append(joined)
    return reached


def plain_subsets(records: set[tuple[int, ...]], lows: Sequence[bool], most: int) -> set[tuple[int, ...]]:
    """The same by trying every choice of up to `most` records: for checking `closure`."""
    found = set()
    for chosen in product(sorted(records), repeat=most):
        columns = zip(*chosen, strict=True)
        found.add(tuple([min(c) if low else max(c) for c, low in zip(columns, lows, strict=True)]))
    return found


def _or_past(value: str, remedy: str) -> str:
    """The source of a value, where a breach counts as past if it is remedied."""
    return f"({value} or ({PAST} if {remedy} else 0))"


def _quantifiers(node: n.Node) -> Iterator[Quantifier]:
    match node:
        case n.All(children) | n.Any(children):
            for child in children:
                yield from _quantifiers(child)
        case n.Not(child) | n.Named(_, child):
            yield from _quantifiers(child)
        case n.Every() | n.Some():
            yield node


def _joined(word: str, empty: str, parts: Sequence[str]) -> str:
    return f"({word.join(parts)})" if parts else empty


def _extreme(function: str, empty: int, parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return parts[0] if parts else str(empty)
    return f"{function}({', '.join(parts)})"
