"""The gate that every request passes: no other site may make it, and somebody must be signed in where that is needed.

A browser sends what other sites' pages tell it to, with our cookies and from inside our network. So a request that
changes something must say that a page of ours made it (Sec-Fetch-Site, else Origin), and on one's own machine each
request must be for a name of that machine, which keeps out names that elsewhere are pointed at it (DNS rebinding).
"""

from typing import Final
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.store import Accounts
from dateline.web.accounts.people import Person, local_person

SIGN_IN_COOKIE: Final = "dateline_sign_in"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN: Final = ("/static/", "/sign-in", "/language")
_LOCAL_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class Gate:
    """Lets requests through with their `person`; with `accounts`, only of those who are signed in."""

    def __init__(self, app: ASGIApp, accounts: Accounts | None, *, local: bool) -> None:
        self._app = app
        self._accounts = accounts
        self._local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer in the place of the page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        answer = self._stranger(asked) or await self._unknown(asked)
        await (answer or self._app)(scope, receive, send)

    def _stranger(self, asked: HTTPConnection) -> Response | None:
        host = urlsplit(f"//{asked.headers.get('host', '')}").hostname
        if self._local and host not in _LOCAL_NAMES:
            return PlainTextResponse(f"this desk answers to localhost and 127.0.0.1 only, not to {host}", 421)
        if asked.scope["method"] not in _SAFE and not _is_of_ours(asked):
            return PlainTextResponse("only pages of this desk may change anything; open it and try there", 403)
        return None

    async def _unknown(self, asked: HTTPConnection) -> Response | None:
        person = await self._person(asked)
        state = asked.scope.setdefault("state", {})
        if person is not None:
            state |= {"person": person, "user": person.name, "roles": person.roles}
            return None
        path = asked.url.path
        if any(path == allowed or path.startswith(f"{allowed.rstrip('/')}/") for allowed in _OPEN):
            return None
        return _to_sign_in(asked)

    async def _person(self, asked: HTTPConnection) -> Person | None:
        if self._accounts is None:
            return local_person()
        token = asked.cookies.get(SIGN_IN_COOKIE)
        account = await run_in_threadpool(self._accounts.signed_in, token) if token else None
        return Person(account.name, account.role) if account else None


def _is_of_ours(asked: HTTPConnection) -> bool:
    site = asked.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = asked.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == asked.headers.get("host")


def _to_sign_in(asked: HTTPConnection) -> Response:
    if asked.scope["method"] in _SAFE and "text/html" in asked.headers.get("accept", ""):
        back = asked.url.path + (f"?{asked.url.query}" if asked.url.query else "")
        address = f"/sign-in?{urlencode({'next': back})}"
        if asked.headers.get("hx-request") == "true":
            return Response(status_code=401, headers={"hx-redirect": address})
        return RedirectResponse(address, 303)
    return PlainTextResponse("sign in first", 401)
