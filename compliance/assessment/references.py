"""What a manifest says that cannot be right for a rule book: unknown names, answers that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from compliance.conditions.evaluate import Evaluator
from compliance.conditions.judgement import Situation
from compliance.conditions.truth import HOLDS
from compliance.errors import Location, Problem
from compliance.facts.manifest import Manifest
from compliance.facts.sanitise import clean
from compliance.packs.rulebook import Impossible, RuleBook


def reference_problems(book: RuleBook, manifest: Manifest, as_of: date) -> list[Problem]:
    """Waivers and evidence that name unknown rules, records or kinds, and impossible answers, by place."""
    found = [*_waivers(book, manifest), *_evidence(book, manifest), *_impossible(book, manifest, as_of)]
    return sorted(found, key=lambda problem: (problem.location or Location(""), problem.code))


def _waivers(book: RuleBook, manifest: Manifest) -> list[Problem]:
    found = []
    for waiver in manifest.waivers:
        rule = book.rules.get(waiver.rule)
        if rule is None:
            found.append(_unknown_rule(waiver.rule, book, waiver.location))
        elif waiver.record is not None:
            keys = _record_keys(manifest, rule.parts)
            if waiver.record not in keys:
                details = {
                    "rule": rule.id,
                    "record": clean(waiver.record),
                    "right": _near(waiver.record, keys),
                }
                found.append(Problem("manifest.unknown_record", waiver.location, details))
    return found


def _evidence(book: RuleBook, manifest: Manifest) -> list[Problem]:
    found = []
    for entry in manifest.evidence:
        found += [_unknown_rule(rule, book, entry.location) for rule in entry.rules if rule not in book.rules]
        if entry.kind is not None and entry.kind not in book.evidence_kinds:
            details = {"kind": clean(entry.kind), "right": _near(entry.kind, book.evidence_kinds)}
            found.append(Problem("manifest.unknown_kind", entry.location, details))
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
    return " / ".join(close or names[:5]) or "–"


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
