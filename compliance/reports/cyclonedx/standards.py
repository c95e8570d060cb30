"""The law as CycloneDX knows it: instruments as standards, their provisions and our rules as requirements.

A rule stands below the first provision it rests on. Its properties say what the assessment found, as declarations have
no properties of their own. Texts are paraphrases.
"""

from __future__ import annotations

from compliance.assessment.model import Finding
from compliance.packs.rulebook import Article, Citation, Handling, Instrument, Rule
from compliance.reports.citation import penalty_text, provision_text, sources_text
from compliance.reports.cyclonedx.parts import Speaker, properties, rule_ref
from compliance.reports.distinctions import Pairs, of_finding, of_part, of_rule
from compliance.reports.json_parts import Json
from compliance.reports.words import say


def standards(speaker: Speaker) -> list[Json]:
    """The instruments of all rules considered, each with its provisions and rules."""
    assessment = speaker.assessment
    found: dict[str, list[tuple[Rule, Finding | None]]] = {}
    for finding in assessment.findings:
        found.setdefault(finding.rule.article.instrument, []).append((finding.rule, finding))
    for name in assessment.not_in_force:
        rule = assessment.book.rules[name]
        found.setdefault(rule.article.instrument, []).append((rule, None))
    instruments = assessment.book.instruments
    return [_standard(instruments[name], rules, speaker) for name, rules in found.items()]


def _standard(instrument: Instrument, rules: list[tuple[Rule, Finding | None]], speaker: Speaker) -> Json:
    made: dict[str, Json] = {"bom-ref": f"instrument:{instrument.id}", **_described(instrument, speaker)}
    provisions = dict.fromkeys(
        [
            *(rule.article.article for rule, _ in rules),
            *(
                citation.article
                for citation in speaker.assessment.not_formalised()
                if citation.instrument == instrument.id
            ),
        ]
    )
    made["requirements"] = [
        *(_provision(article, instrument, speaker) for article in provisions),
        *(_requirement(rule, finding, speaker) for rule, finding in rules),
    ]
    if instrument.url.startswith(("https://", "http://")):
        made["externalReferences"] = [{"type": "documentation", "url": instrument.url}]
    return made


def _described(instrument: Instrument, speaker: Speaker) -> dict[str, Json]:
    later = speaker.assessment.book.instruments.get(instrument.superseded_by or "")
    dates = instrument.in_force

    def replaced(lang: str) -> str:
        return speaker.words("superseded", instrument=later.short.get(lang))(lang) if later else ""

    return {
        "name": speaker.title(instrument.short.get),
        "version": speaker.title(instrument.number.get),
        "description": speaker.text(
            instrument.title.get,
            speaker.words("in_force", start=dates.start or "–", end=dates.end or "–"),
            replaced,
        ),
        "owner": speaker.title(instrument.issuer.get),
    }


def _provision(number: str, instrument: Instrument, speaker: Speaker) -> Json:
    """A provision by its own number; the property says if no rule checks it."""
    article = _article(number, instrument)
    cited = Citation(instrument.id, number)

    def named(lang: str) -> str:
        number, title = provision_text(cited, lang, instrument), article.title.get(lang) if article else ""
        return title if title.startswith(number) else f"{number} {title}".strip()

    made: dict[str, Json] = {
        "bom-ref": _provision_ref(cited),
        "identifier": number,
        "title": speaker.title(named),
    }
    pairs: Pairs = [("citation", str(cited))]
    if article is not None:
        pairs.append(("handled", article.handled.value))
        if article.handled is Handling.NOT_FORMALISED:
            made["descriptions"] = [speaker.text(speaker.words("unassessed"))]
    if instrument.superseded_by:
        pairs.append(("superseded-by", instrument.superseded_by))
    made["properties"] = properties(pairs)
    return made


def _article(number: str, instrument: Instrument) -> Article | None:
    return next((article for article in instrument.articles if article.number == number), None)


def _provision_ref(cited: Citation) -> str:
    return f"provision:{cited.instrument}#{cited.article}"


def _requirement(rule: Rule, finding: Finding | None, speaker: Speaker) -> Json:
    """A rule; without a finding it is not in force on the day."""
    instruments = speaker.assessment.book.instruments

    def penalty(lang: str) -> str:
        if rule.penalty is None:
            return ""
        return say("label", lang, label=say("penalty", lang), text=penalty_text(rule, instruments, lang))

    made: dict[str, Json] = {
        "bom-ref": rule_ref(rule),
        "identifier": rule.id,
        "title": speaker.title(rule.title.get),
        "text": speaker.text(rule.because.get),
        "descriptions": [
            said
            for said in (
                speaker.text(rule.fix.get),
                speaker.text(lambda lang: sources_text(rule.sources, instruments, lang)),
                speaker.text(penalty),
                speaker.text(rule.doubt.get) if rule.doubt else "",
            )
            if said
        ],
    }
    made["parent"] = _provision_ref(rule.article)
    made["properties"] = properties(of_rule(rule)) + _found(finding)
    return made


def _found(finding: Finding | None) -> list[Json]:
    """What the assessment found; records by their number, as keys may be any text."""
    if finding is None:
        return properties([("outcome", "not_in_force")])
    found = properties(of_finding(finding))
    for number, part in enumerate(finding.parts):
        found += properties(of_part(part), f"record:{number}:")
    return found
