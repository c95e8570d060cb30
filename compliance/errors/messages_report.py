"""Sentences for the problems with reports that are read back. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "report.unknown": {
        "en": (
            "this is no report that carries its assessment",
            "name a report made with --format json, html or pdf",
        ),
        "zh": ("该文件不是内含评估数据的报告", "请指定以 --format json、html 或 pdf 生成的报告"),
    },
    "report.damaged": {
        "en": ("the report cannot be read: {why}", "take another copy of it, or make it again"),
        "zh": ("无法读取该报告：{why}", "请换用该报告的其他副本，或者重新生成"),
    },
    "report.too_large": {
        "en": (
            "the report is larger than {most} MB",
            "take one of the same assessment in another form: --format json",
        ),
        "zh": ("该报告超过 {most} MB", "请改用同一评估的其他格式报告：--format json"),
    },
    "report.version": {
        "en": (
            "the assessment has version {written} of its format; this program reads version {right}",
            "use the release of compliance that made it",
        ),
        "zh": ("评估数据的格式版本为 {written}，本程序只读取版本 {right}", "请使用生成该报告的版本"),
    },
    "report.several": {
        "en": ("the file holds the assessments of several projects", "make a report for one project"),
        "zh": ("该文件包含多个项目的评估", "请为单个项目生成报告"),
    },
    "report.shape": {
        "en": ("the assessment is not as its schema says, at {place}: {why}", "make the report again"),
        "zh": ("评估数据不符合其格式，位置 {place}：{why}", "请重新生成报告"),
    },
    "report.not_set": {
        "en": ("the PDF cannot be typeset: {why}", "make another form, --format html, and report this line"),
        "zh": ("PDF 排版失败：{why}", "请改用其他格式（--format html），并报告本行内容"),
    },
    "report.no_pdf": {
        "en": (
            "a PDF is made with extra packages that are not installed",
            'uv run --extra pdf compliance …, or in the folder of this program: pip install ".[pdf]"',
        ),
        "zh": (
            "生成 PDF 所需的附加组件尚未安装",
            '请运行 uv run --extra pdf compliance …，或者在本程序所在文件夹运行 pip install ".[pdf]"',
        ),
    },
    "report.no_pdf_reader": {
        "en": (
            "a PDF is read with an extra package that is not installed",
            'uv run --extra pdf compliance …, or in the folder of this program: pip install ".[pdf]"',
        ),
        "zh": (
            "读取 PDF 所需的附加组件尚未安装",
            '请运行 uv run --extra pdf compliance …，或者在本程序所在文件夹运行 pip install ".[pdf]"',
        ),
    },
    "report.no_excel": {
        "en": (
            "an Excel workbook is made with an extra package that is not installed",
            'uv run --extra excel compliance …, or in the folder of this program: pip install ".[excel]"',
        ),
        "zh": (
            "生成 Excel 工作簿所需的附加组件尚未安装",
            '请运行 uv run --extra excel compliance …，或者在本程序所在文件夹运行 pip install ".[excel]"',
        ),
    },
    "report.seal": {
        "en": (
            "the report was changed after it was made, or has no digest of its own",
            "compliance verify says more; compare a report as it was made",
        ),
        "zh": (
            "报告在生成后被改动，或者没有自身的完整性校验值",
            "可用 compliance verify 核对；请使用未经改动的报告",
        ),
    },
    "replay.no_project": {
        "en": (
            "there is no compliance.yaml in this folder to make the report again from",
            "name the project: -m PATH",
        ),
        "zh": ("当前文件夹中没有 compliance.yaml，无法重新生成报告", "请指定项目：-m PATH"),
    },
    "replay.other_rules": {
        "en": (
            "the report was made with rules that are not these: {needed}; here: {here}",
            "name the folder of those rules: --rules DIR",
        ),
        "zh": (
            "该报告所用的规则与现有规则不同：{needed}；现有：{here}",
            "请用 --rules 指定该版本规则所在的文件夹",
        ),
    },
}
