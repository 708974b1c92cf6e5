"""Each list as JSON, CSV and GeoJSON beside it."""

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest

LISTS = ["events", "reports", "places", "actors", "flows"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_in_each_form_with_the_same_rows(desk, name):
    records = desk.get(f"/{name}.json").json()[name]
    rows = list(csv.DictReader(io.StringIO(desk.get(f"/{name}.csv").text)))
    shapes = desk.get(f"/{name}.geojson").json()["features"]
    assert len(records) == len(rows) == len(shapes) > 0


@pytest.mark.parametrize(
    ("form", "kind"), [("json", "application/json"), ("csv", "text/csv"), ("geojson", "application/geo+json")]
)
def test_a_form_says_what_it_is(desk, form, kind):
    answer = desk.get(f"/events.{form}")
    assert answer.headers["content-type"].startswith(kind)
    assert f'filename="events.{form}"' in answer.headers["content-disposition"]


def test_a_form_that_there_is_none_of_is_refused(desk):
    assert desk.get("/events.xlsx").status_code in {404, 422}


@pytest.mark.parametrize("name", ["events", "places"])
def test_no_point_comes_without_its_radius(desk, name):
    for feature in desk.get(f"/{name}.geojson").json()["features"]:
        assert (feature["geometry"] is None) == (feature["properties"]["radius_km"] is None)


def test_a_list_keeps_to_the_question_of_its_address(desk):
    rows = list(csv.DictReader(io.StringIO(desk.get("/events.csv?modality=negated").text)))
    assert [row["modality"] for row in rows] == ["negated"]


def test_an_empty_list_is_valid_in_each_form(empty_desk):
    assert empty_desk.get("/events.json").json() == {"events": []}
    assert empty_desk.get("/events.geojson").json() == {"type": "FeatureCollection", "features": []}
    assert empty_desk.get("/events.csv").text == ""


def test_a_cell_of_a_spreadsheet_is_never_taken_for_something_to_calculate(desk):
    from dateline.web.formats import Form, Item, answer

    response = answer(Form.CSV, "x", [Item({}, {"name": "=HYPERLINK(1)", "number": -3})])

    async def parts():
        return "".join([str(part) async for part in response.body_iterator])

    # In a thread of its own: where a browser test went before, this one has an event loop already.
    with ThreadPoolExecutor(1) as thread:
        lines = thread.submit(anyio.run, parts).result().splitlines()
    assert lines[1] == "'=HYPERLINK(1),-3"


def test_a_wrong_question_is_answered_in_the_form_it_was_asked_in(desk):
    answer = desk.get("/events.json?since=soon")
    assert answer.status_code == 400
    assert "since=soon" in json.loads(answer.text)["error"]
