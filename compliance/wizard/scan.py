"""Looks through the files of a project for answers that can be proposed. What is looked for is said by the packs.

A number that is valid under a fact's identifier scheme is proposed when it is the only one in the whole project: which
of two it would be nobody knows. Where several facts have one scheme, nothing says whose number it is, so none is
proposed. Sensitive facts are never proposed.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from compliance.facts.identifiers import LONGEST_TEXT, Identifier
from compliance.facts.sanitise import clean
from compliance.facts.values import Records, Value
from compliance.facts.vocabulary import Fact, Kind
from compliance.frozen import EMPTY
from compliance.interview.paths import path_to
from compliance.packs.rulebook import RuleBook
from compliance.wizard.proposals import Proposal

MOST_FILES: Final = 50_000
MOST_ENTRIES: Final = 250_000
MOST_IN_FOLDER: Final = 50_000
MOST_BYTES: Final = 256 << 20
LARGEST_FILE: Final = 1 << 20
DEEPEST: Final = 24
MOST_CLOSER: Final = 8_000_000
"""How many characters are looked at one by one, over the whole project."""
MOST_LINKS: Final = 10_000
"""How many times it is looked whether words are those of a link."""
MOST_SIGHTINGS: Final = 200
LONGEST_EXCERPT: Final = 80

SKIPPED: Final = frozenset(
    [".git", ".hg", ".svn", "node_modules", "bower_components", "__pycache__", ".venv", "venv", ".tox", ".nox",
     ".mypy_cache", ".pytest_cache", ".ruff_cache", ".gradle", ".next", ".nuxt", "site-packages"]
)  # fmt: skip
_VENV: Final = "pyvenv.cfg"
_OWN: Final = ("compliance.", ".compliance", "compliance-questions.")
"""How the names of this program's own files begin: what they say is known, or was proposed by nobody."""
_PAGES: Final = frozenset(
    [".html", ".htm", ".xhtml", ".vue", ".jsx", ".tsx", ".js", ".ts", ".mjs", ".svelte", ".astro", ".wxml", ".axml",
     ".php", ".jsp", ".ejs", ".erb", ".hbs", ".njk", ".ftl", ".pug", ".json"]
)  # fmt: skip
_BEFORE: Final = 300
_OPEN_LINK: Final = re.compile(
    r"(?is)<(?:a|[a-z]*-?link|navigator)\b(?:(?!</(?:a|[a-z]*-?link|navigator)\b).)*\Z"
)
_LINK_ENTRY: Final = re.compile(r"(?i)\b(?:href|link|url|path|to)[\"']?\s*[:=]")
_SINGLE_BLANK: Final = re.compile(r"(?<=\S)[ \u00a0](?=\S)")


class Seen(NamedTuple):
    """Where something was seen. Line 0: the file itself."""

    file: str
    line: int
    excerpt: str = ""


def proposals_in(folder: Path, book: RuleBook, answers: Mapping[str, Value] = EMPTY) -> dict[str, Proposal]:
    """What the files of a project suggest: path of a question -> proposal.

    Args:
        answers: those that are there. A field of a list is proposed for the only record of its list, or for the one
            that a file or folder is named like.
    """
    scan = _Scan(book)
    for file in _files(folder):
        scan.look(file)
    return scan.proposals(answers)


# Files -------------------------------------------------------------------------------------------------------


class _File(NamedTuple):
    shown: str
    name: str
    text: str
    """What it says; empty for what is no text."""


def _files(folder: Path) -> Iterator[_File]:
    """The ordinary files of a folder in the order of their names, as far as the bounds allow. No link is followed."""
    size = 0
    for path, shown in islice(_paths(folder), MOST_FILES):
        if size > MOST_BYTES:
            return
        data = _bytes(path)
        size += len(data)
        yield _File(shown, shown.rpartition("/")[2], _text(data))


def _paths(folder: Path) -> Iterator[tuple[str, str]]:
    waiting = [(os.fspath(folder), "", 0)]
    entries = 0
    while waiting and entries < MOST_ENTRIES:
        place, shown, depth = waiting.pop()
        found = _listed(place)
        entries += len(found)
        below = []
        for entry in found:
            name = f"{shown}{entry.name}"
            sort = _sort(entry)
            if sort == "file" and not entry.name.startswith(_OWN):
                yield entry.path, name
            elif sort == "folder" and depth < DEEPEST and entry.name not in SKIPPED:
                below.append((entry.path, f"{name}/", depth + 1))
        waiting += reversed(below)


def _listed(place: str) -> list[os.DirEntry[str]]:
    """What a folder holds, by name; nothing if it cannot be read or is a virtual environment."""
    try:
        with os.scandir(place) as entries:
            found = sorted(islice(entries, MOST_IN_FOLDER), key=lambda entry: entry.name)
    except (OSError, ValueError):
        return []
    return [] if any(entry.name == _VENV for entry in found) else found


def _sort(entry: os.DirEntry[str]) -> str:
    try:
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        return "file" if entry.is_file(follow_symlinks=False) else ""
    except OSError:
        return ""


def _bytes(path: str) -> bytes:
    """The bytes of a file; nothing if it is too large or cannot be read."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError):
        return b""
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_FILE:
            return b""
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST_FILE)
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def _text(data: bytes) -> str:
    if b"\0" in data:
        return ""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


# Looking -----------------------------------------------------------------------------------------------------


class _Scan:
    """What has been seen so far: of each scheme its numbers, of each fact what suggests its answer."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        facts = [fact for fact in book.vocabulary.facts.values() if not fact.sensitive]
        self.schemes = [
            _Scheme(book.identifiers[name])
            for name in dict.fromkeys(fact.identifier for fact in facts if fact.identifier)
            if name in book.identifiers
        ]
        self.suggested = [fact for fact in facts if fact.suggested_by is not None]
        words = {word for fact in self.suggested for word in _links(fact)}
        self.words = tuple(sorted(word.casefold() for word in words))
        self.links = (
            re.compile("|".join(map(_as_word, sorted(words, key=len, reverse=True))), re.I) if words else None
        )
        self.numbers: dict[str, dict[str, list[Seen]]] = {}
        self.answers: dict[str, Seen] = {}
        self.budget = MOST_CLOSER
        self.links_left = MOST_LINKS

    def look(self, file: _File) -> None:
        """Look at one file."""
        name = file.name.casefold()
        for fact in self.suggested:
            patterns = fact.suggested_by.files if fact.suggested_by else ()
            if any(fnmatchcase(name, pattern.casefold()) for pattern in patterns):
                self.answers.setdefault(fact.id, Seen(file.shown, 0))
        if not file.text:
            return
        forms: dict[tuple[str, ...], str] = {}
        lines: list[str] = []
        for scheme in self.schemes:
            for number in scheme.lines(file.text, forms):
                lines = lines or file.text.split("\n")
                self._number(scheme, file, number, lines[number])
        if self.links is not None and name[name.rfind(".") :] in _PAGES:
            self._link(file)

    def _number(self, scheme: _Scheme, file: _File, number: int, line: str) -> None:
        self.budget -= len(line)
        if self.budget < 0:
            return
        found = self.numbers.setdefault(scheme.id, {})
        for value, start, end in scheme.values(line):
            if value in found or len(found) < MOST_SIGHTINGS:
                sightings = found.setdefault(value, [])
                if len(sightings) < MOST_SIGHTINGS:
                    sightings.append(Seen(file.shown, number + 1, _excerpt(line, start, end)))

    def _link(self, file: _File) -> None:
        assert self.links is not None
        folded = file.text.casefold()
        if not any(word in folded for word in self.words):
            return
        for found in self.links.finditer(file.text):
            facts = [
                fact for fact in self.suggested if found[0].casefold() in map(str.casefold, _links(fact))
            ]
            facts = [fact for fact in facts if fact.id not in self.answers]
            self.links_left -= bool(facts)
            if self.links_left < 0:
                return
            if facts and _is_linked(file.text, found.start(), found.end()):
                begin = file.text.rfind("\n", 0, found.start()) + 1
                line = file.text[begin : begin + LARGEST_FILE].partition("\n")[0]
                number = file.text.count("\n", 0, found.start()) + 1
                excerpt = _excerpt(line, found.start() - begin, found.end() - begin)
                for fact in facts:
                    self.answers[fact.id] = Seen(file.shown, number, excerpt)

    # Proposing -------------------------------------------------------------------------------------------------

    def proposals(self, answers: Mapping[str, Value]) -> dict[str, Proposal]:
        """What has been seen, as proposals."""
        found: dict[str, Proposal] = {}
        for fact in self.book.vocabulary.facts.values():
            if fact.sensitive:
                continue
            if fact.suggested_by is not None and fact.id in self.answers:
                found[fact.id] = _proposal(fact.id, fact.suggested_by.answer, self.answers[fact.id])
            elif fact.kind is Kind.TEXT and fact.identifier is not None:
                found |= {one.path: one for one in self._numbered(fact, answers)}
        return found

    def _numbered(self, fact: Fact, answers: Mapping[str, Value]) -> Iterator[Proposal]:
        seen = self.numbers.get(fact.identifier or "", {})
        if self._is_shared(fact):
            return
        if fact.parent is None:
            yield from _only(fact.id, seen)
            return
        listed = answers.get(fact.parent)
        entries = listed.entries if isinstance(listed, Records) else ()
        for entry in entries:
            own = seen if len(entries) == 1 else _named_like(entry.key, seen)
            yield from _only(path_to(fact.parent, entry.key, fact.name), own)

    def _is_shared(self, fact: Fact) -> bool:
        """Whether another fact beside it has the same scheme; a fact alone and fields of a list are not beside."""
        return any(
            other.identifier == fact.identifier and other.parent == fact.parent and other.id != fact.id
            for other in self.book.vocabulary.facts.values()
        )


def _only(path: str, seen: Mapping[str, list[Seen]]) -> Iterator[Proposal]:
    """A proposal, if there is exactly one value."""
    if len(seen) == 1:
        ((value, sightings),) = seen.items()
        yield _proposal(path, value, sightings[0])


def _named_like(key: str, seen: Mapping[str, list[Seen]]) -> dict[str, list[Seen]]:
    """What was seen in files or folders that have the name of a record."""
    wanted = key.casefold()

    def is_named(file: str) -> bool:
        parts = file.casefold().split("/")
        return wanted in parts or parts[-1].partition(".")[0] == wanted

    near = {value: [one for one in sightings if is_named(one.file)] for value, sightings in seen.items()}
    return {value: sightings for value, sightings in near.items() if sightings}


def _proposal(path: str, value: bool | str, seen: Seen) -> Proposal:
    file = _on_one_line(seen.file)
    return Proposal(path, value, f"{file}:{seen.line}" if seen.line else file, seen.excerpt)


# Numbers -----------------------------------------------------------------------------------------------------


class _Scheme:
    """Finds what is valid under a scheme within longer texts."""

    def __init__(self, scheme: Identifier) -> None:
        self.id = scheme.id
        self.scheme = scheme
        self.pattern = re.compile(scheme.pattern)
        self.shortest, self.longest = _width(scheme.pattern)
        self.spaced = "remove_spaces" in scheme.normalise

    def lines(self, text: str, forms: dict[tuple[str, ...], str]) -> list[int]:
        """The lines, counted from 0, in which the pattern may be met. `forms` keeps what schemes share."""
        steps = self.scheme.normalise
        if steps not in forms:
            forms[steps] = _normalised(text, steps)
        whole = forms[steps]
        found: dict[int, None] = {}
        at = line = counted = 0
        while len(found) < MOST_SIGHTINGS:
            met = self.pattern.search(whole, at)
            if met is None:
                break
            line += whole.count("\n", counted, met.start())
            counted = met.start()
            last = line + whole.count("\n", met.start(), met.end())
            found.update(dict.fromkeys(range(line, last + 1)))
            # What follows in the same line is looked at with it.
            at = whole.find("\n", met.start()) + 1 if last == line else met.start() + 1
            if at == 0:
                break
        return list(found)

    def values(self, line: str) -> Iterator[tuple[str, int, int]]:
        """The normalised values in a line and where each stands, the longest at each place."""
        taken: set[int] = set()
        for squeezed in (False, True) if self.spaced else (False,):
            text, places = _mapped(line, self.scheme, squeezed=squeezed)
            at = 0
            while (met := self.pattern.search(text, at)) is not None:
                end = self._end(line, text, places, met.start())
                at = met.start() + 1
                if end is None or taken & set(places[met.start() : end]):
                    continue
                taken.update(places[met.start() : end])
                value = self.scheme.normalised(text[met.start() : end])
                yield value, places[met.start()], places[end - 1] + 1
                at = end

    def _end(self, line: str, text: str, places: list[int], start: int) -> int | None:
        """Where the longest value that begins here ends; None if none does."""
        if _glued(line, places[start] - 1, places[start]):
            return None
        for end in range(min(len(text), start + self.longest), start + self.shortest - 1, -1):
            if self.pattern.fullmatch(text, start, end) is None:
                continue
            if _glued(line, places[end - 1], places[end - 1] + 1):
                continue
            if self.scheme.is_valid(text[start:end]):
                return end
        return None


def _glued(line: str, left: int, right: int) -> bool:
    """Whether two characters of a line are letters or digits of one word."""
    if left < 0 or right >= len(line):
        return False
    return line[left] in _OF_WORDS and line[right] in _OF_WORDS


_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_IS_WIDE: Final = re.compile("[\uff01-\uff5e\u3000]")
_OF_WORDS: Final = frozenset(
    character
    for code in range(0x80)
    if chr(code).isalnum() or code == ord("_")
    for character in (chr(code), chr(code + 0xFEE0))
)
"""Letters and digits, narrow or wide. Chinese characters stand beside each other without being one word."""


def _narrow(text: str) -> str:
    # Translating is slow; most texts have nothing to translate.
    return text if text.isascii() or _IS_WIDE.search(text) is None else text.translate(_WIDE)


def _normalised(text: str, steps: tuple[str, ...]) -> str:
    """A whole text as a scheme compares it; its lines stay lines."""
    for step in steps:
        match step:
            case "fold_width":
                text = _narrow(text)
            case "remove_spaces":
                text = text.replace(" ", "").replace("\u00a0", "")
            case "upper":
                text = text.upper()
            case _:
                text = text.lower()
    return text


def _mapped(line: str, scheme: Identifier, *, squeezed: bool) -> tuple[str, list[int]]:
    """A line as a scheme compares it, and where each character comes from. Squeezed: single blanks go."""
    steps = tuple(step for step in scheme.normalise if step != "remove_spaces")
    text = _normalised(line, steps)
    places = list(range(len(line)))
    if len(text) != len(line):  # a letter that is two in the other case
        pieces = [_normalised(character, steps) for character in line]
        text = "".join(pieces)
        places = [place for place, piece in enumerate(pieces) for _ in piece]
    if squeezed:
        gone = {found.start() for found in _SINGLE_BLANK.finditer(text)}
        places = [place for at, place in enumerate(places) if at not in gone]
        text = "".join(character for at, character in enumerate(text) if at not in gone)
    return text, places


def _width(pattern: str) -> tuple[int, int]:
    """How many characters a pattern takes, at least and at most."""
    from re import _parser as parser  # type: ignore[attr-defined]

    shortest, longest = parser.parse(pattern).getwidth()
    return max(1, int(shortest)), min(int(longest), LONGEST_TEXT)


# Links and excerpts ------------------------------------------------------------------------------------------


def _links(fact: Fact) -> tuple[str, ...]:
    return fact.suggested_by.links if fact.suggested_by else ()


def _as_word(words: str) -> str:
    """A pattern for words; within a longer English word they do not count."""
    escaped = re.escape(words)
    before = r"(?<![0-9A-Za-z])" if words[0].isascii() else ""
    after = r"(?![0-9A-Za-z])" if words[-1].isascii() else ""
    return before + escaped + after


def _is_linked(text: str, start: int, end: int) -> bool:
    """Whether words are those of a link: in HTML, in Markdown, or in an entry of a menu."""
    before = text[max(0, start - _BEFORE) : start]
    if _OPEN_LINK.search(before):
        return True
    same_line = before[before.rfind("\n") + 1 :]
    following = text[end : end + _BEFORE].partition("\n")[0]
    if following.startswith("](") and "[" in same_line:
        return True
    quoted = same_line[-1:] in ("'", '"', "`") and following[:1] in ("'", '"', "`")
    return quoted and _LINK_ENTRY.search(same_line + following) is not None


def _excerpt(line: str, start: int, end: int) -> str:
    """The part of a line around something, short and clean."""
    spare = max(0, LONGEST_EXCERPT - (end - start)) // 2
    left, right = max(0, start - spare), min(len(line), end + spare)
    said = " ".join(clean(line[left:right]).split())[: 2 * LONGEST_EXCERPT]
    return ("…" if line[:left].strip() else "") + said + ("…" if line[right:].strip() else "")


def _on_one_line(text: str) -> str:
    return clean(text).replace("\n", "<U+000A>").replace("\t", "<U+0009>")
