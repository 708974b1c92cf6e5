"""/events/ID: what one event's page tells."""

import re


def test_one_sentence_says_what_happened(desk, event_of):
    event = event_of(kind="territory_gain")
    page = desk.get(f"/events/{event['id']}").text
    title = re.search(r'<h1 id="title"[^>]*>(.*?)</h1>', page)
    assert title
    assert title[1].startswith("There was a taking of ground by Vale Front in ")
    assert "killed" in title[1]


def test_what_is_denied_or_feared_is_said_to_be_so_in_the_first_words(desk, event_of):
    denied = desk.get(f"/events/{event_of(modality='negated')['id']}").text
    assert "It is said that there was not a shelling by River Army in Piret" in denied
    feared = desk.get(f"/events/{event_of(modality='future', kind='jailbreak')['id']}").text
    assert "It is planned, threatened or feared that there will be " in feared


def test_each_claim_stands_with_its_sentence_its_words_marked_and_a_way_to_its_report(desk, event_of):
    event = event_of(kind="territory_gain")
    page = desk.get(f"/events/{event['id']}").text
    claim = event["claims"][0]
    assert f'id="{claim}"' in page
    assert re.search(rf'href="/reports/r_[0-9a-f]+#{claim}"', page)
    assert re.search(r'<span class="mark trigger">seized \w+ on</span>', page)
    assert "a council" in page


def test_numbers_stand_by_source(desk, event_of):
    page = desk.get(f"/events/{event_of(kind='territory_gain')['id']}").text
    assert "Numbers by source" in page
    assert re.search(r"<bdi>a council</bdi></a></td><td class=\"number\">\d+</td>", page)


def test_places_are_told_with_their_radius(desk, event_of):
    event = event_of(kind="displacement")
    page = desk.get(f"/events/{event['id']}").text
    assert re.search(r"settlement, within \d+ km", page)
    drawn = desk.get(f"/events/{event['id']}/map").json()["features"]
    assert {feature["properties"]["place"] for feature in drawn} == {"dateline:brezin", "dateline:dunmark"}


def test_steps_of_review_lead_back_to_the_event(desk, events):
    event = events[0]["id"]
    page = desk.get(f"/events/{event}").text
    assert f'href="/review/{event}/edit?next=/events/{event}"' in page
    assert f'href="/review/{event}/merge?next=/events/{event}"' in page
    assert page.count(f'<input type="hidden" name="next" value="/events/{event}">') == 2


def test_a_reader_is_shown_no_steps(team, database):
    from tests.browser.made_desk import told

    team.app.state.store.save(*told(1), "made up 1")
    team.post("/sign-in", data={"name": "reader", "password": "four small grey horses"})
    event = team.get("/events.json").json()["events"][0]["id"]
    page = team.get(f"/events/{event}")
    assert page.status_code == 200
    assert "/review/accept" not in page.text
    assert "/edit?" not in page.text


def test_the_event_comes_by_itself_too(desk, events):
    event = events[0]["id"]
    found = desk.get(f"/events/{event}.json").json()
    assert found["event"]["id"] == event
    assert [claim["id"] for claim in found["claims"]] == found["event"]["claims"]
    assert desk.get(f"/events/{event}.geojson").json()["features"][0]["properties"]["id"] == event


def test_an_event_that_is_not_there_is_named_with_a_reason(desk):
    page = desk.get("/events/e_0000000000000000")
    assert page.status_code == 404
    assert "e_0000000000000000" in page.text
    assert "merged into another" in page.text
