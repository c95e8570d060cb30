"""The words of `compliance verify` and `compliance replay`, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

REPLAY_WORDS: Final[dict[str, Bilingual]] = {
    "verify.report": Bilingual(
        "{file}: {form} report as of {day}, {packs}", "{file}：{form} 报告，基准日 {day}，{packs}"
    ),
    "verify.all_packs": Bilingual("all rule packs", "全部规则包"),
    "verify.some_packs": Bilingual("only {packs}", "仅 {packs}"),
    "verify.verdict": Bilingual("It says: {line}", "报告结论：{line}"),
    "verify.program": Bilingual(
        "It was made by compliance {made}; this is {here}.", "由 compliance {made} 生成；当前版本为 {here}。"
    ),
    "verify.seal.holds": Bilingual(
        "seal of the report: fits, {digest}", "报告的完整性校验值：相符，{digest}"
    ),
    "verify.seal.differs": Bilingual(
        "seal of the report: does not fit; the file was changed after it was made (written {written}, found {digest})",
        "报告的完整性校验值：不符，文件生成后被改动（载明 {written}，实为 {digest}）",
    ),
    "verify.seal.missing": Bilingual(
        "seal of the report: none, or more than one", "报告的完整性校验值：没有，或者不止一个"
    ),
    "verify.inner.holds": Bilingual("assessment inside: fits, {digest}", "内含的评估数据：相符，{digest}"),
    "verify.inner.differs": Bilingual(
        "assessment inside: changed after it was made (written {written}, found {digest})",
        "内含的评估数据：生成后被改动（载明 {written}，实为 {digest}）",
    ),
    "verify.inner.missing": Bilingual(
        "assessment inside: has no digest of its own, or more than one",
        "内含的评估数据：没有自身的摘要值，或者不止一个",
    ),
    "verify.rules.holds": Bilingual("rules: those of the report, {digest}", "规则：与报告所用一致，{digest}"),
    "verify.rules.differs": Bilingual(
        "rules: others than those of the report: {needed}; here: {here}",
        "规则：与报告所用不一致：{needed}；现有：{here}",
    ),
    "verify.rules.elsewhere": Bilingual(
        "rules: not compared; the report was made with others than the bundled ones: {needed}; here: {here} (--rules)",
        "规则：未核对；报告所用并非现附规则：{needed}；现附：{here}（可用 --rules 指定）",
    ),
    "verify.manifest.holds": Bilingual("project file: that of the report", "项目文件：与报告所依据的一致"),
    "verify.manifest.differs": Bilingual(
        "project file: changed since (then {written}, now {digest})",
        "项目文件：此后已变动（当时 {written}，现为 {digest}）",
    ),
    "verify.private.holds": Bilingual("private file: that of the report", "敏感信息文件：与报告所依据的一致"),
    "verify.private.differs": Bilingual("private file: changed since", "敏感信息文件：此后已变动"),
    "verify.private.came": Bilingual(
        "private file: there was none, now there is one", "敏感信息文件：当时没有，现在有"
    ),
    "verify.private.gone": Bilingual(
        "private file: there was one, now there is none", "敏感信息文件：当时有，现在没有"
    ),
    "verify.private.unlooked": Bilingual(
        "private file: there is one, as then; not compared, as a report that masks sensitive answers states no "
        "digest of it",
        "敏感信息文件：与当时一样存在；不显示敏感信息的报告不载明其摘要值，故未核对",
    ),
    "verify.evidence.holds": Bilingual("evidence {id}: as it was", "证明材料 {id}：与当时一致"),
    "verify.evidence.differs": Bilingual(
        "evidence {id}: changed since (then {written}, now {digest})",
        "证明材料 {id}：此后已变动（当时 {written}，现为 {digest}）",
    ),
    "verify.evidence.unfit": Bilingual(
        "evidence {id}: cannot be compared: {why}", "证明材料 {id}：无法核对：{why}"
    ),
    "verify.project.unlooked": Bilingual(
        "project file and evidence: not looked at (name the project: -m PATH)",
        "项目文件和证明材料：未核对（请用 -m 指定项目）",
    ),
    "verify.none": Bilingual("none", "无"),
    "verify.note": Bilingual(
        "A seal finds damage and careless edits; it is no signature. `compliance replay` makes the report again from "
        "the project's files and compares it.",
        "完整性校验值可以发现损坏和误改，但不是电子签名。`compliance replay` 依据项目文件重新生成报告并逐字节比对。",
    ),
    "replay.identical": Bilingual(
        "IDENTICAL: made again from rules, project file, evidence and date, the report is the same to the byte.",
        "完全一致：依据规则、项目文件、证明材料和基准日重新生成的报告，与原报告逐字节相同。",
    ),
    "replay.same_assessment": Bilingual(
        "NOT IDENTICAL: the assessment is the same to the byte, but the document around it is not. It was changed, or "
        "made by another version of the program or of its PDF package.",
        "不完全一致：评估数据逐字节相同，但报告文件本身不同。可能被改动过，或者由本程序或其 PDF 组件的其他版本生成。",
    ),
    "replay.written_otherwise": Bilingual(
        "NOT IDENTICAL: every value is the same, but the assessment is written in another way.",
        "不完全一致：各项内容均相同，但评估数据的书写方式不同。",
    ),
    "replay.differs": Bilingual("NOT IDENTICAL: {n} place{s} differ:", "不一致，共 {n} 处："),
    "replay.place": Bilingual("{place}: {old} → {new}", "{place}：{old} → {new}"),
    "replay.no_values": Bilingual(
        "(places only: the values may be sensitive)", "（只列位置，不列内容：内容可能属敏感信息）"
    ),
    "replay.absent": Bilingual("(not there)", "（无）"),
    "replay.more": Bilingual("and {n} more (--all shows them)", "另有 {n} 处（--all 全部列出）"),
}
