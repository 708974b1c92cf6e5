"""One row of a list in its three forms: a record, a flat row, and a shape on the map."""

from dataclasses import dataclass
from typing import Any, Final

from dateline.records import Claim, Event, Place
from dateline.store import ActorRow, EventRow, Flow, PlaceRow, ReportRow

Values = dict[str, Any]
_ROLES: Final = ("actor", "recipient", "instrument")


@dataclass(frozen=True)
class Item:
    """A row: `geometry` is None where it lies nowhere that is known. A point never comes without its `radius_km`."""

    record: Values
    row: Values
    geometry: Values | None = None


def event_item(found: EventRow) -> Item:
    """An event: its record with what it is told as, and the point that it is drawn at."""
    event, place = found.event, found.point
    record = event.model_dump(mode="json") | {"modality": found.modality, "certainty": found.certainty}
    return Item(record, _event_row(found, event) | _place_values(place), _point(place))


def claim_item(claim: Claim) -> Item:
    """A claim, at the first of its places that is known."""
    place = next((item.place for item in claim.places if item.place), None)
    names = {
        f"{role}s": "; ".join(item.span.text for item in claim.participants if item.role == role) for role in _ROLES
    }
    row: Values = {
        "id": claim.id,
        "report": claim.report,
        "event": claim.event,
        "kind": claim.kind,
        "modality": claim.modality,
        "certainty": claim.certainty,
        "earliest": _day(claim.time.earliest),
        "latest": _day(claim.time.latest),
        "time_basis": claim.time.basis,
        **names,
        "counts": "; ".join(f"{count.what} {count.low}..{count.high}" for count in claim.counts),
        "according_to": "; ".join(said.source.text for said in claim.attribution),
        "sentence": claim.sentence.text,
        "score": claim.score,
    }
    return Item(claim.model_dump(mode="json"), row | _place_values(place), _point(place))


def report_item(found: ReportRow) -> Item:
    """A report without its text."""
    report = found.report.model_dump(mode="json", exclude={"text"})
    record = report | {"read_by": found.read_by, "claims": found.claims, "reviewed": found.reviewed}
    published = report["published"]
    row = record | {"published": published["date"], "published_basis": published["basis"]}
    return Item(record, row)


def place_item(found: PlaceRow) -> Item:
    """A place with the number of events that name it."""
    more = {"events": found.events, "last_day": _day(found.last_day)}
    record = found.place.model_dump(mode="json") | more
    return Item(record, record, _point(found.place))


def actor_item(found: ActorRow) -> Item:
    """An actor with the number of events that name it, and in how many it is the one who acts."""
    more = {"events": found.events, "acting": found.acting, "last_day": _day(found.last_day)}
    record = found.entity.model_dump(mode="json") | more
    return Item(record, record)


def flow_item(found: Flow) -> Item:
    """People moving from one place to another; a line only where both ends are known."""
    ends = {"origin": found.origin, "destination": found.destination}
    told: Values = {
        "modality": found.modality,
        "certainty": found.certainty,
        "count": found.count,
        "low": found.low,
        "best": found.best,
        "high": found.high,
        "events": list(found.events),
    }
    record: Values = {name: place.model_dump(mode="json") if place else None for name, place in ends.items()}
    row = {f"{end}_{name}": value for end, place in ends.items() for name, value in _place_values(place).items()}
    return Item(record | told, row | told | {"events": "; ".join(found.events)}, _line(found))


def _event_row(found: EventRow, event: Event) -> Values:
    return {
        "id": event.id,
        "kind": event.kind,
        "modality": found.modality,
        "certainty": found.certainty,
        "status": event.status,
        "earliest": _day(event.time.earliest),
        "latest": _day(event.time.latest),
        "time_basis": event.time.basis,
        **{f"{role}s": _names(event, role) for role in _ROLES},
        "counts": "; ".join(f"{count.what} {count.low}..{count.high}" for count in event.counts),
        "reports": event.reports,
        "origins": event.origins,
        "first_reported": _day(event.first_reported),
        "last_reported": _day(event.last_reported),
        "review": event.review.state,
    }


def _names(event: Event, role: str) -> str:
    named = (item.entity.name if item.entity else item.span.text for item in event.participants if item.role == role)
    return "; ".join(dict.fromkeys(named))


def _place_values(place: Place | None) -> Values:
    names = ("id", "name", "country", "admin1", "latitude", "longitude", "radius_km", "precision")
    return {("place" if name == "id" else name): getattr(place, name, None) for name in names}


def _point(place: Place | None) -> Values | None:
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place else None


def _line(flow: Flow) -> Values | None:
    if flow.origin is None or flow.destination is None:
        return None
    ends = ([place.longitude, place.latitude] for place in (flow.origin, flow.destination))
    return {"type": "LineString", "coordinates": list(ends)}


def _day(day: object) -> str | None:
    return None if day is None else str(day)
