"""The question in an address: the same both ways."""

import datetime as dt
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store import Box, EventFilter, Sort
from dateline.web.question import Question, WrongQuestionError

words = st.text(min_size=1, max_size=40).map(str.strip).filter(bool)
many = st.lists(words, max_size=3, unique=True).map(tuple)
days = st.none() | st.dates(dt.date(1000, 1, 1), dt.date(2200, 1, 1))


@given(
    kinds=many,
    actors=many,
    countries=many,
    statuses=many,
    since=days,
    until=days,
    text=st.none() | words,
    origins=st.integers(1, 50),
    box=st.none() | st.just(Box(-10.5, 20, 30.25, 40)),
    sort=st.sampled_from(Sort),
    page=st.integers(1, 9999),
)
def test_an_address_holds_the_whole_question(
    kinds, actors, countries, statuses, since, until, text, origins, box, sort, page
):
    asked = EventFilter(
        kinds=kinds,
        actors=actors,
        countries=countries,
        statuses=statuses,
        since=since,
        until=until,
        text=text,
        min_origins=origins,
        box=box,
    )
    question = Question(asked, sort, page)
    address = question.address("/events")
    assert Question.of(parse_qsl(urlsplit(address).query)) == question


def test_what_is_left_empty_is_not_asked():
    assert Question.of([("kind", ""), ("q", " "), ("since", ""), ("box", ""), ("sort", "")]) == Question()


def test_a_changed_condition_starts_from_the_first_page():
    assert Question(page=7).but(kinds=("escape",)).page == 1


def test_one_value_of_a_condition_is_taken_away_alone():
    question = Question(EventFilter(kinds=("escape", "attack")))
    assert question.without("kinds", "escape").asked.kinds == ("attack",)
    assert question.without("kinds").asked == EventFilter()


@pytest.mark.parametrize("pair", [("since", "2019-13-01"), ("page", "x"), ("box", "0,0,999,0"), ("sort", "up")])
def test_a_part_that_cannot_be_asked_is_named(pair):
    with pytest.raises(WrongQuestionError, match=pair[0]):
        Question.of([pair])
