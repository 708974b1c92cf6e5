"""The one occurrence that one or more claims speak of: a judgement over claims that can be revised."""

import datetime as dt
from typing import Literal

from pydantic import Field

from dateline.records.base import Record
from dateline.records.claim import ClaimPlace, Participant, Time, What


class CountBySource(Record):
    """What one claim says the number is."""

    claim: str
    source: str | None = None
    low: int | None = None
    high: int | None = None


class EventCount(Record):
    """One number of an event: its range over all sources, the best figure, and each source's own."""

    what: What
    low: int | None = None
    best: int | None = None
    high: int | None = None
    by: tuple[CountBySource, ...] = ()


class DisagreeingValue(Record):
    """One of the values that claims give, with the claims that give it."""

    value: str
    claims: tuple[str, ...]


class Disagreement(Record):
    """A field in which the claims of an event differ."""

    field: str
    values: tuple[DisagreeingValue, ...]


class Review(Record):
    """What a person decided; the machine's values are kept beside it."""

    state: Literal["unreviewed", "accepted", "edited", "rejected"] = "unreviewed"
    by: str | None = None
    at: dt.datetime | None = None
    note: str | None = None


class Event(Record):
    """An occurrence with the claims that tell of it. `origins` counts copies of one text or one named source once."""

    record: Literal["event"] = "event"
    id: str
    kind: str
    claims: tuple[str, ...] = Field(min_length=1)
    reports: int = Field(ge=1)
    origins: int = Field(ge=1)
    time: Time = Time()
    places: tuple[ClaimPlace, ...] = ()
    participants: tuple[Participant, ...] = ()
    counts: tuple[EventCount, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    status: Literal["single_origin", "corroborated", "contested", "denied", "anticipated"]
    first_reported: dt.date | None = None
    last_reported: dt.date | None = None
    review: Review = Review()
