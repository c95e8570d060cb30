"""Who may talk to the server: the browser that was given the address, and no page of anybody else's."""

from __future__ import annotations

import secrets
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from compliance.wizard.web.words import REFUSED

NAMES: Final = ("127.0.0.1", "localhost")


class Gate:
    """Checks every request.

    Args:
        port: where the server listens.
        token: what the printed address carries.
    """

    def __init__(self, port: int, token: str) -> None:
        self._token = token
        self._ticket = secrets.token_urlsafe(32)
        # Cookies do not know ports: two wizards must not take each other's.
        self._cookie = f"compliance-wizard-{port}"
        self._hosts = {f"{name}:{port}" for name in NAMES} | (set(NAMES) if port == 80 else set())
        self._origins = {f"http://{host}" for host in self._hosts}
        sockets = " ".join(sorted(f"ws://{host}" for host in self._hosts))
        self._headers = {
            # The terminal writes style elements of its own.
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            f"font-src 'self'; img-src 'self' data:; connect-src 'self' {sockets}; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Frame-Options": "DENY",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through, or answer it here."""
        if not self._is_here(request):
            return web.Response(status=403, text=REFUSED)
        token = request.query.get("token")
        with_token = token is not None and _same(token, self._token)
        if with_token and request.path == "/":
            return self._let_in()
        if with_token or _same(request.cookies.get(self._cookie, ""), self._ticket):
            return await handler(request)
        return web.Response(status=403, text=REFUSED)

    async def add_headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        """What every answer carries, also the one that refuses."""
        response.headers.update(self._headers)

    def _is_here(self, request: web.Request) -> bool:
        """Whether the browser means this server by its own name, and no other site is behind it."""
        if request.host not in self._hosts:
            return False  # a name that was made to point here
        origin = request.headers.get("Origin")
        if origin is None:
            # Browsers always name it where another site could read what comes back.
            return request.headers.get("Upgrade") is None
        return origin in self._origins

    def _let_in(self) -> web.Response:
        """Trade the token for a cookie, so that it does not stay in the address line."""
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(self._cookie, self._ticket, httponly=True, samesite="Strict", path="/")
        return response


def _same(given: str, right: str) -> bool:
    """Compares without telling by its time how much was right."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), right.encode())
