"""The application: its parts put together, nothing else.

A part of the desk is a router. Those of `pages` are listed there; a part in a package of its own (sign-in, review,
adding) is added to `_parts`. What a request carries for the templates is described in `rendering`.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from dateline.store import Store
from dateline.web.failures import show_failures
from dateline.web.pages import routers
from dateline.web.rendering import set_up_templates
from dateline.web.security import SecureHeaders
from dateline.web.settings import Settings
from dateline.web.static_files import mount_static_files


def create_app(settings: Settings) -> FastAPI:
    """The desk on the database of `settings`; StoreError where that cannot be opened. One app, one open store."""
    store = Store.open(settings.database)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    # The generated pages on the interface load scripts from elsewhere.
    app = FastAPI(title="Dateline", lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.store = store
    set_up_templates(app)
    mount_static_files(app)
    for router in _parts(settings):
        app.include_router(router)
    show_failures(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(SecureHeaders, tiles_origin=settings.tiles_origin)
    return app


def _parts(_settings: Settings) -> Iterator[APIRouter]:
    yield from routers()
