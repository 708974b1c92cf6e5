"""Ids of events that stay the same when claims come and go."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

_DIGITS = 16


def event_id(claim: str) -> str:
    """The id of an event that is named after this claim."""
    return f"e_{hashlib.sha256(claim.encode()).hexdigest()[:_DIGITS]}"


def named(groups: Sequence[Sequence[str]], known: Mapping[str, str]) -> list[str]:
    """An id for each group of claims: that of the known event that it shares most claims with, else one of its own.

    A known id goes to one group only; among equal shares to the group with the least claim id. `groups` hold
    claims in the order of the event; a new event is named after the first claim that names no other.
    """
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, event, index in sorted(_shares(groups, known)):
        if index not in ids and event not in taken:
            ids[index] = event
            taken.add(event)
    taken |= set(known.values())
    for index, group in enumerate(groups):
        if index not in ids:
            ids[index] = _own(group, taken)
            taken.add(ids[index])
    return [ids[index] for index in range(len(groups))]


def _shares(groups: Sequence[Sequence[str]], known: Mapping[str, str]) -> Iterator[tuple[int, str, str, int]]:
    for index, group in enumerate(groups):
        shared: dict[str, int] = {}
        for claim in group:
            if claim in known:
                shared[known[claim]] = shared.get(known[claim], 0) + 1
        for event, number in shared.items():
            yield -number, min(group), event, index


def _own(group: Sequence[str], taken: set[str]) -> str:
    names: Iterable[str] = (event_id(claim) for claim in sorted(group))
    free = next((name for name in names if name not in taken), None)
    # Every claim of the group names another event: then all of them together name this one.
    return free or event_id("|".join(sorted(group)))
