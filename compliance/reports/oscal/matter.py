"""What OSCAL documents say around the findings: metadata, the service, and resources to refer to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance import __version__
from compliance.assessment.model import EvidenceStatus, Finding, PackStatus
from compliance.conditions.sentence import option_text
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.manifest import View
from compliance.packs.rulebook import Instrument
from compliance.reports.distinctions import Pairs, of_pack, of_run, of_waiver, plain
from compliance.reports.evidence_words import evidence_lines, evidence_place, evidence_states
from compliance.reports.json_parts import Json, moment
from compliance.reports.json_v1 import dump
from compliance.reports.oscal.parts import OSCAL_VERSION, Writer, line, props
from compliance.reports.text.findings import waiver_text
from compliance.reports.text.notes import scope_lines
from compliance.reports.verdict_line import by_hand, verdict_line
from compliance.reports.words import say

_DIGITS: Final = 12
"""How many digits of its digest a document has in its version."""


def document(kind: str, title: str, writer: Writer, content: dict[str, Json]) -> bytes:
    """A whole document of the given kind, its version taken from all that it says.

    Args:
        title: the key of its title, which has a slot for the name of the service.
    """
    metadata: dict[str, Json] = {
        "title": writer.title(lambda lang: writer.words(title, name=writer.subject(lang))(lang)),
        "last-modified": moment(writer.assessment.as_of),
        "version": "",
        "oscal-version": OSCAL_VERSION,
        "props": props(of_run(writer.assessment)),
        "links": _links(writer),
        "remarks": writer.text(
            lambda lang: verdict_line(writer.assessment, lang),
            lambda lang: by_hand(writer.assessment, lang),
            lambda lang: "\n".join(scope_lines(writer.assessment, lang)),
            lambda lang: say("foot.not_advice", lang),
            writer.words("dates", day=writer.assessment.as_of.isoformat()),
            writer.words("two_states"),
        ),
    }
    made: dict[str, Json] = {"uuid": writer.uuid(kind), "metadata": metadata, **content}
    digest = sha256_hex(dump(made).encode())[:_DIGITS]
    metadata["version"] = f"{writer.assessment.as_of.isoformat()}.{digest}"
    return dump({kind: made}).encode()


def service(writer: Writer) -> Json:
    """What was assessed, as a component."""
    return {
        "uuid": writer.uuid("component"),
        "type": "this-system",
        "title": writer.title(writer.subject),
        "description": writer.text(
            writer.words("component.remarks"),
            lambda lang: say("file", lang, file=writer.assessment.manifest.file),
        ),
        "status": {"state": "other", "remarks": writer.text(writer.words("component.status"))},
    }


def assets(writer: Writer) -> Json:
    """What it was assessed with."""
    return {
        "components": [
            {
                "uuid": writer.uuid("tool"),
                "type": "software",
                "title": "compliance",
                "description": writer.text(writer.words("tool")),
                "props": props([("version", __version__)]),
                "status": {"state": "operational"},
            }
        ],
        "assessment-platforms": [
            {
                "uuid": writer.uuid("platform"),
                "title": "compliance",
                "uses-components": [{"component-uuid": writer.uuid("tool")}],
            }
        ],
    }


def evidence_reference(entry: str, writer: Writer) -> Json:
    """A piece of evidence as what an observation rests on."""
    status = next((one for one in writer.assessment.evidence if one.entry.id == entry), None)
    if status is None:
        return {"description": line(entry)}
    return {
        "href": f"#{writer.uuid('evidence', entry)}",
        "description": writer.text(lambda lang: "\n".join(evidence_lines(status, writer.assessment, lang))),
    }


def resources(writer: Writer, findings: Sequence[Finding]) -> Json:
    """Method, packs, the instruments that findings cite, evidence, waivers and counsel's views."""
    assessment = writer.assessment
    found = [_method(writer)]
    found += [_pack(status, writer) for status in assessment.packs]
    cited = {source.citation.instrument for finding in findings for source in finding.rule.sources}
    found += [_instrument(one, writer) for one in assessment.book.instruments.values() if one.id in cited]
    found += [_evidence(status, writer) for status in assessment.evidence]
    found += [_waiver(number, writer) for number in range(len(assessment.waivers))]
    found += [_view(view, writer) for view in assessment.manifest.readings.values()]
    return {"resources": found}


def method_reference(writer: Writer) -> Json:
    """Where the document says how it was assessed: in itself, as there is no plan in OSCAL."""
    return {
        "href": f"#{writer.uuid('method')}",
        "remarks": writer.text(writer.words("method.short")),
    }


def _links(writer: Writer) -> Json:
    """What the document as a whole rests on."""
    assessment = writer.assessment
    uuids = [
        writer.uuid("method"),
        *(writer.uuid("pack", status.pack.id) for status in assessment.packs),
        *(waiver_uuid(number, writer) for number in range(len(assessment.waivers))),
        *(writer.uuid("view", reading) for reading in assessment.manifest.readings),
    ]
    return [{"href": f"#{uuid}", "rel": "reference"} for uuid in uuids]


def waiver_uuid(number: int, writer: Writer) -> str:
    """The identifier of the waiver at a place among all."""
    waiver, _ = writer.assessment.waivers[number]
    return writer.uuid("waiver", str(number), waiver.rule, waiver.record or "")


def _method(writer: Writer) -> Json:
    return {
        "uuid": writer.uuid("method"),
        "title": writer.title(writer.words("method.title")),
        "description": writer.text(writer.words("method")),
    }


def _pack(status: PackStatus, writer: Writer) -> Json:
    named = {"pack": status.pack.id, "version": status.pack.version}
    return {
        "uuid": writer.uuid("pack", status.pack.id),
        "title": writer.title(status.pack.title.get),
        "description": writer.text(writer.words("pack", **named)),
        "props": props(of_pack(status)),
    }


def _instrument(instrument: Instrument, writer: Writer) -> Json:
    later = writer.assessment.book.instruments.get(instrument.superseded_by or "")
    pairs: Pairs = [("instrument", instrument.id)]
    if instrument.superseded_by:
        pairs.append(("superseded-by", instrument.superseded_by))
    made: dict[str, Json] = {
        "uuid": writer.uuid("instrument", instrument.id),
        "title": writer.title(instrument.title.get),
        "description": writer.text(
            instrument.issuer.get,
            instrument.number.get,
            lambda lang: writer.words("superseded", instrument=later.short.get(lang))(lang) if later else "",
        ),
        "props": props(pairs),
    }
    if instrument.url.startswith(("https://", "http://")):
        made["rlinks"] = [{"href": instrument.url}]
    return made


def _evidence(status: EvidenceStatus, writer: Writer) -> Json:
    entry = status.entry
    pairs: Pairs = [("evidence", plain(entry.id) or "…")]
    pairs += [("state", state) for state in evidence_states(status, writer.assessment)]
    pairs += [
        (name, day.isoformat()) for name, day in (("issued", entry.issued), ("expires", entry.expires)) if day
    ]
    made: dict[str, Json] = {
        "uuid": writer.uuid("evidence", entry.id),
        "title": line(entry.id),
        "description": writer.text(lambda lang: "\n".join(evidence_lines(status, writer.assessment, lang))),
        "props": props(pairs),
    }
    place = evidence_place(status)
    if place:
        link: dict[str, Json] = {"href": place}
        if entry.sha256:
            link["hashes"] = [{"algorithm": "SHA-256", "value": entry.sha256}]
        made["rlinks"] = [link]
    return made


def _waiver(number: int, writer: Writer) -> Json:
    waiver, state = writer.assessment.waivers[number]
    return {
        "uuid": waiver_uuid(number, writer),
        "title": writer.title(writer.words("waiver", rule=waiver.rule)),
        "description": writer.text(
            lambda lang: waiver_text(waiver, lang),
            lambda lang: say(f"waiver.state.{state.value}", lang),
        ),
        "props": props(of_waiver(waiver, state)),
    }


def _view(view: View, writer: Writer) -> Json:
    fact = writer.assessment.book.vocabulary[view.reading]
    return {
        "uuid": writer.uuid("view", view.reading),
        "title": writer.title(writer.words("view")),
        "description": writer.text(
            lambda lang: say(
                "view",
                lang,
                label=fact.label.get(lang),
                view=option_text(fact, view.view, lang),
                by=view.by,
                day=view.on.isoformat(),
            ),
            lambda lang: view.note,
        ),
        "props": props([("reading", view.reading), ("view", view.view), ("on", view.on.isoformat())]),
    }
