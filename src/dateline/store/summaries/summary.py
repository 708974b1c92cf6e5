"""An event in few bytes: what lists, counts, timeline and map need of it, as fixed numbers and codes of terms."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, get_args

from dateline.records import Claim, Entity, Event, Place
from dateline.records.claim import Certainty, Modality, PlaceRole, Role
from dateline.store.claims import days
from dateline.store.summaries.topics import topics
from dateline.store.words import claim_key

# An event is told as the first of these that a claim of it says, and as surely as those claims are at best. These
# orders are what codes stand for in databases: only ever add at the end.
MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)
CERTAINTIES: Final[tuple[Certainty, ...]] = get_args(Certainty)
STATUSES: Final = ("single_origin", "corroborated", "contested", "denied", "anticipated")
STATES: Final = ("unreviewed", "accepted", "edited", "rejected")
ROLES: Final[tuple[Role, ...]] = get_args(Role)
PLACE_ROLES: Final[tuple[PlaceRole, ...]] = get_args(PlaceRole)
# The day of an open end or of an unknown time, and a number that nobody gives.
OPEN: Final = -1
UNKNOWN: Final = -1
_KILLED: Final = "killed"


@dataclass(frozen=True)
class Summary:
    """An event as it is browsed. Days are numbered from 0001-01-01, OPEN where not known.

    `key` and those in `claims` are the ids as 64-bit numbers. `low`, `best` and `high` tell how many people moved, and
    are UNKNOWN where no figure is given. Roles are bits in the order of ROLES and PLACE_ROLES.
    """

    key: int
    kind: str
    modality: int
    certainty: int
    status: int
    state: int
    origins: int
    reports: int
    killed: int
    low: int
    best: int
    high: int
    score: float
    first: int
    last: int
    reported: int
    point: Place | None
    origin: Place | None
    destination: Place | None
    actors: tuple[tuple[Entity, int], ...]
    places: tuple[tuple[Place, int], ...]
    claims: tuple[int, ...]


def summary_of(event: Event, claims: Iterable[Claim]) -> Summary:
    """The summary of an event with these claims."""
    told = list(claims)
    modality = min((MODALITIES.index(claim.modality) for claim in told), default=0)
    so_told = [claim for claim in told if claim.modality == MODALITIES[modality]]
    first, last = days(event.time)
    low, best, high = _moved(event)
    return Summary(
        key=event_key(event.id),
        kind=event.kind,
        modality=modality,
        certainty=min((CERTAINTIES.index(claim.certainty) for claim in so_told), default=0),
        status=STATUSES.index(event.status),
        state=STATES.index(event.review.state),
        origins=event.origins,
        reports=event.reports,
        killed=_killed(event),
        low=low,
        best=best,
        high=high,
        score=min((claim.score for claim in told), default=0),
        first=_day(first),
        last=_day(last),
        reported=_day(event.last_reported),
        point=point_of(event),
        origin=_narrowest(event, "origin"),
        destination=_narrowest(event, "destination"),
        actors=_actors(event),
        places=_places(event),
        claims=tuple(map(claim_key, event.claims)),
    )


def point_of(event: Event) -> Place | None:
    """The place that is drawn: where it happened, or it began, or led to; of several the one meant most narrowly."""
    return next(filter(None, (_narrowest(event, role) for role in PLACE_ROLES)), None)


def _narrowest(event: Event, role: PlaceRole) -> Place | None:
    """The place in this role, of several the one meant most narrowly."""
    known = [item.place for item in event.places if item.place is not None and item.role == role]
    return min(known, key=lambda place: place.radius_km, default=None)


def event_key(event: str) -> int:
    """64 bits for the id of an event, of whatever form it is."""
    return int.from_bytes(hashlib.sha256(event.encode()).digest()[:8], "big", signed=True)


def day_of(number: int) -> dt.date | None:
    """The day of this number."""
    return dt.date.fromordinal(number) if number != OPEN else None


def _day(day: dt.date | None) -> int:
    return day.toordinal() if day else OPEN


def _killed(event: Event) -> int:
    figures = [count.best or count.low or 0 for count in event.counts if count.what == _KILLED]
    return max(figures, default=0)


def _moved(event: Event) -> tuple[int, int, int]:
    wanted = topics()["moved"]
    moved = next((count for what in wanted for count in event.counts if count.what == what), None)
    if moved is None:
        return UNKNOWN, UNKNOWN, UNKNOWN
    low, best, high = (UNKNOWN if end is None else end for end in (moved.low, moved.best, moved.high))
    return low, best, high


def _actors(event: Event) -> tuple[tuple[Entity, int], ...]:
    found: dict[str, tuple[Entity, int]] = {}
    for item in event.participants:
        if item.entity is not None:
            entity, roles = found.get(item.entity.id, (item.entity, 0))
            found[item.entity.id] = (entity, roles | 1 << ROLES.index(item.role))
    return tuple(found.values())


def _places(event: Event) -> tuple[tuple[Place, int], ...]:
    found: dict[str, tuple[Place, int]] = {}
    for item in event.places:
        if item.place is not None:
            place, roles = found.get(item.place.id, (item.place, 0))
            found[item.place.id] = (place, roles | 1 << PLACE_ROLES.index(item.role))
    return tuple(found.values())
