"""Actors of the user's own, as the reader and the command take them."""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from dateline.actors import load_register, register_digest
from dateline.cli.entry import main
from dateline.reading import open_reader
from dateline.records import Published, Report, report_id

OWN = """countries: SY
actors:
  - {name: River Guard, kind: armed_group, names: "Guards of the River"}
"""
TEXT = "The Guards of the River attacked a checkpoint near Raqqa."


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "valley.yaml").write_text(OWN, encoding="utf-8")
    return folder


def entities(claims):
    return {p["entity"]["name"] for claim in claims for p in claim["participants"] if p["entity"]}


def test_a_reader_knows_the_actors_of_a_folder_and_says_so_in_its_version(own):
    day = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    report = Report(
        id=report_id(TEXT),
        source="valley.txt",
        published=Published(date=None, basis="unknown"),
        language="en",
        text=TEXT,
        sha256=sha256,
        retrieved=day,
    )
    ours, theirs = open_reader(), open_reader(actors=[own])
    assert entities(claim.model_dump() for claim in ours.read(report)) == set()
    assert entities(claim.model_dump() for claim in theirs.read(report)) == {"River Guard"}
    assert ours.version != theirs.version


def test_the_digest_changes_with_the_actors(own):
    before = register_digest([own])
    (own / "valley.yaml").write_text(OWN.replace("Guards", "Guardians"), encoding="utf-8")
    assert register_digest([own]) != before


def test_reading_takes_the_folder_as_an_option(own, tmp_path, capsys):
    (tmp_path / "valley.txt").write_text(TEXT, encoding="utf-8")
    main(["read", str(tmp_path / "valley.txt"), "--no-store", "--json", "--actors", str(own)])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert entities(record for record in records if record["record"] == "claim") == {"River Guard"}


def test_the_actor_of_the_guide_is_one_that_can_be_loaded(tmp_path):
    guide = Path(__file__).parents[2] / "docs" / "how-to" / "add-an-actor.md"
    (tmp_path / "guide.yaml").write_text(guide.read_text(encoding="utf-8").split("```")[1].removeprefix("yaml"))
    register = load_register([tmp_path])
    assert register.find("River Company", dt.date(2018, 6, 1)).entity.name == "Valley Guard"
    assert register.find("valley fighters", dt.date(2020, 1, 1), ["SY"]).entity.name == "Valley Guard"
