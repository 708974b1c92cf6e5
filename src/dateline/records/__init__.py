"""The contract: report, claim, event and their parts as typed models. No reading, no storage, no import of ours."""

from dateline.records.claim import Attribution, Claim, ClaimPlace, Count, Participant, Time
from dateline.records.entity import Entity
from dateline.records.event import CountBySource, DisagreeingValue, Disagreement, Event, EventCount, Review
from dateline.records.ids import claim_id, report_id
from dateline.records.place import Place
from dateline.records.rejected import Rejected
from dateline.records.report import Published, Report
from dateline.records.span import Span

__all__ = [
    "Attribution",
    "Claim",
    "ClaimPlace",
    "Count",
    "CountBySource",
    "DisagreeingValue",
    "Disagreement",
    "Entity",
    "Event",
    "EventCount",
    "Participant",
    "Place",
    "Published",
    "Rejected",
    "Report",
    "Review",
    "Span",
    "Time",
    "claim_id",
    "report_id",
]
