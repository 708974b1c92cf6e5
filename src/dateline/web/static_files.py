"""Scripts, styles and the base map: files of ours that a browser may keep, since their address changes with them."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER: Final = Path(__file__).parent / "static"
_YEAR: Final = "public, max-age=31536000, immutable"


class _Kept(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = _YEAR if scope.get("query_string") else "no-cache"
        return response


def mount_static_files(app: FastAPI) -> None:
    """Serve the folder `static` under /static."""
    app.mount("/static", _Kept(directory=FOLDER), name="static")


@cache
def static_address(path: str) -> str:
    """The address of a file of `static`, with the beginning of its hash."""
    mark = hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()[:10]
    return f"/static/{path}?{mark}"
