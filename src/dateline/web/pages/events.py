"""/events: facets, search, list, map and timeline of the events that meet a question, which the address holds."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from dateline.store import Box, EventRow, Facets, MapView, Page, Sort
from dateline.web.formats import Form, answer, event_item
from dateline.web.map import cell_features
from dateline.web.pages.asking import browsing_of, choices
from dateline.web.question import PAGE, Asked, Question
from dateline.web.rendering import is_part, render, words_of

router = APIRouter()
_WORLD = "-180,-90,180,90"
Zoom = Annotated[float, Query(ge=0, le=24)]


@router.get("/events")
def events(request: Request, question: Asked) -> Response:
    """The page, or what of it a changed question changes."""
    browsing = browsing_of(request)
    found = browsing.list_events(question.asked, question.sort, question.page, PAGE)
    facets = browsing.facet_counts(question.asked)
    template = "events/part.html" if is_part(request) else "events/page.html"
    response = render(request, template, **_values(question, found, facets))
    if is_part(request):
        response.headers["hx-push-url"] = question.address("/events")
    return response


@router.get("/events.{form}")
def event_list(request: Request, question: Asked, form: Form) -> StreamingResponse:
    """Every event that meets the question."""
    rows = browsing_of(request).all_events(question.asked, question.sort)
    return answer(form, "events", map(event_item, rows))


@router.get("/events/map")
def event_map(request: Request, question: Asked, view: str = _WORLD, zoom: Zoom = 0) -> JSONResponse:
    """The cells to draw of a piece of the map."""
    found = _cells(request, question, view, zoom)
    return JSONResponse(cell_features(found.cells, words_of(request)) | {"unplaced": found.unplaced})


@router.get("/events/map-table")
def event_map_table(request: Request, question: Asked, view: str = _WORLD, zoom: Zoom = 0) -> Response:
    """The same cells as a table."""
    return render(request, "events/map_table.html", found=_cells(request, question, view, zoom), question=question)


@router.get("/events/timeline")
def event_timeline(request: Request, question: Asked) -> JSONResponse:
    """The events by time: bounds of the buckets, how many surely lie in each, how many only may."""
    found = browsing_of(request).timeline(question.but(since=None, until=None).asked)
    return JSONResponse(
        {
            "size": found.size,
            "first": [str(bucket.first) for bucket in found.buckets],
            "last": [str(bucket.last) for bucket in found.buckets],
            "sure": [bucket.sure for bucket in found.buckets],
            "may": [bucket.may for bucket in found.buckets],
            "earlier": found.earlier,
            "later": found.later,
            "undated": found.undated,
        }
    )


@router.get("/events/timeline-table")
def event_timeline_table(request: Request, question: Asked) -> Response:
    """The same as a table, without the steps in which nothing lies."""
    found = browsing_of(request).timeline(question.but(since=None, until=None).asked)
    return render(request, "events/timeline_table.html", found=found, question=question)


def _cells(request: Request, question: Question, view: str, zoom: float) -> MapView:
    box = Question.of([("box", view)]).asked.box or Box(-180, -90, 180, 90)
    return browsing_of(request).map_cells(question.asked, box, zoom)


def _values(question: Question, found: Page[EventRow], facets: Facets) -> dict[str, Any]:
    asked = question.asked
    return {
        "question": question,
        "found": found,
        "sorts": list(Sort),
        "facets": {
            "kind": choices(facets.kinds, asked.kinds),
            "country": choices(facets.countries, asked.countries),
            "admin1": choices(facets.admin1, asked.admin1),
            "actor": choices(facets.actors, asked.actors),
            "modality": choices(facets.modalities, asked.modalities),
            "status": choices(facets.statuses, asked.statuses),
            "state": choices(facets.states, asked.states),
        },
        "origins": facets.origins,
    }
