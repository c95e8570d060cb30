"""What the web server and its page say, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

WORDS: Final[dict[str, Bilingual]] = {
    "open": Bilingual("Open in a browser on this machine: {url}", "请在本机浏览器中打开：{url}"),
    "stop": Bilingual("Ctrl+C stops.", "按 Ctrl+C 停止。"),
    "starting": Bilingual("Starting…", "正在启动……"),
    "ended": Bilingual("Session ended", "本次填写已结束"),
    "go_on": Bilingual("Continue", "继续填写"),
    "taken": Bilingual(
        "The wizard is open in another tab or window. Close it there, then continue here.",
        "自评已在其他标签页或窗口中打开。请先关闭该处，再在此继续。",
    ),
    "gone": Bilingual(
        "Disconnected. If the wizard was stopped in the terminal, start it again there.",
        "连接已断开。如已在终端中停止，请在终端重新运行。",
    ),
    "no_drawing": Bilingual(
        "This browser cannot draw the screen (WebGL 2 is missing or switched off). Use another browser, "
        "or run the wizard in the terminal.",
        "此浏览器无法绘制画面（不支持或已关闭 WebGL 2）。请换用其他浏览器，或在终端中运行。",
    ),
}

REFUSED: Final = (
    "Not allowed: open the address that the terminal shows. / 无权访问：请打开终端中显示的地址。\n"
)
"""For whoever does not come from that address; the language is nobody's business then."""


def page_word(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled."""
    return WORDS[key].get(lang).format_map(slots)
