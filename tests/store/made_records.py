"""Reports and claims made up for these tests."""

import datetime as dt
from collections.abc import Iterable

from dateline.records import (
    Claim,
    ClaimPlace,
    Count,
    Entity,
    Participant,
    Place,
    Report,
    Span,
    Time,
)
from tests.made import claim_of, report_of, span_of

CAMP = (
    "Detainees slip out of camp\n\n"
    "Around 40 Daesh relatives escaped from a camp near Tall Tamr on 9 October 2019. "
    "Kurdish-led forces may withdraw from Manbij, a local council said."
)
ISLAMIC_STATE = Entity(id="wikidata:Q2429253", name="Islamic State", kind="armed_group")
TALL_TAMR = Place(
    id="geonames:173334",
    name="Tall Tamr",
    country="SY",
    admin1="Al-Hasakah",
    latitude=36.66,
    longitude=40.37,
    feature="PPL",
    precision="settlement",
    radius_km=2.0,
    score=0.9,
)


span = span_of


def make_report(text: str = CAMP, **given: object) -> Report:
    return report_of(text, **given)


def make_claim(report: Report, kind: str, trigger: str, **given: object) -> Claim:
    text = report.text
    word = span(text, trigger)
    start = max(text.rfind(". ", 0, word.start) + 2, text.rfind("\n", 0, word.start) + 1, 0)
    end = text.find(".", word.end) + 1 or len(text)
    return claim_of(text, kind, trigger, Span.of(text, start, end), **given)


def camp_claims(report: Report) -> list[Claim]:
    text = report.text
    fled = make_claim(
        report,
        "escape",
        "escaped",
        participants=(Participant(role="actor", span=span(text, "Daesh relatives"), entity=ISLAMIC_STATE),),
        places=(ClaimPlace(role="origin", relation="near", span=span(text, "Tall Tamr"), place=TALL_TAMR),),
        counts=(Count(what="escaped", low=40, high=40, span=span(text, "Around 40")),),
        time=Time(
            span=span(text, "9 October 2019"),
            earliest=dt.date(2019, 10, 9),
            latest=dt.date(2019, 10, 9),
            precision="day",
            basis="stated",
        ),
    )
    leaving = make_claim(
        report,
        "withdrawal",
        "withdraw",
        participants=(Participant(role="actor", span=span(text, "Kurdish-led forces")),),
        places=(ClaimPlace(role="origin", span=span(text, "Manbij")),),
        modality="future",
        certainty="possible",
        cues=(span(text, "may"),),
    )
    return [fled, leaving]


def plain(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as they were read: without the events that the store has put them in."""
    return [claim.model_copy(update={"event": None}) for claim in claims]
