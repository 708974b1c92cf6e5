"""The application: its parts put together, nothing else.

A part of the desk is a router. Those of `pages` are listed there; a part in a package of its own (sign-in, review,
adding) is added to `_parts`. What a request carries for the templates is described in `rendering`.
"""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from dateline.ingest import Session
from dateline.intake import IntakeOptions
from dateline.store import Store
from dateline.web.accounts import account_routers, guard
from dateline.web.adding import Worker
from dateline.web.adding import router as adding_router
from dateline.web.failures import show_failures
from dateline.web.locale import ReadersLocale
from dateline.web.locale import router as language_router
from dateline.web.pages import routers
from dateline.web.rendering import set_up_templates
from dateline.web.reviewing import review_routers, set_up_review
from dateline.web.security import SecureHeaders
from dateline.web.settings import Settings
from dateline.web.static_files import mount_static_files

_LOG: Final = logging.getLogger(__name__)


def create_app(settings: Settings, intake: IntakeOptions | None = None) -> FastAPI:
    """The desk on the database of `settings`; StoreError where that cannot be opened. One app, one open store.

    `intake` are the limits of what is added. InputError where others could reach the desk without signing in.
    """
    store = Store.open(settings.database)
    session = Session(settings.database, settings.kinds, _LOG.info, settings.actors)
    worker = Worker(store, session)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(worker.stop)
        store.close()

    # The generated pages on the interface load scripts from elsewhere.
    app = FastAPI(title="Dateline", lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.store = store
    app.state.worker = worker
    app.state.intake_options = session.keeping(intake)
    set_up_templates(app)
    set_up_review(app)
    mount_static_files(app)
    for router in _parts():
        app.include_router(router)
    show_failures(app)
    guard(app, settings, store.accounts)
    app.add_middleware(ReadersLocale, fixed=settings.language)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(SecureHeaders, tiles_origin=settings.tiles_origin)
    return app


def _parts() -> Iterator[APIRouter]:
    yield from routers()
    yield from review_routers()
    yield from account_routers()
    yield adding_router
    yield language_router
