"""What each key of the JSON form of `compliance diff` means, in both languages, by its place in the schema."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

_TOP: Final[dict[str, Bilingual]] = {
    "format": Bilingual("Names the format; always this word.", "格式名称，固定为此值。"),
    "version": Bilingual(
        "Version of the format; it is raised when a key is taken away or changes its meaning.",
        "格式版本；删去字段或者改变其含义时递增。",
    ),
    "program": Bilingual("The program that compared.", "进行对比的程序。"),
    "program.name": Bilingual("Name of the program; always this word.", "程序名称，固定为此值。"),
    "program.version": Bilingual("Version of the program, such as 0.1.0.", "程序版本，如 0.1.0。"),
    "old": Bilingual("The assessment that was named first.", "先列出的评估。"),
    "new": Bilingual("The assessment that was named second.", "后列出的评估。"),
    "nothing_changed": Bilingual(
        "Whether nothing changed, places in the file and digests aside.",
        "是否全无变化；文件中的位置和摘要值不计。",
    ),
    "verdict": Bilingual(
        "Which way the verdict moved; null where the two runs did not look at the same packs. `other` is neither "
        "better nor worse.",
        "结论变好还是变差；两次评估的规则包不同时为 null。`other` 表示无好坏之分。",
    ),
    "same_packs": Bilingual(
        "Whether both runs were over the same packs, so that verdicts can be compared.",
        "两次评估的规则包是否相同；相同时结论方可比较。",
    ),
    "regression": Bilingual("What `--fail-on-regression` rests on.", "`--fail-on-regression` 的判断依据。"),
    "regression.outcome": Bilingual(
        "Whether there is a regression; `cannot_say` is not a pass.",
        "合规水平是否下降；`cannot_say` 表示无法判断，不视为通过。",
    ),
    "regression.verdict": Bilingual("Whether the verdict got worse.", "结论是否变差。"),
    "regression.rules": Bilingual(
        "Binding rules that got worse and are violated or undecided now.",
        "变差且现为违反或无法判定的禁止性、强制性规则。",
    ),
    "regression.new_rules": Bilingual(
        "The same for rules that only now apply, bind, are in force or are in the packs.",
        "同上，限于现在才适用、才具约束力、才生效或者才载入规则包的规则。",
    ),
    "rules": Bilingual(
        "Rules of both sides that stand otherwise; one whose records moved both ways is there twice.",
        "双方均有而结果不同的规则；其条目有好有坏的，列出两次。",
    ),
    "only_old": Bilingual("Rules that only the old side has.", "仅旧评估涉及的规则。"),
    "only_new": Bilingual("Rules that only the new side has.", "仅新评估涉及的规则。"),
    "answers": Bilingual("Answers that changed, or may have changed.", "有变化或者可能有变化的答案。"),
    "packs": Bilingual(
        "Packs with another version or content, that apply otherwise, or of one side.",
        "版本、内容或适用与否不同，或者仅一方具有的规则包。",
    ),
    "packs.id": Bilingual("Id of the rule pack.", "规则包的标识。"),
    "packs.old": Bilingual(
        "How the old side has it; null where it lacks it.", "旧评估中的情况；没有的为 null。"
    ),
    "packs.new": Bilingual(
        "How the new side has it; null where it lacks it.", "新评估中的情况；没有的为 null。"
    ),
}
_ITEMS: Final = {
    "evidence": Bilingual("Evidence entries that changed.", "有变化的证明材料。"),
    "waivers": Bilingual(
        "Waivers that changed; the id is `rule`, or `rule [record]`.",
        "有变化的内部批准的偏离；标识为 `rule` 或 `rule [record]`。",
    ),
    "views": Bilingual(
        "Counsel's views that changed, by the point of law.", "有变化的律师意见，以法律疑义为标识。"
    ),
    "planned": Bilingual(
        "Events after the as-of date that changed, by the path of the fact.",
        "有变化的计划中事项，以事项路径为标识。",
    ),
}
_ITEM: Final = {
    "id": Bilingual("What names the entry on both sides.", "双方用以识别该项的标识。"),
    "old": Bilingual("The entry on the old side; null where it lacks it.", "旧评估中的内容；没有的为 null。"),
    "new": Bilingual("The entry on the new side; null where it lacks it.", "新评估中的内容；没有的为 null。"),
}
_FACE: Final = {
    "rule": Bilingual("Id of the rule.", "规则的标识。"),
    "pack": Bilingual("Id of the pack that the rule is from.", "规则所属规则包的标识。"),
    "title": Bilingual("Title of the rule, as the newer side has it.", "规则标题，以较新一方为准。"),
    "severity": Bilingual("How much the rule weighs now.", "规则现在的性质。"),
    "binding": Bilingual("Whether it is, or was, binding.", "是否（或曾）为禁止性、强制性规则。"),
    "hard_stop": Bilingual("Whether a breach blocks by itself.", "违反即构成硬性障碍。"),
}
_DEFINITIONS: Final[dict[str, Bilingual]] = {
    "text": Bilingual("A text in both languages.", "中英文对照的文本。"),
    "text.en": Bilingual("The text in English.", "英文文本内容。"),
    "text.zh": Bilingual("The text in Chinese.", "中文文本内容。"),
    "side": Bilingual("What one of the two assessments is.", "其中一份评估的基本情况。"),
    "side.file": Bilingual("Path of the manifest, as the assessment names it.", "评估所载的项目文件路径。"),
    "side.as_of": Bilingual("The date everything was judged at.", "评估基准日。"),
    "side.as_of_given": Bilingual("Whether that date was named by hand.", "基准日是否由人工指定。"),
    "side.verdict": Bilingual("What the whole came to.", "总的评估结论。"),
    "side.verdict_line": Bilingual("The verdict in a sentence.", "一句话的评估结论。"),
    "side.final": Bilingual(
        "Whether no open fact could make the verdict worse.", "未答事项是否已不能使结论变差。"
    ),
    "side.worst": Bilingual("The worst verdict that was still possible.", "当时仍有可能出现的最差结论。"),
    "side.partial": Bilingual(
        "The packs that were asked for, when not all were; sorted.",
        "仅评估部分规则包时所选的规则包，已排序。",
    ),
    "side.packs": Bilingual("The packs of the run.", "评估所用的规则包。"),
    "side.program": Bilingual(
        "Version of the program that assessed, such as 0.1.0.", "进行评估的程序版本，如 0.1.0。"
    ),
    "side.sensitive_shown": Bilingual(
        "Whether sensitive answers are shown there.", "该评估是否显示敏感信息。"
    ),
    "side.digests": Bilingual("SHA-256 of what it rests on.", "所依据内容的 SHA-256。"),
    "side.digests.rules": Bilingual("That of the rules.", "规则的摘要值。"),
    "side.digests.manifest": Bilingual("That of the manifest.", "项目文件的摘要值。"),
    "side.digests.private": Bilingual(
        "That of the private file; `hidden` where sensitive answers are masked; null where there is none.",
        "敏感信息文件的摘要值；不显示敏感信息的为 `hidden`；没有的为 null。",
    ),
    "rule": Bilingual("A rule that stands otherwise than before.", "结果与此前不同的规则。"),
    "rule.severity_was": Bilingual(
        "How much it weighed before; null where that is the same.", "此前的性质；未变的为 null。"
    ),
    "rule.group": Bilingual("Where the change is told.", "该变化归入哪一部分。"),
    "rule.direction": Bilingual(
        "Which way the rule, or the records named, moved.", "该规则或者所列条目变好还是变差。"
    ),
    "rule.newly_applies": Bilingual(
        "Whether it got worse because it did not apply, or did not bind, before.",
        "是否因此前不适用或不具约束力而变差。",
    ),
    "rule.old": Bilingual("How it stood.", "此前的结果。"),
    "rule.new": Bilingual("How it stands now.", "现在的结果。"),
    "rule.records": Bilingual("The records that moved that way.", "朝同一方向变化的条目。"),
    "rule.ran_out": Bilingual(
        "The last day of a limit that was running and has passed without the deed; null where there is none.",
        "此前未满、现已届满而未履行的期限的最后一日；没有的为 null。",
    ),
    "rule.looked_at": Bilingual(
        "Paths of the changed answers and views that the rule looks at; no cause is claimed.",
        "该规则所涉及的、有变化的答案和意见的路径；并不表示因果关系。",
    ),
    "rule.perhaps": Bilingual(
        "Paths of sensitive answers that it looks at and that cannot be compared.",
        "该规则所涉及的、无法比较的敏感信息的路径。",
    ),
    "rule.looks_known": Bilingual(
        "Whether all that the rule looks at is known; otherwise only what an open outcome hangs on is.",
        "该规则所涉及的事项是否全部已知；否则仅知未定结果所取决的事项。",
    ),
    "record": Bilingual("A record of a rule about a list.", "涉及列表的规则中的一个条目。"),
    "record.record": Bilingual(
        "Key of the record; null for records that may follow the listed ones.",
        "条目的键；未列的其他条目为 null。",
    ),
    "record.old": Bilingual("How it stood; null where it was not listed.", "此前的结果；当时未列的为 null。"),
    "record.new": Bilingual(
        "How it stands now; null where it is not listed.", "现在的结果；现未列的为 null。"
    ),
    "record.ran_out": Bilingual(
        "The last day of a limit that has passed since without the deed; null where there is none.",
        "其间届满而未履行的期限的最后一日；没有的为 null。",
    ),
    "state": Bilingual("How a rule, or one record of it, stands on one side.", "规则或其条目在一方的结果。"),
    "state.standing": Bilingual("How it counts in the verdict.", "在结论中如何计算。"),
    "state.outcome": Bilingual("What the rule comes to.", "规则的判定结果。"),
    "state.weight": Bilingual(
        "How heavily it weighs, 0 for what holds; the greater is the worse.",
        "轻重程度，无违反为 0，数值越大越差。",
    ),
    "state.waived_until": Bilingual(
        "Last day of the waiver; null unless all that is violated is waived.",
        "内部批准的偏离的最后一日；并非全部违反均获批准的为 null。",
    ),
    "state.due": Bilingual("Last day of a running limit; else null.", "未满期限的最后一日，否则为 null。"),
    "state.decided_by": Bilingual("Paths of the open facts that decide it.", "决定结果的未答事项的路径。"),
    "state.reasons": Bilingual("Why it is undecided.", "无法判定的原因。"),
    "state.why": Bilingual(
        "The tests that account for it, as sentences.", "得出该结果的各项判断，以语句表述。"
    ),
    "state.if_in_scope": Bilingual(
        "The outcome if the pack applied, while that is open; never counted.",
        "是否适用尚未确定时，如适用的结果；不计入结论。",
    ),
    "state.location": Bilingual(
        "The place in the manifest, as file:line:column; null where there is none.",
        "项目文件中的位置，格式为 file:line:column；没有的为 null。",
    ),
    "one_sided": Bilingual("A rule that only one side has.", "仅一方具有的规则。"),
    "one_sided.cause": Bilingual(
        "Why: `in_force`, it came into or went out of force; `rules`, its pack has it in one version only; `pack`, "
        "its pack was assessed on one side only.",
        "原因：`in_force` 生效或失效；`rules` 仅规则包的一个版本载有；`pack` 其规则包仅在一方评估。",
    ),
    "one_sided.state": Bilingual("How it stands on that side.", "在该方的结果。"),
    "answer": Bilingual("An answer that changed, or may have changed.", "有变化或者可能有变化的答案。"),
    "answer.path": Bilingual(
        "Path of the fact, with the record for a field of a list.", "事项路径，列表字段含条目。"
    ),
    "answer.label": Bilingual("What the fact is called.", "该事项的名称。"),
    "answer.change": Bilingual(
        "What became of it; `masked` where it is sensitive and cannot be compared.",
        "变化的种类；`masked` 表示属敏感信息，无法比较。",
    ),
    "answer.old": Bilingual(
        "The answer before; null where there was none or it cannot be compared.",
        "此前的答案；没有或者无法比较的为 null。",
    ),
    "answer.new": Bilingual(
        "The answer now; null where there is none or it cannot be compared.",
        "现在的答案；没有或者无法比较的为 null。",
    ),
    "answer.looked_at_by": Bilingual(
        "Ids of the changed rules that look at it.", "涉及该答案的、有变化的规则的标识。"
    ),
    "pack_side": Bilingual("A pack as one side has it.", "规则包在一方的情况。"),
    "pack_side.version": Bilingual("Version of the pack, such as 1.2.0.", "规则包的版本，如 1.2.0。"),
    "pack_side.digest": Bilingual("SHA-256 of the pack's files.", "规则包各文件的 SHA-256 摘要值。"),
    "pack_side.applies": Bilingual("Whether it applies to the project.", "是否适用于该项目。"),
    "evidence_entry": Bilingual("An evidence entry on one side.", "一方的证明材料。"),
    "evidence_entry.state": Bilingual(
        "What was found, and whether it expired.", "核对情况，以及是否已到期。"
    ),
    "evidence_entry.where": Bilingual("File or address of the evidence.", "文件或者网址。"),
    "evidence_entry.digest": Bilingual("The SHA-256 that is noted.", "所记的 SHA-256 摘要值。"),
    "evidence_entry.found": Bilingual(
        "SHA-256 of the file that was found, where none is noted.", "未记摘要值时，所找到文件的 SHA-256。"
    ),
    "evidence_entry.issued": Bilingual("The day it was issued.", "材料的出具日。"),
    "evidence_entry.expires": Bilingual("The last day it is good for.", "材料的到期日。"),
    "evidence_entry.kind": Bilingual("Kind of evidence.", "证明材料的种类。"),
    "evidence_entry.rules": Bilingual("The rules it supports, with commas.", "所支持的规则，以逗号分隔。"),
    "waivers_entry": Bilingual("A waiver on one side.", "一方的内部批准的偏离。"),
    "waivers_entry.state": Bilingual("What became of the waiver.", "该偏离是否有效。"),
    "waivers_entry.expires": Bilingual("Its last day.", "有效期的最后一日。"),
    "waivers_entry.approver": Bilingual("Who approved it.", "批准偏离的人。"),
    "waivers_entry.reason": Bilingual("Why it was approved.", "批准偏离的理由。"),
    "views_entry": Bilingual("Counsel's view on one side.", "一方的律师意见。"),
    "views_entry.view": Bilingual("Id of the view that is taken.", "所采意见的标识。"),
    "views_entry.by": Bilingual("Whose view it is.", "意见的出具人。"),
    "views_entry.on": Bilingual("The day of the view.", "意见的出具日。"),
    "views_entry.note": Bilingual("What counsel added.", "律师的附注内容。"),
    "planned_entry": Bilingual("A planned event on one side.", "一方的计划中事项。"),
    "planned_entry.date": Bilingual("The day it is planned for.", "计划的日期。"),
}

WORDS: Final[dict[str, Bilingual]] = {
    **_TOP,
    **_ITEMS,
    **{f"{name}.{key}": words for name in _ITEMS for key, words in _ITEM.items()},
    **{f"{name}.{key}": words for name in ("rule", "one_sided") for key, words in _FACE.items()},
    **_DEFINITIONS,
}
