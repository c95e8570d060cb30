"""The program's own words in reports, in both languages. What packs say comes from the packs."""

from __future__ import annotations

from functools import cache
from typing import Final

from compliance.facts.vocabulary import Bilingual

WORDS: Final[dict[str, Bilingual]] = {
    # The verdict line
    "verdict.blocked": Bilingual("BLOCKED", "存在硬性障碍"),
    "verdict.not_ready": Bilingual("NOT READY", "尚不具备条件"),
    "verdict.incomplete": Bilingual("INCOMPLETE", "信息不全，尚无法判断"),
    "verdict.out_of_scope": Bilingual("OUT OF SCOPE", "不在适用范围内"),
    "verdict.ready": Bilingual("READY", "已具备条件"),
    "could.blocked": Bilingual("could still become blocked", "仍有可能出现硬性障碍"),
    "could.not_ready": Bilingual("could still become not ready", "仍有可能不具备条件"),
    "could.incomplete": Bilingual("could still become incomplete", "仍有可能无法判断"),
    "could.out_of_scope": Bilingual("could still become out of scope", "仍有可能不在适用范围内"),
    "could.ready": Bilingual("could still become ready", "仍有可能具备条件"),
    "line.head": Bilingual("{verdict} as of {day}: {rest}", "{verdict}（截至 {day}）：{rest}"),
    "line.partial": Bilingual("{verdict} (partial: only {packs})", "{verdict}（部分评估：仅 {packs}）"),
    "line.violated": Bilingual("{n} requirement{s} violated", "违反 {n} 项要求"),
    "line.waived": Bilingual(" ({n} of them waived)", "（其中 {n} 项属内部批准的偏离）"),
    "line.waived_half": Bilingual(
        " ({n} of them waived; other records of {half} undecided)",
        "（其中 {n} 项属内部批准的偏离；{half} 项另有条目无法判定）",
    ),
    "line.undecided.first": Bilingual("{n} requirement{s} undecided", "{n} 项要求无法判定"),
    "line.undecided": Bilingual("{n} undecided", "{n} 项无法判定"),
    "line.due": Bilingual("{n} due by {day}", "{n} 项须于 {day} 前（含当日）完成"),
    "line.due.many": Bilingual("{n} due, the first by {day}", "{n} 项期限未满，最早于 {day} 届满"),
    "line.past": Bilingual("{n} past breach{es} (remedied, not counted)", "{n} 项既往违规（已补正，不计入）"),
    "line.nothing": Bilingual(
        "no binding requirement violated or undecided", "强制性和禁止性要求均无违反、无待判定"
    ),
    "line.unchecked": Bilingual("{n} provision{s} not covered by rules", "另有 {n} 项规定尚无对应规则"),
    "line.out": Bilingual("{packs} does not apply", "{packs}不适用"),
    "line.open": Bilingual("{n} fact{s} open", "{n} 个事项未答"),
    "list.comma": Bilingual(", ", "，"),
    "list.and": Bilingual(", ", "、"),
    "list.semicolon": Bilingual("; ", "；"),
    "full_stop": Bilingual(".", "。"),
    "label": Bilingual("{label}: {text}", "{label}：{text}"),
    "file": Bilingual("Project file: {file}", "项目文件：{file}"),
    "as_of_given": Bilingual(
        "Judged as of a date given by hand ({day}); the answers are those of the file today.",
        "基准日（{day}）由人工指定；所用答案为文件中现有的答案。",
    ),
    "out.why": Bilingual("{pack} does not apply because: {why}.", "{pack}不适用，因为：{why}。"),
    "out.change": Bilingual(
        "Another answer to these would change it: {facts}.", "以下答案不同则结论不同：{facts}。"
    ),
    # Sections
    "section.violated": Bilingual("Violated ({n})", "违反（{n}）"),
    "section.pending": Bilingual("Due ({n})", "期限未满（{n}）"),
    "section.first": Bilingual("Answer these first", "请先回答"),
    "section.undecided": Bilingual("Undecided ({n})", "无法判定（{n}）"),
    "section.past": Bilingual(
        "Past breaches ({n}): remedied, exposure stays", "既往违规（{n}）：已补正，仍可能承担法律责任"
    ),
    "section.advice": Bilingual("Advice, does not count", "建议，不计入结论"),
    "section.views": Bilingual("Counsel's views this rests on", "所依据的律师意见"),
    "view": Bilingual("{label}: {view} ({by}, {day})", "{label}：{view}（{by}，{day}）"),
    "fines": Bilingual("{cited} (fines up to {most})", "{cited}（罚款最高 {most}）"),
    "first.held": Bilingual(
        "given, but kept elsewhere: put it into compliance.private.yaml to have it looked at",
        "已提供但值存放于别处：写入 compliance.private.yaml 后方可核对",
    ),
    "undecided.breaches": Bilingual("Violated if it applies: {titles}", "如适用即违反：{titles}"),
    "section.evidence": Bilingual("Evidence", "证明材料"),
    "section.waivers": Bilingual("Waivers", "内部批准的偏离"),
    "section.planned": Bilingual("Planned: counts as not yet", "计划中：视为尚未发生"),
    "section.warnings": Bilingual("Warnings about the project file", "项目文件提示"),
    "section.not_formalised": Bilingual(
        "Not checked: no rule covers these yet", "未检查：以下条文尚无对应规则"
    ),
    "not_formalised": Bilingual(
        "{instrument} {articles}: check by hand", "{instrument}{articles}：须人工核对"
    ),
    "section.holds": Bilingual("Met", "符合情况"),
    "section.topics": Bilingual("Several rules on one matter", "多项规定涉及同一事项"),
    # Findings
    "why": Bilingual("Why", "理由"),
    "do": Bilingual("Do", "措施"),
    "doubt": Bilingual("Doubt", "疑义"),
    "penalty": Bilingual("Penalty", "罚则"),
    "purpose": Bilingual("Why it matters", "说明"),
    "exposure": Bilingual("Exposure", "可能的法律责任"),
    "hard_stop": Bilingual("hard stop", "硬性障碍"),
    "due": Bilingual("due {day}", "最迟 {day}"),
    "due.left": Bilingual("due {day}, {n} day{s} left", "最迟 {day}，还有 {n} 天"),
    "due.today": Bilingual("due {day}, today is the last day", "最迟 {day}，当日为最后一日"),
    "waived": Bilingual(
        "Waived until {day} by {approver}: {reason}",
        "内部批准的偏离，有效期至 {day}；批准人：{approver}；理由：{reason}",
    ),
    "verified.unconfirmed": Bilingual("text not confirmed", "条文未经核对"),
    "article": Bilingual("{instrument} {article}", "{instrument}{article}"),
    "severity.prohibition": Bilingual("prohibition", "禁止性要求"),
    "severity.mandatory": Bilingual("mandatory", "强制性要求"),
    "severity.recommended": Bilingual("recommended", "建议"),
    "severity.practice": Bilingual("practice", "实务做法"),
    "outcome.satisfied": Bilingual("satisfied", "符合"),
    "outcome.violated": Bilingual("violated", "违反"),
    "outcome.undecided": Bilingual("undecided", "无法判定"),
    "outcome.pending": Bilingual("due", "期限未满"),
    "outcome.not_applicable": Bilingual("not applicable", "不适用"),
    "outcome.past": Bilingual("past breach, remedied", "既往违规，已补正"),
    "record": Bilingual("{record}: {state}", "{record}：{state}"),
    "record.further": Bilingual("further entries", "其他未列条目"),
    "more": Bilingual("…", "……"),
    # What is open
    "first.for_counsel": Bilingual("for counsel", "请律师判断"),
    "first.rules": Bilingual("{n} rule{s} hang{v} on it", "{n} 条规则取决于此"),
    "first.scope": Bilingual("decides whether {packs} applies", "决定 {packs} 是否适用"),
    "first.rest": Bilingual("and {n} more: --all lists them", "另有 {n} 项，用 --all 列出"),
    "undecided.fold": Bilingual(
        "{pack}: cannot say whether it applies; {n} rule{s} hang{v} on {facts}",
        "{pack}：尚无法判断是否适用；{n} 条规则取决于 {facts}",
    ),
    "undecided.if": Bilingual("If it applies (not counted): {counts}", "如适用（不计入结论）：{counts}"),
    "undecided.count": Bilingual("{n} {outcome}", "{outcome} {n} 项"),
    "undecided.if_one": Bilingual(
        "If in scope (not counted): {outcome}", "如在适用范围内（不计入结论）：{outcome}"
    ),
    "undecided.if_whole": Bilingual(
        "The requirement as a whole, if in scope (not counted): {outcome}",
        "就整项要求而言，如在适用范围内（不计入结论）：{outcome}",
    ),
    "undecided.depends": Bilingual("depends on {facts}", "取决于 {facts}"),
    "undecided.more": Bilingual("{facts} and {n} more", "{facts} 及另外 {n} 项"),
    "reason.calendar": Bilingual(
        "the public holidays of the year in question are not announced yet", "相关年度放假安排尚未公布"
    ),
    "reason.bound": Bilingual(
        "too many open answers hang together to look at all of them: answer some",
        "相互关联的未答事项过多，请先回答一部分",
    ),
    "advice.undecided": Bilingual("{n} undecided: --all lists them", "{n} 项无法判定，用 --all 列出"),
    # Topics
    "topic.name": Bilingual("{label} ({topic})", "{label}（{topic}）"),
    "topic.bound": Bilingual("{bound} ({cited}; {rule})", "{bound}（{cited}；{rule}）"),
    "topic.minimum": Bilingual("Governing minimum", "最低要求（以最严者为准）"),
    "topic.maximum": Bilingual("Governing maximum", "最高限度（以最严者为准）"),
    "topic.others": Bilingual("Also", "另有规定"),
    "topic.open": Bilingual("Open whether they apply", "是否适用尚未确定"),
    "topic.conflict": Bilingual("Conflict, for counsel", "规定相互冲突，请律师判断"),
    "topic.against": Bilingual("{minimum} against {maximum}", "一项要求{minimum}，另一项要求{maximum}"),
    # Notes
    "evidence.missing": Bilingual("{id}: {file} is missing", "{id}：未找到文件 {file}"),
    "evidence.changed": Bilingual(
        "{id}: {file} is not the file whose SHA-256 is noted", "{id}：{file} 与所记 SHA-256 不一致"
    ),
    "evidence.expired": Bilingual("{id}: expired on {day}", "{id}：已于 {day} 到期"),
    "evidence.expires": Bilingual("{id}: expires on {day}", "{id}：将于 {day} 到期"),
    "waiver.expired": Bilingual(
        "{rule}: expired on {day}, has no effect", "{rule}：已于 {day} 到期，不再生效"
    ),
    "waiver.expires": Bilingual("{rule}: expires on {day}", "{rule}：将于 {day} 到期"),
    "waiver.not_allowed": Bilingual(
        "{rule}: prohibitions and hard stops cannot be waived",
        "{rule}：禁止性要求和硬性障碍不接受内部批准的偏离",
    ),
    "waiver.not_needed": Bilingual(
        "{rule}: not needed, nothing there is violated", "{rule}：该项未违反，无需内部批准的偏离"
    ),
    "waiver.not_looked_at": Bilingual(
        "{rule}: not looked at, as its rule pack was not assessed",
        "{rule}：所属规则包未纳入本次评估，未予核对",
    ),
    "planned": Bilingual("{label} ({path}): {day}", "{label}（{path}）：{day}"),
    # What holds
    "holds.counts": Bilingual(
        "{satisfied} satisfied, {not_applicable} not applicable, {not_in_force} not in force",
        "{satisfied} 项符合，{not_applicable} 项不适用，{not_in_force} 项不在有效期内",
    ),
    "holds.packs": Bilingual("Do not apply: {packs}", "不适用的规则包：{packs}"),
    "holds.not_in_force": Bilingual("not in force on that date", "当日不在有效期内"),
    # Foot
    "foot.digests": Bilingual(
        "Rules {rules} ({packs}); project file {manifest}; compliance {version}",
        "规则 {rules}（{packs}）；项目文件 {manifest}；compliance {version}",
    ),
    "foot.secondary": Bilingual(
        "The text of {instruments} was read in secondary sources; compare the official text before relying on it.",
        "{instruments}的条文据间接来源整理，引用前请与官方文本核对。",
    ),
    "foot.not_advice": Bilingual(
        "A self-assessment to prepare with, not legal advice.", "本报告用于自评准备，不构成法律意见。"
    ),
    # On the terminal, while it takes its time
    "progress.assess": Bilingual("Assessing {file} …", "正在评估 {file} ……"),
    # init
    "init.wrote": Bilingual("wrote {file}", "已写入 {file}"),
    "init.left": Bilingual("left {file} as it is", "保留原有 {file}"),
    "init.ignored": Bilingual("added a line to {file}", "已在 {file} 中追加一行"),
    "init.next": Bilingual("next: compliance check {folder}", "下一步：compliance check {folder}"),
}


def say(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled. `n` also fills the English plural endings."""
    if "n" in slots:
        one = slots["n"] == 1
        slots = {"s": "" if one else "s", "es": "" if one else "es", "v": "s" if one else "", **slots}
    return _words(key).get(lang).format_map(slots)


def _words(key: str) -> Bilingual:
    found = WORDS.get(key)
    return _rarer_words()[key] if found is None else found


@cache
def _rarer_words() -> dict[str, Bilingual]:
    """What a plain check never says, and has no time to load."""
    from compliance.reports.words_diff import DIFF_WORDS
    from compliance.reports.words_excel import EXCEL_WORDS
    from compliance.reports.words_pages import PAGE_WORDS
    from compliance.reports.words_replay import REPLAY_WORDS
    from compliance.reports.words_report import REPORT_WORDS

    return {**DIFF_WORDS, **EXCEL_WORDS, **PAGE_WORDS, **REPLAY_WORDS, **REPORT_WORDS}
