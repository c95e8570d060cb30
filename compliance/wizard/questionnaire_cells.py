"""Cells of the questionnaire: an answer as a person writes it into a table, and what such a cell means.

A cell means an answer only when it can mean no other. What is written out is what reads back as the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from compliance.conditions.sentence import quantity_text
from compliance.errors import Gravity, Location, Problem
from compliance.facts.sanitise import clean
from compliance.facts.spelling import LONGEST_TEXT, MOST_NAMED, read_value
from compliance.facts.values import HELD, NONE, Quantity, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind
from compliance.facts.wording import folded
from compliance.facts.yaml_reader import YamlScalar, shown
from compliance.frozen import frozen
from compliance.reports.spreadsheet import bare
from compliance.wizard.questionnaire_words import WORDS as SHEET_WORDS
from compliance.wizard.words import WORDS

_SEPARATORS: Final = re.compile(r"([;；、,，\n]+)")
MOST_PIECES: Final = 400


class Unknown:
    """The answer of somebody who does not know."""


class Nothing:
    """A cell that says nothing."""


UNKNOWN_ANSWER: Final = Unknown()
NOTHING: Final = Nothing()


@frozen
class Cell:
    """One cell: where it stands, for messages.

    Args:
        path: the question it answers.
        heading: the heading of its column.
    """

    text: str
    fact: Fact
    path: str
    place: Location
    heading: str
    lang: str

    def problem(self, code: str, **details: str) -> Problem:
        """What is wrong with the cell."""
        said = {
            "fact": self.fact.label.get(self.lang),
            "path": clean(self.path),
            "written": shown(self.text),
            "column": self.heading,
            **details,
        }
        return Problem(code, self.place, said)


Meaning: TypeAlias = "Value | Unknown | Nothing | Problem"


# From a cell to an answer ----------------------------------------------------------------------------------


def meaning(cell: Cell) -> Meaning:
    """What a cell means; a problem where it means nothing, or more than one thing."""
    text = bare(cell.text)
    if not text.strip() or (cell.fact.sensitive and _is(text, SHEET_WORDS["sensitive"])):
        return NOTHING
    if len(text) > LONGEST_TEXT:
        return cell.problem("value.text_too_long", limit=str(LONGEST_TEXT))
    if clean(text) != text:
        return cell.problem("value.hidden_characters", written=shown(text))
    found = _distinct([*_special(text, cell.fact), *_own(text, cell.fact)])
    if len(found) == 1:
        return found[0]
    if found:
        return cell.problem("sheet.ambiguous", right=_right(cell.fact, cell.lang))
    return _written(text, cell)


def _special(text: str, fact: Fact) -> Iterator[Value | Unknown]:
    """The words that are no value of their own: don't know, none, not yet, kept elsewhere."""
    if _is(text, WORDS["not_known"], "unknown", "don’t know"):
        yield UNKNOWN_ANSWER
    if fact.can_be_none:
        none = _is(text, WORDS["none"], "none", "无")
        if none or (fact.kind is Kind.DATE and _is(text, WORDS["not_yet"], "not yet")):
            yield NONE
    if fact.sensitive and _is(text, WORDS["held"], "held"):
        yield HELD


def _own(text: str, fact: Fact) -> Iterator[Value]:
    """What the words of the fact's own kind say."""
    match fact.kind:
        case Kind.BOOLEAN:
            if _is(text, WORDS["yes"], "true", "y"):
                yield True
            if _is(text, WORDS["no"], "false", "n"):
                yield False
        case Kind.CHOICE | Kind.READING:
            yield from _named(fact).get(_plain(text), ())
        case Kind.CHOICES:
            if not fact.at_least_one and _is_empty_set(text):
                yield frozenset()
            yield from _sets(text, fact)
        case _:
            pass


def _is_empty_set(text: str) -> bool:
    return _is(text, WORDS["none_of_these"], "none", "无", "没有", "[]")


def _written(text: str, cell: Cell) -> Meaning:
    """A value that is written out, or what is wrong with it."""
    fact = cell.fact
    if fact.kind in (Kind.CHOICES, Kind.CHOICE, Kind.READING):
        if _is_empty_set(text) and fact.kind is Kind.CHOICES:
            return cell.problem("value.empty")
        return cell.problem("sheet.option", right=_right(fact, cell.lang))
    if fact.kind is Kind.BOOLEAN:
        return cell.problem("sheet.boolean", right=_right(fact, cell.lang))
    problems: list[Problem] = []
    plain = fact.kind is not Kind.TEXT
    node = YamlScalar(text, plain, cell.place.line, cell.place.column)
    value = read_value(node, fact, fact.label.get(cell.lang), cell.place.file, problems)
    wrong = next((problem for problem in problems if problem.gravity is Gravity.ERROR), None)
    if wrong is not None:
        return wrong
    return UNKNOWN_ANSWER if value is None else value


def _right(fact: Fact, lang: str) -> str:
    """What to write instead, as the column on how to answer says it."""
    words = [WORDS["yes"], WORDS["no"]] if fact.kind is Kind.BOOLEAN else []
    said = [one.get(lang) for one in words]
    said += option_words(fact, lang)[:MOST_NAMED]
    if fact.kind is Kind.CHOICES and not fact.at_least_one:
        said.append(WORDS["none_of_these"].get(lang))
    return " / ".join(f"“{one}”" for one in [*said, WORDS["not_known"].get(lang)])


# Options ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _named(fact: Fact) -> dict[str, tuple[str, ...]]:
    """Every name of an option, folded -> the options that have it."""
    found: dict[str, dict[str, None]] = {}
    for option in fact.options:
        for name in (option.id, option.label.en, option.label.zh):
            found.setdefault(_plain(name), {})[option.id] = None
    return {name: tuple(options) for name, options in found.items()}


def _sets(text: str, fact: Fact) -> list[frozenset[str]]:
    """The sets that a text can name. The names of options have separators of their own, so pieces are put together."""
    parts = _SEPARATORS.split(text)
    if len(parts) > 2 * MOST_PIECES:
        return []
    names = _named(fact)
    longest = max((_pieces(name) for name in names), default=1)
    reached: list[set[frozenset[str]]] = [{frozenset()}]
    for end in range(1, _pieces(text) + 1):
        found: set[frozenset[str]] = set()
        for start in range(max(0, end - longest), end):
            options = names.get(_plain("".join(parts[2 * start : 2 * end - 1])), ())
            found |= {one | {option} for one in reached[start] for option in options}
        if not parts[2 * end - 2].strip():
            found |= reached[end - 1]
        if len(found) > MOST_NAMED:
            return []
        reached.append(found)
    return [one for one in reached[-1] if one]


def _pieces(text: str) -> int:
    return len(_SEPARATORS.split(text)) // 2 + 1


# From an answer to a cell ----------------------------------------------------------------------------------


def cell_text(value: Value | Unknown, fact: Fact, lang: str) -> str:
    """An answer as it is written into a cell; sensitive ones only that they are there."""
    if isinstance(value, Unknown):
        return WORDS["not_known"].get(lang)
    if value is not NONE and fact.sensitive:
        return SHEET_WORDS["sensitive"].get(lang)
    candidates = list(_spellings(value, fact, lang))
    return next((one for one in candidates if reads_as(one, fact, value)), candidates[-1])


def reads_as(text: str, fact: Fact, value: Value) -> bool:
    """Whether a cell with that text means the value."""
    found = _distinct([*_special(text, fact), *_own(text, fact)])
    if not found and not fact.options and fact.kind is not Kind.BOOLEAN:
        read = read_value(YamlScalar(text, fact.kind is not Kind.TEXT, 1, 1), fact, fact.id, "", [])
        found = [] if read is None else [read]
    return found == [value] and isinstance(found[0], bool) == isinstance(value, bool)


def _spellings(value: Value, fact: Fact, lang: str) -> Iterator[str]:
    """Ways to write an answer, the friendliest first."""
    match value:
        case bool():
            yield WORDS["yes" if value else "no"].get(lang)
        case _ if value is NONE:
            yield WORDS["not_yet" if fact.kind is Kind.DATE else "none"].get(lang)
            yield "not yet" if fact.kind is Kind.DATE else "none"
        case date():
            yield value.isoformat()
        case Quantity(amount, unit):
            yield quantity_text(value, lang)
            yield f"{_digits(amount)} {unit}"
        case int() | Decimal():
            yield _digits(value)
        case frozenset():
            yield from _set_spellings(value, fact, lang)
        case str():
            yield from _option_spellings(value, fact, lang)
        case _:
            yield str(value)


def _digits(amount: int | Decimal) -> str:
    return format(amount, "f") if isinstance(amount, Decimal) else str(amount)


def _option_spellings(option: str, fact: Fact, lang: str) -> Iterator[str]:
    for one in fact.options:
        if one.id == option:
            yield one.label.get(lang)
    yield option


def _spelt(option: str, fact: Fact, lang: str) -> str | None:
    """An option as it is written into a cell: in words if they are its own, else its id."""
    value: Value = frozenset([option]) if fact.kind is Kind.CHOICES else option
    return next((one for one in _option_spellings(option, fact, lang) if reads_as(one, fact, value)), None)


def option_words(fact: Fact, lang: str) -> list[str]:
    """The options of a fact as they are written into a cell."""
    return [_spelt(option.id, fact, lang) or option.id for option in fact.options]


def _set_spellings(value: frozenset[str], fact: Fact, lang: str) -> Iterator[str]:
    if not value:
        yield WORDS["none_of_these"].get(lang)
        yield "[]"
        return
    joint = "；" if lang == "zh" else "; "
    chosen = [option.id for option in fact.options if option.id in value]
    yield joint.join(_spelt(one, fact, lang) or one for one in chosen)
    yield "; ".join(chosen)


# Words -----------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return " ".join(folded(text).casefold().split())


def _is(text: str, words: Bilingual, *more: str) -> bool:
    said = _plain(text)
    return said in {_plain(one) for one in (*words, *more)}


def _distinct(found: Iterable[Value | Unknown]) -> list[Value | Unknown]:
    """Each meaning once; True is not 1."""
    return list({(type(one), one): one for one in found if not isinstance(one, Records)}.values())


def says_all(text: str) -> bool:
    """Whether a cell of a list says that these are all its entries."""
    return _is(text, WORDS["that_is_all"])


def says_more(text: str) -> bool:
    """Whether a cell of a list says that there are more."""
    return _is(text, WORDS["there_are_more"], "and more")


def says_empty(text: str) -> bool:
    """Whether a cell of a list says that it has no entry."""
    return _is(text, WORDS["none"], "none", "无", "没有", "[]")


def says_unknown(text: str) -> bool:
    """Whether a cell says that the answer is not known."""
    return _is(text, WORDS["not_known"], "unknown", "don’t know")
