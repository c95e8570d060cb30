"""A rule book made by hand, with one rule of every sort a report has to show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from compliance.assessment.assess import assess
from compliance.assessment.model import Assessment, EvidenceFile
from compliance.conditions.nodes import TRUE, All, Every, FactRef, Is, Limit, Node, Present, Some
from compliance.errors import Location
from compliance.facts.calendar import Calendar
from compliance.facts.manifest import EvidenceEntry, Manifest, Waiver
from compliance.facts.values import Quantity, Record, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Option, Tense, Vocabulary
from compliance.packs.rulebook import (
    Article,
    Citation,
    Handling,
    Impossible,
    Instrument,
    Pack,
    Period,
    Rule,
    RuleBook,
    Section,
    Severity,
    Source,
    Verified,
)

AS_OF = date(2026, 11, 24)
FILE = "svc/compliance.yaml"


def two(en: str, zh: str) -> Bilingual:
    return Bilingual(en, zh)


FACTS = (
    Fact("service.public", Kind.BOOLEAN, two("Offered to the public", "面向公众提供"),
         question=two("Is the service offered to the public?", "该服务是否面向公众提供？")),
    Fact("service.kinds", Kind.CHOICES, two("Kinds of service", "服务种类"), at_least_one=True,
         options=(Option("wallet", two("wallet", "钱包")), Option("explorer", two("explorer", "浏览器")))),
    Fact("service.started_on", Kind.DATE, two("Start of service", "开始提供服务之日"), tense=Tense.EVENT),
    Fact("service.filed_on", Kind.DATE, two("Filing", "备案提交日"), tense=Tense.EVENT),
    Fact("service.tokens", Kind.BOOLEAN, two("Deals in tokens", "从事代币业务"),
         question=two("Does the service deal in tokens?", "该服务是否从事代币业务？")),
    Fact("service.retention", Kind.QUANTITY, two("Log retention", "日志留存期"), units=("days", "months")),
    Fact("service.staff", Kind.NUMBER, two("Staff", "人员数"), whole=True, minimum=0),
    Fact("contact.phone", Kind.TEXT, two("Phone", "联系电话"), sensitive=True, none=True),
    Fact("reading.abroad", Kind.READING, two("Provider abroad", "境外提供者"),
         question=two("Is a provider abroad covered?", "境外提供者是否适用？"),
         options=(Option("covered", two("covered", "适用")), Option("not_covered", two("not covered", "不适用")))),
    Fact("service.endpoints", Kind.RECORDS, two("Endpoints", "服务入口"), key="name", fields=(
        Fact("service.endpoints.name", Kind.TEXT, two("Name", "名称"), parent="service.endpoints"),
        Fact("service.endpoints.shown", Kind.BOOLEAN, two("Number shown", "已标明编号"), parent="service.endpoints"),
    )),
)  # fmt: skip


def _vocabulary() -> Vocabulary:
    facts = {fact.id: fact for fact in FACTS}
    facts |= {field.id: field for fact in FACTS for field in fact.fields}
    return Vocabulary(facts)


ORDER = Instrument(
    id="order",
    title=two("Order on Examples", "示例管理规定"),
    short=two("Order No. 9", "第9号令"),
    issuer=two("Office", "某办公室"),
    number=two("No. 9", "第9号"),
    in_force=Period(date(2019, 2, 15)),
    url="https://example.org/order",
    articles=(Article("11", two("Filing", "备案"), Handling.RULES),),
)
SCOPE = Is("service.public", (True,))


def rule(slug: str, require: Node, en: str, zh: str, **more: object) -> Rule:
    values: dict[str, object] = {
        "id": f"order.11.{slug}",
        "pack": "order",
        "title": two(en, zh),
        "severity": Severity.MANDATORY,
        "when": TRUE,
        "applies": SCOPE,
        "require": require,
        "sources": (Source(Citation("order", "11", "1"), Verified.SECONDARY),),
        "because": two("The office wants to know.", "主管部门需要掌握情况。"),
        "fix": two(f"Mend {slug}.", f"整改 {slug}。"),
        "penalty": Citation("order", "22"),
        "calendar": "test",
    }
    return Rule(**{**values, **more})  # type: ignore[arg-type]


TEN_DAYS = Limit("service.filed_on", Quantity(10, "working_days"), "after", FactRef("service.started_on"))
RULES = (
    rule("file-in-time", TEN_DAYS, "File within ten working days", "十个工作日内备案",
         remedied_by=Present("service.filed_on")),
    rule("keep-logs", Present("service.retention"), "Keep access logs", "留存访问日志"),
    rule("no-tokens", Is("service.tokens", (False,)), "No token business", "不得从事代币业务",
         severity=Severity.PROHIBITION, hard_stop=True,
         doubt=two("What counts as a token is unsettled.", "代币的范围尚无定论。")),
    rule("show-number", Every("service.endpoints", TRUE, Is("service.endpoints.shown", (True,))),
         "Show the number on each endpoint", "各入口标明备案编号", parts="service.endpoints"),
    rule("staff", Is("service.staff", (3,)), "Three people", "三名人员", severity=Severity.PRACTICE),
    rule("abroad", Is("reading.abroad", ("not_covered",)), "Abroad", "境外", pack="order"),
)  # fmt: skip


PACK = Pack("order", "1.2.0", two("Order No. 9 pack", "第9号令规则包"), "b" * 64, True, SCOPE, "test")


def book(rules: tuple[Rule, ...] = RULES) -> RuleBook:
    return RuleBook(
        packs={"order": PACK},
        vocabulary=_vocabulary(),
        rules={one.id: one for one in rules},
        definitions={},
        instruments={"order": ORDER},
        identifiers={},
        calendars={"test": Calendar("test", "Asia/Shanghai", frozenset([5, 6]), 14, {})},
        impossible=(
            Impossible(
                "unstaffed",
                All((Is("service.staff", (0,)), Some("service.endpoints", TRUE, TRUE))),
                two("nobody runs the endpoints", "有服务入口却无人员"),
                ("service.staff", "service.endpoints"),
            ),
        ),
        evidence_kinds={"receipt": two("receipt", "回执")},
        sections=(Section("scope", two("Scope", "适用范围"), ("service.public", "service.kinds")),),
        digest="a" * 64,
    )  # fmt: skip


WELL: dict[str, Value] = {
    "service.public": True,
    "service.started_on": date(2026, 2, 10),
    "service.filed_on": date(2026, 2, 12),
    "service.retention": Quantity(6, "months"),
    "service.tokens": False,
    "service.staff": 3,
    "reading.abroad": "not_covered",
    "service.endpoints": Records((Record("site", {"service.endpoints.shown": True}),)),
}


def manifest(
    answers: Mapping[str, Value],
    waivers: tuple[Waiver, ...] = (),
    evidence: tuple[EvidenceEntry, ...] = (),
    file: str = FILE,
) -> Manifest:
    places = {path: Location(file, number, 3) for number, path in enumerate(sorted(answers), start=4)}
    endpoints = answers.get("service.endpoints")
    for number, entry in enumerate(endpoints.entries if isinstance(endpoints, Records) else (), start=40):
        places[f"service.endpoints[{entry.key}]"] = Location(file, number, 7)
    return Manifest(
        file=file, answers=answers, locations=places, waivers=waivers, evidence=evidence, digest="c" * 64
    )


def judged(
    answers: Mapping[str, Value] | None = None,
    *,
    as_of: date = AS_OF,
    as_of_given: bool = False,
    waivers: tuple[Waiver, ...] = (),
    evidence: tuple[EvidenceEntry, ...] = (),
    files: Mapping[str, EvidenceFile] | None = None,
    changes: Mapping[str, Value] | None = None,
) -> Assessment:
    """The assessment of the well-kept service with some answers changed, or of the answers alone."""
    given = {**(WELL if answers is None else answers), **(changes or {})}
    return assess(
        book(),
        manifest(given, waivers, evidence),
        as_of,
        as_of_given=as_of_given,
        evidence_files=files,
    )


def shown_records(**shown: bool | None) -> Records:
    """Endpoints, each with whether it shows the number; None where that is open."""
    fields = {
        name: {} if value is None else {"service.endpoints.shown": value} for name, value in shown.items()
    }
    return Records(tuple(Record(name, given) for name, given in fields.items()))
