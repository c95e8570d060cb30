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
    "wizard.no_chinese": {
        "en": (
            "this terminal cannot show Chinese, so the wizard stays in English",
            "quit, set PYTHONUTF8=1, and start it again in a terminal for UTF-8",
        ),
        "zh": (
            "终端无法显示中文，向导改用英文",
            "请退出，设置 PYTHONUTF8=1，并在 UTF-8 终端中重新启动",
        ),
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
    "wizard.waived": {
        "en": (
            "a waiver names the entry “{record}”; without the entry the file could not be read any more",
            "take the waiver out of the file first, or change both there by hand",
        ),
        "zh": (
            "有一项内部批准的偏离指向条目“{record}”；该条目不存在时，文件将无法读取",
            "请先在文件中删去该项偏离，或在文件中同时修改两处",
        ),
    },
    "wizard.form": {
        "en": (
            "{path}: what the file says does not have the form of: {title}",
            "it was taken; check it: spreadsheet programs shorten long numbers",
        ),
        "zh": (
            "{path}：文件中的内容不符合格式：{title}",
            "已采用，请核对：表格软件可能改写较长的号码",
        ),
    },
    "wizard.taken_over": {
        "en": (
            "{file} was changed by somebody else meanwhile; their changes are kept and shown here ({facts})",
            "nothing to do: your answer is in the file as well",
        ),
        "zh": ("{file} 期间被他人修改，其修改已保留并载入（{facts}）", "无需操作：您的回答也已写入文件"),
    },
    "wizard.written_again": {
        "en": ("{file} was deleted meanwhile", "it is written again with all answers"),
        "zh": ("{file} 在此期间被删除", "已连同全部回答重新写入"),
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
    "sheet.too_large": {
        "en": ("the table is larger than {limit} MB", "delete what does not belong to the questionnaire"),
        "zh": ("表格超过 {limit} MB", "请删去与问卷无关的内容"),
    },
    "sheet.too_many_rows": {
        "en": ("the table has more than {limit} rows; none is read from here on", "split the table"),
        "zh": ("表格超过 {limit} 行，其后各行未读取", "请拆分表格"),
    },
    "sheet.too_many_problems": {
        "en": ("too many rows cannot be read; the rest was not looked at", "correct these first"),
        "zh": ("无法识别的行过多，其后各行未读取", "请先更正以上各处"),
    },
    "sheet.utf_16": {
        "en": ("the table is encoded as UTF-16", "save it as “CSV UTF-8”"),
        "zh": ("表格编码为 UTF-16", "请另存为“CSV UTF-8”"),
    },
    "sheet.nul": {
        "en": (
            "a NUL character stands here: this is no text file",
            "save the table as “CSV UTF-8”, not as a workbook",
        ),
        "zh": ("此处含有 NUL 字符，该文件不是文本文件", "请将表格另存为“CSV UTF-8”，而不是工作簿"),
    },
    "sheet.encoding": {
        "en": (
            "the text cannot be read from here on: neither UTF-8 nor GB18030",
            "save the table as “CSV UTF-8”",
        ),
        "zh": ("从此处起无法识别文字：既非 UTF-8 也非 GB18030", "请将表格另存为“CSV UTF-8”"),
    },
    "sheet.broken": {
        "en": (
            "the table breaks off here or quotes do not match ({why})",
            "save it again from the spreadsheet program",
        ),
        "zh": ("表格在此处中断或引号不配对（{why}）", "请用电子表格软件重新保存"),
    },
    "sheet.no_columns": {
        "en": (
            "the first row does not have the headings of the questionnaire",
            "keep the first row of the exported file; at least the columns {columns}",
        ),
        "zh": ("首行不是问卷的表头", "请保留导出文件的首行，至少须有 {columns} 两栏"),
    },
    "sheet.id_missing": {
        "en": (
            "there is an answer, but no id says to which question",
            "copy the id into the column “{column}”",
        ),
        "zh": ("有答案但缺少编号，不知属于哪一题", "请在“{column}”栏填写题目的编号"),
    },
    "sheet.unknown_id": {
        "en": ("there is no question `{written}`", "write {right} into the column “{column}”"),
        "zh": ("没有编号为“{written}”的问题", "请在“{column}”栏填写 {right}"),
    },
    "sheet.no_such_id": {
        "en": (
            "there is no question `{written}`",
            "write the id as it was exported into the column “{column}”, or delete the row",
        ),
        "zh": ("没有编号为“{written}”的问题", "请在“{column}”栏照原样填写导出的编号，或删除该行"),
    },
    "sheet.option": {
        "en": ("column “{column}”: `{written}` is none of the options of `{fact}`", "write {right}"),
        "zh": ("“{column}”栏：“{written}”不是“{fact}”的选项", "请写 {right}"),
    },
    "sheet.boolean": {
        "en": (
            "column “{column}”: `{fact}` is a yes-or-no question; `{written}` is neither",
            "write {right}",
        ),
        "zh": ("“{column}”栏：“{fact}”是是非题，“{written}”无法识别", "请写 {right}"),
    },
    "sheet.ambiguous": {
        "en": ("column “{column}”: `{written}` can mean several answers to `{fact}`", "write {right}"),
        "zh": ("“{column}”栏：“{written}”对“{fact}”可有多种含义", "请写 {right}"),
    },
    "sheet.twice": {
        "en": (
            "`{path}` is answered in line {first} already, and otherwise; that answer is taken",
            "keep one of the two rows",
        ),
        "zh": ("“{path}”已在第 {first} 行作答且答案不同，以该行为准", "请只保留其中一行"),
    },
    "sheet.entry_missing": {
        "en": (
            "`{fact}` is answered, but not for which entry",
            "write the name of the entry into the column “{entry}”",
        ),
        "zh": ("已填写“{fact}”，但未说明属于哪个条目", "请在“{entry}”栏填写条目名称"),
    },
    "sheet.entry_differs": {
        "en": (
            "the entry is called `{entry}` and `{written}` at once",
            "write the same name into both cells",
        ),
        "zh": ("同一条目既称“{entry}”又称“{written}”", "请在两处填写同一名称"),
    },
    "sheet.list": {
        "en": ("column “{column}”: `{written}` does not say whether `{fact}` is complete", "write {right}"),
        "zh": ("“{column}”栏：“{written}”未说明“{fact}”是否已全部列出", "请写 {right}"),
    },
    "sheet.none_but_entries": {
        "en": (
            "`{fact}` is said to have no entry, but there is one: `{entry}`",
            "correct the row of the list, or delete the rows of the entry",
        ),
        "zh": ("“{fact}”填写为没有，却列有条目“{entry}”", "请更正列表所在行，或删除该条目各行"),
    },
    "sheet.all_but_none": {
        "en": (
            "`{fact}` is said to be complete, but no entry is named",
            "name the entries, or write “{right}”",
        ),
        "zh": ("“{fact}”填写为已全部列出，却未列条目", "请填写条目，或写“{right}”"),
    },
    "sheet.reading_needs_who_when": {
        "en": (
            "a view of `{fact}` counts only with who takes it, and when",
            "fill in {missing} in the same row",
        ),
        "zh": ("“{fact}”的意见须写明由谁、何日作出", "请在同一行填写 {missing}"),
    },
    "log.unwritable": {
        "en": (
            "{file} cannot be written: {why}; the interview goes on, answers are saved",
            "make room or grant access; what happened meanwhile is written then",
        ),
        "zh": ("无法写入 {file}：{why}；问答继续，答案照常保存", "请释放空间或授予权限，其间的记录届时补写"),
    },
    "log.not_regular": {
        "en": ("{file} is no ordinary file; nothing is logged", "remove it, or move it out of the way"),
        "zh": ("{file} 不是普通文件，未作记录", "请删除或移走该文件"),
    },
    "log.not_a_line": {
        "en": ("this line of the log is damaged", "compare it with a copy of the log"),
        "zh": ("日志的这一行已损坏", "请与日志副本比对"),
    },
    "log.half_line": {
        "en": (
            "the log breaks off within this line",
            "nothing to do: the next interview marks it and goes on",
        ),
        "zh": ("日志在这一行中途中断", "无需处理：下次问答会作出标记并继续"),
    },
    "log.chain": {
        "en": (
            "the line before this one was changed, or lines between them are missing",
            "compare line {before} with a copy of the log",
        ),
        "zh": ("本行之前的一行已被改动，或者其间有缺行", "请将第 {before} 行与日志副本比对"),
    },
    "log.number": {
        "en": (
            "this line has number {found} where {expected} is due: lines are missing or added",
            "compare it with a copy of the log",
        ),
        "zh": ("本行编号为 {found}，应为 {expected}：有缺行或添行", "请与日志副本比对"),
    },
}
