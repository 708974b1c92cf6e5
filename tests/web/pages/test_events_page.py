"""/events: what the list, facets, map and timeline of a question show."""

import re

import pytest


def listed(page):
    return re.findall(r'<tr id="(e_[0-9a-f]+)"', page.text)


def test_the_front_door_leads_to_the_events(desk):
    assert desk.get("/").headers["location"] == "/events"


def test_every_event_is_counted_and_the_first_fifty_are_listed(desk, events):
    page = desk.get("/events")
    assert page.status_code == 200
    assert f"{len(events)} events" in page.text
    assert len(listed(page)) == 50


def test_the_second_page_goes_on_where_the_first_ends(desk, events):
    both = listed(desk.get("/events")) + listed(desk.get("/events?page=2"))
    assert sorted(both) == sorted(event["id"] for event in events)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("kind=shelling", lambda event: event["kind"] == "shelling"),
        ("modality=future", lambda event: event["modality"] == "future"),
        ("status=denied&status=anticipated", lambda event: event["status"] in {"denied", "anticipated"}),
        ("actor=dateline:vale-front&kind=attack", lambda event: event["kind"] == "attack"),
        ("place=dateline:varda", lambda event: any(one["place"]["name"] == "Varda" for one in event["places"])),
    ],
)
def test_a_condition_leaves_only_events_that_meet_it(desk, events, question, expected):
    found = desk.get(f"/events.json?{question}").json()["events"]
    assert found
    assert all(expected(event) for event in found)
    assert len(found) < len(events)


def test_days_leave_out_what_surely_lies_outside_them(desk):
    found = desk.get("/events.json?since=2021-03-01&until=2021-03-31").json()["events"]
    assert found
    assert all(event["time"]["earliest"] <= "2021-03-31" and event["time"]["latest"] >= "2021-03-01" for event in found)


def test_words_of_a_report_find_its_events(desk):
    assert listed(desk.get("/events?q=free near Tarn"))
    assert "No event meets all of this" in desk.get("/events?q=zeppelin").text


def test_a_chosen_facet_is_checked_and_can_be_left_again(desk):
    page = desk.get("/events?kind=shelling").text
    assert re.search(r'name="kind" value="shelling" checked', page)
    assert re.search(r'name="kind" value="attack">', page)


def test_a_choice_that_no_event_is_left_of_stays_where_it_can_be_taken_away(desk):
    page = desk.get("/events?country=FR").text
    assert re.search(r'name="country" value="FR" checked', page)
    assert "No event meets all of this" in page


def test_an_empty_desk_says_what_to_do(empty_desk):
    page = empty_desk.get("/events").text
    assert "No events yet" in page
    assert 'href="/add"' in page


def test_htmx_gets_the_list_and_facets_and_the_address_that_holds_the_question(desk):
    part = desk.get("/events?kind=shelling&q=&since=", headers={"hx-request": "true"})
    assert part.headers["hx-push-url"] == "/events?kind=shelling"
    assert part.text.lstrip().startswith('<section id="list"')
    assert 'id="facets" class="facets" hx-swap-oob="true"' in part.text
    assert "<html" not in part.text


def test_going_back_in_history_gets_the_whole_page(desk):
    headers = {"hx-request": "true", "hx-history-restore-request": "true"}
    assert "<html" in desk.get("/events", headers=headers).text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("since=yesterday", "YYYY-MM-DD"),
        ("page=0", "whole number"),
        ("sort=prettiest", "newest"),
        ("box=1,2,3", "west,south,east,north"),
        ("box=nan,0,0,0", "degrees on the map"),
        ("origins=-1", "whole number"),
    ],
)
def test_a_question_that_cannot_be_asked_is_named_with_what_to_write(desk, question, reason):
    page = desk.get(f"/events?{question}")
    assert page.status_code == 400
    assert reason in page.text
    assert question.partition("=")[0] in page.text


def test_the_map_draws_each_place_as_wide_as_it_is_meant(desk):
    drawn = desk.get("/events/map?place=dateline:kessim&zoom=9").json()
    assert drawn["features"]
    for feature in drawn["features"]:
        assert feature["geometry"]["type"] == "Polygon"
        assert feature["properties"]["radius"] >= 5


def test_events_near_each_other_are_one_cell_that_tells_their_number(desk, events):
    drawn = desk.get("/events/map?zoom=0").json()
    assert sum(feature["properties"]["count"] for feature in drawn["features"]) + drawn["unplaced"] == len(events)
    assert any(feature["properties"]["count"] > 1 for feature in drawn["features"])


def test_the_map_is_a_table_too(desk):
    drawn = desk.get("/events/map?zoom=5").json()["features"]
    table = desk.get("/events/map-table?zoom=5").text
    assert table.count("<tr>") == len(drawn) + 1
    assert "km" in table


def test_the_timeline_tells_sure_days_from_possible_ones(desk, events):
    drawn = desk.get("/events/timeline").json()
    assert len(drawn["first"]) == len(drawn["last"]) == len(drawn["sure"]) == len(drawn["may"])
    assert sum(drawn["sure"]) <= len(events)
    assert drawn["undated"] == sum(not event["time"]["earliest"] and not event["time"]["latest"] for event in events)


def test_a_chosen_stretch_of_time_does_not_shorten_the_timeline_it_was_chosen_on(desk):
    assert desk.get("/events/timeline?since=2021-04-01").json() == desk.get("/events/timeline").json()


def test_a_tile_of_the_base_map_is_there_and_one_beyond_it_is_empty(desk):
    tile = desk.get("/map/0/0/0")
    assert tile.status_code == 200
    assert tile.headers["content-type"] == "application/vnd.mapbox-vector-tile"
    assert len(tile.content) > 1000
    assert desk.get("/map/5/0/0").status_code == 204
    assert desk.get("/map/99/0/0").status_code == 422


def test_the_timeline_is_there_as_a_table_too(desk):
    drawn = desk.get("/events/timeline").json()
    table = desk.get("/events/timeline-table").text
    told = [sure or may for sure, may in zip(drawn["sure"], drawn["may"], strict=True)]
    assert table.count("<tr>") == sum(map(bool, told)) + 1
    first = next(day for day, number in zip(drawn["first"], told, strict=True) if number)
    assert f"since={first}" in table
