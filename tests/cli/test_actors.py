"""`dateline actors`: whom a name means."""

import json
from pathlib import Path

import pytest
from command_run import Run

OWN = """countries: SY
actors:
  - {name: River Guard, kind: armed_group, names: "Guards of the River", part_of: [Valley Council], from: 2015-01-01}
"""


@pytest.fixture
def own_actors(folder: Path) -> Path:
    (folder / "own").mkdir()
    (folder / "own" / "valley.yaml").write_text(OWN)
    return folder / "own"


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_one_who_is_meant_comes_first_and_the_others_after_it(run: Run) -> None:
    found = lines(run("actors", "find", "Nusra Front", "--on", "2018-02-20").out)
    assert [row["entity"]["name"] for row in found if row["meant"]] == ["Hayat Tahrir al-Sham"]
    assert found[0]["meant"]
    assert found[1]["entity"]["name"] == "Al-Nusra Front"
    assert found[1]["to"] == "2017-01-28"


def test_nobody_is_listed_twice_for_one_time_and_place(run: Run) -> None:
    found = lines(run("actors", "find", "Jabhat al-Nusra").out)
    keys = [(row["entity"]["id"], row["from"], row["to"]) for row in found]
    assert len(keys) == len(set(keys))


def test_the_country_tells_whom_a_description_means(run: Run) -> None:
    def meant(country: str) -> list[str]:
        out = run("actors", "find", "Kurdish forces", "--on", "2019-10-13", "--country", country).out
        return [row["entity"]["name"] for row in lines(out) if row["meant"]]

    assert meant("SY") == ["Syrian Democratic Forces"]
    assert meant("IQ") == ["Peshmerga"]
    assert meant("UA") == []


def test_members_are_found_by_the_name_of_their_group(run: Run) -> None:
    (row,) = lines(run("actors", "find", "ISIS fighters").out)
    assert (row["entity"]["id"], row["meant"]) == ("wikidata:Q2429253", True)


def test_actors_of_the_users_own_are_found(run: Run, own_actors: Path) -> None:
    (row,) = lines(run("actors", "find", "guards of the river", "--actors", own_actors).out)
    assert row["entity"] == {"id": "dateline:river-guard", "name": "River Guard", "kind": "armed_group"}
    assert (row["from"], row["to"], row["part_of"]) == ("2015-01-01", None, ["Valley Council"])


def test_a_table_says_when_where_and_whose_part(run: Run, own_actors: Path) -> None:
    out = run("actors", "find", "River Guard", "--actors", own_actors, "--table").out
    for words in ("meant", "dateline:river-guard", "armed_group", "2015-01-01", "SY", "Valley Council"):
        assert words in out


def test_a_name_that_nobody_bears_brings_those_of_like_name(run: Run) -> None:
    result = run("actors", "find", "Hayat Tahrir")
    assert (result.status, result.out) == (1, "")
    assert "Hayat Tahrir al-Sham" in result.err


def test_a_day_that_is_none_is_wrong_use(run: Run) -> None:
    result = run("actors", "find", "ISIS", "--on", "in spring")
    assert result.status == 2
    assert "in spring" in result.err


def test_a_wrong_file_is_refused_with_file_line_and_reason(run: Run, own_actors: Path) -> None:
    (own_actors / "valley.yaml").write_text(OWN.replace("armed_group", "army"))
    result = run("actors", "find", "River Guard", "--actors", own_actors)
    assert result.status == 1
    assert "valley.yaml:3: " in result.err
