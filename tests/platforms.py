"""Marks of tests that need what not every system has. The project is tested on Linux, where none of them bites.

Each reason says what is missing where, and on which day somebody last looked whether that is so.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

needs_links = pytest.mark.skipif(
    os.name == "nt", reason="2026-11-28: Windows lets administrators alone make symbolic links"
)
needs_modes = pytest.mark.skipif(
    os.name == "nt", reason="2026-11-28: Windows has no modes for group and others"
)
needs_posix_files = pytest.mark.skipif(
    os.name == "nt",
    reason="2026-11-28: Windows has no named pipes in folders and no control characters in names",
)
needs_terminal = pytest.mark.skipif(
    os.name == "nt", reason="2026-11-28: Windows has no pseudo-terminals of POSIX"
)
needs_shell = pytest.mark.skipif(os.name == "nt", reason="2026-11-28: Windows brings no POSIX shell")
needs_kill = pytest.mark.skipif(os.name == "nt", reason="2026-11-28: Windows has no SIGKILL")
needs_limits = pytest.mark.skipif(
    sys.platform != "linux", reason="2026-11-28: other systems do not hold a process to its limits of size"
)
needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="2026-11-28: Linux alone has a device that is always full"
)
colours_by_variables = pytest.mark.skipif(
    sys.platform == "win32", reason="2026-11-28: on Windows the console decides about colours, too"
)
needs_signals = pytest.mark.skipif(
    os.name == "nt", reason="2026-11-28: Windows sends processes no SIGINT, SIGTERM or SIGHUP to be handled"
)
needs_orphans = pytest.mark.skipif(
    os.name == "nt", reason="2026-11-28: a console of Windows ends what it runs, so that no child is left"
)
needs_npm = pytest.mark.skipif(
    shutil.which("npm") is None, reason="2026-11-28: npm brings the checkers that no Python package has"
)
needs_uv = pytest.mark.skipif(
    shutil.which("uv") is None, reason="2026-11-28: uv makes the environment that this check runs in"
)
