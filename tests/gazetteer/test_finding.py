import pytest


def test_a_name_as_listed_is_an_exact_match(gazetteer):
    assert [c.tier for c in gazetteer.find("Norland")] == ["exact"]


def test_a_name_in_another_case_is_a_folded_match(gazetteer):
    assert [c.tier for c in gazetteer.find("NORLAND")] == ["folded"]


def test_a_name_that_only_sounds_alike_is_a_transliterated_match(gazetteer):
    (found,) = gazetteer.find("Deir el-Hajjar")
    assert (found.place.id, found.tier) == ("geonames:7", "transliterated")


def test_of_places_of_one_name_the_most_populous_comes_first(gazetteer):
    assert [c.population for c in gazetteer.find("Karm")] == [60_000, 9_000]


def test_a_place_of_our_own_is_found_by_each_of_its_spellings(gazetteer):
    assert gazetteer.find("Karm camp")[0].place.id == gazetteer.find("Qarm camp")[0].place.id


def test_a_better_name_replaces_that_of_the_list_and_both_are_found(gazetteer):
    names = {c.place.name for name in ("Mirna", "Al-Mirna") for c in gazetteer.find(name) if c.place.id == "geonames:4"}
    assert names == {"Mirna City"}


def test_a_code_in_the_list_is_no_name(gazetteer):
    assert not gazetteer.find("DHJ")


def test_an_everyday_word_is_no_name_though_a_town_bears_it(gazetteer):
    assert not gazetteer.knows("Most")


@pytest.mark.parametrize("written", ["NL", "N.L."])
def test_a_short_form_is_read_as_it_is_written(gazetteer, written):
    assert gazetteer.knows(written)


@pytest.mark.parametrize("written", ["nl", "Nl", "n.l."])
def test_a_short_form_in_small_letters_is_another_word(gazetteer, written):
    assert not gazetteer.knows(written)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        (["Karm", "camp", "was", "hit"], 2),
        (["Karm", "was", "hit"], 1),
        (["Republic", "of", "Norland"], 3),
        (["Dayr", "al", "-", "Hajar", "fell"], 4),
        (["N.L.", "troops"], 1),
        (["Nowhere", "fell"], 0),
    ],
)
def test_the_longest_name_in_running_words_is_taken(gazetteer, words, length):
    assert gazetteer.longest(words, 0) == length


def test_a_name_may_stand_anywhere_in_the_words(gazetteer):
    assert gazetteer.longest(["near", "Karm", "camp"], 1) == 2


def test_a_possessive_is_no_part_of_the_name(gazetteer):
    assert gazetteer.longest(["Norland", "'s", "army"], 0) == 1


def test_a_name_does_not_go_on_behind_a_comma_in_a_small_letter(gazetteer):
    assert gazetteer.longest(["Karm", ",", "camp"], 0) == 1
    assert gazetteer.longest(["Karm", "camp"], 0) == 2
