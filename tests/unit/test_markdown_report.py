"""The Markdown report, read back with a parser that is not ours: what it says, and that text in it stays text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hostile import HOSTILE, hostile
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report_samples import ALL, SITUATIONS, assessment_of
from sample_book import FILE, judged, shown_records

from compliance.assessment.model import Applies, Assessment, Standing
from compliance.conditions.judgement import Outcome, Reason
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.markdown.layout import BLANK, DOT, Code, MarkdownPage, Strong, escaped
from compliance.reports.markdown.report import render_markdown
from compliance.reports.markdown.tables import marks_of
from compliance.reports.render import FORMS, Options, render
from compliance.reports.verdict_line import verdict_line
from compliance.reports.words import WORDS, say
from compliance.reports.words_pages import PAGE_WORDS
from compliance.reports.words_report import REPORT_WORDS

PARSER = MarkdownIt("gfm-like")
LANGUAGES = ("en", "zh")
BLOCKS = {
    "heading", "paragraph", "inline", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
INLINE = {"text", "code_inline", "strong"}
Table = list[dict[str, str]]


def kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def content(token: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(child.content for child in token.children or ()).replace("\u200b", "")


def tables(tokens: list[Token]) -> list[Table]:
    found: list[Table] = []
    rows: list[list[str]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and before is not None and before.type in ("th_open", "td_open"):
            rows[-1].append(content(token))
        elif token.type == "table_close":
            found.append([dict(zip(rows[0], row, strict=True)) for row in rows[1:]])
    return found


def table_with(tokens: list[Token], *columns: str) -> Table:
    """The rows of the tables that have these columns."""
    return [row for table in tables(tokens) for row in table if set(columns) <= row.keys()]


def sections(tokens: list[Token], rules: set[str]) -> dict[str, list[str]]:
    """Heading -> the rules that have an item of their own below it, in order."""
    found: dict[str, list[str]] = {}
    heading = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline" or before is None:
            continue
        if before.type == "heading_open":
            heading = content(token)
        elif before.type == "paragraph_open":
            first = (token.children or [token])[0]
            if first.type == "code_inline" and first.content in rules:
                found.setdefault(heading, []).append(first.content)
    return found


def parsed(made: Assessment, lang: str, *, show_all: bool) -> list[Token]:
    return PARSER.parse(render_markdown(made, lang, show_all=show_all))


# One story ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_can_be_read_back(name: str, lang: str) -> None:
    """From the full form: outcome, standing, due day, waiver and what leaves it open, as the assessment has them."""
    made = assessment_of(name)
    rows = table_with(parsed(made, lang, show_all=True), say("col.rule", lang), say("col.outcome", lang))
    read = [row[say("col.rule", lang)] for row in rows]
    assert read == [*(finding.rule.id for finding in made.findings), *made.not_in_force]
    for row, finding in zip(rows, made.findings, strict=False):
        assert row[say("col.outcome", lang)] == say(f"outcome.{finding.outcome.value}", lang)
        assert row[say("col.counts", lang)] == say(f"standing.{finding.standing.value}", lang)
        assert row[say("col.weight", lang)] == say(f"severity.{finding.rule.severity.value}", lang)
        reasons = {*finding.reasons, *(reason for part in finding.parts for reason in part.reasons)}
        for reason in Reason:
            told = say(f"because.{reason.value}", lang) in row[say("col.because", lang)]
            assert told is (reason in reasons)


@pytest.mark.parametrize("show_all", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_sections_hold_the_rules_that_belong_there(name: str, lang: str, show_all: bool) -> None:
    """In the short form too: all that is violated, due, past and undecided, and nothing else, advice apart."""
    made = assessment_of(name)
    tokens = parsed(made, lang, show_all=show_all)
    found = sections(tokens, {finding.rule.id for finding in made.findings})
    for standing in (Standing.VIOLATED, Standing.PENDING, Standing.PAST):
        members = [finding.rule.id for finding in made.standing(standing, binding=True)]
        heading = say(f"section.{standing.value}", lang, n=len(members))
        assert sorted(found.get(heading, [])) == sorted(members)
    undecided = made.standing(Standing.UNDECIDED, binding=True)
    if show_all:
        told = found.get(say("section.undecided", lang, n=len(undecided)), [])
        assert told == [finding.rule.id for finding in undecided]
    else:
        unsure = {status.pack.id for status in made.packs if status.applies is Applies.OPEN}
        rows = table_with(tokens, say("col.hangs", lang))
        alone = [finding.rule.id for finding in undecided if finding.rule.pack not in unsure]
        assert [row[say("col.rule", lang)] for row in rows] == alone
    advice = set(found.get(say("section.advice", lang), []))
    listed = {Standing.VIOLATED, Standing.PENDING, Standing.PAST} | (
        {Standing.UNDECIDED} if show_all else set()
    )
    assert advice == {
        finding.rule.id for finding in made.findings
        if not finding.rule.severity.binding and finding.standing in listed
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_counts_and_open_questions(name: str, lang: str) -> None:
    made = assessment_of(name)
    tokens = parsed(made, lang, show_all=True)
    assert verdict_line(made, lang) in [content(token) for token in tokens if token.type == "inline"]
    rows = table_with(tokens, say("count.weight", lang), say("count.waived", lang))
    for row, binding in zip(rows, (True, False), strict=True):
        for standing in Standing:
            number = str(len(made.standing(standing, binding=binding)))
            assert row[say(f"standing.{standing.value}", lang)] == number
    asked = [row[say("col.fact", lang)] for row in table_with(tokens, say("col.question", lang))]
    assert sorted(asked) == sorted(made.open_facts)


# Told apart ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("blocked", ["(hard stop)", "Judged as of a date given by hand (2026-11-24)"]),
        ("parts", ["waived until 2026-12-01", "Waived until 2026-12-01 by board: in work", "app: undecided"]),
        ("past", ["Past breaches (1): remedied, exposure stays", "Exposure: Order No. 9 Art. 22."]),
        ("pending", ["due 2026-11-30, 6 days left"]),
        ("out", ["OUT OF SCOPE", "Another answer to these would change it: service.public."]),
        ("calendar", ["public holidays not yet announced"]),
        ("empty", ["no: could still become blocked", "for counsel", "cannot say whether it applies"]),
        ("ready", ["yes: whatever is still open", "all rule packs: order 1.2.0", "not legal advice"]),
    ],
)
def test_what_the_semantics_tell_apart_is_told_apart(name: str, words: list[str]) -> None:
    told = "\n".join(
        content(token) for token in parsed(SITUATIONS[name], "en", show_all=False) if token.type == "inline"
    )
    for word in words:
        assert word in told


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_something_is_undecided(reason: Reason, lang: str) -> None:
    """Answers, a doubt of law, the calendar and the bound each have words of their own, in the short form."""
    made = SITUATIONS["calendar"]
    findings = tuple(
        changed(finding, reasons=(reason,)) if finding.outcome is Outcome.UNDECIDED else finding
        for finding in made.findings
    )
    tokens = parsed(changed(made, findings=findings), lang, show_all=False)
    rows = table_with(tokens, say("col.because", lang))
    assert [row[say("col.because", lang)] for row in rows] == [say(f"because.{reason.value}", lang)]


def test_a_partial_run_says_so() -> None:
    made = changed(SITUATIONS["ready"], partial=("order",))
    for lang in LANGUAGES:
        text = render_markdown(made, lang)
        assert say("packs.partial", lang, packs="order") in text
        assert say("packs.partial", lang, packs="order") not in render_markdown(SITUATIONS["ready"], lang)


def test_a_date_that_was_not_given_is_only_named() -> None:
    assert "by hand" not in render_markdown(SITUATIONS["ready"], "en")


def test_the_full_form_has_register_waivers_and_whole_digests() -> None:
    made = hostile("plain")
    rows = table_with(parsed(made, "en", show_all=True), "SHA-256", "State")
    assert [row["State"] for row in rows] == ["missing", "not looked at"]
    assert rows[0]["SHA-256"] == "0" * 64
    told = render_markdown(made, "en", show_all=True)
    assert "a" * 64 in told and "c" * 64 in told
    assert "a" * 64 not in render_markdown(made, "en")


def test_both_languages_stand_one_after_the_other() -> None:
    made = SITUATIONS["blocked"]
    text = FORMS["markdown"].render(made, Options(("zh", "en"))).decode()
    assert text.startswith(render_markdown(made, "zh")) and text.endswith(render_markdown(made, "en"))
    assert [token.type for token in PARSER.parse(text)].count("hr") == 1


# Hostile text -------------------------------------------------------------------------------------


def types(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens]


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


HARMLESS = {
    (lang, show_all): types(parsed(hostile("harmless"), lang, show_all=show_all))
    for lang in LANGUAGES
    for show_all in (False, True)
}


@pytest.mark.parametrize("show_all", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, lang: str, show_all: bool) -> None:
    """No block, link, emphasis or HTML comes from it, all tables stay whole, and all of it can be read."""
    tokens = parsed(hostile(text), lang, show_all=show_all)
    assert types(tokens) == HARMLESS[lang, show_all]
    assert {kind(token) for token in tokens} <= BLOCKS
    assert {kind(token) for token in inline(tokens)} <= INLINE
    folded = " ".join(clean(text).split())
    told = [content(token) for token in tokens if token.type == "inline"]
    assert sum(folded in one for one in told) >= 8
    tables(tokens)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_left_for_forges_to_find(text: str) -> None:
    """People, issues and emoji are looked for in the text that is shown, so no mark stands next to its word."""
    told = escaped(text)
    for mark in ("@o", "@S", "#1", "GH-1", ":s", ":+1:", "\x1b", "\u202e", "\u200b", "\n"):
        assert mark not in told


@pytest.mark.parametrize("text", HOSTILE)
def test_pieces(text: str) -> None:
    """As a code span, strong, in a heading, in a table and in an item, the text is what is shown."""
    folded = " ".join(clean(text).split())
    page = MarkdownPage()
    page.heading(2, text)
    page.paragraph([Strong(text), "（", text, "）"])
    page.item([Code(text), DOT, Strong(text)], first=True)
    page.table([text, text], [[Code(text), text], [[Strong(text), BLANK, Code(text)], text]])
    tokens = PARSER.parse(page.text())
    told = [content(token) for token in tokens if token.type == "inline"]
    assert told == [folded, f"{folded}（{folded}）", f"{folded} · {folded}", folded, folded, folded, folded,
                    f"{folded} {folded}", folded]  # fmt: skip
    assert {kind(token) for token in inline(tokens)} <= INLINE


def test_what_needs_no_escape_has_none() -> None:
    """Raw Markdown is read too: in a plain sentence, with numbers, dates and brackets, nothing is escaped."""
    for text in (
        'File within 10 working days (Art. 11), due 2026-11-30: 1.5 or more; "so"',
        "（第十一条）：是。",
    ):
        assert escaped(text) == text


def test_sensitive_values_never_appear() -> None:
    made = judged(changes={"contact.phone": "13800000000"})
    for lang in LANGUAGES:
        assert "13800000000" not in render_markdown(made, lang, show_all=True)


# Words --------------------------------------------------------------------------------------------


def test_every_word_has_both_languages() -> None:
    import re

    assert not REPORT_WORDS.keys() & (WORDS.keys() | PAGE_WORDS.keys())
    for key, text in REPORT_WORDS.items():
        assert text.en and text.zh, key
        slots = {lang: set(re.findall(r"{(\w+)}", text.get(lang))) for lang in LANGUAGES}
        assert slots["en"] - {"s", "es", "v"} == slots["zh"], key


def test_every_state_has_words() -> None:
    from compliance.assessment.model import WaiverState

    keys = [f"standing.{one.value}" for one in Standing] + [f"because.{one.value}" for one in Reason]
    keys += [f"waiver.state.{one.value}" for one in WaiverState]
    keys += [f"state.{one}" for one in ("ok", "missing", "changed", "not_looked_at", "found", "expired")]
    assert set(keys) <= REPORT_WORDS.keys()
    for lang in LANGUAGES:
        assert len({say(f"standing.{one.value}", lang) for one in Standing}) == len(Standing)
        assert len({say(f"because.{one.value}", lang) for one in Reason}) == len(Reason)


def test_the_day_a_waiver_ends_is_the_first_of_several() -> None:
    made = SITUATIONS["parts"]
    later = changed(made.findings[3].parts[0].waiver, expires=date(2027, 5, 1))
    findings = tuple(
        changed(finding, waiver=later) if finding.rule.id == "order.11.show-number" else finding
        for finding in made.findings
    )
    assert " · waived until 2026-12-01" in render_markdown(changed(made, findings=findings), "en")


def test_waived_in_part_is_said_only_where_a_breach_is_left() -> None:
    """Of the records that break a rule one is waived, or each of them."""
    records = shown_records(site=False, app=False)
    waivers = [
        Waiver("order.11.show-number", key, "in work", "board", date(2026, 12, day), Location(FILE, 90, 5))
        for key, day in (("site", 3), ("app", 1))
    ]
    for number, wanted in ((1, "waived in part"), (2, "waived until 2026-12-01")):
        made = judged(changes={"service.endpoints": records}, waivers=tuple(waivers[:number]))
        finding = next(one for one in made.findings if one.rule.id == "order.11.show-number")
        assert marks_of(finding, "en") == [wanted]
        page = render("html", made, Options(("en",))).decode()
        assert ("waived in part" in page) is (number == 1)
