"""How long each form of a report takes as a whole process, next to `check` on the same project, and how large it is.

The largest example by answers and the one where nearly everything is open, in both languages and in full. Runs the two
in turn and prints medians and the median of the pair-by-pair ratios.
Usage: `uv run python benchmarks/report_time.py [RUNS]`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from compliance.reports.render import FORMS

ROOT = Path(__file__).resolve().parent.parent
PROJECTS = ("baas", "incomplete")
DAY = ["--as-of", "2026-11-24"]


def seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    program = str(Path(sys.executable).with_name("compliance"))
    with TemporaryDirectory() as folder:
        for project in PROJECTS:
            path = str(ROOT / "examples" / project)
            check = [program, "check", path, *DAY]
            seconds(check, env)
            for name, form in FORMS.items():
                file = Path(folder) / f"{project}{form.suffix}"
                command = [
                    program,
                    "report",
                    path,
                    *DAY,
                    "--format",
                    name,
                    "--lang",
                    "both",
                    "--all",
                    "--force",
                ]
                command += ["-o", str(file)]
                seconds(command, env)
                pairs = [(seconds(command, env), seconds(check, env)) for _ in range(runs)]
                took = statistics.median(one for one, _ in pairs)
                against = statistics.median(one / other for one, other in pairs)
                print(
                    f"{project:<12} {name:<12} {took:6.2f} s {against:6.1f} x check {file.stat().st_size:10,} bytes"
                )


if __name__ == "__main__":
    main()
