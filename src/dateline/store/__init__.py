"""Reports, claims and events kept in a database with their history, records in and records out. No reading here."""

from dateline.store.event_filters import EventFilter
from dateline.store.filters import ClaimFilter
from dateline.store.log import LogEntry
from dateline.store.reports import Outcome, ReportEntry
from dateline.store.store import Store
from dateline.store.suggestions import Suggestion

__all__ = ["ClaimFilter", "EventFilter", "LogEntry", "Outcome", "ReportEntry", "Store", "Suggestion"]
