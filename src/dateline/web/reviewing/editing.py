"""The form in which a claim or an event is corrected, the machine's values beside the person's."""

from typing import Annotated, Any, Final, get_args

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.errors import InputError
from dateline.kinds import load_catalogue
from dateline.records import Claim, Event, Report
from dateline.records.claim import (
    Certainty,
    Modality,
    PlaceRole,
    Relation,
    Role,
    SourceKind,
    TimePrecision,
    What,
)
from dateline.store import ClaimEntry, EventPage
from dateline.web.addresses import own_address
from dateline.web.rendering import render, translations_of
from dateline.web.reviewing.asking import (
    QUEUE,
    By,
    claim_entry_of,
    event_page_of,
    known_of,
    onward,
    reason_of,
    store_of,
)
from dateline.web.reviewing.correcting import corrected_claim, corrected_event
from dateline.web.reviewing.rows import text_fields
from dateline.web.wording.failings import told

router = APIRouter(prefix=QUEUE)
STATUSES: Final = get_args(Event.model_fields["status"].annotation)
_WHY: Final = "corrected"


async def _fields(request: Request) -> dict[str, str]:
    return text_fields((await request.form(max_fields=5_000)).multi_items())


Fields = Annotated[dict[str, str], Depends(_fields)]


@router.get("/{subject}/edit")
def edit_page(request: Request, _person: By, subject: str, next: str = "") -> Response:  # noqa: A002
    """The form, filled with what stands."""
    return _form(request, subject, next)


@router.post("/{subject}/edit")
def edit(request: Request, person: By, subject: str, fields: Fields) -> Response:
    """Put the corrected record in the place of what stands; what cannot be is said above the form."""
    store, onto = store_of(request), fields.get("next", "")
    opened = _opened(request, subject)
    try:
        record = _corrected(request, opened, fields)
    except InputError as error:
        return _form(request, subject, onto, 400, told(error, translations_of(request)))
    number = store.reviewer(person.name).edit(record, reason_of(request, fields.get("reason", ""), _WHY))
    return onward(onto or f"{QUEUE}?item={subject}", number)


def _opened(request: Request, subject: str) -> EventPage | ClaimEntry:
    store = store_of(request)
    return event_page_of(store, subject) if subject.startswith("e_") else claim_entry_of(store, subject)


def _corrected(request: Request, opened: EventPage | ClaimEntry, fields: dict[str, str]) -> Claim | Event:
    known = known_of(request)
    if isinstance(opened, ClaimEntry):
        return corrected_claim(opened.claim, opened.report, fields, known)
    return corrected_event(opened.row.event, _reports(opened), fields, known)


def _reports(page: EventPage) -> list[Report]:
    return list({entry.report.id: entry.report for entry in page.claims}.values())


def _form(request: Request, subject: str, onto: str, status: int = 200, fault: str = "") -> Response:
    opened, known = _opened(request, subject), known_of(request)
    record = opened.claim if isinstance(opened, ClaimEntry) else opened.row.event
    return render(
        request,
        "review/edit.html",
        status,
        record=record,
        machine=opened.machine,
        opened=opened,
        known=known,
        choices=choices(),
        next=own_address(onto, f"{QUEUE}?item={subject}"),
        fault=fault,
    )


def choices() -> dict[str, Any]:
    """The values that the fields of a form may have."""
    return {
        "kinds": sorted(load_catalogue().kinds),
        "modalities": get_args(Modality),
        "certainties": get_args(Certainty),
        "roles": get_args(Role),
        "place_roles": get_args(PlaceRole),
        "relations": get_args(Relation),
        "precisions": get_args(TimePrecision),
        "source_kinds": get_args(SourceKind),
        "whats": get_args(What),
        "statuses": STATUSES,
    }
