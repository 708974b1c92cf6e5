"""What speaks for and against two outlines telling of one occurrence, each under a name that a person can read."""

import math
from collections.abc import Iterator
from typing import Final

from dateline.merging.distance import apart
from dateline.merging.families import families
from dateline.merging.outline import Outline
from dateline.merging.parts import Number, Spot, overlap
from dateline.merging.rarity import likeness, rarity

Features = dict[str, float]

# Between the edges of two places that may be one.
_NEAR_KM: Final = 15.0
# Days after an occurrence within which a report that states no day may mean it.
_FRESH: Final = 7
# Rare names in common beyond this many say no more.
_ENOUGH_NAMES: Final = 3.0


def across_reports(one: Outline, other: Outline) -> Features:
    """The features of what two reports tell."""
    return dict([*shared(one, other), *_publication(one, other)])


def shared(one: Outline, other: Outline) -> Iterator[tuple[str, float]]:
    """The features of any two outlines."""
    yield families().relation(one.kind, other.kind), 1.0
    yield from _modality(one.modality, other.modality)
    yield _time(one, other), 1.0
    yield from _places(one.spots, other.spots)
    yield _names("actor", one, other), 1.0
    yield _names("recipient", one, other), 1.0
    if one.victims & other.victims:
        yield "same victim by name", 1.0
    yield from _numbers(one.numbers, other.numbers)
    if one.trigger & other.trigger:
        yield "same word for it", 1.0
    yield "likeness of words", likeness(one.text, other.text)
    if common := one.names & other.names:
        yield "names in common", min(math.fsum(map(rarity, common)), _ENOUGH_NAMES) / _ENOUGH_NAMES


def _modality(one: str, other: str) -> Iterator[tuple[str, float]]:
    if one != other:
        yield " and ".join(sorted((one, other))) if "actual" in (one, other) else "other modality", 1.0
    elif one != "actual":
        yield "both not actual", 1.0


def _time(one: Outline, other: Outline) -> str:
    if not one.days.known or not other.days.known:
        return "no day on either side" if one.days == other.days else "day on one side"
    gap = days_apart(one, other)
    if gap > 0:
        return "day next to it" if gap == 1 else "other days"
    return "same day" if one.days.narrow and other.days.narrow else "days overlap"


def days_apart(one: Outline, other: Outline) -> int:
    """Days between two stated intervals; 0 where they overlap or an end is open."""
    (a, b, _), (c, d, _) = one.days, other.days
    if b is not None and c is not None and b < c:
        return c - b
    if d is not None and a is not None and d < a:
        return a - d
    return 0


def _places(one: tuple[Spot, ...], other: tuple[Spot, ...]) -> Iterator[tuple[str, float]]:
    if not one or not other:
        yield "no place on either side" if not one and not other else "place on one side", 1.0
        return
    keys, names = {spot.key for spot in one}, {spot.name for spot in one}
    if any((spot.key in keys or spot.name in names) and not spot_is_wide(spot) for spot in other):
        yield "same place", 1.0
        return
    gaps = [gap for a in one for b in other if (gap := apart(a, b)) is not None]
    if any(spot.key in keys or spot.name in names for spot in other):
        yield "same wide place", 1.0
    elif not gaps:
        # "A market" may well be in the town that the other names.
        known = [any(spot.named for spot in side) for side in (one, other)]
        yield "other place by name" if all(known) else "place on one side", 1.0
    else:
        yield "place within the other" if min(gaps) <= 0 else "near" if min(gaps) <= _NEAR_KM else "far", 1.0


def spot_is_wide(spot: Spot) -> bool:
    """Whether a place is known, and larger than a town: sharing it says little."""
    return spot.latitude is not None and not spot.site


def _names(role: str, one: Outline, other: Outline) -> str:
    first, second = (side.actors if role == "actor" else side.recipients for side in (one, other))
    if not first or not second:
        return f"no {role} on either side" if not first and not second else f"{role} on one side"
    known = one.by_name(first), other.by_name(second)
    if first & second:
        return f"same {role}" if known[0] & known[1] else f"same words for the {role}"
    if _words(first) & _words(second):
        return f"{role} of like words"
    return f"other {role}" if all(known) else f"other words for the {role}"


def _words(names: frozenset[str]) -> set[str]:
    return {word for name in names if ":" not in name for word in name.split()}


def _numbers(one: tuple[Number, ...], other: tuple[Number, ...]) -> Iterator[tuple[str, float]]:
    pairs = [(a, b) for a in one for b in other if a.what == b.what and not (a.cumulative or b.cumulative)]
    if not pairs:
        return
    if any((a.low, a.high) == (b.low, b.high) for a, b in pairs):
        yield "same number", 1.0
    elif any(overlap(a, b) for a, b in pairs):
        yield "numbers that fit", 1.0
    else:
        yield "other numbers", 1.0


def _publication(one: Outline, other: Outline) -> Iterator[tuple[str, float]]:
    yield "likeness of the reports", likeness(one.about, other.about)
    if one.published is not None and other.published is not None:
        yield "days between publication", min(abs(one.published - other.published), 30) / 30
    for told, dated in ((one, other), (other, one)):
        if told.published is not None and not told.days.known and dated.days.known:
            days = days_before(told.published, dated)
            yield (
                ("day fits the other's publication" if days <= _FRESH else "day long before the other's publication"),
                1.0,
            )
            yield "days from one to the other's publication", min(days, _FRESH) / _FRESH


def days_before(published: int, dated: Outline) -> int:
    """Days from when it was at the latest to a publication; 0 where it may have been that day."""
    last = dated.days.last if dated.days.last is not None else dated.days.first
    return max(0, published - last) if last is not None else 0
