"""The numbers of an event: what each source says, kept apart, with the range and the best-supported figure."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.merging.told import Told
from dateline.records import Claim, Count, CountBySource, EventCount

Origins = Mapping[str, int]


def event_counts(told: Sequence[Told], origin: Origins) -> tuple[EventCount, ...]:
    """The numbers of each thing counted; `origin` tells which reports count as one voice."""
    said: dict[str, list[tuple[CountBySource, int]]] = {}
    for one in told:
        for what, count in _of_claim(one.claim):
            said.setdefault(what, []).append((_by(one.claim, count), origin[one.report.id]))
    return tuple(_counted(what, rows) for what, rows in sorted(said.items()))


def _of_claim(claim: Claim) -> Iterator[tuple[str, Count]]:
    """The largest number that the claim gives of each thing; parts ("three of them children") are within it."""
    largest: dict[str, Count] = {}
    for count in claim.counts:
        known = largest.get(count.what)
        if not count.cumulative and (known is None or _size(count.low, count.high) > _size(known.low, known.high)):
            largest[count.what] = count
    yield from largest.items()


def _by(claim: Claim, count: Count) -> CountBySource:
    source = claim.attribution[0].source.text if claim.attribution else None
    return CountBySource(claim=claim.id, source=source, low=count.low, high=count.high)


def _counted(what: str, rows: Sequence[tuple[CountBySource, int]]) -> EventCount:
    lows = [by.low for by, _ in rows if by.low is not None]
    highs = [by.high for by, _ in rows if by.high is not None]
    best = _best(rows)
    open_above = any(by.high is None and (by.low or 0) >= max(highs, default=0) for by, _ in rows)
    return EventCount.model_validate(
        {
            "what": what,
            "low": min(lows, default=None),
            "best": best,
            "high": None if open_above else max(highs, default=None),
            "by": tuple(by for by, _ in rows),
        }
    )


def _best(rows: Sequence[tuple[CountBySource, int]]) -> int | None:
    """The figure that most origins give; among equals the one told last."""
    figures: dict[int, set[int]] = {}
    last: dict[int, int] = {}
    for position, (by, origin) in enumerate(rows):
        figure = by.low if by.low is not None else by.high
        if figure is not None:
            figures.setdefault(figure, set()).add(origin)
            last[figure] = position
    return max(figures, key=lambda figure: (len(figures[figure]), last[figure]), default=None)


def _size(low: int | None, high: int | None) -> int:
    return low if low is not None else high if high is not None else -1
