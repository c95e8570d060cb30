"""The words that only the Excel workbook says, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

EXCEL_WORDS: Final[dict[str, Bilingual]] = {
    # Sheets: at most 31 characters, none of []:*?/\
    "sheet.summary": Bilingual("Summary", "概要"),
    "sheet.missing": Bilingual("Missing items", "缺项清单"),
    "sheet.questions": Bilingual("Questions", "待答问题"),
    "sheet.findings": Bilingual("Findings", "逐条结果"),
    "sheet.answers": Bilingual("Answers", "已答事项"),
    "sheet.evidence": Bilingual("Evidence", "证明材料"),
    "sheet.deadlines": Bilingual("Deadlines", "期限"),
    "sheet.waivers": Bilingual("Waivers, views of counsel", "内部批准的偏离和律师意见"),
    "sheet.ledger": Bilingual("Ledger", "条文处理一览"),
    "sheet.none": Bilingual("none", "无"),
    # Headings
    "head.number": Bilingual("No.", "序号"),
    "head.urgency": Bilingual("Urgency", "紧急程度"),
    "head.responsible": Bilingual("Responsible", "负责人"),
    "head.date": Bilingual("Date", "日期"),
    "head.status": Bilingual("Status", "进展"),
    "head.why": Bilingual("Why", "理由"),
    "head.do": Bilingual("Do", "措施"),
    "head.standing": Bilingual("Counts as", "计为"),
    "head.hard_stop": Bilingual("Hard stop", "硬性障碍"),
    "head.past": Bilingual("Past breach", "既往违规"),
    "head.waived": Bilingual("Waiver", "内部批准的偏离"),
    "head.scope": Bilingual("If in scope (not counted)", "如在适用范围内（不计入结论）"),
    "head.deciding": Bilingual("Facts that decide (# question)", "决定结果的事项（# 为待答问题序号）"),
    "head.doubt": Bilingual("Doubt", "疑义"),
    "head.penalty": Bilingual("Penalty", "罚则"),
    "head.place": Bilingual("Place", "位置"),
    "head.answer": Bilingual("Answer", "答案"),
    "head.left": Bilingual("Days left", "剩余天数"),
    "head.about": Bilingual("About", "对象"),
    "head.until": Bilingual("Until", "有效期至"),
    "head.instrument": Bilingual("Instrument", "依据文件"),
    "head.provision": Bilingual("Provision", "条文"),
    "head.title": Bilingual("Subject", "内容"),
    "head.handled": Bilingual("How it is dealt with", "处理方式"),
    "head.questions": Bilingual("Asks for", "对应事项"),
    "head.in_force": Bilingual("In force", "施行日期"),
    # How urgent something missing is, the most urgent first
    "urgency.blocking": Bilingual("1 blocking: hard stop", "1 硬性障碍"),
    "urgency.violated": Bilingual("2 violated", "2 违反"),
    "urgency.undecided": Bilingual("3 undecided", "3 无法判定"),
    "urgency.pending": Bilingual("4 due", "4 期限未满"),
    "urgency.waived": Bilingual("5 waived for now", "5 内部批准的偏离"),
    "urgency.advice": Bilingual("6 advice, does not count", "6 建议，不计入结论"),
    # What people fill in
    "status.open": Bilingual("Open", "未开始"),
    "status.in_work": Bilingual("In progress", "进行中"),
    "status.waiting": Bilingual("Waiting for others", "等待他方"),
    "status.done": Bilingual("Done", "已完成"),
    "status.dropped": Bilingual("Not needed", "无需处理"),
    "status.wrong": Bilingual("Choose one of the list.", "请从列表中选择。"),
    "date.wrong": Bilingual("Write a date, such as 2026-11-24.", "请填写日期，如 2026-11-24。"),
    "wrong": Bilingual("Not possible", "无法填写"),
    # Cells
    "yes": Bilingual("yes", "是"),
    "no": Bilingual("no", "否"),
    "past.some": Bilingual("some records", "部分条目"),
    "past.yes": Bilingual("yes, remedied", "是，已补正"),
    "waived.each": Bilingual(
        "all that is violated is waived, record by record", "违反的各条目均属内部批准的偏离"
    ),
    "do.answer": Bilingual("Answer on sheet “Questions”: {named}", "回答“待答问题”表第 {named} 项"),
    "do.answer.facts": Bilingual("Answer {named}", "回答 {named}"),
    "cut": Bilingual(
        "[cut: {n} more characters; a cell holds no more]", "【已截断，余 {n} 个字符：单元格容量所限】"
    ),
    "deadline.rule": Bilingual("requirement", "要求"),
    "deadline.planned": Bilingual("planned: counts as not yet", "计划中：视为尚未发生"),
    "deadline.evidence": Bilingual("evidence expires", "证明材料到期"),
    "deadline.waiver": Bilingual("waiver expires", "内部批准的偏离到期"),
    "deadline.past": Bilingual("passed", "已过"),
    "said.waiver": Bilingual("waiver", "内部批准的偏离"),
    "said.view": Bilingual("counsel's view", "律师意见"),
    # Summary
    "summary.verdict": Bilingual("Verdict", "结论"),
    "summary.in_words": Bilingual("In one line", "一句话结论"),
    "summary.given": Bilingual("Day named by hand", "基准日是否由人工指定"),
    "summary.given.no": Bilingual("no: the day of the assessment", "否：为评估当日"),
    "summary.partial": Bilingual("Partial", "是否部分评估"),
    "summary.scope": Bilingual("Scope", "适用范围"),
    "summary.counts": Bilingual("Counts", "统计"),
    "summary.digests": Bilingual("Digests (SHA-256)", "摘要值（SHA-256）"),
    "summary.assessment": Bilingual("assessment (JSON)", "评估数据（JSON）"),
    "summary.seal": Bilingual(
        "The digest of the assessment is the one in the report made with --format json. Digests find damage and "
        "careless edits; they are no signature.",
        "评估数据的摘要值与 --format json 所生成报告中的一致。摘要值可发现损坏和误改，但不是电子签名。",
    ),
    "summary.notes": Bilingual("Notes", "说明"),
}
