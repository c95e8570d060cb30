"""The authoring shape of pack files, one model for each top-level key. Used to check packs and for their schema."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=120)]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=160)]
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[0-9A-Za-z-]+(\.[0-9A-Za-z()-]+)?$")]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
Condition = Annotated[Any, Field(description="A condition: a mapping, all of whose entries must hold.")]


class Strict(BaseModel):
    """No unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Strict):
    """A text in both languages."""

    en: Words
    zh: Words


class Period(Strict):
    """Dates in force, both inclusive."""

    from_: date | None = Field(default=None, alias="from")
    until: date | None = None


class Head(Strict):
    """pack.yaml."""

    pack: Name
    version: Version
    title: Text
    subject: StrictBool = Field(
        False, description="The run is about this pack: out of scope means it does not apply."
    )
    needs: list[Name] = []
    calendar: Name | None = None
    applies: Condition = None


class OptionModel(Strict):
    """One option of a choice, a set or a reading; a reading's options say where they come from."""

    id: Name | Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
    label: Text
    source: Text | None = None


class SuggestionModel(Strict):
    """What in a project's files suggests an answer, which a person then confirms."""

    answer: StrictBool | Words
    links: list[Words] = []
    files: list[Annotated[str, StringConstraints(pattern=r"^[^/\\\\]+$", max_length=200)]] = []


class FactModel(Strict):
    """A fact, or a field of a record type."""

    id: FactId
    type: Literal["boolean", "choice", "choices", "number", "quantity", "date", "text", "records", "reading"]
    label: Text
    question: Text | None = None
    help: Text | None = None
    none: StrictBool = False
    options: list[OptionModel] = []
    tense: Literal["event", "planned"] | None = None
    units: list[Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]+$", max_length=20)]] = []
    whole: StrictBool = False
    minimum: int | None = None
    identifier: Name | None = None
    key: str | None = None
    fields: list[FactModel] = []
    at_least_one: StrictBool = False
    sensitive: StrictBool = False
    changeable: Literal["yes", "no", "by_authority"] = "yes"
    suggested_by: SuggestionModel | None = None


class DefinitionModel(Strict):
    """A named condition that rules share."""

    id: FactId
    title: Text
    is_: Condition = Field(alias="is")
    source: Reference | None = None


class SectionModel(Strict):
    """Questions that belong together, in the order in which a person thinks."""

    id: Name
    title: Text
    facts: list[FactId]


class FineModel(Strict):
    """The span of a fine, both ends inclusive, in whole units of the currency."""

    from_: Annotated[int, Field(ge=0)] = Field(alias="from")
    to: Annotated[int, Field(ge=0)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class PenaltyStepModel(Strict):
    """One step of a penalty: when it is taken, what is done, and the fine if there is one."""

    when: Text
    measures: Text
    fine: FineModel | None = None
    articles: list[str] = Field(
        default=[], description="The articles whose breach it follows; all when empty."
    )


class ArticleModel(Strict):
    """One article in the ledger. A penalty article lists its steps, the mildest first."""

    article: str
    label: Text | None = Field(None, description="What reports call it where its number is not enough.")
    title: Text
    handled: Literal["rules", "definition", "procedure", "addressed_to_others", "penalty", "not_formalised"]
    reason: Text | None = None
    penalty: list[PenaltyStepModel] = []


class InstrumentModel(Strict):
    """A law, order, notice or standard."""

    id: Name
    title: Text
    short: Text
    issuer: Text
    number: Text
    promulgated: date | None = None
    in_force: Period
    url: Annotated[str, StringConstraints(pattern=r"^https?://", max_length=500)]
    superseded_by: Name | None = None
    unit: Literal["article", "part", "section"] = Field(
        "article", description="What its provisions are called."
    )
    checked: date | None = Field(None, description="The day on which the sources were last looked at.")
    articles: Annotated[list[ArticleModel], Field(min_length=1)]


class CheckModel(Strict):
    """How a check character follows from the rest."""

    kind: Literal["weighted", "iso7064_mod_11_2", "iso7064_mod_97_10", "luhn"]
    modulus: int = 0
    weights: list[int] = []
    alphabet: str = ""


class Samples(Strict):
    """Well-formed and malformed samples of an identifier."""

    valid: Annotated[list[str], Field(min_length=1)]
    invalid: Annotated[list[str], Field(min_length=1)]


class IdentifierModel(Strict):
    """An identifier scheme."""

    id: Name
    title: Text
    normalise: list[Literal["fold_width", "remove_spaces", "upper", "lower"]] = []
    pattern: Words
    check: CheckModel | None = None
    examples: Samples


class EvidenceKind(Strict):
    """A kind of evidence."""

    id: Name
    title: Text


class ImpossibleModel(Strict):
    """Answers that cannot be true together."""

    id: Name
    if_: Condition = Field(alias="if")
    message: Text


class Base(Strict):
    """Answers that examples start from."""

    id: Name
    extends: Name | None = Field(None, description="Another base, whose answers this one starts from.")
    as_of: date | None = None
    facts: Annotated[dict[str, Any], Field(description="Flat: fact id to value.")]


class ExampleModel(Strict):
    """One example of a rule."""

    name: Words
    base: Name | None = None
    given: dict[str, Any] = {}
    as_of: date | None = None
    expect: Literal["satisfied", "violated", "undecided", "pending", "not_applicable"]
    past: StrictBool = False
    due: date | None = None
    decided_by: list[str] | None = None
    reasons: list[Literal["facts", "reading", "calendar", "bound"]] | None = None


class SourceModel(Strict):
    """A provision and how its text was confirmed."""

    article: Reference
    verified: Literal["full-text", "secondary", "unconfirmed"]


class RuleModel(Strict):
    """One atomic requirement or prohibition."""

    id: RuleId
    title: Text
    severity: Literal["prohibition", "mandatory", "recommended", "practice"]
    hard_stop: StrictBool = False
    in_force: Period = Field(default_factory=Period)
    source: SourceModel | Annotated[list[SourceModel], Field(min_length=1)]
    when: Condition = None
    require: Condition
    remedied_by: Condition = None
    penalty: Reference | Literal["none"]
    evidence: list[Name] = []
    topic: FactId | None = None
    because: Text
    fix: Text
    doubt: Text | None = None
    known_since: date | None = None
    examples: Annotated[list[ExampleModel], Field(min_length=3)]


class FormFieldModel(Strict):
    """One field of a filing form: the fact that fills it, and how it is known that the form asks for it."""

    fact: FactId
    label: Text
    verified: Literal["full-text", "secondary", "unconfirmed"]
    source: Text
    note: Text | None = None


class FormPartModel(Strict):
    """A part of a form, its fields in order."""

    id: Name
    title: Text
    fields: Annotated[list[FormFieldModel], Field(min_length=1)]


class FormModel(Strict):
    """A form that an authority wants filled in."""

    id: Name
    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://", max_length=500)]
    note: Text | None = None
    parts: Annotated[list[FormPartModel], Field(min_length=1)]


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class CalendarModel(Strict):
    """A calendar (with time zone and weekend) or one year of it (with holidays and days worked)."""

    id: Name
    source: Text
    url: str | None = None
    time_zone: str | None = None
    weekend: list[Weekday] | None = None
    extra_days: Annotated[int, Field(ge=0, le=60)] | None = None
    year: Annotated[int, Field(ge=1900, le=2199)] | None = None
    holidays: list[date] = []
    working: list[date] = []


class PackFile(Strict):
    """Everything a file of a pack can hold."""

    pack: Name | None = None
    version: Version | None = None
    title: Text | None = None
    subject: StrictBool = False
    needs: list[Name] = []
    applies: Condition = None
    facts: list[FactModel] = []
    definitions: list[DefinitionModel] = []
    sections: list[SectionModel] = []
    instruments: list[InstrumentModel] = []
    identifiers: list[IdentifierModel] = []
    evidence_kinds: list[EvidenceKind] = []
    impossible: list[ImpossibleModel] = []
    bases: list[Base] = []
    rules: list[RuleModel] = []
    forms: list[FormModel] = []
    calendar: CalendarModel | Name | None = None
