"""Someone or something that acts: a group, a state's forces, a body, a person."""

from typing import Literal

from pydantic import Field

from dateline.records.base import Record

EntityKind = Literal[
    "state_forces",
    "armed_group",
    "government",
    "civilians",
    "international",
    "ngo",
    "media",
    "person",
    "other",
]


class Entity(Record):
    """One actor under its canonical English name; `id` is `wikidata:Q...` where sure, else `dateline:<slug>`."""

    id: str = Field(pattern=r"^(wikidata:Q\d+|dateline:[a-z0-9]+(-[a-z0-9]+)*)$")
    name: str
    kind: EntityKind
