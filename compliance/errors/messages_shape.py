"""Sentences for values in pack files that are not of the wanted shape. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "pack.bad_value": {
        "en": ("the value of `{key}` cannot be read", "see docs/pack-format.md for what `{key}` takes"),
        "zh": ("“{key}”的值有误", "“{key}”的写法见 docs/pack-format.md"),
    },
    "pack.not_a_boolean": {
        "en": ("`{key}` is true or false", "write `true` or `false`"),
        "zh": ("“{key}”只能是 true 或 false", "请写 `true` 或 `false`"),
    },
    "pack.not_a_text": {
        "en": ("`{key}` takes one text", "write a text; the words true, false and null need quotes"),
        "zh": ("“{key}”应为一段文字", "请写文字；true、false、null 作文字时须加引号"),
    },
    "pack.not_a_whole_number": {
        "en": ("`{key}` takes a whole number", "write digits only, such as `14`"),
        "zh": ("“{key}”应为整数", "请只写数字，例如 `14`"),
    },
    "pack.not_a_date": {
        "en": ("`{key}` takes a day that exists", "write year-month-day: `2026-02-10`"),
        "zh": ("“{key}”应为实际存在的日期", "请按年-月-日书写：`2026-02-10`"),
    },
    "pack.not_one_of": {
        "en": ("`{key}` does not take this word", "write one of: {right}"),
        "zh": ("“{key}”不能用这个词", "可选：{right}"),
    },
    "pack.not_a_list": {
        "en": ("`{key}` takes a list", "write `[…]` or lines that begin with `- `"),
        "zh": ("“{key}”应为列表", "请写 `[…]` 或以 `- ` 开头的各行"),
    },
    "pack.not_a_group": {
        "en": (
            "`{key}` takes named parts",
            "write `{{name: value, …}}`; see docs/pack-format.md for the names",
        ),
        "zh": ("“{key}”应由若干具名部分组成", "请写 `{{名称: 值, …}}`，可用的名称见 docs/pack-format.md"),
    },
    "pack.text_too_short": {
        "en": ("the text of `{key}` has fewer than {limit} characters", "write it out"),
        "zh": ("“{key}”的文字少于 {limit} 个字符", "请补全"),
    },
    "pack.text_too_long": {
        "en": ("the text of `{key}` has more than {limit} characters", "shorten it"),
        "zh": ("“{key}”的文字超过 {limit} 个字符", "请缩短"),
    },
    "pack.list_too_short": {
        "en": ("`{key}` has fewer than {limit} entries", "write {limit} or more"),
        "zh": ("“{key}”少于 {limit} 项", "请写 {limit} 项或更多"),
    },
    "pack.list_too_long": {
        "en": ("`{key}` has more than {limit} entries", "write {limit} or fewer"),
        "zh": ("“{key}”超过 {limit} 项", "请写 {limit} 项或更少"),
    },
    "pack.number_too_small": {
        "en": ("`{key}` cannot be less than {limit}", "write {limit} or more"),
        "zh": ("“{key}”不能小于 {limit}", "请写 {limit} 或更大的数"),
    },
    "pack.number_too_large": {
        "en": ("`{key}` cannot be more than {limit}", "write {limit} or less"),
        "zh": ("“{key}”不能大于 {limit}", "请写 {limit} 或更小的数"),
    },
    "pack.pattern": {
        "en": (
            "the value of `{key}` does not have the form it needs",
            "write it in the form `{pattern}`; docs/pack-format.md has samples",
        ),
        "zh": ("“{key}”的值格式不符", "应符合格式 `{pattern}`，示例见 docs/pack-format.md"),
    },
}
