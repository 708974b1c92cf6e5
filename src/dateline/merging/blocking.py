"""Which claims of different reports are compared at all: those that share a key of family, time and place or actor."""

import math
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.merging.outline import Outline, together
from dateline.merging.parts import Days, Spot
from dateline.merging.rarity import is_rare, rarity

# Days of a period; each claim falls into the periods that its days touch.
_PERIOD: Final = 10
# A claim without a stated day is taken to lie in these days before its report's publication.
_FRESH: Final = 8
# Stated times longer than this are no help in finding the same occurrence.
_LONGEST: Final = 45
# Degrees of a cell, and how far over its edge a place is still in it.
_CELL: Final = 0.5
_MARGIN: Final = 0.1


# Of the rare names in a claim's sentence and at the head of its report, how many serve as keys.
_NAMES: Final = 4
# From here on a number serves as a key.
_LARGE: Final = 100
# How keys begin that name no time.
_TIMELESS: Final = "*"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a report tells of one occurrence, and the keys of all its claims in short.

    The keys are those of the claims, and not of what they tell together, so that a claim that is stored alone is
    found by the same keys as its telling is compared by.
    """

    outline: Outline
    keys: "array[int]"


def telling(claims: Sequence[Outline]) -> Telling:
    """What one report tells of one occurrence in these claims."""
    short = {_short(key) for one in claims for key in outline_keys(one)}
    return Telling(together(claims), array("I", sorted(short)))


def is_timeless(key: int) -> bool:
    """Whether a key in short names no time: it serves only those of which no day is known."""
    return bool(key & 1)


def _short(key: str) -> int:
    return zlib.crc32(key.encode()) & ~1 | key.startswith(_TIMELESS)


def outline_keys(one: Outline) -> tuple[str, ...]:
    """The keys of a claim's outline, sorted: its family, when it was, and a place or name."""
    periods = list(_periods(one))
    places = set(_cells(one.spots))
    names = {f"n:{name}" for name in (*_rarest(one.names), *_rarest(one.about))}
    dated = (f"{one.family}|{period}|{name}" for period in periods for name in places | names | set(_counted(one)))
    # Texts without any date are met by what is told of one place in the same rare words.
    undated = (f"{_TIMELESS}{one.family}|{place}|{word}" for place in places for word in _rarest(one.text - one.names))
    return tuple(sorted({*dated, *undated}))


def _counted(one: Outline) -> Iterator[str]:
    """Numbers so large that hardly two occurrences share them."""
    return (f"#:{each.what}|{each.low}" for each in one.numbers if (each.low or 0) >= _LARGE)


def _rarest(words: Iterable[str]) -> list[str]:
    return sorted(filter(is_rare, words), key=lambda word: (-rarity(word), word))[:_NAMES]


def _periods(one: Outline) -> Iterator[str]:
    first, last = _span(one.days, one.published)
    if first is None or last is None:
        yield "undated"
    elif last - first <= _LONGEST:
        yield from (str(period) for period in range((first - 1) // _PERIOD, (last + 1) // _PERIOD + 1))
    else:
        yield f"{first // 365}+"


def _span(days: Days, published: int | None) -> tuple[int | None, int | None]:
    if not days.known:
        return (None, None) if published is None else (published - _FRESH, published)
    first = days.first if days.first is not None else days.last
    return first, days.last if days.last is not None else first


def _cells(spots: Iterable[Spot]) -> Iterator[str]:
    for spot in spots:
        if spot.latitude is None or spot.longitude is None or not spot.site:
            yield f"p:{spot.key}"
            continue
        for latitude in {_cell(spot.latitude - _MARGIN), _cell(spot.latitude + _MARGIN)}:
            for longitude in {_cell(spot.longitude - _MARGIN), _cell(spot.longitude + _MARGIN)}:
                yield f"c:{latitude},{longitude}"


def _cell(degrees: float) -> int:
    return math.floor(degrees / _CELL)
