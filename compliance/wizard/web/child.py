"""The wizard as a child of the web server: packets in, packets out, and a certain end."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

MOST_CELLS: Final = 500
"""Columns and lines that a browser can ask for; a screen of millions would only eat memory."""

_PATIENCE: Final = 5.0
"""Seconds that the child has to quit in."""

_PRELUDE: Final = b"__GANGLION__\n"
"""What Textual's web driver writes before its packets."""


class Child(AppService):
    """One run of the wizard for one websocket.

    Attributes:
        last_words: what it printed after its screen was gone.
        complaint: what it wrote to standard error.
    """

    def __init__(
        self, command: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager
    ) -> None:
        super().__init__(
            "",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=socket.close,  # type: ignore[arg-type]  # it returns more than is asked for
            download_manager=downloads,
        )
        self._arguments = command
        self.last_words = ""
        self.complaint = ""

    async def start(self, width: int, height: int) -> None:
        """Run it on a screen of that size."""
        await super().start(_cells(width), _cells(height))

    async def set_terminal_size(self, width: int, height: int) -> None:
        """The browser's window has another size now."""
        await super().set_terminal_size(_cells(width), _cells(height))

    async def stop(self) -> None:
        """Ask it to quit, and see to it that it does. What was answered is in the file already."""
        task, process = self._task, self._process
        if task is None or process is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        try:
            async with asyncio.timeout(_PATIENCE):
                await self.send_meta({"type": "quit"})
                self.stdin.close()
                await asyncio.shield(task)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await task
        self._task = None

    async def run(self) -> None:
        """Pass on what it draws until it ends, then close the websocket."""
        process = self._process
        assert process is not None and process.stdout is not None and process.stderr is not None
        complaint = asyncio.create_task(process.stderr.read())
        if await _is_ready(process.stdout):
            await self._pass_on(process.stdout)
        self.last_words = (await process.stdout.read()).decode("utf-8", "replace").strip()
        self.complaint = (await complaint).decode("utf-8", "replace").strip()
        await process.wait()
        await self._tell_end()

    async def _pass_on(self, stdout: asyncio.StreamReader) -> None:
        with suppress(asyncio.IncompleteReadError):
            while True:
                head = await stdout.readexactly(5)
                payload = await stdout.readexactly(int.from_bytes(head[1:], "big"))
                # A browser that is gone is no reason to let the child choke on a full pipe.
                with suppress(ConnectionError, RuntimeError):
                    match head[:1]:
                        case b"D":
                            await self.on_data(payload)
                        case b"P":
                            await self.on_packed(payload)
                        case b"M" if b'"exit"' in payload:
                            return
                        case _:
                            await self.on_meta(payload)

    async def _tell_end(self) -> None:
        with suppress(ConnectionError, RuntimeError):
            text = self.complaint or self.last_words
            await self.remote_write_str(json.dumps(["ended", text]))
            await self.remote_close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        # Pipes have no encoding of their own; the wizard must not think that nobody can read Chinese.
        return {**super()._build_environment(width, height), "PYTHONUTF8": "1"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # No shell: a path may hold anything. A group of its own: Ctrl+C in the terminal is for the server.
        group: dict[str, Any]
        if sys.platform == "win32":
            group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        else:
            group = {"start_new_session": True}
        environment = self._build_environment(width, height)
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, **group
        )
        assert process.stdin is not None
        self._stdin = process.stdin
        return process


async def _is_ready(stdout: asyncio.StreamReader) -> bool:
    """Whether the app began to draw; the command may print lines before."""
    with suppress(ValueError):  # a line without an end
        while line := await stdout.readline():
            if line == _PRELUDE:
                return True
    return False


def _cells(number: int) -> int:
    return max(1, min(int(number), MOST_CELLS))
