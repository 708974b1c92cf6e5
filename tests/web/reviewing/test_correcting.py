"""A claim or an event as a form corrects it."""

import datetime as dt
import hashlib
from collections.abc import Mapping

import pytest

from dateline.errors import InputError
from dateline.records import (
    Claim,
    ClaimPlace,
    Count,
    Entity,
    Event,
    EventCount,
    Participant,
    Place,
    Report,
    Span,
    Time,
    claim_id,
    report_id,
)
from dateline.web.reviewing.correcting import corrected_claim, corrected_event

TEXT = "Guards of the Vale Front shot 3 farmers in Molnik on Friday, 4 May 2018. The mayor of Varda denied it."
FRIDAY = dt.date(2018, 5, 4)
FRONT = Entity(id="dateline:vale-front", name="Vale Front", kind="armed_group")
GUARDS = Entity(id="dateline:vale-guards", name="Vale Guards", kind="armed_group")


def place(name: str) -> Place:
    return Place(
        id=f"dateline:{name.lower()}", name=name, country="XK", latitude=42, longitude=21, feature="PPL",
        precision="settlement", radius_km=3, score=0.8,
    )  # fmt: skip


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


class Known:
    """What is known of names, without gazetteer and register."""

    def places(self, words, among):
        return (place(words), place("Elsewhere"))

    def place(self, words, among):
        return place(words)

    def entities(self, words):
        return (FRONT, GUARDS)

    def entity(self, words, on, among):
        return FRONT if "Front" in words else None


@pytest.fixture
def report() -> Report:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    moment = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    return Report(id=report_id(TEXT), source="a.txt", language="en", text=TEXT, sha256=digest, retrieved=moment)


@pytest.fixture
def claim(report: Report) -> Claim:
    trigger = span("shot")
    return Claim(
        id=claim_id(report.id, "attack", trigger.start, trigger.end),
        report=report.id,
        kind="attack",
        trigger=trigger,
        sentence=span(TEXT.partition(". ")[0] + "."),
        participants=(Participant(role="actor", span=span("Vale Front"), entity=FRONT),),
        places=(ClaimPlace(role="location", span=span("Molnik"), place=place("Molnik")),),
        time=Time(span=span("Friday"), earliest=FRIDAY, latest=FRIDAY, precision="day", basis="stated"),
        counts=(Count(what="wounded", low=3, high=3, span=span("3")),),
        score=0.6,
    )  # fmt: skip


def filled(claim: Claim, **changes: str | None) -> Mapping[str, str]:
    """The form as it comes, with changes; None takes a field out."""
    fields: dict[str, str | None] = {
        "kind": claim.kind, "modality": claim.modality, "certainty": claim.certainty,
        "time_words": "Friday", "time_earliest": "2018-05-04", "time_latest": "2018-05-04", "time_precision": "day",
        "people-0-role": "actor", "people-0-words": "Vale Front", "people-0-words_before": "Vale Front",
        "people-0-entity": FRONT.id, "people-0-entity_before": FRONT.id,
        "people-1-role": "recipient", "people-1-words": "", "people-1-entity": "?",
        "places-0-role": "location", "places-0-relation": "in", "places-0-words": "Molnik",
        "places-0-words_before": "Molnik", "places-0-place": place("Molnik").id,
        "places-0-place_before": place("Molnik").id,
        "counts-0-what": "wounded", "counts-0-low": "3", "counts-0-high": "3", "counts-0-of": "",
        "counts-0-words": "3",
    }  # fmt: skip
    fields |= {name.replace("__", "-"): value for name, value in changes.items()}
    return {name: value for name, value in fields.items() if value is not None}


def test_a_form_left_as_it_came_changes_nothing(claim, report):
    assert corrected_claim(claim, report, filled(claim), Known()) == claim


def test_how_it_is_told_is_corrected(claim, report):
    fixed = corrected_claim(claim, report, filled(claim, modality="negated", certainty="possible"), Known())
    assert (fixed.id, fixed.modality, fixed.certainty) == (claim.id, "negated", "possible")


def test_a_participant_is_added_by_words_of_the_report(claim, report):
    fixed = corrected_claim(claim, report, filled(claim, people__1__words="3 farmers"), Known())
    assert [(item.role, item.span.text) for item in fixed.participants][1] == ("recipient", "3 farmers")


def test_emptied_words_take_a_value_away(claim, report):
    assert corrected_claim(claim, report, filled(claim, places__0__words=""), Known()).places == ()


def test_other_words_are_understood_anew(claim, report):
    fixed = corrected_claim(claim, report, filled(claim, places__0__words="Varda"), Known())
    assert fixed.places[0].place == place("Varda")


def test_another_place_of_the_same_words_is_chosen(claim, report):
    fixed = corrected_claim(claim, report, filled(claim, places__0__place="dateline:elsewhere"), Known())
    assert fixed.places[0].place == place("Elsewhere")


def test_a_place_is_taken_off_the_map(claim, report):
    fixed = corrected_claim(claim, report, filled(claim, places__0__place=""), Known())
    assert (fixed.places[0].span.text, fixed.places[0].place) == ("Molnik", None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"places__0__words": "Atlantis"}, "does not say that"),
        ({"places__0__place": "geonames:1"}, "choose again"),
        ({"modality": "maybe"}, "modality: Input should be"),
        ({"counts__0__low": "some"}, "write a number in digits"),
        ({"counts__0__low": "9"}, "low above its high"),
        ({"time_earliest": "May"}, "is no day"),
        ({"time_earliest": "2018-05-09"}, "cannot end before it begins"),
        ({"time_words": ""}, "the words of the report that state the day"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_a_reason(claim, report, change, reason):
    with pytest.raises(InputError, match=reason):
        corrected_claim(claim, report, filled(claim, **change), Known())


def test_a_day_told_by_publication_only_stays_so(claim, report):
    told = claim.model_copy(update={"time": Time(latest=dt.date(2018, 5, 5), precision="day", basis="published")})
    form = filled(told, time_words="", time_earliest="", time_latest="2018-05-05")
    assert corrected_claim(told, report, form, Known()).time == told.time


@pytest.fixture
def event(claim: Claim) -> Event:
    return Event(
        id="e_0123456789abcdef", kind="attack", claims=(claim.id,), reports=1, origins=1, time=claim.time,
        places=claim.places, participants=claim.participants,
        counts=(EventCount(what="wounded", low=3, best=3, high=3),), status="single_origin",
    )  # fmt: skip


def test_an_event_is_corrected_and_keeps_its_claims(event, claim, report):
    changes = {"counts__0__words": "wounded", "counts__0__best": "3", "counts__0__high": "5", "status": "contested"}
    fixed = corrected_event(event, [report], filled(claim, **changes), Known())
    assert (fixed.claims, fixed.counts[0].high, fixed.status) == (event.claims, 5, "contested")


def test_a_best_number_lies_between_the_lowest_and_the_highest(event, claim, report):
    changes = {"counts__0__words": "wounded", "counts__0__best": "9", "counts__0__high": "5"}
    with pytest.raises(InputError, match="must not be above"):
        corrected_event(event, [report], filled(claim, **changes), Known())
