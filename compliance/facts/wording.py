"""The words people write for the few words this file format has. Never understood; named in hints.

A text fact would take any of them for its value, so they are a closed list: what stands in it is no name, number
or address of anything.
"""

from __future__ import annotations

from typing import Final

from compliance.facts.sanitise import visible
from compliance.facts.vocabulary import Fact, Kind

UNKNOWN: Final = "unknown"
MORE: Final = "and more"
RESERVED: Final = frozenset([UNKNOWN, "none", "not yet", "held", MORE])

TRUE_WORDS: Final = frozenset(
    ["是", "有", "对", "已", "已有", "是的", "√", "✓", "✔", "☑", "y", "yes", "on", "t", "true", "1"]
)
FALSE_WORDS: Final = frozenset(
    ["否", "没有", "无", "不", "不是", "非", "×", "✗", "✘", "n", "no", "off", "f", "false", "0"]
)
_NONE: Final = frozenset(
    ["无", "没有", "暂无", "并无", "尚无", "无此项", "空", "none", "no", "nil", "null", "false", "否", "不"]
)
"""There is none."""

_NOT_APPLICABLE: Final = frozenset(["不适用", "n/a", "na", "n.a", "n / a", "not applicable", "not available"])
_NOT_YET: Final = frozenset(
    ["尚未", "未", "还没", "还没有", "暂未", "未发生", "尚未发生", "未取得", "尚未取得", "暂未取得", "未获得", "未办理",
     "尚未办理", "未备案", "尚未备案", "未开始", "未有", "申请中", "正在申请", "办理中", "正在办理", "审核中",
     "备案中", "待取得", "待办理", "not yet", "none yet", "never", "pending", "not obtained", "applied for",
     "in progress", "under review"]
)  # fmt: skip
_UNKNOWN: Final = frozenset(
    [UNKNOWN, "未知", "不知道", "不知", "不详", "不清楚", "不明", "不确定", "未定", "待定", "待确认", "待核实", "待查",
     "待补", "待补充", "待填", "待填写", "未填", "未填写", "请填写", "tbd", "tba", "tbc", "todo", "to do",
     "to be determined", "to be confirmed", "to be announced", "fixme", "not known", "don't know", "dont know",
     "no idea", "undefined", "unclear", "not sure", "xxx", "placeholder"]
)  # fmt: skip
_HELD: Final = frozenset(["held", "保密", "不公开", "不便公开", "confidential", "withheld"])
_MARKS: Final = frozenset("-–—―−－_/\\|?.…·*~!#+=、。,;:×✗✘✓✔√☑ ")
_AROUND: Final = "()[]{}<>《》【】「」“”‘’\"'"
LONGEST: Final = 24
"""Longer than any of the words."""


def folded(text: str) -> str:
    """Full-width digits, letters and signs as ASCII; blanks at the ends removed."""
    if text.isascii():
        return text.strip()
    from unicodedata import normalize

    return normalize("NFKC", text).strip()


def word(written: str) -> str:
    """What is written, in the form the lists have: folded, without brackets, quotes and full stops around."""
    plain = " ".join(folded(visible(written)).casefold().replace("_", " ").split())
    bare = plain.strip(_AROUND).strip()
    return bare.rstrip("。.!") or bare or plain


def is_mark(written: str) -> bool:
    """Whether a word is nothing but dashes, question marks and the like."""
    return set(written) <= _MARKS


def is_placeholder(written: str) -> bool:
    """Whether a text stands for an answer that is missing, or for one to another question, rather than being one."""
    return len(written) <= LONGEST and (_is_absent(said := word(written)) or said in _OTHER)


_OTHER: Final = _UNKNOWN | _HELD | (TRUE_WORDS - {"t", "y", "on", "1"})


def _is_absent(said: str) -> bool:
    return said in _NONE or said in _NOT_YET or said in _NOT_APPLICABLE or is_mark(said)


def says_unknown(written: str) -> bool:
    """Whether a word says that the answer is not known."""
    said = word(written)
    return said in _UNKNOWN or (is_mark(said) and "?" in said)


def answers_meant(written: str, fact: Fact) -> list[str]:
    """What to type for a word that stands for one of the format's own, the likeliest first; none for other words."""
    if len(written) > LONGEST:
        return []
    said = word(written)
    if said in _HELD or (fact.kind is Kind.TEXT and said in TRUE_WORDS):
        return ["held", UNKNOWN] if fact.sensitive else [UNKNOWN]
    if says_unknown(said):
        return [UNKNOWN, "none"] if fact.kind is Kind.TEXT and fact.none else [UNKNOWN]
    return _if_absent(said, fact) if _is_absent(said) else []


def _if_absent(said: str, fact: Fact) -> list[str]:
    """What to type where there is none, or none yet."""
    match fact.kind:
        case Kind.BOOLEAN:
            plainly = said in _NONE or said in _NOT_YET
            return [*(["false"] if plainly else []), *(["none"] if fact.none else []), UNKNOWN]
        case Kind.DATE:
            return ["not yet", UNKNOWN] if fact.can_be_none else [UNKNOWN]
        case Kind.CHOICES | Kind.RECORDS:
            return [UNKNOWN] if fact.at_least_one else ["[]", UNKNOWN]
        case Kind.NUMBER if said in _NONE and not fact.none and (fact.minimum or 0) <= 0:
            return ["0", UNKNOWN]
        case _:
            return ["none", UNKNOWN] if fact.none else [UNKNOWN]


def typable(*alternatives: str) -> str:
    """What a person may type, each in marks of its own: `a` / `b`."""
    return " / ".join(f"`{one}`" for one in dict.fromkeys(alternatives))
