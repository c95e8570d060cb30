"""Conditions, values and explanations as sentences in Chinese and English."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import assert_never

from compliance.conditions.explain import Choice, Explanation, Observed
from compliance.conditions.nodes import (
    All,
    Any,
    AsOf,
    Compare,
    Constant,
    Dated,
    Every,
    FactRef,
    Has,
    Is,
    Limit,
    Named,
    Node,
    Not,
    Present,
    SameAs,
    Some,
    Valid,
    WithinLast,
)
from compliance.conditions.truth import FAILS, pending
from compliance.facts.values import HELD, NONE, Quantity, Records, Value
from compliance.facts.vocabulary import Fact, Kind, Vocabulary
from compliance.frozen import changed

_UNITS_ZH = {
    "days": "天",
    "weeks": "周",
    "months": "个月",
    "years": "年",
    "working_days": "个工作日",
    "CNY": "元",
}
_COMPARED = {
    "en": {
        "at_least": "is at least {}",
        "at_most": "is at most {}",
        "more_than": "is more than {}",
        "less_than": "is less than {}",
    },
    "zh": {
        "at_least": "不少于{}",
        "at_most": "不超过{}",
        "more_than": "超过{}",
        "less_than": "少于{}",
    },
}


def number_text(amount: int | Decimal) -> str:
    """A number as written, without exponent."""
    return format(amount, "f") if isinstance(amount, Decimal) else str(amount)


def quantity_text(quantity: Quantity, lang: str) -> str:
    """`6 months` or `6个月`."""
    amount = number_text(quantity.amount)
    if lang == "zh":
        return amount + _UNITS_ZH.get(quantity.unit, " " + quantity.unit)
    unit = quantity.unit.replace("_", " ")
    return f"{amount} {unit[:-1] if amount == '1' and unit.endswith('s') else unit}"


def value_text(value: Value | None, fact: Fact, lang: str) -> str:
    """A value as a person says it. Sensitive values are never shown."""
    zh = lang == "zh"
    if value is None:
        return "未回答" if zh else "not answered"
    if value is NONE:
        if fact.kind is Kind.DATE:
            return "尚未" if zh else "not yet"
        return "无" if zh else "none"
    if value is HELD or fact.sensitive:
        return "已提供（敏感信息，不显示）" if zh else "given (sensitive, not shown)"
    if isinstance(value, bool):
        return ("是" if value else "否") if zh else ("yes" if value else "no")
    if isinstance(value, Quantity):
        return quantity_text(value, lang)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        chosen = [option.label.get(lang) for option in fact.options if option.id in value]
        return ("、" if zh else ", ").join(chosen) or ("无" if zh else "none")
    if isinstance(value, Records):
        number = len(value.entries)
        return f"{number} 项" if zh else f"{number} {'entry' if number == 1 else 'entries'}"
    if isinstance(value, str):
        return option_text(fact, value, lang)
    return number_text(value) if isinstance(value, int | Decimal) else str(value)


def option_text(fact: Fact, option: str, lang: str) -> str:
    """The label of an option, or the text itself for a fact without options."""
    return next((o.label.get(lang) for o in fact.options if o.id == option), option)


def label_of(fact: Fact, record: str | None, lang: str) -> str:
    """The fact's label, with the record's key in front for a field of a list."""
    label = fact.label.get(lang)
    if record is None:
        return label
    # Labels are clauses as often as nouns; in quotes both can be named within a Chinese sentence.
    return f"“{record}”的“{label}”" if lang == "zh" else f"{record}: {label}"


def said_of(fact: Fact, record: str | None, said: str, lang: str) -> str:
    """What is said of a fact: `label: said`, with the record's key in front for a field of a list."""
    label = fact.label.get(lang)
    if lang != "zh":
        return f"{label_of(fact, record, lang)}: {said}"
    return f"{label}：{said}" if record is None else f"“{record}”：{label}——{said}"


def condition_sentence(
    node: Node, vocabulary: Vocabulary, lang: str, titles: dict[str, str] | None = None
) -> str:
    """A condition as a sentence without full stop. `titles` names definitions instead of opening them."""
    return Speaker(vocabulary, lang, titles or {}).say(node, top=True)


def bound_text(test: Compare, vocabulary: Vocabulary, lang: str) -> str:
    """What a comparison demands, without the fact: `at least 6 months`, `不少于6个月`."""
    said = value_text(test.bound, vocabulary[test.fact], lang)
    return _COMPARED[lang][test.operator].format(said).removeprefix("is ")


class Speaker:
    """Says conditions in one language. `titles` names definitions instead of opening them."""

    def __init__(self, vocabulary: Vocabulary, lang: str, titles: dict[str, str]) -> None:
        self.vocabulary = vocabulary
        self.zh = lang == "zh"
        self.lang = lang
        self.titles = titles

    def say(self, node: Node, *, top: bool = False) -> str:
        """A condition without full stop; `top` leaves out the brackets around a list."""
        match node:
            case Constant(value):
                return ("恒成立" if value else "恒不成立") if self.zh else ("always" if value else "never")
            case All(children):
                return self._list(children, "且" if self.zh else "and", top)
            case Any(children):
                return self._list(children, "或" if self.zh else "or", top)
            case Not(child):
                inner = self.say(child)
                return f"并非（{inner}）" if self.zh else f"it is not so that {inner}"
            case Named(definition, body):
                title = self.titles.get(definition)
                if title is None:
                    return self.say(body, top=top)
                return f"“{title}”成立" if self.zh else f"“{title}” holds"
            case Every(of, where, satisfies):
                return self._every(of, where, satisfies)
            case Some(of, where, satisfies):
                return self._some(of, where, satisfies)
            case Present(fact):
                return f"有{self._label(fact)}" if self.zh else f"there is a value for {self._label(fact)}"
            case Is(fact, values):
                return self._is(fact, values)
            case Has(fact, mode, options):
                return self._has(fact, mode, options)
            case Compare(fact, operator, bound):
                said = _COMPARED[self.lang][operator].format(self._literal(fact, bound))
                return f"{self._label(fact)}{'' if self.zh else ' '}{said}"
            case Dated(fact, operator, bound):
                return self._dated(fact, operator, bound)
            case WithinLast(fact, span):
                amount = quantity_text(span, self.lang)
                if self.zh:
                    return f"{self._label(fact)}在最近{amount}之内"
                return f"{self._label(fact)} lies within the last {amount}"
            case SameAs(fact, other):
                left, right = self._label(fact), self._label(other)
                return f"{left}与{right}一致" if self.zh else f"{left} is the same as {right}"
            case Valid(fact, identifier):
                return (
                    f"{self._label(fact)}格式正确"
                    if self.zh
                    else f"{self._label(fact)} is well formed ({identifier})"
                )
            case Limit():
                return self._limit(node)
            case _:
                assert_never(node)

    def wanted(self, node: Node, negated: bool) -> str:
        """What a test asks of its fact, without the fact's label where its value has just been named."""
        match node:
            case Is(fact, (bool() as value,)):
                return self._literal(fact, value is not negated)
            case Is(fact, values) if not negated:
                said = [self._literal(fact, value) for value in values]
                return said[0] if len(said) == 1 else self._one_of(said)
            case Valid():
                if self.zh:
                    return "不得为该类编号" if negated else "格式正确"
                return "no number of that kind" if negated else "well formed"
            case SameAs():
                if self.zh:
                    return "两者不得相同" if negated else "两者一致"
                return "the two differ" if negated else "both are the same"
            case Compare() if not negated:
                return bound_text(node, self.vocabulary, self.lang)
            case _:
                return self.say(Not(node) if negated else node, top=True)

    def _one_of(self, said: list[str]) -> str:
        return f"{'、'.join(said)}之一" if self.zh else f"one of {', '.join(said)}"

    def _label(self, fact: str) -> str:
        return self.vocabulary[fact].label.get(self.lang)

    def _list(self, children: tuple[Node, ...], word: str, top: bool) -> str:
        if not children:
            return self.say(Constant(word in ("且", "and")))
        if len(children) == 1:
            return self.say(children[0], top=top)
        joined = (f"，{word}" if self.zh else f", {word} ").join(self.say(child) for child in children)
        if top:
            return joined
        return f"（{joined}）" if self.zh else f"({joined})"

    def _every(self, of: str, where: Node, satisfies: Node) -> str:
        body = self.say(satisfies)
        if where == Constant(True):
            return (
                f"{self._label(of)}中每一项：{body}"
                if self.zh
                else f"for every entry of {self._label(of)}: {body}"
            )
        condition = self.say(where)
        if self.zh:
            return f"{self._label(of)}中凡{condition}的每一项：{body}"
        return f"for every entry of {self._label(of)} where {condition}: {body}"

    def _some(self, of: str, where: Node, satisfies: Node) -> str:
        parts = tuple(part for part in (where, satisfies) if part != Constant(True))
        if not parts:
            return (
                f"{self._label(of)}至少有一项"
                if self.zh
                else f"there is at least one entry of {self._label(of)}"
            )
        body = self.say(All(parts))
        if self.zh:
            return f"{self._label(of)}中至少有一项：{body}"
        return f"for at least one entry of {self._label(of)}: {body}"

    def _is(self, fact: str, values: tuple[object, ...]) -> str:
        said = [self._literal(fact, value) for value in values]
        which = said[0] if len(said) == 1 else self._one_of(said)
        return f"{self._label(fact)}为{which}" if self.zh else f"{self._label(fact)}: {which}"

    def _literal(self, fact: str, value: object) -> str:
        if isinstance(value, bool | int | Decimal | str | date | Quantity):
            # What a rule says of a sensitive fact is no secret; only answers are.
            return value_text(value, changed(self.vocabulary[fact], sensitive=False), self.lang)
        raise TypeError(value)

    def _has(self, fact: str, mode: str, options: tuple[str, ...]) -> str:
        named = [option_text(self.vocabulary[fact], option, self.lang) for option in options]
        if len(named) == 1:
            words = {"any": "包括", "all": "包括", "none": "不包括"}
            if self.zh:
                return f"{self._label(fact)}{words[mode]}：{named[0]}"
            return f"{self._label(fact)} {'does not include' if mode == 'none' else 'includes'}: {named[0]}"
        if self.zh:
            words = {"any": "包括下列至少一项", "all": "包括下列各项", "none": "不包括下列任何一项"}
            return f"{self._label(fact)}{words[mode]}：{'、'.join(named)}"
        words = {"any": "includes at least one of", "all": "includes all of", "none": "includes none of"}
        return f"{self._label(fact)} {words[mode]}: {', '.join(named)}"

    def _dated(self, fact: str, operator: str, bound: date | AsOf | FactRef) -> str:
        said = self._bound(bound)
        if self.zh:
            return f"{self._label(fact)}不{'晚' if operator == 'on_or_before' else '早'}于{said}"
        word = "on or before" if operator == "on_or_before" else "on or after"
        return f"{self._label(fact)} lies {word} {said}"

    def _bound(self, bound: date | AsOf | FactRef) -> str:
        match bound:
            case AsOf():
                return "评估基准日" if self.zh else "the as-of date"
            case FactRef(fact):
                return self._label(fact)
            case _:
                return bound.isoformat()

    def _limit(self, limit: Limit) -> str:
        deed = self._label(limit.deed)
        trigger = self._bound(limit.trigger)
        if limit.span.amount == 0:
            return f"{deed}不迟于{trigger}" if self.zh else f"{deed} no later than {trigger}"
        span = quantity_text(limit.span, self.lang)
        if self.zh:
            return f"{deed}不迟于{trigger}{'后' if limit.direction == 'after' else '前'}{span}"
        return f"{deed} no later than {span} {limit.direction} {trigger}"


def statement(test: Explanation, vocabulary: Vocabulary, lang: str, *, negated: bool = False) -> str:
    """How one test came out, with the values it rests on, as a sentence without full stop."""
    if isinstance(test.node, Limit) and test.due is not None:
        return _limit_statement(test, test.node, vocabulary, lang)
    if test.choices:
        return choice_statement(test, vocabulary, lang)
    seen = [_observation(one, vocabulary, lang) for one in test.observed]
    facts = ("；" if lang == "zh" else "; ").join(seen)
    if test.value != FAILS and not negated:
        return facts or condition_sentence(test.node, vocabulary, lang)
    if isinstance(test.node, Has) and not negated and isinstance(test.observed[0].value, frozenset):
        return _set_statement(test.node, test.observed[0], vocabulary, lang)
    wanted = Speaker(vocabulary, lang, {}).wanted(test.node, negated)
    if not facts:
        return condition_sentence(Not(test.node) if negated else test.node, vocabulary, lang)
    return f"{facts}；要求：{wanted}" if lang == "zh" else f"{facts}; required: {wanted}"


def _set_statement(test: Has, seen: Observed, vocabulary: Vocabulary, lang: str) -> str:
    """What is missing from a set or must not be in it, and nothing else of it."""
    fact = vocabulary[seen.fact]
    assert isinstance(seen.value, frozenset)
    if test.mode == "none":
        options = [option for option in test.options if option in seen.value]
        words = "含有不得包含的项：{}" if lang == "zh" else "includes what it must not: {}"
    elif test.mode == "all" or len(test.options) == 1:
        options = [option for option in test.options if option not in seen.value]
        words = "缺少：{}" if lang == "zh" else "missing: {}"
    else:
        options = list(test.options)
        words = "下列各项均未选：{}" if lang == "zh" else "none of these: {}"
    named = ("、" if lang == "zh" else ", ").join(option_text(fact, option, lang) for option in options)
    return said_of(fact, record_of(seen.path), words.format(named), lang)


def _observation(seen: Observed, vocabulary: Vocabulary, lang: str) -> str:
    fact = vocabulary[seen.fact]
    return said_of(fact, record_of(seen.path), value_text(seen.value, fact, lang), lang)


def record_of(path: str) -> str | None:
    """The record's key in a path such as `filing.changes[rename].filed_on`, or None."""
    if "[" not in path:
        return None
    return path[path.index("[") + 1 : path.rindex("]")]


def _limit_statement(test: Explanation, limit: Limit, vocabulary: Vocabulary, lang: str) -> str:
    fact = vocabulary[limit.deed]
    deed = next(seen for seen in test.observed if seen.fact == limit.deed)
    said = _limit_words(test, value_text(deed.value, fact, lang), zh=lang == "zh")
    return said_of(fact, record_of(deed.path), said, lang)


def _limit_words(test: Explanation, done: str, *, zh: bool) -> str:
    """When the deed was done (or not yet) and when it was due."""
    assert test.due is not None
    first, last = test.due.earliest.isoformat(), test.due.latest.isoformat()
    if first != last:
        if zh:
            return f"{done}；期限届满日在 {first} 至 {last} 之间，因该年度放假安排尚未公布而无法确定"
        return (
            f"{done}; the last day lies between {first} and {last}, "
            "as the public holidays of that year are not announced"
        )
    if pending(test.value):
        return f"尚未；最迟应于 {last} 完成" if zh else f"not yet; the last day is {last}"
    if test.value == FAILS and test.late_by is not None:
        late = quantity_text(Quantity(test.late_by, test.late_unit), "zh" if zh else "en")
        return (
            f"{done}，最后期限为 {last}，逾期{late}" if zh else f"{done}, {late} after the last day, {last}"
        )
    if test.value == FAILS:
        return f"尚未；最后期限 {last} 已过" if zh else f"not yet; the last day was {last}"
    return f"{done}；最后期限为 {last}" if zh else f"{done}; the last day is {last}"


def choice_statement(
    test: Explanation, vocabulary: Vocabulary, lang: str, named: Collection[str] = ()
) -> str:
    """Limits between which a reading chooses: deed, reading, and the last day under each view still possible.

    Args:
        named: paths that have just been named as open and are not said again.
    """
    deed, reading = test.observed[0], test.observed[-1]
    view = [] if reading.path in named else [_observation(reading, vocabulary, lang)]
    if reading.value is not None:
        limit = test.choices[0].limit
        assert isinstance(limit.node, Limit)
        return _joined([_limit_statement(limit, limit.node, vocabulary, lang), *view], lang)
    said = view if deed.path in named else [_observation(deed, vocabulary, lang), *view]
    said.append(_last_days(test.choices, vocabulary[reading.fact], lang))
    if any(choice.limit.due is not None and not choice.limit.due.exact for choice in test.choices):
        said.append(
            "该年度放假安排尚未公布" if lang == "zh" else "the public holidays of that year are not announced"
        )
    return _joined(said, lang)


def _joined(said: list[str], lang: str) -> str:
    return ("；" if lang == "zh" else "; ").join(said)


def _last_days(choices: tuple[Choice, ...], reading: Fact, lang: str) -> str:
    """Each last day once, with the views under which it is the one."""
    views: dict[str, list[str]] = {}
    for choice in choices:
        views.setdefault(_last_day(choice.limit, lang), []).append(option_text(reading, choice.view, lang))
    if lang == "zh":
        days = [day + "（" + "、".join(f"“{view}”" for view in named) + "）" for day, named in views.items()]
        return f"最后期限：{'或 '.join(days)}"
    days = [f"{day} (" + ", ".join(f'"{view}"' for view in named) + ")" for day, named in views.items()]
    return f"last day: {' or '.join(days)}"


def _last_day(limit: Explanation, lang: str) -> str:
    """The last day of a limit, or the days it lies between, and how late the deed is where that is certain."""
    assert limit.due is not None
    zh = lang == "zh"
    first, last = limit.due.earliest.isoformat(), limit.due.latest.isoformat()
    if not limit.due.exact:
        return f"{first} 至 {last} 之间" if zh else f"between {first} and {last}"
    if limit.value != FAILS:
        return last
    if limit.late_by is None:
        return f"{last}，已过" if zh else f"{last}, now past"
    late = quantity_text(Quantity(limit.late_by, limit.late_unit), lang)
    return f"{last}，逾期{late}" if zh else f"{last}, {late} late"
