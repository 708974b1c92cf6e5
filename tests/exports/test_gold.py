"""Corrections as marked reports."""

import json

from made_records import CAMP, camp_claims, make_report

from dateline.exports import gold_lines
from dateline.store import Store


def test_what_people_reviewed_is_gold_and_what_they_rejected_or_left_is_not(full: Store) -> None:
    first, second = map(json.loads, gold_lines(full))
    assert [claim["kind"] for claim in first["claims"]] == ["withdrawal", "statement"]
    assert first["claims"][0]["certainty"] == "probable"
    assert (first["text"], second["claims"]) == (CAMP, [])
    assert sorted(index for group in first["events"] for index in group) == [0, 1]


def test_a_claim_is_marked_as_the_rules_of_marking_say(address: str) -> None:
    report = make_report()
    with Store.open(address) as store:
        store.save(report, camp_claims(report), "reader 1")
        for claim in camp_claims(report):
            store.reviewer("Ann").accept(claim.id, "right")
        (line,) = map(json.loads, gold_lines(store, complete=True))
    fled = line["claims"][0]
    assert fled["trigger"]["text"] == "escaped"
    assert fled["actors"][0]["name"] == "Islamic State"
    assert {name: fled["places"][0][name] for name in ("role", "relation", "text", "name", "country", "latitude")} == {
        "role": "origin",
        "relation": "near",
        "text": "Tall Tamr",
        "name": "Tall Tamr",
        "country": "SY",
        "latitude": 36.66,
    }
    assert fled["time"] == {"earliest": "2019-10-09", "latest": "2019-10-09"}
    assert fled["counts"] == [{"what": "escaped", "low": 40, "high": 40, "of": None}]


def test_only_reports_reviewed_in_full_can_be_asked_for(full: Store) -> None:
    assert len(list(gold_lines(full, complete=True))) < len(list(gold_lines(full)))
