"""Sentences for what an interview cannot take. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "interview.wrong_stage": {
        "en": (
            "that cannot be done now ({event} while {stage})",
            "go back to the questions or to the review first",
        ),
        "zh": ("当前不能进行此操作（{stage} 阶段的 {event}）", "请先返回提问或核对页"),
    },
    "interview.unknown_path": {
        "en": ("there is no question {path}", "choose a question from the list"),
        "zh": ("没有问题 {path}", "请从问题列表中选择"),
    },
    "interview.rename_instead": {
        "en": ("{path} names the entry", "rename the entry instead"),
        "zh": ("{path} 是该条目的名称", "请改用“重命名条目”"),
    },
    "interview.wrong_type": {
        "en": (
            "that is no possible answer to {path}",
            "choose or write a value of the kind that is asked for",
        ),
        "zh": ("该值不能作为 {path} 的答案", "请按所要求的类型选择或填写"),
    },
    "interview.none_not_possible": {
        "en": ("{path} cannot be `none`", "if nobody knows, answer “don't know”"),
        "zh": ("{path} 不能回答“没有”", "如不清楚，请选“不知道”"),
    },
    "interview.held_not_sensitive": {
        "en": ("{path} is not sensitive, so it cannot be `held`", "write the value itself"),
        "zh": ("{path} 不属于敏感信息，不能填 held", "请直接填写其值"),
    },
    "interview.empty": {
        "en": ("{path} needs at least one entry", "if nobody knows, answer “don't know”"),
        "zh": ("{path} 至少须有一项", "如不清楚，请选“不知道”"),
    },
    "interview.too_small": {
        "en": ("that is less than {path} can be", "write a greater value"),
        "zh": ("该值小于 {path} 的最小值", "请填写更大的值"),
    },
    "interview.text_not_possible": {
        "en": ("{path} needs a text, and not a word with a meaning of its own", "write the text itself"),
        "zh": ("{path} 须填写文字，且不能是保留词", "请填写具体文字"),
    },
    "interview.text_too_long": {
        "en": ("that text is too long for {path}", "write a shorter one"),
        "zh": ("文字过长，无法作为 {path} 的答案", "请缩短文字"),
    },
    "interview.hidden_characters": {
        "en": ("the text for {path} has characters that cannot be seen", "type it anew without them"),
        "zh": ("{path} 的文字含有不可见字符", "请删除这些字符后重新输入"),
    },
    "interview.reading_needs_who_when": {
        "en": ("{path} is a reading of the law", "record counsel's view: which one, by whom, on which day"),
        "zh": ("{path} 属于法律理解问题", "请记录法律顾问的意见：何种意见、由谁、何日作出"),
    },
    "interview.not_a_reading": {
        "en": ("{path} is no reading of the law", "answer it like any other question"),
        "zh": ("{path} 不是法律理解问题", "请按一般问题回答"),
    },
    "interview.not_a_list": {
        "en": ("{path} is no list", "answer it like any other question"),
        "zh": ("{path} 不是列表", "请按一般问题回答"),
    },
    "interview.unknown_record": {
        "en": ("{path} has no entry {key}", "choose an entry from the list"),
        "zh": ("{path} 中没有条目“{key}”", "请从列表中选择条目"),
    },
    "interview.duplicate_key": {
        "en": ("two entries of {path} would have the same name", "give each entry a name of its own"),
        "zh": ("{path} 中会出现重名条目", "请为每个条目取不同的名称"),
    },
    "interview.too_many_records": {
        "en": ("{path} has too many entries", "split the list over several services"),
        "zh": ("{path} 的条目过多", "请按服务拆分列表"),
    },
    "interview.not_parked": {
        "en": ("{path} has not been put aside", "jump to the question instead"),
        "zh": ("{path} 未被搁置", "请直接跳转到该问题"),
    },
    "interview.nothing_before": {
        "en": ("this is the first question", "go on, or choose a question from the list"),
        "zh": ("已是第一个问题", "请继续回答，或从列表中选择问题"),
    },
    "interview.nothing_to_undo": {
        "en": ("there is nothing to undo", "go on with the questions"),
        "zh": ("没有可撤销的操作", "请继续回答问题"),
    },
    "interview.nothing_open": {
        "en": ("no question is open", "finish, or take up one that was put aside"),
        "zh": ("没有待答问题", "可以结束，或处理已搁置的问题"),
    },
    "interview.impossible": {
        "en": ("these answers cannot all be true: {en}", "correct one of them first: {facts}"),
        "zh": ("这些答案不可能同时成立：{zh}", "请先更正其中一项：{facts}"),
    },
}
