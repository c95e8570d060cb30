"""The full-screen wizard in a browser on the same machine: one server on loopback, one browser at a time."""

from __future__ import annotations

from compliance.wizard.web.host import serve

__all__ = ["serve"]
