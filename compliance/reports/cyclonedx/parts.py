"""Small pieces of CycloneDX: references, properties, texts in the languages asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from compliance.assessment.model import Assessment, Finding
from compliance.facts.sanitise import clean
from compliance.frozen import frozen
from compliance.packs.rulebook import Rule
from compliance.reports.distinctions import Pairs, plain
from compliance.reports.json_parts import Json
from compliance.reports.names import service_name
from compliance.reports.words_grc import grc

PREFIX: Final = "compliance:"
"""How the names of our properties begin."""

SERVICE: Final = "service"
ASSESSOR: Final = "assessor"


def properties(pairs: Pairs, below: str = "") -> list[Json]:
    """Properties of ours."""
    return [{"name": f"{PREFIX}{below}{name}", "value": value} for name, value in pairs]


def rule_ref(rule: Rule) -> str:
    """The reference of a rule as a requirement."""
    return f"rule:{rule.id}"


def claim_ref(finding: Finding, record: int | None = None) -> str:
    """The reference of what is claimed of a rule, or of one record of it."""
    return f"claim:{finding.rule.id}" + ("" if record is None else f"[{record}]")


@frozen
class Speaker:
    """Says things of one assessment in the languages asked for, one below the other."""

    assessment: Assessment
    languages: tuple[str, ...]

    def text(self, *said: Callable[[str], str]) -> str:
        """Lines; what was said already is not said again."""
        texts = [clean(text) for lang in self.languages for one in said if (text := one(lang))]
        return "\n".join(dict.fromkeys(texts))

    def title(self, said: Callable[[str], str]) -> str:
        """A name or title, in one line."""
        return " / ".join(dict.fromkeys(plain(said(lang)) for lang in self.languages))

    def words(self, key: str, **slots: object) -> Callable[[str], str]:
        """Words of the program."""
        return lambda lang: grc(key, lang, **slots)

    def subject(self, lang: str) -> str:
        """What the service is called here."""
        name = service_name(self.assessment)
        return name or grc("nameless", lang, file=clean(self.assessment.manifest.file))
