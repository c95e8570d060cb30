"""Conditions as a lawyer drafts them: labels and answers in quotation marks, the parts numbered below a lead-in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from compliance.conditions.nodes import TRUE, All, Any, Limit, Node, Not, Present, Valid
from compliance.conditions.sentence import Speaker, option_text, quantity_text
from compliance.facts.vocabulary import Kind, Vocabulary


class Terms(NamedTuple):
    """What drafting needs beside the condition.

    Args:
        definitions: id -> title; a definition that is not among them is opened where it is named.
        identifiers: id of an identifier scheme -> title.
    """

    vocabulary: Vocabulary
    lang: str
    definitions: Mapping[str, str]
    identifiers: Mapping[str, str]


class Draft(NamedTuple):
    """A condition as clauses without full stop.

    Args:
        join: `always` without a clause, `one` with a single one; `all` or `any` of several.
    """

    join: Literal["always", "one", "all", "any"]
    clauses: tuple[str, ...]


def draft(terms: Terms, *nodes: Node) -> Draft:
    """All of the conditions, drafted."""
    parts = [part for node in nodes if node != TRUE for part in _conjuncts(node)]
    drafter = _Drafter(terms)
    if not parts:
        return Draft("always", ())
    if len(parts) > 1:
        return Draft("all", tuple(drafter.say(part, top=True) for part in parts))
    if isinstance(parts[0], Any) and len(parts[0].children) > 1:
        return Draft("any", tuple(drafter.say(part, top=True) for part in parts[0].children))
    return Draft("one", (drafter.say(parts[0], top=True),))


def drafted_sentence(terms: Terms, node: Node) -> str:
    """A condition as one clause."""
    return _Drafter(terms).say(node, top=True)


def _conjuncts(node: Node) -> tuple[Node, ...]:
    return node.children if isinstance(node, All) and node.children else (node,)


class _Drafter(Speaker):
    def __init__(self, terms: Terms) -> None:
        super().__init__(terms.vocabulary, terms.lang, dict(terms.definitions))
        self.identifiers = terms.identifiers

    def say(self, node: Node, *, top: bool = False) -> str:
        match node:
            case Not(Present(fact)):
                return f"没有{self._label(fact)}" if self.zh else f"there is no value for {self._label(fact)}"
            case Valid(fact, identifier):
                scheme = self.identifiers.get(identifier, identifier)
                if self.zh:
                    return f"{self._label(fact)}符合“{scheme}”的编码格式"
                return f"{self._label(fact)} is well formed as “{scheme}”"
            case _:
                return super().say(node, top=top)

    def _label(self, fact: str) -> str:
        return f"“{super()._label(fact)}”"

    def _one_of(self, said: list[str]) -> str:
        return "或者".join(said) if self.zh else f"one of {', '.join(said)}"

    def _is(self, fact: str, values: tuple[object, ...]) -> str:
        said = [self._literal(fact, value) for value in values]
        which = said[0] if len(said) == 1 else self._one_of(said)
        if self.vocabulary[fact].kind is Kind.READING:
            label = self._label(fact)
            return f"就{label}采{which}的理解" if self.zh else f"on {label} the view is taken that {which}"
        return f"{self._label(fact)}为{which}" if self.zh else f"{self._label(fact)} is {which}"

    def _literal(self, fact: str, value: object) -> str:
        said = super()._literal(fact, value)
        return f"“{said}”" if isinstance(value, str | bool) else said

    def _has(self, fact: str, mode: str, options: tuple[str, ...]) -> str:
        named = [f"“{option_text(self.vocabulary[fact], option, self.lang)}”" for option in options]
        label = self._label(fact)
        if len(named) == 1:
            if self.zh:
                return f"{label}{'不包括' if mode == 'none' else '包括'}{named[0]}"
            return f"{label} {'does not include' if mode == 'none' else 'includes'} {named[0]}"
        if self.zh:
            words = {"any": "包括下列至少一项", "all": "包括下列各项", "none": "不包括下列任何一项"}
            return f"{label}{words[mode]}：{'、'.join(named)}"
        words = {"any": "includes at least one of", "all": "includes all of", "none": "includes none of"}
        return f"{label} {words[mode]} {', '.join(named)}"

    def _limit(self, limit: Limit) -> str:
        deed, trigger = self._label(limit.deed), self._bound(limit.trigger)
        if limit.span.amount == 0:
            return f"{deed}不迟于{trigger}" if self.zh else f"{deed} lies no later than {trigger}"
        span = quantity_text(limit.span, self.lang)
        if self.zh:
            return f"{deed}不迟于{trigger}{'后' if limit.direction == 'after' else '前'}{span}"
        return f"{deed} lies no later than {span} {limit.direction} {trigger}"
