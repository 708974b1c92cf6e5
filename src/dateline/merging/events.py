"""An event record from the claims that tell of one occurrence."""

import datetime as dt
from collections.abc import Sequence

from dateline.merging.disagreements import disagreements
from dateline.merging.families import families
from dateline.merging.numbers import event_counts
from dateline.merging.origins import origins
from dateline.merging.outline import outline
from dateline.merging.status import Status, status
from dateline.merging.told import Told
from dateline.merging.values import best_time, participants, places
from dateline.records import Event


def in_order(told: Sequence[Told]) -> list[Told]:
    """Claims as they were told: by day of publication, unknown days last, then by where they stand."""
    return sorted(told, key=lambda one: (*_when(one), one.claim.report, one.claim.trigger.start, one.claim.id))


def _when(one: Told) -> tuple[bool, str]:
    day = one.report.published.date
    return day is None, str(day)


def event_of(name: str, told: Sequence[Told]) -> Event:
    """The event of this id that `told` tell of."""
    order = in_order(told)
    outlines = [outline(one) for one in order]
    reports = {one.report.id: one.report for one in order}
    origin = origins(list(reports.values()), outlines)
    counts = event_counts(order, origin)
    differ = disagreements(outlines, counts)
    days = sorted(report.published.date for report in reports.values() if report.published.date)
    return Event(
        id=name,
        kind=_kind(order),
        claims=tuple(one.claim.id for one in order),
        reports=len(reports),
        origins=len(set(origin.values())),
        time=best_time(order, origin),
        places=places(order, origin),
        participants=participants(order, origin),
        counts=counts,
        disagreements=differ,
        status=status(outlines, origin, differ),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
    )


def _kind(told: Sequence[Told]) -> str:
    kinds: dict[str, int] = {}
    for one in told:
        kinds[one.claim.kind] = kinds.get(one.claim.kind, 0) + 1
    return families().most_telling(kinds)


def history(told: Sequence[Told]) -> list[tuple[dt.date | None, Status]]:
    """How the status moved as reports came out: each day on which it became another, with what it became."""
    order = in_order(told)
    moved: list[tuple[dt.date | None, Status]] = []
    for day in dict.fromkeys(one.report.published.date for one in order):
        until = order[: max(i for i, one in enumerate(order) if one.report.published.date == day) + 1]
        now = event_of("", until).status
        if not moved or moved[-1][1] != now:
            moved.append((day, now))
    return moved
