"""Every occurrence that several examples tell of is one event, with its numbers by source."""

import random
from pathlib import Path

import pytest
import yaml

from dateline.merging import Told, merge
from dateline.store import Store

MANIFEST = yaml.safe_load(Path(__file__).with_name("manifest.yaml").read_text(encoding="utf-8"))
SAME = MANIFEST["same_event"]
NUMBERS = MANIFEST["same_event_numbers"]


@pytest.fixture(scope="module")
def told(by_source, claims):
    return [Told(claim, by_source[source]) for source, of in claims.items() for claim in of]


@pytest.fixture(scope="module")
def events(told):
    return merge(told)


@pytest.mark.parametrize("occurrence", SAME)
def test_the_reports_of_one_occurrence_share_an_event(events, told, by_source, occurrence):
    report_of = {one.claim.id: one.report.id for one in told}
    wanted = {by_source[source].id for source in SAME[occurrence]}
    assert any(wanted <= {report_of[claim] for claim in event.claims} for event in events)


@pytest.mark.parametrize("occurrence", NUMBERS)
def test_the_event_of_an_occurrence_has_the_numbers_that_its_reports_give(events, told, by_source, occurrence):
    report_of = {one.claim.id: one.report.id for one in told}
    wanted = {by_source[source].id for source in SAME[occurrence]}
    (event,) = [event for event in events if wanted <= {report_of[claim] for claim in event.claims}]
    given = {count.what: {by.low for by in count.by} for count in event.counts}
    assert {
        what: set(numbers) <= given.get(what, set()) for what, numbers in NUMBERS[occurrence].items()
    } == dict.fromkeys(NUMBERS[occurrence], True)


def test_an_accusation_in_general_is_not_the_strike_on_the_convoy(events, told):
    source_of = {one.claim.id: one.report.source for one in told}
    (convoy,) = [
        event
        for event in events
        if event.kind == "airstrike" and any("ras-al-ayn-convoy" in source_of[claim] for claim in event.claims)
    ]
    assert not any("white-phosphorus" in source_of[claim] for claim in convoy.claims)


def test_an_event_keeps_the_numbers_of_its_sources_apart(events, told, by_source):
    report_of = {one.claim.id: one.report.id for one in told}
    (bomb,) = [
        event
        for event in events
        if {by_source[source].id for source in SAME["Tell Abyad market bomb"]} <= {report_of[c] for c in event.claims}
    ]
    (killed,) = [count for count in bomb.counts if count.what == "killed"]
    assert {(by.source, by.low) for by in killed.by} == {
        ("Turkey", 13),
        ("Turkish defence ministry", 13),
        ("Syrian Observatory for Human Rights", 14),
    }
    assert (bomb.status, killed.low, killed.high) == ("contested", 13, 14)


def test_the_order_of_arrival_changes_nothing(events, told):
    assert merge(told[::-1]) == events


@pytest.mark.parametrize("order", [2, 9])
def test_the_order_in_which_reports_are_stored_changes_no_event(order, claims, by_source, tmp_path):
    sources = sorted(claims)
    random.Random(order).shuffle(sources)
    with Store.open(str(tmp_path / "shuffled.db"), write=True) as store:
        for source in sources:
            store.save(by_source[source], claims[source], read_by="test")
        store.settle_events()
        stored = {event.claims for event in store.events()}

    assert stored == {event.claims for event in merge([Told(c, by_source[s]) for s in claims for c in claims[s]])}
