"""Which claims become one event, and which never do."""

import itertools
import random

import pytest

from dateline.merging import explain, keys, linked, merge, related
from tests.merging.made_told import HASAKAH, MANBIJ, report, told

MINISTRY = report(
    "Car bomb hits market in Manbij\n\nA car bomb tore through the vegetable market in Manbij on Sunday, killing "
    "nine shoppers, the interior ministry said."
)
MEDICS = report(
    "Manbij market blast\n\nEleven shoppers were killed when a car bomb tore through the vegetable market of Manbij "
    "on Sunday, medics said.",
    published="2019-10-15",
)


def ministry(**given):
    values = {"at": MANBIJ, "on": ("Sunday", "2019-10-13"), "killed": ("nine", 9, 9), "by": "interior ministry"}
    return told(MINISTRY, "bombing", "car bomb tore", **values | given)


def medics(**given):
    values = {"at": MANBIJ, "on": ("Sunday", "2019-10-13"), "killed": ("Eleven", 11, 11), "by": "medics"}
    return told(MEDICS, "bombing", "car bomb tore", **values | given)


def test_two_reports_of_one_occurrence_are_one_event_with_the_number_of_each_source():
    (event,) = merge([ministry(), medics()])
    (killed,) = event.counts
    assert (killed.what, killed.low, killed.high) == ("killed", 9, 11)
    assert {(by.source, by.low, by.high) for by in killed.by} == {("interior ministry", 9, 9), ("medics", 11, 11)}
    assert (event.reports, event.origins, event.kind) == (2, 2, "bombing")


def test_claims_that_say_nothing_of_the_same_are_events_of_their_own():
    protest = report("Farmers march\n\nFarmers marched through Hasakah over the price of wheat.", "2019-10-14")
    assert len(merge([ministry(), told(protest, "protest", "marched", at=HASAKAH)])) == 2


def test_another_stated_day_forbids_one_event():
    week_before = medics(on=("Sunday", "2019-10-06"))
    assert explain(ministry(), week_before).contradiction == "their stated days are 7 days apart"
    assert len(merge([ministry(), week_before])) == 2


def test_a_place_far_beyond_the_radii_forbids_one_event():
    far = report(MEDICS.text.replace("Manbij", "Hasakah"), "2019-10-15")
    claim = told(far, "bombing", "car bomb tore", at=HASAKAH, on=("Sunday", "2019-10-13"))
    assert "km apart beyond their radii" in str(explain(ministry(), claim).contradiction)
    assert len(merge([ministry(), claim])) == 2


def test_two_victims_of_other_names_are_two_events():
    one = report("Gunmen kill mayor Anas Daoud in Manbij on Sunday.")
    other = report("Gunmen kill mayor Hozan Temo in Manbij on Sunday.")
    claims = [
        told(one, "killing", "kill", at=MANBIJ, on=("Sunday", "2019-10-13"), victim="Anas Daoud"),
        told(other, "killing", "kill", at=MANBIJ, on=("Sunday", "2019-10-13"), victim="Hozan Temo"),
    ]
    assert explain(*claims).contradiction == "different people are named as those it was done to"
    assert len(merge(claims)) == 2


def test_nothing_told_as_done_can_have_happened_after_it_was_told():
    early = report(MEDICS.text, "2019-10-10")
    claim = told(early, "bombing", "car bomb tore", at=MANBIJ)
    assert "told 3 days before" in str(explain(ministry(), claim).contradiction)


def test_a_headline_and_its_text_are_one_event():
    headline = told(MINISTRY, "bombing", "Car bomb hits", at=MANBIJ)
    (event,) = merge([headline, ministry()])
    assert (event.reports, event.origins) == (1, 1)
    assert event.claims == (headline.claim.id, ministry().claim.id)


def test_a_denial_attaches_to_what_it_denies():
    text = MEDICS.text.replace("medics said", "but the town council denied it")
    denial = told(report(text, "2019-10-15"), "bombing", "car bomb tore", at=MANBIJ, modality="negated")
    (event,) = merge([ministry(), denial])
    assert event.status == "contested"
    (differ,) = [item for item in event.disagreements if item.field == "modality"]
    assert {value.value for value in differ.values} == {"happened", "did not happen"}


def feared():
    text = "Camp near Manbij braces\n\nResidents of Manbij feared that a car bomb may hit the market."
    return told(report(text, "2019-10-09"), "bombing", "car bomb may", at=MANBIJ, modality="future", cue="feared")


def test_a_fear_and_what_happens_later_are_two_events_that_are_linked():
    events = merge([feared(), ministry()])
    assert sorted(event.status for event in events) == ["anticipated", "single_origin"]
    links = related(events)
    (fear,) = [event for event in events if event.status == "anticipated"]
    (bomb,) = [event for event in events if event.status != "anticipated"]
    assert [(link.event, link.how) for link in links[fear.id]] == [(bomb.id, "happened later")]
    assert [(link.event, link.how) for link in links[bomb.id]] == [(fear.id, "foretold before")]


def test_a_fear_is_not_linked_to_what_came_before_it():
    events = merge([told(report(feared().report.text, "2019-11-09"), "bombing", "car bomb may", at=MANBIJ,
                         modality="future", cue="feared"), ministry()])  # fmt: skip
    assert related(events) == {}


def everything():
    column = report("Column leaves Hasakah\n\nA column of trucks left Hasakah on Sunday.", "2019-10-13")
    retold = report(
        "Hasakah column\n\nThe column of trucks that left Hasakah on Sunday reached the border.", "2019-10-14"
    )
    return [
        ministry(),
        medics(),
        told(MINISTRY, "bombing", "Car bomb hits", at=MANBIJ),
        told(MEDICS, "bombing", "blast", at=MANBIJ),
        feared(),
        told(column, "movement", "leaves", at=HASAKAH),
        told(column, "movement", "left", at=HASAKAH, on=("Sunday", "2019-10-13")),
        told(retold, "movement", "left", at=HASAKAH, on=("Sunday", "2019-10-13")),
    ]


def test_the_same_claims_in_any_order_are_the_same_events():
    expected = merge(everything())
    for seed in range(10):
        shuffled = random.Random(seed).sample(everything(), k=len(everything()))
        assert merge(shuffled) == expected


def test_each_claim_is_in_exactly_one_event():
    claims = everything()
    in_events = list(itertools.chain.from_iterable(event.claims for event in merge(claims)))
    assert sorted(in_events) == sorted(one.claim.id for one in claims)


def test_an_event_keeps_its_id_when_a_report_joins_it():
    (before,) = merge([medics()])
    (after,) = merge([medics(), ministry()], dict.fromkeys(before.claims, before.id))
    assert after.id == before.id
    assert set(after.claims) == {medics().claim.id, ministry().claim.id}


def test_when_an_event_falls_apart_only_one_part_keeps_its_id():
    other_day = medics(on=("Sunday", "2019-10-06"))
    events = merge([ministry(), other_day], {ministry().claim.id: "e_1", other_day.claim.id: "e_1"})
    assert len({event.id for event in events}) == 2
    assert "e_1" in {event.id for event in events}


def test_claims_of_one_occurrence_share_a_key_and_others_do_not():
    assert set(keys(ministry())) & set(keys(medics()))
    assert not set(keys(ministry())) & set(keys(everything()[-1]))


def test_a_new_report_leaves_the_events_that_it_does_not_touch_as_they_are():
    before = merge(everything())
    march = report("Farmers march\n\nFarmers marched through Hasakah over the price of wheat.", "2019-10-14")
    after = merge([*everything(), told(march, "protest", "marched", at=HASAKAH)])
    assert [event for event in after if event in before] == before
    assert len(after) == len(before) + 1


def test_only_what_is_linked_bears_on_an_event():
    candidates = [one for one in everything() if one.report is not MINISTRY]
    assert linked([ministry()], candidates) == {one.claim.id for one in candidates if one.report is MEDICS}


def test_a_claim_is_found_by_the_keys_of_the_telling_that_it_is_in():
    headline = told(MEDICS, "bombing", "blast", at=MANBIJ)
    assert set(keys(headline)) & set(keys(ministry()))


def test_an_explanation_names_features_that_add_up_to_the_score():
    reasons = explain(ministry(), medics(), [ministry(), medics()])
    assert {"same day", "same place", "same kind"} <= {part.feature for part in reasons.features}
    log_odds = reasons.bias + sum(part.value * part.weight for part in reasons.features)
    assert reasons.score == pytest.approx(1 / (1 + 2.718281828459045**-log_odds))
    assert reasons.same
