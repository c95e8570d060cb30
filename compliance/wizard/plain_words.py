"""The words of the plain face, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual
from compliance.wizard.words import filled

WORDS: Final[dict[str, Bilingual]] = {
    # Beginning and end
    "begin.new": Bilingual(
        "A new self-assessment. Every answer is written into {file} at once.",
        "新的自评。每次回答均即时写入 {file}。",
    ),
    "begin.resumed": Bilingual(
        "Going on with {file}: {n} question{s} answered so far. Every answer is written into it at once.",
        "继续填写 {file}：已答 {n} 题。每次回答均即时写入该文件。",
    ),
    "begin.how": Bilingual(
        "Type an answer, or `?` for more on the question, `help` for the commands, `quit` to stop at any time.",
        "请直接输入回答；输入 `?` 查看本题详情，`帮助` 查看命令，`退出` 可随时停止。",
    ),
    "end.saved": Bilingual("Everything is saved in {file}. To go on:", "全部回答已保存在 {file}。继续填写："),
    "end.nothing": Bilingual(
        "Nothing was answered, so nothing was written. To begin again:",
        "尚未回答任何问题，未写入文件。重新开始：",
    ),
    "end.unsaved": Bilingual(
        "NOT SAVED: some answers could not be written into {file} and are lost when the program ends.",
        "未保存：部分回答无法写入 {file}，程序结束后将丢失。",
    ),
    "end.aside": Bilingual(
        "NOT IN {file}: it cannot be read any more. All your answers are in {mine}.",
        "未写入 {file}：该文件已无法读取。全部回答均已保存在 {mine}。",
    ),
    "end.unsaved.again": Bilingual(
        "`retry` tries again; `quit` once more leaves without them.",
        "输入 `重试` 再次保存；再次输入 `退出` 将放弃这些回答。",
    ),
    "end.interrupted": Bilingual("Interrupted.", "已中断。"),
    # The question
    "question.section": Bilingual("Section: {title}", "部分：{title}"),
    "question.text": Bilingual("Question: {text}", "问题：{text}"),
    "question.status": Bilingual("This answer {status}.", "此题{status}。"),
    "question.path": Bilingual("Name of the question: {path}", "问题标识：{path}"),
    "question.zero": Bilingual("none of these", "以上均无"),
    "question.several": Bilingual(
        "Several are possible: numbers with commas or blanks between them.",
        "可多选：编号之间用逗号或空格分隔。",
    ),
    "question.date": Bilingual("A date, such as 2026-03-31.", "请填写日期，例如 2026-03-31。"),
    "question.date.not_yet": Bilingual(
        "A date, such as 2026-03-31, or `not yet`.", "请填写日期（例如 2026-03-31），或输入 `尚未`。"
    ),
    "question.number": Bilingual("A number.", "请填写数字。"),
    "question.quantity": Bilingual(
        "A number with its unit: {units}.", "请填写数值及单位（{units}，如 `6个月`、`30天`）。"
    ),
    "question.quantity.plain": Bilingual("A number with its unit: {units}.", "请填写数值及单位：{units}。"),
    "question.word": Bilingual("A text.", "请填写文字。"),
    "question.none": Bilingual("`none` if there is none.", "如没有，请输入 `没有`。"),
    "question.held": Bilingual(
        "`held` if there is one and it shall not be written here.", "如有但不在此填写，请输入 `held`。"
    ),
    "question.colon": Bilingual(
        "Whatever is typed for a text is the answer. Commands need a colon here: `:later`, `:quit`, `:help`.",
        "文字题中输入的内容均视为回答。此时命令须以冒号开头，例如 `:稍后`、`:退出`、`:帮助`。",
    ),
    "question.hidden": Bilingual(
        "What you type is not shown, and is not repeated afterwards.",
        "输入内容不会显示，之后也不会重复显示。",
    ),
    "question.proposal": Bilingual(
        "Proposed: {value}, seen in {where}. `=` accepts it.",
        "建议答案：{value}（见 {where}）。输入 `=` 即采用。",
    ),
    "question.excerpt": Bilingual("There it says: {excerpt}", "原文：{excerpt}"),
    # Lists
    "list.listed": Bilingual("Listed so far:", "已列出："),
    "list.empty": Bilingual("Nothing is listed yet.", "尚未列出任何条目。"),
    "list.how": Bilingual(
        "`add NAME` for each, then `all`; `none` if there is none; `more` if there are others that you cannot "
        "list now; `edit`, `remove` with a name or number, `rename OLD to NEW`.",
        "逐项输入 `添加 名称`，列完后输入 `已全部列出`；确实没有则输入 `没有`；"
        "另有暂时无法列出的，输入 `还有`；也可 `修改`、`删除`（名称或编号）、`重命名 旧名称 为 新名称`。",
    ),
    "list.more": Bilingual("noted: there are more", "已记录：还有未列出的"),
    "list.all": Bilingual("that is all", "已全部列出"),
    "list.none": Bilingual("there is none", "没有"),
    "list.added": Bilingual("added: {record}", "已添加：{record}"),
    "list.removed": Bilingual("removed: {record}", "已删除：{record}"),
    "list.renamed": Bilingual("renamed: “{record}” is now “{new}”", "已重命名：“{record}”改为“{new}”"),
    # Readings
    "reading.intro": Bilingual(
        "For counsel: this is a doubt of law. Record a view only if counsel holds it; else `unknown`.",
        "须由法律顾问判断：此为法律疑义。仅在法律顾问已有意见时记录，否则请答“不知道”。",
    ),
    "reading.by": Bilingual("Whose view is it? Name:", "该意见由谁作出？姓名："),
    "reading.on": Bilingual(
        "Since when? A date; nothing for {day}:", "何日作出？填写日期，直接回车为 {day}："
    ),
    "reading.on.label": Bilingual("day of the view", "意见作出之日"),
    "reading.note": Bilingual("A note, or nothing:", "备注（可直接回车略过）："),
    "reading.given_up": Bilingual("The view was not recorded.", "该意见未记录。"),
    # What was done
    "done.saved": Bilingual("Saved. {label}: {value}", "已保存。{label}：{value}"),
    "done.kept": Bilingual("Not saved yet. {label}: {value}", "尚未保存。{label}：{value}"),
    "done.not_known": Bilingual(
        "don't know; it stays open and is not asked again before the review",
        "不知道；保持待答，核对前不再询问",
    ),
    "done.later": Bilingual("Put behind the other questions.", "已置于其他问题之后。"),
    "done.undone": Bilingual("The last change is taken back.", "已撤销上一次修改。"),
    "done.order": Bilingual("The order is now: {order}.", "提问顺序已改为：{order}。"),
    "done.language": Bilingual("English from now on.", "已切换为中文。"),
    "done.retried": Bilingual("Everything is saved now.", "现已全部保存。"),
    "done.still_unsaved": Bilingual("It could not be saved.", "仍无法保存。"),
    "warn.unsaved": Bilingual(
        "NOT SAVED YET: some answers are not in {file}. `retry` tries again; so does every further answer.",
        "尚未保存：部分回答未写入 {file}。输入 `重试` 可再次保存；继续回答时也会自动重试。",
    ),
    "warn.blocked": Bilingual(
        "{file} cannot be read any more, so nothing is written into it. Repair it, then type `retry`.",
        "{file} 已无法读取，暂停写入。请修复该文件，然后输入 `重试`。",
    ),
    "order.sections": Bilingual("section by section", "按部分"),
    "order.shortest": Bilingual("what settles most first", "影响最大的优先"),
    # Going about
    "page.sections": Bilingual(
        "Sections. `list NUMBER` shows the questions of one.", "各部分。输入 `目录 编号` 查看该部分的问题。"
    ),
    "page.section": Bilingual(
        "{title}: {open} open, {done} answered, {moot} not counting now",
        "{title}：待答 {open}，已答 {done}，目前不计入 {moot}",
    ),
    "page.questions": Bilingual("`go NUMBER` shows a question.", "输入 `转到 编号` 查看问题。"),
    "page.question": Bilingual("{label} ({status})", "{label}（{status}）"),
    "page.other": Bilingual("Others", "其他"),
    # Review
    "review.title": Bilingual("Review: all answers by section.", "核对：按部分列出全部回答。"),
    "review.line": Bilingual("{label}: {value}", "{label}：{value}"),
    "review.moot": Bilingual("does not count now", "目前不计入"),
    "review.nothing": Bilingual("Nothing has been answered.", "尚未回答任何问题。"),
    "review.parked": Bilingual("Don't know ({n}):", "不知道（{n}）："),
    "review.parked.one": Bilingual(
        "{label}: {n} requirement{s} hang{v} on it: {titles}", "{label}：{n} 项要求取决于此：{titles}"
    ),
    "review.parked.idle": Bilingual("{label}: decides nothing now", "{label}：目前不影响结果"),
    "review.parked.scope": Bilingual(
        "{label}: decides whether this applies: {titles}", "{label}：决定是否适用：{titles}"
    ),
    "review.open": Bilingual(
        "Open questions that can still matter ({n}):", "可能影响结果的待答问题（{n}）："
    ),
    "review.undecided": Bilingual("Undecided ({n}):", "无法判定（{n}）："),
    "review.undecided.one": Bilingual("{title}: decided by {facts}", "{title}：取决于{facts}"),
    "review.verdict": Bilingual("Verdict: {line}", "结论：{line}"),
    "review.how": Bilingual(
        "`edit NUMBER` changes an answer; `report` prints the report; `write` says where it is saved; "
        "`ask` goes on, also with what nobody knew; `quit` ends.",
        "输入 `修改 编号` 更改回答；`报告` 查看评估报告；`保存` 查看保存位置；"
        "`继续` 继续回答（含此前答“不知道”的问题）；`退出` 结束。",
    ),
    "review.written": Bilingual("It is saved already: {files}", "已保存：{files}"),
    "review.written.nothing": Bilingual("There is nothing to save yet.", "尚无可保存的内容。"),
    "review.asking": Bilingual(
        "Asked again: {n} question{s} nobody knew the answer to.", "重新询问此前答“不知道”的 {n} 题。"
    ),
    "review.nothing_left": Bilingual("No question is left that can matter.", "已无可能影响结果的问题。"),
    # Answers from elsewhere
    "prefill.done": Bilingual(
        "From {file}: {taken} taken, {kept} answered otherwise already and left, {refused} refused.",
        "自 {file} 读取：采用 {taken} 项；{kept} 项已有不同回答，保持不变；{refused} 项未能采用。",
    ),
    "export.wrote": Bilingual("Wrote {file}.", "已写入 {file}。"),
    "help": Bilingual(
        "Answers: a number, or the words of an option; `y` or `n`; a date, an amount, a text.\n"
        "`?`: more on the question: help, why it is asked, the law behind it.\n"
        "`unknown` or `dk`: nobody knows; it stays open and is not asked again before the review.\n"
        "`later`: skip; it comes again after the others. Skipping is never a “no”.\n"
        "`back`: the question before. `undo`: take the last change back.\n"
        "`list`: the sections. `find WORD`: questions with a word. `go NUMBER` or `go NAME`: show one.\n"
        "`review`: all answers, what is undecided, the verdict.\n"
        "`lang zh` or `lang en`: the language. `order sections` or `order shortest`: the order.\n"
        "`retry`: save again what could not be saved. `quit`: stop; everything is saved.\n"
        "A colon in front makes a command of a word for certain: `:quit`. Text questions need it.",
        "回答：输入编号或选项文字；是非题输入 `是` 或 `否`；也可填写日期、数值、文字。\n"
        "`?`：本题说明、为何询问、法律依据。\n"
        "`不知道`：无人知晓；保持未答，核对前不再询问。\n"
        "`稍后`：跳过；其他问题之后再问。跳过不等于回答“否”。\n"
        "`返回`：上一题。`撤销`：撤销上一次修改。\n"
        "`目录`：各部分。`查找 关键词`：查找问题。`转到 编号` 或 `转到 标识`：查看某题。\n"
        "`核对`：全部回答、无法判定的事项和结论。\n"
        "`语言 zh` 或 `语言 en`：切换语言。`顺序 sections`（按部分）或 `顺序 shortest`（影响最大的优先）。\n"
        "`重试`：再次保存未能保存的回答。`退出`：停止；回答均已保存。\n"
        "词前加冒号即为命令，例如 `:退出`；文字题须如此输入。",
    ),
}


def told(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled."""
    return filled(WORDS[key], lang, **slots)
