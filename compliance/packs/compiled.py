"""A rule book as one JSON file, quick to read: the form in which packs are shipped and cached.

Values are lists with a tag in front. A definition's condition is written once and referred to by its id, so
that the rules which share it share one object again after reading: the engine remembers by identity.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, assert_never

from compliance.conditions import nodes
from compliance.conditions.nodes import Node
from compliance.facts.calendar import Calendar, YearTable
from compliance.facts.identifiers import Check, Identifier
from compliance.facts.values import Quantity
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Suggestion, Tense, Vocabulary
from compliance.packs.rulebook import (
    Article,
    Citation,
    Definition,
    Form,
    FormField,
    FormPart,
    Handling,
    Impossible,
    Instrument,
    Pack,
    PenaltyStep,
    Period,
    Rule,
    RuleBook,
    Section,
    Severity,
    Source,
    Verified,
)

FORMAT = 6
"""Changes whenever the written form does; a file of another format is not read."""


def to_bytes(book: RuleBook) -> bytes:
    """The book as JSON, the same bytes for the same book."""
    content = {
        "format": FORMAT,
        "digest": book.digest,
        "definitions": [_definition(one) for one in book.definitions.values()],
        "packs": [
            [p.id, p.version, list(p.title), p.digest, p.subject, _condition(p.applies), p.calendar]
            for p in book.packs.values()
        ],
        "facts": [_fact(fact) for fact in book.vocabulary.facts.values() if fact.parent is None],
        "rules": [_rule(rule) for rule in book.rules.values()],
        "instruments": [_instrument(instrument) for instrument in book.instruments.values()],
        "identifiers": [_identifier(identifier) for identifier in book.identifiers.values()],
        "calendars": [_calendar(calendar) for calendar in book.calendars.values()],
        "impossible": [
            [i.id, _condition(i.condition), list(i.message), list(i.facts)] for i in book.impossible
        ],
        "evidence_kinds": [[name, list(title)] for name, title in book.evidence_kinds.items()],
        "sections": [[s.id, list(s.title), list(s.facts)] for s in book.sections],
        "forms": [_form(form) for form in book.forms.values()],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> RuleBook:
    """The book again.

    Raises:
        ValueError: when the bytes are not a book of this format.
    """
    try:
        content = json.loads(data)
        if content["format"] != FORMAT:
            raise ValueError("another format")
        return _Reader(content).book()
    except (KeyError, IndexError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise ValueError("not a compiled rule book") from error


# Writing ---------------------------------------------------------------------------------------------


def _definition(one: Definition) -> list[Any]:
    body = one.condition.body if isinstance(one.condition, nodes.Named) else one.condition
    return [one.id, _condition(body), list(one.title), _citation(one.source) if one.source else None]


def _form(form: Form) -> list[Any]:
    parts = [
        [
            part.id,
            list(part.title),
            [[f.fact, list(f.label), f.verified.value, list(f.source), _maybe(f.note)] for f in part.fields],
        ]
        for part in form.parts
    ]
    return [form.id, list(form.title), form.url, parts, _maybe(form.note), form.pack]


def _condition(node: Node) -> list[Any]:
    match node:
        case nodes.Constant(value):
            return ["constant", value]
        case nodes.All(children):
            return ["all", *map(_condition, children)]
        case nodes.Any(children):
            return ["any", *map(_condition, children)]
        case nodes.Not(child):
            return ["not", _condition(child)]
        case nodes.Every(of, where, satisfies):
            return ["every", of, _condition(where), _condition(satisfies)]
        case nodes.Some(of, where, satisfies):
            return ["some", of, _condition(where), _condition(satisfies)]
        case nodes.Named(name, _):
            return ["definition", name]
        case nodes.Present(fact):
            return ["present", fact]
        case nodes.Is(fact, values):
            return ["is", fact, *map(_value, values)]
        case nodes.Has(fact, mode, options):
            return ["has", fact, mode, *options]
        case nodes.Compare(fact, operator, bound):
            return ["compare", fact, operator, _value(bound)]
        case nodes.Dated(fact, operator, bound):
            return ["dated", fact, operator, _bound(bound)]
        case nodes.WithinLast(fact, span):
            return ["within_last", fact, _value(span)]
        case nodes.SameAs(fact, other):
            return ["same_as", fact, other]
        case nodes.Valid(fact, identifier):
            return ["valid", fact, identifier]
        case nodes.Limit(deed, span, direction, trigger):
            return ["limit", deed, _value(span), direction, _bound(trigger)]
        case _:
            assert_never(node)


def _value(value: object) -> Any:
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, Quantity):
        return ["quantity", _value(value.amount), value.unit]
    return ["decimal", str(value)]


def _bound(bound: nodes.DateBound) -> list[Any]:
    match bound:
        case nodes.AsOf():
            return ["as_of"]
        case nodes.FactRef(fact):
            return ["fact", fact]
        case _:
            return ["date", bound.isoformat()]


def _fact(fact: Fact) -> list[Any]:
    return [
        fact.id, fact.kind.value, list(fact.label), _maybe(fact.question), _maybe(fact.help), fact.none,
        [[option.id, list(option.label), _maybe(option.source)] for option in fact.options],
        fact.tense.value if fact.tense else None, list(fact.units), fact.whole, fact.minimum, fact.identifier,
        fact.key, [_fact(field) for field in fact.fields], fact.at_least_one, fact.sensitive, fact.changeable,
        fact.pack, fact.parent, _suggestion(fact.suggested_by),
    ]  # fmt: skip


def _suggestion(one: Suggestion | None) -> list[Any] | None:
    return [one.answer, list(one.links), list(one.files)] if one else None


def _rule(rule: Rule) -> list[Any]:
    return [
        rule.id, rule.pack, list(rule.title), rule.severity.value, _condition(rule.when), _condition(rule.require),
        [[_citation(source.citation), source.verified.value] for source in rule.sources],
        list(rule.because), list(rule.fix), _citation(rule.penalty) if rule.penalty else None, rule.hard_stop,
        _period(rule.in_force), _condition(rule.remedied_by) if rule.remedied_by else None, rule.parts,
        list(rule.evidence), rule.topic, _maybe(rule.doubt), rule.calendar, rule.file, rule.line,
    ]  # fmt: skip


def _instrument(one: Instrument) -> list[Any]:
    articles = [
        [
            a.number,
            list(a.title),
            a.handled.value,
            _maybe(a.reason),
            [_step(step) for step in a.penalty],
            _maybe(a.label),
        ]
        for a in one.articles
    ]
    return [
        one.id, list(one.title), list(one.short), list(one.issuer), list(one.number), _period(one.in_force),
        one.url, articles, _day(one.promulgated), one.superseded_by, one.pack, _day(one.checked), one.unit,
    ]  # fmt: skip


def _step(step: PenaltyStep) -> list[Any]:
    return [list(step.when), list(step.measures), list(step.fine) if step.fine else None, list(step.articles)]


def _identifier(one: Identifier) -> list[Any]:
    check = (
        [one.check.kind, one.check.modulus, list(one.check.weights), one.check.alphabet]
        if one.check
        else None
    )
    return [
        one.id, list(one.title), list(one.normalise), one.pattern, check, list(one.valid_examples),
        list(one.invalid_examples),
    ]  # fmt: skip


def _calendar(one: Calendar) -> list[Any]:
    years = [
        [
            table.year,
            sorted(d.toordinal() for d in table.holidays),
            sorted(d.toordinal() for d in table.working),
        ]
        for _, table in sorted(one.years.items())
    ]
    return [one.id, one.time_zone, sorted(one.weekend), one.extra_days, years]


def _citation(cite: Citation) -> list[str]:
    return [cite.instrument, cite.article, cite.paragraph]


def _period(period: Period) -> list[str | None]:
    return [_day(period.start), _day(period.end)]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _maybe(text: Bilingual | None) -> list[str] | None:
    return list(text) if text else None


# Reading ---------------------------------------------------------------------------------------------


class _Reader:
    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content
        self.raw_definitions: dict[str, Any] = {written[0]: written for written in content["definitions"]}
        self.definitions: dict[str, Node] = {}
        self.makers: dict[str, Callable[[list[Any]], Node]] = {
            "constant": lambda a: nodes.TRUE if a[1] else nodes.FALSE,
            "all": lambda a: nodes.All(tuple(map(self.condition, a[1:]))),
            "any": lambda a: nodes.Any(tuple(map(self.condition, a[1:]))),
            "not": lambda a: nodes.Not(self.condition(a[1])),
            "every": lambda a: nodes.Every(a[1], self.condition(a[2]), self.condition(a[3])),
            "some": lambda a: nodes.Some(a[1], self.condition(a[2]), self.condition(a[3])),
            "definition": lambda a: self.definition(a[1]),
            "present": lambda a: nodes.Present(a[1]),
            "is": lambda a: nodes.Is(a[1], tuple(map(_read_value, a[2:]))),
            "has": lambda a: nodes.Has(a[1], a[2], tuple(a[3:])),
            "compare": lambda a: nodes.Compare(a[1], a[2], _read_value(a[3])),
            "dated": lambda a: nodes.Dated(a[1], a[2], _read_bound(a[3])),
            "within_last": lambda a: nodes.WithinLast(a[1], _read_value(a[2])),
            "same_as": lambda a: nodes.SameAs(a[1], a[2]),
            "valid": lambda a: nodes.Valid(a[1], a[2]),
            "limit": lambda a: nodes.Limit(a[1], _read_value(a[2]), a[3], _read_bound(a[4])),
        }

    def condition(self, written: list[Any]) -> Node:
        return self.makers[written[0]](written)

    def definition(self, name: str) -> Node:
        found = self.definitions.get(name)
        if found is None:
            found = self.definitions[name] = nodes.Named(name, self.condition(self.raw_definitions[name][1]))
        return found

    def book(self) -> RuleBook:
        content = self.content
        packs = {p[0]: self.pack(p) for p in content["packs"]}
        facts: dict[str, Fact] = {}
        for written in content["facts"]:
            fact = _read_fact(written)
            facts[fact.id] = fact
            facts.update({field.id: field for field in fact.fields})
        return RuleBook(
            packs=packs,
            vocabulary=Vocabulary(facts),
            rules={r[0]: self.rule(r, packs[r[1]].applies) for r in content["rules"]},
            definitions={
                d[0]: Definition(
                    d[0], Bilingual(*d[2]), self.definition(d[0]), Citation(*d[3]) if d[3] else None
                )
                for d in content["definitions"]
            },
            instruments={i[0]: _read_instrument(i) for i in content["instruments"]},
            identifiers={i[0]: _read_identifier(i) for i in content["identifiers"]},
            calendars={c[0]: _read_calendar(c) for c in content["calendars"]},
            impossible=tuple(
                Impossible(i[0], self.condition(i[1]), Bilingual(*i[2]), tuple(i[3]))
                for i in content["impossible"]
            ),
            evidence_kinds={name: Bilingual(*title) for name, title in content["evidence_kinds"]},
            sections=tuple(Section(s[0], Bilingual(*s[1]), tuple(s[2])) for s in content["sections"]),
            forms={f[0]: _read_form(f) for f in content["forms"]},
            digest=content["digest"],
        )

    def pack(self, p: list[Any]) -> Pack:
        return Pack(p[0], p[1], Bilingual(*p[2]), p[3], p[4], self.condition(p[5]), p[6])

    def rule(self, r: list[Any], applies: Node) -> Rule:
        return Rule(
            r[0],
            r[1],
            Bilingual(*r[2]),
            Severity(r[3]),
            self.condition(r[4]),
            applies,
            self.condition(r[5]),
            tuple(Source(Citation(*s[0]), Verified(s[1])) for s in r[6]),
            Bilingual(*r[7]),
            Bilingual(*r[8]),
            Citation(*r[9]) if r[9] else None,
            r[10],
            _read_period(r[11]),
            self.condition(r[12]) if r[12] else None,
            r[13],
            tuple(r[14]),
            r[15],
            _read_maybe(r[16]),
            r[17],
            r[18],
            r[19],
        )


def _read_value(written: Any) -> Any:
    if not isinstance(written, list):
        return written
    match written[0]:
        case "date":
            return date.fromisoformat(written[1])
        case "quantity":
            return Quantity(_read_value(written[1]), written[2])
        case _:
            from decimal import Decimal

            return Decimal(written[1])


def _read_bound(written: list[Any]) -> Any:
    match written[0]:
        case "as_of":
            return nodes.AsOf()
        case "fact":
            return nodes.FactRef(written[1])
        case _:
            return date.fromisoformat(written[1])


def _read_fact(f: list[Any]) -> Fact:
    return Fact(
        f[0],
        Kind(f[1]),
        Bilingual(*f[2]),
        _read_maybe(f[3]),
        _read_maybe(f[4]),
        f[5],
        tuple(Option(o[0], Bilingual(*o[1]), _read_maybe(o[2])) for o in f[6]),
        Tense(f[7]) if f[7] else None,
        tuple(f[8]),
        f[9],
        f[10],
        f[11],
        f[12],
        tuple(map(_read_fact, f[13])),
        f[14],
        f[15],
        f[16],
        f[17],
        f[18],
        Suggestion(f[19][0], tuple(f[19][1]), tuple(f[19][2])) if f[19] else None,
    )


def _read_instrument(i: list[Any]) -> Instrument:
    return Instrument(
        id=i[0],
        title=Bilingual(*i[1]),
        short=Bilingual(*i[2]),
        issuer=Bilingual(*i[3]),
        number=Bilingual(*i[4]),
        in_force=_read_period(i[5]),
        url=i[6],
        articles=tuple(
            Article(
                a[0],
                Bilingual(*a[1]),
                Handling(a[2]),
                _read_maybe(a[3]),
                tuple(map(_read_step, a[4])),
                _read_maybe(a[5]),
            )
            for a in i[7]
        ),
        promulgated=_read_day(i[8]),
        superseded_by=i[9],
        pack=i[10],
        checked=_read_day(i[11]),
        unit=i[12],
    )


def _read_step(s: list[Any]) -> PenaltyStep:
    return PenaltyStep(Bilingual(*s[0]), Bilingual(*s[1]), tuple(s[2]) if s[2] else None, tuple(s[3]))


def _read_form(f: list[Any]) -> Form:
    parts = tuple(
        FormPart(
            p[0],
            Bilingual(*p[1]),
            tuple(
                FormField(x[0], Bilingual(*x[1]), Verified(x[2]), Bilingual(*x[3]), _read_maybe(x[4]))
                for x in p[2]
            ),
        )
        for p in f[3]
    )
    return Form(f[0], Bilingual(*f[1]), f[2], parts, _read_maybe(f[4]), f[5])


def _read_identifier(i: list[Any]) -> Identifier:
    check = Check(i[4][0], i[4][1], tuple(i[4][2]), i[4][3]) if i[4] else None
    return Identifier(i[0], Bilingual(*i[1]), tuple(i[2]), i[3], check, tuple(i[5]), tuple(i[6]))


def _read_calendar(c: list[Any]) -> Calendar:
    years = {
        y[0]: YearTable(y[0], frozenset(map(date.fromordinal, y[1])), frozenset(map(date.fromordinal, y[2])))
        for y in c[4]
    }
    return Calendar(c[0], c[1], frozenset(c[2]), c[3], years)


def _read_period(p: list[Any]) -> Period:
    return Period(_read_day(p[0]), _read_day(p[1]))


def _read_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _read_maybe(written: list[str] | None) -> Bilingual | None:
    return Bilingual(*written) if written else None
