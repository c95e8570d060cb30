"""The web server in a process of its own: `python -m tests.wizard.web_host FOLDER LANG [PROGRAM…]`.

The program stands in for the wizard where a test is about the server.
"""

from __future__ import annotations

import sys
from pathlib import Path

from compliance.wizard.web.host import serve_command

if __name__ == "__main__":
    folder, lang, *program = sys.argv[1:]
    command = program or ["-m", "tests.wizard.web_child", folder, lang]
    sys.exit(serve_command([sys.executable, *command], Path(folder) / "compliance.yaml", lang))
