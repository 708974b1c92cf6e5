import datetime as dt

import pytest

from dateline.actors import load_register
from dateline.errors import KindsError

GOOD = """countries: SY
actors:
  - {name: River Guard, kind: armed_group, names: "RG, Guards of the River"}
"""


def files(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [folder]


def refused(folder, **texts):
    with pytest.raises(KindsError) as error:
        load_register(files(folder, **texts))
    return error.value


def test_a_directory_adds_its_actors_to_ours(tmp_path):
    register = load_register(files(tmp_path, mine=GOOD))
    assert register.find("Guards of the River").entity.id == "dateline:river-guard"
    assert register.find("ISIS")


def test_an_actor_of_the_same_id_takes_the_place_of_ours(tmp_path):
    text = 'actors:\n  - {name: Islamic State, wikidata: Q2429253, kind: other, names: "Black Flag"}\n'
    register = load_register(files(tmp_path, mine=text))
    assert register.find("Black Flag").entity.kind == "other"
    assert register.find("Daesh") is None


def test_a_kind_that_is_none_is_refused_with_its_line(tmp_path):
    error = refused(tmp_path, mine=GOOD.replace("armed_group", "army"))
    assert (error.line, "kind" in error.reason) == (3, True)


def test_an_unknown_field_is_refused(tmp_path):
    assert refused(tmp_path, mine=GOOD.replace("names:", "nmaes:")).line == 3


def test_a_country_that_is_none_is_refused(tmp_path):
    assert refused(tmp_path, mine=GOOD.replace("countries: SY", "countries: Syria")).line == 1
    assert refused(tmp_path, mine=GOOD.replace("kind: armed_group", "kind: armed_group, countries: [Syria]")).line == 3


def test_one_name_for_two_actors_at_one_time_and_place_is_refused(tmp_path):
    error = refused(tmp_path, mine=GOOD + "  - {name: Hill Guard, kind: armed_group, names: [RG]}\n")
    assert error.line in {3, 4}
    assert "'RG'" in error.reason


def test_one_name_for_two_actors_is_taken_where_days_settle_it(tmp_path):
    text = """countries: SY
actors:
  - {name: River Guard, kind: armed_group, names: [RG], to: 2015-01-01}
  - {name: Hill Guard, kind: armed_group, names: [RG], from: 2015-01-01}
"""
    assert load_register(files(tmp_path, mine=text)).find("RG").entity.name == "River Guard"


def test_one_name_for_two_actors_is_taken_where_countries_settle_it(tmp_path):
    text = GOOD + "  - {name: Hill Guard, kind: armed_group, names: [RG], countries: [ML]}\n"
    register = load_register(files(tmp_path, mine=text))
    assert register.find("RG", None, {"ML": 2.0, "SY": 1.0}).entity.name == "Hill Guard"
    assert register.find("RG") is None


def test_an_actor_that_is_there_twice_is_refused(tmp_path):
    assert "river-guard" in refused(tmp_path, mine=GOOD, twice=GOOD).reason


def test_a_directory_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KindsError, match="not a directory"):
        load_register([tmp_path / "nowhere"])


def test_an_empty_directory_is_named(tmp_path):
    with pytest.raises(KindsError, match=r"no \.yaml file"):
        load_register([tmp_path])


@pytest.mark.parametrize("text", ["", "[]", "actors: []", "actors: [", "actors: 5", "\0"])
def test_what_is_no_register_is_refused(tmp_path, text):
    assert refused(tmp_path, mine=text).file.endswith("mine.yaml")


def test_a_description_holds_for_its_time_and_country(tmp_path):
    text = GOOD.replace('River"}', 'River", described: [{names: ferrymen, to: 2015-01-01, countries: [IQ]}]}')
    register = load_register(files(tmp_path, mine=text))
    assert register.find("ferrymen", dt.date(2014, 1, 1), ["IQ"]).entity.name == "River Guard"
    assert register.find("ferrymen", dt.date(2014, 1, 1), ["SY"]) is None
    assert register.find("ferrymen", dt.date(2016, 1, 1), ["IQ"]) is None
