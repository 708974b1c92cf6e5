"""Reports, claims and events kept in a database with their history, records in and records out. No reading here."""

from dateline.store.event_filters import EventFilter
from dateline.store.filters import ClaimFilter
from dateline.store.log import LogEntry
from dateline.store.reports import Outcome, ReportEntry
from dateline.store.reviewer import Reviewer
from dateline.store.store import Store
from dateline.store.suggestions import Suggestion
from dateline.store.verification import Fault, Verified

__all__ = [
    "ClaimFilter",
    "EventFilter",
    "Fault",
    "LogEntry",
    "Outcome",
    "ReportEntry",
    "Reviewer",
    "Store",
    "Suggestion",
    "Verified",
]
