"""A gazetteer of a few made places, for tests that need no more: built in milliseconds."""

from pathlib import Path

from dateline.gazetteer import Gazetteer
from dateline.gazetteer.build import write_gazetteer
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.index import Index
from dateline.gazetteer.outlines import Outline
from dateline.gazetteer.supplement import OwnPlace, Respelt, Supplement

STATE = {"feature": "A.PCLI", "precision": "country", "radius_km": 300.0}
PROVINCE = {"feature": "A.ADM1", "precision": "admin1", "radius_km": 60.0}
TOWN = {"feature": "P.PPL", "precision": "settlement", "radius_km": 4.0}


def place(number, name, country, at, sort, **more):
    return Entry(f"geonames:{number}", name, country, *at, **sort, names={name, *more.pop("names", ())}, **more)


def small_world():
    """Two countries that share names: the town of Karm lies in both, Mirna is a province and a town in it."""
    box = (30.0, 40.0, 34.0, 44.0)
    # A right triangle: most of its land lies in the south-west.
    selna = Outline([[(42.0, 32.0), (43.0, 32.0), (42.0, 33.0), (42.0, 32.0)]])
    yield place(1, "Norland", "SY", (32.0, 42.0), STATE, population=9_000_000, box=box, names=["Republic of Norland"])
    yield place(2, "Sudland", "FR", (10.0, 10.0), STATE, population=9_000_000, box=(8.0, 8.0, 12.0, 12.0))
    yield place(
        3, "Mirna", "SY", (32.5, 42.5), PROVINCE, population=200_000, admin1="Mirna", box=(32.0, 42.0, 33.0, 43.0)
    )
    yield place(10, "Selna", "SY", (32.3, 42.3), PROVINCE, admin1="Selna", outline=selna, radius_from="outline")
    yield place(4, "Mirna", "SY", (32.6, 42.6), TOWN, population=120_000, admin1="Mirna")
    yield place(5, "Karm", "SY", (32.2, 42.1), TOWN, population=9_000, admin1="Mirna")
    yield place(6, "Karm", "FR", (10.1, 10.2), TOWN, population=60_000, admin1="Delta")
    yield place(
        7, "Dayr al Ḩajar", "SY", (32.4, 42.4), TOWN, population=3_000, admin1="Mirna", names=["DHJ", "dyr hajr"]
    )
    yield place(8, "Most", "FR", (10.5, 10.5), TOWN, population=5_000, admin1="Delta")
    capital = TOWN | {"feature": "P.PPLC"}
    yield place(9, "Norport", "SY", (33.0, 43.0), capital, population=900_000, admin1="Mirna")


def own_places():
    camp = OwnPlace(
        name="Karm camp", kind="camp", at=(32.25, 42.15), country="SY", admin1="Mirna", spellings="Qarm camp"
    )
    fort = OwnPlace(name="Zell prison", kind="prison", at=(32.1, 42.2), country="SY")
    far = OwnPlace(name="Orrin base", kind="base", at=(32.9, 42.9), country="SY")
    short = Respelt(geonames=1, names=("NL", "N.L."))
    respelt = Respelt(geonames=4, name="Mirna City", names=("Mirna", "Al-Mirna"))
    yield Supplement(source="made for tests", places=(camp, fort, far), respelt=(short, respelt))


def small_gazetteer(folder: Path) -> Gazetteer:
    file = folder / "small.sqlite"
    write_gazetteer(file, small_world(), own_places(), {"digest": "small"})
    return Gazetteer(Index(file))
