"""How long one check takes as a whole process, next to a bare interpreter, and where the time goes.

Runs the two in turn and prints the median of the pair-by-pair ratios, which is the figure to trust on a noisy
machine. Usage: `uv run python benchmarks/check_startup.py [RUNS]`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def largest_example() -> Path:
    manifests = (ROOT / "examples").glob("*/compliance.yaml")
    return max(manifests, key=lambda path: path.stat().st_size)


def ratio(name: str, command: list[str], env: dict[str, str], runs: int) -> None:
    bare = [sys.executable, "-c", "pass"]
    for warm in (bare, command):
        seconds(warm, env)
    pairs = [(seconds(command, env), seconds(bare, env)) for _ in range(runs)]
    took = statistics.median(one for one, _ in pairs)
    against = statistics.median(one / other for one, other in pairs)
    print(f"{name:<44} {took * 1000:7.1f} ms   {against:5.2f} x python -c pass")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    # Byte code must be cached: a run without it measures the compiler.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    program = str(Path(sys.executable).with_name("compliance"))
    manifest = largest_example()
    print(f"{manifest.relative_to(ROOT)}, {runs} pairs, medians")
    steps = {
        "import dataclasses": "import dataclasses",
        "import typer": "import typer",
        "+ engine": "import typer, compliance.assessment.assess",
        "+ yaml": "import typer, compliance.assessment.assess, yaml",
    }
    for name, code in steps.items():
        ratio(name, [sys.executable, "-c", code], env, runs)
    for lang in ("en", "zh"):
        command = [program, "check", str(manifest), "--as-of", "2026-11-24", "--lang", lang]
        ratio(f"compliance check --lang {lang}", command, env, runs)


if __name__ == "__main__":
    main()
