"""Reads a report back: its form, its seal, the assessment that it carries and how it was asked for."""

from __future__ import annotations

from typing import Final, NamedTuple

from compliance.errors import Location, Problem, ReportError
from compliance.facts.sanitise import clean
from compliance.reports.carried import ASSESSMENT_NAME, FORMAT, REPORT_NAME, VERSION
from compliance.reports.read_assessment import SHOWN, Document, parse_json, read_assessment
from compliance.reports.render import FORMS, Language, Options
from compliance.reports.seal import Seal, seal_of

MOST_BYTES: Final = 256 << 20
"""A larger file is not read: an HTML report on five thousand records is 80 MB."""


class Report(NamedTuple):
    """A report that was read back.

    Args:
        form: a key of `FORMS`.
        data: the whole report.
        seal: that of the whole report; None where it has none.
        assessment: the bytes of the assessment it carries.
        inner: the seal of these; the same as `seal` where the report is nothing else.
        document: what the assessment says.
        options: how the report was asked for.
    """

    form: str
    data: bytes
    seal: Seal | None
    assessment: bytes
    inner: Seal | None
    document: Document
    options: Options


def read_back(data: bytes, file: str) -> Report:
    """What a report carries.

    Raises:
        ReportError: codes `report.*`.
    """
    if len(data) > MOST_BYTES:
        raise ReportError(Problem("report.too_large", Location(file), {"most": str(MOST_BYTES >> 20)}))
    form = _form_of(data, file)
    if form == "json":
        assessment, options = data, Options()
    else:
        assessment, asked = _CARRIED[form](data, file)
        options = _options(asked, form, file)
    return Report(
        form,
        data,
        seal_of(data, form),
        assessment,
        seal_of(assessment, "json"),
        read_assessment(assessment, file),
        options,
    )


def _form_of(data: bytes, file: str) -> str:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start[:15].lower() == b"<!doctype html>":
        return "html"
    if start.startswith(b"{"):
        return "json"
    raise ReportError(Problem("report.unknown", Location(file)))


def _carried_in_pdf(data: bytes, file: str) -> tuple[bytes, bytes]:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise ReportError(Problem("report.no_pdf_reader")) from None
    from io import BytesIO

    try:
        attached = PdfReader(BytesIO(data), strict=True).attachments
        names = set(attached)
        found = [attached[name] for name in (ASSESSMENT_NAME, REPORT_NAME) if name in names]
    except Exception as error:  # A broken PDF makes its reader raise whatever there is.
        details = {"why": clean(f"{type(error).__name__}: {error}")[:SHOWN]}
        raise ReportError(Problem("report.damaged", Location(file), details)) from None
    if len(found) != 2 or any(len(copies) != 1 for copies in found):
        raise ReportError(Problem("report.unknown", Location(file)))
    return found[0][0], found[1][0]


def _carried_in_html(data: bytes, file: str) -> tuple[bytes, bytes]:
    from compliance.reports.html.carried import carried_in_html

    found = carried_in_html(data)
    if found is None:
        raise ReportError(Problem("report.unknown", Location(file)))
    return found.assessment, found.report


_CARRIED: Final = {"pdf": _carried_in_pdf, "html": _carried_in_html}


def _options(asked: bytes, form: str, file: str) -> Options:
    found = parse_json(asked, file)
    match found:
        case {
            "format": str(name),
            "version": version,
            "form": str(made),
            "languages": list(said),
            "all": bool(full),
        }:
            languages = tuple(_language(word) for word in said)
            fits = (name, version, made) == (FORMAT, VERSION, form) and made in FORMS
            # One language many times over would be a report that takes for ever to make again.
            if fits and languages and None not in languages and len(set(languages)) == len(languages):
                return Options(tuple(one for one in languages if one), full)
    raise ReportError(Problem("report.unknown", Location(file)))


def _language(word: object) -> Language | None:
    match word:
        case "zh":
            return "zh"
        case "en":
            return "en"
        case _:
            return None
