import pytest


def told(claim):
    return {(place.role, place.relation, place.span.text) for place in claim.places}


def test_where_it_happened(one):
    assert told(one("Police arrested two men in Qamishli.", "arrest")) == {("location", "in", "Qamishli")}


def test_from_where_and_to_where(one):
    claim = one("Thousands of villagers fled from Saraqib to Idlib.", "displacement")

    assert told(claim) == {("origin", "in", "Saraqib"), ("destination", "in", "Idlib")}


def test_each_of_several_places_is_an_item_of_its_own(one):
    claim = one("Police arrested suspects in Manbij, Raqqa and Tabqa.", "arrest")

    assert {place.span.text for place in claim.places} == {"Manbij", "Raqqa", "Tabqa"}


def test_near_and_outside_are_told_apart(one):
    assert ("location", "near", "Azaz") in told(one("A bomb exploded near Azaz.", "bombing"))
    assert ("location", "outside", "Azaz") in told(one("A bomb exploded outside Azaz.", "bombing"))


def test_toward_is_a_direction_not_an_arrival(one):
    claim = one("Fighters were heading toward Deir Ezzor.", "movement")

    assert ("destination", "toward", "Deir Ezzor") in told(claim)


def test_a_dateline_is_no_place_of_the_claim(one):
    claim = one("ERBIL, Iraq (Agency) - Police arrested two men in Kirkuk.", "arrest")

    assert {place.span.text for place in claim.places} == {"Kirkuk"}


def test_a_place_without_coordinates_keeps_its_words(one):
    claim = one("Prisoners escaped from a camp.", "escape")

    assert [(place.span.text, place.place) for place in claim.places] == [("camp", None)]


def test_there_is_no_point_without_a_radius(read):
    places = [
        place.place for claim in read("Troops left Manbij for northern Syria.") for place in claim.places if place.place
    ]

    assert places
    assert all(place.radius_km > 0 for place in places)


def test_a_month_is_no_place(read):
    assert not [place for claim in read("Police arrested two men in August.") for place in claim.places]


def test_northern_syria_is_an_area_and_no_point_in_the_middle_of_the_country(one):
    place = one("Prisoners escaped from a jail in northern Syria.", "escape").places[-1].place

    assert (place.name, place.precision) == ("Northern Syria", "region")
    assert place.radius_km > 50


def test_a_province_is_not_the_town_of_its_name(one):
    place = one("Police arrested two men in Idlib province.", "arrest").places[0].place

    assert place.precision == "admin1"


def test_of_a_place_and_what_it_lies_in_the_nearer_is_resolved(one):
    claim = one("Police arrested two men in Anbar province of Iraq.", "arrest")

    assert claim.places[0].place.name != "Iraq"


def named(claims):
    return {place.span.text for claim in claims for place in claim.places}


def test_a_town_that_measures_a_distance_is_told_as_outside(read):
    claims = read("A bomb exploded at a market in Balad, 80 km north of Baghdad, on Monday.")
    relations = {place.span.text: place.relation for claim in claims for place in claim.places}
    assert (relations["Balad"], relations["Baghdad"]) == ("in", "outside")


def test_a_place_told_first_is_that_of_the_act_behind_it(read):
    assert named(read("In Sirte, a policeman was shot dead by gunmen.")) == {"Sirte"}


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Gunmen shot dead three tourists from Canada in Gao on Sunday.", "attack", {"Gao"}),
        ("A bomb killed two aid workers from Kenya near Juba.", "bombing", {"Juba"}),
    ],
)
def test_where_the_victims_are_from_is_not_where_it_happened(one, text, kind, places):
    assert {place.span.text for place in one(text, kind).places} == places


def test_where_people_fled_from_is_where_their_way_began(one):
    claim = one("Hundreds of families from Saraqib fled on Monday.", "displacement")

    assert {place.role for place in claim.places} <= {"origin"}


def test_what_is_overrun_is_a_town_though_people_bear_its_name(one):
    assert told(one("Farah was overrun by fighters on Monday.", "territory_gain")) == {("location", "in", "Farah")}


def test_who_is_arrested_is_a_person_though_a_town_bears_the_name(one):
    assert not one("Farah was arrested by the police on Monday.", "arrest").places
