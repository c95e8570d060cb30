"""The words of the questionnaire that is handed round, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

COLUMNS: Final[dict[str, Bilingual]] = {
    "id": Bilingual("Id", "编号"),
    "entry": Bilingual("Entry", "条目名称"),
    "section": Bilingual("Section", "分组"),
    "question": Bilingual("Question", "问题"),
    "help": Bilingual("Help", "填写说明"),
    "kind": Bilingual("How to answer", "答题方式"),
    "answer": Bilingual("Answer", "答案"),
    "by": Bilingual("Answered by", "填写人"),
    "on": Bilingual("Date", "日期"),
    "note": Bilingual("Note", "备注"),
    "articles": Bilingual("Behind it", "依据"),
    "rules": Bilingual("Requirements that hang on it", "取决于此题的要求数"),
    "status": Bilingual("Status", "状态"),
}
"""The columns of the table: their names in the program, their headings."""

WORDS: Final[dict[str, Bilingual]] = {
    "title": Bilingual("Compliance questionnaire", "合规问卷"),
    "intro": Bilingual(
        "{n} questions in {sections} sections. What nobody knows is answered “{unknown}”; blanks stay open.",
        "共 {sections} 组 {n} 题。无人知晓的请答“{unknown}”；留空的视为未答。",
    ),
    "packs": Bilingual("Rule packs: {packs}. As of {day}.", "规则包：{packs}。基准日：{day}。"),
    "elsewhere": Bilingual("Further questions", "其他问题"),
    "counsel": Bilingual("For counsel", "请律师判断"),
    "counsel.intro": Bilingual(
        "Doubts of law. Each view counts only with who takes it and on which day.",
        "以下为法律疑义。须同时写明意见由谁、何日作出，方为有效。",
    ),
    # How to answer
    "or": Bilingual(" / ", " / "),
    "kind.choices": Bilingual("one or more, with ; between: {options}", "可多选，以“；”分隔：{options}"),
    "kind.choices.none": Bilingual(
        "one or more, with ; between, or “{none}”: {options}",
        "可多选，以“；”分隔；都没有的答“{none}”：{options}",
    ),
    "kind.choice": Bilingual("one of: {options}", "单选：{options}"),
    "kind.number": Bilingual("a number", "数字"),
    "kind.whole": Bilingual("a whole number", "整数"),
    "kind.minimum": Bilingual("{kind}, {minimum} or more", "{kind}，不小于 {minimum}"),
    "kind.quantity": Bilingual("a number and a unit, such as {samples}", "数字加单位，例如 {samples}"),
    "kind.date": Bilingual("a date, such as 2026-02-10", "日期，例如 2026-02-10"),
    "kind.text": Bilingual("text", "文字"),
    "kind.identifier": Bilingual("text: {title}", "文字：{title}"),
    "kind.reading": Bilingual("one of: {options}; with name and date", "单选：{options}；须填写填写人和日期"),
    "kind.list": Bilingual("one of: {all} / {more} / {none}", "单选：{all} / {more} / {none}"),
    "kind.list.one": Bilingual("one of: {all} / {more}", "单选：{all} / {more}"),
    "kind.name": Bilingual("the name of the entry", "条目名称"),
    "kind.unknown": Bilingual("{kind}; or “{unknown}”", "{kind}；或者“{unknown}”"),
    "kind.none": Bilingual("{kind}; or “{none}”", "{kind}；或者“{none}”"),
    "view": Bilingual("{view} (source: {source})", "{view}（来源：{source}）"),
    # Lists
    "list.help": Bilingual(
        "In the rows below, write the name of an entry into the column “{entry}” in every row that is about it. For"
        " each further entry copy the rows without a name. In this row say whether these are all.",
        "在下方各行的“{entry}”栏填写条目名称，同一条目的每一行都要填。还有其他条目的，复制未填名称的各行。本行请填写是否已全部列出。",
    ),
    "list.entry": Bilingual("{list}: {field}", "{list}：{field}"),
    "list.entries": Bilingual("Entry: {name}", "条目：{name}"),
    "list.blank": Bilingual("Further entry (copy as needed)", "其他条目（可复制）"),
    # Answers
    "sensitive": Bilingual("answered; sensitive, not shown here", "已填写，敏感信息不在此显示"),
    "answer": Bilingual("Answer", "答案"),
    "rules": Bilingual("requirements that hang on it: {n}", "取决于此题的要求：{n} 项"),
    "status": Bilingual("status: {status}", "状态：{status}"),
    "articles": Bilingual("behind it: {articles}", "依据：{articles}"),
    "view.by": Bilingual("By", "意见人"),
    "view.on": Bilingual("Date", "日期"),
    "view.note": Bilingual("Note", "备注"),
    # Meanings in messages
    "yes_or_no": Bilingual("yes / no", "是 / 否"),
}


def say(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled."""
    return WORDS[key].get(lang).format_map(slots)


def heading(column: str, lang: str) -> str:
    """The heading of a column."""
    return COLUMNS[column].get(lang)
