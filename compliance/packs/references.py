"""What a schema cannot see: references between parts of packs, the ledger, identifiers' samples, lint."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.conditions.anatomy import quantifiers
from compliance.conditions.lint import negated_none, related_dates
from compliance.conditions.nodes import TRUE, Node
from compliance.errors import Gravity, Location, Problem
from compliance.facts.identifiers import pattern_problem
from compliance.facts.spelling import near
from compliance.facts.wording import typable
from compliance.packs.build import citation
from compliance.packs.files import SourceFile
from compliance.packs.rulebook import Handling, RuleBook

MOST_RELATED_DATES = 3


def check_references(
    sources: Mapping[str, list[SourceFile]], book: RuleBook, problems: list[Problem]
) -> None:
    """Add a problem for everything in loaded packs that refers to nothing or contradicts itself."""
    if not book.rules:
        folder = next(iter(sources), "rules")
        problems.append(Problem("pack.no_rules", Location(folder), {"packs": ", ".join(sources)}))
    for pack, files in sources.items():
        for file in files:
            checker = _FileChecker(pack, file, book, problems)
            checker.check()
    _ledger(sources, book, problems)


class _FileChecker:
    def __init__(self, pack: str, file: SourceFile, book: RuleBook, problems: list[Problem]) -> None:
        self.pack = pack
        self.file = file
        self.book = book
        self.problems = problems

    def check(self) -> None:
        for number in range(len(self.file.shape.rules)):
            self._rule(number)
        for number, identifier in enumerate(self.file.shape.identifiers):
            self._identifier(number, identifier.id)
        for number, fact in enumerate(self.file.shape.facts):
            self._fact(number, fact.id)
        for number, section in enumerate(self.file.shape.sections):
            for index, name in enumerate(section.facts):
                self._known_fact(name, "sections", number, "facts", index)
        for number, definition in enumerate(self.file.shape.definitions):
            if definition.source is not None:
                self._article(definition.source, "definitions", number, "source")
            self._lint_condition(
                ("definitions", number, "is"), self.book.definitions[definition.id].condition
            )
        for number, form in enumerate(self.file.shape.forms):
            for part, section_of_form in enumerate(form.parts):
                for index, field in enumerate(section_of_form.fields):
                    self._known_fact(field.fact, "forms", number, "parts", part, "fields", index, "fact")
        named = self.file.shape.calendar
        if isinstance(named, str) and named not in self.book.calendars:
            code = "pack.unknown_calendar" if self.book.calendars else "pack.no_calendars"
            right = typable(*(near(named, self.book.calendars) or self.book.calendars))
            self._note(code, "calendar", calendar=named, right=right)

    def _note(self, code: str, *path: str | int, gravity: Gravity = Gravity.ERROR, **details: str) -> None:
        self.problems.append(Problem(code, self.file.place(*path), details, gravity))

    def _known_fact(self, name: str, *path: str | int) -> None:
        if self.book.vocabulary.get(name) is None:
            right = " / ".join(near(name, self.book.vocabulary.facts)) or "facts:"
            self._note("condition.unknown_fact", *path, fact=name, right=right)

    def _fact(self, number: int, name: str) -> None:
        for other, fact in self.book.vocabulary.facts.items():
            if other.startswith(name + ".") and fact.parent != name:
                self._note("pack.fact_prefix", "facts", number, "id", fact=name, other=other)
        identifier = self.book.vocabulary[name].identifier
        if identifier is not None and identifier not in self.book.identifiers:
            right = " / ".join(self.book.identifiers) or "identifiers:"
            self._note(
                "condition.unknown_identifier", "facts", number, "identifier", name=identifier, right=right
            )

    def _rule(self, number: int) -> None:
        shape = self.file.shape.rules[number]
        rule = self.book.rules.get(shape.id)
        if rule is None:
            return
        sources = shape.source if isinstance(shape.source, list) else [shape.source]
        for source in sources:
            self._article(source.article, "rules", number, "source", cited=True)
        unconfirmed = all(source.verified == "unconfirmed" for source in sources)
        if unconfirmed and shape.severity != "practice":
            self._note("pack.unconfirmed", "rules", number, "severity", rule=shape.id)
        if shape.hard_stop and not rule.severity.binding:
            self._note("pack.hard_stop", "rules", number, "hard_stop", rule=shape.id)
        if shape.penalty != "none":
            self._article(shape.penalty, "rules", number, "penalty")
        for index, kind in enumerate(shape.evidence):
            if kind not in self.book.evidence_kinds:
                right = " / ".join(near(kind, self.book.evidence_kinds)) or "evidence_kinds:"
                self._note(
                    "pack.unknown_evidence", "rules", number, "evidence", index, kind=kind, right=right
                )
        dates = related_dates(self.book.vocabulary, rule.applies, rule.when, rule.require)
        if dates > MOST_RELATED_DATES:
            path = ("rules", number, "require")
            most = str(MOST_RELATED_DATES)
            self._note("condition.too_many_related_dates", *path, rule=shape.id, dates=str(dates), most=most)
        lists = [q.of for node in (rule.applies, rule.when, rule.require) for q in quantifiers(node)]
        for name in sorted({name for name in lists if lists.count(name) > 1}):
            self._note(
                "condition.list_twice",
                "rules",
                number,
                "id",
                gravity=Gravity.WARNING,
                rule=shape.id,
                list=name,
            )
        self._lint_condition(("rules", number, "when"), rule.when)
        self._lint_condition(("rules", number, "require"), rule.require, rule.when)
        if shape.in_force.from_ and shape.in_force.until and shape.in_force.until < shape.in_force.from_:
            self._note("pack.in_force", "rules", number, "in_force", rule=shape.id)

    def _lint_condition(self, path: tuple[str | int, ...], node: Node, when: Node = TRUE) -> None:
        for fact in negated_none(node, self.book.vocabulary, when):
            self._note("condition.negated_none", *path, fact=fact)

    def _article(self, written: str, *path: str | int, cited: bool = False) -> None:
        cite = citation(written)
        instrument = self.book.instruments.get(cite.instrument)
        if instrument is None:
            right = " / ".join(near(cite.instrument, self.book.instruments) or self.book.instruments)
            self._note("pack.unknown_instrument", *path, instrument=cite.instrument, right=right)
            return
        article = next((a for a in instrument.articles if a.number == cite.article), None)
        if article is None:
            self._note("pack.unknown_article", *path, instrument=cite.instrument, article=cite.article)
        elif cited and article.handled is not Handling.RULES:
            self._note(
                "pack.article_handled", *path, instrument=cite.instrument, article=cite.article,
                handled=article.handled.value,
            )  # fmt: skip

    def _identifier(self, number: int, name: str) -> None:
        identifier = self.book.identifiers[name]
        path = ("identifiers", number)
        reason = pattern_problem(identifier.pattern)
        if reason is not None:
            self._note("identifier.pattern", *path, "pattern", identifier=name, reason=reason)
            return
        for kind, wanted, samples in (
            ("valid", True, identifier.valid_examples),
            ("invalid", False, identifier.invalid_examples),
        ):
            for index, sample in enumerate(samples):
                if identifier.is_valid(sample) is not wanted:
                    self._note(
                        "identifier.example",
                        *path,
                        "examples",
                        kind,
                        index,
                        identifier=name,
                        sample=sample,
                        kind=kind,
                    )


def _ledger(sources: Mapping[str, list[SourceFile]], book: RuleBook, problems: list[Problem]) -> None:
    """Every article has a reason or is cited by a rule."""
    cited = {
        (s.citation.instrument, s.citation.article) for rule in book.rules.values() for s in rule.sources
    }
    for files in sources.values():
        for file in files:
            for number, shape in enumerate(file.shape.instruments):
                for index, article in enumerate(shape.articles):
                    place = file.place("instruments", number, "articles", index)
                    details = {"instrument": shape.id, "article": article.article}
                    if article.handled == "rules":
                        if (shape.id, article.article) not in cited:
                            problems.append(Problem("pack.article_without_rule", place, details))
                    elif article.reason is None:
                        problems.append(Problem("pack.article_without_reason", place, details))
