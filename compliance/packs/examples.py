"""The examples of rules: what a lawyer states, and what running them finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from compliance.errors import Location, Problem
from compliance.facts.spelling import near, read_value
from compliance.facts.values import Value
from compliance.facts.yaml_reader import YamlMapping, location_of, shown
from compliance.frozen import frozen
from compliance.packs.files import SourceFile
from compliance.packs.rulebook import Rule, RuleBook


@frozen
class Example:
    """One example: the answers (a named base and what differs from it), the date, and what is expected.

    `decided_by` and `reasons` are None where the example does not state them.
    """

    rule: str
    name: str
    answers: Mapping[str, Value]
    as_of: date
    expect: str
    past: bool
    due: date | None
    decided_by: tuple[str, ...] | None
    reasons: tuple[str, ...] | None
    location: Location


@frozen
class Result:
    """What an example came to."""

    outcome: str
    past: bool = False
    due: date | None = None
    decided_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


JudgeExample = Callable[[RuleBook, Rule, Mapping[str, Value], date], Result]


def read_examples(
    sources: Mapping[str, list[SourceFile]], book: RuleBook, problems: list[Problem]
) -> tuple[Example, ...]:
    """Read bases and examples of all packs."""
    files = [file for own in sources.values() for file in own]
    bases = _Bases(files, book, problems).all()
    return tuple(example for file in files for example in _of_file(file, book, bases, problems))


class _Bases:
    """The named bases: each the answers of the one it extends, if any, with its own over them."""

    def __init__(self, files: list[SourceFile], book: RuleBook, problems: list[Problem]) -> None:
        self.book = book
        self.problems = problems
        self.places = {
            shape.id: (file, number) for file in files for number, shape in enumerate(file.shape.bases)
        }
        self.read: dict[str, tuple[date | None, dict[str, Value]]] = {}

    def all(self) -> dict[str, tuple[date | None, dict[str, Value]]]:
        for name in self.places:
            self._base(name, ())
        return self.read

    def _base(self, name: str, above: tuple[str, ...]) -> tuple[date | None, dict[str, Value]]:
        if name in self.read:
            return self.read[name]
        file, number = self.places[name]
        shape = file.shape.bases[number]
        as_of, start = None, dict[str, Value]()
        if shape.extends is not None:
            if shape.extends not in self.places or shape.extends in (*above, name):
                names = [other for other in self.places if other not in (*above, name)]
                right = " / ".join(near(shape.extends, names) or names) or "bases:"
                place = file.place("bases", number, "extends")
                self.problems.append(
                    Problem("pack.unknown_base", place, {"base": shape.extends, "right": right})
                )
            else:
                as_of, start = self._base(shape.extends, (*above, name))
        answers = _answers(file, ("bases", number, "facts"), self.book, start, self.problems)
        self.read[name] = (shape.as_of or as_of, answers)
        return self.read[name]


def _of_file(
    file: SourceFile,
    book: RuleBook,
    bases: Mapping[str, tuple[date | None, dict[str, Value]]],
    problems: list[Problem],
) -> list[Example]:
    found = []
    for number, rule in enumerate(file.shape.rules):
        for index, shape in enumerate(rule.examples):
            path = ("rules", number, "examples", index)
            start: dict[str, Value] = {}
            as_of = shape.as_of
            if shape.base is not None and shape.base not in bases:
                right = " / ".join(near(shape.base, bases) or bases)
                details = {"base": shape.base, "right": right}
                problems.append(Problem("pack.unknown_base", file.place(*path, "base"), details))
            elif shape.base is not None:
                base_date, start = bases[shape.base]
                as_of = as_of or base_date
            if as_of is None:
                problems.append(Problem("pack.example_date", file.place(*path), {"name": shown(shape.name)}))
                continue
            answers = _answers(file, (*path, "given"), book, start, problems) if shape.given else dict(start)
            found.append(
                Example(
                    rule=rule.id,
                    name=shape.name,
                    answers=answers,
                    as_of=as_of,
                    expect=shape.expect,
                    past=shape.past,
                    due=shape.due,
                    decided_by=None if shape.decided_by is None else tuple(sorted(shape.decided_by)),
                    reasons=None if shape.reasons is None else tuple(shape.reasons),
                    location=file.place(*path, "name"),
                )
            )
    return found


def _answers(
    file: SourceFile,
    path: tuple[str | int, ...],
    book: RuleBook,
    start: Mapping[str, Value],
    problems: list[Problem],
) -> dict[str, Value]:
    """Flat answers over those of a base; an unanswered one removes the base's."""
    answers = dict(start)
    node = file.at(*path)
    if not isinstance(node, YamlMapping):
        return answers
    for key, value in node.entries:
        fact = book.vocabulary.get(key.text)
        if fact is None or fact.parent is not None:
            right = " / ".join(near(key.text, book.vocabulary.facts)) or "facts:"
            details = {"fact": shown(key.text), "right": right}
            problems.append(Problem("condition.unknown_fact", location_of(key, file.name), details))
            continue
        read = read_value(value, fact, fact.id, file.name, problems)
        if read is None:
            answers.pop(fact.id, None)
        else:
            answers[fact.id] = read
    return answers


def run_examples(book: RuleBook, examples: tuple[Example, ...], judge: JudgeExample) -> list[Problem]:
    """Run examples; every difference from what they state is a problem at the example's place."""
    found = []
    for example in examples:
        result = judge(book, book.rules[example.rule], example.answers, example.as_of)
        for stated, came in _differences(example, result):
            details = {"rule": example.rule, "name": shown(example.name), "stated": stated, "came": came}
            found.append(Problem("pack.example_fails", example.location, details))
    return found


def fails(example: Example, result: Result) -> bool:
    """Whether an example came out otherwise than it states."""
    return bool(_differences(example, result))


def _differences(example: Example, result: Result) -> list[tuple[str, str]]:
    stated: list[tuple[str, object, object]] = [
        ("expect", example.expect, result.outcome),
        ("past", example.past, result.past),
    ]
    if example.due is not None:
        stated.append(("due", example.due, result.due))
    if example.decided_by is not None:
        stated.append(("decided_by", example.decided_by, result.decided_by))
    if example.reasons is not None:
        stated.append(("reasons", example.reasons, result.reasons))
    return [
        (f"{key}: {_said(wanted)}", f"{key}: {_said(came)}") for key, wanted, came in stated if wanted != came
    ]


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(str(part) for part in value) + "]"
    return str(value)


__all__ = ["Example", "JudgeExample", "Result", "fails", "read_examples", "run_examples"]
