"""Reads a plain `compliance check` without loading typer, which takes longer to import than a whole check takes to run.

It understands what is beyond doubt and nothing else: help, mistakes and rare spellings are left to the command line
proper, which reads the same table of options.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.cli.options import Option

Values = dict[str, list[str]]
"""What was given: field of the request -> values as typed, in order; a flag has the value `true`."""


def read_quickly(arguments: Sequence[str], options: Sequence[Option]) -> Values | None:
    """What the arguments of a command say, or None when that needs the command line proper."""
    by_flag = {flag: option for option in options for flag in option.flags}
    positional = next(option for option in options if not option.flags)
    found: Values = {}
    words = iter(arguments)
    for word in words:
        option, value = _next(word, words, by_flag, positional)
        if option is None or value is None or (option.choices and value not in option.choices):
            return None
        if option.field in found and not option.repeats:
            return None
        found.setdefault(option.field, []).append(value)
    return found


def _next(
    word: str, words: Iterator[str], by_flag: dict[str, Option], positional: Option
) -> tuple[Option | None, str | None]:
    """The option that a word names and its value, taken from the words that follow where it needs one."""
    if not word.startswith("-"):
        return positional, word
    name, equals, value = word.partition("=")
    option = by_flag.get(name)
    if option is None or (equals and not name.startswith("--")):
        return None, None
    if option.kind == "flag":
        return option, None if equals else "true"
    if not equals:
        value = next(words, "-")
        if value.startswith("-"):
            return None, None
    return option, value
