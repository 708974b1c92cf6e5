"""/actors: the actors that events name, and /actors/ID: what one did and what was done to it."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from dateline.store import ActorFilter, ActorPage, EventFilter
from dateline.web.charts import bars_of
from dateline.web.formats import Form, actor_item, answer, event_item
from dateline.web.map import row_features
from dateline.web.pages.asking import ALL, Many, PageNumber, Words_, browsing_of, there
from dateline.web.question import PAGE
from dateline.web.rendering import render, words_of
from dateline.web.wording.labels import N_

router = APIRouter()
_GONE = N_("no event names an actor of this id")


def _asked(q: str, kind: list[str] | None) -> ActorFilter:
    return ActorFilter(q.strip() or None, tuple(kind or ()))


@router.get("/actors")
def actors(request: Request, q: Words_ = "", kind: Many = None, page: PageNumber = 1) -> Response:
    """The list, those of most events first."""
    asked = _asked(q, kind)
    found = browsing_of(request).list_actors(asked, page, PAGE)
    return render(request, "actors/page.html", found=found, asked=asked)


@router.get("/actors.{form}")
def actor_list(request: Request, form: Form, q: Words_ = "", kind: Many = None) -> Response:
    """Every actor that meets the conditions; an actor lies nowhere, so its shape is null."""
    found = browsing_of(request).list_actors(_asked(q, kind), 1, ALL)
    return answer(form, "actors", map(actor_item, found.rows))


@router.get("/actors/{actor}/map")
def actor_map(request: Request, actor: str) -> JSONResponse:
    """What it did and what was done to it, each where it was."""
    page = _page(request, actor)
    return JSONResponse(row_features((*page.did, *page.suffered), words_of(request)))


@router.get("/actors/{actor}.{form}")
def actor_events(request: Request, actor: str, form: Form) -> Response:
    """The events that name the actor."""
    rows = browsing_of(request).all_events(EventFilter(actors=(actor,)))
    return answer(form, "events", map(event_item, rows))


@router.get("/actors/{actor}")
def actor(request: Request, actor: str) -> Response:
    """The page."""
    page = _page(request, actor)
    did, suffered = bars_of(page.did), bars_of(page.suffered)
    return render(request, "actors/actor.html", page=page, did_bars=did, suffered_bars=suffered)


def _page(request: Request, actor: str) -> ActorPage:
    return there(browsing_of(request).actor(actor), actor, _GONE)
