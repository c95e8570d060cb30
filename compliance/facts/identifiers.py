"""Identifier schemes as pack data: normalisation, pattern, check characters of a generic kind."""

from __future__ import annotations
