"""/events/ID: one event, what its sources say and where they differ, whence it is told, and its history."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from dateline.merging import Related, Told, history, origins, related
from dateline.merging.outline import outline
from dateline.records import Event
from dateline.store import Browsing, ClaimEntry, EventFilter, EventPage, EventRow
from dateline.web.charts import strip
from dateline.web.formats import Form, answer, event_item
from dateline.web.map import place_features
from dateline.web.pages.asking import browsing_of, there
from dateline.web.rendering import render, words_of
from dateline.web.wording.labels import N_

router = APIRouter()
# Events at the same places that are looked through for what was feared before or came later.
_NEAR: Final = 500
_GONE: Final = N_("there is no such event; it may have been merged into another")


@router.get("/events/{event}.{form}")
def event_file(request: Request, event: str, form: Form) -> Response:
    """The event by itself; as JSON with its claims."""
    page = there(browsing_of(request).event(event), event, _GONE)
    if form is Form.JSON:
        claims = [entry.claim.model_dump(mode="json") for entry in page.claims]
        return JSONResponse({"event": page.row.event.model_dump(mode="json"), "claims": claims})
    return answer(form, event, [event_item(page.row)])


@router.get("/events/{event}/map")
def event_map(request: Request, event: str) -> JSONResponse:
    """The places of the event, each as wide as it is meant."""
    page = there(browsing_of(request).event(event), event, _GONE)
    return JSONResponse(place_features(page.row, words_of(request)))


@router.get("/events/{event}")
def event(request: Request, event: str) -> Response:
    """The page."""
    browsing = browsing_of(request)
    page = there(browsing.event(event), event, _GONE)
    return render(request, "event/page.html", page=page, **_values(browsing, page))


def _values(browsing: Browsing, page: EventPage) -> dict[str, Any]:
    told = [Told(entry.claim, entry.report) for entry in page.claims]
    links = _links(browsing, page.row.event)
    return {
        "sources": _by_origin(page.claims),
        "entries": {entry.claim.id: entry for entry in page.claims},
        "moves": history(told) if len(told) > 1 else [],
        "strip": strip(page),
        "links": [(link, row) for link in links if (row := _row(browsing, link.event))],
    }


def _by_origin(entries: Sequence[ClaimEntry]) -> list[list[ClaimEntry]]:
    """The claims, those of one voice together, in the order in which each voice was first heard."""
    told = [Told(entry.claim, entry.report) for entry in entries]
    voices = origins([entry.report for entry in entries], [outline(one) for one in told])
    found: dict[int, list[ClaimEntry]] = {}
    for entry in entries:
        found.setdefault(voices[entry.report.id], []).append(entry)
    return list(found.values())


def _links(browsing: Browsing, event: Event) -> Sequence[Related]:
    places = tuple({item.place.id for item in event.places if item.place})
    if not places:
        return ()
    near = list(islice(browsing.events(EventFilter(places=places), _NEAR), _NEAR))
    if all(one.id != event.id for one in near):
        near.append(event)
    return related(near).get(event.id, ())


def _row(browsing: Browsing, event: str) -> EventRow | None:
    page = browsing.event(event)
    return page.row if page else None
