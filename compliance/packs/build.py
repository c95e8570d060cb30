"""Builds the rule book from the shapes of pack files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.conditions.anatomy import anatomy, has_working_days
from compliance.conditions.nodes import TRUE, Every, Named, Node
from compliance.conditions.parse import Context, parse_condition
from compliance.errors import Location, Problem
from compliance.facts.calendar import Calendar, YearTable
from compliance.facts.identifiers import Check, Identifier
from compliance.facts.quantities import TIME_UNITS
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Suggestion, Tense, Vocabulary
from compliance.facts.yaml_reader import YamlNode
from compliance.packs import models
from compliance.packs.digest import book_digest
from compliance.packs.files import SourceFile
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

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DIMENSIONS = dict.fromkeys(TIME_UNITS, "time")
"""Units that are compared with each other; any other unit is a dimension of its own."""


class Builder:
    """Builds one rule book; adds problems instead of stopping."""

    def __init__(
        self, sources: Mapping[str, list[SourceFile]], digests: Mapping[str, str], problems: list[Problem]
    ) -> None:
        self.sources = sources
        self.digests = digests
        self.problems = problems
        self.vocabulary = Vocabulary(dict(self._facts()))
        self.identifiers = dict(self._identifiers())
        self._definitions: dict[str, Node] = {}
        self._defined = {
            shape.id: (file, file.at("definitions", number, "is"))
            for _, file in self._files()
            for number, shape in enumerate(file.shape.definitions)
        }
        self._open: list[str] = []

    def book(self) -> RuleBook:
        """The rule book."""
        calendars = self._calendars()
        packs = {pack.id: pack for pack in self._packs()}
        return RuleBook(
            packs=packs,
            vocabulary=self.vocabulary,
            rules={rule.id: rule for rule in self._rules(packs)},
            definitions={one.id: one for one in self._all_definitions()},
            instruments={instrument.id: instrument for instrument in self._instruments()},
            identifiers=self.identifiers,
            calendars=calendars,
            impossible=tuple(self._impossible()),
            evidence_kinds={
                kind.id: _both(kind.title) for _, file in self._files() for kind in file.shape.evidence_kinds
            },
            sections=tuple(
                Section(section.id, _both(section.title), tuple(section.facts))
                for _, file in self._files()
                for section in file.shape.sections
            ),
            forms={form.id: form for form in self._forms()},
            digest=book_digest(self.digests),
        )

    def _files(self) -> Iterator[tuple[str, SourceFile]]:
        for pack, files in self.sources.items():
            for file in files:
                yield pack, file

    def _note(self, code: str, place: Location, **details: str) -> None:
        self.problems.append(Problem(code, place, details))

    # Facts -------------------------------------------------------------------------------------------

    def _facts(self) -> Iterator[tuple[str, Fact]]:
        seen: dict[str, Location] = {}
        for pack, file in self._files():
            for number, shape in enumerate(file.shape.facts):
                place = file.place("facts", number, "id")
                if shape.id in seen:
                    self._note("pack.duplicate_id", place, id=shape.id, first=str(seen[shape.id]))
                    continue
                seen[shape.id] = place
                self._check_fact(shape, place)
                fact = _fact(shape, pack, None)
                yield fact.id, fact
                for field in fact.fields:
                    yield field.id, field

    def _check_fact(self, shape: models.FactModel, place: Location) -> None:
        wanted = {
            "choice": ("options",),
            "choices": ("options",),
            "reading": ("options",),
            "quantity": ("units",),
            "date": ("tense",),
            "records": ("key", "fields"),
        }
        for key in wanted.get(shape.type, ()):
            if not getattr(shape, key):
                self._note("pack.fact_needs", place, fact=shape.id, key=key)
        if len({_DIMENSIONS.get(unit, unit) for unit in shape.units}) > 1:
            # Amounts of two dimensions are never compared, so an answer in one would fail every bound in the other.
            self._note("pack.mixed_units", place, fact=shape.id)
        if shape.none and shape.type in ("choices", "records", "reading"):
            self._note("pack.none_of_list", place, fact=shape.id)
        if len({option.id for option in shape.options}) < len(shape.options):
            self._note("pack.duplicate_option", place, fact=shape.id)
        sourced = len(shape.options) > 1 and all(option.source is not None for option in shape.options)
        if shape.type == "reading" and not sourced:
            self._note("pack.reading", place, fact=shape.id)
        if shape.identifier is not None and shape.type != "text":
            self._note("pack.identifier_on", place, fact=shape.id)
        if shape.suggested_by is not None and not _can_be_suggested(shape, shape.suggested_by):
            self._note("pack.suggestion", place, fact=shape.id)
        if shape.sensitive and shape.type in ("date", "records", "reading"):
            # Due days tell of a date, paths of entries, and the law wants to know whose view it is.
            self._note("pack.sensitive", place, fact=shape.id)
        if shape.type == "records":
            self._check_fields(shape, place)

    def _check_fields(self, shape: models.FactModel, place: Location) -> None:
        names = [field.id for field in shape.fields]
        if len(set(names)) < len(names):
            self._note("pack.duplicate_field", place, fact=shape.id)
        key = next((field for field in shape.fields if field.id == shape.key), None)
        if key is None or key.type != "text":
            self._note("pack.key_field", place, fact=shape.id, key=str(shape.key))
        if key is not None and key.sensitive:
            self._note("pack.sensitive", place, fact=f"{shape.id}.{key.id}")
        for field in shape.fields:
            if field.type in ("records", "reading") or "." in field.id:
                self._note("pack.field_type", place, fact=f"{shape.id}.{field.id}")
            else:
                self._check_fact(field.model_copy(update={"id": f"{shape.id}.{field.id}"}), place)
            if field.suggested_by is not None:
                # Nothing in a file says which entry it would be.
                self._note("pack.suggestion", place, fact=f"{shape.id}.{field.id}")

    # Identifiers, calendars, instruments -------------------------------------------------------------

    def _identifiers(self) -> Iterator[tuple[str, Identifier]]:
        for _, file in self._files():
            for shape in file.shape.identifiers:
                check = None
                if shape.check is not None:
                    own = shape.check
                    check = Check(own.kind, own.modulus, tuple(own.weights), own.alphabet)
                yield (
                    shape.id,
                    Identifier(
                        shape.id,
                        _both(shape.title),
                        tuple(shape.normalise),
                        shape.pattern,
                        check,
                        tuple(shape.examples.valid),
                        tuple(shape.examples.invalid),
                    ),
                )

    def _calendars(self) -> dict[str, Calendar]:
        heads: dict[str, models.CalendarModel] = {}
        years: dict[str, dict[int, YearTable]] = {}
        places: dict[str, Location] = {}
        for _, file in self._files():
            shape = file.shape.calendar
            if not isinstance(shape, models.CalendarModel):
                continue
            place = file.place("calendar")
            if shape.year is None:
                if shape.time_zone is None or shape.weekend is None or shape.extra_days is None:
                    self._note("calendar.head", place, calendar=shape.id)
                heads[shape.id] = shape
                continue
            if any(day.year != shape.year for day in (*shape.holidays, *shape.working)):
                self._note("calendar.other_year", place, calendar=shape.id, year=str(shape.year))
            places.setdefault(shape.id, place)
            table = YearTable(shape.year, frozenset(shape.holidays), frozenset(shape.working))
            years.setdefault(shape.id, {})[shape.year] = table
        for name in sorted(set(years) - set(heads)):
            self._note("calendar.no_head", places[name], calendar=name)
        return {
            name: Calendar(
                name,
                head.time_zone or "UTC",
                frozenset(WEEKDAYS.index(day) for day in head.weekend or ()),
                head.extra_days or 0,
                years.get(name, {}),
            )
            for name, head in sorted(heads.items())
        }

    def _instruments(self) -> Iterator[Instrument]:
        for pack, file in self._files():
            for shape in file.shape.instruments:
                yield Instrument(
                    id=shape.id,
                    title=_both(shape.title),
                    short=_both(shape.short),
                    issuer=_both(shape.issuer),
                    number=_both(shape.number),
                    in_force=_period(shape.in_force),
                    url=shape.url,
                    articles=tuple(
                        Article(
                            article.article,
                            _both(article.title),
                            Handling(article.handled),
                            _maybe(article.reason),
                            tuple(map(_penalty_step, article.penalty)),
                            _maybe(article.label),
                        )
                        for article in shape.articles
                    ),
                    promulgated=shape.promulgated,
                    superseded_by=shape.superseded_by,
                    pack=pack,
                    checked=shape.checked,
                    unit=shape.unit,
                )

    def _forms(self) -> Iterator[Form]:
        for pack, file in self._files():
            for shape in file.shape.forms:
                parts = (
                    FormPart(part.id, _both(part.title), tuple(map(_form_field, part.fields)))
                    for part in shape.parts
                )
                yield Form(shape.id, _both(shape.title), shape.url, tuple(parts), _maybe(shape.note), pack)

    # Conditions --------------------------------------------------------------------------------------

    def _context(self, *, limits: bool, inside: str | None = None) -> Context:
        return Context(
            self.vocabulary,
            self._definition,
            tuple(self._defined),
            tuple(self.identifiers),
            limits,
            inside,
        )

    def _condition(
        self, file: SourceFile, node: YamlNode, *, limits: bool = False, inside: str | None = None
    ) -> Node:
        return parse_condition(node, file.name, self.problems, self._context(limits=limits, inside=inside))

    def _definition(self, name: str, node: YamlNode) -> Node | None:
        found = self._defined.get(name)
        if found is None:
            return None
        return self._define(name, *found)

    def _all_definitions(self) -> Iterator[Definition]:
        for _, file in self._files():
            for shape in file.shape.definitions:
                node = self._define(shape.id, *self._defined[shape.id])
                source = citation(shape.source) if shape.source else None
                yield Definition(shape.id, _both(shape.title), node, source)

    def _define(self, name: str, file: SourceFile, node: YamlNode) -> Node:
        if name in self._definitions:
            return self._definitions[name]
        if name in self._open:
            circle = " → ".join([*self._open[self._open.index(name) :], name])
            self._note("condition.cycle", Location(file.name, node.line, node.column), names=circle)
            return TRUE
        self._open.append(name)
        body = self._condition(file, node)
        self._open.pop()
        self._definitions[name] = Named(name, body)
        return self._definitions[name]

    def _impossible(self) -> Iterator[Impossible]:
        for _, file in self._files():
            for number, shape in enumerate(file.shape.impossible):
                condition = self._condition(file, file.at("impossible", number, "if"))
                facts = tuple(sorted(anatomy(condition).facts | anatomy(condition).lists))
                yield Impossible(shape.id, condition, _both(shape.message), facts)

    # Packs and rules ---------------------------------------------------------------------------------

    def _packs(self) -> Iterator[Pack]:
        for name, files in self.sources.items():
            head = next(file for file in files if file.shape.pack is not None)
            shape = head.shape
            applies = TRUE if shape.applies is None else self._condition(head, head.at("applies"))
            assert shape.version is not None and shape.title is not None
            calendar = shape.calendar if isinstance(shape.calendar, str) else None
            yield Pack(
                name, shape.version, _both(shape.title), self.digests[name], shape.subject, applies, calendar
            )

    def _rules(self, packs: Mapping[str, Pack]) -> Iterator[Rule]:
        seen: dict[str, Location] = {}
        for name, file in self._files():
            for number, shape in enumerate(file.shape.rules):
                place = file.place("rules", number, "id")
                if shape.id in seen:
                    self._note("pack.duplicate_id", place, id=shape.id, first=str(seen[shape.id]))
                    continue
                seen[shape.id] = place
                if not shape.id.startswith(name + "."):
                    self._note("pack.rule_id", place, id=shape.id, pack=name)
                yield self._rule(shape, number, file, packs[name])

    def _rule(self, shape: models.RuleModel, number: int, file: SourceFile, pack: Pack) -> Rule:
        when = TRUE if shape.when is None else self._condition(file, file.at("rules", number, "when"))
        require = self._condition(file, file.at("rules", number, "require"), limits=True)
        parts = require.of if isinstance(require, Every) else None
        remedied = None
        if shape.remedied_by is not None:
            remedied = self._condition(file, file.at("rules", number, "remedied_by"), inside=parts)
        sources = shape.source if isinstance(shape.source, list) else [shape.source]
        place = file.place("rules", number, "id")
        if has_working_days(require) and pack.calendar is None:
            self._note("pack.no_calendar", place, rule=shape.id, pack=pack.id)
        return Rule(
            id=shape.id,
            pack=pack.id,
            title=_both(shape.title),
            severity=Severity(shape.severity),
            when=when,
            applies=pack.applies,
            require=require,
            sources=tuple(Source(citation(s.article), Verified(s.verified)) for s in sources),
            because=_both(shape.because),
            fix=_both(shape.fix),
            penalty=None if shape.penalty == "none" else citation(shape.penalty),
            hard_stop=shape.hard_stop,
            in_force=_period(shape.in_force),
            remedied_by=remedied,
            parts=parts,
            evidence=tuple(shape.evidence),
            topic=shape.topic,
            doubt=_maybe(shape.doubt),
            calendar=pack.calendar,
            file=file.name,
            line=place.line,
        )


def citation(written: str) -> Citation:
    """`cac-order-3#11.1` as a citation."""
    instrument, _, rest = written.partition("#")
    article, _, paragraph = rest.partition(".")
    return Citation(instrument, article, paragraph)


def _both(text: models.Text) -> Bilingual:
    return Bilingual(text.en, text.zh)


def _maybe(text: models.Text | None) -> Bilingual | None:
    return _both(text) if text else None


def _can_be_suggested(shape: models.FactModel, suggestion: models.SuggestionModel) -> bool:
    """Whether the answer is a possible one, nothing is sensitive, and there is something to look for."""
    answer = suggestion.answer
    fits = {
        "boolean": isinstance(answer, bool),
        "choice": any(option.id == answer for option in shape.options),
        "text": isinstance(answer, str),
    }
    something = bool(suggestion.links or suggestion.files)
    return fits.get(shape.type, False) and something and not shape.sensitive


def _suggestion(shape: models.SuggestionModel | None) -> Suggestion | None:
    return Suggestion(shape.answer, tuple(shape.links), tuple(shape.files)) if shape else None


def _penalty_step(shape: models.PenaltyStepModel) -> PenaltyStep:
    fine = (shape.fine.from_, shape.fine.to, shape.fine.currency) if shape.fine else None
    return PenaltyStep(_both(shape.when), _both(shape.measures), fine, tuple(shape.articles))


def _form_field(shape: models.FormFieldModel) -> FormField:
    verified = Verified(shape.verified)
    return FormField(shape.fact, _both(shape.label), verified, _both(shape.source), _maybe(shape.note))


def _period(shape: models.Period) -> Period:
    return Period(shape.from_, shape.until)


def _fact(shape: models.FactModel, pack: str, parent: str | None) -> Fact:
    own = shape.id if parent is None else f"{parent}.{shape.id}"
    timed = any(unit in ("days", "weeks", "months", "years", "working_days") for unit in shape.units)
    return Fact(
        id=own,
        kind=Kind(shape.type),
        label=_both(shape.label),
        question=_maybe(shape.question),
        help=_maybe(shape.help),
        none=shape.none,
        options=tuple(
            Option(option.id, _both(option.label), _maybe(option.source)) for option in shape.options
        ),
        tense=Tense(shape.tense) if shape.tense else None,
        units=tuple(shape.units),
        whole=shape.whole or timed,
        minimum=shape.minimum,
        identifier=shape.identifier,
        key=shape.key,
        fields=tuple(_fact(field, pack, own) for field in shape.fields) if parent is None else (),
        at_least_one=shape.at_least_one,
        sensitive=shape.sensitive,
        changeable=shape.changeable,
        pack=pack,
        parent=parent,
        suggested_by=_suggestion(shape.suggested_by),
    )
