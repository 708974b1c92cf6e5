"""What was feared or planned, and what came later: two events, linked and never made one."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.merging.families import families
from dateline.merging.kinship import akin
from dateline.records import Event

# Days after it was last foretold within which an occurrence is shown with it.
_LATER: Final = 90
_WIDE: Final = frozenset({"admin1", "country", "region"})


@dataclass(frozen=True)
class Related:
    """Another event that has to do with one, and how."""

    event: str
    how: str


def related(events: Sequence[Event]) -> Mapping[str, tuple[Related, ...]]:
    """For each event that has any: what was feared before it, or came of what was feared in it."""
    found: dict[str, list[Related]] = {}
    at: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        for place in _places(event):
            at.setdefault((families().family(event.kind), place), []).append(event)
    for feared in (event for event in events if event.status == "anticipated"):
        for later in _later(feared, at):
            found.setdefault(feared.id, []).append(Related(later.id, "happened later"))
            found.setdefault(later.id, []).append(Related(feared.id, "foretold before"))
    return {event: tuple(sorted(links, key=lambda link: link.event)) for event, links in sorted(found.items())}


def _later(feared: Event, at: Mapping[tuple[str, str], Sequence[Event]]) -> Iterator[Event]:
    family = families().family(feared.kind)
    near = {event.id: event for place in _places(feared) for event in at.get((family, place), ())}
    for event in near.values():
        told = event.status not in {"anticipated", "denied"}
        if told and _follows(feared, event) and not _other_actors(feared, event):
            yield event


def _places(event: Event) -> set[str]:
    return {item.place.id for item in event.places if item.place and item.place.precision not in _WIDE}


def _follows(feared: Event, event: Event) -> bool:
    foretold, day = feared.first_reported, event.time.earliest or event.time.latest or event.first_reported
    return foretold is not None and day is not None and dt.timedelta() <= day - foretold <= dt.timedelta(days=_LATER)


def _other_actors(feared: Event, event: Event) -> bool:
    """Whether the register knows who acts in both, and none of them is the same."""
    first, second = _actors(feared), _actors(event)
    return bool(first and second) and not any(akin(one, other) for one in first for other in second)


def _actors(event: Event) -> set[str]:
    return {item.entity.id for item in event.participants if item.role == "actor" and item.entity}
