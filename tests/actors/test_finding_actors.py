import datetime as dt

import pytest

from dateline.actors import load_register
from dateline.actors.states import state_actors


@pytest.fixture(scope="module")
def register():
    return load_register()


def name_of(actor):
    return actor and actor.entity.name


@pytest.mark.parametrize(
    "written", ["ISIS", "ISIL", "Daesh", "Islamic State", "IS", "the Islamic State group", "ISIS fighters"]
)
def test_islamic_state_is_one_entity_under_all_its_names(register, written):
    assert name_of(register.find(written)) == "Islamic State"


@pytest.mark.parametrize("written", ["is", "us", "sana", "who"])
def test_an_acronym_in_small_letters_is_a_word(register, written):
    assert register.find(written) is None


@pytest.mark.parametrize(
    ("day", "name"),
    [(dt.date(2015, 3, 1), "Al-Nusra Front"), (dt.date(2019, 10, 9), "Hayat Tahrir al-Sham"), (None, "Al-Nusra Front")],
)
def test_the_day_tells_which_group_bore_the_name(register, day, name):
    assert name_of(register.find("Jabhat al-Nusra", day)) == name


def test_a_group_cannot_act_before_it_was_there(register):
    assert register.find("HTS", dt.date(2014, 1, 1)) is None
    assert name_of(register.find("HTS", dt.date(2018, 1, 1))) == "Hayat Tahrir al-Sham"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Turkish forces", "Turkish Armed Forces"),
        ("the Turkish army", "Turkish Armed Forces"),
        ("Syrian army", "Syrian Armed Forces"),
        ("US troops", "United States Armed Forces"),
        ("U.S. forces", "United States Armed Forces"),
        ("Russian warplanes", "Russian Aerospace Forces"),
        ("Israeli soldiers", "Israel Defense Forces"),
        ("Syrian government", "Government of Syria"),
        ("Assad regime", "Government of Syria"),
        ("Ugandan police", "Uganda Police Force"),
        ("Iraqi security forces", "Iraqi Security Forces"),
    ],
)
def test_the_forces_of_a_state_are_known_by_its_people(register, written, name):
    assert name_of(register.find(written)) == name


def test_government_forces_are_those_of_the_country_that_the_report_is_about(register):
    assert name_of(register.find("government forces", None, {"SY": 5.0, "TR": 1.0})) == "Syrian Armed Forces"
    assert name_of(register.find("government forces", None, ["ET"])) == "Ethiopian National Defense Force"


def test_government_forces_of_no_country_stay_a_description(register):
    assert register.find("government forces") is None


@pytest.mark.parametrize(
    ("day", "country", "name"),
    [
        (dt.date(2015, 3, 1), "SY", "People's Protection Units"),
        (dt.date(2019, 10, 13), "SY", "Syrian Democratic Forces"),
        (dt.date(2019, 10, 13), "IQ", "Peshmerga"),
        (dt.date(2019, 10, 13), "UA", None),
    ],
)
def test_a_description_means_whom_it_fits_on_the_day_and_in_the_country(register, day, country, name):
    assert name_of(register.find("Kurdish forces", day, [country])) == name


@pytest.mark.parametrize(
    ("written", "day", "country", "name"),
    [
        ("coalition forces", dt.date(2007, 6, 1), "IQ", "Multi-National Force – Iraq"),
        ("coalition forces", dt.date(2016, 6, 1), "IQ", "Global Coalition"),
        ("coalition forces", dt.date(2010, 6, 1), "AF", "International Security Assistance Force"),
        ("coalition warplanes", dt.date(2016, 6, 1), "YE", "Saudi-led coalition"),
        ("regime troops", dt.date(2019, 10, 13), "SY", "Syrian Armed Forces"),
        ("government forces", dt.date(2022, 6, 1), "ML", "Malian Armed Forces"),
        ("security forces", dt.date(2011, 6, 1), "SY", "Syrian security forces"),
        ("paramilitaries", dt.date(2023, 6, 1), "SD", "Rapid Support Forces"),
        ("Kurdish rebels", dt.date(2012, 6, 1), "TR", "Kurdistan Workers' Party"),
    ],
)
def test_the_same_words_mean_another_in_another_war(register, written, day, country, name):
    assert name_of(register.find(written, day, [country])) == name


@pytest.mark.parametrize("written", ["foreign fighters", "civilians", "gunmen", "fighters", "", " ", "the", "'s"])
def test_a_description_that_no_actor_fits_is_no_actor(register, written):
    assert register.find(written) is None


def test_a_possessive_is_read_without_its_ending(register):
    assert name_of(register.find("YPG's")) == "People's Protection Units"
    assert name_of(register.find("People’s Protection Units’")) == "People's Protection Units"


@pytest.mark.parametrize(
    ("written", "speaks_as"),
    [
        ("SOHR", "ngo"),
        ("Reuters", "media"),
        ("UNHCR", "un"),
        ("SANA", "official"),
        ("Amaq", "armed_group"),
        ("SDF", "armed_group"),
        ("Turkish defence ministry", "official"),
        ("Bellingcat", "expert"),
    ],
)
def test_a_source_has_a_kind(register, written, speaks_as):
    assert register.find(written).source_kind == speaks_as


def test_a_state_itself_is_a_government(register):
    assert register.find("Turkey").entity.kind == "government"


def test_every_name_of_every_actor_is_told(register):
    told = {(text, actor.entity.id) for text, actor in register.names()}
    assert {(name.text, actor.entity.id) for actor in register.actors.values() for name in actor.names} <= told


def test_a_name_with_a_possessive_is_told_as_a_text_is_taken_apart_too(register):
    assert "People 's Protection Units" in {text for text, _ in register.names()}


def test_the_register_holds_four_hundred_actors_that_no_pattern_made(register):
    made = {actor.entity.id for actor in state_actors()}
    assert len(set(register.actors) - made) >= 400


@pytest.mark.parametrize(
    ("written", "country", "name"),
    [
        ("Houthi rebels", "YE", "Houthis"),
        ("al-Shabab", "SO", "Al-Shabaab"),
        ("RSF", "SD", "Rapid Support Forces"),
        ("M23", "CD", "March 23 Movement"),
        ("ADF rebels", "CD", "Allied Democratic Forces"),
        ("Fano militia", "ET", "Fano"),
        ("JNIM", "ML", "Jama'at Nasr al-Islam wal Muslimin"),
        ("ISWAP", "NG", "Islamic State West Africa Province"),
        ("Haftar's forces", "LY", "Libyan National Army"),
        ("SNA", "SO", "Somali National Army"),
        ("SNA", "SY", "Syrian National Army"),
        ("IDF", "IL", "Israel Defense Forces"),
        ("Islamic Jihad", "PS", "Palestinian Islamic Jihad"),
        ("DNR", "UA", "Donetsk People's Republic"),
        ("PDF", "MM", "People's Defence Force"),
        ("TTP", "PK", "Tehrik-i-Taliban Pakistan"),
        ("Sendero Luminoso", "PE", "Shining Path"),
        ("ELN", "CO", "National Liberation Army"),
    ],
)
def test_a_group_of_another_conflict_is_found_too(register, written, country, name):
    assert name_of(register.find(written, None, [country])) == name


def test_words_for_members_and_an_acronym_in_brackets_do_not_hide_the_group(register):
    assert name_of(register.find("Islamic State (IS) militant group")) == "Islamic State"


def test_militants_of_a_state_are_not_the_state(register):
    assert register.find("Syria militants") is None


def test_a_part_names_an_actor_that_is_there(register):
    names = {actor.entity.name for actor in register.actors.values()}
    assert {whole for actor in register.actors.values() for whole in actor.part_of} <= names
