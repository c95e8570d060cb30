"""The wizard's own words, in both languages. What packs say comes from the packs."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

WORDS: Final[dict[str, Bilingual]] = {
    # Answers
    "yes": Bilingual("Yes", "是"),
    "no": Bilingual("No", "否"),
    "not_known": Bilingual("Don't know", "不知道"),
    "not_yet": Bilingual("Not yet", "尚未"),
    "none": Bilingual("There is none", "没有"),
    "none_of_these": Bilingual("None of these", "以上均无"),
    "held": Bilingual("There is one, kept elsewhere", "有，另行保管"),
    "later": Bilingual("Later", "稍后再答"),
    "that_is_all": Bilingual("That is all", "已全部列出"),
    "there_are_more": Bilingual("There are more", "还有未列出的"),
    # The question
    "question.entry": Bilingual("{list}: {record}", "{list}：{record}"),
    "question.for_counsel": Bilingual("For counsel: a doubt of law", "法律理解问题，请律师判断"),
    "question.why": Bilingual("Why this is asked", "为何询问"),
    "question.article": Bilingual("Based on", "依据"),
    "question.hangs": Bilingual("{n} requirement{s} hang{v} on the answer", "{n} 项要求取决于此答案"),
    "question.more": Bilingual("and {n} more", "另有 {n} 项"),
    "question.scope": Bilingual("decides whether this applies: {packs}", "决定是否适用：{packs}"),
    "question.nothing_hangs": Bilingual(
        "nothing hangs on it as things stand", "按目前的回答，此题不影响结果"
    ),
    "question.answer": Bilingual("Your answer: {value}", "当前回答：{value}"),
    "question.sensitive": Bilingual(
        "Sensitive: written into compliance.private.yaml only", "敏感信息：仅写入 compliance.private.yaml"
    ),
    "question.source": Bilingual("Source: {source}", "来源：{source}"),
    # How it stands
    "status.open": Bilingual("open", "待答"),
    "status.answered": Bilingual("answered", "已答"),
    "status.parked": Bilingual("don't know", "不知道"),
    "status.moot": Bilingual("does not count now", "目前不计入"),
    "status.idle": Bilingual("not needed", "无需回答"),
    "standing.verdict": Bilingual("{verdict}", "{verdict}"),
    "standing.final": Bilingual("final", "已确定"),
    "standing.matter": Bilingual("{n} question{s} can still matter", "尚有 {n} 题可能影响结果"),
    "standing.matter_binding": Bilingual(
        "{n} question{s} can still matter, {m} of them for the verdict",
        "尚有 {n} 题可能影响结果，其中 {m} 题影响结论",
    ),
    "standing.none_matter": Bilingual("no open question can still matter", "已无可能影响结果的待答问题"),
    "standing.parked": Bilingual("{n} not known", "{n} 题答“不知道”"),
    "standing.answered": Bilingual("{n} answered", "已答 {n} 题"),
    # Days
    "day.monday": Bilingual("Monday", "星期一"),
    "day.tuesday": Bilingual("Tuesday", "星期二"),
    "day.wednesday": Bilingual("Wednesday", "星期三"),
    "day.thursday": Bilingual("Thursday", "星期四"),
    "day.friday": Bilingual("Friday", "星期五"),
    "day.saturday": Bilingual("Saturday", "星期六"),
    "day.sunday": Bilingual("Sunday", "星期日"),
    "day.worked": Bilingual("a working day", "工作日"),
    "day.off": Bilingual("not a working day", "非工作日"),
    "day.unannounced": Bilingual(
        "the public holidays of that year are not announced", "该年放假安排尚未公布"
    ),
    "day.today": Bilingual("today", "今天"),
    "day.ago": Bilingual("{n} day{s} ago", "{n} 天前"),
    "day.ago.working": Bilingual("{n} working day{s} ago", "距今 {n} 个工作日"),
    "day.ahead": Bilingual("in {n} day{s}", "{n} 天后"),
    "day.ahead.working": Bilingual("{n} working day{s} from today", "距今还有 {n} 个工作日"),
    "day.limit.after": Bilingual("{deed}: by {last} ({span} after)", "{deed}：最迟 {last}（该日后{span}）"),
    "day.limit.before": Bilingual("{deed}: by {last} ({span} before)", "{deed}：最迟 {last}（该日前{span}）"),
    "day.counts_as_not_yet": Bilingual(
        "lies ahead: until then it counts as not yet", "尚未到来：在此之前视为尚未发生"
    ),
    # Identifiers
    "identifier.right": Bilingual("has the form of: {title}", "符合格式：{title}"),
    "identifier.wrong": Bilingual(
        "not the form of: {title} (such as {sample}); check it, or keep it as it is",
        "不符合格式：{title}（例如 {sample}）；请核对，亦可照原样保留",
    ),
    "identifier.wrong.bare": Bilingual(
        "not the form of: {title}; check it, or keep it as it is",
        "不符合格式：{title}；请核对，亦可照原样保留",
    ),
}


def say(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled. `n` also fills the English plural endings."""
    return filled(WORDS[key], lang, **slots)


def filled(words: Bilingual, lang: str, **slots: object) -> str:
    """The words in a language with their slots filled."""
    if "n" in slots:
        one = slots["n"] == 1
        slots = {"s": "" if one else "s", "v": "s" if one else "", **slots}
    return words.get(lang).format_map(slots)
