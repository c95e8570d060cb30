"""What `compliance diff` says, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

DIFF_WORDS: Final[dict[str, Bilingual]] = {
    "progress.diff": Bilingual("Reading {file} …", "正在读取 {file} ……"),
    "diff.title": Bilingual("What changed", "评估结果对比"),
    "diff.nothing": Bilingual("Nothing changed: {line}", "没有变化：{line}"),
    "diff.move": Bilingual("{old} → {new}", "{old} → {new}"),
    "diff.moved": Bilingual("{old} → {new} ({direction})", "{old} → {new}（{direction}）"),
    "diff.kept": Bilingual("{new} (as before)", "{new}（与此前相同）"),
    "diff.worse": Bilingual("worse", "变差"),
    "diff.better": Bilingual("better", "好转"),
    "diff.other": Bilingual("neither better nor worse", "无好坏之分"),
    "diff.incomparable": Bilingual(
        "cannot be compared: other rule packs were assessed", "评估范围不同，不可比较"
    ),
    "diff.verdict": Bilingual("Verdict", "结论"),
    "diff.day": Bilingual("As of", "基准日"),
    "diff.final": Bilingual("Final", "结论是否确定"),
    "diff.final.yes": Bilingual("yes", "确定"),
    "diff.final.no": Bilingual("no, {could}", "未定，{could}"),
    "diff.partial_ready": Bilingual("READY, for some rule packs only", "已具备条件（仅就部分规则包）"),
    # Which two
    "diff.old": Bilingual("Old", "旧"),
    "diff.new": Bilingual("New", "新"),
    "diff.both": Bilingual("Old and new", "新旧两份"),
    "diff.side": Bilingual(
        "{file} (project file {manifest}, rules {rules})", "{file}（项目文件 {manifest}，规则 {rules}）"
    ),
    # Regression
    "diff.regression": Bilingual("Regression", "合规水平是否下降"),
    "diff.gate.pass": Bilingual("no", "否"),
    "diff.gate.regression": Bilingual("yes: {what}", "是：{what}"),
    "diff.gate.cannot_say": Bilingual(
        "cannot say: not all that was assessed the one time was assessed the other",
        "无法判断：两次评估的范围不一致",
    ),
    "diff.gate.verdict": Bilingual("the verdict got worse", "结论变差"),
    "diff.gate.rules": Bilingual("{n} binding rule{s} got worse", "{n} 项禁止性或强制性要求变差"),
    "diff.gate.new_rules": Bilingual(
        "{n} newly applicable binding rule{s} not met", "{n} 项新适用或新增的禁止性或强制性要求未达到"
    ),
    # What must be known beside it
    "diff.note.files": Bilingual(
        "The two are of different files by name, {old} and {new}: check that both are about the same service.",
        "两份评估的项目文件名称不同（{old} 与 {new}），请确认属于同一服务。",
    ),
    "diff.note.packs": Bilingual(
        "Not the same rule packs were assessed: {old} then, {new} now. Of a rule that was looked at only once nobody "
        "can say whether it got better or worse.",
        "两次评估的规则包不同。此前：{old}；现在：{new}。仅评估过一次的规则，无从得知有无变化。",
    ),
    "diff.note.all": Bilingual("all", "全部"),
    "diff.note.some": Bilingual("only {packs}", "部分（{packs}）"),
    "diff.note.earlier": Bilingual(
        "The new assessment is as of an earlier day than the old one.", "新评估的基准日早于旧评估。"
    ),
    "diff.note.given": Bilingual(
        "{side}: judged as of a date given by hand ({day}); the answers are those of the file when it was assessed.",
        "{side}评估的基准日（{day}）由人工指定，所用答案为评估时文件中的答案。",
    ),
    "diff.note.program": Bilingual(
        "Made by different versions of compliance: {old} and {new}.",
        "由不同版本的 compliance 生成：{old} 与 {new}。",
    ),
    "diff.note.rules": Bilingual(
        "The rules are not the same: some changes may come from the rules and not from the project, also in the words "
        "of answers.",
        "所用规则不同：部分变化（包括答案的措辞）可能来自规则而非项目。",
    ),
    # Sections
    "diff.section.worse": Bilingual("Worse ({n})", "变差（{n}）"),
    "diff.section.newly_open": Bilingual("Newly undecided ({n})", "新出现的无法判定（{n}）"),
    "diff.section.newly_due": Bilingual("Newly due ({n})", "新起算的期限（{n}）"),
    "diff.section.ran_out": Bilingual("Limits that ran out since ({n})", "其间届满的期限（{n}）"),
    "diff.section.better": Bilingual("Better ({n})", "好转（{n}）"),
    "diff.section.other": Bilingual("Changed otherwise ({n})", "其他变化（{n}）"),
    "diff.section.only_new": Bilingual("Rules assessed only now ({n})", "仅新评估涉及的规则（{n}）"),
    "diff.section.only_old": Bilingual("Rules assessed only before ({n})", "仅旧评估涉及的规则（{n}）"),
    "diff.section.answers": Bilingual("Answers ({n})", "答案（{n}）"),
    "diff.section.masked": Bilingual(
        "Sensitive answers that cannot be compared ({n})", "无法比较的敏感信息（{n}）"
    ),
    "diff.section.evidence": Bilingual("Evidence ({n})", "证明材料（{n}）"),
    "diff.section.waivers": Bilingual("Waivers ({n})", "内部批准的偏离（{n}）"),
    "diff.section.views": Bilingual("Counsel's views ({n})", "律师意见（{n}）"),
    "diff.section.planned": Bilingual("Planned events ({n})", "计划中的事项（{n}）"),
    "diff.section.packs": Bilingual("Rule packs ({n})", "规则包（{n}）"),
    "diff.alike": Bilingual("{n} rules alike", "{n} 项规则情况相同"),
    "diff.no_rule": Bilingual("No rule stands otherwise than before.", "各项规则的结果均无变化。"),
    # How a rule stands
    "diff.waived": Bilingual("violated, waived until {day}", "违反（内部批准的偏离，有效期至 {day}）"),
    "diff.due": Bilingual("due {day}", "期限未满，最迟 {day}"),
    "diff.absent": Bilingual("not listed", "未列"),
    "diff.weight": Bilingual("Weight", "性质"),
    "diff.depends": Bilingual("Depends on", "取决于"),
    "diff.ran_out": Bilingual(
        "a limit was running until {day}; that day has passed", "此前期限为 {day}，该日已过"
    ),
    "diff.at": Bilingual("{said} ({place})", "{said}（{place}）"),
    "diff.looked_at": Bilingual("Changed answers that this rule looks at", "本规则所涉及的、有变化的答案"),
    "diff.looked_at.open": Bilingual(
        "Changed answers among those that decide it", "决定本规则结果的答案中，有变化的"
    ),
    "diff.looked_at.none": Bilingual(
        "No answer that this rule looks at changed.", "本规则所涉及的答案均无变化。"
    ),
    "diff.looked_at.else": Bilingual(
        "No answer that this rule looks at changed; what did: {what}.",
        "本规则所涉及的答案均无变化；有变化的是：{what}。",
    ),
    "diff.else.day": Bilingual("the as-of date", "基准日"),
    "diff.else.pack": Bilingual("the rule pack {pack}", "规则包 {pack}"),
    "diff.else.waivers": Bilingual("its waivers", "本规则的内部批准的偏离"),
    "diff.perhaps": Bilingual(
        "Sensitive answers that it looks at cannot be compared", "所涉及的敏感信息无法比较"
    ),
    "diff.more": Bilingual("and {n} more: --all lists them", "另有 {n} 项，用 --all 列出"),
    "diff.and_more": Bilingual("{said} and {n} more", "{said} 及另外 {n} 项"),
    "diff.they": Bilingual("Rules", "规则"),
    "diff.cause.in_force.new": Bilingual("in force now, not on {day}", "现有效，{day} 当日不在有效期内"),
    "diff.cause.in_force.old": Bilingual("in force then, not on {day}", "此前有效，{day} 当日不在有效期内"),
    "diff.cause.rules.new": Bilingual("not in the pack before", "规则包此前无此规则"),
    "diff.cause.rules.old": Bilingual("no longer in the pack", "规则包已无此规则"),
    "diff.cause.pack.new": Bilingual("pack {pack} was not assessed before", "此前未评估规则包 {pack}"),
    "diff.cause.pack.old": Bilingual("pack {pack} is not assessed now", "现未评估规则包 {pack}"),
    # Answers, evidence and the like
    "diff.added": Bilingual("added: {what}", "新增：{what}"),
    "diff.removed": Bilingual("removed: {what}", "删除：{what}"),
    "diff.unanswered": Bilingual("not answered", "未回答"),
    "diff.found": Bilingual("SHA-256 of the file", "文件的 SHA-256"),
    "diff.rules": Bilingual("Changed rules that look at it", "涉及该答案的、有变化的规则"),
    "diff.pack.added": Bilingual("only in the new assessment: {version}", "仅新评估包含：{version}"),
    "diff.pack.removed": Bilingual("only in the old assessment: {version}", "仅旧评估包含：{version}"),
    "diff.pack.content": Bilingual(
        "version {version} in both, with other content", "版本均为 {version}，但内容不同"
    ),
    "diff.applies": Bilingual("Applies", "是否适用"),
    "diff.applies.yes": Bilingual("yes", "适用"),
    "diff.applies.no": Bilingual("no", "不适用"),
    "diff.applies.open": Bilingual("open", "尚未确定"),
    "diff.planned.came": Bilingual("was planned for {day}; that day has come", "原计划于 {day}，该日已到"),
    "diff.planned.gone": Bilingual("was planned for {day}, no longer is", "原计划于 {day}，现已无此计划"),
    "diff.planned.new": Bilingual("is planned for {day} and counts as not yet", "计划于 {day}，视为尚未发生"),
}
