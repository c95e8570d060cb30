"""The words that only the PDF report says, in both languages; what documents share stands in `words_document`."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

PDF_WORDS: Final[dict[str, Bilingual]] = {
    "description": Bilingual("{verdict}, as of {day}", "{verdict}（截至 {day}）"),
    "contents": Bilingual("Contents", "目录"),
    "page": Bilingual("Page {n} of {all}", "第 {n} 页，共 {all} 页"),
    "cover.unnamed": Bilingual("not stated in the project file", "项目文件未载明"),
    "cover.digest": Bilingual("SHA-256 of the attached assessment", "所附评估数据的 SHA-256"),
    "cover.program": Bilingual("Made with compliance {version}", "由 compliance {version} 生成"),
    "cover.missing_glyphs": Bilingual(
        "Characters that the font of this document lacks are written as □ with their number.",
        "本文件字体缺少的字符以 □ 加其编号表示。",
    ),
    "sign.role": Bilingual("Role", "职责"),
    "sign.name": Bilingual("Name", "姓名"),
    "sign.signature": Bilingual("Signature", "签字"),
    "sign.day": Bilingual("Date", "日期"),
    "sign.prepared": Bilingual("Prepared by", "编制"),
    "sign.reviewed": Bilingual("Reviewed by counsel", "律师审阅"),
    "sign.approved": Bilingual("Approved by", "批准"),
    # Summary
    "summary.title": Bilingual("Summary for management", "管理层摘要"),
    "summary.counts": Bilingual("Binding requirements", "禁止性和强制性要求"),
    "summary.other": Bilingual(
        "Recommendations and practice (not counted): {said}", "建议和实务做法（不计入结论）：{said}"
    ),
    "summary.chart": Bilingual("Readiness by article", "各条文的具备情况"),
    "summary.chart.alt": Bilingual("Bar chart. {said}", "条形图。{said}"),
    "summary.chart.row": Bilingual("{group}: {said}", "{group}：{said}"),
    "summary.chart.note": Bilingual(
        "Binding rules that apply or may apply, by the provision they rest on first; figures are numbers of rules.",
        "仅列适用或者可能适用的禁止性、强制性规则，按其首要依据的条文归集；数字为规则数。",
    ),
    "summary.chart.none": Bilingual("No binding rule applies.", "没有适用的禁止性、强制性规则。"),
    "summary.deadlines": Bilingual("Next deadlines", "近期期限"),
    "summary.deadlines.alt": Bilingual("Time line. {said}", "时间轴。{said}"),
    "summary.deadlines.none": Bilingual(
        "No time limit is running, and nothing expires soon.", "没有正在计算的期限，近期也没有到期事项。"
    ),
    "summary.days": Bilingual("{n} day{s}", "{n} 天"),
    "summary.today": Bilingual("as of {day}", "基准日 {day}"),
    "summary.first": Bilingual("What to do first", "首要事项"),
    "summary.first.none": Bilingual("Nothing binding is missing or open.", "没有缺项，也没有待答问题。"),
    "summary.more": Bilingual("{n} more in the list of missing items.", "其余 {n} 项见缺项清单。"),
    # Checklist
    "list.title": Bilingual("Missing items", "缺项清单"),
    "list.intro": Bilingual(
        "To tick off and to hand out, the most urgent first.",
        "按紧要程度排列，可逐项分派、打勾。",
    ),
    "list.none": Bilingual("Nothing binding is missing, open or due.", "没有缺项、待答问题或者限期事项。"),
    "list.stops": Bilingual("Hard stops ({n})", "硬性障碍（{n}）"),
    "list.violated": Bilingual("To put right ({n})", "待整改（{n}）"),
    "list.pending": Bilingual("To do by a day ({n})", "限期完成（{n}）"),
    "list.questions": Bilingual("To answer ({n})", "待答问题（{n}）"),
    "list.item": Bilingual("Item", "事项"),
    "list.responsible": Bilingual("Responsible", "负责人"),
    "list.done": Bilingual("Done on", "完成日期"),
    "list.tick": Bilingual("Done", "完成"),
    "list.number": Bilingual("No.", "序号"),
    # Findings
    "findings.title": Bilingual("Findings by article", "逐条结果"),
    "findings.intro": Bilingual(
        "What is violated, undecided, due or a past breach, and advice that is not followed. Every rule is in the "
        "table at the end.",
        "以下列出违反、无法判定、期限未满、既往违规以及未遵循的建议；全部规则见文末附表。",
    ),
    "findings.intro.all": Bilingual("Every rule that was considered.", "以下列出本次评估的全部规则。"),
    "findings.none": Bilingual("No finding calls for attention.", "没有需要留意的结果。"),
    "finding.deciding": Bilingual("Decided by", "取决于"),
    "finding.confirmed": Bilingual("Wording", "条文核实"),
    # The rest
    "rules.title": Bilingual("Every rule considered ({n})", "全部规则（{n}）"),
    "answers.none": Bilingual("The project file answers nothing yet.", "项目文件尚未作答。"),
    "answers.fact": Bilingual("Fact", "事项"),
    "answers.path": Bilingual("Path", "路径"),
    "answers.answer": Bilingual("Answer", "答案"),
    "notes.title": Bilingual("Evidence, waivers and views", "证明材料、内部批准的偏离和律师意见"),
    "method.verdicts": Bilingual("What a verdict means", "结论的含义"),
    "verdict.blocked": Bilingual(
        "A hard stop is violated as answered: a requirement of which the rules say that a filing does not cure its "
        "breach. The service should not go on as it is before counsel has looked at it.",
        "按所答情况，违反了规则列为硬性障碍的要求，即备案不能消除的问题；在整改并经律师确认之前，服务不宜按现状继续。",
    ),
    "verdict.not_ready": Bilingual(
        "As answered, at least one binding requirement is violated on that day. Past breaches do not count.",
        "按所答情况，至少有一项禁止性或者强制性要求在基准日处于违反状态；既往违规不计入。",
    ),
    "verdict.incomplete": Bilingual(
        "Nothing binding is known to be violated, but what is open can still show a breach. It is no pass.",
        "尚未发现违反禁止性或者强制性要求，但未定事项仍可能显示违反；不得视为通过。",
    ),
    "verdict.out_of_scope": Bilingual(
        "The rules this is about do not apply to the service as it is described. Other law may.",
        "按所述情况，本评估所涉规则不适用于该服务；其他规定仍可能适用。",
    ),
    "verdict.ready": Bilingual(
        "As far as the rules reach and the answers are true, nothing binding is violated or open on that day. Limits "
        "that run are still to be kept; whether a filing is accepted is for the authority.",
        "在规则覆盖范围内，如答案属实，基准日没有违反或者待定的禁止性、强制性要求。未届满的期限仍须遵守；"
        "备案是否获得通过，由主管部门决定。",
    ),
    "verify.attached": Bilingual(
        "The whole assessment is attached to this document as assessment.json; report.json says how it was asked for.",
        "完整评估数据作为附件 assessment.json 附于本文件；report.json 载明生成方式。",
    ),
    "verify.seal": Bilingual(
        "The document carries a seal in its keywords: the SHA-256 of the whole file. It shows damage and careless "
        "edits. It is no signature: whoever changes the file on purpose can seal it again. Only making the report "
        "again from the project file, and comparing, finds that.",
        "本文件的关键词中载有完整性校验值，即全文件的 SHA-256，可发现损坏和误改，但不是电子签名：有意改动者可以重新"
        "写入。有意的改动，须依据项目文件重新生成报告并比对方可发现。",
    ),
    "verify.commands": Bilingual("To check it:", "核验命令："),
}


def word(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled. `n` also fills the English plural ending."""
    if "n" in slots:
        slots = {"s": "" if slots["n"] == 1 else "s", **slots}
    return PDF_WORDS[key].get(lang).format_map(slots)
