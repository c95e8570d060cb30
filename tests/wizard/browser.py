"""Drives a headless Chromium over its own protocol; nothing but aiohttp is needed for it."""

from __future__ import annotations

import asyncio
import base64
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

_KEYS = {"Enter": ("Enter", 13), "F3": ("F3", 114), "F10": ("F10", 121)}


class Page:
    """One tab."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.requested: list[str] = []
        self.complaints: list[str] = []

    async def call(self, method: str, **arguments: Any) -> dict[str, Any]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": arguments})
        while True:
            answer = await self._socket.receive_json(timeout=30)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        details = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requested.append(details["request"]["url"])
            case "Network.webSocketCreated":
                self.requested.append(details["url"])
            case "Log.entryAdded":
                self.complaints.append(details["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(details["exceptionDetails"]))

    async def watch(self) -> None:
        for area in ("Page", "Network", "Log", "Runtime"):
            await self.call(f"{area}.enable")
        await self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    async def open(self, url: str) -> None:
        await self.call("Page.navigate", url=url)

    async def js(self, expression: str) -> Any:
        answer = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, expression: str, seconds: float = 20) -> None:
        async with asyncio.timeout(seconds):
            while not await self.js(expression):
                await asyncio.sleep(0.1)

    async def write(self, text: str) -> None:
        """Text as an input method hands it over."""
        await self.call("Input.insertText", text=text)

    async def press(self, key: str) -> None:
        name, code = _KEYS[key] if key in _KEYS else (key, ord(key.upper()))
        text = {"text": "\r"} if key == "Enter" else {} if key in _KEYS else {"text": key}
        event = {"key": name, "code": name, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **event, **text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    async def picture(self) -> bytes:
        answer = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(answer["data"])


@asynccontextmanager
async def chromium(profile: Path, *options: str) -> AsyncIterator[list[Page]]:
    """A browser with two tabs."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--enable-unsafe-swiftshader",
        "--remote-debugging-port=0",
        "--window-size=1100,800",
        f"--user-data-dir={profile}",
        *options,
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port = await _port_in(profile / "DevToolsActivePort")
        async with aiohttp.ClientSession() as client:
            pages = []
            for _ in range(2):
                async with client.put(f"http://127.0.0.1:{port}/json/new?about:blank") as answer:
                    target = await answer.json(content_type=None)
                socket = await client.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0)
                pages.append(Page(socket))
                await pages[-1].watch()
            yield pages
    finally:
        process.terminate()
        await process.wait()


async def _port_in(file: Path) -> int:
    async with asyncio.timeout(30):
        while not (file.exists() and file.read_text()):
            await asyncio.sleep(0.1)
    return int(file.read_text().splitlines()[0])
