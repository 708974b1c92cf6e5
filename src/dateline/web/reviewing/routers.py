"""The addresses of review: the queue, steps, and the forms in which claims and events are corrected."""

from collections.abc import Iterator

from fastapi import APIRouter


def review_routers() -> Iterator[APIRouter]:
    """Every router of review; those with fixed addresses before those with ids in them."""
    from dateline.web.reviewing import by_hand, editing, merging, queue, splitting, steps

    for part in (queue, steps, by_hand, editing, merging, splitting):
        yield part.router
