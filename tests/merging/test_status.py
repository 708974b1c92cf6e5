"""The status of an event, rule by rule, and how it moves."""

import datetime as dt

from dateline.merging import history, merge
from tests.merging.made_told import MANBIJ, report, told

AGREE = (
    "Truce for Manbij\n\nBoth sides will halt their fire around Manbij on 20 October under a truce, a mediator said."
)
BEGINS = "Truce holds\n\nBoth sides halted their fire around Manbij on 20 October under a truce, residents said."


def planned():
    return told(
        report(AGREE, "2019-10-18"), "agreement", "halt", at=MANBIJ, on=("20 October", "2019-10-20"), modality="future"
    )


def occurred(**given):
    return told(
        report(BEGINS, "2019-10-21"), "agreement", "halted", at=MANBIJ, on=("20 October", "2019-10-20"), **given
    )


def status(*claims):
    (event,) = merge(claims)
    return event.status


def test_what_is_only_planned_is_anticipated():
    assert status(planned()) == "anticipated"


def test_what_one_report_tells_is_of_a_single_origin():
    assert status(occurred()) == "single_origin"


def test_what_is_only_denied_is_denied():
    assert status(occurred(modality="negated")) == "denied"


def test_two_origins_that_agree_corroborate():
    other = (
        "Guns silent\n\nDrivers who came from Manbij said the truce of 20 October had halted the fire of both sides."
    )
    again = told(report(other, "2019-10-22"), "agreement", "halted", at=MANBIJ, on=("20 October", "2019-10-20"))
    assert status(occurred(), again) == "corroborated"


def test_a_plan_and_its_occurrence_are_one_event_and_its_status_moves():
    claims = [planned(), occurred()]
    (event,) = merge(claims)
    assert event.status == "single_origin"
    assert history(claims) == [(dt.date(2019, 10, 18), "anticipated"), (dt.date(2019, 10, 21), "single_origin")]


def test_a_planned_day_and_another_day_of_occurrence_are_two_events():
    later = report(BEGINS.replace("20 October", "29 October"), "2019-10-30")
    claim = told(later, "agreement", "halted", at=MANBIJ, on=("29 October", "2019-10-29"))
    assert len(merge([planned(), claim])) == 2
