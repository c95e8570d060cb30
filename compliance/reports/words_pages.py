"""The program's own words on the pages of `explain` and `rules`, in both languages."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

PAGE_WORDS: Final[dict[str, Bilingual]] = {
    # explain: the page of a rule, a fact, a definition or a provision
    "explain.in_project": Bilingual("In this project", "本项目情况"),
    "explain.law": Bilingual("The law", "法律依据"),
    "explain.when": Bilingual("When it applies", "适用条件"),
    "explain.require": Bilingual("What it requires", "要求"),
    "explain.remedy": Bilingual("When a breach counts as past", "违规何时视为已补正"),
    "explain.terms": Bilingual("Terms used above", "上文用语的含义"),
    "explain.penalty": Bilingual("Penalty", "罚则"),
    "explain.evidence": Bilingual("Evidence", "证明材料"),
    "explain.fix": Bilingual("What to do", "措施"),
    "explain.doubt": Bilingual("What is unsettled", "疑义"),
    "explain.pack": Bilingual("In the rule pack", "在规则包中"),
    "explain.examples": Bilingual("Examples ({n})", "示例（{n}）"),
    "explain.question": Bilingual("The question", "问题"),
    "explain.answers": Bilingual("Possible answers", "可能的答案"),
    "explain.views": Bilingual("The views, and where they come from", "各种理解及其出处"),
    "explain.fields": Bilingual("Fields of an entry", "每一项的内容"),
    "explain.rules": Bilingual("Rules ({n})", "规则（{n}）"),
    "explain.rules_looking": Bilingual("Rules that look at it ({n})", "涉及该事项的规则（{n}）"),
    "explain.definitions": Bilingual("Definitions", "定义"),
    "explain.scope": Bilingual("Scope", "适用范围"),
    "explain.forms": Bilingual("Forms it fills", "用于填写的表格"),
    "explain.impossible": Bilingual("Answers that exclude each other", "不能同时成立的答案"),
    "explain.penalises": Bilingual("Rules whose breach it penalises ({n})", "所处罚的规则（{n}）"),
    "explain.questions": Bilingual("Questions it leads to ({n})", "由此产生的问题（{n}）"),
    "explain.meaning": Bilingual("Meaning", "含义"),
    "explain.ledger": Bilingual("How it is dealt with", "如何处理"),
    "id": Bilingual("{text} ({id})", "{text}（{id}）"),
    "explain.definition": Bilingual("definition", "定义"),
    "pack.of": Bilingual("pack {id} {version}", "规则包 {id} {version}"),
    # The law behind a page
    "instrument": Bilingual("{title} ({number})", "《{title}》（{number}）"),
    "provision": Bilingual("{instrument}, {article} ({title})", "{instrument}{article}（{title}）"),
    "instrument.issuer": Bilingual("Issued by: {issuer}", "发布机关：{issuer}"),
    "instrument.promulgated": Bilingual("{issuer}, {day}", "{issuer}，{day} 公布"),
    "in_force.from": Bilingual("In force from {start}", "自 {start} 起施行"),
    "in_force.until": Bilingual("In force until {end}", "施行至 {end}"),
    "in_force.both": Bilingual("In force from {start} to {end}", "{start} 至 {end} 施行"),
    "in_force.open": Bilingual("Dates in force not stated", "未注明施行日期"),
    "superseded": Bilingual("Superseded by {instrument}", "已被{instrument}取代"),
    "checked": Bilingual("Sources last checked on {day}", "来源最近核查日：{day}"),
    "unchecked": Bilingual("The day on which the sources were checked is not noted", "未记录来源核查日"),
    "confirmed.full-text": Bilingual(
        "How confirmed: read in the full official text", "核实程度：已与官方全文核对"
    ),
    "confirmed.secondary": Bilingual(
        "How confirmed: read in secondary sources, not yet compared with the official text",
        "核实程度：据间接来源整理，尚未与官方文本核对",
    ),
    "confirmed.unconfirmed": Bilingual(
        "How confirmed: not at all; this informs and fails no one",
        "核实程度：未经核实，仅供参考，不据以判定不合规",
    ),
    "clause.always": Bilingual("Always, as long as it is in force.", "施行期间一律适用。"),
    "clause.all": Bilingual("All of these hold:", "同时满足下列各项："),
    "clause.any": Bilingual("At least one of these holds:", "满足下列至少一项："),
    "clause.number": Bilingual("({number}) ", "（{number}）"),
    "clause.semicolon": Bilingual("{text};", "{text}；"),
    "remedy.one": Bilingual(
        "A breach counts as past once {text}.", "{text}的，违规视为已补正，不再计入结论。"
    ),
    "remedy.all": Bilingual(
        "A breach counts as past once all of these hold:",
        "同时满足下列各项的，违规视为已补正，不再计入结论：",
    ),
    "remedy.any": Bilingual(
        "A breach counts as past once at least one of these holds:",
        "满足下列至少一项的，违规视为已补正，不再计入结论：",
    ),
    "remedy.each": Bilingual("This is looked at entry by entry.", "就每一项分别判断。"),
    "working_days": Bilingual(
        "Working days are counted in the calendar “{calendar}”; the day that starts the time limit does not count.",
        "工作日按日历“{calendar}”计算，期间开始的当日不计入。",
    ),
    "term": Bilingual("“{title}” ({id}) means: {text}", "“{title}”（{id}）指：{text}"),
    "term.all": Bilingual(
        "“{title}” ({id}) means that all of these hold:", "“{title}”（{id}）指同时满足下列各项："
    ),
    "term.any": Bilingual(
        "“{title}” ({id}) means that at least one of these holds:", "“{title}”（{id}）指满足下列至少一项："
    ),
    "penalty.none": Bilingual("The law states no penalty of its own.", "该规定本身未设罚则。"),
    "penalty.no_steps": Bilingual(
        "The pack does not state its steps and amounts.", "规则包未载明其处罚档次和数额。"
    ),
    "penalty.step": Bilingual("{when}: {measures}", "{when}：{measures}"),
    "penalty.fine": Bilingual("{text} (fine: {fine})", "{text}（罚款数额：{fine}）"),
    "fine.span": Bilingual("{start} to {end}", "{start}以上{end}以下"),
    "fine.exact": Bilingual("{end}", "{end}"),
    "fine.up_to": Bilingual("up to {end}", "{end}以下"),
    "evidence.none": Bilingual("The rule asks for no particular evidence.", "该规则未要求特定证明材料。"),
    "evidence.have": Bilingual("On file in this project: {entries}", "本项目已有：{entries}"),
    "evidence.have_none": Bilingual("None on file in this project.", "本项目尚无。"),
    "stands_at": Bilingual("{place}, pack {id} {version}", "{place}，规则包 {id} {version}"),
    "topic": Bilingual("Topic: {topic}", "主题：{topic}"),
    "hard_stop.meaning": Bilingual(
        "Hard stop: while it is violated the verdict is “blocked”.",
        "硬性障碍：违反期间，结论为“存在硬性障碍”。",
    ),
    "not_binding": Bilingual(
        "It informs: it changes neither verdict nor exit code.", "仅供参考：不影响结论和退出码。"
    ),
    "example": Bilingual("{name}: {state}", "{name}：{state}"),
    # Handling of an article in the ledger
    "handled.rules": Bilingual("turned into rules", "已编为规则"),
    "handled.definition": Bilingual("definition", "编为定义"),
    "handled.procedure": Bilingual("procedure, no duty to check", "程序性规定，无须检查的义务"),
    "handled.addressed_to_others": Bilingual("addressed to others", "面向其他主体"),
    "handled.penalty": Bilingual("penalty, as data of the rules", "罚则，作为规则的数据"),
    "handled.not_formalised": Bilingual("not turned into rules: check by hand", "尚未编为规则，须人工核对"),
    "paragraph.no_rule": Bilingual(
        "No rule or definition cites this paragraph; for the whole article: compliance explain {article}",
        "没有规则或定义引用该款；查看整条：compliance explain {article}",
    ),
    # Facts
    "kind.boolean": Bilingual("yes or no", "是非"),
    "kind.choice": Bilingual("one choice", "单选"),
    "kind.choices": Bilingual("any number of choices", "多选"),
    "kind.number": Bilingual("number", "数值"),
    "kind.quantity": Bilingual("amount with a unit", "带单位的数量"),
    "kind.date.event": Bilingual("date of an event", "已发生事件的日期"),
    "kind.date.planned": Bilingual("date, may lie ahead", "日期，可在将来"),
    "kind.text": Bilingual("text", "文字"),
    "kind.records": Bilingual("list", "清单"),
    "kind.reading": Bilingual("question of law, for counsel", "法律理解问题，请律师判断"),
    "answers.boolean": Bilingual("`true` (yes) or `false` (no)", "`true`（是）或 `false`（否）"),
    "answers.choice": Bilingual("One of:", "下列之一："),
    "answers.choices": Bilingual(
        "A list of any of these; `[]` for none of them:", "下列各项的任意组合；都没有则写 `[]`："
    ),
    "answers.choices.least": Bilingual("A list of at least one of these:", "下列至少一项："),
    "answers.number": Bilingual("A number", "数值"),
    "answers.number.whole": Bilingual("A whole number", "整数"),
    "answers.least": Bilingual("at least {n}", "不小于 {n}"),
    "answers.quantity": Bilingual("An amount with a unit: {units}", "数量及单位：{units}"),
    "answers.event": Bilingual(
        "A day on which it happened, such as 2026-02-10. A day ahead of the as-of date counts as not yet.",
        "事件发生之日，如 2026-02-10。晚于基准日的，视为尚未发生。",
    ),
    "answers.planned": Bilingual("A day, such as 2026-02-10", "日期，如 2026-02-10"),
    "answers.text": Bilingual("Any text", "文字"),
    "answers.identifier": Bilingual("A text: {title}, such as {sample}", "文字：{title}，如 {sample}"),
    "answers.records": Bilingual(
        "A list of entries, each named by its `{field}`; `[]` for none; last entry `and more` if it is not complete",
        "清单，各项以 `{field}` 为名；没有则写 `[]`；不完整的，最后一项写 `and more`",
    ),
    "answers.records.least": Bilingual(
        "A list of at least one entry, each named by its `{field}`; last entry `and more` if it is not complete",
        "清单，至少一项，各项以 `{field}` 为名；不完整的，最后一项写 `and more`",
    ),
    "answers.reading": Bilingual(
        "Under `readings:`, with who took the view and when, as {{view: {view}, by: …, on: 2026-05-01}}",
        "写在 `readings:` 下，注明何人何时作出，如 {{view: {view}, by: …, on: 2026-05-01}}",
    ),
    "answers.none": Bilingual("`none`: there is none", "`none`：没有"),
    "answers.not_yet": Bilingual("`not yet`: it has not happened", "`not yet`：尚未"),
    "answers.held": Bilingual("`held`: it exists and is kept elsewhere", "`held`：已有，另存他处"),
    "answers.unknown": Bilingual(
        "`unknown`: leaves the question open, never counts as no", "`unknown`：留待回答，不当作否"
    ),
    "sensitive": Bilingual(
        "Sensitive: keep it in compliance.private.yaml; reports never show it.",
        "敏感信息：请写入 compliance.private.yaml；报告中一律不显示。",
    ),
    "changeable.no": Bilingual("Cannot be changed afterwards: what happened, happened.", "事后无法改变。"),
    "changeable.by_authority": Bilingual("Only an authority can change it.", "只有主管部门才能改变。"),
    "option": Bilingual("{id}: {label}", "{id}：{label}"),
    "option.source": Bilingual("Source: {source}", "出处：{source}"),
    "field": Bilingual("{name}: {label}, {kind}", "{name}：{label}，{kind}"),
    "field.options": Bilingual("{text}: {options}", "{text}：{options}"),
    "scope.decides": Bilingual(
        "It helps to decide whether “{pack}” applies at all: {n} rule{s} hang{v} on that.",
        "用于判断“{pack}”是否适用，该规则包共有 {n} 条规则。",
    ),
    "form.field": Bilingual("{form}, {part}: {label}", "{form}，{part}：{label}"),
    "asked_in": Bilingual("asked under “{section}”", "列于“{section}”"),
    "field_of": Bilingual("field of the list {list}", "清单 {list} 的内容"),
    "unused": Bilingual("No rule looks at it.", "没有规则涉及该事项。"),
    # The tree of why
    "why.not_in_force": Bilingual("Not in force on {day}: not judged.", "{day} 当日不在有效期内，不作判断。"),
    "why.depends": Bilingual("It hangs on: {facts}", "取决于：{facts}"),
    "why.besides": Bilingual("Open besides: {facts}", "另有未定事项：{facts}"),
    "why.agrees": Bilingual(
        "Answers are open, but every way of answering them leads to the same outcome.",
        "尚有未答事项，但无论如何回答，结论相同。",
    ),
    "why.applies": Bilingual("Does “{pack}” apply?", "“{pack}”是否适用"),
    "why.when": Bilingual("Does the rule apply?", "本规则是否适用"),
    "why.require": Bilingual("Is what it requires done?", "是否达到要求"),
    "why.remedied": Bilingual("Is the breach made good?", "违规是否已补正"),
    "why.records": Bilingual("Entry by entry", "逐项情况"),
    "why.any.fails": Bilingual("none of these alternatives is met:", "下列各项均未满足："),
    "why.any.unknown": Bilingual(
        "one of these is enough, none is settled:", "满足下列任何一项即可，均尚未确定："
    ),
    "why.any.pending": Bilingual(
        "one of these is enough, limits are running:", "满足下列任何一项即可，期限未满："
    ),
    "why.all": Bilingual("together:", "须同时满足："),
    "why.not": Bilingual("this must not be so:", "须不属于下列情形："),
    "why.others": Bilingual("{n} other alternative{s} not needed", "另有 {n} 种情形，无须考虑"),
    "why.ruled_out": Bilingual("{n} other alternative{s} ruled out", "其余 {n} 种情形已排除"),
    "why.rest": Bilingual("so {n} other condition{s} need not be looked at", "其余 {n} 项条件无须再看"),
    "why.holds": Bilingual("holds", "成立"),
    "why.fails": Bilingual("does not hold", "不成立"),
    "why.unknown": Bilingual("cannot be told yet", "尚无法确定"),
    "why.above": Bilingual("{text}: as above", "{text}：同上"),
    "why.answer": Bilingual("answer: {text}", "答案：{text}"),
    "why.due": Bilingual("last day: {day}", "最后期限：{day}"),
    "why.due.running": Bilingual("last day: {day}, still running", "最后期限：{day}，尚未届满"),
    "why.due.passed": Bilingual("last day: {day}, passed", "最后期限：{day}，已过"),
    "why.due.late": Bilingual("last day: {day}, missed by {late}", "最后期限：{day}，逾期{late}"),
    "why.due.range": Bilingual(
        "last day: between {first} and {day}, as the public holidays of that year are not announced",
        "最后期限：在 {first} 至 {day} 之间，因该年度放假安排尚未公布而无法确定",
    ),
    "why.open": Bilingual("not answered: {path}", "未回答：{path}"),
    "why.planned": Bilingual("{text}, planned for {day}", "{text}，计划于 {day}"),
    "why.view": Bilingual("{text} (view of {by}, {day})", "{text}（{by}，{day}）"),
    "why.entries": Bilingual("{n} listed", "所列 {n} 项"),
    "why.entries.more": Bilingual("{n} listed and perhaps more", "所列 {n} 项，可能还有其他"),
    "why.not_concerned": Bilingual("not concerned", "不涉及"),
    "why.as_of": Bilingual("Project file {file}, as of {day}", "项目文件 {file}，基准日 {day}"),
    # rules list, lint, test, ledger
    "rules.pack": Bilingual("{title} ({id} {version}): {n} rule{s}", "{title}（{id} {version}）：{n} 条规则"),
    "rules.total": Bilingual("{n} rule{s} in {packs}", "{packs}，共 {n} 条规则"),
    "list.packs": Bilingual("{n} pack{s}", "{n} 个规则包"),
    "lint.clean": Bilingual("Nothing wrong in {packs}.", "{packs}：未发现问题。"),
    "lint.found": Bilingual("{errors}, {warnings} in {packs}.", "{packs}：{errors}，{warnings}。"),
    "lint.packs": Bilingual("{n} pack{s} ({names})", "{n} 个规则包（{names}）"),
    "lint.errors": Bilingual("{n} error{s}", "{n} 个错误"),
    "lint.warnings": Bilingual("{n} warning{s}", "{n} 个警告"),
    "test.hold": Bilingual(
        "{examples} of {rules}: all come out as stated.", "{rules}，{examples}：结果均与所写一致。"
    ),
    "test.fail": Bilingual(
        "{examples} of {rules}: {n} come{v} out otherwise than stated.",
        "{rules}，{examples}：其中 {n} 个结果与所写不一致。",
    ),
    "test.mutants": Bilingual(
        "{noticed} of {n} changes to the rules are noticed by an example.",
        "对规则的 {n} 处改动，示例能发现 {noticed} 处。",
    ),
    "test.examples": Bilingual("{n} example{s}", "{n} 个示例"),
    "test.rules": Bilingual("{n} rule{s}", "{n} 条规则"),
    "ledger.counts": Bilingual("{n} article{s}: {counts}", "共 {n} 条：{counts}"),
    "ledger.count": Bilingual("{n} {word}", "{word} {n} 条"),
    "ledger.article": Bilingual("{article} {title}", "{article}　{title}"),
    "ledger.rules": Bilingual("Rules", "规则"),
    "ledger.definitions": Bilingual("Definitions", "定义"),
    "ledger.questions": Bilingual("Questions", "问题"),
    "ledger.penalises": Bilingual("Penalises", "处罚"),
}
