"""A report and claims with every slot filled, for what is printed."""

import datetime as dt

from dateline.records import (
    Attribution,
    Claim,
    ClaimPlace,
    Count,
    Entity,
    Participant,
    Place,
    Published,
    Report,
    Span,
    Time,
)
from tests.made import claim_of, report_of, span_of

TEXT = (
    "Shells fall on border town\n\n"
    "At least 22 civilians were killed when Turkish-backed fighters shelled the market in Ras al-Ayn on "
    "Saturday, according to a local hospital quoted by the Hawar agency.\n\n"
    "Residents feared the group would try to free their relatives held in Al-Hol. The Syrian army moved a "
    "column of 150 soldiers from Raqqa towards Tell Tamer, and its commander denied a withdrawal from Kobani."
)
SNA = Entity(id="dateline:syrian-national-army", name="Syrian National Army", kind="armed_group")
ISLAMIC_STATE = Entity(id="wikidata:Q2429253", name="Islamic State", kind="armed_group")
RAS_AL_AYN = Place(
    id="geonames:172957",
    name="Ra's al-'Ayn",
    country="SY",
    latitude=36.85,
    longitude=40.07,
    feature="PPL",
    precision="settlement",
    radius_km=2.5,
    score=0.87,
)


def span(words: str, text: str = TEXT) -> Span:
    return span_of(text, words)


def make_report(text: str = TEXT, **given: object) -> Report:
    values: dict[str, object] = {
        "source": "shells.html",
        "publisher": "Border Wire",
        "published": Published(date=dt.date(2019, 10, 13), basis="metadata"),
    }
    return report_of(text, **values | given)


def make_claim(kind: str, trigger: str, sentence: str, text: str = TEXT, **given: object) -> Claim:
    return claim_of(text, kind, trigger, span_of(text, sentence), **given)


SHELLS, FEAR, MOVE = TEXT.split("\n\n")[1], *TEXT.split("\n\n")[2].split(". ")


def shelling() -> Claim:
    day = dt.date(2019, 10, 12)
    return make_claim(
        "shelling",
        "shelled",
        SHELLS,
        participants=(
            Participant(role="actor", span=span("Turkish-backed fighters"), entity=SNA),
            Participant(role="recipient", span=span("civilians")),
        ),
        places=(
            ClaimPlace(role="location", span=span("market")),
            ClaimPlace(role="location", span=span("Ras al-Ayn"), place=RAS_AL_AYN),
        ),
        time=Time(span=span("Saturday"), earliest=day, latest=day, precision="day", basis="stated"),
        counts=(Count(what="killed", low=22, of="civilians", span=span("At least 22")),),
        attribution=(
            Attribution(source=span("a local hospital"), cue=span("according to"), kind="witness"),
            Attribution(source=span("the Hawar agency"), cue=span("quoted by"), kind="media"),
        ),
    )


def feared() -> Claim:
    return make_claim(
        "jailbreak",
        "free",
        FEAR,
        participants=(
            Participant(role="actor", span=span("the group"), entity=ISLAMIC_STATE, via="coreference"),
            Participant(role="recipient", span=span("their relatives")),
        ),
        places=(ClaimPlace(role="location", span=span("Al-Hol")),),
        modality="future",
        certainty="possible",
        cues=(span("feared"), span("try to")),
        attribution=(Attribution(source=span("Residents"), cue=span("feared"), kind="witness"),),
    )


def moved() -> Claim:
    return make_claim(
        "deployment",
        "moved",
        MOVE,
        participants=(Participant(role="actor", span=span("The Syrian army")),),
        places=(
            ClaimPlace(role="origin", span=span("Raqqa")),
            ClaimPlace(role="destination", relation="toward", span=span("Tell Tamer")),
        ),
        counts=(Count(what="deployed", low=150, high=150, of="soldiers", span=span("150")),),
    )


def denied() -> Claim:
    return make_claim(
        "withdrawal",
        "withdrawal",
        MOVE,
        places=(ClaimPlace(role="origin", span=span("Kobani")),),
        modality="negated",
        cues=(span("denied"),),
        attribution=(Attribution(source=span("its commander"), cue=span("denied"), kind="armed_group"),),
    )


def all_told() -> list[Claim]:
    return [shelling(), feared(), moved(), denied()]
