"""Numbers as sources give them over time: each a range on the days it is told of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.store import SaidNumber
from dateline.web.charts.scale import DayScale

WIDTH: Final = 560
HEIGHT: Final = 200
_LEFT: Final = 56
_FOOT: Final = 24
_TOP: Final = 8


@dataclass(frozen=True)
class Range:
    """One number: from `top` to `bottom`, over its days from `left` to `right`; `number` counts the sources."""

    said: SaidNumber
    number: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Ranges:
    """Numbers over time, with what to write beside them; `sources` in the order of their numbers from 1 on."""

    ranges: tuple[Range, ...]
    sources: tuple[str, ...]
    days: tuple[tuple[float, dt.date], ...]
    levels: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT


def ranges(said: Sequence[SaidNumber]) -> Ranges | None:
    """The numbers of known days; None where there are fewer than two."""
    dated = [one for one in said if _first(one) and (one.low is not None or one.high is not None)]
    if len(dated) < 2:
        return None
    firsts, lasts = [_first(one) for one in dated], [_last(one) for one in dated]
    scale = DayScale(min(day for day in firsts if day), max(day for day in lasts if day), _LEFT, WIDTH - 8)
    most = max(max(one.low or 0, one.high or 0) for one in dated) or 1
    sources = tuple(dict.fromkeys(one.source for one in dated))
    drawn = tuple(_range(one, sources.index(one.source) + 1, scale, most) for one in dated)
    levels = tuple((_height(level, most), level) for level in _levels(most))
    return Ranges(drawn, sources, tuple(scale.marks()), levels)


def _range(one: SaidNumber, number: int, scale: DayScale, most: int) -> Range:
    first, last = _first(one), _last(one)
    assert first
    assert last
    low, high = one.low if one.low is not None else 0, one.high if one.high is not None else most
    return Range(one, number, scale.at(first), scale.at(last, end=True), _height(high, most), _height(low, most))


def _height(value: int, most: int) -> float:
    return round(_TOP + (HEIGHT - _TOP - _FOOT) * (1 - min(value, most) / most), 1)


def _levels(most: int) -> list[int]:
    step = 10 ** (len(str(most)) - 1)
    step = next((part for part in (step // 4, step // 2, step, step * 2) if part and most / part <= 5), step)
    return list(range(0, most + 1, step))


def _first(one: SaidNumber) -> dt.date | None:
    return one.first_day or one.last_day or one.reported


def _last(one: SaidNumber) -> dt.date | None:
    return one.last_day or one.first_day or one.reported
