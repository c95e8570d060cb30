"""Events that make no sense in a state."""

from __future__ import annotations

from typing import NoReturn

from compliance.errors import ComplianceError, Problem


class IllegalEvent(ComplianceError):
    """The event cannot happen in this state, which stays what it was (codes `interview.*`)."""

    @property
    def code(self) -> str:
        """What is wrong with it."""
        return self.codes[0]


def refuse(code: str, **details: str) -> NoReturn:
    """Raise `IllegalEvent`."""
    raise IllegalEvent(Problem(code, None, details))
