"""The rule book: the packs of one run, checked and compiled. Everything an assessment needs, and no file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from compliance.conditions.nodes import Node
from compliance.facts.calendar import Calendar
from compliance.facts.identifiers import Identifier
from compliance.facts.vocabulary import Bilingual, Vocabulary
from compliance.frozen import EMPTY, frozen


class Severity(StrEnum):
    """How much a rule weighs. Prohibition and mandatory are binding."""

    PROHIBITION = "prohibition"
    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"
    PRACTICE = "practice"

    @property
    def binding(self) -> bool:
        """Whether a breach or a gap counts in verdict and exit code."""
        return self in (Severity.PROHIBITION, Severity.MANDATORY)


class Verified(StrEnum):
    """How the text of a provision was confirmed."""

    FULL_TEXT = "full-text"
    SECONDARY = "secondary"
    UNCONFIRMED = "unconfirmed"


@frozen
class Period:
    """Dates in force, both inclusive; None is open."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@frozen
class Citation:
    """A provision: instrument id, article, and paragraph or item if named. Written `cac-order-3#11.1`."""

    instrument: str
    article: str
    paragraph: str = ""

    def __str__(self) -> str:
        return f"{self.instrument}#{self.article}" + (f".{self.paragraph}" if self.paragraph else "")


@frozen
class Source:
    """Where a rule comes from and how that was confirmed."""

    citation: Citation
    verified: Verified


@frozen
class Rule:
    """One atomic requirement or prohibition.

    Args:
        when: when it applies, without the pack's own `applies`.
        applies: the pack's `applies`, joined to `when` in every assessment.
        require: what it requires; time limits stand only here.
        remedied_by: what makes a breach a past one, or None.
        parts: the id of the list whose records are the parts of a finding, when `require` is one `every`.
        penalty: the penalty provision, or None where the law has none.
        doubt: what is unsettled about the rule, told to the user.
        calendar: id of the calendar its working days are counted in, or None.
        file, line: where the rule stands in the pack, relative to the pack's folder.
    """

    id: str
    pack: str
    title: Bilingual
    severity: Severity
    when: Node
    applies: Node
    require: Node
    sources: tuple[Source, ...]
    because: Bilingual
    fix: Bilingual
    penalty: Citation | None = None
    hard_stop: bool = False
    in_force: Period = Period()
    remedied_by: Node | None = None
    parts: str | None = None
    evidence: tuple[str, ...] = ()
    topic: str | None = None
    doubt: Bilingual | None = None
    calendar: str | None = None
    file: str = ""
    line: int = 1

    @property
    def article(self) -> Citation:
        """The article that it rests on first. Every rule rests on one."""
        first = self.sources[0].citation
        return Citation(first.instrument, first.article)


class Handling(StrEnum):
    """How the ledger accounts for an article."""

    RULES = "rules"
    DEFINITION = "definition"
    PROCEDURE = "procedure"
    ADDRESSED_TO_OTHERS = "addressed_to_others"
    PENALTY = "penalty"
    NOT_FORMALISED = "not_formalised"


@frozen
class PenaltyStep:
    """One step of a penalty: when it is taken and what is done.

    Args:
        fine: lower and upper end, inclusive, in whole units of the currency, and its ISO 4217 code; or None.
        articles: the articles of the same instrument whose breach it follows; all that the penalty is for when empty.
    """

    when: Bilingual
    measures: Bilingual
    fine: tuple[int, int, str] | None = None
    articles: tuple[str, ...] = ()


@frozen
class Article:
    """One provision of an instrument and how it is dealt with. `reason` is there unless rules cite it.

    `penalty` has the steps of a penalty article, the mildest first. `label` is what reports call a provision that has
    no number of its own.
    """

    number: str
    title: Bilingual
    handled: Handling
    reason: Bilingual | None = None
    penalty: tuple[PenaltyStep, ...] = ()
    label: Bilingual | None = None


@frozen
class Instrument:
    """A law, order, notice or standard. `checked` is the day on which its sources were last looked at.

    `unit` is what its provisions are called: `article`, `part` or `section`.
    """

    id: str
    title: Bilingual
    short: Bilingual
    issuer: Bilingual
    number: Bilingual
    in_force: Period
    url: str
    articles: tuple[Article, ...]
    promulgated: date | None = None
    superseded_by: str | None = None
    pack: str = ""
    checked: date | None = None
    unit: str = "article"


@frozen
class Impossible:
    """A combination of answers that cannot be true. An input error when it certainly holds."""

    id: str
    condition: Node
    message: Bilingual
    facts: tuple[str, ...]


@frozen
class Section:
    """A group of questions in the order in which a person thinks: title and fact ids."""

    id: str
    title: Bilingual
    facts: tuple[str, ...]


@frozen
class FormField:
    """One field of a filing form: the fact that fills it, and how it is known that the form asks for it."""

    fact: str
    label: Bilingual
    verified: Verified
    source: Bilingual
    note: Bilingual | None = None


@frozen
class FormPart:
    """A part of a form, its fields in order."""

    id: str
    title: Bilingual
    fields: tuple[FormField, ...]


@frozen
class Form:
    """A form that an authority wants filled in, its parts in order."""

    id: str
    title: Bilingual
    url: str
    parts: tuple[FormPart, ...]
    note: Bilingual | None = None
    pack: str = ""


@frozen
class Definition:
    """A named condition that rules share, and the provision it comes from."""

    id: str
    title: Bilingual
    condition: Node
    source: Citation | None = None


@frozen
class Pack:
    """What is known of one loaded pack. `subject` marks the packs a run is about."""

    id: str
    version: str
    title: Bilingual
    digest: str
    subject: bool
    applies: Node
    calendar: str | None = None


@frozen
class RuleBook:
    """The packs of one run.

    All mappings are keyed by id and ordered by pack (in load order), then by place in the pack.
    `digest` is over the content of all packs: file order, comments and formatting do not change it.
    """

    packs: Mapping[str, Pack]
    vocabulary: Vocabulary
    rules: Mapping[str, Rule]
    definitions: Mapping[str, Definition]
    instruments: Mapping[str, Instrument]
    identifiers: Mapping[str, Identifier]
    calendars: Mapping[str, Calendar]
    impossible: tuple[Impossible, ...] = ()
    evidence_kinds: Mapping[str, Bilingual] = EMPTY
    sections: tuple[Section, ...] = ()
    forms: Mapping[str, Form] = EMPTY
    digest: str = ""
