"""What a manifest says that cannot be right for a rule book: unknown names, answers that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from compliance.conditions.evaluate import Evaluator
from compliance.conditions.judgement import Situation
from compliance.conditions.truth import HOLDS
from compliance.errors import Gravity, Location, Problem
from compliance.facts.manifest import Manifest
from compliance.facts.sanitise import clean
from compliance.facts.wording import typable
from compliance.packs.rulebook import Impossible, RuleBook


def reference_problems(book: RuleBook, manifest: Manifest, as_of: date) -> list[Problem]:
    """Waivers and evidence that name unknown rules, records or kinds, and impossible answers, by place."""
    found = [*_waivers(book, manifest), *_evidence(book, manifest), *_impossible(book, manifest, as_of)]
    return _in_order(found)


def doubtful_dates(manifest: Manifest, as_of: date) -> list[Problem]:
    """Warnings of views and evidence dated after the as-of date, and of evidence that expires before it is issued."""
    found = []
    for view in manifest.readings.values():
        if view.on > as_of:
            details = {"reading": view.reading, "on": view.on.isoformat(), "as_of": as_of.isoformat()}
            found.append(_warning("manifest.view_ahead", view.places.get("on", view.location), details))
    for entry in manifest.evidence:
        issued, expires = entry.issued, entry.expires
        if issued is not None and issued > as_of:
            details = {"id": clean(entry.id), "issued": issued.isoformat(), "as_of": as_of.isoformat()}
            found.append(
                _warning("manifest.evidence_ahead", entry.places.get("issued", entry.location), details)
            )
        if issued is not None and expires is not None and expires < issued:
            details = {"id": clean(entry.id), "issued": issued.isoformat(), "expires": expires.isoformat()}
            place = entry.places.get("expires", entry.location)
            found.append(_warning("manifest.evidence_expires_before", place, details))
    return _in_order(found)


def _warning(code: str, place: Location, details: dict[str, str]) -> Problem:
    return Problem(code, place, details, Gravity.WARNING)


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.location or Location(""), problem.code))


def _waivers(book: RuleBook, manifest: Manifest) -> list[Problem]:
    found = []
    for waiver in manifest.waivers:
        rule = book.rules.get(waiver.rule)
        if rule is None:
            found.append(_unknown_rule(waiver.rule, book, waiver.places.get("rule", waiver.location)))
        elif waiver.record is not None and not _is_unread(manifest, rule.parts):
            keys = _record_keys(manifest, rule.parts)
            if waiver.record not in keys:
                details = {
                    "rule": rule.id,
                    "record": clean(waiver.record),
                    "right": _near(waiver.record, keys),
                }
                place = waiver.places.get("record", waiver.location)
                found.append(Problem("manifest.unknown_record", place, details))
    return found


def _is_unread(manifest: Manifest, list_id: str | None) -> bool:
    """Whether a list stands in the manifest but says nothing, so that its records are not known."""
    return list_id is not None and list_id in manifest.locations and list_id not in manifest.answers


def _evidence(book: RuleBook, manifest: Manifest) -> list[Problem]:
    found = []
    for entry in manifest.evidence:
        for number, rule in enumerate(entry.rules):
            if rule not in book.rules:
                found.append(_unknown_rule(rule, book, entry.places.get(f"rules.{number}", entry.location)))
        if entry.kind is not None and entry.kind not in book.evidence_kinds:
            details = {"kind": clean(entry.kind), "right": _near(entry.kind, book.evidence_kinds)}
            place = entry.places.get("kind", entry.location)
            found.append(Problem("manifest.unknown_kind", place, details))
    return found


def _unknown_rule(written: str, book: RuleBook, place: Location) -> Problem:
    details = {"rule": clean(written), "right": _near(written, book.rules)}
    return Problem("manifest.unknown_rule", place, details)


def _record_keys(manifest: Manifest, list_id: str | None) -> list[str]:
    """The keys of a list's records; None of them when the rule is not about a list."""
    if list_id is None:
        return []
    prefix = f"{list_id}["
    return [
        path[len(prefix) : -1]
        for path in manifest.locations
        if path.startswith(prefix) and path.endswith("]")
    ]


def _near(written: str, known: Iterable[str]) -> str:
    """The names most like the one written; else the first few there are."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(written, names, 3, 0.5)
    return typable(*(close or names[:5])) if names else "–"


def _impossible(book: RuleBook, manifest: Manifest, as_of: date) -> list[Problem]:
    if not book.impossible:
        return []
    situation = Situation(book.vocabulary, manifest.answers, as_of, None, book.identifiers)
    evaluator = Evaluator(situation)
    return [
        _contradiction(one, manifest) for one in book.impossible if evaluator.evaluate(one.condition) == HOLDS
    ]


def _contradiction(one: Impossible, manifest: Manifest) -> Problem:
    """The problem at the first answer that takes part, the others beside it."""
    places = {fact: manifest.locations[fact] for fact in one.facts if fact in manifest.locations}
    ordered = sorted(set(places.values()))
    lines = ", ".join(f"{fact} ({place.line}:{place.column})" for fact, place in places.items())
    details = {"en": one.message.en, "zh": one.message.zh, "facts": lines or ", ".join(one.facts)}
    first = ordered[0] if ordered else Location(manifest.file)
    return Problem("manifest.impossible", first, details, related=tuple(ordered[1:]))
