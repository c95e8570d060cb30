"""The words of reports that are documents, HTML and PDF, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

DOCUMENT_WORDS: Final[dict[str, Bilingual]] = {
    # The frame
    "page.skip": Bilingual("Skip to the report", "跳到报告正文"),
    "page.language": Bilingual("English", "中文"),
    "page.languages": Bilingual("Language", "语言"),
    "page.theme": Bilingual("Colours", "配色"),
    "page.theme.auto": Bilingual("As the system", "跟随系统"),
    "page.theme.light": Bilingual("Light", "浅色"),
    "page.theme.dark": Bilingual("Dark", "深色"),
    "page.print": Bilingual("Print", "打印"),
    "page.top": Bilingual("Contents", "目录"),
    # The head of the report
    "head.eyebrow": Bilingual("Compliance self-assessment", "合规自评报告"),
    "head.operator": Bilingual("Provider", "主体名称"),
    "head.final.yes": Bilingual("Final", "结论已确定"),
    "head.final.no": Bilingual("Not final", "结论未确定"),
    "head.partial": Bilingual("Partial run: only {packs}", "部分评估：仅 {packs}"),
    "head.verdict": Bilingual("Verdict", "结论"),
    "counts.title": Bilingual("Counts", "统计"),
    "counts.waived": Bilingual("{n} waived", "其中 {n} 项属内部批准的偏离"),
    # Short names of sections
    "contents.missing": Bilingual("Put right", "待整改"),
    "contents.deadlines": Bilingual("Deadlines", "期限"),
    "contents.questions": Bilingual("Questions", "待答问题"),
    "contents.findings": Bilingual("Findings", "逐条结果"),
    "contents.answers": Bilingual("Answers", "已答事项"),
    "contents.evidence": Bilingual("Evidence", "证明材料"),
    "contents.law": Bilingual("Law", "依据条文"),
    "contents.method": Bilingual("Method", "方法"),
    "contents.digests": Bilingual("Verify", "核验"),
    # What to do
    "todo.title": Bilingual("What has to be put right", "待整改事项"),
    "todo.none": Bilingual("No binding requirement is violated.", "禁止性和强制性要求均无违反。"),
    "questions.title": Bilingual("Open questions, the most urgent first", "待答问题（按紧要程度排列）"),
    "questions.none": Bilingual("No question is open.", "没有待答问题。"),
    "questions.intro": Bilingual(
        "{n} answer{s} can still change how a binding requirement counts.",
        "以下 {n} 个事项的答案仍可能影响禁止性和强制性要求的判定。",
    ),
    "deadlines.title": Bilingual("Next deadlines", "近期期限"),
    "deadlines.none": Bilingual("No time limit is running.", "没有正在计算的期限。"),
    "deadlines.day": Bilingual("Last day", "期限届满日"),
    "deadlines.left": Bilingual("Days left", "剩余天数"),
    "deadlines.what": Bilingual("What", "事项"),
    "deadlines.evidence": Bilingual("Evidence {id} expires", "证明材料 {id} 到期"),
    "deadlines.waiver": Bilingual("waiver ends", "内部批准的偏离到期"),
    # Findings
    "findings.title": Bilingual("Findings, rule by rule ({n})", "逐条结果（{n}）"),
    "findings.intro": Bilingual(
        "Every rule that was considered stands here, by rule pack and article.",
        "以下列出本次评估的全部规则，按规则包和条文排列。",
    ),
    "findings.scope": Bilingual("Scope", "适用范围"),
    "findings.scope.always": Bilingual("It always applies.", "始终适用。"),
    "findings.scope.yes": Bilingual("the rule pack applies", "适用"),
    "findings.scope.no": Bilingual("the rule pack does not apply", "不适用"),
    "findings.scope.open": Bilingual("not settled whether the rule pack applies", "是否适用尚未确定"),
    "findings.rules": Bilingual("{n} rule{s}", "{n} 条规则"),
    "finding.outcome": Bilingual("Outcome", "结果"),
    "finding.counts": Bilingual("Counts as", "计为"),
    "finding.weight": Bilingual("Weight", "性质"),
    "finding.due": Bilingual("Due", "期限届满日"),
    "finding.because": Bilingual("Open because of", "无法判定的原因"),
    "finding.marks": Bilingual("Marks", "备注"),
    "finding.rule": Bilingual("Rule", "规则"),
    "finding.place": Bilingual("In the project file", "在项目文件中"),
    "finding.deciding": Bilingual("Answers that decide it", "决定结果的事项"),
    "finding.law": Bilingual("The law", "法律依据"),
    "finding.tree": Bilingual("How it came out, down to the answers", "判断过程（直至所依据的答案）"),
    "finding.records": Bilingual("Entry by entry", "逐项情况"),
    "finding.waiver": Bilingual("Waiver", "内部批准的偏离"),
    "finding.not_in_force": Bilingual(
        "Not in force on {day}, so it was not judged.", "{day} 当日不在有效期内，不作判断。"
    ),
    "finding.scope_link": Bilingual("Why “{pack}” applies or not", "“{pack}”是否适用及理由"),
    # Filters
    "filter.title": Bilingual("Show", "筛选"),
    "filter.state": Bilingual("Result", "结果"),
    "filter.severity": Bilingual("Weight", "性质"),
    "filter.where": Bilingual("Rule pack or article", "规则包或条文"),
    "filter.text": Bilingual("Text", "文字"),
    "filter.any": Bilingual("All", "全部"),
    "filter.whole": Bilingual("whole rule pack", "整个规则包"),
    "filter.open": Bilingual("Open all", "全部展开"),
    "filter.close": Bilingual("Close all", "全部收起"),
    "filter.clear": Bilingual("Clear", "清除筛选"),
    "filter.shown": Bilingual("{shown} of {all} shown", "显示 {shown} / {all}"),
    "filter.link": Bilingual(
        "The address of this page keeps what is chosen.", "所选条件保存在本页网址中，可直接分享。"
    ),
    # Registers
    "answers.title": Bilingual("Answers given ({n})", "已答事项（{n}）"),
    "answers.intro": Bilingual(
        "As they stand in the project file. Where a fact is sensitive its value is not shown.",
        "以项目文件所载为准。敏感信息不显示具体内容。",
    ),
    "answers.intro.shown": Bilingual(
        "As they stand in the project file, sensitive ones included.",
        "以项目文件所载为准，含敏感信息。",
    ),
    "answers.nothing": Bilingual("The project file answers nothing yet.", "项目文件尚未作答。"),
    "answers.fold": Bilingual(
        "All answers, with their places in the project file", "全部答案及其在项目文件中的位置"
    ),
    "answers.fact": Bilingual("Fact", "事项"),
    "answers.answer": Bilingual("Answer", "答案"),
    "answers.place": Bilingual("Place", "位置"),
    "register.title": Bilingual("Evidence register ({n})", "证明材料登记（{n}）"),
    "register.none": Bilingual("The project file lists no evidence.", "项目文件未列证明材料。"),
    "register.looks": Bilingual("Evidence that needs a look", "需要留意的证明材料"),
    "waivers.title": Bilingual("Waivers ({n})", "内部批准的偏离（{n}）"),
    "waivers.none": Bilingual("There are no waivers.", "没有内部批准的偏离。"),
    "views.title": Bilingual("Counsel’s views this rests on ({n})", "所依据的律师意见（{n}）"),
    "views.none": Bilingual("No view of counsel is on record.", "没有记录律师意见。"),
    "ledger.title": Bilingual("The law, provision by provision", "条文处理一览"),
    "ledger.intro": Bilingual(
        "Every provision of the laws in the rule packs is accounted for: by rules, or with the reason why not.",
        "规则包所收依据文件的每一条均有交代：编为规则，或者说明未编的理由。",
    ),
    "ledger.provision": Bilingual("Provision", "条文"),
    "ledger.subject": Bilingual("Subject", "内容"),
    "ledger.handled": Bilingual("How it is dealt with", "处理方式"),
    "ledger.reason": Bilingual("Rules, or the reason", "规则或理由"),
    # Method and digests
    "method.title": Bilingual("Method and limits", "方法与局限"),
    "method.unknown": Bilingual(
        "What nobody has answered counts as unknown, never as no. A rule is decided only if every way of answering "
        "what is open leads to the same outcome; else it is undecided, and the answers that decide it are named.",
        "未答事项一律视为未知，不当作否。只有在未答事项无论如何作答结果均相同时，规则才有确定结果；"
        "否则为无法判定，并列明决定结果的事项。",
    ),
    "method.day": Bilingual(
        "Everything is judged as of {day}. Time limits, validity of law, evidence and waivers are counted on that day.",
        "一切以 {day} 为准：期限、条文的效力、证明材料和内部批准的偏离均按该日判断。",
    ),
    "method.counts": Bilingual(
        "Of the rules only prohibitions and mandatory requirements count in the verdict. Recommendations and practice "
        "are shown and never counted. A waiver is the project’s own decision: it is shown and does not make a breach "
        "lawful.",
        "规则中仅禁止性要求和强制性要求计入结论；建议和实务做法只作展示，不计入结论。内部批准的偏离是项目自身的决定，"
        "仅作标注，不使违规行为合法。",
    ),
    "method.answers": Bilingual(
        "The answers are the project’s own. Evidence files are compared with the SHA-256 noted for them; what they "
        "say is not examined, and no address on the web was looked at.",
        "答案由项目方自行提供。证明材料仅与所记 SHA-256 核对，其内容未经审查；网址未作访问。",
    ),
    "digests.title": Bilingual("Digests and how to verify", "摘要值与核验方法"),
    "digests.seal": Bilingual(
        "The report carries a seal: its own SHA-256. It shows damage and careless edits; it is no signature, "
        "as whoever changes the report on purpose can seal it again.",
        "本报告载有完整性校验值，即报告自身的 SHA-256，可发现损坏和误改，但不是电子签名：有意改动者可以重新写入。",
    ),
    "digests.verify": Bilingual(
        "Check the seal and what the report carries:", "核对完整性校验值及所载数据："
    ),
    "digests.replay": Bilingual(
        "Make the report again from the project file and compare every byte:",
        "依据项目文件重新生成报告并逐字节比对：",
    ),
    "digests.carried": Bilingual(
        "The whole assessment is inside this file as JSON (script element “assessment”).",
        "完整评估数据以 JSON 形式载于本文件之内（id 为 “assessment” 的 script 元素）。",
    ),
    "legend": Bilingual("Marks", "符号"),
    "legend.tree": Bilingual("Of conditions:", "用于各项条件："),
}


def word(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled. `n` also fills the English plural ending."""
    if "n" in slots:
        slots = {"s": "" if slots["n"] == 1 else "s", **slots}
    return DOCUMENT_WORDS[key].get(lang).format_map(slots)
