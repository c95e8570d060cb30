"""A first `compliance.yaml` from the packs' vocabulary: every question with its help, nothing answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from compliance.facts.vocabulary import Bilingual, Fact, Kind
from compliance.packs.rulebook import RuleBook
from compliance.reports.text.layout import text_width, wrap

WIDTH = 96
_SEPARATOR = " | "
SCHEMA_LINE = "# yaml-language-server: $schema=./compliance.schema.json\n"

_HEAD = Bilingual(
    "What this service says about itself. Answer what you know; `unknown` (or nothing) means not answered.\n"
    "Check with: compliance check",
    "本服务的自述。请填写已知的内容；`unknown`（或留空）表示未回答。\n检查命令：compliance check",
)
_READINGS = Bilingual(
    "Doubts of law, for counsel: which view, who holds it, since when. Remove the # and fill in.",
    "法律疑义，由律师判断：采何种理解、何人、何时。去掉 # 后填写。",
)
_EVIDENCE = Bilingual(
    "Documents that support the answers: files beside this one, or URLs. Remove the # and fill in.",
    "支持上述答案的材料：与本文件同处的文件或网址。去掉 # 后填写。",
)
_WAIVERS = Bilingual(
    "Accepted deviations, shown in every report; they never change the verdict.",
    "内部批准的偏离，每份报告都会列示；不改变结论，也不免除法律义务。",
)
_PRIVATE = Bilingual(
    "Sensitive answers (numbers, phones, names of persons). Keep it out of version control.\n"
    "Nested like the facts of compliance.yaml; write `held` there.",
    "敏感信息（证件号码、电话、人员姓名）。请勿纳入版本库。\n结构与 compliance.yaml 的 facts 相同；该文件中写 `held`。",
)


def starter(book: RuleBook, lang: str) -> str:
    """The text of a first manifest. Read as it is, nothing in it is answered."""
    lines = [
        SCHEMA_LINE.rstrip("\n"),
        *_comment(_HEAD.get(lang)),
        "compliance: 1",
        f"language: {lang}",
        "facts:",
    ]
    previous: tuple[str, ...] = ()
    section = None
    titles = {fact: one.title.get(lang) for one in book.sections for fact in one.facts}
    for fact in _in_order(book):
        title = titles.get(fact.id)
        *groups, name = fact.id.split(".")
        shared = _shared(previous, tuple(groups))
        if title is not None and title != section:
            lines += ["", *_comment(f"== {title} ==", 2 * (shared + 1))]
            section = title
        for depth in range(shared, len(groups)):
            lines.append(f"{'  ' * (depth + 1)}{groups[depth]}:")
        lines += _fact(fact, name, len(groups) + 1, lang)
        previous = tuple(groups)
    lines += ["", *_comment(_READINGS.get(lang)), "readings:", *_readings(book, lang)]
    lines += ["", *_comment(_EVIDENCE.get(lang)), "evidence:", *_evidence(book)]
    lines += ["", *_comment(_WAIVERS.get(lang)), "waivers:", *_comment(_WAIVER)]
    return "\n".join(lines) + "\n"


def private_starter(lang: str) -> str:
    """The text of an empty private file."""
    return "\n".join([*_comment(_PRIVATE.get(lang)), "compliance: 1", "facts: {}"]) + "\n"


_WAIVER = "- {rule: …, reason: …, approver: …, expires: 2027-01-31}"


def _in_order(book: RuleBook) -> list[Fact]:
    """The facts to answer: in the order of the sections, then of the packs, those of one group together."""
    facts = {
        fact.id: fact
        for fact in book.vocabulary.facts.values()
        if fact.parent is None and fact.kind is not Kind.READING
    }
    named = [fact_id for section in book.sections for fact_id in section.facts if fact_id in facts]
    ordered = list(dict.fromkeys([*named, *facts]))
    return [facts[fact_id] for fact_id in _grouped([fact_id.split(".") for fact_id in ordered])]


def _grouped(ids: list[list[str]], depth: int = 0) -> Iterator[str]:
    """Ids so ordered that a group is never left and entered again: YAML has each key once."""
    by_part: dict[str, list[list[str]]] = {}
    for parts in ids:
        by_part.setdefault(parts[depth], []).append(parts)
    for members in by_part.values():
        own = [parts for parts in members if len(parts) == depth + 1]
        yield from (".".join(parts) for parts in own)
        deeper = [parts for parts in members if len(parts) > depth + 1]
        if deeper:
            yield from _grouped(deeper, depth + 1)


def _shared(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _fact(fact: Fact, name: str, depth: int, lang: str) -> list[str]:
    indent = 2 * depth
    said = fact.question.get(lang) if fact.question else fact.label.get(lang)
    lines = _comment(said, indent)
    if fact.help is not None:
        lines += _comment(fact.help.get(lang), indent)
    entry = f"{' ' * indent}{name}: unknown"
    beside = f"{entry}  # {_choices(fact, lang)}"
    if text_width(beside) <= WIDTH:
        lines.append(beside)
    else:
        # One option a line: a long line of them cannot be read.
        lines += _one_a_line(_choices(fact, lang), indent)
        lines.append(entry)
    if fact.kind is Kind.RECORDS:
        lines += _record(fact, indent, lang)
    return lines


def _one_a_line(choices: str, indent: int) -> list[str]:
    """Choices below each other, marked but for the words that introduce them."""
    said = choices.split(_SEPARATOR)
    return [
        line for one in said for line in _comment(one if one.endswith((":", "：")) else f"| {one}", indent)
    ]


def _choices(fact: Fact, lang: str) -> str:
    """What can be written, in one line."""
    said = _kind_hint(fact, lang)
    if fact.kind is Kind.DATE:
        if fact.can_be_none:
            said += " | not yet"
    elif fact.none:
        said += " | none"
    return said + (" | held" if fact.sensitive else "")


def _kind_hint(fact: Fact, lang: str) -> str:
    match fact.kind:
        case Kind.BOOLEAN:
            return "true | false"
        case Kind.CHOICE | Kind.READING:
            return _options(fact, lang)
        case Kind.CHOICES:
            return f"{_set_hint(fact, lang)}{_SEPARATOR}{_options(fact, lang)}"
        case Kind.NUMBER:
            return str(max(12, fact.minimum or 0))
        case Kind.QUANTITY:
            return _SEPARATOR.join(f"{max(10, fact.minimum or 0)} {unit}" for unit in fact.units)
        case Kind.DATE:
            return "2026-02-10"
        case Kind.TEXT:
            return "文字" if lang == "zh" else "text"
        case Kind.RECORDS:
            return _list_hint(fact, lang)
        case _:
            assert_never(fact.kind)


def _set_hint(fact: Fact, lang: str) -> str:
    """How a set is written, with options it has, and whether it can be empty."""
    sample = f"[{', '.join(option.id for option in fact.options[:2])}]"
    if fact.at_least_one:
        return f"{sample}，至少选一项：" if lang == "zh" else f"{sample}, at least one of:"
    return (
        f"{sample}，没有则写 []，可选：" if lang == "zh" else f"{sample}, [] when there is none; a list of:"
    )


def _list_hint(fact: Fact, lang: str) -> str:
    """How a list of records is written, and whether it can be empty."""
    if fact.at_least_one:
        return "清单，写法见下，至少一项" if lang == "zh" else "a list as below, with one entry or more"
    return "清单，写法见下；没有则写 []" if lang == "zh" else "a list as below; [] when there is none"


def _options(fact: Fact, lang: str) -> str:
    bracket = "{}（{}）" if lang == "zh" else "{} ({})"
    return _SEPARATOR.join(bracket.format(option.id, option.label.get(lang)) for option in fact.options)


def _record(fact: Fact, indent: int, lang: str) -> list[str]:
    """A commented entry of a list, one field a line. It can be used as it is: only its name is filled in."""
    lines = []
    for number, field in enumerate(fact.fields):
        dash = "- " if number == 0 else "  "
        label = field.label.get(lang)
        sample = "…" if field.name == fact.key else ""
        lines += _hanging(f"{dash}{field.name}: {sample}", f"{label}: {_choices(field, lang)}", indent + 2)
    last = "最后一项，如清单不完整" if lang == "zh" else "last entry, if the list is not complete"
    return [*lines, *_hanging("- and more", last, indent + 2)]


def _hanging(code: str, remark: str, indent: int) -> list[str]:
    return [f"{' ' * indent}# {code.rstrip()}  # {' '.join(remark.split())}"]


def _readings(book: RuleBook, lang: str) -> list[str]:
    lines = []
    for fact in book.vocabulary.facts.values():
        if fact.kind is not Kind.READING:
            continue
        said = fact.question.get(lang) if fact.question else fact.label.get(lang)
        lines += _comment(said, 2)
        lines += _one_a_line(_options(fact, lang), 2)
        lines += [f"  # {fact.id}: {{view: {fact.options[0].id}, by: …, on: 2026-05-01}}"]
    return lines


def _evidence(book: RuleBook) -> list[str]:
    kinds = " | ".join(book.evidence_kinds)
    lines = _comment(f"kind: {kinds}") if kinds else []
    return [*lines, *_comment("- {id: receipt-2026, kind: …, file: docs/receipt.pdf, issued: 2026-03-02}")]


def _comment(text: str, indent: int = 0) -> list[str]:
    room = WIDTH - indent - 2
    return [
        f"{' ' * indent}# {line}"
        for paragraph in text.splitlines()
        for line in wrap(" ".join(paragraph.split()), room)
    ]
