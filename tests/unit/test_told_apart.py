"""Every form of a report says what the semantics tell apart: assessments differing in one thing read differently."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from pdf_text import pages
from sample_book import FILE, WELL, judged

from compliance.assessment.model import Assessment, Bound, EvidenceFile, Finding, Topic, Verdict, WaiverState
from compliance.conditions.judgement import Outcome, Reason
from compliance.conditions.nodes import Compare
from compliance.errors import Gravity, Location, Problem
from compliance.facts.manifest import EvidenceEntry, View, Waiver
from compliance.facts.values import NONE, Quantity, Record, Records
from compliance.frozen import EMPTY, changed
from compliance.reports.render import FORMS, Options, render
from compliance.reports.words import say
from compliance.reports.words_pdf import PDF_WORDS

LOGS, FILING, SHOWN = "order.11.keep-logs", "order.11.file-in-time", "order.11.show-number"
TOKENS = "order.11.no-tokens"
WAIVER = Waiver(LOGS, None, "in work", "board", date(2026, 12, 1), Location(FILE, 90, 5))
ENTRY = EvidenceEntry("e", "receipt", (LOGS,), "e.pdf", None, "1" * 64, None, None, Location(FILE, 80, 5))
FOUND = EvidenceFile("1" * 64)
BREACH = judged(changes={"service.retention": NONE})
OPEN = judged({fact: value for fact, value in WELL.items() if fact != "service.tokens"})
LATE = judged(changes={"service.filed_on": date(2026, 6, 10)})
RUNNING = judged(changes={"service.started_on": date(2026, 11, 20), "service.filed_on": NONE})
ENDPOINTS = Records(
    (Record("site", {"service.endpoints.shown": False}), Record("app", {"service.endpoints.shown": False}))
)
WARNING = Problem(
    "manifest.sensitive_in_public", Location(FILE, 30, 3), {"fact": "contact.phone"}, Gravity.WARNING
)
RECORDS = judged(changes={"service.endpoints": ENDPOINTS})
OPEN_RECORDS = judged({"service.endpoints": ENDPOINTS})
PLANNED = judged(changes={"service.filed_on": date(2026, 12, 20)})
RULES = judged().book.rules
LEAST = Bound(RULES[LOGS], Compare("service.retention", "at_least", Quantity(6, "months")))
MOST = Bound(RULES[TOKENS], Compare("service.retention", "at_most", Quantity(1, "months")))
TOPIC = Topic("retention.logs", minima=(LEAST,), maxima=(MOST,))


def with_finding(made: Assessment, rule: str, **changes: object) -> Assessment:
    found = tuple(changed(one, **changes) if one.rule.id == rule else one for one in made.findings)
    return changed(made, findings=found)


def finding(made: Assessment, rule: str) -> Finding:
    return next(one for one in made.findings if one.rule.id == rule)


def with_part(made: Assessment, **changes: object) -> Assessment:
    first, *others = finding(made, SHOWN).parts
    return with_finding(made, SHOWN, parts=(changed(first, **changes), *others))


def looked_at(found: EvidenceFile, expires: date | None = None) -> Assessment:
    return judged(evidence=(changed(ENTRY, expires=expires),), files={"e": found})


def viewed(view: str) -> Assessment:
    made = judged(changes={"reading.abroad": view})
    said = View("reading.abroad", view, "counsel", date(2026, 1, 1), "", Location(FILE, 70, 5))
    return changed(made, manifest=changed(made.manifest, readings={"reading.abroad": said}))


PAIRS: dict[str, tuple[Assessment, Assessment]] = {
    "violated or satisfied": (BREACH, with_finding(BREACH, LOGS, outcome=Outcome.SATISFIED)),
    "satisfied or not applicable": (judged(), with_finding(judged(), LOGS, outcome=Outcome.NOT_APPLICABLE)),
    "undecided or violated": (OPEN, with_finding(OPEN, TOKENS, outcome=Outcome.VIOLATED)),
    "past or not": (LATE, with_finding(LATE, FILING, past=False, counts=Outcome.VIOLATED)),
    "waived or not": (BREACH, with_finding(BREACH, LOGS, waiver=WAIVER)),
    "pending or violated": (RUNNING, with_finding(RUNNING, FILING, outcome=Outcome.VIOLATED, counts=Outcome.VIOLATED)),
    "due on another day": (RUNNING, with_finding(RUNNING, FILING, due=date(2026, 12, 9))),
    "open by facts or reading": (
        OPEN,
        with_finding(OPEN, TOKENS, reasons=(Reason.READING,), decided_by=("reading.abroad",)),
    ),
    "open by facts or calendar": (OPEN, with_finding(OPEN, TOKENS, reasons=(Reason.CALENDAR,))),
    "open by facts or bound": (OPEN, with_finding(OPEN, TOKENS, reasons=(Reason.BOUND,))),
    "decided by other facts": (OPEN, with_finding(OPEN, TOKENS, decided_by=("service.staff",))),
    "outcome if in scope": (
        with_finding(OPEN, TOKENS, if_in_scope=Outcome.VIOLATED),
        with_finding(OPEN, TOKENS, if_in_scope=Outcome.SATISFIED),
    ),
    "outcome of records if in scope": (
        with_finding(OPEN_RECORDS, SHOWN, if_in_scope=Outcome.VIOLATED),
        with_finding(OPEN_RECORDS, SHOWN, if_in_scope=Outcome.SATISFIED),
    ),
    "record past or not": (RECORDS, with_part(RECORDS, past=True)),
    "record waived or not": (RECORDS, with_part(RECORDS, waiver=WAIVER)),
    "record violated or undecided": (RECORDS, with_part(RECORDS, outcome=Outcome.UNDECIDED)),
    "out of scope or ready": (
        judged(changes={"service.public": False}),
        changed(judged(changes={"service.public": False}), verdict=Verdict.READY),
    ),
    "ready or incomplete": (judged(), changed(judged(), verdict=Verdict.INCOMPLETE)),
    "blocked or not ready": (
        judged(changes={"service.tokens": True}),
        changed(judged(changes={"service.tokens": True}), verdict=Verdict.NOT_READY),
    ),
    "partial or whole": (judged(), changed(judged(), partial=("order",))),
    "as of a named day or today": (judged(), changed(judged(), as_of_given=True)),
    "as of another day": (judged(), changed(judged(), as_of=date(2026, 11, 25))),
    "final or not": (OPEN, changed(OPEN, final=not OPEN.final)),
    "worst that can come": (
        changed(OPEN, final=False, worst=Verdict.NOT_READY),
        changed(OPEN, final=False, worst=Verdict.BLOCKED),
    ),
    "rule not in force": (judged(), changed(judged(), findings=judged().findings[1:], not_in_force=(FILING,))),
    "evidence there or missing": (looked_at(FOUND), looked_at(EvidenceFile(None))),
    "evidence there or changed": (looked_at(FOUND), looked_at(EvidenceFile("2" * 64))),
    "waiver in use or expired": (
        changed(BREACH, waivers=((WAIVER, WaiverState.IN_USE),)),
        changed(BREACH, waivers=((WAIVER, WaiverState.EXPIRED),)),
    ),
    "waiver not needed or not looked at": (
        changed(judged(), waivers=((WAIVER, WaiverState.NOT_NEEDED),)),
        changed(judged(), waivers=((WAIVER, WaiverState.NOT_LOOKED_AT),)),
    ),
    "warned or not": (judged(), changed(judged(), manifest=changed(judged().manifest, warnings=(WARNING,)))),
    "planned or not yet": (PLANNED, changed(PLANNED, planned=EMPTY)),
    "bounds in conflict or not": (
        changed(judged(), topics=(TOPIC,)),
        changed(judged(), topics=(changed(TOPIC, conflicts=((LEAST, MOST),)),)),
    ),
    "evidence expired or not": (looked_at(FOUND, date(2026, 11, 23)), looked_at(FOUND, date(2026, 11, 24))),
    "counsel's view": (viewed("covered"), viewed("not_covered")),
}  # fmt: skip

BESIDE = {
    "evidence there or missing", "evidence there or changed", "evidence expired or not", "waiver in use or expired",
    "waiver not needed or not looked at", "warned or not",
    "planned or not yet", "bounds in conflict or not",
}  # fmt: skip
"""What is no finding."""
PROBLEMS_ONLY = {"satisfied or not applicable", "rule not in force"}
"""What is no problem today."""
NO_ROOM: dict[str, set[str]] = {
    "csv": BESIDE,
    "github": PROBLEMS_ONLY,
    "gitlab": PROBLEMS_ONLY,
    "oscal-poam": {"satisfied or not applicable"},
}
"""What a form has no place for: a line for each finding is all there is."""


def shown(form: str, made: Assessment) -> str:
    """What a reader sees of a report: neither the assessment it carries nor digests, which differ of themselves."""
    neutral = changed(made, manifest=changed(made.manifest, digest="d" * 64))
    data = render(form, neutral, Options(("zh", "en"), True))
    if form == "pdf":
        text = "\n".join(pages(data))
    elif form == "excel":
        from openpyxl import load_workbook

        sheets = load_workbook(BytesIO(data)).worksheets
        text = "\n".join(str([cell.value for cell in row]) for sheet in sheets for row in sheet.rows)
    else:
        text = re.sub(r"<script.*?</script>", "", data.decode(), flags=re.DOTALL)
    return re.sub(r"(?:[0-9a-f]\s*){32,}", "", text)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("form", FORMS)
def test_two_things_never_read_the_same(form: str, pair: str) -> None:
    one, other = (shown(form, made) for made in PAIRS[pair])
    assert (one != other) is (pair not in NO_ROOM.get(form, ()))


@pytest.mark.parametrize("form", FORMS)
def test_expired_is_a_word_and_not_a_date(form: str) -> None:
    """Evidence that ends yesterday or today reads differently with the two days made alike."""
    one, other = (
        re.sub(r"2026-11-2[34]", "", shown(form, looked_at(FOUND, date(2026, 11, day)))) for day in (23, 24)
    )
    # A CSV row is a finding; JSON has the date and the as-of date.
    assert (one != other) is (form not in {"csv", "json"})


@pytest.mark.parametrize("form", ["html", "pdf", "excel"])
def test_a_partial_run_is_never_plainly_ready(form: str) -> None:
    """Wherever the verdict stands by itself, what was assessed stands with it."""
    said = "".join(shown(form, changed(judged(), partial=("order",))).split())
    for lang in ("zh", "en"):
        word = say("verdict.ready", lang).replace(" ", "")
        after = [said[one.end() :][:20] for one in re.finditer(re.escape(word), said)]
        known = say("line.partial", lang, verdict="", packs="order").replace(" ", "")
        # The page on method says what each verdict means, "NOT READY" too.
        meanings = tuple(
            "".join(PDF_WORDS[f"verdict.{one}"].get(lang).split())[:20] for one in ("ready", "not_ready")
        )
        assert after and [text for text in after if not text.startswith((known, *meanings))] == []
