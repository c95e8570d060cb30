"""Sentences for the problems with code areas that belong to: usage. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "usage.date": {
        "en": ("--as-of: {written} is not a date", "write it as {right}"),
        "zh": ("--as-of：{written} 不是有效日期", "请写作 {right}"),
    },
    "usage.date_range": {
        "en": ("--as-of: {written} is out of range", "a date from {first} to {last}"),
        "zh": ("--as-of：{written} 超出范围", "可用 {first} 至 {last} 之间的日期"),
    },
    "usage.web_alone": {
        "en": ("--web and {other} do not go together", "leave one of the two out"),
        "zh": ("--web 与 {other} 不能同时使用", "请去掉其中之一"),
    },
    "usage.no_folder": {
        "en": ("{option}: there is no folder {written}", "name a folder that is there"),
        "zh": ("{option}：没有文件夹 {written}", "请指定已有的文件夹"),
    },
    "usage.unknown_pack": {
        "en": ("--pack: there is no pack {written}", "{right}"),
        "zh": ("--pack：没有规则包 {written}", "{right}"),
    },
    "usage.no_rules": {
        "en": ("there is not one rule to check", "choose packs that hold rules: --pack, --rules"),
        "zh": ("没有任何可检查的规则", "请用 --pack 或 --rules 选择含有规则的规则包"),
    },
    "usage.nothing_in_force": {
        "en": ("on {day} not one of the rules is in force", "choose a later day, from {first}: --as-of"),
        "zh": ("{day} 当日没有任何规则生效", "请用 --as-of 选择 {first} 或以后的日期"),
    },
    "usage.output": {
        "en": ("standard output cannot be written: {why}", "redirect it to a file: > FILE"),
        "zh": ("无法写入标准输出：{why}", "请改为写入文件：> FILE"),
    },
    "usage.no_chinese": {
        "en": (
            "this terminal cannot show Chinese, so the report is in English",
            "set PYTHONUTF8=1; where the terminal is not for UTF-8, also redirect it to a file: > FILE",
        ),
        "zh": (
            "终端无法显示中文，报告改用英文",
            "请设置 PYTHONUTF8=1；终端不支持 UTF-8 的，再写入文件：> FILE",
        ),
    },
    "usage.output_name": {
        "en": ("-o needs the name of a file", "-o report.txt, or -o - for standard output"),
        "zh": ("-o 须指定文件名", "例如 -o report.txt；输出到标准输出用 -o -"),
    },
    "usage.several_forms": {
        "en": ("several forms of a report cannot go into one file", "name a folder: -o reports"),
        "zh": ("多种格式的报告不能写入同一文件", "请用 -o 指定文件夹，例如 -o reports"),
    },
    "usage.binary": {
        "en": ("--format {form} is no text that a terminal can show", "name a file: -o {right}"),
        "zh": ("--format {form} 不是终端可以显示的文本", "请指定文件：-o {right}"),
    },
    "usage.never_sensitive": {
        "en": (
            "--format {form} is read and handed on by other programs; it never shows sensitive answers",
            "leave out --include-sensitive, or use one of: {right}",
        ),
        "zh": (
            "--format {form} 供其他程序读取和转发，一律不含敏感信息",
            "请去掉 --include-sensitive，或者改用：{right}",
        ),
    },
    "usage.one_manifest": {
        "en": (
            "--format {form} tells of one manifest at a time",
            "run it once for each, or use --format json",
        ),
        "zh": ("--format {form} 每次只能输出一个项目文件", "请逐个运行，或使用 --format json"),
    },
    "usage.unknown_name": {
        "en": ("“{written}” names no rule, fact, definition or article", "did you mean {right}?"),
        "zh": ("没有名为“{written}”的规则、事实项、定义或条文", "是否应为 {right}？"),
    },
    "usage.unknown_name_at_all": {
        "en": (
            "“{written}” names no rule, fact, definition or article",
            "compliance rules list and compliance rules ledger list what there is",
        ),
        "zh": (
            "没有名为“{written}”的规则、事实项、定义或条文",
            "可用 compliance rules list 和 compliance rules ledger 查看",
        ),
    },
    "usage.ambiguous_name": {
        "en": ("“{written}” can mean several things", "write one of them in full: {right}"),
        "zh": ("“{written}”有多种可能", "请完整写出其中之一：{right}"),
    },
    "usage.not_a_rule": {
        "en": ("“{written}” is not a rule but something else: {right}", "compliance explain {right}"),
        "zh": ("“{written}”不是规则，而是其他名称：{right}", "compliance explain {right}"),
    },
    "usage.as_of_alone": {
        "en": ("--as-of says on which day a project is judged, but no project is named", "add -m PATH"),
        "zh": ("--as-of 用于指定项目的评估基准日，但未指定项目", "请加 -m PATH"),
    },
    "usage.nothing_to_assess": {
        "en": (
            "--as-of and --pack say how a project is assessed, but both sides are reports",
            "leave them out, or name a manifest",
        ),
        "zh": ("--as-of 和 --pack 用于评估项目，但两边都是报告", "请去掉这些选项，或指定项目文件"),
    },
    "usage.no_examples": {
        "en": ("there is not one example to run", "choose packs and rules that have examples"),
        "zh": ("没有任何可运行的示例", "请选择含有示例的规则包和规则"),
    },
    "usage.time_zone": {
        "en": ("the time zone {zone} is not known on this machine", "give the date: --as-of 2026-11-24"),
        "zh": ("本机没有时区 {zone} 的数据", "请直接指定基准日：--as-of 2026-11-24"),
    },
    "usage.output_is_input": {
        "en": ("-o {file} would overwrite a file that is read", "choose another name"),
        "zh": ("-o {file} 会覆盖所读取的文件", "请换一个文件名"),
    },
    "usage.output_exists": {
        "en": ("{file} exists already", "add --force to overwrite it"),
        "zh": ("{file} 已存在", "如需覆盖，请加 --force"),
    },
    "usage.already_initialised": {
        "en": ("{file} exists already; nothing was written", "compliance check {folder}"),
        "zh": ("{file} 已存在，未写入任何文件", "compliance check {folder}"),
    },
    "usage.extra_missing": {
        "en": (
            "{option} needs the package {package}, which is not installed",
            'uv run --extra {extra} compliance …, or in the folder of this program: pip install ".[{extra}]"',
        ),
        "zh": (
            "{option} 需要尚未安装的软件包 {package}",
            '请运行 uv run --extra {extra} compliance …，或者在本程序所在文件夹运行 pip install ".[{extra}]"',
        ),
    },
    "usage.port": {
        "en": ("port {port} cannot be used: {why}", "choose another one, or none for a free one"),
        "zh": ("无法使用端口 {port}：{why}", "请换一个端口；不指定则自动选用空闲端口"),
    },
    "file.not_found": {
        "en": ("there is no file or folder {file}", "{right}"),
        "zh": ("没有文件或文件夹 {file}", "{right}"),
    },
    "file.no_report": {
        "en": ("there is no report {file}", "make one: compliance report --format {form} -o {file}"),
        "zh": ("没有报告 {file}", "请先生成：compliance report --format {form} -o {file}"),
    },
    "file.no_manifest": {
        "en": ("there is no compliance.yaml in {file}", "{right}"),
        "zh": ("{file} 中没有 compliance.yaml", "{right}"),
    },
    "file.not_a_folder": {
        "en": ("{file} is not a folder", "name a folder"),
        "zh": ("{file} 不是文件夹", "请指定文件夹"),
    },
    "file.not_regular": {
        "en": ("{file} is not an ordinary file", "name an ordinary file"),
        "zh": ("{file} 不是普通文件", "请指定普通文件"),
    },
    "file.unreadable": {
        "en": ("{file} cannot be read: {why}", "look at its permissions"),
        "zh": ("无法读取 {file}：{why}", "请检查文件权限"),
    },
    "file.private_mode": {
        "en": ("others on this machine can read {file}", "chmod 600 {file}"),
        "zh": ("本机其他用户可以读取 {file}", "chmod 600 {file}"),
    },
    "file.unwritable": {
        "en": (
            "{file} cannot be written: {why}",
            "look at the room on the disk, the folder and its permissions",
        ),
        "zh": ("无法写入 {file}：{why}", "请检查磁盘空间、文件夹及其权限"),
    },
    "file.private_as_manifest": {
        "en": ("{file} is the private file, not a manifest", "name the compliance.yaml beside it"),
        "zh": ("{file} 是敏感信息文件，不是项目文件", "请指定同一文件夹中的 compliance.yaml"),
    },
    "file.changed": {
        "en": (
            "{file} was changed by someone else meanwhile, and so was the answer to {facts}; "
            "the file is left as they wrote it",
            "your version is kept in {mine}; bring the two together by hand",
        ),
        "zh": (
            "{file} 在此期间被他人改动，且同样涉及 {facts}；该文件保持他人改动后的内容",
            "您的版本已保存在 {mine}，请人工合并",
        ),
    },
    "file.changed_unreadable": {
        "en": (
            "{file} was changed by someone else meanwhile and cannot be read now; it is left as they wrote it",
            "your version is kept in {mine}; `compliance check` says what is wrong with {file}",
        ),
        "zh": (
            "{file} 在此期间被他人改动，目前无法读取；该文件保持他人改动后的内容",
            "您的版本已保存在 {mine}；可用 `compliance check` 查看 {file} 的问题",
        ),
    },
    "file.outside": {
        "en": (
            "the evidence file {file} lies outside of the project's folder",
            "put it beside compliance.yaml",
        ),
        "zh": ("证明材料 {file} 不在项目文件夹内", "请放在 compliance.yaml 所在文件夹内"),
    },
    "manifest.unknown_rule": {
        "en": ("there is no rule {rule}", "{right}"),
        "zh": ("没有规则 {rule}", "{right}"),
    },
    "manifest.unknown_record": {
        "en": ("the rule {rule} has no record {record}", "{right}"),
        "zh": ("规则 {rule} 没有条目 {record}", "{right}"),
    },
    "manifest.unknown_kind": {
        "en": ("there is no kind of evidence {kind}", "{right}"),
        "zh": ("没有证明材料种类 {kind}", "{right}"),
    },
    "manifest.impossible": {
        "en": ("these answers cannot all be true: {en}", "correct one of {facts}"),
        "zh": ("以下答案不可能同时成立：{zh}", "请更正其中之一：{facts}"),
    },
}
