"""Finds what a person means by a name: a rule, a fact, a definition or a provision of the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from compliance.errors import Problem, UsageError
from compliance.facts.sanitise import clean
from compliance.facts.spelling import near
from compliance.facts.vocabulary import Fact
from compliance.frozen import frozen
from compliance.packs.rulebook import Article, Citation, Definition, Instrument, Rule, RuleBook

MOST_NEAR = 3
SHORTEST_PART = 3
"""How long a piece of an id must be to hint at it."""

MOST_SHOWN = 60
"""How much of an unknown name is repeated in the message."""


@frozen
class Provision:
    """An article of an instrument in the ledger, and the paragraph if one is named."""

    instrument: Instrument
    article: Article
    paragraph: str = ""

    @property
    def citation(self) -> Citation:
        """The provision as it is cited."""
        return Citation(self.instrument.id, self.article.number, self.paragraph)


Subject: TypeAlias = "Rule | Fact | Definition | Provision"


def lookup(book: RuleBook, written: str) -> Subject:
    """What a name means. The end of an id is enough where only one id ends like that.

    Raises:
        UsageError: `usage.unknown_name` with the names most like it, `usage.ambiguous_name` with all it can mean.
    """
    name = _without_records(written.strip())
    exact = book.rules.get(name) or book.vocabulary.get(name) or book.definitions.get(name)
    if exact is not None:
        return exact
    meant = dict(_provisions(book, name)) if "#" in name else dict(_endings(book, name)) or _bare(book, name)
    if len(meant) == 1:
        return next(iter(meant.values()))
    shown = clean(written)[:MOST_SHOWN]
    if meant:
        raise UsageError(Problem("usage.ambiguous_name", None, {"written": shown, "right": _or(meant)}))
    close = _near(book, name)
    if close:
        raise UsageError(Problem("usage.unknown_name", None, {"written": shown, "right": _or(close)}))
    raise UsageError(Problem("usage.unknown_name_at_all", None, {"written": shown}))


def lookup_rule(book: RuleBook, written: str) -> Rule:
    """The rule that a name means.

    Raises:
        UsageError: as `lookup`; `usage.not_a_rule` when the name means something else.
    """
    found = lookup(book, written)
    if isinstance(found, Rule):
        return found
    right = str(found.citation) if isinstance(found, Provision) else found.id
    raise UsageError(
        Problem("usage.not_a_rule", None, {"written": clean(written)[:MOST_SHOWN], "right": right})
    )


def _without_records(name: str) -> str:
    """A path of a report, `filing.changes[rename].filed_on`, as the id of its fact."""
    if "[" in name and "]" in name[name.index("[") :]:
        return name[: name.index("[")] + name[name.rindex("]") + 1 :]
    return name


def _endings(book: RuleBook, name: str) -> Iterator[tuple[str, Subject]]:
    """Everything whose id ends with the name, at a dot."""
    if not name:
        return
    for named in (book.rules, book.vocabulary.facts, book.definitions):
        for own, subject in named.items():
            if own.endswith(f".{name}"):
                yield own, subject


def _bare(book: RuleBook, name: str) -> dict[str, Subject]:
    """An article by its number alone, of an instrument that the run is about."""
    subject = {pack.id for pack in book.packs.values() if pack.subject}
    return {
        written: provision
        for instrument in book.instruments.values()
        if instrument.pack in subject
        for written, provision in _provisions(book, f"{instrument.id}#{name}")
    }


def _provisions(book: RuleBook, name: str) -> Iterator[tuple[str, Subject]]:
    """`cac-order-3#11`, or `cac-order-3#11.1` for a paragraph of it."""
    written, _, rest = name.partition("#")
    number, dot, paragraph = rest.partition(".")
    instrument = book.instruments.get(written)
    if instrument is None or (dot and not all(_counts(part) for part in paragraph.split("."))):
        return
    for article in instrument.articles:
        if article.number == number:
            yield name, Provision(instrument, article, paragraph)


def _counts(part: str) -> bool:
    """Whether it numbers a paragraph or item: `1`, `1a`, `(2)`."""
    return part.isascii() and part.lstrip("(")[:1].isdigit()


def _near(book: RuleBook, name: str) -> list[str]:
    """The names most like one that is unknown, in full."""
    full: dict[str, str] = {}
    for known in (book.rules, book.vocabulary.facts, book.definitions):
        for own in known:
            parts = own.split(".")
            for start in range(len(parts)):
                full.setdefault(".".join(parts[start:]), own)
    for instrument in book.instruments.values():
        cited = [str(Citation(instrument.id, article.number)) for article in instrument.articles]
        full.setdefault(instrument.id, cited[0])
        full.update(zip(cited, cited, strict=True))
    close = near(name, full) or [known for known in full if len(name) >= SHORTEST_PART and name in known]
    return list(dict.fromkeys(full[found] for found in close))[:MOST_NEAR]


def _or(names: Iterable[str]) -> str:
    return " / ".join(names)
