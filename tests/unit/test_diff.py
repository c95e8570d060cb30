"""What changed between two assessments: which way, why, and what counts as a regression."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hostile import HOSTILE, hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from report_samples import ALL, SITUATIONS, assessment_of
from sample_book import FILE, WELL, book, judged, shown_records

from compliance.assessment.model import Assessment, EvidenceFile, Standing, WaiverState
from compliance.errors import Location
from compliance.facts.manifest import EvidenceEntry, View, Waiver
from compliance.facts.sanitise import clean
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Value
from compliance.frozen import changed
from compliance.reports.diff.compare import Known, compare, known_of
from compliance.reports.diff.json_schema import comparison_schema
from compliance.reports.diff.model import Cause, Comparison, Direction, Gate, Group, RuleChange
from compliance.reports.diff.rules import state_of
from compliance.reports.diff.to_json import render_diff_json
from compliance.reports.diff.to_markdown import render_diff_markdown
from compliance.reports.diff.to_text import render_diff_text
from compliance.reports.diff.weight import verdict_moved, weight
from compliance.reports.disclosed import disclosed
from compliance.reports.json_v1 import document
from compliance.reports.text.layout import MIN_WIDTH, text_width
from compliance.reports.verdict_line import due_of, is_waived

LOGS, FILING, SHOWN = "order.11.keep-logs", "order.11.file-in-time", "order.11.show-number"
TOKENS, STAFF, ABROAD = "order.11.no-tokens", "order.11.staff", "order.11.abroad"
KNOWN = known_of(book())
PLACE = Location(FILE, 90, 5)
WAIVER = Waiver(LOGS, None, "in work", "board", date(2026, 12, 1), PLACE)


def between(old: Assessment, new: Assessment) -> Comparison:
    return compare(document(old), document(new), KNOWN)


def only(found: Comparison) -> RuleChange:
    (one,) = found.rules
    return one


def without(*facts: str) -> dict[str, Value]:
    return {fact: value for fact, value in WELL.items() if fact not in facts}


BREACH = judged(changes={"service.retention": NONE})


# The same


@pytest.mark.parametrize("name", ALL)
def test_nothing_changes_between_an_assessment_and_itself(name: str) -> None:
    found = compare(document(assessment_of(name)), document(assessment_of(name)), KNOWN)
    assert found.nothing and found.regression.gate is Gate.PASS
    for lang in ("en", "zh"):
        for text in (render_diff_text(found, lang, width=1_000), render_diff_markdown(found, lang)):
            assert len(text.splitlines()) == 1
            assert text.startswith("Nothing changed" if lang == "en" else "没有变化")


@pytest.mark.parametrize("name", ALL)
def test_how_a_finding_stands_is_what_the_assessment_says(name: str) -> None:
    """Standing, waiver and last day are read from the JSON alone."""
    made = assessment_of(name)
    for finding, told in zip(made.findings, document(made)["findings"], strict=True):  # type: ignore[arg-type]
        state = state_of(told)  # type: ignore[arg-type]
        day = due_of(finding)
        assert state.standing == finding.standing.value
        assert (state.waived is not None) is is_waived(finding)
        assert state.due == (day.isoformat() if day else None)


# Which way


def test_the_order_of_standings() -> None:
    """Violated, undecided, pending, past, holds; a hard stop first, a waived breach last of the breaches."""
    order = [weight(one.value, waived=False, hard_stop=False) for one in Standing]
    assert order == sorted(order, reverse=True) and len(set(order)) == len(order)
    waived = weight("violated", waived=True, hard_stop=False)
    plain = weight("violated", waived=False, hard_stop=False)
    assert weight("violated", waived=False, hard_stop=True) > plain > waived > order[1]
    assert weight("undecided", waived=False, hard_stop=True) == order[1]


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("ready", "blocked", "worse"), ("incomplete", "not_ready", "worse"), ("ready", "incomplete", "worse"),
        ("not_ready", "blocked", "worse"), ("blocked", "ready", "better"), ("out_of_scope", "incomplete", "worse"),
        ("ready", "out_of_scope", "other"), ("out_of_scope", "ready", "other"), ("ready", "ready", "same"),
        ("partial_ready", "incomplete", "worse"),
    ],
)  # fmt: skip
def test_the_order_of_verdicts(old: str, new: str, direction: str) -> None:
    assert verdict_moved(old, new).value == direction


@pytest.mark.parametrize(
    ("new", "rule", "group"),
    [
        (BREACH, LOGS, Group.WORSE),
        (judged(changes={"service.tokens": True}), TOKENS, Group.WORSE),
        (judged(without("service.tokens")), TOKENS, Group.OPEN),
        (judged(changes={"service.started_on": date(2026, 11, 20), "service.filed_on": NONE}), FILING, Group.DUE),
        (judged(changes={"service.filed_on": date(2026, 6, 10)}), FILING, Group.WORSE),
    ],
)  # fmt: skip
def test_what_got_worse_is_told_by_what_it_is_now(new: Assessment, rule: str, group: Group) -> None:
    there, back = only(between(judged(), new)), only(between(new, judged()))
    assert (there.face.rule, there.group, there.direction) == (rule, group, Direction.WORSE)
    assert (back.face.rule, back.group, back.direction) == (rule, Group.BETTER, Direction.BETTER)


def test_a_breach_that_loses_its_waiver_is_worse() -> None:
    waived = judged(changes={"service.retention": NONE}, waivers=(WAIVER,))
    expired = judged(changes={"service.retention": NONE}, waivers=(WAIVER,), as_of=date(2026, 12, 2))
    found = between(waived, expired)
    assert (only(found).group, only(found).old.waived) == (Group.WORSE, "2026-12-01")
    assert found.regression.gate is Gate.REGRESSION and found.verdict is Direction.SAME
    (waiver,) = found.waivers
    assert waiver.differing == (("state", "in_use", "expired"),)
    said = render_diff_text(found, "en", width=1_000)
    assert (
        "violated, waived until 2026-12-01 → violated\n" in said
        and "State: in use → expired, no effect" in said
    )
    assert "No answer that this rule looks at changed; what did: the as-of date, its waivers." in said


def test_a_waiver_of_one_record_is_none_of_a_breach_by_some_other() -> None:
    """That another record breaks the rule, whichever of them, may be certain although of none alone it is."""
    made = judged(changes={"service.endpoints": shown_records(site=False, app=None)})
    waiver = Waiver(SHOWN, "site", "in work", "board", date(2026, 12, 1), Location(FILE, 90, 5))
    whole = next(one for one in made.findings if one.rule.id == SHOWN)
    parts = tuple(changed(part, waiver=waiver) if part.key == "site" else part for part in whole.parts)

    def counting(standing: Standing) -> Assessment:
        one = changed(whole, parts=parts, without_waived=standing)
        return changed(made, findings=tuple(one if had is whole else had for had in made.findings))

    mild, grave = counting(Standing.UNDECIDED), counting(Standing.VIOLATED)
    told = [next(one for one in document(some)["findings"] if one["rule"] == SHOWN) for some in (mild, grave)]  # type: ignore[union-attr,index,call-overload]
    assert [state_of(one).waived for one in told] == ["2026-12-01", None]
    assert between(mild, grave).regression.gate is Gate.REGRESSION
    assert between(grave, mild).regression.gate is Gate.PASS


def test_a_new_breach_with_a_waiver_is_a_regression_all_the_same() -> None:
    """A waiver says that it is accepted, not that it is no worse."""
    found = between(judged(), judged(changes={"service.retention": NONE}, waivers=(WAIVER,)))
    assert only(found).group is Group.WORSE and only(found).new.waived == "2026-12-01"
    assert found.regression.gate is Gate.REGRESSION and found.regression.rules == (LOGS,)


def test_the_heaviest_comes_first() -> None:
    """A hard stop before all, whatever the order of the rules."""
    found = between(judged(), judged(changes={"service.retention": NONE, "service.tokens": True}))
    said = render_diff_text(found, "en")
    assert "Worse (2)" in said and said.index(TOKENS) < said.index(LOGS)


def test_rules_that_change_alike_are_told_together() -> None:
    """Where a scope ends many rules no longer apply; no rule is left out, and in full each stands alone."""
    found = between(judged(), judged(changes={"service.public": False}))
    alike = [one.face.rule for one in found.group(Group.OTHER)]
    assert len(alike) == 5
    said = render_diff_text(found, "en", width=1_000)
    assert "Changed otherwise (5)" in said and "5 rules alike" in said
    assert all(rule in said for rule in alike) and said.count("satisfied → not applicable") == 2
    full = render_diff_text(found, "en", width=1_000, full=True)
    assert "rules alike" not in full and full.count("satisfied → not applicable") == 6


def test_advice_is_told_apart_and_never_a_regression() -> None:
    found = between(judged(), judged(changes={"service.staff": 2}))
    assert only(found).face.binding is False and only(found).direction is Direction.WORSE
    assert found.regression.gate is Gate.PASS
    assert not list(found.group(Group.WORSE)) and list(found.group(Group.WORSE, binding=False))
    said = render_diff_text(found, "en", width=1_000)
    assert (
        "Advice, does not count" in said and "satisfied → violated (worse)" in said and "Worse (" not in said
    )


def test_a_rule_that_becomes_binding() -> None:
    """What was advice before weighed nothing then."""
    old, new = document(BREACH), json.loads(json.dumps(document(BREACH)))
    for finding in old["findings"]:  # type: ignore[union-attr]
        if finding["rule"] == LOGS:  # type: ignore[call-overload, index]
            finding.update(severity="recommended", binding=False)  # type: ignore[union-attr]
    old["verdict"] = "ready"
    found = compare(old, new, KNOWN)
    assert only(found).group is Group.WORSE and only(found).severity_was == "recommended"
    assert "Weight: recommended → mandatory" in render_diff_text(found, "en")
    assert compare(new, old, KNOWN).rules[0].group is Group.BETTER


def test_a_breach_that_newly_binds_is_a_regression_also_where_the_verdict_was_bad_before() -> None:
    found = compare(
        document_with(BREACH, LOGS, severity="recommended", binding=False), document(BREACH), KNOWN
    )
    assert found.verdict is Direction.SAME
    assert (found.regression.rules, found.regression.new_rules) == ((), (LOGS,))
    assert found.regression.gate is Gate.REGRESSION
    assert "1 newly applicable binding rule not met" in render_diff_text(found, "en", width=1_000)


def test_a_rule_that_newly_applies_is_told_apart() -> None:
    old = judged(changes={"service.public": False})
    found = between(old, BREACH)
    assert found.regression.new_rules == (LOGS,) and found.regression.rules == ()


def test_what_would_be_so_in_scope_is_told() -> None:
    old = document_with(judged(), LOGS, outcome="undecided", standing="undecided", if_in_scope="satisfied")
    new = document_with(judged(), LOGS, outcome="undecided", standing="undecided", if_in_scope="violated")
    found = compare(old, new, KNOWN)
    assert only(found).group is Group.OTHER and found.regression.gate is Gate.PASS
    assert "If in scope (not counted): satisfied → violated" in render_diff_text(found, "en", width=1_000)


def test_a_worse_verdict_is_a_regression_by_itself() -> None:
    found = compare(document(judged()), {**document(judged()), "verdict": "not_ready"}, KNOWN)
    assert found.rules == () and found.regression.gate is Gate.REGRESSION


# Records


def test_records_are_told_by_their_key_and_may_move_both_ways() -> None:
    old = judged(changes={"service.endpoints": shown_records(site=False, app=True, old=True)})
    new = judged(changes={"service.endpoints": shown_records(site=True, app=False, new=None)})
    found = between(old, new)
    by_group = {one.group: one for one in found.rules}
    assert set(by_group) == {Group.WORSE, Group.BETTER} and {one.face.rule for one in found.rules} == {SHOWN}
    worse = {one.record: one.new.standing for one in by_group[Group.WORSE].records if one.new}
    assert worse == {"app": "violated", "new": "undecided"}
    assert [one.record for one in by_group[Group.BETTER].records] == ["site"]
    assert found.regression.rules == (SHOWN,)
    said = render_diff_text(found, "en", width=1_000)
    assert "app: satisfied → violated" in said and "new: not listed → undecided" in said


def test_a_record_that_goes_away_takes_its_breach_with_it() -> None:
    old = judged(changes={"service.endpoints": shown_records(site=False, app=True)})
    new = judged(changes={"service.endpoints": shown_records(app=True)})
    there, back = only(between(old, new)), only(between(new, old))
    assert there.group is Group.BETTER and [one.record for one in there.records] == ["site"]
    assert back.group is Group.WORSE and back.records[0].old is None


# Limits


def test_a_limit_that_ran_out() -> None:
    running = {"service.started_on": date(2026, 11, 20), "service.filed_on": NONE}
    found = between(judged(changes=running), judged(changes=running, as_of=date(2027, 1, 15)))
    assert only(found).ran_out == "2026-11-30" and only(found).group is Group.WORSE
    for text in (render_diff_text(found, "en", width=1_000), render_diff_markdown(found, "en")):
        assert (
            "Limits that ran out since (1)" in text
            and "a limit was running until 2026-11-30; that day has passed" in text
        )


def test_a_limit_that_ends_on_another_day() -> None:
    def running(day: int) -> Assessment:
        return judged(changes={"service.started_on": date(2026, 11, day), "service.filed_on": NONE})

    found = between(running(19), running(20))
    assert only(found).direction is Direction.OTHER and found.regression.gate is Gate.PASS
    assert "due 2026-11-29 → due 2026-11-30" in render_diff_text(found, "en")


def test_a_running_limit_is_worse_but_no_regression() -> None:
    """As `check`, which fails for it only when asked to."""
    running = judged(changes={"service.started_on": date(2026, 11, 20), "service.filed_on": NONE})
    found = between(judged(), running)
    assert only(found).group is Group.DUE and found.regression.gate is Gate.PASS
    past = between(judged(), judged(changes={"service.filed_on": date(2026, 6, 10)}))
    assert only(past).group is Group.WORSE and past.regression.gate is Gate.PASS


def document_with(made: Assessment, rule: str, record: str | None = None, **said: object) -> dict[str, Any]:
    """The document of an assessment in which a rule, or a record of it, says something else."""
    found: dict[str, Any] = json.loads(json.dumps(document(made)))
    (finding,) = (one for one in found["findings"] if one["rule"] == rule)
    if record is not None:
        (finding,) = (one for one in finding["parts"] if one["record"] == record)
    finding.update(said)
    return found


def test_a_limit_that_was_kept_is_never_said_to_have_run_out() -> None:
    """Also where another record of the rule is violated all the time."""
    made = judged(changes={"service.endpoints": shown_records(a=False, b=True)})
    running = document_with(made, SHOWN, "b", outcome="pending", due="2026-12-01")
    later = {**document(made), "as_of": "2026-12-05"}
    (kept,) = compare(running, later, KNOWN).rules
    assert kept.direction is Direction.BETTER
    assert "has passed" not in render_diff_text(compare(running, later, KNOWN), "en", width=1_000)
    missed = {**document_with(made, SHOWN, "b", outcome="violated"), "as_of": "2026-12-05"}
    (change,) = compare(running, missed, KNOWN).rules
    assert [(one.record, one.ran_out) for one in change.records] == [("b", "2026-12-01")]
    said = render_diff_text(compare(running, missed, KNOWN), "en", width=1_000)
    assert "Limits that ran out since (1)" in said
    assert "b: a limit was running until 2026-12-01; that day has passed" in said


def test_a_limit_of_a_list_is_told_by_record_only() -> None:
    made = judged(changes={"service.endpoints": shown_records(a=True, b=False)})
    running = document_with(made, SHOWN, outcome="pending", standing="pending", due="2026-12-01")
    for finding in running["findings"]:
        for part in finding["parts"]:
            part.update(outcome="pending", due="2026-12-01" if part["record"] == "b" else "2026-12-03")
    (worse, _) = compare(running, {**document(made), "as_of": "2026-12-05"}, KNOWN).rules
    assert worse.ran_out is None and [one.ran_out for one in worse.records] == ["2026-12-01"]


def test_a_breach_before_the_last_day_is_no_limit_that_ran_out() -> None:
    running = document_with(judged(), LOGS, outcome="pending", standing="pending", due="2026-12-01")
    assert only(compare(running, {**document(BREACH), "as_of": "2026-12-01"}, KNOWN)).ran_out is None
    assert only(compare(running, {**document(BREACH), "as_of": "2026-12-02"}, KNOWN)).ran_out == "2026-12-01"


def test_a_limit_that_was_missed_and_made_good_is_told() -> None:
    running = {"service.started_on": date(2026, 11, 20), "service.filed_on": NONE}
    late = {**running, "service.filed_on": date(2027, 1, 10)}
    found = between(judged(changes=running), judged(changes=late, as_of=date(2027, 1, 15)))
    assert only(found).new.standing == "past" and only(found).ran_out == "2026-11-30"
    assert "Limits that ran out since (1)" in render_diff_text(found, "en")


# What accounts for it


def test_changed_answers_that_a_rule_looks_at() -> None:
    found = between(judged(), judged(changes={"service.retention": NONE, "service.staff": 4}))
    by_rule = {one.face.rule: one for one in found.rules}
    assert by_rule[LOGS].looked_at == ("service.retention",) and by_rule[STAFF].looked_at == (
        "service.staff",
    )
    assert {one.path: one.looked_at_by for one in found.answers} == {
        "service.retention": (LOGS,),
        "service.staff": (STAFF,),
    }


def test_what_hangs_on_the_scope_of_a_pack_is_told_once() -> None:
    found = between(judged(), judged({}))
    said = render_diff_text(found, "en", width=1_000)
    changes = [one.face.rule for one in found.group(Group.OPEN)]
    assert "(hard stop)" in said  # on its own
    assert len(changes) > 2 and f"Newly undecided ({len(changes)})" in said
    assert said.count("cannot say whether it applies") == 1 and all(rule in said for rule in changes)
    full = render_diff_text(found, "en", width=1_000, full=True)
    assert "cannot say whether it applies" not in full and all(f"  {rule}" in full for rule in changes)


def test_what_would_be_broken_in_scope_is_told_by_itself() -> None:
    found = between(judged(), judged({"service.retention": NONE}))
    said = render_diff_text(found, "en", width=1_000)
    assert "cannot say whether it applies" in said and f"  {LOGS}" in said
    assert "If in scope (not counted): violated" in said


def test_answers_about_the_record_that_moved_come_first() -> None:
    old = judged(changes={"service.endpoints": shown_records(a=False, b=True, c=False)})
    new = judged(changes={"service.endpoints": shown_records(a=True, b=False, c=True)})
    by_group = {one.group: one.looked_at for one in between(old, new).rules}
    assert by_group[Group.WORSE][0] == "service.endpoints[b].shown"
    assert set(by_group[Group.BETTER][:2]) == {"service.endpoints[a].shown", "service.endpoints[c].shown"}


def test_what_a_record_hangs_on_is_told_where_another_is_violated() -> None:
    old = judged(changes={"service.endpoints": shown_records(a=False)})
    new = judged(changes={"service.endpoints": shown_records(a=False, b=None)})
    found = between(old, new)
    assert only(found).group is Group.OPEN and only(found).new.standing == "violated"
    said = render_diff_text(found, "en", width=1_000)
    assert "Depends on: service.endpoints[b].shown" in said or "[service.endpoints[b].shown]" in said


def test_why_is_told_of_the_records_that_moved() -> None:
    old = judged(changes={"service.endpoints": shown_records(a=False, b=True)})
    new = judged(changes={"service.endpoints": shown_records(a=False, b=False)})
    said = render_diff_text(between(old, new), "en", width=1_000)
    assert "Why: b: Number shown: no" in said and "Why: a:" not in said


def test_without_the_rule_book_only_open_facts_are_known() -> None:
    old, new = document(judged(without("service.tokens"))), document(judged())
    (one,) = compare(old, new).rules
    assert (one.looked_at, one.looks_known) == (("service.tokens",), False)
    (other,) = compare(document(judged()), document(BREACH)).rules
    assert (other.looked_at, other.looks_known) == ((), False)
    assert "No answer" not in render_diff_text(compare(document(judged()), document(BREACH)), "en")


def test_counsels_views_are_among_what_a_rule_looks_at() -> None:
    found = between(viewed("not_covered"), viewed("covered"))
    assert only(found).face.rule == ABROAD and only(found).looked_at == ("reading.abroad",)
    (view,) = found.views
    assert view.differing == (("view", "not_covered", "covered"),)
    assert "• Provider abroad\n  reading.abroad\n  View: not covered → covered\n" in render_diff_text(
        found, "en"
    )
    assert "意见：不适用 → 适用" in render_diff_text(found, "zh")
    unknown = compare(document(viewed("not_covered")), document(viewed("covered")))
    assert "View: not_covered → covered" in render_diff_text(unknown, "en")


def viewed(view: str) -> Assessment:
    made = judged(changes={"reading.abroad": view})
    said = View("reading.abroad", view, "counsel", date(2026, 1, 1), "", PLACE)
    return changed(made, manifest=changed(made.manifest, readings={"reading.abroad": said}))


# Answers


def test_answers_that_were_given_changed_and_taken_away() -> None:
    old = judged({**without("service.staff"), "service.kinds": frozenset(["wallet"])})
    new = judged({**without("service.tokens"), "service.kinds": frozenset(["explorer"])})
    kinds = {one.path: one.kind for one in between(old, new).answers}
    assert kinds == {"service.staff": "added", "service.tokens": "removed", "service.kinds": "changed"}
    said = render_diff_text(between(old, new), "zh", width=1_000)
    assert "钱包 → 浏览器" in said and "未回答 → 3" in said and "否 → 未回答" in said


def phone(value: Value | None, **digests: str | None) -> Assessment:
    made = judged(without() if value is None else {**WELL, "contact.phone": value})
    return changed(made, manifest=changed(made.manifest, **digests))


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (phone("1", digest="1"), phone("1", digest="2"), ["masked"]),
        (phone("1", digest="1"), phone("2", digest="2"), ["masked"]),
        (phone(HELD, digest="1"), phone("2", digest="2"), ["masked"]),
        (phone("1"), phone("1"), []),  # the same bytes
        (phone("1", digest="1"), phone(NONE, digest="2"), ["changed"]),
        (phone(NONE, digest="1"), phone("1", digest="2"), ["changed"]),
        (phone(NONE, digest="1"), phone(NONE, digest="2"), []),
        (phone(None, digest="1"), phone("1", digest="2"), ["added"]),
        (phone("1", digest="1"), phone(None, digest="2"), ["removed"]),
    ],
)
def test_sensitive_answers_are_not_compared_where_they_are_masked(
    old: Assessment, new: Assessment, kinds: list[str]
) -> None:
    found = between(old, new)
    assert [one.kind for one in found.answers] == kinds
    if kinds == ["masked"]:
        assert "Sensitive answers that cannot be compared" in render_diff_text(found, "en")
        assert "无法比较的敏感信息" in render_diff_markdown(found, "zh")


def test_a_rule_that_looks_at_what_cannot_be_compared() -> None:
    """It may have changed: so it is named on both sides, and nobody says that no answer changed."""
    known = Known({LOGS: frozenset({"contact.phone", "service.retention"})})
    old = document_with(phone("1", digest="1"), LOGS)
    broken = {"outcome": "violated", "standing": "violated", "standing_with_waivers": "violated"}
    new = document_with(phone("2", digest="2"), LOGS, **broken)
    found = compare(old, new, known)
    assert only(found).perhaps == ("contact.phone",) and only(found).looked_at == ()
    assert [one.looked_at_by for one in found.answers] == [(LOGS,)]
    said = render_diff_text(found, "en", width=1_000)
    assert "Sensitive answers that it looks at cannot be compared: Phone" in said and "No answer" not in said


def test_a_report_changed_to_be_waived_without_a_waiver_is_compared() -> None:
    old = json.loads(json.dumps(document(BREACH)))
    new = json.loads(json.dumps(old))
    (finding,) = [one for one in new["findings"] if one["rule"] == LOGS]
    finding["standing_with_waivers"] = "holds"
    assert compare(old, new, KNOWN).nothing


def test_a_private_file_with_the_same_bytes_has_the_same_answers() -> None:
    def private(digest: str) -> Assessment:
        made = judged({**WELL, "contact.phone": "13800000000"})
        places = {**made.manifest.locations, "contact.phone": Location("svc/compliance.private.yaml", 3, 3)}
        own = changed(made.manifest, locations=places, private_digest="p", digest=digest)
        return changed(made, manifest=own)

    assert between(disclosed(private("1")), disclosed(private("2"))).answers == ()
    masked = between(private("1"), private("2"))
    assert [one.kind for one in masked.answers] == ["masked"]  # No digest is stated, so nobody can say.


def test_disclosed_answers_are_compared_and_the_comparison_says_so() -> None:
    old, new = disclosed(phone("13800000000", digest="1")), disclosed(phone("13900000000", digest="2"))
    found = between(old, new)
    assert [one.kind for one in found.answers] == ["changed"]
    said = render_diff_text(found, "en", width=1_000)
    assert "13800000000 → 13900000000" in said and "Sensitive answers are not masked" in said
    half = between(phone("13800000000", digest="1"), new)
    assert [one.kind for one in half.answers] == ["masked"]
    for text in (render_diff_text(half, "en"), render_diff_markdown(half, "en"), render_diff_json(half)):
        assert "13900000000" not in text


@pytest.mark.parametrize("render", [render_diff_json, lambda found: render_diff_text(found, "en")])
def test_sensitive_values_never_appear(render: Callable[[Comparison], str]) -> None:
    old, new = phone("13800000000", digest="1"), phone("13900000000", digest="2")
    for pair in ((old, new), (phone(None), new), (old, phone(None)), (old, phone(NONE))):
        assert not any(number in render(between(*pair)) for number in ("13800000000", "13900000000"))


# Beside the rules


def test_evidence_that_went_missing_expired_came_and_went() -> None:
    def entry(name: str, expires: date | None = None) -> EvidenceEntry:
        return EvidenceEntry(name, "receipt", (LOGS,), f"{name}.pdf", None, "1" * 64, None, expires, PLACE)

    kept = entry("kept", date(2026, 11, 25))
    files = {name: EvidenceFile("1" * 64) for name in ("kept", "lost", "gone", "come")}
    old = judged(evidence=(kept, entry("lost"), entry("gone")), files=files)
    new = judged(
        evidence=(kept, entry("lost"), entry("come")),
        files={**files, "lost": EvidenceFile(None)},
        as_of=date(2026, 11, 26),
    )
    found = between(old, new)
    by_id = {one.id: one for one in found.evidence}
    assert by_id["kept"].differing == (("state", "ok", "expired"),)
    assert by_id["lost"].differing == (("state", "ok", "missing"),)
    assert by_id["gone"].new is None and by_id["come"].old is None
    assert "State: as noted → missing" in render_diff_text(found, "en")


def test_another_file_in_the_place_of_evidence() -> None:
    """Also where no digest is noted that it would differ from."""
    entry = EvidenceEntry("receipt", "receipt", (LOGS,), "receipt.pdf", None, None, None, None, PLACE)

    def with_file(digest: str) -> Assessment:
        return judged(evidence=(entry,), files={"receipt": EvidenceFile(digest)})

    found = between(with_file("1" * 64), with_file("2" * 64))
    assert not found.nothing and [one.differing for one in found.evidence] == [
        (("found", "1" * 64, "2" * 64),)
    ]
    assert f"SHA-256 of the file: {'1' * 64} → {'2' * 64}" in render_diff_text(found, "en", width=1_000)


def test_a_new_waiver_beside_one_that_expired() -> None:
    after = changed(WAIVER, expires=date(2027, 6, 1))
    found = between(
        judged(changes={"service.retention": NONE}, waivers=(WAIVER,)),
        judged(changes={"service.retention": NONE}, waivers=(WAIVER, after), as_of=date(2026, 12, 2)),
    )
    assert [(one.id, one.old is None) for one in found.waivers] == [(LOGS, False), (LOGS, True)]


def test_a_pack_that_applies_now() -> None:
    found = between(judged(without("service.public")), judged())
    (pack,) = found.packs
    assert pack.old and pack.new and (pack.old.applies, pack.new.applies) == ("open", "yes")
    assert "Applies: open → yes" in render_diff_text(found, "en")
    assert "是否适用：尚未确定 → 适用" in render_diff_text(found, "zh")


def test_planned_events_that_came() -> None:
    planned = {"service.filed_on": date(2026, 11, 26)}
    found = between(judged(changes=planned), judged(changes=planned, as_of=date(2026, 11, 27)))
    assert [(one.id, one.new) for one in found.planned] == [("service.filed_on", None)]


def test_packs_with_another_version_or_content() -> None:
    def of(version: str, digest: str) -> Assessment:
        made = judged()
        (status,) = made.packs
        pack = changed(status.pack, version=version, digest=digest)
        return changed(made, packs=(changed(status, pack=pack),), book=changed(made.book, digest=digest))

    found = between(of("1.2.0", "1"), of("1.3.0", "2"))
    (pack,) = found.packs
    assert pack.old and pack.new and (pack.old.version, pack.new.version) == ("1.2.0", "1.3.0")
    said = render_diff_text(found, "en", width=1_000)
    assert (
        "1.2.0 → 1.3.0" in said
        and "The rules are not the same" in said
        and "No rule stands otherwise" in said
    )
    assert "with other content" in render_diff_text(between(of("1", "1"), of("1", "2")), "en")


# Rules of one side


def test_a_rule_that_comes_into_force_counts_and_is_told_apart() -> None:
    new = BREACH
    waiting = changed(
        judged(), findings=tuple(f for f in judged().findings if f.rule.id != LOGS), not_in_force=(LOGS,)
    )
    found = between(waiting, new)
    (one,) = found.only_new
    assert (one.face.rule, one.cause, one.state.standing) == (LOGS, Cause.IN_FORCE, "violated")
    assert found.rules == () and found.regression.new_rules == (LOGS,) and found.regression.rules == ()
    assert found.regression.gate is Gate.REGRESSION
    assert "in force now, not on 2026-11-24: violated" in render_diff_text(found, "en")
    back = between(new, waiting)
    assert [one.face.rule for one in back.only_old] == [LOGS] and back.regression.gate is Gate.PASS
    met = between(waiting, judged())
    assert met.regression.gate is Gate.PASS and len(met.only_new) == 1


def test_a_rule_that_a_new_version_of_the_pack_brings() -> None:
    before = changed(judged(), findings=tuple(f for f in judged().findings if f.rule.id != LOGS))
    assert between(before, BREACH).only_new[0].cause is Cause.RULES


# Other packs


def test_verdicts_of_rules_that_share_no_pack_are_not_compared() -> None:
    """What other rules say of a service is neither better nor worse than what these say."""
    packs = tuple(changed(one, pack=changed(one.pack, id="other")) for one in BREACH.packs)
    rules = (changed(one.rule, id=f"other.{one.rule.id}", pack="other") for one in BREACH.findings)
    findings = tuple(changed(one, rule=rule) for one, rule in zip(BREACH.findings, rules, strict=True))
    found = between(judged(), changed(BREACH, packs=packs, findings=findings))
    assert not found.same_packs and found.regression.gate is Gate.CANNOT_SAY
    for lang, said in (("en", "assessed: order then, other now."), ("zh", "此前：order；现在：other。")):
        text = render_diff_text(found, lang, width=1_000)
        assert ("cannot be compared" if lang == "en" else "不可比较") in text and said in text


def test_partial_and_whole_runs_are_never_silently_a_pass() -> None:
    partial = changed(judged(), partial=("order",))
    for pair in ((judged(), partial), (partial, judged())):
        found = between(*pair)
        assert not found.same_packs and found.regression.gate is Gate.CANNOT_SAY and not found.nothing
        said = render_diff_text(found, "en", width=1_000)
        assert "Not the same rule packs were assessed" in said and "cannot be compared" in said
        assert "Regression: cannot say" in said
    said = render_diff_text(between(partial, changed(partial, as_of=date(2026, 11, 25))), "en", width=1_000)
    assert "Assessed: only order\n" in said  # the same packs both times
    worse = between(partial, BREACH)
    assert worse.regression.gate is Gate.REGRESSION and worse.regression.verdict is False
    assert between(partial, partial).regression.gate is Gate.PASS


def test_a_pack_that_is_no_longer_assessed() -> None:
    gone = changed(judged(), packs=(), findings=())
    assert between(judged(), gone).regression.gate is Gate.CANNOT_SAY
    assert {one.cause for one in between(judged(), gone).only_old} == {Cause.PACK}
    assert between(gone, judged()).regression.gate is Gate.PASS
    assert between(gone, BREACH).regression.new_rules == (LOGS,)


# Beside


def test_what_must_be_known_is_said() -> None:
    other = changed(judged(), manifest=changed(judged().manifest, file="other/compliance.yaml"))
    later = judged(as_of=date(2026, 11, 20), as_of_given=True)
    said = render_diff_text(between(judged(), other), "en", width=1_000)
    assert "two are of different files by name, svc/compliance.yaml and other/compliance.yaml" in said
    said = render_diff_text(between(judged(), later), "en", width=1_000)
    assert "as of an earlier day" in said and "New: judged as of a date given by hand (2026-11-20)" in said


def test_final_and_verdict() -> None:
    said = render_diff_text(between(judged(), judged(without("service.tokens"))), "en", width=1_000)
    assert "Verdict: READY → INCOMPLETE (worse)" in said
    assert "Final: yes → no, could still become blocked" in said
    assert "Regression: yes: the verdict got worse; 1 binding rule got worse" in said


# All pairs


VALUES: dict[str, st.SearchStrategy[Value | None]] = {
    "service.public": st.sampled_from([True, False, None]),
    "service.started_on": st.sampled_from([date(2026, 2, 10), date(2026, 11, 20), NONE, None]),
    "service.filed_on": st.sampled_from([date(2026, 2, 12), date(2026, 6, 10), NONE, None]),
    "service.retention": st.sampled_from([Quantity(6, "months"), NONE, None]),
    "service.tokens": st.sampled_from([True, False, None]),
    "service.staff": st.sampled_from([2, 3, None]),
    "reading.abroad": st.sampled_from(["covered", "not_covered", None]),
    "contact.phone": st.sampled_from(["1", "2", NONE, HELD, None]),
    "service.endpoints": st.dictionaries(
        st.sampled_from(["a", "b", "c"]), st.sampled_from([True, False, None]), max_size=3
    ).map(lambda found: shown_records(**found)),
}
WAIVERS = st.sampled_from([(), (WAIVER,), (Waiver(SHOWN, "a", "r", "p", date(2026, 11, 28), PLACE),)])
DAYS = st.sampled_from([date(2026, 11, 24), date(2026, 11, 30), date(2026, 12, 8)])
MADE = st.builds(
    lambda answers, waivers, day: document(
        judged({k: v for k, v in answers.items() if v is not None}, waivers=fitting(answers, waivers), as_of=day)
    ),
    st.fixed_dictionaries(VALUES),
    WAIVERS,
    DAYS,
)  # fmt: skip


def fitting(answers: dict[str, Any], waivers: tuple[Waiver, ...]) -> tuple[Waiver, ...]:
    records = answers.get("service.endpoints")
    keys = {entry.key for entry in records.entries} if records else set()
    return tuple(one for one in waivers if one.record is None or one.record in keys)


SCHEMA = Draft202012Validator(comparison_schema())


def fits_its_schema(found: Comparison) -> bool:
    return SCHEMA.is_valid(json.loads(render_diff_json(found)))


def sides(found: Comparison, direction: Direction) -> set[tuple[str, frozenset[str | None]]]:
    return {
        (one.face.rule, frozenset(record.record for record in one.records))
        for one in found.rules
        if one.direction is direction
    }


@settings(max_examples=150, deadline=None)
@given(MADE, MADE)
def test_what_is_worse_one_way_is_better_the_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    there, back = compare(one, other, KNOWN), compare(other, one, KNOWN)
    for direction, mirrored in (
        (Direction.WORSE, Direction.BETTER),
        (Direction.BETTER, Direction.WORSE),
        (Direction.OTHER, Direction.OTHER),
    ):
        assert sides(there, direction) == sides(back, mirrored)
    mirror = {Direction.WORSE: Direction.BETTER, Direction.BETTER: Direction.WORSE}
    assert there.verdict is mirror.get(back.verdict, back.verdict)
    assert {(one.path, one.kind) for one in there.answers if one.comparable} == {
        (one.path, {"added": "removed", "removed": "added"}.get(one.kind, one.kind))
        for one in back.answers if one.comparable
    }  # fmt: skip
    assert there.only_old == back.only_new and there.only_new == back.only_old


@settings(max_examples=80, deadline=None)
@given(MADE)
def test_nothing_changes_of_itself(one: dict[str, Any]) -> None:
    found = compare(one, one, KNOWN)
    assert found.nothing and found.regression.gate is Gate.PASS


@settings(max_examples=150, deadline=None)
@given(MADE, MADE)
def test_nothing_that_changed_is_left_out(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Each finding that differs in class is told once in its direction; a worse verdict has a rule that got worse."""
    found = compare(one, other, KNOWN)
    told = {change.face.rule for change in found.rules}
    for before, after in zip(one["findings"], other["findings"], strict=True):
        if (before["standing"], before["outcome"]) != (after["standing"], after["outcome"]):
            assert before["rule"] in told
    worse = [c for c in found.rules if c.direction is Direction.WORSE and c.face.binding]
    if found.verdict is Direction.WORSE:
        assert worse and found.regression.gate is Gate.REGRESSION
    if found.regression.gate is Gate.PASS:
        assert found.verdict is not Direction.WORSE
        assert all(
            c.new.standing in ("pending", "past", "holds") or c.new.weight <= c.old.weight for c in worse
        )
    for lang in ("en", "zh"):
        assert render_diff_text(found, lang) and render_diff_markdown(found, lang)
    assert fits_its_schema(found)


RANKS = {"holds": 0, "past": 1, "pending": 2, "undecided": 3, "violated": 4}
OUTCOMES = {"satisfied": "holds", "not_applicable": "holds"}


def ranks(found: dict[str, Any]) -> dict[tuple[str, str | None], float]:
    """How bad each binding rule, and each record of it, is: reckoned anew from the document alone."""
    made: dict[tuple[str, str | None], float] = {}
    for finding in found["findings"]:
        if not finding["binding"]:
            continue
        parts = finding["parts"]
        broken = [part for part in parts if part["outcome"] == "violated" and not part["past"]]
        waived = finding["waiver"] or (broken and all(part["waiver"] for part in broken))
        made[finding["rule"], None] = rank(finding["standing"], waived, finding["hard_stop"])
        for part in parts:
            standing = "past" if part["past"] else OUTCOMES.get(part["outcome"], part["outcome"])
            key = finding["rule"], part["record"] or ""
            made[key] = rank(standing, part["waiver"] or finding["waiver"], finding["hard_stop"])
    return made


def rank(standing: str, waived: object, hard_stop: bool) -> float:
    return RANKS[standing] + (0 if standing != "violated" or waived else 0.5 + hard_stop / 4)


@settings(max_examples=200, deadline=None)
@given(MADE, MADE)
def test_a_regression_is_what_the_page_says(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Something binding got worse and is open or broken now, or the verdict got worse. Nothing else is."""
    old, new = ranks(one), ranks(other)
    worse = {key for key, now in new.items() if now > old.get(key, 0) and now >= RANKS["undecided"]}
    order = ["ready", "out_of_scope", "incomplete", "not_ready", "blocked"]
    before, after = (max(order.index(side["verdict"]), 1) for side in (one, other))
    found = compare(one, other, KNOWN).regression
    assert {rule for rule, _ in worse} == {*found.rules, *found.new_rules}
    assert found.gate is (Gate.REGRESSION if worse or after > before else Gate.PASS)
    assert found.verdict is (after > before)


SILENT: dict[str, set[str]] = {
    "counts": set(), "exit_code": set(), "open_facts": set(), "topics": set(), "not_formalised": set(),
    "verdict_line": set(), "digests": set(), "format": set(), "version": set(), "program": set(),
    "sensitive_shown": set(),
    "answers": {"fact", "label", "location", "record", "hidden"},
    "evidence": {"location", "url", "found_sha256"},  # one of file and url; one of the digests
    "findings": {
        "because", "binding", "can_breach", "doubt", "due", "evidence", "evidence_wanted", "fix", "hard_stop",
        "location", "pack", "parts", "past", "penalty", "sources", "title", "topic", "waiver", "why",
    },
    "packs": {"decided_by", "subject", "title", "why"},
    "readings": {"location"},
    "waivers": {"location"},
}  # fmt: skip
"""What no comparison looks at: places, digests, and what follows from the rules, the day and the answers."""
ENUMERATED = {
    "verdict",
    "standing",
    "standing_with_waivers",
    "outcome",
    "worst",
    "location",
    "state",
    "waiver",
}


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value of a document, and to the last item of every list."""
    if isinstance(value, dict | list):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield from places(value[key], (*way, key))
        if isinstance(value, list) and value:
            yield (*way, None)
    else:
        yield way


def altered(found: dict[str, Any], way: tuple[Any, ...]) -> dict[str, Any]:
    """A copy of a document with another value, or an item less, at a place."""
    copy: Any = json.loads(json.dumps(found))
    *outer, last = way
    holder = copy
    for key in outer:
        holder = holder[key]
    if last is None:
        holder.pop()
        return dict(copy)
    value = holder[last]
    holder[last] = (not value) if isinstance(value, bool) else "2020-01-01" if value is None else f"{value}0"
    return dict(copy)


@pytest.mark.parametrize("name", ["parts", "vehicle-data"])
def test_nothing_changed_is_never_said_of_what_differs(name: str) -> None:
    """One change at a time, of each sort of value: it is told, or it follows from what would be told."""
    found = json.loads(json.dumps(document(assessment_of(name))))
    seen = set()
    for way in places(found):
        sort = tuple(key for key in way if isinstance(key, str))
        if sort in seen or ENUMERATED & {sort[-1]}:
            continue
        seen.add(sort)
        if compare(found, altered(found, way), KNOWN).nothing:
            inner = SILENT.get(sort[0])
            assert inner is not None and (not inner or sort[1] in inner), sort
    assert len(seen) > 100


# Hostile texts


@cache
def plain() -> Assessment:
    return SITUATIONS["parts"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_and_is_not_lost(text: str) -> None:
    found = between(plain(), hostile(text))
    assert fits_its_schema(found) and fits_its_schema(between(hostile(text), plain()))
    shown = " ".join(clean(text).split())
    for lang in ("en", "zh"):
        said = render_diff_text(found, lang, width=100_000)
        assert not set(said) & set("\x1b\x07\u202e\u2066\u200b\u2028\x85\t\r")
        # A runner would take the two signs for a command.
        assert shown.replace("##[", "# #[") in said
        page = render_diff_markdown(found, lang)
        parsed = MarkdownIt("gfm-like").parse(page)
        inner = [child for token in parsed for child in token.children or ()]
        assert not any(
            token.type.startswith(("html", "link", "image", "fence")) for token in (*parsed, *inner)
        )
        assert {token.tag for token in parsed if token.type == "heading_open"} <= {"h2", "h3"}
    again = json.loads(render_diff_json(found))
    assert clean(text) in json.dumps(again, ensure_ascii=False).encode().decode() or clean(text) in [
        one["id"] for one in again["evidence"]
    ]


def test_documents_from_anywhere_are_made_safe() -> None:
    """The comparison does not rely on whoever made them."""
    old, new = json.loads(json.dumps(document(judged()))), json.loads(json.dumps(document(BREACH)))
    new["file"] = "a\x1b[31m\ud800"
    new["findings"][1]["title"] = {"en": "\u202etitle", "zh": "\u202e"}
    found = compare(old, new)
    said = render_diff_text(found, "en") + render_diff_markdown(found, "en") + render_diff_json(found)
    assert said.encode() and "\x1b" not in said and "\u202e" not in said and "<U+D800>" in said


def test_colour_and_plain_characters() -> None:
    found = between(judged(), BREACH)
    painted = render_diff_text(found, "en", colour=True)
    assert "\x1b[31m" in painted and "\x1b" not in render_diff_text(found, "en")
    assert render_diff_text(found, "en", unicode=False).isascii()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1, 20, 30, 40, 80, 120])
def test_narrow_terminals(width: int, lang: str) -> None:
    """Lines keep to the width; what has no place to break, such as a path, may stand out alone on its line."""
    old = judged(changes={"service.endpoints": shown_records(site=False, app=True)})
    found = between(old, judged({"service.endpoints": shown_records(app=None)}, as_of=date(2026, 11, 30)))
    for line in render_diff_text(found, lang, width=width, unicode=False, colour=False).splitlines():
        assert text_width(line) <= max(width, MIN_WIDTH) or max(map(text_width, line.split())) > 12, line


def test_a_waiver_that_is_no_longer_allowed() -> None:
    old = changed(BREACH, waivers=((WAIVER, WaiverState.IN_USE),))
    new = changed(BREACH, waivers=((WAIVER, WaiverState.NOT_ALLOWED),))
    (one,) = between(old, new).waivers
    assert one.id == LOGS and one.differing == (("state", "in_use", "not_allowed"),)


def test_records_that_may_follow_the_listed_ones() -> None:
    more = Records((Record("site", {"service.endpoints.shown": True}),), complete=False)
    found = only(between(judged(), judged(changes={"service.endpoints": more})))
    assert found.group is Group.OPEN and [one.record for one in found.records] == [None]
    assert "further entries: not listed → undecided" in render_diff_text(
        between(judged(), judged(changes={"service.endpoints": more})), "en"
    )
