"""What the pages have in common: the store, a page of a list, and records that must be there."""

from typing import Annotated, Any, Final, TypeVar

from fastapi import Query, Request

from dateline.store import Browsing
from dateline.web.failures import NotThereError

Found = TypeVar("Found")
PageNumber = Annotated[int, Query(ge=1, le=10**9)]
Words_ = Annotated[str, Query(max_length=500)]
Many = Annotated[list[str] | None, Query()]
# What a list of the desk is written out with at most.
ALL: Final = 10**6


def browsing_of(request: Request) -> Browsing:
    """What the desk asks the store."""
    browsing: Browsing = request.app.state.store.browsing
    return browsing


def there(found: Found | None, given: str, reason: str) -> Found:
    """What was found; NotThereError where nothing was."""
    if found is None:
        raise NotThereError(f"{given}: {reason}")
    return found


def choices(values: Any, chosen: tuple[str, ...]) -> list[dict[str, Any]]:
    """The values of a facet as choices, those chosen first though none be left of them."""
    listed = [{"value": one.value, "name": one.name, "count": one.count, "on": one.value in chosen} for one in values]
    known = {one["value"] for one in listed}
    lost = [{"value": value, "name": value, "count": 0, "on": True} for value in chosen if value not in known]
    return lost + listed
