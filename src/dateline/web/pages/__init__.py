"""One module a page of the desk, each with its addresses. Nothing is decided about records here."""

from collections.abc import Iterator

from fastapi import APIRouter

from dateline.web.pages import actors, event, events, flows, front, places, reports, tiles


def routers() -> Iterator[APIRouter]:
    """The addresses of all pages."""
    for module in (front, tiles, events, event, reports, places, actors, flows):
        yield module.router
