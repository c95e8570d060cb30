"""How the answer to a fact is written in `compliance.yaml`, in both languages."""

from __future__ import annotations

from typing import Final, assert_never

from compliance.facts.vocabulary import Bilingual, Fact, Kind

_NONE: Final = Bilingual("`none` when there is none.", "没有的写 `none`。")
_NOT_YET: Final = Bilingual("`not yet` when there is no such day.", "尚无此日的写 `not yet`。")


NAME_OF_RECORD: Final = Bilingual(
    "Names the record, each name once in the list; findings, waivers and open facts refer to it by this name.",
    "用以称呼该条记录，同一清单内不得重复；判断结果、批准的偏离和未定事实项均以此名称指代。",
)


def way_of_writing(fact: Fact) -> Bilingual:
    """What may be written as the answer to a fact, or in a field of a record: its shape, unit and special words."""
    shape = _shape(fact)
    if fact.kind is Kind.DATE:
        special = _NOT_YET if fact.can_be_none else None
    else:
        special = _NONE if fact.none else None
    if special is None:
        return shape
    return Bilingual(f"{shape.en} {special.en}", shape.zh + special.zh)


def _shape(fact: Fact) -> Bilingual:
    match fact.kind:
        case Kind.BOOLEAN:
            return Bilingual("Write `true` for yes, `false` for no.", "是写 `true`，否写 `false`。")
        case Kind.CHOICE | Kind.READING:
            return Bilingual(
                f"Write one of: {_options(fact, ', ')}.", f"写其中一项：{_options(fact, '、')}。"
            )
        case Kind.CHOICES:
            return Bilingual(
                f"Write a list of any of these: {_options(fact, ', ')}.",
                f"写清单，可选：{_options(fact, '、')}。",
            )
        case Kind.NUMBER:
            return Bilingual("Write a number without a unit.", "写数字，不带单位。")
        case Kind.QUANTITY:
            return Bilingual(
                f"Write a number and a unit, such as 10 {fact.units[0]}; units: {', '.join(fact.units)}.",
                f"写数字和单位，如 10 {fact.units[0]}；可用单位：{'、'.join(fact.units)}。",
            )
        case Kind.DATE:
            return Bilingual("Write a day, such as 2026-02-10.", "写日期，如 2026-02-10。")
        case Kind.TEXT:
            return Bilingual("Write text.", "写文字。")
        case Kind.RECORDS:
            return Bilingual("Write a list of records, `[]` when there is none.", "写清单，没有的写 `[]`。")
        case _:
            assert_never(fact.kind)


def _options(fact: Fact, separator: str) -> str:
    return separator.join(f"`{option.id}`" for option in fact.options)
