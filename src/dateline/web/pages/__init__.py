"""One module a page of the desk, each with its addresses. Nothing is decided about records here."""

from collections.abc import Iterator

from fastapi import APIRouter


def routers() -> Iterator[APIRouter]:
    """The addresses of all pages."""
    from dateline.web.pages import front

    yield front.router
