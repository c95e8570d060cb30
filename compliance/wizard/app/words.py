"""What the full-screen wizard itself says, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

WORDS: Final[dict[str, Bilingual]] = {
    # Keys; short, for they share one line of eighty columns
    "key.help": Bilingual("Help", "帮助"),
    "key.language": Bilingual("中文", "English"),
    "key.find": Bilingual("Find", "查找"),
    "key.list": Bilingual("List", "目录"),
    "key.later": Bilingual("Later", "稍后"),
    "key.not_known": Bilingual("Don't know", "不知道"),
    "key.back": Bilingual("Back", "返回"),
    "key.undo": Bilingual("Undo", "撤销"),
    "key.review": Bilingual("Review", "核对"),
    "key.ask": Bilingual("Go on", "继续答"),
    "key.quit": Bilingual("Quit", "退出"),
    # Frame
    "title": Bilingual("Compliance self-assessment", "合规自评"),
    "sections": Bilingual("Sections", "目录"),
    "section.none": Bilingual("Other questions", "其他问题"),
    "saved": Bilingual("saved", "已保存"),
    "unsaved": Bilingual("NOT SAVED: Ctrl+R tries again", "尚未保存：按 Ctrl+R 重试"),
    "small": Bilingual("Make the window larger for more", "放大窗口可显示更多内容"),
    # The question
    "type.text": Bilingual("Write, then Enter", "填写后按回车"),
    "type.date": Bilingual("A day, such as {day}; then Enter", "日期，例如 {day}，然后回车"),
    "type.number": Bilingual("A number, then Enter", "数字，然后回车"),
    "type.quantity": Bilingual("An amount with its unit, such as {sample}", "数量及单位，例如 {sample}"),
    "type.sensitive": Bilingual("Given; write to replace it", "已填写；重新填写即替换"),
    "choices.done": Bilingual("These are right (Enter)", "确认所选（回车）"),
    "choices.how": Bilingual(
        "Space or a digit marks one; Enter on the last line confirms", "空格或数字键勾选，在末行回车确认"
    ),
    "choices.least": Bilingual("Mark at least one, or choose “Don't know”", "至少勾选一项，或选“不知道”"),
    "proposal": Bilingual("Proposal: {value}, seen in {where}", "建议答案：{value}（见 {where}）"),
    "proposal.accept": Bilingual("Take the proposal: {value}", "采用建议答案：{value}"),
    "pasted.joined": Bilingual("Pasted lines were joined into one.", "粘贴的多行内容已合并为一行。"),
    "pasted.cleaned": Bilingual(
        "What was pasted holds invisible characters; they are shown as <U+…>: take them out.",
        "粘贴内容含不可见字符，显示为 <U+…>，请删除。",
    ),
    "pasted.too_long": Bilingual(
        "What was pasted has {size} characters; at most {limit} fit. Nothing was put in.",
        "粘贴内容共 {size} 个字符，上限为 {limit} 个，未予写入。",
    ),
    # Lists of records
    "records.add": Bilingual("Name of an entry, Enter adds it", "条目名称，回车添加"),
    "records.none_yet": Bilingual("no entries so far", "尚无条目"),
    "records.empty": Bilingual("There are none", "没有此类条目"),
    "records.open": Bilingual("the list may go on", "可能还有未列出的"),
    "records.complete": Bilingual("the list is complete", "已全部列出"),
    "records.rename": Bilingual("Rename", "重命名"),
    "records.remove": Bilingual("Remove with its answers", "删除该条目及其回答"),
    "records.new_name": Bilingual("New name", "新名称"),
    "records.how": Bilingual(
        "Enter on an entry: its answers, rename, remove", "在条目上回车：查看回答、重命名、删除"
    ),
    # Readings
    "view.by": Bilingual("Whose view is it?", "由谁出具？"),
    "view.on": Bilingual("On which day was it given?", "何日出具？"),
    "view.note": Bilingual("Note (may stay empty)", "备注（可不填）"),
    "view.record": Bilingual("Record this view", "记录此意见"),
    "view.stands": Bilingual("On record: {view} ({by}, {day})", "已记录：{view}（{by}，{day}）"),
    # Lists of questions, search, review
    "find.type": Bilingual("Words of a question, an answer, or an id", "问题或回答中的字词，或编号"),
    "find.none": Bilingual("Nothing found", "没有找到"),
    "find.many": Bilingual("{n} more: write more to narrow it down", "另有 {n} 项，请补充字词"),
    "review.title": Bilingual("Review", "核对"),
    "review.go": Bilingual("What next?", "下一步"),
    "review.ask": Bilingual("Go on with what is open ({n})", "继续回答待答问题（{n}）"),
    "review.parked": Bilingual("Asked, not known", "不知道的问题"),
    "review.decides": Bilingual("{question}: {n} requirement{s}", "{question}：涉及 {n} 项要求"),
    "review.report": Bilingual("Read the report", "查看报告"),
    "review.quit": Bilingual("Quit; everything is in {file}", "退出，全部内容已写入 {file}"),
    "review.quit_unsaved": Bilingual("Save and quit", "保存并退出"),
    "review.moot": Bilingual("does not count now", "目前不计入"),
    "review.undecided": Bilingual("Undecided ({n}), and what decides it", "无法判定（{n}）及决定事项"),
    "review.answers": Bilingual("Answers", "已答内容"),
    "review.nothing": Bilingual("No answers yet", "尚无回答"),
    # Dialogues
    "close": Bilingual("Esc closes", "Esc 关闭"),
    "quit.how": Bilingual("F10 or Ctrl+Q quits; everything is saved", "按 F10 或 Ctrl+Q 退出，内容均已保存"),
    "quit.saved": Bilingual(
        "Everything is saved in {file}. To go on: {again}",
        "全部内容已保存至 {file}。继续填写请运行：{again}",
    ),
    "quit.lost": Bilingual(
        "Some of the last answers are not in {file}; what was saved before stays.",
        "最后的部分回答未写入 {file}，此前已保存的内容不受影响。",
    ),
    "quit.aside": Bilingual(
        "{file} cannot be read any more; all your answers are in {mine}",
        "{file} 已无法读取；全部回答均已保存在 {mine}",
    ),
    "quit.nothing": Bilingual("Nothing was answered; no file was written.", "未作任何回答，未写入文件。"),
    "quit.unsaved": Bilingual(
        "Some answers could not be saved. Quit and lose them?",
        "部分回答未能保存。退出将丢失这些回答，是否退出？",
    ),
    "quit.stay": Bilingual("Stay", "留在此处"),
    "quit.retry": Bilingual("Try to save again", "再次尝试保存"),
    "quit.lose": Bilingual("Quit without them", "放弃并退出"),
    "blocked": Bilingual(
        "The file cannot be read any more, so nothing can be saved. Repair it, then try again.",
        "文件已无法读取，回答不能保存。请修复文件后重试。",
    ),
    "retry.done": Bilingual("Everything is saved.", "已全部保存。"),
    "language": Bilingual("English from here on", "以下改用中文"),
    "help.text": Bilingual(
        "Up, Down, Enter    choose an answer; a digit chooses at once\n"
        "Tab, Shift+Tab     between the field, the choices and the sections\n"
        "F1  this page                    F2  中文\n"
        "F3  find a question (Ctrl+F)     F4  all questions of a section\n"
        "F5  later: asked again at the end, never taken for a no\n"
        "F6  don't know: kept as unknown, asked again only in the review\n"
        "F7  back to the question before  F8  undo the last change (Ctrl+Z)\n"
        "F9  review; again: go on         F10 quit (Ctrl+Q); all is saved\n"
        "\n"
        "Only questions that can still change the result are asked. An answer given before can be "
        "changed at any time: what depends on it is asked again, what no longer matters is kept and "
        "not counted. Every answer is in the file before the next question appears.",
        "上下键、回车        选择答案；按数字键直接选定\n"
        "Tab、Shift+Tab      在输入框、选项与目录之间切换\n"
        "F1  本页                         F2  English\n"
        "F3  查找问题（Ctrl+F）           F4  查看某一部分的全部问题\n"
        "F5  稍后再答：最后再问，不会视为“否”\n"
        "F6  不知道：记为未知，仅在核对时再问\n"
        "F7  返回上一题                   F8  撤销上一次改动（Ctrl+Z）\n"
        "F9  核对；再按则继续作答         F10 退出（Ctrl+Q），内容均已保存\n"
        "\n"
        "只询问仍可能影响结果的问题。已作回答可随时更改：受影响的问题会重新询问，"
        "不再影响结果的回答予以保留但不计入。每个回答在下一题出现之前即已写入文件。",
    ),
}


def tell(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled. `n` also fills the English plural ending."""
    if "n" in slots:
        slots = {"s": "" if slots["n"] == 1 else "s", **slots}
    return WORDS[key].get(lang).format_map(slots)
