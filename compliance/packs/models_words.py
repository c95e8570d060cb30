"""What each key of a pack file is for, in both languages: by model and key, keys of the file itself alone."""

from __future__ import annotations

from typing import Final

from compliance.facts.vocabulary import Bilingual

WORDS: Final[dict[str, Bilingual]] = {
    "pack": Bilingual(
        "Marks this file as the pack's head and names the pack: the name of its folder, in "
        "lower-case letters, digits and hyphens. In one file of the pack only.",
        "表明本文件为规则包的主文件，并写明规则包名称，即所在文件夹名，由小写字母、数字和连字符组成。"
        "每个规则包仅一个文件可写此项。",
    ),
    "version": Bilingual(
        "Version of the pack as three numbers with dots, such as 1.4.0. Needed beside `pack`. Raise "
        "it with every change that can alter an outcome.",
        "规则包版本，三段数字以点分隔，如 1.4.0。写有 `pack` 的须同时写明；凡可能改变评估结果的修改，"
        "均应递增版本。",
    ),
    "title": Bilingual(
        "Name of the pack as reports print it, in both languages. Needed beside `pack`.",
        "报告中显示的规则包名称，中英文均须填写。写有 `pack` 的须同时写明。",
    ),
    "subject": Bilingual(
        "`true` when the run is about this pack: if it does not apply, the verdict is "
        "`out_of_scope`. `false` (the default) for companion packs.",
        "评估以本规则包为对象的写 `true`，此时本规则包不适用即得出 `out_of_scope` 的结论；"
        "配套规则包写 `false`（缺省）。",
    ),
    "needs": Bilingual(
        "Names of the packs whose facts, definitions, calendars or identifiers this one uses; they "
        "are loaded first. `[]` when there are none.",
        "所依赖的其他规则包名称，其事实项、定义、日历、标识规则可供本规则包引用，并先行加载。没有的写 `[]`。",
    ),
    "applies": Bilingual(
        "Condition on which the whole pack applies; it is joined to the `when` of each of its rules. "
        "Left out: the pack always applies.",
        "整个规则包的适用条件，并入其中每条规则的 `when`。省略的，视为始终适用。",
    ),
    "facts": Bilingual(
        "Facts that this file declares: what can be asked and answered about a service.",
        "本文件声明的事实项，即就一项服务可以提问、可以回答的事项。",
    ),
    "definitions": Bilingual(
        "Named conditions that several rules share, so that a legal term is written down once.",
        "供多条规则共用的具名条件，使同一法律概念只写一处。",
    ),
    "sections": Bilingual(
        "Groups of questions, in the order in which they are asked and printed.",
        "问题分组，依提问和列示的先后顺序排列。",
    ),
    "instruments": Bilingual(
        "Laws, orders, notices and standards that the rules cite, each with all its provisions "
        "accounted for.",
        "规则所援引的法律、规章、通知、标准；每部文件的全部条文须逐条写明如何处理。",
    ),
    "identifiers": Bilingual(
        "Schemes for numbers such as registration codes: how they are written and how their check "
        "character follows.",
        "登记代码等编号的格式规则：如何书写，校验位如何得出。",
    ),
    "evidence_kinds": Bilingual(
        "Kinds of document or record that can support an answer; rules name them, and so do the "
        "manifest's evidence entries.",
        "可佐证回答的证明材料种类，供规则和项目文件的证明材料条目引用。",
    ),
    "impossible": Bilingual(
        "Combinations of answers that cannot be true together; a manifest that has one is refused, "
        "with the lines of these answers named.",
        "不可能同时成立的回答组合；项目文件出现此种组合的不予受理，并指明所涉各行。",
    ),
    "bases": Bilingual(
        "Sets of answers that examples start from, so that an example states only what differs.",
        "示例所用的基础回答，示例只须写明与之不同之处。",
    ),
    "rules": Bilingual(
        "The rules of this file, in the order of the paragraphs they come from.",
        "本文件中的规则，依所出条款的先后排列。",
    ),
    "forms": Bilingual(
        "Forms that an authority wants filled in, with the facts that fill their fields.",
        "主管部门要求填报的表格，以及各栏目所对应的事实项。",
    ),
    "calendar": Bilingual(
        "In the pack's head: the name of the calendar its working days are counted in. In a file of "
        "its own: the calendar, or one year of it.",
        "在主文件中写日历名称，工作日即按该日历计算；在单独文件中写日历本身或者其中一个年度。",
    ),
    "ArticleModel": Bilingual(
        "One provision of an instrument and how the pack deals with it.",
        "一项条文及规则包对它的处理方式。",
    ),
    "ArticleModel.article": Bilingual(
        'Number of the provision as it is cited after `#`, in quotes, such as "11".',
        '条文序号，即援引时写在 `#` 之后的部分，须加引号，如 "11"。',
    ),
    "ArticleModel.label": Bilingual(
        "What reports call the provision where its number alone says too little, in both languages. "
        "Left out: the number.",
        "序号本身不足以说明时，报告中对该条文的称谓，中英文均须填写。省略的以序号表示。",
    ),
    "ArticleModel.title": Bilingual(
        "What the provision is about, in a few words of your own, in both languages.",
        "条文主旨，以自己的话概括，中英文均须填写。",
    ),
    "ArticleModel.handled": Bilingual(
        "How the provision is accounted for: by `rules` or a `definition`; as a `procedure`; as "
        "`addressed_to_others`; as a `penalty`; or `not_formalised`, which reports list for a check "
        "by hand.",
        "对条文的处理：`rules` 由规则体现，`definition` 由定义体现，`procedure` 属程序规定，"
        "`addressed_to_others` 约束他人，`penalty` 属罚则，`not_formalised` "
        "未转化为规则（报告中列出，须人工核对）。",
    ),
    "ArticleModel.reason": Bilingual(
        "Why no rule cites the provision, or what its rules leave out, in both languages. Needed unless "
        "`handled` is `rules`.",
        "没有规则援引该条文的理由，或者其规则未涵盖的内容，中英文均须填写。`handled` 非 `rules` 的，应当写明。",
    ),
    "ArticleModel.penalty": Bilingual(
        "Steps of a penalty provision, the mildest first. `[]` for all other provisions.",
        "罚则的各个处罚档次，由轻到重排列。其他条文写 `[]`。",
    ),
    "Base": Bilingual(
        "Answers that examples start from.",
        "示例所用的一组基础回答。",
    ),
    "Base.id": Bilingual(
        "Name by which examples and other bases refer to this one: lower-case letters, digits, hyphens.",
        "供示例和其他基础回答引用的名称，由小写字母、数字和连字符组成。",
    ),
    "Base.extends": Bilingual(
        "Name of another base, whose answers and date this one starts from.",
        "所沿用的另一组基础回答的名称，其回答和日期均予沿用。",
    ),
    "Base.as_of": Bilingual(
        "Day at which examples on this base are judged unless they name their own, as 2026-03-10.",
        "评估基准日，如 2026-03-10；示例另有写明的从其写明。",
    ),
    "Base.facts": Bilingual(
        "Answers, each under the full id of its fact. `unknown` takes back one that `extends` brought.",
        "回答，逐项写在事实项完整编号之下。写 `unknown` 的，撤去沿用而来的该项回答。",
    ),
    "CalendarModel": Bilingual(
        "A calendar of working days, or one year of it.",
        "工作日日历，或者其中一个年度。",
    ),
    "CalendarModel.id": Bilingual(
        "Name of the calendar, the same in its head and in each of its years.",
        "日历名称，日历主文件和各年度文件须一致。",
    ),
    "CalendarModel.source": Bilingual(
        "Where the weekend or the year's holidays were announced, in both languages.",
        "周休日或者当年节假日安排的公布出处，中英文均须填写。",
    ),
    "CalendarModel.url": Bilingual(
        "Address of that announcement, beginning with http:// or https://.",
        "该公布文件的网址，以 http:// 或 https:// 开头。",
    ),
    "CalendarModel.time_zone": Bilingual(
        "Time zone that says which day it is, as a name of the tz database such as Asia/Shanghai. In "
        "the head only, and needed there.",
        "据以确定当日日期的时区，用时区数据库的名称，如 Asia/Shanghai。仅写在日历主文件，且为必填。",
    ),
    "CalendarModel.weekend": Bilingual(
        "Days of the week that are no working days, as English names in lower case. In the head "
        "only, and needed there.",
        "每周休息日，用小写英文星期名称。仅写在日历主文件，且为必填。",
    ),
    "CalendarModel.extra_days": Bilingual(
        "How many days a year that is not announced yet can add at most to a count of working days: "
        "a whole number from 0 to 60. In the head only, and needed there.",
        "尚未公布安排的年度，最多可使工作日的计算延长多少天，为 0 至 60 的整数。仅写在日历主文件，且为必填。",
    ),
    "CalendarModel.year": Bilingual(
        "Year that this file announces, from 1900 to 2199. Left out in the head.",
        "本文件所载年度，1900 至 2199。日历主文件不写。",
    ),
    "CalendarModel.holidays": Bilingual(
        "Days of that year that are not worked beside the weekend, as 2026-01-01; days of the "
        "weekend may be among them.",
        "当年除周休日外的放假日期，如 2026-01-01；可包含周休日。",
    ),
    "CalendarModel.working": Bilingual(
        "Days of the weekend that are worked that year.",
        "当年调休上班的周休日。",
    ),
    "CheckModel": Bilingual(
        "How the check character of an identifier follows from the other characters.",
        "编号的校验位如何由其余各位得出。",
    ),
    "CheckModel.kind": Bilingual(
        "Method of the check: `weighted` (a weighted sum), `iso7064_mod_11_2`, `iso7064_mod_97_10` "
        "or `luhn`.",
        "校验方法：`weighted` 加权求和，或 `iso7064_mod_11_2`、`iso7064_mod_97_10`、`luhn`。",
    ),
    "CheckModel.modulus": Bilingual(
        "For `weighted`: the whole number by which the sum is divided.",
        "用于 `weighted`：加权和的模数，为整数。",
    ),
    "CheckModel.weights": Bilingual(
        "For `weighted`: one whole number for each character before the check character.",
        "用于 `weighted`：校验位之前各位的权数，逐位写整数。",
    ),
    "CheckModel.alphabet": Bilingual(
        "For `weighted`: the characters that may stand in the number, in the order of their values "
        "from 0 on.",
        "用于 `weighted`：编号可用的字符，按其所代表数值自 0 起依次排列。",
    ),
    "DefinitionModel": Bilingual(
        "A named condition that rules share.",
        "供规则共用的具名条件。",
    ),
    "DefinitionModel.id": Bilingual(
        "Dotted id by which conditions refer to it, such as scope.is_provider.",
        "供条件引用的编号，各段以点分隔，如 scope.is_provider。",
    ),
    "DefinitionModel.title": Bilingual(
        "The condition as one short statement, in both languages; reports print it where it decides.",
        "以一句短语表述该条件，中英文均须填写；条件起决定作用时，报告予以显示。",
    ),
    "DefinitionModel.is": Bilingual(
        "The condition itself. Time limits cannot stand in it.",
        "条件本身。不得含有期限。",
    ),
    "DefinitionModel.source": Bilingual(
        "Provision that the term comes from, as instrument#article or instrument#article.paragraph.",
        "该概念所出条文，写作“文件编号#条”或“文件编号#条.款”。",
    ),
    "EvidenceKind": Bilingual(
        "A kind of document or record that can support an answer.",
        "可佐证回答的一种证明材料。",
    ),
    "EvidenceKind.id": Bilingual(
        "Name by which rules and evidence entries refer to it: lower-case letters, digits, hyphens.",
        "供规则和证明材料条目引用的名称，由小写字母、数字和连字符组成。",
    ),
    "EvidenceKind.title": Bilingual(
        "What the document is, in both languages.",
        "材料的名称，中英文均须填写。",
    ),
    "ExampleModel": Bilingual(
        "A case with the outcome that a lawyer expects; it is a test of the rule and an illustration of it.",
        "附有律师预期结果的情形，既用以测试规则，也用以说明规则。",
    ),
    "ExampleModel.name": Bilingual(
        "What is particular about the case, in a few words.",
        "简要写明该情形的特点。",
    ),
    "ExampleModel.base": Bilingual(
        "Name of the base whose answers the case starts from. Left out: nothing is answered.",
        "所用基础回答的名称。省略的，视为各项均未回答。",
    ),
    "ExampleModel.given": Bilingual(
        "Answers in which the case differs from its base, each under the full id of its fact; "
        "`unknown` takes an answer away.",
        "与基础回答不同之处，逐项写在事实项完整编号之下；写 `unknown` 的撤去该项回答。",
    ),
    "ExampleModel.as_of": Bilingual(
        "Day at which the case is judged, as 2026-03-10. Left out: that of the base.",
        "评估基准日，如 2026-03-10。省略的从基础回答。",
    ),
    "ExampleModel.expect": Bilingual(
        "The outcome expected: `satisfied`, `violated`, `undecided`, `pending` (a time limit is "
        "running) or `not_applicable`.",
        "预期结果：`satisfied` 符合、`violated` 违反、`undecided` 无法判定、`pending` 期限未满、"
        "`not_applicable` 不适用。",
    ),
    "ExampleModel.past": Bilingual(
        "`true` when the breach is expected to have been remedied since. With `violated` only.",
        "预期属于既往违规（已补正）的写 `true`。仅与 `violated` 并用。",
    ),
    "ExampleModel.due": Bilingual(
        "Last day that is expected to be named, as 2026-03-02. With `pending` only.",
        "预期载明的最后期限，如 2026-03-02。仅与 `pending` 并用。",
    ),
    "ExampleModel.decided_by": Bilingual(
        "The open facts, and no others, on which the outcome is expected to hang; a field as "
        "list[record].field. With `undecided`.",
        "预期结果所取决的未答事实项，须全部列出，不得多列；记录的栏目写作“清单[记录].栏目”。与 `undecided` 并用。",
    ),
    "ExampleModel.reasons": Bilingual(
        "Why the outcome is expected to be open: `facts`, a `reading` of doubtful law, a `calendar` "
        "not announced yet, or the `bound` of the search.",
        "预期无法判定的原因：`facts` 事实未答，`reading` 法律理解问题未定，`calendar` 放假安排尚未公布，"
        "`bound` 相互关联的未答事项过多。",
    ),
    "SuggestionModel": Bilingual(
        "What in a project's files suggests an answer. A person confirms it; it is never taken by itself.",
        "项目文件中可提示某一答案的线索。须经人工确认，不会自动采用。",
    ),
    "SuggestionModel.answer": Bilingual(
        "The answer suggested: `true` or `false`, an option's id, or a text.",
        "所提示的答案：`true` 或 `false`、选项标识，或者文字。",
    ),
    "SuggestionModel.links": Bilingual(
        "Words of a link on a page that suggest it, in whatever language.",
        "网页链接文字中出现即构成提示的字词，语言不限。",
    ),
    "SuggestionModel.files": Bilingual(
        "Names of files that suggest it, without folders; `*` and `?` stand for what varies.",
        "存在即构成提示的文件名，不含目录；可变部分以 `*`、`?` 表示。",
    ),
    "FactModel.suggested_by": Bilingual(
        "What in a project's files suggests an answer, for the wizard's scan. For yes or no, one option or a "
        "text; not for sensitive facts or fields of records.",
        "向导扫描项目文件时可提示答案的线索。仅适用于是非、单选和文本，不适用于敏感事项和条目字段。",
    ),
    "FactModel": Bilingual(
        "A fact, or a field of the records of a fact.",
        "事实项，或者清单型事实项中记录的栏目。",
    ),
    "FactModel.id": Bilingual(
        "Dotted id in lower case, such as service.started_on; in a record only the last part. It is "
        "also the place of the answer in the manifest.",
        "编号，小写，各段以点分隔，如 service.started_on；记录的栏目只写末段。"
        "编号同时是回答在项目文件中的位置。",
    ),
    "FactModel.type": Bilingual(
        "Sort of value: `boolean` yes or no, `choice` one option, `choices` a set of options, "
        "`number`, `quantity` with a unit, `date`, `text`, `records` a list, `reading` a doubt of "
        "law for counsel.",
        "值的类型：`boolean` 是或否，`choice` 单选，`choices` 多选，`number` 数字，`quantity` "
        "带单位的量，`date` 日期，`text` 文字，`records` 清单，`reading` 法律理解问题（由律师判断）。",
    ),
    "FactModel.label": Bilingual(
        "Short name of the fact for tables and sentences, in both languages.",
        "用于表格和语句的简称，中英文均须填写。",
    ),
    "FactModel.question": Bilingual(
        "The question as a whole sentence, in both languages, as it is put to a person.",
        "向填写人提出的完整问句，中英文均须填写。",
    ),
    "FactModel.help": Bilingual(
        "What a person must know to answer rightly, in both languages: what counts, what does not, "
        "where to look.",
        "正确作答所需的说明，中英文均须填写：何者算在内、何者不算、到哪里查。",
    ),
    "FactModel.none": Bilingual(
        "`true` when “there is none” (for a date: not yet) is a possible answer. Never for sets and "
        "lists, which are empty instead.",
        "“无”（日期为“尚未”）可以作为回答的写 `true`。多选和清单不适用，没有的为空。",
    ),
    "FactModel.options": Bilingual(
        "Possible values of a `choice`, `choices` or `reading`, in the order shown.",
        "`choice`、`choices`、`reading` 的可选项，依显示顺序排列。",
    ),
    "FactModel.tense": Bilingual(
        "For a date: `event` (happened, or not yet) or `planned` (may lie ahead).",
        "用于日期：`event` 为已发生或尚未发生之日，`planned` 为可以在将来之日。",
    ),
    "FactModel.units": Bilingual(
        "For a quantity: the units an answer may use. days, weeks, months and years may stand "
        "together; working_days, CNY and any other unit stand alone.",
        "用于带单位的量：可用的单位。days、weeks、months、years 可以并列；working_days、CNY "
        "等其他单位只能单列。",
    ),
    "FactModel.whole": Bilingual(
        "For a number: `true` when only whole numbers are possible.",
        "用于数字：只能为整数的写 `true`。",
    ),
    "FactModel.minimum": Bilingual(
        "For a number or a quantity: the smallest possible amount, a whole number.",
        "用于数字和带单位的量：可能的最小值，为整数。",
    ),
    "FactModel.identifier": Bilingual(
        "For a text: name of the identifier scheme it follows; answers are compared in its normal form.",
        "用于文字：所适用的编号格式规则名称；比较时以规范形式为准。",
    ),
    "FactModel.key": Bilingual(
        "For a list: short id of the text field that names a record.",
        "用于清单：据以称呼各条记录的文字栏目的简短编号。",
    ),
    "FactModel.fields": Bilingual(
        "For a list: the fields of a record. A field cannot be a list.",
        "用于清单：每条记录的栏目。栏目不得再为清单。",
    ),
    "FactModel.at_least_one": Bilingual(
        "For a set or a list: `true` when it cannot be empty.",
        "用于多选和清单：不能为空的写 `true`。",
    ),
    "FactModel.sensitive": Bilingual(
        "`true` when the value belongs in compliance.private.yaml and is never printed; not for dates, lists, "
        "names of their entries and readings.",
        "内容应当另存于 compliance.private.yaml、任何输出均不显示的写 `true`；"
        "不用于日期、清单、清单条目名称和法律理解问题。",
    ),
    "FactModel.changeable": Bilingual(
        "Whether the state of affairs can be changed: `yes`, `no` (a past date) or `by_authority` "
        "(only the authority changes it). For plans only.",
        "所述情况能否改变：`yes` 能，`no` 不能（如过去的日期），`by_authority` 只能由主管部门改变。"
        "仅用于整改计划。",
    ),
    "FineModel": Bilingual(
        "The span of a fine, both ends included.",
        "罚款幅度，含上下限。",
    ),
    "FineModel.from": Bilingual(
        "Lower end, in whole units of the currency.",
        "下限，以货币主单位（如元）计，为整数。",
    ),
    "FineModel.to": Bilingual(
        "Upper end, in whole units of the currency.",
        "上限，以货币主单位（如元）计，为整数。",
    ),
    "FineModel.currency": Bilingual(
        "Currency as its three-letter code of ISO 4217, such as CNY.",
        "币种，用 ISO 4217 三位字母代码，如 CNY。",
    ),
    "FormFieldModel": Bilingual(
        "One field of a form and what fills it.",
        "表格的一个栏目及其内容来源。",
    ),
    "FormFieldModel.fact": Bilingual(
        "Id of the fact whose answer fills the field.",
        "填入该栏目的事实项编号。",
    ),
    "FormFieldModel.label": Bilingual(
        "Name of the field as the form has it, in both languages.",
        "表格上的栏目名称，中英文均须填写。",
    ),
    "FormFieldModel.verified": Bilingual(
        "How it was confirmed that the form asks for it: `full-text` (the form was seen), "
        "`secondary` (others report it) or `unconfirmed`.",
        "如何确认表格确有该栏目：`full-text` 已见原表，`secondary` 据间接来源，`unconfirmed` 未经确认。",
    ),
    "FormFieldModel.source": Bilingual(
        "Where that is known from, in both languages.",
        "据何得知，中英文均须填写。",
    ),
    "FormFieldModel.note": Bilingual(
        "What to mind when filling the field in, in both languages.",
        "填写该栏目的注意事项，中英文均须填写。",
    ),
    "FormModel": Bilingual(
        "A form that an authority wants filled in.",
        "主管部门要求填报的表格。",
    ),
    "FormModel.id": Bilingual(
        "Name of the form: lower-case letters, digits, hyphens.",
        "表格的引用名称，由小写字母、数字和连字符组成。",
    ),
    "FormModel.title": Bilingual(
        "Title of the form, in both languages.",
        "表格标题，中英文均须填写。",
    ),
    "FormModel.url": Bilingual(
        "Where the form is filled in, beginning with http:// or https://.",
        "填报网址，以 http:// 或 https:// 开头。",
    ),
    "FormModel.note": Bilingual(
        "What is unsettled about the form, in both languages.",
        "关于该表格尚不确定之处，中英文均须填写。",
    ),
    "FormModel.parts": Bilingual(
        "Parts of the form in its own order.",
        "表格的各部分，依原表顺序。",
    ),
    "FormPartModel": Bilingual(
        "A part of a form, its fields in order.",
        "表格的一部分及其各栏目，依序排列。",
    ),
    "FormPartModel.id": Bilingual(
        "Name of the part: lower-case letters, digits, hyphens.",
        "该部分的引用名称，由小写字母、数字和连字符组成。",
    ),
    "FormPartModel.title": Bilingual(
        "Heading of the part, in both languages.",
        "该部分的标题，中英文均须填写。",
    ),
    "FormPartModel.fields": Bilingual(
        "Its fields, in the order of the form.",
        "各栏目，依原表顺序。",
    ),
    "IdentifierModel": Bilingual(
        "A scheme for a number that somebody issues.",
        "由有关机构编发的编号的格式规则。",
    ),
    "IdentifierModel.id": Bilingual(
        "Name by which facts and conditions refer to the scheme, such as cn-uscc.",
        "供事实项和条件引用的名称，如 cn-uscc。",
    ),
    "IdentifierModel.title": Bilingual(
        "What the number is called, in both languages.",
        "该编号的名称，中英文均须填写。",
    ),
    "IdentifierModel.normalise": Bilingual(
        "What is done to a text before it is compared and checked, in this order: `fold_width`, "
        "`remove_spaces`, `upper`, `lower`.",
        "比较和校验前对文字所作的处理，依序进行：`fold_width` 全角转半角，`remove_spaces` 去空格，"
        "`upper` 转大写，`lower` 转小写。",
    ),
    "IdentifierModel.pattern": Bilingual(
        "Regular expression (RE2) that the whole number must match; a group named `body` marks what "
        "the check runs over.",
        "整个编号须符合的正则表达式（RE2 语法）；名为 `body` 的分组为校验所及的部分。",
    ),
    "IdentifierModel.check": Bilingual(
        "How the check character follows. Left out: only the pattern is tested.",
        "校验位的算法。省略的只核对格式。",
    ),
    "IdentifierModel.examples": Bilingual(
        "Samples by which the scheme is tested when the pack is loaded.",
        "加载规则包时用以检验该规则的样例。",
    ),
    "ImpossibleModel": Bilingual(
        "Answers that cannot be true together.",
        "不可能同时成立的回答。",
    ),
    "ImpossibleModel.id": Bilingual(
        "Name of the combination: lower-case letters, digits, hyphens.",
        "该组合的名称，由小写字母、数字和连字符组成。",
    ),
    "ImpossibleModel.if": Bilingual(
        "Condition that holds when the answers contradict each other.",
        "回答相互矛盾时成立的条件。",
    ),
    "ImpossibleModel.message": Bilingual(
        "What is contradictory, as a sentence in both languages for the person who answered.",
        "向填写人说明矛盾所在的语句，中英文均须填写。",
    ),
    "InstrumentModel": Bilingual(
        "A law, order, notice or standard.",
        "法律、规章、通知或者标准。",
    ),
    "InstrumentModel.id": Bilingual(
        "Name that citations put before `#`, such as cac-order-3.",
        "援引时写在 `#` 之前的名称，如 cac-order-3。",
    ),
    "InstrumentModel.title": Bilingual(
        "Full official title, in both languages.",
        "官方全称，中英文均须填写。",
    ),
    "InstrumentModel.short": Bilingual(
        "Short title for citations in reports, in both languages.",
        "报告援引时所用的简称，中英文均须填写。",
    ),
    "InstrumentModel.issuer": Bilingual(
        "Who issued it, in both languages.",
        "制定机关，中英文均须填写。",
    ),
    "InstrumentModel.number": Bilingual(
        "Number or mark of the document, in both languages.",
        "文号，中英文均须填写。",
    ),
    "InstrumentModel.promulgated": Bilingual(
        "Day of its publication, as 2019-01-10.",
        "公布日期，如 2019-01-10。",
    ),
    "InstrumentModel.in_force": Bilingual(
        "Dates between which it is in force.",
        "施行的起止日期。",
    ),
    "InstrumentModel.url": Bilingual(
        "Where its text can be read, beginning with http:// or https://.",
        "可查阅其文本的网址，以 http:// 或 https:// 开头。",
    ),
    "InstrumentModel.superseded_by": Bilingual(
        "Name of the instrument that took its place.",
        "取代它的文件名称。",
    ),
    "InstrumentModel.unit": Bilingual(
        "What its provisions are called: `article` (the default), `part` or `section`.",
        "其条文单位的称谓：`article` 条（缺省）、`part` 部分、`section` 节。",
    ),
    "InstrumentModel.checked": Bilingual(
        "Day on which its sources were last looked at, as 2026-11-22.",
        "最近一次核对出处的日期，如 2026-11-22。",
    ),
    "InstrumentModel.articles": Bilingual(
        "All of its provisions, so that none is passed over in silence.",
        "全部条文，使任何一条不致被略过。",
    ),
    "OptionModel": Bilingual(
        "One possible value of a choice, a set or a reading.",
        "单选、多选或者法律理解问题的一个选项。",
    ),
    "OptionModel.id": Bilingual(
        "What is written as the answer: lower-case letters and digits with hyphens or underscores.",
        "作答时所写的词，由小写字母、数字及连字符或下划线组成。",
    ),
    "OptionModel.label": Bilingual(
        "What the option means, in both languages.",
        "选项的含义，中英文均须填写。",
    ),
    "OptionModel.source": Bilingual(
        "For a reading: who holds this view or on what it rests, in both languages.",
        "用于法律理解问题：持此说者或者其依据，中英文均须填写。",
    ),
    "PenaltyStepModel": Bilingual(
        "One step of a penalty.",
        "罚则的一个档次。",
    ),
    "PenaltyStepModel.when": Bilingual(
        "When the step is taken, in both languages.",
        "适用该档次的情形，中英文均须填写。",
    ),
    "PenaltyStepModel.measures": Bilingual(
        "What the authority does, in both languages.",
        "主管部门采取的措施，中英文均须填写。",
    ),
    "PenaltyStepModel.fine": Bilingual(
        "Span of the fine. Left out: this step has none.",
        "罚款幅度。省略的，该档次不处罚款。",
    ),
    "PenaltyStepModel.articles": Bilingual(
        "Numbers of the articles, in the same instrument, whose breach it follows. `[]`: all that "
        "the penalty is for.",
        "违反同一文件哪些条文时适用，写条文序号。写 `[]` 的，适用于该罚则所及的全部条文。",
    ),
    "Period": Bilingual(
        "Dates in force, both included.",
        "施行期间，首尾两日均计入。",
    ),
    "Period.from": Bilingual(
        "First day, as 2019-02-15. Left out: since ever.",
        "首日，如 2019-02-15。省略的，不限起始。",
    ),
    "Period.until": Bilingual(
        "Last day. Left out: no end is known.",
        "末日。省略的，未定终止。",
    ),
    "RuleModel": Bilingual(
        "One requirement or prohibition that can be judged by itself.",
        "一项可单独判断的要求或者禁止。",
    ),
    "RuleModel.id": Bilingual(
        "pack.article[.paragraph].slug, such as cac-order-3.11.1.file-in-time. It is cited in "
        "reports and waivers, so it should not change.",
        "写作“规则包.条[.款].短名”，如 cac-order-3.11.1.file-in-time。报告和内部批准的偏离均引用此编号，"
        "不宜变更。",
    ),
    "RuleModel.title": Bilingual(
        "What is wanted, as a short statement in both languages.",
        "以短语写明要求的内容，中英文均须填写。",
    ),
    "RuleModel.severity": Bilingual(
        "How much it weighs: `prohibition` and `mandatory` are binding and count in the verdict; "
        "`recommended` and `practice` (what filers report) only inform.",
        "效力等级：`prohibition`（禁止性要求）和 `mandatory`（强制性要求）具有约束力，计入结论；"
        "`recommended`（建议）和 `practice`（实务做法）仅作提示。",
    ),
    "RuleModel.hard_stop": Bilingual(
        "`true` when a breach makes the verdict `blocked`. For binding rules only.",
        "属硬性障碍（违反即得出 `blocked` 结论）的写 `true`。仅限有约束力的规则。",
    ),
    "RuleModel.in_force": Bilingual(
        "Dates between which the rule is judged. Left out: always.",
        "规则适用的起止日期。省略的，始终适用。",
    ),
    "RuleModel.source": Bilingual(
        "Provision or provisions it comes from and how their text was confirmed.",
        "所出条文及其文本的确认方式，可列多项。",
    ),
    "RuleModel.when": Bilingual(
        "Condition on which the rule applies. Left out: whenever the pack applies.",
        "规则的适用条件。省略的，规则包适用时即适用。",
    ),
    "RuleModel.require": Bilingual(
        "What is required, as a condition. Time limits stand here and nowhere else.",
        "所要求的内容，以条件表示。期限只能写在此处。",
    ),
    "RuleModel.remedied_by": Bilingual(
        "Condition that makes a breach a past one, which is shown and not counted.",
        "违反视为既往违规（已补正）的条件；既往违规列示而不计入结论。",
    ),
    "RuleModel.penalty": Bilingual(
        "Provision that penalises a breach, as instrument#article, or `none` where the law has no "
        "penalty of its own.",
        "违反所适用的罚则，写作“文件编号#条”；无专门罚则的写 `none`。",
    ),
    "RuleModel.evidence": Bilingual(
        "Names of the kinds of evidence that support compliance. `[]` when none is typical.",
        "可佐证合规的证明材料种类名称。无常见材料的写 `[]`。",
    ),
    "RuleModel.topic": Bilingual(
        "Name that rules bounding the same matter share, such as retention.access_logs; reports then "
        "say which bound governs.",
        "就同一事项设定限度的规则所共用的名称，如 retention.access_logs；报告据此指明以何者为准。",
    ),
    "RuleModel.because": Bilingual(
        "Why the law wants this, in one sentence of your own in both languages.",
        "以自己的话用一句话说明法律为何作此要求，中英文均须填写。",
    ),
    "RuleModel.fix": Bilingual(
        "What to do when it is not met, in one sentence in both languages.",
        "以一句话说明不符合时应当如何处理，中英文均须填写。",
    ),
    "RuleModel.doubt": Bilingual(
        "What is unsettled about the rule, in both languages; reports show it to the user.",
        "规则尚存疑问之处，中英文均须填写；报告向使用者显示。",
    ),
    "RuleModel.known_since": Bilingual(
        "Day on which the requirement became known, as 2019-01-10. It decides nothing.",
        "要求为人所知之日，如 2019-01-10。不影响任何判断。",
    ),
    "RuleModel.examples": Bilingual(
        "At least three cases with their outcomes; every outcome that the rule can have should be "
        "among them.",
        "至少三个附有结果的示例；规则可能得出的各种结果均应有示例。",
    ),
    "Samples": Bilingual(
        "Numbers by which an identifier scheme is tested.",
        "用以检验编号格式规则的样例。",
    ),
    "Samples.valid": Bilingual(
        "Well-formed numbers, at least one, invented or public.",
        "格式正确的编号，至少一个，应为虚构或者已公开。",
    ),
    "Samples.invalid": Bilingual(
        "Malformed numbers, at least one; one should differ in the check character only.",
        "格式错误的编号，至少一个；其中应有仅校验位不符者。",
    ),
    "SectionModel": Bilingual(
        "Questions that belong together.",
        "归在一起的一组问题。",
    ),
    "SectionModel.id": Bilingual(
        "Name of the section: lower-case letters, digits, hyphens.",
        "分组名称，由小写字母、数字和连字符组成。",
    ),
    "SectionModel.title": Bilingual(
        "Heading over the questions, in both languages.",
        "该组问题的标题，中英文均须填写。",
    ),
    "SectionModel.facts": Bilingual(
        "Ids of the facts, in the order in which they are asked.",
        "事实项编号，依提问顺序排列。",
    ),
    "SourceModel": Bilingual(
        "A provision and how its text was confirmed.",
        "条文及其文本的确认方式。",
    ),
    "SourceModel.article": Bilingual(
        "The provision, as instrument#article or instrument#article.paragraph.",
        "条文，写作“文件编号#条”或“文件编号#条.款”。",
    ),
    "SourceModel.verified": Bilingual(
        "`full-text`: the text was read; `secondary`: others report it; `unconfirmed`: the rule is "
        "then at most `practice`.",
        "`full-text` 已读原文；`secondary` 据间接来源；`unconfirmed` 未经确认，此时规则至多为 `practice`。",
    ),
    "Text": Bilingual(
        "A text in both languages. Both are always needed.",
        "中英文对照文本，缺一不可。",
    ),
    "Text.en": Bilingual(
        "The English text, 1 to 4000 characters, written and not translated word by word.",
        "英文文本，1 至 4000 个字符，不宜逐字翻译。",
    ),
    "Text.zh": Bilingual(
        "The Chinese text, 1 to 4000 characters, as a Chinese lawyer would put it.",
        "中文文本，1 至 4000 个字符，用语应符合中国法律文书习惯。",
    ),
}
