"""The forms of a report, each a pure function from an assessment to bytes. The keys are the command line's choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:  # The command line reads the keys without what it takes to make a report.
    from compliance.assessment.model import Assessment

Language: TypeAlias = Literal["zh", "en"]


class Options(NamedTuple):
    """How a report is wanted. The same assessment and options give the same bytes, whoever renders them where.

    Args:
        languages: one, or both in the order in which they are to stand.
        show_all: what holds and what does not apply, too.
    """

    languages: tuple[Language, ...] = ("en",)
    show_all: bool = False


class Form(NamedTuple):
    """One form.

    Args:
        suffix: how the name of its file ends.
        render: makes it.
        discloses: it is for persons, so that it may show them sensitive answers on request. What other programs read is
            handed on, and never does.
        binary: it is no text: a terminal cannot show it.
        needs: the module of an extra package without which it cannot be made.
    """

    suffix: str
    render: Callable[[Assessment, Options], bytes]
    discloses: bool = False
    binary: bool = False
    needs: str = ""


def render(form: str, assessment: Assessment, options: Options) -> bytes:
    """A report in one form, a key of `FORMS`."""
    return FORMS[form].render(assessment, options)


def _text(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.text.report import render_text

    pages = [
        render_text(assessment, lang, width=TEXT_WIDTH, show_all=options.show_all)
        for lang in options.languages
    ]
    return ("\n\n".join(page.rstrip("\n") for page in pages) + "\n").encode()


def _markdown(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.markdown.report import render_markdown

    pages = [render_markdown(assessment, lang, show_all=options.show_all) for lang in options.languages]
    return "\n---\n\n".join(pages).encode()


def _csv(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.findings_csv import render_csv

    return render_csv(assessment)


def _json(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.json_v1 import render_json

    return render_json(assessment).encode()


def _sarif(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.sarif import render_sarif

    return render_sarif(assessment, options)


def _github(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.github import render_github

    return render_github(assessment, options)


def _junit(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.junit import render_junit

    return render_junit(assessment, options)


def _gitlab(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.gitlab import render_gitlab

    return render_gitlab(assessment, options)


def _html(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.html.report import render_html

    return render_html(assessment, options)


def _pdf(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.pdf.report import render_pdf

    return render_pdf(assessment, options)


def _oscal(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.oscal.results import render_oscal

    return render_oscal(assessment, options)


def _oscal_poam(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.oscal.poam import render_oscal_poam

    return render_oscal_poam(assessment, options)


def _cyclonedx(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.cyclonedx.report import render_cyclonedx

    return render_cyclonedx(assessment, options)


def _excel(assessment: Assessment, options: Options) -> bytes:
    from compliance.reports.excel.report import render_excel

    return render_excel(assessment, options)


TEXT_WIDTH: Final = 80
"""Columns of a text report: it is made for a file, not for the terminal that happens to be there."""

FORMS: Final = {
    "text": Form(".txt", _text, discloses=True),
    "markdown": Form(".md", _markdown, discloses=True),
    "html": Form(".html", _html, discloses=True),
    "pdf": Form(".pdf", _pdf, discloses=True, binary=True, needs="typst"),
    "excel": Form(".xlsx", _excel, discloses=True, binary=True, needs="xlsxwriter"),
    "json": Form(".json", _json, discloses=True),
    "csv": Form(".csv", _csv),
    "sarif": Form(".sarif", _sarif),
    "junit": Form(".xml", _junit),
    "github": Form(".github.txt", _github),
    "gitlab": Form(".gitlab.json", _gitlab),
    "oscal": Form(".oscal-ar.json", _oscal),
    "oscal-poam": Form(".oscal-poam.json", _oscal_poam),
    "cyclonedx": Form(".cdx.json", _cyclonedx),
}

ONE_DOCUMENT: Final = ("sarif", "junit", "gitlab")
"""Forms of which two cannot stand one below the other: `check` makes them of one manifest."""
