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

UNKNOWN: Final = "unknown"
MORE: Final = "and more"
RESERVED: Final = frozenset([UNKNOWN, "none", "not yet", "held", MORE])
LONGEST_TEXT: Final = 10_000
LONGEST_NUMBER: Final = 30
MOST_RECORDS: Final = 10_000
FIRST_YEAR, LAST_YEAR = 1900, 2199

# What people write for the words this file format has. Never understood, only named in a hint.
_TRUE_WORDS = frozenset(["是", "有", "对", "√", "✓", "y", "yes", "on", "t", "1", "已"])
_FALSE_WORDS = frozenset(["否", "没有", "无", "不", "非", "×", "✗", "n", "no", "off", "f", "0"])
_UNKNOWN_WORDS = frozenset(
    ["未知", "不知道", "不清楚", "待定", "待确认", "tbd", "n/a", "na", "?", "？", "todo"]
)
_NOT_YET_WORDS = frozenset(
    ["尚未", "未", "还没有", "还没", "未发生", "暂未", "never", "no", "none", "无", "没有", "pending"]
)
_NONE_WORDS = frozenset(["无", "没有", "no", "不适用", "nil", "-"])

# Patterns are compiled when first used: most are for mistakes only.
_DATE: Final = r"(\d{4})-(\d{1,2})-(\d{1,2})\Z"
_DATE_ZH: Final = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?\Z"
_DATE_YEAR_FIRST: Final = r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\Z"
_DATE_COMPACT: Final = r"(\d{4})(\d{2})(\d{2})\Z"
_DATE_YEAR_LAST: Final = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z"
_TIMESTAMP: Final = r"(\d{4}-\d{2}-\d{2})[T ]\d"
_NUMBER: Final = r"[-+]?\d+(\.\d+)?\Z"
_GROUPED: Final = r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?\Z"
_AMOUNT: Final = r"([-+]?\d+(?:\.\d+)?)\s*(\S.*)?\Z"

_UNIT_WORDS = {
    "天": "days", "日": "days", "周": "weeks", "星期": "weeks", "个星期": "weeks",
    "个月": "months", "年": "years", "工作日": "working_days", "个工作日": "working_days",
    "working days": "working_days", "working day": "working_days", "元": "CNY", "人民币": "CNY", "rmb": "CNY",
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
            self._refuse(node, "value.not_a_scalar")
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
        written = shown(node.text) if isinstance(node, YamlScalar) else ""
        place = Location(self.file, node.line, node.column)
        said = {"fact": shown(self.path), "written": written, **details}
        self.problems.append(Problem(code, place, said))

    # Words with a meaning of their own ---------------------------------------------------------------

    def _special(self, node: YamlScalar) -> tuple[Value | None] | None:
        """The answer a reserved word gives; None when the scalar is no reserved word."""
        is_date = self.fact.kind is Kind.DATE
        match node.text:
            case "none":
                if is_date:
                    return (
                        self._refuse(
                            node, "value.none_of_date", right="not yet" if self.fact.can_be_none else UNKNOWN
                        ),
                    )
                if not self.fact.none:
                    right = "[]" if self.fact.kind in (Kind.CHOICES, Kind.RECORDS) else UNKNOWN
                    self._refuse(node, "value.none_not_possible", right=right)
                return (NONE,)
            case "not yet":
                if is_date and self.fact.can_be_none:
                    return (NONE,)
                right = "none" if self.fact.none and not is_date else UNKNOWN
                self._refuse(node, "value.not_yet_not_possible", right=right)
            case "held":
                if self.fact.sensitive:
                    return (HELD,)
                self._refuse(node, "value.held_not_sensitive")
            case _:
                return None

    def _hinted(self, node: YamlScalar) -> bool:
        """Whether the scalar is a word people write for a reserved one; then a problem names the right one."""
        word = node.text.strip().lower()
        right = None
        if word in _UNKNOWN_WORDS:
            right = UNKNOWN
        elif self.fact.kind is Kind.DATE and self.fact.can_be_none and word in _NOT_YET_WORDS:
            right = "not yet"
        elif self.fact.none and self.fact.kind is not Kind.BOOLEAN and word in _NONE_WORDS:
            right = "none"
        elif self.fact.kind in (Kind.CHOICES, Kind.RECORDS) and word in _NONE_WORDS | {"none"}:
            right = "[]"
        if right is None:
            return False
        self._note(node, "value.other_word", right=right)
        return True

    # Simple values -----------------------------------------------------------------------------------

    def _boolean(self, node: YamlScalar) -> bool | None:
        value = scalar_bool(node)
        if value is not None:
            return value
        word = node.text.strip().lower()
        if word in _TRUE_WORDS or word == "true":
            self._refuse(node, "value.boolean", right="true")
        if word in _FALSE_WORDS or word == "false":
            right = "false / none" if self.fact.none and word in _NONE_WORDS else "false"
            self._refuse(node, "value.boolean", right=right)
        if self._hinted(node):
            return None
        self._refuse(node, "value.boolean", right="true / false / unknown")

    def _choice(self, node: YamlScalar) -> str | None:
        ids = [option.id for option in self.fact.options]
        if node.text in ids:
            return node.text
        if self._hinted(node):
            return None
        right = self._option_meant(node.text)
        self._refuse(node, "value.option", right=right)

    def _option_meant(self, written: str) -> str:
        word = written.strip()
        for option in self.fact.options:
            if word in (option.label.en, option.label.zh) or word.lower() == option.id.lower():
                return option.id
        ids = [option.id for option in self.fact.options]
        return " / ".join(near(word, ids) or ids)

    def _choices(self, node: YamlNode) -> frozenset[str] | None:
        ids = [option.id for option in self.fact.options]
        if isinstance(node, YamlScalar):
            if self._hinted(node):
                return None
            self._refuse_misspelt(node)
            right = node.text if node.text in ids else self._option_meant(node.text)
            self._refuse(node, "value.not_a_list", right=f"[{right}]")
        if not isinstance(node, YamlSequence):
            self._refuse(node, "value.not_a_list", right=f"[{', '.join(ids[:2])}]")
        chosen: list[str] = []
        sound = True
        for item in (_plain(item) if isinstance(item, YamlScalar) else item for item in node.items):
            problem = fullwidth_comma(item, self.file) if isinstance(item, YamlScalar) else None
            if problem is not None:
                self.problems.append(problem)
                sound = False
            elif not isinstance(item, YamlScalar) or item.text not in ids:
                written = item.text if isinstance(item, YamlScalar) else ""
                self._note(item, "value.option", right=self._option_meant(written))
                sound = False
            elif item.text in chosen:
                self._note(item, "value.twice")
                sound = False
            else:
                chosen.append(item.text)
        if not sound:
            return None
        if not chosen and self.fact.at_least_one:
            self._refuse(node, "value.empty")
        return frozenset(chosen)

    def _number(self, node: YamlScalar) -> int | Decimal | None:
        written = _folded(node.text)
        if self._hinted(node):
            return None
        if re.match(_GROUPED, written):
            self._refuse(node, "value.number", right=written.replace(",", ""))
        if not re.match(_NUMBER, written):
            self._refuse(node, "value.number", right="12")
        if len(written) > LONGEST_NUMBER:
            self._refuse(node, "value.number_too_long", limit=str(LONGEST_NUMBER))
        value = _amount(written)
        if self.fact.whole and not isinstance(value, int):
            self._refuse(node, "value.not_whole", right=written.split(".")[0])
        if self.fact.minimum is not None and value < self.fact.minimum:
            self._refuse(node, "value.below_minimum", minimum=str(self.fact.minimum))
        return value

    def _quantity(self, node: YamlScalar) -> Quantity | None:
        written = _folded(node.text)
        example = " / ".join(f"10 {unit}" for unit in self.fact.units)
        found = re.match(_AMOUNT, written)
        if found is None:
            if not self._hinted(node):
                self._refuse(node, "value.quantity", right=example)
            return None
        amount_text, unit_text = found.group(1), (found.group(2) or "").strip()
        if not unit_text:
            right = " / ".join(f"{amount_text} {unit}" for unit in self.fact.units)
            self._refuse(node, "value.unit_missing", right=right)
        if len(amount_text) > LONGEST_NUMBER:
            self._refuse(node, "value.number_too_long", limit=str(LONGEST_NUMBER))
        if unit_text == "月" and "months" in self.fact.units:
            # `6月` is June as well; only `6个月` can mean nothing but an amount.
            self._refuse(node, "value.month_of_year", right=f"{amount_text}个月 / {amount_text} months")
        unit = self._unit(unit_text)
        if unit is None:
            right = " / ".join(f"{amount_text} {unit}" for unit in self.fact.units)
            self._refuse(node, "value.unit", unit=shown(unit_text), right=right)
        amount = _amount(amount_text)
        if unit in ("days", "weeks", "months", "years", "working_days") and not isinstance(amount, int):
            self._refuse(node, "value.not_whole", right=f"{amount_text.split('.')[0]} {unit}")
        if unit in ("days", "weeks", "months", "years", "working_days") and amount > 1_000_000:
            self._refuse(node, "value.number_too_long", limit="7")
        if amount < (self.fact.minimum or 0):
            self._refuse(node, "value.below_minimum", minimum=str(self.fact.minimum or 0))
        return Quantity(amount, unit)

    def _unit(self, written: str) -> str | None:
        for unit in (written, written + "s", _UNIT_WORDS.get(written.lower(), "")):
            if unit in self.fact.units:
                return unit
        return None

    def _date(self, node: YamlScalar) -> date | None:
        written = _folded(node.text)
        for pattern in (_DATE, _DATE_ZH, _DATE_YEAR_FIRST):
            found = re.match(pattern, written)
            if found is not None:
                year, month, day = (int(part) for part in found.groups())
                return self._day(node, year, month, day)
        if self._hinted(node):
            return None
        self._refuse(node, "value.date", right=_date_meant(written))

    def _day(self, node: YamlScalar, year: int, month: int, day: int) -> date | None:
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
        if len(node.text) > LONGEST_TEXT:
            self._refuse(node, "value.text_too_long", limit=str(LONGEST_TEXT))
        text = clean(node.text)
        if text != node.text:
            place = Location(self.file, node.line, node.column)
            details = {"fact": shown(self.path), "written": shown(node.text)}
            self.problems.append(Problem("value.hidden_characters", place, details, Gravity.WARNING))
        return text or None

    # Records -----------------------------------------------------------------------------------------

    def _records(self, node: YamlNode) -> Records | None:
        if isinstance(node, YamlScalar) and self._hinted(node):
            return None
        if isinstance(node, YamlScalar):
            self._refuse_misspelt(node)
        if not isinstance(node, YamlSequence):
            self._refuse(node, "value.not_records", right=f"- {{{self.fact.key}: …}}")
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

    def _record(self, item: YamlNode, seen: dict[str, Location]) -> Record:
        if not isinstance(item, YamlMapping):
            self._refuse(item, "value.not_a_record", right=f"{{{self.fact.key}: …}}")
        key = self._key(item, seen)
        fields = {field.name: field for field in self.fact.fields}
        values: dict[str, Value] = {}
        for name, node in item.entries:
            field = fields.get(name.text)
            if field is None:
                right = " / ".join(labelled(name.text, fields) or near(name.text, fields) or list(fields))
                self._note(name, "value.unknown_field", right=right)
                continue
            value = read_value(node, field, f"{self.path}[{key}].{field.name}", self.file, self.problems)
            if value is not None:
                values[field.id] = value
        return Record(key, values)

    def _key(self, item: YamlMapping, seen: dict[str, Location]) -> str:
        node = item.get(self.fact.key or "")
        if not isinstance(node, YamlScalar) or scalar_is_null(node) or not node.text.strip():
            self._refuse(item, "value.key_missing", key=self.fact.key or "")
        if len(node.text) > 200:
            self._refuse(node, "value.text_too_long", limit="200")
        if _plain(node).text.strip() in RESERVED:
            self._refuse(node, "value.key_reserved", key=self.fact.key or "")
        key = clean(node.text)
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


def _folded(text: str) -> str:
    """Full-width digits, letters and signs as ASCII; blanks at the ends removed."""
    if text.isascii():
        return text.strip()
    from unicodedata import normalize

    return normalize("NFKC", text).strip()


def _amount(written: str) -> int | Decimal:
    if "." not in written:
        return int(written)
    from decimal import Decimal

    value = Decimal(written)
    return int(value) if value == value.to_integral_value() else value


def _date_meant(written: str) -> str:
    """How a date that can be recognised has to be written; every way it could be meant."""
    stamp = re.match(_TIMESTAMP, written)
    if stamp is not None:
        return stamp.group(1)
    compact = re.match(_DATE_COMPACT, written)
    if compact is not None:
        return "-".join(compact.groups())
    last = re.match(_DATE_YEAR_LAST, written)
    if last is not None:
        first, second, year = last.groups()
        ways = [(first, second), (second, first)]
        meant = [
            f"{year}-{int(m):02}-{int(d):02}" for m, d in ways if 1 <= int(m) <= 12 and 1 <= int(d) <= 31
        ]
        return " / ".join(dict.fromkeys(meant)) or "2026-02-10"
    return "2026-02-10"


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following.toordinal() - date(year, month, 1).toordinal()
