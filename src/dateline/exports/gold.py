"""What people corrected, as marked reports to train on and to measure with."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.records import Claim, Participant, Report, Span
from dateline.store import Store

_DECIMALS = 2


def gold_lines(store: Store, *, complete: bool = False) -> Iterator[str]:
    """A line for each report of which a person has reviewed a claim, with its claims as they were left.

    Claims that nobody has looked at are no gold and are left out; with `complete`, so are reports that have any.
    """
    for report, told, unreviewed in store.reviewed():
        if not (complete and unreviewed):
            yield json.dumps(_marked(report, told), ensure_ascii=False, separators=(",", ":"))


def _marked(report: Report, told: Sequence[Claim]) -> dict[str, Any]:
    day = report.published.date
    return {
        "doc": report.id,
        "source": report.publisher or report.source,
        "published": day.isoformat() if day else None,
        "text": report.text,
        "claims": [_claim(claim) for claim in told],
        "events": _groups(told),
    }


def _groups(told: Sequence[Claim]) -> list[list[int]]:
    """Indexes of claims by the event that they are in; one in none is alone."""
    groups: dict[str, list[int]] = {}
    for index, claim in enumerate(told):
        groups.setdefault(claim.event or claim.id, []).append(index)
    return list(groups.values())


def _claim(claim: Claim) -> dict[str, Any]:
    time = claim.time
    return {
        "kind": claim.kind,
        "trigger": claim.trigger.model_dump(),
        "actors": [_named(item) for item in claim.participants if item.role == "actor"],
        "recipients": [_named(item) for item in claim.participants if item.role == "recipient"],
        "places": [_place(item) for item in claim.places],
        "time": {"earliest": _day(time.earliest), "latest": _day(time.latest)} if time.basis == "stated" else None,
        "counts": [_count(item) for item in claim.counts],
        "attribution": [said.source.model_dump() for said in claim.attribution],
        "modality": claim.modality,
        "certainty": claim.certainty,
    }


def _named(item: Participant) -> dict[str, Any]:
    return {**item.span.model_dump(), "name": item.entity.name if item.entity else _head(item.span)}


def _head(span: Span) -> str:
    """What has no name goes by its words in lower case."""
    return span.text.lower()


def _place(item: Any) -> dict[str, Any]:
    place = item.place
    known = {
        "name": place.name if place else item.span.text,
        "country": place.country if place else None,
        "latitude": round(place.latitude, _DECIMALS) if place else None,
        "longitude": round(place.longitude, _DECIMALS) if place else None,
    }
    return {"role": item.role, "relation": item.relation, **item.span.model_dump(), **known}


def _count(item: Any) -> dict[str, Any]:
    values = {"what": item.what, "low": item.low, "high": item.high, "of": item.of}
    return values | ({"cumulative": True} if item.cumulative else {})


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
