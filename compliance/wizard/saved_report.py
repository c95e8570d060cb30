"""The report of what is saved: word for word what `compliance check` prints about the same files."""

from __future__ import annotations

from compliance.wizard.session import Setting


def saved_report(setting: Setting, lang: str, width: int, *, unicode: bool = True) -> str:
    """The report read from the files, not from memory, so that places and evidence are what `check` finds.

    Raises:
        ComplianceError: the files are not there, or cannot be assessed as they are.
    """
    from compliance.cli.check import assess_input
    from compliance.cli.files import read_input
    from compliance.reports.text.report import render_text

    source = read_input(setting.path)
    assessment = assess_input(
        source, setting.book, setting.as_of, as_of_given=setting.as_of_given, packs=setting.packs
    )
    return render_text(assessment, lang, width=width, unicode=unicode)
