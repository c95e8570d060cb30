"""Sentences for the problems with code areas that belong to: usage. Code -> language -> (message, hint)."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {}
