"""All events column by column in memory, so that any condition on a million of them is met in milliseconds.

A database that keeps rows answers "how many of each kind, actor and country among those that meet these conditions"
only by looking at each row; a million small numbers in an array are counted in a few milliseconds, exactly. The
columns follow from the `event_summaries` of the database and hold nothing of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.store.browsing.terms import Terms
from dateline.store.summaries.packing import FIELDS

Numbers = NDArray[Any]
Rows = NDArray[np.int32]
Mask = NDArray[np.bool_]

FIXED: Final = np.dtype([(name, f"<{form}") for name, form in FIELDS])
CODED: Final = np.dtype([("code", "<i4"), ("roles", "<i4")])
CLAIM: Final = np.dtype("<i8")


class Pairs(NamedTuple):
    """Rows with a code that belongs to them, and in which roles; no pair comes twice."""

    rows: Rows
    codes: Numbers
    roles: Numbers


@dataclass(frozen=True)
class Columns:
    """Events by row, in the order of their numbers. `claims` are pairs in the order of their codes."""

    number: NDArray[np.int64]
    fixed: Mapping[str, Numbers]
    pairs: Mapping[str, Pairs]

    def __len__(self) -> int:
        return len(self.number)

    def __getitem__(self, name: str) -> Numbers:
        return self.fixed[name]

    def kept(self, keep: Mask) -> "Columns":
        """Only the rows to `keep`."""
        renumbered = np.cumsum(keep, dtype=np.int32) - 1
        fixed = {name: values[keep] for name, values in self.fixed.items()}
        pairs = {}
        for name, (rows, codes, roles) in self.pairs.items():
            chosen = keep[rows]
            pairs[name] = Pairs(renumbered[rows[chosen]], codes[chosen], roles[chosen])
        return Columns(self.number[keep], fixed, pairs)

    def with_more(self, more: "Columns") -> "Columns":
        """These rows and then those of `more`."""
        fixed = {name: np.concatenate((values, more.fixed[name])) for name, values in self.fixed.items()}
        pairs = {
            name: _merged(one, more.pairs[name], len(self), by_code=name == "claims")
            for name, one in self.pairs.items()
        }
        return Columns(np.concatenate((self.number, more.number)), fixed, pairs)


def columns_of(numbers: Sequence[int], packed: Sequence[Sequence[bytes]], terms: Terms) -> Columns:
    """The columns of stored summaries: their numbers in order, and the parts of a Packed each as a column."""
    fixed, actors, places, claims = packed
    whole = np.frombuffer(b"".join(fixed), dtype=FIXED)
    by_place = _coded(places)
    return Columns(
        np.array(numbers, dtype=np.int64),
        {name: np.ascontiguousarray(whole[name]) for name in FIXED.names or ()},
        {
            "actors": _coded(actors),
            "places": by_place,
            "countries": _areas(by_place, terms.country_of()),
            "admin1": _areas(by_place, terms.admin1_of()),
            "claims": _claims(claims),
        },
    )


def _coded(blobs: Sequence[bytes]) -> Pairs:
    whole = np.frombuffer(b"".join(blobs), dtype=CODED)
    return Pairs(_rows(blobs, CODED.itemsize), np.ascontiguousarray(whole["code"]), whole["roles"].astype(np.uint8))


def _claims(blobs: Sequence[bytes]) -> Pairs:
    whole = np.frombuffer(b"".join(blobs), dtype=CLAIM)
    order = np.argsort(whole, kind="stable")
    return Pairs(_rows(blobs, CLAIM.itemsize)[order], whole[order], np.zeros(len(whole), dtype=np.uint8))


def _rows(blobs: Sequence[bytes], size: int) -> Rows:
    lengths = np.fromiter(map(len, blobs), dtype=np.int64, count=len(blobs)) // size
    return np.repeat(np.arange(len(blobs), dtype=np.int32), lengths)


def _areas(places: Pairs, area_of: NDArray[np.int32]) -> Pairs:
    """Each event with the areas that its places lie in, once."""
    if not len(places.codes):
        return Pairs(places.rows, places.codes, places.roles)
    areas = area_of[places.codes]
    every = np.sort((places.rows[areas >= 0].astype(np.int64) << 32) | areas[areas >= 0], kind="stable")
    once = every[np.diff(every, prepend=-1) != 0]
    return Pairs((once >> 32).astype(np.int32), once.astype(np.int32), np.zeros(len(once), dtype=np.uint8))


def _merged(one: Pairs, other: Pairs, offset: int, by_code: bool) -> Pairs:
    rows = other.rows + np.int32(offset)
    if not by_code:
        return Pairs(*(np.concatenate(both) for both in zip(one, (rows, other.codes, other.roles), strict=True)))
    at = np.searchsorted(one.codes, other.codes)
    return Pairs(np.insert(one.rows, at, rows), np.insert(one.codes, at, other.codes), np.insert(one.roles, at, 0))
