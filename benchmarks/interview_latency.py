"""How long one step of an interview takes on the whole bundled rule book: answer in, next question and verdict out.

Wall time and processor time; on a shared machine the latter is the figure to trust. Fails when the 95th percentile of
processor time is 60 ms or more. Usage: `uv run python benchmarks/interview_latency.py`.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from interview_questions import AS_OF, examples, reply

from compliance.interview.machine import begin, step
from compliance.interview.questions import asked, progress, questions
from compliance.interview.state import Order, Stage
from compliance.packs.cache import bundled_rules, load_rule_book

LIMIT = 0.060


def percentiles(name: str, seconds: list[float]) -> float:
    ordered = sorted(seconds)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(
        f"{name:<46} p50 {p50 * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms   most {ordered[-1] * 1000:6.1f} ms"
    )
    return p95


def main() -> None:
    book = load_rule_book([bundled_rules()], None)
    gc.freeze()  # as a face should: the rule book never becomes garbage
    worst = 0.0
    for order in Order:
        wall, processor, drawing, starts = [], [], [], []
        for manifest in examples(book).values():
            begun = time.process_time()
            state = begin(book, AS_OF, order=order)
            starts.append(time.process_time() - begun)
            while state.stage is Stage.ASKING:
                event = reply(state, manifest)
                begun, used = time.perf_counter(), time.process_time()
                state = step(state, event)
                asked(state), progress(state)
                wall.append(time.perf_counter() - begun)
                processor.append(time.process_time() - used)
                used = time.process_time()
                questions(state)
                drawing.append(time.process_time() - used)
        percentiles(f"{order.value}: begin (processor)", starts)
        percentiles(f"{order.value}: {len(wall)} steps (wall)", wall)
        worst = max(worst, percentiles(f"{order.value}: {len(wall)} steps (processor)", processor))
        percentiles(f"{order.value}: all questions with their state", drawing)
    if worst >= LIMIT:
        sys.exit(f"p95 of {worst * 1000:.0f} ms is not under {LIMIT * 1000:.0f} ms")


if __name__ == "__main__":
    main()
