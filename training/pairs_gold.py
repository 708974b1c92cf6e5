"""Marked claims as records, so that merging can be fitted and measured on claims that no reader has missed or bent."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from bench.predictions import marked_report
from dateline.actors import Register, load_register
from dateline.merging import Told
from dateline.records import Claim, Place, Report, Span, claim_id

_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\W\d]?[A-Z\d])|\n+")
# The gold gives points without radii; what a town has in the gazetteer.
_RADIUS_KM = 5.0


def marked_told(row: Mapping[str, Any], read: Sequence[Claim]) -> list[Told]:
    """The marked claims of one row. Places are those that `read` claims resolved under the same name."""
    report = marked_report(dict(row))
    places = {fold.span.text: fold.place for claim in read for fold in claim.places if fold.place}
    return [Told(_claim(report, marked, places), report) for marked in row["claims"]]


def _claim(report: Report, marked: Mapping[str, Any], places: Mapping[str, Place]) -> Claim:
    trigger = _span(report.text, marked["trigger"])
    values: dict[str, Any] = {
        "id": claim_id(report.id, marked["kind"], trigger.start, trigger.end),
        "report": report.id,
        "trigger": trigger,
        "sentence": _sentence(report.text, trigger),
        "participants": [*_participants(report, marked, "actor"), *_participants(report, marked, "recipient")],
        "places": [_place(report.text, place, places) for place in marked["places"]],
        "counts": [{"span": trigger, **count} for count in marked["counts"]],
        "attribution": [{"source": _span(report.text, source), "kind": "other"} for source in marked["attribution"]],
        "score": 1.0,
    }
    if marked["time"]:
        narrow = marked["time"]["earliest"] == marked["time"]["latest"]
        values["time"] = {"span": trigger, "basis": "stated", "precision": "day" if narrow else "unknown"}
        values["time"] |= marked["time"]
    return Claim.model_validate(values | {name: marked[name] for name in ("kind", "modality", "certainty")})


def _span(text: str, given: Mapping[str, Any]) -> Span:
    return Span.of(text, given["start"], given["end"])


def _sentence(text: str, trigger: Span) -> Span:
    ends = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    start = max(end for end in ends if end <= trigger.start)
    return Span.of(text, start, min(end for end in ends if end >= trigger.end))


def _participants(report: Report, marked: Mapping[str, Any], role: str) -> Iterator[dict[str, Any]]:
    for given in marked[f"{role}s"]:
        actor = _register().find(given["name"], report.published.date)
        yield {"role": role, "span": _span(report.text, given), "entity": actor.entity if actor else None}


def _place(text: str, given: Mapping[str, Any], places: Mapping[str, Place]) -> dict[str, Any]:
    found = places.get(given["text"]) or next((p for p in places.values() if p.name == given["name"]), None)
    return {"role": given["role"], "relation": given["relation"], "span": _span(text, given), "place": found}


@lru_cache(maxsize=1)
def _register() -> Register:
    return load_register()
