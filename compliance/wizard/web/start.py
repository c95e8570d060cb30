"""`python -m compliance.wizard.web.start ARGUMENT…`: the command line, for as long as the web server lives."""

from __future__ import annotations

import os
import signal
import sys
import time
from threading import Thread
from typing import Final

_EVERY: Final = 1.0
"""Seconds between two looks."""


def follow_parent() -> None:
    """End in order when the parent is gone: a server that was killed tells nobody to quit.

    On Windows what a console runs ends with it.
    """
    if sys.platform != "win32":
        Thread(target=_follow, args=(os.getppid(),), daemon=True, name="follow-parent").start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    from compliance.cli.main import main

    follow_parent()
    main()
