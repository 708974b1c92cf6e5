"""What the desk is answered with: plain frozen values, in the units of the records.

A place of a cell of the map, of a flow, of a list or a page of places is the place itself and not a mention of it: its
`score` is 1 and tells nothing. How sure it is that a text means it is told by the events.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.records import Claim, Entity, Event, Place, Rejected, Report, Review
from dateline.records.claim import Certainty, Modality, What
from dateline.store.browsing.asked import BucketSize
from dateline.store.log import LogEntry
from dateline.store.suggestions import Suggestion

Row = TypeVar("Row")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list: its `number` from 1 on, and how many rows there are on all pages together."""

    rows: tuple[Row, ...]
    total: int
    number: int
    limit: int

    @property
    def pages(self) -> int:
        """How many pages there are; one at least."""
        return max(1, -(-self.total // self.limit))


@dataclass(frozen=True)
class EventRow:
    """An event in a list or on the map.

    `modality` and `certainty` are of the event as a whole: what its claims most plainly say. `point` is the one of its
    places that is drawn, with its radius; None where no place of it is known.
    """

    event: Event
    modality: Modality
    certainty: Certainty
    point: Place | None


@dataclass(frozen=True)
class FacetValue:
    """A value that events can be narrowed to, as the filter takes it, its name for people, and how many have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Facets:
    """How many events each further choice would show, most first.

    The values of a condition are counted as if that condition itself were left out, so that others can be chosen in
    their place. `origins` are "at least so many". Of each the hundred most frequent are given.
    """

    total: int
    kinds: tuple[FacetValue, ...]
    actors: tuple[FacetValue, ...]
    countries: tuple[FacetValue, ...]
    admin1: tuple[FacetValue, ...]
    modalities: tuple[FacetValue, ...]
    statuses: tuple[FacetValue, ...]
    origins: tuple[FacetValue, ...]
    states: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Bucket:
    """Days from `first` to `last`: events that lie in them for `sure`, and those that only `may`."""

    first: dt.date
    last: dt.date
    sure: int
    may: int


@dataclass(frozen=True)
class Timeline:
    """Events by time, without gaps; `earlier` lie before the first bucket, `later` after the last one.

    `undated` have no known day.
    """

    size: BucketSize
    buckets: tuple[Bucket, ...]
    earlier: int
    later: int
    undated: int


@dataclass(frozen=True)
class MapCell:
    """Events near each other on the map: their mean point, and the radius within which all of them are meant.

    `event` is the id where there is one only; `place` is set where all are at one place, so that looking nearer would
    not part them. `modalities` tell how many are told as what.
    """

    count: int
    latitude: float
    longitude: float
    radius_km: float
    event: str | None
    kind: str | None
    place: Place | None
    modalities: tuple[FacetValue, ...]


@dataclass(frozen=True)
class MapView:
    """The cells of a piece of the map, the number of events in them, and of those that no place is known of."""

    cells: tuple[MapCell, ...]
    placed: int
    unplaced: int


@dataclass(frozen=True)
class ClaimEntry:
    """A claim as it stands with its report, what a person decided, and the machine's own where that is another."""

    claim: Claim
    report: Report
    review: Review
    machine: Claim | None


@dataclass(frozen=True)
class EventPage:
    """An event with its claims by day of their report, what waits on it, its history, what the machine had made."""

    row: EventRow
    claims: tuple[ClaimEntry, ...]
    suggestions: tuple[Suggestion, ...]
    history: tuple[LogEntry, ...]
    machine: Event | None


@dataclass(frozen=True)
class ReportRow:
    """A report in a list: by which reader it was read (None: not yet), its claims, those that a person has reviewed."""

    report: Report
    read_by: str | None
    claims: int
    reviewed: int


@dataclass(frozen=True)
class ReportPage:
    """A report with all its claims in the order of the text, rejected ones too, and what the reader itself dropped."""

    row: ReportRow
    claims: tuple[ClaimEntry, ...]
    history: tuple[LogEntry, ...]
    dropped: tuple[Rejected, ...]


@dataclass(frozen=True)
class PlaceRow:
    """A place that events name, how many, and the last day of one."""

    place: Place
    events: int
    last_day: dt.date | None


@dataclass(frozen=True)
class SaidNumber:
    """A number as one claim tells it, of which days; `source` is who says so, or the publisher; `reported` by then."""

    what: What
    low: int | None
    high: int | None
    of: str | None
    first_day: dt.date | None
    last_day: dt.date | None
    reported: dt.date | None
    source: str
    claim: str
    report: str
    event: str


@dataclass(frozen=True)
class Flow:
    """People moving from one place to another as events tell; one end may be unknown.

    `low`, `best` and `high` are the sums of the figures of the events that give one. `events` are some of the `count`.
    """

    origin: Place | None
    destination: Place | None
    modality: Modality
    certainty: Certainty
    events: tuple[str, ...]
    count: int
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True)
class PlacePage:
    """What is told of a place: the newest of each kind of thing, and how many there are.

    `control` is who took, held, besieged or left it; `held` are numbers of people held there over time.
    """

    place: Place
    names: tuple[str, ...]
    kinds: tuple[FacetValue, ...]
    control: tuple[EventRow, ...]
    held: tuple[SaidNumber, ...]
    attacks: tuple[EventRow, ...]
    escapes: tuple[EventRow, ...]
    threats: tuple[EventRow, ...]
    others: tuple[EventRow, ...]
    departures: tuple[Flow, ...]
    arrivals: tuple[Flow, ...]


@dataclass(frozen=True)
class ActorRow:
    """An actor that events name: in how many, in how many of them as the one who acts, and the last day of one."""

    entity: Entity
    events: int
    acting: int
    last_day: dt.date | None


@dataclass(frozen=True)
class ActorPage:
    """What is told of an actor: the newest of what it did and what was done to it; what it or others deny.

    `names` are the words that claims call it by.
    """

    entity: Entity
    names: tuple[str, ...]
    did: tuple[EventRow, ...]
    did_kinds: tuple[FacetValue, ...]
    suffered: tuple[EventRow, ...]
    suffered_kinds: tuple[FacetValue, ...]
    denied: tuple[EventRow, ...]


@dataclass(frozen=True)
class QueueItem:
    """Something that waits for a person: a suggestion on a claim or event, or an event that nobody has looked at yet.

    `urgency` grows with how unsure an event is and how much it matters.
    """

    subject: Claim | Event
    suggestion: Suggestion | None
    urgency: float
