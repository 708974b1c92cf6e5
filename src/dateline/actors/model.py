"""What a register file says, and the actors that come of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from dateline.gazetteer.folding import slug
from dateline.records.base import Record
from dateline.records.claim import SourceKind
from dateline.records.entity import Entity, EntityKind

# What a body of each kind speaks as, where its entry does not say.
_SPEAKS_AS: dict[str, SourceKind] = {
    "state_forces": "official",
    "government": "official",
    "armed_group": "armed_group",
    "civilians": "witness",
    "international": "official",
    "ngo": "ngo",
    "media": "media",
    "person": "official",
    "other": "other",
}


def _items(value: object) -> object:
    return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value


Items = Annotated[tuple[str, ...], BeforeValidator(_items)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166 alpha-2")]
Countries = Annotated[tuple[Country, ...], BeforeValidator(_items)]


class Held(Record):
    """Names that were held only for a time; `to` is the first day on which they no longer were."""

    names: Items
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = Field(default=None, alias="to")


class Described(Held):
    """Descriptions that mean the actor only where the report is about one of `countries`, by default the actor's own.

    "Kurdish forces" are one force in Syria before October 2015, another after it, and a third in Iraq.
    """

    countries: Countries = ()


class ActorEntry(Record):
    """One actor of a register file.

    `names` are read in any case, but for acronyms, which are all capitals; `exact` only as they are written; `local`
    where the report is about one of the actor's countries; `described` likewise, and only for a time or in some of
    them. `part_of` are names of other actors.
    """

    name: str = Field(min_length=2)
    kind: EntityKind
    wikidata: str | None = Field(default=None, pattern=r"^Q\d+$")
    slug: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    names: Items = ()
    exact: Items = ()
    local: Items = ()
    held: tuple[Held, ...] = ()
    described: tuple[Described, ...] = ()
    countries: Countries | None = None
    part_of: Items = ()
    source_kind: SourceKind | None = None
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = Field(default=None, alias="to")

    @property
    def id(self) -> str:
        """By Wikidata where that is sure, else after the name."""
        return f"wikidata:{self.wikidata}" if self.wikidata else f"dateline:{self.slug or slug(self.name)}"


class RegisterFile(Record):
    """One file: the actors of one conflict, or of one sort. `countries` holds for those that name none."""

    countries: Countries = ()
    actors: tuple[ActorEntry, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Name:
    """One way to name an actor, and the days between which it was in use, if not always.

    `exact`: only as it is written. `local`: only where the report is about the actor's country ("the army"), or about
    one of `countries` where some are given.
    """

    text: str
    exact: bool = False
    local: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    countries: frozenset[str] = frozenset()

    def held_on(self, day: dt.date | None) -> bool:
        """Whether the name was in use on that day; on an unknown day it may have been."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def overlaps(self, other: "Name") -> bool:
        """Whether there is a day on which both names were in use."""
        first, last = dt.date.min, dt.date.max
        return max(self.since or first, other.since or first) < min(self.until or last, other.until or last)


@dataclass(frozen=True)
class Actor:
    """A named actor: who it is, by which names, where it acts, whose part it is, and as what it speaks."""

    entity: Entity
    names: tuple[Name, ...]
    countries: frozenset[str]
    part_of: tuple[str, ...]
    source_kind: SourceKind


def named(text: str, since: dt.date | None = None, until: dt.date | None = None) -> Name:
    """A name as a list gives it: an acronym is read only in capitals, so that "IS" is no "is"."""
    return Name(text, exact=text.isupper(), since=since, until=until)


def _descriptions(entry: ActorEntry) -> Iterator[Name]:
    for part in entry.described:
        scope = frozenset(part.countries)
        since, until = part.since or entry.since, part.until or entry.until
        yield from (Name(name, local=True, since=since, until=until, countries=scope) for name in part.names)


def actor_of(entry: ActorEntry, countries: tuple[str, ...]) -> Actor:
    """The actor that a file's entry describes; `countries` are the file's."""
    since, until = entry.since, entry.until
    always = (named(name, since, until) for name in (entry.name, *entry.names) if name not in entry.local)
    exact = (Name(name, exact=True, since=since, until=until) for name in entry.exact)
    local = (Name(name, local=True, since=since, until=until) for name in entry.local)
    held = (named(name, since=part.since, until=part.until) for part in entry.held for name in part.names)
    return Actor(
        entity=Entity(id=entry.id, name=entry.name, kind=entry.kind),
        names=(*always, *exact, *local, *held, *_descriptions(entry)),
        countries=frozenset(countries if entry.countries is None else entry.countries),
        part_of=entry.part_of,
        source_kind=entry.source_kind or _SPEAKS_AS[entry.kind],
    )
