"""`dateline places`: what it prints and exits with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_run import Run

from dateline.errors import InputError
from dateline.reading import Toponym
from dateline.records import Place, Report, Span

HOMS = Place(
    id="geonames:169577",
    name="Homs",
    country="SY",
    admin1="Homs Governorate",
    latitude=34.73,
    longitude=36.72,
    feature="P.PPLA",
    precision="settlement",
    radius_km=10,
    score=0.9,
)
KNOWN = {"Homs": HOMS, "Nowhereville": None}
CONVOY = (
    "Convoy on its way\n\nA convoy left Homs in the morning and was seen near Nowhereville at night, drivers said.\n"
)
GERMAN = "Lager leert sich\n\nAm Sonntag flohen viele Menschen aus dem Lager bei Homs, sagte die Leitung des Lagers.\n"


class FakePlaceReader:
    """Knows two names."""

    def reads(self, report: Report) -> bool:
        return report.language == "en"

    def places(self, report: Report, people: bool = False) -> list[Toponym]:
        if "too long" in report.text:
            raise InputError(report.source, "longer than 9 characters")
        found = [(report.text.index(name), name) for name in KNOWN if name in report.text]
        spans = [Span.of(report.text, at, at + len(name)) for at, name in found]
        return [Toponym(source=report.source, span=span, place=KNOWN[span.text]) for span in spans]


@pytest.fixture(autouse=True)
def fake_place_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def open_fake(progress: Callable[[str], None] | None = None) -> FakePlaceReader:
        return FakePlaceReader()

    monkeypatch.setattr("dateline.reading.open_place_reader", open_fake)


@pytest.fixture
def convoy(folder: Path) -> Path:
    (folder / "convoy.txt").write_text(CONVOY)
    return folder / "convoy.txt"


def test_piped_it_prints_a_line_a_place_with_its_source_and_its_characters(run: Run, convoy: Path) -> None:
    result = run("places", convoy)
    first, second = (json.loads(line) for line in result.out.splitlines())
    assert (result.status, result.err) == (0, "")
    assert first["source"] == str(convoy)
    assert (first["span"]["text"], first["place"]["id"], first["place"]["score"]) == ("Homs", "geonames:169577", 0.9)
    assert (second["span"]["text"], second["place"]) == ("Nowhereville", None)


def test_nothing_is_stored(run: Run, convoy: Path, folder: Path) -> None:
    run("places", convoy)
    assert not (folder / "dateline.db").exists()


def test_a_table_gives_a_point_with_its_radius_and_says_what_is_not_placed(run: Run, convoy: Path) -> None:
    result = run("places", "--table", convoy)
    line = next(line for line in result.out.splitlines() if "34.730" in line)
    assert "Homs (settlement)" in line
    assert "Homs Governorate, SY" in line
    assert line.split()[-4:] == ["34.730", "36.720", "10", "0.90"]
    assert "not placed" in result.out
    assert "1 report read, 2 places named, 1 on the map." in result.err


def test_a_source_that_is_not_there_is_named_and_the_others_are_read(run: Run, convoy: Path) -> None:
    result = run("places", "absent.txt", convoy)
    assert result.status == 3
    assert "absent.txt" in result.err
    assert "Homs" in result.out


def test_where_nothing_can_be_read_it_fails(run: Run) -> None:
    assert run("places", "absent.txt").status == 1


def test_a_report_in_another_language_is_said_to_be_not_yet_read(run: Run, folder: Path) -> None:
    (folder / "lager.txt").write_text(GERMAN)
    result = run("places", "lager.txt")
    assert (result.status, result.out) == (0, "")
    assert "not yet read: its language is de" in result.err


def test_a_report_that_is_too_long_fails_with_the_reason(run: Run, folder: Path) -> None:
    (folder / "long.txt").write_text(
        "Long report\n\nThis report about the road to the river is too long for anybody.\n"
    )
    result = run("places", "long.txt")
    assert result.status == 1
    assert "longer than 9 characters" in result.err
