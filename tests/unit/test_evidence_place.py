"""Where evidence is, as a reference: what the standard of addresses (RFC 3986) takes, and nothing else."""

from __future__ import annotations

import pytest

from compliance.assessment.model import EvidenceStatus
from compliance.errors import Location
from compliance.facts.manifest import EvidenceEntry
from compliance.reports.evidence_words import evidence_place


def place(file: str | None = None, url: str | None = None) -> str | None:
    entry = EvidenceEntry("one", None, (), file, url, None, None, None, Location("compliance.yaml"))
    return evidence_place(EvidenceStatus(entry, "ok"))


@pytest.mark.parametrize(
    ("url", "spelt"),
    [
        ("https://example.org/a/b?c=d&e=f#g", "https://example.org/a/b?c=d&e=f#g"),
        ("http://example.org", "http://example.org"),
        ("https://user@example.org:8443/", "https://user@example.org:8443/"),
        ("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        ("https://example.org/回执 1.pdf", "https://example.org/%E5%9B%9E%E6%89%A7%201.pdf"),
        ("https://example.org/100%/a%20b", "https://example.org/100%25/a%20b"),
    ],
)
def test_addresses(url: str, spelt: str) -> None:
    assert place(url=url) == spelt


@pytest.mark.parametrize(
    "url",
    [
        "https://a:b",
        "https://",
        "https://example.org/[1]",
        "https://example.org/a#b#c",
        "javascript:alert(1)",
        "::error::x",
        "",
    ],
)
def test_what_is_no_address(url: str) -> None:
    assert place(url=url) is None


@pytest.mark.parametrize(
    ("file", "spelt"),
    [
        ("evidence/receipt.pdf", "evidence/receipt.pdf"),
        ("evidence\\备案 回执#1.pdf", "evidence/%E5%A4%87%E6%A1%88%20%E5%9B%9E%E6%89%A7%231.pdf"),
        ("a:b?c", "a%3Ab%3Fc"),
    ],
)
def test_files(file: str, spelt: str) -> None:
    assert place(file=file) == spelt
