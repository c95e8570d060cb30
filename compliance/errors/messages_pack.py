"""Sentences for problems in rule packs. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "pack.none_here": {
        "en": (
            "no rule pack in `{folder}`",
            "name a folder that holds a pack.yaml, or a folder of such folders",
        ),
        "zh": ("“{folder}”中没有规则包", "请指定含有 pack.yaml 的文件夹，或存放规则包的上级文件夹"),
    },
    "pack.twice": {
        "en": ("two packs are called `{pack}`", "name each pack's folder once"),
        "zh": ("有两个规则包同名“{pack}”", "每个规则包只指定一次"),
    },
    "pack.too_many_files": {
        "en": ("the pack has more than {most} files", "split the pack"),
        "zh": ("规则包的文件超过 {most} 个", "请拆分规则包"),
    },
    "pack.file_outside": {
        "en": ("this file leads out of the pack's folder, or is no file", "put a plain file in its place"),
        "zh": ("该文件指向规则包之外，或不是普通文件", "请改为普通文件"),
    },
    "pack.unreadable": {
        "en": ("the file cannot be read: {reason}", "check its permissions"),
        "zh": ("无法读取该文件：{reason}", "请检查权限"),
    },
    "pack.empty": {
        "en": ("the pack `{pack}` is empty", "add a pack.yaml; see docs/pack-format.md"),
        "zh": ("规则包“{pack}”为空", "请添加 pack.yaml，参见 docs/pack-format.md"),
    },
    "pack.no_rules": {
        "en": (
            "there is not one rule in {packs}; nothing would be checked",
            "add rules, or name other packs",
        ),
        "zh": ("{packs} 中没有任何规则，等于什么也没有检查", "请添加规则，或指定其他规则包"),
    },
    "pack.not_a_mapping": {
        "en": (
            "a pack file begins with a key such as `rules:`",
            "write `rules:`, `facts:` or another known key first",
        ),
        "zh": ("规则包文件应以 `rules:` 之类的键开头", "请先写 `rules:`、`facts:` 或其他可用的键"),
    },
    "pack.unknown_key": {
        "en": ("`{key}` is not known here", "known here: {right}"),
        "zh": ("此处不能使用“{key}”", "此处可用：{right}"),
    },
    "pack.missing_key": {
        "en": ("`{key}` is missing", "add `{key}: …`; see docs/pack-format.md"),
        "zh": ("缺少“{key}”", "请补上 `{key}: …`，参见 docs/pack-format.md"),
    },
    "pack.no_head": {
        "en": (
            "the pack `{pack}` needs exactly one file with `pack:`",
            "write `pack: {pack}`, `version:` and `title:` in pack.yaml",
        ),
        "zh": (
            "规则包“{pack}”须有且只有一个含 `pack:` 的文件",
            "请在 pack.yaml 中写 `pack: {pack}`、`version:` 和 `title:`",
        ),
    },
    "pack.name": {
        "en": (
            "the pack calls itself `{pack}` but its folder is `{folder}`",
            "write `pack: {folder}`, or rename the folder",
        ),
        "zh": ("规则包自称“{pack}”，文件夹却是“{folder}”", "请写 `pack: {folder}`，或更改文件夹名称"),
    },
    "pack.needs": {
        "en": ("the needed pack `{pack}` is not there", "name its folder too, or remove it from `needs:`"),
        "zh": ("找不到所需的规则包“{pack}”", "请一并指定该规则包的文件夹，或从 `needs:` 中删去"),
    },
    "pack.needs_cycle": {
        "en": ("packs need each other in a circle: {packs}", "remove one of the `needs:`"),
        "zh": ("规则包相互依赖成环：{packs}", "请删去其中一处 `needs:`"),
    },
    "pack.duplicate_id": {
        "en": ("the id `{id}` is taken; it stands first at {first}", "choose another id"),
        "zh": ("编号“{id}”已被使用，首次出现在 {first}", "请另取编号"),
    },
    "pack.rule_id": {
        "en": ("the rule id `{id}` does not begin with its pack", "write `{pack}.…`"),
        "zh": ("规则编号“{id}”未以规则包名开头", "请写 `{pack}.…`"),
    },
    "pack.fact_needs": {
        "en": ("the fact `{fact}` needs `{key}`", "add `{key}:`"),
        "zh": ("事实项“{fact}”缺少 `{key}`", "请补上 `{key}:`"),
    },
    "pack.mixed_units": {
        "en": (
            "the units of `{fact}` cannot be compared with each other",
            "write any of days, weeks, months and years, or one other unit alone",
        ),
        "zh": (
            "“{fact}”的单位不能相互比较",
            "请只用 days、weeks、months、years，或只用另一个单位",
        ),
    },
    "pack.none_of_list": {
        "en": ("`{fact}` cannot be `none`: a set or list is empty instead", "remove `none: true`"),
        "zh": ("“{fact}”不能为 `none`：集合或列表以空表示“没有”", "请删去 `none: true`"),
    },
    "pack.duplicate_option": {
        "en": ("`{fact}` names an option twice", "give each option its own id"),
        "zh": ("“{fact}”的选项重复", "每个选项应有不同编号"),
    },
    "pack.reading": {
        "en": (
            "the reading `{fact}` needs two or more options, each with its source",
            "add `source: {{en: …, zh: …}}` to each option",
        ),
        "zh": (
            "法律理解问题“{fact}”须有两个以上选项，且各有出处",
            "请为每个选项补上 `source: {{en: …, zh: …}}`",
        ),
    },
    "pack.identifier_on": {
        "en": (
            "`{fact}` is no text, so no identifier applies",
            "write `type: text`, or remove `identifier:`",
        ),
        "zh": ("“{fact}”不是文字，不能套用编号规则", "请写 `type: text`，或删去 `identifier:`"),
    },
    "pack.suggestion": {
        "en": (
            "files can suggest no such answer to `{fact}`",
            "give `links:` or `files:` and an `answer:` that is possible; only for boolean, choice and text facts that are"
            " neither sensitive nor fields of a list; or remove `suggested_by:`",
        ),
        "zh": (
            "不能由文件提示“{fact}”的该答案",
            "请写明 `links:` 或 `files:` 以及可能的 `answer:`；仅限非敏感、不属于列表字段的 boolean、choice、text；或删去 `suggested_by:`",
        ),
    },
    "pack.sensitive": {
        "en": (
            "`{fact}` cannot be sensitive: reports show days, the names of entries and counsel's views",
            "remove `sensitive:`; what nobody may see belongs in a fact or field of another type",
        ),
        "zh": (
            "“{fact}”不能标为敏感：报告会显示日期、条目名称和律师意见",
            "请删去 `sensitive:`；不得显示的内容请另设其他类型的事实项或字段",
        ),
    },
    "pack.duplicate_field": {
        "en": ("entries of `{fact}` have two fields of one name", "rename one"),
        "zh": ("“{fact}”的条目中字段重名", "请改名"),
    },
    "pack.key_field": {
        "en": ("the key `{key}` of `{fact}` is not one of its text fields", "name a field of `type: text`"),
        "zh": ("“{fact}”的键“{key}”不是文字字段", "请指定 `type: text` 的字段"),
    },
    "pack.field_type": {
        "en": (
            "`{fact}` cannot be a field: no lists in lists, no readings, no dots in the name",
            "choose a plain type and name",
        ),
        "zh": (
            "“{fact}”不能作为字段：列表不可嵌套，不可为法律理解问题，名称不可含点",
            "请改用简单类型和名称",
        ),
    },
    "pack.fact_prefix": {
        "en": (
            "the id `{fact}` is the beginning of `{other}`",
            "rename one: a fact cannot be a group as well",
        ),
        "zh": ("编号“{fact}”是“{other}”的开头", "请改名：事实项不能同时是分组"),
    },
    "pack.unconfirmed": {
        "en": (
            "the text behind `{rule}` is unconfirmed, so it cannot fail anyone",
            "write `severity: practice`, or confirm the text",
        ),
        "zh": ("“{rule}”所依据的条文未经核实，不能据以判定不合规", "请写 `severity: practice`，或核实条文"),
    },
    "pack.hard_stop": {
        "en": (
            "only a prohibition or a mandatory rule can be a hard stop: `{rule}`",
            "remove `hard_stop`, or raise the severity",
        ),
        "zh": ("只有禁止性或强制性规则才能作为否决项：“{rule}”", "请删去 `hard_stop`，或调整 severity"),
    },
    "pack.unknown_evidence": {
        "en": ("there is no kind of evidence `{kind}`", "did you mean {right}?"),
        "zh": ("没有名为“{kind}”的证明材料种类", "是否应为 {right}？"),
    },
    "pack.in_force": {
        "en": ("`{rule}` would end before it begins", "check `from` and `until`"),
        "zh": ("“{rule}”的失效日早于生效日", "请核对 `from` 与 `until`"),
    },
    "pack.unknown_instrument": {
        "en": ("there is no instrument `{instrument}`", "did you mean {right}?"),
        "zh": ("没有名为“{instrument}”的法律文件", "是否应为 {right}？"),
    },
    "pack.unknown_article": {
        "en": ("`{instrument}` has no article {article} in the ledger", "add the article to `articles:`"),
        "zh": ("“{instrument}”的条文台账中没有第 {article} 条", "请在 `articles:` 中补上该条"),
    },
    "pack.article_handled": {
        "en": (
            "the ledger says that article {article} of `{instrument}` is `{handled}`, yet a rule cites it",
            "write `handled: rules`",
        ),
        "zh": (
            "台账将“{instrument}”第 {article} 条记为 `{handled}`，却有规则引用它",
            "请写 `handled: rules`",
        ),
    },
    "pack.article_without_rule": {
        "en": (
            "article {article} of `{instrument}` is said to be in rules, but no rule cites it",
            "add a rule, or say otherwise with a reason",
        ),
        "zh": (
            "“{instrument}”第 {article} 条记为已转化为规则，却没有规则引用",
            "请添加规则，或改为其他处理方式并说明理由",
        ),
    },
    "pack.article_without_reason": {
        "en": (
            "article {article} of `{instrument}` has neither rule nor reason",
            "add `reason: {{en: …, zh: …}}`",
        ),
        "zh": ("“{instrument}”第 {article} 条既无规则也无理由", "请补上 `reason: {{en: …, zh: …}}`"),
    },
    "pack.no_calendar": {
        "en": (
            "`{rule}` counts working days, but the pack `{pack}` names no calendar",
            "write `calendar: …` in pack.yaml",
        ),
        "zh": ("“{rule}”按工作日计算，但规则包“{pack}”未指定日历", "请在 pack.yaml 中写 `calendar: …`"),
    },
    "pack.unknown_calendar": {
        "en": ("there is no calendar `{calendar}`", "write {right}"),
        "zh": ("没有名为“{calendar}”的日历", "请写 {right}"),
    },
    "pack.no_calendars": {
        "en": (
            "there is no calendar `{calendar}`, nor any other",
            "add a file with `calendar: {{id: {calendar}, time_zone: …, weekend: …, extra_days: …, source: …}}`, or a "
            "pack that has one to `needs:`",
        ),
        "zh": (
            "没有名为“{calendar}”的日历，也没有其他日历",
            "请添加含 `calendar: {{id: {calendar}, time_zone: …, weekend: …, extra_days: …, source: …}}` 的文件，"
            "或在 `needs:` 中写入含日历的规则包",
        ),
    },
    "pack.unknown_base": {
        "en": ("there is no base `{base}` for examples", "did you mean {right}?"),
        "zh": ("没有名为“{base}”的示例基准", "是否应为 {right}？"),
    },
    "pack.example_date": {
        "en": ("the example `{name}` has no date", "add `as_of:`, or a `base:` that has one"),
        "zh": ("示例“{name}”没有日期", "请补上 `as_of:`，或指定带日期的 `base:`"),
    },
    "pack.mutant_unnoticed": {
        "en": (
            "{rule}, {where}: no example comes out otherwise with {change}",
            "add an example that only the rule as it is written lets come out as stated",
        ),
        "zh": (
            "{rule} 的 {where}：改为 {change} 后，没有示例结果不同",
            "请补充一个仅在现有写法下才成立的示例",
        ),
    },
    "pack.example_fails": {
        "en": (
            "example `{name}` of {rule}: stated {stated}; came out {came}",
            "correct the example or the rule",
        ),
        "zh": ("{rule} 的示例“{name}”：写明 {stated}，实际为 {came}", "请更正示例或规则"),
    },
    "calendar.head": {
        "en": ("the calendar `{calendar}` needs time_zone, weekend and extra_days", "add what is missing"),
        "zh": ("日历“{calendar}”须有 time_zone、weekend 和 extra_days", "请补全"),
    },
    "calendar.no_head": {
        "en": (
            "years of the calendar `{calendar}` are there, but not the calendar itself",
            "add a file with its time_zone, weekend and extra_days",
        ),
        "zh": (
            "日历“{calendar}”只有年份数据，缺少日历本身",
            "请添加写明 time_zone、weekend 和 extra_days 的文件",
        ),
    },
    "calendar.other_year": {
        "en": (
            "a day of another year stands in {year} of the calendar `{calendar}`",
            "move it to its own year",
        ),
        "zh": ("日历“{calendar}”{year} 年中混入了其他年份的日期", "请移到对应年份"),
    },
    "identifier.pattern": {
        "en": (
            "the pattern of `{identifier}` is outside of what is safe: {reason}",
            "write explicit classes such as [0-9]; no look-around, back-references or nested repetition",
        ),
        "zh": (
            "“{identifier}”的模式超出安全范围：{reason}",
            "请使用 [0-9] 等明确字符类，不用环视、反向引用和嵌套重复",
        ),
    },
    "identifier.example": {
        "en": (
            "`{sample}` is stated as {kind} for `{identifier}`, but is not",
            "correct the sample, the pattern or the check",
        ),
        "zh": ("“{sample}”被列为“{identifier}”的 {kind} 示例，但判定不符", "请更正示例、模式或校验方式"),
    },
    "condition.not_a_mapping": {
        "en": (
            "a condition is a mapping with at least one entry",
            "write for example `service.public: true`",
        ),
        "zh": ("条件应为至少含一项的映射", "例如写 `service.public: true`"),
    },
    "condition.too_large": {
        "en": (
            "the condition is too large (depth {depth}, parts {nodes})",
            "name parts of it as definitions",
        ),
        "zh": ("条件过大（层数上限 {depth}，部件上限 {nodes}）", "请将其部分写成定义"),
    },
    "condition.not_a_list": {
        "en": ("a list with at least one entry is wanted here", "write `[…]` or lines that begin with `- `"),
        "zh": ("此处应为至少含一项的列表", "请写 `[…]` 或以 `- ` 开头的各行"),
    },
    "condition.not_a_name": {
        "en": ("a name is wanted here", "write the id of a fact or definition"),
        "zh": ("此处应为名称", "请写事实项或定义的编号"),
    },
    "condition.unknown_fact": {
        "en": ("there is no fact `{fact}`", "did you mean {right}?"),
        "zh": ("没有名为“{fact}”的事实项", "是否应为 {right}？"),
    },
    "condition.unknown_definition": {
        "en": ("there is no definition `{name}`", "did you mean {right}?"),
        "zh": ("没有名为“{name}”的定义", "是否应为 {right}？"),
    },
    "condition.cycle": {
        "en": ("definitions refer to each other in a circle: {names}", "remove one of the references"),
        "zh": ("定义相互引用成环：{names}", "请删去其中一处引用"),
    },
    "condition.field_outside": {
        "en": (
            "`{fact}` is a field of `{list}`; it has a value only for one of its entries",
            "use it inside `every: {{of: {list}, …}}` or `some:`",
        ),
        "zh": (
            "“{fact}”是“{list}”的字段，只对其条目有值",
            "请写在 `every: {{of: {list}, …}}` 或 `some:` 之内",
        ),
    },
    "condition.list_needs_quantifier": {
        "en": ("`{fact}` is a list", "write `every: {{of: {fact}, satisfies: …}}`, `some:` or `present:`"),
        "zh": ("“{fact}”是列表", "请写 `every: {{of: {fact}, satisfies: …}}`、`some:` 或 `present:`"),
    },
    "condition.set_needs_operator": {
        "en": ("`{fact}` is a set", "write `has_any`, `has_all` or `has_none` with a list of options"),
        "zh": ("“{fact}”是集合", "请用 `has_any`、`has_all` 或 `has_none` 加选项列表"),
    },
    "condition.none_literal": {
        "en": ("comparing `{fact}` with `none` is always false", "write `not: {{present: {fact}}}`"),
        "zh": ("“{fact}”与 `none` 比较恒为假", "请写 `not: {{present: {fact}}}`"),
    },
    "condition.no_value": {
        "en": ("`{fact}` is compared with nothing", "write a value; there is no test for `unknown`"),
        "zh": ("“{fact}”没有可比较的值", "请写一个值；不能测试 `unknown`"),
    },
    "condition.unknown_operator": {
        "en": ("there is no operator `{operator}`", "write {right}"),
        "zh": ("没有运算“{operator}”", "请写 {right}"),
    },
    "condition.operator_misfit": {
        "en": ("`{operator}` does not fit the fact `{fact}`", "write {right}"),
        "zh": ("“{operator}”不适用于事实项“{fact}”", "请写 {right}"),
    },
    "condition.unit": {
        "en": ("`{unit}` cannot be compared with `{fact}`", "write the bound in {right}"),
        "zh": ("“{unit}”不能与“{fact}”比较", "请用 {right} 书写界限"),
    },
    "condition.not_a_date": {
        "en": ("`{fact}` is not a date", "name a date fact, a date such as 2026-02-10, or `as_of`"),
        "zh": ("“{fact}”不是日期", "请写日期事实项、2026-02-10 之类的日期或 `as_of`"),
    },
    "condition.span": {
        "en": ("a span of days, weeks, months or years is wanted", "write for example `12 months`"),
        "zh": ("此处应为以天、周、月或年计的时段", "例如写 `12 months`"),
    },
    "condition.kinds_differ": {
        "en": ("`{fact}` and `{other}` are of different kinds", "compare facts of one kind"),
        "zh": ("“{fact}”与“{other}”类型不同", "请比较同类事实项"),
    },
    "condition.unknown_identifier": {
        "en": ("there is no identifier `{name}`", "did you mean {right}?"),
        "zh": ("没有名为“{name}”的编号规则", "是否应为 {right}？"),
    },
    "condition.limit_not_allowed": {
        "en": (
            "a time limit stands in `require` only, never under `not`, in `when`, `where` or a definition",
            "move it to `require`",
        ),
        "zh": ("期限只能写在 `require` 中，不能写在 `not`、`when`、`where` 或定义之内", "请移到 `require`"),
    },
    "condition.limit_deed": {
        "en": (
            "a time limit is set on an event; `{fact}` is a planned date",
            "use a date fact with `tense: event`",
        ),
        "zh": ("期限只能针对已发生的事件，“{fact}”是计划日期", "请使用 `tense: event` 的日期事实项"),
    },
    "condition.limit": {
        "en": (
            "this time limit cannot be read",
            "write for example `10 working_days after service.started_on`",
        ),
        "zh": ("无法识别该期限", "例如写 `10 working_days after service.started_on`"),
    },
    "condition.quantifier": {
        "en": (
            "`every` takes `of` and `satisfies`, `some` takes `of`; `where` is optional",
            "write `{{of: list, where: …, satisfies: …}}`",
        ),
        "zh": (
            "`every` 须有 `of` 和 `satisfies`，`some` 须有 `of`；`where` 可省略",
            "请写 `{{of: 列表, where: …, satisfies: …}}`",
        ),
    },
    "condition.unknown_part": {
        "en": ("`{name}` is not known here", "write {right}"),
        "zh": ("此处不能使用“{name}”", "请写 {right}"),
    },
    "condition.not_records": {
        "en": ("`{fact}` is not a list of records", "name a fact of `type: records`"),
        "zh": ("“{fact}”不是条目列表", "请指定 `type: records` 的事实项"),
    },
    "condition.nested_quantifier": {
        "en": ("a quantifier cannot stand inside another", "put the inner one beside it"),
        "zh": ("量词不能嵌套", "请将内层移到旁边"),
    },
    "condition.too_many_related_dates": {
        "en": ("{rule} ties {dates} dates together; at most {most} are allowed", "split the rule"),
        "zh": ("{rule} 将 {dates} 个日期相互关联，最多允许 {most} 个", "请拆分规则"),
    },
    "condition.list_twice": {
        "en": ("{rule} looks at the list `{list}` in two quantifiers", "one with `where` is usually enough"),
        "zh": ("{rule} 对列表“{list}”使用了两个量词", "通常用一个带 `where` 的量词即可"),
    },
    "condition.negated_none": {
        "en": (
            "`not` with `{fact}`, which can be `none`: having none would pass",
            "add `present: {fact}` beside the `not`",
        ),
        "zh": ("对可能为 `none` 的“{fact}”使用 `not`：没有反而会通过", "请在 `not` 旁加上 `present: {fact}`"),
    },
}
