"""The front door: straight to the events."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse

router = APIRouter()


@router.get("/")
def front() -> RedirectResponse:
    """The events are the first page."""
    return RedirectResponse("/events", 307)
