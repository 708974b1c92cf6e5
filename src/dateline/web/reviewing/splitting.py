"""An event taken apart: the claims that are of another occurrence."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from dateline.errors import StoreError
from dateline.web.addresses import own_address
from dateline.web.rendering import render
from dateline.web.reviewing.asking import QUEUE, Back, By, Words, event_page_of, onward, reason_of, store_of
from dateline.web.wording.labels import N_

router = APIRouter(prefix=QUEUE)


@router.get("/{event}/split")
def split_page(request: Request, _person: By, event: str, next: str = "") -> Response:  # noqa: A002
    """The claims to choose from."""
    page = event_page_of(store_of(request), event)
    return render(request, "review/split.html", page=page, next=own_address(next, f"{QUEUE}?item={event}"))


@router.post("/split")
def split(
    request: Request,
    person: By,
    event: Words,
    claim: Annotated[list[str] | None, Form()] = None,
    reason: Words = "",
    next: Back = "",  # noqa: A002
) -> Response:
    """Take the chosen claims out into an event of their own."""
    if not claim:
        raise StoreError(N_("choose the claims that are of another event"))
    why = reason_of(request, reason, "another occurrence")
    number = store_of(request).reviewer(person.name).split(event, claim, why)
    return onward(next or f"{QUEUE}?item={event}", number)
