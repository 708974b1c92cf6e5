"""What the pages of review have in common: who asks, which record, and where to go on."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse

from dateline.records import Claim, Event
from dateline.store import ClaimEntry, EventPage, Store
from dateline.web.accounts import Person, may_review
from dateline.web.addresses import own_address
from dateline.web.failures import NotThereError
from dateline.web.rendering import translations_of
from dateline.web.reviewing.knowing import Known
from dateline.web.wording.labels import N_

QUEUE: Final = "/review"
By = Annotated[Person, Depends(may_review)]
Words = Annotated[str, Form(max_length=10_000)]
Back = Annotated[str, Form(max_length=2_000)]


def store_of(request: Request) -> Store:
    """The desk's store."""
    store: Store = request.app.state.store
    return store


def known_of(request: Request) -> Known:
    """The gazetteer and the register."""
    known: Known = request.app.state.known
    return known


def event_page_of(store: Store, event: str) -> EventPage:
    """All about an event; NotThereError where there is none of this id."""
    found = store.browsing.event(event)
    if found is None:
        raise NotThereError(f"{event}: " + N_("there is no such event; it may have been merged into another"))
    return found


def claim_entry_of(store: Store, claim: str) -> ClaimEntry:
    """All about a claim; NotThereError where there is none of this id."""
    found = store.find(claim) if claim.startswith("c_") else None
    if not isinstance(found, Claim):
        raise NotThereError(f"{claim}: " + N_("there is no such claim"))
    page = store.browsing.report_with_claims(found.report)
    entry = next((one for one in page.claims if one.claim.id == claim), None) if page else None
    if entry is None:
        raise NotThereError(f"{claim}: " + N_("its report is not there"))
    return entry


def reason_of(request: Request, given: str, otherwise: str) -> str:
    """The reason that was given; where none was, `otherwise` in the reader's language."""
    return given.strip() or translations_of(request).gettext(otherwise)


def onward(back: str, entry: int | None = None) -> RedirectResponse:
    """To the page that the form came from or names, which then tells of the step just taken."""
    address = own_address(back, QUEUE)
    if entry is not None:
        address += ("&" if "?" in address else "?") + urlencode({"done": entry})
    return RedirectResponse(address, 303)


def is_event(record: Claim | Event) -> bool:
    """Whether this is an event, and not a claim."""
    return isinstance(record, Event)
