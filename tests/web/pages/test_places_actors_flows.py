"""/places, /actors and /flows with the pages of single places and actors."""

import re

import pytest


@pytest.mark.parametrize("path", ["/places", "/actors", "/flows"])
def test_an_empty_desk_says_when_something_will_be_here(empty_desk, path):
    page = empty_desk.get(path)
    assert page.status_code == 200
    assert "yet" in page.text
    assert 'href="/add"' in page.text


def test_places_are_listed_with_radius_and_number_of_events(desk):
    found = desk.get("/places.json?q=kessim").json()["places"]
    assert [place["name"] for place in found] == ["Kessim"]
    assert found[0]["radius_km"] == 5.0
    assert re.search(r"Kessim.*?5 km.*?</tr>", desk.get("/places?q=kessim").text, re.S)


def test_a_place_tells_attacks_who_holds_it_and_its_kinds(desk):
    page = desk.get("/places/dateline:molnik").text
    assert "Who holds it" in page
    assert re.search(r'<h2 id="attacks">Attacks</h2>\s*<ol class="rows">', page)
    assert 'href="/events?place=dateline%3Amolnik' in page


def test_a_place_tells_what_is_feared_there(desk):
    page = desk.get("/places/dateline:solva").text
    assert re.search(r'<h2 id="threats">.*?Planned, threatened or feared', page, re.S)


def test_where_people_went_from_a_place_is_a_table_and_an_arrow(desk):
    page = desk.get("/places/dateline:brezin").text
    assert "Where people went from here" in page
    assert "200–999" in page
    drawn = desk.get("/places/dateline:brezin/map").json()["features"]
    assert [feature["geometry"]["type"] for feature in drawn if feature["properties"]["shape"] == "flow"] == [
        "LineString"
    ]


def test_an_actor_tells_what_it_did_and_what_is_denied_of_it(desk):
    page = desk.get("/actors/dateline:river-army").text
    assert "In reports called" in page
    assert re.search(r'<h2 id="denied">.*?Said not to have happened', page, re.S)


def test_what_an_actor_did_is_drawn_over_time_and_on_the_map(desk):
    page = desk.get("/actors/dateline:vale-front").text
    assert '<svg viewBox="0 0 380' in page
    drawn = desk.get("/actors/dateline:vale-front/map").json()["features"]
    assert drawn
    assert all(feature["geometry"]["type"] == "Polygon" for feature in drawn)


def test_an_actor_is_found_by_a_part_of_its_name(desk):
    assert [actor["name"] for actor in desk.get("/actors.json?q=vale").json()["actors"]] == ["Vale Front"]


def test_flows_are_told_with_their_range_of_people(desk):
    (flow,) = [one for one in desk.get("/flows.json").json()["flows"] if one["destination"]]
    assert (flow["origin"]["name"], flow["destination"]["name"], flow["low"], flow["high"]) == (
        "Brezin",
        "Dunmark",
        200,
        999,
    )
    page = desk.get("/flows").text
    assert re.search(r"Brezin.*?Dunmark", page, re.S)
    lines = [one for one in desk.get("/flows/map").json()["features"] if one["properties"]["shape"] == "flow"]
    assert lines[0]["properties"]["label"] == "200–999"


def test_a_flow_of_which_one_end_is_told_is_a_sign_there_and_no_line(desk):
    told = [one for one in desk.get("/flows.json").json()["flows"] if not (one["origin"] and one["destination"])]
    drawn = desk.get("/flows/map").json()["features"]
    signs = [one for one in drawn if one["properties"]["shape"] in ("leaving", "arriving")]
    assert len(signs) == len(told) > 0
    for sign, flow in zip(signs, told, strict=True):
        place = flow["origin"] or flow["destination"]
        assert sign["properties"]["shape"] == ("leaving" if flow["origin"] else "arriving")
        assert sign["geometry"] == {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
        assert "is not told" in sign["properties"]["words"]


def test_flows_meet_conditions_as_events_do(desk):
    assert "No flow meets all of this" in desk.get("/flows?kind=transfer").text
    assert desk.get("/flows.csv?kind=displacement").text.count("\n") == 2


@pytest.mark.parametrize("path", ["/places/geonames:1", "/actors/dateline:nobody"])
def test_what_no_event_names_is_told_with_a_reason(desk, path):
    page = desk.get(path)
    assert page.status_code == 404
    assert "no event names" in page.text
