"""The wizard in a browser: who may talk to the server, what it serves, how it ends; and a browser at its page."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest

from compliance.cli.complaints import complaint_lines
from compliance.cli.save import look, names_of
from compliance.errors import UsageError
from compliance.facts.editor import merged
from compliance.wizard.web import host as host_module
from compliance.wizard.web import serve
from compliance.wizard.web.host import listen
from compliance.wizard.web.server import TAKEN
from compliance.wizard.web.words import REFUSED, WORDS
from tests.platforms import needs_orphans, needs_signals
from tests.wizard.browser import CHROMIUM, chromium
from tests.wizard.driver import ROOT, bundled_book

STAND_IN = """
import os, sys, time
def packet(kind, data): os.write(1, kind + len(data).to_bytes(4, "big") + data)
def read(size):
    data = sys.stdin.buffer.read(size)
    if len(data) < size: sys.exit(0)
    return data
open("pid", "w").write(str(os.getpid()))
os.write(1, b"__GANGLION__\\n")
packet(b"D", b"drawn by the stand-in " + os.environ["TEXTUAL_DRIVER"].encode())
while True:
    head = read(5); data = read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"M" and b'"quit"' in data or data == b"q":
        packet(b"M", b'{"type": "exit"}'); print("last words", flush=True); sys.exit(0)
    packet(head[:1] if head[:1] == b"D" else b"D", data)
"""
"""A program that talks as Textual's web driver does, and echoes what it is told."""

STUBBORN = STAND_IN.replace("print(", "time.sleep(60); print(")


class Host(SimpleNamespace):
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    url: str
    port: int
    token: str
    lines: list[str]
    folder: Path

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str, str]:
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


@contextmanager
def hosting(folder: Path, lang: str = "en", program: str | None = STAND_IN) -> Iterator[Host]:
    more = [] if program is None else ["-c", program]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.wizard.web_host", str(folder), lang, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(2)]
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)", lines[0])
        assert found, (lines, process.stderr and process.stderr.read())
        port, token = int(found[1]), found[2]
        yield Host(process=process, url=found[0], port=port, token=token, lines=lines, folder=folder)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosting(tmp_path_factory.mktemp("web")) as one:
        yield one
        _code, _out, err = one.stop()
        assert err == ""


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 120))


def client() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


async def status(host: Host, path: str, session: aiohttp.ClientSession | None = None, **headers: str) -> int:
    async with session or client() as own, own.get(host.root + path, headers=headers) as answer:
        return answer.status


async def refused(host: Host, path: str, **headers: str) -> bool:
    async with client() as session, session.get(host.root + path, headers=headers) as answer:
        return (answer.status, await answer.text()) == (403, REFUSED)


async def opened(host: Host, session: aiohttp.ClientSession, **more: Any) -> aiohttp.ClientWebSocketResponse:
    async with session.get(host.url) as answer:
        assert answer.status == 200
    return await session.ws_connect(host.root + "/ws?width=90&height=30", origin=host.root, **more)


async def heard(socket: aiohttp.ClientWebSocketResponse, words: bytes) -> None:
    """Wait for what the child draws."""
    data = b""
    while words not in data:
        message = await socket.receive(timeout=20)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
        data += message.data if isinstance(message.data, bytes) else b""


def alive(folder: Path) -> bool:
    try:
        os.kill(int((folder / "pid").read_text()), 0)
    except ProcessLookupError:
        return False
    return True


async def gone(folder: Path) -> None:
    async with asyncio.timeout(10):
        while alive(folder):
            await asyncio.sleep(0.05)


# Who may ------------------------------------------------------------------------------------------------------


def test_the_right_token_is_traded_for_a_cookie(host: Host) -> None:
    async def test() -> None:
        async with client() as session:
            async with session.get(host.url, allow_redirects=False) as answer:
                assert (answer.status, answer.headers["Location"]) == (303, "/")
                cookie = answer.headers["Set-Cookie"]
                assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and host.token not in cookie
            async with session.get(host.root + "/") as answer:
                assert answer.status == 200
                assert "Session ended" in await answer.text()

    run(test())


PATHS = ["/", "/ws", "/static/js/textual.js", "/page/page.js", "/download/x", "/static/", "/nothing"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_given_without_token_and_cookie(host: Host, path: str) -> None:
    async def test() -> None:
        assert await refused(host, path)
        assert await refused(host, path + "?token=")
        assert await refused(host, path + "?token=" + host.token[:-1])
        assert await refused(host, path + "?token=é" + host.token)
        assert await refused(host, path, Cookie=f"compliance-wizard-{host.port}={host.token}")

    run(test())


@pytest.mark.parametrize(
    "name", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "[::1]:{port}"]
)
def test_another_name_for_this_machine_is_refused(host: Host, name: str) -> None:
    assert asyncio.run(refused(host, f"/?token={host.token}", Host=name.format(port=host.port)))


def test_localhost_is_the_same(host: Host) -> None:
    assert (
        asyncio.run(status(host, f"/page/page.js?token={host.token}", Host=f"localhost:{host.port}")) == 200
    )


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://127.0.0.1:1", "null", "https://127.0.0.1:{port}"]
)
def test_a_page_of_another_site_opens_no_websocket(host: Host, origin: str) -> None:
    async def test() -> None:
        async with client() as session:
            async with session.get(host.url):
                pass
            with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
                await session.ws_connect(host.root + "/ws", origin=origin.format(port=host.port))
            assert caught.value.status == 403
            with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
                await session.ws_connect(host.root + "/ws")  # a browser always says where it comes from
            assert caught.value.status == 403

    run(test())


def test_it_listens_on_loopback_only(host: Host) -> None:
    own = listen(None)
    assert own.getsockname()[0] == "127.0.0.1"
    own.close()
    table = Path(f"/proc/{host.process.pid}/net/tcp")
    if not table.exists():
        return
    rows = [row.split() for row in table.read_text().splitlines()[1:]]
    listening = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{host.port:04X}")]
    assert listening == [f"0100007F:{host.port:04X}"]


def test_a_taken_port_is_said(host: Host) -> None:
    with pytest.raises(UsageError) as caught:
        listen(host.port)
    assert caught.value.codes == ("usage.port",)
    with pytest.raises(UsageError):
        listen(70_000)


# What is served -----------------------------------------------------------------------------------------------


def test_page_scripts_and_styles_name_no_other_host(host: Host) -> None:
    async def test() -> None:
        async with client() as session:
            async with session.get(host.url) as answer:
                page = await answer.text()
            used = re.findall(r'(?:src|href)="([^"]+)"', page)
            assert used and all(one.startswith(("/static/", "/page/", "data:")) for one in used)
            assert "http" not in page.replace("ws://", "")
            for one in used:
                if one.endswith(".css"):
                    async with session.get(host.root + one) as answer:
                        css = re.sub(r"/\*.*?\*/", "", await answer.text(), flags=re.DOTALL)
                    assert "//" not in css and "@import" not in css
                    for inner in re.findall(r'url\("([^"]+)"\)', css):
                        assert await status(host, f"{inner}?token={host.token}") == 200
                elif one.endswith(".js"):
                    async with session.get(host.root + one) as answer:
                        assert answer.status == 200
                        assert not re.search(r"https?://(?!www\.w3\.org)", await answer.text())

    run(test())


def test_every_answer_carries_the_headers(host: Host) -> None:
    async def test() -> None:
        async with client() as session:
            for url in (
                host.url,
                host.root + "/page/page.css",
                host.root + "/nothing",
                host.root + "/static/",
            ):
                async with session.get(url) as answer:
                    policy = answer.headers["Content-Security-Policy"]
                    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
                    assert not re.search(r"https?:", policy) and "unsafe-eval" not in policy
                    assert answer.headers["Referrer-Policy"] == "no-referrer"
                    assert answer.headers["Cache-Control"] == "no-store"
                    assert answer.headers["X-Frame-Options"] == "DENY"
        async with client() as session, session.get(host.root + "/") as answer:
            assert answer.status == 403 and answer.headers["Cache-Control"] == "no-store"

    run(test())


@pytest.mark.parametrize(
    "path", ["/static/", "/static", "/static/js/", "/page/", "/page/../server.py", "/page/%2e%2e/server.py"]
)
def test_no_folder_is_listed_and_nothing_else_read(host: Host, path: str) -> None:
    assert asyncio.run(status(host, f"{path}?token={host.token}")) in (403, 404)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_page_and_terminal_speak_the_language(tmp_path: Path, lang: str) -> None:
    async def page(host: Host) -> str:
        async with client() as session, session.get(host.url) as answer:
            return await answer.text()

    with hosting(tmp_path, lang) as host:
        text = asyncio.run(page(host))
        for key in ("ended", "go_on", "taken", "gone"):
            assert WORDS[key].get(lang) in text.replace("&#x27;", "'")
        assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in text
        assert host.lines == [WORDS["open"].get(lang).format(url=host.url), WORDS["stop"].get(lang)]
        code, out, err = host.stop()
    assert (code, err) == (0, "")
    assert (
        out.strip()
        == {"zh": "未作任何回答，未写入文件。", "en": "Nothing was answered; no file was written."}[lang]
    )


# Sessions -----------------------------------------------------------------------------------------------------


def test_keys_go_in_and_the_screen_comes_out(tmp_path: Path) -> None:
    async def test(host: Host) -> None:
        async with client() as session:
            socket = await opened(host, session)
            await heard(socket, b"textual.drivers.web_driver")
            await socket.send_json(["stdin", "合规"])
            await heard(socket, "合规".encode())
            await socket.send_json(["resize", {"width": 10**9, "height": -3}])
            await heard(socket, b'"width": 500, "height": 1}')
            await socket.send_json(["stdin", "q"])
            assert json.loads((await socket.receive(timeout=5)).data) == ["ended", "last words"]
            assert (await socket.receive(timeout=5)).type is aiohttp.WSMsgType.CLOSE

    with hosting(tmp_path) as host:
        run(test(host))
        assert host.stop() == (0, "last words\n", "")


@pytest.mark.parametrize(
    "rubbish", ["{", "[]", "[1]", '["stdin"]', '["stdin", 3]', '["resize", {}]', '{"a": 1}', '["resize", 5]']
)
def test_rubbish_ends_the_session_and_nothing_else(host: Host, rubbish: str) -> None:
    async def test() -> None:
        async with client() as session:
            socket = await opened(host, session)
            await heard(socket, b"drawn")
            await socket.send_str(rubbish)
            await socket.send_json(["stdin", "q"])
            while (await socket.receive(timeout=10)).type is not aiohttp.WSMsgType.CLOSE:
                pass
            await gone(host.folder)
            again = await opened(host, session)
            await heard(again, b"drawn")

    run(test())


def test_a_second_browser_is_refused_and_a_reload_is_not(tmp_path: Path) -> None:
    async def test(host: Host) -> None:
        async with client() as first, client() as second:
            socket = await opened(host, first)
            await heard(socket, b"drawn")
            late = await opened(host, second)
            message = await late.receive(timeout=10)
            assert (message.type, message.data) == (aiohttp.WSMsgType.CLOSE, TAKEN)
            await socket.send_json(["stdin", "still here"])
            await heard(socket, b"still here")
            waiting = asyncio.create_task(opened(host, first))
            await asyncio.sleep(0.2)
            await socket.close()
            await heard(await waiting, b"drawn")

    with hosting(tmp_path) as host:
        run(test(host))


@pytest.mark.parametrize("program", [STAND_IN, STUBBORN], ids=["willing", "stubborn"])
def test_closing_the_tab_ends_the_child(tmp_path: Path, program: str) -> None:
    async def test(host: Host) -> None:
        async with client() as session:
            socket = await opened(host, session)
            await heard(socket, b"drawn")
            assert alive(tmp_path)
            await socket.close()
            await gone(tmp_path)

    with hosting(tmp_path, program=program) as host:
        run(test(host))


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_the_server_ends_the_session_in_order(tmp_path: Path, number: int) -> None:
    async def test(host: Host) -> None:
        async with client() as session:
            socket = await opened(host, session)
            await heard(socket, b"drawn")
            began = time.monotonic()
            host.process.send_signal(number)
            assert (await socket.receive(timeout=10)).type is aiohttp.WSMsgType.CLOSE
            await socket.close()
            await gone(tmp_path)
            assert time.monotonic() - began < 8

    with hosting(tmp_path) as host:
        run(test(host))
        out, err = host.process.communicate(timeout=15)
    assert (host.process.returncode, out, err) == (0, "last words\n", "")


@needs_orphans
def test_a_killed_server_leaves_no_child_behind(tmp_path: Path) -> None:
    async def test(host: Host) -> None:
        async with client() as session:
            await heard(await opened(host, session), b"drawn")
            host.process.kill()
            await gone(tmp_path)

    deaf = STAND_IN.split("while True:")[0] + "time.sleep(60)"
    follow = "from compliance.wizard.web.start import follow_parent; follow_parent()"
    with hosting(tmp_path, program=follow + deaf) as host:
        run(test(host))


def test_a_child_that_cannot_start_says_why_on_the_page(tmp_path: Path) -> None:
    async def test(host: Host) -> None:
        async with client() as session:
            socket = await opened(host, session)
            assert json.loads((await socket.receive(timeout=10)).data) == ["ended", "a broken manifest: 清单"]

    with hosting(tmp_path, program="import sys; sys.exit('a broken manifest: 清单')") as host:
        run(test(host))
        assert host.stop() == (0, "", "a broken manifest: 清单\n")


def test_without_the_extra_it_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_module, "find_spec", lambda name: None)
    with pytest.raises(UsageError) as caught:
        serve(["."])
    for lang in ("zh", "en"):
        text = complaint_lines(caught.value.problems, lang)
        assert ".[web]" in text and "compliance[" not in text
        assert "uv run --extra web" in text and "{" not in text


def test_the_command_is_no_shell_line(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}
    monkeypatch.setattr(host_module, "serve_command", lambda *given: seen.update(given=given) or 0)
    assert serve(["a b; touch c", "--lang", "zh"], 8080) == 0
    command, path, lang, port = seen["given"]
    assert command[1:] == [
        "-P",
        "-m",
        "compliance.wizard.web.start",
        "wizard",
        "a b; touch c",
        "--lang",
        "zh",
    ]
    assert (path, lang, port) == (Path("a b; touch c/compliance.yaml"), "zh", 8080)


# A browser ----------------------------------------------------------------------------------------------------

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="2026-11-25: no Chromium on this machine")


async def answered(folder: Path, fact: str) -> Any:
    """Wait until an answer is in the file."""
    path, book = folder / "compliance.yaml", bundled_book()
    async with asyncio.timeout(20):
        while True:
            if path.exists():
                answers = merged(look(path), names_of(path), book.vocabulary).answers
                if fact in answers:
                    return answers[fact]
            await asyncio.sleep(0.1)


DRAWN = "document.body && document.body.classList.contains('-first-byte')"


@pytest.mark.heavy
@needs_chromium
def test_answers_given_in_a_browser_are_saved(tmp_path: Path) -> None:
    """Yes and no by keys, Chinese by an input method, a second tab, a reload, the end."""
    folder = tmp_path / "我的 service"
    folder.mkdir()

    async def test(host: Host) -> None:
        async with chromium(tmp_path / "profile") as (page, other):
            await page.open(host.url)
            await page.until(DRAWN)
            assert await page.js("location.href") == host.root + "/"
            assert await page.js("document.activeElement.className") == "xterm-helper-textarea"
            await page.press("F3")
            await page.write("entity.registration_place")
            await asyncio.sleep(
                1
            )  # the search follows what is typed; nothing on the page tells when it is done
            await page.press("Enter")
            await asyncio.sleep(1)
            await page.write("江苏省苏州市")
            await page.press("Enter")
            assert await answered(folder, "entity.registration_place") == "江苏省苏州市"
            for key, fact, value in (("1", "service.on_blockchain", True), ("2", "service.online", False)):
                await page.press("F3")
                await page.write(fact)
                await asyncio.sleep(1)
                await page.press("Enter")
                await asyncio.sleep(1)
                await page.press(key)
                assert await answered(folder, fact) is value

            await other.open(host.url)
            await other.until("document.body && document.body.classList.contains('-taken')")
            assert "其他标签页" in await other.js("document.querySelector('.end').innerText")

            await page.call("Page.reload")
            await page.until(DRAWN)
            await page.press("F10")
            await page.until("document.body.classList.contains('-ended')")
            assert "compliance.yaml" in await page.js("document.querySelector('.end').innerText")
            assert page.complaints == []
            asked = [url for url in page.requested if not url.startswith("data:")]
            assert asked and {re.split(r"[/?]", url)[2] for url in asked} == {f"127.0.0.1:{host.port}"}

    with hosting(folder, "zh", program=None) as host:
        run(test(host))
        code, out, err = host.stop()
    assert (code, err) == (0, "")
    assert out.startswith("全部内容已保存至")
