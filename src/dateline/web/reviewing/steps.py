"""Single steps: accept, reject, take or dismiss a suggestion, undo."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from dateline.errors import StoreError
from dateline.web.reviewing.asking import QUEUE, Back, By, Words, onward, reason_of, store_of

router = APIRouter(prefix=QUEUE)


@router.post("/accept")
def accept(request: Request, person: By, subject: Words, reason: Words = "", next: Back = QUEUE) -> Response:  # noqa: A002
    """Say that a claim or event is right as it stands."""
    why = reason_of(request, reason, "right as it stands")
    return onward(next, store_of(request).reviewer(person.name).accept(subject, why))


@router.post("/reject")
def reject(request: Request, person: By, subject: Words, reason: Words = "", next: Back = QUEUE) -> Response:  # noqa: A002
    """Say that a claim or event is wrong; it is kept, and no longer shown."""
    why = reason_of(request, reason, "not right")
    return onward(next, store_of(request).reviewer(person.name).reject(subject, why))


@router.post("/take")
def take(
    request: Request,
    person: By,
    suggestion: Annotated[int, Form()],
    reason: Words = "",
    next: Back = QUEUE,  # noqa: A002
) -> Response:
    """Let the machine do what it suggests."""
    why = reason_of(request, reason, "as the machine suggests")
    return onward(next, store_of(request).reviewer(person.name).take(suggestion, why))


@router.post("/dismiss")
def dismiss(
    request: Request,
    person: By,
    suggestion: Annotated[int, Form()],
    reason: Words = "",
    next: Back = QUEUE,  # noqa: A002
) -> Response:
    """Leave things as they are."""
    why = reason_of(request, reason, "stays as it is")
    return onward(next, store_of(request).reviewer(person.name).dismiss(suggestion, why))


@router.post("/undo")
def undo(
    request: Request,
    person: By,
    entry: Annotated[int | None, Form()] = None,
    reason: Words = "",
    next: Back = "",  # noqa: A002
) -> Response:
    """Take back an entry of the log, or the newest step of this person; then show what it was about."""
    store = store_of(request)
    step = store.log_entry(entry) if entry else store.last_step(person.name)
    if step is None:
        raise StoreError(f"{person.name} has taken no step that could be undone")
    number = store.reviewer(person.name).undo(reason_of(request, reason, "a mistake"), step.number)
    return onward(next or f"{QUEUE}?item={step.subject}", number)
