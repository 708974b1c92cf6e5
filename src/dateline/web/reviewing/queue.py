"""The queue: what waits for a person, and the one thing of it that is looked at."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.errors import StoreError
from dateline.records import Claim, Event
from dateline.store import ClaimEntry, EventPage, Page, QueueItem, Store
from dateline.web.rendering import render
from dateline.web.reviewing.asking import QUEUE, By, claim_entry_of, event_page_of, store_of
from dateline.web.reviewing.keys import as_json

router = APIRouter(prefix=QUEUE)


@dataclass(frozen=True)
class Looked:
    """The thing looked at: its place among those listed, and the addresses of those before and after it."""

    item: QueueItem | None
    place: int | None
    before: str
    after: str


@router.get("")
def queue(
    request: Request,
    person: By,
    item: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    done: int | None = None,
) -> Response:
    """What waits, with `item` laid open, the first where none is named; `done` is the log entry of the last step."""
    store = store_of(request)
    waiting = store.browsing.review_queue(number=page)
    looked = _looked(waiting, item)
    subject = looked.item.subject if looked.item else _named(store, item)
    return render(
        request,
        "review/page.html",
        waiting=waiting,
        looked=looked,
        suggestion=looked.item.suggestion if looked.item else None,
        opened=_opened(store, subject),
        keys=request.app.state.keys,
        keys_json=as_json(request.app.state.keys),
        done=store.log_entry(done) if done else None,
        undoable=store.last_step(person.name),
        here=address_of(item or (subject.id if subject else ""), page),
    )


def address_of(item: str, page: int = 1) -> str:
    """The address of the queue with this laid open."""
    values = ([("item", item)] if item else []) + ([("page", str(page))] if page > 1 else [])
    return f"{QUEUE}?{urlencode(values)}" if values else QUEUE


def key_of(item: QueueItem) -> str:
    """What tells an item of the queue from others: the number of its suggestion, else the id of its subject."""
    return f"s_{item.suggestion.number}" if item.suggestion else item.subject.id


def _looked(waiting: Page[QueueItem], item: str) -> Looked:
    names = [key_of(one) for one in waiting.rows]
    if not names or (item and item not in names):
        first = address_of(names[0], waiting.number) if names else QUEUE
        return Looked(None, None, first, first)
    place = names.index(item) if item else 0
    before = address_of(names[max(place - 1, 0)], waiting.number)
    return Looked(waiting.rows[place], place, before, _after(waiting, names, place))


def _after(waiting: Page[QueueItem], names: list[str], place: int) -> str:
    """The address of the next; after the last of a page the next page, after the last of all the first."""
    if place + 1 < len(names):
        return address_of(names[place + 1], waiting.number)
    if waiting.number < waiting.pages:
        return address_of("", waiting.number + 1)
    return address_of(names[0], waiting.number) if waiting.number == 1 and place else QUEUE


def _named(store: Store, item: str) -> Claim | Event | None:
    """What is asked for by its id though it does not wait, or no longer."""
    if item.startswith("e_"):
        return store.event(item)
    try:
        found = store.find(item) if item.startswith("c_") else None
    except StoreError:
        return None
    return found if isinstance(found, Claim) else None


def _opened(store: Store, subject: Claim | Event | None) -> EventPage | ClaimEntry | None:
    if subject is None:
        return None
    return event_page_of(store, subject.id) if isinstance(subject, Event) else claim_entry_of(store, subject.id)
