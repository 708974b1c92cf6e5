"""When things lie, as bars from the first day they may lie on to the last, open where an end is not known."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.records import Time
from dateline.store import EventPage, EventRow
from dateline.web.charts.scale import DayScale

WIDTH: Final = 380
_ROW: Final = 18
_LEFT: Final = 4
_FOOT: Final = 20


@dataclass(frozen=True)
class Bar:
    """A bar in row `row`, from `left` to `right`; open where an end is not known; `told` is the day of the report."""

    id: str
    kind: str
    modality: str
    row: int
    left: float
    right: float
    time: Time
    open_start: bool
    open_end: bool
    told: float | None = None


@dataclass(frozen=True)
class Strip:
    """Bars one under another, with the days to write beneath them."""

    bars: tuple[Bar, ...]
    marks: tuple[tuple[float, dt.date], ...]
    width: int
    height: int
    row_height: int = _ROW


@dataclass(frozen=True)
class _Given:
    id: str
    kind: str
    modality: str
    time: Time
    told: dt.date | None = None


def strip(page: EventPage) -> Strip | None:
    """When each claim of an event says it was, and when it was told."""
    given = [
        _Given(one.claim.id, one.claim.kind, one.claim.modality, one.claim.time, one.report.published.date)
        for one in page.claims
    ]
    return _strip(given)


def bars_of(rows: Sequence[EventRow]) -> Strip | None:
    """When each of these events was."""
    return _strip([_Given(row.event.id, row.event.kind, row.modality, row.event.time) for row in rows])


def _strip(given: Sequence[_Given]) -> Strip | None:
    dated = [one for one in given if one.time.earliest or one.time.latest]
    days = list(_days(dated))
    if not days:
        return None
    # A day on either side keeps a bar from lying on the edge, where it would look cut off.
    scale = DayScale(_shifted(min(days), -1), _shifted(max(days), 1), _LEFT, WIDTH - _LEFT)
    bars = tuple(_bar(one, row, scale) for row, one in enumerate(dated))
    return Strip(bars, tuple(scale.marks()), WIDTH, len(bars) * _ROW + _FOOT)


def _shifted(day: dt.date, days: int) -> dt.date:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day


def _days(given: Iterable[_Given]) -> Iterable[dt.date]:
    for one in given:
        yield from (day for day in (one.time.earliest, one.time.latest, one.told) if day)


def _bar(one: _Given, row: int, scale: DayScale) -> Bar:
    first, last = one.time.earliest or scale.first, one.time.latest or scale.last
    return Bar(
        id=one.id,
        kind=one.kind,
        modality=one.modality,
        row=row,
        left=scale.at(first),
        right=scale.at(last, end=True),
        time=one.time,
        open_start=one.time.earliest is None,
        open_end=one.time.latest is None,
        told=scale.at(one.told) if one.told else None,
    )
