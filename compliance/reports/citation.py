"""Provisions in words: `Order No. 3 Art. 11 para. 1`, `第3号令第十一条第一款`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.conditions.sentence import quantity_text
from compliance.facts.values import Quantity
from compliance.packs.rulebook import Citation, Instrument, PenaltyStep, Rule, Source, Verified
from compliance.reports.words import say

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))


def chinese_numeral(number: int) -> str:
    """A number from 0 to 9999 as articles are counted: 11 is 十一, 110 is 一百一十, 1005 is 一千零五."""
    if number < 10:
        return _DIGITS[number]
    said = ""
    rest = number
    gap = False
    for size, name in _PLACES:
        digit, rest = divmod(rest, size)
        if digit:
            said += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
        elif said:
            gap = True
    if rest:
        said += ("零" if gap else "") + _DIGITS[rest]
    return said.removeprefix("一") if 10 <= number < 20 else said


def _counted(number: str, unit_en: str, unit_zh: str, lang: str) -> str:
    if lang != "zh":
        return f"{unit_en} {number}"
    said = chinese_numeral(int(number)) if number.isdecimal() and len(number) <= 4 else number
    return f"第{said}{unit_zh}"


_UNITS = {"article": ("Art.", "条"), "part": ("Part", "部分"), "section": ("Sec.", "节")}


def provision_text(citation: Citation, lang: str, instrument: Instrument | None = None) -> str:
    """Article (or what the instrument's provisions are called), paragraph and item without the instrument."""
    own = instrument.articles if instrument else ()
    label = next((article.label for article in own if article.number == citation.article), None)
    unit = instrument.unit if instrument else "article"
    parts = [label.get(lang) if label else _counted(citation.article, *_UNITS[unit], lang)]
    paragraph, _, item = citation.paragraph.partition(".")
    if paragraph:
        parts.append(_counted(paragraph, "para.", "款", lang))
    if item:
        parts.append(_counted(item, "item", "项", lang))
    return ("" if lang == "zh" else " ").join(parts)


def citation_text(citation: Citation, instruments: Mapping[str, Instrument], lang: str) -> str:
    """The provision with its instrument's short title."""
    instrument = instruments.get(citation.instrument)
    name = instrument.short.get(lang) if instrument else citation.instrument
    return say("article", lang, instrument=name, article=provision_text(citation, lang, instrument))


def penalty_text(rule: Rule, instruments: Mapping[str, Instrument], lang: str) -> str:
    """The penalty provision of a rule, with the highest fine that its steps name for the rule's articles."""
    assert rule.penalty is not None
    cited = citation_text(rule.penalty, instruments, lang)
    fines = [step.fine for step in penalty_steps(rule, instruments) if step.fine is not None]
    if not fines:
        return cited
    _, most, currency = max(fines, key=lambda fine: fine[1])
    return say("fines", lang, cited=cited, most=quantity_text(Quantity(most, currency), lang))


def penalty_steps(rule: Rule, instruments: Mapping[str, Instrument]) -> tuple[PenaltyStep, ...]:
    """The steps of a rule's penalty that follow the breach of its articles, the mildest first."""
    if rule.penalty is None or rule.penalty.instrument not in instruments:
        return ()
    wanted = {source.citation.article for source in rule.sources}
    articles = instruments[rule.penalty.instrument].articles
    steps = next((article.penalty for article in articles if article.number == rule.penalty.article), ())
    return tuple(step for step in steps if not step.articles or wanted & set(step.articles))


def sources_text(sources: Iterable[Source], instruments: Mapping[str, Instrument], lang: str) -> str:
    """All provisions a rule rests on, and a word where the text of one is not confirmed at all."""
    sources = list(sources)
    cited = [citation_text(source.citation, instruments, lang) for source in sources]
    said = say("list.semicolon", lang).join(cited)
    if not any(source.verified is Verified.UNCONFIRMED for source in sources):
        return said
    note = say("verified.unconfirmed", lang)
    return f"{said}（{note}）" if lang == "zh" else f"{said} ({note})"


def secondary_instruments(
    sources: Iterable[Source], instruments: Mapping[str, Instrument], lang: str
) -> list[str]:
    """The short titles of the instruments whose text was read in secondary sources, each once."""
    names = {source.citation.instrument: None for source in sources if source.verified is Verified.SECONDARY}
    return [instruments[name].short.get(lang) if name in instruments else name for name in names]
