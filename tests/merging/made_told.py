"""Claims made by hand in reports of our own words."""

import datetime as dt

from dateline.merging import Told
from dateline.records import (
    Attribution,
    Claim,
    ClaimPlace,
    Count,
    Entity,
    Participant,
    Place,
    Published,
    Report,
    Span,
    Time,
    claim_id,
    report_id,
)
from tests.made import report_of, span_of

MANBIJ = ("Manbij", 36.528, 37.955)
HASAKAH = ("Hasakah", 36.502, 40.748)


def report(text: str, published: str | None = "2019-10-14", **given: object) -> Report:
    day = dt.date.fromisoformat(published) if published else None
    values: dict[str, object] = {
        "source": f"{report_id(text)}.txt",
        "published": Published(date=day, basis="stated" if day else "unknown"),
        "title": None,
    }
    return report_of(text, **values | given)


span = span_of


def told(of: Report, kind: str, trigger: str, **given: object) -> Told:
    """A claim on the line of `of` that holds `trigger`.

    `at` is a place as above, `on` a day with the words that state it, `killed` a number in words with its bounds,
    `by` the words of a source, `actor` and `victim` names of entities that stand in the text.
    """
    text, word = of.text, span(of.text, trigger)
    start = text.rfind("\n", 0, word.start) + 1
    end = text.find("\n", word.end)
    values: dict[str, object] = {
        "id": claim_id(of.id, kind, word.start, word.end),
        "report": of.id,
        "kind": kind,
        "trigger": word,
        "sentence": Span.of(text, start, end if end >= 0 else len(text)),
        "score": 0.9,
        "places": tuple(_place(text, *given.pop("at"))) if "at" in given else (),  # type: ignore[misc]
        "participants": tuple(_participants(text, given)),
        "counts": tuple(_counts(text, given)),
    }
    if "on" in given:
        words, day = given.pop("on")  # type: ignore[misc]
        values["time"] = Time(
            span=span(text, words),
            earliest=dt.date.fromisoformat(day),
            latest=dt.date.fromisoformat(day),
            precision="day",
            basis="stated",
        )
    if "by" in given:
        values["attribution"] = (Attribution(source=span(text, str(given.pop("by"))), kind="official"),)
    if "cue" in given:
        values["cues"] = (span(text, str(given.pop("cue"))),)
    return Told(Claim.model_validate(values | given), of)


def _place(text: str, name: str, latitude: float, longitude: float) -> list[ClaimPlace]:
    place = Place(
        id=f"dateline:{name.lower()}",
        name=name,
        country="SY",
        latitude=latitude,
        longitude=longitude,
        feature="PPL",
        precision="settlement",
        radius_km=3,
        score=0.95,
    )
    return [ClaimPlace(role="location", span=span(text, name), place=place)]


def _participants(text: str, given: dict[str, object]) -> list[Participant]:
    kinds = {"actor": ("actor", "armed_group"), "victim": ("recipient", "person")}
    return [
        Participant.model_validate(
            {"role": role, "span": span(text, name), "entity": Entity.model_validate(entity(name, kind))}
        )
        for key, (role, kind) in kinds.items()
        if (name := str(given.pop(key, "")))
    ]


def entity(name: str, kind: str) -> dict[str, str]:
    return {"id": f"dateline:{name.lower().replace(' ', '-')}", "name": name, "kind": kind}


def _counts(text: str, given: dict[str, object]) -> list[Count]:
    return [
        Count.model_validate({"what": what, "span": span(text, words), "low": low, "high": high})
        for what in ("killed", "escaped")
        if what in given
        for words, low, high in [given.pop(what)]  # type: ignore[misc]
    ]
