"""From a summary to the bytes of its columns, terms as their codes."""

import struct
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from pydantic import BaseModel

from dateline.store.summaries.summary import Summary

# The code of a term of this sort and id, with its record.
CodeOf = Callable[[str, str, BaseModel | None], int]
NOWHERE: Final = -1
# The fields of a summary of a fixed size, and how they stand in a row; `columns` reads the same.
FIELDS: Final = (
    ("key", "q"),
    ("kind", "i"),
    ("origins", "i"),
    ("reports", "i"),
    ("killed", "i"),
    ("low", "i"),
    ("best", "i"),
    ("high", "i"),
    ("first", "i"),
    ("last", "i"),
    ("reported", "i"),
    ("point", "i"),
    ("origin", "i"),
    ("destination", "i"),
    ("score", "f"),
    ("modality", "B"),
    ("certainty", "B"),
    ("status", "B"),
    ("state", "B"),
)
_FIXED: Final = struct.Struct("<" + "".join(form for _, form in FIELDS))
# Numbers of people above this are no numbers of people.
_LARGEST: Final = 2**31 - 1


class Packed(NamedTuple):
    """A summary as it is stored: the FIELDS, pairs of code and roles in a row, keys of claims in a row."""

    fixed: bytes
    actors: bytes
    places: bytes
    claims: bytes


def packed(summary: Summary, code_of: CodeOf) -> Packed:
    """The bytes of a summary."""
    places = {name: getattr(summary, name) for name in ("point", "origin", "destination")}
    values = {
        **{name: getattr(summary, name) for name, _ in FIELDS},
        "kind": code_of("kind", summary.kind, None),
        **{name: min(getattr(summary, name), _LARGEST) for name in ("killed", "low", "best", "high")},
        **{name: code_of("place", place.id, place) if place else NOWHERE for name, place in places.items()},
    }
    return Packed(
        _FIXED.pack(*values.values()),
        _pairs((code_of("entity", entity.id, entity), roles) for entity, roles in summary.actors),
        _pairs((code_of("place", place.id, place), roles) for place, roles in summary.places),
        struct.pack(f"<{len(summary.claims)}q", *summary.claims),
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> bytes:
    numbers = [number for pair in pairs for number in pair]
    return struct.pack(f"<{len(numbers)}i", *numbers)
