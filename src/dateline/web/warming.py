"""What the first reader of the desk would otherwise wait for, done before its address is said."""

import asyncio
import gc
from collections.abc import MutableMapping
from typing import Any, Final

from fastapi import FastAPI
from jinja2 import Environment

_FIRST_PAGE: Final = "/events"
# What pages ask of all events, which is kept once it is found.
_ASKED_BY_ALL: Final = ("facet_counts", "timeline", "map_cells", "list_places", "list_actors")


def warm_up(app: FastAPI) -> None:
    """Load the columns of all events and the templates, count what all pages count, and write the first page once.

    They stay until the end; the garbage collector, which would look through all of them again and again while pages
    are written, is told to leave them alone.
    """
    browsing = app.state.store.browsing
    for ask in (
        browsing.facet_counts,
        browsing.timeline,
        browsing.map_cells,
        browsing.list_places,
        browsing.list_actors,
    ):
        ask()
    templates: Environment = app.state.templates
    for name in templates.list_templates():
        templates.get_template(name)
    asyncio.run(_asked(app, _FIRST_PAGE))
    gc.collect()
    gc.freeze()


async def _asked(app: FastAPI, path: str) -> None:
    """Have the page written as for a browser on this machine; who has to sign in first is shown that."""
    headers = [(b"host", b"127.0.0.1"), (b"accept", b"text/html"), (b"accept-encoding", b"gzip")]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 0),
    }

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message: MutableMapping[str, Any]) -> None:
        """The page is for nobody."""

    await app(scope, receive, send)
