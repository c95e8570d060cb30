"""Frozen values with slots, as dataclasses have them, without their cost at import.

`dataclasses` writes and compiles source for every class; for the classes of this program that takes longer than a
bare interpreter needs to start, on every check. Type checkers treat `frozen` like a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, TypeVar, dataclass_transform

T = TypeVar("T")

EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})
"""The default of a mapping field."""


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Make the annotated names of a class its fields: positional or named, in order, with their defaults.

    Values are equal when their classes and fields are; they hash by their fields and can be matched by position.
    """
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    body: dict[str, Any] = {
        key: value
        for key, value in cls.__dict__.items()
        if key not in defaults and key not in ("__dict__", "__weakref__")
    }
    body.update(
        __slots__=names,
        __match_args__=names,
        __eq__=_equal,
        __hash__=_hash,
        __repr__=_represent,
        __reduce__=_reduce,
        __setattr__=_refuse,
        __delattr__=_refuse,
        _fields=names,
        _again=_again,
        _values=_values(names),
    )
    metaclass: Any = type(cls)
    made: Any = metaclass(cls.__name__, cls.__bases__, body)
    made.__init__ = _initialise(
        cls.__name__, names, defaults, [getattr(made, name).__set__ for name in names]
    )
    result: type[T] = made
    return result


def changed(value: T, /, **changes: object) -> T:
    """The same value with some fields changed."""
    own: Any = value
    fields = {**dict(zip(own._fields, own._values(), strict=True)), **changes}
    made: T = own._again(fields)
    return made


def _initialise(
    name: str, names: tuple[str, ...], defaults: dict[str, Any], setters: list[Callable[[Any, Any], None]]
) -> Callable[..., None]:
    count = len(names)

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        if named or len(given) != count:
            given = _complete(name, names, defaults, given, named)
        for put, value in zip(setters, given, strict=True):
            put(self, value)

    return __init__


def _complete(
    name: str, names: tuple[str, ...], defaults: dict[str, Any], given: tuple[Any, ...], named: dict[str, Any]
) -> tuple[Any, ...]:
    """All field values, from what is given by place, by name, and the defaults."""
    values = {**defaults, **dict(zip(names, given, strict=False)), **named}
    if len(given) > len(names) or values.keys() != set(names) or set(names[: len(given)]) & named.keys():
        raise TypeError(f"{name} takes {', '.join(names)}")
    return tuple(values[field] for field in names)


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if not names:
        return lambda self: ()
    get = attrgetter(*names)
    if len(names) == 1:
        return lambda self: (get(self),)
    return lambda self: tuple(get(self))


def _equal(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self._values() == other._values()


def _hash(self: Any) -> int:
    return hash((type(self), self._values()))


def _represent(self: Any) -> str:
    shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self._values(), strict=True))
    return f"{type(self).__name__}({shown})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), self._values()


def _again(self: Any, fields: dict[str, Any]) -> Any:
    return type(self)(**fields)


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")
