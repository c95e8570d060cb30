"""The web server: one page, its terminal, and the wizard behind it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from aiohttp import WSCloseCode, web
from textual_serve.server import Server, to_int

from compliance.cli.terminal import say
from compliance.wizard.app.words import tell
from compliance.wizard.web.child import Child
from compliance.wizard.web.gate import Gate
from compliance.wizard.web.words import page_word

TAKEN: Final = 4001
"""The code that a websocket is closed with while another one is open. `page.js` knows it."""

GRACE: Final = 3.0
"""Seconds that a new page waits for the one before to end: a reload is no second browser."""

_PAGE: Final = Path(__file__).parent / "page"
_MOST_BYTES: Final = 16 * 1024 * 1024
"""Of one message: what is pasted comes in one, and it is the wizard that says it is too long."""

_WORDS: Final = ("starting", "ended", "go_on", "taken", "gone", "no_drawing")


class WizardServer(Server):
    """Serves the wizard that a command runs.

    Args:
        command: program and arguments.
        lang: language of the page.
        port: where it will listen, on loopback.
        token: what a browser must know.

    Attributes:
        last_words: what the wizard said when it ended last.
        complained: whether that was a complaint instead, which was told already.
    """

    def __init__(self, command: Sequence[str], lang: str, port: int, token: str) -> None:
        super().__init__("", host="127.0.0.1", port=port, title=tell("title", lang))
        self.lang = lang
        self.address = f"{self.public_url}/?token={token}"
        self.last_words = ""
        self.complained = False
        self._child_command = list(command)
        self._gate = Gate(port, token)
        self._seat = asyncio.Lock()
        self._sockets: set[web.WebSocketResponse] = set()
        # What goes wrong is told on the page and on standard error, in words.
        logging.getLogger("textual-serve").addHandler(logging.NullHandler())

    async def application(self) -> web.Application:
        """The application, to be run."""
        return await self._make_app()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._gate.check])
        app.on_response_prepare.append(self._gate.add_headers)
        app.on_shutdown.append(self._close_sockets)
        app.add_routes(
            [
                web.get("/", self.page),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/page", _PAGE),
            ]
        )
        return app

    async def page(self, request: web.Request) -> web.Response:
        """The page, with nothing from any other host."""
        words = {key: page_word(key, self.lang) for key in _WORDS}
        words |= {"title": self.title, "lang": "zh-CN" if self.lang == "zh" else "en"}
        words |= {"socket": f"ws://{request.host}/ws", "taken_code": str(TAKEN)}
        template = Template((_PAGE / "index.html").read_text("utf-8"))
        text = template.substitute({key: escape(word) for key, word in words.items()})
        return web.Response(text=text, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one session; a second one beside it is refused."""
        socket = web.WebSocketResponse(heartbeat=15, timeout=2.0, max_msg_size=_MOST_BYTES)
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            async with asyncio.timeout(GRACE):
                await self._seat.acquire()
        except TimeoutError:
            self._sockets.discard(socket)
            await socket.close(code=TAKEN)
            return socket
        try:
            width, height = (to_int(request.query.get(name, ""), 80) for name in ("width", "height"))
            await self._hold(socket, width, height)
        finally:
            self._seat.release()
            self._sockets.discard(socket)
        return socket

    async def _hold(self, socket: web.WebSocketResponse, width: int, height: int) -> None:
        child = Child(self._child_command, socket, self.download_manager)
        await child.start(width, height)
        try:
            await self._process_messages(socket, child)
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
            await socket.close(code=WSCloseCode.UNSUPPORTED_DATA)
        finally:
            # Also when the server is being stopped: a child must not outlive its browser.
            await asyncio.shield(child.stop())
            self.last_words = child.last_words
            self.complained = bool(child.complaint)
            if child.complaint:
                say(child.complaint + "\n")

    async def _close_sockets(self, _app: web.Application) -> None:
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)
