"""Where the claims of an event differ: each value with the claims that give it. Nothing is settled here."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.merging.distance import apart
from dateline.merging.kinship import akin
from dateline.merging.outline import Outline
from dateline.merging.parts import Spot
from dateline.records import DisagreeingValue, Disagreement, EventCount

Said = dict[str, list[str]]


def disagreements(told: Sequence[Outline], counts: Sequence[EventCount]) -> tuple[Disagreement, ...]:
    """All fields that differ, in a fixed order. `told` holds one outline a claim, in the order of the event."""
    return (*_counts(counts), *_days(told), *_places(told), *_actors(told), *_happened(told))


def _disagreement(field: str, said: Mapping[str, Sequence[str]]) -> Disagreement:
    values = tuple(DisagreeingValue(value=value, claims=tuple(claims)) for value, claims in said.items())
    return Disagreement(field=field, values=values)


def _counts(counts: Sequence[EventCount]) -> Iterator[Disagreement]:
    for count in counts:
        bounds = [(by.low or 0, by.high) for by in count.by]
        highs = [high for _, high in bounds if high is not None]
        if highs and max(low for low, _ in bounds) > min(highs):
            said: Said = {}
            for by in count.by:
                said.setdefault(range_words(by.low, by.high), []).append(by.claim)
            yield _disagreement(f"counts.{count.what}", said)


def range_words(low: int | None, high: int | None) -> str:
    """A number or its bounds, as a value that people can read."""
    if low is not None and high is not None:
        return str(low) if low == high else f"{low} to {high}"
    return f"{low} or more" if low is not None else f"up to {high}" if high is not None else "unknown"


def _days(told: Sequence[Outline]) -> Iterator[Disagreement]:
    said: Said = {}
    for one in told:
        if one.days.narrow and one.days.first is not None:
            said.setdefault(_day(one.days.first), []).extend(one.claims)
    if len(said) > 1:
        yield _disagreement("time", said)


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


def _places(told: Sequence[Outline]) -> Iterator[Disagreement]:
    """Places that cannot both be right: known points, neither within the other's radius."""
    sites = [(one, [spot for spot in one.spots if spot.site]) for one in told]
    known = [(one, spots) for one, spots in sites if spots]
    if not any(_elsewhere(a, b) for _, a in known for _, b in known):
        return
    said: Said = {}
    for one, spots in known:
        said.setdefault(", ".join(spot.name for spot in spots), []).extend(one.claims)
    yield _disagreement("places", said)


def _elsewhere(one: Sequence[Spot], other: Sequence[Spot]) -> bool:
    gaps = [apart(a, b) for a in one for b in other]
    return all(gap is not None and gap > 0 for gap in gaps)


def _actors(told: Sequence[Outline]) -> Iterator[Disagreement]:
    """Actors that the register knows and that are not the same; words that name nobody disagree with nothing."""
    said: Said = {}
    groups: list[frozenset[str]] = []
    for one in told:
        known = frozenset(name for name in one.actors if ":" in name)
        if known:
            groups.append(known)
            said.setdefault(", ".join(sorted(known)), []).extend(one.claims)
    if any(not any(akin(a, b) for a in one for b in other) for one, other in combinations(groups, 2)):
        yield _disagreement("actor", said)


def _happened(told: Sequence[Outline]) -> Iterator[Disagreement]:
    said: Said = {}
    for one in told:
        if one.modality in {"actual", "attempted"}:
            said.setdefault("happened", []).extend(one.claims)
        elif one.modality == "negated":
            said.setdefault("did not happen", []).extend(one.claims)
    if len(said) > 1:
        yield _disagreement("modality", said)
