"""Two events or more made one: those that may be the same, and the choice among them."""

from typing import Annotated, Final, NamedTuple

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from dateline.errors import StoreError
from dateline.merging import explain, keys
from dateline.store import ClaimFilter, EventFilter, EventPage, EventRow, Store
from dateline.web.addresses import own_address
from dateline.web.rendering import render
from dateline.web.reviewing.asking import QUEUE, Back, By, Words, event_page_of, onward, reason_of, store_of
from dateline.web.wording.labels import N_

router = APIRouter(prefix=QUEUE)
_SHOWN: Final = 20
# Claims compared with: more would keep the page waiting.
_COMPARED: Final = 200


class Near(NamedTuple):
    """An event that may be the same, and how probable that is by itself; None where it was only searched for."""

    row: EventRow
    likely: float | None


@router.get("/{event}/merge")
def merge_page(request: Request, _person: By, event: str, q: str = "", next: str = "") -> Response:  # noqa: A002
    """Events to choose from: those like this one, or those that hold the words `q`."""
    store = store_of(request)
    page = event_page_of(store, event)
    found = _searched(store, q, event) if q.strip() else _alike(store, page)
    onto = own_address(next, f"{QUEUE}?item={event}")
    return render(request, "review/merge.html", page=page, found=found, q=q, next=onto)


@router.post("/merge")
def merge(
    request: Request,
    person: By,
    event: Words,
    other: Annotated[list[str] | None, Form()] = None,
    reason: Words = "",
    next: Back = "",  # noqa: A002
) -> Response:
    """Make one event of several; it keeps the id of the first."""
    if not other:
        raise StoreError(N_("choose at least one event to merge this one with"))
    why = reason_of(request, reason, "one occurrence")
    number = store_of(request).reviewer(person.name).merge([event, *other], why)
    return onward(next or f"{QUEUE}?item={event}", number)


def _alike(store: Store, page: EventPage) -> list[Near]:
    """The events whose claims the machine would compare with those of this one, the likeliest first."""
    event = page.row.event
    told = store.told(event.claims)
    near = [one for one in store.sharing(key for one in told for key in keys(one)) if one.claim.id not in event.claims]
    near = near[:_COMPARED]
    ids = tuple(one.claim.id for one in near)
    event_of = {claim.id: claim.event for claim in store.claims(ClaimFilter(ids=ids))} if ids else {}
    likely: dict[str, float] = {}
    for other in near:
        if found := event_of.get(other.claim.id):
            scores = [explain(one, other, [*told, other]).score for one in told[:3]]
            likely[found] = max(likely.get(found, 0.0), *scores)
    best = sorted(likely, key=lambda one: (-likely[one], one))[:_SHOWN]
    return [Near(row, likely[row.event.id]) for row in _rows(store, best)]


def _searched(store: Store, words: str, event: str) -> list[Near]:
    if words.strip().startswith("e_"):
        found = [store.find_event(words)]
    else:
        found = list(store.events(EventFilter(text=words), _SHOWN + 1))
    return [Near(row, None) for row in _rows(store, [one.id for one in found if one.id != event][:_SHOWN])]


def _rows(store: Store, ids: list[str]) -> list[EventRow]:
    pages = (store.browsing.event(event) for event in ids)
    return [page.row for page in pages if page]
