"""What a project's files suggest: only what is certain to be the one, and whatever lies there no traceback."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

import pytest

from compliance.facts.identifiers import Identifier
from compliance.facts.values import Record, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Suggestion, Vocabulary
from compliance.frozen import changed
from compliance.interview.fits import misfit
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook
from compliance.wizard import scan
from compliance.wizard.proposals import Proposal
from compliance.wizard.scan import proposals_in
from tests.platforms import needs_links, needs_modes, needs_posix_files

BOOK = load_rule_book([bundled_rules()], None)
USCC = "91110000000000000E"
OTHER = "91330000MA00000007"
FILED = "京网信备11000025000000000019号"
ICP = "京ICP备00000001号"


def written(folder: Path, **files: str) -> Path:
    """Files by name; `__` stands for `/` and `_dot_` for a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def endpoints(*names: str) -> dict[str, Value]:
    own = "service.endpoints"
    return {own: Records(tuple(Record(name, {f"{own}.name": name}) for name in names), complete=False)}


# Numbers -----------------------------------------------------------------------------------------------------


def test_one_number_is_proposed_with_its_place(tmp_path: Path) -> None:
    folder = written(
        tmp_path, public__index_dot_html=f"<html>\n\n<footer>信用代码：{USCC}，版权所有</footer>\n"
    )
    assert proposals_in(folder, BOOK) == {
        "entity.uscc": Proposal(
            "entity.uscc", USCC, "public/index.html:3", f"<footer>信用代码：{USCC}，版权所有</footer>"
        )
    }


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("91110000000000000e", USCC),
        (USCC.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}), USCC),
        ("9111 0000 0000 0000 0E", USCC),
        ("code=91110000000000000E;", USCC),
        ("<b>91110000000000000E</b>", USCC),
        # Part of something longer, or with a wrong check character: no such number.
        ("A91110000000000000E", None),
        ("91110000000000000E9", None),
        ("x_91110000000000000E", None),
        ("８91110000000000000E", None),
        ("91110000000000000F", None),
        ("9111000000000\n0000E", None),
        ("9111  000000000000 0E", None),
    ],
)
def test_what_counts_as_the_number(tmp_path: Path, line: str, value: str | None) -> None:
    found = proposals_in(written(tmp_path, a=f"first\n{line}\n"), BOOK)
    assert (found["entity.uscc"].value if found else None) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("备案号：京ICP备00000001号", ICP),
        ("备案号：京icp备 00000001 号 - 2", "京ICP备00000001号-2"),
        ("京ICP备00000001号-2", "京ICP备00000001号-2"),
        # Found without blanks, it is not found again with what stands behind one.
        ("京ICP备00000001号 -2", ICP),
        ("京ICP备00000001号－12A 京公网安备", "京ICP备00000001号-12A"),
        ("京ICP证000001号", None),
        ("京ICP备000001号", None),
    ],
)
def test_the_longest_number_at_a_place(tmp_path: Path, line: str, value: str | None) -> None:
    found = proposals_in(written(tmp_path, a=line), BOOK, endpoints("site"))
    own = found.get("service.endpoints[site].icp_number")
    assert (own.value if own else None) == value


def test_a_number_written_with_and_without_blanks_is_one(tmp_path: Path) -> None:
    folder = written(tmp_path, a=f"{USCC} and 9111 0000 0000 0000 0e", b=USCC.lower())
    assert proposals_in(folder, BOOK)["entity.uscc"].where == "a:1"


def test_of_two_numbers_none_is_proposed(tmp_path: Path) -> None:
    written(tmp_path, a=USCC)
    assert "entity.uscc" in proposals_in(tmp_path, BOOK)
    assert proposals_in(written(tmp_path, b__c=f"our customer {OTHER}"), BOOK) == {}


def test_sensitive_facts_are_never_proposed(tmp_path: Path) -> None:
    folder = written(tmp_path, a="负责人手机 13000000000，someone@service.example", README="13000000000")
    assert proposals_in(folder, BOOK) == {}


def test_every_proposal_fits_its_question(tmp_path: Path) -> None:
    page = f'<a href="/r">投诉举报</a><a href="/g">平台公约</a><a>平台规则</a> {USCC} {FILED} {ICP}'
    written(tmp_path, index_dot_html=page)
    (tmp_path / "营业执照.PDF").write_bytes(b"\0")
    found = proposals_in(tmp_path, BOOK, endpoints("site"))
    assert set(found) == {
        "complaints.entry",
        "terms.convention_published",
        "terms.rules_published",
        "entity.document_scan_ready",
        "entity.uscc",
        "filing.number",
        "service.endpoints[site].icp_number",
        "service.endpoints[site].number_displayed",
    }
    for path, proposal in found.items():
        fact = BOOK.vocabulary[path.replace("[site]", "")]
        assert proposal.path == path and not fact.sensitive
        assert misfit(fact, proposal.value) is None


def test_fields_of_records_are_proposed_for_the_only_one_or_one_named_so(tmp_path: Path) -> None:
    written(tmp_path, web__index_dot_html="京ICP备00000001号-1", app__main_dot_js="京ICP备00000001号-2")
    path = "service.endpoints[{}].icp_number".format
    assert proposals_in(tmp_path, BOOK) == {}
    assert proposals_in(tmp_path, BOOK, endpoints("web")) == {}  # two numbers
    found = proposals_in(tmp_path, BOOK, endpoints("Web", "app", "third"))
    assert {own: one.value for own, one in found.items()} == {
        path("Web"): "京ICP备00000001号-1",
        path("app"): "京ICP备00000001号-2",
    }
    (tmp_path / "app" / "main.js").unlink()
    assert set(proposals_in(tmp_path, BOOK, endpoints("anything"))) == {path("anything")}


def small_book(*facts: Fact) -> RuleBook:
    scheme = Identifier("s", Bilingual("s", "s"), ("upper",), "ß?AB-[0-9]{3}")
    return changed(BOOK, vocabulary=Vocabulary({one.id: one for one in facts}), identifiers={"s": scheme})


def text_fact(own: str, **more: object) -> Fact:
    return Fact(own, Kind.TEXT, Bilingual("x", "x"), identifier="s", **more)  # type: ignore[arg-type]


def test_a_scheme_that_two_facts_share_says_nothing(tmp_path: Path) -> None:
    written(tmp_path, a="ab-123")
    assert set(proposals_in(tmp_path, small_book(text_fact("one")))) == {"one"}
    assert proposals_in(tmp_path, small_book(text_fact("one"), text_fact("two"))) == {}


def test_letters_that_are_two_in_the_other_case(tmp_path: Path) -> None:
    written(tmp_path, a="ßßß ﬁ ŉ ab-123 ß")
    assert proposals_in(tmp_path, small_book(text_fact("one")))["one"].excerpt == "ßßß ﬁ ŉ ab-123 ß"


# Links and files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.html", '<a href="/report">投诉举报</a>', True),
        ("a.html", '<a class="x"\n href="/report"><span>\n投诉举报</span></a>', True),
        ("a.vue", '<router-link to="/report">投诉举报</router-link>', True),
        ("a.tsx", "<NavLink to='/r'>Report abuse</NavLink>", True),
        ("a.wxml", '<navigator url="/r">我要举报</navigator>', True),
        ("menu.ts", "{ text: '投诉举报', link: '/report' },", True),
        ("menu.json", '{"label": "REPORT ABUSE", "href": "/report"}', True),
        ("a.html", "[投诉举报](/report)", True),
        ("a.html", "<p>投诉举报由客服处理</p>", False),
        ("a.html", '<a href="/">首页</a> 投诉举报', False),
        ("a.js", "// 投诉举报 url: none", False),
        ("a.html", '<a href="/">We report abuses</a>', False),
        ("a.md", '<a href="/report">投诉举报</a>', False),
        ("a.yaml", "{ text: '投诉举报', link: '/report' },", False),
    ],
)
def test_links(tmp_path: Path, name: str, text: str, found: bool) -> None:
    (tmp_path / name).write_text("\n" + text, encoding="utf-8")
    proposals = proposals_in(tmp_path, BOOK)
    assert (set(proposals) == {"complaints.entry"}) is found
    if found:
        one = proposals["complaints.entry"]
        assert one.value is True and one.where.startswith(f"{name}:") and one.excerpt


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("营业执照.pdf", True),
        ("2025年营业执照（副本）.JPG", True),
        ("business-license.pdf", True),
        ("business_licence-2025.pdf", True),
        ("营业执照.md", False),
        ("licence.pdf", False),
    ],
)
def test_names_of_files(tmp_path: Path, name: str, found: bool) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / name).write_bytes(b"%PDF\0")
    proposals = proposals_in(tmp_path, BOOK)
    assert bool(proposals) is found
    if found:
        assert proposals["entity.document_scan_ready"].where == f"papers/{name}"


def test_answers_other_than_yes(tmp_path: Path) -> None:
    choice = Fact(
        "c", Kind.CHOICE, Bilingual("x", "x"), suggested_by=Suggestion("one", files=("dockerfile",))
    )
    (tmp_path / "Dockerfile").touch()
    assert proposals_in(tmp_path, small_book(choice))["c"].value == "one"


# Bounds and hostile folders ----------------------------------------------------------------------------------


def test_what_is_skipped(tmp_path: Path) -> None:
    written(
        tmp_path,
        _dot_git__config=USCC,
        node_modules__x__a_dot_js=USCC,
        env__pyvenv_dot_cfg="home",
        env__lib__a_dot_py=USCC,
        compliance_dot_yaml=f"facts: {{entity: {{uscc: {USCC}}}}}",
    )
    (tmp_path / "compliance-questions.zh.csv").write_text(USCC)
    (tmp_path / "compliance.answers.jsonl").write_text(USCC)
    (tmp_path / "binary").write_bytes(USCC.encode() + b"\0")
    (tmp_path / "large.txt").write_bytes(USCC.encode() + b"\n" * scan.LARGEST_FILE)
    assert proposals_in(tmp_path, BOOK) == {}


def test_a_file_in_gb18030_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(f"<p>备案编号：{FILED}</p>".encode("gb18030"))
    assert proposals_in(tmp_path, BOOK)["filing.number"].value == FILED


@needs_links
@needs_modes
@needs_posix_files
def test_links_pipes_and_locked_files(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    written(outside, a=USCC)
    folder = tmp_path / "project"
    written(folder, ok_dot_txt=FILED, locked_dot_txt=OTHER, locked__a=OTHER)
    (folder / "up").symlink_to(outside)
    (folder / "a").symlink_to(outside / "a")
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    os.mkfifo(folder / "pipe")
    for name in ("locked.txt", "locked"):
        (folder / name).chmod(0)
    try:
        found = proposals_in(folder, BOOK)
    finally:
        (folder / "locked").chmod(0o700)
    readable_by_all = os.geteuid() == 0
    assert set(found) == {"filing.number", "entity.uscc"} if readable_by_all else {"filing.number"}
    assert USCC not in [one.value for one in found.values()]


@needs_posix_files
def test_names_that_could_deceive(tmp_path: Path) -> None:
    name = os.fsencode(str(tmp_path)) + b"/a\x1b[31m\n\t\xff\xe2\x80\xae.html"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(f"\x1b[2J {USCC} \u202e abc \x07")
    one = proposals_in(tmp_path, BOOK)["entity.uscc"]
    assert one.where == "a<U+001B>[31m<U+000A><U+0009><U+DCFF><U+202E>.html:1"
    assert one.excerpt == f"<U+001B>[2J {USCC} <U+202E> abc <U+0007>"
    assert (one.where + one.excerpt).isprintable()


def test_excerpts_are_short(tmp_path: Path) -> None:
    written(tmp_path, a="长" * 5_000 + f" {USCC} " + "\u202e" * 5_000)
    excerpt = proposals_in(tmp_path, BOOK)["entity.uscc"].excerpt
    assert USCC in excerpt and len(excerpt) <= 2 * scan.LONGEST_EXCERPT + 2
    assert excerpt.startswith("…") and excerpt.endswith("…")


def test_deep_and_broad_folders_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath(*["d"] * (scan.DEEPEST + 3))
    written(deep, a=USCC)
    assert proposals_in(tmp_path, BOOK) == {}
    for number in range(300):
        (tmp_path / f"f{number:03}").write_text(FILED if number == 299 else "x" * 100)
    assert set(proposals_in(tmp_path, BOOK)) == {"filing.number"}
    for bound, most in (
        ("MOST_FILES", 200),
        ("MOST_BYTES", 20_000),
        ("MOST_ENTRIES", 1),
        ("MOST_CLOSER", 10),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(scan, bound, most)
            started = dict(proposals_in(tmp_path, BOOK))
        assert started == {} or bound == "MOST_ENTRIES"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert proposals_in(tmp_path / "none", BOOK) == {}
    (tmp_path / "file").write_text(USCC)
    assert proposals_in(tmp_path / "file", BOOK) == {}


@pytest.mark.parametrize(
    "text",
    [
        "91110000" * 125_000,
        "91110000000000000 " * 55_000,
        "京ICP备0000000" * 90_000,
        "京ICP备00000001号-" * 70_000,
        "<a " * 300_000 + "投诉举报" * 20_000,
        "投诉举报\n" * 80_000,
        "ﬁ91110000000000000E " * 40_000,
        "[" * 900_000 + "平台规则](",
    ],
)
def test_text_made_to_be_slow(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.html").write_text(text[: scan.LARGEST_FILE // 3], encoding="utf-8")
    begun = time.process_time()
    proposals_in(tmp_path, BOOK, endpoints("site"))
    assert time.process_time() - begun < 12


def test_random_bytes_never_raise(tmp_path: Path) -> None:
    pieces = [
        USCC.encode(),
        FILED.encode("gb18030"),
        ICP.encode(),
        b"\xff",
        b"\n",
        b" ",
        b"<a href>",
        "投诉举报".encode(),
    ]
    for seed in range(60):
        rng = Random(seed)
        data = b"".join(rng.choice([*pieces, rng.randbytes(3)]) for _ in range(60))
        (tmp_path / "a.html").write_bytes(data)
        for one in proposals_in(tmp_path, BOOK, endpoints("a")).values():
            assert one.excerpt.isprintable()
