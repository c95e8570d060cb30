"""One hierarchy of errors: code, place, words. Nothing here knows law, files or terminals."""

from compliance.errors.problem import (
    ComplianceError,
    Gravity,
    Location,
    ManifestError,
    PackError,
    Problem,
    ReportError,
    UsageError,
)

__all__ = [
    "ComplianceError",
    "Gravity",
    "Location",
    "ManifestError",
    "PackError",
    "Problem",
    "ReportError",
    "UsageError",
]
