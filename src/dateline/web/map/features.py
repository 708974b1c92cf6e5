"""Cells, events and flows as GeoJSON to draw: each place a circle as wide as it is meant, each flow an arrow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.records import Place
from dateline.store import EventRow, Flow, MapCell
from dateline.web.map.circles import circle
from dateline.web.wording import Words, summary

Feature = dict[str, Any]


def cell_features(cells: Iterable[MapCell], words: Words) -> Feature:
    """The cells of a piece of the map."""
    return _collection(_cell(cell, words) for cell in cells)


def row_features(rows: Iterable[EventRow], words: Words) -> Feature:
    """Events one by one, each at the place that it is drawn at."""
    return _collection(_row(row, row.point, words) for row in rows if row.point)


def place_features(row: EventRow, words: Words) -> Feature:
    """Every place of one event."""
    places = {item.place.id: item.place for item in row.event.places if item.place}
    found = [_row(row, place, words) for place in places.values()]
    for feature in found:
        place = places[feature["properties"]["place"]]
        feature["properties"]["words"] = _place_words(place, words)
    return _collection(found)


def flow_features(flows: Sequence[Flow], words: Words) -> Feature:
    """Flows with two known ends as lines, those with one as a sign there, and the places at the ends as circles."""
    known = [flow for flow in flows if flow.origin and flow.destination and flow.origin.id != flow.destination.id]
    loose = [flow for flow in flows if (flow.origin is None) != (flow.destination is None)]
    ends = {end.id: end for flow in (*known, *loose) for end in (flow.origin, flow.destination) if end}
    drawn = [*(_flow(flow, words) for flow in known), *(_loose(flow, words) for flow in loose)]
    return _collection([*(_end(place) for place in ends.values()), *drawn])


def spot_features(place: Place, words: Words, more: Feature) -> Feature:
    """One place as wide as it is meant, on top of other features."""
    drawn = {"x": place.longitude, "y": place.latitude, "words": _place_words(place, words), "place": place.id}
    own = {"shape": "disc", "count": 1, "label": "", "event": "", "group": "many", "modality": "actual"}
    return _collection(
        [_feature(_disc(place.latitude, place.longitude, place.radius_km), own | drawn), *more["features"]]
    )


def _collection(features: Iterable[Feature]) -> Feature:
    return {"type": "FeatureCollection", "features": list(features)}


def _feature(geometry: Mapping[str, Any], properties: Mapping[str, Any]) -> Feature:
    return {"type": "Feature", "geometry": dict(geometry), "properties": dict(properties)}


def _disc(latitude: float, longitude: float, radius_km: float) -> Mapping[str, Any]:
    return {"type": "Polygon", "coordinates": [circle(latitude, longitude, radius_km)]}


def _cell(cell: MapCell, words: Words) -> Feature:
    main = cell.modalities[0].value if len(cell.modalities) == 1 else "mixed"
    return _feature(
        _disc(cell.latitude, cell.longitude, cell.radius_km),
        {
            "shape": "disc",
            "x": cell.longitude,
            "y": cell.latitude,
            "count": cell.count,
            "label": words.number(cell.count) if cell.count > 1 else "",
            "radius": cell.radius_km,
            "event": cell.event or "",
            "place": cell.place.id if cell.place else "",
            "group": words.group(cell.kind) if cell.kind else "many",
            "modality": main,
            "words": _cell_words(cell, words),
        },
    )


def _cell_words(cell: MapCell, words: Words) -> str:
    ngettext, gettext = words.translations.ngettext, words.translations.gettext
    number = ngettext("%(number)s event", "%(number)s events", cell.count) % {"number": words.number(cell.count)}
    told = ", ".join(f"{words.label('modality', one.value)} {words.number(one.count)}" for one in cell.modalities)
    near = gettext("within %(radius)s km") % {"radius": words.number(round(cell.radius_km, 1))}
    where = f"{cell.place.name}, {near}" if cell.place else near
    kind = f"{words.kind(cell.kind)}: " if cell.kind else ""
    return f"{kind}{number} ({told}). {where}."


def _place_words(place: Place, words: Words) -> str:
    radius = words.translations.gettext("within %(radius)s km") % {"radius": words.number(round(place.radius_km, 1))}
    return f"{place.name}, {radius}"


def _row(row: EventRow, place: Place, words: Words) -> Feature:
    return _feature(
        _disc(place.latitude, place.longitude, place.radius_km),
        {
            "shape": "disc",
            "x": place.longitude,
            "y": place.latitude,
            "count": 1,
            "label": "",
            "radius": place.radius_km,
            "event": row.event.id,
            "place": place.id,
            "group": words.group(row.event.kind),
            "modality": row.modality,
            "words": summary(row.event, row.modality, row.certainty, words),
        },
    )


def _end(place: Place) -> Feature:
    properties = {"shape": "end", "place": place.id, "words": place.name, "x": place.longitude, "y": place.latitude}
    return _feature(_disc(place.latitude, place.longitude, place.radius_km), properties)


def _flow(flow: Flow, words: Words) -> Feature:
    assert flow.origin
    assert flow.destination
    line = {"type": "LineString", "coordinates": list(_bow(flow.origin, flow.destination))}
    people = words.bounds(flow.low, flow.high)
    name = f"{flow.origin.name} → {flow.destination.name}"
    return _feature(line, {"shape": "flow", "label": people or "?", **_told(flow, name, people, words)})


def _loose(flow: Flow, words: Words) -> Feature:
    """A flow whose other end is not told: no line, as that would make up where it went."""
    place = flow.origin or flow.destination
    assert place
    gettext = words.translations.gettext
    said = (
        gettext("from %(place)s, to where is not told")
        if flow.origin
        else gettext("to %(place)s, from where is not told")
    )
    people = words.bounds(flow.low, flow.high)
    sign = "↗" if flow.origin else "↘"
    label = f"{sign} {people}" if people else sign
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    properties = {"shape": "leaving" if flow.origin else "arriving", "label": label, "place": place.id}
    return _feature(point, properties | _told(flow, said % {"place": place.name}, people, words))


def _told(flow: Flow, name: str, people: str, words: Words) -> Feature:
    ngettext = words.translations.ngettext
    events = ngettext("%(number)s event", "%(number)s events", flow.count) % {"number": words.number(flow.count)}
    return {
        "people": flow.best or flow.high or flow.low or 0,
        "modality": flow.modality,
        "event": flow.events[0] if flow.count == 1 else "",
        "words": f"{name}: {events}, {people or '?'}; {words.label('modality', flow.modality)}",
    }


def _bow(origin: Place, destination: Place) -> Iterator[list[float]]:
    """A line that bends to its left, so that there and back are told apart."""
    x0, y0, x1, y1 = origin.longitude, origin.latitude, destination.longitude, destination.latitude
    bend = 0.15
    middle_x, middle_y = (x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend
    steps = 24
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield [round(a * x0 + b * middle_x + c * x1, 5), round(a * y0 + b * middle_y + c * y1, 5)]
