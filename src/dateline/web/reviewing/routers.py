"""The addresses of review: the queue, steps, and the forms in which claims and events are corrected."""

from collections.abc import Iterator

from fastapi import APIRouter, FastAPI

from dateline.web.reviewing.evidence import pieces
from dateline.web.reviewing.keys import load_keys, own_keys_file
from dateline.web.reviewing.knowing import Known


def set_up_review(app: FastAPI) -> None:
    """Give the app its keys and what is known of names, and templates what they show of the queue.

    InputError where the user's own keys cannot be.
    """
    from dateline.web.reviewing.queue import address_of, key_of

    app.state.keys = load_keys(own_keys_file())
    app.state.known = Known()
    app.state.templates.globals |= {"pieces": pieces, "address_of": address_of, "key_of": key_of}


def review_routers() -> Iterator[APIRouter]:
    """Every router of review; those with fixed addresses before those with ids in them."""
    from dateline.web.reviewing import by_hand, editing, merging, queue, splitting, steps

    for part in (queue, steps, by_hand, editing, merging, splitting):
        yield part.router
