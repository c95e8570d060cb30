"""The commands of the plain face as people type them, in both languages."""

from __future__ import annotations

from typing import Final, NamedTuple

from compliance.facts.wording import folded


class Command(NamedTuple):
    """What is to be done. `name` is empty for a word with a colon that is no command; `rest` is then the word."""

    name: str
    rest: str = ""


COLONS: Final = (":", "：")

_PLAIN: Final[dict[str, tuple[str, ...]]] = {
    "help": ("help", "帮助"),
    "more_help": ("?",),
    "accept": ("=",),
    "unknown": ("unknown", "dk", "don't know", "dont know", "不知道", "不清楚"),
    "later": ("later", "skip", "稍后", "稍后再答", "跳过"),
    "back": ("back", "返回"),
    "undo": ("undo", "撤销"),
    "review": ("review", "核对"),
    "quit": ("quit", "q", "exit", "退出"),
    "retry": ("retry", "重试"),
    "all": ("all", "that is all", "已全部列出", "全部"),
    "none": ("none", "没有", "无"),
    "more": ("more", "还有", "还有未列出的"),
    "write": ("write", "save", "保存"),
    "report": ("report", "报告"),
    "ask": ("ask", "继续", "继续回答"),
}
_WITH_REST: Final[dict[str, tuple[str, ...]]] = {
    "list": ("list", "目录"),
    "find": ("find", "查找"),
    "go": ("go", "转到", "前往"),
    "lang": ("lang", "语言"),
    "order": ("order", "顺序"),
    "add": ("add", "添加"),
    "edit": ("edit", "修改"),
    "remove": ("remove", "删除"),
    "rename": ("rename", "重命名"),
}


def command_in(line: str) -> Command | None:
    """The command that a line is; None when it is none. A colon in front makes it one for certain."""
    typed = line.strip()
    certain = typed.startswith(COLONS)
    typed = typed[1:].strip() if certain else typed
    said = " ".join(folded(typed).casefold().split()) if len(typed) < 40 else ""
    for name, spellings in _PLAIN.items():
        if said in spellings:
            return Command(name)
    for name, spellings in _WITH_REST.items():
        for spelling in spellings:
            rest = _after(typed, spelling)
            if rest is not None:
                return Command(name, rest)
    return Command("", typed) if certain else None


def _after(typed: str, word: str) -> str | None:
    """What follows a command's word; a Chinese word needs no blank behind it."""
    head, rest = typed[: len(word)], typed[len(word) :]
    if head.casefold() != word or (word.isascii() and rest and not rest[0].isspace()):
        return None
    return rest.strip()
