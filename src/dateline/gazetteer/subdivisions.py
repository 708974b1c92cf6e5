"""First- and second-level areas of GeoNames: where they lie and how far they reach.

An outline tells best; where an area has none, the settlements in it do.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.gazetteer.areas_of_geonames import Subdivision
from dateline.gazetteer.entry import Entry, Reach, box, reach
from dateline.gazetteer.folding import fold
from dateline.gazetteer.outlines import Outline, Point
from dateline.gazetteer.rules import rules
from dateline.records.place import Precision

_LEVELS: dict[int, Precision] = {1: "admin1", 2: "admin2"}
# An outline is no finer than this.
_LEAST_KM = 1.0
_FEATURES = {"admin1": "A.ADM1", "admin2": "A.ADM2"}


@dataclass
class _Held:
    """What lies in an area: its settlements' points, its people, and where the namesakes of areas in it are."""

    points: list[Point] = field(default_factory=list)
    people: int = 0
    named: dict[str, Point] = field(default_factory=dict)


def subdivision_entries(
    areas: Mapping[str, Subdivision],
    towns: Iterable[dict[str, Any]],
    homes: Mapping[str, tuple[Subdivision, ...]],
    outlines: Mapping[str, Outline],
) -> Iterator[Entry]:
    """The areas that have an outline or hold a settlement, or whose parent does.

    `homes` are the areas around each settlement, `outlines` are by the code of the area.
    """
    held = _held(towns, homes)
    reaches: dict[str, Reach] = {}
    for area in areas.values():
        level = _LEVELS.get(area.level)
        if level is None:
            continue
        inside = held.get(area.code)
        if outline := outlines.get(area.code):
            yield _entry(area, level, reach(outline.spread()), inside, outline)
        elif code := _settled(area, held):
            reaches[code] = reaches.get(code) or reach(held[code].points)
            yield _entry(area, level, _reach(area, code, held[code], reaches[code]), inside)


def _held(towns: Iterable[dict[str, Any]], homes: Mapping[str, tuple[Subdivision, ...]]) -> dict[str, _Held]:
    held: dict[str, _Held] = {}
    for town in towns:
        point = (town["latitude"], town["longitude"])
        for area in homes.get(str(town["geonameid"]), ()):
            inside = held.setdefault(area.code, _Held())
            inside.points.append(point)
            inside.people += town["population"]
            if area.level == 1:
                inside.named.setdefault(fold(town["name"]), point)
    return held


def _settled(area: Subdivision, held: Mapping[str, _Held]) -> str | None:
    """The code of the area, or of its parent where no settlement is known to lie in it."""
    for around in (area, area.parent):
        if around and around.code in held:
            return around.code
    return None


def _reach(area: Subdivision, code: str, inside: _Held, around: Reach) -> Reach:
    """An area without settlements of its own lies about the town it is named after, else somewhere in its parent."""
    if code == area.code:
        return around
    for name in _plain_names(area):
        if point := inside.named.get(name):
            return Reach(*point, rules().admin_radius_km["unsettled"], box([point]))
    return around


def _plain_names(area: Subdivision) -> Iterator[str]:
    """Names, folded, without the word for what kind of area it is."""
    heads = rules().heads["admin2"]
    for name in (area.name, *area.aliases):
        yield " ".join(word for word in fold(name).split() if word not in heads)


def _entry(
    area: Subdivision, level: Precision, around: Reach, inside: _Held | None, outline: Outline | None = None
) -> Entry:
    least = _LEAST_KM if outline else rules().admin_radius_km[level]
    return Entry(
        id=f"geonames:{area.id}",
        name=area.name,
        country=area.country,
        latitude=round(around.latitude, 4),
        longitude=round(around.longitude, 4),
        feature=_FEATURES[level],
        precision=level,
        radius_km=round(max(least, around.radius_km), 1),
        admin1=area.name if level == "admin1" else (area.parent.name if area.parent else None),
        admin2=area.name if level == "admin2" else None,
        population=inside.people if inside else 0,
        names={area.name, *area.aliases},
        box=around.box,
        outline=outline,
        radius_from="outline" if outline else "settlements",
    )
