"""The words that only reports in files say, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

REPORT_WORDS: Final[dict[str, Bilingual]] = {
    "report.title": Bilingual("Compliance self-assessment", "合规自评报告"),
    # At a glance
    "glance.item": Bilingual("Item", "项目"),
    "glance.value": Bilingual("Value", "内容"),
    "glance.file": Bilingual("Project file", "项目文件"),
    "glance.day": Bilingual("As of", "基准日"),
    "glance.packs": Bilingual("Assessed", "评估范围"),
    "glance.final": Bilingual("Final", "结论是否确定"),
    "packs.all": Bilingual("all rule packs: {packs}", "全部规则包：{packs}"),
    "packs.partial": Bilingual("partial: only {packs}", "部分评估：仅 {packs}"),
    "final.yes": Bilingual(
        "yes: whatever is still open, the verdict does not get worse",
        "确定：未答事项无论如何作答，结论不会变差",
    ),
    "final.no": Bilingual("no: {could}", "未定：{could}"),
    # Counts
    "count.weight": Bilingual("Requirements", "要求"),
    "count.binding": Bilingual("Binding", "禁止性和强制性"),
    "count.other": Bilingual("Recommended and practice (not counted)", "建议和实务做法（不计入结论）"),
    "count.waived": Bilingual("of them waived", "其中内部批准的偏离"),
    # How a finding counts
    "standing.violated": Bilingual("violated", "违反"),
    "standing.undecided": Bilingual("undecided", "无法判定"),
    "standing.pending": Bilingual("due", "期限未满"),
    "standing.past": Bilingual("past breach", "既往违规"),
    "waived.word": Bilingual("waived", "内部批准的偏离"),
    "standing.holds": Bilingual("met", "无违反"),
    # Headings of tables
    "col.requirement": Bilingual("Requirement", "要求"),
    "col.rule": Bilingual("Rule", "规则"),
    "col.article": Bilingual("Article", "依据"),
    "col.weight": Bilingual("Weight", "性质"),
    "col.outcome": Bilingual("Outcome", "结果"),
    "col.counts": Bilingual("Counts as", "计为"),
    "col.due": Bilingual("Due", "期限届满日"),
    "col.marks": Bilingual("Marks", "备注"),
    "col.because": Bilingual("Open because of", "无法判定的原因"),
    "col.hangs": Bilingual("What settles it", "如何判定"),
    "col.question": Bilingual("Question", "问题"),
    "col.fact": Bilingual("Fact", "事项"),
    "col.remarks": Bilingual("Remarks", "说明"),
    "col.record": Bilingual("Record", "条目"),
    "col.id": Bilingual("Id", "编号"),
    "col.kind": Bilingual("Kind", "种类"),
    "col.rules": Bilingual("Supports", "支持的规则"),
    "col.where": Bilingual("File or address", "文件或网址"),
    "col.issued": Bilingual("Issued", "出具日"),
    "col.expires": Bilingual("Expires", "到期日"),
    "col.state": Bilingual("State", "状态"),
    "col.digest": Bilingual("SHA-256", "SHA-256"),
    "col.reading": Bilingual("Point of law", "法律疑义"),
    "col.view": Bilingual("View", "意见"),
    "col.by": Bilingual("By", "出具人"),
    "col.on": Bilingual("On", "日期"),
    "col.note": Bilingual("Note", "备注"),
    "col.approver": Bilingual("Approved by", "批准人"),
    "col.reason": Bilingual("Reason", "理由"),
    "col.what": Bilingual("What", "对象"),
    # Cells of tables
    "because.facts": Bilingual("open answers", "有未答事项"),
    "because.reading": Bilingual("a doubt of law, for counsel", "法律疑义，请律师判断"),
    "because.calendar": Bilingual("public holidays not yet announced", "放假安排尚未公布"),
    "because.bound": Bilingual("too many open answers hang together", "相互关联的未答事项过多"),
    "mark.waived": Bilingual("waived until {day}", "内部批准的偏离，有效期至 {day}"),
    "mark.rest_undecided": Bilingual("other records undecided", "其他条目无法判定"),
    "mark.waived_in_part": Bilingual("waived in part", "部分属内部批准的偏离"),
    "mark.past_in_part": Bilingual("some records: past breach, remedied", "部分条目属既往违规，已补正"),
    "state.ok": Bilingual("as noted", "与所记一致"),
    "state.missing": Bilingual("missing", "未找到"),
    "state.changed": Bilingual("not the file whose SHA-256 is noted", "与所记 SHA-256 不一致"),
    "state.not_looked_at": Bilingual("not looked at", "未核对"),
    "state.found": Bilingual("file is there", "文件存在"),
    "state.expired": Bilingual("expired", "已到期"),
    "waiver.state.in_use": Bilingual("in use", "有效"),
    "waiver.state.expired": Bilingual("expired, no effect", "已到期，不再生效"),
    "waiver.state.not_allowed": Bilingual(
        "no effect: prohibitions and hard stops cannot be waived",
        "不生效：禁止性要求和硬性障碍不接受内部批准的偏离",
    ),
    "waiver.state.not_needed": Bilingual("no effect: nothing there is violated", "不生效：该项未违反"),
    "waiver.state.not_looked_at": Bilingual(
        "not looked at: its rule pack was not assessed", "未核对：所属规则包未纳入本次评估"
    ),
    # Findings
    "evidence.given": Bilingual("Evidence given", "已列证明材料"),
    "evidence.wanted": Bilingual("Evidence to keep", "应备证明材料"),
    # Answers
    "answer.and_more": Bilingual("{said}, and there may be more", "{said}，此外可能还有"),
    "sensitive.shown": Bilingual(
        "Sensitive answers are not masked in this report, because that was asked for. Hand it only to those who may "
        "see them.",
        "本报告按要求不遮蔽敏感信息，只应交给有权查看的人员。",
    ),
    # On the terminal, while it takes its time
    "progress.report": Bilingual("Making the {form} report …", "正在生成 {form} 报告……"),
    "progress.verify": Bilingual("Checking the report …", "正在核验报告……"),
    "progress.replay": Bilingual("Making the report again …", "正在重新生成报告……"),
    "progress.mutants": Bilingual("Changing rules one step at a time …", "正在逐一改动规则……"),
    # Full form
    "section.register": Bilingual("Evidence register", "证明材料登记"),
    "section.waivers.all": Bilingual("All waivers", "全部内部批准的偏离"),
    "section.rules": Bilingual("Every rule considered ({n})", "全部规则（{n}）"),
    "section.digests": Bilingual("Digests", "摘要值"),
    "digest.rules": Bilingual("rules", "规则"),
    "digest.manifest": Bilingual("project file", "项目文件"),
    "digest.private": Bilingual("private file", "敏感信息文件"),
    "digest.hidden": Bilingual(
        "there is one; its digest is not stated, as short answers could be found from it by trial",
        "有；不载明其摘要值，以免他人逐一试算出简短的敏感信息",
    ),
}
