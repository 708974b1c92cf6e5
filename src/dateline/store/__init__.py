"""Reports, claims and events kept in a database with their history, records in and records out. No reading here."""

from typing import TYPE_CHECKING, Any

from dateline.store.account_tables import ROLES
from dateline.store.accounts import SIGNED_IN_FOR, Account, Accounts
from dateline.store.browsing import (
    ActorFilter,
    ActorPage,
    ActorRow,
    Bucket,
    BucketSize,
    ClaimEntry,
    EventPage,
    EventRow,
    Facets,
    FacetValue,
    Flow,
    MapCell,
    MapView,
    Page,
    PlaceFilter,
    PlacePage,
    PlaceRow,
    QueueItem,
    ReportFilter,
    ReportPage,
    ReportRow,
    SaidNumber,
    Sort,
    Timeline,
)
from dateline.store.event_filters import Box, EventFilter
from dateline.store.filters import ClaimFilter
from dateline.store.log import LogEntry
from dateline.store.rejected import RejectedFilter
from dateline.store.reports import Outcome, ReportEntry
from dateline.store.reviewer import Reviewer
from dateline.store.store import Store
from dateline.store.suggestions import Suggestion
from dateline.store.verification import Fault, Verified

if TYPE_CHECKING:
    from dateline.store.browsing.browsing import Browsing

__all__ = [
    "ROLES",
    "SIGNED_IN_FOR",
    "Account",
    "Accounts",
    "ActorFilter",
    "ActorPage",
    "ActorRow",
    "Box",
    "Browsing",
    "Bucket",
    "BucketSize",
    "ClaimEntry",
    "ClaimFilter",
    "EventFilter",
    "EventPage",
    "EventRow",
    "FacetValue",
    "Facets",
    "Fault",
    "Flow",
    "LogEntry",
    "MapCell",
    "MapView",
    "Outcome",
    "Page",
    "PlaceFilter",
    "PlacePage",
    "PlaceRow",
    "QueueItem",
    "RejectedFilter",
    "ReportEntry",
    "ReportFilter",
    "ReportPage",
    "ReportRow",
    "Reviewer",
    "SaidNumber",
    "Sort",
    "Store",
    "Suggestion",
    "Timeline",
    "Verified",
]


def __getattr__(name: str) -> Any:
    """`Browsing` is loaded when it is first asked for: it needs numpy, which other commands do not wait for."""
    if name != "Browsing":
        raise AttributeError(name)
    from dateline.store.browsing.browsing import Browsing

    return Browsing
