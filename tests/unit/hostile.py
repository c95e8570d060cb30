"""Texts that try to be more than text, in every field of a report that a person can fill."""

from __future__ import annotations

from datetime import date

from sample_book import judged, two

from compliance.assessment.model import Assessment, EvidenceFile
from compliance.errors import Gravity, Location, Problem
from compliance.facts.manifest import EvidenceEntry, View, Waiver
from compliance.facts.values import Record, Records
from compliance.frozen import changed

HOSTILE = (
    "a | b || c \\| d \\",
    "| --- | --- |",
    "`code` ``two`` ``` fence",
    "```\nfence",
    "# heading",
    "one\n\n# heading\n\n- item",
    "one\n---\ntwo",
    "---",
    "===",
    "- item",
    "+ item",
    "* item",
    "1. one",
    "123456789) one",
    "- [ ] task",
    "> quote",
    "**bold** __bold__ *it* _it_ ~~gone~~ ~gone~",
    "[link](https://evil.example) ![image](https://evil.example/a.png)",
    "[ref]: https://evil.example",
    "[^1]: note [^1]",
    "https://evil.example www.evil.example www.1.cn ftp://evil.example a@evil.example mailto:a@evil.example",
    "<https://evil.example>",
    "<script>alert(1)</script>",
    "<b>bold</b><!-- comment --><img src=x onerror=alert(1)>",
    "&lt;b&gt; &#42; &amp;",
    "$x$ $$y$$",
    ":smile: :+1:",
    "@octocat #12 GH-12 octocat/repo#1",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+1",
    "-1",
    "\t=1",
    "\r=1",
    "＝1+1",
    '"quoted", "twice"',
    " outer blanks ",
    "\x1b]0;title\x07\x1b[31mred",
    "a\u202eb\u2066c\u200bd\ufeff",
    "\u3000= full width",
    "[red]markup[/red] [/foo]",
    "::error::command ##[group]x",
    "{{ 7*7 }} {% raw %} ${HOME}",
    "“引号”（括号）。**粗体**",
    "    indented code",
    "line\u2028separator\u0085next",
)


def hostile(text: str) -> Assessment:
    """An assessment with that text wherever one can stand."""
    made = judged(
        changes={"service.endpoints": Records((Record(text, {"service.endpoints.shown": False}),), False)},
        waivers=(Waiver("order.11.show-number", text, text, text, date(2027, 12, 1), Location(text, 1, 1)),),
        evidence=(
            EvidenceEntry(text, text, (text,), text, None, "0" * 64, None, date(2026, 12, 1), Location(text)),
            EvidenceEntry("url", None, ("order.11.keep-logs",), None, text, None, None, None, Location(text)),
        ),
        files={text: EvidenceFile(None)},
    )
    place = Location(text, 3, 4)
    manifest = changed(
        made.manifest,
        file=text,
        readings={
            "reading.abroad": View("reading.abroad", "not_covered", text, date(2026, 1, 1), text, place)
        },
        warnings=(Problem("manifest.sensitive_in_public", place, {"fact": text}, Gravity.WARNING),),
    )
    findings = tuple(
        changed(
            finding,
            location=place,
            evidence=(text,),
            rule=changed(finding.rule, doubt=two(text, text), fix=two(text, text)),
        )
        for finding in made.findings
    )
    return changed(made, manifest=manifest, findings=findings, partial=(text,))
