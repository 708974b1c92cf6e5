"""Values in words: never surer than the record, in the reader's forms."""

import datetime as dt
import re
from gettext import NullTranslations

import pytest
from babel import Locale

from dateline.kinds import load_catalogue
from dateline.records import ClaimPlace, Event, EventCount, Participant, Span, Time
from dateline.web.wording import Words, sentence, summary
from dateline.web.wording.kind_phrases import messages, phrase

SAY = Words(Locale("en"), NullTranslations())


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (EventCount(what="killed", low=3, best=3, high=3), "3 killed"),
        (EventCount(what="killed", low=13, best=14, high=14), "14 killed (13–14)"),
        (EventCount(what="escaped", low=1785, best=1785, high=None), "1,785 or more escaped"),
        (EventCount(what="held", low=None, best=None, high=40), "up to 40 held"),
        (EventCount(what="held"), "? held"),
    ],
)
def test_a_number_is_told_with_what_is_not_known_of_it(count, words):
    assert SAY.count(count) == words


WORDS = Span(text="last spring", start=0, end=11)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"earliest": dt.date(2019, 10, 13), "latest": dt.date(2019, 10, 13), "basis": "stated"}, "Oct 13, 2019"),
        ({"earliest": dt.date(2019, 10, 1), "latest": dt.date(2019, 10, 31), "basis": "stated"}, "October 2019"),
        ({"earliest": dt.date(2019, 1, 1), "latest": dt.date(2019, 12, 31), "basis": "stated"}, "2019"),
        ({"earliest": dt.date(2019, 10, 9), "basis": "stated"}, "from Oct 9, 2019 on"),
        ({"latest": dt.date(2019, 10, 9), "basis": "published"}, "reported by Oct 9, 2019"),
        ({}, "“last spring”"),
    ],
)
def test_a_time_is_told_as_what_it_was_read_from(given, words):
    assert SAY.when(Time(span=WORDS, **given)) == words


def test_days_and_numbers_take_the_forms_of_the_readers_country():
    german = Words(Locale("de"), NullTranslations())
    assert german.number(12345) == "12.345"
    assert german.day(dt.date(2019, 10, 13)) == "13.10.2019"


def test_the_last_day_there_is_can_be_told():
    assert SAY.span_of_days(dt.date(9999, 12, 1), dt.date(9999, 12, 31)) == "Dec 1, 9999 – Dec 31, 9999"


def test_every_kind_of_ours_has_its_phrase_and_its_translatable_words():
    for kind in load_catalogue():
        assert phrase(kind.name)["noun"] in messages(), kind.name


def test_a_kind_of_the_users_own_goes_by_its_name():
    assert phrase("cattle_raid")["noun"] == "cattle raid"


def event(kind: str, *counts: EventCount) -> Event:
    actor = Participant(role="actor", span=Span(text="raiders", start=0, end=7), entity=None, via="text")
    place = ClaimPlace(role="location", relation="near", span=Span(text="Kem", start=12, end=15), place=None)
    day = dt.date(2021, 3, 4)
    time = Time(span=WORDS, earliest=day, latest=day, precision="day", basis="stated")
    return Event(
        id="e_1", kind=kind, claims=("c_1",), reports=1, origins=1, time=time, places=(place,), participants=(actor,),
        counts=counts, disagreements=(), status="single_origin", first_reported=None, last_reported=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("modality", "certainty", "words"),
    [
        ("actual", "certain", "There was an attack by raiders near Kem, Mar 4, 2021: 3 killed."),
        ("actual", "probable", "There was probably an attack by raiders near Kem, Mar 4, 2021: 3 killed."),
        ("actual", "possible", "There may have been an attack by raiders near Kem, Mar 4, 2021: 3 killed."),
        ("attempted", "certain", "There was an attempt at an attack by raiders near Kem, Mar 4, 2021: 3 killed."),
        ("negated", "certain", "It is said that there was not an attack by raiders near Kem, Mar 4, 2021: 3 killed."),
        (
            "future",
            "probable",
            "It is planned, threatened or feared that there will be an attack by raiders near Kem, Mar 4, 2021: "
            "3 killed.",
        ),
        (
            "hypothetical",
            "possible",
            "It is not clear whether there was an attack by raiders near Kem, Mar 4, 2021: 3 killed.",
        ),
    ],
)
def test_a_sentence_is_no_surer_than_the_event(modality, certainty, words):
    assert (
        sentence(event("attack", EventCount(what="killed", low=3, best=3, high=3)), modality, certainty, SAY) == words
    )


def test_every_kind_makes_a_sentence_with_an_article_or_none_that_is_wanted():
    for kind in load_catalogue():
        told = sentence(event(kind.name), "negated", "certain", SAY)
        assert re.match(r"It is said that there was not (an? |fighting )", told), told


def test_in_a_list_the_day_is_left_to_its_column():
    assert (
        summary(event("attack"), "negated", "certain", SAY)
        == "Said not to have happened: an attack by raiders near Kem."
    )
