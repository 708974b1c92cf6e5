"""Which events are asked for."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, NamedTuple

from dateline.store.filters import ClaimFilter


class Box(NamedTuple):
    """A piece of the map, in degrees; where `west` is more than `east` it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class EventFilter:
    """Conditions that an event must all meet; one left out lets every event through.

    Of several values in one condition any will do. `actors` and `places` are ids, met in whatever role. `countries`
    are ISO letters and `admin1` are as "SY/Al-Hasakah", met by any place of the event. `modalities` are what the event
    as a whole is told as: actual where any claim says that it happened. `since` and `until` are days, both included;
    an event without a known day is never between them. `text` is words in a row of a sentence of its claims, of which
    the last may go on. `box` is met where the event's point on the map lies in it. `told` is met where any claim of
    the event meets it: names and whatever else a ClaimFilter can ask for. What a person rejected is left out, unless
    `rejected` or `states` asks for it too.
    """

    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    admin1: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    modalities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_origins: int = 1
    states: tuple[str, ...] = ()
    text: str | None = None
    box: Box | None = None
    told: ClaimFilter | None = None
    rejected: bool = False


ALL_EVENTS: Final = EventFilter()
