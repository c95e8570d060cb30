"""Random manifests as people write them: every style the format allows, comments and blank lines anywhere."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

from compliance.facts.edits import (
    AddRecord,
    Edit,
    MarkUnknown,
    RemoveAnswer,
    RemoveRecord,
    RenameRecord,
    SetAnswer,
    SetComplete,
    SetView,
)
from compliance.facts.values import HELD, NONE, Quantity, Record, Records, Value
from compliance.facts.vocabulary import Fact, Kind, Vocabulary
from compliance.facts.wording import is_placeholder

TEXTS = [
    "某科技有限公司", "a", "x: y", "a #b", "- dash", "it's", 'say "hi"', "true", "12", "1e3", "2026-01-02", "null", "~",
    "逗号，顿号、", "a, b", "{x}", "[y]", "colon:", "?", "𠮷野家 🍣", "back\\slash", "two\nlines", "tab\tin", "*star",
    "&amp", "!bang", "%", "@at", "`tick`", "| pipe", "> more", "0x1F", "no", "é", "  lead", "trail ", "长" * 60,
    "#hash", "a:b", "'q'", '"dq"', "-1", "---", "...", "=", "<<", "key: {v}", "全角　空格", "：", "x:", ",", "\n",
]  # fmt: skip
REMARKS = ["x", "说明：a, b", "{", "- q", "k: v", '"']
TEXTS = [text for text in TEXTS if not is_placeholder(text)]
KEYS = [
    "官网",
    "a",
    "b c",
    "k: v",
    "x]",
    "[y",
    "a].b",
    "1",
    "it's",
    "é#",
    "q # r",
    "甲，乙",
    "p.q",
    "长" * 30,
]


def any_value(fact: Fact, draw: random.Random) -> Value:
    """A value of a fact's type, special answers among them."""
    if fact.sensitive and draw.random() < 0.5:
        return HELD
    if fact.can_be_none and draw.random() < 0.25:
        return NONE
    match fact.kind:
        case Kind.BOOLEAN:
            return draw.random() < 0.5
        case Kind.CHOICE | Kind.READING:
            return draw.choice(fact.options).id
        case Kind.CHOICES:
            least = 1 if fact.at_least_one else 0
            ids = [option.id for option in fact.options]
            return frozenset(draw.sample(ids, draw.randint(least, len(ids))))
        case Kind.NUMBER:
            return draw.randint(max(fact.minimum or 0, 0), 999)
        case Kind.QUANTITY:
            return Quantity(draw.randint(max(fact.minimum or 0, 0), 999), draw.choice(fact.units))
        case Kind.DATE:
            return date(2019, 1, 1) + timedelta(days=draw.randrange(3000))
        case Kind.TEXT:
            return draw.choice(TEXTS)
        case _:
            keys = draw.sample(KEYS, draw.randint(0, 3))
            complete = draw.random() < 0.6 if keys or not fact.at_least_one else False
            return Records(tuple(any_record(fact, key, draw) for key in keys), complete)


def any_record(fact: Fact, key: str, draw: random.Random) -> Record:
    fields = {
        field.id: any_value(field, draw)
        for field in fact.fields
        if field.name != fact.key and draw.random() < 0.5
    }
    own = next(field.id for field in fact.fields if field.name == fact.key)
    return Record(key, {**fields, own: key})


def simple_facts(vocabulary: Vocabulary, *, sensitive: bool = False) -> list[Fact]:
    """The facts that can stand below `facts:`."""
    return [
        fact
        for fact in vocabulary.facts.values()
        if fact.parent is None and fact.kind is not Kind.READING and (sensitive or not fact.sensitive)
    ]


def any_edit(vocabulary: Vocabulary, answers: dict[str, Value], draw: random.Random) -> Edit:
    """An edit that can be made to these answers."""
    lists = [fact for fact in simple_facts(vocabulary) if fact.kind is Kind.RECORDS]
    full = [fact for fact in lists if isinstance(v := answers.get(fact.id), Records) and v.entries]
    fact = draw.choice(simple_facts(vocabulary))
    if answers and draw.random() < 0.6:
        known = vocabulary[draw.choice(sorted(answers))]
        fact = known if known.kind is not Kind.READING and not known.sensitive else fact
    choice = draw.randrange(9)
    if choice == 0:
        return MarkUnknown(fact.id)
    if choice == 1:
        return RemoveAnswer(fact.id)
    if choice == 2:
        own = draw.choice(full or lists)
        value = answers.get(own.id)
        taken = {entry.key for entry in value.entries} if isinstance(value, Records) else set()
        return AddRecord(
            own.id, any_record(own, draw.choice([k for k in [*KEYS, "新"] if k not in taken]), draw)
        )
    if choice == 3:
        reading = draw.choice([f for f in vocabulary.facts.values() if f.kind is Kind.READING])
        view = draw.choice(reading.options).id
        by = draw.choice([t for t in TEXTS if t.strip()])
        if draw.random() < 0.2:
            return draw.choice([MarkUnknown, RemoveAnswer])(reading.id)
        return SetView(reading.id, view, by, date(2026, 5, 1), draw.choice(["", "见备忘录", "a: b"]))
    if choice in (4, 5, 6) and full:
        own = draw.choice(full)
        value = answers[own.id]
        assert isinstance(value, Records)
        entry = draw.choice(value.entries)
        field = draw.choice([f for f in own.fields if f.name != own.key])
        path = f"{own.id}[{entry.key}].{field.name}"
        if choice == 4:
            if draw.random() < 0.5:
                return SetComplete(own.id, draw.random() < 0.5)
            if len(value.entries) > 1 or not own.at_least_one or not value.complete:
                return RemoveRecord(own.id, entry.key)
        if choice == 5:
            if draw.random() < 0.3:
                others = {e.key for e in value.entries} - {entry.key}
                return RenameRecord(own.id, entry.key, draw.choice([k for k in KEYS if k not in others]))
            return draw.choice([MarkUnknown, RemoveAnswer])(path)
        return SetAnswer(path, any_value(field, draw))
    return SetAnswer(fact.id, any_value(fact, draw))


class Writer:
    """Writes answers as one of many people would."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.step = draw.choice([2, 2, 3, 4])
        self.offset = draw.choice([0, self.step])
        self.flow = draw.choice([0.0, 0.2, 0.5])
        self.remarks = draw.choice([0.0, 0.2, 0.6])
        self.count = 0

    def comment(self) -> str:
        self.count += 1
        return f"# c{self.count} {self.draw.choice(REMARKS)}"

    def above(self, column: int) -> list[str]:
        """Comment lines and blank lines."""
        lines = []
        while self.draw.random() < self.remarks / 2:
            deeper = self.draw.choice([0, 0, 0, 2])
            lines.append(self.draw.choice(["", " " * (column + deeper) + self.comment()]))
        return lines

    def beside(self) -> str:
        if self.draw.random() >= self.remarks:
            return ""
        return " " * self.draw.randint(1, 6) + self.comment()

    def text(self, text: str, flow: bool) -> str:
        odd = not text.isprintable() or text != text.strip() or not text
        ways = [json.dumps(text, ensure_ascii=False)]
        if not odd:
            ways += ["'" + text.replace("'", "''") + "'"]
            if not set(text) & set("#:,[]{}?&*!|>'\"%@`-.=<~\\") and text not in ("null",):
                ways += [text] * 4
        return self.draw.choice(ways)

    def scalar(self, value: Value, fact: Fact, flow: bool) -> str:
        match value:
            case bool():
                return self.draw.choice(["true", "True", "TRUE"] if value else ["false", "False"])
            case str():
                return self.text(value, flow)
            case date():
                return self.draw.choice(
                    [value.isoformat(), f"{value.year}年{value.month}月{value.day}日", f'"{value}"']
                )
            case Quantity():
                return str(value)
            case int():
                return str(value)
        return "held" if value is HELD else "not yet" if fact.kind is Kind.DATE else "none"

    def flowing(self, value: object, fact: Fact, column: int) -> str:
        """In brackets, on one line or several."""
        if isinstance(value, frozenset):
            return self.bracket("[]", [self.draw.choice([i, f'"{i}"']) for i in self.shuffled(value)], column)
        if isinstance(value, Records):
            parts = [self.record_flow(entry, fact, column + 2) for entry in value.entries]
            if not value.complete:
                parts.append(self.draw.choice(["and more", '"and more"']))
            return self.bracket("[]", parts, column)
        return self.scalar(value, fact, True)  # type: ignore[arg-type]

    def shuffled(self, items: object) -> list[str]:
        found = sorted(items)  # type: ignore[call-overload]
        self.draw.shuffle(found)
        return found

    def bracket(self, marks: str, parts: list[str], column: int) -> str:
        """Parts within brackets."""
        draw = self.draw
        pad = " " if draw.random() < 0.2 else ""
        if not parts or draw.random() < 0.7:
            extra = draw.choice(["", "", ",", ", "]) if parts else ""
            return marks[0] + pad + draw.choice([", ", ",  ", " , "]).join(parts) + extra + pad + marks[1]
        lines = [marks[0] + self.beside()]
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            lines += self.above(column + 2)
            lines.append(
                " " * (column + 2) + part + ("" if last and draw.random() < 0.5 else ",") + self.beside()
            )
        return "\n".join(lines) + "\n" + " " * (column + 1) + marks[1]

    def record_flow(self, record: Record, fact: Fact, column: int) -> str:
        if len(record.fields) == 1 and self.draw.random() < 0.3:
            return f"{fact.key}: {self.text(record.key, True)}"
        parts = [f"{name}: {text}" for name, text in self.fields(record, fact, column)]
        return self.bracket("{}", parts, column)

    def fields(self, record: Record, fact: Fact, column: int) -> list[tuple[str, str]]:
        found = []
        for field in fact.fields:
            if field.id in record.fields:
                found.append((field.name, self.flowing(record.fields[field.id], field, column + 2)))
            elif self.draw.random() < 0.1:
                found.append((field.name, "unknown"))
        if self.draw.random() < 0.3:
            self.draw.shuffle(found)
        return found

    def entry(self, key: str, value: object, fact: Fact, column: int) -> list[str]:
        """The lines of a fact."""
        name = self.draw.choice([key, key, key, f'"{key}"', f"'{key}'"])
        head = " " * column + name + ":"
        if (
            isinstance(value, Records)
            and (value.entries or not value.complete)
            and self.draw.random() >= self.flow
        ):
            return [head + self.beside(), *self.block_list(value, fact, column + self.offset)]
        if isinstance(value, frozenset) and value and self.draw.random() < 0.2:
            lines = [head + self.beside()]
            for item in self.shuffled(value):
                lines += [
                    *self.above(column + self.offset),
                    " " * (column + self.offset) + f"- {item}" + self.beside(),
                ]
            return lines
        if isinstance(value, str) and fact.kind is Kind.TEXT and self.draw.random() < 0.1:
            return self.literal(head, value, column) or [head + " " + self.text(value, False) + self.beside()]
        gap = self.draw.choice([" ", " ", "  ", "\n" + " " * (column + 3)])
        return [head + gap + self.flowing(value, fact, column + 3) + self.beside()]

    def literal(self, head: str, value: str, column: int) -> list[str]:
        """In block style, where the text can be."""
        if value != value.strip() or not value.isprintable():
            return []
        mark = self.draw.choice(["|-", ">-", "|-2"]) if self.step == 2 else "|-"
        deep = " " * (column + 2)
        return [f"{head} {mark}{self.beside()}", deep + value, *self.draw.choice([[], [""]])]

    def block_list(self, value: Records, fact: Fact, column: int) -> list[str]:
        lines = []
        for record in value.entries:
            lines += self.above(column)
            if self.draw.random() < 0.4:
                lines.append(" " * column + "- " + self.record_flow(record, fact, column + 2) + self.beside())
                continue
            gap = self.draw.choice([1, 1, 1, 3])
            dash = " " * column + "-" + " " * gap
            if self.draw.random() < 0.1:
                lines.append(" " * column + "-" + self.beside())
                dash = " " * (column + 1 + gap)
            for name, text in self.fields(record, fact, column + 4):
                lines.append(dash + f"{name}: {text}" + self.beside())
                dash = " " * (column + 1 + gap)
                lines += self.above(column + 1 + gap)
        if not value.complete:
            lines += [*self.above(column), " " * column + "- and more" + self.beside()]
        return lines

    def group(self, tree: dict[str, object], vocabulary: Vocabulary, prefix: str, column: int) -> list[str]:
        """The lines of a group of facts."""
        lines: list[str] = []
        for key, value in tree.items():
            path = f"{prefix}{key}"
            lines += self.above(column)
            if not isinstance(value, dict):
                if value is None:
                    text = self.draw.choice(["", " unknown", " ~", " null"])
                    lines.append(" " * column + f"{key}:{text}" + self.beside())
                else:
                    lines += self.entry(key, value, vocabulary[path], column)
            elif self.draw.random() < self.flow / 3:
                lines.append(
                    " " * column + f"{key}: " + self.group_flow(value, vocabulary, path + ".", column + 2)
                )
            else:
                lines.append(" " * column + f"{key}:" + self.beside())
                lines += self.group(value, vocabulary, path + ".", column + self.step)
        return lines

    def group_flow(self, tree: dict[str, object], vocabulary: Vocabulary, prefix: str, column: int) -> str:
        parts = []
        for key, value in tree.items():
            path = f"{prefix}{key}"
            if isinstance(value, dict):
                text = self.group_flow(value, vocabulary, path + ".", column + 2)
            elif value is None:
                text = self.draw.choice(["unknown", "", "~"])
            else:
                text = self.flowing(value, vocabulary[path], column + 2)
            parts.append(f"{key}: {text}" if text or self.draw.random() < 0.8 else key)
        return self.bracket("{}", parts, column)


def any_manifest(vocabulary: Vocabulary, draw: random.Random) -> bytes:
    """The bytes of a random manifest."""
    writer = Writer(draw)
    facts = simple_facts(vocabulary)
    chosen = draw.sample(facts, draw.randint(0, 14))
    if draw.random() < 0.5:
        chosen = [fact for fact in facts if fact in chosen]
    tree: dict[str, object] = {}
    for fact in chosen:
        *groups, name = fact.id.split(".")
        here = tree
        for group in groups:
            here = here.setdefault(group, {})  # type: ignore[assignment]
        here[name] = None if draw.random() < 0.15 else any_value(fact, draw)
    lines = writer.above(0)
    if draw.random() < 0.2:
        lines.append("---" + writer.beside())
    lines += ["compliance: 1" + writer.beside(), *writer.above(0)]
    if draw.random() < 0.7:
        lines += ["language: en" + writer.beside(), *writer.above(0)]
    parts = [_facts(writer, tree, vocabulary), _readings(writer, vocabulary), _others(writer)]
    draw.shuffle(parts)
    for part in parts:
        lines += [*part, *writer.above(0)]
    text = "\n".join(lines) + draw.choice(["\n", "\n", "\n", "", "\n\n"])
    newline = draw.choice(["\n", "\n", "\r\n", "\r"])
    return draw.choice([b"", b"", b"\xef\xbb\xbf"]) + text.replace("\n", newline).encode()


def _facts(writer: Writer, tree: dict[str, object], vocabulary: Vocabulary) -> list[str]:
    if not tree:
        return writer.draw.choice([[], ["facts:" + writer.beside()], ["facts: {}" + writer.beside()]])
    if writer.draw.random() < writer.flow / 4:
        return ["facts: " + writer.group_flow(tree, vocabulary, "", 1)]
    return ["facts:" + writer.beside(), *writer.group(tree, vocabulary, "", writer.step)]


def _readings(writer: Writer, vocabulary: Vocabulary) -> list[str]:
    draw = writer.draw
    readings = [fact for fact in vocabulary.facts.values() if fact.kind is Kind.READING]
    chosen = draw.sample(readings, draw.choice([0, 0, 1, 2]))
    lines = ["readings:" + writer.beside()] if chosen or draw.random() < 0.3 else []
    for fact in chosen:
        view = [f"view: {draw.choice(fact.options).id}", "by: 律师", "on: 2026-05-01", "note: 'n: x'"]
        view = view[: draw.choice([3, 4])]
        if draw.random() < 0.5:
            lines.append("  " + f"{fact.id}: " + writer.bracket("{}", view, 4))
        else:
            lines.append(f"  {fact.id}:" + writer.beside())
            for line in view:
                lines += ["    " + line + writer.beside(), *writer.above(4)]
    return lines


def _others(writer: Writer) -> list[str]:
    if writer.draw.random() < 0.5:
        return []
    return [
        "evidence:" + writer.beside(),
        "  - {id: policy, kind: access-procedure, url: 'https://example.com/policy'}" + writer.beside(),
        "waivers:",
        "- rule: r" + writer.beside(),
        "  reason: 原因",
        "  approver: x",
        "  expires: 2027-01-31" + writer.beside(),
    ]
