"""The HTML report, read back: one story, text that stays text, nothing that could run or ask a network for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hostile import HOSTILE, hostile
from html_read import (
    LANGUAGES,
    edition,
    folded,
    page,
    page_of,
    pairs,
    parse,
    rows,
    section,
    text,
    tree,
    with_class,
)
from hypothesis import given
from hypothesis import strategies as st
from report_samples import ALL, EXAMPLES, ROOT, SITUATIONS, assessment_of
from sample_book import judged, shown_records

from compliance.assessment.model import Assessment, Standing
from compliance.cli.main import run
from compliance.conditions.judgement import Outcome, Reason
from compliance.errors import Location
from compliance.facts.manifest import Waiver
from compliance.facts.sanitise import clean
from compliance.frozen import changed
from compliance.reports.answers import answers
from compliance.reports.carried import report_json
from compliance.reports.html.carried import carried_in_html, in_script
from compliance.reports.html.elements import Element, Source, h, link, shown, written
from compliance.reports.html.todo import missing
from compliance.reports.items import Item
from compliance.reports.json_v1 import render_json
from compliance.reports.open_facts import in_order_of_weight
from compliance.reports.render import Options, render
from compliance.reports.seal import seal_of
from compliance.reports.states import STATES
from compliance.reports.verdict_line import due_of, verdict_line
from compliance.reports.words import WORDS, say
from compliance.reports.words_document import DOCUMENT_WORDS, word
from compliance.reports.words_pages import PAGE_WORDS
from compliance.reports.words_report import REPORT_WORDS

MOST_BYTES = 2_000_000


@pytest.mark.parametrize(
    ("record", "said"), [(None, "Waived until 2026-12-01"), ("app", "app: Waived until 2026-12-01")]
)
def test_a_waiver_of_one_record_reads_unlike_one_of_the_rule(record: str | None, said: str) -> None:
    """In the list of what is missing, where the records do not stand."""
    place = Location("svc/compliance.yaml", 90, 5)
    waiver = Waiver("order.11.show-number", record, "in work", "board", date(2026, 12, 1), place)
    made = judged(changes={"service.endpoints": shown_records(app=False, site=False)}, waivers=(waiver,))
    (told,) = [one for one in written(missing(made, "en")).splitlines() if "Waived until" in one]
    assert re.sub("<[^>]*>", "", told).startswith(said)


# One story ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_the_outcome_of_every_rule_can_be_read_back(name: str, lang: str) -> None:
    """Outcome, standing, due day, reasons and badge of every rule, in the order of the packs."""
    made = assessment_of(name)
    listed = list(with_class(edition(tree(name), lang), "finding"))
    found = {finding.rule.id: finding for finding in made.findings}
    ids = [one.get("data-rule", "") for one in listed]
    assert sorted(ids) == sorted([*found, *made.not_in_force])
    assert ids == [rule for rule in made.book.rules if rule in {*found, *made.not_in_force}]
    for one, rule_id in zip(listed, ids, strict=True):
        rule, finding = made.book.rules[rule_id], found.get(rule_id)
        state = Item(rule, finding).state
        (badge,) = with_class(one.find("summary"), "badge")  # type: ignore[arg-type]
        assert (
            text(badge) == f"{STATES[state][0]} {say(STATES[state][1], lang)}"
            and one.get("data-state") == state
        )
        said = pairs(one)
        assert said[word("finding.rule", lang)] == rule_id
        assert said[word("finding.weight", lang)] == say(f"severity.{rule.severity.value}", lang)
        if finding is None:
            assert said[word("finding.outcome", lang)] == say("holds.not_in_force", lang)
            continue
        assert said[word("finding.outcome", lang)] == say(f"outcome.{finding.outcome.value}", lang)
        assert said[word("finding.counts", lang)] == say(f"standing.{finding.standing.value}", lang)
        due = due_of(finding)
        assert said.get(word("finding.due", lang)) == (due.isoformat() if due else None)
        reasons = {*finding.reasons, *(reason for part in finding.parts for reason in part.reasons)}
        for reason in Reason:
            told = say(f"because.{reason.value}", lang) in said.get(word("finding.because", lang), "")
            assert told is (reason in reasons)
        records = [text(record) for record in with_class(one, "record", "span")]
        assert len(records) == len(finding.parts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_verdict_counts_and_lists(name: str, lang: str) -> None:
    made = assessment_of(name)
    told = edition(tree(name), lang)
    (verdict,) = with_class(told, "verdict")
    assert folded(verdict_line(made, lang)) in text(verdict)
    assert word("head.final.yes" if made.final else "head.final.no", lang) in text(verdict)
    tiles = [int(text(tile.find("dd"))) for tile in with_class(told, "tile")]
    assert tiles == [
        len(made.standing(standing, binding=binding))
        for binding in (True, False)
        for standing in (
            Standing.VIOLATED, Standing.UNDECIDED, Standing.PENDING, Standing.PAST, Standing.HOLDS,
        )
    ]  # fmt: skip
    broken = section(told, "missing").findall("./ol/li")
    assert len(broken) == len(made.standing(Standing.VIOLATED, binding=True))
    asked = [text(one.find("./p[2]/code")) for one in section(told, "questions").findall("./ol/li")]
    assert asked == [folded(path) for path in in_order_of_weight(made)]
    given_answers = rows(section(told, "answers"))
    assert [one[word("answers.answer", lang)] for one in given_answers] == [
        folded(one.text(lang)) for one in answers(made)
    ]


@pytest.mark.parametrize("name", ALL)
def test_every_running_limit_stands_among_the_deadlines(name: str) -> None:
    made = assessment_of(name)
    told = rows(section(edition(tree(name), "en"), "deadlines"))
    days = {one["Last day"] for one in told}
    due = {
        part.due.isoformat()
        for finding in made.findings
        for part in (finding.parts or (finding,))
        if part.outcome is Outcome.PENDING and part.due is not None
    }
    assert due <= days


@pytest.mark.parametrize("name", ["supply-chain-finance", "vehicle-data", "parts"])
def test_the_trees_say_what_explain_says(name: str) -> None:
    """All lines of `compliance explain` about the rule in the project, but for the scope of its pack."""
    from compliance.assessment.reasons import reasons
    from compliance.reports.explain.rule import put_reasons
    from compliance.reports.html.tree import Outline

    made = assessment_of(name)
    for one in with_class(edition(tree(name), "en"), "finding"):
        rule = made.book.rules[one.get("data-rule", "")]
        lines = Outline()
        put_reasons(lines, reasons(made, rule), made, "en", scope=False)
        (shown,) = with_class(one, "tree")
        folder = made.manifest.file.rpartition("/")[0] + "/"
        for line in lines.outlined:
            assert folded(line.text).replace(folder, "") in text(shown).replace(folder, "")


# What stands where ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("blocked", ["hard stop", "Judged as of a date given by hand (2026-11-24)", "BLOCKED"]),
        (
            "parts",
            ["▲ waived", "Waived until 2026-12-01 by board: in work", "app: undecided", "further entries"],
        ),
        ("past", ["! past breach", "Exposure"]),
        ("pending", ["due 2026-11-30, 6 days left"]),
        (
            "out",
            ["OUT OF SCOPE", "Another answer to these would change it: service.public.", "– not applicable"],
        ),
        ("calendar", ["public holidays not yet announced"]),
        (
            "empty",
            [
                "Not final",
                "for counsel",
                "not settled whether the rule pack applies",
                "a doubt of law, for counsel",
            ],
        ),
        ("ready", ["Final", "all rule packs: order 1.2.0", "not legal advice"]),
    ],
)
def test_what_the_semantics_tell_apart_is_told_apart(name: str, words: list[str]) -> None:
    told = text(edition(tree(name), "en"))
    for one in words:
        assert one in told


def test_a_partial_run_and_shown_secrets_say_so_at_the_top() -> None:
    made = SITUATIONS["ready"]
    for lang in LANGUAGES:
        for more, said in (
            ({"partial": ("order",)}, word("head.partial", lang, packs="order")),
            ({"disclosed": True}, say("sensitive.shown", lang)),
        ):
            (head,) = with_class(edition(parse(page_of(changed(made, **more))), lang), "head")
            (plain,) = with_class(edition(tree("ready"), lang), "head")
            assert said in text(head) and said not in text(plain)


def test_one_language_alone_has_no_switch() -> None:
    for lang, tag in (("zh", "zh-CN"), ("en", "en")):
        root = tree("ready", (lang,))
        assert root.get("lang") == tag and len(root.findall("./body/main/div")) == 1
        assert not [one for one in root.iter("button") if one.get("data-language")]
    both = tree("ready")
    assert [one.get("data-language") for one in both.iter("button") if one.get("data-language")] == [
        "zh",
        "en",
    ]


@pytest.mark.parametrize("name", ["vehicle-data", "parts", "empty"])
def test_every_id_is_there_once_and_every_link_leads_somewhere(name: str) -> None:
    root = tree(name)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    for one in root.iter("a"):
        address = one.get("href", "")
        if address.startswith("#"):
            assert address[1:] in ids
        else:
            assert address.startswith(("http://", "https://")) and one.get("rel") == "noopener noreferrer"
    for label in root.iter("label"):
        assert label.get("for", label.find("input") is not None and "inside") in {*ids, "inside"}


@pytest.mark.parametrize("name", ["vehicle-data", "empty"])
def test_headings_go_down_step_by_step(name: str) -> None:
    for lang in LANGUAGES:
        levels = [
            int(one.tag[1]) for one in edition(tree(name), lang).iter() if re.fullmatch("h[1-6]", one.tag)
        ]
        assert levels.count(1) == 1 and levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


# Nothing runs, nothing is asked for -----------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
def test_the_policy_lets_only_this_files_own_script_and_styles_in(name: str) -> None:
    root = tree(name)
    (policy,) = (one.get("content", "") for one in root.iter("meta") if one.get("http-equiv"))
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    code = [
        one.text or ""
        for one in root.iter()
        if one.tag == "style" or (one.tag == "script" and one.get("type") != "application/json")
    ]
    assert len(code) == 3
    assert {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in code} == allowed
    for one in root.iter():
        assert not {"src", "style", "srcset", "action"} & set(one.attrib)
        assert not any(key.startswith("on") for key in one.attrib)
        assert one.tag not in ("img", "iframe", "object", "embed", "video", "audio", "base")
    assert not re.search(r"://|url\(|@import|fetch|XMLHttp|innerHTML|eval", "".join(code))


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_example_is_too_large(name: str) -> None:
    assert len(page(name)) <= MOST_BYTES


def test_all_changes_nothing_but_what_is_noted_of_it() -> None:
    short, full = (render("html", SITUATIONS["parts"], Options(("zh",), full)) for full in (False, True))
    assert re.sub(rb"[0-9a-f]{64}", b"", short) == re.sub(
        rb"[0-9a-f]{64}", b"", full.replace(b"true}", b"false}")
    )


# Hostile text ---------------------------------------------------------------------------------------


def shape(data: bytes) -> list[str]:
    """The tags of a page, without what links alone add: text never makes an element, a good address makes a link."""
    return [one.tag for one in parse(data).iter() if one.tag != "a"]


HARMLESS = shape(page_of(hostile("harmless")))


@pytest.mark.parametrize("said", HOSTILE)
def test_text_stays_text(said: str) -> None:
    """No element comes from it and all of it can be read, in every field that a person can fill."""
    made = hostile(said)
    data = page_of(made)
    root = parse(data)
    assert [one.tag for one in root.iter() if one.tag != "a"] == HARMLESS
    for lang in LANGUAGES:
        told = [folded(one) for one in edition(root, lang).itertext()]
        assert sum(folded(clean(said)) in one for one in told) >= 12
    carried = carried_in_html(data)
    assert carried is not None and carried.assessment == render_json(made).encode()


ASTRAY = (
    "javascript:alert(1)", " javascript:x", "data:text/html,x", "//evil", "https://a b", 'http://a"b', "vbscript:x",
    "file:///etc", "java\tscript:x", "https://a\u202eb",
)  # fmt: skip


@pytest.mark.parametrize("address", ASTRAY)
def test_addresses_that_lead_astray_are_only_text(address: str) -> None:
    assert link(address, "said") == ["said"]
    with pytest.raises(ValueError, match="no address"):
        written(h("a", "said", href=address))


def test_attributes_that_run_or_fetch_are_refused() -> None:
    for name in ("onclick", "style", "src", "srcdoc", "action", "Href", "on_click"):
        with pytest.raises(ValueError, match="no such attribute"):
            h("p", **{name: "x"})


@given(st.text(), st.text())
def test_elements_come_back_as_they_were(said: str, value: str) -> None:
    data = f"<!DOCTYPE html><title>t</title>{written(h('p', said, title=value))}"
    (only,) = parse(data.encode()).iter("p")
    assert "".join(only.itertext()) == shown(said) and only.get("title") == shown(value)


def test_source_stands_only_in_script_and_style() -> None:
    with pytest.raises(AssertionError):
        written(Element("p", (), (Source("<b>"),)))


# What the file carries ------------------------------------------------------------------------------

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
_TRICKS = st.sampled_from(
    ["<", "\x85", "\ufdd0", "\\", "\\u003c", "\\\\u003c", "u003c", "</script>", "<!--", "]]>", '"', "\n"]
)


@given(st.lists(_TRICKS | st.text()).map("".join) | _JSON)
def test_any_json_comes_back_byte_for_byte(value: object) -> None:
    try:
        data = json.dumps(value, ensure_ascii=False, indent=2).encode()
    except UnicodeEncodeError:
        return  # lone surrogates: the project's texts have none
    said = in_script(data)
    assert "<" not in said
    wrapped = f'<script type="application/json" id="assessment">{said}</script>'
    other = f'<script type="application/json" id="report">{said}</script>'
    assert carried_in_html((wrapped + other).encode()) == (data, data)
    assert json.loads(said) == json.loads(data)


def test_json_that_would_not_come_back_is_refused() -> None:
    with pytest.raises(ValueError, match="escapes"):
        in_script(b'"\\u003c"')


@pytest.mark.parametrize("name", ALL)
def test_the_assessment_can_be_taken_out_again(name: str) -> None:
    made = assessment_of(name)
    data = page(name)
    carried = carried_in_html(data)
    assert carried is not None
    assert carried.assessment == render_json(made).encode()
    assert carried.report == report_json("html", Options(("zh", "en")))
    sealed = seal_of(data, "html")
    assert sealed is not None and sealed.whole
    (script,) = (one for one in tree(name).iter("script") if one.get("id") == "assessment")
    assert json.loads(script.text or "") == json.loads(carried.assessment)


def test_a_file_that_carries_nothing_or_too_much() -> None:
    data = page("ready")
    for wrong in (b"", data.replace(b'id="report">', b'id="other">'), data + data):
        assert carried_in_html(wrong) is None


# Words ----------------------------------------------------------------------------------------------


def test_every_word_has_both_languages() -> None:
    assert not DOCUMENT_WORDS.keys() & (WORDS.keys() | PAGE_WORDS.keys() | REPORT_WORDS.keys())
    for key, said in DOCUMENT_WORDS.items():
        assert said.en and said.zh, key
        slots = {lang: set(re.findall(r"{(\w+)}", said.get(lang))) for lang in LANGUAGES}
        assert slots["en"] - {"s"} == slots["zh"], key


def test_every_state_has_a_shape_and_a_word_of_its_own() -> None:
    assert len({sign for sign, _ in STATES.values()}) == len(STATES)
    for lang in LANGUAGES:
        assert len({say(key, lang) for _, key in STATES.values()}) == len(STATES)


def test_sensitive_values_never_appear() -> None:
    made: Assessment = judged(changes={"contact.phone": "13800000000"})
    assert b"13800000000" not in page_of(made)


# Verified and made again ----------------------------------------------------------------------------


def test_a_report_is_verified_and_made_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also with both languages and all; a word changed by hand is found."""
    made, project = tmp_path / "report.html", ROOT / "examples" / "vehicle-data"
    asked = ["--as-of", "2026-11-24", "--format", "html", "--lang", "both", "--all", "-o", str(made)]
    assert run(["report", str(project), *asked]) == 0
    assert run(["verify", str(made), "-m", str(project)]) == 0
    assert run(["replay", str(made), "-m", str(project)]) == 0
    made.write_bytes(made.read_bytes().replace("尚不具备条件".encode(), "已具备条件".encode(), 1))
    assert run(["verify", str(made), "-m", str(project)]) == 1
    assert run(["replay", str(made), "-m", str(project)]) == 1
    capsys.readouterr()
