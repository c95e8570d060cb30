"""What a date, an amount or an option that is not read was meant to be, where that is certain.

Only hints come of it: nothing here is taken for an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from compliance.facts.sanitise import visible
from compliance.facts.vocabulary import Option
from compliance.facts.wording import folded, word

# Dates --------------------------------------------------------------------------------------------------

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_TIMESTAMP: Final = r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ]\d"
_COMPACT: Final = r"(\d{4})(\d{2})(\d{2})\Z"
_YEAR_LAST: Final = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z"
_CHINESE: Final = r"(\S{4})年(\S{1,3})月(\S{1,3}?)[日号號]?\Z"
_YEAR_DIGITS: Final = {
    **dict(zip("零一二三四五六七八九", "0123456789", strict=True)),
    "〇": "0",
    "○": "0",
    "◯": "0",
}


def dates_meant(written: str) -> list[str]:
    """Every day that a date in another spelling can mean, as it has to be typed; none where that is not certain."""
    found: list[str] = []
    for year, month, day in _readings(folded(written)):
        try:
            found.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def _readings(written: str) -> Iterator[tuple[int, int, int]]:
    for pattern in (_TIMESTAMP, _COMPACT):
        plain = re.match(pattern, written)
        if plain is not None:
            yield int(plain[1]), int(plain[2]), int(plain[3])
            return
    last = re.match(_YEAR_LAST, written)
    if last is not None:
        first, second, year = (int(part) for part in last.groups())
        yield year, first, second
        yield year, second, first
        return
    chinese = re.match(_CHINESE, "".join(written.split()))
    if chinese is not None:
        parts = (_chinese_year(chinese[1]), chinese_number(chinese[2]), chinese_number(chinese[3]))
        if None not in parts:
            year, month, day = (part or 0 for part in parts)
            yield year, month, day
        return
    yield from _english_day(written)


def _english_day(written: str) -> Iterator[tuple[int, int, int]]:
    """`5 March 2025`, `Mar 5th, 2025`: one name of a month, a year of four digits, a day."""
    words = [one for one in re.split(r"[\s,./-]+", written.casefold()) if one not in ("", "the", "of")]
    names = [n for one in words for n, name in enumerate(_MONTHS, 1) if _names(one, name)]
    numbers = [re.sub(r"(?<=\d)(st|nd|rd|th)\Z", "", one) for one in words]
    years = [int(one) for one in numbers if re.fullmatch(r"[0-9]{4}", one)]
    days = [int(one) for one in numbers if re.fullmatch(r"[0-9]{1,2}", one)]
    if len(words) == 3 and len(names) == len(years) == len(days) == 1:
        yield years[0], names[0], days[0]


def _names(written: str, month: str) -> bool:
    return (len(written) >= 3 and month.startswith(written)) or (month, written) == ("september", "sept")


def _chinese_year(written: str) -> int | None:
    digits = "".join(_YEAR_DIGITS.get(c, c) for c in written)
    return int(digits) if re.fullmatch(r"[0-9]{4}", digits) else None


# Numbers and amounts ------------------------------------------------------------------------------------

_DIGITS: Final = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_WORDS: Final[dict[str, int | Fraction]] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "half": Fraction(1, 2), "half a": Fraction(1, 2), "half an": Fraction(1, 2),
    "半": Fraction(1, 2), "半个": Fraction(1, 2),
}  # fmt: skip
_NUMBER: Final = r"[-+]?\d+(?:\.\d+)?(?:e\+?\d{1,2})?"
_GROUPED: Final = r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_TIMES: Final = {"万": 10_000, "亿": 100_000_000}
_CURRENCIES: Final = {
    "元": "CNY",
    "人民币": "CNY",
    "人民币元": "CNY",
    "rmb": "CNY",
    "yuan": "CNY",
    "¥": "CNY",
    "cny": "CNY",
}
# A unit as people write it -> the unit it is so many times of.
_UNITS: Final[dict[str, tuple[Fraction | int, str]]] = {
    **dict.fromkeys(("天", "日", "day", "days", "d", "calendar day", "calendar days", "自然日"), (1, "days")),
    **dict.fromkeys(("周", "星期", "week", "weeks", "wk", "wks"), (7, "days")),
    **dict.fromkeys(("小时", "钟头", "hour", "hours", "h", "hr", "hrs"), (Fraction(1, 24), "days")),
    **dict.fromkeys(("月", "month", "months", "mo", "mos", "mth", "mths", "calendar months"), (1, "months")),
    **dict.fromkeys(("季度", "季", "quarter", "quarters"), (3, "months")),
    **dict.fromkeys(("年", "周年", "year", "years", "yr", "yrs", "y"), (12, "months")),
    **dict.fromkeys(("工作日", "working day", "working days", "workday", "workdays", "business day", "business days"),
                    (1, "working_days")),
}  # fmt: skip
_OF: Final = {"days": ("days", 1), "weeks": ("days", 7), "months": ("months", 1), "years": ("months", 12)}


def chinese_number(written: str) -> int | None:
    """A number from 0 to 999 in Chinese numerals, or one in digits, else None."""
    if re.fullmatch(r"[0-9]{1,4}", written):
        return int(written)
    found = re.fullmatch(
        r"(?:([一二两三四五六七八九])(百)零?)?(?:([一二三四五六七八九])?(十))?([零〇一二两三四五六七八九])?",
        written,
    )
    if not written or found is None:
        return None
    hundreds, hundred, tens, ten, ones = found.groups()
    total = 100 * _DIGITS[hundreds] if hundred else 0
    total += 10 * (_DIGITS[tens] if tens else 1) if ten else 0
    return total + (_DIGITS[ones] if ones else 0)


def numbers_meant(written: str) -> list[str]:
    """The number that is meant, in digits; none where that is not certain."""
    amount, rest = _leading(folded(written).casefold())
    if amount is None or rest.removesuffix("整") not in (
        "",
        "个",
        "人",
        "名",
        "位",
        "家",
        "次",
        "条",
        "件",
        "份",
    ):
        return []
    return _spelt(amount)


def amounts_meant(written: str, units: Sequence[str]) -> list[str]:
    """The same amount in the units that are taken, as it has to be typed; none where that is not certain."""
    said = " ".join(folded(written).casefold().replace("_", " ").split())
    for sign, currency in _CURRENCIES.items():
        if said.startswith(sign):
            said = said.removeprefix(sign).strip() + currency.casefold()
    amount, rest = _leading(said)
    if amount is None or amount < 0 or rest == "月":  # `6月` is June as well
        return []
    own = [unit for unit in units if rest in (unit.casefold(), unit.casefold().replace("_", " "))]
    if own and own[0] not in _OF:
        return [f"{one} {own[0]}" for one in _spelt(amount)]
    if rest in _CURRENCIES and _CURRENCIES[rest] in units:
        return [f"{one} {_CURRENCIES[rest]}" for one in _spelt(amount)]
    return _in_units(amount, rest.removeprefix("个").strip(), units)


def _in_units(amount: Fraction, unit: str, units: Sequence[str]) -> list[str]:
    """The amount in whole units of the same dimension: in the unit that was said, else in the smallest that does."""
    if unit not in _UNITS:
        return []
    factor, base = _UNITS[unit]
    if base in units and base not in _OF:
        return (
            [f"{one} {base}" for one in _spelt(amount * factor)] if (amount * factor).denominator == 1 else []
        )
    fitting = [one for one in units if one in _OF and _OF[one][0] == base]
    fitting.sort(key=lambda one: (_OF[one][1] != factor, _OF[one][1]))
    for one in fitting:
        count = amount * factor / _OF[one][1]
        if count.denominator == 1:
            return [f"{count} {one}"]
    return []


def _leading(said: str) -> tuple[Fraction | None, str]:
    """The number a text begins with and what follows it."""
    digits = re.match(rf"({_GROUPED}|{_NUMBER})\s*([万亿]?)\s*(.*)\Z", said)
    if digits is not None:
        return Fraction(digits[1].replace(",", "")) * _TIMES.get(digits[2], 1), digits[3]
    english = re.match(r"((?:half an?|[a-z]+)\b)\s+(.*)\Z", said)
    if english is not None and english[1] in _WORDS:
        return Fraction(_WORDS[english[1]]), english[2]
    half = re.match(r"(半个?)(.*)\Z", said)
    if half is not None:
        return Fraction(_WORDS[half[1]]), half[2]
    numerals = re.match(r"([零〇一二两三四五六七八九十百]+)(.*)\Z", "".join(said.split()))
    number = chinese_number(numerals[1]) if numerals is not None else None
    return (None, said) if numerals is None or number is None else (Fraction(number), numerals[2])


def _spelt(amount: Fraction) -> list[str]:
    """A number in digits, if it has few enough of them."""
    if amount.denominator == 1:
        return [str(amount.numerator)] if len(str(amount.numerator)) <= 30 else []
    decimal = f"{float(amount):.10f}".rstrip("0")
    return [decimal] if Fraction(decimal) == amount else []


# Options ------------------------------------------------------------------------------------------------

_JOINTS: Final = (r"[,、;/|+&]|\band\b|以及|和|与|及", r"[,、;/|+&\s]|\band\b|以及|和|与|及")


def option_meant(written: str, options: Iterable[Option]) -> str | None:
    """The option whose id or label this is, whatever its width, case and joints; None where that is not certain."""
    said = _name(written)
    found = {option.id for option in options if said and said in _names_of(option)}
    return found.pop() if len(found) == 1 else None


_ALL: Final = ("全部", "全都", "都有", "所有", "双方", "均有", "均已", "all", "both")
_NEGATIONS: Final = ("无", "没", "未", "不", "非", "no", "none")


def _says_all(written: str) -> bool:
    said = folded(written).casefold()
    words = said.split() if said.isascii() else [said]
    named = any(one in words if one.isascii() else one in said for one in _ALL)
    return named and not any(one in words if one.isascii() else one in said for one in _NEGATIONS)


def names_no_entry(written: str) -> bool:
    """Whether a text says how many entries there are, or that there are some or none, rather than naming one."""
    said = folded(written)
    return said.startswith(("无", "未", "没", "不", "暂无", "零", "有", "是", "每")) or said.isdecimal()


def options_meant(written: str, options: Sequence[Option]) -> list[str]:
    """The option that a text names, or several, one after the other; none if any piece of it is not certain."""
    whole = option_meant(written, options)
    if whole is not None:
        return [whole]
    if _says_all(written):
        return [option.id for option in options]
    for joint in _JOINTS:
        pieces = [piece for piece in re.split(joint, folded(written)) if piece.strip()]
        meant = [option_meant(piece, options) for piece in pieces]
        named = [one for one in meant if one is not None]
        if named and len(named) == len(meant):
            return list(dict.fromkeys(named))
    return []


def options_by_likeness(written: str, options: Sequence[Option]) -> list[str]:
    """All options, the one most like the text first."""
    from difflib import SequenceMatcher

    said = _name(written)

    def unlike(option: Option) -> float:
        return -max(SequenceMatcher(None, said, name).ratio() for name in _names_of(option))

    return [option.id for option in sorted(options, key=unlike)]


# Texts of YAML ------------------------------------------------------------------------------------------


def in_yaml(text: str) -> str:
    """A text as it can stand inside brackets: in quotes where it needs them."""
    plain = re.fullmatch(r"[^\W\d][\w .()（）-]*", text) is not None and text.strip() == text
    return (
        text
        if plain and text.casefold() not in ("true", "false", "null")
        else "'" + text.replace("'", "''") + "'"
    )


def listed(written: str) -> list[str]:
    """The pieces of an enumeration."""
    return [piece.strip() for piece in re.split("[,，、;；]", written) if piece.strip()]


_MORE: Final = frozenset(
    ["等", "等等", "其他", "其余", "及其他", "etc", "et al", "more", "and others", "others", "...", "......"]
)


def says_more(written: str) -> bool:
    """Whether an entry of a list says that there are more."""
    return folded(written).casefold().rstrip("。") in _MORE or word(written) in _MORE


def _name(written: str) -> str:
    return " ".join(word(visible(written)).replace("-", " ").split())


def _names_of(option: Option) -> list[str]:
    """Id and labels; labels also without what they say in brackets."""
    labels = [option.label.en, option.label.zh]
    return [
        _name(one) for one in (option.id, *labels, *(re.split(r"[(（]", label)[0] for label in labels)) if one
    ]
