"""Reports and claims kept in a database, records in and records out. No reading, merging or printing here."""

from dateline.store.filters import ClaimFilter
from dateline.store.reports import Outcome, ReportEntry
from dateline.store.store import Store

__all__ = ["ClaimFilter", "Outcome", "ReportEntry", "Store"]
