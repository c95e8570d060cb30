"""`compliance rules list`: the rules by pack, as text and as JSON (format `compliance-rules`, version 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance.packs.rulebook import Rule, RuleBook
from compliance.reports import json_parts as parts
from compliance.reports.citation import sources_text
from compliance.reports.json_parts import Json
from compliance.reports.text.layout import Page
from compliance.reports.words import say

FORMAT: Final = "compliance-rules"
VERSION: Final = 1


def render_rules(
    rules: Sequence[Rule],
    book: RuleBook,
    lang: str,
    *,
    width: int,
    colour: bool = False,
    unicode: bool = True,
) -> str:
    """The rules as text, in the packs' order."""
    page = Page(width, colour, unicode)
    packs = [pack for pack in book.packs.values() if any(rule.pack == pack.id for rule in rules)]
    for pack in packs:
        own = [rule for rule in rules if rule.pack == pack.id]
        title = {"title": pack.title.get(lang), "id": pack.id, "version": pack.version}
        page.heading(say("rules.pack", lang, n=len(own), **title))
        for rule in own:
            page.put(rule.title.get(lang), mark=page.symbol("item"))
            said = [rule.id, _severity(rule, lang), sources_text(rule.sources, book.instruments, lang)]
            page.put(page.symbol("dot").join(said), 2, keep=rule.id, style="dim")
    page.gap()
    page.put(say("rules.total", lang, n=len(rules), packs=say("list.packs", lang, n=len(packs))))
    return page.text()


def _severity(rule: Rule, lang: str) -> str:
    severity = say(f"severity.{rule.severity.value}", lang)
    if not rule.hard_stop:
        return severity
    return say("id", lang, text=severity, id=say("hard_stop", lang))


def rules_document(rules: Sequence[Rule], book: RuleBook) -> Json:
    """The rules as plain JSON values, in the packs' order."""
    shown = {rule.pack for rule in rules}
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": parts.program(),
        "digest": book.digest,
        "packs": [
            {"id": pack.id, "version": pack.version, "title": parts.both(pack.title), "subject": pack.subject}
            for pack in book.packs.values()
            if pack.id in shown
        ],
        "rules": [_rule(rule, book) for rule in rules],
    }


def _rule(rule: Rule, book: RuleBook) -> Json:
    return {
        "id": rule.id,
        "pack": rule.pack,
        "title": parts.both(rule.title),
        "severity": rule.severity.value,
        "binding": rule.severity.binding,
        "hard_stop": rule.hard_stop,
        "in_force": parts.period(rule.in_force),
        "sources": [
            {**parts.citation(source.citation, book.instruments), "verified": source.verified.value}
            for source in rule.sources
        ],
        "penalty": parts.citation(rule.penalty, book.instruments) if rule.penalty else None,
        "topic": rule.topic,
        "file": rule.file,
        "line": rule.line,
    }
