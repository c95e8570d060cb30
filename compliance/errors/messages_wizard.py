"""Sentences for what the wizard has to tell. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
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
