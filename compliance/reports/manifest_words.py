"""What each key of `compliance.yaml` that no pack declares is for, in both languages, by its group."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

WORDS: Final[dict[str, Bilingual]] = {
    "manifest.compliance": Bilingual(
        "Version of this file's format: 1.",
        "本文件的格式版本，写 1。",
    ),
    "manifest.language": Bilingual(
        "Language of the reports, `zh` or `en`, unless the command line names one.",
        "报告所用语言，`zh` 或 `en`；命令行另有指定的从其指定。",
    ),
    "manifest.facts": Bilingual(
        "The answers about this one service, nested by the parts of each fact's id. What is left "
        "out, empty or `unknown` is not answered; it is never read as a no.",
        "就本项服务所作的回答，依事实项编号的各段逐层填写。未写、留空或写 `unknown` 的，"
        "均视为未回答，绝不视为“否”。",
    ),
    "manifest.readings": Bilingual(
        "Counsel's views on doubtful law, each under the id of the doubt. Left out: the doubt stays open.",
        "律师对法律理解问题的意见，写在各问题的编号之下。未写的，该问题仍属未定。",
    ),
    "manifest.evidence": Bilingual(
        "Documents and records that support the answers, one entry each: either `file` or `url`.",
        "佐证回答的证明材料，每份一条：`file` 与 `url` 二者择一。",
    ),
    "manifest.waivers": Bilingual(
        "Deviations that were accepted inside the organisation. Every report shows them; they do not "
        "change the verdict.",
        "组织内部批准的偏离。每份报告均予列示，不改变结论。",
    ),
    "view.view": Bilingual(
        "The view that counsel takes: the id of one option.",
        "律师所采的意见，写选项编号。",
    ),
    "view.by": Bilingual(
        "Who holds the view: a person or a firm, as text.",
        "出具意见的律师或者律师事务所，写文字。",
    ),
    "view.on": Bilingual(
        "Day on which the view was given, as 2026-05-01.",
        "出具意见之日，如 2026-05-01。",
    ),
    "view.note": Bilingual(
        "Remark such as where the opinion is kept; may be left out.",
        "附注，如意见书存于何处；可以不写。",
    ),
    "evidence.id": Bilingual(
        "Name of the entry, of your choice, used once.",
        "该条目的编号，自行拟定，不得重复。",
    ),
    "evidence.kind": Bilingual(
        "Kind of document, by the name that the rules ask for. May be left out.",
        "证明材料的种类，用规则所要求的名称。可以不写。",
    ),
    "evidence.rules": Bilingual(
        "Ids of the rules that it supports; a list, which may be left out when the kind says it.",
        "所佐证的规则编号，为清单；由材料种类即可确定的，可以不写。",
    ),
    "evidence.file": Bilingual(
        "Path of the file, relative to this one and inside the project's folder.",
        "文件路径，相对于本文件，且不得超出项目文件夹。",
    ),
    "evidence.url": Bilingual(
        "Address where it can be seen, beginning with http:// or https://. It is not fetched.",
        "可查看材料的网址，以 http:// 或 https:// 开头。程序不访问该网址。",
    ),
    "evidence.sha256": Bilingual(
        "SHA-256 of the file as 64 hexadecimal digits; a file that was changed since is then noticed.",
        "文件的 SHA-256，64 位十六进制数字；写明后可以发现文件是否已变动。",
    ),
    "evidence.issued": Bilingual(
        "Day on which the document was issued, as 2026-03-02.",
        "材料出具之日，如 2026-03-02。",
    ),
    "evidence.expires": Bilingual(
        "Last day on which it is valid, as 2027-03-02. Left out: it does not expire.",
        "有效期的最后一日，如 2027-03-02。不写的，视为长期有效。",
    ),
    "waiver.rule": Bilingual(
        "Id of the rule that is deviated from. Prohibitions and hard stops cannot be waived.",
        "所偏离的规则编号。禁止性要求和硬性障碍不得偏离。",
    ),
    "waiver.record": Bilingual(
        "Name of the one record it is for, when the rule is about a list. Left out: for all of them.",
        "规则针对清单的，写所涉记录的名称。不写的，及于全部记录。",
    ),
    "waiver.reason": Bilingual(
        "Why the deviation is accepted, as text that others can follow.",
        "批准偏离的理由，应使他人能够理解。",
    ),
    "waiver.approver": Bilingual(
        "Who accepted it: a person or a function.",
        "批准人的姓名或者职务。",
    ),
    "waiver.expires": Bilingual(
        "Last day on which the waiver has effect, as 2027-01-31.",
        "批准有效期的最后一日，如 2027-01-31。",
    ),
}
