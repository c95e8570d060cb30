"""A page on the law of one pack: Markdown for lawyers to read beside the official text.

Everything on the page comes from the packs, so that it changes only when they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.conditions.anatomy import anatomy
from compliance.conditions.nodes import TRUE, Named, Node
from compliance.conditions.sentence import condition_sentence
from compliance.facts.vocabulary import Bilingual, Fact, Kind
from compliance.packs.rulebook import (
    Article,
    Citation,
    Definition,
    Form,
    Instrument,
    Pack,
    PenaltyStep,
    Rule,
    RuleBook,
    Source,
)
from compliance.reports.citation import citation_text, provision_text
from compliance.reports.words import say

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#"})

_WORDS = {
    "generated": Bilingual(
        "Generated from the rule packs; change the packs, not this page.",
        "本页由规则包自动生成，请修改规则包而非本页。",
    ),
    "official": Bilingual("Official address", "官方地址"),
    "issuer": Bilingual("Issued by", "发布机关"),
    "number": Bilingual("Number", "文号"),
    "promulgated": Bilingual("Issued on", "公布日期"),
    "in_force": Bilingual("In force from", "施行日期"),
    "checked": Bilingual("Sources last looked at", "来源最近核对日期"),
    "counts": Bilingual(
        "{articles} provisions, {rules} rules, {questions} questions.",
        "共 {articles} 条，{rules} 条规则，{questions} 个问题。",
    ),
    "ledger": Bilingual("Every provision and how it is dealt with", "条文处理一览"),
    "provision": Bilingual("Provision", "条文"),
    "subject": Bilingual("Subject", "内容"),
    "handled": Bilingual("Dealt with", "处理方式"),
    "handled.rules": Bilingual("rules", "规则"),
    "handled.definition": Bilingual("definition", "定义"),
    "handled.procedure": Bilingual("procedure", "程序性规定"),
    "handled.addressed_to_others": Bilingual("addressed to others", "非约束提供者"),
    "handled.penalty": Bilingual("penalty", "罚则"),
    "handled.not_formalised": Bilingual("not formalised", "未转化为规则"),
    "reason": Bilingual("Rules or reason", "规则或说明"),
    "rules": Bilingual("Rules", "规则"),
    "applies": Bilingual("Applies when", "适用条件"),
    "always": Bilingual("always, where the pack applies", "本规则包适用时均适用"),
    "requires": Bilingual("Requires that", "要求"),
    "remedied": Bilingual("A breach is past once", "视为既往违规的条件"),
    "source": Bilingual("Source", "依据"),
    "verified.full-text": Bilingual("read in full", "已读全文"),
    "verified.secondary": Bilingual("confirmed by secondary sources", "经间接来源核实"),
    "verified.unconfirmed": Bilingual("not confirmed", "未经核实"),
    "penalty": Bilingual("Penalty", "罚则"),
    "penalty.none": Bilingual("none of its own", "未单设罚则"),
    "evidence": Bilingual("Evidence", "证明材料"),
    "fix": Bilingual("To do", "措施"),
    "doubt": Bilingual("Doubt", "疑义"),
    "questions": Bilingual("Questions", "问题"),
    "definitions": Bilingual("Definitions", "定义"),
    "readings": Bilingual("Doubts of law, for counsel", "法律理解问题（由律师判断）"),
    "view": Bilingual("View", "理解"),
    "basis": Bilingual("Where it comes from", "依据"),
    "penalties": Bilingual("Penalties", "法律责任"),
    "step": Bilingual("When", "情形"),
    "measures": Bilingual("What follows", "后果"),
    "fine": Bilingual("Fine", "罚款"),
    "form": Bilingual("The form", "备案表"),
    "field": Bilingual("Field", "填报项"),
    "known": Bilingual("How it is known", "依据"),
    "note": Bilingual("Note", "备注"),
    "fact": Bilingual("Fact", "事项"),
    "question": Bilingual("Question", "问题"),
}  # fmt: skip


def law_page(book: RuleBook, pack: Pack, lang: str) -> str:
    """The page on a pack: its instruments with every provision, its rules, doubts, penalties, forms and questions."""
    return _Page(book, pack, lang).text()


class _Page:
    def __init__(self, book: RuleBook, pack: Pack, lang: str) -> None:
        self.book = book
        self.pack = pack
        self.lang = lang
        self.rules = [rule for rule in book.rules.values() if rule.pack == pack.id]
        own = [one for one in book.instruments.values() if one.pack == pack.id]
        # What the pack is named after comes before what stands beside it.
        self.instruments = sorted(own, key=lambda one: one.id != pack.id)

    def text(self) -> str:
        blocks = [*self._head()]
        for instrument in self.instruments:
            blocks += self._instrument(instrument)
        for instrument in self.instruments:
            blocks += self._articles(instrument)
        for part in (self._definitions, self._readings, self._penalties, self._forms, self._questions):
            blocks += part()
        return "\n\n".join(blocks) + "\n"

    def _word(self, key: str, **slots: object) -> str:
        return _WORDS[key].get(self.lang).format_map(slots)

    def _say(self, text: Bilingual) -> str:
        return _plain(text.get(self.lang))

    def _head(self) -> Iterator[str]:
        yield f"# {self._say(self.pack.title)}"
        yield self._word("generated")
        articles = sum(len(one.articles) for one in self.instruments)
        yield self._word("counts", articles=articles, rules=len(self.rules), questions=len(self._asked()))

    def _instrument(self, one: Instrument) -> Iterator[str]:
        yield f"## {self._say(one.title)}"
        facts = [
            ("number", self._say(one.number)),
            ("issuer", self._say(one.issuer)),
            ("promulgated", one.promulgated and one.promulgated.isoformat()),
            ("in_force", one.in_force.start and one.in_force.start.isoformat()),
            ("official", f"<{one.url}>"),
            ("checked", one.checked and one.checked.isoformat()),
        ]
        yield "\n".join(f"- {self._labelled(key, value)}" for key, value in facts if value)
        rows = [
            (
                self._provision(one, article),
                self._say(article.title),
                self._word(f"handled.{article.handled.value}"),
                self._why(one, article),
            )
            for article in one.articles
        ]
        yield self._table(("provision", "subject", "handled", "reason"), rows)

    def _labelled(self, key: str, text: str) -> str:
        return say("label", self.lang, label=self._word(key), text=text)

    # Provisions --------------------------------------------------------------------------------------

    def _provision(self, one: Instrument, article: Article) -> str:
        return provision_text(Citation(one.id, article.number), self.lang, one)

    def _why(self, one: Instrument, article: Article) -> str:
        rules = ", ".join(f"`{rule.id}`" for rule in self._rules_of(one, article))
        reason = self._say(article.reason) if article.reason else ""
        return " ".join(part for part in (rules, reason) if part)

    def _rules_of(self, one: Instrument, article: Article) -> list[Rule]:
        """The rules whose first source is this article: each stands on the page once."""
        wanted = Citation(one.id, article.number)
        return [rule for rule in self.rules if rule.article == wanted]

    def _articles(self, one: Instrument) -> Iterator[str]:
        yield f"## {self._labelled('rules', self._say(one.short))}"
        for article in one.articles:
            rules = self._rules_of(one, article)
            if rules:
                yield f"### {self._provision(one, article)} {self._say(article.title)}"
            for rule in rules:
                yield from self._rule(rule)

    def _rule(self, rule: Rule) -> Iterator[str]:
        yield f"#### {self._say(rule.title)}"
        yield f"`{rule.id}` · {say(f'severity.{rule.severity.value}', self.lang)}"
        yield self._say(rule.because)
        yield "\n".join(f"- {self._labelled(key, text)}" for key, text in self._points(rule) if text)

    def _points(self, rule: Rule) -> Iterator[tuple[str, str]]:
        yield "source", say("list.semicolon", self.lang).join(map(self._source, rule.sources))
        yield "applies", self._word("always") if rule.when == TRUE else self._sentence(rule.when)
        yield "requires", self._sentence(rule.require)
        yield "remedied", self._sentence(rule.remedied_by) if rule.remedied_by else ""
        yield "penalty", self._penalty(rule)
        kinds = [self._say(self.book.evidence_kinds[kind]) for kind in rule.evidence]
        yield "evidence", say("list.and", self.lang).join(kinds)
        yield "fix", self._say(rule.fix)
        yield "doubt", self._say(rule.doubt) if rule.doubt else ""
        yield "questions", say("list.and", self.lang).join(f"`{fact}`" for fact in _facts_of(rule))

    def _source(self, source: Source) -> str:
        cited = _plain(citation_text(source.citation, self.book.instruments, self.lang))
        verified = self._word(f"verified.{source.verified.value}")
        return f"{cited}（{verified}）" if self.lang == "zh" else f"{cited} ({verified})"

    def _penalty(self, rule: Rule) -> str:
        if rule.penalty is None:
            return self._word("penalty.none")
        return _plain(citation_text(rule.penalty, self.book.instruments, self.lang))

    def _sentence(self, node: Node) -> str:
        titles = {one.id: one.title.get(self.lang) for one in self.book.definitions.values()}
        return _plain(condition_sentence(node, self.book.vocabulary, self.lang, titles))

    # What rules rest on ------------------------------------------------------------------------------

    def _definitions(self) -> Iterator[str]:
        own = [
            one
            for one in self.book.definitions.values()
            if one.source is not None and one.source.instrument in {mine.id for mine in self.instruments}
        ]
        if own:
            yield f"## {self._word('definitions')}"
        for one in own:
            yield f"- **{self._say(one.title)}** (`{one.id}`): {self._definition(one)}"

    def _definition(self, one: Definition) -> str:
        return self._sentence(one.condition.body if isinstance(one.condition, Named) else one.condition)

    def _facts(self) -> list[Fact]:
        used = {fact for rule in self.rules for fact in (*_facts_of(rule), *_scope_facts_of(rule))}
        return [fact for name, fact in self.book.vocabulary.facts.items() if name in used]

    def _asked(self) -> list[Fact]:
        """The questions, without readings and without the fields of lists."""
        return [fact for fact in self._facts() if fact.kind is not Kind.READING and fact.parent is None]

    def _readings(self) -> Iterator[str]:
        readings = [fact for fact in self._facts() if fact.kind is Kind.READING]
        if readings:
            yield f"## {self._word('readings')}"
        for fact in readings:
            yield f"### {self._say(fact.question or fact.label)}"
            yield f"`{fact.id}`"
            rows = [
                (self._say(option.label), self._say(option.source) if option.source else "")
                for option in fact.options
            ]
            yield self._table(("view", "basis"), rows)

    def _penalties(self) -> Iterator[str]:
        found = [(one, article) for one in self.instruments for article in one.articles if article.penalty]
        if found:
            yield f"## {self._word('penalties')}"
        for one, article in found:
            yield f"### {self._provision(one, article)} {self._say(article.title)}"
            if article.reason:
                yield self._say(article.reason)
            rows = [
                (self._say(step.when), self._say(step.measures), self._fine(step)) for step in article.penalty
            ]
            yield self._table(("step", "measures", "fine"), rows)

    def _fine(self, step: PenaltyStep) -> str:
        if step.fine is None:
            return "–"
        least, most, currency = step.fine
        return f"{currency} {least:,} – {most:,}"

    def _forms(self) -> Iterator[str]:
        for form in self.book.forms.values():
            if form.pack == self.pack.id:
                yield from self._form(form)

    def _form(self, form: Form) -> Iterator[str]:
        yield f"## {self._say(form.title)}"
        yield f"<{form.url}>"
        if form.note:
            yield self._say(form.note)
        for part in form.parts:
            yield f"### {self._say(part.title)}"
            rows = [
                (
                    self._say(field.label),
                    f"`{field.fact}`",
                    f"{self._say(field.source)} ({self._word(f'verified.{field.verified.value}')})",
                    self._say(field.note) if field.note else "",
                )
                for field in part.fields
            ]
            yield self._table(("field", "fact", "known", "note"), rows)

    def _questions(self) -> Iterator[str]:
        yield f"## {self._word('questions')}"
        rows = [(f"`{fact.id}`", self._say(fact.question or fact.label)) for fact in self._asked()]
        yield self._table(("fact", "question"), rows)

    def _table(self, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
        lines = [tuple(map(self._word, heads)), tuple("---" for _ in heads), *rows]
        return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _facts_of(rule: Rule) -> list[str]:
    """The facts a rule looks at in its own words, lists before the fields of their records."""
    found: dict[str, None] = {}
    for node in (rule.when, rule.require):
        parts = anatomy(node)
        found.update(dict.fromkeys(sorted(parts.lists | parts.facts)))
    return list(found)


def _scope_facts_of(rule: Rule) -> list[str]:
    parts = anatomy(rule.applies)
    return sorted(parts.lists | parts.facts)


def _plain(text: str) -> str:
    """A text of a pack as Markdown that says just that."""
    return " ".join(text.split()).translate(_SPECIAL)


__all__ = ["law_page"]
