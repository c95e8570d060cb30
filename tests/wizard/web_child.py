"""The wizard as the web server runs it: `python -m tests.wizard.web_child FOLDER LANG`."""

from __future__ import annotations

import sys
from pathlib import Path

from compliance.wizard.app import run_app
from compliance.wizard.session import Session
from tests.wizard.driver import bundled_book, setting

if __name__ == "__main__":
    sys.exit(run_app(Session(setting(Path(sys.argv[1]), bundled_book(), sys.argv[2]))))
