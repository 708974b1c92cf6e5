"""A marked dispatch as a file has it, and the same in the gold form: every span with its offsets."""

from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from bench.marked_short_forms import PlaceWords, Words, count, days, nearest, only, place, words
from dateline.records import Span
from dateline.records.claim import Certainty, Modality

Gold = dict[str, Any]


class MarkedClaim(BaseModel):
    """A claim as it is written in a file."""

    model_config = ConfigDict(extra="forbid")
    trigger: str
    kind: str
    actors: list[str] = []
    recipients: list[str] = []
    places: list[str | PlaceWords] = []
    time: str | None = None
    counts: list[str] = []
    by: list[str] = []
    modality: Modality = "actual"
    certainty: Certainty = "certain"
    event: str | None = None


class Dispatch(BaseModel):
    """A dispatch as it is written in a file."""

    model_config = ConfigDict(extra="forbid")
    id: str
    published: str | None
    publisher: str
    text: str
    claims: list[MarkedClaim]

    @field_validator("published")
    @classmethod
    def _date_or_none(cls, value: str | None) -> str | None:
        return None if value in (None, "null") else days(value)["earliest"]


def gold(dispatch: Dispatch, kinds: frozenset[str]) -> Gold:
    """The dispatch in the gold form; ValueError names the claim and the value that breaks the rules."""
    claims = []
    for number, claim in enumerate(dispatch.claims, 1):
        try:
            claims.append(gold_claim(dispatch.text, claim, kinds))
        except ValueError as error:
            raise ValueError(f"claim {number} ({claim.trigger}): {error}") from error
    return {
        "doc": dispatch.id,
        "source": dispatch.publisher,
        "published": dispatch.published,
        "text": dispatch.text,
        "claims": claims,
        "events": events(dispatch.claims),
    }


def gold_claim(text: str, claim: MarkedClaim, kinds: frozenset[str]) -> Gold:
    """One claim, every span with its offsets."""
    if claim.kind not in kinds:
        raise ValueError(f"{claim.kind!r} is not a kind")
    trigger = only(text, words(claim.trigger))
    return {
        "kind": claim.kind,
        "trigger": trigger.model_dump(),
        "actors": [named(text, words(form), trigger) for form in claim.actors],
        "recipients": [named(text, words(form), trigger) for form in claim.recipients],
        "places": [placed(text, form, trigger) for form in claim.places],
        "time": days(claim.time) if claim.time else None,
        "counts": [count(form) for form in claim.counts],
        "attribution": [nearest(text, words(form), trigger).model_dump() for form in claim.by],
        "modality": claim.modality,
        "certainty": claim.certainty,
    }


def named(text: str, meant: Words, trigger: Span) -> Gold:
    """A span with its name."""
    span = nearest(text, meant, trigger)
    return span.model_dump() | {"name": meant.name or span.text}


def placed(text: str, form: str | PlaceWords, trigger: Span) -> Gold:
    """A place of a claim in the gold form."""
    meant = place(form) if isinstance(form, str) else form
    latitude, longitude = meant.at or (None, None)
    return {
        "role": meant.role,
        "relation": meant.relation,
        **named(text, meant, trigger),
        "country": meant.country,
        "latitude": latitude,
        "longitude": longitude,
    }


def events(claims: list[MarkedClaim]) -> list[list[int]]:
    """The claims of each event, by their indexes; a claim without an event is one of its own."""
    groups: dict[str | int, list[int]] = {}
    for index, claim in enumerate(claims):
        groups.setdefault(index if claim.event is None else claim.event, []).append(index)
    return list(groups.values())
