"""The review: the verdict, what is undecided and by which question, all answers, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList

from compliance.assessment.model import Assessment, Standing
from compliance.interview.questions import SectionState, Status
from compliance.reports.open_facts import hanging_on
from compliance.reports.verdict_line import verdict_line
from compliance.wizard.app.choices import Choices, Line
from compliance.wizard.app.lines import question_line
from compliance.wizard.app.prose import Prose
from compliance.wizard.app.words import tell

MOST_UNDECIDED = 12


class ReviewWanted(Message):
    """What the person wants next: `ask`, `report`, `quit`, or `=` and the path of a question."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class ReviewPane(VerticalScroll, can_focus=False):
    """Shows how the interview ended, or stands."""

    def compose(self) -> ComposeResult:
        """The parts, in the order in which they are read."""
        yield Prose(id="review-title")
        yield Prose(id="review-verdict")
        yield Prose(id="review-next-title")
        yield Choices([], id="review-next")
        yield Prose(id="review-parked-title")
        yield Choices([], id="review-parked", digits=False)
        yield Prose(id="review-undecided")
        yield Prose(id="review-answers-title")
        yield Choices([], id="review-answers", digits=False)

    def show(
        self,
        sections: tuple[SectionState, ...],
        assessment: Assessment,
        matter: int,
        lang: str,
        *,
        file: str,
        unsaved: bool,
    ) -> None:
        """Show how it stands."""
        self._put("review-title", tell("review.title", lang))
        self._put("review-verdict", verdict_line(assessment, lang))
        self._put("review-next-title", tell("review.go", lang))
        self.query_one("#review-next", Choices).put(_next(matter, lang, file, unsaved))
        parked = list(_parked(sections, assessment, lang))
        self._put("review-parked-title", tell("review.parked", lang) if parked else "")
        self._lines("review-parked", parked)
        self._put("review-undecided", "\n".join(_undecided(assessment, lang)))
        answers = list(_answers(sections, lang))
        self._put("review-answers-title", tell("review.answers" if answers else "review.nothing", lang))
        self._lines("review-answers", answers)
        self.query_one("#review-next", Choices).highlighted = 0
        self.query_one("#review-next", Choices).focus()
        self.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was chosen."""
        event.stop()
        line = event.option.id or ""
        own = event.option_list.id == "review-next"
        self.post_message(ReviewWanted(line if own else f"={line}"))

    def _lines(self, id: str, lines: list[Line]) -> None:
        choices = self.query_one(f"#{id}", Choices)
        choices.put(lines)
        choices.display = bool(lines)

    def _put(self, id: str, text: str) -> None:
        part = self.query_one(f"#{id}", Prose)
        part.update(text)
        part.display = bool(text)


def _next(matter: int, lang: str, file: str, unsaved: bool) -> Iterator[Line]:
    if matter:
        yield Line("ask", tell("review.ask", lang, n=matter))
    yield Line("report", tell("review.report", lang))
    quit_ = tell("review.quit_unsaved", lang) if unsaved else tell("review.quit", lang, file=file)
    yield Line("quit", quit_)


def _parked(sections: tuple[SectionState, ...], assessment: Assessment, lang: str) -> Iterator[Line]:
    for section in sections:
        for question in section.questions:
            if question.status is Status.PARKED:
                line = question_line(question, lang)
                weight = hanging_on(question.path, assessment)
                text = question.fact.label.get(lang)
                if question.record is not None:
                    text = f"{question.record} › {text}"
                yield line._replace(text=tell("review.decides", lang, question=text, n=weight))


def _undecided(assessment: Assessment, lang: str) -> list[str]:
    from compliance.reports.paths import path_label

    found = assessment.standing(Standing.UNDECIDED, binding=True)
    if not found:
        return []
    said = [tell("review.undecided", lang, n=len(found))]
    vocabulary = assessment.book.vocabulary
    for finding in found[:MOST_UNDECIDED]:
        facts = [path_label(path, vocabulary, lang) for path in finding.hangs_on[:2]]
        more = "…" if len(finding.hangs_on) > 2 else ""
        joined = ("、" if lang == "zh" else ", ").join(facts) + more
        said.append(f"  ? {finding.rule.title.get(lang)} ← {joined}")
    if len(found) > MOST_UNDECIDED:
        said.append("  …")
    return said


def _answers(sections: tuple[SectionState, ...], lang: str) -> Iterator[Line]:
    """All answers, the first of each section under its title."""
    for section in sections:
        title = section.title.get(lang) if section.title else tell("section.none", lang)
        first = True
        for question in section.questions:
            if question.status not in (Status.ANSWERED, Status.MOOT):
                continue
            line = question_line(question, lang)
            yield line._replace(mark=f"── {title}\n{line.mark}") if first else line
            first = False
