"""`compliance wizard --web`: holds the server until Ctrl+C."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from compliance.cli.save import names_of
from compliance.cli.terminal import write
from compliance.errors import Problem, UsageError
from compliance.wizard.again import again, place_of
from compliance.wizard.app.words import tell
from compliance.wizard.session import manifest_in
from compliance.wizard.web.words import page_word

if TYPE_CHECKING:
    from compliance.wizard.web.server import WizardServer

LOOPBACK: Final = "127.0.0.1"
"""The answers are nobody else's business, and nothing here is made for a network."""

_PATIENCE: Final = 10.0
"""Seconds that an open session has to end in."""


def serve(arguments: Sequence[str], port: int | None = None) -> int:
    """Show the wizard in a browser on this machine until Ctrl+C.

    Args:
        arguments: the command line of `compliance wizard` without `--web`, the path first. The page speaks the
            language of its `--lang`, else English.
        port: None for a free one.

    Returns:
        0 when it was stopped. Prints where everything is.

    Raises:
        UsageError: `usage.extra_missing`, `usage.port`.
    """
    # -P: the folder that a person stands in is no place to take Python modules from.
    command = [sys.executable, "-P", "-m", "compliance.wizard.web.start", "wizard", *arguments]
    path = manifest_in(Path(arguments[0] if arguments and not arguments[0].startswith("-") else ""))
    return serve_command(command, path, _language(arguments), port)


def serve_command(command: Sequence[str], path: Path, lang: str, port: int | None = None) -> int:
    """Serve the app that a command runs. See `serve`."""
    if find_spec("textual_serve") is None:
        details = {"option": "--web", "package": "textual-serve", "extra": "web"}
        raise UsageError(Problem("usage.extra_missing", None, details))
    from compliance.wizard.web.server import WizardServer

    listening = listen(port)
    server = WizardServer(command, lang, listening.getsockname()[1], secrets.token_urlsafe(32))
    try:
        asyncio.run(_hold(server, listening))
    except (KeyboardInterrupt, asyncio.CancelledError):
        pass
    finally:
        listening.close()
    if server.last_words or not server.complained:
        write((server.last_words or _farewell(path, lang)) + "\n")
    return 0


def listen(port: int | None) -> socket.socket:
    """A socket on loopback.

    Raises:
        UsageError: `usage.port` when the port cannot be had.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # Else a port is blocked for a minute after the last run. On Windows the option means something else.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port or 0))
        listening.listen()
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(Problem("usage.port", None, {"port": str(port or 0), "why": why})) from None
    return listening


async def _hold(server: WizardServer, listening: socket.socket) -> None:
    """Serve until the task is cancelled, which is what Ctrl+C does."""
    from aiohttp import web

    _stop_on_signals(asyncio.current_task())
    runner = web.AppRunner(await server.application(), access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        lines = [page_word("open", server.lang, url=server.address), page_word("stop", server.lang)]
        write("\n".join(lines) + "\n")
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def _stop_on_signals(task: asyncio.Task[None] | None) -> None:
    """End in order also when the terminal is closed or the machine shuts down."""
    if sys.platform == "win32" or task is None:
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)


def _farewell(path: Path, lang: str) -> str:
    """What the terminal's wizard says at its end; everything was saved when it was answered."""
    if not path.exists():
        return tell("quit.nothing", lang)
    return tell("quit.saved", lang, file=names_of(path).public, again=again(place_of(path)))


def _language(arguments: Sequence[str]) -> str:
    return "zh" if ("--lang", "zh") in pairwise(arguments) or "--lang=zh" in arguments else "en"
