"""How long the full-screen wizard takes from a key to the redrawn screen, with the whole bundled rule book.

Plays examples by keys alone; every key that answers a question is timed until the next question stands on the screen,
the file written included, and until the last redraw, with the sections beside it. Beside them the processor time of it
all, which other work on the machine lengthens less.
Usage: `uv run python benchmarks/wizard_latency.py [EXAMPLE]...`.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from compliance.cli.save import look, names_of
from compliance.facts.editor import merged
from compliance.interview.state import Order, Stage
from compliance.wizard.app.wizard_app import WizardApp
from compliance.wizard.session import Session

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.interview.play import reply
from tests.wizard.driver import ROOT, bundled_book, press, setting
from tests.wizard.keys import keys_for

EXAMPLES = ("trade-finance", "wallet", "hospital-procurement")


class Timed(WizardApp):
    """Notes when it drew, and when it first drew after it began to show another state."""

    drawn = 0.0
    answered = 0.0
    waiting = False

    def draw(self) -> None:
        """Called when there is something else to show."""
        super().draw()
        self.waiting = True

    def post_display_hook(self) -> None:
        """Called after each drawing."""
        self.drawn = time.perf_counter()
        if self.waiting:
            self.waiting, self.answered = False, self.drawn


Times = tuple[list[float], list[float], list[float]]


async def one(example: str, order: Order, lang: str) -> Times:
    """Milliseconds from each answering key: to the next question, to the last redraw, of the processor in all."""
    book = bundled_book()
    source = ROOT / "examples" / example / "compliance.yaml"
    truth = merged(look(source), names_of(source), book.vocabulary).answers
    shown: list[float] = []
    clock: list[float] = []
    processor: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        app = Timed(Session(setting(Path(folder), book, lang, order)))
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            while app.session.state.stage is Stage.ASKING:
                state = app.session.state
                *before, last = keys_for(state, reply(state, truth))
                await press(pilot, *before)
                start, busy = time.perf_counter(), time.process_time()
                await pilot.press(last)
                await pilot.pause()
                shown.append((app.answered - start) * 1000)
                clock.append((app.drawn - start) * 1000)
                processor.append((time.process_time() - busy) * 1000)
    return shown, clock, processor


def percentiles(times: list[float]) -> str:
    """The middle, and what 95 of 100 stay under."""
    ordered = sorted(times)
    return f"p50 {ordered[len(ordered) // 2]:5.1f} ms  p95 {ordered[int(len(ordered) * 0.95)]:5.1f} ms"


def main() -> None:
    """Print p50 and p95 for each example and order."""
    for example in sys.argv[1:] or EXAMPLES:
        for order in Order:
            times = asyncio.run(one(example, order, "zh"))
            question, everything, processor = map(percentiles, times)
            print(f"{example:24} {order:9} {len(times[0]):4} keys")
            print(f"    question {question}   all {everything}   processor {processor}")


if __name__ == "__main__":
    main()
