"""An assessment as PDF: a document to sign and to file, which carries the assessment and can be checked.

PDF/A-3a for archives, as it has files attached, and PDF/UA-1 for readers with aids.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from compliance.assessment.model import Assessment
from compliance.errors import Problem, ReportError
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.sanitise import clean
from compliance.reports.carried import ASSESSMENT_NAME, REPORT_NAME, report_json
from compliance.reports.json_parts import Json
from compliance.reports.json_v1 import render_json
from compliance.reports.pdf.data import cleaned, pdf_data
from compliance.reports.pdf.fonts import FAMILY, font_folder, shown_with_font
from compliance.reports.render import Options
from compliance.reports.seal import NO_SEAL, seal

_FOLDER: Final = Path(__file__).parent
_NO_SHAPE: Final = ("could not be displayed", "contains the codepoint")
"""What typst says when no font has a shape for a character, or it is of private use."""

SHOWN: Final = 300
"""How much is shown of what typst says."""


def render_pdf(assessment: Assessment, options: Options) -> bytes:
    """The report, sealed.

    Raises:
        ReportError: `report.no_pdf` where the extra is not installed, `report.not_set` where typst refuses the text.
    """
    assessed = render_json(assessment).encode()
    data = pdf_data(assessment, options, sha256_hex(assessed))
    carried: dict[str, Json] = {
        "family": FAMILY,
        "keyword": f"compliance-seal-{NO_SEAL}",
        "attached": {
            ASSESSMENT_NAME: assessed.decode(),
            REPORT_NAME: report_json("pdf", options).decode(),
        },
    }
    day = datetime(assessment.as_of.year, assessment.as_of.month, assessment.as_of.day, tzinfo=UTC)
    return seal(_compiled(data, carried, day), "pdf")


def _compiled(data: dict[str, Json], carried: dict[str, Json], day: datetime) -> bytes:
    """The document; characters without a shape are written as their number where there are any."""
    try:
        return _compile({**data, **carried, "lacking": False}, day)
    except ReportError as error:
        why = error.problems[0].details.get("why", "")
        if not any(said in why for said in _NO_SHAPE):
            raise
    shown = {key: cleaned(value, shown_with_font) for key, value in data.items()}
    return _compile({**shown, **carried, "lacking": True}, day)


def _compile(data: dict[str, Json], day: datetime) -> bytes:
    try:
        import typst
    except ImportError:
        raise ReportError(Problem("report.no_pdf")) from None
    try:
        made: bytes = typst.compile(
            _FOLDER / "report.typ",
            root=_FOLDER,
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["a-3a", "ua-1"],
            timestamp=int(day.timestamp()),
        )
    except typst.TypstError as error:
        raise ReportError(Problem("report.not_set", None, {"why": clean(str(error))[:SHOWN]})) from None
    return made
