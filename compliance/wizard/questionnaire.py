"""The whole questionnaire to hand round a company, and what comes back filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from compliance.cli.files import Output, refuse_output, write_together
from compliance.errors import Location, Problem, UsageError
from compliance.facts.manifest import View
from compliance.facts.sanitise import clean
from compliance.facts.spelling import MOST_RECORDS, near
from compliance.facts.values import Record, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Tense
from compliance.facts.yaml_reader import shown
from compliance.interview.fits import key_misfit
from compliance.interview.paths import path_to
from compliance.interview.state import State
from compliance.packs.rulebook import RuleBook
from compliance.reports.spreadsheet import bare
from compliance.wizard.prefill import Answered
from compliance.wizard.questionnaire_cells import (
    Cell,
    Nothing,
    Unknown,
    meaning,
    says_all,
    says_empty,
    says_more,
    says_unknown,
)
from compliance.wizard.questionnaire_csv import csv_bytes
from compliance.wizard.questionnaire_markdown import markdown
from compliance.wizard.questionnaire_table import MOST_BYTES, Row, read_table
from compliance.wizard.questionnaire_words import heading
from compliance.wizard.words import WORDS

NAME: Final = "compliance-questions"
_ENDS: Final = (".md", ".csv")
MOST_PROBLEMS: Final = 200
_DAY: Final = Fact("on", Kind.DATE, Bilingual("Date", "日期"), tense=Tense.PLANNED)


# Out -------------------------------------------------------------------------------------------------------


def export_questions(
    book: RuleBook, state: State, lang: str, target: Path, *, force: bool = False
) -> list[Path]:
    """Write all questions as Markdown and as CSV into a folder, made if need be, with the answers that are there.

    Args:
        target: the folder; or a name that ends like one of the two files, and is then the name of both.

    Returns:
        The files written.

    Raises:
        UsageError: `usage.output_exists` without `force`, `file.unwritable`.
    """
    named = target.suffix.casefold() in _ENDS and not target.is_dir()
    folder, name = (target.parent, target.stem) if named else (target, f"{NAME}.{lang}")
    contents = {
        folder / f"{name}.md": questions_markdown(book, state, lang).encode("utf-8"),
        folder / f"{name}.csv": questions_csv(book, state, lang),
    }
    for path in contents:
        refuse_output(path, (), force=force)
    _make(folder)
    write_together([Output(path, data) for path, data in contents.items()])
    return list(contents)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        details = {"file": clean(folder.as_posix()), "why": clean(error.strerror or "")}
        raise UsageError(Problem("file.unwritable", None, details)) from None


def questions_markdown(book: RuleBook, state: State, lang: str) -> str:
    """All questions as pages to print and fill in by hand."""
    return markdown(book, state, lang)


def questions_csv(book: RuleBook, state: State, lang: str) -> bytes:
    """All questions as a table: UTF-8 with a byte order mark, RFC 4180."""
    return csv_bytes(book, state, lang)


# Back ------------------------------------------------------------------------------------------------------


def read_answers(path: Path, book: RuleBook, lang: str) -> Answered:
    """What a questionnaire that was filled in answers.

    Args:
        lang: the language that problems name facts and columns in; the file may be in either.

    Raises:
        UsageError: `file.not_found`, `file.not_regular`, `file.unreadable`.
    """
    return answers_in(_contents(path), clean(path.as_posix()), book, lang)


def answers_in(data: bytes, file: str, book: RuleBook, lang: str) -> Answered:
    """The same, from the bytes of a file."""
    problems: list[Problem] = []
    sheet = _Sheet(book, file, lang, problems)
    for row in read_table(data, file, lang, problems):
        sheet.row(row)
        if len(problems) >= MOST_PROBLEMS:
            problems.append(Problem("sheet.too_many_problems", row.place("id", file)))
            break
    return sheet.answered()


def _contents(path: Path) -> bytes:
    details = {"file": clean(path.as_posix())}
    try:
        if not path.exists():
            raise UsageError(Problem("file.not_found", None, {**details, "right": details["file"]}))
        if not path.is_file():
            raise UsageError(Problem("file.not_regular", None, details))
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = clean(getattr(error, "strerror", None) or type(error).__name__)
        raise UsageError(Problem("file.unreadable", None, {**details, "why": why})) from None


class _Sheet:
    """Takes rows one by one; nothing that two rows say differently is taken from either's second."""

    def __init__(self, book: RuleBook, file: str, lang: str, problems: list[Problem]) -> None:
        self.vocabulary = book.vocabulary
        self.file = file
        self.lang = lang
        self.problems = problems
        self.values: dict[str, Value] = {}
        self.readings: dict[str, View] = {}
        self.unknown: set[str] = set()
        self.places: dict[str, Location] = {}
        # List -> name of a record -> its fields; and what the list's own row says of whether these are all.
        self.records: dict[str, dict[str, dict[str, Value]]] = {}
        self.listed: dict[str, tuple[str, Cell]] = {}

    def row(self, row: Row) -> None:
        """Take one row."""
        own = bare(row.cell("id"))
        list_id, brackets, name = own.partition("[].")
        fact = self.vocabulary.get(f"{list_id}.{name}" if brackets else own)
        if fact is None or (fact.parent is None) is bool(brackets):
            if row.cell("answer").strip() or row.cell("entry").strip():
                self._unknown_id(own, row)
            return
        cell = Cell(row.cell("answer"), fact, own, self._place(row), heading("answer", self.lang), self.lang)
        if brackets:
            self._field(row, list_id, fact, cell)
        elif fact.kind is Kind.RECORDS:
            self._list(cell)
        else:
            self._fact(row, own, cell)

    def answered(self) -> Answered:
        """All that was taken."""
        answers: dict[str, Value] = dict(self.values)
        for list_id in dict.fromkeys([*self.listed, *self.records]):
            found = self._records(self.vocabulary[list_id])
            if found is not None:
                answers[list_id] = found
        answers |= {own: view.view for own, view in self.readings.items()}
        order = list(self.vocabulary.facts)
        return Answered(
            {own: answers[own] for own in sorted(answers, key=order.index)},
            self.readings,
            frozenset(self.unknown),
            tuple(self.problems),
            self.places,
        )

    # Facts ---------------------------------------------------------------------------------------------------

    def _fact(self, row: Row, own: str, cell: Cell) -> None:
        found = meaning(cell)
        if isinstance(found, Problem):
            self.problems.append(found)
        elif isinstance(found, Unknown):
            self._is_unknown(own, cell)
        elif isinstance(found, Nothing):
            return
        elif cell.fact.kind is Kind.READING:
            self._reading(row, str(found), cell)
        else:
            self._put(self.values, own, own, found, cell)

    def _reading(self, row: Row, view: str, cell: Cell) -> None:
        by, written = bare(row.cell("by")), bare(row.cell("on"))
        if not by or not written:
            missing = [column for column, text in (("by", by), ("on", written)) if not text]
            names = ", ".join(f"“{heading(column, self.lang)}”" for column in missing)
            self.problems.append(cell.problem("sheet.reading_needs_who_when", missing=names))
            return
        place = row.place("on", self.file)
        on = meaning(Cell(written, _DAY, cell.path, place, heading("on", self.lang), self.lang))
        wrong = key_misfit(by)
        if wrong is not None:
            self.problems.append(Problem(wrong, row.place("by", self.file), {"path": cell.path}))
        if isinstance(on, Problem):
            self.problems.append(on)
        elif isinstance(on, date) and wrong is None:
            note = clean(bare(row.cell("note")))
            said = View(cell.path, view, by, on, note, cell.place)
            if self._put(self.values, cell.path, cell.path, view, cell):
                self.readings.setdefault(cell.path, said)

    def _is_unknown(self, path: str, cell: Cell) -> None:
        if path in self.places and path not in self.unknown:
            self.problems.append(cell.problem("sheet.twice", first=str(self.places[path].line)))
            return
        self.places.setdefault(path, cell.place)
        self.unknown.add(path)

    def _put(self, into: dict[str, Value], key: str, path: str, value: Value, cell: Cell) -> bool:
        """Take a value, unless another row says something else."""
        there = into.get(key)
        differs = there is not None and (there != value or isinstance(there, bool) != isinstance(value, bool))
        if differs or path in self.unknown:
            self.problems.append(cell.problem("sheet.twice", first=str(self.places[path].line)))
            return False
        self.places.setdefault(path, cell.place)
        into[key] = value
        return True

    # Lists -----------------------------------------------------------------------------------------------------

    def _field(self, row: Row, list_id: str, field: Fact, cell: Cell) -> None:
        name = bare(row.cell("entry"))
        is_name = field.name == self.vocabulary[list_id].key
        if is_name:
            name = name or bare(cell.text)
        found = meaning(cell)
        if not name:
            if not isinstance(found, Nothing):
                self.problems.append(cell.problem("sheet.entry_missing", entry=heading("entry", self.lang)))
            return
        wrong = key_misfit(name)
        entries = self.records.setdefault(list_id, {})
        if wrong is None and name not in entries and len(entries) >= MOST_RECORDS:
            wrong = "interview.too_many_records"
        if wrong is not None:
            self.problems.append(Problem(wrong, row.place("entry", self.file), {"path": list_id}))
            return
        self.places.setdefault(f"{list_id}[{name}]", row.place("entry", self.file))
        own = entries.setdefault(name, {})
        if is_name:
            if bare(cell.text) not in ("", name):
                self.problems.append(cell.problem("sheet.entry_differs", entry=shown(name)))
            return
        path = path_to(list_id, name, field.name)
        if isinstance(found, Problem):
            self.problems.append(found)
        elif isinstance(found, Unknown):
            self._is_unknown(path, cell)
        elif not isinstance(found, Nothing):
            self._put(own, field.id, path, found, cell)

    def _list(self, cell: Cell) -> None:
        text = bare(cell.text)
        if not text:
            return
        tests = {"all": says_all, "more": says_more, "none": says_empty, "unknown": says_unknown}
        said = next((name for name, test in tests.items() if test(text)), None)
        if said is None:
            words = [
                WORDS[key].get(self.lang) for key in ("that_is_all", "there_are_more", "none", "not_known")
            ]
            self.problems.append(cell.problem("sheet.list", right=" / ".join(f"“{word}”" for word in words)))
        elif cell.path in self.listed and self.listed[cell.path][0] != said:
            first = str(self.places[cell.path].line)
            self.problems.append(cell.problem("sheet.twice", first=first))
        else:
            self.listed.setdefault(cell.path, (said, cell))
            self.places.setdefault(cell.path, cell.place)

    def _records(self, fact: Fact) -> Records | None:
        """The list, as far as it can be said; None where nothing is said of it."""
        named: Mapping[str, dict[str, Value]] = self.records.get(fact.id, {})
        said, cell = self.listed.get(fact.id, ("", None))
        entries = tuple(
            Record(name, {f"{fact.id}.{fact.key}": name, **fields}) for name, fields in named.items()
        )
        if cell is not None and said in ("all", "none"):
            if said == "none" and entries:
                self.problems.append(cell.problem("sheet.none_but_entries", entry=shown(entries[0].key)))
                return Records(entries, complete=False)
            if not entries and (fact.at_least_one or said == "all"):
                code = "value.empty" if fact.at_least_one else "sheet.all_but_none"
                self.problems.append(cell.problem(code, right=WORDS["none"].get(self.lang)))
                return None
            return Records(entries, complete=True)
        if said == "unknown":
            self.unknown.add(fact.id)
        return Records(entries, complete=False) if entries else None

    # Problems ----------------------------------------------------------------------------------------------------

    def _place(self, row: Row) -> Location:
        return row.place("answer", self.file)

    def _unknown_id(self, own: str, row: Row) -> None:
        known = [
            fact.id if fact.parent is None else f"{fact.parent}[].{fact.name}"
            for fact in self.vocabulary.facts.values()
        ]
        right = [f"“{one}”" for one in near(own[:200], known)] if own else []
        code = "sheet.unknown_id" if right else "sheet.no_such_id" if own else "sheet.id_missing"
        details = {"written": shown(own), "right": " / ".join(right), "column": heading("id", self.lang)}
        self.problems.append(Problem(code, row.place("id", self.file), details))
