"""Shows one random case with what engine and oracle say: `uv run python -m tests.oracle.replay 979 [--remedy]`."""

from __future__ import annotations

import sys

from tests.oracle.generate import case
from tests.oracle.remedies import remedy_cases
from tests.property import test_certain_answer, test_remedies


def main(arguments: list[str]) -> None:
    """Print the case, or with `--remedy` the cases, that a number makes."""
    seed = int(next(word for word in arguments if word.isdecimal()))
    if "--remedy" in arguments:
        for made in remedy_cases(seed):
            print(f"{made.show()}\n  engine  {test_remedies.said_by(made.finding())}")
            print(f"  oracle  {test_remedies.said_of(made.counted())}")
    else:
        one = case(seed)
        print(f"{one.show()}\n  engine  {test_certain_answer.found_by(one)}\n  oracle  {one.truth()}")


if __name__ == "__main__":
    main(sys.argv[1:])
