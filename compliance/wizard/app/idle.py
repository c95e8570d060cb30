"""Collects garbage while nobody waits. In the midst of an answer it would take longer than the answer."""

from __future__ import annotations

import gc
import time
from typing import Final

IDLE_SECONDS: Final = 0.8
"""How long nothing must have happened."""


class IdleCollector:
    """Stands in for the automatic collector while the app runs."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._dirty = False

    def start(self) -> None:
        """Take over. What is there now, the rule book above all, stays to the end and is never looked at again."""
        gc.collect()
        gc.freeze()
        gc.disable()

    def stop(self) -> None:
        """Hand back."""
        gc.enable()

    def busy(self) -> None:
        """Something happened."""
        self._last = time.monotonic()
        self._dirty = True

    def rest(self) -> None:
        """Collect if something happened, but not lately."""
        if self._dirty and time.monotonic() - self._last >= IDLE_SECONDS:
            self._dirty = False
            gc.collect()
