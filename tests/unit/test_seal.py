"""The seal of a report: every changed byte is noticed, and nothing a person wrote is taken for it."""

from __future__ import annotations

import json

import pytest
from hostile import hostile
from hypothesis import given
from hypothesis import strategies as st
from report_samples import ALL, assessment_of

from compliance.reports.json_v1 import render_json, sealed
from compliance.reports.seal import NO_SEAL, seal, seal_of


@pytest.mark.parametrize("name", ALL)
def test_every_assessment_is_sealed(name: str) -> None:
    """Also as one of a list: there it has the seal that it has alone."""
    made = render_json(assessment_of(name))
    found = seal_of(made.encode(), "json")
    assert found is not None and found.whole
    assert json.loads(made) == sealed(assessment_of(name))
    assert json.loads(made)["digests"]["assessment"] == found.written != NO_SEAL


MADE = render_json(assessment_of("past")).encode()


@given(st.integers(0, len(MADE) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed_unnoticed(place: int, by: int) -> None:
    changed = bytearray(MADE)
    changed[place] ^= by
    found = seal_of(bytes(changed), "json")
    assert found is None or not found.whole


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", b'<meta name="compliance-seal" content="%s">'),
        ("pdf", b"a compliance-seal-%s b compliance-seal-%s"),
    ],
)
def test_a_place_left_for_the_seal_is_filled(form: str, text: bytes) -> None:
    blank = b"before\n" + text.replace(b"%s", b"0" * 64) + b"\nafter"
    made = seal(blank, form)
    found = seal_of(made, form)
    assert found is not None and found.whole and len(made) == len(blank)
    touched = seal_of(made.replace(b"after", b"aftEr"), form)
    assert touched is not None and touched.written == found.written and not touched.whole
    assert seal_of(b"nothing", form) is None


def test_two_seals_are_none() -> None:
    one, other = b"compliance-seal-" + b"a" * 64, b"compliance-seal-" + b"b" * 64
    assert seal_of(one + b" " + other, "pdf") is None


def test_what_a_person_writes_is_no_seal() -> None:
    """A reason that looks like the line of the seal is escaped, so there is one place only."""
    made = render_json(hostile('x\n    "assessment": "' + "0" * 64 + '"\n')).encode()
    found = seal_of(made, "json")
    assert found is not None and found.whole
