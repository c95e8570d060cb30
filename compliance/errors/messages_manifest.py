"""Sentences for problems in YAML files, values and manifests. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "yaml.too_large": {
        "en": (
            "the file has {size} bytes; at most {limit} are read",
            "split it, or remove what does not belong here",
        ),
        "zh": ("文件有 {size} 字节，超过上限 {limit} 字节", "请拆分文件，或删去不属于此处的内容"),
    },
    "yaml.encoding": {
        "en": ("the file is encoded as {encoding}", "save it as UTF-8"),
        "zh": ("文件编码为 {encoding}", "请另存为 UTF-8 编码"),
    },
    "yaml.not_utf8": {
        "en": ("not UTF-8 from here on (could be: {encoding})", "save the file as UTF-8"),
        "zh": ("从此处起不是 UTF-8 编码（可能是 {encoding}）", "请将文件另存为 UTF-8 编码"),
    },
    "yaml.not_text": {
        "en": (
            "not UTF-8 from here on, nor any other encoding this program knows",
            "check that this is a text file, and save it as UTF-8",
        ),
        "zh": ("从此处起不是 UTF-8 编码，也无法识别为其他编码", "请确认这是文本文件，并另存为 UTF-8 编码"),
    },
    "yaml.control_character": {
        "en": ("a control character, {character}, does not belong into the file", "delete it"),
        "zh": ("文件含有控制字符 {character}", "请删除该字符"),
    },
    "yaml.alias": {
        "en": ("an alias (*{name}) is not allowed", "write the value out"),
        "zh": ("不允许使用别名（*{name}）", "请直接写出该值"),
    },
    "yaml.anchor": {
        "en": (
            "an anchor (&{name}) is not allowed",
            "remove &{name} and write values out where they are needed",
        ),
        "zh": ("不允许使用锚点（&{name}）", "请删除 &{name}，并在需要处直接写出值"),
    },
    "yaml.tag": {
        "en": ("a tag ({name}) is not allowed", "remove the tag"),
        "zh": ("不允许使用标签（{name}）", "请删除该标签"),
    },
    "yaml.merge_key": {
        "en": ("the merge key << is not allowed", "write the entries out"),
        "zh": ("不允许使用合并键 <<", "请逐项写出"),
    },
    "yaml.key_not_text": {
        "en": ("a key must be a plain word", "write `name: value`"),
        "zh": ("键必须是简单文字", "请写成 `名称: 值`"),
    },
    "yaml.duplicate_key": {
        "en": ("`{key}` stands here a second time; the first is at {first}", "keep one of the two"),
        "zh": ("“{key}”重复出现，首次出现在 {first}", "请只保留一处"),
    },
    "yaml.several_documents": {
        "en": ("a second document begins here", "keep one document a file; remove `---`"),
        "zh": ("此处开始了第二个文档", "一个文件只能有一个文档，请删除 `---`"),
    },
    "yaml.scalar_too_long": {
        "en": ("a text of more than {limit} characters", "shorten it"),
        "zh": ("文字超过 {limit} 个字符", "请缩短"),
    },
    "yaml.too_deep": {
        "en": ("nested more than {limit} deep", "flatten the structure"),
        "zh": ("嵌套超过 {limit} 层", "请减少层级"),
    },
    "yaml.too_many_nodes": {
        "en": ("more than {limit} entries in one file", "split the file"),
        "zh": ("单个文件超过 {limit} 个条目", "请拆分文件"),
    },
    "yaml.tab": {
        "en": ("a tab is used where YAML wants blanks", "indent with blanks: replace each tab by two blanks"),
        "zh": ("此处使用了制表符，YAML 只接受空格", "请用空格缩进：每个制表符换成两个空格"),
    },
    "yaml.fullwidth_colon": {
        "en": (
            "a full-width colon does not separate key and value",
            "write `{rewritten}` (ASCII colon and a blank)",
        ),
        "zh": ("全角冒号不能分隔键和值", "请写成 `{rewritten}`（半角冒号加空格）"),
    },
    "yaml.odd_blank": {
        "en": (
            "{character} is not an ordinary blank (full-width, no-break or the like); YAML does not count it",
            "write `{rewritten}`, with blanks from the space bar in half-width mode",
        ),
        "zh": (
            "此处的空格是 {character}（全角空格、不换行空格之类），YAML 不识别",
            "请改用半角空格：`{rewritten}`",
        ),
    },
    "yaml.fullwidth_comma": {
        "en": (
            "inside brackets, `{mark}` does not separate entries",
            "type `,` (ASCII comma and a blank) in its place",
        ),
        "zh": ("括号内不能用“{mark}”分隔各项", "请改为 `,`（半角逗号加空格）"),
    },
    "yaml.syntax": {
        "en": (
            "not well-formed YAML: {reason}",
            "check indentation, quotes and brackets near here; write `key: value`",
        ),
        "zh": ("YAML 格式错误：{reason}", "请检查此处附近的缩进、引号和括号；应写成 `键: 值`"),
    },
    "yaml.fullwidth_colons": {
        "en": (
            "full-width colons do not separate key and value, here and in further lines",
            "write this line as `{rewritten}`, and likewise every line with `：` (ASCII colon and a blank)",
        ),
        "zh": (
            "全角冒号不能分隔键和值，本处及其他行均如此",
            "本行请写成 `{rewritten}`（半角冒号加空格），其他含“：”的行同样修改",
        ),
    },
    "value.not_a_scalar": {
        "en": ("`{fact}` takes one value, not a list or a group", "write one value: {right}"),
        "zh": ("“{fact}”只接受单个值，不能是列表或分组", "请写一个值：{right}"),
    },
    "value.boolean": {
        "en": ("`{fact}` is a yes-or-no question; `{written}` is not read as an answer", "write {right}"),
        "zh": ("“{fact}”是是非题，无法识别“{written}”", "请写 {right}"),
    },
    "value.other_word": {
        "en": ("`{written}` is not a word of this file for `{fact}`", "write {right}"),
        "zh": ("“{fact}”不能写作“{written}”", "请写 {right}"),
    },
    "value.none_of_date": {
        "en": ("`none` is not said of the date `{fact}`", "write {right}"),
        "zh": ("日期“{fact}”不用 `none` 表示", "请写 {right}"),
    },
    "value.none_not_possible": {
        "en": ("`{fact}` always has a value; `none` is no answer", "write {right}"),
        "zh": ("“{fact}”总有取值，不能答 `none`", "请写 {right}"),
    },
    "value.not_yet_not_possible": {
        "en": ("`not yet` is no answer to `{fact}`", "write {right}"),
        "zh": ("“{fact}”不能答 `not yet`", "请写 {right}"),
    },
    "value.held_not_sensitive": {
        "en": (
            "`held` is only for sensitive facts; `{fact}` is not one",
            "write {right}, or the value itself",
        ),
        "zh": ("`held` 仅用于敏感信息，“{fact}”不是", "请写 {right}，或直接写出值"),
    },
    "value.option": {
        "en": ("`{written}` is not one of the options of `{fact}`", "write {right}"),
        "zh": ("“{written}”不是“{fact}”的选项", "请写 {right}"),
    },
    "value.not_a_list": {
        "en": ("`{fact}` takes a list", "write {right}"),
        "zh": ("“{fact}”应为列表", "请写 {right}"),
    },
    "value.twice": {
        "en": ("`{written}` is named twice in `{fact}`", "name it once"),
        "zh": ("“{fact}”中重复列出“{written}”", "请只列一次"),
    },
    "value.empty": {
        "en": ("`{fact}` cannot be empty", "name at least one, or write `unknown`"),
        "zh": ("“{fact}”不能为空", "请至少列出一项，或写 `unknown`"),
    },
    "value.number": {
        "en": ("`{written}` is not read as a number for `{fact}`", "write digits only: {right}"),
        "zh": ("“{fact}”应为数字，无法识别“{written}”", "请只写数字：{right}"),
    },
    "value.number_too_long": {
        "en": ("the number for `{fact}` is too large (more than {limit} digits)", "check the number"),
        "zh": ("“{fact}”的数字过大（超过 {limit} 位）", "请核对数字"),
    },
    "value.not_whole": {
        "en": (
            "`{fact}` takes whole numbers; `{written}` is not one",
            "write a whole number; while it is not known, `unknown`",
        ),
        "zh": ("“{fact}”只接受整数，“{written}”不是整数", "请写整数；尚不清楚的，写 `unknown`"),
    },
    "value.below_minimum": {
        "en": ("`{written}` is less than `{fact}` can be", "write {minimum} or more"),
        "zh": ("“{fact}”不能小于 {minimum}，现为“{written}”", "请写 {minimum} 或更大的数"),
    },
    "value.quantity": {
        "en": (
            "`{written}` is not an amount with a unit for `{fact}`",
            "write a number, a blank and a unit ({units}); while it is not known, `unknown`",
        ),
        "zh": (
            "“{fact}”应为带单位的数量，无法识别“{written}”",
            "请写数字、空格和单位（{units}）；尚不清楚的，写 `unknown`",
        ),
    },
    "value.unit_missing": {
        "en": ("`{fact}` needs a unit: `{written}` of what?", "write {right}"),
        "zh": ("“{fact}”缺少单位：“{written}”是多少什么？", "请写 {right}"),
    },
    "value.unit": {
        "en": (
            "`{fact}` is given in {units}; `{unit}` cannot be turned into that exactly",
            "give it in {units}; while it is not known, write `unknown`",
        ),
        "zh": ("“{fact}”以 {units} 计，“{unit}”无法准确换算", "请以 {units} 填写；尚不清楚的，写 `unknown`"),
    },
    "value.month_of_year": {
        "en": (
            "`月` alone names a month of the year, so `{written}` is not read as an amount for `{fact}`",
            "write {right}",
        ),
        "zh": ("“{written}”也可指月份，不能用作“{fact}”的期限", "请写 {right}"),
    },
    "value.date": {
        "en": ("`{written}` is not read as a date for `{fact}`", "write year-month-day: {right}"),
        "zh": ("“{fact}”应为日期，无法识别“{written}”", "请按年-月-日书写：{right}"),
    },
    "value.date_range": {
        "en": ("the year of `{written}` is out of range for `{fact}`", "write a date from {first} to {last}"),
        "zh": ("“{fact}”的年份超出范围：“{written}”", "请写 {first} 年至 {last} 年之间的日期"),
    },
    "value.no_such_month": {
        "en": ("there is no month {month}: `{written}`", "write year-month-day, the month from 01 to 12"),
        "zh": ("没有 {month} 月：“{written}”", "请按年-月-日书写，月份为 01 至 12"),
    },
    "value.no_such_day": {
        "en": (
            "there is no such day: `{written}`; {month} has {last} days",
            "write a day from {month}-01 to {month}-{last}",
        ),
        "zh": (
            "没有这一天：“{written}”；{month} 只有 {last} 天",
            "请写 {month}-01 至 {month}-{last} 之间的日期",
        ),
    },
    "value.text_too_long": {
        "en": ("the text for `{fact}` is longer than {limit} characters", "shorten it"),
        "zh": ("“{fact}”的文字超过 {limit} 个字符", "请缩短"),
    },
    "value.hidden_characters": {
        "en": (
            "`{fact}` holds invisible control characters; they are shown as <U+…>",
            "retype the text: `{written}`",
        ),
        "zh": ("“{fact}”含有不可见的控制字符，显示为 <U+…>", "请重新输入：`{written}`"),
    },
    "value.not_records": {
        "en": ("`{fact}` takes a list of entries", "write {right}"),
        "zh": ("“{fact}”应为条目列表", "请写 {right}"),
    },
    "value.too_many_records": {
        "en": ("`{fact}` has more than {limit} entries", "one manifest describes one service; split it"),
        "zh": ("“{fact}”超过 {limit} 个条目", "一个项目文件只描述一项服务，请拆分"),
    },
    "value.more": {
        "en": (
            "`{written}` names no entry of `{fact}`",
            "write {right}, as the last entry, where the list may go on",
        ),
        "zh": ("“{written}”不是“{fact}”的条目", "清单不完整的，请在末尾写 {right}"),
    },
    "value.no_entry": {
        "en": ("`{written}` names no entry of `{fact}`", "remove it"),
        "zh": ("“{written}”不是“{fact}”的条目", "请删去"),
    },
    "value.more_not_last": {
        "en": ("`and more` must be the last entry of `{fact}`", "move it to the end"),
        "zh": ("`and more` 只能是“{fact}”的最后一项", "请移到末尾"),
    },
    "value.not_a_record": {
        "en": ("an entry of `{fact}` must name its fields", "write {right}"),
        "zh": ("“{fact}”的条目必须写明各字段", "请写 {right}"),
    },
    "value.key_missing": {
        "en": ("this entry of `{fact}` has no `{key}`; that is how it is referred to", "add `{key}: …`"),
        "zh": ("“{fact}”的该条目缺少 `{key}`，无法指称", "请补上 `{key}: …`"),
    },
    "value.key_reserved": {
        "en": (
            "`{written}` is a word of this file with a meaning of its own; it cannot name an entry of `{fact}`",
            "give the entry another `{key}`",
        ),
        "zh": ("“{written}”在本文件中有专门含义，不能用作“{fact}”条目的名称", "请为 `{key}` 另取名称"),
    },
    "value.duplicate_key": {
        "en": (
            "`{written}` names two entries of `{fact}`; the first is at {first}",
            "give each entry its own name",
        ),
        "zh": ("“{fact}”中有两个条目同名“{written}”，首个在 {first}", "请为每个条目取不同名称"),
    },
    "value.unknown_field": {
        "en": ("entries of `{fact}` have no field `{written}`", "write {right}"),
        "zh": ("“{fact}”的条目没有字段“{written}”", "请写 {right}"),
    },
    "value.placeholder": {
        "en": (
            "`{written}` is no answer to `{fact}`; it would be taken for the text itself",
            "write {right}, or the text itself",
        ),
        "zh": ("“{written}”不是“{fact}”的内容，照写会被当作正文", "请写 {right}，或写出实际内容"),
    },
    "value.none_of_list": {
        "en": ("`{fact}` always has an entry; it can be neither `none` nor empty", "write {right}"),
        "zh": ("“{fact}”至少有一项，不能为 `none` 或空", "请写 {right}"),
    },
    "value.one_option": {
        "en": ("`{fact}` takes one option; `{written}` names several", "write one of them: {right}"),
        "zh": ("“{fact}”只能选一项，“{written}”包含多项", "请只写其中一项：{right}"),
    },
    "value.options_joined": {
        "en": ("the entries of `{fact}` are not one option each", "write the list as {right}"),
        "zh": ("“{fact}”的每个条目应各为一个选项", "整个列表请写成 {right}"),
    },
    "value.word_in_list": {
        "en": (
            "`{word}` is no entry of `{fact}`; the answer stands for the whole list",
            "write {right} in place of the list",
        ),
        "zh": ("“{word}”不是“{fact}”的条目，应整项作答", "请将整个列表改写为 {right}"),
    },
    "value.number_form": {
        "en": (
            "`{written}` is not read as a number for `{fact}`",
            "write digits only; while the number is not known, `unknown`",
        ),
        "zh": ("“{fact}”应为数字，无法识别“{written}”", "请只写数字；尚不清楚的，写 `unknown`"),
    },
    "value.not_whole_unit": {
        "en": (
            "`{fact}` takes whole numbers of {units}; `{written}` is not one",
            "write it in a smaller unit, as a whole number; while it is not known, `unknown`",
        ),
        "zh": (
            "“{fact}”只接受以 {units} 计的整数，“{written}”不是整数",
            "请改用较小的单位并写整数；尚不清楚的，写 `unknown`",
        ),
    },
    "value.amount": {
        "en": ("`{written}` is not read as an amount for `{fact}`", "write {right}"),
        "zh": ("“{fact}”无法识别“{written}”", "请写 {right}"),
    },
    "value.date_form": {
        "en": (
            "`{written}` is not read as a date for `{fact}`",
            "write year-month-day in digits (YYYY-MM-DD: for example, the 5th of March 2025 is 2025-03-05); while the day is not known, `unknown`",
        ),
        "zh": (
            "“{fact}”应为日期，无法识别“{written}”",
            "请按年-月-日书写数字（形如 YYYY-MM-DD，例如 2025年3月5日 写作 2025-03-05）；日期尚不清楚的，写 `unknown`",
        ),
    },
    "manifest.empty": {
        "en": ("the file is empty", "run `compliance init` in a new folder for a starter file"),
        "zh": ("文件为空", "可在新文件夹中运行 `compliance init` 生成初始文件"),
    },
    "manifest.not_a_mapping": {
        "en": ("a manifest begins with `compliance: 1`", "write `compliance: 1`, then `facts:`"),
        "zh": ("项目文件应以 `compliance: 1` 开头", "请写 `compliance: 1`，然后写 `facts:`"),
    },
    "manifest.version_missing": {
        "en": ("the format version is missing", "add the line `compliance: 1`"),
        "zh": ("缺少格式版本", "请加上一行 `compliance: 1`"),
    },
    "manifest.version": {
        "en": ("format version `{written}` is not known", "write `1`, so that the line says `compliance: 1`"),
        "zh": ("不支持格式版本“{written}”", "请写 `1`，即该行为 `compliance: 1`"),
    },
    "manifest.unknown_key": {
        "en": ("`{key}` is not known here", "write {right}"),
        "zh": ("此处不能使用“{key}”", "请写 {right}"),
    },
    "manifest.fact_outside_facts": {
        "en": ("`{key}` stands outside of `facts:`", "indent it below `facts:`"),
        "zh": ("“{key}”不在 `facts:` 之下", "请将其缩进到 `facts:` 之下"),
    },
    "manifest.not_a_group": {
        "en": (
            "`{group}` is a group; it takes named entries",
            "write its entries below it, indented by two blanks",
        ),
        "zh": ("“{group}”是分组，应包含若干条目", "请在其下缩进两个空格逐项书写"),
    },
    "manifest.unknown_fact": {
        "en": ("no rule knows the fact `{fact}`", "did you mean {right}?"),
        "zh": ("没有名为“{fact}”的事实项", "是否应为 {right}？"),
    },
    "manifest.fact_elsewhere": {
        "en": ("no rule knows the fact `{fact}`", "did you mean {right}, directly below `facts:`?"),
        "zh": ("没有名为“{fact}”的事实项", "是否应为 `facts:` 之下的 {right}？"),
    },
    "manifest.no_such_fact": {
        "en": (
            "no rule knows the fact `{fact}`, nor one with a similar name",
            "`compliance schema manifest` lists the facts",
        ),
        "zh": (
            "没有名为“{fact}”的事实项，也没有名称相近的",
            "可用的事实项见命令 `compliance schema manifest` 的输出",
        ),
    },
    "manifest.dotted_fact": {
        "en": ("`{fact}` is written in one piece", "write it nested: `{nested}`"),
        "zh": ("“{fact}”应分层书写", "请写成 `{nested}`"),
    },
    "manifest.reading_as_fact": {
        "en": (
            "`{fact}` is a doubt of law, not a fact",
            "record counsel's view under `readings:`, with `view`, `by` and `on`",
        ),
        "zh": (
            "“{fact}”是法律理解问题，不是事实",
            "请在 `readings:` 下记录律师意见，写明 `view`、`by`、`on`",
        ),
    },
    "manifest.not_sensitive": {
        "en": (
            "`{fact}` is not sensitive; the private file takes sensitive facts only",
            "move it to compliance.yaml",
        ),
        "zh": ("“{fact}”不是敏感信息，敏感信息文件只存放敏感信息", "请移到 compliance.yaml"),
    },
    "manifest.sensitive_in_public": {
        "en": (
            "`{fact}` is sensitive and stands in the public file",
            "move it to compliance.private.yaml and write `held` here",
        ),
        "zh": ("“{fact}”属敏感信息，却写在公开文件中", "请移到 compliance.private.yaml，此处写 `held`"),
    },
    "manifest.given_twice": {
        "en": ("`{fact}` has another value at {first}", "keep one; write `held` in the public file"),
        "zh": ("“{fact}”与 {first} 处的值不同", "请只保留一处；公开文件中写 `held`"),
    },
    "manifest.language": {
        "en": ("the language must be `zh` or `en`", "write {right}"),
        "zh": ("语言只能是 `zh` 或 `en`", "请写 {right}"),
    },
    "manifest.unknown_reading": {
        "en": ("there is no reading `{reading}`", "write {right}"),
        "zh": ("没有名为“{reading}”的法律理解问题", "请写 {right}"),
    },
    "manifest.reading_needs_who_when": {
        "en": (
            "the view on `{reading}` must say which, by whom and when",
            "write {right}; while there is no view, `unknown`",
        ),
        "zh": ("对“{reading}”的意见须写明内容、出具人和日期", "请写 {right}；尚无意见的，写 `unknown`"),
    },
    "manifest.entry_incomplete": {
        "en": ("this entry of `{what}` lacks: {missing}", "add {right}"),
        "zh": ("`{what}` 的该条目缺少：{missing}", "请补上 {right}"),
    },
    "manifest.duplicate_evidence": {
        "en": ("evidence `{id}` is named twice; the first is at {first}", "give each its own id"),
        "zh": ("证明材料编号“{id}”重复，首个在 {first}", "请使用不同编号"),
    },
    "manifest.file_or_url": {
        "en": ("evidence `{id}` needs either `file` or `url`, and not both", "write one of the two"),
        "zh": ("证明材料“{id}”须有 `file` 或 `url` 之一，且不能同时有", "请只写其中一项"),
    },
    "manifest.url": {
        "en": ("`{url}` is not a web address", "write an address that begins with https:// or http://"),
        "zh": ("“{url}”不是网址", "请写以 https:// 或 http:// 开头的网址"),
    },
    "manifest.file_outside": {
        "en": (
            "`{file}` leads out of the manifest's folder",
            "write a path below that folder, with forward slashes",
        ),
        "zh": ("“{file}”指向项目文件所在文件夹之外", "请写该文件夹之内的相对路径，使用正斜杠"),
    },
    "manifest.sha256": {
        "en": ("this is not a SHA-256 digest", "write 64 hexadecimal digits"),
        "zh": ("这不是 SHA-256 摘要", "请写 64 位十六进制数"),
    },
    "manifest.not_a_list": {
        "en": ("`{what}` takes a list", "write {right}"),
        "zh": ("`{what}` 应为列表", "请写 {right}"),
    },
    "manifest.not_an_entry": {
        "en": ("an entry of `{what}` must name its parts", "write {right}"),
        "zh": ("`{what}` 的条目必须写明各部分", "请写 {right}"),
    },
    "manifest.unknown_entry_key": {
        "en": ("`{key}` is not known in `{what}`", "write {right}"),
        "zh": ("`{what}` 中不能使用“{key}”", "请写 {right}"),
    },
    "manifest.placeholder": {
        "en": ("`{written}` does not say what `{key}` is, in `{what}`", "write it out, or remove `{key}`"),
        "zh": ("`{what}` 的 `{key}` 写作“{written}”，没有实际内容", "请写出实际内容，或删去 `{key}`"),
    },
    "manifest.placeholder_needed": {
        "en": (
            "`{written}` does not say what `{key}` is, in `{what}`",
            "write it out; as long as it is open, remove the whole entry",
        ),
        "zh": (
            "`{what}` 的 `{key}` 写作“{written}”，没有实际内容",
            "请写出实际内容；尚未确定的，请删去整个条目",
        ),
    },
    "manifest.view_ahead": {
        "en": (
            "the view on `{reading}` is dated {on}, after the day of this assessment ({as_of})",
            "check `on`",
        ),
        "zh": ("对“{reading}”的意见日期为 {on}，晚于评估基准日 {as_of}", "请核对 `on`"),
    },
    "manifest.evidence_ahead": {
        "en": (
            "the evidence `{id}` is dated {issued}, after the day of this assessment ({as_of})",
            "check `issued`",
        ),
        "zh": ("证明材料“{id}”的出具日为 {issued}，晚于评估基准日 {as_of}", "请核对 `issued`"),
    },
    "manifest.evidence_expires_before": {
        "en": (
            "the evidence `{id}` expires on {expires}, before it was issued ({issued})",
            "check `issued` and `expires`",
        ),
        "zh": ("证明材料“{id}”的到期日 {expires} 早于出具日 {issued}", "请核对 `issued` 与 `expires`"),
    },
    "edit.no_such_fact": {
        "en": ("there is nothing to answer at `{fact}`", "`compliance schema manifest` lists the facts"),
        "zh": ("没有可填写的事实项“{fact}”", "可用的事实项见命令 `compliance schema manifest` 的输出"),
    },
    "edit.no_list": {
        "en": ("`{fact}` is not a list of entries", "give it one value"),
        "zh": ("“{fact}”不是条目列表", "请直接填写一个值"),
    },
    "edit.no_record": {
        "en": ("`{fact}` has no entry `{record}`", "look at the list again; it may have been changed"),
        "zh": ("“{fact}”中没有条目“{record}”", "请重新查看列表，内容可能已被改动"),
    },
    "edit.record_exists": {
        "en": ("`{fact}` has an entry `{record}` already", "give the new entry another name"),
        "zh": ("“{fact}”中已有名为“{record}”的条目", "请为新条目另取名称"),
    },
    "edit.record_needs_name": {
        "en": ("the entry `{record}` of `{fact}` must keep a name", "write the name it shall have"),
        "zh": ("“{fact}”的条目“{record}”不能没有名称", "请填写名称"),
    },
    "edit.sensitive": {
        "en": (
            "`{fact}` is sensitive; its value is not written into compliance.yaml",
            "keep the value in compliance.private.yaml and answer `held` here",
        ),
        "zh": (
            "“{fact}”属敏感信息，其值不写入 compliance.yaml",
            "请将值存放在 compliance.private.yaml，此处答 `held`",
        ),
    },
    "edit.value": {
        "en": (
            "`{written}` cannot be kept as the value of `{fact}`: reading it back would give something else",
            "the words unknown, none, not yet, held and and more have a meaning of their own; write it another way",
        ),
        "zh": (
            "“{fact}”的值不能写作“{written}”，否则读回时含义会改变",
            "unknown、none、not yet、held、and more 在本文件中有专门含义，请换一种写法",
        ),
    },
    "edit.not_possible": {
        "en": (
            "{file} is laid out in a way that `{fact}` cannot be written into safely; the file was left as it is",
            "write this answer into the file by hand",
        ),
        "zh": ("{file} 的书写方式较为特殊，无法稳妥写入“{fact}”，文件保持原样", "请手工在文件中填写该项"),
    },
}
