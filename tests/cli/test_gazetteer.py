"""`dateline gazetteer`: which places a name may mean, and places of the user's own."""

import json
from pathlib import Path

import pytest
from command_run import Run

from dateline.gazetteer import making, sources
from tests.gazetteer.small_world import own_places, small_world

HEAD = "9000001\tZarnab\tZarnab\tZurnab,Zernab el-Foqa\t36.11\t38.22\tP\tPPL\tSY\t\t13\t\t\t\t320\t\t300\tAsia/Damascus"
DUMP = f"{HEAD}\t2020-01-01\n"


@pytest.fixture(autouse=True)
def small(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A gazetteer of a few made places, in a cache of its own."""
    monkeypatch.setenv("DATELINE_CACHE", str(folder / "cache"))
    monkeypatch.setattr(sources, "geonames_places", small_world)
    monkeypatch.setattr(making, "read_supplement", lambda _: own_places())


@pytest.fixture
def dump(folder: Path) -> Path:
    file = folder / "SY.txt"
    file.write_text(DUMP, encoding="utf-8")
    return file


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_candidates_come_best_first_with_tier_people_and_share(run: Run) -> None:
    found = lines(run("gazetteer", "find", "Karm").out)
    assert {row["place"]["id"] for row in found} == {"geonames:5", "geonames:6"}
    assert found[0]["share"] > found[1]["share"]
    assert found[0]["population"] == 60_000
    assert {row["tier"] for row in found} == {"exact"}


def test_the_country_of_the_report_moves_the_shares(run: Run) -> None:
    def first(*country: str) -> str:
        return lines(run("gazetteer", "find", "Karm", *country).out)[0]["place"]["country"]

    assert (first("--country", "SY"), first("--country", "FR")) == ("SY", "FR")


def test_a_table_shows_the_point_with_its_radius(run: Run) -> None:
    out = run("gazetteer", "find", "Karm", "--country", "SY", "--table").out
    assert "32.200, 42.100 ± 4 km" in out
    assert "exact" in out


def test_a_name_of_no_place_is_told(run: Run) -> None:
    result = run("gazetteer", "find", "Zarnab")
    assert (result.status, result.out) == (1, "")
    assert "Zarnab" in result.err


def test_added_places_are_found_by_all_their_names(run: Run, dump: Path) -> None:
    result = run("gazetteer", "add", dump)
    assert result.status == 0
    assert "1 places, 1 of them new" in result.err
    for name in ("Zarnab", "Zurnab", "Zernab el-Foqa"):
        (row,) = lines(run("gazetteer", "find", name).out)
        assert (row["place"]["id"], row["place"]["radius_km"]) == ("geonames:9000001", 3.0)


def test_adding_names_the_source_and_its_licence(run: Run, dump: Path) -> None:
    err = run("gazetteer", "add", dump).err
    assert "GeoNames" in err
    assert "CC BY 4.0" in err


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (DUMP + "a\tb\n", ":2: has 2 columns"),
        (DUMP.replace("36.11", "96.11"), ":1: has 96.11 degrees"),
        (DUMP.replace("36.11", "north"), ":1: has 'north' where degrees belong"),
        (DUMP.replace("\tSY\t", "\tSyria\t"), ":1: has the country 'Syria'"),
        (DUMP.replace("9000001", "Q90"), ":1: has 'Q90' where its id belongs"),
        (DUMP.replace("\tP\tPPL", "\tX\tPPL"), ":1: has the feature class 'X'"),
        ("", "is empty"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_reason_and_changes_nothing(
    run: Run, dump: Path, text: str, reason: str
) -> None:
    dump.write_text(text, encoding="utf-8")
    result = run("gazetteer", "add", dump)
    assert result.status == 1
    assert f"{dump}{reason}" in result.err.replace(f"{dump}: ", str(dump))
    assert run("gazetteer", "find", "Zarnab").status == 1


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    result = run("gazetteer", "add", "nowhere.zip")
    assert result.status == 1
    assert result.err.startswith("dateline: nowhere.zip: ")
