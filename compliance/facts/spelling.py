"""From what is written to a value of a fact's type; or to a problem that says what to type instead.

Nothing is guessed: a spelling is understood when it can mean one thing only, and refused otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NoReturn

from compliance.errors import Gravity, Location, Problem
from compliance.facts.sanitise import clean, with_plain_blanks
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.facts.wording import (
    FALSE_WORDS,
    MORE,
    RESERVED,
    TRUE_WORDS,
    UNKNOWN,
    answers_meant,
    folded,
    is_placeholder,
    says_unknown,
    typable,
    word,
)
from compliance.facts.yaml_reader import (
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
    fullwidth_comma,
    misspelt,
    scalar_bool,
    scalar_is_null,
    shown,
)

if TYPE_CHECKING:
    from decimal import Decimal

LONGEST_TEXT: Final = 10_000
LONGEST_NUMBER: Final = 30
MOST_RECORDS: Final = 10_000
MOST_NAMED: Final = 12
"""How many options a hint names at most."""
_WHOLE_UNITS: Final = frozenset(["days", "weeks", "months", "years", "working_days"])
FIRST_YEAR, LAST_YEAR = 1900, 2199

# Patterns are compiled when first used: most are for mistakes only.
_DATE: Final = r"(\d{4})-(\d{1,2})-(\d{1,2})\Z"
_DATE_ZH: Final = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?\Z"
_DATE_YEAR_FIRST: Final = r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\Z"
_NUMBER: Final = r"[-+]?\d+(\.\d+)?\Z"
_AMOUNT: Final = r"([-+]?\d+(?:\.\d+)?)\s*(\S.*)?\Z"

_UNIT_WORDS = {
    "天": "days", "日": "days", "周": "weeks", "星期": "weeks", "个星期": "weeks",
    "个月": "months", "年": "years", "工作日": "working_days", "个工作日": "working_days",
    "working days": "working_days", "working day": "working_days", "元": "cny", "人民币": "cny", "rmb": "cny",
}  # fmt: skip


def read_value(node: YamlNode, fact: Fact, path: str, file: str, problems: list[Problem]) -> Value | None:
    """Read one value.

    Args:
        fact: what sort of value is wanted.
        path: the fact's path, for messages.

    Returns:
        The value; None when it is unanswered, or when a problem was added.
    """
    return _Reader(fact, path, file, problems).read(node)


def near(word: str, known: Iterable[str]) -> list[str]:
    """The known words most like a word, best first, at most three."""
    from difflib import get_close_matches

    return get_close_matches(word, list(known), 3, 0.6)


def labelled(word: str, facts: Mapping[str, Fact]) -> list[str]:
    """The keys of the facts that have a word as their label, in either language."""
    word = word.strip().casefold()
    return [key for key, fact in facts.items() if word in (fact.label.zh, fact.label.en.casefold())]


class _Refused(Exception):
    """The value cannot be read; the problem is noted."""


class _Reader:
    def __init__(self, fact: Fact, path: str, file: str, problems: list[Problem]) -> None:
        self.fact = fact
        self.path = path
        self.file = file
        self.problems = problems

    def read(self, node: YamlNode) -> Value | None:
        try:
            return self._read(node)
        except _Refused:
            return None

    def _read(self, node: YamlNode) -> Value | None:
        if isinstance(node, YamlScalar):
            node = self._with_plain_blanks(node)
        if isinstance(node, YamlScalar) and (scalar_is_null(node) or node.text == UNKNOWN):
            return None
        if isinstance(node, YamlScalar):
            special = self._special(node)
            if special is not None:
                return special[0]
        match self.fact.kind:
            case Kind.RECORDS:
                return self._records(node)
            case Kind.CHOICES:
                return self._choices(node)
            case _:
                pass
        if not isinstance(node, YamlScalar):
            self._refuse_several(node)
        match self.fact.kind:
            case Kind.BOOLEAN:
                return self._boolean(node)
            case Kind.CHOICE | Kind.READING:
                return self._choice(node)
            case Kind.NUMBER:
                return self._number(node)
            case Kind.QUANTITY:
                return self._quantity(node)
            case Kind.DATE:
                return self._date(node)
            case _:
                return self._text(node)

    def _with_plain_blanks(self, node: YamlScalar) -> YamlScalar:
        """The scalar with ordinary blanks; a text or a list that was not read as one stays as written."""
        plain = _plain(node)
        as_written = self.fact.kind in (Kind.TEXT, Kind.CHOICES, Kind.RECORDS)
        return node if as_written and plain.text not in RESERVED else plain

    def _refuse(self, node: YamlNode, code: str, **details: str) -> NoReturn:
        """Add a problem and give up on the value."""
        self._note(node, code, **details)
        raise _Refused

    def _refuse_misspelt(self, node: YamlScalar) -> None:
        """Give up on a list that was not read as one for a full-width colon or an odd blank."""
        problem = misspelt(node, self.file)
        if problem is not None:
            self.problems.append(problem)
            raise _Refused

    def _note(self, node: YamlNode, code: str, **details: str) -> None:
        written = self._told(node.text) if isinstance(node, YamlScalar) else ""
        place = Location(self.file, node.line, node.column)
        said = {"fact": shown(self.path), "written": written, **details}
        self.problems.append(Problem(code, place, said))

    def _told(self, text: str) -> str:
        """What was written, as problems tell it. Warnings stand in reports: nothing sensitive may be in them."""
        return "…" if self.fact.sensitive else shown(text)

    # Words with a meaning of their own ---------------------------------------------------------------

    def _special(self, node: YamlScalar) -> tuple[Value | None] | None:
        """The answer a reserved word gives; None when the scalar is no reserved word."""
        is_date = self.fact.kind is Kind.DATE
        match node.text:
            case "none" if self.fact.none and not is_date:
                return (NONE,)
            case "none" if is_date:
                self._refuse(node, "value.none_of_date", right=self._answers(node))
            case "none" if self._always_one:
                self._refuse(node, "value.none_of_list", right=self._one_entry())
            case "none" if self.fact.kind in (Kind.CHOICES, Kind.RECORDS):
                self._refuse(node, "value.other_word", right=self._answers(node))
            case "none":
                self._refuse(node, "value.none_not_possible", right=self._answers(node))
            case "not yet" if is_date and self.fact.can_be_none:
                return (NONE,)
            case "not yet":
                self._refuse(node, "value.not_yet_not_possible", right=self._answers(node))
            case "held":
                if self.fact.sensitive:
                    return (HELD,)
                self._refuse(node, "value.held_not_sensitive", right=self._answers(node))
            case _:
                return None

    def _answers(self, node: YamlScalar) -> str:
        """What to type for a word that stands for one of the format's own."""
        return typable(*(answers_meant(node.text, self.fact) or [UNKNOWN]))

    def _refuse_word(self, node: YamlScalar) -> None:
        """Give up on a word people write for a reserved one; the problem names the right one."""
        meant = answers_meant(node.text, self.fact)
        if not meant:
            return
        if self._always_one and not says_unknown(node.text):
            self._refuse(node, "value.none_of_list", right=self._one_entry())
        self._refuse(node, "value.other_word", right=typable(*meant))

    @property
    def _always_one(self) -> bool:
        return self.fact.kind in (Kind.CHOICES, Kind.RECORDS) and self.fact.at_least_one

    def _one_entry(self) -> str:
        """What to type in place of an empty set or list where there is always an entry."""
        if self.fact.kind is Kind.RECORDS:
            return typable(UNKNOWN, f"[{{{self.fact.key}: …}}]")
        return typable(UNKNOWN, *(f"[{option.id}]" for option in self.fact.options[:MOST_NAMED]))

    def _refuse_several(self, node: YamlSequence | YamlMapping) -> NoReturn:
        """Give up on a list or group where one value is wanted; what is alone in its list is what was meant."""
        items = node.items if isinstance(node, YamlSequence) else ()
        texts = [item.text for item in items if isinstance(item, YamlScalar) and item.text]
        named = [text for text in texts if any(text == option.id for option in self.fact.options)]
        if len(named) > 1 and len(named) == len(items):
            self._refuse(
                node, "value.one_option", written=self._told(", ".join(named)), right=typable(*named)
            )
        if len(texts) != 1 or len(items) != 1 or self.fact.sensitive:
            self._refuse(node, "value.not_a_scalar", right=typable(UNKNOWN))
        from compliance.facts.meant import in_yaml

        own = [in_yaml(texts[0]) if self.fact.kind is Kind.TEXT else texts[0]]
        self._refuse(node, "value.not_a_scalar", right=typable(*(answers_meant(texts[0], self.fact) or own)))

    # Simple values -----------------------------------------------------------------------------------

    def _boolean(self, node: YamlScalar) -> bool:
        value = scalar_bool(node)
        if value is not None:
            return value
        said = word(node.text)
        if said in TRUE_WORDS:
            self._refuse(node, "value.boolean", right=typable("true"))
        if said in FALSE_WORDS:
            also = ["none"] if self.fact.none and answers_meant(node.text, self.fact) else []
            self._refuse(node, "value.boolean", right=typable("false", *also))
        self._refuse_word(node)
        self._refuse(node, "value.boolean", right=typable("true", "false", UNKNOWN))

    def _choice(self, node: YamlScalar) -> str:
        if any(node.text == option.id for option in self.fact.options):
            return node.text
        from compliance.facts.meant import options_by_likeness, options_meant

        meant = options_meant(node.text, self.fact.options)
        if len(meant) == 1:
            self._refuse(node, "value.option", right=typable(*meant))
        if meant:
            self._refuse(node, "value.one_option", right=typable(*meant))
        self._refuse_word(node)
        like = options_by_likeness(node.text, self.fact.options)[:MOST_NAMED]
        self._refuse(node, "value.option", right=typable(*like, UNKNOWN))

    # Sets --------------------------------------------------------------------------------------------

    def _choices(self, node: YamlNode) -> frozenset[str]:
        if not isinstance(node, YamlSequence):
            self._refuse_no_set(node)
        known = {option.id for option in self.fact.options}
        items = [_plain(item) if isinstance(item, YamlScalar) else item for item in node.items]
        chosen = [item.text for item in items if isinstance(item, YamlScalar) and item.text in known]
        if len(chosen) < len(items):
            self._refuse_items(node, items)
        for index, item in enumerate(items):
            if chosen[index] in chosen[:index]:
                self._refuse(item, "value.twice")
        if not chosen and self.fact.at_least_one:
            self._refuse(node, "value.empty")
        return frozenset(chosen)

    def _refuse_no_set(self, node: YamlNode) -> NoReturn:
        """Give up on a set that is not written as a list."""
        from compliance.facts.meant import listed, options_by_likeness, options_meant

        written = node.text if isinstance(node, YamlScalar) else ""
        if isinstance(node, YamlScalar):
            self._refuse_misspelt(node)
            meant = options_meant(written, self.fact.options)
            if meant:
                self._refuse(node, "value.not_a_list", right=typable(f"[{', '.join(meant)}]"))
            self._refuse_word(node)
        like = options_by_likeness(written, self.fact.options)[:MOST_NAMED]
        alternatives = [f"[{one}]" for one in like]
        # Where several are named, one option in the first place would drop the others.
        several = len(listed(written)) > 1
        words = (UNKNOWN, *alternatives) if several else (*alternatives, UNKNOWN)
        self._refuse(node, "value.not_a_list", right=typable(*words))

    def _refuse_items(self, node: YamlSequence, items: list[YamlNode]) -> NoReturn:
        """Give up on a set with entries that are no options: what each was meant to be, or the whole list."""
        from compliance.facts.meant import options_by_likeness, options_meant

        self._refuse_commas(items)
        texts = [item.text if isinstance(item, YamlScalar) else "" for item in items]
        meant = [options_meant(text, self.fact.options) for text in texts]
        words = [text for text, named in zip(texts, meant, strict=True) if not named and self._is_word(text)]
        if len(words) == len(items):
            self._refuse_lone_word(node, words)
        others = [named for text, named in zip(texts, meant, strict=True) if text not in words]
        if all(others) and (words or max(map(len, others)) > 1):
            whole = f"[{', '.join(dict.fromkeys(one for named in others for one in named))}]"
            right = typable(UNKNOWN if any(map(says_unknown, words)) else whole)
            self._refuse(node, "value.options_joined", right=right)
        for item, text, named in zip(items, texts, meant, strict=True):
            if text not in named:
                like = options_by_likeness(text, self.fact.options)[:MOST_NAMED]
                self._note(item, "value.option", right=typable(*(named if len(named) == 1 else like)))
        raise _Refused

    def _refuse_commas(self, items: list[YamlNode]) -> None:
        """Give up on a list with Chinese commas between its entries."""
        commas = [fullwidth_comma(item, self.file) for item in items if isinstance(item, YamlScalar)]
        if any(commas):
            self.problems += [comma for comma in commas if comma is not None]
            raise _Refused

    def _is_word(self, text: str) -> bool:
        return bool(text) and bool(answers_meant(text, self.fact))

    def _refuse_lone_word(self, node: YamlSequence, words: list[str]) -> NoReturn:
        """Give up on a list of nothing but words for none or unknown: they answer for the whole list."""
        open_ = [text for text in words if says_unknown(text)]
        if self._always_one and not open_:
            self._refuse(node, "value.none_of_list", right=self._one_entry())
        said = (open_ or words)[0]
        self._refuse(
            node, "value.word_in_list", word=shown(said), right=typable(*answers_meant(said, self.fact))
        )

    # Numbers and amounts -----------------------------------------------------------------------------

    def _number(self, node: YamlScalar) -> int | Decimal:
        written = folded(node.text)
        if not re.match(_NUMBER, written):
            from compliance.facts.meant import numbers_meant

            self._refuse_word(node)
            meant = numbers_meant(written)
            if meant:
                self._refuse(node, "value.number", right=typable(*meant))
            self._refuse(node, "value.number_form")
        if len(written) > LONGEST_NUMBER:
            self._refuse(node, "value.number_too_long", limit=str(LONGEST_NUMBER))
        value = _amount(written)
        if self.fact.whole and not isinstance(value, int):
            self._refuse(node, "value.not_whole")
        if self.fact.minimum is not None and value < self.fact.minimum:
            self._refuse(node, "value.below_minimum", minimum=str(self.fact.minimum))
        return value

    def _quantity(self, node: YamlScalar) -> Quantity:
        written = folded(node.text)
        found = re.match(_AMOUNT, written)
        unit = self._unit(found.group(2) or "") if found is not None else None
        if found is None or unit is None:
            self._refuse_amount(node, written)
        if len(found.group(1)) > LONGEST_NUMBER:
            self._refuse(node, "value.number_too_long", limit=str(LONGEST_NUMBER))
        amount = _amount(found.group(1))
        if unit in _WHOLE_UNITS and not isinstance(amount, int):
            self._refuse_amount(node, written, code="value.not_whole_unit")
        if unit in _WHOLE_UNITS and amount > 1_000_000:
            self._refuse(node, "value.number_too_long", limit="7")
        if amount < (self.fact.minimum or 0):
            self._refuse(node, "value.below_minimum", minimum=str(self.fact.minimum or 0))
        return Quantity(amount, unit)

    def _unit(self, written: str) -> str | None:
        """The unit that is meant, whatever its case, in singular or plural."""
        said = written.strip().casefold()
        spellings = (said, said + "s", _UNIT_WORDS.get(said, ""))
        return next((unit for unit in self.fact.units if unit.casefold() in spellings), None)

    def _refuse_amount(self, node: YamlScalar, written: str, code: str = "") -> NoReturn:
        """Give up on an amount: the same amount as it has to be typed, or else what it lacks."""
        from compliance.facts.meant import amounts_meant, numbers_meant

        units = " / ".join(self.fact.units)
        meant = amounts_meant(written, self.fact.units)
        if meant:
            self._refuse(node, "value.amount", right=typable(*meant))
        month = numbers_meant(written.removesuffix("月")) if written.endswith("月") else []
        if month and "months" in self.fact.units:
            # `6月` is June as well; only `6个月` can mean nothing but an amount.
            self._refuse(node, "value.month_of_year", right=typable(f"{month[0]}个月", f"{month[0]} months"))
        self._refuse_word(node)
        bare = numbers_meant(written)
        if bare and not code:
            self._refuse(
                node, "value.unit_missing", right=typable(*(f"{bare[0]} {unit}" for unit in self.fact.units))
            )
        found = re.match(_AMOUNT, written)
        if found is None:
            self._refuse(node, "value.quantity", units=units)
        unit = (found.group(2) or "").strip()
        self._refuse(node, code or "value.unit", unit=shown(unit), units=units)

    # Dates and texts ---------------------------------------------------------------------------------

    def _date(self, node: YamlScalar) -> date:
        written = folded(node.text)
        for pattern in (_DATE, _DATE_ZH, _DATE_YEAR_FIRST):
            found = re.match(pattern, written)
            if found is not None:
                year, month, day = (int(part) for part in found.groups())
                return self._day(node, year, month, day)
        from compliance.facts.meant import dates_meant

        self._refuse_word(node)
        meant = dates_meant(written)
        if meant:
            self._refuse(node, "value.date", right=typable(*meant))
        self._refuse(node, "value.date_form")

    def _day(self, node: YamlScalar, year: int, month: int, day: int) -> date:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            self._refuse(node, "value.date_range", first=str(FIRST_YEAR), last=str(LAST_YEAR))
        if not 1 <= month <= 12:
            self._refuse(node, "value.no_such_month", month=str(month))
        try:
            return date(year, month, day)
        except ValueError:
            last = _last_day(year, month)
            self._refuse(node, "value.no_such_day", month=f"{year}-{month:02}", last=str(last))

    def _text(self, node: YamlScalar) -> str | None:
        if not node.text.strip():
            return None
        if len(node.text) > LONGEST_TEXT:
            self._refuse(node, "value.text_too_long", limit=str(LONGEST_TEXT))
        if is_placeholder(node.text):
            self._refuse(node, "value.placeholder", right=self._answers(node))
        return self._shown(node)

    def _shown(self, node: YamlScalar) -> str:
        """A text with what could deceive made visible, and warned of."""
        text = clean(node.text)
        if text != node.text:
            place = Location(self.file, node.line, node.column)
            details = {"fact": shown(self.path), "written": self._told(node.text)}
            self.problems.append(Problem("value.hidden_characters", place, details, Gravity.WARNING))
        return text

    # Records -----------------------------------------------------------------------------------------

    def _records(self, node: YamlNode) -> Records | None:
        if not isinstance(node, YamlSequence):
            self._refuse_no_records(node)
        lone = node.items[0] if len(node.items) == 1 else None
        if isinstance(lone, YamlScalar) and self._is_word(lone.text):
            self._refuse_lone_word(node, [lone.text])
        if len(node.items) > MOST_RECORDS:
            self._refuse(node, "value.too_many_records", limit=str(MOST_RECORDS))
        complete = True
        entries: list[Record] = []
        seen: dict[str, Location] = {}
        before = len(self.problems)
        for index, item in enumerate(node.items):
            if isinstance(item, YamlScalar) and _plain(item).text.strip() == MORE:
                complete = False
                if index != len(node.items) - 1:
                    self._note(item, "value.more_not_last")
                continue
            try:
                entries.append(self._record(item, seen))
            except _Refused:
                continue
        if any(problem.gravity is Gravity.ERROR for problem in self.problems[before:]):
            return None
        if not entries and complete and self.fact.at_least_one:
            self._refuse(node, "value.empty")
        return Records(tuple(entries), complete)

    def _refuse_no_records(self, node: YamlNode) -> NoReturn:
        """Give up on records that are not written as a list."""
        from compliance.facts.meant import in_yaml, listed, names_no_entry

        names = ["…"]
        if isinstance(node, YamlScalar):
            self._refuse_misspelt(node)
            self._refuse_word(node)
            if names_no_entry(node.text):
                entry = f"[{{{self.fact.key}: …}}]"
                words = (UNKNOWN, entry) if self.fact.at_least_one else ("[]", UNKNOWN, entry)
                self._refuse(node, "value.not_records", right=typable(*words))
            names = [in_yaml(name) for name in listed(node.text)] or names
        entries = ", ".join(f"{{{self.fact.key}: {name}}}" for name in names)
        self._refuse(node, "value.not_records", right=typable(f"[{entries}]"))

    def _record(self, item: YamlNode, seen: dict[str, Location]) -> Record:
        if not isinstance(item, YamlMapping):
            self._refuse_no_record(item)
        key = self._key(item, seen)
        fields = {field.name: field for field in self.fact.fields}
        values: dict[str, Value] = {}
        for name, node in item.entries:
            field = fields.get(name.text)
            if field is None:
                right = labelled(name.text, fields) or near(name.text, fields) or list(fields)
                self._note(name, "value.unknown_field", right=typable(*right))
                continue
            if field.name == self.fact.key:
                values[field.id] = key
                continue
            value = read_value(node, field, f"{self.path}[{key}].{field.name}", self.file, self.problems)
            if value is not None:
                values[field.id] = value
        return Record(key, values)

    def _refuse_no_record(self, item: YamlNode) -> NoReturn:
        """Give up on an entry that is no record: the name alone, or a word that names none."""
        from compliance.facts.meant import in_yaml, says_more

        text = item.text if isinstance(item, YamlScalar) else ""
        if says_more(text) or says_unknown(text):
            self._refuse(item, "value.more", right=typable(MORE))
        if self._is_word(text):
            self._refuse(item, "value.no_entry")
        called = in_yaml(text) if text.strip() else "…"
        self._refuse(item, "value.not_a_record", right=typable(f"{{{self.fact.key}: {called}}}"))

    def _key(self, item: YamlMapping, seen: dict[str, Location]) -> str:
        node = item.get(self.fact.key or "")
        if not isinstance(node, YamlScalar) or scalar_is_null(node) or not node.text.strip():
            self._refuse(item, "value.key_missing", key=self.fact.key or "")
        if len(node.text) > 200:
            self._refuse(node, "value.text_too_long", limit="200")
        if _plain(node).text.strip() in RESERVED:
            self._refuse(node, "value.key_reserved", key=self.fact.key or "")
        key = self._shown(node)
        place = Location(self.file, node.line, node.column)
        if key in seen:
            details = {
                "fact": shown(self.path),
                "written": shown(key),
                "first": f"{seen[key].line}:{seen[key].column}",
            }
            self.problems.append(Problem("value.duplicate_key", place, details, related=(seen[key],)))
            raise _Refused
        seen[key] = place
        return key


def _plain(node: YamlScalar) -> YamlScalar:
    """The scalar with ordinary blanks only, and none at its ends."""
    return node if node.text.isascii() else node._replace(text=with_plain_blanks(node.text).strip())


def _amount(written: str) -> int | Decimal:
    if "." not in written:
        return int(written)
    from decimal import Decimal

    value = Decimal(written)
    return int(value) if value == value.to_integral_value() else value


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following.toordinal() - date(year, month, 1).toordinal()
