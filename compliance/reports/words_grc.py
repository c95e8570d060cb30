"""The words that the forms for GRC tools say (OSCAL, CycloneDX), in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

GRC_WORDS: Final[dict[str, Bilingual]] = {
    "results.title": Bilingual("Self-assessment of {name}", "{name}合规自评结果"),
    "poam.title": Bilingual("Plan of action and milestones of {name}", "{name}整改计划与节点"),
    "nameless": Bilingual("the service described in {file}", "{file} 所述服务"),
    "dates": Bilingual(
        "The as-of date is {day}. Dates are days in the time zone of the rule packs, written as 00:00 UTC;"
        " a day on which something falls due counts in full.",
        "基准日为 {day}。日期均为规则包所用时区的日历日，以协调世界时零点书写；期限届满之日全日有效。",
    ),
    "two_states": Bilingual(
        "OSCAL knows two states. What is undecided, due or a past breach has the state not-satisfied and the reason"
        " other; what does not apply has the state satisfied and the reason other. The properties outcome and standing"
        " tell them apart.",
        "OSCAL 只有两种状态。无法判定、期限未满和既往违规记为 not-satisfied，理由为 other；"
        "不适用记为 satisfied，理由为 other。以属性 outcome 和 standing 区分。",
    ),
    "method.title": Bilingual("How this was assessed", "评估方法"),
    "method": Bilingual(
        "There is no assessment plan in OSCAL. Each rule of the packs named here was evaluated against the answers"
        " in the project file as of one date. An open answer counts as unknown, never as no. A rule's outcome is"
        " definite only if every way of answering what is open agrees. Nobody has verified the answers.",
        "本次评估没有 OSCAL 格式的评估计划。依据此处所列规则包，按同一基准日，将每条规则与项目文件中的答案比对。"
        "未答事项视为未知，不视为“否”。仅当未答事项无论如何作答结论均一致时，规则的结论才是确定的。答案未经他人核实。",
    ),
    "method.short": Bilingual(
        "No assessment plan: the resource says how this was assessed.", "无评估计划：评估方法见所指资源。"
    ),
    "component.remarks": Bilingual("The service as the project file describes it.", "项目文件所描述的服务。"),
    "component.status": Bilingual(
        "Whether it is running is an answer in the project file.", "是否在运行见项目文件中的答案。"
    ),
    "tool": Bilingual("The program that evaluated the rules.", "对规则进行评估的程序。"),
    "platform": Bilingual("compliance", "compliance"),
    "controls": Bilingual(
        "Controls are the provisions that rules rest on; objectives are the rules.",
        "控制项为规则所依据的条文，目标为规则本身。",
    ),
    "controls.excluded": Bilingual(
        "The objectives excluded are rules that are not in force on the as-of date; they were not assessed.",
        "被排除的目标为基准日不在有效期内的规则，未予评估。",
    ),
    "past": Bilingual(
        "A past breach that is remedied: not counted in the verdict; exposure stays.",
        "既往违规，已补正：不计入结论，但仍可能承担法律责任。",
    ),
    "not_applicable": Bilingual(
        "Does not apply to this service; neither met nor breached.",
        "该要求不适用于本服务，既非符合亦非违反。",
    ),
    "waived": Bilingual(
        "Waived internally. That does not make a breach lawful, and the verdict counts it.",
        "属内部批准的偏离，不使违规行为合法，结论仍予计入。",
    ),
    "waived.rest": Bilingual("Other entries are undecided.", "其余条目无法判定。"),
    "undecided": Bilingual(
        "Undecided: open answers, a doubt of law or the calendar leave it open. Neither met nor breached.",
        "无法判定：尚有未答事项、法律疑义，或者放假安排尚未公布，既不能认定符合，也不能认定违反。",
    ),
    "pending": Bilingual("Not done yet; the time limit is still running.", "尚未完成，期限未满。"),
    "met": Bilingual("Met.", "符合。"),
    "breached": Bilingual("Violated.", "违反。"),
    "advice": Bilingual(
        "A recommendation or practice: it does not count in the verdict.", "属建议或实务做法，不计入结论。"
    ),
    "answer": Bilingual("Answer: {label}", "请回答：{label}"),
    "calendar": Bilingual(
        "Assess again when the public holidays of the year are announced", "待相关年度放假安排公布后重新评估"
    ),
    "bound": Bilingual("Answer some of the open facts and assess again", "先回答部分未答事项，再重新评估"),
    "remedy": Bilingual("Remedy", "整改"),
    "settle": Bilingual("Find out", "查明"),
    "settle.how": Bilingual(
        "Obtain the answers that this hangs on, then assess again.", "查明决定结果的事项后，重新评估。"
    ),
    "nothing.title": Bilingual("Nothing to do", "无待办事项"),
    "nothing": Bilingual(
        "No requirement is violated, undecided or due. OSCAL demands at least one item; this one says that there is"
        " none.",
        "没有违反、无法判定或期限未满的要求。OSCAL 要求至少列出一项，本项仅说明无待办事项。",
    ),
    "evidence": Bilingual("Evidence: {kind} ({state})", "证明材料：{kind}（{state}）"),
    "evidence.sha256": Bilingual("SHA-256 noted: {digest}", "所记 SHA-256：{digest}"),
    "evidence.found": Bilingual("SHA-256 of the file found: {digest}", "实际文件 SHA-256：{digest}"),
    "evidence.dates": Bilingual("Issued {issued}; expires {expires}", "出具日：{issued}；到期日：{expires}"),
    "evidence.no_kind": Bilingual("document", "材料"),
    "pack": Bilingual("Rule pack {pack} {version}", "规则包 {pack} {version}"),
    "waiver": Bilingual("Waiver of {rule}", "内部批准的偏离：{rule}"),
    "superseded": Bilingual("Superseded by {instrument}.", "已由{instrument}取代。"),
    "in_force": Bilingual("In force from {start} until {end}.", "施行期间：{start} 至 {end}。"),
    "view": Bilingual("Counsel's view", "律师意见"),
    "attestation": Bilingual(
        "A self-assessment by the provider. A conformance score is given only where the outcome is definite: 1 for met,"
        " 0 for violated, waived or not. What is undecided, due, a past breach or not applicable has none; its"
        " rationale says why. There are no confidence scores, as nobody has verified the answers.",
        "本声明为提供者自评。仅当结论确定时给出符合度：符合为 1，违反为 0（不论是否属内部批准的偏离）。"
        "无法判定、期限未满、既往违规和不适用者不给出符合度，理由见 rationale。答案未经他人核实，故不给出置信度。",
    ),
    "unassessed": Bilingual(
        "No rule covers this provision: check by hand.", "该条文尚无对应规则，须人工核对。"
    ),
}


def grc(key: str, lang: str, **slots: object) -> str:
    """The words for a key with its slots filled."""
    return GRC_WORDS[key].get(lang).format_map(slots)
