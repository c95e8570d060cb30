"""The wizard's full-screen face, in a terminal or, served on loopback, in a browser."""

from __future__ import annotations

from compliance.wizard.app.wizard_app import run_app

__all__ = ["run_app"]
