"""Ids of events that stay the same when claims come and go."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

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
            ids[index] = own_name(group, taken.__contains__)
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


def own_name(group: Sequence[str], taken: Callable[[str], bool]) -> str:
    """The id that a group of claims has of itself: that of its least claim whose name is not `taken`.

    Where every claim of the group names another event, all of them together name this one.
    """
    name = next((name for name in map(event_id, sorted(group)) if not taken(name)), event_id("|".join(sorted(group))))
    while taken(name):
        name = event_id(name)
    return name
