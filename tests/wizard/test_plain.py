"""The plain face: transcripts word by word, every example played through it, bad input, lost terminals.

After a wanted change of the transcripts: `pytest tests/wizard --regenerate`.
"""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compliance.cli import save as saving
from compliance.cli.files import PRIVATE_NAME, read_input
from compliance.errors import Problem, UsageError
from compliance.facts.values import NONE, Quantity, Value
from compliance.interview.state import Stage
from compliance.wizard.command import WizardRequest, wizard
from compliance.wizard.plain import run_plain
from compliance.wizard.plain_commands import Command, command_in
from compliance.wizard.plain_io import Console
from compliance.wizard.plain_words import WORDS
from compliance.wizard.proposals import Proposal
from compliance.wizard.session import Session, Setting
from tests.platforms import needs_kill, needs_terminal
from tests.wizard.robot import BOOK, ROOT, Robot, checked, example, play
from tests.wizard.test_session import plain

HERE = Path(__file__).parent
DAY = "2026-11-24"
AS_OF = date(2026, 11, 24)
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/compliance.yaml"))


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def opened(folder: Path, **more: Any) -> Session:
    return Session(Setting(folder / "compliance.yaml", BOOK, AS_OF, more.pop("lang", "en"), **more))


def talk(session: Session, lines: Iterable[str] | bytes, width: int = 80) -> tuple[int, str]:
    """What comes of lines piped into the face: exit code and transcript."""
    data = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode()
    said: list[str] = []
    console = Console(io.BytesIO(data), said.append, width=lambda: width)
    code = run_plain(session, console, lambda lang, columns: f"[report {lang} {columns}]\n")
    return code, "".join(said)


def piped(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lines: list[str],
    request: WizardRequest,
) -> tuple[int, str, str]:
    data = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    code = wizard(request)
    told = capsys.readouterr()
    return code, told.out, told.err


# Transcripts -------------------------------------------------------------------------------------------------

OUT_OF_SCOPE = {
    "en": ["y", "?", "later", "undo", "n", "3", "review", "report", "write", "quit"],
    "zh": ["是", "？", "稍后", "撤销", "否", "3", "核对", "报告", "保存", "退出"],
}
LONG = {
    "en": [
        "yes", "y", "maybe", "y", "internal", "?",
        "2", "Li Min", "2026-13-40", "2026-03-02", "by letter",
        "go service.audience", "1", "go service.started_on", "next week", "2026-02-10",
        "go filing.changes", "official site", "add renamed", "add moved", "rename 2 to moved house", "rename what",
        "remove 9", "edit 1", "all", "2026-02-30", "go filing.changes[renamed].changed_on", "2026-11-20", "dk",
        "go entity.responsible_phone", "123", ":go entity.uscc", "quit", "91310000000000000U", "list", "list 2",
        "find number", "go 999", "order shortest", "review", "nonsense", "edit 1", "back", "quit",
    ],
    "zh": [
        "有", "是", "也许", "是", "internal", "?",
        "2", "李敏", "2026年13月1日", "2026年3月2日", "书面意见",
        "转到 service.audience", "1", "转到 service.started_on", "下周", "2026年2月10日",
        "转到 filing.changes", "官网", "添加 更名", "添加迁址", "重命名 2 为 迁址二", "重命名 什么", "删除 9",
        "修改 1", "已全部列出", "2026-02-30", "转到 filing.changes[更名].changed_on", "2026/11/20", "不知道",
        "转到 entity.responsible_phone", "123", "：转到 entity.uscc", "退出", "91310000000000000U", "目录", "目录 2",
        "查找 编号", "转到 999", "顺序 shortest", "核对", "胡说", "修改 1", "返回", "退出",
    ],
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("name", "lines"), [("out-of-scope", OUT_OF_SCOPE), ("long", LONG)])
def test_transcript(
    name: str,
    lines: dict[str, list[str]],
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    request = WizardRequest(Path("service"), lang=lang, as_of=DAY, plain=True)
    code, out, err = piped(monkeypatch, capsys, lines[lang], request)
    assert (code, err) == (0, "")
    golden = HERE / f"{name}.{lang}.txt"
    if os.environ.get("COMPLIANCE_REGENERATE"):
        golden.write_text(out, encoding="utf-8", newline="")
    assert out == golden.read_text(encoding="utf-8")
    assert "13800138000" not in out


def test_the_same_as_a_program_of_its_own(tmp_path: Path) -> None:
    lines = "".join(f"{line}\n" for line in OUT_OF_SCOPE["en"])
    done = subprocess.run(
        [sys.executable, "-m", "compliance", "wizard", "service", "--lang", "en", "--as-of", DAY],
        input=lines.encode(), capture_output=True, cwd=tmp_path, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    golden = (HERE / "out-of-scope.en.txt").read_text(encoding="utf-8")
    # How to go on repeats what was asked for; lines of text were not.
    assert done.stdout.decode() == golden.replace(" --plain\n", "\n")


def test_nothing_is_drawn(tmp_path: Path) -> None:
    """A screen reader gets words: no escapes, no boxes, no line wider than the terminal."""
    for lang in ("en", "zh"):
        golden = [
            (HERE / f"{name}.{lang}.txt").read_text(encoding="utf-8") for name in ("long", "out-of-scope")
        ]
        for text in golden:
            assert not any(0x2500 <= ord(char) < 0x2600 or char == "\x1b" for char in text)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_word_is_there_in_both_languages(lang: str) -> None:
    for words in WORDS.values():
        assert words.get(lang).strip()
        assert set(_slots(words.en)) - {"s", "v"} >= set(_slots(words.zh)) - {"s", "v"}


def _slots(text: str) -> list[str]:
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(text) if name]


# The examples ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_wizard_comes_to_what_check_comes_to(name: str, tmp_path: Path) -> None:
    """An example typed in, question by question: `check` says of the file what the wizard said at the end."""
    session = opened(tmp_path)
    code, out, asked = play(session, example(name))
    assert code == 0 and session.state.stage is Stage.DONE and not session.unsaved
    assert "! " not in out, "something that was typed was refused"
    assert len(asked) >= 7
    found, own = checked(session), session.state.assessment
    assert found.verdict == own.verdict
    assert [(one.rule.id, one.outcome, one.past, one.due) for one in found.findings] == [
        (one.rule.id, one.outcome, one.past, one.due) for one in own.findings
    ]
    assert found.open_facts == own.open_facts


def test_the_wizard_knows_as_much_as_the_example(tmp_path: Path) -> None:
    session = opened(tmp_path)
    play(session, example("trade-finance"))
    assert session.state.assessment.verdict == "ready"


# What is typed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "line", "value"),
    [
        ("service.online", "Y", True),
        ("service.online", "ｙｅｓ", True),
        ("service.online", "有", True),
        ("service.online", "没有", False),
        ("service.online", "2", False),
        ("service.audience", "internal", "internal"),
        ("service.audience", "公众", None),
        ("entity.roles", "1 3", frozenset(["operator", "node_internal"])),
        ("entity.roles", "1，2、2", frozenset(["operator", "node"])),
        ("entity.roles", "operator", frozenset(["operator"])),
        ("entity.roles", "0", None),
        (
            "service.description_covers",
            "type of chain (public, consortium, private)",
            frozenset(["chain_type"]),
        ),
        ("activities.virtual_currency", "以上均无", None),
        ("activities.virtual_currency", "无", frozenset()),
        ("service.management_mechanism", "没有", None),
        ("service.management_mechanism", "3", NONE),
        ("service.ends_on", "尚未", NONE),
        ("service.ends_on", "2026/2/3", date(2026, 2, 3)),
        ("service.ends_on", "none", None),
        ("service.ends_on", "６月", None),
        ("records.retention", "6个月", Quantity(6, "months")),
        ("records.retention", "six", None),
        ("service.name", "quit", "quit"),
        ("service.name", "n", "n"),
        ("service.name", "无", NONE),
        ("service.name", "TBD", None),
        ("service.name", "الخدمة 🙂", "الخدمة 🙂"),
    ],
)
def test_answers_as_people_type_them(path: str, line: str, value: Any, tmp_path: Path) -> None:
    session = opened(tmp_path)
    assert path in BOOK.vocabulary.facts
    code, out = talk(session, [f"go {path}", line])
    assert code == 0
    assert session.state.answers.get(path) == value
    assert ("! " in out) == (value is None)


@pytest.mark.parametrize("word", ["unknown", "不知道", "Don't know"])
@pytest.mark.parametrize(
    "path", ["service.name", "service.online", "entity.roles", "filing.changes", "service.ends_on"]
)
def test_not_known_is_parked(path: str, word: str, tmp_path: Path) -> None:
    session = opened(tmp_path)
    talk(session, [f"go {path}", word])
    assert path in session.state.parked and path not in session.state.answers


@pytest.mark.parametrize("word", ["quit", "later", "list", "back", "undo", "dk", "review", "退出"])
def test_a_text_takes_only_commands_with_a_colon(word: str, tmp_path: Path) -> None:
    session = opened(tmp_path)
    _, out = talk(session, ["go service.name", word, "go service.name"])
    assert session.state.answers["service.name"] == word
    assert out.count("Commands need a colon here") == 1


def test_commands() -> None:
    assert command_in("：退出") == command_in(":QUIT") == command_in(" exit ") == Command("quit")
    assert command_in("find  a b ") == Command("find", "a b")
    assert command_in("查找备案") == Command("find", "备案")
    assert command_in("finding") is command_in("list1") is command_in("n") is None
    assert command_in(":n") == Command("", "n")
    assert command_in("x" * 100_000) is None


def test_the_page_names_commands_that_there_are() -> None:
    page = (ROOT / "docs" / "wizard.md").read_text(encoding="utf-8")
    table = page.partition("| English | 中文 |")[2].partition("\n\n")[0]
    named = [
        word
        for line in table.splitlines()[2:]
        for cell in line.split("|")[1:3]
        for word in cell.split("`")[1::2]
        if word not in ("not yet", "尚未")
    ]
    assert len(named) > 40
    assert not [word for word in named if command_in(word) is None]


def test_a_sensitive_answer_is_never_repeated(tmp_path: Path) -> None:
    session = opened(tmp_path)
    path = "entity.responsible_phone"
    secrets = ["暂无", "12\u202e34", "y" * 20_000, "x" * 200, "13800138000"]
    talked = [f"go {path}", *secrets[:4], f"go {path}", secrets[4], f"go {path}", ":later"]
    _, out = talk(session, [*talked, "find mobile", ":review", "list", "quit"])
    assert session.state.answers[path] == "13800138000"
    assert not any(secret in out for secret in secrets)
    assert "> :later" in out and out.count("> ***") == 5
    assert PRIVATE_NAME in [one.name for one in tmp_path.iterdir()]


def test_proposals_are_shown_and_taken_only_when_accepted(tmp_path: Path) -> None:
    proposals = {
        "service.on_blockchain": Proposal("service.on_blockchain", True, "README.md:3", "runs on a chain"),
        "service.name": Proposal("service.name", "Isle Wallet", "index.html:4"),
    }
    session = opened(tmp_path, proposals=proposals)
    _, out = talk(session, ["quit"])
    assert "Proposed: yes, seen in README.md:3" in out and "runs on a chain" in out
    assert not session.state.answers
    talk(session, ["=", "=", "go service.name", "="])
    assert session.state.answers == {"service.on_blockchain": True, "service.name": "Isle Wallet"}


def test_going_about(tmp_path: Path) -> None:
    session = opened(tmp_path)
    _, out = talk(
        session,
        ["find blockchain", "go 1", "find zzz", "list 99", "list x", "go", "edit 5000", "lang", "find"],
    )
    assert "1. Service based on blockchain (open)" in out
    assert out.count("! ") == 7
    _, out = talk(session, ["lang zh", "语言 英文", ":lang zh", "顺序 shortest", "顺序"])
    assert "已切换为中文" in out and "English from now on" in out and "影响最大的优先" in out


def test_parked_questions_are_asked_again_when_wanted(tmp_path: Path) -> None:
    session = opened(tmp_path, packs=("cac-order-3",))
    lines = ["dk"] * 7 + ["review", "ask"]
    _, out = talk(session, [*lines, "quit"])
    parked = set(session.state.parked)
    assert len(parked) == 7
    while session.state.stage is Stage.ASKING:
        talk(session, [":unknown"])
    _, out = talk(session, ["ask", "quit"])
    assert "Asked again" in out and session.state.current == "service.on_blockchain"
    assert not parked & session.state.parked


# Bad input ---------------------------------------------------------------------------------------------------

HOSTILE = {
    "not utf-8": b"\xff\xfe\xfa",
    "nul": b"ab\x00cd",
    "escape": b"\x1b[2J\x1b]0;title\x07",
    "long": b"x" * 100_000,
    "longer": "长".encode() * 1_000_000,
    "emoji": "👩‍👩‍👧".encode(),
    "right to left": "‮evil‬".encode(),
    "blank": b"   ",
    "empty": b"",
    "full-width blank": "　".encode(),
    "carriage return": b"y\rn",
    "surrogate": b"\xed\xa0\x80",
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "path",
    [
        "service.online",
        "service.name",
        "entity.responsible_phone",
        "filing.changes",
        "entity.roles",
        "service.ends_on",
        "reading.internal_only",
    ],
)
def test_bad_input_gets_a_message_and_the_question_again(path: str, lang: str, tmp_path: Path) -> None:
    session = opened(tmp_path, lang=lang)
    for what, line in HOSTILE.items():
        code, out = talk(session, f"go {path}\n".encode() + line + b"\n:later\n")
        assert code == 0 and out.count("! ") == 1, what
        assert not session.state.answers and session.state.skipped == (path,), what
        assert len(out) < 12_000 and not set("\x1b\x00\u202e") & set(out), what


def test_random_bytes_do_no_harm(tmp_path: Path) -> None:
    rng = random.Random(7)
    words = [
        b"go service.name",
        b"add x",
        b"review",
        b"y",
        b"1",
        b"2026-01-01",
        b":",
        b"go 3",
        b"ask",
        b"undo",
        b"=",
        b"all",
    ]
    for number in range(25):
        session = opened(tmp_path / str(number))
        lines = [
            rng.choice(words) if rng.random() < 0.7 else rng.randbytes(rng.randrange(30)).replace(b"\n", b"")
            for _ in range(25)
        ]
        code, _ = talk(session, b"\n".join(lines))
        assert code == 0 and not session.unsaved


def test_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    session = opened(tmp_path)
    talk(session, b"\xef\xbb\xbfy\r\nn\r\n")
    assert session.state.answers == {"service.on_blockchain": True, "service.online": False}


# Disks, terminals --------------------------------------------------------------------------------------------


def full(*_: object) -> None:
    raise UsageError(Problem("file.unwritable", None, {"file": "x", "why": "No space left on device"}))


def test_answers_that_cannot_be_saved_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "write_together", full)
        code, out = talk(session, ["y", "retry", "quit", "n", "quit", "quit"])
    assert code == 2
    assert "Not saved yet. Service based on blockchain: yes" in out and "Saved. " not in out
    assert out.count("NOT SAVED") >= 4 and "No space left" in out
    code, out = talk(session, ["retry", "quit"])
    assert code == 0 and "Everything is saved now." in out
    assert read_input(session.setting.path).data.count(b"on_blockchain: true") == 1


def test_a_file_broken_meanwhile_is_told(tmp_path: Path) -> None:
    session = opened(tmp_path)
    talk(session, ["y"])
    good = session.setting.path.read_bytes()
    session.setting.path.write_bytes(b"facts: [")
    _, out = talk(session, ["y", "report", "write"])
    assert "cannot be read any more" in out
    session.setting.path.write_bytes(good)
    code, out = talk(session, ["retry", "report", "quit"])
    assert code == 0 and "[report en 80]" in out


def test_an_answer_that_somebody_else_gave_is_not_called_saved(tmp_path: Path) -> None:
    session = opened(tmp_path)
    talk(session, ["y"])
    path = session.setting.path
    path.write_text(path.read_text(encoding="utf-8") + "    online: false\n", encoding="utf-8")
    code, out = talk(session, ["y", "quit"])
    assert code == 0 and "Saved. " not in out
    assert "somebody else answered the same question" in out and "compliance.mine.yaml" in out
    assert session.state.answers["service.online"] is False


def test_the_end_of_input_is_an_orderly_end(tmp_path: Path) -> None:
    session = opened(tmp_path)
    code, out = talk(session, b"y")
    assert code == 0
    assert (
        out.endswith(f"compliance wizard {tmp_path / 'compliance.yaml'}\n")
        and "Everything is saved in" in out
    )
    code, out = talk(opened(tmp_path / "other"), b"")
    assert code == 0 and "Nothing was answered" in out


def test_a_reader_that_has_gone_is_an_orderly_end(tmp_path: Path) -> None:
    def gone(_: str) -> None:
        raise BrokenPipeError

    console = Console(io.BytesIO(b"y\n"), gone, width=lambda: 80)
    assert run_plain(opened(tmp_path), console, lambda lang, width: "") == 0


def test_ctrl_c_is_told_and_has_a_code_of_its_own(tmp_path: Path) -> None:
    class Interrupting(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    said: list[str] = []
    console = Console(Interrupting(b"y\n"), said.append, width=lambda: 80)
    assert run_plain(opened(tmp_path), console, lambda lang, width: "") == 130
    assert "Interrupted." in "".join(said) and "Everything is saved" in "".join(said)


class Terminal:
    """A wizard at a terminal of its own, which shows what is typed as terminals do."""

    def __init__(self, folder: Path) -> None:
        import pty

        command = [sys.executable, "-m", "compliance", "wizard", str(folder), "--lang", "en", "--as-of", DAY]
        self.end, other = pty.openpty()
        self.process = subprocess.Popen(
            command, stdin=other, stdout=other, stderr=other, start_new_session=True, close_fds=True,
            preexec_fn=_with_terminal,
            env={**os.environ, "TERM": "dumb", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        os.close(other)
        self.shown = ""
        self.met = 0

    def until(self, text: str) -> None:
        """Wait until something is shown, after what was waited for before."""
        import select

        deadline = time.monotonic() + 30
        while text not in self.shown[self.met :]:
            assert time.monotonic() < deadline, self.shown[self.met :]
            if select.select([self.end], [], [], 1)[0]:
                self.shown += os.read(self.end, 4096).decode("utf-8", "replace")
        self.met = self.shown.index(text, self.met) + len(text)

    def type(self, text: str) -> None:
        os.write(self.end, text.encode())

    def code(self) -> int:
        return self.process.wait(timeout=60)


def _with_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _at_the_phone(folder: Path) -> Terminal:
    """A terminal in which a sensitive question is being asked."""
    terminal = Terminal(folder)
    terminal.until("\r\n> ")
    terminal.type("go entity.responsible_phone\n")
    terminal.until("not shown")
    terminal.until("> ")
    return terminal


@needs_terminal
def test_at_a_terminal_sensitive_answers_are_not_shown(tmp_path: Path) -> None:
    terminal = _at_the_phone(tmp_path)
    terminal.type("13800138000\n")
    terminal.until("> ")
    terminal.type("no\n")
    terminal.until("> ")
    terminal.type("\x03")
    terminal.until("Everything is saved")
    assert terminal.code() == 130
    assert "13800138000" not in terminal.shown and "no\r\n" in terminal.shown
    assert "Traceback" not in terminal.shown
    private = (tmp_path / PRIVATE_NAME).read_text(encoding="utf-8")
    assert "13800138000" in private


@needs_terminal
def test_stopped_and_taken_up_again_sensitive_answers_are_not_shown(tmp_path: Path) -> None:
    """After Ctrl-Z and `fg` a shell hands the terminal back as it has it: with what is typed shown."""
    import termios

    terminal = _at_the_phone(tmp_path)
    modes = termios.tcgetattr(terminal.end)
    modes[3] |= termios.ECHO
    termios.tcsetattr(terminal.end, termios.TCSANOW, modes)
    os.kill(terminal.process.pid, signal.SIGCONT)
    time.sleep(0.5)
    terminal.type("13800138000\n")
    terminal.until("Saved. ")
    terminal.type("quit\n")
    assert terminal.code() == 0
    assert "13800138000" not in terminal.shown
    assert "13800138000" in (tmp_path / PRIVATE_NAME).read_text(encoding="utf-8")


@needs_terminal
def test_a_terminal_that_is_lost(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.until("> ")
    terminal.type("y\n")
    terminal.until("Saved. ")
    terminal.until("> ")
    os.close(terminal.end)
    terminal.code()
    assert opened(tmp_path).state.answers == {"service.on_blockchain": True}


@needs_kill
def test_killed_at_any_moment_it_keeps_what_it_said_it_saved(tmp_path: Path) -> None:
    """Fed slowly and killed at twenty random moments: whatever was acknowledged is in the file."""
    lines, after = _script(opened(tmp_path / "first"))
    rng = random.Random(11)
    reached = []
    for number in range(20):
        folder = tmp_path / str(number)
        done = _killed(folder, lines, rng.uniform(0.5, 2.0))
        reached.append(done)
        if not (folder / "compliance.yaml").exists():
            assert done == 0
            continue
        found = opened(folder)
        # One more may have been saved and not yet acknowledged.
        possible = [plain(answers) for answers in after[done : done + 2]]
        assert plain(found.state.answers) in possible, done
        assert not found.notices
        assert not list(folder.glob("*.mine*"))
    assert len(set(reached)) > 5 and sum(0 < done < len(after) - 1 for done in reached) >= 10, reached


def _script(session: Session) -> tuple[list[str], list[Mapping[str, Value]]]:
    """The lines of a whole interview, and the answers after each that was acknowledged."""
    robot = Robot(session, example("trade-finance"))
    lines: list[str] = []
    after = [session.state.answers]

    class Source:
        def readline(self, limit: int = -1) -> bytes:
            line = robot.readline(limit)
            lines.append(line.decode().rstrip("\n"))
            return line

    def said(text: str) -> None:
        if text.startswith("Saved. "):
            after.append(session.state.answers)

    console = Console(Source(), said, width=lambda: 80)  # type: ignore[arg-type]
    run_plain(session, console, lambda lang, width: "")
    return [line for line in lines if line != "quit"], after


def _killed(folder: Path, lines: list[str], seconds: float) -> int:
    """Feed a plain wizard and kill it; how many lines it had acknowledged."""
    command = [
        sys.executable,
        "-m",
        "compliance",
        "wizard",
        str(folder),
        "--plain",
        "--lang",
        "en",
        "--as-of",
        DAY,
    ]
    with (folder.parent / "transcript").open("wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert process.stdin is not None
        started = time.monotonic()
        try:
            for line in lines:
                process.stdin.write(f"{line}\n".encode())
                process.stdin.flush()
                time.sleep(0.005)
                if time.monotonic() - started > seconds:
                    break
            time.sleep(max(0.0, seconds - (time.monotonic() - started)))
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdin.close()
    said = (folder.parent / "transcript").read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in said
    return said.count("\nSaved. ")
