"""Sentences for what the wizard has to tell. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "wizard.hidden_characters": {
        "en": (
            "that has characters that cannot be seen, such as {shown}; it was not taken",
            "type it again without them",
        ),
        "zh": ("输入中含有不可见字符（如 {shown}），未予采用", "请去掉这些字符后重新输入"),
    },
    "wizard.not_text": {
        "en": ("that is no text in the encoding {encoding}; it was not taken", "type it again"),
        "zh": ("输入不是有效的 {encoding} 文本，未予采用", "请重新输入"),
    },
    "wizard.line_too_long": {
        "en": ("that is longer than {limit} characters; it was not taken", "write a shorter answer"),
        "zh": ("输入超过 {limit} 个字符，未予采用", "请缩短后重新输入"),
    },
    "wizard.not_an_option": {
        "en": (
            "“{written}” is none of the options",
            "type a number from the list, or `help` for the commands",
        ),
        "zh": ("“{written}”不是可选项", "请输入列表中的编号；输入 `帮助` 可查看全部命令"),
    },
    "wizard.unknown_command": {
        "en": ("there is no command “{written}” here", "`:help` lists the commands"),
        "zh": ("此处没有命令“{written}”", "输入 `:帮助` 可查看全部命令"),
    },
    "wizard.no_such_number": {
        "en": (
            "there is no number {written} in the list shown last",
            "`list` and `find WORD` number questions",
        ),
        "zh": ("最近显示的列表中没有编号 {written}", "可用 `目录` 或 `查找 关键词` 列出带编号的问题"),
    },
    "wizard.nothing_found": {
        "en": ("no question has “{written}”", "try another word"),
        "zh": ("没有包含“{written}”的问题", "请换一个关键词"),
    },
    "wizard.list_command": {
        "en": ("this is a list: “{written}” is no command for it", "`add NAME`, `all`, `none`, or `help`"),
        "zh": ("此题为列表，“{written}”不是列表命令", "请输入 `添加 名称`、`已全部列出`、`没有` 或 `帮助`"),
    },
    "wizard.list_not_empty": {
        "en": (
            "the list has entries, so “none” cannot be right",
            "`remove NAME` first, or `all` if these are all",
        ),
        "zh": ("列表中已有条目，不能回答“没有”", "请先 `删除 名称`；如已列全，请输入 `已全部列出`"),
    },
    "wizard.list_is_empty": {
        "en": ("nothing is listed yet", "`none` if there is none, or `add NAME`"),
        "zh": ("尚未列出任何条目", "如确实没有，请输入 `没有`；否则请 `添加 名称`"),
    },
    "wizard.rename_form": {
        "en": (
            "a new name is given as `rename OLD to NEW`",
            "the old name as it is in the list, or its number",
        ),
        "zh": ("重命名的写法是 `重命名 旧名称 为 新名称`", "旧名称须与列表一致，也可用编号"),
    },
    "wizard.no_proposal": {
        "en": ("nothing is proposed for this question", "answer it, or type `later`"),
        "zh": ("此题没有建议答案", "请直接回答，或输入 `稍后`"),
    },
    "wizard.no_value": {
        "en": ("{command} needs to know which", "{right}"),
        "zh": ("{command} 缺少参数", "{right}"),
    },
    "wizard.empty": {
        "en": ("nothing was written for `{fact}`", "write an answer, or choose “don't know” or “later”"),
        "zh": ("“{fact}”尚未填写", "请填写，或选择“不知道”或“稍后再答”"),
    },
    "wizard.kept": {
        "en": (
            "{path} is answered already ({mine}); the other answer ({theirs}) is not taken",
            "if the other one is right, answer the question again",
        ),
        "zh": (
            "{path} 已有回答（{mine}），未采用文件中的不同回答（{theirs}）",
            "如应以文件为准，请重新回答该问题",
        ),
    },
    "wizard.taken_over": {
        "en": (
            "{file} was changed by somebody else meanwhile; their changes are kept and shown here ({facts})",
            "nothing to do: your answer is in the file as well",
        ),
        "zh": ("{file} 期间被他人修改，其修改已保留并载入（{facts}）", "无需操作：您的回答也已写入文件"),
    },
    "wizard.theirs": {
        "en": (
            "somebody else answered the same question in {file}; their answer stands now ({facts})",
            "look at both versions, and answer again here if yours is right",
        ),
        "zh": (
            "他人已在 {file} 中回答了同一问题，现以该文件为准（{facts}）",
            "请比对两个版本；如应以您的回答为准，请在此重新回答",
        ),
    },
}
