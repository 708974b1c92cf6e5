"""One statement in a report that something happened, did not happen, was tried, or may happen."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from dateline.records.base import Record
from dateline.records.entity import Entity
from dateline.records.place import Place
from dateline.records.span import Span

Role = Literal["actor", "recipient", "instrument"]
PlaceRole = Literal["location", "origin", "destination", "via"]
Relation = Literal["in", "near", "outside", "between", "toward"]
TimePrecision = Literal["day", "week", "month", "year", "unknown"]
SourceKind = Literal["official", "armed_group", "witness", "media", "ngo", "un", "expert", "anonymous", "other"]
Modality = Literal["actual", "attempted", "negated", "future", "hypothetical"]
Certainty = Literal["certain", "probable", "possible"]
What = Literal[
    "killed", "wounded", "detained", "held", "escaped", "abducted", "released", "displaced", "returned",
    "deployed", "involved",
]  # fmt: skip


class Participant(Record):
    """Who did it, to whom, with what. Each of several coordinated names is an item of its own."""

    role: Role
    span: Span
    entity: Entity | None = None
    via: Literal["text", "coreference"] = "text"


class ClaimPlace(Record):
    """A place of the claim: in which role, in which relation to the occurrence, and which place it is."""

    role: PlaceRole
    relation: Relation = "in"
    span: Span
    place: Place | None = None


class Time(Record):
    """When: the days between which it lies. Basis `published` means no more than: told by then."""

    span: Span | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: TimePrecision = "unknown"
    basis: Literal["stated", "published", "unknown"] = "unknown"

    @model_validator(mode="after")
    def _no_date_that_was_not_stated(self) -> Self:
        if self.basis == "stated" and self.span is None:
            raise ValueError("a stated time needs the words it was read from")
        if self.basis == "unknown" and (self.earliest or self.latest):
            raise ValueError("a time of unknown basis has no dates")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError("a time cannot end before it begins")
        return self


class Count(Record):
    """A number of people; an open end is null."""

    what: What
    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    of: str | None = None
    cumulative: bool = False
    span: Span

    @model_validator(mode="after")
    def _low_before_high(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("a count cannot have a low above its high")
        return self


class Attribution(Record):
    """Who says so, nearest the claim first."""

    source: Span
    cue: Span | None = None
    kind: SourceKind
    entity: Entity | None = None


class Claim(Record):
    """What a report says of one occurrence; every value points at the characters it was read from."""

    record: Literal["claim"] = "claim"
    id: str = Field(pattern=r"^c_[0-9a-f]{16}$")
    report: str = Field(pattern=r"^r_[0-9a-f]{16}$")
    kind: str
    trigger: Span
    sentence: Span
    participants: tuple[Participant, ...] = ()
    places: tuple[ClaimPlace, ...] = ()
    time: Time = Time()
    counts: tuple[Count, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    modality: Modality = "actual"
    certainty: Certainty = "certain"
    cues: tuple[Span, ...] = ()
    score: float = Field(ge=0, le=1)
    event: str | None = None

    def spans(self) -> Iterator[Span]:
        """Every span of the claim, in the order of its fields."""
        yield from (self.trigger, self.sentence)
        yield from (p.span for p in self.participants)
        yield from (p.span for p in self.places)
        if self.time.span:
            yield self.time.span
        yield from (c.span for c in self.counts)
        for said in self.attribution:
            yield said.source
            if said.cue:
                yield said.cue
        yield from self.cues
