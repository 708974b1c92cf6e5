"""The parts of an outline that are compared: places with their radii, numbers with their bounds, days between ends."""

import datetime as dt
from typing import Final, NamedTuple

from dateline.merging.words import folded_words, words
from dateline.records import Claim, ClaimPlace, Count

# From this probability on, a place's point is taken to be the right one.
_SURE: Final = 0.8


class Spot(NamedTuple):
    """A place of a claim; the point is None where the gazetteer does not know it.

    `named` tells a place that has a name from one that is only described ("a market").
    """

    key: str
    name: str
    latitude: float | None
    longitude: float | None
    radius: float
    site: bool
    sure: bool
    named: bool


class Number(NamedTuple):
    """A count of an outline."""

    what: str
    low: int | None
    high: int | None
    cumulative: bool
    source: str


def overlap(one: Number, other: Number) -> bool:
    """Whether one number can be within both bounds."""
    low = max(one.low or 0, other.low or 0)
    highs = [number.high for number in (one, other) if number.high is not None]
    return not highs or low <= min(highs)


class Days(NamedTuple):
    """Ordinals of the days between which it lies; an open end is None."""

    first: int | None
    last: int | None
    narrow: bool

    @property
    def known(self) -> bool:
        """Whether any end was stated."""
        return self.first is not None or self.last is not None


NO_DAYS: Final = Days(None, None, False)


def days_of(claim: Claim) -> Days:
    """The days that the claim states."""
    time = claim.time
    if time.basis != "stated":
        return NO_DAYS
    return Days(_ordinal(time.earliest), _ordinal(time.latest), time.precision == "day")


def _ordinal(day: dt.date | None) -> int | None:
    return day.toordinal() if day else None


def spot_of(item: ClaimPlace) -> Spot:
    """A place of a claim."""
    place, name = item.place, " ".join(folded_words(item.span.text))
    if place is None:
        return Spot(name, name, None, None, 0.0, False, False, not item.span.text.islower())
    site = place.precision in {"site", "settlement"}
    return Spot(place.id, name, place.latitude, place.longitude, place.radius_km, site, place.score >= _SURE, True)


def numbers_of(claim: Claim) -> tuple[Number, ...]:
    """The counts of a claim, each with who gives it."""
    source = claim.attribution[0] if claim.attribution else None
    said = who(source.source.text, source.entity.id if source.entity else None) if source else ""
    return tuple(_number(count, said) for count in claim.counts)


def _number(count: Count, source: str) -> Number:
    return Number(count.what, count.low, count.high, count.cumulative, source)


def who(text: str, entity: str | None) -> str:
    """Who it is: the entity's id, else the words that tell somebody apart."""
    if entity:
        return entity
    empty = words().empty
    return " ".join(word for word in folded_words(text) if word not in empty) or text.casefold()
