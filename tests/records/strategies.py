"""Records as hypothesis makes them: any that the contract allows."""

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

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
    claim_id,
    report_id,
)
from dateline.records.claim import Certainty, Modality, PlaceRole, Relation, Role, SourceKind, What
from dateline.records.entity import EntityKind

# JSON holds no lone surrogates, nor do texts that intake lets in.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
ENTITIES = st.builds(Entity, id=st.just("dateline:river-guard"), name=TEXTS, kind=st.sampled_from(get_args(EntityKind)))
PLACES = st.builds(
    Place,
    id=st.just("geonames:7"),
    name=TEXTS,
    country=st.just("SY"),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    feature=st.just("P"),
    precision=st.just("settlement"),
    radius_km=st.floats(0.1, 900),
    score=st.floats(0, 1),
)


@st.composite
def spans(draw, text):
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def reports(draw):
    text, day = draw(TEXTS), draw(st.none() | DAYS)
    return Report(
        id=report_id(text),
        source=draw(TEXTS),
        title=draw(st.none() | TEXTS),
        published=Published(date=day, basis="given" if day else "unknown"),
        language="en",
        text=text,
        sha256="0" * 64,
        retrieved=draw(st.datetimes(timezones=st.just(dt.UTC))),
    )


@st.composite
def times(draw, text):
    first, last = sorted([draw(DAYS), draw(DAYS)])
    stated = Time(span=draw(spans(text)), earliest=first, latest=last, precision="week", basis="stated")
    return draw(st.sampled_from([Time(), Time(latest=last, basis="published"), stated]))


@st.composite
def counts(draw, text):
    low, high = sorted([draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6))])
    return Count(
        what=draw(st.sampled_from(get_args(What))),
        low=draw(st.sampled_from([low, None])),
        high=draw(st.sampled_from([high, None])),
        cumulative=draw(st.booleans()),
        span=draw(spans(text)),
    )


@st.composite
def claims(draw):
    report = draw(reports())
    text = spans(report.text)
    trigger = draw(text)
    return report, Claim(
        id=claim_id(report.id, "escape", trigger.start, trigger.end),
        report=report.id,
        kind="escape",
        trigger=trigger,
        sentence=draw(text),
        participants=draw(
            st.lists(
                st.builds(Participant, role=st.sampled_from(get_args(Role)), span=text, entity=st.none() | ENTITIES),
                max_size=2,
            )
        ),
        places=draw(
            st.lists(
                st.builds(
                    ClaimPlace,
                    role=st.sampled_from(get_args(PlaceRole)),
                    relation=st.sampled_from(get_args(Relation)),
                    span=text,
                    place=st.none() | PLACES,
                ),
                max_size=2,
            )
        ),
        time=draw(times(report.text)),
        counts=draw(st.lists(counts(report.text), max_size=2)),
        attribution=draw(
            st.lists(
                st.builds(
                    Attribution,
                    source=text,
                    cue=st.none() | text,
                    kind=st.sampled_from(get_args(SourceKind)),
                    entity=st.none() | ENTITIES,
                ),
                max_size=2,
            )
        ),
        modality=draw(st.sampled_from(get_args(Modality))),
        certainty=draw(st.sampled_from(get_args(Certainty))),
        cues=draw(st.lists(text, max_size=2)),
        score=draw(st.floats(0, 1)),
    )
