import datetime as dt

import pytest

SUNDAY = dt.date(2019, 10, 13)


def days(claim):
    return claim.time.earliest, claim.time.latest


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "precision"),
    [
        ("on Friday", "2019-10-11", "2019-10-11", "day"),
        ("on Sunday", "2019-10-13", "2019-10-13", "day"),
        ("yesterday", "2019-10-12", "2019-10-12", "day"),
        ("on 9 October", "2019-10-09", "2019-10-09", "day"),
        ("on December 3", "2018-12-03", "2018-12-03", "day"),
        ("on 3 March 2017", "2017-03-03", "2017-03-03", "day"),
        ("last month", "2019-09-01", "2019-09-30", "month"),
        ("in August", "2019-08-01", "2019-08-31", "month"),
        ("in June 2015", "2015-06-01", "2015-06-30", "month"),
        ("last week", "2019-09-30", "2019-10-06", "week"),
        ("in 2014", "2014-01-01", "2014-12-31", "year"),
        ("three days ago", "2019-10-10", "2019-10-10", "day"),
        ("since 9 October", "2019-10-09", "2019-10-13", "day"),
    ],
)
def test_an_expression_means_these_days_seen_from_publication(one, words, earliest, latest, precision):
    claim = one(f"Police arrested two men {words}.", "arrest", published=SUNDAY)

    assert days(claim) == (dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))
    assert (claim.time.precision, claim.time.basis) == (precision, "stated")
    assert claim.time.span.text in words


def test_what_is_to_come_on_friday_is_the_next_friday(one):
    claim = one("Troops will withdraw on Friday.", "withdrawal", published=SUNDAY)

    assert days(claim) == (dt.date(2019, 10, 18), dt.date(2019, 10, 18))


def test_without_a_publication_date_friday_stays_without_days(one):
    claim = one("Police arrested two men on Friday.", "arrest")

    assert days(claim) == (None, None)
    assert claim.time.basis == "unknown"


def test_a_full_date_needs_no_publication_date(one):
    claim = one("Police arrested two men on 3 March 2017.", "arrest")

    assert days(claim) == (dt.date(2017, 3, 3), dt.date(2017, 3, 3))


def test_the_day_of_saying_is_not_the_day_of_what_is_said(one):
    claim = one("The mayor said on Saturday that police had arrested two men.", "arrest", published=SUNDAY)

    assert claim.time.basis == "published"


def test_no_stated_time_means_told_by_the_day_of_publication_and_no_more(one):
    claim = one("Police arrested two men.", "arrest", published=SUNDAY)

    assert (claim.time.basis, *days(claim)) == ("published", None, SUNDAY)


def test_a_day_that_does_not_exist_stays_without_days(one):
    claim = one("Police arrested two men on 31 June 2019.", "arrest", published=SUNDAY)

    assert claim.time.basis != "stated"


def test_may_and_march_are_words_where_they_have_no_capital(one):
    assert one("Police may arrest two men.", "arrest", published=SUNDAY).time.span is None
