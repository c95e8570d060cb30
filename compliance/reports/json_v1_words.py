"""What each key of the assessment's JSON means, in both languages, by the name of its definition and its path there."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

_OWN: Final[dict[str, Bilingual]] = {
    "assessment": Bilingual(
        "One manifest, judged at one date.",
        "一份项目文件在某一基准日的评估结果。",
    ),
    "assessment.format": Bilingual(
        "Names the format; always this word.",
        "格式名称，固定为此值。",
    ),
    "assessment.version": Bilingual(
        "Version of the format; it is raised when a key is taken away or changes its meaning.",
        "格式版本；删去字段或者改变其含义时递增。",
    ),
    "assessment.program": Bilingual(
        "The program that wrote the document.",
        "生成本文件的程序。",
    ),
    "assessment.program.name": Bilingual(
        "Name of the program; always this word.",
        "程序名称，固定为此值。",
    ),
    "assessment.program.version": Bilingual(
        "Version of the program, such as 0.1.0.",
        "程序版本，如 0.1.0。",
    ),
    "assessment.file": Bilingual(
        "Path of the manifest as it was given to the program.",
        "项目文件的路径，与调用程序时所给一致。",
    ),
    "assessment.as_of": Bilingual(
        "The date everything is judged at, as 2026-11-24.",
        "评估基准日，一切判断均以该日为准，如 2026-11-24。",
    ),
    "assessment.as_of_given": Bilingual(
        "`true` when the date was named by hand: the answers are today's, judged at another day.",
        "基准日由人工指定的为 `true`：所评估的是当前回答在另一日的情形。",
    ),
    "assessment.verdict": Bilingual(
        "What the whole comes to. `partial_ready` stands for what would be `ready`, had all packs been run.",
        "总的结论。`partial_ready` 表示仅评估了部分规则包，就此已具备条件；全部评估后方可称 `ready`。",
    ),
    "assessment.verdict_line": Bilingual(
        "The verdict as one sentence, in both languages.",
        "以一句话表述的结论，中英文各一。",
    ),
    "assessment.final": Bilingual(
        "`true` when no open fact can make the verdict worse.",
        "未答事实项不可能使结论变差的为 `true`。",
    ),
    "assessment.worst": Bilingual(
        "The worst verdict that open facts can still bring.",
        "未答事实项可能导致的最差结论。",
    ),
    "assessment.partial": Bilingual(
        "Names of the packs that were asked for, when not all ran; empty when all did.",
        "仅评估部分规则包的，列出所指定的规则包名称；全部评估的为空。",
    ),
    "assessment.exit_code": Bilingual(
        "Exit code of the run for this manifest: 0 ready or out of scope, 1 blocked or not ready, 2 error, "
        "3 incomplete, 4 something due or expiring, where that was asked for, 130 interrupted.",
        "本项目文件对应的退出码：0 已具备条件或者不在适用范围内，1 存在硬性障碍或者尚不具备条件，2 出错，"
        "3 信息不全、尚无法判断，4 有期限未满或者即将到期的事项（须经指定），130 中断。",
    ),
    "assessment.counts": Bilingual(
        "How many findings there are of each standing.",
        "各类判断结果的数量。",
    ),
    "assessment.counts.binding": Bilingual(
        "Of prohibitions and mandatory rules; these make the verdict.",
        "禁止性和强制性要求的判断结果数量，结论由此得出。",
    ),
    "assessment.counts.other": Bilingual(
        "Of recommended and practice rules; these never change the verdict.",
        "建议和实务做法的判断结果数量，不影响结论。",
    ),
    "assessment.packs": Bilingual(
        "The packs of the run and whether each applies.",
        "参与评估的规则包及其是否适用。",
    ),
    "assessment.packs.id": Bilingual(
        "Name of the pack.",
        "规则包名称。",
    ),
    "assessment.packs.version": Bilingual(
        "Version of the pack, such as 1.4.0.",
        "规则包版本，如 1.4.0。",
    ),
    "assessment.packs.title": Bilingual(
        "Title of the pack.",
        "规则包标题。",
    ),
    "assessment.packs.digest": Bilingual(
        "SHA-256 over the content of the pack, in hexadecimal; comments and layout do not change it.",
        "规则包内容的 SHA-256 摘要，十六进制；注释和排版不影响摘要。",
    ),
    "assessment.packs.subject": Bilingual(
        "`true` when the run is about this pack.",
        "评估以该规则包为对象的为 `true`。",
    ),
    "assessment.packs.applies": Bilingual(
        "Whether it applies: `yes`, `no`, or `open` while answers are missing.",
        "是否适用：`yes` 适用，`no` 不适用，`open` 因回答不全而未定。",
    ),
    "assessment.packs.decided_by": Bilingual(
        "Paths of the open facts on which that hangs.",
        "决定其是否适用的未答事实项路径。",
    ),
    "assessment.packs.why": Bilingual(
        "The tests that account for it, each as a sentence.",
        "得出该结果的各项判断，逐项以语句表述。",
    ),
    "assessment.open_facts": Bilingual(
        "Facts without an answer that decide binding rules, the one that decides most first.",
        "尚未回答且决定有约束力规则结果的事实项，影响规则最多者在前。",
    ),
    "assessment.open_facts.path": Bilingual(
        "Path of the answer that is missing, with the record in brackets: service.endpoints[site].kind.",
        "所缺回答的路径，记录写在方括号内，如 service.endpoints[site].kind。",
    ),
    "assessment.open_facts.fact": Bilingual(
        "Id of the fact in the packs.",
        "该事实项在规则包中的编号。",
    ),
    "assessment.open_facts.label": Bilingual(
        "Short name of the fact, with the record where there is one.",
        "事实项简称；属于某条记录的，一并写明。",
    ),
    "assessment.open_facts.question": Bilingual(
        "The question to ask, or null when the pack has none.",
        "应提出的问题；规则包未设的为 null。",
    ),
    "assessment.open_facts.decides": Bilingual(
        "How many binding rules it decides, a whole number.",
        "所决定的有约束力规则的数量，为整数。",
    ),
    "assessment.open_facts.reading": Bilingual(
        "`true` for a doubt of law, which counsel answers.",
        "属法律理解问题、应由律师判断的为 `true`。",
    ),
    "assessment.open_facts.location": Bilingual(
        "Where in the manifest the answer is missing, or null when no line is there for it.",
        "所缺回答在项目文件中的位置；没有对应行的为 null。",
    ),
    "assessment.findings": Bilingual(
        "Every rule that was judged, in the order of the packs.",
        "所评估的全部规则，依规则包中的顺序排列。",
    ),
    "assessment.topics": Bilingual(
        "Matters that several rules bound. Of minima and maxima the first governs.",
        "多条规则共同设限的事项。下限、上限均以排在首位者为准。",
    ),
    "assessment.not_in_force": Bilingual(
        "Ids of the rules that are not in force on the date, and so were not judged.",
        "基准日不在有效期内、因而未予评估的规则编号。",
    ),
    "assessment.not_formalised": Bilingual(
        "Provisions with duties that no rule checks: to be checked by hand.",
        "设有义务而没有规则核对的条文，须人工核对。",
    ),
    "assessment.waivers": Bilingual(
        "The manifest's waivers and what became of each.",
        "项目文件所载内部批准的偏离及其效力。",
    ),
    "assessment.waivers.state": Bilingual(
        "`in_use`; `expired`; `not_allowed` (the rule cannot be waived); `not_needed` (nothing is violated); "
        "`not_looked_at` (its rule pack was not assessed).",
        "`in_use` 有效；`expired` 已过期；`not_allowed` 该规则不得偏离；`not_needed` 并无违反，无须偏离；"
        "`not_looked_at` 所属规则包未纳入本次评估。",
    ),
    "assessment.evidence": Bilingual(
        "The manifest's evidence entries and what was found.",
        "项目文件所列证明材料及核对情况。",
    ),
    "assessment.evidence.id": Bilingual(
        "Name of the entry in the manifest.",
        "该条目在项目文件中的编号。",
    ),
    "assessment.evidence.kind": Bilingual(
        "Kind of evidence, as the packs name it, or null when none was stated.",
        "证明材料种类，用规则包中的名称；未写明的为 null。",
    ),
    "assessment.evidence.rules": Bilingual(
        "Ids of the rules that the entry was named for.",
        "该条目所佐证的规则编号。",
    ),
    "assessment.evidence.file": Bilingual(
        "Path of the file, relative to the manifest, or null for a URL.",
        "文件路径，相对于项目文件；以网址提供的为 null。",
    ),
    "assessment.evidence.url": Bilingual(
        "Address, or null for a file.",
        "网址；以文件提供的为 null。",
    ),
    "assessment.evidence.sha256": Bilingual(
        "SHA-256 that the manifest states, in hexadecimal, or null.",
        "项目文件所载 SHA-256，十六进制；未载明的为 null。",
    ),
    "assessment.evidence.issued": Bilingual(
        "Day of issue that the manifest states, or null.",
        "项目文件所载出具日；未载明的为 null。",
    ),
    "assessment.evidence.expires": Bilingual(
        "Last day of validity that the manifest states, or null.",
        "项目文件所载有效期末日；未载明的为 null。",
    ),
    "assessment.evidence.state": Bilingual(
        "`ok`; `missing` (no such file); `changed` (its SHA-256 is another); `not_looked_at` (a URL "
        "is not fetched).",
        "`ok` 相符；`missing` 文件不存在；`changed` 摘要不符，文件已变动；`not_looked_at` "
        "网址不作访问，未核对。",
    ),
    "assessment.evidence.found_sha256": Bilingual(
        "SHA-256 of the file that was found, in hexadecimal, or null.",
        "所见文件的 SHA-256，十六进制；未见文件的为 null。",
    ),
    "assessment.evidence.location": Bilingual(
        "The entry in the manifest, or null.",
        "该条目在项目文件中的位置，或 null。",
    ),
    "assessment.answers": Bilingual(
        "The answers that were given, in the order of the packs' facts; those of records after their list. Counsel's "
        "views are under `readings`.",
        "已作出的回答，按规则包中事实项的顺序排列；列表中各条目的回答列于该列表之后。律师意见见 `readings`。",
    ),
    "assessment.answers.path": Bilingual(
        "The fact answered, as service.public or service.endpoints[main].shown.",
        "所回答的事实项，如 service.public 或者 service.endpoints[main].shown。",
    ),
    "assessment.answers.fact": Bilingual(
        "Id of the fact in the packs, without a record.",
        "该事实项在规则包中的编号，不含条目。",
    ),
    "assessment.answers.label": Bilingual(
        "Name of the fact.",
        "事实项的名称。",
    ),
    "assessment.answers.record": Bilingual(
        "Key of the record, or null for a fact that stands alone.",
        "条目的键；不属于列表的为 null。",
    ),
    "assessment.answers.hidden": Bilingual(
        "`true` where the answer is sensitive and not shown: of two such texts nobody can say whether the answers "
        "differ.",
        "回答属敏感信息而不予显示的为 `true`：两份评估中的此类文字相同，不表示回答相同。",
    ),
    "assessment.answers.text": Bilingual(
        "The answer in words.",
        "以文字表述的回答。",
    ),
    "assessment.answers.location": Bilingual(
        "Where it was given, or null.",
        "该回答在项目文件中的位置，或 null。",
    ),
    "assessment.readings": Bilingual(
        "Counsel's views on doubtful law, as the manifest records them.",
        "项目文件所载律师对法律理解问题的意见。",
    ),
    "assessment.readings.reading": Bilingual(
        "Id of the doubt in the packs.",
        "该法律理解问题在规则包中的编号。",
    ),
    "assessment.readings.view": Bilingual(
        "Id of the view that was taken.",
        "所采意见的选项编号。",
    ),
    "assessment.readings.by": Bilingual(
        "Who took it.",
        "出具意见者。",
    ),
    "assessment.readings.on": Bilingual(
        "Day on which it was taken, as 2026-05-01.",
        "出具意见之日，如 2026-05-01。",
    ),
    "assessment.readings.note": Bilingual(
        "Remark on it; empty when there is none.",
        "附注；没有的为空。",
    ),
    "assessment.readings.location": Bilingual(
        "The record of it in the manifest, or null.",
        "该意见在项目文件中的位置，或 null。",
    ),
    "assessment.planned": Bilingual(
        "Dates of events that lie after the as-of date; until then they count as `not yet`.",
        "晚于基准日的事件日期；在此之前按“尚未”处理。",
    ),
    "assessment.planned.path": Bilingual(
        "Path of the answer.",
        "该回答的路径。",
    ),
    "assessment.planned.date": Bilingual(
        "The day that is planned.",
        "计划的日期。",
    ),
    "assessment.planned.location": Bilingual(
        "The answer in the manifest, or null.",
        "该回答在项目文件中的位置，或 null。",
    ),
    "assessment.warnings": Bilingual(
        "What is doubtful about the manifest without stopping the run.",
        "项目文件中存疑但不妨碍评估之处。",
    ),
    "assessment.sensitive_shown": Bilingual(
        "`true` when sensitive answers were asked for and are shown.",
        "按要求显示了敏感信息的为 `true`。",
    ),
    "assessment.digests": Bilingual(
        "What the assessment rests on, as SHA-256 in hexadecimal: with these and the date it can be "
        "repeated.",
        "评估所依据内容的 SHA-256 摘要，十六进制；据此及基准日可以复现评估。",
    ),
    "assessment.digests.rules": Bilingual(
        "Over the content of all packs.",
        "全部规则包内容的摘要。",
    ),
    "assessment.digests.manifest": Bilingual(
        "Over the manifest.",
        "项目文件的摘要。",
    ),
    "assessment.digests.private": Bilingual(
        "Over compliance.private.yaml where its answers are shown; `hidden` where they are not, as short answers could "
        "be found from a digest by trial; null when there is none.",
        "显示敏感信息时为 compliance.private.yaml 的摘要；不显示时为 `hidden`，以免他人由摘要逐一试算出简短的敏感信息；"
        "没有该文件的为 null。",
    ),
    "assessment.digests.assessment": Bilingual(
        "Over this document, standing alone, with 64 zeros in the place of this digest. It finds damage; it is no "
        "signature.",
        "本文件自身（单独成文、此处以 64 个 0 代替）的摘要值，用于发现损坏或者误改，不是电子签名。",
    ),
    "list": Bilingual(
        "The assessments of a run over several manifests.",
        "对多份项目文件一并评估的结果。",
    ),
    "list.format": Bilingual(
        "Names the format; always this word.",
        "格式名称，固定为此值。",
    ),
    "list.version": Bilingual(
        "Version of the format, that of each assessment in it.",
        "格式版本，与其中各份评估一致。",
    ),
    "list.assessments": Bilingual(
        "One assessment for each manifest that could be read, in the order given.",
        "能够读取的项目文件各一份评估，依所给顺序。",
    ),
    "list.errors": Bilingual(
        "Why other manifests of the run could not be assessed.",
        "其他项目文件未能评估的原因。",
    ),
    "finding": Bilingual(
        "What one rule comes to.",
        "一条规则的判断结果。",
    ),
    "finding.rule": Bilingual(
        "Id of the rule.",
        "规则编号。",
    ),
    "finding.pack": Bilingual(
        "Name of the pack that has the rule.",
        "规则所在规则包的名称。",
    ),
    "finding.title": Bilingual(
        "What the rule wants, as a short statement.",
        "规则要求的内容，以短语表述。",
    ),
    "finding.severity": Bilingual(
        "How much the rule weighs; `prohibition` and `mandatory` are binding.",
        "规则的效力等级；`prohibition` 和 `mandatory` 具有约束力。",
    ),
    "finding.binding": Bilingual(
        "`true` when the finding counts in verdict and exit code.",
        "计入结论和退出码的为 `true`。",
    ),
    "finding.hard_stop": Bilingual(
        "`true` when a breach makes the verdict `blocked`.",
        "违反即得出 `blocked` 结论的为 `true`。",
    ),
    "finding.topic": Bilingual(
        "Matter that the rule bounds together with others, or null.",
        "该规则与其他规则共同设限的事项；没有的为 null。",
    ),
    "finding.outcome": Bilingual(
        "The certain answer: the same for every way of answering what is open, else `undecided`.",
        "确定的结果，即无论未定事项如何回答均相同；否则为 `undecided`。",
    ),
    "finding.standing": Bilingual(
        "How the finding counts in the verdict, all records taken together.",
        "在结论中如何计入，全部记录一并考虑。",
    ),
    "finding.standing_with_waivers": Bilingual(
        "The same with what is waived set aside; the exit code rests on it, the verdict does not.",
        "不计已获内部批准偏离的部分时如何计入；退出码以此为准，结论不以此为准。",
    ),
    "finding.past": Bilingual(
        "`true` when the rule was violated and that has certainly been remedied.",
        "属于既往违规（确已补正）的为 `true`。",
    ),
    "finding.due": Bilingual(
        "Last day while a time limit is running, else null.",
        "期限未满的，为最后期限；否则为 null。",
    ),
    "finding.weighed_by": Bilingual(
        "Where no open fact decides the class: paths of the open facts that decide how a breach counts: whether "
        "it is a past one and, if it is, what holds for other records. Empty when nothing can change that.",
        "是否违反已不取决于未答事项时，决定违反如何计入结论的未答事项（以路径表示）：是否属于既往违规；"
        "如属既往违规，其他条目情况如何。为空表示已无可变之处。",
    ),
    "finding.decided_by": Bilingual(
        "Paths of the open facts on which the outcome hangs; no others do.",
        "结果所取决的全部未答事实项路径。",
    ),
    "finding.reasons": Bilingual(
        "Why it is undecided: `facts`, a `reading` of law, a `calendar` not announced yet, the "
        "`bound` of the search.",
        "无法判定的原因：`facts` 事实未答，`reading` 法律理解问题未定，`calendar` 放假安排尚未公布，"
        "`bound` 相互关联的未答事项过多。",
    ),
    "finding.can_breach": Bilingual(
        "`true` when some way of answering violates the rule without a remedy.",
        "存在某种回答会构成违反且未补正的为 `true`。",
    ),
    "finding.if_in_scope": Bilingual(
        "The outcome if the pack applied, while that is open; never counted. Else null.",
        "规则包是否适用尚未确定时，假定适用的结果；不计入结论。其他情形为 null。",
    ),
    "finding.parts": Bilingual(
        "One part a record, for rules about a list; else empty.",
        "针对清单的规则，每条记录一项；其他规则为空。",
    ),
    "finding.waiver": Bilingual(
        "The waiver that covers the whole finding, or null.",
        "及于整项结果的内部批准的偏离，或 null。",
    ),
    "finding.location": Bilingual(
        "The place in the manifest that matters most, or null.",
        "项目文件中最相关的位置，或 null。",
    ),
    "finding.why": Bilingual(
        "The tests that account for the outcome, each as a sentence; empty where the rule holds.",
        "得出该结果的各项判断，逐项以语句表述；符合的为空。",
    ),
    "finding.because": Bilingual(
        "Why the law wants it.",
        "法律作此要求的理由。",
    ),
    "finding.fix": Bilingual(
        "What to do when it is not met.",
        "不符合时应当如何处理。",
    ),
    "finding.doubt": Bilingual(
        "What is unsettled about the rule, or null.",
        "规则尚存疑问之处，或 null。",
    ),
    "finding.sources": Bilingual(
        "Provisions that the rule comes from and how each was confirmed.",
        "规则所出条文及其确认方式。",
    ),
    "finding.penalty": Bilingual(
        "Provision that penalises a breach, or null where the law has none of its own.",
        "违反所适用的罚则；无专门罚则的为 null。",
    ),
    "finding.evidence_wanted": Bilingual(
        "Kinds of evidence that typically show that the rule is met.",
        "通常可佐证符合该规则的证明材料种类。",
    ),
    "finding.evidence": Bilingual(
        "Ids of the manifest's evidence entries for it.",
        "项目文件中为该规则提供的证明材料编号。",
    ),
    "part": Bilingual(
        "What the rule comes to for one record.",
        "该规则就一条记录的判断结果。",
    ),
    "part.record": Bilingual(
        "Name of the record; null stands for records that may follow the listed ones.",
        "记录名称；为 null 的，指清单之外可能还有的记录。",
    ),
    "part.outcome": Bilingual(
        "The certain answer for this record.",
        "该记录的确定结果。",
    ),
    "part.past": Bilingual(
        "`true` when violated and certainly remedied for this record.",
        "该记录属于既往违规（确已补正）的为 `true`。",
    ),
    "part.due": Bilingual(
        "Last day while a time limit of this record is running, else null.",
        "该记录期限未满的，为最后期限；否则为 null。",
    ),
    "part.decided_by": Bilingual(
        "Paths of the open facts on which this record's outcome hangs.",
        "该记录结果所取决的未答事实项路径。",
    ),
    "part.reasons": Bilingual(
        "Why it is undecided, in the words of the finding's reasons.",
        "无法判定的原因，用语同判断结果的 reasons。",
    ),
    "part.can_breach": Bilingual(
        "`true` when some way of answering violates the rule for this record without a remedy.",
        "存在某种回答会就该记录构成违反且未补正的为 `true`。",
    ),
    "part.waiver": Bilingual(
        "The waiver for this record, or null.",
        "针对该记录的内部批准的偏离，或 null。",
    ),
    "part.location": Bilingual(
        "The record in the manifest, or null.",
        "该记录在项目文件中的位置，或 null。",
    ),
    "part.why": Bilingual(
        "The tests that account for the outcome, each as a sentence; empty where the rule holds.",
        "得出该结果的各项判断，逐项以语句表述；符合的为空。",
    ),
    "text": Bilingual(
        "One text in both languages.",
        "中英文对照文本。",
    ),
    "text.en": Bilingual(
        "The English text.",
        "英文文本。",
    ),
    "text.zh": Bilingual(
        "The Chinese text.",
        "中文文本。",
    ),
    "location": Bilingual(
        "A place in a file.",
        "文件中的位置。",
    ),
    "location.file": Bilingual(
        "Path of the file as the program was given it.",
        "文件路径，与调用程序时所给一致。",
    ),
    "location.line": Bilingual(
        "Line, counted from 1.",
        "行号，自 1 起。",
    ),
    "location.column": Bilingual(
        "Column in characters, counted from 1.",
        "列号，以字符计，自 1 起。",
    ),
    "citation": Bilingual(
        "A provision, by id and in words.",
        "条文，兼有编号和文字表述。",
    ),
    "citation.citation": Bilingual(
        "The provision as packs write it, such as cac-order-3#11.1.",
        "规则包中的写法，如 cac-order-3#11.1。",
    ),
    "citation.instrument": Bilingual(
        "Name of the law, order, notice or standard in the packs.",
        "所属法律、规章、通知或者标准在规则包中的名称。",
    ),
    "citation.article": Bilingual(
        "Number of the article.",
        "条的序号。",
    ),
    "citation.paragraph": Bilingual(
        "Number of the paragraph or item, or null for the whole article.",
        "款或者项的序号；指全条的为 null。",
    ),
    "citation.text": Bilingual(
        "The provision in words, as a report prints it.",
        "报告中显示的条文称谓。",
    ),
    "citation.url": Bilingual(
        "Where the instrument can be read, or null.",
        "可查阅该文件的网址，或 null。",
    ),
    "source": Bilingual(
        "A provision and how its text was confirmed.",
        "条文及其文本的确认方式。",
    ),
    "source.verified": Bilingual(
        "`full-text`: the text was read; `secondary`: others report it; `unconfirmed`: nobody "
        "confirmed it, so it fails no one.",
        "`full-text` 已读原文；`secondary` 据间接来源；`unconfirmed` 未经确认，不据以认定违反。",
    ),
    "waiver": Bilingual(
        "A deviation that somebody accepted inside the organisation: shown, never hidden; the verdict stays.",
        "组织内部批准的偏离：均予列示，不改变结论。",
    ),
    "waiver.rule": Bilingual(
        "Id of the rule that is deviated from.",
        "所偏离的规则编号。",
    ),
    "waiver.record": Bilingual(
        "Name of the record it is for, or null for all.",
        "所针对的记录名称；针对全部的为 null。",
    ),
    "waiver.reason": Bilingual(
        "Why it was accepted.",
        "批准的理由。",
    ),
    "waiver.approver": Bilingual(
        "Who accepted it.",
        "批准该偏离的人。",
    ),
    "waiver.expires": Bilingual(
        "Last day on which it has effect, as 2027-01-31.",
        "有效期的最后一日，如 2027-01-31。",
    ),
    "waiver.location": Bilingual(
        "The entry in the manifest, or null.",
        "该条目在项目文件中的位置，或 null。",
    ),
    "bound": Bilingual(
        "What one rule demands of an amount.",
        "一条规则对某一数额的要求。",
    ),
    "bound.rule": Bilingual(
        "Id of the rule that sets it.",
        "设定该限度的规则编号。",
    ),
    "bound.binding": Bilingual(
        "`true` when the rule is binding; binding bounds come first.",
        "规则具有约束力的为 `true`；有约束力的在前。",
    ),
    "bound.fact": Bilingual(
        "Id of the fact whose amount is bound.",
        "受限数额所属的事实项编号。",
    ),
    "bound.operator": Bilingual(
        "`at_least` and `more_than` are minima, `at_most` and `less_than` maxima.",
        "`at_least`、`more_than` 为下限，`at_most`、`less_than` 为上限。",
    ),
    "bound.amount": Bilingual(
        "The amount as a decimal number in text, so that none of it is lost.",
        "数额，以文本形式的十进制数表示，以免精度损失。",
    ),
    "bound.unit": Bilingual(
        "Unit of the amount, such as months, or null for a plain number.",
        "数额的单位，如 months；纯数字为 null。",
    ),
    "bound.text": Bilingual(
        "The bound as a phrase.",
        "该限度的文字表述。",
    ),
    "topic": Bilingual(
        "A matter that several rules bound. Shown only: no outcome follows from it.",
        "多条规则共同设限的事项。仅供列示，不产生任何结果。",
    ),
    "topic.topic": Bilingual(
        "Name of the matter, such as retention.access_logs.",
        "事项名称，如 retention.access_logs。",
    ),
    "topic.minima": Bilingual(
        "Minima of the rules that certainly apply, the governing one first.",
        "确定适用的规则所设下限，起决定作用者在前。",
    ),
    "topic.maxima": Bilingual(
        "Maxima of the rules that certainly apply, the governing one first.",
        "确定适用的规则所设上限，起决定作用者在前。",
    ),
    "topic.open": Bilingual(
        "Bounds of rules of which it is open whether they apply.",
        "是否适用尚未确定的规则所设限度。",
    ),
    "topic.conflicts": Bilingual(
        "Pairs that no value can both meet. For counsel; neither yields.",
        "任何数值均不能同时满足的上下限。应由律师判断，程序不作取舍。",
    ),
    "topic.conflicts.minimum": Bilingual(
        "The minimum of the pair.",
        "该对中的下限。",
    ),
    "topic.conflicts.maximum": Bilingual(
        "The maximum of the pair.",
        "该对中的上限。",
    ),
    "problem": Bilingual(
        "An error or a warning about what was read.",
        "对所读内容的错误或者警告。",
    ),
    "problem.code": Bilingual(
        "Name of the problem for machines; it does not change between versions of the text.",
        "供程序识别的问题代码，不随文字表述的修改而变化。",
    ),
    "problem.message": Bilingual(
        "What is wrong.",
        "问题所在。",
    ),
    "problem.hint": Bilingual(
        "What to write instead.",
        "应当如何改写。",
    ),
    "problem.location": Bilingual(
        "Where it is, or null when it is in no one place.",
        "问题所在位置；无特定位置的为 null。",
    ),
    "counts": Bilingual(
        "Number of findings of each standing.",
        "各类判断结果的数量。",
    ),
    "counts.violated": Bilingual(
        "Violated and not certainly remedied.",
        "违反，且尚不能确定已补正。",
    ),
    "counts.undecided": Bilingual(
        "A fact, the law or the calendar leaves it open.",
        "因事实、法律理解或者日历未定而无法判定。",
    ),
    "counts.pending": Bilingual(
        "Not done, its time limit still running.",
        "尚未办理，期限未满。",
    ),
    "counts.past": Bilingual(
        "Violated and certainly remedied.",
        "既往违规，确已补正。",
    ),
    "counts.holds": Bilingual(
        "Satisfied or not applicable.",
        "符合或者不适用。",
    ),
}

# What copies the keys of another definition means by them what that one means.
WORDS: Final = _OWN | {
    f"{copy}{path.removeprefix(original)}": words
    for copy, original in (("source", "citation"), ("assessment.waivers", "waiver"))
    for path, words in _OWN.items()
    if path.startswith(f"{original}.")
}
