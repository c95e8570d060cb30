"""The log of an interview: one line for every event, each with the hash of the line before it.

It is only ever added to. A line that was changed or taken out shows, unless every later line was made anew as well, or
the last lines are missing: no file can tell that of itself.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, NamedTuple

from compliance.errors import Gravity, Location, Problem
from compliance.facts.editor import written
from compliance.facts.fingerprint import new_sha256, sha256_hex
from compliance.facts.sanitise import clean
from compliance.facts.values import HELD, NONE, Record, Records, Value
from compliance.facts.vocabulary import Fact
from compliance.interview.answers import records_of, value_at
from compliance.interview.events import Event, RemoveRecord
from compliance.interview.paths import Spot, spot_of
from compliance.interview.questions import progress
from compliance.interview.state import State

LOG_NAME: Final = "compliance.answers.jsonl"
MARK: Final = "BrokenLine"
"""The event of a line that says that the one before it was left unfinished."""

_MODE: Final = 0o600
_CHUNK: Final = 1 << 20
_TRIES: Final = 40
_PAUSE: Final = 0.025
_FLAGS: Final = (
    os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
)


class _End(NamedTuple):
    """Where a log ends: how many lines it has, the hash of the last one, and whether that one is whole."""

    lines: int
    last: str
    whole: bool = True


class AnswerLog:
    """A watcher that writes down every event, beside the manifest.

    Attributes:
        problems: what the person has to be told; a face shows them and clears the list.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Mark a line that an earlier interview left unfinished, if there is one."""
        self.path = folder / LOG_NAME
        self.problems: list[Problem] = []
        self._now = now
        self._waiting: list[dict[str, Any]] = []
        self._failed = False
        if os.path.lexists(self.path):
            self._write()

    def __call__(self, event: Event, before: State, after: State) -> None:
        """Write down what happened. A log that cannot be written stops nothing: it catches up later."""
        self._waiting.append(entry(event, before, after, self._now()))
        self._write()

    def _write(self) -> None:
        try:
            # Opening a pipe would wait for a reader.
            if os.path.lexists(self.path) and not stat.S_ISREG(self.path.lstat().st_mode):
                self._tell(Problem("log.not_regular", None, {"file": self._file}, Gravity.WARNING))
                return
            self._append()
        except OSError as error:
            why = clean(error.strerror or type(error).__name__)
            self._tell(Problem("log.unwritable", None, {"file": self._file, "why": why}, Gravity.WARNING))
        else:
            self._failed = False

    def _append(self) -> None:
        descriptor = os.open(self.path, _FLAGS, _MODE)
        try:
            with _alone(descriptor):
                size = os.fstat(descriptor).st_size
                try:
                    _put(descriptor, self._lines(_end(descriptor)))
                except OSError:
                    # What is written in part would look like a crash.
                    with suppress(OSError):
                        os.ftruncate(descriptor, size)
                    raise
            self._waiting.clear()
        finally:
            os.close(descriptor)

    def _lines(self, end: _End) -> bytes:
        """What is added to a log that ends so."""
        said = list(self._waiting)
        data = b""
        if not end.whole:
            said.insert(0, {"time": _time(self._now()), "event": MARK})
            data = b"\n"
        number, last = end.lines, end.last
        for one in said:
            number += 1
            line = _line({"n": number, **one, "chain": last})
            last = sha256_hex(line)
            data += line + b"\n"
        return data

    def _tell(self, problem: Problem) -> None:
        """Tell once, until it works again."""
        if not self._failed:
            self.problems.append(problem)
        self._failed = True

    @property
    def _file(self) -> str:
        return clean(self.path.as_posix())


# What is written down ----------------------------------------------------------------------------------------


def entry(event: Event, before: State, after: State, at: datetime) -> dict[str, Any]:
    """An event as it is logged, without number and chain. Sensitive values are `held`."""
    now = progress(after)
    said: dict[str, Any] = {"time": _time(at), "event": type(event).__name__}
    for name in type(event).__annotations__:
        said[name] = _field(name, getattr(event, name), event, after)
    previous = _previous(event, before)
    if previous is not None:
        said["before"] = previous
    return {**said, "verdict": now.verdict.value, "matter": now.matter}


def _field(name: str, value: Any, event: Event, after: State) -> Any:
    if name == "value":
        spot = spot_of(str(getattr(event, "path", "")), after.book.vocabulary, after.answers)
        return None if spot is None else _spelt(value, spot.fact)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _previous(event: Event, before: State) -> str | None:
    """The answer that was there: to the question, or of the record that goes."""
    if isinstance(event, RemoveRecord):
        entries = records_of(before.answers, event.list).entries
        gone = tuple(one for one in entries if one.key == event.key)
        return _spelt(Records(gone), before.book.vocabulary[event.list])
    path = getattr(event, "path", None) or getattr(event, "reading", None)
    spot = spot_of(path, before.book.vocabulary, before.answers) if path else None
    value = value_at(before.answers, spot) if isinstance(spot, Spot) else None
    return None if value is None or spot is None else _spelt(value, spot.fact)


def _spelt(value: Value, fact: Fact) -> str:
    """A value as it stands in a manifest, on one line."""
    return written(_public(value, fact), fact)


def _public(value: Value, fact: Fact) -> Value:
    if isinstance(value, Records):
        fields = {field.id: field for field in fact.fields}
        entries = tuple(
            Record(one.key, {own: _public(answer, fields[own]) for own, answer in one.fields.items()})
            for one in value.entries
        )
        return Records(entries, value.complete)
    return HELD if fact.sensitive and value is not NONE else value


def _time(at: datetime) -> str:
    """With the offset of the place."""
    return (at if at.tzinfo else at.astimezone()).isoformat(timespec="seconds")


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(", ", ": ")).encode("utf-8", "backslashreplace")


# The file ----------------------------------------------------------------------------------------------------


def _put(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _end(descriptor: int) -> _End:
    """Look at a log from its beginning; only one line is kept at a time."""
    lines, last, digest, empty = 0, sha256_hex(b""), new_sha256(), True
    os.lseek(descriptor, 0, os.SEEK_SET)
    while chunk := os.read(descriptor, _CHUNK):
        first, *others = chunk.split(b"\n")
        digest.update(first)
        empty = empty and not first
        for piece in others:
            lines, last, empty = lines + 1, digest.hexdigest(), not piece
            digest = new_sha256()
            digest.update(piece)
    if empty:
        return _End(lines, last)
    return _End(lines + 1, digest.hexdigest(), whole=False)


@contextmanager
def _alone(descriptor: int) -> Iterator[None]:
    """Two interviews in one folder take turns, where the system can have them do so."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    for _ in range(_TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:  # a file system without such locks
            break
    # It goes with the descriptor.
    yield


# Checking ----------------------------------------------------------------------------------------------------


def check_log(data: bytes) -> list[Problem]:
    """Whether the lines of a log follow from each other; a problem for each that does not."""
    problems: list[Problem] = []
    lines = data.split(b"\n")
    half = lines.pop()
    last = sha256_hex(b"")
    for number, line in enumerate(lines, start=1):
        marked = number < len(lines) and (_read(lines[number]) or {}).get("event") == MARK
        problems += _line_problems(number, line, last, marked)
        last = sha256_hex(line)
    if half:
        place = Location(LOG_NAME, len(lines) + 1)
        problems.append(Problem("log.half_line", place, gravity=Gravity.WARNING))
    return problems


def _line_problems(number: int, line: bytes, last: str, marked: bool) -> Iterator[Problem]:
    place = Location(LOG_NAME, number)
    said = _read(line)
    if said is None:
        if not marked:
            yield Problem("log.not_a_line", place)
        return
    if said.get("n") != number:
        found = clean(str(said.get("n")))[:20]
        yield Problem("log.number", place, {"found": found, "expected": str(number)})
    if said.get("chain") != last:
        yield Problem("log.chain", place, {"before": str(number - 1)})


def _read(line: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None
