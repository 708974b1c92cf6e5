"""GeoNames' own dump files (`SY.zip`, `allCountries.txt`): read with every line checked, and kept by the user.

A dump is a table of 19 columns parted by tabs; see https://download.geonames.org/export/dump/readme.txt. GeoNames is
licensed under CC BY 4.0.
"""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from dateline.errors import InputError
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.rules import rules
from dateline.records.place import Precision

ATTRIBUTION: Final = "Places from GeoNames (https://www.geonames.org), licensed under CC BY 4.0"
COLUMNS: Final = 19
_CLASSES: Final = frozenset("AHLPRSTUV")
_README: Final = "readme.txt"
_ZIP_START: Final = b"PK\x03\x04"
# What a feature that is no kind of place of ours reaches around its point, by its class.
_RADIUS_KM: Final = {"A": 40.0, "S": 2.0, "R": 5.0}
_REGION_KM: Final = 10.0
_PRECISIONS: Final[dict[str, Precision]] = {"P": "settlement", "S": "site", "R": "site"}
_AREAS: Final[dict[str, Precision]] = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2", "ADM4": "admin2"}


class Row(NamedTuple):
    """A line of a dump: what of it is used."""

    id: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


def read_dump(file: Path) -> Iterator[tuple[str, Row]]:
    """Each line of a dump as it stands, with what it says.

    InputError names the file, the line and the reason where one is not as GeoNames writes it.
    """
    with _opened(file) as lines:
        yield from read_lines(file, lines)


def read_lines(file: Path, lines: Iterable[bytes]) -> Iterator[tuple[str, Row]]:
    """As `read_dump`, from the lines of a table that is open; `file` is what errors name."""
    number = 0
    for number, line in enumerate(_decoded(file, lines), 1):
        if line:
            yield line, _row(file, number, line)
    if not number:
        raise InputError(str(file), "is empty; give a dump of GeoNames, such as SY.zip")


def entry_of(row: Row, admin1: str | None, admin2: str | None) -> Entry | None:
    """The place that a row tells of; None for countries, which are there already, and for what is no more."""
    letter, _, code = row.feature.partition(".")
    if code.startswith("PCL") or code.endswith("H") or not letter:
        return None
    precision = _AREAS.get(code) if letter == "A" else _PRECISIONS.get(letter, "region")
    return Entry(
        id=f"geonames:{row.id}",
        name=row.name,
        country=row.country,
        latitude=row.latitude,
        longitude=row.longitude,
        feature=row.feature,
        precision=precision or "region",
        radius_km=_radius_km(row),
        radius_from="people" if _is_town(row) else "kind",
        admin1=admin1,
        admin2=admin2,
        population=row.population,
        names={row.name, *row.names} - {""},
    )


def _radius_km(row: Row) -> float:
    letter = row.feature.partition(".")[0]
    if _is_town(row):
        return rules().settlement_radius_km(row.population)
    known = _site_radii().get(row.feature)
    return known if known is not None else _RADIUS_KM.get(letter, _REGION_KM)


def _is_town(row: Row) -> bool:
    """Whether it is a settlement of its own and not a quarter of one."""
    return row.feature.startswith("P.") and row.feature != "P.PPLX"


@cache
def _site_radii() -> dict[str, float]:
    """By feature, the least that one of our kinds of place reaches."""
    radii = {"A.ADM1": rules().admin_radius_km["admin1"], "A.ADM2": rules().admin_radius_km["admin2"]}
    for site in rules().sites.values():
        if site.feature not in radii or site.radius_km < radii[site.feature]:
            radii[site.feature] = site.radius_km
    return radii


@contextmanager
def _opened(file: Path) -> Iterator[Iterable[bytes]]:
    try:
        with file.open("rb") as plain:
            if not zipfile.is_zipfile(plain):
                plain.seek(0)
                if plain.read(len(_ZIP_START)) == _ZIP_START:
                    raise InputError(str(file), "is a zip file that was cut short; download it again")
                plain.seek(0)
                yield plain
                return
        with zipfile.ZipFile(file) as packed, packed.open(_table_in(file, packed)) as table:
            yield table
    except OSError as error:
        raise InputError(str(file), f"cannot be read: {error.strerror or error}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise InputError(str(file), f"is a damaged zip file: {error}; download it again") from error


def _table_in(file: Path, packed: zipfile.ZipFile) -> str:
    tables = [name for name in packed.namelist() if name.endswith(".txt") and Path(name).name != _README]
    if len(tables) != 1:
        raise InputError(str(file), f"holds {len(tables)} tables; a zip file of GeoNames holds one, such as SY.txt")
    return tables[0]


def _decoded(file: Path, lines: Iterable[bytes]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            _refuse(file, number, "is not UTF-8 text; give a dump of GeoNames, such as SY.zip")


def _row(file: Path, number: int, line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        _refuse(file, number, f"has {len(cells)} columns parted by tabs; a dump of GeoNames has {COLUMNS}")
    if cells[6] and cells[6] not in _CLASSES:
        _refuse(file, number, f"has the feature class {cells[6]!r}; GeoNames has {', '.join(sorted(_CLASSES))}")
    if cells[8] and not (len(cells[8]) == 2 and cells[8].isascii() and cells[8].isupper()):
        _refuse(file, number, f"has the country {cells[8]!r}; give a code of two letters, such as SY")
    if not cells[1].strip():
        _refuse(file, number, "has no name")
    latitude, longitude = _degrees(file, number, cells[4], 90), _degrees(file, number, cells[5], 180)
    names = (cells[2], *cells[3].split(","))
    feature = f"{cells[6]}.{cells[7]}" if cells[6] and cells[7] else cells[6]
    geonames_id, people = _whole(file, number, cells[0], "id"), _whole(file, number, cells[14] or "0", "population")
    return Row(geonames_id, cells[1], names, latitude, longitude, feature, cells[8], cells[10], cells[11], people)


def _degrees(file: Path, number: int, cell: str, most: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        _refuse(file, number, f"has {cell!r} where degrees belong")
    if not -most <= value <= most:
        _refuse(file, number, f"has {cell} degrees, which is more than {most}")
    return value


def _whole(file: Path, number: int, cell: str, what: str) -> int:
    if not (cell.isascii() and cell.isdigit()):
        _refuse(file, number, f"has {cell!r} where its {what} belongs, a whole number")
    return int(cell)


def _refuse(file: Path, number: int, reason: str) -> NoReturn:
    raise InputError(f"{file}:{number}", reason)
