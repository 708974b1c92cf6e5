"""/places: the places that events name, and /places/ID: what is told of one."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from dateline.store import EventFilter, PlaceFilter, PlacePage
from dateline.web.charts import ranges
from dateline.web.formats import Form, answer, event_item, place_item
from dateline.web.map import flow_features, spot_features
from dateline.web.pages.asking import ALL, Many, PageNumber, Words_, browsing_of, there
from dateline.web.question import PAGE
from dateline.web.rendering import render, words_of
from dateline.web.wording.labels import N_

router = APIRouter()
_GONE = N_("no event names a place of this id")


def _asked(q: str, country: list[str] | None, precision: list[str] | None) -> PlaceFilter:
    return PlaceFilter(q.strip() or None, tuple(country or ()), tuple(precision or ()))


@router.get("/places")
def places(
    request: Request, q: Words_ = "", country: Many = None, precision: Many = None, page: PageNumber = 1
) -> Response:
    """The list, those of most events first."""
    asked = _asked(q, country, precision)
    found = browsing_of(request).list_places(asked, page, PAGE)
    return render(request, "places/page.html", found=found, asked=asked)


@router.get("/places.{form}")
def place_list(request: Request, form: Form, q: Words_ = "", country: Many = None, precision: Many = None) -> Response:
    """Every place that meets the conditions."""
    found = browsing_of(request).list_places(_asked(q, country, precision), 1, ALL)
    return answer(form, "places", map(place_item, found.rows))


@router.get("/places/{place}/map")
def place_map(request: Request, place: str) -> JSONResponse:
    """The place, and whence people came to it and where they went from it."""
    page = _page(request, place)
    words = words_of(request)
    drawn = flow_features([*page.arrivals, *page.departures], words)
    return JSONResponse(spot_features(page.place, words, drawn))


@router.get("/places/{place}.{form}")
def place_events(request: Request, place: str, form: Form) -> Response:
    """The events of the place."""
    rows = browsing_of(request).all_events(EventFilter(places=(place,)))
    return answer(form, "events", map(event_item, rows))


@router.get("/places/{place}")
def place(request: Request, place: str) -> Response:
    """The page."""
    page = _page(request, place)
    return render(request, "places/place.html", page=page, held=ranges(page.held))


def _page(request: Request, place: str) -> PlacePage:
    return there(browsing_of(request).place(place), place, _GONE)
