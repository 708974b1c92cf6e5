"""What is compared of a claim, or of all that one report tells of one occurrence, in little memory."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.merging.families import families
from dateline.merging.told import Told
from dateline.merging.words import content, folded_words, names, stems, words
from dateline.records import Claim, ClaimPlace, Count, Participant, Report

# Characters at the beginning of a report that tell what it is about.
_LEAD: Final = 600
# From this probability on, a place's point is taken to be the right one.
_SURE: Final = 0.8
# Characters before a trigger in which a pointing word may stand: "the second such attack".
_REACH: Final = 30


class Spot(NamedTuple):
    """A place of a claim; the point is None where the gazetteer does not know it."""

    key: str
    name: str
    latitude: float | None
    longitude: float | None
    radius: float
    site: bool
    sure: bool


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


@dataclass(frozen=True, slots=True)
class Outline:
    """One side of a comparison. `start` is where it is first told in its report; -1 where that means nothing."""

    claims: tuple[str, ...]
    report: str
    published: int | None
    kind: str
    family: str
    modality: str
    days: Days
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    victims: frozenset[str]
    numbers: tuple[Number, ...]
    trigger: frozenset[str]
    text: frozenset[str]
    names: frozenset[str]
    about: frozenset[str]
    start: int = -1
    sentence: int = -1
    line: int = -1
    points_back: bool = False
    one_more: bool = False
    feared: bool = False
    said_by: frozenset[str] = frozenset()


def outline(told: Told) -> Outline:
    """The outline of one claim."""
    claim, report = told.claim, told.report
    before = _before(claim, report)
    return Outline(
        claims=(claim.id,),
        report=report.id,
        published=report.published.date.toordinal() if report.published.date else None,
        kind=claim.kind,
        family=families().family(claim.kind),
        modality=claim.modality,
        days=_days(claim),
        spots=tuple(sorted({_spot(place) for place in claim.places}, key=lambda spot: spot.key)),
        actors=_names(claim.participants, "actor"),
        recipients=_names(claim.participants, "recipient"),
        victims=_victims(claim.participants),
        numbers=_numbers(claim),
        trigger=stems(claim.trigger.text),
        text=content(claim.sentence.text),
        names=content(claim.sentence.text) & names(report.text),
        about=_about(report.text),
        start=claim.trigger.start,
        sentence=claim.sentence.start,
        line=report.text.count("\n", 0, claim.trigger.start),
        points_back=any(word in words().pointing for word in before),
        one_more=bool(before) and before[-1] in words().further,
        feared=_feared(claim),
        said_by=frozenset(_named_sources(claim)),
    )


def together(outlines: Sequence[Outline]) -> Outline:
    """What one report tells of one occurrence, from the outlines of its claims."""
    if len(outlines) == 1:
        return outlines[0]
    told = sorted(outlines, key=lambda one: (one.start, one.claims))
    kinds: dict[str, int] = {}
    for one in told:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    return Outline(
        claims=tuple(claim for one in told for claim in one.claims),
        report=told[0].report,
        published=told[0].published,
        kind=families().most_telling(kinds),
        family=told[0].family,
        modality=_leading(one.modality for one in told),
        days=_narrowest([one.days for one in told]),
        spots=tuple(sorted({spot for one in told for spot in one.spots}, key=lambda spot: spot.key)),
        actors=frozenset().union(*(one.actors for one in told)),
        recipients=frozenset().union(*(one.recipients for one in told)),
        victims=frozenset().union(*(one.victims for one in told)),
        numbers=tuple(sorted({number for one in told for number in one.numbers}, key=repr)),
        trigger=frozenset().union(*(one.trigger for one in told)),
        text=frozenset().union(*(one.text for one in told)),
        names=frozenset().union(*(one.names for one in told)),
        about=told[0].about,
        feared=all(one.feared for one in told),
        said_by=frozenset().union(*(one.said_by for one in told)),
    )


# What is told to have happened says more of an occurrence than what was planned or denied.
_FIRST: Final[Mapping[str, int]] = {"actual": 0, "attempted": 1, "negated": 2, "future": 3, "hypothetical": 4}


def _leading(modalities: Iterable[str]) -> str:
    return min(modalities, key=lambda modality: _FIRST[modality])


def _narrowest(days: Sequence[Days]) -> Days:
    known = [one for one in days if one.known]
    return min(known, key=_width) if known else NO_DAYS


def _width(days: Days) -> tuple[int, int, int]:
    first, last = days.first, days.last
    width = last - first if first is not None and last is not None else 10_000
    return width, first or 0, last or 0


@lru_cache(maxsize=1024)
def _about(text: str) -> frozenset[str]:
    """The names at the beginning of a report; one object for all its claims."""
    return content(text[:_LEAD]) & names(text)


def _days(claim: Claim) -> Days:
    time = claim.time
    if time.basis != "stated":
        return NO_DAYS
    return Days(_ordinal(time.earliest), _ordinal(time.latest), time.precision == "day")


def _ordinal(day: dt.date | None) -> int | None:
    return day.toordinal() if day else None


def _spot(item: ClaimPlace) -> Spot:
    place, name = item.place, " ".join(folded_words(item.span.text))
    if place is None:
        return Spot(name, name, None, None, 0.0, False, False)
    site = place.precision in {"site", "settlement"}
    return Spot(place.id, name, place.latitude, place.longitude, place.radius_km, site, place.score >= _SURE)


def _names(participants: Iterable[Participant], role: str) -> frozenset[str]:
    return frozenset(_name(item) for item in participants if item.role == role)


def _name(item: Participant) -> str:
    if item.entity is not None:
        return item.entity.id
    return _source(item.span.text, None)


def _source(text: str, entity: str | None) -> str:
    """Who it is: the entity's id, else the words that tell somebody apart."""
    if entity:
        return entity
    empty = words().empty
    return " ".join(word for word in folded_words(text) if word not in empty) or text.casefold()


def _named_sources(claim: Claim) -> Iterator[str]:
    for said in claim.attribution:
        if said.entity is not None or any(word[:1].isupper() for word in said.source.text.split()):
            yield _source(said.source.text, said.entity.id if said.entity else None)


def _feared(claim: Claim) -> bool:
    """Whether it is feared, threatened or wondered about, not planned."""
    if claim.modality not in {"future", "hypothetical"}:
        return False
    said = {word for cue in claim.cues for word in folded_words(cue.text)}
    return claim.modality == "hypothetical" or claim.certainty != "certain" or bool(said & words().fears)


def _victims(participants: Iterable[Participant]) -> frozenset[str]:
    """The persons by name to whom it was done."""
    return frozenset(
        _source(item.entity.name, None)
        for item in participants
        if item.role == "recipient" and item.entity is not None and item.entity.kind == "person"
    )


def _numbers(claim: Claim) -> tuple[Number, ...]:
    source = claim.attribution[0] if claim.attribution else None
    said = _source(source.source.text, source.entity.id if source.entity else None) if source else ""
    return tuple(_number(count, said) for count in claim.counts)


def _number(count: Count, source: str) -> Number:
    return Number(count.what, count.low, count.high, count.cumulative, source)


def _before(claim: Claim, report: Report) -> list[str]:
    """The three words before the trigger."""
    start = claim.trigger.start
    return folded_words(report.text[max(claim.sentence.start, start - _REACH) : start])[-3:]
