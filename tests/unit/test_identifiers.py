"""Identifier schemes against independent implementations."""

from __future__ import annotations

import random
import re

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2, mod_97_10

from compliance.facts.identifiers import Check, pattern_problem
from compliance.packs.cache import bundled_rules, load_rule_book

BOOK = load_rule_book([bundled_rules()], None)
DIGITS = st.text("0123456789", min_size=2, max_size=25)


@pytest.mark.parametrize(
    ("written", "valid"),
    [
        ("京网信备11000025000000000019号", True),
        ("浙网信备33000025000000000020号", True),
        ("粤网信备44000026123456780019号", True),
        ("京网信备1100002600000018001X号", True),
        ("京网信备1100002600000018001x号", True),
        ("京网信备 11000025000000000019号", True),
        ("京网信备11000025000000000018号", False),
        ("京网信备1100002500000000001号", False),
        ("京网信备1100X025000000000019号", False),
    ],
)
def test_filing_numbers(written: str, valid: bool) -> None:
    """The vectors for the observed scheme."""
    assert BOOK.identifiers["cn-blockchain-filing-number"].is_valid(written) is valid


@given(DIGITS)
def test_mod_11_2(text: str) -> None:
    assert Check("iso7064_mod_11_2").passes(text) == mod_11_2.is_valid(text)


@given(DIGITS)
def test_mod_97_10(text: str) -> None:
    assert Check("iso7064_mod_97_10").passes(text) == mod_97_10.is_valid(text)


@given(DIGITS)
def test_luhn(text: str) -> None:
    assert Check("luhn").passes(text) == luhn.is_valid(text)


def test_social_credit_codes() -> None:
    """Random codes with right and wrong check characters, judged as the independent implementation judges."""
    draw = random.Random(3)
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    scheme = BOOK.identifiers["cn-uscc"]
    judged = set()
    for _ in range(3000):
        body = "9111" + "".join(draw.choices("0123456789", k=4)) + "".join(draw.choices(alphabet, k=9))
        right = uscc.calc_check_digit(body)
        for last in (right, draw.choice(alphabet)):
            valid = last == right
            assert scheme.is_valid(body + last) is valid
            judged.add(valid)
    assert judged == {True, False}


PATTERNS = [
    "[0-9]{3}",
    "[A-Z]+[0-9]?",
    "(?P<body>[0-9]{20})号",
    "(?:ab|cd){2}",
    "[京津](?:a|b)[0-9X]",
    "x[^y]*z",
]


@settings(max_examples=300)
@given(st.sampled_from(PATTERNS), st.text("0123456789ABabcdxyz京津号X", max_size=12))
def test_accepted_patterns_mean_the_same_in_re2(pattern: str, text: str) -> None:
    assert pattern_problem(pattern) is None
    assert bool(re.fullmatch(pattern, text)) == bool(re2.fullmatch(pattern, text))


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a+)+", "nested_quantifier"),
        ("a*b*", "unbounded"),
        (r"\d{3}", "class_escape"),
        ("(?=a)a", "look_around"),
        (r"(a)\1", "back_reference"),
        ("a{300}", "bound"),
        ("(", "syntax"),
        ("a" * 201, "too_long"),
    ],
)
def test_refused_patterns(pattern: str, reason: str) -> None:
    assert pattern_problem(pattern) == reason


def test_long_texts_are_not_valid() -> None:
    """A text over the cap is refused before the pattern sees it."""
    assert not BOOK.identifiers["cn-uscc"].is_valid("9" * 100_000)
