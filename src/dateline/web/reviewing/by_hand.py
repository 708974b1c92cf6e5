"""A claim that the reader missed, added from words selected in a report."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import InputError
from dateline.records import Report
from dateline.records.by_hand import claim_at
from dateline.store import Store
from dateline.web.failures import NotThereError
from dateline.web.rendering import render
from dateline.web.reviewing.asking import QUEUE, By, Words, reason_of, store_of
from dateline.web.reviewing.editing import choices
from dateline.web.wording.labels import N_

router = APIRouter(prefix=QUEUE)
Offset = Annotated[int, Query(ge=0)]


@router.get("/claims/new")
def new_claim(request: Request, _person: By, report: str, start: Offset, end: Offset) -> Response:
    """Ask of which kind the claim is whose trigger are the characters from `start` to `end` of a report."""
    found = _report(store_of(request), report)
    claim = claim_at(found, "attack", start, end)
    return render(request, "review/new_claim.html", report=found, claim=claim, choices=choices())


@router.post("/claims")
def add_claim(
    request: Request,
    person: By,
    report: Words,
    kind: Words,
    start: Annotated[int, Form()],
    end: Annotated[int, Form()],
    reason: Words = "",
) -> Response:
    """Add the claim, and open the form in which its values are filled in."""
    store = store_of(request)
    if kind not in choices()["kinds"]:
        raise InputError(kind, N_("is no kind of occurrence; choose one of the list"))
    claim = claim_at(_report(store, report), kind, start, end)
    store.reviewer(person.name).add(claim, reason_of(request, reason, "missed by the reader"))
    return RedirectResponse(f"{QUEUE}/{claim.id}/edit?next=/reports/{report}", 303)


def _report(store: Store, report: str) -> Report:
    entry = store.report(report)
    if entry is None:
        raise NotThereError(f"{report}: " + N_("there is no such report"))
    return entry.report
