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
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


def seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def examples() -> list[Path]:
    """The manifests of all examples, the largest first."""
    manifests = (ROOT / "examples").glob("*/compliance.yaml")
    return sorted(manifests, key=lambda path: -path.stat().st_size)


def ratio(name: str, command: list[str], env: dict[str, str], runs: int) -> float:
    bare = [sys.executable, "-c", "pass"]
    for warm in (bare, command):
        seconds(warm, env)
    pairs = [(seconds(command, env), seconds(bare, env)) for _ in range(runs)]
    took = statistics.median(one for one, _ in pairs)
    against = statistics.median(one / other for one, other in pairs)
    print(f"{name:<44} {took * 1000:7.1f} ms   {against:5.2f} x python -c pass")
    return against


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    # Byte code must be cached: a run without it measures the compiler.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    program = str(Path(sys.executable).with_name("compliance"))
    print(f"{runs} pairs each, medians; the largest example first, the starter of `init` last")
    for name, code in {
        "import typer": "import typer",
        "import yaml": "import yaml",
        "import the engine": "import compliance.assessment.assess",
    }.items():
        ratio(name, [sys.executable, "-c", code], env, runs)
    with TemporaryDirectory() as folder:
        subprocess.run([program, "init", folder], env=env, check=True, stdout=subprocess.DEVNULL)
        starter = Path(folder) / "compliance.yaml"
        worst = ("", 0.0)
        for manifest in [*examples(), starter]:
            name = "starter" if manifest == starter else manifest.parent.name
            command = [program, "check", str(manifest), "--as-of", "2026-11-24"]
            against = ratio(f"check {name} ({manifest.stat().st_size} bytes)", command, env, runs)
            worst = max(worst, (name, against), key=lambda pair: pair[1])
    print(f"worst: {worst[0]}, {worst[1]:.2f} x")
    largest = str(examples()[0])
    ratio("the largest, read by typer", [program, "check", "--as-of", "2026-11-24", "--", largest], env, runs)


if __name__ == "__main__":
    main()
