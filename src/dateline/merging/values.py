"""The best-supported values of an event: when, where and who, by how many independent origins say so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from dateline.gazetteer.folding import fold
from dateline.merging.told import Told
from dateline.records import ClaimPlace, Participant, Time

Value = TypeVar("Value")
Origins = Mapping[str, int]


def best_time(told: Sequence[Told], origin: Origins) -> Time:
    """The stated time with most support, the narrowest among equals; else what is known from publication."""
    stated = [(one.claim.time, origin[one.report.id]) for one in told if one.claim.time.basis == "stated"]
    if not stated:
        return _told_by(told)
    support: dict[tuple[object, object], set[int]] = {}
    for time, voice in stated:
        support.setdefault((time.earliest, time.latest), set()).add(voice)
    return min(
        (time for time, _ in stated),
        key=lambda time: (-len(support[time.earliest, time.latest]), _days(time), time.model_dump_json()),
    )


def _told_by(told: Sequence[Told]) -> Time:
    """Nobody states a day: it was by the time of the first report."""
    known = [one.claim.time for one in told if one.claim.time.basis == "published" and one.claim.time.latest]
    return min(known, key=lambda time: (str(time.latest), time.model_dump_json())) if known else Time()


def _days(time: Time) -> int:
    if time.earliest is None or time.latest is None:
        return 1_000_000
    return (time.latest - time.earliest).days


def places(told: Sequence[Told], origin: Origins) -> tuple[ClaimPlace, ...]:
    """Each place in each role once, best supported first."""
    return _supported(told, origin, lambda one: one.claim.places, _place_key)


def participants(told: Sequence[Told], origin: Origins) -> tuple[Participant, ...]:
    """Everybody in each role once, best supported first."""
    return _supported(told, origin, lambda one: one.claim.participants, _participant_key)


def _place_key(item: ClaimPlace) -> tuple[str, str]:
    return item.role, item.place.id if item.place else fold(item.span.text)


def _participant_key(item: Participant) -> tuple[str, str]:
    return item.role, item.entity.id if item.entity else fold(item.span.text)


def _supported(
    told: Iterable[Told],
    origin: Origins,
    of: Callable[[Told], Iterable[Value]],
    key: Callable[[Value], tuple[str, str]],
) -> tuple[Value, ...]:
    voices: dict[tuple[str, str], set[int]] = {}
    first: dict[tuple[str, str], Value] = {}
    for one in told:
        for item in of(one):
            voices.setdefault(key(item), set()).add(origin[one.report.id])
            first.setdefault(key(item), item)
    order: Iterator[tuple[str, str]] = iter(sorted(first, key=lambda name: (-len(voices[name]), name)))
    return tuple(first[name] for name in order)
