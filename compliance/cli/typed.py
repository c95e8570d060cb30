"""Gives typer a command whose options come from a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any, Literal, Optional

import typer

from compliance.cli.options import Option
from compliance.cli.quick import Values


def typed(doc: str, options: Sequence[Option], run: Callable[[Values], int]) -> Callable[..., int]:
    """A command for typer: it reads the options and hands on what was given, as the quick reader does."""

    def command(**given: Any) -> int:
        return run(
            {option.field: found for option in options if (found := _as_typed(given[option.field], option))}
        )

    annotations = {option.field: _annotation(option) for option in options}
    command.__doc__ = doc
    command.__annotations__ = annotations
    parameters = [
        Parameter(
            option.field,
            Parameter.KEYWORD_ONLY,
            default=False if option.kind == "flag" else option.default,
            annotation=annotations[option.field],
        )
        for option in options
    ]
    vars(command)["__signature__"] = Signature(parameters)
    return command


def _annotation(option: Option) -> Any:
    if option.kind == "flag":
        return Annotated[bool, typer.Option(*option.flags, help=option.help)]
    one = _type_of(option)
    value = Optional.__getitem__(list.__class_getitem__(one) if option.repeats else one)
    declared = (
        typer.Option(*option.flags, metavar=option.metavar, help=option.help)
        if option.flags
        else typer.Argument(metavar=option.metavar, help=option.help)
    )
    return Annotated[value, declared]


def _type_of(option: Option) -> Any:
    if not option.choices:
        return Path if option.kind == "path" else str
    if option.repeats:
        # typer takes no list of literals.
        return StrEnum(option.field, {choice.upper(): choice for choice in option.choices})
    return Literal[option.choices]


def _as_typed(given: Any, option: Option) -> list[str]:
    if option.kind == "flag":
        return ["true"] if given else []
    if given is None:
        return []
    return [str(value) for value in given] if isinstance(given, list) else [str(given)]
