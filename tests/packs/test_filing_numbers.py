"""The rules on numbers, for every province they know: what is right, what is misspelt, what is of another kind.

The numbers are made here, with their own way to the check character, and by python-stdnum where it knows the scheme.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from stdnum.cn import ric, uscc

from compliance.assessment.examples import judge_example
from compliance.facts.values import Record, Records, Value
from compliance.packs.cache import bundled_rules, read_folders
from compliance.packs.examples import Example
from compliance.packs.load import load_packs

BOOK, EXAMPLES = load_packs(read_folders([bundled_rules()]))

# Province characters by the first two digits of the area code (GB/T 2260); some provinces have two.
PROVINCES = {
    11: "京", 12: "津", 13: "冀", 14: "晋", 15: "蒙", 21: "辽", 22: "吉", 23: "黑", 31: "沪", 32: "苏", 33: "浙",
    34: "皖", 35: "闽", 36: "赣", 37: "鲁", 41: "豫", 42: "鄂", 43: "湘", 44: "粤", 45: "桂", 46: "琼", 50: "渝",
    51: "川蜀", 52: "贵黔", 53: "云滇", 54: "藏", 61: "陕秦", 62: "甘陇", 63: "青", 64: "宁", 65: "新",
}  # fmt: skip
CODES = {character: code for code, characters in PROVINCES.items() for character in characters}

WELL_FORMED, REGION = "number-well-formed", "number-region"
KINDS = ("algorithm", "icp", "public-security", "telecom", "generative-ai")
NUMBER_RULES = (WELL_FORMED, REGION, *(f"number-not-{kind}" for kind in KINDS))


def example_of(rule: str, name: str) -> Example:
    (found,) = [e for e in EXAMPLES if e.rule == rule and e.name == name]
    return found


FILED = example_of("cac-order-3.13.1.number-correct", "the issued one")


def outcome(rule: str, changed: dict[str, Value]) -> str:
    """What a rule comes to for the answers of a filed service with some of them changed."""
    answers = {**FILED.answers, **changed}
    return judge_example(BOOK, BOOK.rules[f"cac-order-3.{rule}"], answers, FILED.as_of).outcome


def faults(number: str) -> set[str]:
    """The rules that a number given as filing number violates. None of them is left open."""
    found = {rule: outcome(f"13.1.{rule}", {"filing.number": number}) for rule in NUMBER_RULES}
    assert set(found.values()) <= {"satisfied", "violated", "not_applicable"}
    return {rule for rule, came in found.items() if came == "violated"}


def check_character(body: str) -> str:
    """By the definition in ISO 7064: with it, the sum of all characters times their powers of two is 1 modulo 11."""
    total = sum(int(digit) * pow(2, len(body) - place) for place, digit in enumerate(body))
    (check,) = [value for value in range(11) if (total + value) % 11 == 1]
    return "0123456789X"[check]


def written(character: str, body: str) -> str:
    return f"{character}网信备{body}号"


def bodies(code: int, draw: random.Random, count: int) -> list[str]:
    """Twenty characters each: area, year, eight digits, serial, check character. The last one ends with X."""
    made: list[str] = []
    while len(made) < count:
        digits = f"{code}{draw.randrange(10**4):04}{draw.randint(19, 26)}{draw.randrange(10**8):08}"
        body = f"{digits}{draw.randint(1, 20):03}"
        check = check_character(body)
        if len(made) < count - 1 or check == "X":
            made.append(body + check)
    return made


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


DISPLAYS: tuple[Callable[[str], str], ...] = (
    str,
    lambda number: f" {number[:4]} {number[4:10]} {number[10:]} ",
    full_width,
    lambda number: full_width(number[:9]) + "　" + number[9:].lower(),
    str.lower,
)


def misspelt(body: str, draw: random.Random) -> Iterator[str]:
    """A digit changed, neighbours swapped, too short, too long, X in the middle: twenty characters gone wrong."""
    at = draw.randrange(6, 19)
    yield body[:at] + draw.choice([d for d in "0123456789" if d != body[at]]) + body[at + 1 :]
    at = next(place for place in range(6, 18) if body[place] != body[place + 1])
    yield body[:at] + body[at + 1] + body[at] + body[at + 2 :]
    yield body[:8] + body[9:]
    yield body[:8] + draw.choice("0123456789") + body[8:]
    yield body[:10] + "X" + body[11:]


def wrong_kinds(character: str, code: int, draw: random.Random) -> dict[str, str]:
    """A number of each other kind, and a made-up one."""

    def digits(count: int) -> str:
        return "".join(draw.choices("0123456789", k=count))

    icp = draw.choice([digits(8) + "号", f"2024{digits(6)}号-{draw.randint(1, 99)}"])
    return {
        "algorithm": f"网信算备{code}{digits(19)}号",
        "generative-ai": f"{draw.choice(['Beijing', 'GuangDong'])}-样品{digits(2)}-2024{draw.randint(1, 12):02}15",
        "icp": f"{character}ICP备{icp}",
        "public-security": f"{character}公网安备{code}{digits(12)}号",
        "telecom": f"{draw.choice([character, '合字'])}B2-20{draw.randint(10, 26)}{digits(4)}",
        "made-up": written(character, digits(18)),
    }


def test_the_table_has_every_province_that_the_pack_accepts() -> None:
    """No character is accepted that this test does not know, and none that it knows is refused."""
    scheme = BOOK.identifiers["cn-blockchain-filing-number"]
    body = "1100002500000000001"
    body += check_character(body)
    accepted = {chr(c) for c in range(0x20, 0x30000) if scheme.is_valid(written(chr(c), body))}
    assert accepted == set(CODES)
    assert len(PROVINCES) == 31


@pytest.mark.parametrize("character", CODES)
def test_valid_numbers(character: str) -> None:
    """Six right numbers a province, one with X, however displayed, violate nothing."""
    for body in bodies(CODES[character], random.Random(character), 6):
        for display in DISPLAYS:
            assert faults(display(written(character, body))) == set()
        assert outcome(f"13.1.{REGION}", {"filing.number": written(character, body)}) == "satisfied"


@pytest.mark.parametrize("character", CODES)
def test_misspelt_numbers(character: str) -> None:
    """Five kinds of slips are not well formed; the area code of another province is told apart."""
    draw = random.Random(character)
    code = CODES[character]
    for wrong in misspelt(bodies(code, draw, 2)[0], draw):
        for display in DISPLAYS:
            assert faults(display(written(character, wrong))) == {WELL_FORMED}
    for other in sorted(set(PROVINCES) - {code}):
        (body,) = bodies(other, draw, 1)
        assert faults(written(character, body)) == {REGION}
    for display in DISPLAYS:
        assert faults(display(written(character, body))) == {REGION}


@pytest.mark.parametrize("character", CODES)
def test_numbers_of_another_kind(character: str) -> None:
    """Each kind is named by its own rule and by no other; a made-up number is not well formed."""
    made = wrong_kinds(character, CODES[character], random.Random(character))
    assert len(made) == 6
    for kind, number in made.items():
        named = set() if kind == "made-up" else {f"number-not-{kind}"}
        for display in DISPLAYS:
            assert faults(display(number)) == {WELL_FORMED} | named, number


@pytest.mark.parametrize("character", CODES)
def test_the_number_displayed(character: str) -> None:
    """A display counts as the issued number however it is set; a slip or a number of another kind does not."""
    draw = random.Random(character)
    body = bodies(CODES[character], draw, 1)[0]
    number = written(character, body)

    def shown(display: str) -> str:
        endpoints = FILED.answers["service.endpoints"]
        assert isinstance(endpoints, Records)
        (record,) = endpoints.entries
        fields = {**record.fields, "service.endpoints.number_displayed": display}
        site = Records((Record(record.key, fields),), endpoints.complete)
        return outcome("13.1.number-correct", {"filing.number": number, "service.endpoints": site})

    assert {shown(display(number)) for display in DISPLAYS} == {"satisfied"}
    wrong = [written(character, slip) for slip in misspelt(body, draw)]
    wrong += wrong_kinds(character, CODES[character], draw).values()
    wrong.append(written(next(c for c in CODES if c != character), body))
    assert {shown(display(one)) for one in wrong for display in DISPLAYS} == {"violated"}


def test_social_credit_codes() -> None:
    """Right codes and slips, judged by the rule as python-stdnum judges them (which knows digits in front only)."""
    draw = random.Random(5)
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    judged = set()
    for _ in range(200):
        body = draw.choice(["91", "12", "51"]) + "".join(draw.choices("0123456789", k=6))
        body += "".join(draw.choices(alphabet, k=9))
        right = body + uscc.calc_check_digit(body)
        for code in (right, *slips(right, alphabet, draw), right[:-1], right + "0"):
            valid = uscc.is_valid(code)
            came = outcome("practice.uscc-well-formed", {"entity.uscc": code})
            assert came == ("satisfied" if valid else "violated"), code
            judged.add(valid)
    assert judged == {True, False}


def test_resident_ids() -> None:
    """As python-stdnum judges them, for days and places that exist: it looks those up, which a pattern cannot."""
    draw = random.Random(7)
    judged = set()
    for _ in range(200):
        body = f"{draw.choice(['110101', '330106', '440305', '430102'])}{draw.randint(1990, 2010)}"
        body += f"{draw.randint(1, 12):02}{draw.randint(1, 28):02}{draw.randrange(1000):03}"
        right = body + ric.calc_check_digit(body)
        swapped = right[:16] + right[15] + right[17:]
        wrong_check = right[:-1] + draw.choice([c for c in "0123456789X" if c != right[-1]])
        for number in (right, right[:-1] + right[-1].lower(), swapped, wrong_check, right[:-1], right + "0"):
            valid = ric.is_valid(number)
            for fact, rule, more in (
                ("entity.document_number", "provider-id-well-formed", {"entity.kind": "individual"}),
                ("entity.responsible_document_number", "responsible-id-well-formed", {}),
            ):
                changed: dict[str, Value] = {fact: number, "entity.document_type": "resident_id", **more}
                came = outcome(f"practice.{rule}", changed)
                assert came == ("satisfied" if valid else "violated"), number
            judged.add(valid)
    assert judged == {True, False}


def slips(code: str, alphabet: str, draw: random.Random) -> Iterator[str]:
    """A character changed, two neighbours swapped."""
    at = draw.randrange(len(code))
    yield code[:at] + draw.choice(alphabet) + code[at + 1 :]
    at = draw.randrange(2, len(code) - 1)
    yield code[:at] + code[at + 1] + code[at] + code[at + 2 :]
