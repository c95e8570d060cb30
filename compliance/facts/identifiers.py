"""Identifier schemes as pack data: normalisation, pattern, check characters of a generic kind."""

from __future__ import annotations

from typing import Any, Final

from compliance.facts.vocabulary import Bilingual
from compliance.frozen import frozen

LONGEST_TEXT: Final = 256
"""Longer texts are not well formed under any scheme, whatever the pattern says."""

LONGEST_PATTERN: Final = 200
"""Longest pattern a pack may use, in characters."""

_ISO7064: Final = "0123456789X"


@frozen
class Check:
    """How the last character follows from the others.

    Args:
        kind: `weighted`, `iso7064_mod_11_2`, `iso7064_mod_97_10` or `luhn`.
        modulus, weights, alphabet: for `weighted`: the check value is the modulus less the weighted sum, modulo it;
            characters count by their place in the alphabet.
    """

    kind: str
    modulus: int = 0
    weights: tuple[int, ...] = ()
    alphabet: str = ""

    def passes(self, text: str) -> bool:
        """Whether the check character (for mod 97-10: the last two) fits the rest."""
        match self.kind:
            case "iso7064_mod_11_2":
                return _mod_11_2(text)
            case "iso7064_mod_97_10":
                return _mod_97_10(text)
            case "luhn":
                return _luhn(text)
            case "weighted":
                return self._weighted(text)
            case _:
                raise ValueError(self.kind)

    def _weighted(self, text: str) -> bool:
        if len(text) != len(self.weights) + 1 or any(c not in self.alphabet for c in text):
            return False
        values = [self.alphabet.index(c) for c in text]
        total = sum(weight * value for weight, value in zip(self.weights, values, strict=False))
        return (self.modulus - total) % self.modulus == values[-1]


@frozen
class Identifier:
    """One scheme.

    Args:
        normalise: steps in order: `fold_width`, `remove_spaces`, `upper`, `lower`.
        pattern: what the whole normalised text must match; a group named `body` marks what the check runs over.
        valid_examples, invalid_examples: samples that the pack states; a search takes its cases from them.
    """

    id: str
    title: Bilingual
    normalise: tuple[str, ...]
    pattern: str
    check: Check | None = None
    valid_examples: tuple[str, ...] = ()
    invalid_examples: tuple[str, ...] = ()

    def normalised(self, text: str) -> str:
        """The text in the form in which it is compared."""
        for step in self.normalise:
            text = _step(step, text)
        return text

    def is_valid(self, text: str) -> bool:
        """Whether the text is well formed, check character included."""
        import re

        text = self.normalised(text)
        if len(text) > LONGEST_TEXT:
            return False
        found = re.fullmatch(self.pattern, text)
        if found is None:
            return False
        if self.check is None:
            return True
        return self.check.passes(found.groupdict().get("body") or text)


def _step(step: str, text: str) -> str:
    match step:
        case "fold_width":
            return "".join(_narrow(c) for c in text)
        case "remove_spaces":
            return "".join(text.split())
        case "upper":
            return text.upper()
        case "lower":
            return text.lower()
        case _:
            raise ValueError(step)


def _narrow(character: str) -> str:
    code = ord(character)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    return " " if code == 0x3000 else character


def _mod_11_2(text: str) -> bool:
    if not text or any(c not in _ISO7064 for c in text) or "X" in text[:-1]:
        return False
    carry = 0
    for digit in text[:-1]:
        carry = (carry + int(digit)) * 2 % 11
    return (12 - carry) % 11 == _ISO7064.index(text[-1])


def _mod_97_10(text: str) -> bool:
    if not text or any(c not in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" for c in text):
        return False
    return int("".join(str(int(c, 36)) for c in text)) % 97 == 1


def _luhn(text: str) -> bool:
    if not text or any(c not in "0123456789" for c in text):
        return False
    total = 0
    for place, digit in enumerate(reversed(text)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def pattern_problem(pattern: str) -> str | None:
    """Why a pattern is not in the safe subset (RE2's language, bounded), or None.

    Codes: too_long, syntax, look_around, back_reference, possessive, class_escape, nested_quantifier, unbounded,
    bound; and for what RE2 reads otherwise or not at all: flags, escape, anchor, ambiguous.
    """
    import re
    import warnings
    from re import _parser as parser  # type: ignore[attr-defined]

    if len(pattern) > LONGEST_PATTERN:
        return "too_long"
    for escape in ("\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\b", "\\B", "\\Z", "\\A"):
        if escape in pattern:
            return "class_escape"
    try:
        # Python warns of sets that other engines read otherwise: [[:alpha:]], [a&&b].
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree: Any = parser.parse(pattern)
            re.compile(pattern)
    except Warning:
        return "ambiguous"
    except (ValueError, re.error, RecursionError, OverflowError):
        return "syntax"
    # A last `$` says nothing: all of the text must match anyway.
    items = tree[:-1] if tree and str(tree[-1][1]) == "AT_END" else tree
    unbounded = [0]
    problem = _tree_problem(items, unbounded, inside=False)
    if problem is None and unbounded[0] > 1:
        problem = "unbounded"
    return problem or _writing_problem(pattern)


def _writing_problem(pattern: str) -> str | None:
    """What the parsed pattern no longer shows."""
    import re

    if re.search(r"\(\?(?!:|P<[A-Za-z_])", pattern):
        return "flags"
    if re.search(r"\\[^!-/:-@\[-`{-~nrtfv]", pattern.replace(r"\\", "")):
        return "escape"
    if "[:" in pattern:
        return "ambiguous"
    return "bound" if "{," in pattern else None


def _tree_problem(items: Any, unbounded: list[int], *, inside: bool) -> str | None:
    for operation, argument in items:
        problem = _operation_problem(str(operation), argument, unbounded, inside)
        if problem is not None:
            return problem
    return None


def _operation_problem(operation: str, argument: Any, unbounded: list[int], inside: bool) -> str | None:
    match operation:
        case "ASSERT" | "ASSERT_NOT":
            return "look_around"
        case "GROUPREF" | "GROUPREF_EXISTS":
            return "back_reference"
        case "POSSESSIVE_REPEAT" | "ATOMIC_GROUP":
            return "possessive"
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeat_problem(argument, unbounded, inside)
        case "AT" if str(argument) == "AT_END":
            # Python meets `$` before a last line break, too.
            return "anchor"
        case "SUBPATTERN":
            return _tree_problem(argument[3], unbounded, inside=inside)
        case "BRANCH":
            problems = (_tree_problem(branch, unbounded, inside=inside) for branch in argument[1])
            return next((problem for problem in problems if problem is not None), None)
        case _:
            return None


def _repeat_problem(argument: Any, unbounded: list[int], inside: bool) -> str | None:
    low, high, body = argument
    if inside:
        return "nested_quantifier"
    if str(high) == "MAXREPEAT":
        unbounded[0] += 1
    elif max(int(low), int(high)) > LONGEST_TEXT:
        return "bound"
    return _tree_problem(body, unbounded, inside=True)
