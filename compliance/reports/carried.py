"""What a PDF or an HTML report carries beside what it shows: the assessment, and how the report was asked for."""

from __future__ import annotations

import json
from typing import Final

from compliance.reports.render import Options

FORMAT: Final = "compliance-report"
VERSION: Final = 1
ASSESSMENT_NAME: Final = "assessment.json"
"""The assessment: the same bytes as the form `json`."""
REPORT_NAME: Final = "report.json"
"""How the report was asked for, so that it can be made again."""


def report_json(form: str, options: Options) -> bytes:
    """How a report was asked for: format, version, form, languages, all; in this order, on one line."""
    asked = {
        "format": FORMAT,
        "version": VERSION,
        "form": form,
        "languages": list(options.languages),
        "all": options.show_all,
    }
    return json.dumps(asked).encode()
