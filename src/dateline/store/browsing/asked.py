"""What can be asked beside an EventFilter: orders, steps of the timeline, and which reports, places and actors."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """An order of events; those equal in it stand by their id, and those of unknown days last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    REPORTED = "reported"
    """Last reported first."""
    KILLED = "killed"
    """Most killed by the best figure first."""
    REPORTS = "reports"
    ORIGINS = "origins"
    UNSURE = "unsure"
    """Least certain first, by the lowest score of its claims."""


class BucketSize(StrEnum):
    """A step of the timeline."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class ReportFilter:
    """Conditions on a report.

    `words` are words in a row of its title, publisher or source, of which the last may go on, without regard to case
    and accents.
    """

    words: str | None = None
    languages: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    unread: bool = False


@dataclass(frozen=True)
class PlaceFilter:
    """Conditions on a place that claims name. `name` is looked for without regard to case and accents."""

    name: str | None = None
    countries: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActorFilter:
    """Conditions on an actor that claims name. `name` is looked for without regard to case and accents."""

    name: str | None = None
    kinds: tuple[str, ...] = ()
